"""What the words of a text are worth when two texts are compared: rare words tell occasions apart, common ones do not.

How common a word is comes from a fixed table (`ontology/data/word_documents.tsv`), never from the archive, so that the
likeness of two texts does not change when a third is read.
"""

from __future__ import annotations

import math
import re
import sys
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from dragoman.ontology.same_event import SameEvent

Vector = Mapping[str, float]
"""Weights of terms, of unit length."""
_WORD = re.compile(r"[^\W\d_]+(?:['\u2019][^\W\d_]+)?|\d[\d,.]*\d|\d\d+")
_POSSESSIVE = re.compile(r"['\u2019]s?$")
SHORTEST = 3
SOFTER = 0.7
"""Over whole articles the very rare words count a little less than their rarity: they are often names of bystanders."""


class Words:
    """Splits texts into terms and weighs them."""

    def __init__(self, knowledge: SameEvent, documents: Mapping[str, int]) -> None:
        self._endings = knowledge.endings
        self._empty = frozenset(knowledge.empty_words)
        self._counted: dict[str, int] = {}
        for word, count in documents.items():
            stem = self.stem(word)
            self._counted[stem] = max(self._counted.get(stem, 0), count)
        self._total = documents["*"]
        self._weights: dict[str, float] = {}
        self._field = frozenset(self.stem(word) for word in knowledge.field_words)
        self._field_weight = knowledge.field_weight

    def terms(self, text: str) -> Iterator[str]:
        """The stems of the words that carry meaning, in order; years and other numbers as they are."""
        for match in _WORD.finditer(text):
            word = _POSSESSIVE.sub("", folded(match[0]))
            if len(word) >= SHORTEST and word not in self._empty:
                yield sys.intern(self.stem(word))

    def rarity(self, term: str) -> float:
        """The logarithm of how rarely texts hold a term, 0 for the commonest."""
        return math.log((self._total + 1) / (self._counted.get(term, 1) + 1))

    def weight(self, term: str) -> float:
        """How much a term tells in one sentence: its rarity, less of it for words that any page of the field may hold."""
        found = self._weights.get(term)
        if found is None:
            share = self._field_weight if term in self._field else 1.0
            found = self._weights[term] = share * self.rarity(term)
        return found

    def vector(self, text: str, most: int) -> dict[str, float]:
        """The weightiest terms of a text, of unit length together."""
        counts = Counter(self.terms(text))
        weighed = {term: (1 + math.log(count)) * self.rarity(term) ** SOFTER for term, count in counts.items()}
        return unit(heaviest(weighed, most))

    def rarest(self, terms: Iterable[str], most: int) -> list[str]:
        """The rarest of some terms, the rarest first."""
        return sorted(set(terms), key=lambda term: (-self.weight(term), term))[:most]

    def likeness(self, one: frozenset[str], other: frozenset[str]) -> float:
        """The cosine of two sets of terms under their weights, 0 to 1."""
        shared = sum(self.weight(term) ** 2 for term in sorted(one & other))
        return shared / math.sqrt(self._mass(one) * self._mass(other)) if shared else 0.0

    def _mass(self, terms: frozenset[str]) -> float:
        return sum(self.weight(term) ** 2 for term in sorted(terms))

    def stem(self, word: str) -> str:
        """The word without its ending: enough for "visited" and "visits" to meet, no more."""
        for ending, instead in self._endings.items():
            if word.endswith(ending) and len(word) - len(ending) >= SHORTEST:
                return word[: -len(ending)] + instead
        return word


def folded(word: str) -> str:
    """Lower case, without accents."""
    return "".join(c for c in unicodedata.normalize("NFKD", word.lower()) if not unicodedata.combining(c))


def heaviest(weights: Mapping[str, float], most: int) -> dict[str, float]:
    """The heaviest terms, in the order of the alphabet, so that sums over them are always added in the same order."""
    kept = sorted(weights, key=lambda term: (-weights[term], term))[:most]
    return {term: weights[term] for term in sorted(kept)}


def unit(weights: Mapping[str, float]) -> dict[str, float]:
    """The weights scaled to length 1."""
    length = math.sqrt(sum(value * value for value in weights.values())) or 1.0
    return {term: value / length for term, value in weights.items()}


def cosine(one: Vector, other: Vector) -> float:
    """The cosine of two vectors of unit length. Added in the order of the alphabet, whichever is named first."""
    few, many = (one, other) if len(one) <= len(other) else (other, one)
    return sum(few[term] * many[term] for term in sorted(few.keys() & many.keys()))
