"""How far what is said of being sure is from how often it is right."""

import pytest

from dragoman.evaluation.calibration import calibration_error


def test_who_is_right_as_often_as_he_says_has_no_error() -> None:
    assert calibration_error([0.5] * 100, [True, False] * 50) == pytest.approx(0.0)


def test_too_sure_and_too_unsure_do_not_cancel() -> None:
    confidences, right = [0.2] * 50 + [0.8] * 50, [True] * 25 + [False] * 25 + [True, False] * 25
    assert calibration_error(confidences, right) == pytest.approx(0.3)


def test_few_answers_share_a_bin() -> None:
    assert calibration_error([0.2, 0.8], [True, False]) == pytest.approx(0.0)


def test_nothing_said_is_no_error() -> None:
    assert calibration_error([], []) == 0.0
