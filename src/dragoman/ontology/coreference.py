"""What the words of reference say by themselves: pronouns, determiners, counting words, and nouns whose gender is known."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from dragoman.errors import OntologyError
from dragoman.ontology.load import Knowledge, load_file

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
    whoever holds the same office elsewhere.
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


def load_reference_words(folder: Path | None = None) -> ReferenceWords:
    """The words of reference; a user's file replaces the shipped one. Raises `OntologyError`."""
    found = load_file("coreference", ReferenceWords, folder)
    if not found:
        raise OntologyError(["coreference.yaml is missing"])
    return found[-1]
