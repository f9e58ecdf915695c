"""Where: names that are meant as places, with coordinates from the gazetteer.

A name is a place when the model calls it a region or a building, or when the words before it do ("in Moscow", "arrived in
Washington"): "Moscow said" names an actor, not a place. Where a name could be several places, one in a country that the
article names comes first, then the most populous. A place that the gazetteer does not know keeps its words and nothing else.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from dragoman.documents.document import Document
from dragoman.ontology.places import Gazetteer, Locatives
from dragoman.records import Actor, Place

PLACE_LABELS = frozenset({"GPE", "LOC", "FAC"})
HOPS = 4
"""How far above a preposition its word of motion may stand ("sent two more ships to")."""


class PlaceResolver:
    """Finds places in a document. Built once; keeps nothing between documents."""

    def __init__(self, gazetteer: Gazetteer, locatives: Locatives) -> None:
        self._gazetteer = gazetteer
        self._locatives = locatives

    def resolve(self, document: Document, actors: Iterable[Actor] = ()) -> tuple[Place, ...]:
        """Every name meant as a place, in order. `actors` give the countries that the article is about."""
        countries = frozenset(actor.country for actor in actors if actor.country)
        return tuple(self._place(document, name, countries) for name in self._names(document))

    def is_locative(self, token: Token) -> bool:
        """Whether the phrase that this token heads stands in a preposition's place: "in Moscow", "flew to Doha"."""
        words = self._locatives
        case = next((child.lower_ for child in token.children if child.dep_ == "case" and child.i < token.i), "")
        if case in words.at:
            return True
        return case in (*words.towards, *words.from_) and any(above.lemma_ in words.motion for above in _above(token))

    def _names(self, document: Document) -> Iterator[Tokens]:
        for entity in document.doc.ents:
            if entity.label_ in PLACE_LABELS and (entity.label_ == "LOC" or self.is_locative(entity.root)):
                yield entity

    def _place(self, document: Document, name: Tokens, countries: frozenset[str]) -> Place:
        mention = document.span(name.start, name.end)
        known = self._gazetteer.best(name.text, countries)
        if known is None:
            return Place(None, name.text, None, None, None, mention, "not in the gazetteer")
        why = f"gazetteer: {known.id}" + (", in a country of the article" if known.country in countries else "")
        return Place(known.id, known.name, known.country, known.lat, known.lon, mention, why)


def _above(token: Token) -> Iterator[Token]:
    for _ in range(HOPS):
        if token.head.i == token.i:
            return
        token = token.head
        yield token
