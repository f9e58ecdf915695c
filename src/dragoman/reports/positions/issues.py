"""Which issue a phrase names: the words of the ontology, with what must be near them."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from dragoman.ontology.issues import Issue, lineage
from dragoman.reports.reader import Reader
from dragoman.reports.tree import Word

NEARNESS = ("article", "named", "sentence", "phrase")
ARTICLES = frozenset({"the", "a", "an"})
BEGINNING = 3
"""Sentences, the headline among them, that say what an article is about."""
BOTH = "+"
"""In `near`: "CHN+USA" asks for both."""


Circle = tuple[str, frozenset[str], frozenset[str]]
"""Its name, who is there, and which issues are named there."""


@dataclass(frozen=True, slots=True)
class Naming:
    """A phrase that names an issue: by itself, or only near what the issue is about."""

    parts: tuple[str, ...]
    issue: Issue
    alone: bool


@dataclass(frozen=True, slots=True)
class Link:
    """The issue that words name, those words, and where what it must be near was found."""

    issue: Issue
    words: tuple[Word, ...]
    near: str

    @property
    def rank(self) -> tuple[int, int, int]:
        """More words come first, then what is nearer, then deeper issues."""
        return len(self.words), NEARNESS.index(self.near), self.issue.id.count("/")


class IssueIndex:
    """The issues of the ontology by the first word of the phrases that name them."""

    def __init__(self, issues: Mapping[str, Issue]) -> None:
        self.issues = issues
        self.namings: dict[str, list[Naming]] = defaultdict(list)
        for issue in issues.values():
            for phrase, alone in (*((each, True) for each in issue.words), *((each, False) for each in issue.topics)):
                parts = tuple(phrase.replace("-", " - ").split())
                self.namings[parts[0]].append(Naming(parts, issue, alone))

    def named(self, words: Sequence[Word]) -> Iterator[tuple[Naming, tuple[Word, ...]]]:
        """Every phrase of an issue that stands in these words, articles aside, and its words."""
        words = [word for word in words if word.lower not in ARTICLES]
        for at, word in enumerate(words):
            for form in {word.lower, word.lemma}:
                for naming in self.namings.get(form, ()):
                    here = words[at : at + len(naming.parts)]
                    if _stands(naming.parts, here):
                        yield naming, tuple(here)

    def around(self, issue: Issue) -> tuple[tuple[str, ...], frozenset[str]]:
        """What an issue's topics must be near: actors, and the issues whose own words will do."""
        above = list(lineage(self.issues, issue))
        last = next((at for at, each in enumerate(above) if each.near), len(above) - 1)
        return above[last].near, frozenset(each.id for each in above[: last + 1] if each.words)


def _top(link: Link) -> str:
    return link.issue.id.partition("/")[0]


def _stands(parts: tuple[str, ...], words: Sequence[Word]) -> bool:
    return len(words) == len(parts) and all(
        part in (word.lower, word.lemma) for part, word in zip(parts, words, strict=True)
    )


class IssueReader:
    """Finds the issues of one document."""

    def __init__(self, reader: Reader, index: IssueIndex) -> None:
        self.reader = reader
        self.index = index
        self._sentences: dict[int, tuple[frozenset[str], frozenset[str]]] = {}

    def link(self, words: Sequence[Word], holders: frozenset[str] = frozenset()) -> Link | None:
        """The issue that a phrase names, the most specific first; `None` where the ontology knows none.

        `holders` (ids and countries) stand in the sentence because they take the stand: they tell nothing of its issue.
        """
        named = list(self.index.named(words))
        circles = () if all(naming.alone for naming, _ in named) else tuple(self._circles(words))
        found = [link for each in named if (link := self._link(*each, circles, holders)) is not None]
        best = max(found, key=lambda each: each.rank, default=None)
        if (
            best is not None
            and best.near == NEARNESS[0]
            and len({_top(link) for link in found if link.near == best.near}) > 1
        ):
            return None  # the article is about both
        return best

    def _link(
        self, naming: Naming, here: tuple[Word, ...], circles: Sequence[Circle], holders: frozenset[str]
    ) -> Link | None:
        if naming.alone:
            return Link(naming.issue, here, "named")
        near, spoken = self.index.around(naming.issue)
        for where, whom, what in circles:
            others = whom if where == "phrase" else whom - holders
            if any(set(each.split(BOTH)) <= (whom if BOTH in each else others) for each in near) or spoken & what:
                return Link(naming.issue, here, where)
        return None

    def _circles(self, words: Sequence[Word]) -> Iterator[Circle]:
        """The phrase, its sentence, and the article's issues: where what an issue must be near may stand."""
        yield "phrase", self._present(words), self._issues(words)
        yield "sentence", *self._sentence(words[0].sentence)
        yield "article", frozenset(), self._article_issues

    def _sentence(self, number: int) -> tuple[frozenset[str], frozenset[str]]:
        if number not in self._sentences:
            start, end = self.reader.tree.sentences[number]
            words = self.reader.tree.words[start:end]
            self._sentences[number] = self._present(words), self._issues(words)
        return self._sentences[number]

    @cached_property
    def _article_issues(self) -> frozenset[str]:
        """The issues that the article is about: named at its beginning, or more than once."""
        tree = self.reader.tree
        start = tree.sentences[:BEGINNING][-1][1] if tree.sentences else 0
        named = Counter(naming.issue.id for naming, _ in self.index.named(tree.words) if naming.alone)
        return self._issues(tree.words[:start]) | frozenset(issue for issue, times in named.items() if times > 1)

    def _issues(self, words: Sequence[Word]) -> frozenset[str]:
        """The issues that these words name by themselves."""
        return frozenset(naming.issue.id for naming, _ in self.index.named(words) if naming.alone)

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
