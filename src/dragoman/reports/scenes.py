"""The state that a page is set in, where its nameless police, protesters and courts are at home; the two it is about."""

from __future__ import annotations

from collections import Counter

from dragoman.records import Actor
from dragoman.reports.reader import Reader

NAMING = frozenset({"name", "abbreviation", "metonym", "demonym", "title"})
LEAST = 3
"""Sentences that must name the state."""
LEAD = 2.0
"""How many times as many sentences must name it as any other."""


def page_scene(reader: Reader) -> Actor | None:
    """The state named in clearly more sentences than any other, by its first mention; `None` where there is none."""
    ranked, first = _ranked(reader)
    if not ranked or ranked[0][1] < LEAST:
        return None
    if len(ranked) > 1 and ranked[0][1] < LEAD * ranked[1][1]:
        return None
    return first[ranked[0][0]]


def page_pair(reader: Reader) -> frozenset[str]:
    """The codes of the two states that a page is about: each named in clearly more sentences than any third; else none."""
    ranked, _ = _ranked(reader)
    if len(ranked) < 2 or ranked[1][1] < LEAST:
        return frozenset()
    if len(ranked) > 2 and ranked[1][1] < LEAD * ranked[2][1]:
        return frozenset()
    return frozenset(state for state, _ in ranked[:2])


def _ranked(reader: Reader) -> tuple[list[tuple[str, int]], dict[str, Actor]]:
    """In how many sentences each state is named, those named most first, and its first mention."""
    named: dict[str, set[int]] = {}
    first: dict[str, Actor] = {}
    for actor in reader.marked.actors:
        if actor.country and actor.via in NAMING:
            words = reader.words_of(actor.mention)
            named.setdefault(actor.country, set()).update(word.sentence for word in words[:1])
            first.setdefault(actor.country, actor)
    return Counter({state: len(sentences) for state, sentences in named.items()}).most_common(3), first
