"""The command `dragoman`: one file for each verb, put together here. Each parses, calls, prints, and does nothing else."""

from __future__ import annotations

import os
import sys
from typing import Annotated, NoReturn

import typer

from dragoman import __version__
from dragoman.cli import annotate, compare, doctor, evaluate, explain, listing, ontology, read, resolve, timeline
from dragoman.errors import DragomanError, QueryError, SettingsError

PROBLEMS = 1
WRONG_USAGE = 2
DEBUG = "DRAGOMAN_DEBUG"
"""Set to anything, it shows where an error comes from instead of one line."""


def make_app() -> typer.Typer:
    """All commands."""
    app = typer.Typer(
        name="dragoman",
        help="Reads news pages on international politics and leaves an archive of coded events, each traced to its words.",
        epilog="Exit codes: 0 done, 1 problems found, 2 wrong usage, 3 partly done. Data go to stdout, messages to stderr.",
        no_args_is_help=True,
        pretty_exceptions_enable=False,
        rich_markup_mode=None,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    app.callback()(_common)
    for command in (
        read.read,
        listing.events,
        listing.reports,
        listing.stories,
        listing.quotes,
        listing.positions,
        listing.articles,
        listing.actors,
        listing.lineage,
        timeline.timeline,
        explain.explain,
        compare.compare,
        annotate.annotate,
        resolve.resolve,
        evaluate.evaluate,
        doctor.doctor,
    ):
        app.command()(command)
    files = typer.Typer(help="The knowledge files: actors, places, event types, words.", no_args_is_help=True)
    files.command("check")(ontology.check)
    files.callback()(_knowledge)
    app.add_typer(files, name="ontology")
    return app


def main() -> NoReturn:
    """Run the command; errors that Dragoman raises on purpose become one line and an exit code."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        make_app()()
    except DragomanError as error:
        if os.environ.get(DEBUG):
            raise
        sys.stderr.write(f"dragoman: {error}\n")
        sys.exit(WRONG_USAGE if isinstance(error, QueryError | SettingsError) else PROBLEMS)
    sys.exit(0)


def _print_version(asked: bool) -> None:
    if asked:
        sys.stdout.write(f"dragoman {__version__}\n")
        raise typer.Exit


def _common(
    version: Annotated[
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    """What holds for all commands."""


def _knowledge() -> None:
    """Keeps `check` a word of its own while it is the only one."""
