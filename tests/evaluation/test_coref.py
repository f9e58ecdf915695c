"""Reading entities from CoNLL-U, and what the evaluation refuses."""

from pathlib import Path

import pytest

from dragoman.errors import EvaluationError
from dragoman.evaluation.coref import evaluate, gold_clusters
from dragoman.evaluation.treebank import read_gold
from dragoman.settings import Settings


def conllu(*rows: tuple[str, str], text: str) -> str:
    lines = ["# newdoc id = d", "# newpar", f"# text = {text}"]
    lines += [f"{n}\t{form}\t_\tX\tX\t_\t0\troot\t_\t{misc}" for n, (form, misc) in enumerate(rows, 1)]
    return "\n".join([*lines, "", ""])


def test_nested_and_one_word_mentions_are_read_as_places(tmp_path: Path) -> None:
    path = tmp_path / "a.conllu"
    rows = (
        ("Chad", "Entity=(2-organization-new-cf1-1-coref(1-place-new-cf2-1-coref)"),
        ("army", "Entity=2)"),
        ("left", "_"),
        ("it", "SpaceAfter=No|Entity=(1-place-giv:act-cf1-1-ana)"),
        (".", "_"),
    )
    path.write_text(conllu(*rows, text="Chad army left it."), encoding="utf-8")
    [text] = read_gold(path)
    assert set(gold_clusters(text)) == {frozenset({(0, 4), (15, 17)}), frozenset({(0, 9)})}


def test_two_mentions_that_end_together_are_told_apart(tmp_path: Path) -> None:
    path = tmp_path / "a.conllu"
    rows = (("talks", "Entity=(1-event-new-cf1-1-sgl"), ("in", "_"), ("Oslo", "Entity=(2-place-new-cf1-1-sgl)1)"))
    path.write_text(conllu(*rows, text="talks in Oslo"), encoding="utf-8")
    [text] = read_gold(path)
    assert set(gold_clusters(text)) == {frozenset({(0, 13)}), frozenset({(9, 13)})}


def test_a_file_without_entities_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.conllu"
    path.write_text(conllu(("Peace", "_"), text="Peace"), encoding="utf-8")
    with pytest.raises(EvaluationError):
        evaluate(path, Settings())
