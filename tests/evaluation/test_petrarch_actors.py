"""The actor half of the unit records, on records of our own and on the suites."""

from __future__ import annotations

from pathlib import Path

import pytest

from dragoman.documents.pipeline import SHIPPED
from dragoman.errors import EvaluationError
from dragoman.evaluation.petrarch_actors import evaluate
from dragoman.settings import Settings

pytestmark = pytest.mark.skipif(not SHIPPED.is_dir(), reason="the language model is not here")


def record(text: str, source: str, target: str) -> str:
    coding = f'<EventCoding sourcecode="{source}" targetcode="{target}" eventcode="040"></EventCoding>'
    return f'<Sentence date="19990501" id="{source}{target}">{coding}<Text>{text}</Text></Sentence>'


def write(path: Path, *records: str) -> Path:
    path.write_text("<Sentences>" + "".join(records) + "</Sentences>", "utf-8")
    return path


def test_only_real_sides_count_and_both_must_be_found(tmp_path: Path) -> None:
    suite = write(
        tmp_path / "petr_own.xml",
        record("Peruvian troops shelled Quito.", "PERMIL", "ECU"),
        record("Gondor thanked Kenya.", "GON", "KEN"),
        record("A man thanked Kenya.", "MLI", "KEN"),
        record("Gondor thanked Mordor.", "GON", "MOR"),
    )
    found = evaluate(suite, Settings()).scores
    assert (found["codings"], found["sides"]) == (3.0, 5.0)
    assert found["codings_right"] == pytest.approx(2 / 3)
    assert found["sides_right"] == pytest.approx(4 / 5)


def test_a_suite_without_anybody_real_is_told(tmp_path: Path) -> None:
    with pytest.raises(EvaluationError, match="nobody who is real"):
        evaluate(write(tmp_path / "petr_own.xml", record("Gondor thanked Mordor.", "GON", "MOR")), Settings())


def test_the_suites_keep_their_floor(shared: Path) -> None:
    for name, floor in (("petr_unit.xml", 0.9), ("petr2_gsr.xml", 0.95)):
        assert evaluate(shared / "data" / "eval" / "coding" / name, Settings()).scores["codings_right"] >= floor
