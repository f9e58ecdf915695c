"""Fit the weights of `ontology/data/confidence.yaml`: run with the project's own environment.

    python training/confidence.py --network .carry/acts-held-out.npz --held-out .carry/held-out.txt [--shared ../shared]

Learns, by logistic regression, whether a report is right from the reports of our example pages (right: it finds an expected
event) and of our own sentences that the classifier given here was not trained on (right: the marked type and roles; a
report on what is marked as no act is wrong). What is expected of the example pages is not all that stands there, so they
have an intercept of their own. Prints the weights, and the expected calibration error; with --shared also on PLV train,
on which the base is tuned (one number), and on the gold pages, which are measured only.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import get_args

import numpy as np
import yaml

from acts import NONE, SOURCE, TARGET, TRIGGER, Marked, read_acts
from acts_prepare import article, read
from dragoman.articles.repeats import survey
from dragoman.documents.document import Document
from dragoman.documents.stage import DocumentStage
from dragoman.evaluation import examples, gold, plover
from dragoman.mentions.marked import MarkedDocument
from dragoman.ontology.confidence import Sign
from dragoman.pages.read import read_paths
from dragoman.pipeline import Coder as Pages
from dragoman.records import Actor, Article, Page, Report
from dragoman.reports.classifier.network import ActNetwork
from dragoman.reports.classifier.votes import Voter
from dragoman.reports.coder import Coder
from dragoman.reports.confidence import signs
from dragoman.reports.knowledge import Knowledge, load_knowledge
from dragoman.reports.roles import Roles
from dragoman.settings import Settings
from dragoman.stage import through

NAMES: tuple[Sign, ...] = get_args(Sign)
BOTH = 3
"""`plover.fit` of roles that are as marked."""
DECAY = 1.0
"""Ridge penalty on all weights but the base."""


@dataclass(frozen=True, slots=True)
class Judged:
    """A report's signs and whether it is right."""

    signs: tuple[tuple[Sign, float], ...]
    right: bool
    text: str = ""


def rows(coder: Coder) -> Iterator[tuple[Report, tuple[tuple[Sign, float], ...]]]:
    """The reports of a document with their signs."""
    coder.reports()
    for act, report in coder.told:
        yield report, tuple(signs(act.finding, act.judgement, act.faults, act.vote))


# ------------------------------------------------------------------------------------------------------------ material


def of_pages(folder: Path, knowledge: Knowledge, voter: Voter) -> Iterator[tuple[Article, Coder]]:
    """Every English article of a folder with its coder."""
    settings = Settings()
    repeated, _ = survey(read_paths([folder], settings))
    stages = Pages(settings, repeated)
    pages = [page for page in read_paths([folder], settings) if isinstance(page, Page)]
    articles = (item for item in through(stages.article_stage, pages) if isinstance(item, Article) and item.language == "en")
    documents = through(stages.document_stage, list(articles))
    for marked in through(stages.mention_stage, documents):
        if isinstance(marked, MarkedDocument):
            yield marked.document.article, Coder(marked, knowledge, voter)


def of_examples(folder: Path, knowledge: Knowledge, voter: Voter) -> Iterator[Judged]:
    """Reports of the example pages."""
    expected = yaml.safe_load((folder / "expected.yaml").read_text("utf-8"))["pages"]
    for found, coder in of_pages(folder / "pages", knowledge, voter):
        page = next((page for page in expected if examples._same_page(found, page)), None)
        states = {actor.id: actor.country for actor in coder.marked.actors if actor.id and actor.country}
        if page is not None:
            for report, its in rows(coder):
                yield Judged(its, any(examples._is_of(report, event, states) for event in page["events"]))


def of_sentences(acts: Iterable[Marked], knowledge: Knowledge, voter: Voter) -> Iterator[Judged]:
    """Reports on the marked triggers of our sentences."""
    acts = list(acts)
    for act, marked in zip(acts, read(act.text for act in acts), strict=True):
        if marked is not None:
            for report, found in rows(Coder(marked, knowledge, voter)):
                if _on(act, TRIGGER, report.trigger.start, report.trigger.end):
                    yield Judged(found, right(act, report))


def _on(act: Marked, role: str, start: int, end: int) -> bool:
    return any(each == role and first < end and start < last for each, first, last in act.marks)


def right(act: Marked, report: Report) -> bool:
    """Whether a report has the marked type and, where they are marked, both roles."""
    if act.root == NONE or report.event_type != act.root:
        return False
    both = (*report.sources, *report.targets) if report.event_type in gold.SYMMETRIC else ()
    asked = ((SOURCE, both or report.sources), (TARGET, both or report.targets))
    return all(_among(act, role, actors) for role, actors in asked if any(each == role for each, _, _ in act.marks))


