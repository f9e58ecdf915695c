"""The reader of marked attributions and what counts as found."""

from collections import Counter
from pathlib import Path

import pytest

from dragoman.errors import EvaluationError
from dragoman.evaluation.quotes import Marked, Triple, evaluate, read_annotation, scores
from dragoman.evaluation.quotes import _score as score
from dragoman.settings import Settings


def triple(source: str = "", cue: str = "", content: str = "") -> Triple:
    return Triple(*(frozenset(map(int, part.split())) for part in (source, cue, content)))


def test_annotations_name_spans_that_may_stand_behind_them(tmp_path: Path) -> None:
    file = tmp_path / "page_1.ann"
    file.write_text(
        "T1\tSource 0 4\tMali\nE1\tAttribution:T4 Content:T3 Cue:T2 Source:T1\nT2\tCue 5 9\tsaid\n"
        "T3\tContent 10 14;20 24\tx\n"
    )
    assert list(read_annotation(file)) == [Marked(((0, 4),), ((5, 9),), ((10, 14), (20, 24)))]


def test_a_broken_annotation_is_named(tmp_path: Path) -> None:
    file = tmp_path / "page_1.ann"
    file.write_text("E1\tAttribution:T4 Content:T3\n")
    with pytest.raises(EvaluationError, match="page_1"):
        list(read_annotation(file))


def test_a_folder_without_annotations_is_refused(tmp_path: Path) -> None:
    with pytest.raises(EvaluationError):
        evaluate(tmp_path, Settings())


def test_all_three_parts_must_share_a_word() -> None:
    gold = [triple("1", "2", "3 4")]
    assert score([triple("1", "2", "4 5")], gold)["right"] == 1
    assert score([triple("9", "2", "4 5")], gold)["right"] == 0
    assert score([triple("1", "9", "4 5")], gold)["matched"] == 0
    assert score([triple("1", "2", "5")], gold)["matched"] == 0


def test_each_attribution_counts_once() -> None:
    found = score([triple("1", "2", "3"), triple("1", "2", "3 4")], [triple("1", "2", "3 4")])
    assert (found["right"], found["predicted"], found["exact"]) == (1, 2, 1)


def test_scores_are_harmonic_means() -> None:
    found = scores(Counter(right=1, predicted=2, marked=1, sources=1, predicted_sources=1, marked_sources=1))
    assert found["f1"] == pytest.approx(2 / 3)
    assert found["source_f1"] == 1.0
