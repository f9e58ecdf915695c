"""The trained part: from a sentence's vectors and the marks on its words to a probability of each type, and of no act.

The vectors of the trigger, the sources, the targets, the words around the trigger and the whole sentence are averaged apart;
one hidden layer reads the five means (`training/acts_train.py`). A mean of no words is the mean over all training sentences.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from dragoman.errors import ModelError

Array = npt.NDArray[Any]

SHIPPED: Final = Path(__file__).parent / "acts.npz"
OTHER, SOURCE, TARGET, TRIGGER = 0, 1, 2, 3
"""Marks of words."""
AROUND: Final = 3
"""Words on either side of the trigger that count as around it."""
POOLS: Final = 5
NO_ACT: Final = "NONE"


def pooled(vectors: Array, marks: Array) -> tuple[Array, Array]:
    """The five means (5, width) of a sentence's `vectors` (words, width) under its `marks` (words,), and which there are."""
    places = np.flatnonzero(marks == TRIGGER)
    around = np.zeros(len(marks), bool)
    if len(places):
        around[max(0, places[0] - AROUND) : places[-1] + AROUND + 1] = True
    groups = (marks == TRIGGER, marks == SOURCE, marks == TARGET, around & (marks == OTHER), np.ones(len(marks), bool))
    means = [vectors[group].mean(0) if group.any() else np.zeros(vectors.shape[1], np.float32) for group in groups]
    return np.stack(means).astype(np.float32), np.array([bool(group.any()) for group in groups])


class ActNetwork:
    """The network's forward pass. `types` are what it tells apart, "NONE" for no act among them."""

    def __init__(self, types: tuple[str, ...], weights: Mapping[str, Array]) -> None:
        self.types = types
        self._weights = {name: np.asarray(values, np.float32) for name, values in weights.items()}

    @classmethod
    def load(cls, path: Path = SHIPPED) -> ActNetwork:
        """Read the weights; `ModelError` where they are missing or broken."""
        try:
            with np.load(path) as found:
                types = tuple(str(name) for name in found["types"])
                return cls(types, {name: found[name] for name in found.files if name != "types"})
        except (OSError, ValueError, KeyError) as error:
            raise ModelError(f"cannot be used ({error})", path) from error

    def probabilities(self, means: Array, there: Array) -> dict[str, float]:
        """How likely each type is, from `pooled`."""
        weights = self._weights
        features = np.where(there[:, None], (means - weights["mean"]) / weights["spread"], 0.0)
        hidden = _gelu(features.ravel() @ weights["hidden"] + weights["hidden_bias"])
        scores = (hidden @ weights["out"] + weights["out_bias"]) / float(weights["temperature"])
        shares = np.exp(scores - scores.max())
        return dict(zip(self.types, (shares / shares.sum()).tolist(), strict=True))


def _gelu(x: Array) -> Array:
    """By the approximation with the hyperbolic tangent, which the network was trained with."""
    return np.asarray(0.5 * x * (1 + np.tanh(0.7978845608 * (x + 0.044715 * x**3))))
