"""Who says so, when, where, what a headline is worth, and what is left alone."""

from dataclasses import replace

import pytest

from dragoman.records import Coding, Drop, Report
from dragoman.reports.coder import Coder
from dragoman.reports.knowledge import Knowledge
from dragoman.reports.stage import ReportStage
from dragoman.settings import Settings
from tests.reports.notation import marked

MET = "Kenya@KEN/NNP/2/nsubj met=meet/VBD/0/root Chad@TCD/NNP/2/obj"


def ids(report: Report) -> list[str | None]:
    return [actor.id for actor in report.attributed_to]


# ----------------------------------------------------------------------------------------------------------- says who


def test_the_outlet_speaks_for_itself(knowledge: Knowledge) -> None:
    (report,) = Coder(marked(f"{MET} ././2/punct"), knowledge).reports()
    assert report.attributed_to == ()


@pytest.mark.parametrize(
    "notation",
    [
        "Mali@MLI/NNP/2/nsubj said=say/VBD/0/root Kenya@KEN/NNP/4/nsubj met=meet/VBD/2/ccomp Chad@TCD/NNP/4/obj ././2/punct",
        (
            "Kenya@KEN/NNP/2/nsubj met=meet/VBD/0/root Chad@TCD/NNP/2/obj "
            ",/,/6/punct Mali@MLI/NNP/6/nsubj said=say/VBD/2/parataxis ././2/punct"
        ),
        "According/VBG/3/case to/IN/1/fixed Mali@MLI/NNP/6/obl ,/,/3/punct "
        "Kenya@KEN/NNP/6/nsubj met=meet/VBD/0/root Chad@TCD/NNP/6/obj "
        "././6/punct",
    ],
    ids=["that-clause", "said at the end", "according to"],
)
def test_a_speaker_above_or_beside_the_clause(notation: str, knowledge: Knowledge) -> None:
    (report,) = Coder(marked(notation), knowledge).reports()
    assert ids(report) == ["MLI"]


def test_nested_speakers_the_nearest_to_the_words_first(knowledge: Knowledge) -> None:
    notation = (
        "Niger@NER/NNP/2/nsubj said=say/VBD/0/root Mali@MLI/NNP/4/nsubj said=say/VBD/2/ccomp Kenya@KEN/NNP/6/nsubj "
        "met=meet/VBD/4/ccomp Chad@TCD/NNP/6/obj ././2/punct"
    )
    (report,) = Coder(marked(notation), knowledge).reports()
    assert ids(report) == ["MLI", "NER"]


def test_an_accusation_is_the_accusers_word_for_its_content(knowledge: Knowledge) -> None:
    notation = (
        "Kenya@KEN/NNP/2/nsubj accused=accuse/VBD/0/root Chad@TCD/NNP/2/obj of/IN/5/mark bombing=bomb/VBG/2/advcl "
        "Mali@MLI/NNP/5/obj ././2/punct"
    )
    accusation, bombing = Coder(marked(notation), knowledge).reports()
    assert accusation.attributed_to == ()
    assert (bombing.event_type, bombing.status, ids(bombing)) == ("ASSAULT", "background", ["KEN"])


def test_a_quotation_that_nobody_speaks_is_not_coded(knowledge: Knowledge) -> None:
    words = (
        "“/``/3/punct Kenya@KEN/NNP/3/nsubj met=meet/VBD/0/root Chad@TCD/NNP/3/obj "
        "in/IN/7/case the/DT/7/det city/NN/3/obl today/NN/3/obl "
    )
    coder = Coder(marked(f"{words} ././3/punct ”/''/3/punct"), knowledge)
    assert coder.reports() == ()
    assert [drop.reason for drop in coder.drops] == ["quotation-without-speaker"]


# --------------------------------------------------------------------------------------------------------- when, where


def test_a_date_on_the_act_is_its_date(knowledge: Knowledge) -> None:
    notation = f"{MET} on/IN/5/case Friday/NNP/2/obl ././2/punct"
    page = marked(notation, dates={"Friday": ("2024-05-03", "2024-05-03")}, published="2024-05-04")
    (report,) = Coder(page, knowledge).reports()
    assert report.date is not None
    assert report.date.start == "2024-05-03"


def test_the_date_of_the_saying_is_not_the_date_of_what_is_said(knowledge: Knowledge) -> None:
    notation = (
        "Mali@MLI/NNP/2/nsubj said=say/VBD/0/root on/IN/4/case Friday/NNP/2/obl Kenya@KEN/NNP/6/nsubj met=meet/VBD/2/ccomp "
        "Chad@TCD/NNP/6/obj ././2/punct"
    )
    (report,) = Coder(marked(notation, dates={"Friday": ("2024-05-03", "2024-05-03")}), knowledge).reports()
    assert report.date is None


