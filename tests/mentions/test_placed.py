"""Officials of towns and regions are of the country of their place; envoys, and those of no known place, are not."""

import pytest

from tests.mentions.conftest import Read


@pytest.mark.parametrize(
    ("text", "words", "country"),
    [
        ("The governor of Kharkiv wrote to Russia.", "The governor", "UKR"),
        ("The governor of the Sumy region spoke of Russian drones.", "The governor", "UKR"),
        ("Chadian police held the mayor of Khartoum.", "the mayor", "SDN"),
        ("Omar Quist, the governor of the Kharkiv region, wrote to Russia.", "Omar Quist", "UKR"),
        ("Goma's mayor, Jean Kabasu, blamed Rwanda.", "Jean Kabasu", "COD"),
        ("The Odesa governor met a Latvian envoy.", "The Odesa governor", "UKR"),
    ],
)
def test_an_official_is_of_the_country_of_his_place(read: Read, text: str, words: str, country: str) -> None:
    assert read(text)[words].country == country


def test_the_why_says_so(read: Read) -> None:
    assert "of a place in that country" in read("The governor of Kharkiv wrote to Russia.")["The governor"].why


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The governor of Quorvax wrote to Russia.", "The governor"),
        ("Foreign Minister Jana Quist blamed Rwanda.", "Jana Quist"),
    ],
)
def test_whose_place_is_not_known_stays_open(read: Read, text: str, words: str) -> None:
    assert read(text)[words].country is None
