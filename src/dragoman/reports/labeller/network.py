"""The trained part: from the vectors and the tree of a sentence to types and roles of its words.

Two blocks of attention over the sentence (told how words reach each other through the tree), then for each word the type
of the act that it tells of, or none (`acts.onnx`); and for each pair of a trigger and a word the role that the word plays
(`parties.onnx`). Trained by `training/labeller_train.py`, int8, on one thread.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from dragoman.documents.graph import load_graph
from dragoman.reports.labeller.pairs import features_across, pair_features

Array = npt.NDArray[Any]

SHIPPED: Final = Path(__file__).parent
NOBODY, SOURCE, TARGET = 0, 1, 2
"""Roles of a word in an act."""


@dataclass(frozen=True, slots=True)
class Read:
    """A sentence of n words as the network sees it.

    `types` (n, 17): how likely each word tells of an act of each type, the last for none; `of_trigger`, `of_word`
    (n, width): each word as a trigger and as a party; `words` (n, 3) and `pairs` (n, n, 3): their features.
    """

    types: Array
    of_trigger: Array
    of_word: Array
    words: Array
    pairs: Array


class LabelNetwork:
    """The two graphs, asked for one sentence at a time."""

    def __init__(self, folder: Path = SHIPPED) -> None:
        """Raises `ModelError` where a graph is missing or broken."""
        self._acts, self._parties = load_graph(folder / "acts.onnx"), load_graph(folder / "parties.onnx")

    @property
    def width(self) -> int:
        """How long the vectors are that the network reads."""
        return int(self._acts.get_inputs()[0].shape[-1])

    def read(self, vectors: Array, words: Array) -> Read:
        """A sentence by its words' `vectors` (n, width) and features (n, 3), see `features.py`."""
        pairs = pair_features(words)
        given = {"vectors": vectors.astype(np.float16, copy=False), "words": words[:, :2].astype(np.int32), "pairs": pairs}
        types, of_trigger, of_word = self._acts.run(None, given)
        return Read(types, of_trigger, of_word, words, pairs)

    def roles(self, read: Read, trigger: int) -> Array:
        """(n, 3): how likely each word of a sentence is nobody, the source, the target of a trigger's act in it."""
        return self._played(read, trigger, read, read.pairs[trigger], 0)

    def roles_before(self, read: Read, trigger: int, earlier: Read, steps: Array, before: int) -> Array:
        """(n, 3): the same of the words of a sentence that stands `before` sentences earlier, `steps` (n,) words away."""
        return self._played(read, trigger, earlier, features_across(earlier.words, steps), before)

    def _played(self, read: Read, trigger: int, asked: Read, pairs: Array, before: int) -> Array:
        given = {
            "of_trigger": read.of_trigger[trigger : trigger + 1],
            "of_word": asked.of_word,
            "pairs": pairs,
            "before": np.array([before], np.int32),
        }
        return np.asarray(self._parties.run(None, given)[0])
