"""What a sentence says that another telling of it may change: numbers, days, names, quotes, and cues of denial and doubt."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from dragoman.ontology.copies import DifferenceCues, load_difference_cues
from dragoman.records import Actor, Article, Coding, Span
from dragoman.stories.copies.passages import Reader, Text
from dragoman.stories.copies.tokens import Key, Keys, words_in

_QUOTE = re.compile(r'“([^“”]{2,600})”|"([^"\n]{2,600})"')
SMALLEST = 3
"""Smaller numbers written as words ("the two leaders") count nothing."""
UNIT_WORDS = 2
"""Words behind a number among which the thing counted is looked for."""
_NAMING = frozenset({"name", "abbreviation", "misspelling"})


@dataclass(frozen=True, slots=True)
class Number:
    """A number: its digits, and the first meaningful word behind it."""

    span: Span
    digits: str
    unit: str


@dataclass(frozen=True, slots=True)
class Day:
    """Words that name a day or days; `start` and `end` where they can be placed."""

    span: Span
    start: str | None
    end: str | None

    @property
    def words(self) -> str:
        """The words, in any case."""
        return self.span.text.casefold()


@dataclass(frozen=True, slots=True)
class Name:
    """A name: who is meant, if known, and how its last word is spelled and sounds."""

    span: Span
    id: str | None
    spelling: str
    sound: str


@dataclass(frozen=True, slots=True)
class Quoted:
    """Words in quotation marks, with the stems of those that mean something."""

    span: Span
    plain: tuple[str, ...]
    stems: frozenset[str]


@dataclass(frozen=True, slots=True)
class Cue:
    """A word that denies, leaves in doubt, or says who says so."""

    span: Span
    word: str


@dataclass(frozen=True)
class Details:
    """What stands in a stretch of an article."""

    span: Span
    numbers: tuple[Number, ...]
    days: tuple[Day, ...]
    names: tuple[Name, ...]
    quotes: tuple[Quoted, ...]
    negation: tuple[Cue, ...]
    doubt: tuple[Cue, ...]
    attribution: tuple[Cue, ...]


class Told:
    """A coded article, cut into sentences, with the details of any stretch of it."""

    def __init__(self, coding: Coding, text: Text, keys: Keys, cues: DifferenceCues) -> None:
        self.coding, self.text = coding, text
        self._keys, self._cues = keys, cues
        self.quotes = tuple(_quotes(coding.article, keys))
        self.names = tuple(self._names(coding.mentions))

    def sentence(self, number: int) -> Span:
        """Where a sentence stands, the marks at its end included."""
        sentence = self.text.sentences[number]
        span = self.text.span(sentence.first, sentence.last)
        article = self.coding.article.text
        end = span.end
        while end < len(article) and article[end] in ".!?…\"'”’»)":
            end += 1
        start = span.start - 1 if span.start and article[span.start - 1] in "“\"'‘«(" else span.start
        return Span(start, end, article[start:end])

    def details(self, span: Span) -> Details:
        """What stands in a stretch."""
        coding = self.coding
        dates = [date for date in coding.dates if date.span and _inside(date.span, span)]
        days = tuple(Day(date.span, date.start, date.end) for date in dates if date.span)
        return Details(
            span=span,
            numbers=tuple(self._numbers(span, [day.span for day in days])),
            days=days,
            names=tuple(name for name in self.names if _inside(name.span, span)),
            quotes=tuple(quote for quote in self.quotes if _overlap(quote.span, span)),
            negation=self._words(span, self._cues.negation),
            doubt=self._words(span, self._cues.doubt),
            attribution=self._words(span, self._cues.attribution),
        )

    def _range(self, span: Span) -> range:
        """The words of a stretch, by number."""
        return range(bisect_left(self.text.starts, span.start), bisect_left(self.text.starts, span.end))

    def _numbers(self, span: Span, days: Sequence[Span]) -> Iterator[Number]:
        for at in self._range(span):
            key, words = self.text.keys[at], self.text.span(at, at + 1)
            if _counts(key) and not any(_overlap(words, day) for day in days):
                behind = self.text.keys[at + 1 : at + 1 + UNIT_WORDS]
                yield Number(words, key.stem, next((one.stem for one in behind if one.stem and not one.number), ""))

    def _names(self, mentions: Iterable[Actor]) -> Iterator[Name]:
        days = [date.span for date in self.coding.dates if date.span]
        for actor in mentions:
            if any(_overlap(actor.mention, day) for day in days):
                continue
            words = [self._keys[found[0]] for found in words_in(actor.mention.text)]
            if actor.via in _NAMING and words:
                yield Name(actor.mention, actor.id, words[-1].plain, words[-1].sound)

    def _words(self, span: Span, wanted: Iterable[str]) -> tuple[Cue, ...]:
        found = []
        for at in self._range(span):
            plain = self.text.words[at].casefold().replace("’", "'")
            if plain in wanted:
                found.append(Cue(self.text.span(at, at + 1), plain))
        return tuple(found)


class Teller:
    """Makes articles ready to be compared."""

    def __init__(self, folder: Path | None = None) -> None:
        """`folder`: a user's ontology. Raises `OntologyError`."""
        self._reader, self._keys, self._cues = Reader(folder), Keys(folder), load_difference_cues(folder)

    def told(self, coding: Coding) -> Told:
        """The article with its details."""
        return Told(coding, self._reader.text(coding.article), self._keys, self._cues)


def _quotes(article: Article, keys: Keys) -> Iterator[Quoted]:
    for span in article.body:
        for found in _QUOTE.finditer(span.text):
            group = 1 if found[1] is not None else 2
            words = [keys[word[0]] for word in words_in(found[group])]
            if words:
                start, end = span.start + found.start(group), span.start + found.end(group)
                stems = frozenset(key.stem for key in words if key.stem)
                yield Quoted(Span(start, end, found[group]), tuple(key.plain for key in words), stems)


def _counts(key: Key) -> bool:
    """Whether a word is a number that counts something."""
    digits = key.stem.replace(".", "")
    return key.number and digits.isdigit() and (key.plain[0].isdigit() or int(digits) >= SMALLEST)


def _inside(inner: Span, outer: Span) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end


def _overlap(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end
