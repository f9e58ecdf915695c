"""What words of time mean once they are split into their parts: a month, a weekday, a quarter, so many units away.

Everything here reckons from the page's date, from the stretch or quarter that the text named last, and from the tense.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from dragoman.mentions import stretches
from dragoman.mentions.stretches import Stretch
from dragoman.mentions.tense import Direction
from dragoman.ontology.calendar import Holiday

NEAR_DAYS = 3
"""Where no tense says which Friday is meant, the nearest one to the page's date is taken, and marked as inferred."""
FAR_DAYS = 245
"""A day or month without a year that the tense would put farther away than this is the one nearest to the page's date."""


@dataclass(slots=True)
class Context:
    """What the text so far allows: the page's date, the stretch, quarter and day named last, the tense around the words.

    `day` is none while the text is at a month or week named after it, `last_day` stays.
    """

    anchor: date | None
    previous: Stretch | None = None
    quarter: Stretch | None = None
    day: date | None = None
    direction: Direction | None = None
    last_day: date | None = None

    def turn(self) -> None:
        """A new paragraph: months that the last one told of are put aside, the day named before them is in mind again."""
        self.day = self.last_day

    def name(self, stretch: Stretch) -> None:
        """The text names a stretch; the day named before stays in mind while only years and the like are named."""
        self.previous = stretch
        if stretch.precision in ("day", "week", "month"):
            self.day = stretch.start if stretch.precision == "day" else None
            self.last_day = self.day or self.last_day


def nearest(context: Context, of_year: Callable[[int], Stretch | None]) -> Stretch | None:
    """Of what comes once a year, the one that is meant where no year is named: by the tense, else the nearest."""
    if context.anchor is None:
        return None
    anchor = context.anchor
    found = [s for s in (of_year(anchor.year + by) for by in (-1, 0, 1)) if s is not None]
    told = [s for s in found if _on_side(s, anchor, context.direction) and _distance(s, anchor) <= FAR_DAYS]
    return min(told or found, key=lambda s: _distance(s, anchor), default=None)


def _on_side(stretch: Stretch, anchor: date, side: Direction | None) -> bool:
    if side == "past":
        return stretch.start <= anchor
    return stretch.end >= anchor if side == "future" else True


def _distance(stretch: Stretch, anchor: date) -> int:
    """Days between a stretch and the anchor; 0 inside it."""
    return max((stretch.start - anchor).days, (anchor - stretch.end).days, 0)


def beside(context: Context, by: int, of_year: Callable[[int], Stretch | None]) -> Stretch | None:
    """Of what comes once a year, the last one over (-1), the next to begin (1), or the one of the page's year (0)."""
    if context.anchor is None:
        return None
    anchor = context.anchor
    found = [s for s in (of_year(anchor.year + years) for years in (-1, 0, 1)) if s is not None]
    if by == 0:
        return of_year(anchor.year)
    if by < 0:
        return max((s for s in found if s.end < anchor), key=lambda s: s.end, default=None)
    return min((s for s in found if s.end >= anchor and s.start > anchor), key=lambda s: s.end, default=None)


def weekday(context: Context, number: int, by: int | None) -> date | None:
    """The day of the week (0 is Monday) that the tense, or a word like "last" (-1), asks for."""
    if context.anchor is None:
        return None
    back = (context.anchor.weekday() - number) % 7
    side = shift_direction(by) or context.direction
    if side == "past":
        return context.anchor - timedelta(days=back or (7 if by is not None else 0))
    if side == "future":
        return context.anchor + timedelta(days=7 - back if back or by is not None else 0)
    return context.anchor - timedelta(days=back if back <= NEAR_DAYS else back - 7)


def day_alone(context: Context, number: int) -> Stretch | None:
    """The day of a month that is not named: the one that the tense asks for, else the nearest to the page's date."""
    if context.anchor is None:
        return None
    anchor = context.anchor
    months = (stretches.month(anchor.year, anchor.month + by) for by in (-1, 0, 1))
    days = (stretches.a_day(month.start.year, number, month.start.month) for month in months)
    found = [stretches.day(of) for of in days if of is not None]
    told = [of for of in found if _on_side(of, anchor, context.direction)]
    return min(told or found, key=lambda of: _distance(of, anchor), default=None)


def shift_direction(by: int | None) -> Direction | None:
    """The side of a word like "last" or "next"."""
    if not by:
        return None
    return "past" if by < 0 else "future"


def weekend(context: Context, by: int | None) -> Stretch | None:
    """Saturday and Sunday: of the page's week or, told by tense or word, the one before or after."""
    if context.anchor is None:
        return None
    here = stretches.week(context.anchor).start + timedelta(days=5)
    side = shift_direction(by) or (context.direction if by is None else None)
    if side == "past" and (by is not None or context.anchor < here):
        here -= timedelta(days=7)
    if by is not None and by > 0 and context.anchor >= here:
        here += timedelta(days=7)
    return stretches.days(here, here + timedelta(days=1))


def quarter(context: Context, number: int) -> Stretch | None:
    """A quarter without a year: the one that the tense asks for, else the last one that has begun."""
    if context.direction == "future":
        return nearest(context, lambda year: stretches.quarter(year, number))
    told = replace(context, direction="past")
    return nearest(told, lambda year: stretches.quarter(year, number))


def same_before(stretch: Stretch, years: int) -> Stretch:
    """The same month, season, quarter or year so many years before; of finer or other stretches the whole year."""
    if stretches.is_quarter(stretch):
        return stretches.quarter(stretch.start.year - years, stretch.end.month // 3)
    if stretch.precision == "month":
        return stretches.month(stretch.start.year - years, stretch.start.month)
    return stretches.year(stretch.start.year - years)


def holiday(of_year: int, rule: Holiday) -> Stretch | None:
    """A holiday's day in a year: a fixed day, the nth weekday of a month, or so many days after Easter."""
    if rule.after_easter is not None:
        return stretches.day(easter(of_year) + timedelta(days=rule.after_easter))
    if rule.day is not None:
        found = stretches.a_day(of_year, rule.day, rule.month)
        return stretches.day(found) if found else None
    first = date(of_year, rule.month, 1)
    return stretches.day(first + timedelta(days=(rule.weekday - first.weekday()) % 7 + 7 * (rule.nth - 1)))


def easter(of_year: int) -> date:
    """Western Easter Sunday (the anonymous Gregorian computus, Nature 1876)."""
    golden, century, rest = of_year % 19, of_year // 100, of_year % 100
    correction = (century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 19 * golden + 15) % 30
    weekday_shift = (32 + 2 * (century % 4) + 2 * (rest // 4) - correction - rest % 4) % 7
    late = (golden + 11 * correction + 22 * weekday_shift) // 451
    month, day = divmod(correction + weekday_shift - 7 * late + 114, 31)
    return date(of_year, month, day + 1)


def century(two_digits: int, anchor: date | None) -> int:
    """The year of two digits that lies nearest to the page's year, at most twenty years ahead of it."""
    latest = (anchor.year if anchor else 2000) + 20
    return latest - (latest - two_digits) % 100


def numbered(words: str, numbers: Mapping[str, int]) -> int:
    """A number written in digits or words ("thirty-one")."""
    if words.isdigit():
        return int(words)
    return sum(numbers[part] for part in words.lower().replace("-", " ").split())
