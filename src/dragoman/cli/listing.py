"""`dragoman events`, `stories`, `reports`, `quotes`, `positions`, `articles`, `actors`: lists of what the archive holds."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from enum import StrEnum
from itertools import islice
from pathlib import Path
from typing import Annotated, TypeVar

import typer

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
from dragoman.cli.streams import complain
from dragoman.query.columns import (
    ACTOR_LIST,
    ARTICLE_LIST,
    CHANGE_LIST,
    EVENT_LIST,
    LINEAGE_LIST,
    POSITION_LIST,
    QUOTE_LIST,
    REPORT_LIST,
    STORY_LIST,
    Listing,
    dyad_list,
)
from dragoman.query.dyads import Period
from dragoman.query.filters import Filter
from dragoman.query.query import Query
from dragoman.store.archive import Archive

Record = TypeVar("Record")


class Unit(StrEnum):
    """What a row of an export of events is."""

    report = "report"
    event = "event"
    dyad_day = "dyad-day"
    dyad_month = "dyad-month"


_PERIODS: dict[Unit, Period] = {Unit.dyad_day: "day", Unit.dyad_month: "month"}


@filtered
def events(
    wanted: Filter,
    archive: ArchiveOption = DEFAULT,
    how: FormatOption = None,
    output: OutputOption = None,
    limit: LimitOption = None,
    unit: Annotated[
        Unit, typer.Option(help="What a row is: an event, a report, or the events of a pair of states.")
    ] = Unit.event,
) -> None:
    """List events: who did what to whom, and is it so.

    Events come by date, those without a known date last; each with the words that tell of it. --unit report lists every
    statement instead; dyad-day and dyad-month count, for each ordered pair of states, the events that lie whole in a day or
    month and did happen (or have the --status asked for).
    """
    if unit is Unit.event:
        _list(EVENT_LIST, lambda query: query.told_events(wanted, limit), wanted, archive, how, output)
    elif unit is Unit.report:
        _list(REPORT_LIST, lambda query: query.told_reports(wanted, limit), wanted, archive, how, output)
    else:
        _count_dyads(_PERIODS[unit], wanted, archive, how, output, limit)


@filtered
def stories(
    wanted: Filter,
    archive: ArchiveOption = DEFAULT,
    how: FormatOption = None,
    output: OutputOption = None,
    limit: LimitOption = None,
) -> None:
    """List stories: articles on one occasion.

    They come by day of publication. The filters find stories that hold such an article, as `dragoman articles` does.
    """
    _list(STORY_LIST, lambda query: query.stories(wanted, limit), wanted, archive, how, output)


@filtered
def reports(
    wanted: Filter,
    archive: ArchiveOption = DEFAULT,
    how: FormatOption = None,
    output: OutputOption = None,
    limit: LimitOption = None,
) -> None:
    """List reports: what pages say.

    A report is one statement that something happened, is planned, is denied. They come by page, in the order of the text.
    """
    _list(REPORT_LIST, lambda query: query.told_reports(wanted, limit), wanted, archive, how, output)


@filtered
def quotes(
    wanted: Filter,
    archive: ArchiveOption = DEFAULT,
    how: FormatOption = None,
    output: OutputOption = None,
    limit: LimitOption = None,
    speaker: Annotated[list[str] | None, typer.Option("--speaker", metavar="WHO", help="Who speaks.")] = None,
    utterance: Annotated[
        list[str] | None, typer.Option("--utterance", metavar="ID", help="All quotes of one utterance, on whatever page.")
    ] = None,
) -> None:
    """List quotes: who said what.

    They come by page, in the order of the text. --actor is speaker, addressee or relay, --source the speaker, --target the
    addressee; --type and --status find quotes that tell of such an act; --since and --until look at the day on which it was
    said or, where the page does not tell, at that of publication.
    """
    wanted = replace(wanted, speaker=tuple(speaker or ()), utterance=tuple(utterance or ()))
    _list(QUOTE_LIST, lambda query: query.told_quotes(wanted, limit), wanted, archive, how, output)


@filtered
def positions(
    wanted: Filter,
    archive: ArchiveOption = DEFAULT,
    how: FormatOption = None,
    output: OutputOption = None,
    limit: LimitOption = None,
    holder: Annotated[list[str] | None, typer.Option("--holder", metavar="WHO", help="Who holds it.")] = None,
    issue: IssueOption = None,
    stance: Annotated[
        list[str] | None, typer.Option("--stance", metavar="STANCE", help="supports, opposes, calls-for, recognises ...")
    ] = None,
    whom: Annotated[list[str] | None, typer.Option("--object", metavar="WHO", help="Whom the stand is on.")] = None,
    changes: Annotated[
        bool, typer.Option("--changes", help="Only where a holder changed sides, with both passages.")
    ] = False,
) -> None:
    """List positions: who stands where on which issue.

    They come by page, in the order of the text. --actor is holder, object or whoever says so, --source the holder, --target
    the object; --type and --status find positions that such an act shows; --since and --until look at the day of the act or,
    where the page does not tell, at that of publication.
    """
    wanted = replace(
        wanted,
        holder=tuple(holder or ()),
        issue=tuple(issue or ()),
        stance=tuple(stance or ()),
        object=tuple(whom or ()),
    )
    if changes:
        _list(CHANGE_LIST, lambda query: islice(query.changes(wanted), limit), wanted, archive, how, output)
    else:
        _list(POSITION_LIST, lambda query: query.told_positions(wanted, limit), wanted, archive, how, output)


@filtered
def articles(
    wanted: Filter,
    archive: ArchiveOption = DEFAULT,
    how: FormatOption = None,
    output: OutputOption = None,
    limit: LimitOption = None,
) -> None:
    """List articles: the news texts found on the pages.

    --actor finds articles that mention somebody, --text looks at headline and body, --since and --until at the date of
    publication; the other filters find articles that report such a thing.
    """
    _list(ARTICLE_LIST, lambda query: query.articles(wanted, limit), wanted, archive, how, output)


@filtered
def lineage(
    wanted: Filter,
    archive: ArchiveOption = DEFAULT,
    how: FormatOption = None,
    output: OutputOption = None,
    limit: LimitOption = None,
) -> None:
    """List lineage: which article was made from which.

    Copies, excerpts, rewrites, digests, and articles that both go back to a third. The filters choose articles as in
    `dragoman articles`; a pair is listed where either of its articles is chosen. `dragoman explain ID` shows the passages.
    """
    _list(LINEAGE_LIST, lambda query: query.lineage(wanted, limit), wanted, archive, how, output)


@filtered
def actors(
    wanted: Filter,
    archive: ArchiveOption = DEFAULT,
    how: FormatOption = None,
    output: OutputOption = None,
    limit: LimitOption = None,
) -> None:
    """List actors: who is mentioned, and how often.

    Also how often each acts and is acted on. Counted over the articles and reports that the filters let through.
    """
    _list(ACTOR_LIST, lambda query: query.actors(wanted, limit), wanted, archive, how, output)


def _list(
    listing: Listing[Record],
    answer: Callable[[Query], Iterator[Record]],
    wanted: Filter,
    archive: Path,
    how: Format | None,
    output: Path | None,
) -> None:
    chosen = chosen_format(how, output)
    with Archive.open_to_read(archive) as opened:
        query = Query(opened)
        count = write(answer(query), listing, chosen, output)
        if count == 0:
            explain_nothing(query, listing.name, wanted)
        if count == 0 and opened.unresolved:
            complain("an earlier version made this archive: `dragoman resolve` makes its events")
        if listing is EVENT_LIST:
            tell_undated(query, (), wanted)


def _count_dyads(
    period: Period, wanted: Filter, archive: Path, how: Format | None, output: Path | None, limit: int | None
) -> None:
    """Write counts by pair of states, and say how many events could not be counted."""
    left_out: Counter[str] = Counter()
    chosen = chosen_format(how, output)
    with Archive.open_to_read(archive) as opened:
        query = Query(opened)
        if write(islice(query.dyads(period, wanted, left_out), limit), dyad_list(), chosen, output) == 0:
            explain_nothing(query, "events", wanted)
    for reason, count in sorted(left_out.items()):
        complain(f"{count} events are not counted: {reason}")


def explain_nothing(query: Query, name: str, wanted: Filter, parties: tuple[str, ...] = ()) -> None:
    """Say that nothing was found, and name actors that the archive does not know, with those that are near."""
    complain(f"no {name} found")
    for term in dict.fromkeys(
        (*parties, *wanted.actor, *wanted.source, *wanted.target, *wanted.speaker, *wanted.holder, *wanted.object)
    ):
        if not query.knows(term):
            near = query.near(term)
            complain(f"nobody in this archive is called {term!r}" + _nearby(near))
    for outlet in wanted.outlet:
        near = query.near_outlets(outlet)
        if [name.casefold() for name in near] != [outlet.casefold()]:
            complain(f"no outlet in this archive is called {outlet!r}" + _nearby(near))
    for issue in wanted.issue:
        if near := query.near_issues(issue):
            complain(f"issues with names like {issue!r}: {', '.join(near)}")


def _nearby(names: list[str]) -> str:
    return f"; near: {', '.join(names)}" if names else ""


def tell_undated(query: Query, parties: tuple[str, ...], wanted: Filter) -> None:
    """Say how many events a filter by date cannot let through for want of a date."""
    undated = query.undated(parties, wanted) if wanted.since or wanted.until else 0
    if undated:
        complain(f"{undated} more without a known date")
