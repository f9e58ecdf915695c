"""The trained part: how likely each candidate is a mention, and which earlier one each takes up, if any.

A small network (`training/coreference.py`) over the traits of phrases, the encoder's vector of their heads and the features
of pairs. Every matrix is (inputs, outputs).
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np

from dragoman.documents.coreference.columns import Array
from dragoman.documents.coreference.pairs import Pairs
from dragoman.errors import ModelError

SHIPPED: Final = Path(__file__).parent / "ranker.npz"
CHUNK: Final = 8192
"""Pairs that are scored at once."""


@dataclass(frozen=True, slots=True)
class Scores:
    """Log-odds, one row a candidate or a pair: that it is a mention; that it takes up nothing; that the pair is one."""

    mention: Array
    nothing: Array
    pair: Array


class Ranker:
    """The network's forward pass. Built once; keeps nothing between documents."""

    def __init__(self, weights: dict[str, Array]) -> None:
        self._weights = {name: np.asarray(values, np.float32) for name, values in weights.items()}

    @classmethod
    def load(cls, path: Path = SHIPPED) -> Ranker:
        """Read the weights; `ModelError` where they are missing or broken."""
        try:
            with np.load(path) as found:
                return cls({name: found[name] for name in found.files})
        except (OSError, ValueError) as error:
            raise ModelError(f"cannot be used ({error})", path) from error

    def score(self, traits: Array, states: Array, pairs: Pairs) -> Scores:
        """Score candidates, by `traits` (n, traits) and `states` (n, width; of no width where there are none), and pairs."""
        known = self._linear(traits, "traits")
        if states.shape[1]:
            known += states @ self._weights["states"]
        known = np.maximum(known, 0)
        own = self._linear(np.maximum(self._linear(known, "mention_hidden"), 0), "mention_out")
        return Scores(own[:, 0], own[:, 1], self._pairs(known, states, pairs))

    def _pairs(self, known: Array, states: Array, pairs: Pairs) -> Array:
        """Pairs in chunks, so that a long document needs no more memory than a short one."""
        weights = self._weights
        later, earlier = self._linear(known, "later"), known @ weights["earlier"]
        meaning = (
            states @ weights["meaning"]
            if states.shape[1]
            else np.zeros((len(known), weights["meaning"].shape[1]), np.float32)
        )
        found = np.empty(len(pairs), np.float32)
        for start in range(0, len(pairs), CHUNK):
            part = slice(start, start + CHUNK)
            i, j = pairs.later[part], pairs.earlier[part]
            hidden = later[i] + earlier[j] + pairs.features[part] @ weights["features"]
            hidden += (meaning[i] * meaning[j]) @ weights["product"]
            narrow = np.maximum(self._linear(np.maximum(hidden, 0, out=hidden), "narrow"), 0)
            found[part] = self._linear(narrow, "out")[:, 0]
        return found

    def _linear(self, rows: Array, name: str) -> Array:
        return np.asarray(rows @ self._weights[name] + self._weights[f"{name}_bias"])
