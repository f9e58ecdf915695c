"""Whom an act is aimed at that names and recalls nobody: the state whose affairs are told."""

from dragoman.reports.coder import Coder
from dragoman.reports.knowledge import Knowledge
from tests.reports.notation import marked

ABOUT_TOGO = "Togo@TGO/NNP/2/nsubj slept=sleep/VBD/0/root ././2/punct\n" * 4
SHUT = "{}/NNP/2/nsubj closed=close/VBD/0/root {}/4/{} frontier/NN/2/obj ././2/punct"
CALLED = "{}/NNP/2/nsubj called=call/VBD/0/root for/IN/4/case {}/NN/2/obl ././2/punct"


def targets(notation: str, knowledge: Knowledge) -> list[str | None]:
    return [actor.id for actor in Coder(marked(ABOUT_TOGO + notation), knowledge).reports()[-1].targets]


def test_what_a_state_closes_at_home_it_closes_to_its_own(knowledge: Knowledge) -> None:
    assert targets(SHUT.format("Togo@TGO", "the=the/DT", "det"), knowledge) == ["TGO"]


def test_what_belongs_to_others_is_not_closed_to_its_own(knowledge: Knowledge) -> None:
    assert targets(SHUT.format("Togo@TGO", "Benin@BEN/NNP", "nmod:poss"), knowledge) != ["TGO"]


def test_what_others_demand_is_demanded_of_the_state_that_the_page_is_about(knowledge: Knowledge) -> None:
    assert targets(CALLED.format("Ghana@GHA", "elections=election"), knowledge) == ["TGO"]


def test_a_guessed_target_makes_a_report_no_surer(knowledge: Knowledge) -> None:
    demand = CALLED.format("Ghana@GHA", "elections=election")
    alone, on_the_page = (Coder(marked(text), knowledge).reports()[-1] for text in (demand, ABOUT_TOGO + demand))
    assert not alone.targets
    assert on_the_page.confidence == alone.confidence
