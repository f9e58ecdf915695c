"""The classifier's vote on an act: how likely the words are an act of each type, or none, given who plays which role."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from dragoman.documents.syntax import word_layers
from dragoman.records import Actor
from dragoman.reports.classifier.network import NO_ACT, OTHER, SOURCE, TARGET, TRIGGER, ActNetwork, Array, pooled
from dragoman.reports.reader import Reader
from dragoman.reports.tree import Word


@dataclass(frozen=True, slots=True)
class Vote:
    """The probabilities that the classifier gives; `none` that the words tell of no act."""

    shares: Mapping[str, float]

    @property
    def none(self) -> float:
        """That it is no act."""
        return self.shares[NO_ACT]

    @property
    def best(self) -> str:
        """The likeliest type, no act left aside."""
        return max((name for name in self.shares if name != NO_ACT), key=lambda name: self.shares[name])

    def of(self, kind: str) -> float:
        """That it is an act of this type."""
        return self.shares[kind]

    def __str__(self) -> str:
        return f"{self.best} {self.shares[self.best]:.2f}, no act {self.none:.2f}"


class Voter:
    """The classifier. Loads its weights when first asked and keeps nothing between documents."""

    @cached_property
    def network(self) -> ActNetwork:
        """The trained weights. Raises `ModelError`."""
        return ActNetwork.load()


class Ballot:
    """Votes on the acts of one document. `layers` are the vectors of its words, (tokens, width)."""

    def __init__(self, reader: Reader, voter: Voter, layers: Array) -> None:
        self._reader = reader
        self._voter = voter
        self._layers = layers

    @classmethod
    def of(cls, reader: Reader, voter: Voter | None) -> Ballot | None:
        """`None` where there is no classifier, or a language model without the vectors that it was trained on."""
        layers = word_layers(reader.doc)
        return None if voter is None or layers is None else cls(reader, voter, layers)

    def vote(
        self, sentence: Sequence[Word], trigger: Iterable[Word], sources: Sequence[Actor], targets: Sequence[Actor]
    ) -> Vote:
        """The vote on a trigger in its sentence with these parties; parties named in other sentences have no words here."""
        first = sentence[0].i
        marks = np.full(len(sentence), OTHER)
        for actors, mark in ((targets, TARGET), (sources, SOURCE)):
            for word in (word for actor in actors for word in self._reader.words_of(actor.mention)):
                _mark(marks, word.i - first, mark)
        for word in trigger:
            _mark(marks, word.i - first, TRIGGER)
        vectors = self._layers[first : first + len(sentence)].astype(np.float32)
        return Vote(self._voter.network.probabilities(*pooled(vectors, marks)))


def _mark(marks: Array, place: int, mark: int) -> None:
    if 0 <= place < len(marks):
        marks[place] = mark
