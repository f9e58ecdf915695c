"""When: finds words of time and, where the page allows it, says which days they mean.

Dates that name their year stand by themselves (basis "explicit"). All others are relative to the page's date and to the
tense of their clause: what was announced "on Friday" lies behind, what is to happen "on Tuesday" ahead. A page without a
date leaves them unresolved: the words are kept, `start` and `end` are `None`. The page's date itself never stands in for
the date of an event. Words that name no days ("now", "in recent years") are left out unless asked for.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta

from dragoman.documents.document import Document
from dragoman.mentions.page_date import PageDater
from dragoman.mentions.reckoning import Context
from dragoman.mentions.tense import direction
from dragoman.mentions.time_rules import Match, Reading, Rule, TimeRules
from dragoman.ontology.calendar import Calendar
from dragoman.ontology.occurrences import Occurrence
from dragoman.records import Date, Span

EARLIEST_COPY = timedelta(days=4)
"""How long before a page's own date the copy that it prints may have been written, as its dateline tells."""


class DateResolver:
    """Finds and resolves words of time. Built once from a calendar; keeps nothing between documents."""

    def __init__(self, calendar: Calendar, occurrences: Iterable[Occurrence] = ()) -> None:
        self._calendar = calendar
        self._rules = TimeRules(calendar)
        self._dater = PageDater(calendar, occurrences)

    def resolve(self, document: Document, *, vague: bool = False) -> tuple[Date, ...]:
        """Every expression of time in the document, in order; unresolved ones have neither start nor end.

        Where `vague` ones are asked for, `inferred_from` holds their direction: "past", "present" or "future".
        """
        anchor, clues = _anchor(document, self._rules)
        days = self._dater.days(document) if document.article.published is None else None
        if days is None:
            return self._resolved(document, anchor, clues, vague=vague)
        readings = [self._resolved(document, each, days.clues, vague=vague) for each in days.candidates]
        return tuple(_agreed(told) for told in zip(*readings, strict=False)) if readings else ()

    def _resolved(self, document: Document, anchor: date | None, clues: tuple[str, ...], *, vague: bool) -> tuple[Date, ...]:
        """Every expression, reckoned from one day."""
        found = (_date(reading, span, clues) for reading, span in self._readings(document, Context(anchor)))
        return tuple(each for each, left_out in found if vague or not left_out)

    def _readings(self, document: Document, context: Context) -> Iterator[tuple[Reading, Span]]:
        """Leftmost first, none overlapping."""
        text, end_of_last = document.doc.text, -1
        turns = [document.doc[block.start].idx for block in document.blocks]
        for start, rules in self._rules.at(text):
            if start < end_of_last:
                continue
            if turns and start >= turns[0]:
                turns = [turn for turn in turns if turn > start]
                context.turn()
            found = [(match, rule) for rule in rules if (match := rule.pattern.match(text, start))]
            if found:
                context.direction = direction(self._calendar, document.doc, start)
            reading, end = _first(found, context)
            if reading is None:
                continue
            end_of_last = end
            if reading.stretch is not None and not reading.aside:
                context.name(reading.stretch)
            span = _span(document, start, end)
            if span is not None:
                yield reading, span


def _agreed(told: Sequence[Date]) -> Date:
    """What an expression means whichever of its days the page is of; unresolved where that makes a difference."""
    first = told[0]
    if all((each.start, each.end) == (first.start, first.end) for each in told):
        return first
    return Date(None, None, None, first.basis if first.basis != "inferred" else "relative", first.text, first.span)


def _first(found: Sequence[tuple[Match, Rule]], context: Context) -> tuple[Reading | None, int]:
    """What the first rule that can read its words makes of them, and where they end."""
    for match, rule in found:
        reading = rule.read(match, context)
        if reading is not None:
            return reading, match.end()
    return None, 0


def _anchor(document: Document, rules: TimeRules) -> tuple[date | None, tuple[str, ...]]:
    """The page's date where it is one day, and the clues where it is only inferred; the dateline's day where it is earlier.

    Agency copy of Thursday ("ACCRA, May 2 (Bay) --") that a page prints on Friday means Thursday by "today".
    """
    published = document.article.published
    if published is None or published.start is None or published.start != published.end:
        return None, ()
    clues = published.inferred_from if published.basis == "inferred" else ()
    day = date.fromisoformat(published.start)
    written = _dateline_day(document, rules, day)
    return (written, clues) if written is not None else (day, clues)


def _dateline_day(document: Document, rules: TimeRules, published: date) -> date | None:
    """The day that the page's first dateline names, if it lies shortly before the page's own date."""
    block = next((each for each in document.article.blocks if each.why == "dateline"), None)
    if block is None:
        return None
    line = document.article.text[block.start : block.end]
    for start, found in rules.at(line):
        context = Context(published, direction="past")
        reading, _ = _first([(match, rule) for rule in found if (match := rule.pattern.match(line, start))], context)
        stretch = reading.stretch if reading is not None else None
        if stretch is not None and stretch.precision == "day":
            return stretch.start if timedelta(0) < published - stretch.start <= EARLIEST_COPY else None
    return None


def _span(document: Document, start: int, end: int) -> Span | None:
    tokens = document.doc.char_span(start, end, alignment_mode="expand")
    return document.span(tokens.start, tokens.end) if tokens else None


def _date(reading: Reading, span: Span, clues: tuple[str, ...]) -> tuple[Date, bool]:
    """The date, and whether its words name no days."""
    stretch, basis = reading.stretch, reading.basis
    if stretch is None:
        return Date(None, None, None, basis, span.text, span, (reading.vague,) if reading.vague else ()), bool(reading.vague)
    if basis == "relative" and clues:
        basis = "inferred"
    why = (*(clues if basis == "inferred" else ()), *reading.clues)
    return Date(stretch.start.isoformat(), stretch.end.isoformat(), stretch.precision, basis, span.text, span, why), False
