"""Tables of articles (CSV, TSV, semicolons) to rows: the first line names the columns, a row may run over lines."""

from __future__ import annotations

import codecs
import csv
from collections.abc import Iterator

from dragoman.pages.decode import decode
from dragoman.pages.source import CHUNK, Source
from dragoman.pages.walk import STAGE
from dragoman.records import Drop

DELIMITERS = ",\t;|"
SHOWN_COLUMNS = 12
"""Names of columns that a message lists."""


def table_rows(source: Source, name: str, limit: int) -> Iterator[tuple[int, dict[str, str] | Drop]]:
    """The line of names (number 0, with empty cells), then the rows with their numbers; memory holds one at a time.

    `limit`: bytes of the longest cell. A table that breaks off within quotation marks is a drop after the rows before it.
    """
    lines = _lines(source)
    first = next(lines, "")
    delimiter = max(DELIMITERS, key=first.count)
    csv.field_size_limit(limit)  # the library's own bound is lower than long articles, and the same for all readers
    columns = next(csv.reader([first], delimiter=delimiter), [])
    number = 0
    yield number, dict.fromkeys(columns, "")
    try:
        for number, cells in enumerate(csv.reader(lines, delimiter=delimiter), 1):
            if any(cell.strip() for cell in cells):
                yield number, dict(zip(columns, cells, strict=False))
    except csv.Error as error:
        yield number + 1, Drop(STAGE, "too-large", f"{name}#{number + 1}", detail=f"{error}; what follows was not read")


def listed(columns: list[str]) -> str:
    """Names of columns for a message."""
    more = f" and {len(columns) - SHOWN_COLUMNS} more" if len(columns) > SHOWN_COLUMNS else ""
    return ", ".join(column.strip()[:40] for column in columns[:SHOWN_COLUMNS]) + more


def _lines(source: Source) -> Iterator[str]:
    """Lines with their ends, decoded bit by bit in the encoding that the first bytes are read in."""
    start = source.read(CHUNK)
    encoding = decode(start).encoding
    decoder = codecs.getincrementaldecoder("utf-8-sig" if encoding == "utf-8" else encoding)("replace")
    kept, chunk = "", start
    while chunk:
        *whole, kept = (kept + decoder.decode(chunk).replace("\0", " ")).split("\n")
        yield from (f"{line}\n" for line in whole)
        chunk = source.read(CHUNK)
    kept += decoder.decode(b"", final=True)
    if kept:
        yield kept
