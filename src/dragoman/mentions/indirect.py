"""Those who are meant by way of others: "the latter", "its neighbour", "the judges", "the commission in Brussels".

Each rule answers only where one actor is left: "the latter" of three, or a neighbour among five states, stays open.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from typing import Final

from spacy.tokens import Token

from dragoman.mentions.antecedents import Who
from dragoman.mentions.descriptions import Describer, is_open
from dragoman.mentions.reference_kinds import noun_of
from dragoman.ontology.coreference import Descriptions, ReferenceWords
from dragoman.records import Actor

Standing = Callable[[int], Who | None]
ARGUMENTS: Final = frozenset({"nsubj", "nsubj:pass", "obj", "iobj", "obl", "obl:agent", "conj", "appos"})
SUBJECTS: Final = frozenset({"nsubj", "nsubj:pass"})
INSIDE: Final = frozenset({"in", "at"})
LEAST_OF_PAIR: Final = 3
LEAST, LEAD, LEAD_PLURAL = 2, 1.5, 3.0
"""Sentences that name the other state, and how many times as many as any third."""


class Indirect:
    """Follows words to those whom other words name. Keeps nothing between documents."""

    def __init__(self, words: ReferenceWords, descriptions: Descriptions, describer: Describer) -> None:
        self._ordinals = words.ordinals
        self._opposites = frozenset(words.opposites)
        self._members, self._parts = words.members, words.parts
        self._seats = descriptions.seats
        self._sectors = {noun: frozenset(sectors) - {"IGO"} for noun, sectors in descriptions.bodies.items()}
        self._describer = describer

    def is_ordinal(self, token: Token) -> bool:
        """Whether a word is "former" or "latter" and stands for somebody: "the latter", not "the former minister"."""
        told = token.lower_ in self._ordinals and token.i > 0 and token.nbor(-1).lower_ == "the"
        return told and token.dep_ not in {"amod", "compound", "nmod:desc"}

    def one_of_two(self, token: Token, standing: Standing) -> Who | None:
        """Whom "the former" or "the latter" means: of two joined by "and", else of those who act just before."""
        if not self.is_ordinal(token):
            return None
        which = self._ordinals[token.lower_] - 1
        sentence = token.sent
        earlier = [sentence, token.doc[sentence.start - 1].sent] if sentence.start else [sentence]
        for one in earlier:
            before = [each for each in one if each.i < token.i and not (_is_one(token) and _is_plural(each))]
            told = next(_joint(before, standing), None) or tuple(dict.fromkeys(_parties(before, standing)))
            if len(told) == len(self._ordinals):
                return told[which]
            if len(told) > len(self._ordinals):
                return told[-1] if which else None
        return None

    def opposite(self, noun: Token, state: str | None, told: Iterable[tuple[int, str]]) -> str | None:
        """The state that stands against that of the owner; `told` are the sentences that name a state, with the state."""
        plural = "Plur" in noun.morph.get("Number", [])
        if state is None or noun_of(noun) not in self._opposites:
            return None
        counts = Counter(each for _, each in dict.fromkeys(told) if each != state)
        ranked = [*counts.most_common(2), ("", 0)]
        lead = LEAD_PLURAL if plural else LEAD
        known = len(counts) > 0 and ranked[0][1] >= LEAST and ranked[0][1] >= lead * ranked[1][1]
        return ranked[0][0] if known else None

    @staticmethod
    def pair(told: Iterable[tuple[int, str]]) -> Who | None:
        """The two states that a page is about: each in several sentences, and in clearly more than any third."""
        counts = Counter(each for _, each in dict.fromkeys(told))
        ranked = [*counts.most_common(3), ("", 0), ("", 0), ("", 0)]
        clear = ranked[1][1] >= max(LEAST_OF_PAIR, LEAD * ranked[2][1])
        return tuple(sorted((ranked[0][0], ranked[1][0]))) if clear else None

    def doers(self, noun: Token, joined: Callable[[Token], Who | None]) -> Who | None:
        """Those who did what a noun calls them after, where the page told of it last: "the mediators"."""
        verbs = self._parts.get(noun_of(noun), ())
        bare = all(child.dep_ in {"det", "case", "punct"} for child in noun.children)
        if (
            not verbs
            or not bare
            or "Plur" not in noun.morph.get("Number", [])
            or noun.nbor(-1 if noun.i else 0).lower_ != "the"
        ):
            return None
        told = (word for word in reversed(noun.doc[: noun.i]) if word.lemma_.lower() in verbs and word.pos_ == "VERB")
        verb = next(told, None)
        return (
            next((who for child in _doers(verb) if (who := joined(child)) is not None), None) if verb is not None else None
        )

    def body_of(self, noun: Token, bodies: Iterable[tuple[int, Actor]]) -> Who | None:
        """The body whose members are meant: the last one before "the judges", of a headline the only one of the page."""
        word = self._members.get(noun_of(noun))
        bare = all(child.dep_ in {"det", "case", "punct"} for child in noun.children)
        if word is None or not bare or is_open(noun) or "Plur" not in noun.morph.get("Number", []):
            return None
        fitting = [(at, actor.id) for at, actor in bodies if actor.id and self._is_such(word, actor)]
        if any(child.lower_ == "the" for child in noun.children):
            before = [who for at, who in fitting if at < noun.i]
            return (before[-1],) if before else None
        only = {who for _, who in fitting}
        return (only.pop(),) if len(only) == 1 and noun.sent.start == 0 else None

    def _is_such(self, word: str, actor: Actor) -> bool:
        named = word in (actor.name or "").lower().split()
        return actor.type != "person" and (actor.sector in self._sectors.get(word, frozenset()) or named)

    def _cities_before(self, noun: Token) -> list[str]:
        """The seats that the sentence before names, for "the commission there"."""
        there = any(child.lower_ == "there" for child in noun.children)
        before = noun.doc[noun.sent.start - 1].sent if there and noun.sent.start else ()
        return [token.lower_ for token in before if token.lower_ in self._seats]

    def seated(self, noun: Token) -> str | None:
        """The body of an organisation by the city of its seat, behind it or in front of its clause."""
        if not any(child.lower_ == "the" for child in noun.children):
            return None
        behind = [child for child in noun.children if child.dep_ == "nmod" and child.i > noun.i]
        fronted = [child for child in noun.head.children if child.dep_ == "obl" and child.i < noun.i]
        near = [*behind, *(fronted if noun.dep_ in SUBJECTS else [])]
        cities = [one.lower_ for one in near if any(case.lower_ in INSIDE for case in one.children if case.dep_ == "case")]
        cities += self._cities_before(noun)
        return next((found for city in cities if (found := self._seats.get(city, {}).get(noun.lower_))), None)


def _doers(verb: Token) -> Iterator[Token]:
    """The agent of a passive, the subject of an active verb."""
    for child in verb.children:
        by = child.dep_.startswith("obl") and any(case.lower_ == "by" for case in child.children if case.dep_ == "case")
        if by or child.dep_ == "nsubj":
            yield child


def _is_one(subject: Token) -> bool:
    """Whether the verb says that its subject is one: "the latter has refused"."""
    verbs = (subject.head, *(child for child in subject.head.children if child.dep_.startswith(("aux", "cop"))))
    return subject.dep_ in SUBJECTS and any(verb.tag_ == "VBZ" or verb.lower_ == "was" for verb in verbs)


def _is_plural(noun: Token) -> bool:
    return noun.tag_ == "NNS"


def _joint(before: list[Token], standing: Standing) -> Iterator[tuple[Who, ...]]:
    """Pairs joined by "and", the last one first."""
    for token in reversed(before):
        both = (token, *token.conjuncts)
        if token.dep_ != "conj" and len(both) == 2:
            members = [standing(one.i) for one in both]
            if None not in members and members[0] != members[1]:
                yield tuple(one for one in members if one)


def _parties(before: list[Token], standing: Standing) -> Iterator[Who]:
    for token in before:
        who = standing(token.i) if token.dep_ in ARGUMENTS else None
        if who is not None:
            yield who
