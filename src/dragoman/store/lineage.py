"""Keeps the lineage of the archive's articles: what is new is hashed and compared, the rest is known already.

The result is a function of the articles in the archive, not of the order or the number of runs in which they came:
candidates are looked for among all of them, pairs are compared on their own merits and remembered, and the lineage is drawn
from all related pairs together.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from itertools import groupby, islice

import numpy as np

from dragoman.records import Article, Lineage, SharedPassage, Span
from dragoman.store import rows
from dragoman.store.rows import LINEAGE_COLUMNS, listed
from dragoman.stories.copies.candidates import candidate_pairs
from dragoman.stories.copies.families import families
from dragoman.stories.copies.kin import VERSION as KIN_VERSION
from dragoman.stories.copies.kin import Clue, Kin
from dragoman.stories.copies.lineage import lineages
from dragoman.stories.copies.shingles import VERSION as SHINGLE_VERSION
from dragoman.stories.copies.shingles import Hashes, Shingler
from dragoman.stories.copies.trace import Examiner
from dragoman.stories.events import independent_sources

BATCH = 500
"""Articles hashed, or pairs compared, in one transaction."""
VERSION = SHINGLE_VERSION * 1000 + KIN_VERSION

Transaction = Callable[[], AbstractContextManager[None]]
Pair = tuple[str, str]


def relate(connection: sqlite3.Connection, transaction: Transaction) -> int:
    """Bring the lineage up to date with the articles; returns how many pairs were compared.

    What was compared is kept when a run is stopped. Raises `OntologyError`.
    """
    with transaction():
        _forget_older(connection)
    hashed = _hash_new(connection, transaction)
    compared = 0 if not hashed and _is_current(connection) else _relate_all(connection, transaction)
    with transaction():
        _count_sources(connection)
    return compared


def _relate_all(connection: sqlite3.Connection, transaction: Transaction) -> int:
    ids, hashes = _all_hashes(connection)
    wanted = [(ids[one], ids[other]) for one, other in candidate_pairs(hashes).tolist()]
    del hashes
    compared = _compare(connection, transaction, wanted)
    with transaction():
        _write(connection)
    return compared


def _forget_older(connection: sqlite3.Connection) -> None:
    """Take back what an older version of the comparison found."""
    if connection.execute("SELECT 1 FROM shingle WHERE version <> ? LIMIT 1", [VERSION]).fetchone():
        connection.execute("DELETE FROM shingle")
        connection.execute("DELETE FROM kin")


def _hash_new(connection: sqlite3.Connection, transaction: Transaction) -> int:
    """Hash the articles that have no hashes yet; how many there were."""
    query = "SELECT key FROM article WHERE key NOT IN (SELECT article FROM shingle) ORDER BY key"
    new = [row[0] for row in connection.execute(query)]
    shingler = Shingler() if new else None
    for start in range(0, len(new), BATCH):
        with transaction():
            for key in new[start : start + BATCH]:
                hashes = shingler.hashes(_body(connection, key)) if shingler else np.zeros(0, np.uint64)
                row = (key, VERSION, hashes.astype("<u8").tobytes())
                connection.execute("INSERT INTO shingle (article, version, hashes) VALUES (?, ?, ?)", row)
    return len(new)


def _body(connection: sqlite3.Connection, key: int) -> str:
    found = connection.execute("SELECT body FROM article_body WHERE key = ?", [key]).fetchone()
    return found[0] or ""


def _is_current(connection: sqlite3.Connection) -> bool:
    """Whether the lineage was drawn from the articles that are there now."""
    found = connection.execute("SELECT value FROM setting WHERE name = 'lineage'").fetchone()
    return found is not None and found[0] == _state(connection)


def _state(connection: sqlite3.Connection) -> str:
    """Names the articles that there are, in numbers of this file."""
    counted = connection.execute("SELECT count(*), ifnull(sum(article), 0), ifnull(max(article), 0) FROM shingle").fetchone()
    return " ".join(map(str, counted))


def _all_hashes(connection: sqlite3.Connection) -> tuple[list[str], list[Hashes]]:
    query = "SELECT article.id, hashes FROM shingle JOIN article ON article.key = shingle.article ORDER BY article.id"
    ids: list[str] = []
    hashes: list[Hashes] = []
    for article, blob in connection.execute(query):
        ids.append(article)
        hashes.append(np.frombuffer(blob, "<u8"))
    return ids, hashes


def _compare(connection: sqlite3.Connection, transaction: Transaction, wanted: Sequence[Pair]) -> int:
    """Compare the pairs that were not compared before, and forget those that are candidates no more."""
    known = set(connection.execute("SELECT one, other FROM kin"))
    with transaction():
        connection.executemany("DELETE FROM kin WHERE one = ? AND other = ?", sorted(known.difference(wanted)))
    new = [pair for pair in wanted if pair not in known]
    examiner = Examiner() if new else None
    pairs = iter(new)
    while examiner and (batch := list(islice(pairs, BATCH))):
        articles = _articles(connection, {article for pair in batch for article in pair})
        found = ((one, other, examiner.kin(articles[one], articles[other])) for one, other in batch)
        with transaction():
            connection.executemany(
                "INSERT INTO kin (one, other, found) VALUES (?, ?, ?)",
                ((a, b, kin and _as_json(kin)) for a, b, kin in found),
            )
    return len(new)


def _articles(connection: sqlite3.Connection, ids: Iterable[str]) -> dict[str, Article]:
    found: dict[str, Article] = {}
    columns = ", ".join(f"article.{column}" for column in rows.ARTICLE_COLUMNS)
    for wanted in sorted(ids):
        query = f"SELECT page.name, {columns} FROM article JOIN page ON page.id = article.page WHERE article.id = ?"
        page, *row = connection.execute(query, [wanted]).fetchone()
        blocks = connection.execute(
            f"SELECT {', '.join(rows.BLOCK_COLUMNS)} FROM block WHERE article = ? ORDER BY number", [wanted]
        )
        found[wanted] = rows.article_from(tuple(row), page, blocks)
    return found


def _as_json(kin: Kin) -> str:
    return json.dumps(
        {
            "relation": kin.relation,
            "score": kin.score,
            "near": [kin.near_one, kin.near_other],
            "clues": [[clue.text, clue.weight] for clue in kin.clues],
            "spellings": kin.spellings,
            "shared": [
                [passage.kind, passage.here.start, passage.here.end, passage.there.start, passage.there.end, passage.score]
                for passage in kin.shared
            ],
        },
        ensure_ascii=False,
    )


def _kin_from(one: str, other: str, found: str) -> Kin:
    """The pair as it was compared; the words of its passages are those of the articles and are not read."""
    kept = json.loads(found)
    return Kin(
        one=one,
        other=other,
        relation=kept["relation"],
        score=kept["score"],
        near_one=kept["near"][0],
        near_other=kept["near"][1],
        clues=tuple(Clue(text, weight) for text, weight in kept["clues"]),
        spellings=tuple((ours, others) for ours, others in kept["spellings"]),
        shared=tuple(
            SharedPassage(kind, Span(here, here_end, ""), Span(there, there_end, ""), score)
            for kind, here, here_end, there, there_end, score in kept["shared"]
        ),
    )


def _write(connection: sqlite3.Connection) -> None:
    """Draw the lineage from all related pairs, in the place of what was there."""
    kins = [_kin_from(*row) for row in connection.execute("SELECT one, other, found FROM kin WHERE found IS NOT NULL")]
    pages: Mapping[str, str] = dict(
        connection.execute("SELECT article.id, page.name FROM article JOIN page ON page.id = article.page") if kins else ()
    )
    found = lineages(kins, pages)
    connection.execute("DELETE FROM lineage")
    connection.execute("DELETE FROM article_family")
    for table, values in _rows(found).items():
        columns = LINEAGE_COLUMNS[table]
        statement = f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({', '.join('?' * len(columns))})"
        connection.executemany(statement, values)
    state = ("lineage", _state(connection))
    connection.execute("INSERT OR REPLACE INTO setting (name, value) VALUES (?, ?)", state)


def _count_sources(connection: sqlite3.Connection) -> None:
    """Count the independent sources of each event anew, copies of one another as one."""
    query = (
        "SELECT event_report.event, event.n_independent_sources, report.article, article.credit, family "
        "FROM event JOIN event_report ON event_report.event = event.id JOIN report ON report.id = event_report.report "
        "JOIN article ON article.id = report.article LEFT JOIN article_family ON article_family.article = article.id "
        "WHERE n_articles > 1 ORDER BY event_report.event"
    )
    changed = []
    for (event, known), told in groupby(connection.execute(query), key=lambda row: row[:2]):
        articles = [row[2:] for row in told]
        family = {article: family for article, _, family in articles if family}
        count = independent_sources(((article, credit) for article, credit, _ in articles), family)
        changed += [(count, event)] if count != known else []
    connection.executemany("UPDATE event SET n_independent_sources = ? WHERE id = ?", changed)


def _rows(found: Sequence[Lineage]) -> dict[str, Iterator[tuple[object, ...]]]:
    return {
        "lineage": (
            (one.id, one.article, one.of, one.relation, one.score, one.direction, one.confidence, listed(one.why))
            for one in found
        ),
        "lineage_passage": (
            (
                *(one.id, number, passage.kind, passage.score),
                *(passage.here.start, passage.here.end, passage.there.start, passage.there.end),
            )
            for one in found
            for number, passage in enumerate(one.shared)
        ),
        "article_family": iter(families(found).items()),
    }
