"""When: finds words of time and, where the page allows it, says which days they mean.

Dates that name their year stand by themselves (basis "explicit"). All others are relative to the page's date and to the
tense of their clause: what was announced "on Friday" lies behind, what is to happen "on Tuesday" ahead. A page without a
date leaves them unresolved: the words are kept, `start` and `end` are `None`. The page's date itself never stands in for
the date of an event.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Literal

from spacy.tokens import Doc, Token

from dragoman.documents.document import Document
from dragoman.mentions import stretches
from dragoman.mentions.stretches import Stretch
from dragoman.ontology.calendar import Calendar, Part, Unit
from dragoman.records import Date, DateBasis, Span

Direction = Literal["past", "future"]
Found = tuple[Stretch | None, DateBasis]
LONGEST_WORD_BEFORE = 16
NEAR_DAYS = 3
"""Where no tense says which Friday is meant, the nearest one to the page's date is taken, and marked as inferred."""


@dataclass(slots=True)
class _Context:
    """What the words so far allow: the page's date, the stretch named last, and the tense around the words."""

    anchor: date | None
    previous: Stretch | None
    direction: Direction | None


Rule = tuple[re.Pattern[str], Callable[[re.Match[str], _Context], Found | None]]


class DateResolver:
    """Finds and resolves words of time. Built once from a calendar; keeps nothing between documents."""

    def __init__(self, calendar: Calendar) -> None:
        self._calendar = calendar
        self._months = {name: number for number, names in calendar.months.items() for name in names}
        self._weekdays = {name: number for number, names in calendar.weekdays.items() for name in names}
        self._units: dict[str, Unit] = {name: unit for unit, names in calendar.units.items() for name in names}
        self._parts: dict[str, Part] = {name: part for part, names in calendar.parts.items() for name in names}
        self._rules = self._compiled()

    def resolve(self, document: Document) -> tuple[Date, ...]:
        """Every expression of time in the document, in order; unresolved ones have neither start nor end."""
        anchor, clues = _anchor(document)
        context = _Context(anchor, None, None)
        found = []
        for start, end, rule, match in self._matches(document.doc):
            span = _span(document, start, end)
            if span is None:
                continue
            context.direction = self._direction(document.doc, start)
            result = rule(match, context)
            if result is None:
                continue
            stretch, basis = result
            context.previous = stretch or context.previous
            found.append(_date(stretch, basis, span, clues))
        return tuple(found)

    def _matches(
        self, doc: Doc
    ) -> Iterator[tuple[int, int, Callable[[re.Match[str], _Context], Found | None], re.Match[str]]]:
        """Matches of the rules, leftmost first, an earlier rule before a later one, none overlapping."""
        text = doc.text
        taken = [
            (match.start(), order, match.end(), rule, match)
            for order, (pattern, rule) in enumerate(self._rules)
            for match in pattern.finditer(text)
        ]
        end_of_last = -1
        for start, _, end, rule, match in sorted(taken, key=lambda item: (item[0], item[1])):
            if start >= end_of_last:
                end_of_last = end
                yield start, end, rule, match

    # The rules. Each pattern is a template over the calendar's words; each method below reads one of them.

    def _compiled(self) -> tuple[Rule, ...]:
        words = self._vocabulary()

        def rule(pattern: str, read: Callable[[re.Match[str], _Context], Found | None]) -> Rule:
            filled = re.sub(r"<(\w+)>", lambda slot: words[slot[1]], pattern)
            return re.compile(rf"(?<![\w-]){filled}(?![\w])", re.IGNORECASE), read

        day, sep = r"(\d{1,2})(?:st|nd|rd|th)?", r"\s*(?:-|–|—|to|and|until)\s*"
        return (
            rule(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})", self._iso),
            rule(rf"(<month>)\.?\s+{day}(?:{sep}{day})?,?\s+(<year>)", self._month_first),
            rule(rf"{day}(?:{sep}{day})?\s+(?:of\s+)?(<month>)\.?,?\s+(<year>)", self._day_first),
            rule(rf"(<month>)\.?\s+{day}(?:{sep}{day})?(?!\s*[%,]?\d)", self._month_first),
            rule(rf"{day}(?:{sep}{day})?\s+(?:of\s+)?(<month>)", self._day_first),
            rule(r"(?:(<part>)[\s-]+)?(<month>)(?:\s+of)?,?\s+(<year>)", self._month_of_year),
            rule(r"(?:(<part>)\s+)?(<season>)(?:\s+of)?\s+(<year>)", self._season_of_year),
            rule(r"(<shift>)\s+(<season>)", self._shifted_season),
            rule(rf"(?:(<shift>)\s+)?(<weekday>){sep}(<weekday>)", self._weekdays_range),
            rule(r"(?:(<shift>)\s+)?(<weekday>)(?:\s+<partofday>)?", self._weekday),
            rule(r"(<days>)", self._relative_day),
            rule(r"this\s+(?:<partofday>)", self._this_day),
            rule(r"(?:(?:earlier|later)\s+)?(?:(<part>)\s+)?(?:the\s+)?(<shift>)\s+(<unit>)", self._shifted_unit),
            rule(r"(<number>)\s+(<unit>)\s+(ago|from now)", self._ago),
            rule(r"in\s+(<number>)\s+(<unit>)(?!['’])(?=\s*(?:time|[.,;]|$))", self._ahead),
            rule(r"<sameday>", self._same_day),
            rule(r"<nextday>", self._next_day),
            rule(r"<daybefore>", self._day_before),
            rule(r"(?:(<part>)[\s-]+)?(<month>)", self._month_alone),
            rule(r"(?:(<part>)[\s-]+)?(?:the\s+)?((?:19|20)\d0)['’]?s", self._decade),
            rule(r"(?:(<part>)[\s-]+)?(<year>)(?!\s+<notafter>)(?![.,]\d)", self._year),
        )

    def _vocabulary(self) -> dict[str, str]:
        c = self._calendar
        numbers = rf"\d{{1,3}}|{_either(c.numbers)}"
        return {
            "month": _either(self._months), "weekday": _either(self._weekdays), "season": _either(c.seasons),
            "unit": _either(self._units), "number": numbers, "days": _either(c.days), "shift": _either(c.shifts),
            "part": _either(self._parts), "partofday": f"(?:{_either(c.parts_of_day)})",
            "sameday": f"(?:{_either(c.same_day)})", "nextday": f"(?:{_either(c.next_day)})",
            "daybefore": f"(?:{_either(c.day_before)})", "year": r"(?:19|20)\d\d",
            "notafter": f"(?:{_either(c.not_years_after)})",
        }  # fmt: skip

    def _iso(self, m: re.Match[str], _: _Context) -> Found | None:
        of = stretches.a_day(int(m[1]), int(m[3]), int(m[2]))
        return (stretches.day(of), "explicit") if of else None

    def _month_first(self, m: re.Match[str], context: _Context) -> Found | None:
        return self._of_month(m[1], m[2], m[3], m[4] if m.re.groups > 3 else None, context)

    def _day_first(self, m: re.Match[str], context: _Context) -> Found | None:
        return self._of_month(m[3], m[1], m[2], m[4] if m.re.groups > 3 else None, context)

    def _of_month(self, name: str, first: str, last: str | None, in_year: str | None, context: _Context) -> Found | None:
        if not name[0].isupper():
            return None
        number = self._months[name.lower()]
        year = int(in_year) if in_year else self._year_of(number, int(first), context)
        if year is None:
            return (None, "relative") if 1 <= int(first) <= 31 else None
        start = stretches.a_day(year, int(first), number)
        end = stretches.a_day(year, int(last), number) if last else start
        if start is None or end is None:
            return None
        stretch = stretches.day(start) if start == end else stretches.days(start, end)
        return stretch, "explicit" if in_year else "relative"

    def _year_of(self, month: int, day: int, context: _Context) -> int | None:
        """The year of a day that names none: the one that the tense asks for, else the nearest to the page's date."""
        if context.anchor is None:
            return None
        anchor = context.anchor
        days = {y: stretches.a_day(y, day, month) for y in (anchor.year - 1, anchor.year, anchor.year + 1)}
        years = {y: d for y, d in days.items() if d is not None}
        if context.direction == "past":
            return max((y for y, d in years.items() if d <= anchor), default=None)
        if context.direction == "future":
            return min((y for y, d in years.items() if d >= anchor), default=None)
        return min(years, key=lambda y: abs((years[y] - anchor).days), default=None)

    def _month_of_year(self, m: re.Match[str], _: _Context) -> Found:
        return self._part_of(stretches.month(int(m[3]), self._months[m[2].lower()]), m[1]), "explicit"

    def _month_alone(self, m: re.Match[str], context: _Context) -> Found | None:
        if not m[2][0].isupper() or not (m[1] or self._after(m, self._calendar.before_month)):
            return None
        number = self._months[m[2].lower()]
        year = self._year_of(number, 1, replace(context, anchor=_month_end(context)))
        return (self._part_of(stretches.month(year, number), m[1]) if year else None), "relative"

    def _season_of_year(self, m: re.Match[str], _: _Context) -> Found:
        first, last = self._calendar.seasons[m[2].lower()]
        return self._part_of(stretches.season(int(m[3]), first, last), m[1]), "explicit"

    def _shifted_season(self, m: re.Match[str], context: _Context) -> Found:
        if context.anchor is None:
            return None, "relative"
        first, last = self._calendar.seasons[m[2].lower()]
        by = self._calendar.shifts[m[1].lower()]
        candidates = [stretches.season(context.anchor.year + y, first, last) for y in (-1, 0, 1)]
        if by < 0:
            return max((s for s in candidates if s.end < context.anchor), key=lambda s: s.end), "relative"
        return min((s for s in candidates if s.end >= context.anchor), key=lambda s: s.end), "relative"

    def _weekday(self, m: re.Match[str], context: _Context) -> Found | None:
        if not m[2][0].isupper():
            return None
        of = self._day_of_week(m[2], m[1], context)
        if of is None:
            return None, "relative"
        told = m[1] or context.direction
        return stretches.day(of), "relative" if told else "inferred"

    def _weekdays_range(self, m: re.Match[str], context: _Context) -> Found | None:
        if not (m[2][0].isupper() and m[3][0].isupper()):
            return None
        start = self._day_of_week(m[2], m[1], context)
        if start is None:
            return None, "relative"
        length = (self._weekdays[m[3].lower()] - start.weekday()) % 7
        return stretches.days(start, start + timedelta(days=length)), "relative"

    def _day_of_week(self, name: str, shift: str | None, context: _Context) -> date | None:
        if context.anchor is None:
            return None
        back = (context.anchor.weekday() - self._weekdays[name.lower()]) % 7
        direction = _shift_direction(self._calendar.shifts.get((shift or "").lower())) or context.direction
        if direction == "past":
            return context.anchor - timedelta(days=back or (7 if shift else 0))
        if direction == "future":
            return context.anchor + timedelta(days=7 - back if back or shift else 0)
        return context.anchor - timedelta(days=back if back <= NEAR_DAYS else back - 7)

    def _relative_day(self, m: re.Match[str], context: _Context) -> Found:
        return self._from_anchor(context, self._calendar.days[m[1].lower()])

    def _this_day(self, _: re.Match[str], context: _Context) -> Found:
        return self._from_anchor(context, 0)

    def _from_anchor(self, context: _Context, by: int) -> Found:
        return (stretches.day(context.anchor + timedelta(days=by)) if context.anchor else None), "relative"

    def _shifted_unit(self, m: re.Match[str], context: _Context) -> Found:
        if context.anchor is None:
            return None, "relative"
        whole = stretches.shifted(context.anchor, self._units[m[3].lower()], self._calendar.shifts[m[2].lower()])
        return (self._part_of(whole, m[1]) if whole else None), "relative"

    def _ago(self, m: re.Match[str], context: _Context) -> Found:
        return self._away(m[1], m[2], -1 if m[3].lower() == "ago" else 1, context)

    def _ahead(self, m: re.Match[str], context: _Context) -> Found:
        return self._away(m[1], m[2], 1, context)

    def _away(self, number: str, unit: str, sign: int, context: _Context) -> Found:
        if context.anchor is None:
            return None, "relative"
        count = int(number) if number.isdigit() else self._calendar.numbers[number.lower()]
        return stretches.shifted(context.anchor, self._units[unit.lower()], sign * count), "relative"

    def _same_day(self, _: re.Match[str], context: _Context) -> Found:
        return self._from_previous(context, 0)

    def _next_day(self, _: re.Match[str], context: _Context) -> Found:
        return self._from_previous(context, 1)

    def _day_before(self, _: re.Match[str], context: _Context) -> Found:
        return self._from_previous(context, -1)

    def _from_previous(self, context: _Context, by: int) -> Found:
        before = context.previous
        known = before is not None and before.precision == "day"
        return (stretches.day(before.start + timedelta(days=by)) if before and known else None), "relative"

    def _decade(self, m: re.Match[str], _: _Context) -> Found:
        return self._part_of(stretches.decade(int(m[2])), m[1]), "explicit"

    def _year(self, m: re.Match[str], _: _Context) -> Found | None:
        if self._after(m, self._calendar.not_years_before):
            return None
        return self._part_of(stretches.year(int(m[2])), m[1]), "explicit"

    @staticmethod
    def _after(m: re.Match[str], words: tuple[str, ...]) -> bool:
        """Whether the match stands right after one of these words or signs."""
        before = m.string[max(0, m.start() - LONGEST_WORD_BEFORE) : m.start()].lower().rstrip()
        return any(before.endswith(word) and not before[: -len(word)][-1:].isalnum() for word in words)

    def _part_of(self, whole: Stretch, part: str | None) -> Stretch:
        return stretches.cut(whole, self._parts[part.lower()]) if part else whole

    def _direction(self, doc: Doc, start: int) -> Direction | None:
        """Whether the clause around the words lies behind or ahead, by the nearest verb above them."""
        span = doc.char_span(start, start + 1, alignment_mode="expand")
        token = span.root if span else None
        for _ in range(len(doc)):
            if token is None:
                return None
            if token.pos_ in {"VERB", "AUX"}:
                told = self._tense(token)
                if told:
                    return told
            if token.head.i == token.i:
                return None
            token = token.head
        return None

    def _tense(self, verb: Token) -> Direction | None:
        auxiliaries = {child.lower_ for child in verb.children if child.dep_ in {"aux", "aux:pass", "cop"}}
        if auxiliaries & {"will", "shall", "’ll", "'ll", "would", "may", "might", "could", "should"}:
            return "future"
        if verb.lemma_ in self._calendar.future_governors and not _finite_past_act(verb):
            return "future"
        if "to" in {child.lower_ for child in verb.children if child.dep_ == "mark"}:
            return "future" if verb.head.lemma_ in self._calendar.future_governors else None
        if verb.tag_ in {"VBD", "VBN"} or auxiliaries & {"was", "were", "had", "did", "has", "have"}:
            return "past"
        return None


