"""Parsed sentences in a compact notation, so that the coder's parts can be tested without the language model.

One word each: `form[=lemma][@ACTOR]/TAG/head/label`, heads counted from 1, 0 for the root; "_" stands for a blank in a form.

    Kenya@KEN/NNP/2/nsubj condemned=condemn/VBD/0/root Chad@TCD/NNP/2/obj ./././2/punct

Several sentences are several lines. An actor is a state unless its name starts with a small letter ("@rebels": a group;
"@person:doe": a person in office).
"""

from __future__ import annotations

import re
from dataclasses import dataclass

import numpy as np
import pytest
from spacy.tokens import Doc
from spacy.vocab import Vocab

from dragoman.documents.document import Document, TokenBlock
from dragoman.mentions.marked import MarkedDocument
from dragoman.ontology.syntax import load_ways
from dragoman.records import Actor, Article, Block, Date, Place, Span
from dragoman.reports.tree import Tree, Word, build_tree

WORD = re.compile(r"(?P<form>[^=@]+?)(=(?P<lemma>[^@]+))?(@(?P<actor>.+))?")


@dataclass(frozen=True, slots=True)
class Token:
    """One word of the notation."""

    form: str
    lemma: str
    actor: str | None
    tag: str
    head: int
    label: str


def read(notation: str) -> list[list[Token]]:
    """The words of each sentence."""
    return [[_token(word) for word in line.split()] for line in notation.strip().splitlines()]


def _token(word: str) -> Token:
    surface, tag, head, label = word.rsplit("/", 3)
    found = WORD.fullmatch(surface)
    if found is None:
        pytest.fail(f"{word!r} is no word of the notation")
    form = found["form"].replace("_", " ")
    return Token(form, found["lemma"] or form.lower(), found["actor"], tag, int(head), label)


def doc(notation: str) -> Doc:
    """A parsed spaCy document."""
    tokens: list[Token] = []
    heads: list[int] = []
    starts: list[bool | int | None] = []
    for sentence in read(notation):
        first = len(tokens)
        for number, token in enumerate(sentence):
            tokens.append(token)
            heads.append(first + (token.head - 1 if token.head else number))
            starts.append(number == 0)
    return Doc(
        Vocab(),
        words=[token.form for token in tokens],
        lemmas=[token.lemma for token in tokens],
        tags=[token.tag for token in tokens],
        heads=heads,
        deps=["ROOT" if not token.head else token.label for token in tokens],
        sent_starts=starts,
    )


def tree(notation: str) -> Tree:
    """The tree that the coder's parts read."""
    return build_tree(doc(notation), ways=load_ways())


def word(of: Tree, form: str) -> Word:
    """The first word of this form."""
    return next(each for each in of.words if each.text == form)


def texts(words: tuple[Word, ...]) -> list[str]:
    """The forms of words."""
    return [each.text for each in words]


def marked(
    notation: str,
    *,
    headline: int = 0,
    dates: dict[str, tuple[str, str]] | None = None,
    places: tuple[str, ...] = (),
    published: str | None = None,
) -> MarkedDocument:
    """A marked document: actors from the notation, dates and places by the word that names them.

    The first `headline` sentences are the headline. `published` is the page's day.
    """
    parsed = doc(notation)
    tokens = [token for sentence in read(notation) for token in sentence]
    spans = [Span(token.idx, token.idx + len(token), token.text) for token in parsed]
    at = {i: (_actor(token, spans[i]),) for i, token in enumerate(tokens) if token.actor}
    when = Date(published, published, "day", "explicit", published) if published else None
    blocks = (Block(0, len(parsed.text), "body", "test"),)
    article = Article("a1", "page.txt", "p1", None, None, None, None, when, None, "en", None, parsed.text, blocks)
    document = Document(article, parsed, *_offsets(spans), _blocks(parsed, headline))
    found_dates = tuple(_date(spans, name, days) for name, days in (dates or {}).items())
    found_places = tuple(Place(name, name, None, None, None, _span(spans, name)) for name in places)
    return MarkedDocument(document, tuple(a for group in at.values() for a in group), found_dates, found_places, at)


def _offsets(spans: list[Span]) -> tuple[np.ndarray, np.ndarray]:
    return (
        np.array([span.start for span in spans], dtype=np.int32),
        np.array([span.end for span in spans], dtype=np.int32),
    )


def _blocks(parsed: Doc, headline: int) -> tuple[TokenBlock, ...]:
    sentences = list(parsed.sents)
    edge = sentences[headline - 1].end if headline else 0
    parts = (TokenBlock(0, edge, "headline"), TokenBlock(edge, len(parsed), "body"))
    return tuple(block for block in parts if block.start < block.end)


def _actor(token: Token, span: Span) -> Actor:
    name = token.actor or ""
    if name.startswith("person:"):
        return Actor(name, name, "person", None, "GOV", None, span, "name")
    if name[0].islower():
        return Actor(f"group:{name}", name, "group", None, "REB", None, span, "name")
    return Actor(name, name, "state", name, "GOV", None, span, "name")


def _span(spans: list[Span], text: str) -> Span:
    return next(span for span in spans if span.text == text)


def _date(spans: list[Span], text: str, days: tuple[str, str]) -> Date:
    return Date(days[0], days[1], "year" if text.isdigit() else "day", "relative", text, _span(spans, text))
