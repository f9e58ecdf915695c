"""The archive: one SQLite file that holds all that was read and coded. This is the only module that writes to it.

What `store` returns for is on disk: it is written in one transaction with `synchronous=FULL`, so that neither a killed
process nor a power cut loses it (`docs/decisions/0040-archive-durability.md`). Others may read while it is written.
"""

from __future__ import annotations

import contextlib
import json
import sqlite3
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from dragoman.records import Coding, Drop, Page
from dragoman.stage import FAULT
from dragoman.store.batch import Batch, PageResult, by_page, placeholders
from dragoman.store.checks import STAGE, sound
from dragoman.store.connect import connect_reader, connect_writer, plain_errors
from dragoman.store.digest import digest
from dragoman.store.rows import written_out

if TYPE_CHECKING:
    from dragoman.ontology.same_event import Rule
    from dragoman.store.resolution import Resolution

_UNSTORABLE = (
    sqlite3.IntegrityError,
    sqlite3.InterfaceError,
    sqlite3.ProgrammingError,
    UnicodeEncodeError,
    OverflowError,
    TypeError,
)
"""What a coding that breaks the schema raises: a fault of that page, not of the archive."""

_FORGET = (
    "INSERT INTO article_search (article_search, rowid, headline, body) "
    "SELECT 'delete', key, headline, body FROM article_body WHERE page IN ({pages})",
    "INSERT INTO report_search (report_search, rowid, evidence) "
    "SELECT 'delete', key, evidence FROM report WHERE article IN (SELECT id FROM article WHERE page IN ({pages}))",
    "INSERT INTO quote_search (quote_search, rowid, evidence) "
    "SELECT 'delete', key, evidence FROM quote WHERE article IN (SELECT id FROM article WHERE page IN ({pages}))",
    "INSERT INTO position_search (position_search, rowid, evidence) "
    "SELECT 'delete', key, evidence FROM position WHERE article IN (SELECT id FROM article WHERE page IN ({pages}))",
    "DELETE FROM page WHERE id IN ({pages})",
)
_INDEX = (
    "INSERT INTO article_search (rowid, headline, body) "
    "SELECT key, headline, body FROM article_body WHERE page IN ({pages})",
    "INSERT INTO report_search (rowid, evidence) "
    "SELECT key, evidence FROM report WHERE article IN (SELECT id FROM article WHERE page IN ({pages}))",
    "INSERT INTO quote_search (rowid, evidence) "
    "SELECT key, evidence FROM quote WHERE article IN (SELECT id FROM article WHERE page IN ({pages}))",
    "INSERT INTO position_search (rowid, evidence) "
    "SELECT key, evidence FROM position WHERE article IN (SELECT id FROM article WHERE page IN ({pages}))",
)


@dataclass(frozen=True, slots=True)
class Stored:
    """What became of a batch: articles written, articles that were there already, reports written by type.

    `refused` are pages that could not be stored, `unsound` values that were left out because they break a rule.
    """

    articles: int = 0
    already: int = 0
    reports: Counter[str] = field(default_factory=Counter)
    refused: tuple[Drop, ...] = ()
    unsound: tuple[Drop, ...] = ()


