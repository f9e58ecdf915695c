"""What the tests of mentions share: sentences marked by the shipped model and ontology."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dragoman.documents.pipeline import SHIPPED
from dragoman.documents.stage import DocumentStage
from dragoman.mentions.actors import ActorResolver
from dragoman.mentions.marked import MarkedDocument
from dragoman.mentions.places import PlaceResolver
from dragoman.mentions.stage import MentionStage
from dragoman.ontology.actors import load_actors
from dragoman.ontology.places import load_gazetteer, load_locatives
from dragoman.records import Actor, Article, Block, Date, Drop
from dragoman.settings import Settings

Mark = Callable[..., MarkedDocument]
Read = Callable[..., dict[str, Actor]]


def article(text: str, day: str | None = None, outlet: str | None = None, byline: str | None = None) -> Article:
    published = Date(day, day, "day", "explicit", day) if day else None
    blocks = (Block(0, len(text), "body", "test"),)
    return Article("a", "p", "p", None, outlet, None, byline, published, None, "en", None, text, blocks)


@pytest.fixture(scope="session")
def mark() -> Mark:
    """Marks actors and places in a text, coreference left out: `mark(text, day, outlet=..., byline=...)`."""
    if not SHIPPED.is_dir():
        pytest.skip("the language model is not here")
    documents, actors = DocumentStage(Settings()), ActorResolver(load_actors())
    places = PlaceResolver(load_gazetteer(), load_locatives())

    def run(text: str, day: str | None = None, **page: str) -> MarkedDocument:
        (document,) = documents.run(iter([article(text, day, **page)]))
        assert not isinstance(document, Drop), document
        found = actors.resolve(document)
        return MarkedDocument(document, found.actors, (), places.resolve(document, found.actors, found.places), found.at)

    return run


@pytest.fixture(scope="session")
def read() -> Read:
    """Reads sentences, coreference too: `read(text, day)` gives the last actor for each mention's words."""
    if not SHIPPED.is_dir():
        pytest.skip("the language model is not here")
    documents, stage = DocumentStage(Settings()), MentionStage(Settings())

    def run(text: str, day: str | None = "2024-05-06") -> dict[str, Actor]:
        [document] = documents.run(iter([article(text, day)]))
        assert not isinstance(document, Drop), document
        [marked] = stage.run(iter([document]))
        assert isinstance(marked, MarkedDocument), marked
        for token, actors in marked.at.items():
            assert all(one in marked.actors for one in actors), document.doc[token]
        return {one.mention.text: one for one in marked.actors}

    return run


def actor(marked: MarkedDocument, words: str, nth: int = 0) -> Actor:
    """The mention that stands on exactly these words, the `nth` of them."""
    found = [one for one in marked.actors if one.mention.text == words]
    assert len(found) > nth, (words, [(one.mention.text, one.id) for one in marked.actors])
    return found[nth]


def texts(marked: MarkedDocument) -> list[str]:
    """The words of all mentions."""
    return [one.mention.text for one in marked.actors]