def test_the_day_that_something_is_scheduled_for_is_its_date(knowledge: Knowledge) -> None:
    notation = (
        "Kenya@KEN/NNP/3/nsubj:pass is=be/VBZ/3/aux:pass scheduled=schedule/VBN/0/root to/TO/5/mark visit/VB/3/xcomp "
        "Chad@TCD/NNP/5/obj on/IN/8/case Monday/NNP/3/obl ././3/punct"
    )
    (report,) = Coder(marked(notation, dates={"Monday": ("2024-05-06", "2024-05-06")}), knowledge).reports()
    assert report.status == "planned"
    assert report.date is not None


def test_a_plan_has_no_date_in_the_past(knowledge: Knowledge) -> None:
    notation = (
        "Kenya@KEN/NNP/3/nsubj will/MD/3/aux meet/VB/0/root Chad@TCD/NNP/3/obj on/IN/6/case Friday/NNP/3/obl ././3/punct"
    )
    page = marked(notation, dates={"Friday": ("2024-05-03", "2024-05-03")}, published="2024-05-10")
    (report,) = Coder(page, knowledge).reports()
    assert report.date is None


def test_the_date_of_the_announcement_is_not_the_date_of_the_plan(knowledge: Knowledge) -> None:
    notation = (
        "Kenya@KEN/NNP/2/nsubj announced=announce/VBD/0/root talks=talk/NNS/2/obj with/IN/5/case Chad@TCD/NNP/3/nmod "
        "on/IN/7/case Friday/NNP/2/obl ././2/punct"
    )
    page = marked(notation, dates={"Friday": ("2024-05-03", "2024-05-03")}, published="2024-05-03")
    (report,) = Coder(page, knowledge).reports()
    assert (report.status, report.date) == ("planned", None)


def test_announced_talks_are_as_real_and_as_dated_as_their_taking_place(knowledge: Knowledge) -> None:
    notation = (
        "Talks=talk/NNS/9/nsubj announced=announce/VBN/1/acl on/IN/4/case Monday/NNP/2/obl between/IN/6/case "
        "Kenya@KEN/NNP/1/nmod and/CC/8/cc Chad@TCD/NNP/6/conj take=take/VB/0/root will/MD/9/aux place/NN/9/obj "
        "Friday/NNP/9/obl:unmarked ././9/punct"
    )
    days = {"Monday": ("2024-05-06", "2024-05-06"), "Friday": ("2024-05-10", "2024-05-10")}
    (report,) = Coder(marked(notation, dates=days, published="2024-05-06"), knowledge).reports()
    assert report.status == "planned"
    assert report.date is not None
    assert report.date.text == "Friday"


def test_the_date_of_a_clause_before_is_not_the_main_verbs(knowledge: Knowledge) -> None:
    notation = (
        "Despite/IN/2/mark praising=praise/VBG/6/advcl Chad@TCD/NNP/2/obj Friday/NNP/2/obl:unmarked Kenya@KEN/NNP/6/nsubj "
        "met=meet/VBD/0/root Mali@MLI/NNP/6/obj ././6/punct"
    )
    page = marked(notation, dates={"Friday": ("2024-05-03", "2024-05-03")}, published="2024-05-04")
    dates = {report.event_type: report.date for report in Coder(page, knowledge).reports()}
    assert dates["SUPPORT"] is not None
    assert dates["CONSULT"] is None


def test_what_has_been_since_a_year_goes_on(knowledge: Knowledge) -> None:
    notation = (
        "Kenya@KEN/NNP/3/nsubj has/VBZ/3/aux bombed=bomb/VBN/0/root Chad@TCD/NNP/3/obj since/IN/6/case 2015/CD/3/obl "
        "././3/punct"
    )
    page = marked(notation, dates={"2015": ("2015-01-01", "2015-12-31")}, published="2024-05-04")
    (report,) = Coder(page, knowledge).reports()
    assert report.status == "ongoing"


def test_the_pages_own_date_is_never_the_acts(knowledge: Knowledge) -> None:
    (report,) = Coder(marked(f"{MET} ././2/punct", published="2024-05-10"), knowledge).reports()
    assert report.date is None


def test_a_place_on_the_act_is_its_place(knowledge: Knowledge) -> None:
    notation = f"{MET} in/IN/5/case Nairobi/NNP/2/obl ././2/punct"
    (report,) = Coder(marked(notation, places=("Nairobi",)), knowledge).reports()
    assert report.place is not None
    assert report.place.name == "Nairobi"


# ------------------------------------------------------------------------------------------------------------ headlines

HEADLINE = "Kenya@KEN/NNP/2/nsubj visits=visit/VBZ/0/root Chad@TCD/NNP/2/obj"


