"""`dragoman evaluate`: scores a public test set and writes every prediction."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console
from rich.table import Table

from dragoman.cli.cells import json_line
from dragoman.cli.options import ModelOption, OntologyOption, Shape, ShapeOption
from dragoman.cli.streams import complain, console_out, text_out
from dragoman.evaluation.sets import EVALUATORS, load_evaluator
from dragoman.settings import Settings

if TYPE_CHECKING:
    from dragoman.evaluation.base import Evaluation


def evaluate(
    name: Annotated[str, typer.Argument(metavar="SET", help=f"One of: {', '.join(sorted(EVALUATORS))}.")],
    path: Annotated[Path, typer.Argument(metavar="PATH", exists=True, help="The set's file or folder.")],
    pages: Annotated[
        Path | None, typer.Option(metavar="PATH", exists=True, help="For `gold`: the folder with the pages.")
    ] = None,
    predictions: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Write each prediction here, as JSONL, so that anyone can score again."),
    ] = None,
    how: ShapeOption = Shape.table,
    language_model: ModelOption = None,
    ontology: OntologyOption = None,
) -> None:
    """Score a public test set.

    Prints the scores; --predictions writes each prediction, so that anyone can score again.
    """
    settings = Settings(language_model=language_model, ontology=ontology)
    options = {"pages": pages} if pages else {}
    evaluation = load_evaluator(name)(path, settings, **options)
    if predictions:
        with predictions.open("w", encoding="utf-8", newline="") as file:
            file.writelines(json_line(dict(row)) + "\n" for row in evaluation.predictions)
        complain(f"{len(evaluation.predictions)} predictions in {predictions}")
    if how is Shape.json:
        with text_out() as file:
            file.write(json_line(_as_json(evaluation)) + "\n")
    else:
        with console_out() as console:
            _draw(evaluation, console)


def _as_json(evaluation: Evaluation) -> dict[str, object]:
    return {
        "set": evaluation.set,
        "path": evaluation.path,
        "scores": dict(evaluation.scores),
        "notes": list(evaluation.notes),
        "tables": {name: [list(row) for row in rows] for name, rows in evaluation.tables.items()},
    }


def _draw(evaluation: Evaluation, console: Console) -> None:
    console.print(f"{evaluation.set}: {evaluation.path}")
    console.print(_grid([name, _score(value)] for name, value in evaluation.scores.items()))
    for title, rows in evaluation.tables.items():
        console.print(f"\n{title}")
        console.print(_grid(list(row) for row in rows))
    for note in evaluation.notes:
        console.print(note)


def _score(value: float) -> str:
    return f"{value:,.0f}" if value == int(value) and abs(value) > 1 else f"{value:.3f}"


def _grid(rows: Iterator[list[str]]) -> Table:
    grid = Table.grid(padding=(0, 2, 0, 2))
    for row in rows:
        grid.add_row(*row)
    return grid
