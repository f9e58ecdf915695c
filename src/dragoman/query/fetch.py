"""Reads whole records of the archive by id: a few statements for a chunk of ids, in the order asked for."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Sequence

from dragoman.query.views import (
    ActorCount,
    Head,
    ListedArticle,
    ListedStory,
    Seen,
    ToldEvent,
    ToldPosition,
    ToldQuote,
    ToldReport,
)
from dragoman.records import Actor, Annotation, Article, Coding, Drop, Event, EventLink, Span
from dragoman.store import rows
from dragoman.store.rows import Row

_HEAD = ("article.id", "page.name", "article.url", "outlet", "headline", "language", "credit")
EXAMPLES = 3
"""Ways of naming shown of each actor."""


def reports(connection: sqlite3.Connection, ids: Sequence[str]) -> list[ToldReport]:
    """Reports with the heads of their articles."""
    columns = ", ".join(
        (
            *("event_report.event", *_HEAD),
            *_of("article", rows.PUBLISHED_COLUMNS),
            *_of("report", rows.REPORT_COLUMNS),
        )
    )
    query = (
        f"SELECT {columns} FROM report JOIN article ON article.id = report.article JOIN page ON page.id = article.page "
        f"LEFT JOIN event_report ON event_report.report = report.id WHERE report.id IN ({marks(ids)})"
    )
    actors = _parties(connection, "report_actor", "report", ids)
    found: dict[str, ToldReport] = {}
    for row in connection.execute(query, tuple(ids)):
        head = _head(row[1:])
        report = rows.report_from(row[_RECORD_AT:], head.page, actors[row[_RECORD_AT]], row[0])
        found[report.id] = ToldReport(report, head)
    return [found[report] for report in ids]


def quotes(connection: sqlite3.Connection, ids: Sequence[str]) -> list[ToldQuote]:
    """Quotes with the heads of their articles."""
    published, own = _of("article", rows.PUBLISHED_COLUMNS), _of("quote", rows.QUOTE_COLUMNS)
    query = (
        f"SELECT {', '.join(('utterance.utterance', *_HEAD, *published, *own))} "
        "FROM quote JOIN article ON article.id = quote.article JOIN page ON page.id = article.page "
        f"LEFT JOIN utterance ON utterance.quote = quote.id WHERE quote.id IN ({marks(ids)})"
    )
    actors = _parties(connection, "quote_actor", "quote", ids)
    verbatim: defaultdict[str, list[Row]] = defaultdict(list)
    for quote, *span in _children(connection, "quote_verbatim", "quote", rows.VERBATIM_COLUMNS, ids):
        verbatim[quote].append(tuple(span))
    found: dict[str, ToldQuote] = {}
    for row in connection.execute(query, tuple(ids)):
        head, name = _head(row[1:]), row[_RECORD_AT]
        found[name] = ToldQuote(rows.quote_from(row[_RECORD_AT:], head.page, actors[name], verbatim[name], row[0]), head)
    return [found[quote] for quote in ids]


def positions(connection: sqlite3.Connection, ids: Sequence[str]) -> list[ToldPosition]:
    """Positions with the heads of their articles."""
    published, own = _of("article", rows.PUBLISHED_COLUMNS), _of("position", rows.POSITION_COLUMNS)
    query = (
        f"SELECT {', '.join((*_HEAD, *published, *own))} "
        "FROM position JOIN article ON article.id = position.article JOIN page ON page.id = article.page "
        f"WHERE position.id IN ({marks(ids)})"
    )
    actors = _parties(connection, "position_actor", "position", ids)
    found: dict[str, ToldPosition] = {}
    for row in connection.execute(query, tuple(ids)):
        head, own_row = _head(row), row[_RECORD_AT - 1 :]
        found[own_row[0]] = ToldPosition(rows.position_from(own_row, head.page, actors[own_row[0]]), head)
    return [found[position] for position in ids]


def events(connection: sqlite3.Connection, ids: Sequence[str]) -> list[ToldEvent]:
    """Events with the first of their tellings."""
    tellings = defaultdict(list)
    for event, report in _children(connection, "event_report", "event", ("report",), ids):
        tellings[event].append(report)
    first = {told.report.event: told for told in reports(connection, [tellings[event][0] for event in ids])}
    return [ToldEvent(event, first[event.id]) for event in plain_events(connection, ids)]


def plain_events(connection: sqlite3.Connection, ids: Sequence[str]) -> list[Event]:
    """Events alone."""
    tellings: defaultdict[str, tuple[str, ...]] = defaultdict(tuple)
    for event, report in _children(connection, "event_report", "event", ("report",), ids):
        tellings[event] += (report,)
    actors = _parties(connection, "event_actor", "event", ids)
    query = f"SELECT {', '.join(rows.EVENT_COLUMNS)} FROM event WHERE id IN ({marks(ids)})"
    links = _links(connection, ids)
    found = {
        row[0]: rows.event_from(row, actors[row[0]], tellings[row[0]], links[row[0]])
        for row in connection.execute(query, tuple(ids))
    }
    return [found[event] for event in ids]


def _links(connection: sqlite3.Connection, ids: Sequence[str]) -> defaultdict[str, tuple[EventLink, ...]]:
    """How these events hang together with others, both ways."""
    found: defaultdict[str, tuple[EventLink, ...]] = defaultdict(tuple)
    for own, other, suffix in (("event", "of_event", ""), ("of_event", "event", "-by")):
        query = (
            f"SELECT {own}, kind, {other}, weight, n_pairs, why FROM event_link WHERE {own} IN ({marks(ids)}) "
            f"ORDER BY {own}, kind, {other}"
        )
        for event, kind, linked, weight, pairs, why in connection.execute(query, tuple(ids)):
            found[event] += (EventLink(f"{kind}{suffix}", linked, weight, pairs, why),)
    return found


def articles(connection: sqlite3.Connection, ids: Sequence[str]) -> list[ListedArticle]:
    """Articles with their text and blocks, and how much was coded from each."""
    blocks: defaultdict[str, list[Row]] = defaultdict(list)
    for article, *block in _children(connection, "block", "article", rows.BLOCK_COLUMNS, ids):
        blocks[article].append(tuple(block))
    query = (
        "SELECT page.name, (SELECT count(*) FROM report WHERE report.article = article.id), "
        "(SELECT count(*) FROM mention WHERE mention.article = article.id), "
        f"{', '.join(_of('article', rows.ARTICLE_COLUMNS))} "
        f"FROM article JOIN page ON page.id = article.page WHERE article.id IN ({marks(ids)})"
    )
    found: dict[str, ListedArticle] = {}
    for page, n_reports, n_mentions, *row in connection.execute(query, tuple(ids)):
        article = rows.article_from(tuple(row), page, blocks[row[0]])
        found[article.id] = ListedArticle(article, n_reports, n_mentions)
    return [found[article] for article in ids]


def coding(connection: sqlite3.Connection, article: Article) -> Coding:
    """All that was coded from an article."""
    ids = [article.id]
    kinds = (("mention", rows.ACTOR_COLUMNS), ("date", rows.DATE_COLUMNS), ("place", rows.PLACE_COLUMNS))
    mentions, dates, places = (
        [tuple(row[1:]) for row in _children(connection, table, "article", columns, ids)] for table, columns in kinds
    )
    numbered = connection.execute("SELECT id FROM report WHERE article = ? ORDER BY number", ids)
    told = reports(connection, [row[0] for row in numbered])
    quoted = connection.execute("SELECT id FROM quote WHERE article = ? ORDER BY number", ids)
    held = connection.execute("SELECT id FROM position WHERE article = ? ORDER BY number", ids)
    return Coding(
        article,
        mentions=tuple(map(rows.actor_from, mentions)),
        dates=tuple(date for date in map(rows.date_from, dates) if date),
        places=tuple(place for place in map(rows.place_from, places) if place),
        reports=tuple(one.report for one in told),
        left_out=drops(connection, article.page_id),
        quotes=tuple(one.quote for one in quotes(connection, [row[0] for row in quoted])),
        positions=tuple(one.position for one in positions(connection, [row[0] for row in held])),
    )


def annotation(connection: sqlite3.Connection, article: Article) -> Annotation:
    """What was read on an article before anything was coded."""
    found = coding(connection, article)
    return Annotation(article.page, article, article.body, found.mentions, found.dates, found.places)


def stories(connection: sqlite3.Connection, ids: Sequence[str]) -> list[ListedStory]:
    """Stories with their articles."""
    columns = ("id", "headline", "article", "first_published", "last_published", "n_articles", "words")
    events = (
        "SELECT count(DISTINCT event_report.event) FROM story_article JOIN report USING (article) "
        "JOIN event_report ON event_report.report = report.id WHERE story_article.story = story.id"
    )
    members: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
    pages = (
        "SELECT story, article.id, page.name FROM story_article JOIN article ON article.id = story_article.article "
        f"JOIN page ON page.id = article.page WHERE story IN ({marks(ids)}) ORDER BY story, story_article.number"
    )
    for story, article, page in connection.execute(pages, tuple(ids)):
        members[story].append((article, page))
    found = {}
    query = f"SELECT {', '.join(columns)}, ({events}) FROM story WHERE id IN ({marks(ids)})"
    for story, headline, central, first, last, n_articles, words, n_events in connection.execute(query, tuple(ids)):
        articles = tuple(article for article, _ in members[story])
        names = tuple(page for _, page in members[story])
        shown = (story, headline, central, first, last, n_articles, rows.unlisted(words), n_events)
        found[story] = ListedStory(*shown, articles, names)
    return [found[story] for story in ids]


def drops(connection: sqlite3.Connection, page_id: str) -> tuple[Drop, ...]:
    """What was left out of a page, in the order of its text."""
    query = f"SELECT {', '.join(rows.DROP_COLUMNS)} FROM dropped WHERE page = ? ORDER BY span_start, stage, reason, detail"
    return tuple(map(rows.drop_from, connection.execute(query, [page_id])))


def actor_examples(connection: sqlite3.Connection, actor: ActorCount) -> tuple[Seen, ...]:
    """The most usual ways in which an actor is named, each with a place where it is."""
    known = "mention.actor_id = ?" if actor.id is not None else "mention.actor_id IS NULL AND type = ? AND country IS ?"
    values = (actor.id,) if actor.id is not None else (actor.type, actor.country)
    # SQLite takes the other columns from the row of the minimum.
    query = (
        "SELECT min(article.id), page.name, span_start, span_end, span_text "
        "FROM mention JOIN article ON article.id = mention.article JOIN page ON page.id = article.page "
        f"WHERE {known} GROUP BY span_text ORDER BY count(*) DESC, span_text LIMIT {EXAMPLES}"
    )
    return tuple(Seen(article, page, Span(*span)) for article, page, *span in connection.execute(query, values))


def heads(connection: sqlite3.Connection, ids: Sequence[str]) -> dict[str, Head]:
    """What identifies these articles, by id."""
    columns = ", ".join((*_HEAD, *_of("article", rows.PUBLISHED_COLUMNS)))
    query = f"SELECT {columns} FROM article JOIN page ON page.id = article.page WHERE article.id IN ({marks(ids)})"
    return {row[0]: _head(row) for row in connection.execute(query, tuple(ids))}


def _head(row: Sequence[object]) -> Head:
    article, page, url, outlet, headline, language, credit = row[: len(_HEAD)]
    published = rows.date_from(tuple(row[len(_HEAD) : len(_HEAD) + len(rows.PUBLISHED_COLUMNS)]))
    return Head(article, page, url, outlet, headline, published, language, credit)  # type: ignore[arg-type]


_RECORD_AT = 1 + len(_HEAD) + len(rows.PUBLISHED_COLUMNS)


def _parties(
    connection: sqlite3.Connection, table: str, owner: str, ids: Sequence[str]
) -> defaultdict[str, dict[str, tuple[Actor, ...]]]:
    """Actors by the record they belong to and the role they play there."""
    found: defaultdict[str, dict[str, tuple[Actor, ...]]] = defaultdict(dict)
    for record, role, *row in _children(connection, table, owner, ("role", *rows.ACTOR_COLUMNS), ids):
        roles = found[record]
        roles[role] = (*roles.get(role, ()), rows.actor_from(tuple(row)))
    return found


def _children(
    connection: sqlite3.Connection, table: str, owner: str, columns: Sequence[str], ids: Sequence[str]
) -> sqlite3.Cursor:
    """Rows of a table that belong to these records, owner first, in their order within it."""
    query = f"SELECT {owner}, {', '.join(columns)} FROM {table} WHERE {owner} IN ({marks(ids)}) ORDER BY {owner}, number"
    return connection.execute(query, tuple(ids))


def _of(table: str, columns: Sequence[str]) -> tuple[str, ...]:
    return tuple(f"{table}.{column}" for column in columns)


def marks(values: Sequence[object]) -> str:
    """As many `?` as there are values."""
    return ", ".join("?" * len(values))
