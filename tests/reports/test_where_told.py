"""Where, the whole way from text: which place a sentence of ours says of its act, and where it says none."""

from __future__ import annotations

import pytest

from dragoman.records import Coding
from tests.reports.reading import coded

SENTENCES: dict[str, tuple[str, str | None]] = {
    "The Norwegian commander in Mali, General Erik Hansen, met President Ibrahim Keita on Tuesday.": ("met", None),
    "A spokesman in Lima urged Chile to show restraint.": ("urged", "Lima"),
    "Protesters in Dhaka demanded the resignation of Sheikh Hasina.": ("demanded", "Dhaka"),
    "The government in Nairobi urged Uganda to withdraw.": ("urged", None),
    "Mexico abstained when the vote was held in Vienna.": ("abstained", "Vienna"),
    "China abstained when fighting broke out in Goma.": ("abstained", None),
    "Rwandan gunners shelled Goma's airport on Friday.": ("shelled", "Goma"),
    "M23 rebels captured the town of Bukavu on Friday.": ("captured", "Bukavu"),
    "Iranian boats attacked an American destroyer off the coast of Oman.": ("attacked", "Oman"),
    "Egypt hosted talks between Hamas and Fatah in Cairo on Tuesday.": ("hosted", "Cairo"),
}
"""Each sentence with the word that tells its act and its place."""


@pytest.fixture(scope="module")
def read() -> dict[str, Coding]:
    return coded({text: text for text in SENTENCES})


@pytest.mark.slow
@pytest.mark.parametrize("text", SENTENCES)
def test_an_act_has_the_place_that_its_sentence_says(text: str, read: dict[str, Coding]) -> None:
    word, wanted = SENTENCES[text]
    found = [report.place.name if report.place else None for report in read[text].reports if word in report.trigger.text]
    assert found == [wanted]
