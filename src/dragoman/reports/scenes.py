"""The state that a page is set in: where its nameless police, protesters and courts are at home."""

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
    named: dict[str, set[int]] = {}
    first: dict[str, Actor] = {}
    for actor in reader.marked.actors:
        if actor.country and actor.via in NAMING:
            words = reader.words_of(actor.mention)
            named.setdefault(actor.country, set()).update(word.sentence for word in words[:1])
            first.setdefault(actor.country, actor)
    ranked = Counter({state: len(sentences) for state, sentences in named.items()}).most_common(2)
    if not ranked or ranked[0][1] < LEAST:
        return None
    if len(ranked) > 1 and ranked[0][1] < LEAD * ranked[1][1]:
        return None
    return first[ranked[0][0]]
