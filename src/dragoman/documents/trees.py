"""Dependency trees from arc scores: which greedy heads already make a tree, and the best tree where they do not."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

FloatArray = npt.NDArray[np.floating]
IntArray = npt.NDArray[np.integer]


def valid_trees(heads: IntArray, lengths: IntArray) -> npt.NDArray[np.bool_]:
    """Whether each row of `heads` (batch, words; counted from 1, 0 is the root) is a tree with one root word.

    Words beyond a row's length are ignored. Follows all heads at once, doubling the stride, so it takes log2(words) steps.
    """
    batch, width = heads.shape
    inside = np.arange(width)[None, :] < lengths[:, None]
    up = np.zeros((batch, width + 1), np.int64)
    up[:, 1:] = np.where(inside, heads, 0)
    one_root = ((up[:, 1:] == 0) & inside).sum(1) == 1
    for _ in range(max(1, int(width).bit_length())):
        up = np.take_along_axis(up, up, axis=1)
    return np.asarray(one_root & (up == 0).all(1))


def best_tree(scores: FloatArray) -> IntArray:
    """Heads (words,) of the highest-scoring tree with one root word; `scores` is (words, 1 + words).

    Row is the dependent, column the head, column 0 the root. Chu-Liu-Edmonds; the root word is the one whose tree is best
    among the three likeliest.
    """
    size = scores.shape[0]
    full = np.full((size + 1, size + 1), -np.inf)
    full[1:] = scores
    np.fill_diagonal(full, -np.inf)
    likely = np.argsort(-scores[:, 0], kind="stable")[:3] + 1
    trees = [_rooted(full, int(root)) for root in likely]
    totals = [full[np.arange(1, size + 1), tree[1:]].sum() for tree in trees]
    best: IntArray = trees[int(np.argmax(totals))][1:]
    return best


def _rooted(scores: FloatArray, root: int) -> IntArray:
    allowed = scores.copy()
    allowed[:, 0] = -np.inf
    allowed[root] = -np.inf
    allowed[root, 0] = scores[root, 0]
    return _arborescence(allowed)


def _arborescence(scores: FloatArray) -> IntArray:
    """Best head of each node (node 0 is the root and keeps 0), by contracting one cycle after the other."""
    heads: IntArray = scores.argmax(1)
    heads[0] = 0
    cycle = _cycle(heads)
    if not len(cycle):
        return heads
    outside = np.setdiff1d(np.arange(len(heads)), cycle)
    small = _contract(scores, heads, cycle, outside)
    inner = _arborescence(small)
    return _expand(scores, heads, cycle, outside, inner)


def _cycle(heads: IntArray) -> IntArray:
    """The nodes of one cycle, in any order; empty where there is none."""
    state = np.zeros(len(heads), np.int64)
    state[0] = -1
    for start in range(1, len(heads)):
        node = start
        while state[node] == 0:
            state[node] = start
            node = int(heads[node])
        if state[node] == start:
            return _round(heads, node)
        _finish(state, heads, start)
    return np.zeros(0, np.int64)


def _round(heads: IntArray, node: int) -> IntArray:
    found = [node]
    while heads[found[-1]] != node:
        found.append(int(heads[found[-1]]))
    return np.array(found)


def _finish(state: IntArray, heads: IntArray, start: int) -> None:
    node = start
    while state[node] == start:
        state[node] = -1
        node = int(heads[node])


def _contract(scores: FloatArray, heads: IntArray, cycle: IntArray, outside: IntArray) -> FloatArray:
    """Scores in which the cycle is one node, the last: entering it costs what its broken arc was worth."""
    size = len(outside)
    small = np.full((size + 1, size + 1), -np.inf)
    small[:size, :size] = scores[np.ix_(outside, outside)]
    small[:size, size] = scores[np.ix_(outside, cycle)].max(1)
    loss = scores[cycle, heads[cycle]]
    small[size, :size] = (scores[np.ix_(cycle, outside)] - loss[:, None]).max(0)
    return small


def _expand(scores: FloatArray, heads: IntArray, cycle: IntArray, outside: IntArray, inner: IntArray) -> IntArray:
    size = len(outside)
    result = heads.copy()
    entered_from = outside[inner[size]]
    gain = scores[cycle, entered_from] - scores[cycle, heads[cycle]]
    result[cycle[int(np.argmax(gain))]] = entered_from
    for place in range(1, size):
        node, head = outside[place], inner[place]
        result[node] = cycle[int(scores[node, cycle].argmax())] if head == size else outside[head]
    return result
