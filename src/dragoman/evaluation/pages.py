"""How well the text of articles is found on pages: token shingles on public HTML pages, characters on gold pages.

The public set is scrapinghub's article-extraction-benchmark in its own format: `ground-truth.json` (address and body by id)
beside `html/ID.html.gz`, scored as its own scorer does (multisets of four-token shingles, each page weighing the same).
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from dragoman.articles.stage import ArticleStage
from dragoman.errors import EvaluationError
from dragoman.evaluation.base import Evaluation, f1
from dragoman.pages.read import read_paths
from dragoman.records import Article, Drop
from dragoman.settings import Settings

SHINGLE = 4
TEXT_KINDS = frozenset({"body", "heading"})
"""Kinds of block that a reader takes for the article's text, headline excluded."""
_TOKEN = re.compile(r"\w+")


def evaluate(path: Path, settings: Settings) -> Evaluation:
    """Precision, recall and F1 of the article text on the pages of a folder in the benchmark's format.

    Raises `EvaluationError` where the folder holds no such set.
    """
    truth = _truth(path)
    stage = ArticleStage(settings)
    totals, rows = Counter[str](), []
    for name, body in truth.items():
        found = _article(path / "html" / f"{name}.html.gz", stage, settings)
        text = article_text(found) if found else ""
        shares = shingle_shares(body, text)
        totals.update(shares)
        rows.append({"page": name, "text": text, **shares})
    precision, recall, both = f1(totals["right"], totals["right"] + totals["wrong"], totals["right"] + totals["missed"])
    scores = {"precision": precision, "recall": recall, "f1": both, "pages": float(len(rows))}
    scores["without_text"] = float(sum(not row["text"] for row in rows))
    return Evaluation(
        "pages", str(path), scores, rows, (f"multisets of {SHINGLE}-token shingles, each page weighs the same",)
    )


def article_text(article: Article) -> str:
    """The text that a reader takes for the article: paragraphs and the headings between them, datelines included."""
    kept = (b for b in article.blocks if b.kind in TEXT_KINDS or b.why == "dateline")
    return "\n".join(article.text[block.start : block.end] for block in kept)


def shingle_shares(gold: str, predicted: str) -> dict[str, float]:
    """Shares of the shingles of both texts that are right, wrong and missed; they sum to 1."""
    wanted, given = _shingles(gold), _shingles(predicted)
    counts = {
        "right": (wanted & given).total(),
        "wrong": (given - wanted).total(),
        "missed": (wanted - given).total(),
    }
    total = sum(counts.values())
    return {key: count / total if total else 0.0 for key, count in counts.items()}


def score_blocks(article: Article, gold: Mapping[str, Any]) -> dict[str, float]:
    """Characters of a gold page (see `shared/gold/README.md`) that our blocks treat as its reader does.

    `body_kept`: share of the gold body's characters in blocks of text. `boilerplate_left`: share of the gold boilerplate's
    characters in them (0 is right). White space does not count.
    """
    mine = bytearray(len(article.text))
    for block in article.blocks:
        if block.kind in TEXT_KINDS or block.why == "dateline":
            mine[block.start : block.end] = b"\1" * (block.end - block.start)
    return {
        "body_kept": _covered(article.text, mine, gold["body"]),
        "boilerplate_left": _covered(article.text, mine, gold["boilerplate"]),
    }


def _truth(path: Path) -> dict[str, str]:
    file = path / "ground-truth.json"
    try:
        found = json.loads(file.read_bytes())
        return {str(name): str(entry["articleBody"]) for name, entry in found.items()}
    except FileNotFoundError as error:
        raise EvaluationError("no ground-truth.json here", path) from error
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise EvaluationError(f"not in the format of the benchmark: {error!r}", file) from error


def _article(path: Path, stage: ArticleStage, settings: Settings) -> Article | None:
    pages = (page for page in read_paths([path], settings) if not isinstance(page, Drop))
    return next((found for found in stage.run(iter(pages)) if isinstance(found, Article)), None)


def _shingles(text: str) -> Counter[tuple[str, ...]]:
    return Counter(_windows(_TOKEN.findall(text)))


def _windows(tokens: Sequence[str]) -> Iterator[tuple[str, ...]]:
    for start in range(max(1, len(tokens) - SHINGLE + 1) if tokens else 0):
        yield tuple(tokens[start : start + SHINGLE])


def _covered(text: str, mine: bytearray, spans: Sequence[Mapping[str, Any]]) -> float:
    positions = [i for span in spans for i in range(span["start"], span["end"]) if not text[i].isspace()]
    return sum(mine[i] for i in positions) / len(positions) if positions else 0.0
