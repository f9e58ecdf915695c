"""The scorer of pages with marks in the text, and what our own pages must keep."""

from __future__ import annotations

from pathlib import Path

import pytest

from dragoman.documents.pipeline import SHIPPED
from dragoman.errors import EvaluationError
from dragoman.evaluation.actors import evaluate, marked_page, scores
from dragoman.settings import Settings

PAGES = Path(__file__).parents[1] / "mentions" / "pages"
needs_model = pytest.mark.skipif(not SHIPPED.is_dir(), reason="the language model is not here")


def test_marks_are_taken_out_and_kept() -> None:
    page = marked_page("p", "2023-05-04\n[Peru|name PER] met [it|open].\n", Path("p"))
    assert (page.text, page.day) == ("Peru met it.\n", "2023-05-04")
    assert [(page.text[m.start : m.end], m.kind, m.who) for m in page.mentions] == [
        ("Peru", "name", "PER"),
        ("it", "open", ""),
    ]


@pytest.mark.parametrize("raw", ["once\nPeru", "\n[Peru|nonsense PER]"])
def test_what_cannot_be_read_is_told(raw: str) -> None:
    with pytest.raises(EvaluationError):
        marked_page("p", raw, Path("p"))


def test_a_folder_without_pages_is_told(tmp_path: Path) -> None:
    with pytest.raises(EvaluationError, match="no pages"):
        evaluate(tmp_path, Settings())


def test_groups_count_their_kinds() -> None:
    rows = [{"kind": kind, "answer": answer} for kind, answer in (("pron", "right"), ("nom", "wrong"), ("place", "missed"))]
    found = scores(rows)
    assert (found["referring_right"], found["referring_wrong"], found["referring_n"]) == (0.5, 0.5, 2.0)
    assert found["place_right"] == 0.0


@needs_model
def test_each_kind_of_mark_is_judged(tmp_path: Path) -> None:
    text = (
        "2023-05-04\n[Emmanuel Macron|role President of France] flew to [Oslo|place NOR]. [He|pron angela-merkel] spoke.\n"
        "[Oslo|metonym NOR] thanked [France|name DEU]. [Syrian rebels|nom =SYR] left. [It|open] rained.\n"
    )
    (tmp_path / "page.txt").write_text(text, "utf-8")
    found = {row["text"]: row["answer"] for row in evaluate(tmp_path, Settings()).predictions}
    right = dict.fromkeys(("Emmanuel Macron", "Oslo", "Syrian rebels", "It"), "right")
    assert found == right | {"He": "wrong", "France": "wrong"}


@needs_model
@pytest.mark.parametrize(
    ("folder", "referring", "wrong", "place_metonym"), [("blind", 0.76, 0.06, 0.95), ("open", 0.82, 0.06, 0.95)]
)
def test_our_own_pages_keep_their_floor(folder: str, referring: float, wrong: float, place_metonym: float) -> None:
    found = evaluate(PAGES / folder, Settings()).scores
    assert found["referring_n"] >= 60
    assert found["referring_right"] >= referring
    assert found["referring_wrong"] <= wrong
    assert found["place_metonym_right"] >= place_metonym
    assert found["role_right"] >= 0.9
