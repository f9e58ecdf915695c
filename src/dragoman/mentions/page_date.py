"""When a page without a date was written, as far as what it tells says so: a stretch of days with its clues.

Each clue is a sentence that names a dated occurrence (`ontology/data/occurrences.yaml`) and how far off it lies: "the 13th
month of the war", "the 70th anniversary of", "last week's accord", a summit still ahead. The days that all clues allow are
the page's. It stays an inference: the article keeps no date of publication, and what is resolved by it says so.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from dragoman.documents.document import Document
from dragoman.mentions import stretches
from dragoman.mentions.reckoning import numbered
from dragoman.mentions.tense import direction
from dragoman.ontology.calendar import Calendar, Unit
from dragoman.ontology.occurrences import Occurrence

WIDEST = 400
"""Days beyond which a stretch says nothing of use about a page."""
SOON = 7
"""Days within which an occurrence lies that a page tells of in the future beside a bare weekday."""
_ANNIVERSARY = re.compile(
    r"(?<!\w)(\d{1,3})(?:st|nd|rd|th)\s+anniversary|(?<!\w)(\d{1,3})\s+(?:years|yrs)\s+since", re.IGNORECASE
)
_LAST = re.compile(r"(?<!\w)(?:last|this past)\s+(week|month|year)(?!\w)", re.IGNORECASE)
_AGO = re.compile(r"(?<!\w)(\d{1,3}|[a-z]+)\s+(days?|weeks?|months?|years?)\s+ago(?!\w)", re.IGNORECASE)
_YEAR = re.compile(r"(?<![\w$€£.,])(?:in|since|of|from)\s+((?:19|20)\d\d)(?![\w%])")

Term = tuple[str, re.Pattern[str]]
"""A word in lower case, and the pattern that finds it as a whole word: where the word is not, no pattern need search."""


@dataclass(frozen=True, slots=True)
class Clue:
    """Days that a sentence allows for the page, and the words that say so."""

    start: date
    end: date
    why: str


@dataclass(frozen=True, slots=True)
class PageDays:
    """The days on which a page may have been written, first and last included, and the clues."""

    start: date
    end: date
    clues: tuple[str, ...]

    @property
    def candidates(self) -> tuple[date, ...]:
        """The days to reckon with: each of a few, of many the first and the last."""
        length = (self.end - self.start).days
        if length <= SOON + 2:
            return tuple(self.start + timedelta(days=each) for each in range(length + 1))
        return self.start, self.end


class PageDater:
    """Infers the days of pages. Built once; keeps nothing between documents."""

    def __init__(self, calendar: Calendar, occurrences: Iterable[Occurrence]) -> None:
        self._calendar = calendar
        self._known = [(each, [_terms(phrase) for phrase in each.words]) for each in occurrences]
        self._units: dict[str, Unit] = {name: unit for unit, names in calendar.units.items() for name in names}
        self._weekdays = {name: number for number, names in calendar.weekdays.items() for name in names}

    def days(self, document: Document) -> PageDays | None:
        """The days of a page, or `None` where its clues leave them open or contradict each other."""
        sentences = [(sent.text, sent.root.idx) for sent in document.doc.sents]
        clues = list(self._certain(document, sentences))
        found = _common(clues)
        if found is None:
            return None
        clues += [clue for clue in self._by_turns(document, sentences, found) if _common([*clues, clue]) is not None]
        found = _common(clues)
        found = self._within_week(document, found) if found is not None else None
        if found is None or (found.end - found.start).days > WIDEST:
            return None
        return found

    def war(self, text: str) -> Occurrence | None:
        """The one war that a text is about."""
        words = text.lower()
        wars = [
            each for each, phrases in self._known if each.kind == "war" and any(_holds(words, terms) for terms in phrases)
        ]
        open_ones = [war for war in wars if war.end is None] or wars
        return open_ones[0] if len(open_ones) == 1 else None

    # --------------------------------------------------------------------------------------------------------- clues

    def _certain(self, document: Document, sentences: Sequence[tuple[str, int]]) -> Iterator[Clue]:
        """Clues that stand by themselves: months of a war, anniversaries, years named."""
        text = document.doc.text
        war = self.war(text)
        for match in _of_war(self._calendar).finditer(text) if war else ():
            if war is not None:
                yield self._of_the_war(war, match)
        for sentence, _ in sentences:
            for match in _ANNIVERSARY.finditer(sentence):
                yield from self._anniversary(sentence, int(match[1] or match[2]))
        years = [
            int(each[1])
            for each in _YEAR.finditer(text)
            if direction(self._calendar, document.doc, each.start()) != "future"
        ]
        latest = max((year for year in years if year >= stretches.FIRST_YEAR), default=None)
        if latest is not None:
            yield Clue(date(latest, 1, 1), date(stretches.LAST_YEAR, 1, 1), f"the page looks back at {latest}")

    def _of_the_war(self, war: Occurrence, match: re.Match[str]) -> Clue:
        words = match["n"] or str(self._calendar.ordinals[match["nth"].lower()])
        start = _later(war.start, self._units[match["unit"].lower()], int(words) - 1)
        end = _later(war.start, self._units[match["unit"].lower()], int(words)) - timedelta(days=1)
        return Clue(start, end, f"{match[0]!r}, which began on {war.start}")

    def _anniversary(self, sentence: str, years: int) -> Iterator[Clue]:
        for occurrence in self._named(sentence):
            if occurrence.kind != "war":
                year = occurrence.start.year + years
                yield Clue(date(year, 1, 1), date(year, 12, 31), f"{years} years after {occurrence.start} ({occurrence.id})")

    def _by_turns(self, document: Document, sentences: Sequence[tuple[str, int]], days: PageDays) -> Iterator[Clue]:
        """Clues that a first stretch makes clear: which of the yearly summits is meant, whether it is ahead."""
        for number, (sentence, root) in enumerate(sentences):
            for occurrence in self._named(sentence):
                ahead = direction(self._calendar, document.doc, root) == "future"
                near = (text for text, _ in sentences[max(0, number - 2) : number + 1])
                if ahead and days.start <= occurrence.start <= days.end and self._weekday_in(" ".join(near)):
                    soon = occurrence.start - timedelta(days=SOON - 1)
                    yield Clue(
                        soon, occurrence.start - timedelta(days=1), f"{occurrence.id} of {occurrence.start} lies ahead"
                    )
                elif not ahead:
                    yield from self._gone(sentence, occurrence)

    def _gone(self, sentence: str, occurrence: Occurrence) -> Iterator[Clue]:
        last = _LAST.search(sentence)
        if last and occurrence.end is None:
            stretch = stretches.shifted(occurrence.start, self._units[last[1].lower()], 1)
            if stretch is not None:
                yield Clue(stretch.start, stretch.end, f"{last[0]!r}: {occurrence.id} of {occurrence.start}")
        ago = _AGO.search(sentence)
        if ago and (ago[1].isdigit() or ago[1].lower() in self._calendar.numbers):
            unit, count = self._units[ago[2].lower()], numbered(ago[1], self._calendar.numbers)
            slack = timedelta(days={"day": 0, "week": 4, "month": 16, "year": 90}.get(unit, 90))
            day = _later(occurrence.start, unit, count)
            yield Clue(day - slack, day + slack, f"{ago[0]!r}: {occurrence.id} of {occurrence.start}")

    def _weekday_in(self, text: str) -> bool:
        return any(word.strip(".,;:") in self._weekdays for word in text.lower().split())

    def _within_week(self, document: Document, days: PageDays) -> PageDays:
        """In a page of one week, what happened "on Friday" happened in that week: the page is no older."""
        if stretches.week(days.start) != stretches.week(days.end):
            return days
        monday = stretches.week(days.start).start
        passed = list(self._past_weekdays(document))
        latest = monday + timedelta(days=max(passed, default=0))
        if not days.start < latest <= days.end:
            return days
        name = self._calendar.weekdays[latest.weekday()][0].title()
        return PageDays(latest, days.end, (*days.clues, f"{name} of that week has passed"))

    def _past_weekdays(self, document: Document) -> Iterator[int]:
        text = document.doc.text
        for match in re.finditer(r"(?<!\w)(?:on\s+)(\w+day)(?!\w)", text, re.IGNORECASE):
            number = self._weekdays.get(match[1].lower())
            if number is not None and direction(self._calendar, document.doc, match.start(1)) == "past":
                yield number

    def _named(self, sentence: str) -> Iterator[Occurrence]:
        words = sentence.lower()
        return (each for each, phrases in self._known if any(_holds(words, terms) for terms in phrases))


def _of_war(calendar: Calendar) -> re.Pattern[str]:
    units = "|".join(name for names in calendar.units.values() for name in names if name not in calendar.plural_units)
    nth = "|".join(word for word in calendar.ordinals if word.isalpha())
    return re.compile(
        rf"(?<!\w)(?:(?P<n>\d{{1,3}})(?:st|nd|rd|th)|(?P<nth>{nth}))\s+(?P<unit>{units})\s+of\s+(?:[\w’']+\s+){{0,2}}?"
        r"(?:war|invasion|fighting|conflict|offensive)(?!\w)",
        re.IGNORECASE,
    )


def _terms(phrase: str) -> tuple[Term, ...]:
    return tuple((word, re.compile(rf"(?<!\w){re.escape(word)}(?!\w)")) for word in phrase.split())


def _holds(words: str, terms: tuple[Term, ...]) -> bool:
    return all(word in words and term.search(words) for word, term in terms)


def _later(day: date, unit: Unit, count: int) -> date:
    """A day so many units on; of a month or year the same day, or the last that there is."""
    if unit in ("day", "week"):
        return day + timedelta(days=count * (7 if unit == "week" else 1))
    months = day.month - 1 + count * {"month": 1, "year": 12, "decade": 120}[unit]
    last = stretches.month(day.year + months // 12, months % 12 + 1).end
    return date(last.year, last.month, min(day.day, last.day))


def _common(clues: Sequence[Clue]) -> PageDays | None:
    """The days that all clues allow; `None` where there are none, or only a first day is known."""
    if not clues:
        return None
    start, end = max(clue.start for clue in clues), min(clue.end for clue in clues)
    if start > end or end.year >= stretches.LAST_YEAR:
        return None
    return PageDays(start, end, tuple(dict.fromkeys(clue.why for clue in clues)))
