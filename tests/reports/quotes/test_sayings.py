"""Verbs, nouns and prepositions of saying: who, what, to whom, by the syntax alone."""

import pytest

from dragoman.reports.knowledge import Knowledge
from dragoman.reports.quotes.nominal import nominal_sayings
from dragoman.reports.quotes.sayings import Saying, verb_sayings
from dragoman.reports.tree import Tree
from tests.reports.notation import tree

SAID = "Mali/NNP/2/nsubj said=say/VBD/0/root that/IN/5/mark Togo/NNP/5/nsubj left=leave/VBD/2/ccomp ././2/punct"


def sayings(notation: str, knowledge: Knowledge) -> tuple[Tree, list[Saying]]:
    found = tree(notation)
    return found, verb_sayings(found, found.words, knowledge.speech)


def content(of: Tree, saying: Saying) -> str:
    return " ".join(word.text for word in of.words[saying.first : saying.last + 1])


@pytest.mark.parametrize(
    ("notation", "rule", "said"),
    [
        (SAID, "say", "that Togo left"),
        (
            "Mali/NNP/2/nsubj vowed=vow/VBD/0/root to/TO/4/mark leave/VB/2/xcomp Togo/NNP/4/obj ././2/punct",
            "promise",
            "to leave Togo",
        ),
        (
            "Mali/NNP/2/nsubj denied=deny/VBD/0/root having=have/VBG/4/aux left=leave/VBN/2/xcomp Togo/NNP/4/obj",
            "deny",
            "having left Togo",
        ),
        (
            "Mali/NNP/2/nsubj denounced=denounce/VBD/0/root the/DT/4/det raid/NN/2/obj on/IN/6/case Togo/NNP/4/nmod",
            "denounce",
            "the raid on Togo",
        ),
        (
            "Mali/NNP/2/nsubj called=call/VBD/0/root the/DT/4/det raid/NN/2/obj cowardly/JJ/2/xcomp ././2/punct",
            "describe",
            "the raid cowardly",
        ),
        (
            "Mali/NNP/2/nsubj described=describe/VBD/0/root it/PRP/2/obj as/IN/6/case a/DT/6/det farce/NN/2/obl ././2/punct",
            "describe-as",
            "it as a farce",
        ),
        (
            "Mali/NNP/2/nsubj called=call/VBD/0/root for/IN/5/case a/DT/5/det truce/NN/2/obl ././2/punct",
            "call-for",
            "a truce",
        ),
        (
            "Togo/NNP/2/nsubj left=leave/VBD/0/root ,/,/5/punct Mali/NNP/5/nsubj said=say/VBD/2/parataxis ././2/punct",
            "say",
            "Togo left",
        ),
        (
            "Togo/NNP/6/nsubj ,/,/4/punct Mali/NNP/4/nsubj said=say/VBD/6/parataxis ,/,/4/punct left=leave/VBD/0/root",
            "say",
            "Togo , Mali said , left",
        ),
    ],
)
def test_what_hangs_on_a_verb_of_saying(notation: str, rule: str, said: str, knowledge: Knowledge) -> None:
    of, (found,) = sayings(notation, knowledge)
    assert (found.rule.id, content(of, found)) == (rule, said)
    assert found.source is not None
    assert found.source.text == "Mali"


def test_a_clause_that_the_parser_hung_on_a_noun(knowledge: Knowledge) -> None:
    of, (found,) = sayings(
        "Mali/NNP/2/nsubj said=say/VBD/0/root in/IN/5/case a/DT/5/det note/NN/2/obl that/IN/8/mark Togo/NNP/8/nsubj "
        "left=leave/VBD/5/acl ././2/punct",
        knowledge,
    )
    assert content(of, found) == "that Togo left"


def test_whoever_is_told_is_no_part_of_what_is_said(knowledge: Knowledge) -> None:
    of, (found,) = sayings(
        "Mali/NNP/2/nsubj told=tell/VBD/0/root reporters=reporter/NNS/2/obj that/IN/6/mark Togo/NNP/6/nsubj "
        "left=leave/VBD/2/ccomp ././2/punct",
        knowledge,
    )
    assert content(of, found) == "that Togo left"
    assert [word.text for word in found.told] == ["reporters"]


def test_a_participle_that_goes_on_has_the_speaker_of_the_clause(knowledge: Knowledge) -> None:
    of, (said, added) = sayings(
        "Mali/NNP/2/nsubj said=say/VBD/0/root talks=talk/NNS/4/nsubj failed=fail/VBD/2/ccomp ,/,/6/punct "
        "adding=add/VBG/4/advcl that/IN/9/mark Togo/NNP/9/nsubj left=leave/VBD/6/ccomp ././2/punct",
        knowledge,
    )
    assert (content(of, said), content(of, added)) == ("talks failed", "that Togo left")
    assert added.source is not None
    assert added.source.text == "Mali"


def test_a_relay_and_what_it_relays_are_one_saying(knowledge: Knowledge) -> None:
    of, (found,) = sayings(
        "Togo/NNP/2/nsubj left=leave/VBD/6/ccomp ,/,/2/punct the/DT/5/det agency/NN/6/nsubj quoted=quote/VBD/0/root "
        "Mali/NNP/6/obj as/IN/9/mark saying=say/VBG/6/advcl last/JJ/11/amod week/NN/9/ccomp ././6/punct",
        knowledge,
    )
    assert found.verb.text == "saying"
    assert content(of, found).startswith("Togo left")


@pytest.mark.parametrize(
    "notation",
    [
        "The/DT/2/det bridge/NN/3/nsubj fell=fall/VBD/0/root ././3/punct",
        "Mali/NNP/2/nsubj said=say/VBD/0/root ././2/punct",
        "It/PRP/3/nsubj:pass is/VBZ/3/aux:pass condemned=condemn/VBN/0/root ././3/punct",
    ],
    ids=["no verb of saying", "nothing said", "nobody condemns"],
)
def test_what_is_no_saying(notation: str, knowledge: Knowledge) -> None:
    assert sayings(notation, knowledge)[1] == []


def test_according_to_says_the_clause_it_hangs_on(knowledge: Knowledge) -> None:
    of = tree(
        "According/VBG/3/case to/IN/1/fixed Mali/NNP/6/obl ,/,/3/punct Togo/NNP/6/nsubj left=leave/VBD/0/root ././6/punct"
    )
    (found,) = nominal_sayings(of.words, knowledge.speech)
    assert content(of, found) == "Togo left"
    assert [word.text for word in found.cue] == ["According", "to"]
