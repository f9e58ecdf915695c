"""`dragoman timeline`: the events of a pair, of one actor, or on an issue, in time."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from itertools import groupby
from typing import Annotated

import typer
from rich.console import Console
from rich.text import Text

from dragoman.cli.cells import clean
from dragoman.cli.listing import explain_nothing, tell_undated
from dragoman.cli.options import (
    DEFAULT,
    ArchiveOption,
    Format,
    FormatOption,
    IssueOption,
    LimitOption,
    OutputOption,
    filtered,
)
from dragoman.cli.output import chosen_format, write
from dragoman.cli.streams import console_out
from dragoman.cli.tables import INDENT, STATUS_STYLES, evidence
from dragoman.query.columns import EVENT_LIST
from dragoman.query.filters import Filter
from dragoman.query.query import Query
from dragoman.query.views import ToldEvent
from dragoman.query.wording import days, dyad
from dragoman.store.archive import Archive

UNKNOWN = "date unknown"


@filtered
def timeline(
    wanted: Filter,
    who: Annotated[
        list[str] | None,
        typer.Argument(metavar="[WHO]...", help="One actor or a pair; all of them take part. Ids, names or country codes."),
    ] = None,
    archive: ArchiveOption = DEFAULT,
    how: FormatOption = None,
    output: OutputOption = None,
    limit: LimitOption = None,
    issue: IssueOption = None,
    most: Annotated[
        int | None,
        typer.Option(
            "--top", min=1, metavar="N", help="Only the N most important: told by most sources, so, dated, answered."
        ),
    ] = None,
) -> None:
    """Print the events of a pair, an actor or an issue in time.

    Grouped by day, each with how the date is known, is it so, and the words; those without a known date come last,
    in the order of their pages.
    """
    chosen = chosen_format(how, output)
    asked = tuple(who or ())
    wanted = replace(wanted, issue=tuple(issue or ()))
    with Archive.open_to_read(archive) as opened:
        query = Query(opened)
        told = query.timeline(asked, wanted, limit) if most is None else query.most_important(asked, wanted, most)
        if chosen is Format.table and output is None:
            with console_out() as console:
                count = draw(told, console)
        else:
            count = write(told, EVENT_LIST, chosen, output)
        if count == 0:
            explain_nothing(query, "events", wanted, asked)
        tell_undated(query, asked, wanted)


def draw(events: Iterable[ToldEvent], console: Console) -> int:
    """Print events under their days; returns how many there were."""
    count = 0
    for day, same_day in groupby(events, key=lambda told: days(told.event.date) or UNKNOWN):
        console.print(Text(day, "bold"))
        for told in same_day:
            count += 1
            _draw_event(told, console)
    return count


def _draw_event(told: ToldEvent, console: Console) -> None:
    event, head = told.event, told.telling.article
    line = Text("  ").append(f"{event.status:<10}", STATUS_STYLES[event.status]).append(f"  {event.event_type:<9} ")
    line.append(f" {clean(dyad(event))}").append(f"  {_basis(told)}", "dim")
    references = [clean(value) for value in (_told_by(told), head.outlet, head.page, event.id) if value]
    if console.is_terminal:
        console.print(line)
        console.print(evidence(told.telling.report.evidence.text, references, console))
    else:
        words = clean(told.telling.report.evidence.text)
        console.file.write(f"{line.plain}\n{' ' * INDENT}{words}  ({', '.join(references)})\n")


def _told_by(told: ToldEvent) -> str | None:
    """How many tell of it, where it is not one article alone."""
    event = told.event
    if event.n_articles == 1:
        return None
    sources = f"{event.n_independent_sources} source{'s' if event.n_independent_sources > 1 else ''}"
    return f"{sources} in {event.n_articles} articles"


def _basis(told: ToldEvent) -> str:
    """How the date is known."""
    date = told.event.date
    reported = f"; page of {told.event.first_reported}" if told.event.first_reported else ""
    if date is None:
        return f"no date is given{reported}"
    if date.start is None:
        return clean(f"{date.text!r}{reported}")
    clues = f" from {'; '.join(date.inferred_from)}" if date.inferred_from else ""
    return clean(f"{date.basis}{f' {date.text!r}' if date.text else ''}{clues}")