def test_a_headlines_present_takes_the_status_of_the_body(knowledge: Knowledge) -> None:
    body = "Kenya@KEN/NNP/3/nsubj will/MD/3/aux visit/VB/0/root Chad@TCD/NNP/3/obj ././3/punct"
    headline, planned = Coder(marked(f"{HEADLINE}\n{body}", headline=1), knowledge).reports()
    assert headline.in_headline
    assert (headline.status, planned.status) == ("planned", "planned")
    assert f"headline: status of {planned.id}" in headline.why


def test_a_headline_alone_makes_nothing_happened(knowledge: Knowledge) -> None:
    body = "Mali@MLI/NNP/2/nsubj met=meet/VBD/0/root Niger@NER/NNP/2/obj ././2/punct"
    headline, _ = Coder(marked(f"{HEADLINE}\n{body}", headline=1), knowledge).reports()
    assert headline.status == "expected"


# ------------------------------------------------------------------------------------------------------------ restraint


@pytest.mark.parametrize(
    ("reason", "notation"),
    [
        ("question", "Did=do/VBD/3/aux Kenya@KEN/NNP/3/nsubj meet/VB/0/root Chad@TCD/NNP/3/obj ?/./3/punct"),
        ("habit", "Kenya@KEN/NNP/3/nsubj usually/RB/3/advmod meets=meet/VBZ/0/root Chad@TCD/NNP/3/obj ././3/punct"),
        ("garbled:cut", "Kenya@KEN/NNP/2/nsubj met=meet/VBD/0/root Chad@TCD/NNP/2/obj in/IN/2/case"),
        (
            "one-sided",
            "Kenya@KEN/NNP/3/nmod:poss 's/POS/1/case talks=talk/NNS/4/nsubj mattered=matter/VBD/0/root ././4/punct",
        ),
        (
            "mere-purpose",
            "Kenya@KEN/NNP/2/nsubj laboured=labour/VBD/0/root to/TO/4/mark end/VB/2/advcl the/DT/6/det conflict/NN/4/obj "
            "././2/punct",
        ),
        (
            "figure-of-speech",
            "Chad@TCD/NNP/2/nsubj stayed=stay/VBD/0/root to/TO/5/mark “/``/5/punct send/VB/2/advcl a/DT/7/det "
            "message/NN/5/obj ”/''/5/punct to/IN/10/case Kenya@KEN/NNP/5/obl ././2/punct",
        ),
        (
            "other-domain",
            (
                "Kenya@KEN/NNP/2/nsubj met=meet/VBD/0/root Chad@TCD/NNP/2/obj "
                "in/IN/6/case the/DT/6/det semifinal/NN/2/obl ././2/punct"
            ),
        ),
    ],
)
def test_what_must_not_be_coded_is_left_out_with_its_reason(reason: str, notation: str, knowledge: Knowledge) -> None:
    coder = Coder(marked(notation), knowledge)
    assert coder.reports() == ()
    assert [drop.reason for drop in coder.drops] == [reason]
    assert coder.drops[0].where is not None


def test_a_sentence_may_end_in_a_small_word(knowledge: Knowledge) -> None:
    notation = (
        "Kenya@KEN/NNP/2/nsubj condemned=condemn/VBD/0/root Chad@TCD/NNP/2/obj and/CC/5/cc Mali@MLI/NNP/3/conj "
        "all/DT/5/det ././2/punct"
    )
    assert len(Coder(marked(notation), knowledge).reports()) == 1
    assert Coder(marked(notation.replace("all/DT", "the/DT")), knowledge).reports() == ()


def test_pages_of_sport_are_known_by_what_they_are_full_of(knowledge: Knowledge) -> None:
    beat = (
        "Kenya@KEN/NNP/2/nsubj attacked=attack/VBD/0/root Chad@TCD/NNP/2/obj in/IN/6/case the/DT/6/det {}/NN/2/obl "
        "././2/punct"
    )
    page = "\n".join(beat.format(noun) for noun in ("match", "cup", "stadium", "game", "rain"))
    coder = Coder(marked(page), knowledge)
    assert coder.reports() == ()
    assert {drop.reason for drop in coder.drops} == {"other-domain"}
    assert len(Coder(marked(beat.format("match")), knowledge).reports()) == 1


def test_rebels_act_as_what_they_are_beside_known_actors(knowledge: Knowledge) -> None:
    refused = "Rebels@rebels/NNS/2/nsubj refused=refuse/VBD/0/root to/TO/4/mark sign/VB/2/xcomp ././2/punct"
    document = marked(f"{MET} ././2/punct\n{refused}")
    nameless = replace(document.at[len(MET.split()) + 1][0], id=None)
    at = {**document.at, len(MET.split()) + 1: (nameless,)}
    reports = Coder(replace(document, at=at), knowledge).reports()
    assert [report.event_type for report in reports] == ["CONSULT", "REJECT"]


