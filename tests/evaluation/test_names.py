"""Names scored on raw text."""

from pathlib import Path

import pytest

from dragoman.evaluation.names import evaluate, gold_names
from dragoman.evaluation.treebank import read_gold
from dragoman.settings import Settings


def names(folder: Path, text: str) -> list[tuple[str, str]]:
    path = folder / "set.txt"
    path.write_text(text, encoding="utf-8")
    (gold,) = read_gold(path)
    return [(gold.text[start:end], kind) for start, end, kind in gold_names(gold)]


@pytest.mark.parametrize(
    "tags",
    [
        ["B-PER", "I-PER", "O", "B-LOC", "B-LOC"],
        ["I-PER", "I-PER", "O", "I-LOC", "B-LOC"],
        ["B-Person", "I-Person", "O", "B-Facility", "B-Location"],
    ],
)
def test_iob1_iob2_and_long_labels_say_the_same(tmp_path: Path, tags: list[str]) -> None:
    words = ["Amina", "Diallo", "left", "Accra", "Togo"]
    text = "".join(f"{word}\t{tag}\n" for word, tag in zip(words, tags, strict=True))
    assert names(tmp_path, text) == [("Amina Diallo", "PER"), ("Accra", "LOC"), ("Togo", "LOC")]


def test_the_first_tag_column_is_the_outer_name(tmp_path: Path) -> None:
    text = "Oman\tB-Organization\tB-Location\nAir\tI-Organization\t\n"
    assert names(tmp_path, text) == [("Oman Air", "ORG")]


def test_numbered_rows_hold_the_tag_in_the_third_column(tmp_path: Path) -> None:
    text = "# text = In Lomé\n1\tIn\tO\t-\t-\n2\tLomé\tB-LOC\t-\tsomebody\n"
    assert names(tmp_path, text) == [("Lomé", "LOC")]


def test_types_that_have_no_counterpart_are_passed_over(tmp_path: Path) -> None:
    assert names(tmp_path, "Rs\tB-Money\n5\tI-Money\nOslo\tB-Location\n") == [("Oslo", "LOC")]


def test_a_small_set_is_scored(tmp_path: Path) -> None:
    path = tmp_path / "small.tsv"
    rows = ["Angela\tB-PER", "Merkel\tI-PER", "visited\tO", "Paris\tB-LOC", "and\tO", "Atlantis\tB-ORG", ".\tO"]
    path.write_text("\n".join(rows), encoding="utf-8")
    found = evaluate(path, Settings())
    assert found.scores["f1_PER"] == 1
    assert found.scores["names"] == 3
    assert found.scores["f1"] == pytest.approx(2 / 3)
    missed = [row["text"] for row in found.predictions if row["gold"] and not row["own"]]
    assert missed == ["Atlantis"]
