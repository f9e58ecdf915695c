"""The words of reference as spaCy's hashes, ready to be looked for in columns of tokens."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from dragoman.documents.coreference.columns import Array
from dragoman.documents.coreference.hashing import hashes
from dragoman.ontology.coreference import ReferenceWords

NUMBERS = ("any", "sg", "pl")
GENDERS = ("any", "m", "f", "n", "p")
KINDS = ("none", "personal", "possessive", "reflexive", "demonstrative", "relative", "reciprocal", "indefinite")


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Sorted hashes of the pronouns with a row of numbers for each (person, number, gender, kind), and sets of words."""

    pronouns: Array
    said: Array
    adverbs: Array
    definite: Array
    indefinite: Array
    demonstrative: Array
    numbers: Array
    men: Array
    women: Array
    people: Array
    bodies: Array
    states: Array

    @classmethod
    def of(cls, words: ReferenceWords) -> Lexicon:
        """Hash every word once."""
        pronouns = hashes(words.pronouns)
        said = [(p, NUMBERS.index(n), GENDERS.index(g), KINDS.index(k)) for p, n, g, k in words.pronouns.values()]
        order = np.argsort(pronouns)
        return cls(
            pronouns=pronouns[order],
            said=np.array(said, np.int64)[order],
            adverbs=hashes(words.adverbs),
            definite=hashes(words.determiners.definite),
            indefinite=hashes(words.determiners.indefinite),
            demonstrative=hashes(words.determiners.demonstrative),
            numbers=hashes(words.numbers),
            men=hashes(words.men.nouns + words.men.names),
            women=hashes(words.women.nouns + words.women.names),
            people=hashes(words.people),
            bodies=hashes(words.bodies),
            states=hashes(words.states),
        )

    def pronoun(self, lower: Array) -> Array:
        """The row of each word in `pronouns`, -1 for other words."""
        place = np.minimum(np.searchsorted(self.pronouns, lower), len(self.pronouns) - 1)
        return np.where(self.pronouns[place] == lower, place, -1)
