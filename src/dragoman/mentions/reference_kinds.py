"""What a pronoun or a description asks for, and which actors can answer to it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, Literal

from spacy.tokens import Token

from dragoman.documents.coreference import Known, Mention
from dragoman.mentions.antecedents import Who
from dragoman.mentions.cards import Cards
from dragoman.ontology.coreference import Descriptions, ReferenceWords
from dragoman.records import Actor

Kind = Literal["he", "it", "they", "person", "state", "body", "persons", "states", "parties"]
PRONOUNS: Final = frozenset({"he", "it", "they"})
PERSONAL: Final = frozenset({"personal", "possessive", "reflexive"})
NO_BODY: Final = frozenset({"person", "people", "state"})


def noun_of(head: Token) -> str:
    """The noun in the singular, in lower case: as it stands where it stands so, for a lemma may be a slip."""
    return head.lemma_.lower() if "Plur" in head.morph.get("Number", []) else head.lower_


class Kinds:
    """Reads the words of a mention. Keeps nothing between documents."""

    def __init__(self, words: ReferenceWords, descriptions: Descriptions, parties: frozenset[str], cards: Cards) -> None:
        self._words = words
        self._cards = cards
        self._states = frozenset((*words.states, *descriptions.lands))
        self._people = frozenset((*words.people, *descriptions.persons, *words.men.nouns, *words.women.nouns))
        self._bodies = frozenset((*words.bodies, *descriptions.bodies)) - self._states
        self._parties = parties
        self._men, self._women = frozenset(words.men.names), frozenset(words.women.names)
        self._men_nouns, self._women_nouns = frozenset(words.men.nouns), frozenset(words.women.nouns)
        self._deeds, self._texts = frozenset(words.deeds), frozenset(words.texts)
        determiners = words.determiners
        self._definite = frozenset((*determiners.definite, *determiners.demonstrative, "both"))

    def of(self, head: Token, mention: Mention, actor: Actor | None = None) -> Kind | None:
        """What a mention's own words ask for; `None` where they can mean no actor that was named before.

        `actor` is what is known of whom the words mean: "the American" is a person of whom nothing but the country is.
        """
        if mention.joint:
            return None
        if head.pos_ in {"PRON", "DET"} and head.lower_ in self._words.pronouns:
            return self._pronoun(head)
        if not self._is_definite(head):
            return None
        if actor is not None and actor.id is None and actor.type == "person":
            return "person"
        return self.of_noun(head) if head.pos_ == "NOUN" else None

    def is_reflexive(self, head: Token) -> bool:
        """Whether a pronoun takes up the subject of its own clause: "himself"."""
        said = self._words.pronouns.get(head.lower_)
        return said is not None and said[3] == "reflexive"

    def is_doer(self, head: Token) -> bool:
        """Whether "it" is the subject of a verb for what only somebody does: "it protested"."""
        return head.lower_ == "it" and head.dep_ == "nsubj" and head.head.lemma_.lower() in self._deeds

    def is_thing(self, noun: Token) -> bool:
        """Whether a noun names neither somebody nor a text."""
        return noun.pos_ == "NOUN" and self.of_noun(noun) is None and not self.is_text(noun)

    def is_text(self, noun: Token) -> bool:
        """Whether a noun names a text, which may say or demand what somebody does."""
        return noun_of(noun) in self._texts

    def of_noun(self, head: Token) -> Kind | None:
        """What a noun asks for, whatever opens its phrase."""
        lemma, plural = noun_of(head), "Plur" in head.morph.get("Number", [])
        if plural:
            return "states" if lemma in self._states else "persons" if lemma in self._people else self._several(lemma)
        return "state" if lemma in self._states else "person" if lemma in self._people else self._single(lemma)

    def _pronoun(self, head: Token) -> Kind | None:
        person, number, gender, kind = self._words.pronouns[head.lower_]
        if person != 3 or kind not in PERSONAL:
            return None
        return "he" if gender in {"m", "f"} else "it" if number == "sg" else "they"

    def must_refer(self, head: Token) -> bool:
        """Whether words cannot but take up something: "he", "its"; "it" may stand for the weather."""
        said = self._words.pronouns.get(head.lower_) if head.pos_ in {"PRON", "DET"} else None
        return said is not None and (said[2] in {"m", "f"} or said[3] in {"possessive", "reflexive"})

    def _several(self, lemma: str) -> Kind | None:
        return "parties" if lemma in self._parties else None

    def _single(self, lemma: str) -> Kind | None:
        return "body" if lemma in self._bodies else None

    def _is_definite(self, head: Token) -> bool:
        return any(child.lower_ in self._definite for child in head.children if child.dep_.startswith("det"))

    def number_of(self, head: Token) -> int | None:
        """How many the words say they are: "the two leaders"."""
        counted = (self._words.numbers.get(child.lower_) for child in head.children if child.dep_.startswith(("num", "det")))
        return next((number for number in counted if number), None)

    def fits(self, kind: Kind | None, head: Token, who: Who, types: Mapping[str, str]) -> bool:
        """Whether words of this kind may mean those actors. `types` are the types of the actors by id."""
        kinds = {types.get(one, "unnamed") for one in who}
        if len(who) > 1:
            return self._several_fit(kind, kinds) and self.number_of(head) in {None, len(who)}
        match kind:
            case "he" | "person":
                return kinds == {"person"} and self._gender_fits(head, who[0])
            case "it":
                return not kinds & {"person", "people"}
            case "state":
                return kinds == {"state"}
            case "body":
                return not kinds & NO_BODY
            case "they":
                return not kinds & {"person", "state"}
            case _:
                return kind is None

    @staticmethod
    def _several_fit(kind: Kind | None, kinds: set[str]) -> bool:
        match kind:
            case "persons":
                return kinds == {"person"}
            case "states":
                return kinds == {"state"}
            case "they" | "parties" | None:
                return True
            case _:
                return False

    def _gender_fits(self, head: Token, person: str) -> bool:
        said, noun = self._words.pronouns.get(head.lower_), noun_of(head)
        asked = said[2] if said else "m" if noun in self._men_nouns else "f" if noun in self._women_nouns else None
        gender = self._gender_of(person)
        return asked is None or gender is None or asked == gender

    def known(self, actor: Actor) -> Known | None:
        """What coreference may know of a named actor beforehand; nothing of somebody without an id."""
        if actor.id is None:
            return None
        if actor.type == "person":
            return Known(self._gender_of(actor.id) or "p", "PERSON")
        if actor.type == "people":
            return None
        return Known("n", "GPE" if actor.type == "state" else "ORG")

    def _gender_of(self, person: str) -> Literal["m", "f"] | None:
        """A person's gender by the record, or for somebody outside it by the given name that opens the id."""
        known = self._cards.person(person)
        if known is not None:
            return known.gender
        given = person.partition(":")[2].partition("-")[0]
        return "m" if given in self._men else "f" if given in self._women else None
