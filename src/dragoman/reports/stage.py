"""The stage that codes reports: marked documents in, everything that an article gave out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from dragoman.mentions.marked import MarkedDocument
from dragoman.records import Coding, Drop
from dragoman.reports.coder import STAGE, Coder
from dragoman.reports.knowledge import Knowledge, load_knowledge
from dragoman.reports.labeller.labels import Labeller
from dragoman.reports.positions.find import find_positions
from dragoman.reports.positions.issues import IssueReader
from dragoman.reports.positions.knowledge import StanceKnowledge, load_stance_knowledge
from dragoman.reports.quotes.topics import with_topics
from dragoman.settings import Settings
from dragoman.stage import guarded


@dataclass(frozen=True)
class ReportStage:
    """`MarkedDocument`s in, `Coding`s out. What is left uncoded stands in `Coding.left_out` with its reason."""

    settings: Settings = field(default_factory=Settings)
    name: str = STAGE
    version: int = 8
    needs: type[Any] = MarkedDocument
    gives: type[Any] = Coding

    @cached_property
    def _knowledge(self) -> Knowledge:
        return load_knowledge(self.settings.ontology)

    @cached_property
    def _labeller(self) -> Labeller:
        return Labeller()

    @cached_property
    def _stances(self) -> StanceKnowledge:
        return load_stance_knowledge(self._knowledge, self.settings.ontology)

    def run(self, items: Iterator[MarkedDocument]) -> Iterator[Coding | Drop]:
        """Code each document by itself; a document that cannot be coded becomes a drop that names the fault."""
        for marked in items:
            yield guarded(self.name, self._coded, marked, _page)

    def _coded(self, marked: MarkedDocument) -> Coding:
        least = self._knowledge.confidence.least(self.settings.precision)
        coder = Coder(marked, self._knowledge, self._labeller, least)
        reports = coder.reports()
        issues = IssueReader(coder.reader, self._stances.issues)
        quotes = tuple(with_topics(coder.attribution.finder.quotes(), coder.reader, issues))
        positions = find_positions(coder, self._stances, quotes, issues)
        article = marked.document.article
        return Coding(article, marked.actors, marked.dates, marked.places, reports, tuple(coder.drops), quotes, positions)


def _page(marked: MarkedDocument) -> tuple[str, str]:
    return marked.document.article.page, marked.document.article.page_id
