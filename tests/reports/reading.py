"""Passages of ours read the whole way from text, for the tests that need the language model."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from dragoman.documents.pipeline import SHIPPED
from dragoman.documents.stage import DocumentStage
from dragoman.mentions.stage import MentionStage
from dragoman.records import Article, Block, Coding, Date
from dragoman.reports.stage import ReportStage
from dragoman.settings import Settings
from dragoman.stage import chain

PUBLISHED = Date("2023-06-01", "2023-06-01", "day", "explicit", "1 June 2023")


def coded(texts: Mapping[str, str]) -> dict[str, Coding]:
    """The codings of passages by their names; skips the test where the language model is not there."""
    if not SHIPPED.is_dir():
        pytest.skip("the language model is not there")
    settings = Settings()
    stages = (DocumentStage(settings), MentionStage(settings), ReportStage(settings))
    codings = chain(stages, map(article, texts.values()))
    return {name: coding for name, coding in zip(texts, codings, strict=True) if isinstance(coding, Coding)}


def article(text: str) -> Article:
    """An article of 1 June 2023: each line a paragraph; what stands above a blank line is its headline."""
    headline, _, body = text.partition("\n\n") if "\n\n" in text else ("", "", text)
    blocks = [Block(0, len(headline), "headline", "test")] if headline else []
    start = len(text) - len(body)
    for paragraph in body.split("\n"):
        blocks.append(Block(start, start + len(paragraph), "body", "test"))
        start += len(paragraph) + 1
    return Article(text, text, text, None, None, headline or None, None, PUBLISHED, None, "en", None, text, tuple(blocks))
