"""Words of time, read against the page's date and the tense of their clause."""

from dataclasses import replace

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
        ("The ferry sank in the last week of April.", "2021-04-24", "2021-04-30", "relative"),
        ("The ferry sank in the opening days of May 2019.", "2019-05-01", "2019-05-07", "explicit"),
        ("Exports fell in the first half of the year.", "2021-01-01", "2021-06-30", "relative"),
        ("Exports fell in the latter half of 2019.", "2019-07-01", "2019-12-31", "explicit"),
        ("The camp was raided in the second half of March.", "2021-03-16", "2021-03-31", "relative"),
        ("The consul was summoned on the 9th.", "2021-06-09", "2021-06-09", "relative"),
        ("The consul was summoned on the 29th.", "2021-05-29", "2021-05-29", "relative"),
        ("The consul will be heard on the 9th.", "2021-07-09", "2021-07-09", "relative"),
        ("The port was shelled overnight on Tuesday.", "2021-06-15", "2021-06-15", "relative"),
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
        ("Exports fell in the first quarter.", "2021-01-01", "2021-03-31", "relative"),
        ("Exports fell in the third quarter of 2019.", "2019-07-01", "2019-09-30", "explicit"),
        ("Exports fell in last year's fourth quarter.", "2020-10-01", "2020-12-31", "relative"),
        ("Spending rose in fiscal 2018.", "2018-01-01", "2018-12-31", "inferred"),
        ("The port was shelled over the weekend.", "2021-06-12", "2021-06-13", "relative"),
        ("The two met at the end of the month.", "2021-06-21", "2021-06-30", "relative"),
        ("The envoys met earlier in the week.", "2021-06-14", "2021-06-20", "relative"),
        ("The bridge was blown up last April.", "2021-04-01", "2021-04-30", "relative"),
        ("The bridge was blown up in April last year.", "2020-04-01", "2020-04-30", "relative"),
        ("The accord was signed on Saturday, May 8, in Rabat.", "2021-05-08", "2021-05-08", "relative"),
        ("The truce was broken on Christmas Eve.", "2020-12-24", "2020-12-24", "relative"),
        ("The truce of Good Friday 2020 did not hold.", "2020-04-10", "2020-04-10", "explicit"),
        ("The wall came down in nineteen eighty-nine.", "1989-01-01", "1989-12-31", "explicit"),
        ("The feud dates back to the nineties.", "1990-01-01", "1999-12-31", "relative"),
        ("The note was handed over on 25/02/21.", "2021-02-25", "2021-02-25", "explicit"),
        ("Shareholders of record on Nov. 30 were paid.", "2020-11-30", "2020-11-30", "relative"),
    ],
)
def test_words_of_time_are_placed(
    stage: DocumentStage, resolver: DateResolver, text: str, start: str, end: str, basis: str
) -> None:
    (found,) = dates(stage, resolver, text)
    assert (found.start, found.end, found.basis) == (start, end, basis)


def test_an_announcement_and_what_it_announces_lie_on_different_sides(stage: DocumentStage, resolver: DateResolver) -> None:
    found = dates(stage, resolver, "The palace said on Monday that the king would travel to Lima on Friday.")
    assert [date.start for date in found] == ["2021-06-14", "2021-06-18"]


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("They spoke on 3 May 2021. The ships withdrew the same night.", "2021-05-03", "2021-05-03"),
        ("They spoke on 5 May 2021. The ships withdrew the same week.", "2021-05-03", "2021-05-09"),
        ("They spoke in May 2021. The ships withdrew the same week.", "2021-05-01", "2021-05-31"),
    ],
)
def test_the_same_night_or_week_is_that_of_what_was_named_last(
    text: str, start: str, end: str, stage: DocumentStage, resolver: DateResolver
) -> None:
    found = dates(stage, resolver, text)[-1]
    assert (found.start, found.end) == (start, end)


def test_the_same_day_is_the_day_named_before(stage: DocumentStage, resolver: DateResolver) -> None:
    found = dates(stage, resolver, "They spoke on 3 May 2021. On the same day the ships withdrew.")
    assert [date.start for date in found] == ["2021-05-03", "2021-05-03"]


def test_the_same_day_outlives_the_years_named_since(stage: DocumentStage, resolver: DateResolver) -> None:
    found = dates(
        stage, resolver, "They spoke on 3 May 2021. A song of the 1980s was played. The ships withdrew the same day."
    )
    assert [date.start for date in found] == ["2021-05-03", "1980-01-01", "2021-05-03"]


def test_that_month_is_of_the_year_named_before(stage: DocumentStage, resolver: DateResolver) -> None:
    found = dates(stage, resolver, "The treaty lapsed in 2016. That October the ships withdrew.")
    assert [date.start for date in found] == ["2016-01-01", "2016-10-01"]


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


def test_a_year_earlier_is_a_year_before_the_quarter_named_and_does_not_move_on(
    stage: DocumentStage, resolver: DateResolver
) -> None:
    text = "Sales fell in the first quarter of 2020 from a year earlier. Profits fell from a year earlier, too."
    found = [(date.start, date.end) for date in dates(stage, resolver, text)]
    assert found == [("2020-01-01", "2020-03-31"), ("2019-01-01", "2019-03-31"), ("2019-01-01", "2019-03-31")]


