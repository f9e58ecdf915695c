"""The rules that read words of time: patterns over the calendar's words, each with the method that says what it means.

A rule is tried only where one of its first words stands, so that most words of a text cost one look-up. At a word the rules
are tried in the order of the table; the first that can read its words wins.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from dragoman.mentions import reckoning, stretches
from dragoman.mentions.reckoning import Context
from dragoman.mentions.stretches import Stretch
from dragoman.ontology.calendar import Calendar, Part, Unit, Vagueness
from dragoman.records import DateBasis

LONGEST_WORD_BEFORE = 16
DIGITS = "#"
FISCAL = "a fiscal year or quarter, taken as the calendar's"
TWELVE = 12
_STARTS = re.compile(r"(?<![\w-])(?:(\d+)|['’](?=\d)|[^\W\d_]+)")


@dataclass(frozen=True, slots=True)
class Reading:
    """What words mean: days, or none where they cannot be placed (`vague`: none are meant).

    An `aside` only compares ("from 5 % a year earlier"): the text goes on from the stretch named before it.
    """

    stretch: Stretch | None
    basis: DateBasis = "relative"
    clues: tuple[str, ...] = ()
    vague: Vagueness | None = None
    aside: bool = False


Match = re.Match[str]
Reader = Callable[[Match, Context], Reading | None]


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern, the words that it can start with, and its reader."""

    pattern: re.Pattern[str]
    starts: frozenset[str]
    read: Reader


