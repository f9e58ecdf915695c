"""Stories: articles on one occasion, by their weightiest words and the days on which they were published.

Average linkage over the likeness of articles, which fades with the days between them. Two groups that are dense in
themselves stay apart where they are much less alike than each is within: the same actors on another occasion.
"""

from __future__ import annotations

import heapq
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from dragoman.ontology.same_event import SameEvent
from dragoman.stories.grouping import Pair
from dragoman.stories.keys import key_number
from dragoman.stories.sketch import ArticleSketch
from dragoman.stories.words import Words, cosine

MOST = 400
"""Articles that may share a key."""
RAREST = 12
"""Terms of an article that are keys."""
MONTH = 30


class Occasions:
    """Groups articles into stories."""

    def __init__(self, knowledge: SameEvent, words: Words) -> None:
        self._knowledge, self._words = knowledge, words

    def keys(self, page: ArticleSketch) -> frozenset[int]:
        """The keys under which an article meets others: rare terms, with the month where it is known and without one."""
        terms = sorted(page.vector, key=lambda term: (-page.vector[term], term))[:RAREST]
        months = ["?"] if page.day is None else [str(page.day // MONTH), str(page.day // MONTH + 1), "?"]
        return frozenset(key_number("story", term, month) for term in terms for month in months)

    def likeness(self, one: ArticleSketch, other: ArticleSketch) -> float:
        """How alike two articles are, 0 to 1; halved for each so many days between them."""
        found = cosine(one.vector, other.vector)
        if one.day is None or other.day is None:
            return found
        return float(found * 0.5 ** (abs(one.day - other.day) / self._knowledge.story_days))

    def joined(self, pairs: Iterable[Pair], pages: Mapping[str, ArticleSketch]) -> dict[Pair, float]:
        """The pairs that are alike enough to be of one story."""
        weighed = ((pair, self.likeness(pages[pair[0]], pages[pair[1]])) for pair in pairs)
        return {pair: likeness for pair, likeness in weighed if likeness >= self._knowledge.story_threshold}

    def stories(
        self, members: Sequence[str], alike: Mapping[Pair, float], pages: Mapping[str, ArticleSketch]
    ) -> list[tuple[str, ...]]:
        """The stories among articles that hang together, each in the order of its ids."""
        if len(members) == 1:
            return [tuple(members)]
        published = {member: (pages[member].day, pages[member].day) for member in members}
        linkage = _Linkage(published, self._likenesses(members, alike, pages), self._knowledge)
        return sorted(tuple(sorted(group)) for group in linkage.groups())

    def _likenesses(
        self, members: Sequence[str], alike: Mapping[Pair, float], pages: Mapping[str, ArticleSketch]
    ) -> dict[Pair, float]:
        """The likeness of every pair; in a part too large for that, of those that blocking brought together."""
        if len(members) > WHOLE:
            return dict(alike)
        ordered = sorted(members)
        return {
            (one, other): self.likeness(pages[one], pages[other])
            for number, one in enumerate(ordered)
            for other in ordered[number + 1 :]
        }


WHOLE = 1_000
"""Articles of a part up to which every pair is compared."""


Days = tuple[int | None, int | None]
"""The first and the last day of the articles of a group (`ArticleSketch.day`); `None` where none has any."""


def _silence(one: Days, other: Days) -> int:
    """Days between two groups; 0 where nobody knows."""
    if one[0] is None or one[1] is None or other[0] is None or other[1] is None:
        return 0
    return max(0, other[0] - one[1], one[0] - other[1])


def _span(one: Days, other: Days) -> Days:
    first = [day for day in (one[0], other[0]) if day is not None]
    last = [day for day in (one[1], other[1]) if day is not None]
    return min(first, default=None), max(last, default=None)


class _Linkage:
    """Average linkage with a queue of pairs of groups, the most alike first."""

    def __init__(self, published: Mapping[str, Days], likeness: Mapping[Pair, float], knowledge: SameEvent) -> None:
        members = list(published)
        self._published, self._gap = dict(published), knowledge.story_gap
        self._least, self._share = knowledge.story_threshold, knowledge.story_share
        self._dense = knowledge.story_dense
        self._members = {member: [member] for member in members}
        self._within = dict.fromkeys(members, 0.0)
        self._sums: defaultdict[str, dict[str, float]] = defaultdict(dict)
        for (one, other), value in likeness.items():
            self._sums[one][other] = self._sums[other][one] = value
        self._queue = [(-value, *pair) for pair, value in likeness.items() if value >= self._least]
        heapq.heapify(self._queue)

    def groups(self) -> Iterator[list[str]]:
        """Merge until nothing is alike enough."""
        while self._queue:
            value, one, other = heapq.heappop(self._queue)
            current = one in self._members and other in self._members and -value == self._average(one, other)
            if current and self._one_occasion(one, other):
                self._merge(one, other)
        yield from self._members.values()

    def _average(self, one: str, other: str) -> float:
        return self._sums[one].get(other, 0.0) / (len(self._members[one]) * len(self._members[other]))

    def _one_occasion(self, one: str, other: str) -> bool:
        """No long silence lies between the two, and dense groups are nearly as alike as the looser of them is within."""
        if _silence(self._published[one], self._published[other]) > self._gap:
            return False
        if min(len(self._members[one]), len(self._members[other])) < self._dense:
            return True
        return self._average(one, other) >= self._share * min(self._density(one), self._density(other))

    def _density(self, group: str) -> float:
        size = len(self._members[group])
        return self._within[group] / (size * (size - 1) / 2)

    def _merge(self, one: str, other: str) -> None:
        self._within[one] += self._within.pop(other) + self._sums[one].pop(other)
        self._members[one] += self._members.pop(other)
        self._published[one] = _span(self._published[one], self._published.pop(other))
        self._sums[other].pop(one)
        for third, value in self._sums.pop(other).items():
            del self._sums[third][other]
            self._sums[one][third] = self._sums[third][one] = self._sums[one].get(third, 0.0) + value
        for third in self._sums[one]:
            average = self._average(one, third)
            if average >= self._least:
                heapq.heappush(self._queue, (-average, min(one, third), max(one, third)))
