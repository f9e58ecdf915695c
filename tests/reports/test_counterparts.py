"""Whom an act is aimed at where its own words do not say."""

from dragoman.records import Report
from dragoman.reports.coder import Coder
from dragoman.reports.knowledge import Knowledge
from tests.reports.notation import marked

ACCUSED = "Togo@TGO/NNP/2/nsubj accused=accuse/VBD/0/root {}/NNP/2/obj of/IN/5/case theft/NN/2/obl ././2/punct\n"
BROKE = "{}/NNP/2/nsubj broke=break/VBD/0/root off/RP/2/compound:prt relations=relation/NNS/2/obj ././2/punct"
IDLE = "Night/NN/2/nsubj fell=fall/VBD/0/root ././2/punct\n"


def reports(notation: str, knowledge: Knowledge) -> list[Report]:
    return list(Coder(marked(notation), knowledge).reports())


def targets(notation: str, knowledge: Knowledge) -> list[str | None]:
    return [actor.id for actor in reports(notation, knowledge)[-1].targets]


def test_relations_are_broken_with_the_other_side_of_what_is_told(knowledge: Knowledge) -> None:
    notation = ACCUSED.format("Ghana@GHA") + BROKE.format("Ghana@GHA")
    assert targets(notation, knowledge) == ["TGO"]
    assert "target:the other side of what is told" in reports(notation, knowledge)[-1].why


def test_who_took_no_part_has_no_other_side(knowledge: Knowledge) -> None:
    assert targets(ACCUSED.format("Ghana@GHA") + BROKE.format("Peru@PER"), knowledge) == []


def test_of_two_other_sides_none_is_understood(knowledge: Knowledge) -> None:
    quarrels = ACCUSED.format("Ghana@GHA") + ACCUSED.replace("Togo@TGO", "Benin@BEN").format("Ghana@GHA")
    assert targets(quarrels + BROKE.format("Ghana@GHA"), knowledge) == []


def test_what_is_long_past_is_not_understood(knowledge: Knowledge) -> None:
    assert targets(ACCUSED.format("Ghana@GHA") + IDLE * 7 + BROKE.format("Ghana@GHA"), knowledge) == []


def test_two_verbs_of_one_subject_share_their_target(knowledge: Knowledge) -> None:
    notation = (
        "Ghana@GHA/NNP/2/nsubj blamed=blame/VBD/0/root Togo@TGO/NNP/2/obj for/IN/5/case it/PRP/2/obl "
        "and/CC/7/cc recalled=recall/VBD/2/conj its/PRP$/9/nmod:poss ambassador/NN/7/obj ././2/punct"
    )
    assert [[actor.id for actor in each.targets] for each in reports(notation, knowledge)] == [["TGO"], ["TGO"]]


def test_what_is_set_off_by_but_is_not_shared(knowledge: Knowledge) -> None:
    notation = (
        "Ghana@GHA/NNP/2/nsubj blamed=blame/VBD/0/root Togo@TGO/NNP/2/obj ,/,/6/punct but/CC/6/cc "
        "recalled=recall/VBD/2/conj its/PRP$/8/nmod:poss ambassador/NN/6/obj ././2/punct"
    )
    assert reports(notation, knowledge)[-1].targets == ()


def test_others_impose_sanctions_of_their_own_on_the_same_state(knowledge: Knowledge) -> None:
    notation = (
        "Togo@TGO/NNP/2/nsubj imposed=impose/VBD/0/root sanctions=sanction/NNS/2/obj on/IN/5/case Ghana@GHA/NNP/2/obl "
        "././2/punct\nPeru@PER/NNP/2/nsubj announced=announce/VBD/0/root sanctions=sanction/NNS/2/obj ././2/punct"
    )
    assert targets(notation, knowledge) == ["GHA"]


def test_talks_with_one_side_are_with_whom_it_met(knowledge: Knowledge) -> None:
    notation = (
        "Togo@TGO/NNP/2/nsubj received=receive/VBD/0/root Ghana@GHA/NNP/2/obj ././2/punct\n"
        "Talks=talk/NNS/4/nsubj with/IN/3/case Ghana@GHA/NNP/1/nmod lasted=last/VBD/0/root ././4/punct"
    )
    parties = {actor.id for actor in (*reports(notation, knowledge)[-1].sources, *reports(notation, knowledge)[-1].targets)}
    assert parties == {"TGO", "GHA"}


def test_a_charge_is_rejected_by_those_whom_it_was_made_against(knowledge: Knowledge) -> None:
    rejected = "{}/NNP/2/nsubj rejected=reject/VBD/0/root the/DT/4/det charge/NN/2/obj ././2/punct"
    assert targets(ACCUSED.format("Ghana@GHA") + rejected.format("Ghana@GHA"), knowledge) == ["TGO"]
    assert reports(rejected.format("Peru@PER"), knowledge) == []  # a denial of whatever: a quote


def test_a_deed_in_another_state_is_done_to_it(knowledge: Knowledge) -> None:
    notation = (
        "Togo@TGO/NNP/2/nsubj attacked=attack/VBD/0/root depots=depot/NNS/2/obj in/IN/5/case Ghana@GHA/NNP/2/obl ././2/punct"
    )
    assert targets(notation, knowledge) == ["GHA"]
