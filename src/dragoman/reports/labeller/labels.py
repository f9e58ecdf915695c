"""What the network makes of a document's words: asked sentence by sentence, each answer kept."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Final

import numpy as np
from spacy.tokens import Doc

from dragoman.documents.syntax import word_layers
from dragoman.reports.labeller.features import sentence_features, vectors
from dragoman.reports.labeller.network import SOURCE, TARGET, Array, LabelNetwork
from dragoman.reports.tree import Tree, Word

TYPES: Final = (
    *("AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE", "REJECT", "THREATEN"),
    *("PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"),
)
LONGEST: Final = 200
"""Words of a sentence that is read; longer ones are tables and lists."""


class Labeller:
    """The weights, loaded when first asked; nothing is kept between documents."""

    @cached_property
    def network(self) -> LabelNetwork:
        """The trained weights. Raises `ModelError`."""
        return LabelNetwork.load()


@dataclass(frozen=True, slots=True)
class _Sentence:
    start: int
    states: Array
    pairs: Array
    types: Array


class Labels:
    """The labels of one document's words."""

    def __init__(self, doc: Doc, tree: Tree, labeller: Labeller) -> None:
        self._doc = doc
        self._tree = tree
        self._network = labeller.network
        self._vectors = vectors(doc)
        self._sentences: dict[int, _Sentence | None] = {}
        self._roles: dict[int, Array] = {}

    @classmethod
    def of(cls, doc: Doc, tree: Tree, labeller: Labeller | None) -> Labels | None:
        """`None` where there is no labeller, or a language model without the vectors that it was trained on."""
        return None if labeller is None or word_layers(doc) is None else cls(doc, tree, labeller)

    def type_of(self, word: Word) -> tuple[str, float]:
        """The likeliest type of act that a word tells of, and how likely."""
        shares = self._shares(word)
        best = int(shares[:-1].argmax())
        return TYPES[best], float(shares[best])

    def tells(self, word: Word, kind: str) -> float:
        """How likely a word tells of an act of this type."""
        return float(self._shares(word)[TYPES.index(kind)])

    def none(self, word: Word) -> float:
        """How likely a word tells of no act."""
        return float(self._shares(word)[-1])

    def source(self, trigger: Word, word: Word) -> float:
        """How likely a word names who does what the trigger tells."""
        return self._role(trigger, word, SOURCE)

    def target(self, trigger: Word, word: Word) -> float:
        """How likely a word names to whom it is done."""
        return self._role(trigger, word, TARGET)

    def _shares(self, word: Word) -> Array:
        found = self._sentence(word)
        return _NO_ACT if found is None else found.types[word.i - found.start]

    def _role(self, trigger: Word, word: Word, role: int) -> float:
        found = self._sentence(trigger)
        if found is None or word.sentence != trigger.sentence:
            return 0.0
        if trigger.i not in self._roles:
            self._roles[trigger.i] = self._network.roles(found.states, found.pairs, [trigger.i - found.start])[0]
        return float(self._roles[trigger.i][word.i - found.start, role])

    def _sentence(self, word: Word) -> _Sentence | None:
        number = word.sentence
        if number not in self._sentences:
            self._sentences[number] = self._read(*self._tree.sentences[number])
        return self._sentences[number]

    def _read(self, start: int, end: int) -> _Sentence | None:
        if end - start > LONGEST:
            return None
        states, pairs = self._network.states(self._vectors[start:end], sentence_features(self._doc, start, end))
        return _Sentence(start, states, pairs, self._network.types(states))


_NO_ACT: Final = np.array([0.0] * len(TYPES) + [1.0], np.float32)
