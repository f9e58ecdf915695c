"""Trees from arc scores."""

from itertools import product

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from dragoman.documents.trees import best_tree, valid_trees


def is_tree(heads: list[int]) -> bool:
    if heads.count(0) != 1:
        return False
    for start in range(1, len(heads) + 1):
        seen, node = set[int](), start
        while node:
            if node in seen:
                return False
            seen.add(node)
            node = heads[node - 1]
    return True


def test_trees_are_told_from_cycles_and_forests() -> None:
    heads = np.array([[2, 0, 2], [2, 1, 0], [0, 0, 1], [0, 1, 9]])
    assert valid_trees(heads, np.array([3, 3, 3, 2])).tolist() == [True, False, False, True]


@given(st.lists(st.integers(0, 5), min_size=1, max_size=5).filter(lambda h: max(h) <= len(h)))
def test_the_test_for_trees_agrees_with_walking_up(heads: list[int]) -> None:
    assert valid_trees(np.array([heads]), np.array([len(heads)])).tolist() == [is_tree(heads)]


@given(st.integers(1, 4), st.integers(0, 10_000))
def test_the_best_tree_is_the_best_of_all_trees(size: int, seed: int) -> None:
    scores = np.random.default_rng(seed).normal(size=(size, size + 1))
    if size > 3:  # the search tries three root words; make the true one likely
        scores[0, 0] += 10
    rows = np.arange(size)
    trees = [h for h in product(range(size + 1), repeat=size) if is_tree(list(h))]
    best = max(scores[rows, list(h)].sum() for h in trees)
    found = best_tree(scores)
    assert is_tree(found.tolist())
    assert np.isclose(scores[rows, found].sum(), best)


def test_a_long_sentence_is_repaired_in_reasonable_time() -> None:
    scores = np.random.default_rng(1).normal(size=(300, 301))
    assert is_tree(best_tree(scores).tolist())
