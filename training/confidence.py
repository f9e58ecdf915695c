"""Fit the weights of `ontology/data/confidence.yaml`: run with the project's own environment.

    PYTHONPATH=src:training python training/confidence.py [--shared ../shared]

Learns, by logistic regression, whether a report is right from the reports of our pages that are no longer blind. Right is
what an expected event allows (`evaluation/examples.py`). Each set has an intercept of its own: what is expected of the
example pages is not all that stands there, and the first held-out pages were developed on longest; the base that ships is
that of the second held-out set, which is nearest to pages that nobody has seen. Prints the weights, and the expected
calibration error, in six folds over the pages and as fitted; with --shared also on PLV train and the gold pages, which are
measured only. `dragoman evaluate examples examples/held_out_3` measures it on pages that are still blind.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import get_args

import numpy as np
import yaml

from dragoman.articles.repeats import survey
from dragoman.documents.document import Document
from dragoman.documents.stage import DocumentStage
from dragoman.evaluation import examples, gold, plover
from dragoman.evaluation.calibration import calibration_error
from dragoman.mentions.marked import MarkedDocument
from dragoman.ontology.confidence import Sign
from dragoman.pages.read import read_paths
from dragoman.pipeline import Coder as Pages
from dragoman.records import Article, Page, Report
from dragoman.reports.coder import Coder
from dragoman.reports.confidence import signs
from dragoman.reports.knowledge import Knowledge, load_knowledge
from dragoman.reports.labeller.labels import Labeller
from dragoman.reports.roles import Roles
from dragoman.settings import Settings
from dragoman.stage import through
from variations import article

NAMES: tuple[Sign, ...] = get_args(Sign)
BOTH = 3
"""`plover.fit` of roles that are as marked."""
DECAY, FREE = 1.0, 1e-6
"""Ridge penalty on all weights, and on the base."""
FOLDS, SEED = 6, 0
SETS = (".", "held_out", "held_out_2")
"""Folders of pages whose lists have been read; the base is fitted to the last."""


@dataclass(frozen=True, slots=True)
class Judged:
    """A report's signs and whether it is right."""

    signs: tuple[tuple[Sign, float], ...]
    right: bool
    page: str = ""


def rows(coder: Coder) -> Iterator[tuple[Report, tuple[tuple[Sign, float], ...]]]:
    """The reports of a document with their signs."""
    coder.reports()
    for act, report in coder.told:
        yield report, tuple(signs(act.finding, act.judgement, act.faults, act.backing))


# ------------------------------------------------------------------------------------------------------------ material


def of_pages(folder: Path, knowledge: Knowledge, labeller: Labeller) -> Iterator[tuple[Article, Coder]]:
    """Every English article of a folder with its coder."""
    settings = Settings()
    repeated, _ = survey(read_paths([folder], settings))
    stages = Pages(settings, repeated)
    pages = [page for page in read_paths([folder], settings) if isinstance(page, Page)]
    articles = (item for item in through(stages.article_stage, pages) if isinstance(item, Article) and item.language == "en")
    documents = through(stages.document_stage, list(articles))
    for marked in through(stages.mention_stage, documents):
        if isinstance(marked, MarkedDocument):
            yield marked.document.article, Coder(marked, knowledge, labeller)


def of_examples(folder: Path, knowledge: Knowledge, labeller: Labeller) -> Iterator[Judged]:
    """Reports of pages of ours: right where an expected event allows them."""
    expected = yaml.safe_load((folder / "expected.yaml").read_text("utf-8"))["pages"]
    for found, coder in of_pages(folder / "pages", knowledge, labeller):
        page = next((page for page in expected if examples._same_page(found, page)), None)
        states = {actor.id: actor.country for actor in coder.marked.actors if actor.id and actor.country}
        if page is not None:
            for report, its in rows(coder):
                right = any(examples._is_allowed(report, event, states) for event in page["events"])
                yield Judged(its, right, found.id)


def of_plover(path: Path, knowledge: Knowledge, labeller: Labeller) -> Iterator[Judged]:
    """Findings with both marked roles: right where the type is (PLV's, see the evaluator)."""
    every = list(plover.read_rows(path))
    for row, document in zip(every, DocumentStage(Settings()).run(article(row.text) for row in every), strict=True):
        coder = Coder(plover.marked_pair(row, document), knowledge, labeller) if isinstance(document, Document) else None
        for report, found in rows(coder) if coder else ():
            if plover.fit(Roles(report.sources, report.targets, (), ())) == BOTH:
                yield Judged(found, plover.as_plv(report.event_type, report.status) == row.gold)


