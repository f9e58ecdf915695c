"""Sentences with the words of source and target: how they are read, joined with their classes, and judged."""

from pathlib import Path

import pytest

from dragoman.errors import EvaluationError
from dragoman.evaluation.spans import evaluate, read_classes, read_spans
from dragoman.settings import Settings

WORDS = """Norway B-S
accused O
the B-T
government I-T
of I-T
Chile I-T
. O

Snow O
fell O
in O
Chile B-T
. O
"""
CLASSES = "Norway accused the government of Chile.\t3\nSnow fell in Chile.\t0\nPeru beat Chile at chess.\t0\n"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    (tmp_path / "cameo_class_small.tsv").write_text(CLASSES, encoding="utf-8")
    (tmp_path / "cameo_spans_small.conll").write_text(WORDS, encoding="utf-8")
    return tmp_path / "cameo_spans_small.conll"


def test_words_are_put_together_and_find_their_class(path: Path) -> None:
    accusation, snow = read_spans(path, read_classes(path.with_name("cameo_class_small.tsv")))
    assert accusation.quad == "3"
    assert [accusation.text[start:end] for start, end in accusation.targets] == ["the government of Chile"]
    assert [snow.text[start:end] for start, end in snow.targets] == ["Chile"]


def test_a_line_without_a_class_is_an_error(path: Path) -> None:
    path.with_name("cameo_class_small.tsv").write_text("Norway slept.\n", encoding="utf-8")
    with pytest.raises(EvaluationError):
        read_classes(path.with_name("cameo_class_small.tsv"))


def test_sentences_are_scored_by_quad_and_roles(path: Path) -> None:
    scores = evaluate(path, Settings()).scores
    assert (scores["sentences"], scores["class0"]) == (1, 2)
    assert scores["right"] == 1
    assert scores["class0_coded"] == 0


def test_calls_and_what_they_call_for_are_no_events_besides_requests(tmp_path: Path) -> None:
    (tmp_path / "cameo_class_small.tsv").write_text(
        "Norway called on Chile to withdraw its troops from Peru.\t0\nNorway accused Chile.\t0\n", encoding="utf-8"
    )
    (tmp_path / "cameo_spans_small.conll").write_text(WORDS, encoding="utf-8")
    scores = evaluate(tmp_path / "cameo_spans_small.conll", Settings()).scores
    assert (scores["class0_coded"], scores["class0_besides_requests"]) == (1.0, 0.5)
