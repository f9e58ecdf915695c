"""What speaks for and against two reports being of one event, and what forbids it."""

from typing import Any

import pytest

from dragoman.stories.evidence import Verdict
from dragoman.stories.sketch import Party, ReportSketch
from tests.stories.made import BERG, BERGEN, CHAD, KENYA, NORWAY, OSLO, RESOLVER, RUIZ, SOLBERG, page, told

TOPIC = "salmon quotas, a ferry to Stavanger and the loan for the cable that nobody had wanted to pay"


def weigh(
    one: ReportSketch, other: ReportSketch, days: tuple[str | None, str | None] = (None, None), words: str = ""
) -> Verdict:
    pages = {report.article: page(report.article, day, words) for report, day in zip((one, other), days, strict=True)}
    return RESOLVER.weigh(one, other, pages)


def piece(verdict: Verdict, name: str) -> float:
    return sum(found.weight for found in verdict.evidence if found.name == name)


def test_the_same_persons_on_the_same_day_met_once() -> None:
    verdict = weigh(told("a", "2023-09-04"), told("b", "2023-09-04"))
    assert verdict.relation == "same"
    assert verdict.total == pytest.approx(sum(found.weight for found in verdict.evidence))


def test_it_does_not_matter_which_is_named_first() -> None:
    one, other = told("a", "2023-09-04", spot=OSLO), told("b", words=frozenset({"salmon", "quota"}))
    assert weigh(one, other, ("2023-09-04", "2023-09-05"), TOPIC) == weigh(other, one, ("2023-09-05", "2023-09-04"), TOPIC)


@pytest.mark.parametrize(
    ("one", "other", "because"),
    [
        ({"day": "2019-10-22"}, {"day": "2023-09-04"}, "2019-10-22 is not 2023-09-04"),
        ({"day": "2023-01-01", "until": "2023-12-31"}, {"day": "2024-03-01"}, "is not 2024-03-01"),
        ({"day": "2023-09-04", "spot": OSLO}, {"day": "2023-09-04", "spot": BERGEN}, "different places"),
        ({"mode": "phone"}, {"mode": "visit"}, "phone is not visit"),
        ({"type": "AGREE"}, {"type": "CONSULT"}, "AGREE is not CONSULT"),
        ({"numbers": (("round", 2),)}, {"numbers": (("round", 3),)}, "another number of the series"),
        ({"phase": "called"}, {"phase": "done"}, "called is not done"),
        (
            {"mode": "visit", "parties": (CHAD, KENYA)},
            {"mode": "visit", "parties": (told("x").parties[0], KENYA, CHAD)},
            None,
        ),
    ],
)
def test_nothing_outweighs_a_barrier(one: dict[str, Any], other: dict[str, Any], because: str | None) -> None:
    verdict = weigh(told("a", **one), told("b", **other), words=TOPIC)
    if because is None:
        assert verdict.barrier is None
    else:
        assert verdict.relation == "apart"
        assert because in (verdict.barrier or "")


def test_guest_and_host_that_change_places_are_another_visit() -> None:
    guest = told("a", mode="visit", parties=(CHAD, KENYA))
    back = told(
        "b",
        mode="visit",
        parties=(KENYA.__class__("source", "KEN", "KEN", False), CHAD.__class__("target", "TCD", "TCD", False)),
    )
    assert weigh(guest, back).barrier == "another visitor and another host"


def test_plan_and_deed_are_linked_not_merged() -> None:
    plan, deed = told("a", "2023-09-04", phase="ahead"), told("b", "2023-09-04")
    assert weigh(plan, deed, ("2023-09-01", "2023-09-05")).relation == "announces"


def test_a_headline_goes_along_with_its_own_page_and_announces_nothing() -> None:
    deed = told("b", "2023-09-04")
    headline = told("a", phase="ahead", headline=True, article=deed.article)
    assert weigh(headline, deed).relation == "same"
    elsewhere = told("a", "2023-09-04", phase="ahead", headline=True)
    assert weigh(elsewhere, deed).relation == "apart"


