"""Reads lineage: which article was made from which, with the passages that they share."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Sequence

from dragoman.query import conditions, fetch
from dragoman.query.conditions import Where
from dragoman.query.filters import Filter
from dragoman.query.views import ToldLineage
from dragoman.records import Lineage, SharedPassage, Span
from dragoman.store.rows import unlisted

TABLES = "lineage JOIN article ON article.id = lineage.article JOIN page ON page.id = article.page"
ORDER = "page.name, article.id, lineage.score DESC, lineage.id"
_PASSAGES = (
    "SELECT lineage, kind, lineage_passage.score, "
    "here_start, here_end, substr(ours.text, here_start + 1, here_end - here_start), "
    "there_start, there_end, substr(others.text, there_start + 1, there_end - there_start) "
    "FROM lineage_passage JOIN lineage ON lineage.id = lineage_passage.lineage "
    "JOIN article AS ours ON ours.id = lineage.article JOIN article AS others ON others.id = lineage.of_article "
    "WHERE lineage IN ({ids}) ORDER BY lineage, number"
)


def wanted(filter_: Filter) -> Where:
    """Which rows of `lineage` are wanted: those of which either article is."""
    where = Where()
    inner = conditions.articles(filter_)
    if inner.clauses:
        chosen = f"SELECT article.id FROM article JOIN page ON page.id = article.page WHERE {inner.sql}"
        where.add(f"(lineage.article IN ({chosen}) OR lineage.of_article IN ({chosen}))", [*inner.values, *inner.values])
    return where


def between(connection: sqlite3.Connection, one: str, other: str) -> ToldLineage | None:
    """The lineage of two articles, if they are related."""
    query = "SELECT id FROM lineage WHERE (article = ? AND of_article = ?) OR (article = ? AND of_article = ?)"
    row = connection.execute(query, [one, other, other, one]).fetchone()
    return lineages(connection, [row[0]])[0] if row else None


def lineages(connection: sqlite3.Connection, ids: Sequence[str]) -> list[ToldLineage]:
    """Lineages with the heads of both articles."""
    shared = _passages(connection, ids)
    query = (
        "SELECT id, article, of_article, relation, score, direction, confidence, why "
        f"FROM lineage WHERE id IN ({fetch.marks(ids)})"
    )
    rows = {row[0]: row for row in connection.execute(query, tuple(ids))}
    heads = fetch.heads(connection, sorted({article for row in rows.values() for article in row[1:3]}))
    found = []
    for number in ids:
        _, article, of, relation, score, direction, confidence, why = rows[number]
        lineage = Lineage(
            id=number,
            article=article,
            page=heads[article].page,
            of=of,
            of_page=heads[of].page,
            relation=relation,
            score=score,
            direction=direction,
            confidence=confidence,
            why=unlisted(why),
            shared=tuple(shared[number]),
        )
        found.append(ToldLineage(lineage, heads[article], heads[of]))
    return found


def _passages(connection: sqlite3.Connection, ids: Sequence[str]) -> defaultdict[str, list[SharedPassage]]:
    found: defaultdict[str, list[SharedPassage]] = defaultdict(list)
    for lineage, kind, score, *spans in connection.execute(_PASSAGES.format(ids=fetch.marks(ids)), tuple(ids)):
        found[lineage].append(SharedPassage(kind, Span(*spans[:3]), Span(*spans[3:]), score))
    return found
