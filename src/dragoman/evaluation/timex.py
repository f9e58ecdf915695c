"""TIMEX3 values of our dates: 2001-03, 1998-W05, 1999, 199, 1998-Q2, 1998-SU, 1998-W05-WE, PRESENT_REF."""

from __future__ import annotations

import re
from datetime import date
from typing import Final

from dragoman.records import Date

SEASONS: Final = {3: "SP", 6: "SU", 9: "FA", 12: "WI"}
VAGUE: Final = {"past": "PAST_REF", "present": "PRESENT_REF", "future": "FUTURE_REF"}
FRIDAY: Final = 4


def timex_value(found: Date) -> str | None:
    """The value of a date, or `None` where it has neither days nor a direction."""
    if found.start is None or found.end is None:
        return next((VAGUE[clue] for clue in found.inferred_from if clue in VAGUE), None)
    start, end = date.fromisoformat(found.start), date.fromisoformat(found.end)
    match found.precision:
        case "day":
            return start.isoformat()
        case "week":
            return _week(start)
        case "month":
            return f"{start:%Y-%m}"
        case "season":
            return f"{start.year}-{SEASONS[start.month]}" if start.month in SEASONS else str(start.year)
        case "year":
            return str(start.year)
        case "decade":
            return str(start.year // 10)
        case _:
            return _range(start, end)


def _range(start: date, end: date) -> str:
    """A quarter or weekend by its name; other ranges by the smallest week, month, year, decade or century around them."""
    if start.weekday() > FRIDAY and end.weekday() > FRIDAY and 0 < (end - start).days < FRIDAY:
        return _week(start) + "-WE"
    if start.day == 1 and (end.month - start.month, start.month % 3) == (2, 1) and start.year == end.year:
        return f"{start.year}-Q{end.month // 3}"
    if start.isocalendar()[:2] == end.isocalendar()[:2]:
        return _week(start)
    if (start.year, start.month) == (end.year, end.month):
        return f"{start:%Y-%m}"
    if start.year == end.year:
        return str(start.year)
    return str(start.year // 10) if start.year // 10 == end.year // 10 else str(start.year // 100)


def _week(start: date) -> str:
    year, week, _ = start.isocalendar()
    return f"{year}-W{week:02d}"


def normal(value: str | None) -> str | None:
    """A value as days at most, without what it leaves open: 1998-XX is 1998, 199X is 199, 1998-W5 is 1998-W05."""
    if value is None:
        return None
    days = re.sub(r"(?:-?(?:WXX|QX|X+))+$", "", value.partition("T")[0] or value)
    return re.sub(r"-W(\d)$", r"-W0\1", days)
