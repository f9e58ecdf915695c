"""Knowledge that the tests of reports share."""

import pytest

from dragoman.reports.knowledge import Knowledge, load_knowledge


@pytest.fixture(scope="session")
def knowledge() -> Knowledge:
    """The shipped knowledge."""
    return load_knowledge()
