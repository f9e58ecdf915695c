"""Copies on pages of ours in chains (`examples/copies/README.md` explains the fields of `expected.yaml`).

`evaluate(path)` reads the pages under `path/pages`, traces lineage among them and compares pairs of pages:

- precision, recall, f1: pairs that go back to one text
- direction: share of the claimed directions (derived, common-source) that are right; claimed: share of pairs with a claim
- relation: share of pages whose relation to a page that they were made from is as expected
- families_b_cubed: B-cubed F1 of the families, pages put together from several texts left out
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from itertools import combinations
from pathlib import Path
from typing import Any

import yaml

from dragoman.articles.repeats import survey
from dragoman.articles.stage import ArticleStage
from dragoman.errors import EvaluationError
from dragoman.evaluation.base import Evaluation, f1
from dragoman.evaluation.clusters import Cluster, b_cubed
from dragoman.pages.read import read_paths
from dragoman.records import Article, Lineage, Page
from dragoman.settings import Settings
from dragoman.stories.copies.families import families
from dragoman.stories.copies.trace import Tracer

SET = "copies"
Made = Mapping[str, frozenset[str]]
"""For each page itself and all that it was made from."""


def evaluate(path: Path, settings: Settings) -> Evaluation:
    """Score the pages; raises `EvaluationError` where the folder has no expected.yaml."""
    expected = path / "expected.yaml"
    if not expected.is_file():
        raise EvaluationError("no expected.yaml", path)
    pages = yaml.safe_load(expected.read_text("utf-8"))["pages"]
    made = {page["page"]: _ancestors(page["page"], {one["page"]: one for one in pages}) for page in pages}
    articles = read_articles(path / "pages", settings)
    found = Tracer(settings.ontology).trace(articles)
    pairs = {_pair(lineage.page, lineage.of_page): lineage for lineage in found}
    rows = list(_rows(pairs, made))
    scores = _scores(rows) | _relations(pairs, pages) | _families(found, articles, pages, made)
    return Evaluation(SET, str(path), scores, rows, ("pairs of pages; a direction is right where it is that of the chain",))


def read_articles(folder: Path, settings: Settings) -> list[Article]:
    """Every article of a folder, by the order of the pages."""
    repeated, _ = survey(read_paths([folder], settings))
    pages = (page for page in read_paths([folder], settings) if isinstance(page, Page))
    return [item for item in ArticleStage(settings, repeated).run(pages) if isinstance(item, Article)]


def _ancestors(page: str, pages: Mapping[str, Mapping[str, Any]]) -> frozenset[str]:
    sources = pages.get(page, {}).get("from", ())
    return frozenset({page}).union(*(_ancestors(source, pages) for source in sources))


def _pair(one: str, other: str) -> tuple[str, str]:
    return (one, other) if one < other else (other, one)


def _rows(pairs: Mapping[tuple[str, str], Lineage], made: Made) -> Iterator[dict[str, Any]]:
    """Each pair that is related, that was said to be, or both."""
    wanted = {(one, other) for one, other in combinations(sorted(made), 2) if made[one] & made[other]}
    for one, other in sorted(wanted | pairs.keys()):
        lineage = pairs.get((one, other))
        row: dict[str, Any] = {"pages": [one, other], "related": (one, other) in wanted, "found": lineage is not None}
        if lineage:
            row |= {"article": lineage.page, "of": lineage.of_page, "relation": lineage.relation, "score": lineage.score}
            row |= {"direction": lineage.direction, "confidence": lineage.confidence, "why": list(lineage.why)}
            row["right_direction"] = row["related"] and _is_right(lineage, made)
        yield row


def _is_right(lineage: Lineage, made: Made) -> bool:
    """Whether the direction is that of the chain; of a pair of which neither was made from the other, that there is none."""
    if lineage.direction == "derived":
        return lineage.of_page in made[lineage.page]
    neither = lineage.of_page not in made[lineage.page] and lineage.page not in made[lineage.of_page]
    return lineage.direction == "common-source" and neither


def _scores(rows: list[dict[str, Any]]) -> dict[str, float]:
    counts: Counter[str] = Counter()
    for row in rows:
        both = row["related"] and row["found"]
        counts.update(right=both, found=row["found"], related=row["related"])
        claim = both and row["direction"] != "unknown"
        counts.update(claimed=claim, right_direction=claim and row["right_direction"])
    precision, recall, both_f1 = f1(counts["right"], counts["found"], counts["related"])
    return {
        "precision": precision,
        "recall": recall,
        "f1": both_f1,
        "direction": counts["right_direction"] / max(1, counts["claimed"]),
        "claimed": counts["claimed"] / max(1, counts["right"]),
        "pairs": float(counts["related"]),
    }


def _relations(pairs: Mapping[tuple[str, str], Lineage], pages: list[Mapping[str, Any]]) -> dict[str, float]:
    """The relation to pages that a page was made from directly."""
    expected = [(page, source) for page in pages for source in page.get("from", ())]
    links = [(page, pairs.get(_pair(page["page"], source))) for page, source in expected]
    told = [lineage.relation == page["relation"] for page, lineage in links if lineage]
    return {"relation": sum(told) / max(1, len(told))}


def _families(found: list[Lineage], articles: list[Article], pages: list[Mapping[str, Any]], made: Made) -> dict[str, float]:
    """Families against chains. A page put together from several texts is of more than one chain and left out."""
    family = families(found)
    single = {page["page"] for page in pages if len(page.get("from", ())) < 2}
    roots = {page: min(made[page], key=lambda one: (len(made.get(one, ())), one)) for page in sorted(single)}
    predicted, gold = defaultdict(set), defaultdict(set)
    for article in articles:
        if article.page in single:
            predicted[family.get(article.id, article.id)].add(article.page)
            gold[roots[article.page]].add(article.page)
    tally = b_cubed(_clusters(gold), _clusters(predicted))
    return {"families_b_cubed": tally.scores[2]}


def _clusters(groups: Mapping[str, set[str]]) -> list[Cluster]:
    return [frozenset(group) for group in groups.values()]
