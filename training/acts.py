"""Sentences with a marked act: what the classifier of acts learns from, read from `sentences/acts/*.tsv`.

    python training/acts.py --check       # which lines break the format, and how many there are of each root and status

The format stands in `sentences/acts/README.md`.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).with_name("sentences") / "acts"
NONE = "NONE"
ROOTS = (
    *("AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE", "REJECT", "THREATEN"),
    *("PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT", NONE),
)
STATUSES = frozenset({"happened", "ongoing", "planned", "expected", "called-for", "negated", "background"})
SOURCE, TARGET, TRIGGER = "S", "T", "!"
MARK = re.compile(r"\[(?P<role>[ST]) (?P<party>[^\[\]{}]+)\]|\{(?P<trigger>[^\[\]{}]+)\}")


@dataclass(frozen=True, slots=True)
class Marked:
    """One act: the plain text, `marks` as (S, T or !, start, end) in code points, root, status and where it was read."""

    text: str
    marks: tuple[tuple[str, int, int], ...]
    root: str
    status: str | None
    where: str


def parse(sentence: str) -> tuple[str, tuple[tuple[str, int, int], ...]]:
    """The text without its marks, and the marks; `ValueError` where brackets do not fit."""
    text, last, marks = "", 0, []
    for found in MARK.finditer(sentence):
        text += sentence[last : found.start()]
        inside = found["party"] or found["trigger"]
        marks.append((found["role"] or TRIGGER, len(text), len(text) + len(inside)))
        text += inside
        last = found.end()
    text += sentence[last:]
    if set(text) & set("[]{}"):
        raise ValueError("brackets that do not close, nest, or mark nothing")
    if [role for role, _, _ in marks].count(TRIGGER) != 1:
        raise ValueError("not exactly one {trigger}")
    return text, tuple(marks)


def read_line(line: str, where: str) -> Marked:
    """The act of one line; `ValueError` says what is wrong with it."""
    fields = line.rstrip("\n").split("\t")
    if len(fields) != 3:
        raise ValueError(f"{where}: {len(fields)} fields instead of 3")
    root, status, sentence = fields
    if root not in ROOTS:
        raise ValueError(f"{where}: unknown root {root!r}")
    if (status == "-") != (root == NONE) or (status != "-" and status not in STATUSES):
        raise ValueError(f"{where}: status {status!r} for {root}")
    try:
        text, marks = parse(sentence)
    except ValueError as error:
        raise ValueError(f"{where}: {error}") from error
    return Marked(text, marks, root, None if status == "-" else status, where)


def lines(folder: Path = FOLDER) -> Iterator[tuple[str, str]]:
    """Every line that holds an act, with the file and line number."""
    for path in sorted(folder.glob("*.tsv")):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
            if line.strip() and not line.startswith("#"):
                yield line, f"{path.name}:{number}"


def read_acts(folder: Path = FOLDER) -> list[Marked]:
    """All acts of the folder, in order; `ValueError` at the first line that breaks the format."""
    return [read_line(line, where) for line, where in lines(folder)]


def check(folder: Path) -> int:
    """Print every fault and the counts; how many faults there are."""
    faults, roots, statuses, seen = 0, Counter[str](), Counter[str](), dict[str, str]()
    for line, where in lines(folder):
        try:
            act = read_line(line, where)
        except ValueError as error:
            faults += 1
            print(error, file=sys.stderr)
            continue
        if line in seen:
            faults += 1
            print(f"{where}: the same as {seen[line]}", file=sys.stderr)
        seen.setdefault(line, where)
        roots[act.root] += 1
        statuses[act.status or "-"] += 1
    print(f"{sum(roots.values())} acts, {faults} faults")
    tell(roots, statuses)
    return faults


def tell(*counts: Counter[str]) -> None:
    """Print how many there are of each, the most first, a line a count."""
    for each in counts:
        print("  ".join(f"{name} {count}" for name, count in each.most_common()))


def command(check: Callable[[Path], int], folder: Path, about: str | None) -> int:
    """Check a folder as the command line asks; the exit code."""
    parser = argparse.ArgumentParser(description=about)
    parser.add_argument("--check", action="store_true", required=True)
    parser.add_argument("--folder", type=Path, default=folder)
    return 1 if check(parser.parse_args().folder) else 0


if __name__ == "__main__":
    sys.exit(command(check, FOLDER, __doc__))
