"""Prints data: tables for the eye, and files that other programs read. One list of columns writes them all."""

from __future__ import annotations

import csv
import datetime
import json
import os
import re
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import chain, islice
from pathlib import Path
from typing import IO, Any, TypeVar

import typer
from rich.cells import cell_len
from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from dragoman.cli.options import Format
from dragoman.query.columns import FIXED, REFERENCE, WHOLE_LINE, Column, Listing
from dragoman.query.wording import short

Record = TypeVar("Record")

LIST_SEPARATOR = "; "
PARQUET_ROWS = 10_000
"""Rows of a Parquet row group: what is held in memory at a time."""
GAP = 2
INDENT = 4
NARROWEST = 8
EVIDENCE_LINES = 3
UNBOUNDED = 1_000_000
_OBEYED = re.compile("[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
"""Control characters, and those that turn the direction of writing."""
STATUS_STYLES = {
    "happened": "green",
    "ongoing": "green",
    "planned": "yellow",
    "expected": "yellow",
    "called-for": "magenta",
    "negated": "red",
    "background": "dim",
}


def complain(message: str) -> None:
    """A line for the reader, on stderr."""
    sys.stderr.write(f"{message}\n")


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
        with _binary_out(output) as file:
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


@contextmanager
def text_out(output: Path | None = None) -> Iterator[IO[str]]:
    """Where text goes: stdout, or a file that is there only when it is whole."""
    if output is None:
        with _until_nobody_reads():
            yield sys.stdout
            sys.stdout.flush()
        return
    with _whole(output) as part, part.open("w", encoding="utf-8", newline="") as file:
        yield file


class _PipedConsole(Console):
    """A console that leaves it to us what to do when nobody reads on."""

    def on_broken_pipe(self) -> None:
        raise BrokenPipeError


def plain_console(file: IO[str]) -> Console:
    """A console that prints texts as they are, and lines of any length where no terminal has to show them."""
    width = None if file.isatty() else UNBOUNDED
    return _PipedConsole(file=file, width=width, highlight=False, markup=False, emoji=False)


@contextmanager
def console_out() -> Iterator[Console]:
    """`plain_console` on stdout."""
    with text_out() as file:
        yield plain_console(file)


@contextmanager
def _binary_out(output: Path | None) -> Iterator[IO[bytes]]:
    if output is None:
        with _until_nobody_reads():
            yield sys.stdout.buffer
            sys.stdout.buffer.flush()
        return
    with _whole(output) as part, part.open("wb") as file:
        yield file


@contextmanager
def _until_nobody_reads() -> Iterator[None]:
    """End quietly when the reader of our output has seen enough (`| head`)."""
    try:
        yield
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise typer.Exit(0) from None


@contextmanager
def _whole(output: Path) -> Iterator[Path]:
    """Write beside the file and put it in its place when all is there, so that a stopped command leaves no half file."""
    part = output.with_name(f"{output.name}.part")
    try:
        yield part
    except OSError as error:
        part.unlink(missing_ok=True)
        raise typer.BadParameter(f"cannot write {output}: {error.strerror}") from error
    except BaseException:
        part.unlink(missing_ok=True)
        raise
    part.replace(output)


# ---- JSON


def json_line(value: Any) -> str:  # noqa: ANN401 - anything that JSON holds
    """One value in one line, text as it is."""
    return json.dumps(value, ensure_ascii=False, allow_nan=False)


def _write_jsonl(records: Iterable[Record], listing: Listing[Record], file: IO[str]) -> None:
    for record in records:
        file.write(json_line(listing.as_json(record)) + "\n")


def _write_json(records: Iterable[Record], listing: Listing[Record], file: IO[str]) -> None:
    before = "[\n"
    for record in records:
        file.write(before + json_line(listing.as_json(record)))
        before = ",\n"
    file.write("[]\n" if before == "[\n" else "\n]\n")


# ---- CSV and TSV


def _write_csv(records: Iterable[Record], listing: Listing[Record], file: IO[str]) -> None:
    _write_cells(records, listing, file, ",")


def _write_tsv(records: Iterable[Record], listing: Listing[Record], file: IO[str]) -> None:
    _write_cells(records, listing, file, "\t")


def _write_cells(records: Iterable[Record], listing: Listing[Record], file: IO[str], delimiter: str) -> None:
    writer = csv.writer(file, delimiter=delimiter, lineterminator="\n")
    writer.writerow(column.name for column in listing.columns)
    for record in records:
        writer.writerow(cell(column.take(record)) for column in listing.columns)


def cell(value: Any) -> str:  # noqa: ANN401 - any column's value
    """A value as the text of a cell: one line, no control characters, empty where it is missing."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list | tuple):
        return LIST_SEPARATOR.join(cell(item) for item in value)
    return clean(str(value))


def clean(text: str) -> str:
    """The text in one line, without what a terminal would obey."""
    return _OBEYED.sub("", " ".join(text.split()))


# ---- Parquet


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


# ---- Tables for the eye


def _write_table(records: Iterable[Record], listing: Listing[Record], file: IO[str]) -> None:
    console = plain_console(file)
    draw = _draw_wrapped if console.is_terminal else _draw_whole
    rows = iter(records)
    first = next(rows, None)
    if first is not None:
        draw(chain([first], rows), listing.columns, console)


def _draw_whole(records: Iterable[Record], columns: Sequence[Column[Record]], console: Console) -> None:
    """For files and other programs: a line for each record, nothing cut, the long text last."""
    shown = [*_cells(columns), *_below(columns, REFERENCE), *_below(columns, WHOLE_LINE)]
    heads = [_head(column) for column in shown]
    for values in chain([heads], ([cell(column.take(record)) for column in shown] for record in records)):
        padded = (_padded(value, column.width) for value, column in zip(values, shown, strict=True))
        console.file.write((" " * GAP).join(padded).rstrip() + "\n")


def _draw_wrapped(records: Iterable[Record], columns: Sequence[Column[Record]], console: Console) -> None:
    """For a terminal: cells wrap within their columns, the long text and the ids stand below."""
    cells, below, references = _cells(columns), _below(columns, WHOLE_LINE), _below(columns, REFERENCE)
    widths = fitted([column.width for column in cells], console.width)
    console.print(_line([Text(_head(column), "bold") for column in cells], widths))
    for record in records:
        values = [cell(column.take(record)) for column in cells]
        console.print(_line([Text(value, STATUS_STYLES.get(value, "")) for value in values], widths))
        if below or references:
            text = " ".join(cell(column.take(record)) for column in below)
            console.print(evidence(text, [cell(column.take(record)) for column in references], console))


def evidence(text: str, references: Sequence[str], console: Console) -> Padding:
    """The words below a line, cut where they are long, and where they stand."""
    words = Text(short(clean(text), (console.width - INDENT) * EVIDENCE_LINES))
    return Padding(words.append(f"  ({', '.join(references)})", "dim"), (0, 0, 0, INDENT))


def _cells(columns: Sequence[Column[Record]]) -> list[Column[Record]]:
    return [column for column in columns if column.width > 0]


def _below(columns: Sequence[Column[Record]], place: int) -> list[Column[Record]]:
    return [column for column in columns if column.width == place]


def fitted(widths: Sequence[int], room: int) -> list[int]:
    """Widths of columns that fill the room: narrow ones keep theirs, the others share what is left."""
    fixed = sum(width for width in widths if width <= FIXED)
    shared = sum(width for width in widths if width > FIXED)
    left = room - fixed - GAP * len(widths)
    return [width if width <= FIXED else max(NARROWEST, left * width // shared) for width in widths]


def _line(cells: Sequence[Text], widths: Sequence[int]) -> Table:
    line = Table.grid(padding=(0, GAP, 0, 0))
    for width in widths:
        line.add_column(width=width, overflow="fold")
    line.add_row(*cells)
    return line


def _head(column: Column[Any]) -> str:
    return column.name.removeprefix("event_").replace("n_", "").replace("_", " ")


def _padded(text: str, width: int) -> str:
    return text + " " * max(0, width - cell_len(text))


_WRITERS: dict[Format, Callable[[Iterable[Any], Listing[Any], IO[str]], None]] = {
    Format.table: _write_table,
    Format.json: _write_json,
    Format.jsonl: _write_jsonl,
    Format.csv: _write_csv,
    Format.tsv: _write_tsv,
}
