"""What is said but tells of no act: denials, others' hopes, what is weighed, condolences, what bombs do."""

from dataclasses import replace

import pytest

from dragoman.reports.coder import Coder
from dragoman.reports.knowledge import Knowledge
from dragoman.reports.restraint import own_people
from tests.reports.notation import marked

MINISTRY = "Chadian/JJ/2/amod ministry@TCD/NN/3/nsubj rejected=reject/VBD/0/root"


def reasons(notation: str, knowledge: Knowledge) -> tuple[list[str], list[str]]:
    """The types that are coded, and the reasons for which readings are left out."""
    coder = Coder(marked(notation), knowledge)
    return [report.event_type for report in coder.reports()], [drop.reason for drop in coder.drops]


@pytest.mark.parametrize(
    ("charge", "coded"),
    [
        ("accusations=accusation/NNS/3/obj of/IN/6/case torture/NN/4/nmod ././3/punct", []),
        ("the/DT/5/det claim/NN/3/obj of/IN/7/case fraud/NN/5/nmod ././3/punct", []),
        ("the/DT/5/det accusation/NN/3/obj ././3/punct", ["REJECT"]),
        ("such/JJ/5/amod allegations=allegation/NNS/3/obj ././3/punct", ["REJECT"]),
        ("Niger@NER/NNP/6/nmod:poss 's/POS/4/case charge/NN/3/obj ././3/punct", ["REJECT"]),
    ],
)
def test_a_charge_is_turned_away_where_somebody_has_made_it(charge: str, coded: list[str], knowledge: Knowledge) -> None:
    assert reasons(f"{MINISTRY} {charge}", knowledge)[0] == coded


def test_a_denial_is_left_out_by_that_name(knowledge: Knowledge) -> None:
    assert "denial" in reasons(f"{MINISTRY} accusations=accusation/NNS/3/obj ././3/punct", knowledge)[1]


@pytest.mark.parametrize(
    "notation",
    [
        "Peru@PER/NNP/2/nsubj hopes=hope/VBZ/0/root {0}/NNP/5/nsubj will/MD/5/aux visit/VB/2/ccomp Chile@CHL/NNP/5/obj",
        (
            "Peru@PER/NNP/2/nsubj voiced=voice/VBD/0/root hope/NN/2/obj that/IN/7/mark {0}/NNP/7/nsubj would/MD/7/aux "
            "visit/VB/3/acl Chile@CHL/NNP/7/obj"
        ),
        (
            "Peru@PER/NNP/3/nsubj is=be/VBZ/3/cop hopeful/JJ/0/root that/IN/7/mark {0}/NNP/7/nsubj will/MD/7/aux "
            "visit/VB/3/ccomp Chile@CHL/NNP/7/obj"
        ),
    ],
    ids=["hopes that", "hope that", "hopeful that"],
)
def test_what_others_are_hoped_to_do_is_no_act(notation: str, knowledge: Knowledge) -> None:
    assert reasons(notation.format("Cuba@CUB") + " ././2/punct", knowledge) == ([], ["only-hoped"])


def test_what_somebody_hopes_to_do_himself_is_expected(knowledge: Knowledge) -> None:
    notation = "Peru@PER/NNP/2/nsubj hopes=hope/VBZ/0/root to/TO/4/mark visit/VB/2/xcomp Chile@CHL/NNP/4/obj ././2/punct"
    (report,) = Coder(marked(notation), knowledge).reports()
    assert (report.event_type, report.status) == ("CONSULT", "expected")


def test_what_it_is_hoped_that_one_does_oneself_is_no_comment_on_others(knowledge: Knowledge) -> None:
    notation = (
        "Peru@PER/NNP/2/nsubj hopes=hope/VBZ/0/root it@PER/PRP/5/nsubj will/MD/5/aux visit/VB/2/ccomp "
        "Chile@CHL/NNP/5/obj ././2/punct"
    )
    assert reasons(notation, knowledge)[0] == ["CONSULT"]


def test_the_purpose_of_what_is_weighed_is_weighed(knowledge: Knowledge) -> None:
    notation = (
        "Peru@PER/NNP/3/nsubj is=be/VBZ/3/aux considering=consider/VBG/0/root buying=buy/VBG/3/xcomp grain/NN/4/obj "
        "to/TO/7/mark help/VB/4/advcl Haiti@HTI/NNP/7/obj ././3/punct"
    )
    assert reasons(notation, knowledge)[0] == []


