"""Where the commands print: data on stdout or into a file, messages on stderr."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

import typer
from rich.console import Console

UNBOUNDED = 1_000_000
"""Characters of a line that no terminal has to show."""


def complain(message: str) -> None:
    """A line for the reader, on stderr."""
    sys.stderr.write(f"{message}\n")


@contextmanager
def text_out(output: Path | None = None) -> Iterator[IO[str]]:
    """Where text goes: stdout, or a file that is there only when it is whole."""
    if output is None:
        with _until_nobody_reads():
            yield sys.stdout
            sys.stdout.flush()
        return
    with _whole(output) as part, part.open("w", encoding="utf-8", newline="") as file:
        yield file


class _PipedConsole(Console):
    """A console that leaves it to us what to do when nobody reads on."""

    def on_broken_pipe(self) -> None:
        raise BrokenPipeError


def plain_console(file: IO[str]) -> Console:
    """A console that prints texts as they are, and lines of any length where no terminal has to show them."""
    width = None if file.isatty() else UNBOUNDED
    return _PipedConsole(file=file, width=width, highlight=False, markup=False, emoji=False)


@contextmanager
def console_out() -> Iterator[Console]:
    """`plain_console` on stdout."""
    with text_out() as file:
        yield plain_console(file)


@contextmanager
def binary_out(output: Path | None) -> Iterator[IO[bytes]]:
    """Where bytes go, as `text_out`."""
    if output is None:
        with _until_nobody_reads():
            yield sys.stdout.buffer
            sys.stdout.buffer.flush()
        return
    with _whole(output) as part, part.open("wb") as file:
        yield file


@contextmanager
def _until_nobody_reads() -> Iterator[None]:
    """End quietly when the reader of our output has seen enough (`| head`)."""
    try:
        yield
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise typer.Exit(0) from None


@contextmanager
def _whole(output: Path) -> Iterator[Path]:
    """Write beside the file and put it in its place when all is there, so that a stopped command leaves no half file."""
    part = output.with_name(f"{output.name}.part")
    try:
        yield part
    except OSError as error:
        part.unlink(missing_ok=True)
        raise typer.BadParameter(f"cannot write {output}: {error.strerror}") from error
    except BaseException:
        part.unlink(missing_ok=True)
        raise
    part.replace(output)