def test_so_many_days_later_count_from_the_day_named_before(stage: DocumentStage, resolver: DateResolver) -> None:
    found = dates(stage, resolver, "Shots were fired on 3 May 2021. Two days later the border was closed.")
    assert [date.start for date in found] == ["2021-05-03", "2021-05-05"]


def test_days_before_an_occasion_are_not_counted_from_another_day(stage: DocumentStage, resolver: DateResolver) -> None:
    found = dates(stage, resolver, "They met on 3 May 2021. The ban came ten days before the election.")
    assert [date.start for date in found] == ["2021-05-03"]


def test_day_and_month_that_could_be_exchanged_are_inferred(stage: DocumentStage, resolver: DateResolver) -> None:
    (found,) = dates(stage, resolver, "The note was handed over on 05/06/2021.")
    assert (found.start, found.basis) == ("2021-06-05", "inferred")


@pytest.mark.parametrize(
    ("text", "direction"),
    [
        ("The army is now in control of the airport.", "present"),
        ("Relations have cooled in recent years.", "past"),
        ("An embassy will open soon.", "future"),
        ("Talks will go on in the coming weeks.", "future"),
        ("They quarrelled several years ago.", "past"),
    ],
)
def test_words_that_name_no_days_are_left_out_unless_asked_for(
    stage: DocumentStage, resolver: DateResolver, text: str, direction: str
) -> None:
    (document,) = stage.run(iter([article(text, PAGE_DATE)]))
    assert isinstance(document, Document)
    assert resolver.resolve(document) == ()
    (found,) = resolver.resolve(document, vague=True)
    assert (found.start, found.inferred_from) == (None, (direction,))


@pytest.mark.parametrize(
    "text",
    ["He flew to Hanoi for the first time in 12 years.", "It was the deadliest raid in three years."],
)
def test_years_that_went_by_are_no_day_to_come(stage: DocumentStage, resolver: DateResolver, text: str) -> None:
    assert dates(stage, resolver, text) == []


def test_a_stretch_from_now_is_a_day_to_come(stage: DocumentStage, resolver: DateResolver) -> None:
    (found,) = dates(stage, resolver, "The mandate ends in three years.")
    assert found.start is not None
    assert found.start.startswith("2024")


@pytest.mark.parametrize(
    ("text", "start", "basis"),
    [
        ("The envoy landed on 2 June. The following Monday he saw the king.", "2021-06-07", "relative"),
        ("The envoy landed on 2 June. He had left Oslo the previous Friday.", "2021-05-28", "relative"),
        ("The port was leased in 2014. In May of that year the crane fell.", "2014-05-01", "relative"),
        ("The cabinet agreed on Monday to sell the port.", "2021-06-14", "relative"),
        ("The cabinet agreed to sell the port on Monday.", "2021-06-21", "relative"),
        ("Rebels took the port on Sunday. Hours later the army shelled it.", "2021-06-13", "inferred"),
        ("Rebels took the port on Sunday. Earlier in the day the mayor had fled.", "2021-06-13", "relative"),
        ("Rebels took the port on Sunday. That night the army shelled it.", "2021-06-13", "inferred"),
    ],
)
def test_days_are_reckoned_from_the_day_named_last(
    stage: DocumentStage, resolver: DateResolver, text: str, start: str, basis: str
) -> None:
    last = dates(stage, resolver, text)[-1]
    assert (last.start, last.basis) == (start, basis)


@pytest.mark.parametrize(
    "text",
    [
        "The army could shell the port within hours, the mayor warned on Sunday.",
        "Hours later the army shelled the port.",
        "The lift stopped on the 15th floor of the ministry.",
    ],
)
def test_hours_and_numbers_that_tell_no_day(stage: DocumentStage, resolver: DateResolver, text: str) -> None:
    assert all(word not in date.text for date in dates(stage, resolver, text) for word in ("ours", "15"))


@pytest.mark.parametrize(
    ("dateline", "day"),
    [
        ("ACCRA, June 16 (Bay) -- ", "2021-06-16"),
        ("ACCRA, Wednesday, 16 June — ", "2021-06-16"),
        ("ACCRA (Bay) -- ", "2021-06-17"),
        ("ACCRA, May 3 (Bay) -- ", "2021-06-17"),
    ],
)
def test_today_is_the_day_of_the_dateline_where_that_is_shortly_before_the_pages(
    stage: DocumentStage, resolver: DateResolver, dateline: str, day: str
) -> None:
    text = f"{dateline}The two envoys met today in the palace."
    blocks = (Block(0, len(dateline) - 1, "metadata", "dateline"), Block(len(dateline), len(text), "body", "test"))
    (document,) = stage.run(iter([replace(article(text, PAGE_DATE), blocks=blocks)]))
    assert isinstance(document, Document)
    assert [found.start for found in resolver.resolve(document)] == [day]
