"""The reader of the archive. Every list is a stream: memory does not grow with the archive."""

from __future__ import annotations

import re
import sqlite3
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import replace
from difflib import get_close_matches
from typing import TypeVar

from dragoman.query import changes, conditions, fetch, lineage
from dragoman.query.compare import compared
from dragoman.query.conditions import Where
from dragoman.query.dyads import SO, DyadCount, Period, dyad_counts
from dragoman.query.explain import Explanation, explain
from dragoman.query.filters import Filter
from dragoman.query.views import (
    ActorCount,
    Change,
    ListedArticle,
    ListedStory,
    ToldDifference,
    ToldEvent,
    ToldLineage,
    ToldPosition,
    ToldQuote,
    ToldReport,
)
from dragoman.records import Annotation, Drop, Event, Position, Quote, Report
from dragoman.store import rows
from dragoman.store.archive import Archive
from dragoman.store.connect import plain_errors

CHUNK = 256
"""Records read at a time."""
EVERYTHING = Filter()
NO_LIMIT = -1
NEAR = 5
LIKENESS = 0.75
"""How alike (0 to 1) two spellings are from which on one may be meant by the other."""
"""Names suggested for one that is not known."""

Record = TypeVar("Record")

_REPORTS = "report JOIN article ON article.id = report.article JOIN page ON page.id = article.page"
_QUOTES = "quote JOIN article ON article.id = quote.article JOIN page ON page.id = article.page"
_POSITIONS = "position JOIN article ON article.id = position.article JOIN page ON page.id = article.page"
_ARTICLES = "article JOIN page ON page.id = article.page"
_PLACE_IN_PAGE = """(
    SELECT article.page || printf(' %09d', report.evidence_start)
    FROM event_report JOIN report ON report.id = event_report.report JOIN article ON article.id = report.article
    WHERE event_report.event = event.id AND event_report.number = 0
)"""
_BY_DATE = (
    "event.date_start IS NULL, event.date_start, event.date_end, "
    f"event.first_reported IS NULL, event.first_reported, {_PLACE_IN_PAGE}, event.id"
)
_BY_IMPORTANCE = (
    "n_independent_sources + 0.5 * n_articles + 0.25 * n_reports + 2 * (status IN ('happened', 'ongoing')) "
    "+ (date_start IS NOT NULL) + 0.5 * (SELECT count(*) FROM event_link WHERE event_link.of_event = event.id) DESC, "
    "event.id"
)
"""Independent sources above all; then whether it is so, whether its day is known, and what hangs on it."""
_BY_PAGE = "page.name, article.id"

_SAME_ACTOR = "ifnull(actor_id, 'unnamed ' || type || ' ' || ifnull(country, ''))"
_ACTORS = f"""
    WITH seen AS (
        SELECT {_SAME_ACTOR} AS who, actor_id,
            CASE WHEN actor_id IS NOT NULL THEN max(name) END AS name, max(type) AS type, max(mention.country) AS country,
            max(sector) AS sector, count(*) AS mentions, count(DISTINCT mention.article) AS articles,
            min(published_start) AS first_seen, max(published_end) AS last_seen
        FROM mention JOIN article ON article.id = mention.article WHERE {{mentions}} GROUP BY who
    ), acts AS (
        SELECT {_SAME_ACTOR} AS who, sum(role = 'source') AS source, sum(role = 'target') AS target,
            sum(role = 'other') AS other
        FROM report_actor WHERE report IN (SELECT report.id FROM {_REPORTS} WHERE {{reports}}) GROUP BY who
    )
    SELECT actor_id, name, type, country, sector, mentions, articles,
        ifnull(source, 0), ifnull(target, 0), ifnull(other, 0), first_seen, last_seen
    FROM seen LEFT JOIN acts USING (who) ORDER BY mentions DESC, who LIMIT ?
"""