def of_gold(folder: Path, pages: Path, knowledge: Knowledge, labeller: Labeller) -> Iterator[Judged]:
    """Reports of the gold pages: right where they find a gold event."""
    for found, coder in of_pages(pages, knowledge, labeller):
        path = folder / f"{Path(found.page).stem}.json"
        if path.is_file():
            page = gold.GoldPage(path, (pages / found.page).read_bytes().decode("utf-8"))
            for report, its in rows(coder):
                where = page.page.locate(report.evidence.text)
                yield Judged(its, where is not None and bool(page.found_by(report, where)))


# ------------------------------------------------------------------------------------------------------------- fitting


def matrix(judged: Sequence[Judged]) -> tuple[np.ndarray, np.ndarray]:
    """Signs as columns, and what is right."""
    table = np.zeros((len(judged), len(NAMES)))
    for row, each in enumerate(judged):
        for name, value in each.signs:
            table[row, NAMES.index(name)] += value
    return table, np.array([each.right for each in judged], float)


def fit(sets: Sequence[Sequence[Judged]]) -> np.ndarray:
    """Weights of a logistic regression, by Newton's method; each set but the last has an intercept that is left out."""
    table, wanted = matrix([judged for group in sets for judged in group])
    of_set = np.repeat(np.arange(len(sets)), [len(group) for group in sets])
    table = np.hstack([table, (of_set[:, None] == np.arange(len(sets) - 1)).astype(float)])
    penalty = np.eye(table.shape[1]) * DECAY
    penalty[NAMES.index("base"), NAMES.index("base")] = FREE
    weights = np.zeros(table.shape[1])
    for _ in range(30):
        shares = 1 / (1 + np.exp(-table @ weights))
        slope = table.T @ (shares - wanted) + penalty @ weights
        curve = (table * (shares * (1 - shares))[:, None]).T @ table + penalty
        weights -= np.linalg.solve(curve, slope)
    return weights[: len(NAMES)]


def folded(sets: Sequence[Sequence[Judged]]) -> tuple[list[Judged], np.ndarray]:
    """The reports of the last set and their confidence by weights that have not seen their page."""
    pages = sorted({judged.page for judged in sets[-1]})
    np.random.default_rng(SEED).shuffle(pages)
    fold = {page: number % FOLDS for number, page in enumerate(pages)}
    judged, shares = list[Judged](), list[float]()
    for number in range(FOLDS):
        weights = fit([*sets[:-1], [each for each in sets[-1] if fold[each.page] != number]])
        unseen = [each for each in sets[-1] if fold[each.page] == number]
        judged += unseen
        shares += (1 / (1 + np.exp(-matrix(unseen)[0] @ weights))).tolist()
    return judged, np.array(shares)


def confidences(judged: Sequence[Judged], weights: np.ndarray) -> np.ndarray:
    """The probability that each report is right."""
    return np.asarray(1 / (1 + np.exp(-matrix(judged)[0] @ weights)))


def tell(name: str, judged: Sequence[Judged], shares: np.ndarray) -> None:
    """Print how far confidence and share right are apart, and both for each bin."""
    right = [each.right for each in judged]
    error = calibration_error(shares.tolist(), right)
    print(f"{name}: {len(judged)} reports, {np.mean(right):.3f} right, error {error:.3f}")
    groups = np.array_split(np.argsort(shares, kind="stable"), 10)
    print("   " + "  ".join(f"{shares[g].mean():.2f}/{np.mean([right[i] for i in g]):.2f}" for g in groups if len(g)))


def main() -> None:
    """Fit, print, measure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--examples", type=Path, default=Path("examples"))
    parser.add_argument("--shared", type=Path)
    options = parser.parse_args()
    knowledge, labeller = load_knowledge(), Labeller()
    folders = [options.examples / name for name in SETS]
    sets = [list(of_examples(folder, knowledge, labeller)) for folder in folders]
    weights = fit(sets)
    print("weights:", "{" + ", ".join(f"{name}: {value:.2f}" for name, value in zip(NAMES, weights, strict=True)) + "}")
    tell(f"{folders[-1]}, in folds", *folded(sets))
    measured = dict(zip(map(str, folders), sets, strict=True))
    if options.shared:
        measured["plv"] = list(of_plover(options.shared / "data/eval/coding/plv_train.tsv", knowledge, labeller))
        measured["gold"] = list(of_gold(options.shared / "gold", options.shared / "seeds", knowledge, labeller))
    for name, judged in measured.items():
        tell(name, judged, confidences(judged, weights))


if __name__ == "__main__":
    main()