def test_who_is_asked_about_something_is_asked_for_nothing(knowledge: Knowledge) -> None:
    notation = (
        "Peru@PER/NNP/3/nsubj:pass was=be/VBD/3/aux:pass asked=ask/VBN/0/root about/IN/6/case the/DT/6/det "
        "vote/NN/3/obl ././3/punct"
    )
    assert reasons(notation, knowledge)[0] == []


@pytest.mark.parametrize("what", ["condolence", "sympathy"])
def test_condolences_are_no_act(what: str, knowledge: Knowledge) -> None:
    notation = (
        f"Peru@PER/NNP/2/nsubj sent=send/VBD/0/root a/DT/4/det message/NN/2/obj of/IN/6/case {what}/NN/4/nmod to/IN/8/case "
        "Chile@CHL/NNP/2/obl ././2/punct"
    )
    assert reasons(notation, knowledge)[0] == []


def test_what_a_bomb_in_a_place_does_is_no_deed_of_the_state(knowledge: Knowledge) -> None:
    notation = (
        "A/DT/2/det bomb/NN/5/nsubj in/IN/4/case Peru@PER/NNP/2/nmod killed=kill/VBD/0/root Chadian@TCD/JJ/7/amod "
        "envoys@TCD=envoy/NNS/5/obj ././5/punct"
    )
    (report,) = Coder(marked(notation, places=("Peru",)), knowledge).reports()
    assert report.sources == ()


@pytest.mark.parametrize(("warned", "reason"), [("PER", "own-people"), ("CHL", None)])
def test_who_warns_his_own_people_threatens_nobody(warned: str, reason: str | None, knowledge: Knowledge) -> None:
    notation = f"Peru@PER/NNP/2/nsubj warned=warn/VBD/0/root tourists@{warned}X=tourist/NNS/2/obj ././2/punct"
    coder = Coder(marked(notation), knowledge)
    (finding,) = coder.findings(coder.reader.tree.words)
    roles = replace(finding.roles, targets=tuple(replace(each, country=warned) for each in finding.roles.targets))
    assert own_people(replace(finding, roles=roles)) == reason


def test_what_an_attack_is_made_with_does_not_make_it(knowledge: Knowledge) -> None:
    notation = (
        "A/DT/5/det missile/NN/5/compound and/CC/4/cc drone@drones/NN/2/conj attack/NN/8/nsubj on/IN/7/case "
        "Chad@TCD/NNP/5/nmod occurred=occur/VBD/0/root ././8/punct"
    )
    (report,) = Coder(marked(notation), knowledge).reports()
    assert (report.sources, [actor.id for actor in report.targets]) == ((), ["TCD"])


CLAIMED = (
    "Rebels@rebels/NNS/2/nsubj claimed=claim/VBD/0/root responsibility/NN/2/obj for/IN/6/case the/DT/6/det raid/NN/3/nmod "
    "on/IN/8/case Chad@TCD/NNP/6/nmod ././2/punct"
)


def test_who_claims_an_act_did_it(knowledge: Knowledge) -> None:
    (report,) = Coder(marked(CLAIMED), knowledge).reports()
    assert (report.event_type, report.status) == ("ASSAULT", "happened")
    assert [actor.id for actor in (*report.sources, *report.targets)] == ["group:rebels", "TCD"]


def test_who_has_not_claimed_an_act_may_have_done_it(knowledge: Knowledge) -> None:
    notation = (
        "Rebels@rebels/NNS/3/nsubj never/RB/3/advmod claimed=claim/VBD/0/root responsibility/NN/3/obj for/IN/7/case "
        "the/DT/7/det raid/NN/4/nmod on/IN/9/case Chad@TCD/NNP/7/nmod ././3/punct"
    )
    assert "unclaimed" in reasons(notation, knowledge)[1]


def test_talks_on_an_act_are_not_the_act(knowledge: Knowledge) -> None:
    notation = (
        "Rebels@rebels/NNS/2/nsubj held=hold/VBD/0/root talks=talk/NNS/2/obj on/IN/6/case the/DT/6/det raid/NN/3/nmod "
        "with/IN/8/case Chad@TCD/NNP/3/nmod ././2/punct"
    )
    assert reasons(notation, knowledge)[0] == ["CONSULT"]


def test_an_aim_for_people_without_a_name_is_only_an_aim(knowledge: Knowledge) -> None:
    notation = (
        "Peru@PER/NNP/2/nsubj borrowed=borrow/VBD/0/root money/NN/2/obj to/TO/5/mark help/VB/2/advcl "
        "farmers=farmer/NNS/5/obj ././2/punct"
    )
    assert reasons(notation, knowledge)[0] == []
