"""What resolution needs to know of reports and articles: small records, made once, that fit a million in memory."""

from __future__ import annotations

import datetime
import re
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal

from dragoman.ontology.same_event import SameEvent
from dragoman.records import Actor, Article, Date, Place, Report
from dragoman.stories.acts import Acts
from dragoman.stories.words import Vector, Words, folded

Phase = Literal["done", "ahead", "called", "denied"]
Role = Literal["source", "target"]
LONGEST_VECTOR = 60
"""Terms kept of an article."""
WHO = ("person",)
REGION = "region:"
"""How the gazetteer's ids of regions begin."""
CLAUSE = 60
"""Characters within which a word before an act is of its clause."""
_BREAK = re.compile(r"[,;:]")
_NUMBERED = re.compile(r"\b(\d{1,3})(?:st|nd|rd|th)\b")


@dataclass(frozen=True, slots=True)
class Party:
    """Who takes part: an id, a country, and whether it is one person. Members of a collective stand for themselves.

    Neither id nor country where nobody knows who is meant.
    """

    role: Role
    id: str | None
    country: str | None
    person: bool

    @property
    def known(self) -> str | None:
        """The country, or else the id: what two namings of one side have in common."""
        return self.country or self.id


@dataclass(frozen=True, slots=True)
class Spot:
    """Where: a folded name, the country, degrees, and whether it is a whole country or region."""

    name: str
    country: str | None
    lat: float | None
    lon: float | None
    wide: bool


@dataclass(frozen=True, slots=True)
class ReportSketch:
    """A report as resolution sees it. Days are ordinals (`datetime.date.toordinal`), both ends included.

    `words`: terms of the evidence without the names of the parties. `numbers`: what is counted of a series ("round", 3).
    `sentence`: where its evidence starts. `after_cue`: a word before its trigger says that something came after it.
    `act`: the group of acts that its trigger names, where it is of one.
    `afterwards`: its sentence begins with a word that puts it after what was told before.
    """

    id: str
    article: str
    number: int
    type: str
    mode: str | None
    phase: Phase
    background: bool
    headline: bool
    parties: tuple[Party, ...]
    start: int | None
    end: int | None
    spot: Spot | None
    words: frozenset[str]
    numbers: tuple[tuple[str, int], ...]
    sentence: int
    after_cue: bool
    act: str | None
    afterwards: bool

    @property
    def dated(self) -> bool:
        """Whether it says when."""
        return self.start is not None


@dataclass(frozen=True, slots=True)
class ArticleSketch:
    """An article as resolution sees it: when it was published, its weightiest terms, and the last day that it names."""

    id: str
    start: int | None
    end: int | None
    vector: Vector
    named: int | None = None

    @property
    def day(self) -> int | None:
        """The day by which its story is told apart from others: of publication, else the last that its words name."""
        return self.named if self.start is None else self.start


