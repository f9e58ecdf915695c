"""How sure a report is: a readable product of what its reading rests on, between 0 and 1.

Not a probability yet: it orders reports by how much of them was found rather than assumed, and calibration maps it later.
Each factor is 1 where nothing is in doubt.
"""

from __future__ import annotations

from dragoman.reports import status
from dragoman.reports.choose import Finding
from dragoman.reports.predicates import Judgement

CEILING = 0.95
CONSTRUCTION, VERB, LENT_NOUN, BARE_NOUN = 1.0, 0.95, 0.9, 0.75
BOTH_ROLES, ONE_ROLE = 1.0, 0.75
PASSING, EXPECTED = 0.85, 0.9
GARBLED = 0.6
UNKNOWN_ACTOR = 0.8


def confidence(finding: Finding, judgement: Judgement, faults: tuple[str, ...]) -> float:
    """The product of the factors: the frame, the roles, the status, the state of the text, the actors."""
    score = CEILING * _frame(finding) * (BOTH_ROLES if finding.roles.named == 2 else ONE_ROLE)
    if status.UNASSERTED in judgement.why:
        score *= PASSING
    elif judgement.status == "expected":
        score *= EXPECTED
    if faults:
        score *= GARBLED
    if any(actor.id is None or actor.id.startswith("name:") for actor in finding.roles.parties):
        score *= UNKNOWN_ACTOR
    return round(score, 3)


def _frame(finding: Finding) -> float:
    trigger = finding.trigger
    if trigger.entry.frame.needs or trigger.entry.others:
        return CONSTRUCTION
    if trigger.entry.pos != "noun":
        return VERB
    return LENT_NOUN if trigger.host is not None else BARE_NOUN
