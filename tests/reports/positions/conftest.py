"""What the tests of positions share."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dragoman.records import Position
from dragoman.reports.coder import Coder
from dragoman.reports.knowledge import Knowledge
from dragoman.reports.positions.find import find_positions
from dragoman.reports.positions.issues import IssueReader
from dragoman.reports.positions.knowledge import StanceKnowledge, load_stance_knowledge
from tests.reports.notation import marked

Read = Callable[[str], tuple[Position, ...]]


@pytest.fixture(scope="session")
def stances(knowledge: Knowledge) -> StanceKnowledge:
    """The shipped knowledge of stances and issues."""
    return load_stance_knowledge(knowledge)


@pytest.fixture
def read(knowledge: Knowledge, stances: StanceKnowledge) -> Read:
    """The positions of sentences in the notation."""

    def found(notation: str) -> tuple[Position, ...]:
        coder = Coder(marked(notation), knowledge)
        coder.reports()
        return find_positions(coder, stances, (), IssueReader(coder.reader, stances.issues))

    return found
