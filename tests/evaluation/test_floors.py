"""Floors: a score under its bound, or not there at all, is told."""

from pathlib import Path

import pytest

from dragoman.evaluation.base import Evaluation, f1
from dragoman.evaluation.floors import MeasuredSet, measured_sets, verdicts
from dragoman.evaluation.sets import EVALUATORS, load_evaluator

MEASURED = MeasuredSet(id="pairs", set="plover", path="x", floors={"root": 0.7}, at_most={"wrong": 2})


@pytest.mark.parametrize(
    ("scores", "broken"),
    [
        ({"root": 0.7, "wrong": 2}, []),
        ({"root": 0.6996, "wrong": 0}, []),
        ({"root": 0.69, "wrong": 2}, ["root"]),
        ({"root": 0.9, "wrong": 3}, ["wrong"]),
        ({"wrong": 0}, ["root"]),
    ],
)
def test_scores_keep_to_their_bounds(scores: dict[str, float], broken: list[str]) -> None:
    found = verdicts(MEASURED, Evaluation("plover", "x", scores))
    assert [verdict.score for verdict in found if not verdict.holds] == broken


def test_a_broken_floor_says_what_was_wanted() -> None:
    verdict = next(verdicts(MEASURED, Evaluation("plover", "x", {"root": 0.5})))
    assert str(verdict) == "pairs: root is 0.500, at least 0.700 is wanted"


def test_every_measured_set_has_an_evaluator() -> None:
    for measured in measured_sets():
        assert measured.set in EVALUATORS
        assert callable(load_evaluator(measured.set))


def test_our_own_sets_are_there(root: Path) -> None:
    ours = [measured for measured in measured_sets() if measured.ours]
    assert ours
    assert all((root / measured.path).exists() for measured in ours)


def test_f1_of_nothing_is_nothing() -> None:
    assert f1(0, 0, 0) == (0.0, 0.0, 0.0)
    assert f1(2, 4, 2) == pytest.approx((0.5, 1.0, 2 / 3))
