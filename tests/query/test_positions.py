"""Positions in the archive: what each filter lets through, what is read back, and where a stand changed."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from dragoman.errors import QueryError
from dragoman.query.filters import Filter
from dragoman.query.query import Query
from dragoman.records import Coding
from dragoman.store.archive import Archive
from tests.synthetic import FINGERPRINT, article, day, position, report

FOR = "Kenya backed the lake dam of Chad."
AGAINST = "Kenya condemned the lake dam of Chad."
JOINT = "Peru and Norway want free trade."


def held(sentence: str, cue: str, stance: str, published: str, name: str) -> Coding:
    of = article(sentence, name=name, published=day(published))
    told = report(of, sentence, cue, event_type="ACCUSE", sources=["Kenya"])
    stand = position(of, sentence, cue, stance=stance, holders=["Kenya"], issue="dams/lake", words="lake dam", on="Chad")
    return Coding(of, mentions=stand.holders, reports=(told,), positions=(stand,))


def joint() -> Coding:
    of = article(JOINT, name="joint.txt")
    stand = position(
        of, JOINT, "want", stance="calls-for", holders=["Peru", "Norway"], issue="free trade", words="free trade"
    )
    return Coding(of, mentions=stand.holders, positions=(stand,))


CODINGS = (
    held(FOR, "backed", "supports", "2023-03-01", "for.txt"),
    held(AGAINST, "condemned", "opposes", "2023-05-01", "against.txt"),
    held(AGAINST.replace("lake", "old lake"), "condemned", "opposes", "2023-06-01", "again.txt"),
    joint(),
)


@pytest.fixture(scope="module")
def query(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Query]:
    path = tmp_path_factory.mktemp("positions") / "dragoman.db"
    with Archive.open(path, create=True) as archive:
        archive.store(CODINGS, [], FINGERPRINT)
    with Archive.open_to_read(path) as archive:
        yield Query(archive)


def pages(query: Query, wanted: Filter) -> set[str]:
    return {told.page.removesuffix(".txt") for told in query.positions(wanted)}


def test_what_is_read_back_is_what_was_stored(query: Query) -> None:
    assert set(query.positions()) == {stand for coding in CODINGS for stand in coding.positions}


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        (Filter(holder=("NOR",)), {"joint"}),
        (Filter(object=("Chad",)), {"for", "against", "again"}),
        (Filter(source=("TCD",)), set()),
        (Filter(actor=("TCD",)), {"for", "against", "again"}),
        (Filter(stance=("supports",)), {"for"}),
        (Filter(issue=("dams",)), {"for", "against", "again"}),
        (Filter(issue=("dams/lake",)), {"for", "against", "again"}),
        (Filter(issue=("dam",)), {"for", "against", "again"}),
        (Filter(issue=("Free Trade",)), {"joint"}),
        (Filter(issue=("%",)), set()),
        (Filter(since="2023-04", until="2023-05"), {"against"}),
        (Filter(text=("condemned",)), {"against", "again"}),
    ],
)
def test_what_filters_let_through(query: Query, wanted: Filter, found: set[str]) -> None:
    assert pages(query, wanted) == found


def test_a_stance_that_does_not_exist() -> None:
    with pytest.raises(QueryError, match="stance"):
        Filter(stance=("shrugs",))


def test_a_change_is_shown_once_with_both_passages(query: Query) -> None:
    (change,) = query.changes()
    assert (change.holder.id, change.issue) == ("KEN", "dams/lake")
    assert (change.before.position.evidence.text, change.after.position.evidence.text) == (FOR, AGAINST)


def test_events_on_an_issue_are_those_told_in_the_sentence_of_a_stand(query: Query) -> None:
    assert sum(event.n_reports for event in query.events(Filter(issue=("dams",)))) == 3
    assert list(query.events(Filter(issue=("free trade",)))) == []


def test_a_position_is_explained_by_its_words(query: Query) -> None:
    (stand,) = query.positions(Filter(stance=("supports",)))
    found = query.explain(stand.id)
    assert found.kind == "position"
    assert found.passage is not None
    assert {"cue", "issue", "holder", "object"} <= {mark.label for mark in found.passage.marks}
