"""Sentences with a marked act: the format holds for every line that is there."""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "training"))

from acts import TRIGGER, lines, parse, read_line


def test_marks_are_taken_out_and_remembered() -> None:
    text, marks = parse("[S Kenya] {met} [T Chad] in Lomé.")
    assert text == "Kenya met Chad in Lomé."
    assert [(role, text[start:end]) for role, start, end in marks] == [("S", "Kenya"), (TRIGGER, "met"), ("T", "Chad")]


@pytest.mark.parametrize(
    "line",
    [
        "CONSULT\thappened\t[S Kenya] met Chad.",
        "CONSULT\t-\t[S Kenya] {met} Chad.",
        "NONE\thappened\t[S Kenya] {met} Chad.",
        "TALKS\thappened\t[S Kenya] {met} Chad.",
        "CONSULT\thappened\t[S Kenya {met} Chad.",
        "CONSULT\t[S Kenya] {met} Chad.",
    ],
)
def test_a_line_that_breaks_the_format_is_named(line: str) -> None:
    with pytest.raises(ValueError, match="here"):
        read_line(line, "here")


def test_every_line_of_ours_keeps_the_format() -> None:
    acts = [read_line(line, where) for line, where in lines()]
    assert len(acts) > 500
    assert len({act.root for act in acts}) == 17
