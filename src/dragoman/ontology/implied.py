"""What makes one side of a page the likely target of an act that names none, and how much each sign weighs."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from dragoman.ontology.confidence import Share
from dragoman.ontology.load import Knowledge, load_whole

Hint = Literal[
    "anybody", "unmet", "noun", "deed_to_nobody", "sanction", "home", "home_most_named", "home_blamed", "home_refused",
    "home_attacked", "home_coerced", "share", "lead", "beside", "far", "last_named", "named_after", "acts_here",
    "last_faced", "no_state",
]  # fmt: skip
"""What is asked of a side, see `reports/implied.py`."""


class ImpliedWeights(Knowledge):
    """What `implied.yaml` holds: log-odds of each hint, and the least probability at which a side is understood."""

    weights: dict[Hint, float]
    least: Share


def load_implied(folder: Path | None = None) -> ImpliedWeights:
    """The weights; a user's file replaces the shipped one. Raises `OntologyError`."""
    return load_whole("implied", ImpliedWeights, folder)
