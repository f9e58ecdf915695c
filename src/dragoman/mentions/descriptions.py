"""What the words of a description tell of whom it may mean: "the South American nation", "the Islamist group".

Words that the knowledge files know leave only some of the actors (`regions`, `lands`, `bodies`, a demonym, the name itself:
"the court" after "Court of Justice"); words that nobody knows leave all.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Final

from spacy.tokens import Token

from dragoman.mentions.cards import Cards
from dragoman.mentions.reference_kinds import noun_of
from dragoman.ontology.coreference import Descriptions
from dragoman.records import Actor

NARROWING: Final = frozenset({"acl:relcl", "acl"})
"""Relations of clauses that say which one is meant: it need not be one that was named."""
LONGEST_REGION: Final = 3
"""Words in the name of a region."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What a description asks of an actor; empty fields ask nothing. `word` is its head noun."""

    word: str
    states: frozenset[str] = frozenset()
    sectors: frozenset[str] = frozenset()
    country: str | None = None

    @property
    def narrow(self) -> bool:
        """Whether the words leave some actors only."""
        return bool(self.states or self.sectors or self.country)


class Describer:
    """Reads descriptions. Keeps nothing between documents."""

    def __init__(self, words: Descriptions, cards: Cards) -> None:
        self._cards = cards
        self._regions = {tuple(region.split()): frozenset(states) for region, states in words.regions.items()}
        self._lands = {noun: frozenset(states) for noun, states in words.lands.items()}
        self._bodies = {noun: frozenset[str](sectors) for noun, sectors in words.bodies.items()}
        self.own_words = frozenset(words.own_words)

    def asked(self, head: Token, country: str | None) -> Asked:
        """What the noun phrase of `head` asks; `country` is that of a demonym in it."""
        word = noun_of(head)
        modifiers = [child.lower_ for child in head.children if child.i < head.i for child in child.subtree]
        choices = [self._regions[found] for found in _runs(modifiers) if found in self._regions]
        if word in self._lands:
            choices.append(self._lands[word])
        states = frozenset.intersection(*choices) if choices else frozenset[str]()
        return Asked(word, states, self._bodies.get(word, frozenset()), country)

    def fits(self, asked: Asked, who: str, actor: Actor | None) -> bool:
        """Whether an actor, as the article knows it, may be meant by a description."""
        card = self._cards.get(who)
        country = card.country if card else actor.country if actor else None
        if (asked.country and country != asked.country) or (asked.states and country not in asked.states):
            return False
        if not asked.sectors:
            return True
        sector = card.sector if card else actor.sector if actor else None
        return sector in asked.sectors or self.is_named_so(asked, who, actor)

    def is_named_so(self, asked: Asked, who: str, actor: Actor | None) -> bool:
        """Whether the head noun stands in the actor's own name: "the court" of the Court of Justice."""
        card = self._cards.get(who)
        name = card.name if card else actor.name if actor else None
        return asked.word in (name or "").lower().split()


def is_open(head: Token) -> bool:
    """Whether words behind the noun say which one is meant ("the group that ...", "the head of ..."), or an order does."""
    return any(
        (child.dep_ in NARROWING and child.i > head.i and not _is_charge(child) and not _is_aside(child))
        or (child.dep_ == "nmod" and child.i > head.i and _case(child) in {"of", "from", "for"})
        or (child.dep_ == "amod" and child.tag_ in {"JJS"})
        or (child.dep_ == "amod" and child.lower_ in {"first", "last", "next", "other", "only"})
        for child in head.children
    )


def _is_charge(clause: Token) -> bool:
    """ "accuses the group of hiding it": what is said of it, not which it is."""
    return any(child.dep_ == "mark" and child.lower_ in {"of", "from", "for"} for child in clause.children)


def _is_aside(clause: Token) -> bool:
    """ "the country, which is at war": a comma and a relative that tells more of what is known."""
    words = [token.lower_ for token in islice(clause.subtree, 2)]
    return words[:1] == [","] and words[1:] in (["which"], ["who"], ["whose"])


def _case(token: Token) -> str:
    return next((child.lower_ for child in token.children if child.dep_ == "case"), "")


def _runs(words: list[str]) -> Iterator[tuple[str, ...]]:
    """Every run of neighbouring words; words joined by a hyphen count apart too ("post-Soviet")."""
    for start in range(len(words)):
        for end in range(start + 1, min(start + LONGEST_REGION, len(words)) + 1):
            yield tuple(words[start:end])
