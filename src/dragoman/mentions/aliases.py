"""Finds every known name in a text, in one pass: an Aho-Corasick automaton over the names of all actors.

Overlapping names give way to the longest, so that "South Korea" is not Korea and "South China Sea" is not China.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

import ahocorasick

from dragoman.mentions.fold import Folding, capitals_agree
from dragoman.ontology.actors import ActorOntology, Organisation, Person, State, Wording

AliasKind = Literal[
    "name", "short", "demonym", "people", "prefix", "capital", "metonym", "adjective", "implied", "seat", "decoy"
]


@dataclass(frozen=True, slots=True)
class Alias:
    """One way to write an actor. `short` names need an introduction, a title or support; `years` bound a capital's name."""

    text: str
    actor: str
    kind: AliasKind
    years: str = ".."


@dataclass(frozen=True, slots=True)
class Match:
    """Known names that stand at code points `start` to `end` (half-open) of the text."""

    start: int
    end: int
    aliases: tuple[Alias, ...]


class AliasIndex:
    """The names of an ontology, ready to be found."""

    def __init__(self, aliases: Iterable[Alias]) -> None:
        self._folding = Folding()
        entries: dict[str, list[Alias]] = {}
        for alias in aliases:
            entries.setdefault(self._folding.fold(alias.text), []).append(alias)
        self._automaton = ahocorasick.Automaton()
        for folded, known in entries.items():
            self._automaton.add_word(folded, (len(folded), tuple(dict.fromkeys(known))))
        self._automaton.make_automaton()

    def find(self, text: str) -> list[Match]:
        """The longest known names in the text, left to right, none overlapping."""
        kept: list[Match] = []
        for match in sorted(self._all(text), key=lambda found: (found.start, -found.end)):
            if not kept or match.start >= kept[-1].end:
                kept.append(match)
            elif match.end - match.start > kept[-1].end - kept[-1].start:
                kept[-1] = match
        return kept

    def _all(self, text: str) -> Iterator[Match]:
        folded = self._folding.fold(text)
        for last, (length, aliases) in self._automaton.iter(folded):
            start, end = last - length + 1, last + 1
            if _is_word(folded, start, end):
                surface = text[start:end]
                fitting = tuple(alias for alias in aliases if capitals_agree(alias.text, surface))
                if fitting:
                    yield Match(start, end, fitting)


def _is_word(text: str, start: int, end: int) -> bool:
    before, after = text[start - 1 : start], text[end : end + 1]
    return not before.isalnum() and not after.isalnum() and after != "$"


def actor_aliases(ontology: ActorOntology) -> Iterator[Alias]:
    """Every way to write an actor of the ontology, and the decoys."""
    for state in ontology.states.values():
        yield from _of_state(state)
    for body in ontology.organisations.values():
        yield from _of_organisation(body)
    for person in ontology.persons.values():
        yield from _of_person(person, ontology.wording)
    for decoys in ontology.decoys.values():
        yield from (Alias(name, decoys.id, "decoy") for name in decoys.names)


def _of_state(state: State) -> Iterator[Alias]:
    for name in (state.name, state.official, *state.aliases):
        yield Alias(_bare(name), state.id, "name")
    yield from (Alias(name, state.id, "implied") for name in state.implied)
    for name in state.demonyms:
        yield Alias(name, state.id, "demonym")
        if plural(name) != name:
            yield Alias(plural(name), state.id, "people")
    for name in state.peoples:
        yield from (Alias(form, state.id, "people") for form in (name, plural(name)))
    yield from (Alias(name, state.id, "prefix") for name in state.prefixes)
    for capital in state.capitals:
        for name in (capital.name, *capital.aliases):
            yield Alias(name, state.id, "capital", capital.years)


def _of_organisation(body: Organisation) -> Iterator[Alias]:
    for name in (body.name, *body.aliases):
        yield Alias(_bare(name), body.id, "seat" if body.seat else "name")
    yield from (Alias(name, body.id, "implied") for name in body.implied)
    yield from (Alias(name, body.id, "adjective") for name in body.adjectives)
    yield from (Alias(name, body.id, "metonym") for name in body.metonyms)


def _of_person(person: Person, wording: Wording) -> Iterator[Alias]:
    for name in (person.name, *person.aliases):
        yield Alias(name, person.id, "name")
        if person.country in wording.either_order and name.count(" ") == 1:
            yield Alias(" ".join(reversed(name.split())), person.id, "name")
    yield from (Alias(name, person.id, "name") for name in person.known_by)
    for name in family_names(person, wording):
        if name not in person.known_by:
            yield Alias(name, person.id, "short")


def family_names(person: Person, wording: Wording) -> tuple[str, ...]:
    """The names that stand for a person once introduced: as given, else the family name of each spelling."""
    if person.family:
        return person.family
    first = person.country in wording.family_first
    return tuple(dict.fromkeys(family_name(name, wording, first) for name in (person.name, *person.aliases)))


def family_name(name: str, wording: Wording, family_first: bool = False) -> str:
    """The family name in a full name: "Le Drian" of "Jean-Yves Le Drian", "Xi" of "Xi Jinping"."""
    parts = [part for part in name.split() if part not in wording.suffixes] or [name]
    if family_first:
        return parts[0]
    for i, part in enumerate(parts[1:-1], 1):
        if part.lower() in wording.particles and part.islower():
            return " ".join(parts[i:])
    return parts[-1]


def plural(noun: str) -> str:
    """The plural of a word for people; words like "Chinese" and "Swiss" stay as they are."""
    if noun.endswith(("ese", "ish", "ch", "ss", "s", "sh", "ois", "-Vanuatu")):
        return noun
    if noun.endswith(("man", "woman")):
        return noun[:-2] + "en"
    return noun + "s"


def _bare(name: str) -> str:
    return name[4:] if name.lower().startswith("the ") else name
