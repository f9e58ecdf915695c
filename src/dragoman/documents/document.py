"""An article with its words: tokens, sentences, syntax and names, each traced to the article's own text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from spacy.tokens import Doc
from spacy.tokens import Span as TokenSpan

from dragoman.documents.text import TextKind
from dragoman.records import Article, Span


@dataclass(frozen=True, slots=True)
class TokenBlock:
    """Tokens `start` to `end` (half-open) are a headline or one paragraph of the body."""

    start: int
    end: int
    kind: TextKind


@dataclass(frozen=True, slots=True)
class Document:
    """What the language model made of an article.

    `doc` holds the words of the headline and the body only, in the order of the article, free of invisible characters and
    runs of space; `starts` and `ends` (int32, one a token, half-open) are each token's code points in `article.text`.
    `blocks` tile the tokens. A sentence never reaches over the end of a block.
    """

    article: Article
    doc: Doc
    starts: npt.NDArray[np.int32]
    ends: npt.NDArray[np.int32]
    blocks: tuple[TokenBlock, ...]

    def span(self, start_token: int, end_token: int) -> Span:
        """The article's own words from one token to another (half-open). `IndexError` where there is no such token."""
        if not 0 <= start_token < end_token <= len(self.starts):
            raise IndexError(f"no tokens {start_token} to {end_token} in a document of {len(self.starts)}")
        start, end = int(self.starts[start_token]), int(self.ends[end_token - 1])
        return Span(start, end, self.article.text[start:end])

    def sentences(self) -> Iterator[tuple[TokenBlock, TokenSpan]]:
        """Each sentence with the block that it stands in."""
        blocks = iter(self.blocks)
        block = next(blocks, None)
        for sentence in self.doc.sents:
            while block is not None and sentence.start >= block.end:
                block = next(blocks, None)
            if block is not None:
                yield block, sentence
