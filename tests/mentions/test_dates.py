"""Words of time, read against the page's date and the tense of their clause."""

import pytest

from dragoman.documents.document import Document
from dragoman.documents.stage import DocumentStage
from dragoman.mentions.dates import DateResolver
from dragoman.ontology.calendar import load_calendar
from dragoman.records import Article, Block, Date

PAGE_DATE = Date("2021-06-17", "2021-06-17", "day", "explicit", "17 June 2021")  # a Thursday


@pytest.fixture(scope="module")
def stage() -> DocumentStage:
    return DocumentStage()


@pytest.fixture(scope="module")
def resolver() -> DateResolver:
    return DateResolver(load_calendar())


def article(text: str, published: Date | None) -> Article:
    blocks = (Block(0, len(text), "body", "test"),)
    return Article("a", "p", "p", None, None, None, None, published, None, "en", None, text, blocks)


def dates(stage: DocumentStage, resolver: DateResolver, text: str, published: Date | None = PAGE_DATE) -> list[Date]:
    (document,) = stage.run(iter([article(text, published)]))
    assert isinstance(document, Document)
    return list(resolver.resolve(document))


@pytest.mark.parametrize(
    ("text", "start", "end", "basis"),
    [
        ("The treaty was signed on 8 April 2010 in Prague.", "2010-04-08", "2010-04-08", "explicit"),
        ("The treaty was signed on April 8, 2010, in Prague.", "2010-04-08", "2010-04-08", "explicit"),
        ("Envoys met in Doha on 12-14 May 2019.", "2019-05-12", "2019-05-14", "explicit"),
        ("The border has been closed since March 2020.", "2020-03-01", "2020-03-31", "explicit"),
        ("Croatia joined the bloc in 2013.", "2013-01-01", "2013-12-31", "explicit"),
        ("The two armies clashed in the summer of 1999.", "1999-06-01", "1999-08-31", "explicit"),
        ("The dispute dates from the 1960s.", "1960-01-01", "1969-12-31", "explicit"),
        ("The minister resigned on Monday.", "2021-06-14", "2021-06-14", "relative"),
        ("The minister will resign on Monday.", "2021-06-21", "2021-06-21", "relative"),
        ("The minister is scheduled to visit Oslo on Tuesday.", "2021-06-22", "2021-06-22", "relative"),
        ("The envoy arrived on Thursday.", "2021-06-17", "2021-06-17", "relative"),
        ("Leaders will meet from Monday to Wednesday.", "2021-06-21", "2021-06-23", "relative"),
        ("The court ruled yesterday against the ban.", "2021-06-16", "2021-06-16", "relative"),
        ("Parliament approved the loan last month.", "2021-05-01", "2021-05-31", "relative"),
        ("Parliament approved the loan last week.", "2021-06-07", "2021-06-13", "relative"),
        ("Troops left the town three days ago.", "2021-06-14", "2021-06-14", "relative"),
        ("Troops left the town in late December.", "2020-12-21", "2020-12-31", "relative"),
        ("The summit will be held in September.", "2021-09-01", "2021-09-30", "relative"),
        ("The ceasefire took effect on May 21.", "2021-05-21", "2021-05-21", "relative"),
        ("The talks will resume on July 2.", "2021-07-02", "2021-07-02", "relative"),
    ],
)
def test_words_of_time_are_placed(
    stage: DocumentStage, resolver: DateResolver, text: str, start: str, end: str, basis: str
) -> None:
    (found,) = dates(stage, resolver, text)
    assert (found.start, found.end, found.basis) == (start, end, basis)


def test_an_announcement_and_what_it_announces_lie_on_different_sides(
    stage: DocumentStage, resolver: DateResolver
) -> None:
    found = dates(stage, resolver, "The palace said on Monday that the king would travel to Lima on Friday.")
    assert [date.start for date in found] == ["2021-06-14", "2021-06-18"]


def test_the_same_day_is_the_day_named_before(stage: DocumentStage, resolver: DateResolver) -> None:
    found = dates(stage, resolver, "They spoke on 3 May 2021. On the same day the ships withdrew.")
    assert [date.start for date in found] == ["2021-05-03", "2021-05-03"]


def test_a_page_without_a_date_keeps_the_words_unresolved(stage: DocumentStage, resolver: DateResolver) -> None:
    (found,) = dates(stage, resolver, "The minister resigned on Monday.", None)
    assert (found.start, found.end, found.text) == (None, None, "Monday")


def test_a_full_date_needs_no_page_date(stage: DocumentStage, resolver: DateResolver) -> None:
    (found,) = dates(stage, resolver, "The minister resigned on 4 July 2018.", None)
    assert found.start == "2018-07-04"


def test_a_date_from_an_inferred_page_date_is_inferred(stage: DocumentStage, resolver: DateResolver) -> None:
    clue = Date("2021-06-17", "2021-06-17", "day", "inferred", "", inferred_from=("date in the address",))
    (found,) = dates(stage, resolver, "The minister resigned on Monday.", clue)
    assert (found.start, found.basis) == ("2021-06-14", "inferred")
    assert "date in the address" in found.inferred_from


@pytest.mark.parametrize(
    "text",
    [
        "Some 2,000 troops crossed the river.",
        "About 1950 people fled the camp.",
        "The guards may march again.",
        "Flight 2015 was turned back.",
        "Resolution 1929 remains in force.",
    ],
)
def test_numbers_and_verbs_are_no_dates(stage: DocumentStage, resolver: DateResolver, text: str) -> None:
    assert dates(stage, resolver, text) == []


def test_offsets_point_at_the_words(stage: DocumentStage, resolver: DateResolver) -> None:
    text = "The accord of 5 August 2016 was never  ratified."
    (found,) = dates(stage, resolver, text)
    assert found.span is not None
    assert text[found.span.start : found.span.end] == found.span.text == "5 August 2016"
