"""The scorer of lineage: right, wrong and missing pairs and directions, and a set that is none."""

from pathlib import Path

import pytest
import yaml

from dragoman.errors import EvaluationError
from dragoman.evaluation.copies import evaluate
from dragoman.settings import Settings
from tests.stories.copies.pages import RESPUN, REWORDED, STORY, UNRELATED

PAGES = {
    "a.txt": ("13 May 2024", STORY),
    "b.txt": ("14 May 2024", STORY),
    "c.txt": ("15 May 2024", REWORDED),
    "d.txt": (None, RESPUN),
    "e.txt": ("16 May 2024", UNRELATED),
}


def written(folder: Path, made: dict[str, list[str]]) -> Path:
    (folder / "pages").mkdir()
    for name, (day, lines) in PAGES.items():
        text = "\n\n".join([f"Story {name}", *([day] if day else []), *lines])
        (folder / "pages" / name).write_text(text, "utf-8")
    rows = [{"page": name, **({"from": made[name], "relation": "copy"} if name in made else {})} for name in PAGES]
    (folder / "expected.yaml").write_text(yaml.safe_dump({"pages": rows}), "utf-8")
    return folder


def test_pairs_and_directions_that_are_right_score_one(tmp_path: Path) -> None:
    made = {name: ["a.txt"] for name in ("b.txt", "c.txt", "d.txt")}
    scores = evaluate(written(tmp_path, made), Settings()).scores
    assert (scores["precision"], scores["recall"], scores["pairs"]) == (1.0, 1.0, 6.0)
    assert scores["direction"] == 1.0


def test_what_is_expected_and_not_there_costs_recall_what_is_there_and_wrong_precision(tmp_path: Path) -> None:
    evaluation = evaluate(written(tmp_path, {"e.txt": ["a.txt"], "b.txt": ["a.txt"]}), Settings())
    assert evaluation.scores["recall"] < 1
    assert evaluation.scores["precision"] < 1
    rows = {tuple(row["pages"]): row for row in evaluation.predictions}
    assert rows["a.txt", "e.txt"]["found"] is False


def test_a_direction_that_is_turned_round_is_wrong(tmp_path: Path) -> None:
    scores = evaluate(written(tmp_path, {"a.txt": ["b.txt"]}), Settings()).scores
    assert scores["direction"] == 0.0


def test_a_folder_without_a_set_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(EvaluationError, match="expected"):
        evaluate(tmp_path, Settings())
