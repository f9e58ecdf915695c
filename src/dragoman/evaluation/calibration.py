"""How far what is said of being sure is from how often it is right."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

BIN = 50
"""Least answers to a bin: of fewer, chance alone makes a share right that is off by more than what is to be measured."""
BINS = 10


def calibration_error(confidences: Sequence[float], right: Sequence[bool]) -> float:
    """Expected calibration error: mean distance of confidence and share right, over bins of equal size by confidence.

    Ten bins, or fewer of at least 50 answers each. Source: Naeini, Cooper and Hauskrecht 2015, with bins of equal size.
    """
    ranked = sorted(zip(confidences, right, strict=True), key=lambda pair: pair[0])
    count = max(1, min(BINS, len(ranked) // BIN))
    edges = [round(number * len(ranked) / count) for number in range(count + 1)]
    groups = [ranked[first:last] for first, last in pairwise(edges)]
    gaps = (abs(sum(sure for sure, _ in group) - sum(ok for _, ok in group)) for group in groups)
    return sum(gaps) / max(1, len(ranked))
