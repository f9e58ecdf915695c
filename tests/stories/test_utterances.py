"""One utterance in several wordings, formulas that return, and what only looks alike."""

import datetime

import pytest

from dragoman.ontology.same_event import load_same_event, word_documents
from dragoman.stories.utterances import Spoken, Tracer, days_apart
from dragoman.stories.words import Words

STRAIT = "free passage through the strait serves every fishing nation of the region"
REWORDED = "unhindered passage through the strait serves all fishing nations of the region"


@pytest.fixture(scope="module")
def tracer() -> Tracer:
    return Tracer(Words(load_same_event(None), word_documents()))


def spoken(
    tracer: Tracer,
    words: str,
    number: int,
    *,
    speaker: str = "person:ana-ruiz",
    country: str = "PER",
    day: str | None = "2024-03-04",
    family: str | None = None,
    story: str | None = None,
) -> Spoken:
    at = datetime.date.fromisoformat(day).toordinal() if day else None
    terms = frozenset(tracer.words.terms(words))
    article = f"a{number}"
    return Spoken(f"q{number}", article, family or article, story, frozenset({speaker}), frozenset({country}), terms, at, at)


def test_two_wordings_of_the_same_days_are_one_utterance(tracer: Tracer) -> None:
    one, other = spoken(tracer, STRAIT, 1), spoken(tracer, REWORDED, 2, day="2024-03-06")
    first, second = tracer.trace([one, other])
    assert first.utterance == second.utterance
    assert (first.quote, second.quote, first.formula) == ("q1", "q2", None)


def test_the_same_words_a_year_later_are_a_formula_and_another_utterance(tracer: Tracer) -> None:
    one, other = spoken(tracer, STRAIT, 1), spoken(tracer, STRAIT, 2, day="2025-06-01")
    first, second = tracer.trace([one, other])
    assert first.utterance != second.utterance
    assert first.formula == second.formula is not None


def test_another_speaker_says_another_thing(tracer: Tracer) -> None:
    one = spoken(tracer, STRAIT, 1)
    other = spoken(tracer, STRAIT, 2, speaker="person:ole-berg", country="NOR")
    assert tracer.trace([one, other]) == []


def test_other_words_are_another_utterance(tracer: Tracer) -> None:
    assert tracer.trace([spoken(tracer, STRAIT, 1), spoken(tracer, "the harvest was the worst in living memory", 2)]) == []


def test_pages_of_one_origin_need_fewer_words(tracer: Tracer) -> None:
    long = "he spoke of a no-limits partnership with the northern ports and would not blame the admiral for the raid"
    short = "an unbounded partnership with the northern ports"
    apart = [spoken(tracer, long, 1, day=None), spoken(tracer, short, 2, day=None)]
    related = [spoken(tracer, long, 1, day=None, family="f"), spoken(tracer, short, 2, day=None, family="f")]
    assert tracer.trace(apart) == []
    assert len({traced.utterance for traced in tracer.trace(related)}) == 1


def test_a_spokesman_and_his_ministry_must_be_more_alike(tracer: Tracer) -> None:
    one = spoken(tracer, STRAIT, 1)
    assert tracer.relation(one, spoken(tracer, STRAIT, 2, speaker="PER:foreign-ministry")) == "same"
    assert (
        tracer.relation(
            one, spoken(tracer, "passage through the strait is a matter of patience", 2, speaker="PER:foreign-ministry")
        )
        is None
    )


def test_the_order_of_the_quotes_does_not_matter(tracer: Tracer) -> None:
    quotes = [spoken(tracer, STRAIT, 1), spoken(tracer, REWORDED, 2), spoken(tracer, STRAIT, 3, day="2025-06-01")]
    assert tracer.trace(quotes) == tracer.trace(quotes[::-1])


def test_unknown_days_are_no_distance(tracer: Tracer) -> None:
    assert days_apart(spoken(tracer, STRAIT, 1), spoken(tracer, STRAIT, 2, day=None)) is None
    assert days_apart(spoken(tracer, STRAIT, 1), spoken(tracer, STRAIT, 2, day="2024-03-09")) == 5
