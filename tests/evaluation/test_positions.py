"""Who is for or against whom: which triples are in scope, and what counts as right on stories and on gold pages."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest

from dragoman.evaluation.gold import GoldPage
from dragoman.evaluation.gold_positions import position_totals, score_positions
from dragoman.evaluation.positions import _count, _scores, read_stories
from dragoman.ontology.stances import load_stances
from dragoman.records import Actor, Coding, Position, PositionBasis, Span
from dragoman.settings import Settings

SENTENCES = ("Ana Ruiz praised Ole Berg.", "Ole Berg smiled.", "Ana Ruiz spoke to Ole Berg.")
TRIPLES = {"0": ("Ana Ruiz", "POS", "Ole Berg"), "1": ("Ana Ruiz", "POS", "Ole Berg"), "2": ("None", "NEG", "Ole Berg")}


@pytest.fixture
def stories(tmp_path: Path) -> Path:
    for folder in ("annotations", "articles"):
        (tmp_path / folder).mkdir()
    triples = {n: [{"subject": s, "sentiment": side, "object": o}] for n, (s, side, o) in TRIPLES.items()}
    gold = {"entity lists": [["Ana Ruiz", [], [], []]], "sentence-level stances": triples}
    text = {"text": [{"id": number, "text": sentence} for number, sentence in enumerate(SENTENCES)]}
    (tmp_path / "annotations" / "S.json").write_text(json.dumps(gold))
    (tmp_path / "articles" / "S.json").write_text(json.dumps(text))
    return tmp_path


def person(name: str, text: str, after: int = 0) -> Actor:
    start = text.index(name, after)
    return Actor(f"name:{name}", name, "person", None, None, None, Span(start, start + len(name), name), "name")


def stand(text: str, stance: str, on: str, cue: str, basis: PositionBasis = "act") -> Position:
    start = text.index(cue)
    words = Span(start, start + len(cue), cue)
    return Position("p", "S", "S", words, (person("Ana Ruiz", text),), on, stance, person(on, text), basis, words)


def test_triples_count_where_both_are_linked_in_the_sentence(stories: Path) -> None:
    (story,) = read_stories(stories, Settings())
    text = story.article.text
    mentions = [person(name, text, after) for name in ("Ana Ruiz", "Ole Berg") for after in (0, 40)]
    positions = (stand(text, "supports", "Ole Berg", "praised"),)
    counts: Counter[str] = Counter()
    rows = _count(story, Coding(story.article, tuple(mentions), positions=positions), load_stances(), counts)
    scores = _scores(counts)
    assert (scores["gold"], scores["gold_article"], scores["gold_all"]) == (1, 2, 3)
    assert (scores["f1"], scores["recall_article"]) == (1.0, 0.5)
    assert [row["verdict"] for row in rows] == ["right"]


def test_the_wrong_side_is_wrong_and_calls_have_none(stories: Path) -> None:
    (story,) = read_stories(stories, Settings())
    text = story.article.text
    mentions = tuple(person(name, text) for name in ("Ana Ruiz", "Ole Berg"))
    positions = (stand(text, "opposes", "Ole Berg", "praised"), stand(text, "calls-for", "Ole Berg", "spoke"))
    counts: Counter[str] = Counter()
    rows = _count(story, Coding(story.article, mentions, positions=positions), load_stances(), counts)
    assert [row["verdict"] for row in rows] == ["wrong", "missed"]
    assert (_scores(counts)["precision"], _scores(counts)["pairs_f1"]) == (0.0, 1.0)


PAGE = "Kenya supports the dam. Kenya opposes the quota. Chad said nothing."


def gold(folder: Path) -> GoldPage:
    span = PAGE.index("supports the dam")
    found = {
        "id": "P1",
        "holders": ["kenya"],
        "stance": "supports",
        "issue": "dam",
        "evidence": [{"start": span, "end": span + 16}],
    }
    actors = [{"id": "kenya", "canonical": "Kenya", "country": "KEN", "affiliation": None}]
    page = {
        "actors": actors,
        "boilerplate": [],
        "must_not_code": [],
        "events": [],
        "quotes": [],
        "positions": [found],
    }
    (folder / "001.json").write_text(json.dumps(page))
    return GoldPage(folder / "001.json", PAGE)


def position(evidence: str, stance: str) -> Position:
    start = PAGE.index(evidence)
    words = Span(start, start + len(evidence), evidence)
    holder = Actor("KEN", "Kenya", "state", "KEN", "GOV", None, words, "name")
    return Position("p", "page", "a", words, (holder,), "dam", stance, None, "outlet", words)


def test_a_gold_position_is_found_by_words_holder_and_side(tmp_path: Path) -> None:
    page = gold(tmp_path)
    counts, rows = score_positions(
        page, [position("Kenya supports the dam.", "calls-for"), position("Kenya opposes the quota.", "opposes")]
    )
    scores = position_totals(counts)
    assert (scores["positions_recall"], scores["positions_precision"], scores["positions_stance"]) == (1.0, 0.5, 0.0)
    assert [row["verdict"] for row in rows] == ["position wrong"]


def test_the_other_side_does_not_find_it(tmp_path: Path) -> None:
    counts, rows = score_positions(gold(tmp_path), [position("Kenya supports the dam.", "opposes")])
    assert position_totals(counts)["positions_recall"] == 0.0
    assert {row["verdict"] for row in rows} == {"position wrong", "position missed"}
