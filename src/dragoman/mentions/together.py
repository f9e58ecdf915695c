"""Those who are meant together though no words join them: "each other", and "they" after two who act on one another.

"Aliyev received Pashinyan. They ..." names two persons and nothing else that is many; with a third person, or with any other
noun that "they" could take up, it stays open.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from spacy.tokens import Doc, Token

from dragoman.mentions.antecedents import Who
from dragoman.ontology.coreference import ReferenceWords

Standing = Callable[[int], Who | None]
"""Whom the mention at a token means."""
SUBJECTS: Final = frozenset({"nsubj", "nsubj:pass"})


OBJECTS: Final = frozenset({"obj", "iobj", "obl"})
STANDING: Final = frozenset({*SUBJECTS, "nmod:poss", "obj", "iobj"})
"""Where "they" may mean two persons: not in "most of them"."""


class Together:
    """Finds the members of groups that are named apart. Keeps nothing between documents."""

    def __init__(
        self, words: ReferenceWords, continuing: frozenset[str] = frozenset(), apart: frozenset[str] = frozenset()
    ) -> None:
        self._continuing, self._apart = continuing, apart
        self._many = frozenset((*words.people, *words.bodies, *words.states))
        self._reciprocal = frozenset(form.split()[-1] for form, said in words.pronouns.items() if said[3] == "reciprocal")
        self._openers = frozenset(form.split()[0] for form, said in words.pronouns.items() if said[3] == "reciprocal")

    def is_reciprocal(self, before: str, word: str) -> bool:
        """Whether two words in lower case are "each other" or "one another"."""
        return word in self._reciprocal and before in self._openers

    def is_other(self, word: Token) -> bool:
        """Whether a word is the other of two taken one by one: "each blamed the other"."""
        told = word.lower_ == "other" and word.i > 0 and word.nbor(-1).lower_ == "the" and word.dep_ in OBJECTS
        return told and any(child.dep_ in SUBJECTS and child.lower_ in self._apart for child in word.head.children)

    def subject(self, token: Token, standing: Standing) -> Who | None:
        """Those who do to one another what the clause of `token` says: its subject, or that of the clause it continues."""
        while token.head.i != token.i:
            token = token.head
            for child in token.children:
                if child.dep_ in SUBJECTS:
                    return self.joined(child, standing)
        return None

    def continues(self, pronoun: Token) -> bool:
        """Whether the clause of a pronoun goes on with what was said before: "He also ...", "It nevertheless ..."."""
        return any(child.lower_ in self._continuing for child in pronoun.head.children if child.dep_ == "advmod")

    def topic(self, pronoun: Token, standing: Standing) -> Who | None:
        """Whom the subject of the sentence before means, for a pronoun that is itself the subject of its sentence."""
        sentence = pronoun.sent
        if pronoun.dep_ not in SUBJECTS or pronoun.head.i != sentence.root.i or not sentence.start:
            return None
        before = pronoun.doc[sentence.start - 1].sent.root
        subject = next((child for child in before.children if child.dep_ in SUBJECTS), None)
        return (self.joined(subject, standing) or standing(subject.i)) if subject is not None else None

    @staticmethod
    def joined(head: Token, standing: Standing) -> Who | None:
        """Whom a noun and its conjuncts mean, if they are several and all of them known.

        Of "Peru, Chile and Cuba agreed" parsers may make two subjects.
        """
        names = (head, *head.conjuncts)
        beside = head.head.children if head.dep_ in SUBJECTS and head.tag_ == "NNP" else ()
        more = [child for child in beside if child.dep_ in SUBJECTS and child.tag_ == "NNP"]
        members = [standing(token.i) for token in dict.fromkeys((*names, *more))]
        found = {one for member in members if member for one in member}
        return tuple(sorted(found)) if None not in members and len(found) > 1 else None

    @staticmethod
    def beside(pronoun: Token, standing: Standing) -> Who | None:
        """Whom a possessive right behind "and" means: of "Chad and its allies" Chad."""
        if pronoun.dep_ != "nmod:poss" or pronoun.i < 2 or pronoun.nbor(-1).pos_ != "CCONJ":
            return None
        return standing(pronoun.i - 2)

    def two_before(self, pronoun: Token, standing: Standing, types: Mapping[str, str]) -> Who | None:
        """The only two persons, or without any person the only two states, since the start of the sentence before."""
        if pronoun.dep_ not in STANDING:
            return None
        doc: Doc = pronoun.doc
        start = pronoun.sent.start
        start = doc[start - 1].sent.start if start else 0
        if any(token.lemma_.lower() in self._many and self._is_open(token, standing) for token in doc[start : pronoun.i]):
            return None
        named = {one for i in range(start, pronoun.i) for one in standing(i) or ()}
        for wanted in ("person", "state"):
            some = sorted(one for one in named if types.get(one) == wanted)
            if some:
                return (some[0], some[1]) if len(some) == 2 else None
        return None

    @staticmethod
    def _is_open(token: Token, standing: Standing) -> bool:
        return "Plur" in token.morph.get("Number", []) and standing(token.i) is None
