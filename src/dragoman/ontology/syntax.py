"""Words whose construction cannot be told from the parse alone, by the ways in which they behave."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path

from dragoman.ontology.load import Knowledge, load_whole

Ways = Mapping[str, frozenset[str]]
"""For a lemma, or a form in lower case, the lists of `SyntaxWords` that it stands in."""


class SyntaxWords(Knowledge):
    """What `syntax.yaml` holds; the file tells of each list what its words do."""

    speaking: tuple[str, ...]
    absolute: tuple[str, ...]
    promising: tuple[str, ...]
    deciding: tuple[str, ...]
    asking: tuple[str, ...]
    denying: tuple[str, ...]
    undoing: tuple[str, ...]
    helping: tuple[str, ...]
    occasion: tuple[str, ...]
    topical: tuple[str, ...]
    including: tuple[str, ...]
    naming: tuple[str, ...]
    kin: tuple[str, ...]
    universal: tuple[str, ...]
    reflexive: tuple[str, ...]
    hindering: tuple[str, ...]
    amount: tuple[str, ...]
    inviting: tuple[str, ...]
    informing: tuple[str, ...]
    beside: tuple[str, ...]
    inside: tuple[str, ...]
    along: tuple[str, ...]
    towards: tuple[str, ...]
    ranking: tuple[str, ...]
    giving: tuple[str, ...]
    making: tuple[str, ...]
    speaking_for: tuple[str, ...]
    contacting: tuple[str, ...]
    texts: tuple[str, ...]
    pacts: tuple[str, ...]
    polls: tuple[str, ...]
    rulings: tuple[str, ...]
    votes: tuple[str, ...]
    gatherings: tuple[str, ...]
    bidding: tuple[str, ...]
    undergoing: tuple[str, ...]
    removing: tuple[str, ...]
    granted: tuple[str, ...]
    saddling: tuple[str, ...]
    called_in: tuple[str, ...]
    bordering: tuple[str, ...]
    deadly: tuple[str, ...]
    striking: tuple[str, ...]
    letters: tuple[str, ...]
    means: tuple[str, ...]
    campaigning: tuple[str, ...]
    leaving: tuple[str, ...]
    deed: tuple[str, ...]
    recalling: tuple[str, ...]
    partial: tuple[str, ...]
    crowds: tuple[str, ...]
    personal: tuple[str, ...]
    minded: tuple[str, ...]
    captive: tuple[str, ...]
    capturing: tuple[str, ...]
    obliging: tuple[str, ...]
    shared: tuple[str, ...]
    opening: tuple[str, ...]
    urging: tuple[str, ...]


def load_ways(folder: Path | None = None) -> dict[str, frozenset[str]]:
    """The ways of each word; a user's file replaces the shipped one. Raises `OntologyError`."""
    found = load_whole("syntax", SyntaxWords, folder)
    ways: dict[str, set[str]] = defaultdict(set)
    for way, words in found:
        for word in words:
            ways[word].add(way)
    return {word: frozenset(names) for word, names in ways.items()}
