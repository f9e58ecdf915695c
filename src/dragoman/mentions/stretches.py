"""Arithmetic of days: a stretch of days with a precision, and the stretches that words of time ask for."""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date, timedelta

from dragoman.ontology.calendar import Part, Unit
from dragoman.records import Precision

FIRST_YEAR, LAST_YEAR = 1900, 2100
"""Outside these a number is no year of the news."""
NEVER_BEFORE, NEVER_AFTER = date(FIRST_YEAR, 1, 1), date(LAST_YEAR, 12, 31)


@dataclass(frozen=True, slots=True)
class Stretch:
    """Days from `start` to `end`, both included."""

    start: date
    end: date
    precision: Precision


def day(of: date) -> Stretch:
    """One day."""
    return Stretch(of, of, "day")


def days(start: date, end: date) -> Stretch | None:
    """A range of days, or `None` where it ends before it starts."""
    return Stretch(start, end, "range") if start <= end else None


def week(of: date) -> Stretch:
    """The week, Monday to Sunday, that holds a day."""
    monday = of - timedelta(days=of.weekday())
    return Stretch(monday, monday + timedelta(days=6), "week")


def month(year: int, number: int) -> Stretch:
    """A month; numbers outside 1 to 12 count on into the years beside."""
    year, number = year + (number - 1) // 12, (number - 1) % 12 + 1
    return Stretch(date(year, number, 1), date(year, number, calendar.monthrange(year, number)[1]), "month")


def year(number: int) -> Stretch:
    """A year."""
    return Stretch(date(number, 1, 1), date(number, 12, 31), "year")


def quarter(of_year: int, number: int) -> Stretch:
    """Three months, 1 to 4 in a calendar year."""
    return Stretch(month(of_year, 3 * number - 2).start, month(of_year, 3 * number).end, "range")


def is_quarter(stretch: Stretch) -> bool:
    """Whether a range is a quarter of a calendar year."""
    return stretch.precision == "range" and stretch == quarter(stretch.start.year, (stretch.start.month + 2) // 3)


def decade(first: int) -> Stretch:
    """Ten years."""
    return Stretch(date(first, 1, 1), date(first + 9, 12, 31), "decade")


def season(of_year: int, first: int, last: int) -> Stretch:
    """Months `first` to `last`; a winter that starts in December is named after that December's year."""
    return Stretch(month(of_year, first).start, month(of_year + (last < first), last).end, "season")


def a_day(of_year: int, number: int, of_month: int) -> date | None:
    """The day of a month, or `None` where there is no such day ("30 February")."""
    try:
        return date(of_year, of_month, number)
    except ValueError:
        return None


def shifted(anchor: date, unit: Unit, by: int) -> Stretch | None:
    """The unit `by` units away from the one that holds the anchor: (a Friday, "week", -1) is the week before."""
    try:
        match unit:
            case "day":
                return day(anchor + timedelta(days=by))
            case "week":
                return week(anchor + timedelta(weeks=by))
            case "month":
                return month(anchor.year, anchor.month + by)
            case "year":
                return year(anchor.year + by)
            case "decade":
                return decade(anchor.year // 10 * 10 + 10 * by)
    except (ValueError, OverflowError):
        return None


def week_of(month: Stretch, number: int) -> Stretch:
    """The nth seven days of a month; -1 are its last."""
    first = month.end - timedelta(days=6) if number < 0 else month.start + timedelta(weeks=number - 1)
    return Stretch(first, min(first + timedelta(days=6), month.end), "range")


def half(whole: Stretch, number: int) -> Stretch:
    """The first or second half of a year or month; years are parted after June, months after their 15th."""
    parted = date(whole.start.year, 7, 1) if whole.precision == "year" else whole.start + timedelta(days=15)
    if number == 1:
        return Stretch(whole.start, parted - timedelta(days=1), "range")
    return Stretch(parted, whole.end, "range")


def cut(whole: Stretch, part: Part) -> Stretch:
    """The early, middle or late third of a stretch; a stretch too short for thirds as it is."""
    if (whole.end - whole.start).days < 2:
        return whole
    third = timedelta(days=((whole.end - whole.start).days + 1) // 3)
    middle, late, one = whole.start + third, whole.start + 2 * third, timedelta(days=1)
    match part:
        case "early":
            return Stretch(whole.start, middle - one, "range")
        case "mid":
            return Stretch(middle, late - one, "range")
        case "late":
            return Stretch(late, whole.end, "range")
