"""Candidates: pairs that share enough hashes, at a cost that grows with the number of articles."""

import numpy as np
import numpy.typing as npt

from dragoman.stories.copies.candidates import COMMON, candidate_pairs


def hashes(*values: int) -> npt.NDArray[np.uint64]:
    return np.array(sorted(values), np.uint64)


def test_two_that_share_two_rare_hashes_are_a_pair() -> None:
    assert candidate_pairs([hashes(1, 2, 3), hashes(9), hashes(2, 3, 8)]).tolist() == [[0, 2]]


def test_one_shared_hash_is_none() -> None:
    assert candidate_pairs([hashes(1, 2, 3), hashes(3, 4, 5)]).tolist() == []


def test_a_small_share_of_long_articles_is_none() -> None:
    many = [hashes(*range(start, start + 500), 1, 2) for start in (1000, 2000)]
    assert candidate_pairs(many).tolist() == []


def test_a_story_that_everybody_reprints_links_each_with_the_next() -> None:
    copies = [hashes(*range(50)) for _ in range(COMMON * 3)]
    pairs = candidate_pairs(copies).tolist()
    assert pairs == [[one, one + 1] for one in range(len(copies) - 1)]


def test_a_stock_phrase_that_everybody_uses_links_nobody() -> None:
    others = [hashes(7, *range(100 * one, 100 * one + 20)) for one in range(1, COMMON * 3)]
    assert candidate_pairs(others).tolist() == []


def test_nothing_comes_of_nothing() -> None:
    assert candidate_pairs([]).tolist() == []
    assert candidate_pairs([hashes(1)]).tolist() == []
    assert candidate_pairs([hashes(), hashes()]).tolist() == []
