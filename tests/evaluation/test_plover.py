"""Marked pairs: reading the table, mapping our types and statuses to its labels, scoring."""

from pathlib import Path

import pytest

from dragoman.documents.pipeline import SHIPPED
from dragoman.errors import EvaluationError
from dragoman.evaluation.plover import Prediction, Row, as_plv, confusion, evaluate, fit, macro, read_rows, scores
from dragoman.records import Actor, Span, Status
from dragoman.reports.roles import Roles
from dragoman.settings import Settings

HEADER = "\tsentence_id\tmarked_sentence\tgold_root\n"


def table(folder: Path, *rows: tuple[str, str]) -> Path:
    path = folder / "pairs.tsv"
    path.write_text(HEADER + "".join(f"\t{i}\t{text}\t{gold}\n" for i, (text, gold) in enumerate(rows)), "utf-8")
    return path


def test_marks_become_spans_of_the_bare_text(tmp_path: Path) -> None:
    (row,) = read_rows(table(tmp_path, ("<s>Kenya</s> met <t>Chad</t> and <t>Mali</t>.", "CONSULT")))
    assert row.text == "Kenya met Chad and Mali."
    assert [(name, row.text[start:end]) for name, start, end in row.marks] == [
        ("mark:s", "Kenya"),
        ("mark:t", "Chad"),
        ("mark:t", "Mali"),
    ]


def test_quotation_marks_are_text(tmp_path: Path) -> None:
    (row,) = read_rows(table(tmp_path, ('<s>Kenya</s> said "no" to <t>Chad</t>', "REJECT")))
    assert row.text == 'Kenya said "no" to Chad'


def test_a_missing_column_or_label_is_said(tmp_path: Path) -> None:
    path = tmp_path / "bad.tsv"
    path.write_text("text\tlabel\nKenya met Chad\tCONSULT\n", "utf-8")
    with pytest.raises(EvaluationError, match="no column marked_sentence, gold_root"):
        list(read_rows(path))
    with pytest.raises(EvaluationError, match=":2: a row without"):
        list(read_rows(table(tmp_path, ("<s>Kenya</s> met <t>Chad</t>", ""))))


@pytest.mark.parametrize(
    ("kind", "status", "label"),
    [
        ("CONSULT", "happened", "CONSULT"),
        ("CONSULT", "planned", "AGREE"),
        ("ASSAULT", "planned", "THREATEN"),
        ("AID", "negated", "REJECT"),
        ("RETREAT", "happened", "YIELD"),
        ("CONCEDE", "background", "YIELD"),
        ("RETREAT", "planned", "AGREE"),
        ("CONSULT", "called-for", "REQUEST"),
        ("ACCUSE", "expected", "ACCUSE"),
    ],
)
def test_type_and_status_as_the_sets_label(kind: str, status: Status, label: str) -> None:
    assert as_plv(kind, status) == label


def _roles(sources: tuple[str, ...], targets: tuple[str, ...]) -> Roles:
    def actors(ids: tuple[str, ...]) -> tuple[Actor, ...]:
        return tuple(Actor(each, each, "group", None, None, None, Span(0, 1, "x"), "name") for each in ids)

    return Roles(actors(sources), actors(targets), (), ())


def test_both_marks_in_their_roles_fit_best() -> None:
    assert fit(_roles(("mark:s",), ("mark:t",))) == 3
    assert fit(_roles(("mark:s", "mark:t"), ())) == 3
    assert fit(_roles(("mark:t",), ("mark:s",))) == 2
    assert fit(_roles(("mark:s",), ())) == 1
    assert fit(_roles((), ("mark:s",))) == 0


def test_macro_f1_counts_each_label_alike() -> None:
    pairs = [("A", "A"), ("A", "A"), ("A", "B"), ("B", "B")]
    found = scores(pairs)
    assert found["A"] == (1.0, 2 / 3, 0.8)
    assert macro(found) == pytest.approx((0.8 + 2 / 3) / 2)


def test_the_confusion_table_has_a_row_for_each_gold_label() -> None:
    row = Row(0, "x", (), "AID")
    assert confusion([Prediction(row, None, "nothing")]) == [["gold", "none"], ["AID", "1"]]


@pytest.mark.slow
def test_the_lexicon_types_plain_pairs(tmp_path: Path) -> None:
    if not SHIPPED.is_dir():
        pytest.skip("the language model is not there")
    path = table(
        tmp_path,
        ("<s>Kenya</s> condemned <t>Chad</t> for the raid.", "ACCUSE"),
        ("<s>Kenya</s> will meet <t>Chad</t> in Nairobi next week.", "AGREE"),
        ("<s>Kenya</s> refused to meet <t>Chad</t>.", "REJECT"),
    )
    found = evaluate(path, Settings())
    assert found.scores["root_macro_f1"] == 1.0
    assert [row["event_type"] for row in found.predictions] == ["ACCUSE", "AGREE", "REJECT"]
    assert {"row", "event_type", "quad"} <= set(found.predictions[0])
