"""Scores of coreference: MUC, B-cubed and CEAF-e over clusters of mentions, and their mean, the CoNLL F1.

Mentions are any hashable values (spans, as a rule); a mention of the prediction that is none of the gold's simply finds no
partner. Definitions: Vilain et al. 1995; Bagga and Baldwin 1998; Luo 2005 (entity similarity phi-4); Pradhan et al. 2014.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

Cluster = frozenset[Any]
"""Mentions that name the same."""


@dataclass(frozen=True, slots=True)
class Tally:
    """Numerators and denominators of precision and recall; they add up over documents."""

    right_predicted: float = 0.0
    predicted: float = 0.0
    right_gold: float = 0.0
    gold: float = 0.0

    def __add__(self, other: Tally) -> Tally:
        return Tally(
            self.right_predicted + other.right_predicted,
            self.predicted + other.predicted,
            self.right_gold + other.right_gold,
            self.gold + other.gold,
        )

    @property
    def scores(self) -> tuple[float, float, float]:
        """Precision, recall and F1; 0 where undefined."""
        precision = self.right_predicted / self.predicted if self.predicted else 0.0
        recall = self.right_gold / self.gold if self.gold else 0.0
        both = precision + recall
        return precision, recall, (2 * precision * recall / both if both else 0.0)


def muc(gold: Sequence[Cluster], predicted: Sequence[Cluster]) -> Tally:
    """Links that would have to be added to make one side's clusters out of the other's."""
    return Tally(*_links(predicted, gold), *_links(gold, predicted))


def _links(clusters: Sequence[Cluster], others: Sequence[Cluster]) -> tuple[float, float]:
    of = _cluster_of(others)
    right = sum(len(cluster) - _parts(cluster, of) for cluster in clusters)
    return right, sum(len(cluster) - 1 for cluster in clusters)


def _parts(cluster: Cluster, of: Mapping[Any, int]) -> int:
    """Into how many pieces the other side cuts a cluster; each mention that it does not know is one."""
    return len({of[mention] for mention in cluster if mention in of}) + sum(mention not in of for mention in cluster)


def b_cubed(gold: Sequence[Cluster], predicted: Sequence[Cluster]) -> Tally:
    """For each mention the share of its cluster that is right."""
    return Tally(*_shares(predicted, gold), *_shares(gold, predicted))


def _shares(clusters: Sequence[Cluster], others: Sequence[Cluster]) -> tuple[float, float]:
    of = _cluster_of(others)
    right = 0.0
    for cluster in clusters:
        pieces = Counter(of[mention] for mention in cluster if mention in of)
        right += sum(count**2 for count in pieces.values()) / len(cluster)
    return right, float(sum(len(cluster) for cluster in clusters))


def ceaf_e(gold: Sequence[Cluster], predicted: Sequence[Cluster]) -> Tally:
    """The best one-to-one alignment of the clusters, each pair worth twice its overlap over its sizes together."""
    of = _cluster_of(predicted)
    alike = np.zeros((len(gold), len(predicted)))
    for row, cluster in enumerate(gold):
        for column, count in Counter(of[mention] for mention in cluster if mention in of).items():
            alike[row, column] = 2 * count / (len(cluster) + len(predicted[column]))
    total = best_alignment(alike)
    return Tally(total, float(len(predicted)), total, float(len(gold)))


def mentions(gold: Sequence[Cluster], predicted: Sequence[Cluster]) -> Tally:
    """Mentions found, whatever they were taken to be."""
    a, b = set(_cluster_of(gold)), set(_cluster_of(predicted))
    return Tally(len(a & b), len(b), len(a & b), len(a))


def _cluster_of(clusters: Iterable[Cluster]) -> dict[Any, int]:
    return {mention: number for number, cluster in enumerate(clusters) for mention in cluster}


def best_alignment(alike: npt.NDArray[np.float64]) -> float:
    """The greatest sum of a one-to-one choice of rows and columns (the Hungarian method, one row added at a time)."""
    cost = -(alike if alike.shape[0] <= alike.shape[1] else alike.T)
    rows, columns = cost.shape
    if not rows:
        return 0.0
    row_price, column_price = np.zeros(rows + 1), np.zeros(columns + 1)
    owner = np.full(columns + 1, -1)
    for row in range(rows):
        owner[columns] = row
        _augment(cost, row_price, column_price, owner)
    taken = np.flatnonzero(owner[:columns] >= 0)
    return float(-cost[owner[taken], taken].sum())


def _augment(
    cost: npt.NDArray[np.float64],
    row_price: npt.NDArray[np.float64],
    column_price: npt.NDArray[np.float64],
    owner: npt.NDArray[np.intp],
) -> None:
    """Find a column for the row that `owner` holds in its last place, moving other rows along a shortest path."""
    columns = cost.shape[1]
    way = np.full(columns, columns)
    slack, used = np.full(columns, np.inf), np.zeros(columns + 1, bool)
    at = columns
    while owner[at] >= 0:
        used[at] = True
        free = np.flatnonzero(~used[:columns])
        reduced = cost[owner[at], free] - row_price[owner[at]] - column_price[free]
        better = reduced < slack[free]
        slack[free[better]], way[free[better]] = reduced[better], at
        step = int(free[np.argmin(slack[free])])
        delta = slack[step]
        row_price[owner[used]] += delta
        column_price[used] -= delta
        slack[free] -= delta
        at = step
    while at != columns:
        owner[at] = owner[way[at]]
        at = int(way[at])