def test_the_date_of_a_page_alone_bridges_nothing() -> None:
    dated, undated = told("a", "2023-09-04"), told("b")
    alone = weigh(dated, undated, ("2023-09-04", "2023-09-04"))
    assert alone.relation == "apart"
    bridged = weigh(dated, undated, ("2023-09-04", "2023-09-04"), TOPIC)
    assert bridged.relation == "same"
    assert bridged.lacking is None


def test_what_no_page_dates_wants_more_to_bridge_it() -> None:
    one, other = told("a", spot=OSLO), told("b", spot=OSLO)
    assert weigh(one, other).lacking == "too little bridges the missing date"


def test_which_of_a_series_it_is_must_be_told_of_both_where_no_day_is() -> None:
    words = frozenset({"salmon", "quota", "cable", "ferry"})
    numbered, other = told("a", numbers=(("meeting", 2),), words=words), told("b", "2023-09-04", words=words)
    days = (None, "2023-09-05")
    assert weigh(numbered, other, days, TOPIC).lacking == "one of a series, and nothing tells of which day"
    plain = told("a", words=words)
    assert weigh(plain, other, days, TOPIC).lacking != "one of a series, and nothing tells of which day"


def test_a_page_cannot_tell_what_happens_after_it() -> None:
    assert (
        weigh(told("a", "2023-09-04"), told("b"), ("2023-09-04", "2023-08-20"), TOPIC).barrier == "told before it happened"
    )
    plan = told("b", phase="ahead")
    late = weigh(told("a", "2023-09-04"), plan, ("2023-09-04", "2023-09-20"), TOPIC)
    assert late.barrier == "planned when it was over"


def test_other_persons_of_the_same_states_speak_against_it() -> None:
    ministers = told("b", "2023-09-04", parties=(RUIZ, SOLBERG))
    verdict = weigh(told("a", "2023-09-04"), ministers)
    assert piece(verdict, "parties") < 0
    assert verdict.relation == "apart"


def test_a_third_party_speaks_against_it() -> None:
    three = told("b", "2023-09-04", parties=(*told("x").parties, CHAD))
    two = weigh(told("a", "2023-09-04"), told("b", "2023-09-04"))
    assert weigh(told("a", "2023-09-04"), three).total < two.total


@pytest.mark.parametrize(("parties", "relation"), [((RUIZ, CHAD), "apart"), ((RUIZ, BERG, CHAD), "same")])
def test_in_one_article_others_met_on_one_day_are_another_meeting(parties: tuple[Party, ...], relation: str) -> None:
    again = told("b", "2023-09-04", parties=parties, article="page-a")
    assert weigh(told("a", "2023-09-04"), again).relation == relation


def test_a_country_may_hold_the_town() -> None:
    town, country = told("a", "2023-09-04", spot=OSLO), told("b", "2023-09-04", spot=NORWAY)
    assert weigh(town, country).barrier is None
    assert piece(weigh(town, country), "place") > 0


def test_two_accusations_on_one_day_are_two_unless_the_words_agree() -> None:
    def accused(name: str, *words: str) -> ReportSketch:
        return told(name, "2023-09-04", type="ACCUSE", words=frozenset(words))

    assert weigh(accused("a", "salmon", "quota"), accused("b", "cable", "loan")).relation == "apart"
    assert weigh(accused("a", "salmon", "quota"), accused("b", "salmon", "quota", "ferri")).relation == "same"


def test_other_acts_of_one_type_speak_against_it() -> None:
    killed = told("a", "2023-09-04", type="ASSAULT", act="kill")
    assert piece(weigh(killed, told("b", "2023-09-04", type="ASSAULT", act="injure")), "act") < 0
    assert piece(weigh(killed, told("b", "2023-09-04", type="ASSAULT", act="kill")), "act") > 0
