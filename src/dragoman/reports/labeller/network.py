"""The trained part: from the vectors and the tree of a sentence to types and roles of its words.

Two blocks of attention over the sentence (told how words reach each other through the tree), then for each word the type
of the act that it tells of, or none; and for each pair of a trigger and a word the role that the word plays.
Trained by `training/labeller_train.py`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from dragoman.errors import ModelError
from dragoman.reports.labeller.pairs import pair_features

Array = npt.NDArray[Any]

SHIPPED: Final = Path(__file__).parent / "labels.npz"
NOBODY, SOURCE, TARGET = 0, 1, 2
"""Roles of a word in an act."""
EPSILON: Final = 1e-5


class LabelNetwork:
    """The network's forward pass for one sentence at a time."""

    def __init__(self, weights: Mapping[str, Array]) -> None:
        self._weights = {name: np.asarray(values, np.float32) for name, values in weights.items()}
        self._heads = int(self._weights.pop("heads"))
        self._blocks = sum(name.endswith("project.weight") for name in self._weights)

    @property
    def width(self) -> int:
        """How long the vectors are that the network reads."""
        return len(self._weights["mean"])

    @classmethod
    def load(cls, path: Path = SHIPPED) -> LabelNetwork:
        """Read the weights; `ModelError` where they are missing or broken."""
        try:
            with np.load(path) as found:
                return cls({name: found[name] for name in found.files})
        except (OSError, ValueError, KeyError) as error:
            raise ModelError(f"cannot be used ({error})", path) from error

    def states(self, vectors: Array, words: Array) -> tuple[Array, Array]:
        """The network's own vectors (n, width) of a sentence, and its pair features; both are asked for below."""
        w = self._weights
        pairs = pair_features(words)
        x = self._linear("enter", (vectors.astype(np.float32) - w["mean"]) / w["spread"])
        x = x + w["relation.weight"][words[:, 0]] + w["tag.weight"][words[:, 1]]
        for number in range(self._blocks):
            x = self._block(f"blocks.{number}", x, pairs)
        return self._normal("leave", x), pairs

    def types(self, states: Array) -> Array:
        """(n, types): how likely each word tells of an act of each type, the last for none."""
        return _shares(self._linear("type_out", _gelu(self._linear("type_hidden", states))))

    def roles(self, states: Array, pairs: Array, triggers: Sequence[int]) -> Array:
        """(triggers, n, 3): how likely each word is nobody, the source, the target of each trigger's act."""
        w = self._weights
        of_word, chosen = self._linear("of_word", states), pairs[list(triggers)]
        hidden = self._linear("of_trigger", states[list(triggers)])[:, None] + of_word[None]
        hidden = hidden + w["pair_path.weight"][chosen[..., 0]] + w["pair_turn.weight"][chosen[..., 1]]
        hidden = hidden + w["pair_far.weight"][chosen[..., 2]]
        return _shares(self._linear("role_out", _gelu(hidden)))

    def _block(self, name: str, x: Array, pairs: Array) -> Array:
        w, size, width = self._weights, len(x), x.shape[1]
        parts = self._linear(f"{name}.project", self._normal(f"{name}.first", x)).reshape(size, 3, self._heads, -1)
        q, k, v = (parts[:, number].transpose(1, 0, 2) for number in range(3))
        scores = q @ k.transpose(0, 2, 1) / np.float32((width / self._heads) ** 0.5)
        beside = w[f"{name}.far.weight"][pairs[..., 2]] + w[f"{name}.path.weight"][pairs[..., 0]]
        seen = _shares(scores + beside.transpose(2, 0, 1)) @ v
        x = x + self._linear(f"{name}.out", seen.transpose(1, 0, 2).reshape(size, width))
        return np.asarray(
            x + self._linear(f"{name}.down", _gelu(self._linear(f"{name}.up", self._normal(f"{name}.second", x))))
        )

    def _linear(self, name: str, x: Array) -> Array:
        return np.asarray(x @ self._weights[f"{name}.weight"].T + self._weights[f"{name}.bias"])

    def _normal(self, name: str, x: Array) -> Array:
        centred = x - x.mean(-1, keepdims=True)
        spread = np.sqrt((centred**2).mean(-1, keepdims=True) + EPSILON)
        return np.asarray(centred / spread * self._weights[f"{name}.weight"] + self._weights[f"{name}.bias"])


def _shares(scores: Array) -> Array:
    raised = np.exp(scores - scores.max(-1, keepdims=True))
    return np.asarray(raised / raised.sum(-1, keepdims=True))


def _gelu(x: Array) -> Array:
    """By the approximation with the hyperbolic tangent, which the network was trained with."""
    return np.asarray(0.5 * x * (1 + np.tanh(0.7978845608 * (x + 0.044715 * x * x * x))))
