"""`dragoman doctor`: what is wrong with this installation or archive."""

from __future__ import annotations

import platform
import sqlite3
from collections.abc import Iterable
from functools import partial
from importlib import metadata
from pathlib import Path
from typing import Annotated

import typer
from rich.padding import Padding
from rich.text import Text

from dragoman import __version__
from dragoman.cli import ontology as knowledge
from dragoman.cli.cells import clean, json_line
from dragoman.cli.options import DEFAULT, ModelOption, OntologyOption, Shape, ShapeOption
from dragoman.cli.streams import console_out, text_out
from dragoman.records import as_dict
from dragoman.settings import Settings
from dragoman.store.doctor import Finding, examine, installation

_STYLES = {"ok": "green", "warning": "yellow", "problem": "bold red"}
_PACKAGES = ("spacy", "onnxruntime", "trafilatura", "pyarrow")


def doctor(
    archive: Annotated[
        Path | None,
        typer.Option("--archive", "-a", metavar="FILE", help=f"The archive. [default: {DEFAULT}, where it is there]"),
    ] = None,
    how: ShapeOption = Shape.table,
    language_model: ModelOption = None,
    ontology: OntologyOption = None,
) -> None:
    """Say what is wrong, and what to do about it.

    Checks that the language model and the knowledge load, that the archive's file is whole, that its parts fit together,
    and that every value still points at its words. Changes nothing. Exit code 1 says that there are problems.
    """
    settings = Settings(language_model=language_model, ontology=ontology)
    findings = list(
        installation(
            {
                "Dragoman": _versions,
                "language model": partial(_model, settings),
                "knowledge": partial(knowledge.check_all, ontology),
            }
        )
    )
    wanted = archive or (DEFAULT if DEFAULT.exists() else None)
    if wanted:
        findings += examine(wanted)
    _print(findings, how)
    if any(finding.level == "problem" for finding in findings):
        raise typer.Exit(knowledge.PROBLEMS_FOUND)


def _versions() -> str:
    packages = ", ".join(f"{name} {metadata.version(name)}" for name in _PACKAGES)
    return f"{__version__}, Python {platform.python_version()}, SQLite {sqlite3.sqlite_version}, {packages}"


def _model(settings: Settings) -> str:
    from dragoman.documents.pipeline import load_language_model

    model = load_language_model(settings)
    return f"{model.meta.get('name', 'model')} {model.meta.get('version', '')} with {', '.join(model.pipe_names)}"


def _print(findings: Iterable[Finding], how: Shape) -> None:
    if how is Shape.json:
        with text_out() as file:
            file.writelines(json_line(as_dict(finding)) + "\n" for finding in findings)
        return
    with console_out() as console:
        for finding in findings:
            said = f" {finding.check}: {clean(finding.message)}"
            console.print(Text(f"{finding.level:<8}", _STYLES[finding.level]).append(said))
            if finding.advice:
                console.print(Padding(Text(f"-> {finding.advice}"), (0, 0, 0, 9), expand=False))
