"""Says what is wrong with an archive or an installation, and what to do about it. Changes nothing."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from dragoman.errors import ArchiveError, DragomanError
from dragoman.store.connect import DOCTOR, connect_reader, connect_writer, migrations, new_schema

Level = Literal["ok", "warning", "problem"]

RESTORE = (
    "restore a copy, or move the file away and read the pages again: the same pages give the same archive; "
    "`sqlite3 FILE .recover | sqlite3 NEW` saves what can still be read"
)
READ_AGAIN = "read the same pages again: it goes on where it stopped"
LOW_SPACE = 200_000_000
"""Bytes free on the archive's disk below which the doctor warns."""
SHOWN = 5
"""Faults of one kind that are named; the rest is counted."""


@dataclass(frozen=True, slots=True)
class Finding:
    """What one check found. `advice` says what to do about it."""

    level: Level
    check: str
    message: str
    advice: str = ""


@dataclass(frozen=True, slots=True)
class _Rule:
    """A query that finds rows that should not be there; its columns are shown."""

    check: str
    wrong: str
    query: str
    level: Level = "problem"
    advice: str = RESTORE


_SPANS = (
    ("mention", "span_start", "span_end", "span_text", "article"),
    ("date", "date_span_start", "date_span_end", "date_span_text", "article"),
    ("place", "place_span_start", "place_span_end", "place_span_text", "article"),
    ("article", "published_span_start", "published_span_end", "published_span_text", "id"),
    ("report", "evidence_start", "evidence_end", "evidence", "article"),
    ("report", "trigger_start", "trigger_end", "trigger_text", "article"),
    ("report", "date_span_start", "date_span_end", "date_span_text", "article"),
    ("report", "place_span_start", "place_span_end", "place_span_text", "article"),
    ("quote", "evidence_start", "evidence_end", "evidence", "article"),
    ("quote", "cue_start", "cue_end", "cue", "article"),
    ("quote", "content_start", "content_end", "content", "article"),
    ("quote", "source_start", "source_end", "source", "article"),
    ("quote", "venue_start", "venue_end", "venue", "article"),
    ("quote", "date_span_start", "date_span_end", "date_span_text", "article"),
    ("position", "evidence_start", "evidence_end", "evidence", "article"),
    ("position", "cue_start", "cue_end", "cue", "article"),
    ("position", "issue_start", "issue_end", "issue_words", "article"),
    ("position", "date_span_start", "date_span_end", "date_span_text", "article"),
)


def _span_rule(table: str, start: str, end: str, words: str, article: str) -> _Rule:
    return _Rule(
        f"words of {table}.{words}",
        "values that do not point at their words",
        f"SELECT whole.id, t.{start}, t.{words} FROM {table} AS t JOIN article AS whole ON whole.id = t.{article} "
        f"WHERE t.{start} IS NOT NULL AND substr(whole.text, t.{start} + 1, t.{end} - t.{start}) <> t.{words}",
    )


def _part_span_rule(table: str, owner: str) -> _Rule:
    """The same for words that belong to a report, a quote or a position, which belongs to the article."""
    return _Rule(
        f"words of {table}.span_text",
        "values that do not point at their words",
        f"SELECT whole.id, t.span_start, t.span_text FROM {table} AS t JOIN {owner} ON {owner}.id = t.{owner} "
        f"JOIN article AS whole ON whole.id = {owner}.article "
        "WHERE substr(whole.text, t.span_start + 1, t.span_end - t.span_start) <> t.span_text",
    )


_PARTS = (("report_actor", "report"), ("quote_actor", "quote"), ("quote_verbatim", "quote"), ("position_actor", "position"))
_RULES = (
    *(_span_rule(*where) for where in _SPANS),
    *(_part_span_rule(*part) for part in _PARTS),
    _Rule(
        "nothing vanishes",
        "pages with neither an article nor a reason why not",
        "SELECT name FROM page WHERE id NOT IN (SELECT page FROM article) "
        "AND id NOT IN (SELECT page FROM dropped WHERE page IS NOT NULL)",
    ),
    _Rule(
        "blocks",
        "articles whose blocks overlap",
        "SELECT DISTINCT a.article FROM block AS a JOIN block AS b ON a.article = b.article AND b.number = a.number + 1 "
        "WHERE b.span_start < a.span_end",
    ),
    _Rule("events", "events without a report", "SELECT id FROM event WHERE id NOT IN (SELECT event FROM event_report)"),
    _Rule(
        "events",
        "reports without an event",
        "SELECT id FROM report WHERE id NOT IN (SELECT report FROM event_report)",
        advice="`dragoman resolve` makes events of them; an archive of an earlier version wants it once",
    ),
    _Rule(
        "events",
        "events whose count of reports is wrong",
        "SELECT id FROM event WHERE n_reports <> (SELECT count(*) FROM event_report WHERE event = event.id)",
    ),
    _Rule(
        "runs",
        "runs of `dragoman read` that were stopped, or still go on",
        "SELECT started FROM run WHERE ended IS NULL",
        "warning",
        READ_AGAIN,
    ),
    _Rule(
        "one pipeline",
        "versions of stages, model or knowledge beside the most used one coded some of the pages",
        "SELECT coded_by, count(*) FROM page GROUP BY coded_by ORDER BY count(*) DESC LIMIT -1 OFFSET 1",
        "warning",
        "read all pages again to code them alike; `coded_by` in table `page` says which are which",
    ),
)


