"""What the labels add to what frames and syntax read, on passages read the whole way."""

from __future__ import annotations

import pytest

from dragoman.records import Report
from tests.reports.reading import coded

PASSAGES = {
    "no frame": "Norway on Friday lambasted Chad over the jailing of two priests.",
    "weather": "Heavy rain is forecast for northern Chad on Tuesday, and the river is expected to rise.",
    "topic": "Norway and Sweden spoke on Chad in Oslo on Monday.",
    "each other": "Norway and Chad accused each other of breaking the truce.",
    "a sentence before": "The supreme court of Uganda ordered two Kenyan firms to pay. Nairobi rejected the rulings.",
    "far subject": "Norway, whose envoy had spent the week in Lomé, on Friday expelled two diplomats of Chad.",
}


@pytest.fixture(scope="module")
def reports() -> dict[str, tuple[Report, ...]]:
    return {name: coding.reports for name, coding in coded(PASSAGES).items()}


def ids(report: Report) -> tuple[set[str | None], set[str | None]]:
    return {actor.country for actor in report.sources}, {actor.country for actor in report.targets}


def test_parties_far_from_the_verb_are_found(reports: dict[str, tuple[Report, ...]]) -> None:
    expelled = [each for each in reports["far subject"] if each.event_type == "SANCTION"]
    assert [ids(each) for each in expelled] == [({"NOR"}, {"TCD"})]


def test_who_is_meant_may_be_named_a_sentence_before(reports: dict[str, tuple[Report, ...]]) -> None:
    (rejected,) = (each for each in reports["a sentence before"] if each.event_type == "REJECT")
    assert ids(rejected) == ({"KEN"}, {"UGA"})
    assert any(step.startswith("target:") and "before" in step for step in rejected.why)


def test_what_is_talked_about_is_no_side(reports: dict[str, tuple[Report, ...]]) -> None:
    (talks,) = reports["topic"]
    assert ids(talks)[0] | ids(talks)[1] == {"NOR", "SWE"}


def test_weather_is_not_coded(reports: dict[str, tuple[Report, ...]]) -> None:
    assert reports["weather"] == ()


def test_the_why_says_how_far_the_labels_back_it(reports: dict[str, tuple[Report, ...]]) -> None:
    every = [report for found in reports.values() for report in found]
    assert every
    assert all(any(step.startswith("labels:") for step in report.why) for report in every)


def test_those_who_accuse_each_other_keep_their_sides(reports: dict[str, tuple[Report, ...]]) -> None:
    accused = [each for each in reports["each other"] if each.event_type == "ACCUSE"]
    assert accused
    assert all(ids(each)[0] | ids(each)[1] == {"NOR", "TCD"} for each in accused)
