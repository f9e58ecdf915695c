"""Tables for the eye: wrapped on a terminal, a line for each record elsewhere."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import chain
from typing import IO, Any, TypeVar

from rich.cells import cell_len
from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from dragoman.cli.cells import cell, clean
from dragoman.cli.streams import plain_console
from dragoman.query.columns import FIXED, REFERENCE, WHOLE_LINE, Column, Listing
from dragoman.query.wording import short

Record = TypeVar("Record")

GAP = 2
INDENT = 4
NARROWEST = 8
EVIDENCE_LINES = 3
STATUS_STYLES = {
    "happened": "green",
    "ongoing": "green",
    "planned": "yellow",
    "expected": "yellow",
    "called-for": "magenta",
    "negated": "red",
    "background": "dim",
}


def write_table(records: Iterable[Record], listing: Listing[Record], file: IO[str]) -> None:
    """Draw the records as they come; nothing where there are none."""
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
    behind = ", ".join(reference for reference in references if reference)
    return Padding(words.append(f"  ({behind})" if behind else "", "dim"), (0, 0, 0, INDENT))


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
