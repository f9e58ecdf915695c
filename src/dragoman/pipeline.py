"""The way from pages to the archive: the one ordered table of stages, and what runs them.

    pages -> articles -> documents -> mentions -> reports -> archive

Reading and writing happen in the calling process, coding in worker processes (`workers.py`). A batch is stored whole or
not at all; what the summary and the progress call stored is on disk. Reading the same pages again does nothing, so a run
that was stopped anywhere goes on where it stopped.
"""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from dragoman import __version__
from dragoman.articles.repeats import RepeatedLines, survey
from dragoman.articles.stage import ArticleStage
from dragoman.documents.pipeline import model_fingerprint
from dragoman.documents.stage import DocumentStage
from dragoman.ids import content_id
from dragoman.mentions.stage import MentionStage
from dragoman.ontology.load import ontology_fingerprint
from dragoman.pages.read import NO_FAULT, read_paths
from dragoman.records import Annotation, Article, Coding, Drop, Page
from dragoman.reports.stage import ReportStage
from dragoman.settings import Settings
from dragoman.stage import FAULT, Stage, check_order, through
from dragoman.store.archive import Archive, Stored
from dragoman.stories.resolver import VERSION as RESOLVER
from dragoman.workers import Coded, Workers

BATCH_PAGES = 48
"""Pages coded and stored at a time: enough for full batches of the language model, little enough to lose on a crash."""
BATCH_BYTES = 4_000_000
CODED_LANGUAGES = ("en",)
KEPT_EXAMPLES = 3
"""Pages named in the summary for each reason of leaving something out; the archive has them all."""


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a run is: pages seen and stored so far, pages in all, reports stored."""

    seen: int
    total: int
    stored: int
    reports: int


@dataclass(slots=True)
class Summary:
    """What came in, what came out, what was left out and why. `pages_in` = `stored` + `already` + pages left out.

    `lost` are the pages that a fault took: left out, or stored without being coded.
    """

    pages_in: int = 0
    stored: int = 0
    already: int = 0
    pages_left_out: int = 0
    lost: int = 0
    reports: int = 0
    by_type: Counter[str] = field(default_factory=Counter)
    left_out: Counter[str] = field(default_factory=Counter)
    examples: dict[str, list[str]] = field(default_factory=dict)
    details: dict[str, str] = field(default_factory=dict)
    seconds: float = 0.0
    by_stage: dict[str, float] = field(default_factory=dict)

    @property
    def partly(self) -> bool:
        """Whether pages were lost to faults, so that the run is only partly done. An image in a folder is no fault.

        A run that found no page at all is partly done too: the path was wrong, or holds no news.
        """
        return self.lost > 0 or self.found_nothing

    @property
    def found_nothing(self) -> bool:
        """Whether there was nothing to store."""
        return self.stored == 0 and self.already == 0

    def note(self, drop: Drop) -> None:
        """Count something that was left out, keep the first few as examples and, of pages, what is said of the first."""
        self.left_out[drop.reason] += 1
        shown = self.examples.setdefault(drop.reason, [])
        if len(shown) < KEPT_EXAMPLES and drop.page not in shown:
            shown.append(drop.page)
        if drop.detail and drop.where is None:
            self.details.setdefault(drop.reason, f"{drop.page}: {drop.detail}")


class Coder:
    """All stages, ready to work: loads the language model and the ontology once. One of these lives in each worker."""

    def __init__(self, settings: Settings, repeated: RepeatedLines) -> None:
        self.article_stage = ArticleStage(settings, repeated)
        self.document_stage = DocumentStage(settings)
        self.mention_stage = MentionStage(settings)
        self.report_stage = ReportStage(settings)
        self.seconds: dict[str, float] = {}
        check_order(self.stages)

    @property
    def stages(self) -> tuple[Stage[Any, Any], ...]:
        """The table of stages, in order."""
        return (self.article_stage, self.document_stage, self.mention_stage, self.report_stage)

    def code(self, pages: Sequence[Page]) -> list[Coding | Drop]:
        """Code a batch. An article that could not be coded is kept, with the reason; a page without one is a drop."""
        results: list[Coding | Drop] = []
        codable: list[Article] = []
        for item in self._timed(self.article_stage, pages):
            reason = None if isinstance(item, Drop) else not_coded(item)
            if isinstance(item, Drop):
                results.append(item)
            elif reason:
                results.append(Coding(item, left_out=(Drop("documents", reason, item.page, item.page_id),)))
            else:
                codable.append(item)
        return results + self._coded(codable)

    def annotations(self, pages: Sequence[Page]) -> Iterator[Annotation | Drop]:
        """What was read before anything is coded."""
        for item in through(self.mention_stage, through(self.document_stage, through(self.article_stage, pages))):
            if isinstance(item, Drop):
                yield item
            else:
                article = item.document.article
                yield Annotation(article.page, article, article.body, item.actors, item.dates, item.places)

    def _coded(self, articles: Sequence[Article]) -> list[Coding | Drop]:
        items: Iterable[Any] = articles
        for stage in self.stages[1:]:
            items = self._timed(stage, items)
        by_page = {article.page_id: article for article in articles}
        results: list[Coding | Drop] = []
        for item in items:
            article = by_page.get(item.page_id or "") if isinstance(item, Drop) else None
            results.append(Coding(article, left_out=(item,)) if article else item)
        return results

    def _timed(self, stage: Stage[Any, Any], items: Iterable[Any]) -> list[Any]:
        started = time.perf_counter()
        results = list(through(stage, items))
        _add(self.seconds, {stage.name: time.perf_counter() - started})
        return results


def not_coded(article: Article) -> str | None:
    """Why an article is stored but not coded, or `None`."""
    if article.language not in CODED_LANGUAGES:
        return f"language:{article.language or 'unknown'}"
    if not article.body:
        return "no-body"
    return None


def fingerprint(settings: Settings) -> str:
    """Names everything that a coding depends on besides the page: stages and their versions, model, knowledge, precision."""
    stages = (ArticleStage, DocumentStage, MentionStage, ReportStage)
    versions = " ".join(f"{stage.name}:{stage.version}" for stage in stages)
    return content_id(
        __version__,
        versions,
        model_fingerprint(settings),
        ontology_fingerprint(settings.ontology),
        str(settings.precision),
    )


def read(
    paths: Sequence[Path],
    archive_path: Path,
    settings: Settings,
    progress: Callable[[Progress], None] | None = None,
) -> Summary:
    """Read, code and store the pages under `paths`; returns what came in, what came out and what was left out.

    Raises `ArchiveError` where the archive cannot be used; a bad page is left out with a reason.
    """
    started = time.perf_counter()
    repeated, total = survey(read_paths(paths, settings))
    summary = Summary()
    with Archive.open(archive_path, create=True, ontology=settings.ontology) as archive:
        if archive.resolved_by != RESOLVER or settings.same_event not in (None, archive.same_event):
            archive.resolve(settings.same_event)
        run = _Run(archive, fingerprint(settings), summary, total, progress)
        with Workers(settings.workers, settings, repeated) as workers:
            for coded in workers.code(_batches(run.unknown(read_paths(paths, settings)))):
                run.store(coded)
        run.finish()
        run.relate()
    summary.seconds = time.perf_counter() - started
    return summary


def annotate(paths: Sequence[Path], settings: Settings) -> Iterator[Annotation | Drop]:
    """What is read on the pages before anything is coded; nothing is stored."""
    repeated, _ = survey(read_paths(paths, settings))
    coder = Coder(settings, repeated)
    pages: list[Page] = []
    for item in read_paths(paths, settings):
        if isinstance(item, Drop):
            yield item
        else:
            pages.append(item)
        if len(pages) >= BATCH_PAGES:
            yield from coder.annotations(pages)
            pages = []
    yield from coder.annotations(pages)


class _Run:
    """One run's bookkeeping: what is known already, what was stored, what was left out."""

    def __init__(
        self,
        archive: Archive,
        coded_by: str,
        summary: Summary,
        total: int,
        progress: Callable[[Progress], None] | None,
    ) -> None:
        self.archive, self.coded_by, self.summary = archive, coded_by, summary
        self.total, self.progress = total, progress
        self.unread: list[Drop] = []
        self.number = archive.start_run(__version__, coded_by)

    def unknown(self, pages: Iterable[Page | Drop]) -> Iterator[Page]:
        """The pages that the archive does not hold yet; drops of the readers are noted on the way."""
        for page in pages:
            self.summary.pages_in += 1
            if isinstance(page, Drop):
                self.unread.append(page)
            elif self.archive.has(page.id, self.coded_by):
                self.summary.already += 1
            else:
                yield page

    def store(self, coded: Coded) -> None:
        """Write a batch, then count it: what is counted is on disk."""
        started = time.perf_counter()
        codings = [item for item in coded.codings if isinstance(item, Coding)]
        drops = [item for item in coded.codings if isinstance(item, Drop)] + self._take_unread()
        stored = self.archive.store(codings, drops, self.coded_by, coded.pages)
        self._count(codings, drops, stored)
        _add(self.summary.by_stage, {**coded.seconds, "store": time.perf_counter() - started})
        if self.progress:
            seen = self.summary.stored + self.summary.already + self.summary.pages_left_out
            self.progress(Progress(seen, self.total, self.summary.stored, self.summary.reports))

    def finish(self) -> None:
        """Write what is still open, and how the run ended."""
        self.store(Coded([], {}))
        self.archive.finish_run(
            self.number,
            pages_in=self.summary.pages_in,
            stored=self.summary.stored,
            already=self.summary.already,
            reports=self.summary.reports,
            left_out=self.summary.left_out,
        )

    def relate(self) -> None:
        """Find which articles were made from which and which quotes are one utterance, among all that there is now."""
        started = time.perf_counter()
        self.archive.tell_stories()
        told = time.perf_counter()
        self.archive.relate()
        related = time.perf_counter()
        self.archive.trace()
        _add(
            self.summary.by_stage,
            {"stories": told - started, "lineage": related - told, "utterances": time.perf_counter() - related},
        )

    def _take_unread(self) -> list[Drop]:
        taken, self.unread = self.unread, []
        return taken

    def _count(self, codings: Sequence[Coding], drops: Sequence[Drop], stored: Stored) -> None:
        self.summary.stored += stored.articles
        self.summary.reports += stored.reports.total()
        self.summary.by_type += stored.reports
        self.summary.already += stored.already
        self.summary.pages_left_out += len(drops) + len(stored.refused)
        inside = [drop for coding in codings for drop in coding.left_out]
        self.summary.lost += sum(drop.reason not in NO_FAULT for drop in (*drops, *stored.refused))
        self.summary.lost += sum(drop.reason == FAULT for drop in inside)
        for drop in (*inside, *drops, *stored.refused, *stored.unsound):
            self.summary.note(drop)


def _add(seconds: dict[str, float], more: Mapping[str, float]) -> None:
    for stage, spent in more.items():
        seconds[stage] = seconds.get(stage, 0.0) + spent


def _batches(pages: Iterable[Page]) -> Iterator[list[Page]]:
    batch: list[Page] = []
    size = 0
    for page in pages:
        batch.append(page)
        size += len(page.content)
        if len(batch) >= BATCH_PAGES or size >= BATCH_BYTES:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch
