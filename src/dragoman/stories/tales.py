"""The record of a story: articles on one occasion, in the order of their days, and the one that stands for them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from dragoman.ids import content_id
from dragoman.stories.sketch import ArticleSketch
from dragoman.stories.words import cosine

SHOWN_WORDS = 8


@dataclass(frozen=True, slots=True)
class Headed:
    """What a story shows of an article."""

    headline: str | None
    first_published: str | None
    last_published: str | None


@dataclass(frozen=True, slots=True)
class Story:
    """Articles on one occasion. `central` is the article most like the others, `words` what weighs most in all of them."""

    id: str
    headline: str | None
    central: str
    first_published: str | None
    last_published: str | None
    articles: tuple[str, ...]
    words: tuple[str, ...]


def story(members: Sequence[tuple[ArticleSketch, Headed]]) -> Story:
    """The story of these articles."""
    ordered = sorted(members, key=lambda member: (member[1].first_published or "9999", member[0].id))
    pages = [page for page, _ in ordered]
    central = max(ordered, key=lambda member: (_likeness(member[0], pages), [-ord(c) for c in member[0].id]))
    total: Counter[str] = Counter()
    for page in sorted(pages, key=lambda page: page.id):
        total.update(page.vector)
    weightiest = sorted(total, key=lambda term: (-total[term], term))[:SHOWN_WORDS]
    return Story(
        id=content_id("story", min(page.id for page in pages)),
        headline=central[1].headline,
        central=central[0].id,
        first_published=min((head.first_published for _, head in ordered if head.first_published), default=None),
        last_published=max((head.last_published for _, head in ordered if head.last_published), default=None),
        articles=tuple(page.id for page in pages),
        words=tuple(weightiest),
    )


def _likeness(page: ArticleSketch, pages: Sequence[ArticleSketch]) -> float:
    if len(pages) > MANY:
        return 0.0
    return sum(cosine(page.vector, other.vector) for other in sorted(pages, key=lambda one: one.id) if other.id != page.id)


MANY = 200
"""Articles above which no central one is looked for: the first stands for the story."""
