"""How sure a report is: signs add up, and the level asked for decides what is kept."""

from dragoman.ontology.confidence import load_confidence
from dragoman.reports.coder import Coder
from dragoman.reports.knowledge import Knowledge
from tests.reports.notation import marked

MET = "Kenya@KEN/NNP/2/nsubj met=meet/VBD/0/root Chad@TCD/NNP/2/obj ././2/punct"


def test_levels_rise() -> None:
    weights = load_confidence()
    assert weights.least("low") < weights.least("default") < weights.least("high")
    assert weights.least(0.42) == 0.42


def test_an_unsure_report_is_left_out_with_its_reason(knowledge: Knowledge) -> None:
    coder = Coder(marked(MET), knowledge, least=0.99)
    assert coder.reports() == ()
    assert [drop.reason for drop in coder.drops] == ["unsure"]


def test_a_sure_report_is_kept(knowledge: Knowledge) -> None:
    (report,) = Coder(marked(MET), knowledge, least=0.5).reports()
    assert 0.5 <= report.confidence <= 1
