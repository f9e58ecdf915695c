"""The scores of same event and story mean what they say."""

import json
from pathlib import Path

import pytest

from dragoman.errors import EvaluationError
from dragoman.evaluation import ecb
from dragoman.evaluation.same_event import evaluate
from dragoman.settings import Settings

EXPECTED = """
pages:
- {page: one.txt, outlet: null, published: null}
events:
- id: meeting
  type: CONSULT
  status: happened
  date: "2019-05-04"
  place: Accra
  parties: [GHA, TGO]
  tellings:
  - {page: one.txt, words: "The presidents of Ghana and Togo met in Accra on 4 May 2019"}
  - {page: two.txt, words: "On 4 May 2019 the presidents of Togo and Ghana met in Accra"}
- id: earlier
  type: CONSULT
  status: happened
  date: "2017-02-03"
  place: Accra
  parties: [GHA, TGO]
  tellings:
  - {page: two.txt, words: "They had met there on 3 February 2017"}
links: []
"""


@pytest.fixture
def meetings(tmp_path: Path) -> Path:
    (tmp_path / "expected.yaml").write_text(EXPECTED, "utf-8")
    (tmp_path / "pages").mkdir()
    one = "Ghana, Togo talk roads\n\nThe presidents of Ghana and Togo met in Accra on 4 May 2019.\n"
    two = "Togo and its road\n\nOn 4 May 2019 the presidents of Togo and Ghana met in Accra.\n"
    two += "\nThey had met there on 3 February 2017.\n"
    (tmp_path / "pages" / "one.txt").write_text(one, "utf-8")
    (tmp_path / "pages" / "two.txt").write_text(two, "utf-8")
    return tmp_path


def test_meetings_are_scored(meetings: Path) -> None:
    scores = evaluate(meetings, Settings()).scores
    assert scores["series_merged"] == 0
    assert scores["b_cubed_precision"] == scores["b_cubed_recall"] == 1.0
    assert 0 < scores["tellings_found"] <= 1
    assert scores["repeated_rows"] == 0


def test_a_folder_of_neither_kind_is_refused(tmp_path: Path) -> None:
    with pytest.raises(EvaluationError, match="neither"):
        evaluate(tmp_path, Settings())


def corpus(folder: Path, documents: dict[str, str]) -> None:
    lines = [
        f"{document}\t0\t{number}\t{token}\t-"
        for document, text in documents.items()
        for number, token in enumerate(text.split())
    ]
    (folder / "ECB_Dev_corpus.txt").write_text("\n".join(lines) + "\n", "utf-8")


def test_documents_and_acts_of_a_corpus_are_grouped(tmp_path: Path) -> None:
    ferry = "the ferry Kestrel sank off Bergen and eleven anglers drowned beneath the lighthouse"
    comet = "astronomers photographed the comet Halvorsen above an observatory in Atacama"
    corpus(tmp_path, {"1_1ecb": ferry, "1_2ecb": ferry, "2_1ecb": comet})
    mentions = [
        {"doc_id": "1_1ecb", "tokens_str": "drowned", "coref_chain": "a"},
        {"doc_id": "1_2ecb", "tokens_str": "drowning", "coref_chain": "a"},
        {"doc_id": "2_1ecb", "tokens_str": "photographed", "coref_chain": "b"},
    ]
    (tmp_path / "ECB_Dev_Event_gold_mentions.json").write_text(json.dumps(mentions), "utf-8")
    scores = evaluate(tmp_path, Settings()).scores
    assert scores["story_b_cubed_f1"] == scores["conll"] == scores["conll_own_stories"] == 1.0


def test_sub_topics_are_occasions_of_their_own() -> None:
    assert (ecb.occasion("12_3ecb"), ecb.occasion("12_3ecbplus")) == ("12", "12plus")
