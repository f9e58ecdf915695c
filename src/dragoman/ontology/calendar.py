"""Words of time: what a language calls months, weekdays, units and stretches of time."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from dragoman.ontology.load import Knowledge, load_entries

Unit = Literal["day", "week", "month", "year", "decade"]
Part = Literal["early", "mid", "late"]


class Calendar(Knowledge):
    """One language's words of time, in lower case. Months count from 1, weekdays from 0 (Monday).

    `shifts` move by units ("last": -1). `parts` are words that cut a stretch into thirds. `not_years_*` are words that keep
    a number beside them from being a year; `before_month` those after which a month's name that is also a word is a month;
    `future_governors` lemmas whose clause lies ahead.
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
    day_before: tuple[str, ...]
    parts: dict[Part, tuple[str, ...]]
    not_years_before: tuple[str, ...]
    not_years_after: tuple[str, ...]
    before_month: tuple[str, ...]
    future_governors: tuple[str, ...]


def load_calendar(folder: Path | None = None, language: str = "en") -> Calendar:
    """The calendar words of a language."""
    return load_entries("calendar", Calendar, folder)[language]
