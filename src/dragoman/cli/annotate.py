"""`dragoman annotate`: what is read on pages before anything is coded."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from dragoman.cli.cells import clean
from dragoman.cli.options import LARGEST_PAGE, Format, ModelOption, OntologyOption, OutputOption
from dragoman.cli.output import write
from dragoman.cli.read import PARTLY_DONE, BytesOption, FieldOption, PathsArgument, fields
from dragoman.cli.streams import complain
from dragoman.query.columns import Listing
from dragoman.records import Drop, as_dict
from dragoman.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dragoman.records import Annotation

ANNOTATIONS: Listing[Annotation] = Listing("annotations", "what is read before anything is coded", (), as_dict)


def annotate(
    paths: PathsArgument,
    how: Annotated[Format, typer.Option("--format", "-f", help="jsonl or json.")] = Format.jsonl,
    output: OutputOption = None,
    field: FieldOption = None,
    max_page_bytes: BytesOption = LARGEST_PAGE,
    language_model: ModelOption = None,
    ontology: OntologyOption = None,
) -> None:
    """Print what is read before anything is coded.

    Body, actors, dates and places, each with its words, as JSON. Nothing is stored.
    Pages that are left out are named on stderr, with the reason.
    """
    if how not in (Format.jsonl, Format.json):
        raise typer.BadParameter("annotations are nested: jsonl or json", param_hint="--format")
    settings = Settings(
        language_model=language_model,
        ontology=ontology,
        max_page_bytes=max_page_bytes,
        field_names=fields(field or ()),
    )
    # Imported only now: it loads the language libraries, which takes seconds.
    from dragoman import pipeline

    drops: list[Drop] = []
    write(_annotations(pipeline.annotate(paths, settings), drops), ANNOTATIONS, how, output)
    if drops:
        raise typer.Exit(PARTLY_DONE)


def _annotations(items: Iterable[Annotation | Drop], drops: list[Drop]) -> Iterator[Annotation]:
    for item in items:
        if isinstance(item, Drop):
            drops.append(item)
            complain(clean(f"left out: {item.page}: {item.reason} {item.detail}"))
        else:
            yield item
