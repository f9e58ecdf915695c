"""Opens the archive's file, brings it to the current schema, and says in plain words what SQLite complains about."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from importlib import resources
from pathlib import Path
from urllib.parse import quote

from dragoman.errors import ArchiveError, DamagedArchiveError, NewerArchiveError

APPLICATION_ID = 0x4472676D
"""The four bytes "Drgm" in the file's header: `file` and SQLite can tell an archive from any other database."""
BUSY_SECONDS = 30.0
"""How long to wait for another process that is writing."""

_DISK_FULL = "the disk is full; what was reported as stored is safe"
_MESSAGES = {
    sqlite3.SQLITE_FULL: (_DISK_FULL, "free some space and read again: it goes on where it stopped"),
    sqlite3.SQLITE_IOERR: ("the disk cannot be read or written", "check free space and the disk, then read again"),
    sqlite3.SQLITE_BUSY: ("another process is writing to it", "wait until it is done, or end it"),
    sqlite3.SQLITE_LOCKED: ("another process has locked it", "wait until it is done, or end it"),
    sqlite3.SQLITE_READONLY: ("the file or its folder is read-only", "copy it to where you may write"),
    sqlite3.SQLITE_PERM: ("no permission", "check who owns the file and its folder"),
    sqlite3.SQLITE_CANTOPEN: ("cannot be opened", "check that the folder exists and that you may write there"),
    sqlite3.SQLITE_TOOBIG: ("a text is longer than the archive can hold", ""),
}
_DAMAGED = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)
DOCTOR = "`dragoman doctor --archive FILE` says what is broken and what to do"
NOT_OURS = "this file is not a Dragoman archive"


@dataclass(frozen=True, slots=True)
class Migration:
    """One step of the schema: SQL that leads from the version before to `version`."""

    version: int
    name: str
    sql: str


def migrations() -> tuple[Migration, ...]:
    """The steps in order, from `migrations/NNNN_name.sql`."""
    folder = resources.files("dragoman.store") / "migrations"
    files = sorted((file for file in folder.iterdir() if file.name.endswith(".sql")), key=lambda file: file.name)
    return tuple(Migration(int(file.name[:4]), file.name[5:-4], file.read_text("utf-8")) for file in files)


@contextmanager
def plain_errors(path: Path) -> Iterator[None]:
    """Raise what SQLite complains about as an `ArchiveError` that says what is wrong and what to do."""
    try:
        yield
    except sqlite3.OperationalError as error:
        raise translated(error, path) from error
    except sqlite3.DatabaseError as error:
        if primary_code(error) not in _DAMAGED:
            raise
        raise translated(error, path) from error


def primary_code(error: sqlite3.Error) -> int:
    """SQLite's primary result code of an error; 0 where Python raised it by itself."""
    return (getattr(error, "sqlite_errorcode", None) or 0) & 0xFF


def translated(error: sqlite3.Error, path: Path) -> ArchiveError:
    """The `ArchiveError` for an error of SQLite."""
    code = primary_code(error)
    if code == sqlite3.SQLITE_NOTADB:
        return ArchiveError(NOT_OURS, path, f"or its first bytes are destroyed; {DOCTOR}")
    if code in _DAMAGED:
        return DamagedArchiveError(f"the archive is damaged: {error}", path, DOCTOR)
    message, advice = _MESSAGES.get(code, (str(error), DOCTOR))
    return ArchiveError(message, path, advice)


def connect_writer(path: Path, *, create: bool, steps: Sequence[Migration] | None = None) -> sqlite3.Connection:
    """A connection that may write, to an archive of the current schema.

    Raises `ArchiveError` where the file is missing (unless `create`), is no archive, damaged, locked or read-only.
    """
    if not create and not path.is_file():
        raise no_archive(path)
    with plain_errors(path):
        connection = _connect(path, "rwc" if create else "rw")
        with _closed_on_error(connection):
            known = migrations() if steps is None else steps
            version = _checked_version(connection, path, known, may_be_new=create)
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute("PRAGMA synchronous = FULL")
            _migrate(connection, version, known)
    return connection


def connect_reader(path: Path) -> sqlite3.Connection:
    """A connection that only reads, while others may write. An archive of an older schema is brought up to date first.

    Raises `ArchiveError` as `connect_writer` does.
    """
    if not path.is_file():
        raise no_archive(path)
    known = migrations()
    with plain_errors(path):
        connection = _connect_readonly(path)
        with _closed_on_error(connection):
            version = _checked_version(connection, path, known, may_be_new=False)
    if version < known[-1].version:
        connection.close()
        connect_writer(path, create=False).close()
        return connect_reader(path)
    return connection


def new_schema() -> dict[str, str | None]:
    """The SQL of every table, view and index that an archive of the current schema has, by name."""
    connection = sqlite3.connect(":memory:", isolation_level=None)
    try:
        _migrate(connection, 0, migrations())
        return dict(connection.execute("SELECT name, sql FROM sqlite_schema"))
    finally:
        connection.close()


def no_archive(path: Path) -> ArchiveError:
    """The error for an archive that is not there."""
    return ArchiveError("there is no archive here", path, "`dragoman read PATH --archive FILE` makes one")


def _connect(path: Path, mode: str) -> sqlite3.Connection:
    uri = f"file:{quote(str(path.absolute()))}?mode={mode}"
    connection = sqlite3.connect(uri, uri=True, isolation_level=None, timeout=BUSY_SECONDS)
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA trusted_schema = OFF")
    return connection


def _connect_readonly(path: Path) -> sqlite3.Connection:
    """Read-only; where the folder does not let SQLite make its shared-memory file, the file is read as one that rests."""
    try:
        connection = _connect(path, "ro")
        connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    except sqlite3.OperationalError as error:
        rests = not Path(f"{path}-wal").exists()
        if primary_code(error) not in (sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY) or not rests:
            raise
        return _connect(path, "ro&immutable=1")
    return connection


@contextmanager
def _closed_on_error(connection: sqlite3.Connection) -> Iterator[None]:
    try:
        yield
    except BaseException:
        connection.close()
        raise


def _checked_version(connection: sqlite3.Connection, path: Path, known: Sequence[Migration], *, may_be_new: bool) -> int:
    """The schema version of an archive; 0 where the file is empty and may become one."""
    ask = partial(_pragma, connection)
    tables = connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0]
    if ask("application_id") != APPLICATION_ID:
        if tables or not may_be_new:
            raise ArchiveError(NOT_OURS, path, "name another file with --archive")
        return 0
    version = ask("user_version")
    if version > known[-1].version:
        raise NewerArchiveError(path, version, known[-1].version)
    return version


def _pragma(connection: sqlite3.Connection, name: str) -> int:
    return int(connection.execute(f"PRAGMA {name}").fetchone()[0])


def _migrate(connection: sqlite3.Connection, version: int, steps: Sequence[Migration]) -> None:
    """Run the steps that are missing, each whole or not at all; another process may have run them in the meantime."""
    for step in steps:
        if step.version <= version:
            continue
        connection.execute("BEGIN IMMEDIATE")
        try:
            if _pragma(connection, "user_version") < step.version:
                _run_script(connection, step.sql)
                connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
                connection.execute(f"PRAGMA user_version = {step.version}")
            connection.execute("COMMIT")
        except BaseException:
            connection.execute("ROLLBACK")
            raise


def _run_script(connection: sqlite3.Connection, sql: str) -> None:
    """Run the statements one by one; `executescript` would commit the transaction they stand in."""
    statement = ""
    for line in sql.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            connection.execute(statement)
            statement = ""
