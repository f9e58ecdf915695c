"""Officials of towns and regions: "the governor of Kharkiv", "Goma's mayor, Jane Doe", "Odesa prosecutors".

Their country is that of the place that their title stands with, whoever else the sentence names.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Final

from dragoman.mentions.actors import ActorsFound
from dragoman.mentions.sides import OFFICIAL
from dragoman.mentions.view import View
from dragoman.ontology.actors import ActorOntology
from dragoman.records import Actor

BESIDE: Final = frozenset({"nmod:poss", "compound", "amod"})
NAMELESS: Final = frozenset({"title", "nominal", "unnamed"})
DEEP: Final = 2
"""Words between a title and the name of the place: "the governor of the Kharkiv region"."""


class Placed:
    """Gives officials the country of the place that they serve. Keeps nothing between documents."""

    def __init__(self, ontology: ActorOntology) -> None:
        self._guests = tuple(title for office in ontology.offices.values() if office.guest for title in office.titles)

    def settled(self, found: ActorsFound, lands: Mapping[int, str]) -> ActorsFound:
        """What was found, with the countries of officials of towns and regions; `lands` are those of places by token."""
        told: dict[Actor, Actor] = {}
        served: dict[str, str] = {}
        for token, here in found.at.items():
            land = next(self._served(found.view, token, here[-1], lands), None)
            if land is not None:
                told[here[-1]] = _of(here[-1], land)
                served.setdefault(here[-1].id or "", land)
        for actor in found.actors:
            if actor.id in served and actor.country is None:
                told[actor] = _of(actor, served[actor.id])
        if not told:
            return found
        at = {token: tuple(told.get(actor, actor) for actor in here) for token, here in found.at.items()}
        return replace(found, actors=tuple(told.get(actor, actor) for actor in found.actors), at=at)

    def _served(self, view: View, token: int, actor: Actor, lands: Mapping[int, str]) -> Iterator[str]:
        """The countries of the places that an official without a country stands with."""
        if actor.country is not None or actor.members or not self._is_official(actor):
            return
        for child in view.children[token]:
            behind = view.dep[child] == "nmod" and view.case_of(child) == "of"
            if behind or view.dep[child] in BESIDE:
                yield from _within(view, child, lands)

    def _is_official(self, actor: Actor) -> bool:
        """Whether somebody serves the place that he is of: envoys serve elsewhere."""
        if (actor.role or actor.name or "").lower().endswith(self._guests):
            return False
        nameless = actor.id is None and actor.via in NAMELESS and (actor.sector in OFFICIAL or actor.via == "title")
        return nameless or (actor.type == "person" and bool(actor.role) and actor.sector in OFFICIAL)


def _within(view: View, token: int, lands: Mapping[int, str], depth: int = 0) -> Iterator[str]:
    if token in lands:
        yield lands[token]
    elif depth < DEEP:
        inner = (child for child in view.children[token] if view.dep[child] in BESIDE or view.case_of(child) == "of")
        for child in inner:
            yield from _within(view, child, lands, depth + 1)


def _of(actor: Actor, country: str) -> Actor:
    why = "; ".join(filter(None, (actor.why, "of a place in that country")))
    return replace(actor, country=country, why=why)
