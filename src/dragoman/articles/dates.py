"""When a page was published, from the page's own words, its markup, or its address; never from a clock.

Every date says what it rests on. `explicit`: the page, its markup or its export states it. `inferred`: it follows from the
address, or the statement is ambiguous; `inferred_from` then holds the clues.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from dragoman.articles.lexicon import fold
from dragoman.ontology.sources import PageWords
from dragoman.records import Block, Date, Precision, Span

Order = Literal["dmy", "mdy"]
"""The order in which an outlet writes numeric dates."""

MONTHS = {name.lower(): number for number, name in enumerate(calendar.month_abbr) if name}
ABOVE = 4
"""Rank of a date above the headline: some sites print the day of the visit there."""
CAPTIONS = 3
"""Blocks of the body (captions, a summary) above a line of nothing but the page's day."""
FIRST_YEAR, LAST_YEAR = 1900, 2100
_ISO = re.compile(r"(?<!\d)(?P<year>\d{4})[-/.年] ?(?P<month>\d{1,2})[-/.月] ?(?P<day>\d{1,2})(?!\d)")
_COMPACT = re.compile(r"^(?P<year>\d{4})(?P<month>\d{2})(?P<day>\d{2})(?:T?\d{4,6}Z?)?$", re.IGNORECASE)
_WEEKDAYS = [name.lower() for name in calendar.day_abbr]
_WEEKDAY = re.compile(rf"\b({'|'.join(_WEEKDAYS)})[a-z]*\.?,? $")
_SHORT = re.compile(r"(?<![\w/.-])(?P<one>\d{1,2})\.(?P<two>\d{1,2})\.(?P<year>\d{2})(?![\d/.-]|:\d)")
CENTURY, NEXT_CENTURY = 1900, 70
"""What two figures of a year are added to, and from which of them on they are of the years before 2000."""
_NUMERIC = re.compile(r"(?<![\d/.-])(?P<one>\d{1,2})(?P<mark>[-/.])(?P<two>\d{1,2})(?P=mark)(?P<year>\d{4})(?![\d/-])")
_URL_MONTH_NAME = "0[1-9]|1[0-2]|[a-z]{3}"
_URL_DAY = re.compile(
    rf"[/\-_=](?P<year>(?:19|20)\d{{2}})[/\-_]?(?P<month>{_URL_MONTH_NAME})[/\-_]?(?P<day>[0-3]\d)(?=\D|$)"
)
_URL_LOOSE = re.compile(r"/(?P<year>(?:19|20)\d{2})/(?P<month>\d{1,2}|[a-z]{3})/(?P<day>\d{1,2})(?=/|$)")
_URL_MONTH = re.compile(rf"/(?P<year>(?:19|20)\d{{2}})[/-](?P<month>{_URL_MONTH_NAME})(?=/)")


@dataclass(frozen=True, slots=True)
class _Found:
    """A date as written: the days it may mean (one, or two where day and month may be swapped) and where it stands."""

    days: tuple[date, ...]
    start: int
    end: int


