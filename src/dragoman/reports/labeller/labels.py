"""What the network makes of a document's words: asked sentence by sentence, each answer kept."""

from __future__ import annotations

from functools import cached_property
from typing import Final

import numpy as np
from spacy.tokens import Doc

from dragoman.documents.syntax import word_layers
from dragoman.reports.labeller.features import sentence_features, vectors
from dragoman.reports.labeller.network import SOURCE, TARGET, Array, LabelNetwork, Read
from dragoman.reports.labeller.pairs import BEFORE
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
        return LabelNetwork()


class Labels:
    """The labels of one document's words."""

    def __init__(self, doc: Doc, tree: Tree, labeller: Labeller) -> None:
        self._doc = doc
        self._tree = tree
        self._network = labeller.network
        self._vectors = vectors(doc)
        self._read: dict[int, Read | None] = {}
        self._roles: dict[tuple[int, int], Array] = {}

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
        found = self._sentence(word.sentence)
        return _NO_ACT if found is None else found.types[word.i - self._start(word)]

    def _role(self, trigger: Word, word: Word, role: int) -> float:
        if not 0 <= trigger.sentence - word.sentence <= BEFORE:
            return 0.0
        key = trigger.i, word.sentence
        if key not in self._roles:
            self._roles[key] = self._played(trigger, word.sentence)
        return float(self._roles[key][word.i - self._start(word), role])

    def _played(self, trigger: Word, number: int) -> Array:
        """What the words of a sentence play in the act of a trigger, in it or after it."""
        start, end = self._tree.sentences[number]
        read, asked, at = self._sentence(trigger.sentence), self._sentence(number), trigger.i - self._start(trigger)
        if read is None or asked is None:
            return np.zeros((end - start, 3), np.float32)
        if number == trigger.sentence:
            return self._network.roles(read, at)
        return self._network.roles_before(read, at, asked, np.arange(start, end) - trigger.i, trigger.sentence - number)

    def _start(self, word: Word) -> int:
        return self._tree.sentences[word.sentence][0]

    def _sentence(self, number: int) -> Read | None:
        if number not in self._read:
            start, end = self._tree.sentences[number]
            features = sentence_features(self._doc, start, end)
            self._read[number] = self._network.read(self._vectors[start:end], features) if end - start <= LONGEST else None
        return self._read[number]


_NO_ACT: Final = np.array([0.0] * len(TYPES) + [1.0], np.float32)