class TimeRules:
    """All rules over one calendar."""

    def __init__(self, calendar: Calendar) -> None:
        self._calendar = calendar
        self._months = {name: number for number, names in calendar.months.items() for name in names}
        self._weekdays = {name: number for number, names in calendar.weekdays.items() for name in names}
        self._units: dict[str, Unit] = {name: unit for unit, names in calendar.units.items() for name in names}
        self._parts: dict[str, Part] = {name: part for part, names in calendar.parts.items() for name in names}
        self._vague: dict[str, Vagueness] = {name: kind for kind, names in calendar.vague.items() for name in names}
        self._words = self._vocabulary()
        spanned = (*map(re.escape, calendar.spanned), *(rf"\w{{3,}}{ending}" for ending in calendar.spanned_endings))
        self._spanned = re.compile(rf"\b(?:{'|'.join(spanned)})\b[^.;:,]{{0,40}}$", re.IGNORECASE)
        self._starts = self._by_first_word(self._table())

    def at(self, text: str) -> Iterator[tuple[int, tuple[Rule, ...]]]:
        """Each place where a word of time may start, in order, with the rules to try there."""
        find = self._starts.get
        for match in _STARTS.finditer(text):
            rules = find(DIGITS if match[1] or match[0] in "'’" else match[0].lower())
            if rules:
                yield match.start(), rules

    @staticmethod
    def _by_first_word(rules: Iterable[Rule]) -> dict[str, tuple[Rule, ...]]:
        found: dict[str, tuple[Rule, ...]] = {}
        for rule in rules:
            for word in rule.starts:
                found[word] = (*found.get(word, ()), rule)
        return found

    def _vocabulary(self) -> dict[str, tuple[str, ...]]:
        c = self._calendar
        singular = tuple(name for name in self._units if name not in c.plural_units)
        return {
            "month": tuple(self._months), "weekday": tuple(self._weekdays), "season": tuple(c.seasons),
            "unit": tuple(self._units), "singular": singular, "plural": c.plural_units, "days": tuple(c.days),
            "number": tuple(c.numbers), "shift": tuple(c.shifts), "part": tuple(self._parts), "some": c.some,
            "partofday": c.parts_of_day, "sameday": c.same_day, "nextday": c.next_day, "daybefore": c.day_before,
            "notafter": c.not_years_after, "nth": tuple(c.ordinals), "fiscal": c.fiscal, "yearbefore": c.year_before,
            "endofyear": c.end_of_year, "holiday": tuple(c.holidays), "century": tuple(map(str, c.centuries)),
            "decade": tuple(c.decades), "vague": tuple(self._vague), "weekof": tuple(c.weeks_of_month),
            "half": tuple(c.halves), "beside": tuple(c.beside), "hours": c.hours_on,
        }  # fmt: skip

    def _rule(self, starts: str, pattern: str, read: Reader) -> Rule:
        """`starts`: the slots, words and "#" (digits) that a pattern can begin with; <slot> is any of its words."""
        firsts = (self._words.get(start, (start,)) for start in starts.split())
        words = {re.split(r"[\s'’-]", word)[0] or DIGITS for first in firsts for word in first}
        if "number" in starts.split():
            words.add(DIGITS)
        filled = re.sub(r"(?<!\?P)<(\w+)>", lambda slot: f"(?:{_either(self._words[slot[1]])})", pattern)
        filled = filled.replace("#year", r"(?:19|20)\d\d").replace(
            "#number", rf"(?:\d{{1,3}}|{_either(self._words['number'])})"
        )
        return Rule(re.compile(rf"{filled}(?!\w)", re.IGNORECASE), frozenset(words), read)

    def _table(self) -> tuple[Rule, ...]:
        return (*self._days_of_the_calendar(), *self._parts_of_years(), *self._near_the_page(), *self._from_the_text(),
                *self._bare())  # fmt: skip

    def _days_of_the_calendar(self) -> Iterator[Rule]:
        sep = r"\s*(?:-|–|—|to|and|until)\s*"
        days = rf"(?P<first>\d{{1,2}})(?:st|nd|rd|th)?(?:{sep}(?P<last>\d{{1,2}})(?:st|nd|rd|th)?)?"
        on = r"(?:<weekday>,?\s+)?"
        yield self._rule("#", r"(?P<y>\d{4})[-/.](?P<m>\d{1,2})[-/.](?P<d>\d{1,2})", self._iso)
        yield self._rule("#", r"(?P<a>\d{1,2})/(?P<b>\d{1,2})/(?P<y>\d{4}|\d\d)", self._slashes)
        yield self._rule("#", r"(?P<day>\d{1,2})(?:st|nd|rd|th)(?=\s*(?:[.,;:)]|$))", self._day_alone)
        yield self._rule("weekday month", rf"{on}(?P<month><month>)\.?\s+{days},?\s+(?P<year>#year)", self._day_of_month)
        yield self._rule(
            "weekday #", rf"{on}{days}\s+(?:of\s+)?(?P<month><month>)\.?,?\s+(?P<year>#year)", self._day_of_month
        )
        yield self._rule("weekday month", rf"{on}(?P<month><month>)\.?\s+{days}(?!\s*[%,]?\d)", self._day_of_month)
        yield self._rule("weekday #", rf"{on}{days}\s+(?:of\s+)?(?P<month><month>)", self._day_of_month)

    def _parts_of_years(self) -> Iterator[Rule]:
        part = r"(?:(?P<part><part>)[\s-]+)?"
        month, season = rf"{part}(?P<month><month>)\.?", rf"{part}(?P<season><season>)"
        year = r"(?:\s+of|,)?\s+(?:in\s+)?(?:(?P<year>#year)|['’](?P<short>\d\d)|(?P<shift><shift>)\s+year)"
        before, fiscal = r"(?:(?P<before><yearbefore>)\s+)", r"(?P<fiscal><fiscal>)[\s-]+"
        in_month = (
            r"(?:the\s+)?(?P<week><weekof>)\s+(?P<of>week|days)\s+(?:of|in)\s+(?P<month><month>)(?:,?\s+(?P<year>#year))?"
        )
        yield self._rule("the weekof", in_month, self._week_of_month)
        half = r"(?:the\s+)?(?P<half><half>)\s+half\s+of\s+(?:(?P<month><month>)(?:,?\s+(?P<year>#year))?|(?P<whole>#year)"
        yield self._rule("the half", half + r"|(?P<shift><shift>)\s+year|the\s+year)", self._half)
        of_that = r"\s+(?:of|in)\s+(?:that|the\s+same)\s+(?:very\s+)?year"
        yield self._rule("part month", month + of_that, self._that_month)
        yield self._rule("part month", month + year, self._month_of_year)
        yield self._rule("shift", r"(?P<shift><shift>)\s+(?P<month><month>)(?!\.?\s+\d)", self._shifted_month)
        yield self._rule("part season", season + year, self._season_of_year)
        yield self._rule("shift", r"(?P<shift><shift>)\s+(?P<season><season>)", self._shifted_season)
        nth = r"(?P<nth><nth>)[\s-]+quarter"
        yield self._rule("shift", rf"(?P<shift><shift>)\s+year['’]s\s+(?:{fiscal})?{nth}", self._quarter)
        yield self._rule("the yearbefore fiscal nth", rf"(?:the\s+)?{before}?(?:{fiscal})?{nth}(?:{year})?", self._quarter)
        yield self._rule("q", rf"Q(?P<nth>[1-4])(?:{year})?", self._quarter)
        yield self._rule("the yearbefore", rf"(?:the\s+)?{before}(?:quarter|period)", self._quarter_a_year_before)
        yield self._rule("the that", r"(?:the|that)\s+(?:quarter(?!\s+of)|latest\s+(?:quarter|period))", self._that_quarter)
        yield self._rule("the shift", r"(?:the\s+)?(?P<shift><shift>)\s+quarter", self._shifted_quarter)

    def _near_the_page(self) -> Iterator[Rule]:
        shift = r"(?:(?P<shift><shift>)\s+)?"
        to = r"\s*(?P<joint>-|–|—|to|and|until)\s*"
        beside = r"the\s+(?P<beside><beside>)\s+(?P<weekday><weekday>)(?:\s+<partofday>)?"
        yield self._rule("the", beside, self._weekday_beside)
        yield self._rule("shift weekday", rf"{shift}(?P<weekday><weekday>){to}(?P<to><weekday>)", self._weekdays_range)
        yield self._rule("shift weekday", rf"{shift}(?P<weekday><weekday>)(?:\s+<partofday>)?", self._weekday)
        yield self._rule("the shift", r"(?:the|(?P<shift><shift>))\s+weekend", self._weekend)
        yield self._rule("days", r"(?P<days><days>)(?!\s+(?:(?:on|into|from)\s+)?<weekday>)", self._relative_day)
        yield self._rule("this", r"this\s+<partofday>", self._this_day)
        yield self._rule("endofyear", r"<endofyear>", self._end_of_year)
        yield self._rule(
            "earlier later part",
            r"(?:(?:earlier|later)|(?P<part><part>))\s+(?:in\s+)?the\s+(?P<unit><singular>)",
            self._running,
        )
        beside = r"the\s+(?P<way>following|next|previous|preceding)\s+(?P<unit><singular>)"
        yield self._rule("the", beside, self._next_to)
        yield self._rule(
            "earlier later part the shift",
            r"(?:(?:earlier|later)\s+)?(?:(?P<part><part>)\s+)?(?:the\s+)?(?P<shift><shift>)\s+(?P<unit><singular>)",
            self._shifted_unit,
        )
        yield self._rule("the shift recent", r"(?:the\s+)?(?:recent|(?P<shift><shift>))\s+<plural>", self._vague_units)
        yield self._rule("number", r"(?P<n>#number)\s+(?P<unit><unit>)\s+(?P<way>ago|from now)", self._ago)
        yield self._rule("some", r"<some>\s+<plural>\s+(?P<way>ago)", self._vague_units)
        yield self._rule("in", r"in\s+(?P<n>#number)\s+(?P<unit><unit>)(?!['’])(?=\s*(?:time|[.,;]|$))", self._ahead)

    def _from_the_text(self) -> Iterator[Rule]:
        way = r"(?P<way>earlier|later|(?:before|after)(?=\s*(?:[.,;:)]|$)))"
        yield self._rule("sameday", r"<sameday>", self._same_day)
        yield self._rule("hours", r"<hours>", self._hours_on)
        yield self._rule("nextday", r"<nextday>", self._next_day)
        yield self._rule("daybefore", r"<daybefore>", self._day_before)
        yield self._rule("number", rf"(?P<n>#number)\s+(?P<unit><unit>)\s+{way}", self._from_previous)
        yield self._rule("the", rf"the\s+(?P<unit><singular>)\s+{way}", self._from_previous)
        yield self._rule("yearbefore", r"(?P<before><yearbefore>)", self._quarter_a_year_before)
        yield self._rule("the", r"the\s+same\s+(?P<unit><singular>)", self._same_unit)
        yield self._rule("earlier later that", r"(?:(?:earlier|later)\s+)?that\s+(?P<unit><singular>)", self._that_unit)
        yield self._rule("that the", r"(?:that|the\s+same)\s+(?P<month><month>)(?!\.?\s+\d)", self._that_month)
        yield self._rule("vague", r"(?P<vague><vague>)(?!\s+(?:<number>|<some>|<unit>|few|couple|\d))", self._vague_word)

    def _bare(self) -> Iterator[Rule]:
        part = r"(?:(?P<part><part>)[\s-]+)?"
        words = r"(?P<century><century>)\s+(?P<rest>(?:hundred|<decade>|<number>)(?:[\s-]<number>)?)"
        yield self._rule("holiday", r"(?P<holiday><holiday>)(?:,?\s+(?:of\s+)?(?P<year>#year))?", self._holiday)
        yield self._rule("shift", r"(?P<shift><shift>)\s+(?P<holiday><holiday>)", self._holiday)
        yield self._rule("part month", rf"{part}(?P<month><month>)", self._month_alone)
        yield self._rule("part the #", rf"{part}(?:the\s+)?(?P<decade>(?:19|20)\d0)['’]?s", self._decade)
        yield self._rule("part the #", rf"{part}(?:the\s+)?['’](?P<short>\d0)s", self._decade)
        yield self._rule("part the decade", rf"{part}the\s+(?P<word><decade>)", self._decade)
        yield self._rule(
            "part fiscal #",
            rf"{part}(?:(?P<fiscal><fiscal>)\s+)?(?P<year>#year)(?!\s+<notafter>)(?![.,]\d)",
            self._year,
        )
        yield self._rule("century", words, self._year_in_words)

    # Readers of days and parts of the calendar.

    def _iso(self, m: Match, _: Context) -> Reading | None:
        of = stretches.a_day(int(m["y"]), int(m["d"]), int(m["m"]))
        return Reading(stretches.day(of), "explicit") if of else None

    def _slashes(self, m: Match, context: Context) -> Reading | None:
        """Which of two numbers is the month: the one that can be, else the reading nearest to the page's date."""
        year = int(m["y"]) if len(m["y"]) > 2 else reckoning.century(int(m["y"]), context.anchor)
        first, second = int(m["a"]), int(m["b"])
        days = {d for d in (stretches.a_day(year, second, first), stretches.a_day(year, first, second)) if d}
        if not days:
            return None
        if len(days) == 1:
            return Reading(stretches.day(days.pop()), "explicit")
        if context.anchor is None:
            return Reading(None, "explicit")
        anchor: date = context.anchor
        near = min(days, key=lambda d: (abs((d - anchor).days), d))
        return Reading(
            stretches.day(near), "inferred", ("day and month could be exchanged: the nearest to the page's date",)
        )

    def _day_of_month(self, m: Match, context: Context) -> Reading | None:
        if not m["month"][0].isupper():
            return None
        number, first = self._months[m["month"].lower()], int(m["first"])
        last = int(m["last"] or first)
        if "year" in m.re.groupindex:
            stretch = _days(int(m["year"]), number, first, last)
            return Reading(stretch, "explicit") if stretch else None
        stretch = reckoning.nearest(context, lambda year: _days(year, number, first, last))
        return Reading(stretch) if stretch or (context.anchor is None and 1 <= first <= 31) else None

    def _day_alone(self, m: Match, context: Context) -> Reading | None:
        """ "on the 15th": of the page's month or the one beside it, by the tense."""
        if not _after(m, self._calendar.before_day):
            return None
        return Reading(reckoning.day_alone(context, int(m["day"])))

    def _week_of_month(self, m: Match, context: Context) -> Reading | None:
        """ "the last week of July": seven days of it, the weeks counted from its first day or its last."""
        if not m["month"][0].isupper():
            return None
        whole, basis = self._month_named(m, context)
        return Reading(stretches.week_of(whole, self._calendar.weeks_of_month[_plain(m["week"])]) if whole else None, basis)

    def _month_named(self, m: Match, context: Context) -> tuple[Stretch | None, DateBasis]:
        number = self._months[m["month"].lower()]
        if m["year"]:
            return stretches.month(int(m["year"]), number), "explicit"
        return reckoning.nearest(context, lambda year: stretches.month(year, number)), "relative"

    def _half(self, m: Match, context: Context) -> Reading | None:
        """ "the first half of the year", "of 2022", "of July"."""
        if m["month"] and not m["month"][0].isupper():
            return None
        basis: DateBasis = "explicit" if m["whole"] else "relative"
        if m["month"]:
            whole, basis = self._month_named(m, context)
        elif m["whole"]:
            whole = stretches.year(int(m["whole"]))
        else:
            whole = stretches.year(context.anchor.year + (self._shift(m) if m["shift"] else 0)) if context.anchor else None
        return Reading(stretches.half(whole, self._calendar.halves[_plain(m["half"])]) if whole else None, basis)

    def _month_of_year(self, m: Match, context: Context) -> Reading | None:
        if not m["month"][0].isupper():
            return None
        number = self._months[m["month"].lower()]
        return self._of_year(m, context, lambda year: stretches.month(year, number))

    def _season_of_year(self, m: Match, context: Context) -> Reading | None:
        first, last = self._calendar.seasons[m["season"].lower()]
        return self._of_year(m, context, lambda year: stretches.season(year, first, last))

    def _of_year(self, m: Match, context: Context, of: Callable[[int], Stretch]) -> Reading:
        """Something of the year that the match names, in full, in two digits, or by a word like "last"."""
        if m["shift"]:
            whole = of(context.anchor.year + self._shift(m)) if context.anchor else None
            return Reading(self._cut(whole, m))
        year = int(m["year"]) if m["year"] else reckoning.century(int(m["short"]), context.anchor)
        return Reading(self._cut(of(year), m), "explicit")

    def _shifted_month(self, m: Match, context: Context) -> Reading | None:
        if not m["month"][0].isupper():
            return None
        number = self._months[m["month"].lower()]
        return Reading(reckoning.beside(context, self._shift(m), lambda year: stretches.month(year, number)))

    def _shifted_season(self, m: Match, context: Context) -> Reading:
        first, last = self._calendar.seasons[m["season"].lower()]
        return Reading(reckoning.beside(context, self._shift(m), lambda year: stretches.season(year, first, last)))

    # Readers of quarters.

    def _quarter(self, m: Match, context: Context) -> Reading:
        groups = m.groupdict()
        number = int(m["nth"]) if m["nth"].isdigit() else self._calendar.ordinals[m["nth"].lower()]
        clues = (FISCAL,) if groups.get("fiscal") else ()
        if any(groups.get(name) for name in ("year", "short", "shift")):
            found = self._of_year(m, context, lambda year: stretches.quarter(year, number))
            context.quarter = found.stretch
            return Reading(found.stretch, "inferred" if clues else found.basis, clues)
        stretch = reckoning.quarter(context, number)
        if stretch and groups.get("before"):
            return Reading(reckoning.same_before(stretch, 1), "relative", clues, aside=True)
        context.quarter = stretch
        return Reading(stretch, "inferred" if clues and stretch else "relative", clues)

    def _quarter_a_year_before(self, m: Match, context: Context) -> Reading | None:
        """The same quarter or period of the year before the one that the text speaks of."""
        before = context.quarter or context.previous
        return Reading(reckoning.same_before(before, 1), aside=True) if before else None

    def _that_quarter(self, m: Match, context: Context) -> Reading | None:
        if context.quarter is None and "latest" in m[0].lower():
            return self._quarter_beside(context, -1)
        return Reading(context.quarter) if context.quarter else None

    def _shifted_quarter(self, m: Match, context: Context) -> Reading:
        return self._quarter_beside(context, self._shift(m))

    @staticmethod
    def _quarter_beside(context: Context, by: int) -> Reading:
        if context.anchor is None:
            return Reading(None)
        months = 4 * context.anchor.year + (context.anchor.month - 1) // 3 + by
        return Reading(stretches.quarter(months // 4, months % 4 + 1))

    # Readers of days and units near the page's date.

    def _weekday(self, m: Match, context: Context) -> Reading | None:
        if not m["weekday"][0].isupper():
            return None
        of = reckoning.weekday(context, self._weekdays[m["weekday"].lower()], self._shift(m) if m["shift"] else None)
        if of is None:
            return Reading(None)
        if m["shift"] or context.direction:
            return Reading(stretches.day(of))
        return Reading(stretches.day(of), "inferred", ("no tense says which: the nearest to the page's date",))

    def _weekday_beside(self, m: Match, context: Context) -> Reading | None:
        """ "the following Monday": after the day that the text named last; where it has named none, by the page's date."""
        if not m["weekday"][0].isupper() or context.day is None:
            return None
        by = self._calendar.beside[_plain(m["beside"])]
        told = Context(context.day, direction="future" if by > 0 else "past")
        of = reckoning.weekday(told, self._weekdays[m["weekday"].lower()], by)
        return Reading(stretches.day(of) if of else None)

    def _weekdays_range(self, m: Match, context: Context) -> Reading | None:
        if not (m["weekday"][0].isupper() and m["to"][0].isupper()):
            return None
        start = reckoning.weekday(context, self._weekdays[m["weekday"].lower()], self._shift(m) if m["shift"] else None)
        if start is None:
            return Reading(None)
        length = (self._weekdays[m["to"].lower()] - start.weekday()) % 7
        if m["joint"].strip().lower() == "and" and length > 1:
            return None
        return Reading(stretches.days(start, start + timedelta(days=length)))

    def _weekend(self, m: Match, context: Context) -> Reading:
        return Reading(reckoning.weekend(context, self._shift(m) if m["shift"] else None))

    def _relative_day(self, m: Match, context: Context) -> Reading:
        return _day_from(context.anchor, self._calendar.days[_plain(m["days"])])

    def _this_day(self, _: Match, context: Context) -> Reading:
        return _day_from(context.anchor, 0)

    def _end_of_year(self, _: Match, context: Context) -> Reading:
        if context.anchor is None:
            return Reading(None)
        return Reading(stretches.cut(stretches.year(context.anchor.year), "late"))

    def _running(self, m: Match, context: Context) -> Reading | None:
        told = context.day is not None and (context.anchor is None or context.day <= context.anchor)
        if told and self._units[m["unit"].lower()] == "day":
            return _day_from(context.day, 0)
        return self._unit_from(m, context, 0)

    def _shifted_unit(self, m: Match, context: Context) -> Reading:
        return self._unit_from(m, context, self._shift(m))

    def _unit_from(self, m: Match, context: Context, by: int) -> Reading:
        if context.anchor is None:
            return Reading(None)
        return Reading(self._cut(stretches.shifted(context.anchor, self._units[m["unit"].lower()], by), m))

    def _ago(self, m: Match, context: Context) -> Reading:
        sign = -1 if m["way"].lower() == "ago" else 1
        years = reckoning.numbered(m["n"], self._calendar.numbers) if self._units[m["unit"].lower()] == "year" else 0
        if years and sign < 0 and context.quarter and context.quarter == context.previous:
            return Reading(reckoning.same_before(context.quarter, years), aside=True)
        return self._away(m, context, sign)

    def _ahead(self, m: Match, context: Context) -> Reading | None:
        if self._spanned.search(m.string, max(0, m.start() - 60), m.start()):
            return None
        return self._away(m, context, 1)

    def _away(self, m: Match, context: Context, sign: int) -> Reading:
        if context.anchor is None:
            return Reading(None)
        count = reckoning.numbered(m["n"], self._calendar.numbers)
        return Reading(stretches.shifted(context.anchor, self._units[m["unit"].lower()], sign * count))

    # Readers of what the text named before.

    def _same_day(self, _: Match, context: Context) -> Reading:
        return _day_from(_day_named(context), 0)

    def _hours_on(self, _: Match, context: Context) -> Reading | None:
        """ "hours later", told in the past: still the day that the text named last."""
        if context.direction != "past" or context.day is None:
            return None
        return Reading(stretches.day(context.day), "inferred", ("hours after what the text told of that day",))

    def _next_day(self, _: Match, context: Context) -> Reading:
        return _day_from(_day_named(context), 1)

    def _day_before(self, _: Match, context: Context) -> Reading:
        return _day_from(_day_named(context), -1)

    def _from_previous(self, m: Match, context: Context) -> Reading:
        """So many units before or after the stretch named last, where that one is no coarser than the unit."""
        sign = 1 if m["way"].lower() in {"later", "after"} else -1
        count = reckoning.numbered(m["n"], self._calendar.numbers) if "n" in m.re.groupindex else 1
        unit = self._units[m["unit"].lower()]
        if unit == "year" and context.quarter and context.previous == context.quarter:
            return Reading(reckoning.same_before(context.quarter, -sign * count), aside=True)
        return replace(self._beside_previous(context, unit, sign * count), aside=unit == "year")

    def _next_to(self, m: Match, context: Context) -> Reading | None:
        if context.previous is None and m["way"].lower() == "next":
            return None
        sign = 1 if m["way"].lower() in {"following", "next"} else -1
        return self._beside_previous(context, self._units[m["unit"].lower()], sign)

    def _that_unit(self, m: Match, context: Context) -> Reading:
        return self._beside_previous(context, self._units[m["unit"].lower()], 0)

    def _that_month(self, m: Match, context: Context) -> Reading | None:
        """ "that October", "early in June of that year": of the year that the text named last."""
        if context.previous is None or not m["month"][0].isupper():
            return None
        return Reading(self._cut(stretches.month(context.previous.start.year, self._months[m["month"].lower()]), m))

    def _same_unit(self, m: Match, context: Context) -> Reading | None:
        """ "the same week": the unit that holds what the text named last; of a whole month, that month is all it says."""
        before, unit = context.previous, self._units[m["unit"].lower()]
        if before is None:
            return None
        return Reading(before) if not _fits(before, unit) else self._beside_previous(context, unit, 0)

    @staticmethod
    def _beside_previous(context: Context, unit: Unit, by: int) -> Reading:
        day = _day_named(context) if unit == "day" else None
        before = stretches.day(day) if day else context.previous
        if before is None or not _fits(before, unit):
            return Reading(None)
        if unit == "year" and before.precision == "month" and by:
            return Reading(reckoning.same_before(before, -by))
        return Reading(stretches.shifted(before.start, unit, by))

    # Readers of bare names and numbers, and of words that name no days.

    def _holiday(self, m: Match, context: Context) -> Reading | None:
        groups, rule = m.groupdict(), self._calendar.holidays[_plain(m["holiday"])]
        if groups.get("year"):
            return Reading(reckoning.holiday(int(m["year"]), rule), "explicit")
        if groups.get("shift"):
            return Reading(reckoning.beside(context, self._shift(m), lambda year: reckoning.holiday(year, rule)))
        if not m[0][0].isupper() or not _after(m, self._calendar.before_holiday):
            return None
        return Reading(reckoning.nearest(context, lambda year: reckoning.holiday(year, rule)))

    def _month_alone(self, m: Match, context: Context) -> Reading | None:
        if not m["month"][0].isupper() or not (m["part"] or _after(m, self._calendar.before_month)):
            return None
        number = self._months[m["month"].lower()]
        return Reading(self._cut(reckoning.nearest(context, lambda year: stretches.month(year, number)), m))

    def _decade(self, m: Match, context: Context) -> Reading:
        groups = m.groupdict()
        if groups.get("decade"):
            return Reading(self._cut(stretches.decade(int(m["decade"])), m), "explicit")
        digits = int(m["short"]) if groups.get("short") else self._calendar.decades[m["word"].lower()]
        year = reckoning.century(digits, context.anchor)
        return Reading(
            self._cut(stretches.decade(year if not context.anchor or year <= context.anchor.year else year - 100), m)
        )

    def _year(self, m: Match, _: Context) -> Reading | None:
        if _after(m, self._calendar.not_years_before):
            return None
        clues = (FISCAL,) if m["fiscal"] else ()
        return Reading(self._cut(stretches.year(int(m["year"])), m), "inferred" if clues else "explicit", clues)

    def _year_in_words(self, m: Match, _: Context) -> Reading | None:
        rest = m["rest"].lower()
        if rest.startswith("hundred"):
            return None
        tens = reckoning.numbered(rest, self._calendar.numbers)
        year = 100 * self._calendar.centuries[m["century"].lower()] + tens
        fits = tens >= TWELVE and stretches.FIRST_YEAR <= year <= stretches.LAST_YEAR
        return Reading(stretches.year(year), "explicit") if fits else None

    def _vague_units(self, m: Match, _: Context) -> Reading | None:
        groups = m.groupdict()
        if groups.get("shift"):
            side = reckoning.shift_direction(self._shift(m))
            return Reading(None, vague=side) if side else None
        return Reading(None, vague="past")

    def _vague_word(self, m: Match, _: Context) -> Reading:
        return Reading(None, vague=self._vague[_plain(m["vague"])])

    def _shift(self, m: Match) -> int:
        return self._calendar.shifts[m["shift"].lower()]

    def _cut(self, whole: Stretch | None, m: Match) -> Stretch | None:
        part = m.groupdict().get("part")
        return stretches.cut(whole, self._parts[_plain(part)]) if whole and part else whole


def _either(words: Iterable[str]) -> str:
    """The alternatives as a regular expression, longest first; apostrophes of either kind."""
    ordered = sorted(words, key=len, reverse=True)
    return "|".join(re.escape(word).replace(r"\ ", r"\s+").replace("'", "['’]") for word in ordered)


def _plain(words: str) -> str:
    """Words as the calendar spells them."""
    return " ".join(words.lower().replace("’", "'").split())


def _after(m: Match, words: tuple[str, ...]) -> bool:
    """Whether the match stands right after one of these words or signs."""
    before = m.string[max(0, m.start() - LONGEST_WORD_BEFORE) : m.start()].lower().rstrip()
    return any(before.endswith(word) and not before[: -len(word)][-1:].isalnum() for word in words)


def _days(year: int, month: int, first: int, last: int) -> Stretch | None:
    start, end = stretches.a_day(year, first, month), stretches.a_day(year, last, month)
    if start is None or end is None:
        return None
    return stretches.day(start) if start == end else stretches.days(start, end)


def _day_from(day: date | None, by: int) -> Reading:
    return Reading(stretches.day(day + timedelta(days=by)) if day else None)


def _day_named(context: Context) -> date | None:
    """The day that the text named last, where it has named no other week or month since."""
    return context.day


def _fits(stretch: Stretch, unit: Unit) -> bool:
    """Whether a stretch lies in one unit."""
    whole = stretches.shifted(stretch.start, unit, 0)
    return whole is not None and stretch.end <= whole.end
