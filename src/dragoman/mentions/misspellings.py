"""Respun and mistyped names: near in letters or sound to a person whom a title or the article supports.

Never on likeness alone: many people are called nearly alike.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence

from rapidfuzz.distance import DamerauLevenshtein

from dragoman.mentions.aliases import family_names
from dragoman.mentions.cards import Cards, Window, at_window, lately
from dragoman.mentions.drafts import Title
from dragoman.mentions.fold import Folding
from dragoman.ontology.actors import ActorOntology

SHORTEST = 5
"""Letters a name needs before a slip of one letter is told from another name."""


LONG = 6
"""Letters that a name needs to be known by them alone, however it is divided."""


class Speller:
    """Compares names of the page with names on record."""

    def __init__(self, ontology: ActorOntology, cards: Cards) -> None:
        self._cards = cards
        self._folding = Folding()
        self._sounds = {letter: group[0] for group in ontology.wording.sounds for letter in group}
        self.families: Mapping[str, tuple[str, ...]] = {
            person.id: family_names(person, ontology.wording) for person in ontology.persons.values()
        }
        self._names = {person.id: (person.name, *person.aliases) for person in ontology.persons.values()}

    def by_title(self, name: str, titles: Sequence[Title], window: Window | None, named: Iterable[str] = ()) -> str | None:
        """The one holder of the office in the title whose name is nearly this one.

        An office without an owner may be one of any state that the article names.
        """
        near = {
            person
            for title in titles
            for owner in ((title.owner,) if title.owner else named)
            for offices in (self._cards.leading(owner) if "leader" in title.offices else (title.offices,))
            for person, tenure in self._cards.holders(offices, owner)
            if lately(tenure, window) and self._is_near_person(name, person)
        }
        return near.pop() if len(near) == 1 else None

    def in_office(self, name: str, window: Window | None, named: Collection[str]) -> str | None:
        """The one of those in office then, in a state that the article names, whose full name is nearly this one."""
        if window is None or " " not in name:
            return None
        near = {
            person
            for person in self._names
            if (card := self._cards.get(person)) is not None
            and card.country in named
            and any(at_window(tenure, window) for tenure in self._cards.offices_of(person))
            and self._is_near_person(name, person)
        }
        return near.pop() if len(near) == 1 else None

    def among(self, name: str, persons: Iterable[str]) -> str | None:
        """The one of these persons, whom the article names, whose name is nearly this one."""
        near = {person for person in persons if self._is_near_person(name, person)}
        return near.pop() if len(near) == 1 else None

    def _is_near_person(self, name: str, person: str) -> bool:
        known = self.families.get(person, ()) if " " not in name else self._names.get(person, ())
        return any(self.is_near(name, other) for other in known)

    def is_near(self, name: str, known: str) -> bool:
        """Whether one is a slip of the other: one letter off, or two that sound alike; part by part in full names.

        Parts may be written apart or together ("Hunsen"): then the names are compared as one word.
        """
        parts, others = self._folding.fold(name).split(), self._folding.fold(known).split()
        if parts == others:
            return False
        if len(parts) != len(others):
            one, other = "".join(parts), "".join(others)
            return len(other) >= LONG and (one == other or self._is_slip(one, other))
        return all(one == other or self._is_slip(one, other) for one, other in zip(parts, others, strict=True))

    def _is_slip(self, one: str, other: str) -> bool:
        if min(len(one), len(other)) < SHORTEST or one.startswith(other) or other.startswith(one):
            return False  # "Putina" is a name of its own
        distance = DamerauLevenshtein.distance(one, other, score_cutoff=2)
        return distance == 1 or (distance == 2 and self._sound(one) == self._sound(other))

    def _sound(self, name: str) -> str:
        """The consonants of a name, those that are taken for one another as one, doubles as one."""
        key = ""
        for letter in name:
            sound = self._sounds.get(letter, "")
            if sound and not key.endswith(sound):
                key += sound
        return key
