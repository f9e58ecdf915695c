"""`dragoman ontology check`: whether the knowledge files hold to their schemas."""

from __future__ import annotations

import pkgutil
from collections.abc import Callable, Sized
from importlib import import_module
from pathlib import Path
from typing import Annotated, Any

import typer

from dragoman import ontology
from dragoman.cli.streams import complain
from dragoman.errors import OntologyError

PROBLEMS_FOUND = 1
MACHINERY = "load"
"""The module of `dragoman.ontology` that reads files of any kind; the others know one kind each."""


def check(
    folder: Annotated[
        Path | None,
        typer.Argument(
            metavar="[FOLDER]", exists=True, file_okay=False, help="Your own knowledge files, checked with those shipped."
        ),
    ] = None,
) -> None:
    """Check the knowledge files, all problems at once."""
    try:
        complain(f"no problems in {check_all(folder)}")
    except OntologyError as error:
        for problem in error.problems:
            complain(problem)
        raise typer.Exit(PROBLEMS_FOUND) from None


def check_all(folder: Path | None) -> str:
    """Load every kind of knowledge, the folder's with that shipped; returns what there is, in words.

    Raises `OntologyError` with every problem of every kind, then with those between entries (overlapping terms, say).
    """
    # Imported only when asked for: the schemas take longer to build than most queries to answer.
    from dragoman.ontology.check import check as check_between_entries

    problems: dict[str, None] = {}
    found: list[str] = []
    for kind, load in loaders().items():
        try:
            loaded = load(folder)
        except OntologyError as error:
            problems |= dict.fromkeys(error.problems)
        else:
            found.append(f"{len(loaded)} {kind}" if isinstance(loaded, Sized) else kind)
    if not problems:
        problems |= dict.fromkeys(check_between_entries(folder))
    if problems:
        raise OntologyError(tuple(problems))
    return ", ".join(found)


def loaders() -> dict[str, Callable[[Path | None], Any]]:
    """The function that loads and checks each kind of knowledge: every `load_...` of the ontology's modules."""
    found: dict[str, Callable[[Path | None], Any]] = {}
    for module in pkgutil.iter_modules(ontology.__path__):
        if module.name == MACHINERY:
            continue
        content = import_module(f"{ontology.__name__}.{module.name}")
        for name, value in vars(content).items():
            if name.startswith("load_") and getattr(value, "__module__", None) == content.__name__:
                found[name.removeprefix("load_").replace("_", " ")] = value
    return dict(sorted(found.items()))
