"""When, the whole way from text: which day a passage of ours says of each act, and where it says none."""

from __future__ import annotations

from typing import NamedTuple

import pytest

from dragoman.records import Coding
from tests.reports.reading import coded


class Told(NamedTuple):
    """A passage of Thursday, 1 June 2023 (a headline first, if there is a blank line), and the day of each act by its word.

    `None` is an act without a day.
    """

    name: str
    text: str
    days: dict[str, str | None]


SATURDAY, TUESDAY, WEDNESDAY = "2023-05-27", "2023-05-30", "2023-05-31"

PASSAGES = (
    Told(
        "the-nameless-of-the-place",
        "On Saturday opposition supporters marched in Nairobi. Police fired tear gas and arrested 14 protesters.",
        {"marched": SATURDAY, "fired": SATURDAY, "arrested": SATURDAY},
    ),
    Told(
        "who-was-named-goes-on",
        "Rwandan troops crossed into Congo on Tuesday. Rwanda shelled Goma.",
        {"shelled": TUESDAY},
    ),
    Told(
        "how-others-took-it",
        "Rwandan troops shelled Goma on Tuesday. France condemned the attack.",
        {"shelled": TUESDAY, "condemned": None},
    ),
    Told(
        "earlier-is-no-day-told",
        "Rwandan troops shelled Goma on Tuesday. Rwanda had earlier expelled a Congolese diplomat.",
        {"expelled": None},
    ),
    Told(
        "the-present-leaves-the-day",
        "Rwandan troops shelled Goma on Tuesday. Rwanda denies it. Rwanda arrested two Congolese officers.",
        {"arrested": None},
    ),
    Told(
        "votes-of-one-session",
        "The General Assembly voted on Wednesday on the blockade of Cuba. Brazil and Mexico condemned the United States.",
        {"condemned": WEDNESDAY},
    ),
    Told(
        "deeds-after-talks-come-later",
        "Kenya and Somalia held talks in Nairobi on Tuesday. Kenya expelled a Somali diplomat.",
        {"expelled": None},
    ),
    Told(
        "an-entry-under-its-date",
        "May 30: Rwandan soldiers attack Goma. France condemns Rwanda.",
        {"attack": TUESDAY, "condemns": TUESDAY},
    ),
    Told(
        "the-same-side-in-one-sentence",
        "The United States urged Rwanda on Tuesday to withdraw, and Antony Blinken telephoned Paul Kagame.",
        {"urged": TUESDAY, "telephoned": TUESDAY},
    ),
    Told(
        "speaking-somewhere",
        "Speaking in Kigali on Tuesday, Paul Kagame accused France of lying.",
        {"accused": TUESDAY},
    ),
    Told(
        "speaking-in-an-aside",
        "Maria Zakharova, speaking at a briefing in Moscow on Wednesday, urged Moldova to show restraint.",
        {"urged": WEDNESDAY},
    ),
    Told(
        "pressed-by-reporters",
        "Emmanuel Macron, pressed on the matter by reporters on Tuesday, accused Russia of lying.",
        {"accused": TUESDAY},
    ),
    Told(
        "elected-is-no-setting",
        "Emmanuel Macron, elected in 2017, accused Russia of lying.",
        {"accused": None},
    ),
    Told(
        "said-by-whose-words-they-are",
        "The Kremlin said on Tuesday that it rejected the American offer.",
        {"rejected": TUESDAY},
    ),
    Told(
        "said-of-somebody-else",
        "Ukraine said on Tuesday that Russia rejected the American offer.",
        {"rejected": None},
    ),
    Told(
        "an-answer-there",
        "Claudia Sheinbaum spoke on Tuesday with Joe Biden, who congratulated her.",
        {"spoke": TUESDAY, "congratulated": TUESDAY},
    ),
    Told(
        "when-he-comes",
        "Qatar's emir will meet Emmanuel Macron when he visits Paris on Saturday.",
        {"meet": "2023-06-03", "visits": "2023-06-03"},
    ),
    Told("until-is-not-the-day", "France closed its embassy in Niamey until Saturday.", {"closed": None}),
    Told("after-is-not-the-day", "Egypt and Ethiopia signed the deal after the talks of Tuesday.", {"signed": None}),
    Told(
        "had-done-before",
        "William Ruto won on Tuesday after his police had arrested seven of his rivals.",
        {"arrested": None},
    ),
    Told(
        "a-headline-of-the-bodys-day",
        "Rwanda expels Belgian diplomats\n\nRwanda expelled four Belgian diplomats on Tuesday.",
        {"expels": TUESDAY},
    ),
    Told(
        "a-lead-told-again",
        "Rwanda has expelled four Belgian diplomats.\nThe Belgian diplomats were expelled by Rwanda on Tuesday.",
        {"expelled": TUESDAY},
    ),
    Told(
        "set-fire-is-told-in-the-past",
        "On Wednesday protesters set fire to the French embassy in Niamey.",
        {"set": WEDNESDAY},
    ),
    Told(
        "when-he-came-with-another-year-beside",
        "When Recep Tayyip Erdogan came to Athens in May 2017, he demanded that Greece revise the treaty of 1923.",
        {"demanded": "2017-05-01"},
    ),
    Told(
        "the-month-of-what-it-led-to",
        "China broke off military talks with the United States last month after Nancy Pelosi visited Taiwan.",
        {"visited": "2023-05-01"},
    ),
    Told(
        "not-the-day-of-what-it-led-to",
        "China broke off military talks with the United States on Tuesday after Nancy Pelosi visited Taiwan.",
        {"visited": None},
    ),
    Told(
        "not-the-day-of-what-it-was-the-first-since",
        "Sweden's foreign minister visited Kosovo for the first time since the end of the war in June 1999.\n"
        "France recalled its ambassador for the first time since the occupation of the embassy in May 2015.\n"
        "Iran attacked Pakistani posts after the killing of eleven policemen in Rask on 15 December 2022.",
        {"visited": None, "recalled": None, "attacked": None},
    ),
    Told(
        "not-the-month-of-what-it-answers",
        "Egypt expelled two Sudanese diplomats in response to the arrest of its envoy in April.",
        {"expelled": None},
    ),
    Told(
        "the-last-time-was-then",
        "It was noted that the last time the Saudi and Iranian foreign ministers met was in May 2022 in Amman.",
        {"met": "2022-05-01"},
    ),
    Told(
        "a-month-put-aside",
        "Paul Kagame met Felix Tshisekedi on Tuesday. Congo had recalled its envoy in January.\n"
        "The day before, Rwanda released two Congolese soldiers.",
        {"released": "2023-05-29"},
    ),
)


@pytest.fixture(scope="module")
def read() -> dict[str, Coding]:
    return coded({told.name: told.text for told in PASSAGES})


@pytest.mark.slow
@pytest.mark.parametrize("told", PASSAGES, ids=[told.name for told in PASSAGES])
def test_an_act_has_the_day_that_its_passage_says(told: Told, read: dict[str, Coding]) -> None:
    found = {report.trigger.text: report.date for report in read[told.name].reports}
    assert {word: date.start if (date := found[word]) is not None else None for word in told.days} == told.days
