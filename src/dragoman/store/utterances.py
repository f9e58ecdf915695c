"""Keeps track of which quotes are of one utterance: found anew when quotes, families or stories have changed."""

from __future__ import annotations

import datetime
import sqlite3
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path

from dragoman.ontology.same_event import load_same_event, word_documents
from dragoman.stories.utterances import VERSION, Spoken, Tracer
from dragoman.stories.words import Words

Transaction = Callable[[], AbstractContextManager[None]]
SETTING = "utterances"

_QUOTES = (
    "SELECT quote.id, quote.article, ifnull(family, quote.article), story, content, "
    "ifnull(date_start, published_start), ifnull(date_end, published_end) "
    "FROM quote JOIN article ON article.id = quote.article "
    "LEFT JOIN article_family ON article_family.article = quote.article "
    "LEFT JOIN story_article ON story_article.article = quote.article"
)


def trace(connection: sqlite3.Connection, transaction: Transaction, ontology: Path | None = None) -> None:
    """Bring the utterances up to date with the quotes. Raises `OntologyError`."""
    state = _state(connection)
    found = connection.execute("SELECT value FROM setting WHERE name = ?", [SETTING]).fetchone()
    if found is not None and found[0] == state:
        return
    tracer = Tracer(Words(load_same_event(ontology), word_documents()))
    rows = [(one.quote, one.utterance, one.formula) for one in tracer.trace(_spoken(connection, tracer.words))]
    with transaction():
        connection.execute("DELETE FROM utterance")
        connection.executemany("INSERT INTO utterance (quote, utterance, formula) VALUES (?, ?, ?)", rows)
        connection.execute("INSERT OR REPLACE INTO setting (name, value) VALUES (?, ?)", (SETTING, state))


def _state(connection: sqlite3.Connection) -> str:
    """Names the quotes that there are, in numbers of this file, and what is known of their articles."""
    quotes = connection.execute("SELECT count(*), ifnull(sum(key), 0), ifnull(max(key), 0) FROM quote").fetchone()
    families = connection.execute("SELECT count(*), count(DISTINCT family) FROM article_family").fetchone()
    stories = connection.execute("SELECT count(*), count(DISTINCT story) FROM story_article").fetchone()
    return " ".join(map(str, (VERSION, *quotes, *families, *stories)))


def _spoken(connection: sqlite3.Connection, words: Words) -> Iterator[Spoken]:
    ids: defaultdict[str, set[str]] = defaultdict(set)
    countries: defaultdict[str, set[str]] = defaultdict(set)
    for quote, actor, country in connection.execute(
        "SELECT quote, actor_id, country FROM quote_actor WHERE role = 'speaker'"
    ):
        ids[quote].update((actor,) if actor else ())
        countries[quote].update((country,) if country else ())
    for quote, article, family, story, content, start, end in connection.execute(_QUOTES):
        if quote in ids or quote in countries:
            terms = frozenset(words.terms(content))
            who = frozenset(ids[quote]), frozenset(countries[quote])
            yield Spoken(quote, article, family, story, *who, terms, _day(start), _day(end))


def _day(text: str | None) -> int | None:
    return datetime.date.fromisoformat(text).toordinal() if text else None
