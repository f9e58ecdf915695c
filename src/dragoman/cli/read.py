"""`dragoman read`: pages in, an archive of coded events out."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    SpinnerColumn,
    Task,
    TextColumn,
    TimeRemainingColumn,
)
from rich.progress import Progress as Bar
from rich.text import Text

from dragoman.cli.cells import clean
from dragoman.cli.options import (
    DEFAULT,
    LARGEST_PAGE,
    ArchiveOption,
    ModelOption,
    OntologyOption,
    PrecisionOption,
    RuleOption,
    level,
)
from dragoman.cli.streams import complain
from dragoman.settings import Settings

if TYPE_CHECKING:
    from dragoman.pipeline import Progress, Summary

PARTLY_DONE = 3
STOPPED = 130
MOST_WORKERS = 4
PathsArgument = Annotated[
    list[Path],
    typer.Argument(
        metavar="PATH...", exists=True, help="Files and folders: text, HTML, WARC, JSONL, CSV, RSS, MHT, EML; also as .gz."
    ),
]
FieldOption = Annotated[
    list[str] | None,
    typer.Option(
        "--field", metavar="NAME=FIELD", help="In JSONL and CSV, which field holds what: text=content, url=link ..."
    ),
]
BytesOption = Annotated[
    int, typer.Option("--max-page-bytes", min=1, metavar="N", help="A page larger than this is left out, with a reason.")
]


def read(
    paths: PathsArgument,
    archive: ArchiveOption = DEFAULT,
    workers: Annotated[
        int | None,
        typer.Option(
            min=1,
            metavar="N",
            help=f"Processes that code pages, each about 0.4 GB. [default: processors, up to {MOST_WORKERS}]",
        ),
    ] = None,
    field: FieldOption = None,
    max_page_bytes: BytesOption = LARGEST_PAGE,
    same_event: RuleOption = None,
    precision: PrecisionOption = "default",
    language_model: ModelOption = None,
    ontology: OntologyOption = None,
) -> None:
    """Read pages, code them, store what they report.

    A page that is there already is not read again, so a run that was stopped goes on where it stopped. It ends with what
    came in, what came out, what was left out and why; exit code 3 says that pages were left out.
    """
    settings = Settings(
        language_model=language_model,
        ontology=ontology,
        workers=workers or min(MOST_WORKERS, os.cpu_count() or 1),
        max_page_bytes=max_page_bytes,
        field_names=fields(field or ()),
        same_event=same_event.value if same_event else None,
        precision=level(precision),
    )
    # Imported only now: it loads the language libraries, which takes seconds.
    from dragoman import pipeline

    try:
        with _shown_progress() as progress:
            summary = pipeline.read(paths, archive, settings, progress)
    except KeyboardInterrupt:
        complain("stopped; what was stored is safe: the same command goes on where this one stopped")
        raise typer.Exit(STOPPED) from None
    for line in summary_lines(summary, archive):
        complain(line)
    if summary.partly:
        raise typer.Exit(PARTLY_DONE)


def fields(given: list[str] | tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    """`text=content` as a pair; raises a usage error where there is no "="."""
    pairs = [tuple(part.strip() for part in item.split("=", 1)) for item in given]
    for item, pair in zip(given, pairs, strict=True):
        if len(pair) != 2 or not all(pair):
            raise typer.BadParameter(f"{item!r}: NAME=FIELD is expected, as in text=content", param_hint="--field")
    return tuple((name, field) for name, field in pairs)


def summary_lines(summary: Summary, archive: Path) -> Iterator[str]:
    """What came in, what came out, what was left out and why."""
    yield f"pages in        {summary.pages_in:>8,}"
    yield f"stored          {summary.stored:>8,}   with {summary.reports:,} reports, in {archive}"
    yield f"there already   {summary.already:>8,}"
    yield f"left out        {summary.pages_left_out:>8,}"
    if summary.left_out:
        yield "what was left out, of pages and in them, by reason; `dragoman explain PAGE` shows where:"
        for reason, count in summary.left_out.most_common():
            examples = [clean(page) for page in summary.examples.get(reason, ())]
            yield f"  {reason:<24} {count:>6,}   {', '.join(examples)}{' ...' if count > len(examples) else ''}"
            if reason in summary.details:
                yield f"    {clean(summary.details[reason])}"
    if summary.found_nothing:
        yield "no page could be read: nothing under these paths holds the text of news"
    if summary.by_type:
        types = ", ".join(f"{name} {count:,}" for name, count in summary.by_type.most_common())
        yield f"reports by type: {types}"
    if summary.stored:
        yield _speed(summary)


def _speed(summary: Summary) -> str:
    spent = sum(summary.by_stage.values()) or 1.0
    ranked = sorted(summary.by_stage.items(), key=lambda item: -item[1])
    shares = ", ".join(f"{stage} {seconds / spent:.0%}" for stage, seconds in ranked)
    return f"{summary.seconds:,.1f} s, {summary.stored / max(summary.seconds, 1e-9):.1f} pages a second ({shares})"


@contextmanager
def _shown_progress() -> Iterator[Callable[[Progress], None] | None]:
    """A bar with rate and time left, where stderr is a terminal; elsewhere nothing."""
    if not sys.stderr.isatty():
        yield None
        return
    columns = (
        SpinnerColumn(),
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        _Rate(),
        TimeRemainingColumn(),
    )
    with Bar(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("looking through the pages", total=None)

        def show(progress: Progress) -> None:
            said = f"{progress.stored:,} stored, {progress.reports:,} reports"
            bar.update(task, description=said, total=progress.total, completed=progress.seen)

        yield show


class _Rate(TextColumn):
    """Pages a second."""

    def __init__(self) -> None:
        super().__init__("")

    def render(self, task: Task) -> Text:
        speed = task.finished_speed or task.speed
        return Text(f"{speed:.1f} pages/s" if speed else "")