def _among(act: Marked, role: str, actors: Sequence[Actor]) -> bool:
    return any(_on(act, role, actor.mention.start, actor.mention.end) for actor in actors)


def of_plover(path: Path, knowledge: Knowledge, voter: Voter) -> Iterator[Judged]:
    """Findings with both marked roles: right where the type is (PLV's, see the evaluator)."""
    every = list(plover.read_rows(path))
    for row, document in zip(every, DocumentStage(Settings()).run(article(row.text) for row in every), strict=True):
        coder = Coder(plover.marked_pair(row, document), knowledge, voter) if isinstance(document, Document) else None
        for report, found in rows(coder) if coder else ():
            if plover.fit(Roles(report.sources, report.targets, (), ())) == BOTH:
                yield Judged(found, plover.as_plv(report.event_type, report.status) == row.gold)


def of_gold(folder: Path, pages: Path, knowledge: Knowledge, voter: Voter) -> Iterator[Judged]:
    """Reports of the gold pages: right where they find a gold event."""
    for found, coder in of_pages(pages, knowledge, voter):
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


def fit(pages: Sequence[Judged], sentences: Sequence[Judged]) -> np.ndarray:
    """Weights of a logistic regression, by Newton's method; pages have an intercept that is left out of the answer."""
    table, wanted = matrix([*pages, *sentences])
    table = np.hstack([table, (np.arange(len(table)) < len(pages))[:, None].astype(float)])
    penalty = np.diag([*(1e-6 if name == "base" else DECAY for name in NAMES), 1e-6])
    weights = np.zeros(len(NAMES) + 1)
    for _ in range(30):
        shares = 1 / (1 + np.exp(-table @ weights))
        slope = table.T @ (shares - wanted) + penalty @ weights
        curve = (table * (shares * (1 - shares))[:, None]).T @ table + penalty
        weights -= np.linalg.solve(curve, slope)
    return weights[:-1]


def based(judged: Sequence[Judged], weights: np.ndarray) -> np.ndarray:
    """The weights with the base at which confidence and share right agree on the whole."""
    table, wanted = matrix(judged)
    moved = weights.copy()
    for _ in range(30):
        shares = 1 / (1 + np.exp(-table @ moved))
        moved[NAMES.index("base")] += (wanted - shares).sum() / (shares * (1 - shares)).sum()
    return moved


def calibration(
    judged: Sequence[Judged], weights: np.ndarray, bins: int = 10
) -> tuple[float, list[tuple[float, float, int]]]:
    """Expected calibration error over bins of equal size, and for each the mean confidence, the share right, the count."""
    table, wanted = matrix(judged)
    shares = 1 / (1 + np.exp(-table @ weights))
    groups = np.array_split(np.argsort(shares, kind="stable"), bins)
    found = [(float(shares[g].mean()), float(wanted[g].mean()), len(g)) for g in groups if len(g)]
    return sum(abs(sure - ok) * n for sure, ok, n in found) / max(1, len(judged)), found


def main() -> None:
    """Fit, print, measure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--network", type=Path, required=True)
    parser.add_argument("--held-out", type=Path, required=True)
    parser.add_argument("--examples", type=Path, default=Path("examples"))
    parser.add_argument("--shared", type=Path)
    options = parser.parse_args()
    knowledge, voter = load_knowledge(), Voter()
    voter.network = ActNetwork.load(options.network)
    held = set(options.held_out.read_text("utf-8").splitlines())
    sets = {
        "examples": list(of_examples(options.examples, knowledge, voter)),
        "sentences": list(of_sentences((act for act in read_acts() if act.text in held), knowledge, voter)),
    }
    weights = fit(sets["examples"], sets["sentences"])
    print("weights:", "{" + ", ".join(f"{name}: {value:.2f}" for name, value in zip(NAMES, weights, strict=True)) + "}")
    if options.shared:
        voter.network = ActNetwork.load()
        sets["plv"] = list(of_plover(options.shared / "data/eval/coding/plv_train.tsv", knowledge, voter))
        weights = based(sets["plv"], weights)
        print("base tuned on PLV:", round(float(weights[NAMES.index("base")]), 2))
        sets["gold"] = list(of_gold(options.shared / "gold", options.shared / "seeds", knowledge, voter))
    for name, judged in sets.items():
        error, found = calibration(judged, weights)
        print(f"{name}: {len(judged)} reports, {np.mean([each.right for each in judged]):.3f} right, error {error:.3f}")
        print("   " + "  ".join(f"{sure:.2f}/{ok:.2f}" for sure, ok, _ in found))


if __name__ == "__main__":
    main()
