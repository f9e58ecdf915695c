"""Pairs of words in a sentence: how one reaches the other through the tree, and how far apart they stand."""

from __future__ import annotations

from typing import Any, Final

import numpy as np
import numpy.typing as npt

Array = npt.NDArray[Any]

RELATIONS: Final = (
    *("", "acl", "acl:relcl", "advcl", "advcl:relcl", "advmod", "amod", "appos", "aux", "aux:pass", "case", "cc", "ccomp"),
    *(
        "compound",
        "compound:prt",
        "conj",
        "cop",
        "csubj",
        "csubj:pass",
        "dep",
        "det",
        "discourse",
        "dislocated",
        "expl",
        "fixed",
    ),
    *("flat", "goeswith", "iobj", "list", "mark", "nmod", "nmod:desc", "nmod:poss", "nmod:unmarked", "nsubj", "nsubj:outer"),
    *(
        "nsubj:pass",
        "nummod",
        "obj",
        "obl",
        "obl:agent",
        "obl:unmarked",
        "orphan",
        "parataxis",
        "punct",
        "reparandum",
        "root",
    ),
    *("vocative", "xcomp"),
)
TAGS: Final = (
    *("", "VB", "VBD", "VBG", "VBN", "VBP", "VBZ", "NN", "NNS", "NNP", "NNPS", "JJ", "PRP", "PRP$", "WP", "WDT", "DT", "IN"),
    *("CD", "RB"),
)
UP, DOWN = 6, 6
"""Steps in the tree that are told apart, more counting as these."""
FARTHEST: Final = 60
"""Steps up from a word that are followed."""
FAR: Final = 5
"""Doublings of the distance that are told apart."""
BEFORE: Final = 2
"""Sentences before that of a trigger in which a party may be named."""


def pair_features(words: Array) -> Array:
    """(n, n, 3) of what `words` (n, 3) tell of each pair: path, relation of the word at the turn, how far apart."""
    up, down, turn = paths(words[:, 2])
    size = len(words)
    far = _doublings(np.arange(size)[None, :] - np.arange(size)[:, None])
    return np.stack([up * (DOWN + 1) + down, words[:, 0][turn], far], axis=-1).astype(np.int16)


def features_across(words: Array, steps: Array) -> Array:
    """(n, 3): the same from a word of a later sentence to the `words` of one before, `steps` (n,) away."""
    apart = np.full(len(words), UP * (DOWN + 1) + DOWN)
    return np.stack([apart, words[:, 0], _doublings(steps)], axis=-1).astype(np.int16)


def _doublings(steps: Array) -> Array:
    return np.asarray(np.sign(steps) * np.minimum(np.ceil(np.log2(np.abs(steps) + 1)), FAR).astype(int) + FAR)


def paths(heads: Array) -> tuple[Array, Array, Array]:
    """For each pair (from, to) of words: steps up, steps down, and the word below the turn on the way down (`to` itself
    where there is none), by the heads of a sentence, its own for a root; all (words, words).
    """
    size = len(heads)
    above = _ancestors(heads)
    steps = np.full((size, size), 2 * FARTHEST, np.int32)
    each = np.arange(size)
    for step in range(above.shape[1] - 1, -1, -1):  # of a root, which repeats, the fewest steps stay
        steps[each, above[:, step]] = step
    sums = steps[:, None, :] + steps[None, :, :]
    top = sums.argmin(-1)
    up, down = steps[each[:, None], top], steps[each[None, :], top]
    apart = sums.min(-1) >= 2 * FARTHEST
    below = np.where(apart, 0, np.clip(down - 1, 0, above.shape[1] - 1))
    turn = np.where(apart, each[None, :], above[each[None, :], below])
    return np.where(apart, UP, np.minimum(up, UP)), np.where(apart, DOWN, np.minimum(down, DOWN)), turn


def _ancestors(heads: Array) -> Array:
    """(words, steps): each word, its head, the head of that and so on; a root is its own head."""
    rows = [np.arange(len(heads))]
    while len(rows) < FARTHEST:
        rows.append(heads[rows[-1]])
        if (rows[-1] == rows[-2]).all():
            break
    return np.stack(rows, axis=1)
