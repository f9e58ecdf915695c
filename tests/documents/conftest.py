"""The shipped language model, loaded once, and a maker of articles."""

from collections.abc import Callable

import pytest
from spacy.language import Language

from dragoman.documents import load_language_model
from dragoman.records import Article, Block, BlockKind
from dragoman.settings import Settings

MakeArticle = Callable[..., Article]


@pytest.fixture(scope="session")
def model() -> Language:
    """The shipped model."""
    return load_language_model(Settings())


@pytest.fixture
def article() -> MakeArticle:
    """Makes an article of (kind, text) parts, one a line."""

    def make(*parts: tuple[BlockKind, str], between: str = "\n") -> Article:
        text, blocks = "", []
        for kind, part in parts:
            start = len(text) + (len(between) if text else 0)
            text += (between if text else "") + part
            blocks.append(Block(start, len(text), kind, "test"))
        return Article("a1", "page.txt", "p1", None, None, None, None, None, None, "en", None, text, tuple(blocks))

    return make
