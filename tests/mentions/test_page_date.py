"""The days of a page without a date follow from dated occurrences, and what is resolved by them says so."""

from datetime import date

import pytest

from dragoman.documents.document import Document
from dragoman.documents.stage import DocumentStage
from dragoman.mentions.dates import DateResolver
from dragoman.mentions.page_date import PageDater
from dragoman.ontology.calendar import load_calendar
from dragoman.ontology.occurrences import Occurrence
from dragoman.records import Article, Block, Date

OCCURRENCES = (
    Occurrence(id="lake-war", kind="war", start=date(2018, 3, 5), words=("war lakeland",)),
    Occurrence(id="ties", kind="ties", start=date(1950, 7, 1), words=("kenya chad relations",)),
    Occurrence(id="lake-accord", kind="accord", start=date(2019, 4, 11), words=("lake accord",)),
    Occurrence(id="lake-forum-2019", kind="summit", start=date(2019, 5, 9), end=date(2019, 5, 10), words=("lake forum",)),
    Occurrence(id="lake-forum-2020", kind="summit", start=date(2020, 5, 7), end=date(2020, 5, 8), words=("lake forum",)),
)


@pytest.fixture(scope="module")
def stage() -> DocumentStage:
    return DocumentStage()


@pytest.fixture(scope="module")
def dater() -> PageDater:
    return PageDater(load_calendar(), OCCURRENCES)


def read(stage: DocumentStage, text: str, published: Date | None = None) -> Document:
    blocks = (Block(0, len(text), "body", "test"),)
    article = Article("a", "p", "p", None, None, None, None, published, None, "en", None, text, blocks)
    (document,) = stage.run(iter([article]))
    assert isinstance(document, Document)
    return document


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("The war in Lakeland drags on. Envoys spoke of the 13th month of war.", "2019-03-05", "2019-04-04"),
        ("The visit marks the 70th anniversary of relations between Kenya and Chad.", "2020-01-01", "2020-12-31"),
        (
            "Lakeland is in the 14th month of its war. The visit follows last week's Lake Accord.",
            "2019-04-15",
            "2019-04-21",
        ),
        (
            "It is the 15th month of war in Lakeland. The two will meet on Monday. They will then fly to the Lake Forum.",
            "2019-05-05",
            "2019-05-08",
        ),
    ],
    ids=["month of a war", "anniversary", "last week's accord", "a forum ahead"],
)
def test_the_days_that_all_clues_allow(stage: DocumentStage, dater: PageDater, text: str, start: str, end: str) -> None:
    days = dater.days(read(stage, text))
    assert days is not None
    assert (days.start.isoformat(), days.end.isoformat()) == (start, end)
    assert days.clues


@pytest.mark.parametrize(
    "text",
    [
        "The ministers met on Monday and will meet again.",
        "The war in Lakeland began long ago.",
        "In 2015 the two sides had signed a truce.",
    ],
    ids=["no occurrence", "no count", "only a year behind"],
)
def test_without_a_clue_the_days_stay_open(stage: DocumentStage, dater: PageDater, text: str) -> None:
    assert dater.days(read(stage, text)) is None


def test_what_every_day_agrees_on_is_resolved_and_marked(stage: DocumentStage) -> None:
    text = (
        "Lakeland is in the 14th month of its war. The visit follows last week's Lake Accord. The king resigned last year."
    )
    found = {each.text: each for each in DateResolver(load_calendar(), OCCURRENCES).resolve(read(stage, text))}
    assert (found["last week"].start, found["last week"].basis) == ("2019-04-08", "inferred")
    assert found["last year"].start == "2018-01-01"
    assert found["last year"].inferred_from


def test_what_the_days_do_not_agree_on_stays_unresolved(stage: DocumentStage) -> None:
    text = "It is the 13th month of the war in Lakeland. The king resigned on Monday."
    found = {each.text: each for each in DateResolver(load_calendar(), OCCURRENCES).resolve(read(stage, text))}
    assert found["Monday"].start is None


def test_a_page_with_a_date_is_not_dated_by_what_it_tells(stage: DocumentStage) -> None:
    text = "Lakeland is in the 14th month of its war. The king resigned on Monday."
    published = Date("2021-06-17", "2021-06-17", "day", "explicit", "17 June 2021")
    found = DateResolver(load_calendar(), OCCURRENCES).resolve(read(stage, text, published))
    assert [(each.start, each.basis) for each in found] == [("2021-06-14", "relative")]
