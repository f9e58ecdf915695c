"""Lines that an outlet prints on page after page: boilerplate that no lexicon need know.

A survey passes over the text pages once before anything is coded and keeps its counts in a temporary SQLite file, so that
memory stays flat; what comes out is a small immutable set. HTML is left out: there the extractor knows what is furniture.
Only pages of a known outlet count, since agencies' copies repeat across outlets, and only pages that differ, since the
same article captured twice repeats whole.
"""

from __future__ import annotations

import sqlite3
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from dragoman.articles.addresses import host_of
from dragoman.articles.lexicon import fold
from dragoman.articles.lines import BLANKS, key_of
from dragoman.ids import content_id
from dragoman.pages.decode import decode
from dragoman.records import Drop, Page

ENOUGH_PAGES = 3
LONGEST_LINE = 600
SIGNING_LINES = 3
"""Longest lines of a page that stand for it: a page that shares two of them with an earlier one is a copy of it."""
COPY_LINES = 2
COMMIT_EVERY = 2_000
_SCHEMA = """
CREATE TABLE line (id TEXT PRIMARY KEY, pages INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE signature (id TEXT PRIMARY KEY) WITHOUT ROWID;
"""


@dataclass(frozen=True, slots=True)
class RepeatedLines:
    """Ids of lines that one outlet prints on several pages."""

    ids: frozenset[str] = frozenset()

    def holds(self, outlet: str | None, line: str) -> bool:
        """Whether the outlet repeats the line."""
        return bool(self.ids) and outlet is not None and _line_id(outlet, line) in self.ids


def survey(pages: Iterable[Page | Drop]) -> tuple[RepeatedLines, int]:
    """The lines that repeat among the text pages, and how many pages and drops there are in all."""
    total = 0
    with tempfile.TemporaryDirectory(prefix="dragoman-") as folder:
        database = sqlite3.connect(Path(folder) / "lines.db", isolation_level=None)
        try:
            database.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;" + _SCHEMA)
            database.execute("BEGIN")
            for page in pages:
                total += 1
                outlet = outlet_key(page) if isinstance(page, Page) and page.media == "text" else None
                if outlet is not None and isinstance(page, Page):
                    _count(database, outlet, page)
                if total % COMMIT_EVERY == 0:
                    database.execute("COMMIT")
                    database.execute("BEGIN")
            repeated = database.execute("SELECT id FROM line WHERE pages >= ?", (ENOUGH_PAGES,))
            return RepeatedLines(frozenset(row[0] for row in repeated)), total
        finally:
            database.close()


def outlet_key(page: Page) -> str | None:
    """What pages of one outlet have in common before anything is known of them: host, named outlet, or `None`."""
    if page.url:
        return host_of(page.url) or None
    named = dict(page.hints).get("outlet")
    return key_of(named) if named else None


def _count(database: sqlite3.Connection, outlet: str, page: Page) -> None:
    text = decode(page.content, page.charset).text
    lines = {line for own in text.splitlines() if 1 < len(line := own.strip(BLANKS)) <= LONGEST_LINE}
    longest = sorted(lines, key=lambda line: (-len(line), line))[:SIGNING_LINES]
    if _copied(database, [_line_id(outlet, line) for line in longest]):
        return
    database.executemany(
        "INSERT INTO line VALUES (?, 1) ON CONFLICT (id) DO UPDATE SET pages = pages + 1",
        ((line_id,) for line_id in _ids(outlet, lines)),
    )


def _copied(database: sqlite3.Connection, signatures: list[str]) -> bool:
    """Whether an earlier page has most of these lines too; notes them if not."""
    known = sum(
        database.execute("SELECT 1 FROM signature WHERE id = ?", (one,)).fetchone() is not None for one in signatures
    )
    if known >= COPY_LINES:
        return True
    database.executemany("INSERT OR IGNORE INTO signature VALUES (?)", ((one,) for one in signatures))
    return False


def _ids(outlet: str, lines: Iterable[str]) -> Iterator[str]:
    yield from {_line_id(outlet, line) for line in lines}


def _line_id(outlet: str, line: str) -> str:
    return content_id("line", outlet, " ".join(fold(line).split()))
