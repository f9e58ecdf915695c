"""Who "we", "us" and "I" are in what somebody says."""

from dataclasses import replace

import pytest

from dragoman.records import Actor
from dragoman.reports.coder import Coder
from dragoman.reports.knowledge import Knowledge
from dragoman.reports.tree import Word
from tests.reports.notation import marked

REFUSED = (
    "\"/``/4/punct We=we/PRP/4/nsubj will/MD/4/aux reject=reject/VB/7/ccomp it/PRP/4/obj \"/''/4/punct "
    "said=say/VBD/0/root {speaker}/7/nsubj ././7/punct"
)


def coder(notation: str, knowledge: Knowledge) -> Coder:
    """The coder of a document in which persons are Kenya's."""
    read = marked(notation)
    at = {i: (replace(here[-1], country="KEN"),) if here[-1].type == "person" else here for i, here in read.at.items()}
    return Coder(replace(read, at=at, actors=tuple(here[-1] for here in at.values())), knowledge)


def meant(notation: str, knowledge: Knowledge) -> dict[str, Actor]:
    """The actors at the pronouns of the first person."""
    reader = coder(notation, knowledge).reader
    words: list[Word] = [word for word in reader.tree.words if word.lower in knowledge.first_person]
    return {word.lower: reader.at(word)[-1] for word in words if reader.at(word)}


def test_we_of_an_official_are_his_state_where_the_page_names_it(knowledge: Knowledge) -> None:
    notation = "Kenya@KEN/NNP/2/nsubj waited=wait/VBD/0/root ././2/punct\n" + REFUSED.format(speaker="Doe@person:doe/NNP")
    found = meant(notation, knowledge)
    assert (found["we"].id, found["we"].mention.text, found["we"].via) == ("KEN", "We", "pronoun")


def test_we_of_a_group_are_the_group(knowledge: Knowledge) -> None:
    assert meant(REFUSED.format(speaker="rebels@rebels/NNS"), knowledge)["we"].name == "rebels"


def test_the_outlet_is_nobody(knowledge: Knowledge) -> None:
    notation = "We=we/PRP/2/nsubj reached=reach/VBD/0/root Doe@person:doe/NNP/2/obj ././2/punct"
    assert not meant(notation, knowledge)


def test_nobody_asks_his_own_state(knowledge: Knowledge) -> None:
    notation = (
        "Kenya@KEN/NNP/2/nsubj waited=wait/VBD/0/root ././2/punct\n"
        '"/``/3/punct I=i/PRP/3/nsubj told=tell/VBD/10/ccomp Chad@TCD/NNP/3/obj that/IN/8/mark we/PRP/8/nsubj must/MD/8/aux '
        "wait/VB/3/ccomp \"/''/3/punct said=say/VBD/0/root Doe@person:doe/NNP/10/nsubj ././10/punct"
    )
    told = next(each for each in coder(notation, knowledge).reports() if each.event_type == "REQUEST")
    assert [actor.id for actor in told.sources] == ["person:doe"]
    assert [actor.id for actor in told.targets] == ["TCD"]


def test_i_is_no_state(knowledge: Knowledge) -> None:
    notation = REFUSED.format(speaker="Kenya@KEN/NNP").replace("We=we", "I=i")
    assert not meant(notation, knowledge)


@pytest.mark.parametrize(("form", "several"), [("we", True), ("us", True), ("our", True), ("i", False), ("my", False)])
def test_the_forms_of_the_first_person_are_known(form: str, several: bool, knowledge: Knowledge) -> None:
    assert knowledge.first_person[form] is several
