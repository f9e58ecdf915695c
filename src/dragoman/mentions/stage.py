"""The stage that says who, when and where: documents in, marked documents out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from dragoman.documents.coreference import Resolver
from dragoman.documents.document import Document
from dragoman.mentions.actors import ActorResolver
from dragoman.mentions.cards import Cards
from dragoman.mentions.coreference import Coreference
from dragoman.mentions.dates import DateResolver
from dragoman.mentions.marked import MarkedDocument
from dragoman.mentions.placed import Placed
from dragoman.mentions.places import PlaceResolver
from dragoman.ontology.actors import ActorOntology, load_actors
from dragoman.ontology.calendar import load_calendar
from dragoman.ontology.coreference import load_descriptions, load_reference_words
from dragoman.ontology.inflection import load_irregular, verb_lemmas
from dragoman.ontology.occurrences import load_occurrences
from dragoman.ontology.places import load_gazetteer, load_locatives
from dragoman.records import Drop
from dragoman.settings import Settings
from dragoman.stage import guarded


@dataclass(frozen=True)
class MentionStage:
    """`Document`s in, `MarkedDocument`s out, in order; a document that cannot be read is dropped with the fault."""

    settings: Settings = field(default_factory=Settings)
    name: str = "mentions"
    version: int = 6
    needs: type[Any] = Document
    gives: type[Any] = MarkedDocument

    @cached_property
    def _ontology(self) -> ActorOntology:
        return load_actors(self.settings.ontology)

    @cached_property
    def _actors(self) -> ActorResolver:
        return ActorResolver(self._ontology, verb_lemmas(load_irregular(self.settings.ontology)))

    @cached_property
    def _coreference(self) -> Coreference:
        folder = self.settings.ontology
        words, descriptions = load_reference_words(folder), load_descriptions(folder)
        return Coreference(Resolver(folder), words, descriptions, self._ontology, Cards(self._ontology))

    @cached_property
    def _dates(self) -> DateResolver:
        folder = self.settings.ontology
        return DateResolver(load_calendar(folder), load_occurrences(folder).values())

    @cached_property
    def _placed(self) -> Placed:
        return Placed(self._ontology)

    @cached_property
    def _places(self) -> PlaceResolver:
        return PlaceResolver(load_gazetteer(self.settings.ontology), load_locatives(self.settings.ontology))

    @cached_property
    def _states(self) -> Mapping[str, str]:
        return {state.id: state.name for state in self._ontology.states.values()}

    def run(self, items: Iterator[Document]) -> Iterator[MarkedDocument | Drop]:
        """Mark documents, one at a time."""
        for document in items:
            yield guarded(self.name, self._mark, document, lambda item: (item.article.page, item.article.page_id))

    def _mark(self, document: Document) -> MarkedDocument:
        found = self._actors.resolve(document)
        acting = [(actor.mention.start, actor.mention.end) for actor in found.actors if actor.via == "metonym"]
        places, lands = self._places.read(document, found.actors, found.places)
        places = tuple(
            place
            for place in places
            if not any(start < place.mention.end and place.mention.start < end for start, end in acting)
        )
        found = self._placed.settled(found, lands)
        actors, at = self._coreference.resolve(document, found)
        return MarkedDocument(document, actors, self._dates.resolve(document), places, at, found.members, self._states)
