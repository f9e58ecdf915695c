"""What the plain encoder makes of each word of a sentence: its last layer, one vector a word.

Each sentence is read by itself, so that its vectors depend on nothing else (`docs/decisions/0007-one-document-a-batch.md`).
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from typing import Final

import numpy as np
import numpy.typing as npt
import onnxruntime as ort

from dragoman.documents.embeddings import open_encoder
from dragoman.documents.pieces import WordPieces
from dragoman.documents.pipeline import SHIPPED

Array = npt.NDArray[np.float32]

WIDTH: Final = 384
MOST_PIECES: Final = 500
"""Words beyond so many pieces have no vector of their own (zero); the encoder's position table ends at 512."""


class WordStates:
    """Words of a sentence to vectors. Loads the encoder when the first sentence is read, keeps nothing between sentences."""

    def __init__(self, folder: Path = SHIPPED) -> None:
        self._folder = folder

    @cached_property
    def _graph(self) -> ort.InferenceSession:
        return open_encoder(self._folder)

    @cached_property
    def _pieces(self) -> WordPieces:
        return WordPieces(self._folder / "dragoman_syntax" / "tokenizer.json")

    def __call__(self, words: Sequence[str]) -> Array:
        """(words, 384) float32: the mean of each word's first and last piece. `ModelError` where the model is missing."""
        graph = self._graph
        pieces = [pieces for pieces, _ in self._pieces(words)]
        ends = np.cumsum([len(each) for each in pieces], dtype=np.int64)
        kept = int(np.searchsorted(ends, MOST_PIECES, side="right"))
        row = [self._pieces.start, *(piece for each in pieces[:kept] for piece in each), self._pieces.end]
        (states,) = graph.run(["states"], {"pieces": np.array([row], np.int64)})
        found = np.zeros((len(words), WIDTH), np.float32)
        first = ends[:kept] - [len(each) for each in pieces[:kept]] + 1
        found[:kept] = (states[0][first] + states[0][ends[:kept]]) / 2
        return found