def _finite_past_act(verb: Token) -> bool:
    """Whether a verb like "agree" or "invite" is itself the act told in the past, not the frame of one that lies ahead."""
    return verb.tag_ == "VBD" and not any(child.dep_ in {"xcomp", "ccomp"} for child in verb.children)


def _month_end(context: _Context) -> date | None:
    """The last day of the page's month, so that the month that is running counts as past and as future."""
    if context.anchor is None:
        return None
    running = stretches.month(context.anchor.year, context.anchor.month)
    return running.start if context.direction == "future" else running.end


def _shift_direction(shift: int | None) -> Direction | None:
    if shift is None or shift == 0:
        return None
    return "past" if shift < 0 else "future"


def _either(words: Iterable[str]) -> str:
    """The alternatives as a regular expression, longest first."""
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in sorted(words, key=len, reverse=True))


def _anchor(document: Document) -> tuple[date | None, tuple[str, ...]]:
    """The page's date where it is one day, and the clues where it is only inferred."""
    published = document.article.published
    if published is None or published.start is None or published.start != published.end:
        return None, ()
    clues = published.inferred_from if published.basis == "inferred" else ()
    return date.fromisoformat(published.start), clues


def _span(document: Document, start: int, end: int) -> Span | None:
    tokens = document.doc.char_span(start, end, alignment_mode="expand")
    return document.span(tokens.start, tokens.end) if tokens else None


def _date(stretch: Stretch | None, basis: DateBasis, span: Span, clues: tuple[str, ...]) -> Date:
    if stretch is None:
        return Date(None, None, None, basis, span.text, span)
    if basis == "inferred":
        clues = (*clues, "no tense says which: the nearest to the page's date")
    if basis == "relative" and clues:
        basis = "inferred"
    return Date(stretch.start.isoformat(), stretch.end.isoformat(), stretch.precision, basis, span.text, span, clues)
