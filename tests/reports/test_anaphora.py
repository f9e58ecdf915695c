"""Acts that a page names again have the parties of what it told before."""

from dragoman.records import Report
from dragoman.reports.coder import Coder
from dragoman.reports.knowledge import Knowledge
from tests.reports.notation import marked

RAID = (
    "Chad@TCD/NNP/2/nsubj attacked=attack/VBD/0/root Niger@NER/NNP/2/obj ././2/punct\n"
    "Kenya@KEN/NNP/2/nsubj condemned=condemn/VBD/0/root {the}/DT/4/det attack/NN/2/obj ././2/punct"
)


def ids(report: Report) -> tuple[list[str | None], list[str | None]]:
    return [actor.id for actor in report.sources], [actor.id for actor in report.targets]


def reports(notation: str, knowledge: Knowledge) -> list[Report]:
    return list(Coder(marked(notation), knowledge).reports())


def test_who_condemns_the_attack_condemns_the_attacker(knowledge: Knowledge) -> None:
    condemned = reports(RAID.format(the="the"), knowledge)[-1]
    assert ids(condemned) == (["KEN"], ["TCD"])
    assert any("told before" in step for step in condemned.why)


def test_an_attack_is_not_the_attack(knowledge: Knowledge) -> None:
    assert ids(reports(RAID.format(the="an"), knowledge)[-1]) == (["KEN"], [])


def test_who_did_it_does_not_condemn_himself(knowledge: Knowledge) -> None:
    assert ids(reports(RAID.format(the="the").replace("Kenya@KEN", "Chad@TCD"), knowledge)[-1]) == (["TCD"], [])


def test_the_talks_that_took_place_are_those_told_before(knowledge: Knowledge) -> None:
    notation = (
        "Kenya@KEN/NNP/2/nsubj met=meet/VBD/0/root Chad@TCD/NNP/2/obj ././2/punct\n"
        "The/DT/2/det talks=talk/NNS/3/nsubj began=begin/VBD/0/root ././3/punct"
    )
    found = reports(notation, knowledge)
    assert [report.event_type for report in found] == ["CONSULT", "CONSULT"]
    assert ids(found[1]) == (["KEN"], ["TCD"])


def test_first_talks_are_others(knowledge: Knowledge) -> None:
    notation = (
        "Kenya@KEN/NNP/2/nsubj met=meet/VBD/0/root Chad@TCD/NNP/2/obj ././2/punct\n"
        "The/DT/3/det first/JJ/3/amod talks=talk/NNS/4/nsubj began=begin/VBD/0/root ././4/punct"
    )
    assert len(reports(notation, knowledge)) == 1
