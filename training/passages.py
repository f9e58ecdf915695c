"""Passages with all their events: what the labeller of acts and roles learns from, read from `sentences/passages/*.txt`.

    python training/passages.py --check [--folder FOLDER]     # which lines break the format, and how many there are

The format stands in `sentences/passages/README.md`.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from acts import NONE, ROOTS, STATUSES, command, tell

FOLDER = Path(__file__).with_name("sentences") / "passages"
TYPES = frozenset(ROOTS) - {NONE}
Stretch = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Event:
    """One event of a passage; stretches are (start, end) in code points of its text."""

    type: str
    status: str
    trigger: Stretch
    sources: tuple[Stretch, ...]
    targets: tuple[Stretch, ...]


@dataclass(frozen=True, slots=True)
class Passage:
    """A text with all its events, and where it was read."""

    text: str
    events: tuple[Event, ...]
    where: str


def stretch(text: str, words: str) -> Stretch:
    """Where the words stand in the text as whole words; `words/2` the second time; `ValueError` where they do not."""
    phrase, _, number = words.partition("/") if re.search(r"/\d+$", words) else (words, "", "")
    places = [found.span() for found in re.finditer(rf"(?<!\w){re.escape(phrase)}(?!\w)", text)]
    wanted = int(number or 1)
    if not phrase or len(places) < wanted:
        raise ValueError(f"{words!r} does not stand in the passage")
    return places[wanted - 1]


def read_event(line: str, text: str) -> Event:
    """One line below a passage; `ValueError` says what is wrong with it."""
    fields = [field.strip() for field in line.split("|")]
    if len(fields) != 5:
        raise ValueError(f"{len(fields)} fields instead of 5")
    if fields[0] not in TYPES or fields[1] not in STATUSES:
        raise ValueError(f"unknown type or status {fields[0]!r}, {fields[1]!r}")
    parties = [tuple(stretch(text, each.strip()) for each in field.split(";") if each.strip()) for field in fields[3:]]
    return Event(fields[0], fields[1], stretch(text, fields[2]), *parties)


def blocks(path: Path) -> Iterator[tuple[int, list[str]]]:
    """The lines of each passage, with the number of the first."""
    found: list[str] = []
    for number, line in enumerate([*path.read_text(encoding="utf-8").splitlines(), ""], start=1):
        if line.strip() and not line.startswith("#"):
            found.append(line.strip())
        elif found and not line.strip():
            yield number - len(found), found
            found = []


def read_passage(lines: list[str], where: str) -> Passage:
    """One block; `ValueError` says what is wrong with it."""
    if not lines[0].startswith("> ") or any(line.startswith(">") for line in lines[1:]):
        raise ValueError(f"{where}: a block is one line that begins with '> ' and its events")
    text = lines[0][2:].strip()
    try:
        return Passage(text, tuple(read_event(line, text) for line in lines[1:]), where)
    except ValueError as error:
        raise ValueError(f"{where}: {error}") from error


def read_passages(folder: Path = FOLDER) -> list[Passage]:
    """All passages of the folder, in order; `ValueError` at the first that breaks the format."""
    return [
        read_passage(lines, f"{path.name}:{number}")
        for path in sorted(folder.rglob("*.txt"))
        for number, lines in blocks(path)
    ]


def _name(path: Path) -> str:
    return f"{path.parent.name}/{path.name}"


def check(folder: Path) -> int:
    """Print every fault and the counts; how many faults there are."""
    faults, types, statuses, texts = 0, Counter[str](), Counter[str](), dict[str, str]()
    for path in sorted(folder.rglob("*.txt")):
        for number, lines in blocks(path):
            try:
                passage = read_passage(lines, f"{_name(path)}:{number}")
            except ValueError as error:
                faults += 1
                print(error, file=sys.stderr)
                continue
            if passage.text in texts:
                faults += 1
                print(f"{passage.where}: the same as {texts[passage.text]}", file=sys.stderr)
            texts.setdefault(passage.text, passage.where)
            types.update(event.type for event in passage.events)
            statuses.update(event.status for event in passage.events)
    print(f"{len(texts)} passages, {sum(types.values())} events, {faults} faults")
    tell(types, statuses)
    return faults


if __name__ == "__main__":
    sys.exit(command(check, FOLDER, __doc__))
