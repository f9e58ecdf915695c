"""Which quotes are of one utterance, on whatever page, and which utterances say one formula again.

One utterance: the same speaker, much the same words (pages reword, translate back, shorten), about the same time. The
closer two pages are (one made from the other, of one story), the fewer words must agree; where nobody knows when something
was said, more must. The same words months apart are a formula: said again, not told again.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from dragoman.ids import content_id
from dragoman.stories.grouping import Pair, components, met
from dragoman.stories.words import Words

VERSION = 1
"""Rises whenever the same quotes may give other utterances."""
Relation = Literal["same", "formula"]

KEYS = 5
"""Words of a quote under which it meets others of the same speaker: its rarest."""
MOST = 200
"""Quotes that may share a key; one that more share tells too little."""
LIKE_RELATED, LIKE_STORY, LIKE_DATED, LIKE_UNDATED = 0.3, 0.45, 0.55, 0.75
"""How much alike the words must be: on pages of one origin, of one story, of about the same days, of unknown days."""
OTHER_VOICE = 0.15
"""How much more where one page names the state or the ministry and the other the person."""
FORMULA = 0.7
NEAR, FAR = 7, 45
"""Days within which something is told again; days from which on it is said again."""
FEWEST, FEW_IF_CLEAR, CLEAR = 3, 2, 0.5
"""Words that must be shared, whatever they weigh: fewer where the likeness is clear."""


@dataclass(frozen=True, slots=True)
class Spoken:
    """A quote as it is compared: who speaks (ids, and their countries), the words, the days on which it may have been said.

    `family` and `story` are those of its article; an article without relatives is its own family. Days are ordinals.
    """

    id: str
    article: str
    family: str
    story: str | None
    speakers: frozenset[str]
    countries: frozenset[str]
    terms: frozenset[str]
    first: int | None
    last: int | None


@dataclass(frozen=True, slots=True)
class Traced:
    """The utterance that a quote is of, and the formula that the utterance says again."""

    quote: str
    utterance: str
    formula: str | None


class Tracer:
    """Compares quotes. `words` weighs what they say."""

    def __init__(self, words: Words) -> None:
        self.words = words

    def trace(self, quotes: Iterable[Spoken]) -> list[Traced]:
        """The quotes that share an utterance or a formula with another, in the order of their ids."""
        known = {quote.id: quote for quote in quotes}
        relations = dict(self._relations(known))
        same = [pair for pair, relation in relations.items() if relation == "same"]
        utterance_of = {quote: group[0] for group in components(known, same) for quote in sorted(group)}
        again = {
            (utterance_of[one], utterance_of[other]) for one, other in relations if utterance_of[one] != utterance_of[other]
        }
        formula_of = {
            first: group[0] for group in components(set(utterance_of.values()), again) for first in group if len(group) > 1
        }
        shared = {quote for pair in relations for quote in pair}
        return [
            Traced(quote, content_id("utterance", utterance_of[quote]), _named(formula_of.get(utterance_of[quote])))
            for quote in sorted(shared)
        ]

    def _relations(self, known: Mapping[str, Spoken]) -> Iterator[tuple[Pair, Relation]]:
        sharing: defaultdict[str, list[str]] = defaultdict(list)
        for quote in known.values():
            for key in self._keys(quote):
                sharing[key].append(quote.id)
        numbered = {number: ids for number, (_, ids) in enumerate(sorted(sharing.items()))}
        for one, other in met(numbered, MOST):
            relation = self.relation(known[one], known[other])
            if relation is not None:
                yield (one, other), relation

    def _keys(self, quote: Spoken) -> Iterator[str]:
        for voice in sorted(quote.countries or quote.speakers):
            yield from (f"{voice} {term}" for term in self.words.rarest(quote.terms, KEYS))

    def relation(self, one: Spoken, other: Spoken) -> Relation | None:
        """Whether two quotes are of one utterance, or say one formula at different times."""
        wanted = self._wanted(one, other)
        if wanted is None:
            return None
        likeness = self.likeness(one, other) - (0.0 if one.speakers & other.speakers else OTHER_VOICE)
        fewest = min(FEW_IF_CLEAR if likeness >= CLEAR else FEWEST, len(one.terms), len(other.terms))
        apart = days_apart(one, other)
        if likeness < min(wanted, FORMULA) or len(one.terms & other.terms) < fewest:
            return None
        if apart is not None and apart > NEAR and one.family != other.family:
            return "formula" if apart >= FAR and likeness >= FORMULA else None
        return "same" if likeness >= wanted else None

    def likeness(self, one: Spoken, other: Spoken) -> float:
        """How much alike the words are, 0 to 1: a shortened wording is like the whole."""
        shared = sum(self.words.weight(term) for term in sorted(one.terms & other.terms))
        least = min(sum(self.words.weight(term) for term in sorted(each.terms)) for each in (one, other))
        contained = shared / least if least else 0.0
        return (self.words.likeness(one.terms, other.terms) + contained) / 2

    def _wanted(self, one: Spoken, other: Spoken) -> float | None:
        """How much alike the words must be; `None` where the speakers are different."""
        if not (one.speakers & other.speakers or one.countries & other.countries):
            return None
        if one.article == other.article:
            return LIKE_UNDATED
        if one.family == other.family:
            return LIKE_RELATED
        if one.story is not None and one.story == other.story:
            return LIKE_STORY
        return LIKE_UNDATED if days_apart(one, other) is None else LIKE_DATED


def days_apart(one: Spoken, other: Spoken) -> int | None:
    """The days that lie between two quotes at least; `None` where nobody knows."""
    if one.first is None or one.last is None or other.first is None or other.last is None:
        return None
    return max(0, one.first - other.last, other.first - one.last)


def _named(first: str | None) -> str | None:
    return None if first is None else content_id("formula", first)
