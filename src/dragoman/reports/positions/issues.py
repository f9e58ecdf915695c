"""Which issue a phrase names: the words of the ontology, with what must be near them."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from dragoman.ontology.issues import Issue, lineage
from dragoman.reports.reader import Reader
from dragoman.reports.tree import Word

BOTH = "+"
"""In `near`: "CHN+USA" asks for both."""


@dataclass(frozen=True, slots=True)
class Naming:
    """A phrase that names an issue: by itself, or only near what the issue is about."""

    parts: tuple[str, ...]
    issue: Issue
    alone: bool


@dataclass(frozen=True, slots=True)
class Link:
    """The issue that words name, how many of its words stand there, and where what it must be near was found."""

    issue: Issue
    length: int
    near: str

    @property
    def rank(self) -> tuple[int, int]:
        """More words and deeper issues come first."""
        return self.length, self.issue.id.count("/")


class IssueIndex:
    """The issues of the ontology by the first word of the phrases that name them."""

    def __init__(self, issues: Mapping[str, Issue]) -> None:
        self.issues = issues
        self.namings: dict[str, list[Naming]] = defaultdict(list)
        for issue in issues.values():
            for phrase, alone in (*((each, True) for each in issue.words), *((each, False) for each in issue.topics)):
                parts = tuple(phrase.split())
                self.namings[parts[0]].append(Naming(parts, issue, alone))

    def named(self, words: Sequence[Word]) -> Iterator[Naming]:
        """Every phrase of an issue that stands in these words."""
        for at, word in enumerate(words):
            for form in {word.lower, word.lemma}:
                for naming in self.namings.get(form, ()):
                    if _stands(naming.parts, words[at : at + len(naming.parts)]):
                        yield naming

    def around(self, issue: Issue) -> tuple[tuple[str, ...], frozenset[str]]:
        """What an issue's topics must be near: actors, and the issues whose own words will do."""
        above = tuple(lineage(self.issues, issue))
        near = next((each.near for each in above if each.near), ())
        return near, frozenset(each.id for each in above if each.words)


def _stands(parts: tuple[str, ...], words: Sequence[Word]) -> bool:
    return len(words) == len(parts) and all(
        part in (word.lower, word.lemma) for part, word in zip(parts, words, strict=True)
    )


class IssueReader:
    """Finds the issues of one document."""

    def __init__(self, reader: Reader, index: IssueIndex) -> None:
        self.reader = reader
        self.index = index

    def link(self, words: Sequence[Word]) -> Link | None:
        """The issue that a phrase names, the most specific first; `None` where the ontology knows none."""
        found = [link for naming in self.index.named(words) if (link := self._link(naming, words)) is not None]
        return max(found, key=lambda each: each.rank, default=None)

    def _link(self, naming: Naming, words: Sequence[Word]) -> Link | None:
        if naming.alone:
            return Link(naming.issue, len(naming.parts), "named")
        near, spoken = self.index.around(naming.issue)
        for where, whom, what in self._circles(words):
            if any(set(each.split(BOTH)) <= whom for each in near) or spoken & what:
                return Link(naming.issue, len(naming.parts), where)
        return None

    def _circles(self, words: Sequence[Word]) -> Iterator[tuple[str, frozenset[str], frozenset[str]]]:
        """The phrase, its sentence, and the article's issues: where what an issue must be near may stand."""
        yield "phrase", self._present(words), frozenset(each.issue.id for each in self.index.named(words) if each.alone)
        number = words[0].sentence
        yield "sentence", *self._sentence(number)
        yield "article", frozenset(), self._article_issues

    def _sentence(self, number: int) -> tuple[frozenset[str], frozenset[str]]:
        start, end = self.reader.tree.sentences[number]
        words = self.reader.tree.words[start:end]
        return self._present(words), frozenset(each.issue.id for each in self.index.named(words) if each.alone)

    @cached_property
    def _article_issues(self) -> frozenset[str]:
        return frozenset(each.issue.id for each in self.index.named(self.reader.tree.words) if each.alone)

    def _present(self, words: Sequence[Word]) -> frozenset[str]:
        """Who is named in the words: ids, countries and members of actors, countries of places."""
        found: set[str | None] = set()
        for word in words:
            for actor in self.reader.at(word):
                found.update((actor.id, actor.country, *actor.members))
        starts = self.reader.marked.document.starts
        low, high = int(starts[words[0].i]), int(starts[words[-1].i])
        places = self.reader.marked.places
        first = bisect_left(places, low, key=lambda place: place.mention.start)
        for place in places[first:]:
            if place.mention.start > high:
                break
            found.add(place.country)
        return frozenset(each for each in found if each)
