"""From reports to events: which reports tell of one event, which plan announced it, and the event's record.

Resolution is a function of the reports alone: keys bring pairs together (`keys.py`), one scorer weighs them
(`evidence.py`), groups are formed within the parts of the graph that hang together (`grouping.py`). Whoever keeps the
keys and the parts can therefore take in a new report by looking at what it touches (`store/resolution.py`).
"""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from dragoman.ontology.frames import load_event_types
from dragoman.ontology.inflection import load_irregular
from dragoman.ontology.same_event import Rule, load_same_event, word_documents
from dragoman.stories.acts import Acts
from dragoman.stories.evidence import Scorer, Verdict
from dragoman.stories.grouping import Grouping, Pair, components, paired
from dragoman.stories.keys import MOST, report_keys
from dragoman.stories.occasions import Occasions
from dragoman.stories.sketch import ArticleSketch, ReportSketch, Sketcher
from dragoman.stories.words import Words

VERSION = 6
"""Rises whenever the same reports may give other events."""


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the graph: its reports in groups, one an event, and which plan announces which deed, with the weight."""

    groups: tuple[tuple[str, ...], ...]
    announced: tuple[tuple[str, str, float], ...]

    @property
    def id(self) -> str:
        """The smallest id of its reports."""
        return min(group[0] for group in self.groups)


class Resolver:
    """The knowledge, the words and the scorer together."""

    def __init__(self, rule: Rule = "default", ontology: Path | None = None) -> None:
        knowledge = load_same_event(ontology)
        symmetric = [name for name, kind in load_event_types().items() if kind.symmetric]
        self.words = Words(knowledge, word_documents())
        self.acts = Acts(knowledge, load_irregular(ontology), self.words)
        self.sketcher = Sketcher(knowledge, self.words, self.acts)
        self.occasions = Occasions(knowledge, self.words)
        self.scorer = Scorer(knowledge, symmetric, self.words, rule)

    def keys(self, report: ReportSketch, page: ArticleSketch) -> frozenset[int]:
        """The keys under which a report meets others."""
        return report_keys(report, page, self.scorer)

    def weigh(self, one: ReportSketch, other: ReportSketch, pages: Mapping[str, ArticleSketch]) -> Verdict:
        """The verdict on two reports."""
        return self.scorer.weigh(one, other, pages[one.article], pages[other.article])

    def joined(
        self,
        pairs: Iterable[Pair],
        reports: Mapping[str, ReportSketch],
        pages: Mapping[str, ArticleSketch],
    ) -> dict[Pair, Verdict]:
        """The verdicts of the pairs that are one event, or plan and deed."""
        found = {}
        for one, other in pairs:
            if self.scorer.hopeless(reports[one], reports[other]):
                continue
            verdict = self.weigh(reports[one], reports[other], pages)
            if verdict.relation != "apart":
                # There may be millions: the evidence is weighed again for who asks.
                found[one, other] = replace(verdict, evidence=())
        return found

    def parts(
        self,
        verdicts: Mapping[Pair, Verdict],
        reports: Mapping[str, ReportSketch],
        pages: Mapping[str, ArticleSketch],
    ) -> Iterator[Part]:
        """The parts of the graph and the groups within each."""
        of = {}
        whole = components(reports, verdicts)
        for number, members in enumerate(whole):
            of.update(dict.fromkeys(members, number))
        within: defaultdict[int, dict[Pair, Verdict]] = defaultdict(dict)
        for pair, verdict in verdicts.items():
            within[of[pair[0]]][pair] = verdict

        def weigh(one: str, other: str) -> Verdict:
            return self.weigh(reports[one], reports[other], pages)

        for number, members in enumerate(whole):
            if len(members) == 1:
                yield Part((members,), ())
                continue
            sketches = {report: reports[report] for report in members}
            grouped = Grouping(sketches, within[number], weigh, self.scorer.knowledge.ambiguous).grouped()
            yield Part(grouped.groups, grouped.announced)

    def resolve(self, reports: Iterable[ReportSketch], pages: Iterable[ArticleSketch]) -> list[Part]:
        """All reports at once, in memory."""
        told = {report.id: report for report in reports}
        articles = {page.id: page for page in pages}
        keyed = ((report.id, self.keys(report, articles[report.article])) for report in told.values())
        verdicts = self.joined(paired(blocks(keyed, MOST)), told, articles)
        return list(self.parts(verdicts, told, articles))


def blocks(keyed: Iterable[tuple[str, Iterable[int]]], most: int) -> Iterator[list[str]]:
    """The items that share each key, where two do and no more than `most`."""
    items: list[str] = []
    keys, owners = array("q"), array("q")
    for item, its in keyed:
        for key in its:
            keys.append(key)
            owners.append(len(items))
        items.append(item)
    order = np.argsort(np.frombuffer(keys, np.int64), kind="stable") if keys else np.zeros(0, np.int64)
    found = np.frombuffer(keys, np.int64)[order] if keys else order
    starts = np.flatnonzero(np.diff(found, prepend=found[:1] - 1))
    sizes = np.diff(starts, append=len(found))
    for start, size in zip(starts[(sizes > 1) & (sizes <= most)], sizes[(sizes > 1) & (sizes <= most)], strict=True):
        yield [items[owners[at]] for at in order[start : start + size]]
