"""Where: names that are meant as places, with coordinates from the gazetteer.

A name is a place when the model calls it a region or a building, or when the words before it do ("in Moscow", "arrived in
Washington"): "Moscow said" names an actor, not a place. Which of several places of a name is meant, `toponyms` weighs. A
place that the gazetteer does not know keeps its words, and the country that is inferred from the text, if any.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from types import MappingProxyType

from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from dragoman.documents.document import Document
from dragoman.mentions.toponyms import Choice, Toponyms
from dragoman.ontology.places import Gazetteer, Locatives
from dragoman.records import Actor, Place, Span

PLACE_LABELS = frozenset({"GPE", "LOC", "FAC"})
HOPS = 4
"""How far above a preposition its word of motion may stand ("sent two more ships to")."""
PATIENTS = frozenset({"obj", "nsubj:pass"})
STRUCK = frozenset({"on", "upon", "against", "for"})
"""Prepositions between a blow and the place that it strikes."""


class PlaceResolver:
    """Finds places in a document. Built once; keeps nothing between documents."""

    def __init__(self, gazetteer: Gazetteer, locatives: Locatives) -> None:
        self._toponyms = Toponyms(gazetteer, locatives)
        self._locatives = locatives

    def resolve(
        self,
        document: Document,
        actors: Iterable[Actor] = (),
        meant: Mapping[tuple[int, int], str | None] = MappingProxyType({}),
    ) -> tuple[Place, ...]:
        """Every name meant as a place, in order. `actors` give the countries that the article is about.

        `meant` are tokens (half-open) of capitals and seats that the rules for actors take for places, with their countries.
        """
        return self.read(document, actors, meant)[0]

    def read(
        self,
        document: Document,
        actors: Iterable[Actor] = (),
        meant: Mapping[tuple[int, int], str | None] = MappingProxyType({}),
    ) -> tuple[tuple[Place, ...], Mapping[int, str]]:
        """The places as `resolve` gives them, and the countries of all names of places by token, whatever is meant."""
        actors = tuple(actors)
        countries = frozenset(actor.country for actor in actors if actor.country)
        states = frozenset(actor.mention.start for actor in actors if actor.type == "state")
        names = {(name.start, name.end): name for name in self._names(document, states)}
        taken = {i for start, end in names for i in range(start, end)}
        for start, end in meant:
            if taken.isdisjoint(range(start, end)):
                names[start, end] = document.doc[start:end]
        spans = {name: document.span(*name) for name in sorted(names.keys() | self._others(document, names))}
        choices = self._toponyms.resolve(
            document.article.text, [(span.start, span.end) for span in spans.values()], countries
        )
        found = list(zip(spans.items(), choices, strict=True))
        lands = {i: each.country for (name, _), each in found if each.place and each.country for i in range(*name)}
        return tuple(
            _at_home(_place(span, choice), document, meant) for (name, span), choice in found if name in names
        ), lands

    @staticmethod
    def _others(document: Document, names: Mapping[tuple[int, int], Tokens]) -> set[tuple[int, int]]:
        """Names of places that stand for actors here: they tell where the article is set."""
        taken = {i for start, end in names for i in range(start, end)}
        spans = ((entity.start, entity.end) for entity in document.doc.ents if entity.label_ in PLACE_LABELS)
        return {span for span in spans if taken.isdisjoint(range(*span))}

    def is_locative(self, token: Token) -> bool:
        """Whether the phrase that this token heads stands in a preposition's place: "in Moscow", "the fall of Arsal"."""
        words = self._locatives
        case = next((child.lower_ for child in token.children if child.dep_ == "case" and child.i < token.i), "")
        if case in words.at or (case == "of" and token.head.lemma_ in words.town_words | words.belonging | words.sites):
            return True
        if token.dep_ == "nmod:poss" and token.head.lemma_ in words.sites:
            return True
        if token.dep_ == "compound" and token.head.lemma_ in words.belonging:  # "Aleppo airport"
            return True
        if case in STRUCK and any(above.lemma_ in words.striking for above in _struck(token)):
            return True
        return case in (*words.towards, *words.from_) and any(above.lemma_ in words.motion for above in _above(token))

    def _is_reached(self, token: Token) -> bool:
        """ "visited Lahore and Multan": what is done to the one is done to the other."""
        return _first(token).dep_ in PATIENTS and _first(token).head.lemma_ in self._locatives.reached

    def _names(self, document: Document, states: frozenset[int]) -> Iterator[Tokens]:
        """The names that tell where; a state that is visited is a party and no place (`states`: where states are named)."""
        for entity in document.doc.ents:
            if entity.label_ not in PLACE_LABELS:
                continue
            party = document.span(entity.start, entity.end).start in states
            reached = not party and self._is_reached(entity.root)
            if entity.label_ == "LOC" or reached or self.is_locative(entity.root):
                yield entity


def _place(mention: Span, choice: Choice) -> Place:
    known = choice.place
    if known is None:
        return Place(None, mention.text, choice.country, None, None, mention, choice.why)
    return Place(known.id, known.name, known.country, known.lat, known.lon, mention, choice.why)


def _at_home(place: Place, document: Document, meant: Mapping[tuple[int, int], str | None]) -> Place:
    """The place with the country that its name tells, where the gazetteer tells none ("the Kremlin")."""
    if place.country is not None:
        return place
    inside = (land for (start, end), land in meant.items() if document.span(start, end).start == place.mention.start)
    return replace(place, country=next(inside, None))


def _first(token: Token) -> Token:
    """The first of coordinated names: "visited Lahore and Multan"."""
    while token.dep_ == "conj":
        token = token.head
    return token


def _struck(token: Token) -> Iterator[Token]:
    """The nouns that may strike a place: what it hangs on, or its verb's object ("rained bombs on")."""
    yield token.head
    yield from (child for child in token.head.children if child.dep_ in PATIENTS and child.i < token.i)


def _above(token: Token) -> Iterator[Token]:
    for _ in range(HOPS):
        if token.head.i == token.i:
            return
        token = token.head
        yield token
