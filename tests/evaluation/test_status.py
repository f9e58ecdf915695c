"""Scoring the status of given events: what is read, how it is judged, what counts."""

from pathlib import Path

import pytest

from dragoman.errors import EvaluationError
from dragoman.evaluation.status import evaluate
from dragoman.settings import Settings

UW = """0\tKenya\t_\tNNP\t1\tnsubj\tkenya
1\tattacked\t3.0\tVBD\t1\tROOT\tattack
2\tChad\t_\tNNP\t1\tobj\tchad
3\t.\t_\t.\t1\tpunct\t.

0\tKenya\t_\tNNP\t3\tnsubj\tkenya
1\tdid\t_\tVBD\t3\taux\tdo
2\tnot\t_\tRB\t3\tneg\tnot
3\tattack\t-3.0\tVB\t3\tROOT\tattack
4\tChad\t_\tNNP\t3\tobj\tchad
5\t.\t_\t.\t3\tpunct\t.

0\tKenya\t_\tNNP\t2\tnsubj\tkenya
1\tmay\t_\tMD\t2\taux\tmay
2\tattack\t0.4\tVB\t2\tROOT\tattack
3\tChad\t_\tNNP\t2\tobj\tchad
4\t.\t_\t.\t2\tpunct\t.
"""
MEANTIME = """<Document doc_id="1">
<token t_id="1" sentence="0" number="0">Kenya</token><token t_id="2" sentence="0" number="1">will</token>
<token t_id="3" sentence="0" number="2">attack</token><token t_id="4" sentence="0" number="3">Chad</token>
<token t_id="5" sentence="0" number="4">.</token>
<Markables>
<EVENT_MENTION m_id="1" polarity="POS" time="FUTURE" certainty="CERTAIN" special_cases="NONE">
<token_anchor t_id="3"/></EVENT_MENTION>
<EVENT_MENTION m_id="2" polarity="" time="" certainty=""><token_anchor t_id="3"/></EVENT_MENTION>
</Markables></Document>"""


def test_scores_of_factuality(tmp_path: Path) -> None:
    file = tmp_path / "set.conll"
    file.write_text(UW, "utf-8")
    found = evaluate(file, Settings())
    assert found.scores["events"] == 3
    assert (found.scores["negated_f1"], found.scores["uncertain_f1"], found.scores["macro_f1"]) == (1, 1, 1)
    assert "future_f1" not in found.scores


def test_a_folder_of_annotated_articles_each_once(tmp_path: Path) -> None:
    for folder in ("one", "two"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "a.xml").write_text(MEANTIME, "utf-8")
    found = evaluate(tmp_path, Settings())
    assert (found.scores["events"], found.scores["future_f1"]) == (1, 1)
    assert found.predictions[0]["status"] == "planned"


def test_nothing_to_read_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(EvaluationError, match="neither"):
        evaluate(tmp_path, Settings())
