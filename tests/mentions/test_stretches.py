"""Arithmetic of days."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.mentions import stretches
from dragoman.ontology.calendar import Part, Unit

DAYS = st.dates(date(1950, 1, 1), date(2090, 12, 31))


def test_a_month_counts_on_into_the_next_year() -> None:
    assert stretches.month(2023, 13) == stretches.month(2024, 1)
    assert stretches.month(2023, 0) == stretches.month(2022, 12)


def test_february_ends_with_its_year() -> None:
    assert stretches.month(2024, 2).end == date(2024, 2, 29)
    assert stretches.month(2023, 2).end == date(2023, 2, 28)


def test_a_winter_runs_into_the_year_after() -> None:
    winter = stretches.season(2022, 12, 2)
    assert (winter.start, winter.end) == (date(2022, 12, 1), date(2023, 2, 28))


def test_there_is_no_thirtieth_of_february() -> None:
    assert stretches.a_day(2024, 30, 2) is None


def test_last_week_is_the_whole_week_before() -> None:
    last = stretches.shifted(date(2023, 3, 17), "week", -1)
    assert last is not None
    assert (last.start, last.end) == (date(2023, 3, 6), date(2023, 3, 12))


def test_a_shift_out_of_the_calendar_is_unknown() -> None:
    assert stretches.shifted(date(2023, 3, 17), "year", -5000) is None


@given(DAYS, st.sampled_from(["day", "week", "month", "year", "decade"]))
def test_the_unit_around_a_day_holds_that_day(anchor: date, unit: Unit) -> None:
    around = stretches.shifted(anchor, unit, 0)
    assert around is not None
    assert around.start <= anchor <= around.end


@given(DAYS, st.sampled_from(["early", "mid", "late"]))
def test_a_part_lies_inside_its_month(anchor: date, part: Part) -> None:
    whole = stretches.month(anchor.year, anchor.month)
    piece = stretches.cut(whole, part)
    assert whole.start <= piece.start <= piece.end <= whole.end


@pytest.mark.parametrize(("part", "first", "last"), [("early", 1, 10), ("mid", 11, 20), ("late", 21, 31)])
def test_thirds_of_a_long_month(part: Part, first: int, last: int) -> None:
    piece = stretches.cut(stretches.month(2022, 12), part)
    assert (piece.start.day, piece.end.day) == (first, last)
