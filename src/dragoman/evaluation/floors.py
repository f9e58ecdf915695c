"""Floors under the scores of the public test sets: they only rise.

`floors.yaml` beside this file lists each set that `scripts/evaluate` runs: where it lies under the folder of test sets, and
the least that each score may be. A score may also have a ceiling (wrong codings, for instance): `at_most`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import yaml
from pydantic import Field

from dragoman.evaluation.base import Evaluation
from dragoman.ontology.load import Knowledge

FLOORS = Path(__file__).parent / "floors.yaml"
TOLERANCE = 0.0005
"""Scores are compared as they are printed, to three digits: another processor may round one prediction otherwise."""


class MeasuredSet(Knowledge):
    """One test set: `id` names this row, `set` the evaluator, `path` the data, `options` further paths that it needs.

    Paths are below the folder of test sets, or below the checkout where the set is `ours`.
    """

    id: str
    set: str
    path: str
    ours: bool = False
    options: dict[str, str] = Field(default_factory=dict)
    floors: dict[str, float] = Field(default_factory=dict)
    at_most: dict[str, float] = Field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Verdict:
    """One score against its bound."""

    id: str
    score: str
    value: float | None
    bound: float
    upper: bool

    @property
    def holds(self) -> bool:
        """Whether the score is there and keeps to its bound."""
        if self.value is None:
            return False
        return self.value <= self.bound + TOLERANCE if self.upper else self.value >= self.bound - TOLERANCE

    def __str__(self) -> str:
        """One line for a person."""
        value = "missing" if self.value is None else f"{self.value:.3f}"
        return f"{self.id}: {self.score} is {value}, {'at most' if self.upper else 'at least'} {self.bound:.3f} is wanted"


def measured_sets(path: Path = FLOORS) -> tuple[MeasuredSet, ...]:
    """The sets of `floors.yaml`, in its order."""
    return tuple(MeasuredSet.model_validate(row) for row in yaml.safe_load(path.read_text("utf-8")))


def verdicts(measured: MeasuredSet, evaluation: Evaluation) -> Iterator[Verdict]:
    """Each bound of a set against what was measured."""
    yield from _compare(measured.id, measured.floors, evaluation, upper=False)
    yield from _compare(measured.id, measured.at_most, evaluation, upper=True)


def _compare(name: str, bounds: Mapping[str, float], evaluation: Evaluation, *, upper: bool) -> Iterator[Verdict]:
    for score, bound in bounds.items():
        yield Verdict(name, score, evaluation.scores.get(score), bound, upper)