class DateReader:
    """Reads dates of publication; the words around them (months, "published on") come from `page_words.yaml`."""

    def __init__(self, words: PageWords) -> None:
        """Compile the patterns."""
        month = words.pieces["month"]
        self._written = re.compile(
            rf"(?<!\w)(?:(?P<month_first>{month}),? (?P<day_second>\d{{1,2}})(?:st|nd|rd|th)?,? (?P<year_third>\d{{4}})"
            rf"|(?P<day_first>\d{{1,2}})(?:st|nd|rd|th|\.)?(?: of)?[ /-]"
            rf"(?P<month_second>{month}),?[ /-](?P<year_last>\d{{4}}))"
            r"(?!\d)"
        )
        self._month_only = re.compile(rf"^\W*(?P<month>{month}),? (?P<year>\d{{4}})\W*$")
        self._published, self._updated, self._reprinted = (
            re.compile(words.pieces[name]) for name in ("published_label", "updated_label", "reprint_label")
        )
        self._british = words.british

    def stated(self, text: str, order: Order | None = None) -> Date | None:
        """The date that a short text from markup or an export states, with basis `explicit`, or `None`."""
        found = _compact(text.strip()) or next(iter(self._all(fold(text))), None)
        if found is not None:
            return _date(found, text.strip(), order, None)
        month = self._month_only.match(fold(text))
        whole = _whole_month(month) if month else None
        return replace(whole, text=text.strip()) if whole else None

    def printed(self, text: str, blocks: Sequence[Block], order: Order | None = None, *, above: bool = False) -> Date | None:
        """The publication date that the page prints: in a line of metadata at its head, or one labelled as such elsewhere.

        A date labelled "published" goes before one without label, that before one labelled "updated"; the first of a kind
        wins. `above`: dates above the headline count too, as inferred.
        """
        best: tuple[int, Date] | None = None
        for block, zone in _dated_blocks(blocks):
            folded = fold(text[block.start : block.end])
            for found in self._all(folded):
                rank = self._rank(folded[: found.start], zone)
                if rank is not None and (above or rank != ABOVE) and (best is None or rank < best[0]):
                    start, end = block.start + found.start, block.start + found.end
                    best = rank, _date(found, text[start:end], order, Span(start, end, text[start:end]))
        if best and best[0] == ABOVE:
            clue = f"{best[1].text} is printed above the headline, where some sites print the day of the visit"
            return replace(best[1], basis="inferred", inferred_from=(*best[1].inferred_from, clue))
        return best[1] if best else None

    def reprinted(self, lines: Iterable[str], order: Order | None = None) -> Date | None:
        """The day of first publication where a page says that it prints an old report again, or `None`."""
        for line in lines:
            folded = fold(line)
            label = self._reprinted.search(folded)
            found = next((one for one in self._all(folded) if label and one.start >= label.start()), None)
            if found:
                return _date(found, line[found.start : found.end], order, None)
        return None

    def by_spelling(self, ambiguous: Date, text: str) -> Date:
        """An ambiguous date with the day first where the page spells as the British do; others come back as they are."""
        found = _NUMERIC.search(ambiguous.text) if ambiguous.precision == "range" else None
        day = _day(found["year"], found["two"], found["one"]) if found else None
        words = (word.strip(".,:;!?\"'()") for word in fold(text).split())
        british = next((word for word in words if word in self._british), None) if day else None
        if day is None or british is None:
            return ambiguous
        clue = f"the page spells as the British do ({british}), who put the day first"
        clues = (*ambiguous.inferred_from, clue)
        return replace(ambiguous, start=day.isoformat(), end=day.isoformat(), precision="day", inferred_from=clues)

    def _rank(self, before: str, zone: str) -> int | None:
        """How good a date is, by the label before it and where it stands; lower is better, `None` is no date of the page."""
        first, later = self._published.search(before), self._updated.search(before)
        if first and not (later and later.start() > first.start()):
            return 0
        if later:
            return 3
        return {"head": 1, "dateline": 2, "above": ABOVE}.get(zone)

    def _all(self, folded: str) -> Iterable[_Found]:
        """Every full date in a folded text, in order."""
        found = [*self._in_words(folded), *_iso(folded), *_numeric(folded)]
        return sorted(found, key=lambda one: one.start)

    def _in_words(self, folded: str) -> Iterator[_Found]:
        for match in self._written.finditer(folded):
            month = match["month_first"] or match["month_second"]
            day = _day(match["year_third"] or match["year_last"], month, match["day_second"] or match["day_first"])
            if day:
                yield _Found((day,), match.start(), match.end())


def address_date(url: str) -> Date | None:
    """The day or month that stands in an address, with basis `inferred`, or `None`."""
    folded = url.lower().partition("?")[0]
    for pattern in (_URL_DAY, _URL_LOOSE):
        for found in pattern.finditer(folded):
            day = _day(found["year"], found["month"], found["day"])
            if day:
                clue = f"the address holds {found[0].strip('/-_=')}"
                return Date(day.isoformat(), day.isoformat(), "day", "inferred", "", inferred_from=(clue,))
    month = _URL_MONTH.search(folded)
    whole = _whole_month(month) if month else None
    if whole is None or month is None:
        return None
    return replace(whole, basis="inferred", text="", inferred_from=(f"the address holds {month[0].strip('/')}",))


