"""Fit the weights of `ontology/data/implied.yaml`: run with the project's own environment.

    PYTHONPATH=src:training .venv/bin/python training/implied.py

Learns whom an act is aimed at that names nobody from the example pages and the held-out pages that are no longer blind:
each act whose target the coder leaves open, with the sides that the page names, and which of them the expected list
gives. A conditional logit by damped Newton steps, with a ridge penalty. Prints the weights, and what eight folds over the
pages say at each threshold: targets filled, right, of an act that has none, of an act that the list does not have, wrong.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, get_args

import numpy as np
import yaml

from confidence import of_pages
from dragoman.evaluation import examples
from dragoman.ontology.implied import Hint
from dragoman.reports.choose import Finding
from dragoman.reports.coder import Coder
from dragoman.reports.implied import hints, is_open
from dragoman.reports.knowledge import load_knowledge
from dragoman.reports.labeller.labels import Labeller

FOLDERS = (Path("examples"), Path("examples/held_out"), Path("examples/held_out_2"))
NAMES: tuple[Hint, ...] = get_args(Hint)
RIDGE, FOLDS, STEPS, SEED = 1.0, 8, 60, 0
THRESHOLDS = (0.3, 0.4, 0.5, 0.6)


@dataclass(frozen=True, slots=True)
class Question:
    """An act with an open target: a row of hints for each side and, last, one of zeros for nobody; which rows are right."""

    page: str
    table: np.ndarray
    right: np.ndarray
    listed: bool


class Asking(Coder):
    """A coder that leaves every target open and remembers which were."""

    def __init__(self, other: Coder) -> None:
        super().__init__(other.marked, other.knowledge, Labeller())
        self.asked: list[tuple[Finding, tuple[Finding, ...], bool]] = []

    def _implied(self, finding: Finding, told: Sequence[Finding], *, unmet: bool = False) -> Finding:
        if is_open(finding):
            self.asked.append((finding, tuple(told), unmet))
        return finding


def questions(folder: Path) -> Iterator[Question]:
    """The open acts of a folder's pages. What a list that is not complete does not have tells nothing."""
    expected = yaml.safe_load((folder / "expected.yaml").read_text("utf-8"))
    for article, plain in of_pages(folder / "pages", load_knowledge(), Labeller()):
        page = next((page for page in expected["pages"] if examples._same_page(article, page)), None)
        if page is None:
            continue
        coder = Asking(plain)
        coder.reports()
        for finding, told, unmet in coder.asked:
            event = _event(coder, finding, page["events"])
            if event is not None or (unmet and expected.get("complete")):
                yield _question(coder, finding, told, unmet, event)


def _event(coder: Coder, finding: Finding, events: Sequence[dict[str, Any]]) -> dict[str, Any] | None:
    """The expected event that the act is, its target aside: that with the trigger in its words, else of its sentence."""
    start, end = coder.reader.tree.sentences[finding.trigger.word.sentence]
    words = coder.reader.tree.words
    sentence = examples._folded(coder.reader.span(words[start], words[end - 1]).text)
    alike = [
        event
        for event in events
        if finding.type in (event["type"], *event.get("type_alt", []))
        and (examples._folded(event["evidence"]) in sentence or sentence in event["evidence"])
        and event["sources"]
        and examples._meant(finding.roles.sources, event["sources"], _states(coder))
    ]
    return next((each for each in alike if finding.trigger.word.text in each["evidence"]), alike[0] if alike else None)


def _states(coder: Coder) -> dict[str, str]:
    return {actor.id: actor.country for actor in coder.marked.actors if actor.id and actor.country}


def _question(
    coder: Coder, finding: Finding, told: Sequence[Finding], unmet: bool, event: dict[str, Any] | None
) -> Question:
    sides = list(hints(finding, told, coder.sides, coder.knowledge.types, unmet=unmet))
    table, right = np.zeros((len(sides) + 1, len(NAMES))), np.zeros(len(sides) + 1)
    for row, (key, found) in enumerate(sides):
        for name, value in found:
            table[row, NAMES.index(name)] += value
        named = [each.actor for each in coder.sides.mentions[key]]
        wanted = event["targets"] if event is not None else []
        right[row] = bool(wanted) and any(examples._meant([actor], wanted, _states(coder)) for actor in named)
    right[-1] = not right.any()
    return Question(coder.article.id, table, right, event is not None)


def shares(question: Question, weights: np.ndarray) -> np.ndarray:
    """The probability of each row."""
    scores = question.table @ weights
    raised = np.exp(scores - scores.max())
    return np.asarray(raised / raised.sum())


def fit(asked: Sequence[Question]) -> np.ndarray:
    """The weights."""
    weights = np.zeros(len(NAMES))
    penalty = np.eye(len(NAMES)) * RIDGE
    for _ in range(STEPS):
        slope, curve = penalty @ weights, penalty.copy()
        for question in asked:
            share = shares(question, weights)
            posterior = share * question.right
            mean = question.table.T @ share
            slope += mean - question.table.T @ (posterior / posterior.sum())
            curve += (question.table * share[:, None]).T @ question.table - np.outer(mean, mean)
        step = np.linalg.solve(curve, slope)
        weights -= step * min(1.0, 2 / np.abs(step).max())
    return weights


def folded(asked: Sequence[Question]) -> Iterator[tuple[Question, np.ndarray]]:
    """Each question with the probabilities by weights that have not seen its page."""
    pages = sorted({question.page for question in asked})
    np.random.default_rng(SEED).shuffle(pages)
    fold = {page: number % FOLDS for number, page in enumerate(pages)}
    for number in range(FOLDS):
        weights = fit([question for question in asked if fold[question.page] != number])
        for question in asked:
            if fold[question.page] == number:
                yield question, shares(question, weights)


def report(judged: Sequence[tuple[Question, np.ndarray]]) -> None:
    """Print what each threshold would fill."""
    print("acts", len(judged), "with a target that the page names", sum(not question.right[-1] for question, _ in judged))
    for least in THRESHOLDS:
        filled = [(question, int(share[:-1].argmax())) for question, share in judged if share[:-1].max(initial=0) >= least]
        right = sum(bool(question.right[best]) for question, best in filled)
        nobody = sum(bool(question.right[-1]) and question.listed for question, _ in filled)
        unlisted = sum(not question.listed for question, _ in filled)
        other = len(filled) - right - nobody - unlisted
        print(least, f"filled {len(filled)} right {right} nobody's {nobody} no act {unlisted} another's {other}")


def main() -> None:
    """Fit, print, measure."""
    argparse.ArgumentParser(description=__doc__).parse_args()
    asked = [question for folder in FOLDERS for question in questions(folder)]
    report(list(folded(asked)))
    for name, value in zip(NAMES, fit(asked), strict=True):
        print(f"  {name}: {value:.2f}")


if __name__ == "__main__":
    main()
