"""What was told before and is denied is told as not so."""

import pytest

from dragoman.reports.coder import Coder
from dragoman.reports.knowledge import Knowledge
from tests.reports.notation import marked

RAID = "Chad@TCD/NNP/2/nsubj attacked=attack/VBD/0/root Niger@NER/NNP/2/obj ././2/punct\n"
IDLE = "Night/NN/2/nsubj fell=fall/VBD/0/root ././2/punct\n"
DENIED = "{}/NNP/2/nsubj denied=deny/VBD/0/root {} ././2/punct"


@pytest.mark.parametrize("thing", ["it/PRP/2/obj", "the/DT/4/det attack/NN/2/obj", "each/DT/4/det report/NN/2/obj"])
def test_who_denies_an_act_is_said_not_to_have_done_it(thing: str, knowledge: Knowledge) -> None:
    denied = Coder(marked(RAID + DENIED.format("Chad@TCD", thing)), knowledge).reports()[-1]
    assert (denied.event_type, denied.status) == ("ASSAULT", "negated")
    assert [actor.id for actor in (*denied.sources, *denied.targets)] == ["TCD", "NER"]
    assert denied.trigger.text == "denied"


@pytest.mark.parametrize(
    ("before", "denier", "thing"),
    [
        (RAID, "Niger@NER", "it/PRP/2/obj"),  # not what others did
        (RAID + IDLE, "Chad@TCD", "it/PRP/2/obj"),  # a pronoun takes up the sentence before
        (RAID, "Chad@TCD", "an/DT/4/det attack/NN/2/obj"),  # another attack
        (RAID, "Chad@TCD", "the/DT/4/det visa/NN/2/obj"),  # no name for such an act
    ],
)
def test_nothing_else_is_denied(before: str, denier: str, thing: str, knowledge: Knowledge) -> None:
    found = Coder(marked(before + DENIED.format(denier, thing)), knowledge).reports()
    assert [report.event_type for report in found if report.status == "negated"] == []