def test_what_is_only_weighed_is_no_act(knowledge: Knowledge) -> None:
    notation = (
        "Kenya@KEN/NNP/3/nsubj is=be/VBZ/3/aux considering=consider/VBG/0/root bombing=bomb/VBG/3/xcomp "
        "Chad@TCD/NNP/4/obj ././3/punct"
    )
    coder = Coder(marked(notation), knowledge)
    assert coder.reports() == ()
    assert [drop.reason for drop in coder.drops] == ["only-weighed"]


def test_states_do_not_demonstrate(knowledge: Knowledge) -> None:
    notation = "{}/NNP/2/nsubj demonstrated=demonstrate/VBD/0/root against/IN/4/case Chad@TCD/NNP/2/obl ././2/punct"
    assert Coder(marked(notation.format("Kenya@KEN")), knowledge).reports() == ()
    (report,) = Coder(marked(notation.format("Crowds@crowd")), knowledge).reports()
    assert report.event_type == "PROTEST"


def test_broken_text_lowers_confidence(knowledge: Knowledge) -> None:
    (whole,) = Coder(marked(f"{MET} ././2/punct"), knowledge).reports()
    (broken,) = Coder(marked(f"{MET} (/-LRB-/2/punct ././2/punct"), knowledge).reports()
    assert broken.confidence < whole.confidence
    assert "text:stray (" in broken.why


def test_a_fault_in_one_page_stops_nothing() -> None:
    good = marked(f"{MET} ././2/punct")
    broken = replace(good, dates=(None,))  # type: ignore[arg-type]
    drop, coding = ReportStage(Settings()).run(iter([broken, good]))
    assert isinstance(drop, Drop)
    assert (drop.stage, drop.reason, drop.page) == ("reports", "fault", "page.txt")
    assert isinstance(coding, Coding)
    assert len(coding.reports) == 1


# -------------------------------------------------------------------------------------------------- a party that is open


def test_a_known_doer_tells_enough_where_a_thing_stands_for_whom_it_is_done_to(knowledge: Knowledge) -> None:
    words = "Kenya@KEN/NNP/2/nsubj welcomed=welcome/VBD/0/root the/DT/4/det accord/NN/2/obj ././2/punct"
    (report,) = Coder(marked(words), knowledge).reports()
    assert (report.event_type, [actor.id for actor in report.sources], report.targets) == ("SUPPORT", ["KEN"], ())


@pytest.mark.parametrize(
    ("notation", "reason"),
    [
        ("It/PRP/2/nsubj welcomed=welcome/VBD/0/root the/DT/4/det accord/NN/2/obj ././2/punct", "no-actor"),
        ("Kenya@KEN/NNP/2/nsubj spoke=speak/VBD/0/root with/IN/4/case nobody/NN/2/obl ././2/punct", "role-missing"),
    ],
)
def test_an_act_without_a_party_that_it_needs_is_listed_as_left_out(
    notation: str, reason: str, knowledge: Knowledge
) -> None:
    coder = Coder(marked(notation), knowledge)
    assert coder.reports() == ()
    assert [drop.reason for drop in coder.drops] == [reason]


def test_a_body_meets_by_itself(knowledge: Knowledge) -> None:
    words = "Unesco@unesco/NNP/2/nsubj met=meet/VBD/0/root in/IN/4/case Lima/NNP/2/obl ././2/punct"
    made = marked(words)
    body = tuple(replace(actor, type="organisation", id="unesco", sector="IGO") for actor in made.actors)
    coder = Coder(replace(made, actors=body, at={0: body}), knowledge)
    assert [report.event_type for report in coder.reports()] == ["CONSULT"]


def test_beside_the_words_of_sport_no_sentence_of_a_sports_page_is_coded(knowledge: Knowledge) -> None:
    sport = "The/DT/2/det midfielder/NN/3/nsubj slept=sleep/VBD/0/root ././3/punct"
    attack = "Kenya@KEN/NNP/2/nsubj attacked=attack/VBD/0/root Chad@TCD/NNP/2/obj ././2/punct"
    coder = Coder(marked("\n".join([sport, attack, sport, sport])), knowledge)
    assert coder.reports() == ()
    assert [drop.reason for drop in coder.drops] == ["other-domain"]
    assert len(Coder(marked("\n".join([sport, attack])), knowledge).reports()) == 1


def test_who_asks_for_nothing_asks_not(knowledge: Knowledge) -> None:
    words = "Kenya@KEN/NNP/2/nsubj asked=ask/VBD/0/root Chad@TCD/NNP/2/obj for/IN/5/case nothing/NN/2/obl ././2/punct"
    (report,) = Coder(marked(words), knowledge).reports()
    assert (report.event_type, report.status) == ("REQUEST", "negated")
