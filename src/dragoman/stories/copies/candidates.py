"""Which pairs of articles are worth aligning: those that share hashed word sequences few others have.

A hash that at most `COMMON` articles share counts for every pair of them. One that more share links each article only with
the next one: copies of a much reprinted story are linked through all their hashes at once, while two articles
with a stock phrase in common share one and no more. So the work grows with the number of articles, not with its square.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from itertools import combinations

import numpy as np
import numpy.typing as npt

from dragoman.stories.copies.shingles import Hashes

COMMON = 12
"""Articles that may share a hash for all their pairs to count."""
ENOUGH = 2
"""Hashes that two articles have to share."""
TELLING = 1.25
"""What the shared hashes have to weigh: a hash that n articles share weighs 1 / log2(n)."""
SHARE = 0.01
"""The same against the number of hashes of the article that has fewer."""

Pairs = npt.NDArray[np.int64]
"""(pairs, 2): numbers of two articles, the smaller first."""
_Meeting = tuple[npt.NDArray[np.int64], npt.NDArray[np.int64], float]
"""Articles that meet at a hash, those of the smaller number first, and what the meeting weighs."""


def candidate_pairs(hashes: Sequence[Hashes]) -> Pairs:
    """Pairs of articles (as numbers in the sequence) that share enough hashes, in order.

    What is found does not depend on the order in which articles were met, as long as they come in the order of their ids.
    """
    n = len(hashes)
    if n < 2:
        return np.zeros((0, 2), np.int64)
    lengths = np.array([len(one) for one in hashes], np.int64)
    found, counts, weights = _summed(n, list(_meetings(*_sorted(hashes, lengths))))
    pairs = np.stack([found // n, found % n], axis=1)
    fewest = lengths[pairs].min(axis=1)
    kept: Pairs = pairs[(counts >= ENOUGH) & (weights >= TELLING) & (weights >= SHARE * fewest)]
    return kept


def _sorted(hashes: Sequence[Hashes], lengths: npt.NDArray[np.int64]) -> tuple[Hashes, npt.NDArray[np.int64]]:
    """All hashes in order, and the articles they are of, in order within one hash."""
    values = np.concatenate(list(hashes))
    order = np.argsort(values, kind="stable")
    return values[order], np.repeat(np.arange(len(hashes), dtype=np.int64), lengths)[order]


def _meetings(values: Hashes, owners: npt.NDArray[np.int64]) -> Iterator[_Meeting]:
    """Where articles meet."""
    starts = np.flatnonzero(np.concatenate([[True], values[1:] != values[:-1]]))
    sizes = np.diff(np.concatenate([starts, [len(values)]]))
    for size in range(2, COMMON + 1):
        group = owners[starts[sizes == size][:, None] + np.arange(size)]
        for one, other in combinations(range(size), 2):
            yield group[:, one], group[:, other], 1 / math.log2(size)
    many = np.repeat(sizes > COMMON, sizes)
    follows = many[1:] & (values[1:] == values[:-1])
    yield owners[:-1][follows], owners[1:][follows], 1 / math.log2(COMMON + 1)


def _summed(
    n: int, meetings: Sequence[_Meeting]
) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.int64], npt.NDArray[np.float64]]:
    """Each pair that meets, as one number, with how often it does and what that weighs."""
    keys = np.concatenate([one * n + other for one, other, _ in meetings])
    weights = np.concatenate([np.full(len(one), weight, np.float32) for one, _, weight in meetings])
    order = np.argsort(keys, kind="stable")
    keys, weights = keys[order], weights[order]
    starts = np.flatnonzero(np.concatenate([[True], keys[1:] != keys[:-1]])) if len(keys) else np.zeros(0, np.int64)
    counts = np.diff(np.concatenate([starts, [len(keys)]]))
    summed = np.add.reduceat(weights, starts) if len(keys) else weights
    return keys[starts], counts, summed.astype(np.float64).round(4)
