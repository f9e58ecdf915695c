"""ECB+."""
from pathlib import Path

from dragoman.evaluation.base import Evaluation
from dragoman.settings import Settings


def evaluate(path: Path, settings: Settings) -> Evaluation:
    """Score."""
    raise NotImplementedError
