"""`dragoman explain`: the words and rules behind an id."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

import typer
from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from dragoman.cli.cells import clean, json_line
from dragoman.cli.options import DEFAULT, ArchiveOption, Shape, ShapeOption
from dragoman.cli.streams import console_out, text_out
from dragoman.query.explain import Explanation, Mark, Passage
from dragoman.query.query import Query
from dragoman.records import as_dict
from dragoman.store.archive import Archive

_STYLES = {"trigger": "bold reverse", "date": "cyan", "place": "cyan", "here": "reverse"}
_ACTOR_STYLE = "bold"


def explain(
    wanted: Annotated[
        str,
        typer.Argument(
            metavar="ID",
            help="Id of an event, a report, a quote or an article, or the beginning of one; a page's name; ARTICLE:OFFSET.",
        ),
    ],
    archive: ArchiveOption = DEFAULT,
    against: Annotated[
        str | None, typer.Option(metavar="ID", help="Another event or report: show why the two are not one event.")
    ] = None,
    how: ShapeOption = Shape.table,
) -> None:
    """Show the words and the rules behind an id.

    An event shows its reports and the evidence that joined them, piece by piece with its weight; a report or a quote its
    sentence, with every word that carries a value marked, and the rules that made it; an article what is headline, body and
    boilerplate, and what was left out and why; ARTICLE:OFFSET all that was made of the words there. --against shows the
    evidence for and against two events being one.
    """
    with Archive.open_to_read(archive) as opened:
        found = Query(opened).explain(wanted, against)
    if how is Shape.json:
        with text_out() as file:
            file.write(json_line(as_dict(found)) + "\n")
    else:
        with console_out() as console:
            _draw(found, console, 0)


def _draw(explanation: Explanation, console: Console, depth: int) -> None:
    def put(text: Text, more: int = 0) -> None:
        console.print(Padding(text, (0, 0, 0, 2 * depth + more), expand=False))

    put(Text(f"{explanation.kind} {explanation.id}  ", "dim").append(clean(explanation.title), "bold"))
    width = max((len(name) for name, _ in explanation.facts), default=0)
    for name, value in explanation.facts:
        put(Text(f"{name:>{width}}  ", "dim").append(clean(value)), 2)
    if explanation.passage:
        put(shown(explanation.passage), 2)
    if explanation.why:
        put(Text("because" if explanation.kind in ("report", "event", "quote") else "", "dim"), 2)
    for reason in explanation.why:
        put(Text(clean(reason)), 4)
    for part in explanation.parts:
        _draw(part, console, depth + 1)


def shown(passage: Passage) -> Text:
    """The words, each that carries a value in brackets with what it carries: `[Kenya|source]`."""
    text = Text("… " if passage.cut_before else "")
    at = passage.start
    for edge, marks, opens in _edges(passage.marks):
        text.append(_flat(passage, at, edge))
        at = edge
        for mark in marks:
            text.append("[" if opens else f"|{mark.label}]", _STYLES.get(mark.label, _ACTOR_STYLE))
    return text.append(_flat(passage, at, passage.start + len(passage.text)) + (" …" if passage.cut_after else ""))


def _edges(marks: tuple[Mark, ...]) -> Iterator[tuple[int, list[Mark], bool]]:
    """Where marks open and close, in order; at one place the inner one closes first and opens last."""
    for edge in sorted({mark.start for mark in marks} | {mark.end for mark in marks}):
        closing = [mark for mark in marks if mark.end == edge]
        opening = [mark for mark in marks if mark.start == edge]
        yield edge, sorted(closing, key=lambda mark: -mark.start), False
        yield edge, sorted(opening, key=lambda mark: -mark.end), True


def _flat(passage: Passage, start: int, end: int) -> str:
    words = passage.text[start - passage.start : end - passage.start]
    flat = clean(words)
    before = " " if words[:1].isspace() else ""
    return f"{before}{flat}{' ' if flat and words[-1:].isspace() else ''}"
