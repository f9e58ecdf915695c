"""Coreference scores against cases worked out by hand."""

from collections.abc import Callable

import numpy as np
import pytest

from dragoman.evaluation.clusters import Cluster, Tally, b_cubed, best_alignment, ceaf_e, mentions, muc


def clusters(*texts: str) -> list[Cluster]:
    return [frozenset(text) for text in texts]


# The running example of Pradhan et al. (2014): key {abc} {defg}, response {ab} {cd} {fghi}.
KEY, RESPONSE = clusters("abc", "defg"), clusters("ab", "cd", "fghi")


@pytest.mark.parametrize(
    ("score", "recall", "precision"),
    [
        (muc, 2 / 5, 2 / 5),
        (b_cubed, (4 / 3 + 1 / 3 + 1 / 4 + 4 / 4) / 7, (2 + 1 / 2 + 1 / 2 + 4 / 4) / 8),
        (ceaf_e, (0.8 + 0.5) / 2, (0.8 + 0.5) / 3),
        (mentions, 6 / 7, 6 / 8),
    ],
)
def test_the_published_example_comes_out(score: Callable[..., Tally], recall: float, precision: float) -> None:
    found = score(KEY, RESPONSE).scores
    assert found[:2] == pytest.approx((precision, recall))


def test_a_perfect_answer_scores_one_everywhere() -> None:
    for score in (muc, b_cubed, ceaf_e, mentions):
        assert score(KEY, KEY).scores == (1.0, 1.0, 1.0)


def test_one_big_cluster_has_full_recall_and_pays_in_precision() -> None:
    precision, recall, _ = b_cubed(KEY, clusters("abcdefg")).scores
    assert recall == 1.0
    assert precision == pytest.approx((9 / 7 + 16 / 7) / 7)


def test_singletons_count_in_b_cubed_and_not_in_muc() -> None:
    assert muc(clusters("a", "b"), clusters("a", "b")) == Tally()
    assert b_cubed(clusters("a", "b"), clusters("a", "b")).scores == (1.0, 1.0, 1.0)


def test_nothing_predicted_scores_nothing_and_does_not_fail() -> None:
    for score in (muc, b_cubed, ceaf_e, mentions):
        assert score(KEY, []).scores == (0.0, 0.0, 0.0)


def test_the_alignment_is_the_best_and_not_the_greedy_one() -> None:
    assert best_alignment(np.array([[0.9, 0.8], [0.8, 0.1]])) == pytest.approx(1.6)


def test_the_alignment_agrees_with_trying_every_order() -> None:
    from itertools import permutations

    random = np.random.default_rng(7)
    for rows, columns in ((3, 3), (4, 2), (2, 5), (1, 4)):
        alike = random.random((rows, columns))
        wide = alike if rows <= columns else alike.T
        every = max(sum(wide[r, c] for r, c in enumerate(p)) for p in permutations(range(wide.shape[1]), wide.shape[0]))
        assert best_alignment(alike) == pytest.approx(every)


def test_tallies_add_over_documents() -> None:
    assert (Tally(1, 2, 1, 4) + Tally(1, 2, 1, 4)).scores[:2] == (0.5, 0.25)
