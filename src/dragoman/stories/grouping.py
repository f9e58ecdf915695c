"""From verdicts on pairs to groups: groups of reports that are one event, whatever the order in which they came.

Pairs are merged in the order of their weight. A pair joins two groups only where their members agree on average and no
member of one is barred from any of the other; dates of a group narrow as it grows, so an undated report is no bridge
between two meetings.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from dragoman.stories.evidence import Verdict
from dragoman.stories.sketch import ReportSketch

Pair = tuple[str, str]
"""Ids of two reports, the smaller first."""


@dataclass(frozen=True, slots=True)
class Grouped:
    """Groups of reports, each in the order of its ids, and the pairs of plan and deed."""

    groups: tuple[tuple[str, ...], ...]
    announced: tuple[tuple[str, str, float], ...]


def components(items: Iterable[str], pairs: Iterable[Pair]) -> list[tuple[str, ...]]:
    """The connected parts of a graph, each in the order of its ids, in the order of their first."""
    parent = {item: item for item in items}

    def root(item: str) -> str:
        while parent[item] != item:
            parent[item] = parent[parent[item]]
            item = parent[item]
        return item

    for pair in pairs:
        one, other = sorted(map(root, pair))
        parent[other] = one
    members: defaultdict[str, list[str]] = defaultdict(list)
    for item in sorted(parent):
        members[root(item)].append(item)
    return [tuple(members[first]) for first in sorted(members)]


def met(sharing: Mapping[int, Sequence[str]], most: int, among: Iterable[str] | None = None) -> Iterator[Pair]:
    """Each pair that shares a key which no more than `most` share. `sharing`: what has each key; `among` as in `paired`."""
    yield from paired((items for items in sharing.values() if 1 < len(items) <= most), among)


def paired(blocks: Iterable[Sequence[str]], among: Iterable[str] | None = None) -> Iterator[Pair]:
    """Each pair of items that stand in one block, once; with `among`, only pairs with one of these."""
    wanted = None if among is None else frozenset(among)
    of: defaultdict[str, list[Sequence[str]]] = defaultdict(list)
    for block in blocks:
        for item in block:
            if wanted is None or item in wanted:
                of[item].append(block)
    for item in sorted(of):
        for other in sorted({other for block in of[item] for other in block if other != item}):
            if item < other or (wanted is not None and other not in wanted):
                yield min(item, other), max(item, other)


class Grouping:
    """Groups the reports of one component. `verdicts`: the pairs that blocking brought together; `weigh` weighs others."""

    def __init__(
        self,
        reports: Mapping[str, ReportSketch],
        verdicts: Mapping[Pair, Verdict],
        weigh: Callable[[str, str], Verdict],
        ambiguous: float,
    ) -> None:
        self._reports, self._verdicts, self._weigh = reports, dict(verdicts), weigh
        self._undecided = _undecided(reports, verdicts, ambiguous)
        self._members = {report: [report] for report in reports}
        self._group = {report: report for report in reports}
        self._days = {report: _days(sketch) for report, sketch in reports.items()}

    def grouped(self) -> Grouped:
        """Merge as far as the evidence goes."""
        for pair in sorted(self._joining(), key=lambda pair: (-self._verdicts[pair].total, pair)):
            one, other = (self._group[report] for report in pair)
            if one != other and self._agree(one, other):
                self._merge(*sorted((one, other)))
        groups = tuple(sorted(tuple(sorted(members)) for members in self._members.values()))
        return Grouped(groups, tuple(self._announced()))

    def _joining(self) -> Iterable[Pair]:
        return [
            pair for pair, verdict in self._verdicts.items() if verdict.relation == "same" and pair not in self._undecided
        ]

    def _agree(self, one: str, other: str) -> bool:
        """Whether no member is barred from another, dates leave room, and the average of all pairs weighed is enough."""
        start, end = _common(self._days[one], self._days[other])
        if start > end:
            return False
        some, others = sorted(self._members[one])[:ASKED], sorted(self._members[other])[:ASKED]
        weighed = [self._verdict((min(a, b), max(a, b))) for a in some for b in others]
        if any(verdict.barrier or verdict.relation == "announces" for verdict in weighed):
            return False
        return math.fsum(verdict.total for verdict in weighed) >= weighed[0].threshold * len(weighed) * SLACK

    def _verdict(self, pair: Pair) -> Verdict:
        """The verdict on a pair, weighed now where blocking passed it by."""
        found = self._verdicts.get(pair)
        if found is None:
            found = self._verdicts[pair] = self._weigh(*pair)
        return found

    def _merge(self, one: str, other: str) -> None:
        self._days[one] = _common(self._days[one], self._days.pop(other))
        for report in self._members[other]:
            self._group[report] = one
        self._members[one] += self._members.pop(other)

    def _announced(self) -> Iterable[tuple[str, str, float]]:
        """Plan, deed and weight of each such pair whose groups' dates agree."""
        for pair, verdict in sorted(self._verdicts.items()):
            if verdict.relation == "announces" and pair not in self._undecided:
                plan, deed = sorted(pair, key=lambda report: self._reports[report].phase != "ahead")
                start, end = _common(self._days[self._group[plan]], self._days[self._group[deed]])
                if start <= end:
                    yield plan, deed, verdict.total


ASKED = 8
"""Members of each group that are asked whether two groups agree."""
SLACK = 0.85
"""Share of the threshold that the average of two groups must reach: some tellings are vaguer than others."""
ALWAYS = (0, 10_000_000)


def _days(report: ReportSketch) -> tuple[int, int]:
    return ALWAYS if report.start is None else (report.start, report.end if report.end is not None else report.start)


def _common(one: tuple[int, int], other: tuple[int, int]) -> tuple[int, int]:
    return max(one[0], other[0]), min(one[1], other[1])


def _undecided(reports: Mapping[str, ReportSketch], verdicts: Mapping[Pair, Verdict], ambiguous: float) -> frozenset[Pair]:
    """Pairs by which a report without a day would join one of several events that fit it nearly as well."""
    rivals: defaultdict[str, list[tuple[float, str]]] = defaultdict(list)
    for pair, verdict in verdicts.items():
        if verdict.relation == "apart":
            continue
        for vague, exact in (pair, pair[::-1]):
            if _vaguer(reports[vague], reports[exact]):
                rivals[vague].append((verdict.total, exact))
    found: set[Pair] = set()
    for vague, fitting in rivals.items():
        best, nearest = max(fitting)
        for total, exact in fitting:
            if _days(reports[exact]) != _days(reports[nearest]) and _apart(reports[exact], reports[nearest]):
                found.add((min(vague, exact), max(vague, exact)))
                if best - total < ambiguous:
                    found.update((min(vague, other), max(vague, other)) for _, other in fitting)
    return frozenset(found)


def _vaguer(vague: ReportSketch, exact: ReportSketch) -> bool:
    if exact.start is None:
        return False
    start, end = _days(vague)
    first, last = _days(exact)
    return end - start > last - first and end - start > 2


def _apart(one: ReportSketch, other: ReportSketch) -> bool:
    start, end = _common(_days(one), _days(other))
    return start > end
