"""Sittings and papers that speak are those of the body told of before; of nobody's else."""

import pytest

from tests.mentions.conftest import Read


@pytest.mark.parametrize(
    ("text", "words", "body"),
    [
        ("The Caribbean Community held a summit in Belmopan. The summit condemned the raid.", "The summit", "org:caricom"),
        ("The Arab League met in Tunis. In its communique, the meeting denounced Iran.", "the meeting", "org:arab-league"),
        ("The G7 adopted a declaration on Monday. The declaration warned North Korea.", "The declaration", "org:g7"),
        (
            "The foreign ministry of Chile put out a statement. The statement urged Peru to wait.",
            "The statement",
            "CHL:foreign-ministry",
        ),
        ("SADC met on Friday. The Double Troika Summit condemned the raids.", "The Double Troika Summit", "org:sadc"),
        ("ASEAN leaders met for an hour. Their communique urged Myanmar to release her.", "Their communique", "org:asean"),
    ],
)
def test_what_a_body_held_or_put_out_speaks_for_it(read: Read, text: str, words: str, body: str) -> None:
    assert read(text)[words].id == body


@pytest.mark.parametrize(
    "text",
    [
        "Police broke up the meeting in Minsk. The meeting had urged voters to stay at home.",
        "The African Union is in Addis Ababa. The summit ended late.",
        "The African Union met. A conference of doctors condemned smoking.",
    ],
)
def test_other_sittings_are_nobodys(read: Read, text: str) -> None:
    found = read(text)
    assert all(
        actor.id is None
        for words, actor in found.items()
        if "meeting" in words or "summit" in words or "conference" in words
    )
