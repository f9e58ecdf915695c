"""Passages with all their events: the format holds for every one that is there."""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "training"))

from passages import read_passage, read_passages, stretch

TEXT = "> Kenya told Chad that it would leave, and Chad said it would stay."


def test_words_are_found_where_they_stand() -> None:
    (event,) = read_passage([TEXT, "REQUEST | happened | told | Kenya | Chad"], "here").events
    assert (event.trigger, event.sources, event.targets) == ((6, 10), ((0, 5),), ((11, 15),))


def test_a_number_says_which_of_several_is_meant() -> None:
    assert stretch("it said it did", "it/2") == (8, 10)
    assert stretch("unit, it", "it") == (6, 8)


@pytest.mark.parametrize(
    "lines",
    [
        ["Kenya met Chad."],
        [TEXT, "> Another."],
        [TEXT, "TALKS | happened | told | Kenya | Chad"],
        [TEXT, "REQUEST | sometime | told | Kenya | Chad"],
        [TEXT, "REQUEST | happened | told | Kenya"],
        [TEXT, "REQUEST | happened | asked | Kenya | Chad"],
        [TEXT, "REQUEST | happened | told | Kenya | Chad/3"],
    ],
)
def test_a_passage_that_breaks_the_format_is_named(lines: list[str]) -> None:
    with pytest.raises(ValueError, match="here"):
        read_passage(lines, "here")


def test_every_passage_of_ours_keeps_the_format() -> None:
    passages = read_passages()
    assert len(passages) > 1000
    assert len({event.type for passage in passages for event in passage.events}) == 16
    assert len({passage.text for passage in passages}) == len(passages)
