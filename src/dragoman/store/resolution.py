"""Keeps events and stories up to date with what is stored: new articles are taken in by looking at what they touch.

Events are resolved in the transaction that stores a batch, so an archive always holds the events of exactly its reports,
wherever a run is killed; stories are told at the end of a run, or of the next. `docs/decisions/0132-touched-parts.md`.
"""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from dragoman.records import Actor, Event
from dragoman.store import rows
from dragoman.store.batch import RESOLVED
from dragoman.store.rows import Row
from dragoman.store.touched import Graph, chunks, marks
from dragoman.stories import keys, occasions
from dragoman.stories.events import Telling, event
from dragoman.stories.evidence import Verdict
from dragoman.stories.grouping import Pair
from dragoman.stories.links import Link, within_article
from dragoman.stories.resolver import Part, Resolver
from dragoman.stories.sketch import ArticleSketch, ReportSketch
from dragoman.stories.tales import Headed, Story, story

REMEMBERED = 100_000
"""Sketches of articles and of reports kept in memory between batches."""


class Resolution:
    """Resolves what one connection stores. Sketches are remembered: they are made from content alone."""

    def __init__(self, connection: sqlite3.Connection, resolver: Resolver) -> None:
        self._connection, self._resolver = connection, resolver
        self._reports = Graph(connection, "report", keys.MOST)
        self._articles = Graph(connection, "article", occasions.MOST)
        self._pages: dict[str, ArticleSketch] = {}
        self._told: dict[str, ReportSketch] = {}

    def forget(self, pages: Sequence[str]) -> set[str]:
        """The reports to resolve again because these pages go; their events and their articles' stories are taken out."""
        gone = self._ids("SELECT id FROM article WHERE page IN ({marks})", pages)
        told = self._ids("SELECT id FROM report WHERE article IN ({marks})", sorted(gone))
        articles = self._articles.with_parts(gone) | self._articles.freed_by(sorted(gone))
        reports = self._reports.with_parts(told) | self._reports.freed_by(sorted(told))
        self._take_out(reports, articles)
        for item in gone:
            self._pages.pop(item, None)
        for item in told:
            self._told.pop(item, None)
        return reports - told

    def take_in(self, reports: Iterable[str], again: set[str]) -> None:
        """Resolve new reports, and those that must be looked at `again`."""
        self._take_reports(sorted(reports), again)

    def tell_stories(self) -> None:
        """Put every article without a story into one, and look again at the stories that it touches.

        Stories hang together more widely than events, so this is done once for a run, not with every batch.
        """
        without = "SELECT id FROM article WHERE id NOT IN (SELECT article FROM story_article)"
        pending = {row[0] for row in self._connection.execute(without)}
        unknown = "SELECT id FROM article WHERE key NOT IN (SELECT article FROM article_part)"
        new = sorted(row[0] for row in self._connection.execute(unknown))
        if pending:
            self._take_articles(new, pending)

    def anew(self) -> None:
        """Resolve everything again, as after a change of the rule."""
        for table in ("event", "report_link", "report_key", "report_part", "story", "article_key", "article_part"):
            self._connection.execute(f"DELETE FROM {table}")
        self.take_in([row[0] for row in self._connection.execute("SELECT id FROM report")], set())
        self.tell_stories()

    def _take_articles(self, new: Sequence[str], again: set[str]) -> None:
        sketches = self._page_sketches(new)
        self._articles.add({article: self._resolver.occasions.keys(sketches[article]) for article in new})
        start = {*new, *again, *self._articles.crowded_by(new)}
        seen, alike = self._articles.touched(
            start, lambda pairs: self._resolver.occasions.joined(pairs, self._page_sketches(_items(pairs)))
        )
        self._take_out(set(), seen)
        pages = self._page_sketches(sorted(seen))
        found: list[Story] = []
        within = _by_item(alike)
        for members in self._articles.part(seen, alike):
            pairs = {pair: value for member in members for pair, value in within.get(member, ())}
            groups = self._resolver.occasions.stories(members, pairs, pages)
            found.extend(story([(pages[article], self._headed(article)) for article in group]) for group in groups)
        self._write("story", (_story_row(one) for one in found))
        self._write("story_article", ((one.id, n, article) for one in found for n, article in enumerate(one.articles)))

    def _take_reports(self, new: Sequence[str], again: set[str]) -> None:
        sketches = self._report_sketches(new)
        pages = self._page_sketches(sorted({sketch.article for sketch in sketches.values()}))
        self._reports.add({report: self._resolver.keys(sketches[report], pages[sketches[report].article]) for report in new})
        self._link_within(sketches, pages)
        start = {*new, *again, *self._reports.crowded_by(new)}
        seen, verdicts = self._reports.touched(start, self._joined)
        self._take_out(seen, set())
        sketches = self._report_sketches(sorted(seen))
        pages = self._page_sketches(sorted({sketch.article for sketch in sketches.values()}))
        parts = list(self._resolver.parts(verdicts, sketches, pages))
        for _ in self._reports.part(seen, verdicts):
            pass
        self._write_events(parts)
        self._write_announced(parts)

    def _joined(self, pairs: Sequence[Pair]) -> Mapping[Pair, Verdict]:
        told = self._report_sketches(_items(pairs))
        pages = self._page_sketches(sorted({sketch.article for sketch in told.values()}))
        return self._resolver.joined(pairs, told, pages)

    def _link_within(self, sketches: Mapping[str, ReportSketch], pages: Mapping[str, ArticleSketch]) -> None:
        """Links that one article alone tells of."""
        by_article: defaultdict[str, list[ReportSketch]] = defaultdict(list)
        for sketch in sketches.values():
            by_article[sketch.article].append(sketch)
        for article, told in by_article.items():
            self._write("report_link", map(_link_row, within_article(told, pages[article], self._resolver.scorer)))

    def _write_announced(self, parts: Iterable[Part]) -> None:
        links = (
            Link(plan, "announces", deed, weight, "evidence of one event")
            for part in parts
            for plan, deed, weight in part.announced
        )
        self._write("report_link", map(_link_row, links))

    def _take_out(self, reports: Iterable[str], articles: Iterable[str]) -> None:
        """Remove the events, the announcements and the stories of these."""
        for chunk in chunks(sorted(reports)):
            told = f"SELECT event FROM event_report WHERE report IN ({marks(chunk)})"
            self._connection.execute(f"DELETE FROM event WHERE id IN ({told})", chunk)
            self._connection.execute(
                f"DELETE FROM report_link WHERE kind = 'announces' AND report IN ({marks(chunk)})", chunk
            )
        for chunk in chunks(sorted(articles)):
            told = f"SELECT story FROM story_article WHERE article IN ({marks(chunk)})"
            self._connection.execute(f"DELETE FROM story WHERE id IN ({told})", chunk)

    def _write_events(self, parts: Iterable[Part]) -> None:
        groups = [group for part in parts for group in part.groups]
        for start in range(0, len(groups), EVENTS_AT_A_TIME):
            some = groups[start : start + EVENTS_AT_A_TIME]
            tellings = {one.report.id: one for one in self._tellings(sorted(report for group in some for report in group))}
            made = [event([tellings[report] for report in group]) for group in some]
            self._write("event", map(rows.event_row, made))
            self._write("event_actor", (row for one in made for row in _party_rows(one)))
            self._write("event_report", ((one.id, n, report) for one in made for n, report in enumerate(one.reports)))

    def _write(self, table: str, values: Iterable[Row]) -> None:
        columns = RESOLVED[table]
        self._connection.executemany(f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({marks(columns)})", values)

    def _ids(self, query: str, values: Sequence[str]) -> set[str]:
        found: set[str] = set()
        for chunk in chunks(values):
            found.update(row[0] for row in self._connection.execute(query.format(marks=marks(chunk)), chunk))
        return found

    def _tellings(self, reports: Sequence[str]) -> Iterator[Telling]:
        """The reports with what is known of their articles."""
        for chunk in chunks(reports):
            actors = self._actors(chunk)
            query = (
                "SELECT page.name, article.published_start, article.credit, "
                f"{', '.join(f'report.{column}' for column in rows.REPORT_COLUMNS)} FROM report "
                "JOIN article ON article.id = report.article JOIN page ON page.id = article.page "
                f"WHERE report.id IN ({marks(chunk)})"
            )
            for page, published, credit, *row in self._connection.execute(query, chunk):
                yield Telling(rows.report_from(tuple(row), page, actors[row[0]], None), published, credit)

    def _actors(self, reports: Sequence[object]) -> defaultdict[str, dict[str, tuple[Actor, ...]]]:
        found: defaultdict[str, dict[str, tuple[Actor, ...]]] = defaultdict(dict)
        query = (
            f"SELECT report, role, {', '.join(rows.ACTOR_COLUMNS)} FROM report_actor "
            f"WHERE report IN ({marks(reports)}) ORDER BY report, role, number"
        )
        for report, role, *row in self._connection.execute(query, reports):
            found[report][role] = (*found[report].get(role, ()), rows.actor_from(tuple(row)))
        return found

    def _report_sketches(self, reports: Sequence[str]) -> dict[str, ReportSketch]:
        missing = [report for report in reports if report not in self._told]
        if len(self._told) + len(missing) > REMEMBERED:
            self._told = {report: self._told[report] for report in reports if report in self._told}
        numbers: dict[str, int] = {}
        for chunk in chunks(missing):
            numbers.update(self._connection.execute(f"SELECT id, number FROM report WHERE id IN ({marks(chunk)})", chunk))
        for telling in self._tellings(missing):
            report = telling.report
            self._told[report.id] = self._resolver.sketcher.report(report, numbers[report.id])
        return {report: self._told[report] for report in reports}

    def _page_sketches(self, articles: Sequence[str]) -> dict[str, ArticleSketch]:
        missing = [article for article in articles if article not in self._pages]
        if len(self._pages) + len(missing) > REMEMBERED:
            self._pages = {article: self._pages[article] for article in articles if article in self._pages}
        for chunk in chunks(missing):
            query = (
                "SELECT article.id, article.headline, body, published_start, published_end, "
                "(SELECT max(date_start) FROM date WHERE date.article = article.id AND date_precision = 'day') FROM article "
                f"JOIN article_body ON article_body.key = article.key WHERE article.id IN ({marks(chunk)})"
            )
            for article, *row in self._connection.execute(query, chunk):
                self._pages[article] = self._resolver.sketcher.page(article, *row)
        return {article: self._pages[article] for article in articles}

    def _headed(self, article: str) -> Headed:
        query = "SELECT headline, published_start, published_end FROM article WHERE id = ?"
        return Headed(*self._connection.execute(query, [article]).fetchone())


EVENTS_AT_A_TIME = 2_000


def _items(pairs: Iterable[Pair]) -> list[str]:
    return sorted({item for pair in pairs for item in pair})


def _by_item(verdicts: Mapping[Pair, float]) -> dict[str, list[tuple[Pair, float]]]:
    """Each pair under its first item."""
    found: defaultdict[str, list[tuple[Pair, float]]] = defaultdict(list)
    for pair, value in verdicts.items():
        found[pair[0]].append((pair, value))
    return found


def _link_row(link: Link) -> Row:
    return (link.report, link.kind, link.of, round(link.weight, 6), link.why)


def _party_rows(one: Event) -> Iterator[Row]:
    for role, actors in (("source", one.sources), ("target", one.targets)):
        for number, actor in enumerate(actors):
            yield (one.id, role, number, *rows.actor_row(actor))


def _story_row(one: Story) -> Row:
    words = json.dumps(one.words, ensure_ascii=False)
    return (one.id, one.headline, one.central, one.first_published, one.last_published, len(one.articles), words)
