"""Compares what the archive holds: two articles, or the tellings of one event."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from dragoman.errors import QueryError
from dragoman.query import fetch
from dragoman.query.explain import find
from dragoman.query.views import Head, ToldDifference
from dragoman.records import Article, Coding

if TYPE_CHECKING:
    from dragoman.stories.differences.compare import Comparer


def compared(connection: sqlite3.Connection, one: str, other: str | None) -> Iterator[ToldDifference]:
    """What the second article made of the first; of an event alone, how each telling differs from the one it is shown with.

    Both are ids, or beginnings of ids, of articles, or names of pages. Raises `QueryError` where there is none such.
    """
    # Imported only when asked for: comparing takes the language libraries, other questions do not.
    from dragoman.stories.differences.compare import Comparer

    if other is None:
        yield from _tellings(connection, Comparer(), one)
        return
    articles = [_article(connection, wanted) for wanted in (one, other)]
    first, second = (fetch.coding(connection, article) for article in articles)
    heads = fetch.heads(connection, [article.id for article in articles])
    for difference in Comparer().articles(first, second):
        yield ToldDifference(difference, heads[first.article.id], heads[second.article.id])


def _article(connection: sqlite3.Connection, wanted: str) -> Article:
    kind, found = find(connection, wanted, ("article",))
    if kind != "article":
        raise QueryError(f"{wanted!r} is a page without an article", wanted)
    return fetch.articles(connection, [found])[0].article


def _tellings(connection: sqlite3.Connection, comparer: Comparer, wanted: str) -> Iterator[ToldDifference]:
    """Each report of an event in another article against the one that it is shown with."""
    kind, found = find(connection, wanted, ("event",))
    if kind != "event":
        raise QueryError(f"{wanted!r} is no event: two articles are compared with `dragoman compare A B`", wanted)
    event = fetch.plain_events(connection, [found])[0]
    told = [one.report for one in fetch.reports(connection, event.reports)]
    codings = _codings(connection, sorted({report.article for report in told}))
    heads: dict[str, Head] = fetch.heads(connection, sorted(codings))
    shown = told[0]
    for report in (report for report in told[1:] if report.article != shown.article):
        for difference in comparer.reports(codings[shown.article], shown, codings[report.article], report):
            yield ToldDifference(difference, heads[shown.article], heads[report.article])


def _codings(connection: sqlite3.Connection, articles: Sequence[str]) -> dict[str, Coding]:
    return {one.article.id: fetch.coding(connection, one.article) for one in fetch.articles(connection, articles)}