class Sketcher:
    """Makes sketches. One knowledge and one table of words serve all."""

    def __init__(self, knowledge: SameEvent, words: Words, acts: Acts) -> None:
        self.words, self.acts = words, acts
        self._phases = {status: phase for phase, statuses in knowledge.phases.items() for status in statuses}
        self._numbers = dict(knowledge.numbers)
        self._from_one = frozenset(knowledge.counted_from_one)
        counted = "|".join(map(re.escape, knowledge.series))
        ordinals = "|".join(map(re.escape, knowledge.numbers))
        self._after = re.compile(rf"\b(?:{'|'.join(map(re.escape, knowledge.follow_cues))})\b", re.I)
        self._afterwards = re.compile(rf"\s*(?:{'|'.join(map(re.escape, knowledge.afterwards))})\b", re.I)
        self._series = re.compile(rf"\b({ordinals}|\d{{1,3}}(?:st|nd|rd|th))(?:\s+[\w-]+){{0,3}}?\s+({counted})s?\b", re.I)

    def article(self, article: Article, dates: Iterable[Date] = ()) -> ArticleSketch:
        """The sketch of an article, from its headline and body, and the dates in it."""
        published = article.published
        body = "\n".join(span.text for span in article.body)
        first, last = (published.start, published.end) if published else (None, None)
        named = max((date.start for date in dates if date.start and date.precision == "day"), default=None)
        return self.page(article.id, article.headline, body, first, last, named)

    def page(
        self,
        article: str,
        headline: str | None,
        body: str | None,
        first: str | None,
        last: str | None,
        named: str | None = None,
    ) -> ArticleSketch:
        """The same from its headline, its body (a line for each block), the days on which it may have been published and the
        last day that it names.
        """
        start = None if first is None else ordinal(first)
        end = start if last is None else ordinal(last)
        vector = self.words.vector(f"{headline or ''}\n{body or ''}", LONGEST_VECTOR)
        return ArticleSketch(article, start, end, vector, None if named is None else ordinal(named))

    def report(self, report: Report, number: int) -> ReportSketch:
        """The sketch of a report; `number` is its place in its article."""
        start, end = days(report.date)
        parties = (*_parties("source", report.sources), *_parties("target", report.targets))
        return ReportSketch(
            id=report.id,
            article=report.article,
            number=number,
            type=report.event_type,
            mode=report.mode,
            phase=self._phases[report.status],  # type: ignore[arg-type]
            background=report.status == "background",
            headline=report.in_headline,
            parties=tuple(dict.fromkeys(parties)),
            start=start,
            end=end,
            spot=spot(report.place),
            words=self._content(report),
            numbers=tuple(sorted(set(self.numbers(report.evidence.text)))),
            sentence=report.evidence.start,
            after_cue=self._follows(report),
            act=self.acts.known(report.trigger.text),
            afterwards=bool(self._afterwards.match(report.evidence.text)),
        )

    def numbers(self, text: str) -> Iterator[tuple[str, int]]:
        """What is counted of a series: ("round", 3) in "the third round of talks"."""
        for ordinal, noun in self._series.findall(text):
            digits = _NUMBERED.fullmatch(ordinal)
            number = int(digits[1]) if digits else self._numbers[ordinal.lower()]
            if number > 1 or noun.lower() in self._from_one:
                yield sys.intern(noun.lower()), number

    def _follows(self, report: Report) -> bool:
        """Whether the nearest clause word before the trigger is one like "after", with a party of the act between."""
        before = report.evidence.text[: max(0, report.trigger.start - report.evidence.start)]
        cues = [match.end() for match in self._after.finditer(before)]
        return bool(cues) and len(before) - cues[-1] <= CLAUSE and not _BREAK.search(before[cues[-1] :])

    def _content(self, report: Report) -> frozenset[str]:
        """Terms of the evidence, without those that only name the act, the parties or the time."""
        named = [actor.mention.text for actor in (*report.sources, *report.targets)]
        named += [actor.name or "" for actor in (*report.sources, *report.targets)]
        named += [report.trigger.text, report.date.text if report.date else ""]
        skipped = {term for name in named for term in self.words.terms(name)}
        return frozenset(term for term in self.words.terms(report.evidence.text) if term not in skipped)


def days(date: Date | None) -> tuple[int | None, int | None]:
    """First and last day as ordinals; `None` where unknown."""
    if date is None or date.start is None:
        return None, None
    return ordinal(date.start), ordinal(date.end or date.start)


@cache
def ordinal(day: str) -> int:
    """The day's number."""
    return datetime.date.fromisoformat(day).toordinal()


def spot(place: Place | None) -> Spot | None:
    """The place, comparable."""
    if place is None:
        return None
    wide = place.id is not None and (place.id == place.country or place.id.startswith(REGION))
    return _spot(place.name, place.country, place.lat, place.lon, wide)


@cache
def _spot(name: str, country: str | None, lat: float | None, lon: float | None, wide: bool) -> Spot:
    return Spot(sys.intern(folded(name)), country, lat, lon, wide)


def _parties(role: Role, actors: Iterable[Actor]) -> Iterator[Party]:
    for actor in actors:
        if actor.members:
            yield from (_member(role, member) for member in actor.members)
        else:
            yield _party(role, actor.id, actor.country, actor.type in WHO)


@cache
def _party(role: Role, actor: str | None, country: str | None, person: bool) -> Party:
    return Party(role, actor, country, person)


def _member(role: Role, member: str) -> Party:
    """A member of a collective is known by its id alone; an id of three capitals is a country's."""
    country = member if len(member) == 3 and member.isupper() else None
    return _party(role, member, country, member.startswith("person:"))