def examine(path: Path) -> Iterator[Finding]:
    """All checks of an archive, the cheap ones first; stops early where the file cannot be read on."""
    yield from _beside(path)
    try:
        connection = connect_reader(path)
    except ArchiveError as error:
        yield Finding("problem", "opens", _without_path(error), RESTORE if DOCTOR in error.advice else error.advice)
        return
    try:
        yield Finding("ok", "opens", f"{path.stat().st_size:,} bytes, schema version {migrations()[-1].version}")
        yield from _content(connection)
    except sqlite3.DatabaseError as error:
        yield Finding("problem", "readable", f"reading fails: {error}", RESTORE)
        return
    finally:
        connection.close()
    yield from _text_indexes(path)


def installation(parts: Mapping[str, Callable[[], str]]) -> Iterator[Finding]:
    """Checks of what Dragoman needs: each part is loaded by its function, which tells what it found or raises."""
    for name, load in parts.items():
        try:
            yield Finding("ok", name, load())
        except (DragomanError, ImportError, OSError) as error:
            yield Finding("problem", name, str(error), "install Dragoman again, or mend the files that are named")


def _beside(path: Path) -> Iterator[Finding]:
    log = Path(f"{path}-wal")
    if log.exists() and log.stat().st_size:
        yield Finding(
            "warning",
            "write-ahead log",
            f"{log.name} is there: another process has the archive open, or one was killed",
            "nothing is lost: leave it beside the archive; the next command takes it in",
        )
    if path.exists():
        free = shutil.disk_usage(path.parent).free
        if free < LOW_SPACE:
            yield Finding("warning", "disk", f"{free:,} bytes are free", "make room before reading on")


def _content(connection: sqlite3.Connection) -> Iterator[Finding]:
    messages = [row[0] for row in connection.execute(f"PRAGMA integrity_check({SHOWN})")]
    if messages != ["ok"]:
        yield from (Finding("problem", "integrity", message, RESTORE) for message in messages)
        return
    yield Finding("ok", "integrity", "the file is whole")
    yield from _schema(connection)
    for table, row, parent, _ in connection.execute("PRAGMA foreign_key_check").fetchmany(SHOWN):
        yield Finding("problem", "links", f"row {row} of {table} points at a {parent} that is not there", RESTORE)
    for rule in _RULES:
        yield _applied(rule, connection)


def _schema(connection: sqlite3.Connection) -> Iterator[Finding]:
    wanted, found = new_schema(), dict(connection.execute("SELECT name, sql FROM sqlite_schema"))
    changed = [name for name, sql in wanted.items() if found.get(name) != sql]
    if changed:
        yield Finding("problem", "schema", f"missing or changed: {', '.join(changed)}", RESTORE)
    else:
        yield Finding("ok", "schema", f"{len(wanted)} tables and indexes as they should be")


def _applied(rule: _Rule, connection: sqlite3.Connection) -> Finding:
    rows = connection.execute(rule.query)
    shown = [" ".join(str(value) for value in row) for row in rows.fetchmany(SHOWN)]
    if not shown:
        return Finding("ok", rule.check, "as it should be")
    total = len(shown) + sum(1 for _ in rows)
    return Finding(rule.level, rule.check, f"{total} {rule.wrong}: {'; '.join(shown)}", rule.advice)


def _text_indexes(path: Path) -> Iterator[Finding]:
    """Compare the text indexes with the texts. SQLite asks for a connection that may write; nothing is written."""
    try:
        connection = connect_writer(path, create=False)
    except ArchiveError as error:
        yield Finding("warning", "text index", f"not checked: {_without_path(error)}", error.advice)
        return
    try:
        for index in ("article_search", "report_search", "quote_search", "position_search"):
            yield _text_index(connection, index)
    finally:
        connection.close()


def _text_index(connection: sqlite3.Connection, index: str) -> Finding:
    try:
        connection.execute(f"INSERT INTO {index} ({index}, rank) VALUES ('integrity-check', 1)")
    except sqlite3.DatabaseError as error:
        rebuild = f"INSERT INTO {index} ({index}) VALUES ('rebuild')"
        return Finding("problem", index, f"does not fit the texts: {error}", f'sqlite3 FILE "{rebuild}"')
    return Finding("ok", index, "the index holds every text")


def _without_path(error: ArchiveError) -> str:
    message = str(error).removeprefix(f"{error.path}: ")
    return message.removesuffix(f" ({error.advice})") if error.advice else message
