"""Prints records in every format. One list of columns writes them all."""

from __future__ import annotations

import csv
import datetime
import sys
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import IO, Any, TypeVar

import typer

from dragoman.cli.cells import cell, json_line
from dragoman.cli.options import Format
from dragoman.cli.streams import binary_out, text_out
from dragoman.cli.tables import write_table
from dragoman.query.columns import Column, Listing

Record = TypeVar("Record")

PARQUET_ROWS = 10_000
"""Rows of a Parquet row group: what is held in memory at a time."""


def chosen_format(wanted: Format | None, output: Path | None) -> Format:
    """The format asked for, or that of the file's ending, or a table. Parquet does not go to a terminal."""
    ending = output.suffix.lstrip(".").lower() if output else ""
    chosen = wanted or (Format(ending) if ending in set(Format) else Format.table)
    if chosen is Format.parquet and output is None and sys.stdout.isatty():
        raise typer.BadParameter("parquet is not for the eye: name a file with --output, or redirect")
    return chosen


def write(records: Iterable[Record], listing: Listing[Record], how: Format, output: Path | None) -> int:
    """Print the records as they come; returns how many there were."""
    counted = _Counted(records)
    if how is Format.parquet:
        with binary_out(output) as file:
            _write_parquet(counted, listing, file)
    else:
        with text_out(output) as file:
            _WRITERS[how](counted, listing, file)
    return counted.count


class _Counted(Iterable[Record]):
    """Records that are counted as they pass."""

    def __init__(self, records: Iterable[Record]) -> None:
        self._records = records
        self.count = 0

    def __iter__(self) -> Iterator[Record]:
        for record in self._records:
            self.count += 1
            yield record


def _write_jsonl(records: Iterable[Record], listing: Listing[Record], file: IO[str]) -> None:
    for record in records:
        file.write(json_line(listing.as_json(record)) + "\n")


def _write_json(records: Iterable[Record], listing: Listing[Record], file: IO[str]) -> None:
    before = "[\n"
    for record in records:
        file.write(before + json_line(listing.as_json(record)))
        before = ",\n"
    file.write("[]\n" if before == "[\n" else "\n]\n")


def _write_csv(records: Iterable[Record], listing: Listing[Record], file: IO[str]) -> None:
    _write_cells(records, listing, file, ",")


def _write_tsv(records: Iterable[Record], listing: Listing[Record], file: IO[str]) -> None:
    _write_cells(records, listing, file, "\t")


def _write_cells(records: Iterable[Record], listing: Listing[Record], file: IO[str], delimiter: str) -> None:
    writer = csv.writer(file, delimiter=delimiter, lineterminator="\n")
    writer.writerow(column.name for column in listing.columns)
    for record in records:
        writer.writerow(cell(column.take(record)) for column in listing.columns)


def _write_parquet(records: Iterable[Record], listing: Listing[Record], file: IO[bytes]) -> None:
    # Imported only when asked for: it takes longer to load than most queries to answer.
    import pyarrow as pa
    import pyarrow.parquet as pq

    types = {
        "text": pa.string(),
        "integer": pa.int64(),
        "number": pa.float64(),
        "boolean": pa.bool_(),
        "day": pa.date32(),
        "list": pa.list_(pa.string()),
    }
    schema = pa.schema(
        [pa.field(column.name, types[column.kind], metadata={"meaning": column.meaning}) for column in listing.columns]
    )
    rows = iter(records)
    with pq.ParquetWriter(file, schema, compression="zstd") as writer:
        for group in iter(lambda: list(islice(rows, PARQUET_ROWS)), []):
            arrays = [[_typed(column, record) for record in group] for column in listing.columns]
            writer.write_table(pa.table(arrays, schema=schema))


def _typed(column: Column[Record], record: Record) -> Any:  # noqa: ANN401 - any column's value
    value = column.take(record)
    if column.kind == "day" and value is not None:
        return datetime.date.fromisoformat(value)
    return list(value) if column.kind == "list" else value


_WRITERS: dict[Format, Callable[[Iterable[Any], Listing[Any], IO[str]], None]] = {
    Format.table: write_table,
    Format.json: _write_json,
    Format.jsonl: _write_jsonl,
    Format.csv: _write_csv,
    Format.tsv: _write_tsv,
}
