"""Runs commands as a person would, and a small archive to run them on."""

import json
import os
import pty
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

import pytest

from dragoman.cli.main import main
from dragoman.records import Coding, Drop
from dragoman.store.archive import Archive
from tests.synthetic import FINGERPRINT, article, day, position, quote, report, span, talks


@dataclass(frozen=True)
class Result:
    """What a command printed and how it ended."""

    code: int
    out: str
    err: str

    @property
    def records(self) -> list[Any]:
        """What it printed as JSONL."""
        return [json.loads(line) for line in self.out.splitlines()]


Run = Callable[..., Result]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """`run("events", "--limit", 1)`: runs the command in this process."""

    def run(*words: object) -> Result:
        monkeypatch.setattr(sys, "argv", ["dragoman", *map(str, words)])
        capsys.readouterr()
        with pytest.raises(SystemExit) as ended:
            main()
        printed = capsys.readouterr()
        return Result(int(ended.value.code or 0), printed.out, printed.err)

    return run


def on_a_terminal(
    command: list[str], *, stream: Literal["stdout", "stderr"] = "stdout", columns: int = 100
) -> tuple[str, int]:
    """What a command prints on a stream that is a terminal of so many columns, and how it ends."""
    parent, child = pty.openpty()
    environment = {**os.environ, "COLUMNS": str(columns), "TERM": "xterm-256color"}
    outputs = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL} | {stream: child}
    process = subprocess.Popen(command, env=environment, **outputs)  # type: ignore[call-overload]
    os.close(child)
    printed = b""
    while part := _read(parent):
        printed += part
    os.close(parent)
    return printed.decode().replace("\r\n", "\n"), process.wait()


def _read(terminal: int) -> bytes:
    try:
        return os.read(terminal, 65536)
    except OSError:  # what Linux answers when the other end is closed
        return b""


def messy() -> Coding:
    """Text that would break a table: tabs, line breaks, quotation marks, brackets, escape sequences, no date."""
    sentence = 'Peru\taccused "Norway" of [bold]theft[/bold]; \x1b[31mred\x1b[0m,\nAna Ruiz said.'
    of = article(sentence, name="messy,page.txt", outlet='The "Ñandú"; Lima', headline="Theft\tor not?")
    told = report(
        of, sentence, "accused", event_type="ACCUSE", sources=["Peru"], targets=["Norway"], attributed_to=["Ana Ruiz"]
    )
    said = quote(of, sentence, "[bold]theft[/bold]", speakers=["Ana Ruiz"], addressees=["Norway"], verbatim=["theft"])
    held = position(of, sentence, "accused", stance="opposes", holders=["Peru"], words="[bold]theft[/bold]", on="Norway")
    return Coding(of, mentions=told.sources, reports=(told,), quotes=(said,), positions=(held,))


def dated() -> Coding:
    """The two sides of an undated page."""
    sentence = "Chad and Fiji talks are planned for May."
    line = "Chad expects much of them, said Fiji through Peru."
    of = article(f"{sentence}\n{line}", name="undated.txt", outlet=None)
    told = report(
        of,
        sentence,
        "talks",
        status="planned",
        sources=["Chad", "Fiji"],
        date=day("2023-05-01", "May", basis="inferred", where=span(of.text, "May")),
    )
    said = quote(of, line, "expects much of them", speakers=["Fiji"], via="Peru")
    return Coding(of, mentions=told.sources, reports=(told,), quotes=(said,))


PRINTED = (
    "Fishermen from Vardo cut their nets on Sunday, eleven miles off the lighthouse, and called the coast guard in Bodo.",
    "Commander Sigrun Aasland told reporters that the trawler Kvitholmen had lost 400 metres of line within an hour.",
    "Insurers in Bergen expect claims of 3 million crowns, said Torleif Munthe, who has counted torn nets since 1987.",
)


def reprinted() -> tuple[Coding, ...]:
    """A page, one that copies it on a later day, and one that prints two of its sentences."""
    pages = (
        ("vardo-1.txt", PRINTED, day("2024-04-01")),
        ("vardo-2.txt", PRINTED, day("2024-04-02")),
        ("vardo-3.txt", PRINTED[:2], None),
    )
    return tuple(
        Coding(article("\n".join(lines), name=name, outlet=None, headline="Nets", published=published))
        for name, lines, published in pages
    )


CODINGS = (talks(1), talks(2, source="Ana Ruiz", status="negated"), messy(), dated())


@pytest.fixture(scope="session")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An archive of seven pages, three of which go back to one text, and one that was left out."""
    path = tmp_path_factory.mktemp("cli") / "a.db"
    with Archive.open(path, create=True) as opened:
        opened.store([*CODINGS, *reprinted()], [Drop("pages", "empty", "empty.txt", "id-empty")], FINGERPRINT)
        opened.tell_stories()
        opened.relate()
    return path
