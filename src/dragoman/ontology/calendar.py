"""Words of time: what a language calls months, weekdays, units and stretches of time."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from pydantic import Field

from dragoman.ontology.load import Knowledge, load_entries

Unit = Literal["day", "week", "month", "year", "decade"]
Part = Literal["early", "mid", "late"]
Vagueness = Literal["past", "present", "future"]


class Holiday(Knowledge):
    """When a holiday is: a day of a month, the `nth` `weekday` (0 is Monday) of a month, or days after Western Easter."""

    month: int = Field(default=1, ge=1, le=12)
    day: int | None = Field(default=None, ge=1, le=31)
    weekday: int = Field(default=0, ge=0, le=6)
    nth: int = Field(default=1, ge=1, le=4)
    after_easter: int | None = None


class Calendar(Knowledge):
    """One language's words of time, in lower case. Months count from 1, weekdays from 0 (Monday).

    `shifts` move by units ("last": -1). `parts` are words that cut a stretch into thirds. `not_years_*` are words that keep
    a number beside them from being a year; `before_month` those after which a month's name that is also a word is a month;
    `future_governors` lemmas whose clause lies ahead, `same_in_past` those of them that look so in the past.
    `centuries` and `decades` are years in words ("nineteen ninety-six",
    "the nineties"). `year_before` are words that ask for the same stretch a year earlier ("the year-ago quarter").
    `vague` are words of time that name no days; `some` are counts of which the same holds ("several years ago").
    `clause_sides` are conjunctions by whether their clause lies behind (1: ahead) of what it hangs on ("two days after").
    `hours_on` are words of the day named last ("hours later"); `beside` shifts weekdays from it ("the following Monday").
    `weeks_of_month` (-1: the last) and `halves` number parts; a day without its month stands after one of `before_day`.
    `no_days` are words of time that set a deed on no day of its own ("this time"), `elsewhen` those on a verb that lead away
    from the day told of; after one of `off_days` a date is no day of what is told next ("from Friday"), after one of
    `bounds` none of the deed itself ("until Friday").
    Before "in 24 years", `spanned` words and `spanned_endings` make the years those that went by ("the first visit in").
    """

    id: str
    months: dict[int, tuple[str, ...]]
    weekdays: dict[int, tuple[str, ...]]
    seasons: dict[str, tuple[int, int]]
    units: dict[Unit, tuple[str, ...]]
    numbers: dict[str, int]
    days: dict[str, int]
    parts_of_day: tuple[str, ...]
    shifts: dict[str, int]
    same_day: tuple[str, ...]
    next_day: tuple[str, ...]
    hours_on: tuple[str, ...]
    beside: dict[str, int]
    weeks_of_month: dict[str, int]
    halves: dict[str, int]
    before_day: tuple[str, ...]
    no_days: tuple[str, ...]
    elsewhen: tuple[str, ...]
    off_days: tuple[str, ...]
    bounds: tuple[str, ...]
    day_before: tuple[str, ...]
    parts: dict[Part, tuple[str, ...]]
    not_years_before: tuple[str, ...]
    not_years_after: tuple[str, ...]
    before_month: tuple[str, ...]
    before_holiday: tuple[str, ...]
    future_governors: tuple[str, ...]
    same_in_past: tuple[str, ...]
    future_auxiliaries: tuple[str, ...]
    past_auxiliaries: tuple[str, ...]
    plural_units: tuple[str, ...]
    ordinals: dict[str, int]
    centuries: dict[str, int]
    decades: dict[str, int]
    holidays: dict[str, Holiday]
    year_before: tuple[str, ...]
    fiscal: tuple[str, ...]
    end_of_year: tuple[str, ...]
    some: tuple[str, ...]
    vague: dict[Vagueness, tuple[str, ...]]
    spanned: tuple[str, ...]
    spanned_endings: tuple[str, ...]
    clause_sides: dict[str, int]


def load_calendar(folder: Path | None = None, language: str = "en") -> Calendar:
    """The calendar words of a language."""
    return load_entries("calendar", Calendar, folder)[language]
