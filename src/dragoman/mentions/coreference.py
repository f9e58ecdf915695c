"""The place where coreference joins: who a pronoun or a description means that no name and no rule here settles."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Protocol

from dragoman.documents.document import Document
from dragoman.records import Actor


class Coreference(Protocol):
    """Finds antecedents. It must know when it does not know: what is left out of the answer stays open."""

    def antecedents(self, document: Document, actors: Sequence[Actor]) -> Mapping[int, tuple[int, ...]]:
        """For the head token of a pronoun or description, the places in `actors` of whom it means (several for "they")."""
        ...


class NoCoreference:
    """Leaves every pronoun open."""

    def antecedents(self, document: Document, actors: Sequence[Actor]) -> Mapping[int, tuple[int, ...]]:
        """Nothing, for every document."""
        return {}
