"""What resolution keeps of reports and pages."""

from dataclasses import replace

import pytest

from dragoman.records import Span
from tests.stories.made import RESOLVER
from tests.synthetic import actor, article, report, talks

SKETCHER = RESOLVER.sketcher


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("a third round of talks", [("round", 3)]),
        ("the second such visit since spring", [("visit", 2)]),
        ("their 12th summit", [("summit", 12)]),
        ("the first round of talks", [("round", 1)]),
        ("the first visit in ten years", []),
        ("a second man spoke of the meeting", []),
    ],
)
def test_what_is_counted_of_a_series(text: str, numbers: list[tuple[str, int]]) -> None:
    assert list(SKETCHER.numbers(text)) == numbers


def test_the_words_do_not_hold_the_parties_the_act_and_the_day() -> None:
    (told,) = talks().reports
    assert SKETCHER.report(told, 0).words == frozenset({"held", "oslo", "round"})
    assert {"kenya", "chad", "talk", "monday"}.isdisjoint(SKETCHER.report(told, 0).words)


def test_members_of_a_collective_take_part_themselves() -> None:
    (told,) = talks().reports
    both = replace(told.sources[0], id=None, country=None, members=("KEN", "person:ana-ruiz"))
    parties = SKETCHER.report(replace(told, sources=(both,), targets=()), 0).parties
    assert [(party.id, party.country, party.person) for party in parties] == [
        ("KEN", "KEN", False),
        ("person:ana-ruiz", None, True),
    ]


def test_a_word_of_time_right_before_the_act_is_seen() -> None:
    sentence = "Peru sent home the envoy of Fiji three days after Norway met Chad."
    of = article(sentence)
    expelled = report(of, sentence, "sent home", sources=["Peru"], targets=["Fiji"])
    met = report(of, sentence, "met", sources=["Norway"], targets=["Chad"])
    assert (SKETCHER.report(expelled, 0).after_cue, SKETCHER.report(met, 1).after_cue) == (False, True)


def test_nobody_known_is_kept_as_somebody() -> None:
    of = article("Somebody met Kenya.")
    (party,) = SKETCHER.report(report(of, "Somebody met Kenya.", "met", sources=["Somebody"]), 0).parties
    assert party.known is None
    assert actor(of.text, "Kenya").mention == Span(*_place(of.text, "Kenya"), "Kenya")


def _place(text: str, words: str) -> tuple[int, int]:
    return text.index(words), text.index(words) + len(words)
