"""`dragoman compare`: what one page made of what another tells, or how the tellings of an event differ."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from dragoman.cli.cells import clean
from dragoman.cli.options import DEFAULT, ArchiveOption, Format, FormatOption, OutputOption
from dragoman.cli.output import chosen_format, write
from dragoman.cli.streams import complain, plain_console, text_out
from dragoman.query.columns import COMPARISON
from dragoman.query.query import Query
from dragoman.query.views import Head, ToldDifference
from dragoman.query.wording import counted, days
from dragoman.records import Span
from dragoman.store.archive import Archive

_STYLES = {"kept": "dim", "dropped": "red", "added": "green", "altered": "yellow"}
_INDENT = 4


def compare(
    one: Annotated[
        str,
        typer.Argument(metavar="A", help="An article: its id, the beginning of it, or its page. Alone: an event."),
    ],
    other: Annotated[str | None, typer.Argument(metavar="B", help="Another article.")] = None,
    archive: ArchiveOption = DEFAULT,
    how: FormatOption = None,
    output: OutputOption = None,
    kept: Annotated[bool, typer.Option("--kept/--no-kept", help="Show what was kept, too.")] = True,
) -> None:
    """Show what article B kept, dropped, added or altered of what article A tells.

    Altered are numbers, days, names, quotes, denial, certainty and attribution; where not both can be so, it is called a
    contradiction. For an event alone: how its tellings differ from the one it is shown with. `--format jsonl` has the words
    and sentences of both sides with their offsets.
    """
    chosen = chosen_format(how, output)
    with Archive.open_to_read(archive) as opened:
        found = (told for told in Query(opened).compare(one, other) if kept or told.difference.change != "kept")
        count = _draw(found, output) if chosen is Format.table else write(found, COMPARISON, chosen, output)
    if count == 0:
        complain("no differences found")


def _draw(found: Iterable[ToldDifference], output: Path | None) -> int:
    """Each pair of articles with its differences, in the order of the first, and how many of each kind there are."""
    counts: Counter[str] = Counter()
    heads: tuple[Head, Head] | None = None
    with text_out(output) as file:
        console = plain_console(file)
        for told in found:
            if heads != (told.article, told.other):
                heads = (told.article, told.other)
                _draw_heads(console, *heads)
            for line, indent in _lines(told):
                console.print(Padding(line, (0, 0, 0, indent), expand=False))
            difference = told.difference
            counts[f"{difference.change} {difference.aspect}"] += 1
            counts["contradiction"] += difference.contradiction
        if counts:
            console.print(Text("\n" + ", ".join(counted(count, name) for name, count in sorted(counts.items()) if count)))
    return counts.total()


def _draw_heads(console: Console, one: Head, other: Head) -> None:
    for letter, head in (("A", one), ("B", other)):
        facts = ", ".join(part for part in (head.outlet, days(head.published), head.credit) if part)
        line = Text(f"{letter}  ", "dim").append(head.page, "bold").append(f"  {clean(head.headline or '')}  ")
        console.print(line.append(f"({facts or 'no outlet or date known'})", "dim"))
    console.print()


def _lines(told: ToldDifference) -> Iterator[tuple[Text, int]]:
    """A passage with its sentences; a detail below its passage with the words of both sides."""
    found = told.difference
    name = Text(found.change, _STYLES[found.change])
    if found.aspect == "passage":
        yield name.append(f"  {found.note}", "dim"), 0
        yield from ((_side(letter, span), _INDENT) for letter, span in (("A", found.here), ("B", found.there)) if span)
        return
    name.append(f" {found.aspect}: {clean(found.note)}")
    yield name.append("  CONTRADICTION" if found.contradiction else "", "bold red"), _INDENT
    if found.contradiction or not told.difference.here or not told.difference.there or found.aspect == "quote":
        yield from ((_side(letter, span), 2 * _INDENT) for letter, span in (("A", found.here), ("B", found.there)) if span)


def _side(letter: str, span: Span) -> Text:
    return Text(f"{letter}  ", "dim").append(clean(span.text)).append(f"  {span.start}-{span.end}", "dim")
