"""Quotes against the gold's: found by overlap, with speaker and addressee."""

import json
from pathlib import Path
from typing import Any

from dragoman.evaluation.gold import GoldPage
from dragoman.evaluation.gold_quotes import quote_totals, score_quotes
from tests.synthetic import article, quote

TEXT = "Peru said Chad had left. Kenya told Norway that nobody came."


def page(tmp_path: Path, quotes: list[dict[str, Any]]) -> GoldPage:
    actors = [{"id": name.lower(), "canonical": name} for name in ("Peru", "Chad", "Kenya", "Norway")]
    gold = {"actors": actors, "events": [], "quotes": quotes, "boilerplate": [], "must_not_code": []}
    file = tmp_path / "000.json"
    file.write_text(json.dumps(gold))
    return GoldPage(file, TEXT)


def wanted(text: str, speaker: list[str], addressee: str | None = None) -> dict[str, Any]:
    start = TEXT.index(text)
    return {
        "id": text,
        "start": start,
        "end": start + len(text),
        "text": text,
        "speaker": speaker,
        "addressee": addressee,
        "via": None,
    }


def test_found_right_and_wrong_are_counted(tmp_path: Path) -> None:
    of = article(TEXT)
    first = quote(of, "Peru said Chad had left.", "Chad had left", speakers=["Peru"])
    second = quote(
        of, "Kenya told Norway that nobody came.", "nobody came", "told", speakers=["Norway"], addressees=["Norway"]
    )
    gold = page(tmp_path, [wanted("Kenya told Norway that nobody came", ["kenya"], "norway")])
    counts, rows = score_quotes(gold, [first, second])
    found = quote_totals(counts)
    assert (found["quotes_recall"], found["quotes_precision"]) == (1.0, 0.5)
    assert (found["quotes_speaker"], found["quotes_addressee"]) == (0.0, 1.0)
    assert {row["verdict"] for row in rows} == {"quote wrong", "quote speaker"}


def test_a_page_that_names_nobody_wants_nobody(tmp_path: Path) -> None:
    gold = page(tmp_path, [wanted("Peru said Chad had left", [])])
    counts, _ = score_quotes(gold, [quote(article(TEXT), "Peru said Chad had left.", "Chad had left")])
    assert quote_totals(counts)["quotes_speaker"] == 1.0


def test_what_is_missed_is_named(tmp_path: Path) -> None:
    counts, rows = score_quotes(page(tmp_path, [wanted("Peru said Chad had left", ["peru"])]), [])
    assert quote_totals(counts)["quotes_recall"] == 0.0
    assert rows[0]["verdict"] == "quote missed"
