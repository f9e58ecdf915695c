"""Options that several commands share, so that they have one name and one meaning everywhere."""

from __future__ import annotations

import functools
import inspect
from collections.abc import Callable
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any, Literal

import typer

from dragoman.query.filters import STATUSES, Filter
from dragoman.settings import DEFAULT_ARCHIVE, Settings


class Format(StrEnum):
    """How data are printed."""

    table = "table"
    json = "json"
    jsonl = "jsonl"
    csv = "csv"
    tsv = "tsv"
    parquet = "parquet"


class SameEvent(StrEnum):
    """How much must speak for it before reports are one event."""

    strict = "strict"
    default = "default"
    loose = "loose"


class Shape(StrEnum):
    """How answers that are no list of records are printed."""

    table = "table"
    json = "json"


ArchiveOption = Annotated[Path, typer.Option("--archive", "-a", metavar="FILE", help="The archive.")]
FormatOption = Annotated[
    Format | None,
    typer.Option("--format", "-f", help="How to print; from the ending of --output, else a table."),
]
ShapeOption = Annotated[Shape, typer.Option("--format", "-f", help="How to print.")]
OutputOption = Annotated[
    Path | None,
    typer.Option("--output", "-o", metavar="FILE", help="Write to this file, when all is there, not to the terminal."),
]
LimitOption = Annotated[int | None, typer.Option("--limit", "-n", min=0, metavar="N", help="At most so many.")]
ModelOption = Annotated[
    str | None,
    typer.Option("--language-model", metavar="NAME", help="Folder or package of another language model with UD labels."),
]
PrecisionOption = Annotated[
    str,
    typer.Option(
        "--precision",
        metavar="LEVEL",
        help="Which reports are kept: low (most), default, high (only sure ones), or a least confidence from 0 to 1.",
    ),
]
OntologyOption = Annotated[
    Path | None,
    typer.Option(
        "--ontology",
        metavar="FOLDER",
        exists=True,
        file_okay=False,
        help="A folder of knowledge files that add to those shipped, or replace entries of the same id.",
    ),
]
IssueOption = Annotated[
    list[str] | None,
    typer.Option("--issue", metavar="ISSUE", help="An issue's id, which finds those below it too, or words of the issue."),
]
RuleOption = Annotated[
    SameEvent | None,
    typer.Option("--same-event", help="How much must speak for it before reports are one event. [default: the archive's]"),
]
DEFAULT = DEFAULT_ARCHIVE
LEVELS: dict[str, Literal["low", "default", "high"]] = {"low": "low", "default": "default", "high": "high"}


def level(words: str) -> Literal["low", "default", "high"] | float:
    """What `--precision` says: a level by name or a least confidence. Raises `typer.BadParameter`."""
    if words in LEVELS:
        return LEVELS[words]
    try:
        least = float(words)
    except ValueError:
        least = -1.0
    if not 0 <= least <= 1:
        raise typer.BadParameter(
            f"{words!r} is none of {', '.join(LEVELS)}, and no number from 0 to 1", param_hint="--precision"
        )
    return least


LARGEST_PAGE = Settings().max_page_bytes

_FILTERS: dict[str, tuple[Any, str, str]] = {
    "actor": (list[str], "WHO", "Who takes part: an id, a name or a country code."),
    "source": (list[str], "WHO", "Who does it; in symmetric acts either party."),
    "target": (list[str], "WHO", "To whom, or with whom; in symmetric acts either party."),
    "type": (list[str], "TYPE", "PLOVER type: AGREE, CONSULT, SUPPORT ..."),
    "status": (list[str], "STATUS", f"Is it so: {', '.join(STATUSES)}."),
    "since": (str, "DATE", "From this day, month or year on."),
    "until": (str, "DATE", "Up to this day, month or year."),
    "outlet": (list[str], "NAME", "Who published it."),
    "text": (list[str], "WORDS", 'Words that must all be there; "a phrase"; begin*.'),
}
HOW_FILTERS_JOIN = "A filter given twice means either; different filters must all hold."


def filtered(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command the filter's options and call it with one `Filter` made of them, as `wanted`."""
    signature = inspect.signature(command, eval_str=True)

    @functools.wraps(command)
    def run(**given: Any) -> None:  # noqa: ANN401 - whatever options the command has
        chosen: dict[str, Any] = {name: _chosen(given.pop(name)) for name in _FILTERS}
        command(wanted=Filter(**{name: value for name, value in chosen.items() if value is not None}), **given)

    own = [parameter for name, parameter in signature.parameters.items() if name != "wanted"]
    filters = [_parameter(name, *spec) for name, spec in _FILTERS.items()]
    kept = [parameter.replace(kind=inspect.Parameter.KEYWORD_ONLY) for parameter in own]
    run.__doc__ = f"{inspect.getdoc(command)}\n\n{HOW_FILTERS_JOIN}"
    run.__signature__ = signature.replace(parameters=[*kept, *filters])  # type: ignore[attr-defined]
    return run


def _parameter(name: str, kind: Any, metavar: str, meaning: str) -> inspect.Parameter:  # noqa: ANN401 - a type
    option = typer.Option(f"--{name}", metavar=metavar, help=meaning)
    return inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY, default=None, annotation=Annotated[kind | None, option])


def _chosen(value: list[str] | str | None) -> tuple[str, ...] | str | None:
    return tuple(value) if isinstance(value, list) else value
