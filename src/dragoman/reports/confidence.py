"""How sure a report is: the probability that a careful coder would accept it, from what speaks for and against it.

Each sign adds its weight to the log-odds (`ontology/data/confidence.yaml`, fitted by `training/confidence.py`): how the
frame was found, how far the labels back it, which roles are named, what the status rests on, the state of the text, who the
actors are.
"""

from __future__ import annotations

import math
from collections.abc import Iterator

from dragoman.ontology.confidence import ConfidenceWeights, Sign
from dragoman.reports import status
from dragoman.reports.choose import Finding
from dragoman.reports.implied import STAKE
from dragoman.reports.knowledge import ANYTHING
from dragoman.reports.labeller.parties import BEFORE_LABELLED, Backing
from dragoman.reports.predicates import Judgement

SURELY = 0.02
"""Probabilities of the labels are held so far from 0 and 1 before their log-odds are taken."""
STATUSES: dict[str, Sign] = {
    "expected": "expected",
    "planned": "planned",
    "called-for": "called_for",
    "negated": "negated",
    "background": "background",
}


def confidence(
    finding: Finding, judgement: Judgement, faults: tuple[str, ...], backing: Backing | None, weights: ConfidenceWeights
) -> float:
    """The probability, to three places; `backing` is `None` where no labels were asked."""
    score = sum(weights.weights.get(sign, 0.0) * value for sign, value in signs(finding, judgement, faults, backing))
    return round(1 / (1 + math.exp(-score)), 3)


def signs(
    finding: Finding, judgement: Judgement, faults: tuple[str, ...], backing: Backing | None
) -> Iterator[tuple[Sign, float]]:
    """What speaks for or against a report, each with its strength; most are there (1) or not."""
    yield "base", 1.0
    if backing is not None:
        yield from _labelled(backing)
    yield from _readings(finding)
    if status.UNASSERTED in judgement.why:
        yield "passing", 1.0
    if judgement.status in STATUSES:
        yield STATUSES[judgement.status], 1.0
    if faults:
        yield "garbled", 1.0
    if any(actor.country is None and (actor.id is None or actor.id.startswith("name:")) for actor in finding.roles.parties):
        yield "unknown_actor", 1.0
    if any(actor.via == "pronoun" for actor in finding.roles.parties):
        yield "pronoun", 1.0


def _labelled(backing: Backing) -> Iterator[tuple[Sign, float]]:
    yield "label_type", _log_odds(backing.type)
    if backing.source is not None:
        yield "label_source", _log_odds(backing.source)
    if backing.target is not None:
        yield "label_target", _log_odds(backing.target)


def _readings(finding: Finding) -> Iterator[tuple[Sign, float]]:
    trigger = finding.trigger
    if trigger.entry.trigger == ANYTHING:
        yield "proposed", 1.0
    if trigger.entry.frame.needs or trigger.entry.others:
        yield "construction", 1.0
    if trigger.entry.pos == "noun":
        yield ("lent_noun" if trigger.host is not None else "bare_noun"), 1.0
    if any(slot.startswith(STAKE) or slot.endswith(BEFORE_LABELLED) for slot in finding.roles.slots):
        yield "implied", 1.0
    elif finding.roles.named == 2:
        yield "both_roles", 1.0
    if any("told before" in slot for slot in finding.roles.slots):
        yield "recalled", 1.0


def _log_odds(share: float) -> float:
    held = min(max(share, SURELY), 1 - SURELY)
    return math.log(held / (1 - held))