class Archive:
    """One archive, open. Use `Archive.open` in a `with` statement; `connection` is for `dragoman.query` alone."""

    def __init__(self, path: Path, connection: sqlite3.Connection, ontology: Path | None = None) -> None:
        self.path = path
        self.connection = connection
        self._ontology = ontology
        self._made: Resolution | None = None

    @classmethod
    def open(cls, path: Path, *, create: bool = False, ontology: Path | None = None) -> Archive:
        """Open for writing; with `create`, make the file where it is missing. `ontology`: a user's knowledge.

        Raises `ArchiveError` where it is missing, locked, read-only or no archive, `DamagedArchiveError` where it is
        broken, `NewerArchiveError` where a later Dragoman wrote it.
        """
        return cls(path, connect_writer(path, create=create), ontology)

    @classmethod
    def open_to_read(cls, path: Path) -> Archive:
        """Open for reading, also while another process writes. Raises as `open` does."""
        return cls(path, connect_reader(path))

    def __enter__(self) -> Archive:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Close the file. On a full disk the write-ahead log stays beside it; the next opening takes it in."""
        with contextlib.suppress(sqlite3.OperationalError):
            self.connection.close()

    def has(self, page_id: str, fingerprint: str) -> bool:
        """Whether the page is stored as coded by the pipeline of this fingerprint."""
        query = "SELECT 1 FROM page WHERE id = ? AND coded_by = ?"
        with plain_errors(self.path):
            return self.connection.execute(query, (page_id, fingerprint)).fetchone() is not None

    def store(
        self, codings: Sequence[Coding], drops: Sequence[Drop], fingerprint: str, pages: Sequence[Page] = ()
    ) -> Stored:
        """Write a batch, whole or not at all; what is there already from the same pipeline is left as it is.

        A page comes whole: its codings and the drops with its id must be in one call, for from then on `has` knows it.
        What another pipeline made of the page before goes. Values that do not point at their words are refused with a
        reason, and so is a page that the schema cannot hold; neither stops the rest. `pages` adds size and encoding.
        Raises `ArchiveError` where nothing could be written.
        """
        checked = [sound(coding) for coding in codings]
        unsound = [
            drop for given, kept in zip(codings, checked, strict=True) for drop in kept.left_out[len(given.left_out) :]
        ]
        results = by_page(checked, drops, pages)
        with plain_errors(self.path):
            try:
                stored = self._store(results, fingerprint)
            except _UNSTORABLE:
                stored = _sum([self._store_alone(result, fingerprint) for result in results])
        already = len(codings) - stored.articles - len(stored.refused)
        return replace(stored, already=already, unsound=tuple(unsound))

    def relate(self) -> int:
        """Find which of the articles were made from which; returns how many pairs had to be compared for it.

        To be called when all pages of a run are stored. What is known from earlier runs is not compared again.
        """
        # Imported only when asked for: comparing texts takes the language libraries, asking the archive does not.
        from dragoman.store.lineage import relate

        with plain_errors(self.path):
            return relate(self.connection, self._transaction)

    def trace(self) -> None:
        """Find which quotes are of one utterance, among all that the archive holds; to be called after `relate`."""
        # Imported only when asked for, as in `relate`.
        from dragoman.store.utterances import trace

        with plain_errors(self.path):
            trace(self.connection, self._transaction, self._ontology)

    def tell_stories(self) -> None:
        """Put the articles that are in no story yet into one. To be called when all pages of a run are stored."""
        with plain_errors(self.path), self._transaction():
            self._resolution.tell_stories()

    def start_run(self, version: str, fingerprint: str) -> int:
        """Note that a run begins; the number returned ends it with `finish_run`."""
        with plain_errors(self.path), self._transaction():
            started = self.connection.execute(
                "INSERT INTO run (started, version, coded_by) VALUES (?, ?, ?)", (_now(), version, fingerprint)
            )
            return started.lastrowid or 0

    def finish_run(
        self, run: int, *, pages_in: int, stored: int, already: int, reports: int, left_out: Mapping[str, int]
    ) -> None:
        """Note how a run ended."""
        counts = (_now(), pages_in, stored, already, reports, json.dumps(dict(sorted(left_out.items()))))
        with plain_errors(self.path), self._transaction():
            self.connection.execute(
                "UPDATE run SET ended = ?, pages_in = ?, stored = ?, already = ?, reports = ?, left_out = ? WHERE key = ?",
                (*counts, run),
            )

    @property
    def same_event(self) -> Rule:
        """How much must speak for it before reports are one event."""
        found = self.connection.execute("SELECT value FROM setting WHERE name = 'same_event'").fetchone()
        return found[0] if found else "default"

    def resolve(self, rule: Rule | None = None) -> None:
        """Make all events and stories anew, under another rule where one is given; later pages follow it."""
        # Imported only now: readers of an archive need neither the knowledge nor its schemas.
        from dragoman.stories.resolver import VERSION

        with plain_errors(self.path), self._transaction():
            if rule is not None:
                self.connection.execute("INSERT OR REPLACE INTO setting (name, value) VALUES ('same_event', ?)", (rule,))
            self.connection.execute("INSERT OR REPLACE INTO setting (name, value) VALUES ('resolver', ?)", (str(VERSION),))
            self._made = None
            self._resolution.anew()

    def counts(self, *tables: str) -> tuple[int, ...]:
        """How many rows these tables hold."""
        with plain_errors(self.path):
            return tuple(self.connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in tables)

    @property
    def resolved_by(self) -> int | None:
        """Version of the resolution that made the events, `None` where none did."""
        found = self.connection.execute("SELECT value FROM setting WHERE name = 'resolver'").fetchone()
        return int(found[0]) if found else None

    @property
    def unresolved(self) -> int:
        """Reports without an event: those of an archive that an earlier version wrote."""
        query = "SELECT count(*) FROM report WHERE id NOT IN (SELECT report FROM event_report)"
        with plain_errors(self.path):
            return int(self.connection.execute(query).fetchone()[0])

    @property
    def _resolution(self) -> Resolution:
        """What keeps events up to date; its knowledge is loaded with the first batch."""
        if self._made is None:
            # Imported only now: readers of an archive need neither the knowledge nor its schemas.
            from dragoman.store.resolution import Resolution
            from dragoman.stories.resolver import Resolver

            self._made = Resolution(self.connection, Resolver(self.same_event, self._ontology))
        return self._made

    def digest(self) -> str:
        """A hash of all that was coded: equal for equal content, in whatever order and in however many runs it came."""
        with plain_errors(self.path):
            return digest(self.connection)

    def _store_alone(self, result: PageResult, fingerprint: str) -> Stored:
        """Store one page of a batch that could not be written; where it is the culprit, only the reason is kept."""
        try:
            return self._store([result], fingerprint)
        except _UNSTORABLE as error:
            drop = Drop(STAGE, FAULT, result.name, result.id, f"{type(error).__name__}: {error}")
            self._store([PageResult(result.id, written_out(result.name), drops=[drop])], fingerprint)
            return Stored(refused=(drop,))

    def _store(self, results: Sequence[PageResult], fingerprint: str) -> Stored:
        with self._transaction():
            known = self._known([result.id for result in results if result.id], fingerprint)
            fresh = [result for result in results if result.id not in known]
            pages = [result.id for result in fresh if result.id]
            again = self._resolution.forget(pages)
            self._for_pages(_FORGET, pages)
            for statement, rows in Batch(fresh, fingerprint).statements():
                self.connection.executemany(statement, rows)
            self._for_pages(_INDEX, pages)
            codings = [coding for result in fresh for coding in result.codings]
            reports = [report.id for coding in codings for report in coding.reports]
            self._resolution.take_in(reports, again)
        return Stored(len(codings), reports=Counter(report.event_type for coding in codings for report in coding.reports))

    def _known(self, pages: Sequence[str], fingerprint: str) -> set[str]:
        query = f"SELECT id FROM page WHERE coded_by = ? AND id IN ({placeholders(pages)})"
        return {row[0] for row in self.connection.execute(query, (fingerprint, *pages))}

    def _for_pages(self, statements: Sequence[str], pages: Sequence[str]) -> None:
        for statement in statements:
            self.connection.execute(statement.format(pages=placeholders(pages)), pages)

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        self.connection.execute("BEGIN IMMEDIATE")
        try:
            yield
            self.connection.execute("COMMIT")
        except BaseException:
            if self.connection.in_transaction:
                self.connection.execute("ROLLBACK")
            raise


def _sum(parts: Sequence[Stored]) -> Stored:
    return Stored(
        sum(part.articles for part in parts),
        reports=sum((part.reports for part in parts), Counter()),
        refused=tuple(drop for part in parts for drop in part.refused),
    )


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
