"""Which pairs of articles are worth aligning: those that share hashed word sequences few others have.

A hash that at most `COMMON` articles share counts for every pair of them. One that more share links each article only with
the next one: copies of a much reprinted story are linked through all their hashes at once, while two articles
with a stock phrase in common share one and no more. So the work grows with the number of articles, not with its square.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
import numpy.typing as npt

from dragoman.stories.copies.shingles import Hashes

COMMON = 12
"""Articles that may share a hash for all their pairs to count."""
ENOUGH = 2
"""Hashes that two articles have to share."""
PARTS = 8
"""The hashes are gone through in so many parts of their range, which bounds memory."""

Pairs = npt.NDArray[np.int64]
"""(pairs, 2): numbers of two articles, the smaller first."""


def candidate_pairs(hashes: Sequence[Hashes]) -> Pairs:
    """Pairs of articles (as numbers in the sequence) that share enough hashes, in order.

    What is found does not depend on the order of the articles as long as they come in the order of their ids.
    """
    n = len(hashes)
    if n < 2:
        return np.zeros((0, 2), np.int64)
    values = np.concatenate(list(hashes))
    owners = np.repeat(np.arange(n, dtype=np.int64), [len(one) for one in hashes])
    order = np.argsort(values, kind="stable")
    values, owners = values[order], owners[order]
    keys = np.concatenate([one * n + other for one, other in _meetings(values, owners)] or [np.zeros(0, np.int64)])
    found, counts = np.unique(keys, return_counts=True)
    kept = found[counts >= ENOUGH]
    return np.stack([kept // n, kept % n], axis=1)


def _meetings(values: Hashes, owners: npt.NDArray[np.int64]) -> Iterator[tuple[npt.NDArray[np.int64], ...]]:
    """Articles that meet at a hash, the smaller number first; `values` are sorted, `owners` within them."""
    starts = np.flatnonzero(np.concatenate([[True], values[1:] != values[:-1]]))
    sizes = np.diff(np.concatenate([starts, [len(values)]]))
    for size in range(2, COMMON + 1):
        group = owners[starts[sizes == size][:, None] + np.arange(size)]
        for one in range(size - 1):
            for other in range(one + 1, size):
                yield group[:, one], group[:, other]
    many = np.repeat(sizes > COMMON, sizes)
    follows = many[1:] & (values[1:] == values[:-1])
    yield owners[:-1][follows], owners[1:][follows]
