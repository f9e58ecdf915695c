"""What an evaluation gives: the scores of one public test set, and every prediction so that anyone can score again."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Protocol

from dragoman.settings import Settings


@dataclass(frozen=True, slots=True)
class Evaluation:
    """Scores of one set. `scores` are fractions or counts by name; `predictions` are rows for JSONL; `notes` say how."""

    set: str
    path: str
    scores: Mapping[str, float]
    predictions: Sequence[Mapping[str, Any]] = ()
    notes: Sequence[str] = ()
    tables: Mapping[str, Sequence[Sequence[str]]] = field(default_factory=dict)


class Evaluator(Protocol):
    """Scores one test set at `path` (a file or folder); raises `EvaluationError` where it is missing or malformed."""

    def __call__(self, path: Path, settings: Settings) -> Evaluation:
        """Read, predict, compare."""
        ...


def f1(true_positive: float, predicted: float, gold: float) -> tuple[float, float, float]:
    """Precision, recall and F1; 0 where undefined."""
    precision = true_positive / predicted if predicted else 0.0
    recall = true_positive / gold if gold else 0.0
    both = precision + recall
    return precision, recall, (2 * precision * recall / both if both else 0.0)
