"""What the words of a description ask of whom it means."""

from __future__ import annotations

import pytest
from spacy.tokens import Token

from dragoman.mentions.cards import Cards
from dragoman.mentions.descriptions import Describer, is_open
from dragoman.ontology.actors import load_actors
from dragoman.ontology.coreference import load_descriptions
from tests.documents.coreference.docs import parsed


@pytest.fixture(scope="module")
def describer() -> Describer:
    return Describer(load_descriptions(), Cards(load_actors()))


def noun(*words: str) -> Token:
    """The last word, which heads the others; the heads of the words are counted from 1."""
    doc = parsed(" ".join(words))
    return doc[len(doc) - 1]


def test_a_region_leaves_its_states(describer: Describer) -> None:
    head = noun("the/DET/4/det", "South/ADJ/3/amod", "American/ADJ/4/amod", "nation/NOUN/0/root")
    asked = describer.asked(head, None)
    assert describer.fits(asked, "VEN", None)
    assert not describer.fits(asked, "USA", None)


@pytest.mark.parametrize(
    ("word", "who", "fits"),
    [
        ("kingdom", "SAU", True),
        ("kingdom", "FRA", False),
        ("bloc", "org:eu", True),
        ("bloc", "org:hamas", False),
        ("group", "org:hamas", True),
        ("court", "org:icj", True),
        ("nation", "FRA", True),
    ],
)
def test_nouns_leave_those_of_their_kind(describer: Describer, word: str, who: str, fits: bool) -> None:
    assert describer.fits(describer.asked(noun("the/DET/2/det", f"{word}/NOUN/0/root"), None), who, None) is fits


def test_a_demonym_asks_for_its_country(describer: Describer) -> None:
    asked = describer.asked(noun("the/DET/2/det", "envoy/NOUN/0/root"), "RUS")
    assert describer.fits(asked, "person:sergei-lavrov", None)
    assert not describer.fits(asked, "person:antony-blinken", None)


def test_a_clause_behind_says_which_one_is_meant() -> None:
    assert is_open(parsed("group/NOUN/0/root fled/VERB/1/acl:relcl")[0])
    assert not is_open(parsed("the/DET/2/det group/NOUN/0/root")[1])
    assert not is_open(parsed("group/NOUN/0/root of/SCONJ/3/mark hiding/VERB/1/acl")[0])