def _dated_blocks(blocks: Sequence[Block]) -> Iterator[tuple[Block, str]]:
    """Blocks that may hold the page's date: those of its head and above, and metadata elsewhere that must be labelled."""
    body = next((i for i, block in enumerate(blocks) if block.kind == "body" and block.why != "standfirst"), len(blocks))
    headline = next((i for i, block in enumerate(blocks) if block.kind == "headline"), 0)
    for index, block in enumerate(blocks):
        if index < body and block.kind in ("metadata", "headline", "heading", "navigation", "duplicate"):
            yield block, "head" if index >= headline else "above"
        elif block.why == "dateline" or (block.why == "date-line" and index <= body + CAPTIONS):
            yield block, "dateline"
        elif block.kind == "metadata":
            yield block, "foot"


def _iso(folded: str) -> Iterator[_Found]:
    for match in _ISO.finditer(folded):
        day = _day(match["year"], match["month"], match["day"])
        if day:
            yield _Found((day,), match.start(), match.end())


def _numeric(folded: str) -> Iterator[_Found]:
    """Dates as 17/03/2023. With full stops the day comes first wherever they are used; a weekday before settles it too."""
    for match in _NUMERIC.finditer(folded):
        day_first = _day(match["year"], match["two"], match["one"])
        month_first = None if match["mark"] == "." else _day(match["year"], match["one"], match["two"])
        days = tuple(dict.fromkeys(day for day in (day_first, month_first) if day))
        weekday = _WEEKDAY.search(folded[: match.start()])
        if weekday and len(days) > 1:
            days = tuple(day for day in days if _WEEKDAYS[day.weekday()] == weekday[1]) or days
        if days:
            yield _Found(days, match.start(), match.end())
    for match in _SHORT.finditer(folded):
        year = CENTURY + int(match["year"]) + (100 if int(match["year"]) < NEXT_CENTURY else 0)
        short = _day(str(year), match["two"], match["one"])
        if short:
            yield _Found((short,), match.start(), match.end())


def _compact(text: str) -> _Found | None:
    match = _COMPACT.match(text)
    day = _day(match["year"], match["month"], match["day"]) if match else None
    return _Found((day,), 0, len(text)) if day else None


def _day(year: str, month: str, day: str) -> date | None:
    number = int(month) if month.isdigit() else MONTHS.get(month[:3], 0)
    try:
        found = date(int(year), number, int(day))
    except ValueError:
        return None
    return found if FIRST_YEAR <= found.year <= LAST_YEAR else None


def _whole_month(match: re.Match[str]) -> Date | None:
    first = _day(match["year"], match["month"], "1")
    if first is None:
        return None
    last = calendar.monthrange(first.year, first.month)[1]
    return Date(first.isoformat(), first.replace(day=last).isoformat(), "month", "explicit", match[0])


def _date(found: _Found, text: str, order: Order | None, span: Span | None) -> Date:
    """One day; or, where day and month may be swapped and nothing says which, the days from one to the other."""
    days = found.days
    clues: tuple[str, ...] = ()
    if len(days) > 1 and order:
        days = (days[0] if order == "dmy" else days[1],)
        clues = (f"{text} read as {'day, month' if order == 'dmy' else 'month, day'}, as this outlet writes it",)
    elif len(days) > 1:
        clues = (f"{text} may be {days[0].isoformat()} or {days[1].isoformat()}",)
    precision: Precision = "day" if len(days) == 1 else "range"
    basis: Literal["explicit", "inferred"] = "inferred" if clues else "explicit"
    return Date(min(days).isoformat(), max(days).isoformat(), precision, basis, text, span, clues)
