"""The stage that reads articles: tokens and sentences by rule, everything else by the language model."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import islice
from typing import Any, Final

import numpy as np
from spacy.attrs import IDX, LENGTH
from spacy.language import Language
from spacy.tokens import Doc

from dragoman.documents.document import Document, TokenBlock
from dragoman.documents.pipeline import load_language_model
from dragoman.documents.sentences import SentenceSplitter, mark_sentences
from dragoman.documents.text import Paragraph, paragraphs
from dragoman.documents.tokens import Cuts, make_tokenizer
from dragoman.ontology.spelling import load_spelling
from dragoman.records import Article, Drop
from dragoman.settings import Settings

ARTICLES_AT_ONCE: Final = 64


class Tokens:
    """Makes a `Doc` with sentence starts, and nothing else, of the text of an article."""

    def __init__(self, nlp: Language, settings: Settings) -> None:
        spelling = load_spelling(settings.ontology)
        self._tokenizer = make_tokenizer(nlp.vocab, spelling)
        self._cuts = Cuts(spelling)
        self._splitter = SentenceSplitter(spelling)

    def document(self, article: Article) -> Document | None:
        """The article's tokens and sentences; `None` where headline and body hold no word."""
        parts = list(paragraphs(article))
        if not parts:
            return None
        begins = np.cumsum([0, *(len(part.text) + 1 for part in parts)])
        starts = list(self._sentence_starts(parts, begins))
        doc = self._cuts.made(self._tokenizer(" ".join(part.text for part in parts)), starts)
        offsets = np.concatenate([np.append(part.offsets, part.offsets[-1] + 1) for part in parts])
        where = doc.to_array([IDX, LENGTH]).astype(np.int64)
        first, last = where[:, 0], where.sum(axis=1) - 1
        blocks = _blocks(parts, begins, first)
        mark_sentences(doc, starts)
        return Document(article, doc, offsets[first], offsets[last] + 1, blocks)

    def _sentence_starts(self, parts: Sequence[Paragraph], begins: np.ndarray[Any, Any]) -> Iterator[int]:
        for part, begin in zip(parts, begins.tolist(), strict=False):
            for start in self._splitter.starts(part.text):
                yield begin + start


def _blocks(parts: Sequence[Paragraph], begins: np.ndarray[Any, Any], first: np.ndarray[Any, Any]) -> tuple[TokenBlock, ...]:
    edges = np.searchsorted(first, begins).tolist()
    return tuple(
        TokenBlock(start, end, part.kind)
        for part, start, end in zip(parts, edges[:-1], edges[1:], strict=True)
        if start < end
    )


@dataclass(frozen=True)
class DocumentStage:
    """Articles in, `Document`s out; an article without a word in its headline and body is dropped."""

    settings: Settings = field(default_factory=Settings)
    name: str = "documents"
    version: int = 2
    needs: type[Any] = Article
    gives: type[Any] = Document

    @cached_property
    def _nlp(self) -> Language:
        return load_language_model(self.settings)

    @cached_property
    def _tokens(self) -> Tokens:
        return Tokens(self._nlp, self.settings)

    def run(self, items: Iterator[Article]) -> Iterator[Document | Drop]:
        """Read articles in small groups, which a pipeline that batches over documents can use; the shipped one does not."""
        while group := list(islice(items, ARTICLES_AT_ONCE)):
            read = [self._tokens.document(article) or _wordless(article) for article in group]
            docs = self._nlp.pipe([found.doc for found in read if isinstance(found, Document)])
            for found in read:
                if isinstance(found, Document):
                    annotated: Doc = next(docs)
                    yield Document(found.article, annotated, found.starts, found.ends, found.blocks)
                else:
                    yield found


def _wordless(article: Article) -> Drop:
    return Drop("documents", "no words in headline or body", article.page, article.page_id)
