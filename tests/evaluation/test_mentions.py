"""The scorer of actor mentions, on a page of our own, and the floor that the gold pages keep."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from dragoman.documents.pipeline import SHIPPED
from dragoman.errors import EvaluationError
from dragoman.evaluation.mentions import evaluate
from dragoman.settings import Settings

TEXT = "Kenya sued Chad. Nairobi said both countries would pay, and Oslo agreed."


def write(folder: Path) -> Path:
    """A gold file and its page."""
    where = {words: TEXT.index(words) for words in ("Kenya", "Chad", "Nairobi", "Oslo", "both countries")}

    def mention(words: str, kind: str) -> dict[str, object]:
        return {"start": where[words], "end": where[words] + len(words), "text": words, "kind": kind, "zone": "body"}

    def state(name: str, code: str, *mentions: dict[str, object]) -> dict[str, object]:
        return {"id": name.lower(), "canonical": name, "type": "state", "country": code, "mentions": mentions}

    gold = {
        "body": [{"start": 0, "end": len(TEXT)}],
        "actors": [
            state("Kenya", "KEN", mention("Kenya", "name"), mention("Nairobi", "metonym")),
            state("Chad", "TCD", mention("Chad", "name")),
            state("Sweden", "SWE", mention("Oslo", "metonym")),
        ],
        "collective_mentions": [{**mention("both countries", "nominal"), "members": ["kenya", "chad"]}],
    }
    (folder / "seeds").mkdir()
    (folder / "gold").mkdir()
    (folder / "seeds" / "0_x.txt").write_text(TEXT)
    (folder / "gold" / "0_x.json").write_text(json.dumps(gold))
    return folder / "gold"


def test_right_wrong_and_missed_are_told_apart(tmp_path: Path) -> None:
    if not SHIPPED.is_dir():
        pytest.skip("the language model is not here")
    found = evaluate(write(tmp_path), Settings())
    assert found.scores["named_right"] == pytest.approx(3 / 4)
    assert found.scores["named_wrong"] == pytest.approx(1 / 4)
    assert found.scores["collective_right"] == 1.0
    assert [row["answer"] for row in found.predictions] == ["right", "right", "right", "wrong", "right"]


def test_a_folder_without_gold_is_said_to_be_so(tmp_path: Path) -> None:
    with pytest.raises(EvaluationError, match="no gold"):
        evaluate(tmp_path, Settings())


def test_the_gold_pages_keep_their_floor(shared: Path) -> None:
    if not SHIPPED.is_dir():
        pytest.skip("the language model is not here")
    scores = evaluate(shared / "gold", Settings()).scores
    assert scores["named_right"] >= 0.95
    assert scores["named_wrong"] <= 0.04
    assert scores["adjective_right"] >= 0.90
