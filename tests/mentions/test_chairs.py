"""Chairs that rotate: the state or the person whose turn it was on the article's date, or nobody."""

from __future__ import annotations

import pytest

from tests.mentions.conftest import Mark, actor


@pytest.mark.parametrize(
    ("text", "day", "words", "who"),
    [
        ("The EU presidency warned Serbia on Friday.", "2023-08-10", "EU presidency", "ESP"),
        ("The EU presidency warned Serbia on Friday.", "2024-02-09", "EU presidency", "BEL"),
        ("The G7 presidency invited Kenya to the summit.", "2023-05-05", "G7 presidency", "JPN"),
        ("A spokesman for the OSCE chairmanship met the monitors.", "2022-03-05", "OSCE chairmanship", "POL"),
        ("The Security Council presidency put off the vote on Sudan.", "2024-04-05", "Security Council presidency", "MLT"),
    ],
)
def test_a_presidency_in_turn_stands_for_the_state_that_held_it_then(
    mark: Mark, text: str, day: str, words: str, who: str
) -> None:
    found = actor(mark(text, day), words)
    assert (found.id, found.via) == (who, "metonym")
    assert "on the article's date" in found.why


@pytest.mark.parametrize(
    ("text", "day", "words", "who"),
    [
        ("The Swedish presidency of the EU called a meeting.", "2023-03-10", "Swedish presidency of the EU", "SWE"),
        ("Denmark's EU presidency drafted a text on Friday.", "2025-10-10", "Denmark's EU presidency", "DNK"),
        ("The Czech EU presidency proposed a price cap.", "2022-10-02", "Czech EU presidency", "CZE"),
        ("Italy's presidency of the G7 condemned the raid.", "2024-04-14", "Italy's presidency of the G7", "ITA"),
        ("The Swedish presidency drafted a plan that EU envoys discussed.", "2023-03-10", "Swedish presidency", "SWE"),
    ],
)
def test_a_presidency_that_the_page_gives_to_a_state_stands_for_it(
    mark: Mark, text: str, day: str, words: str, who: str
) -> None:
    found = actor(mark(text, day), words)
    assert (found.id, found.via) == (who, "metonym")


@pytest.mark.parametrize(
    ("text", "day", "words", "who"),
    [
        ("The current chair of ASEAN urged the generals to talk.", "2025-04-01", "The current chair of ASEAN", "MYS"),
        ("ASEAN's chair condemned the coup.", "2021-03-05", "ASEAN's chair", "BRN"),
        ("Envoys gave the letter to the G20 president.", "2022-08-05", "the G20 president", "IDN"),
        ("Indonesia, the G20 chair last year, warned Russia.", "2023-06-05", "the G20 chair", "IDN"),
        ("As president of the Security Council this month, Malta called a meeting.", "2024-04-05",
         "president of the Security Council", "MLT"),
        ("The African Union chairman flew to Moscow.", "2022-06-03", "The African Union chairman", "person:macky-sall"),
        ("The OSCE chairman condemned the shelling.", "2023-05-05", "The OSCE chairman", "person:bujar-osmani"),
    ],
)  # fmt: skip
def test_the_chair_is_the_state_or_the_person_whose_turn_it_was(
    mark: Mark, text: str, day: str, words: str, who: str
) -> None:
    found = actor(mark(text, day), words)
    assert (found.id, found.via) == (who, "title")


@pytest.mark.parametrize(
    ("text", "day", "words", "who"),
    [
        ("The EU presidency warned Serbia on Friday.", None, "EU presidency", None),
        ("Turkey took over the G20 presidency on Tuesday.", "2014-12-02", "G20 presidency", None),
        ("The incoming EU presidency promised talks with Serbia.", "2024-06-05", "EU presidency", None),
        ("The old general kept the chair of the Security Council.", "2022-01-09", "the chair of the Security Council", None),
        ("The chairman of the Security Council fled abroad.", "2022-01-09", "The chairman of the Security Council",
         None),
        ("Ghana wants the chair of the African Union.", "2022-06-03", "the chair of the African Union", None),
        ("The former G20 president warned Russia.", "2024-06-05", "The former G20 president", None),
        ("The presidency of Lebanon denied the report.", "2022-06-03", "presidency of Lebanon", "LBN:presidency"),
        ("The French presidency denied that EU states had agreed.", "2022-03-10", "French presidency", "FRA:presidency"),
        ("The president of the European Council spoke.", "2022-06-03", "The president of the European Council",
         "person:charles-michel"),
    ],
)  # fmt: skip
def test_other_turns_things_held_and_other_presidents_stay_what_they_are(
    mark: Mark, text: str, day: str | None, words: str, who: str | None
) -> None:
    assert actor(mark(text, day), words).id == who


def test_the_presidency_is_the_one_named_before(mark: Mark) -> None:
    marked = mark("The Swedish presidency of the EU called a meeting. The presidency also wrote to Serbia.", "2023-03-10")
    assert actor(marked, "The presidency").id == "SWE"


def test_a_coming_president_is_not_the_one_in_office(mark: Mark) -> None:
    assert (
        actor(mark("The incoming Argentine president met the pope.", "2023-11-30"), "The incoming Argentine president").id
        is None
    )
