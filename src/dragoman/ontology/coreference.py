"""What the words of reference say by themselves: pronouns, determiners, counting words, and nouns whose gender is known."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from dragoman.ontology.actors import Iso3, Sector
from dragoman.ontology.load import Knowledge, load_whole

Number = Literal["sg", "pl", "any"]
Gender = Literal["m", "f", "n", "p", "any"]
PronounKind = Literal["personal", "possessive", "reflexive", "demonstrative", "relative", "reciprocal", "indefinite"]


class Determiners(Knowledge):
    """Words that open a noun phrase, by what they say about whether it is known."""

    definite: tuple[str, ...]
    indefinite: tuple[str, ...]
    demonstrative: tuple[str, ...]


class Gendered(Knowledge):
    """Nouns, titles and given names of one gender, lower-cased."""

    nouns: tuple[str, ...]
    names: tuple[str, ...]


class ReferenceWords(Knowledge):
    """What `coreference.yaml` holds; all words are lower-cased forms or lemmas.

    `pronouns`: person, number, gender and kind of each. `adverbs` refer as pronouns do ("there"). `numbers`: how many a word
    counts. `people`, `bodies`, `states`: nouns by what they name; a body may be "it" or "they". `counterparts`: nouns for
    whoever holds the same office elsewhere, `predecessors` and `successors` for who held it just before and just after.
    `deeds`: verbs for what only somebody does, or a text for him (`texts`): "it", their subject, is no other thing.
    `ordinals`: which of two a word means ("the latter"); `opposites`: nouns for the other of two states, owned by the one;
    `members`: nouns for those who stand for their body, with the noun for it ("judge": "court"); `parts`: nouns for
    those who did what one of the verbs says ("the mediators" of a truce that two have brokered).
    `homes`: nouns for the state of whoever owns them ("his country"). `moves`: what a state does with its own people
    only ("recalled two diplomats").
    `ranks`: nameless members of an armed group beside the nouns of its sector; `bands`: what it is called once it is named.
    """

    pronouns: dict[str, tuple[Literal[1, 2, 3], Number, Gender, PronounKind]]
    adverbs: tuple[str, ...]
    determiners: Determiners
    numbers: dict[str, int]
    men: Gendered
    women: Gendered
    people: tuple[str, ...]
    bodies: tuple[str, ...]
    states: tuple[str, ...]
    counterparts: tuple[str, ...]
    predecessors: tuple[str, ...]
    successors: tuple[str, ...]
    ranks: tuple[str, ...]
    bands: tuple[str, ...]
    ordinals: dict[str, Literal[1, 2]]
    opposites: tuple[str, ...]
    members: dict[str, str]
    parts: dict[str, tuple[str, ...]]
    homes: tuple[str, ...]
    moves: tuple[str, ...]
    deeds: tuple[str, ...]
    texts: tuple[str, ...]


class Descriptions(Knowledge):
    """What `coreference_descriptions.yaml` holds: what the words of a description tell of whom it may mean.

    `regions`: modifiers to the states they leave ("South American"). `lands`: nouns for states of one sort ("kingdom").
    `bodies`: nouns for bodies to the sectors of those they may name. `persons`: nouns for persons that name no office.
    `own_words`: nouns whose clause tells what their owner says or wants ("Peru's claim that it ...").
    `seats`: by the last word of a city the bodies there that are no state's, noun to id ("the commission in Brussels").
    """

    regions: dict[str, tuple[Iso3, ...]]
    lands: dict[str, tuple[Iso3, ...]]
    bodies: dict[str, tuple[Sector, ...]]
    persons: tuple[str, ...]
    own_words: tuple[str, ...]
    seats: dict[str, dict[str, str]]


def load_descriptions(folder: Path | None = None) -> Descriptions:
    """What descriptions tell; a user's file replaces the shipped one. Raises `OntologyError`."""
    return load_whole("coreference_descriptions", Descriptions, folder)


def load_reference_words(folder: Path | None = None) -> ReferenceWords:
    """The words of reference; a user's file replaces the shipped one. Raises `OntologyError`."""
    return load_whole("coreference", ReferenceWords, folder)
