"""Passages that tell whose words they are, coded the whole way from text, and whether a quote is what a passage says."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

import pytest

from dragoman.documents.stage import DocumentStage
from dragoman.mentions.stage import MentionStage
from dragoman.records import Actor, Article, Block, Coding, Quote
from dragoman.reports.stage import ReportStage
from dragoman.settings import Settings
from dragoman.stage import chain

PARTS = ("speaker", "via", "addressee", "medium")


class Passage(NamedTuple):
    """Words and what is asked of the quote whose content holds `words`; an actor by id, country or a part of the name.

    `short_of`: the parts that are not read as they should be, and why.
    """

    name: str
    text: str
    words: str
    speaker: str | None
    via: str | None = None
    addressee: str | None = None
    medium: str | None = None
    short_of: tuple[str, ...] = ()
    why: str = ""


def coded(passages: Sequence[Passage]) -> dict[str, Quote | None]:
    """The quote of each passage that holds its words most narrowly, by the passage's name."""
    settings = Settings()
    stages = (DocumentStage(settings), MentionStage(settings), ReportStage(settings))
    found: dict[str, Quote | None] = {}
    for passage, coding in zip(passages, chain(stages, (_article(each.text) for each in passages)), strict=True):
        assert isinstance(coding, Coding), coding
        holding = [quote for quote in coding.quotes if passage.words in quote.content.text]
        found[passage.name] = min(holding, key=lambda quote: len(quote.content.text), default=None)
    return found


def cases(passages: Iterable[Passage]) -> list[object]:
    """A test case for each part of each passage; a part that is not read yet must fail."""
    return [
        pytest.param(
            passage,
            part,
            id=f"{passage.name}-{part}",
            marks=pytest.mark.xfail(strict=True, reason=passage.why) if part in passage.short_of else (),
        )
        for passage in passages
        for part in PARTS
    ]


def is_right(passage: Passage, part: str, quote: Quote | None) -> bool:
    """Whether a part of a quote is what the passage says; whoever is left open must be left open."""
    if quote is None:
        return False
    wanted = getattr(passage, part)
    if part == "medium":
        return bool(quote.medium == wanted)
    actors = {"speaker": quote.speakers, "addressee": quote.addressees, "via": (quote.via,) if quote.via else ()}[part]
    return not actors if wanted is None else any(_is_meant(actor, wanted) for actor in actors)


def _article(text: str) -> Article:
    block = Block(0, len(text), "body", "test")
    return Article(text, text, text, None, None, None, None, None, None, "en", None, text, (block,))


def _is_meant(actor: Actor, wanted: str) -> bool:
    names = f"{actor.id} {actor.name} {actor.mention.text}".lower()
    return wanted in (actor.id, actor.country) or wanted.lower() in names
