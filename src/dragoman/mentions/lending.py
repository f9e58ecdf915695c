"""What actors without a name or a country get from others: their owner's country, their group, the state in mind.

"its spokesman, Jane Doe", "ELN fighters", "Ottawa pulled out 41 diplomats", "the army": the words around tell who they are,
once pronouns and descriptions are settled.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Final

from dragoman.mentions.cards import Cards, Window
from dragoman.mentions.nameless import Nameless
from dragoman.mentions.sides import OFFICIAL, Sides
from dragoman.mentions.view import View
from dragoman.ontology.actors import ActorOntology
from dragoman.ontology.coreference import ReferenceWords
from dragoman.records import Actor

LENT: Final = frozenset({"nominal", "unnamed", "title"})
OWNED_BY: Final = frozenset({"nmod:poss", "compound", "amod"})
NEAR: Final = 2
"""Sentences from an armed group to "the rebels" who are its own, where the page names several groups."""
ARMED: Final = frozenset({"MIL", "REB", "UAF"})
STATELY: Final = frozenset({"state", "government", "organisation"})
ActorsAt = Mapping[int, tuple[Actor, ...]]


class Lending:
    """Knows by what rules actors lend to others. Keeps nothing between documents."""

    def __init__(self, words: ReferenceWords, ontology: ActorOntology, cards: Cards) -> None:
        self.sides = Sides(ontology, cards)
        self.moves = frozenset(words.moves)
        self.ranks, self.bands = frozenset(words.ranks), frozenset(words.bands)

    def lent(
        self,
        view: View,
        at: ActorsAt,
        actors: Iterable[Actor],
        bodies: Mapping[int, str],
        places: Iterable[tuple[int, str]],
        window: Window | None,
        nameless: Nameless,
    ) -> tuple[list[Actor], dict[int, tuple[Actor, ...]]]:
        """All actors and those at each token, with what others lend them. `bodies` and `places` as in `Sides.settled`."""
        lending = _Document(self, view, at, actors)
        lending.lend(bodies, places, window, nameless)
        return lending.actors, lending.at


class _Document:
    """The actors of one document while they lend to one another."""

    def __init__(self, rules: Lending, view: View, at: ActorsAt, actors: Iterable[Actor]) -> None:
        self._rules = rules
        self._view = view
        self.at = dict(at)
        self.actors = list(actors)

    def lend(
        self, bodies: Mapping[int, str], places: Iterable[tuple[int, str]], window: Window | None, nameless: Nameless
    ) -> None:
        """Every rule in its order."""
        self._join_ranks()
        self._lend_countries()
        self._lend_to_strangers()
        for token, actor in self._rules.sides.settled(self._view, self.at, bodies, places, window).items():
            self._put(token, actor)
        self._lend_by_moves()
        self._echo(nameless)

    def _actor_at(self, token: int) -> Actor | None:
        return next(iter(self.at.get(token, ())[-1:]), None)

    def _lend_to_strangers(self) -> None:
        """Give persons outside the record the country of whom they serve: "its spokesman, Jane Doe", "Doe of the army"."""
        lent: dict[str, Actor] = {}
        for token, here in self.at.items():
            person = here[-1]
            if person.type == "person" and person.country is None and (person.id or "").startswith("name:"):
                owners = [self._actor_at(i) for i in self._view.children[token] if self._view.dep[i] == "nmod:poss"]
                owner = next((one for one in owners if one is not None and one.via == "pronoun" and one.country), None)
                owner = owner or self._served(token)
                if owner is not None and person.id:
                    lent.setdefault(person.id, owner)
        for token, here in list(self.at.items()):
            owner = lent.get(here[-1].id or "")
            if owner is not None:
                self._put(
                    token, replace(here[-1], country=owner.country, why=_also(here[-1].why, f"of {owner.mention.text!r}"))
                )

    def _served(self, person: int) -> Actor | None:
        """The public body of a state behind a name: "Jane Doe of the Kenyan army"."""
        view = self._view
        behind = (i for i in view.children[person] if view.dep[i] == "nmod" and view.case_of(i) in {"of", "from"})
        bodies = (self._actor_at(i) for i in behind)
        return next((body for body in bodies if body and body.country and body.id and body.sector in OFFICIAL), None)

    def _put(self, token: int, actor: Actor) -> None:
        """Put a better record in the place of the last one at a token."""
        old = self.at[token][-1]
        self.actors = [actor if one is old else one for one in self.actors]
        self.at[token] = (*self.at[token][:-1], actor)

    def _lend_countries(self) -> None:
        """Give unnamed actors the country of the pronoun that owns them: "its troops", "her spokesman"."""
        for token, here in list(self.at.items()):
            actor = here[-1]
            if actor.id is None and actor.country is None and not actor.members and actor.via in LENT:
                owners = [self._actor_at(i) for i in self._view.children[token] if self._view.dep[i] == "nmod:poss"]
                owner = next((one for one in owners if one is not None and one.via == "pronoun" and one.country), None)
                if owner is not None and actor.type != "state":
                    why = _also(actor.why, f"of {owner.mention.text!r}")
                    self._put(token, replace(actor, country=owner.country, via="nominal", why=why))

    def _join_ranks(self) -> None:
        """ "ELN fighters", "its men": those who bear arms for a group that is no state's stand for the group."""
        for token, here in list(self.at.items()):
            actor = here[-1]
            nameless = actor.id is None and not actor.members and actor.via in LENT
            if nameless and (actor.sector in ARMED or self._view.lower[token] in self._rules.ranks):
                owner = next((one for i in self._view.children[token] if (one := self._group_at(i)) is not None), None)
                owner = owner or self._only_group(token, actor)
                if owner is not None:
                    why = _also(actor.why, f"they are those of {owner.mention.text!r}")
                    self._put(token, replace(owner, mention=actor.mention, via="nominal", why=why, members=()))

    def _only_group(self, token: int, nameless: Actor) -> Actor | None:
        """Of "the rebels" the one armed group that the page names before, or the one named last and near.

        Nothing may say that they are others'.
        """
        view = self._view
        bare = all(view.dep[child] in {"det", "case", "punct"} for child in view.children[token])
        if not (bare and view.is_definite(token) and view.lower[token] in self._rules.bands):
            return None
        told = [(view.sentence[at], one) for at, here in self.at.items() if at < token and self._is_group(one := here[-1])]
        told = [(sentence, one) for sentence, one in told if nameless.country in {None, one.country}]
        last = max((sentence for sentence, _ in told), default=0)
        near = {one.id: one for sentence, one in told if sentence == last and view.sentence[token] - last <= NEAR}
        groups = {one.id: one for _, one in told}
        return next((next(iter(some.values())) for some in (groups, near) if len(some) == 1), None)

    @staticmethod
    def _is_group(actor: Actor) -> bool:
        return bool(actor.id) and actor.type == "group" and actor.sector in ARMED

    def _group_at(self, owner: int) -> Actor | None:
        """The armed group that owns or modifies the word above it, if one stands there."""
        behind = self._view.dep[owner] == "nmod" and self._view.case_of(owner) == "of"
        actor = self._actor_at(owner) if behind or self._view.dep[owner] in OWNED_BY else None
        return actor if actor is not None and self._is_group(actor) else None

    def _lend_by_moves(self) -> None:
        """Give those whom a state sends or calls back its country: "Ottawa pulled out 41 diplomats"."""
        view = self._view
        for token, here in list(self.at.items()):
            first = view.head[token] if view.dep[token] == "conj" else token
            verb = view.head[first]
            if view.dep[first] != "obj" or view.lemma[verb] not in self._rules.moves or not self._serves(here[-1]):
                continue
            subjects = (self._actor_at(child) for child in view.children[verb] if view.dep[child] == "nsubj")
            owner = next((one for one in subjects if one is not None and one.country and one.type in STATELY), None)
            if owner is not None:
                why = _also(here[-1].why, f"of {owner.mention.text!r}")
                self._put(token, replace(here[-1], country=owner.country, via="nominal", why=why))

    @staticmethod
    def _serves(actor: Actor) -> bool:
        """Whether somebody nameless, of no country yet, is of those whom states have: troops, officials, police."""
        return not (actor.id or actor.country or actor.members) and actor.via in LENT and actor.sector in OFFICIAL

    def _echo(self, nameless: Nameless) -> None:
        """Give words that take up somebody without a name what was found out of him since."""
        for token, first in nameless.echoes():
            mine, told = self._actor_at(token), self._actor_at(first)
            if mine is not None and told is not None and (mine.id is None or told.id is not None):
                self._put(token, replace(told, mention=mine.mention, via=mine.via, why=_also(mine.why, told.why)))


def _also(why: str, more: str) -> str:
    return "; ".join(filter(None, (why, more)))
