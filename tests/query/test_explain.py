"""An id leads to its words and its rules."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from dragoman.errors import QueryError
from dragoman.query.explain import Explanation
from dragoman.query.query import Query
from dragoman.records import Coding, Drop
from dragoman.store.archive import Archive
from tests.synthetic import FINGERPRINT, article, report, talks

CODING = talks(7)
(REPORT,) = CODING.reports


@pytest.fixture(scope="module")
def query(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Query]:
    path = tmp_path_factory.mktemp("explain") / "dragoman.db"
    with Archive.open(path, create=True) as archive:
        drops = [Drop("pages", "empty", "empty.txt", "id-empty", "0 bytes"), Drop("pages", "unreadable", "locked.txt")]
        drops.append(Drop("pages", "broken-json", "rows.jsonl#3", detail="no JSON"))
        archive.store([CODING, *(talks(number) for number in range(100, 140))], drops, FINGERPRINT)
    with Archive.open_to_read(path) as archive:
        yield Query(archive)


def lines(explanation: Explanation) -> str:
    facts = (f"{name}: {value}" for name, value in explanation.facts)
    return "\n".join([explanation.title, *facts, *explanation.why, *map(lines, explanation.parts)])


def test_a_report_shows_its_words_and_its_rules(query: Query) -> None:
    found = query.explain(REPORT.id)
    assert found.kind == "report"
    assert found.why == REPORT.why
    assert found.passage is not None
    words = {
        mark.label: found.passage.text[mark.start - found.passage.start : mark.end - found.passage.start]
        for mark in found.passage.marks
    }
    assert words == {"trigger": "talks", "source": "Kenya", "target": "Chad", "place": "Oslo", "date": "Monday"}
    said = lines(found)
    assert "2024-03-04 (day, relative, from 'Monday')" in said
    assert "Kenya (KEN) from 'Kenya', name: name of a state" in said


def test_an_event_shows_its_reports(query: Query) -> None:
    (told,) = (told for told in query.told_reports() if told.report.id == REPORT.id)
    found = query.explain(told.report.event or "")
    assert found.kind == "event"
    assert REPORT.id in {part.id for part in found.parts}
    assert "41 reports in 41 articles" in lines(found)


def test_an_article_shows_what_is_what_and_what_was_left_out(query: Query) -> None:
    for asked in (CODING.article.id, "talks-7.txt"):
        found = query.explain(asked)
        assert (found.kind, found.id) == ("article", CODING.article.id)
        said = lines(found)
        assert "navigation: News Sport Weather   (short words in a row)" in said
        assert REPORT.id in said
        assert "no-actor" in said


def test_a_place_of_an_article_shows_what_was_made_of_it(query: Query) -> None:
    kenya = CODING.mentions[0].mention
    said = query.explain(f"{CODING.article.id}:{kenya.start}").why
    assert any(line.startswith("mention: Kenya (KEN)") for line in said)
    assert any(line.startswith(f"report {REPORT.id}") for line in said)
    menu = CODING.article.text.index("Sport")
    assert query.explain(f"{CODING.article.id}:{menu}").why == ("navigation   (short words in a row)",)
    left_out = CODING.article.text.index("Nobody else")
    assert any("no-actor" in line for line in query.explain(f"{CODING.article.id[:8]}:{left_out}").why)


def test_a_page_that_was_left_out_says_why(query: Query) -> None:
    assert query.explain("empty.txt").why == ("empty at pages: 0 bytes",)
    assert query.explain("locked.txt").why == ("unreadable at pages",)


def test_long_paragraphs_are_cut_between_words(tmp_path: Path) -> None:
    sentence = "Peru accused Norway of overfishing."
    of = article(f"{'Before it. ' * 60}{sentence}{' After it.' * 60}")
    told = report(of, sentence, "accused", event_type="ACCUSE", sources=["Peru"], targets=["Norway"])
    with Archive.open(tmp_path / "a.db", create=True) as archive:
        archive.store([Coding(of, reports=(told,))], [], FINGERPRINT)
        passage = Query(archive).explain(told.id).passage
    assert passage is not None
    assert (passage.cut_before, passage.cut_after) == (True, True)
    assert passage.text.split()[0] in ("Before", "it.")
    assert passage.text.split()[-1] in ("After", "it.")
    assert sentence in passage.text
    assert len(passage.text) < 600


def test_the_beginning_of_an_id_is_enough_where_it_is_the_only_one(query: Query) -> None:
    assert query.explain(REPORT.id[:10]).id == REPORT.id


def test_a_beginning_shared_by_several_is_answered_with_the_choices(query: Query, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dragoman.query.explain.SHORTEST_PREFIX", 1)
    with pytest.raises(QueryError, match="may mean several") as caught:
        query.explain(REPORT.id[0])
    assert len(caught.value.choices) > 1


@pytest.mark.parametrize("asked", ["", "zzzz", "0123456789abcdef", "abc", "0123456789abcdef:5"])
def test_an_id_that_is_not_there_is_refused_with_advice(query: Query, asked: str) -> None:
    with pytest.raises(QueryError, match="dragoman events"):
        query.explain(asked)


def test_an_offset_behind_the_text_is_refused(query: Query) -> None:
    with pytest.raises(QueryError, match="ends at"):
        query.explain(f"{CODING.article.id}:99999")


def test_a_file_of_several_pages_leads_to_the_row_that_was_left_out(query: Query) -> None:
    found = query.explain("rows.jsonl")
    assert (found.kind, found.id) == ("page", "rows.jsonl#3")


def test_names_that_are_spelt_nearly_so_are_told(query: Query) -> None:
    assert query.near("Kenia") == ["Kenya (KEN)"]
    assert query.near("Xyzzy") == []
    assert query.near_outlets("harbor post") == query.near_outlets("Harbour") == ["Harbour Post"]
    assert query.near_outlets("Gazette") == []
