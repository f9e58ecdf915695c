"""Sentence embeddings from the plain encoder, loaded when the first text is embedded and not before."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from pathlib import Path
from typing import Any, Final

import numpy as np
import numpy.typing as npt
import onnxruntime as ort
from tokenizers import Tokenizer

from dragoman.documents.graph import load_graph
from dragoman.documents.pipeline import SHIPPED

WIDTH: Final = 384
LONGEST: Final = 256  # pieces; the encoder was trained on no more
BATCH_PIECES: Final = 4096


class SentenceEmbedder:
    """Texts to vectors of unit length, so that their dot product is their cosine.

    The model is all-MiniLM-L6-v2 as int8; cosines differ from the original's by 0.06 at most, so tune thresholds on these.
    """

    def __init__(self, folder: Path = SHIPPED) -> None:
        self._folder = folder

    @cached_property
    def _graph(self) -> ort.InferenceSession:
        return load_graph(self._folder / "embeddings.onnx")

    @cached_property
    def _tokenizer(self) -> Tokenizer:
        tokenizer = Tokenizer.from_file(str(self._folder / "dragoman_syntax" / "tokenizer.json"))
        tokenizer.no_padding()
        tokenizer.enable_truncation(LONGEST)
        return tokenizer

    def embed(self, texts: Sequence[str]) -> npt.NDArray[np.float32]:
        """(texts, 384) float32. Raises `ModelError` where the model is missing."""
        vectors = np.zeros((len(texts), WIDTH), np.float32)
        rows = [encoding.ids for encoding in self._tokenizer.encode_batch(list(texts))]
        for group in _groups(rows):
            pieces = np.zeros((len(group), max(len(rows[i]) for i in group)), np.int64)
            for place, i in enumerate(group):
                pieces[place, : len(rows[i])] = rows[i]
            vectors[group] = self._graph.run(["vectors"], {"pieces": pieces})[0]
        return vectors


def _groups(rows: Sequence[Sequence[Any]]) -> Iterator[list[int]]:
    """Indices of rows of like length, at most `BATCH_PIECES` padded pieces together."""
    group: list[int] = []
    for i in sorted(range(len(rows)), key=lambda i: len(rows[i])):
        if group and (len(group) + 1) * len(rows[i]) > BATCH_PIECES:
            yield group
            group = []
        group.append(i)
    if group:
        yield group
