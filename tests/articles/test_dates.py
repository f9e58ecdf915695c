"""Dates of publication: stated, printed, in the address; ambiguity is said, nothing is guessed."""

import pytest

from dragoman.articles.cleaner import clean
from dragoman.articles.dates import DateReader, address_date
from dragoman.articles.lexicon import load_lexicon
from dragoman.records import Date

LEXICON = load_lexicon()
READER = DateReader(LEXICON.words)
BODY = "The foreign minister of Norway arrived in Tallinn on 4 May 2019 for talks about the border, the ministry said."


def printed(*lines: str) -> Date | None:
    text = "\n\n".join(lines)
    return READER.printed(text, clean(text, LEXICON).blocks)


@pytest.mark.parametrize(
    "text",
    [
        "2023-03-17", "2023-03-17T23:59:00+09:00", "2023/03/17 20:00", "20230317", "20230317T120000Z", "March 17, 2023",
        "17 Mar 2023 10:22 GMT", "Fri 17th March 2023", "Fri, 17 Mar 2023 10:22:00 +0000", "17.03.2023", "17/03/2023",
        "3/17/2023 4:05 PM", "2023年3月17日", "17-Mar-2023", "Mar. 17, 2023", "10:22, 17 March 2023",
        "Friday, March, 17, 2023", "17. March 2023", "17/Mar/2023",
    ],
)  # fmt: skip
def test_dates_are_read_as_people_write_them(text: str) -> None:
    found = READER.stated(text)
    assert found is not None
    assert (found.start, found.end, found.precision, found.basis, found.text) == (
        "2023-03-17",
        "2023-03-17",
        "day",
        "explicit",
        text,
    )


@pytest.mark.parametrize(
    "text", ["", "yesterday", "2 hours ago", "17 March", "2023", "32/13/2023", "version 2.0.1", "March Madness"]
)
def test_what_is_no_full_date_is_none(text: str) -> None:
    assert READER.stated(text) is None


def test_a_month_is_a_month() -> None:
    found = READER.stated("March 2023")
    assert found is not None
    assert (found.start, found.end, found.precision) == ("2023-03-01", "2023-03-31", "month")


def test_a_date_whose_order_nobody_knows_is_a_range_with_the_clue() -> None:
    found = READER.stated("03/04/2023")
    assert found is not None
    assert (found.start, found.end, found.precision, found.basis) == ("2023-03-04", "2023-04-03", "range", "inferred")
    assert found.inferred_from == ("03/04/2023 may be 2023-04-03 or 2023-03-04",)


@pytest.mark.parametrize(("order", "day"), [("dmy", "2023-04-03"), ("mdy", "2023-03-04")])
def test_an_outlets_habit_settles_the_order_and_is_given_as_the_clue(order: str, day: str) -> None:
    found = READER.stated("03/04/2023", order)  # type: ignore[arg-type]
    assert found is not None
    assert (found.start, found.precision, found.basis) == (day, "day", "inferred")
    assert "as this outlet writes it" in found.inferred_from[0]


def test_british_spelling_puts_the_day_first() -> None:
    ambiguous = READER.stated("03/04/2023")
    assert ambiguous is not None
    found = READER.by_spelling(ambiguous, "Its neighbours were sceptical.")
    assert (found.start, found.precision, found.basis) == ("2023-04-03", "day", "inferred")
    assert "neighbours" in found.inferred_from[-1]
    assert READER.by_spelling(ambiguous, "Nothing tells.") == ambiguous


@pytest.mark.parametrize(
    "line",
    [
        "Published on: 2023/03/17",
        "By Jane Doe // 2023-03-17",
        "March 17, 2023",
        "Jane Doe | Tallinn | Updated: March 17, 2023 22:47 IST",
    ],
)
def test_a_date_in_the_head_of_a_page_is_its_date_with_its_words(line: str) -> None:
    found = printed("Norway's minister in Tallinn for border talks", line, BODY)
    assert found is not None
    assert found.span is not None
    assert (found.start, found.basis) == ("2023-03-17", "explicit")
    assert found.span.text == found.text


def test_a_date_of_the_story_is_not_the_date_of_the_page() -> None:
    assert printed("Norway's minister in Tallinn for border talks", BODY) is None


def test_a_date_above_the_headline_is_the_last_resort_and_inferred() -> None:
    text = "\n\n".join(["October 4, 2023", "Norway's minister in Tallinn for border talks", BODY])
    blocks = clean(text, LEXICON).blocks
    assert READER.printed(text, blocks) is None
    found = READER.printed(text, blocks, above=True)
    assert found is not None
    assert (found.start, found.basis) == ("2023-10-04", "inferred")
    assert "above the headline" in found.inferred_from[0]


def test_published_goes_before_updated() -> None:
    found = printed("Minister in Tallinn for border talks", "Updated: 18 March 2023", "Published: 17 March 2023", BODY)
    assert found is not None
    assert found.start == "2023-03-17"


def test_the_day_of_first_publication_counts_for_a_reprint() -> None:
    found = READER.reprinted(["We print this report again as it was published on Wednesday 13 June 2018."])
    assert found is not None
    assert found.start == "2018-06-13"
    assert READER.reprinted(["Published on 13 June 2018."]) is None


@pytest.mark.parametrize(
    "url",
    [
        "https://bay.example/2023/03/17/talks", "https://bay.example/world/2023/mar/17/talks", "https://bay.example/talks-2023-03-17",
        "https://bay.example/a/20230317/x.html", "https://bay.example/2023/3/17/talks",
    ],
)  # fmt: skip
def test_an_address_gives_an_inferred_day(url: str) -> None:
    found = address_date(url)
    assert found is not None
    assert (found.start, found.basis, found.text) == ("2023-03-17", "inferred", "")
    assert "2023" in found.inferred_from[0]


def test_an_address_with_a_month_gives_the_month() -> None:
    found = address_date("https://bay.example/2023/03/talks")
    assert found is not None
    assert (found.start, found.end, found.precision) == ("2023-03-01", "2023-03-31", "month")


@pytest.mark.parametrize(
    "url", ["https://bay.example/talks", "https://bay.example/id/20231799", "https://bay.example/?d=2023-03-17"]
)
def test_other_numbers_in_an_address_are_no_date(url: str) -> None:
    assert address_date(url) is None


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("Tue, 03/02/2021 - 10:12", "2021-03-02"), ("Wednesday 03/02/2021", "2021-02-03"), ("27.06.24", "2024-06-27"),
        ("3.4.98", "1998-04-03"),
    ],
)  # fmt: skip
def test_weekdays_and_full_stops_settle_the_order_of_numbers(words: str, day: str) -> None:
    found = READER.stated(words)
    assert found is not None
    assert (found.start, found.end) == (day, day)


@pytest.mark.parametrize("words", ["12.30.45", "Host 4.5.22.7", "31.02.24"])
def test_times_and_numbers_of_hosts_are_no_days(words: str) -> None:
    assert READER.stated(words) is None
