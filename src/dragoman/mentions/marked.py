"""What the mention stage gives: the document with every actor, date and place that was found in it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from dragoman.documents.document import Document
from dragoman.records import Actor, Date, Place


@dataclass(frozen=True, slots=True)
class MarkedDocument:
    """A document and its mentions, each in the order of the text.

    Actors nest where words do: "Chinese" (a demonym) inside "the Chinese leader" (a title). `at` says which of `actors`
    stand at a token, innermost last: every token of a name leads to it, but only the head noun of a nominal does, so that
    "Chinese" leads to China and "leader" to the person. `members` are those, by id, whom only a collective means; `states`
    are the names of all states there are, by code. `lookup` holds the questions that the coders ask of it.
    """

    document: Document
    actors: tuple[Actor, ...] = ()
    dates: tuple[Date, ...] = ()
    places: tuple[Place, ...] = ()
    at: Mapping[int, tuple[Actor, ...]] = field(default_factory=dict)
    members: Mapping[str, Actor] = field(default_factory=dict)
    states: Mapping[str, str] = field(default_factory=dict)
