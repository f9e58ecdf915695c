"""Where, the whole way from text: which place a sentence of ours says of its act, and where it says none."""

from __future__ import annotations

import pytest

from dragoman.documents.pipeline import SHIPPED
from dragoman.documents.stage import DocumentStage
from dragoman.mentions.stage import MentionStage
from dragoman.records import Article, Block, Coding, Date
from dragoman.reports.stage import ReportStage
from dragoman.settings import Settings
from dragoman.stage import chain

SENTENCES: dict[str, tuple[str, str | None]] = {
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
    if not SHIPPED.is_dir():
        pytest.skip("the language model is not there")
    settings = Settings()
    stages = (DocumentStage(settings), MentionStage(settings), ReportStage(settings))
    codings = chain(stages, (_article(text) for text in SENTENCES))
    return {text: coding for text, coding in zip(SENTENCES, codings, strict=True) if isinstance(coding, Coding)}


@pytest.mark.slow
@pytest.mark.parametrize("text", SENTENCES)
def test_an_act_has_the_place_that_its_sentence_says(text: str, read: dict[str, Coding]) -> None:
    word, wanted = SENTENCES[text]
    found = [report.place.name if report.place else None for report in read[text].reports if word in report.trigger.text]
    assert found == [wanted]


def _article(text: str) -> Article:
    day = Date("2023-06-01", "2023-06-01", "day", "explicit", "1 June 2023")
    blocks = (Block(0, len(text), "body", "test"),)
    return Article(text, text, text, None, None, None, None, day, None, "en", None, text, blocks)
