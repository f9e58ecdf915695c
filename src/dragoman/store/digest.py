"""A hash of what an archive holds, whatever the order and the number of runs in which it came."""

from __future__ import annotations

import hashlib
import sqlite3

from dragoman.store.batch import COLUMNS, RESOLVED
from dragoman.store.rows import LINEAGE_COLUMNS, UTTERANCE_COLUMNS


def digest(connection: sqlite3.Connection) -> str:
    """SHA-256 over every row of every table that holds what was coded or resolved, in the order of their values.

    Left out: numbers that hold within one file only, the text indexes, the lookup of actors, the log of runs.
    """
    total = hashlib.sha256()
    for table, columns in {**COLUMNS, **RESOLVED, **LINEAGE_COLUMNS, **UTTERANCE_COLUMNS}.items():
        names = ", ".join(columns)
        total.update(table.encode())
        for row in connection.execute(f"SELECT {names} FROM {table} ORDER BY {names}"):
            total.update(repr(row).encode("utf-8", "surrogatepass"))
    return total.hexdigest()
