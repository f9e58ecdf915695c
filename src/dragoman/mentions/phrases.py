"""Finds titles ("foreign minister") and bodies ("ministry of defence") in a text, singular and plural, longest first."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import ahocorasick

from dragoman.mentions.aliases import plural
from dragoman.mentions.fold import Folding
from dragoman.mentions.view import View
from dragoman.ontology.actors import ActorOntology

NOUNS = frozenset({"NOUN", "PROPN"})


@dataclass(frozen=True, slots=True)
class Words:
    """Tokens `start` to `end` (half-open) with this head that name an office or a body, by id; exactly one is filled."""

    start: int
    end: int
    head: int
    offices: tuple[str, ...]
    bodies: tuple[str, ...]
    plural: bool


@dataclass(slots=True)
class _Entry:
    offices: list[str]
    bodies: list[str]
    plural: bool
    length: int


class PhraseIndex:
    """The words for offices and bodies, ready to be found."""

    def __init__(self, ontology: ActorOntology) -> None:
        self._folding = Folding()
        self._automaton = ahocorasick.Automaton()
        for words, entry in self._entries(ontology).items():
            self._automaton.add_word(words, entry)
        self._automaton.make_automaton()

    def find(self, view: View) -> list[Words]:
        """The longest phrases that head a noun phrase, left to right, none overlapping."""
        found = []
        for start, end, entry in self._longest(self._folding.fold(view.text)):
            first, last = view.token_at(start), view.token_at(end - 1) + 1
            head = view.root(first, last)
            if view.pos[head] in NOUNS:
                found.append(Words(first, last, head, tuple(entry.offices), tuple(entry.bodies), entry.plural))
        return found

    def _longest(self, folded: str) -> list[tuple[int, int, _Entry]]:
        kept: list[tuple[int, int, _Entry]] = []
        for phrase in sorted(self._all(folded), key=lambda found: (found[0], -found[1])):
            if not kept or phrase[0] >= kept[-1][1]:
                kept.append(phrase)
            elif phrase[1] - phrase[0] > kept[-1][1] - kept[-1][0]:
                kept[-1] = phrase
        return kept

    def _all(self, folded: str) -> Iterator[tuple[int, int, _Entry]]:
        for last, entry in self._automaton.iter(folded):
            start, end = last - entry.length + 1, last + 1
            if not folded[start - 1 : start].isalnum() and not folded[end : end + 1].isalnum():
                yield start, end, entry

    def _entries(self, ontology: ActorOntology) -> dict[str, _Entry]:
        entries: dict[str, _Entry] = {}

        def entry(words: str, several: bool) -> _Entry:
            folded = self._folding.fold(words)
            return entries.setdefault(folded, _Entry([], [], several, len(folded)))

        for office in ontology.offices.values():
            for title in office.titles:
                entry(title, False).offices.append(office.id)
                entry(plural_phrase(title), True).offices.append(office.id)
        for body in ontology.bodies.values():
            for words in body.phrases:
                entry(words, False).bodies.append(body.id)
                entry(plural_phrase(words), True).bodies.append(body.id)
        return entries


def plural_phrase(words: str) -> str:
    """ "ministers of defence", "secretaries", "spokesmen"; a word that is plural already stays."""
    first, joint, rest = words.partition(" of ")
    noun = first.rsplit(" ", 1)[-1]
    stem = first[: len(first) - len(noun)]
    several = noun[:-1] + "ies" if noun.endswith("y") and noun[-2:-1] not in "aeo" else plural(noun)
    return stem + several + joint + rest
