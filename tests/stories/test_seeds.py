"""The hard cases among the seeds: respun copies of one story meet, meetings of the same leaders in other years do not."""

from pathlib import Path

import pytest

from dragoman.evaluation.examples import code
from dragoman.evaluation.same_event import resolved
from dragoman.records import Coding
from dragoman.settings import Settings

SAME_OCCASION = {"003", "004"}


@pytest.fixture(scope="module")
def seeds(shared: Path) -> list[Coding]:
    return code(shared / "seeds", Settings())


@pytest.mark.slow
@pytest.mark.parametrize("rule", ["strict", "default", "loose"])
def test_only_the_two_pages_on_one_visit_share_events(seeds: list[Coding], rule: str) -> None:
    page_of = {report.id: coding.article.page[:3] for coding in seeds for report in coding.reports}
    parts = resolved(seeds, Settings(same_event=rule))  # type: ignore[arg-type]
    together = [{page_of[report] for report in group} for part in parts for group in part.groups]
    wrong = [pages for pages in together if len(pages) > 1 and pages != SAME_OCCASION]
    assert wrong == []
    if rule != "strict":
        assert SAME_OCCASION in together
