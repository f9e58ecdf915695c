"""How sure a report is: what speaks for and against it, how much each weighs, and where reports are left out."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field

from dragoman.ontology.frames import PLOVER
from dragoman.ontology.load import Knowledge, load_whole

Share = Annotated[float, Field(ge=0, le=1)]
Sign = Literal[
    "base", "both_roles", "implied", "construction", "lent_noun", "bare_noun", "recalled", "passing", "expected",
    "planned", "called_for", "negated", "background", "garbled", "unknown_actor", "pronoun", "label_type", "label_source",
    "label_target", "proposed",
]  # fmt: skip
"""What is asked of a report, see `reports/confidence.py`."""


class LabelThresholds(Knowledge):
    """How sure the labeller must be.

    `act`: that a frame's word tells of an act of its type, for its open roles to be filled. `party`: of a role. `doubt`: how
    unsure of a party that syntax gave, and `instead`: how sure of another, for that to take its place. `propose`: of an act
    and its type where no frame fires; `alone`: where one of its sides is unknown besides. `before`: of a role that only a
    sentence before tells of. `other`: how far an act of any type backs a frame whose type the labels do not see.
    """

    act: Share
    party: Share
    doubt: Share
    instead: Share
    propose: Share
    alone: Share
    before: Share
    other: Share


class ConfidenceWeights(Knowledge):
    """What `confidence.yaml` holds.

    `weights`: log-odds that each sign adds. `labels`: how sure the labeller must be. An act that no frame reads has its
    type's general code in `cameo`, and parties in `slots`.
    `precision`: the least confidence of a report at each setting.
    """

    weights: dict[Sign, float]
    labels: LabelThresholds
    cameo: dict[PLOVER, str]
    slots: dict[Literal["source", "target"], tuple[str, ...]]
    precision: dict[Literal["low", "default", "high"], Share]

    def least(self, precision: Literal["low", "default", "high"] | float) -> float:
        """The least confidence of a report that is kept at this setting."""
        return self.precision[precision] if isinstance(precision, str) else precision


def load_confidence(folder: Path | None = None) -> ConfidenceWeights:
    """The weights; a user's file replaces the shipped one. Raises `OntologyError`."""
    return load_whole("confidence", ConfidenceWeights, folder)