class Query:
    """Questions to one archive. Each answer is of one moment, also while another process writes."""

    def __init__(self, archive: Archive) -> None:
        self._archive = archive
        self._connection = archive.connection
        self._open_answers = 0

    def events(self, wanted: Filter = EVERYTHING, limit: int | None = None) -> Iterator[Event]:
        """Events by date; those without one last, by the date of the page and in its order."""
        return self._stream("event.id", "event", conditions.events(wanted), _BY_DATE, limit, fetch.plain_events)

    def told_events(self, wanted: Filter = EVERYTHING, limit: int | None = None) -> Iterator[ToldEvent]:
        """Events by date, those without one last, each with the words that tell of it."""
        return self.timeline((), wanted, limit)

    def timeline(self, parties: Sequence[str], wanted: Filter = EVERYTHING, limit: int | None = None) -> Iterator[ToldEvent]:
        """Events in which each of the parties takes part, by date, those without one last."""
        where = conditions.events(wanted, parties)
        return self._stream("event.id", "event", where, _BY_DATE, limit, fetch.events)

    def most_important(self, parties: Sequence[str], wanted: Filter, most: int) -> Iterator[ToldEvent]:
        """So many events of a timeline, those that most independent sources tell first chosen, then in the order of time."""
        where = conditions.events(wanted, parties)
        chosen = f"SELECT event.id FROM event WHERE {where.sql} ORDER BY {_BY_IMPORTANCE} LIMIT ?"
        within = Where([f"event.id IN ({chosen})"], [*where.values, most])
        return self._stream("event.id", "event", within, _BY_DATE, None, fetch.events)

    def stories(self, wanted: Filter = EVERYTHING, limit: int | None = None) -> Iterator[ListedStory]:
        """Stories that hold an article which the filter lets through, by day of publication, the undated last."""
        articles = conditions.articles(wanted)
        holds = "SELECT story FROM story_article JOIN article ON article.id = story_article.article"
        where = Where([f"story.id IN ({holds} WHERE {articles.sql})"], articles.values)
        order = "first_published IS NULL, first_published, story.id"
        return self._stream("story.id", "story", where, order, limit, fetch.stories)

    def dyads(self, period: Period, wanted: Filter, left_out: Counter[str]) -> Iterator[DyadCount]:
        """Counts of events by ordered pair of states and period; what cannot be counted is noted in `left_out`.

        Events that did not happen count only where the filter asks for their status.
        """
        # Imported only when asked for: the schemas take longer to build than most queries to answer.
        from dragoman.ontology.frames import load_event_types

        types = load_event_types()
        quads = {name: kind.quad for name, kind in types.items()}
        symmetric = frozenset(name for name, kind in types.items() if kind.symmetric)
        counted = wanted if wanted.status else replace(wanted, status=SO)
        return dyad_counts(self.events(counted), period, quads, symmetric, left_out)

    def undated(self, parties: Sequence[str], wanted: Filter) -> int:
        """How many events a filter by date leaves out because nobody knows when they happened."""
        where = conditions.events(replace(wanted, since=None, until=None), parties)
        query = f"SELECT count(*) FROM event WHERE event.date_start IS NULL AND {where.sql}"
        with self._answer():
            return int(self._connection.execute(query, where.values).fetchone()[0])

    def reports(self, wanted: Filter = EVERYTHING, limit: int | None = None) -> Iterator[Report]:
        """Reports by page, in the order of the text."""
        return (told.report for told in self.told_reports(wanted, limit))

    def told_reports(self, wanted: Filter = EVERYTHING, limit: int | None = None) -> Iterator[ToldReport]:
        """Reports by page, in the order of the text, each with what identifies its article."""
        order = f"{_BY_PAGE}, report.number"
        return self._stream("report.id", _REPORTS, conditions.reports(wanted), order, limit, fetch.reports)

    def quotes(self, wanted: Filter = EVERYTHING, limit: int | None = None) -> Iterator[Quote]:
        """Quotes by page, in the order of the text."""
        return (told.quote for told in self.told_quotes(wanted, limit))

    def told_quotes(self, wanted: Filter = EVERYTHING, limit: int | None = None) -> Iterator[ToldQuote]:
        """Quotes by page, in the order of the text, each with what identifies its article."""
        order = f"{_BY_PAGE}, quote.number"
        return self._stream("quote.id", _QUOTES, conditions.quotes(wanted), order, limit, fetch.quotes)

    def positions(self, wanted: Filter = EVERYTHING, limit: int | None = None) -> Iterator[Position]:
        """Positions by page, in the order of the text."""
        return (told.position for told in self.told_positions(wanted, limit))

    def told_positions(self, wanted: Filter = EVERYTHING, limit: int | None = None) -> Iterator[ToldPosition]:
        """Positions by page, in the order of the text, each with what identifies its article."""
        order = f"{_BY_PAGE}, position.number"
        return self._stream("position.id", _POSITIONS, conditions.positions(wanted), order, limit, fetch.positions)

    def changes(self, wanted: Filter = EVERYTHING) -> Iterator[Change]:
        """Where a holder's stand on an issue changed sides from one day to a later one, by issue, holder and day."""
        where = conditions.positions(wanted)
        return changes.changes(self._stream("position.id", _POSITIONS, where, changes.ORDER, None, fetch.positions))

    def articles(self, wanted: Filter = EVERYTHING, limit: int | None = None) -> Iterator[ListedArticle]:
        """Articles by page, with their text."""
        return self._stream("article.id", _ARTICLES, conditions.articles(wanted), _BY_PAGE, limit, fetch.articles)

    def lineage(self, wanted: Filter = EVERYTHING, limit: int | None = None) -> Iterator[ToldLineage]:
        """Which article was made from which, by page; pairs of which either article is wanted."""
        where = lineage.wanted(wanted)
        return self._stream("lineage.id", lineage.TABLES, where, lineage.ORDER, limit, lineage.lineages)

    def compare(self, one: str, other: str | None = None) -> Iterator[ToldDifference]:
        """What the second article kept, dropped, added or altered of the first; of an event, how its tellings differ.

        Articles by id, beginning of an id, or name of the page. Raises `QueryError` where there is none such.
        """
        with self._answer():
            yield from compared(self._connection, one, other)

    def annotations(self, page: str) -> Iterator[Annotation]:
        """What was read on the pages of a name, before anything was coded."""
        where = Where(["page.name = ?"], [page])
        for listed in self._stream("article.id", _ARTICLES, where, _BY_PAGE, None, fetch.articles):
            with self._answer():
                yield fetch.annotation(self._connection, listed.article)

    def actors(self, wanted: Filter = EVERYTHING, limit: int | None = None) -> Iterator[ActorCount]:
        """Actors by number of mentions, counted over the articles and reports that the filter lets through."""
        mentions, reports = conditions.actors(wanted), conditions.reports(wanted)
        query = _ACTORS.format(mentions=mentions.sql, reports=reports.sql)
        values = [*mentions.values, *reports.values, NO_LIMIT if limit is None else limit]
        with self._answer():
            for row in self._connection.execute(query, values):
                actor = ActorCount(*row)
                yield replace(actor, examples=fetch.actor_examples(self._connection, actor))

    def drops(self, limit: int | None = None) -> Iterator[Drop]:
        """What was left out, by page and place."""
        query = (
            f"SELECT {', '.join(rows.DROP_COLUMNS)} FROM dropped ORDER BY page_name, span_start, stage, reason, id LIMIT ?"
        )
        with self._answer():
            yield from map(rows.drop_from, self._connection.execute(query, [NO_LIMIT if limit is None else limit]))

    def knows(self, who: str) -> bool:
        """Whether the archive has met anybody of this id, name or country."""
        with self._answer():
            return self._connection.execute(*conditions.known_actors((who,))).fetchone() is not None

    def near(self, who: str) -> list[str]:
        """Names that hold these words or are spelt nearly so, with their ids: what may have been meant."""
        query = f"SELECT DISTINCT name, id FROM actor WHERE name LIKE ? ESCAPE '!' ORDER BY length(name), name LIMIT {NEAR}"
        escaped = re.sub("([%_!])", r"!\1", who)
        with self._answer():
            holding = [f"{name} ({actor})" for name, actor in self._connection.execute(query, [f"%{escaped}%"])]
            if holding:
                return holding
            named = self._connection.execute("SELECT name, id FROM actor WHERE id <> '' AND name <> ''")
            return _alike(who, {f"{name} ({actor})": name for name, actor in named})

    def near_outlets(self, name: str) -> list[str]:
        """Outlets of this archive that a name may have meant; the name alone where there is one."""
        with self._answer():
            names = [row[0] for row in self._connection.execute("SELECT DISTINCT outlet FROM article WHERE outlet <> ''")]
        same = [known for known in names if known.casefold() == name.casefold()]
        holding = sorted(known for known in names if name.casefold() in known.casefold())
        return same or holding[:NEAR] or _alike(name, {known: known for known in names})

    def near_issues(self, words: str) -> list[str]:
        """Issues of this archive's positions, nearest first, that words which name none may have meant."""
        with self._answer():
            found = self._connection.execute("SELECT DISTINCT issue FROM position WHERE issue <> ''")
            return _alike(words, {row[0]: row[0] for row in found})

    def explain(self, wanted: str, against: str | None = None) -> Explanation:
        """The words and rules behind an id (or the only one that begins so), a page's name, or `ARTICLE:OFFSET`.

        `against`: the id of another event or report: why the two are not one.

        Raises `QueryError` where there is none, or several.
        """
        with self._answer():
            return explain(self._connection, wanted, against)

    def _stream(
        self,
        key: str,
        tables: str,
        where: Where,
        order: str,
        limit: int | None,
        fetched: Callable[[sqlite3.Connection, Sequence[str]], list[Record]],
    ) -> Iterator[Record]:
        """Ids in order first, for they are short; then the records, a chunk at a time."""
        query = f"SELECT {key} FROM {tables} WHERE {where.sql} ORDER BY {order} LIMIT ?"
        with self._answer():
            keys = self._connection.execute(query, [*where.values, NO_LIMIT if limit is None else limit])
            while chunk := [row[0] for row in keys.fetchmany(CHUNK)]:
                yield from fetched(self._connection, chunk)

    @contextmanager
    def _answer(self) -> Iterator[None]:
        """One read transaction around all answers that are being given, so that they see the archive of one moment."""
        with plain_errors(self._archive.path):
            if self._open_answers == 0:
                self._connection.execute("BEGIN")
            self._open_answers += 1
            try:
                yield
            finally:
                self._open_answers -= 1
                if self._open_answers == 0:
                    # An answer that was not read to the end may outlive the open archive; nothing is left to end then.
                    with suppress(sqlite3.ProgrammingError):
                        self._connection.execute("COMMIT")


def _alike(wanted: str, named: Mapping[str, str]) -> list[str]:
    """The keys of names that are spelt like the words wanted, as a whole or in one of their words, best first."""
    spelt: dict[str, list[str]] = {}
    for key, name in named.items():
        for form in {name.casefold(), *name.casefold().replace("-", " ").split()}:
            spelt.setdefault(form, []).append(key)
    close = get_close_matches(wanted.casefold(), spelt, n=NEAR, cutoff=LIKENESS)
    return list(dict.fromkeys(key for form in close for key in sorted(spelt[form])))[:NEAR]
