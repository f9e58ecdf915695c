"""Organs of the body whose paper a page is; on any other page they are nobody's."""

import pytest

from tests.mentions.conftest import Read

HEAD = "Communique of the Fifth Summit of the East African Community\n\n"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Heads of State thanked Kenya for its help.", "Heads of State"),
        ("The Summit congratulated Rwanda.", "The Summit"),
        ("Ministers were asked to meet in May.", "Ministers"),
        ("Leaders urged Burundi to hold talks.", "Leaders"),
        ("The Foreign Ministers condemned the raid.", "The Foreign Ministers"),
    ],
)
def test_organs_stand_for_the_body(read: Read, text: str, words: str) -> None:
    assert read(HEAD + text)[words].id == "org:eac"
    found = read(text).get(words)
    assert found is None or found.id is None


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The Kenyan ministers left early.", "The Kenyan ministers"),
        ("The President of Kenya thanked the summit.", "The President of Kenya"),
    ],
)
def test_others_in_a_paper_are_themselves(read: Read, text: str, words: str) -> None:
    found = read(HEAD + text).get(words)
    assert found is None or found.id != "org:eac"


def test_member_states_are_not_america(read: Read) -> None:
    assert all(actor.id != "USA" for actor in read("The council urged Member States to pay. Several States did.").values())
