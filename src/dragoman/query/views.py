"""What queries give besides the records themselves: records with what a reader needs to see beside them."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.records import Actor, Article, Date, Difference, Event, Lineage, Position, Quote, Report, Span


@dataclass(frozen=True, slots=True)
class Head:
    """What identifies an article to a reader."""

    id: str
    page: str
    url: str | None
    outlet: str | None
    headline: str | None
    published: Date | None
    language: str | None
    credit: str | None


@dataclass(frozen=True, slots=True)
class ToldReport:
    """A report and the article that tells it."""

    report: Report
    article: Head


@dataclass(frozen=True, slots=True)
class ToldQuote:
    """A quote and the article that it stands in."""

    quote: Quote
    article: Head


@dataclass(frozen=True, slots=True)
class ToldPosition:
    """A position and the article that tells it."""

    position: Position
    article: Head


@dataclass(frozen=True, slots=True)
class Change:
    """A holder's stand on an issue that is another than the one told before, with both passages."""

    holder: Actor
    issue: str
    before: ToldPosition
    after: ToldPosition


@dataclass(frozen=True, slots=True)
class ToldEvent:
    """An event and the telling that it is shown with."""

    event: Event
    telling: ToldReport


@dataclass(frozen=True, slots=True)
class ListedArticle:
    """An article and how much was coded from it."""

    article: Article
    n_reports: int
    n_mentions: int


@dataclass(frozen=True, slots=True)
class ListedStory:
    """Articles on one occasion. `article` is the one most like the others, and `headline` its headline.

    `words` are the stems that weigh most in all of them; `n_events` counts the events that they tell of.
    """

    id: str
    headline: str | None
    article: str
    first_published: str | None
    last_published: str | None
    n_articles: int
    words: tuple[str, ...]
    n_events: int
    articles: tuple[str, ...]
    pages: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ToldLineage:
    """Two related articles: what they are to each other, and what identifies them. `article` was made from `of` if known."""

    lineage: Lineage
    article: Head
    of: Head


@dataclass(frozen=True, slots=True)
class ToldDifference:
    """A difference between two articles, and what identifies them."""

    difference: Difference
    article: Head
    other: Head


@dataclass(frozen=True, slots=True)
class Seen:
    """Where an actor is mentioned."""

    article: str
    page: str
    mention: Span


@dataclass(frozen=True, slots=True)
class ActorCount:
    """An actor and how often it was met. Those without an id are counted together by type and country.

    `first_seen` and `last_seen` are days of publication of the articles that mention it, where known.
    """

    id: str | None
    name: str | None
    type: str
    country: str | None
    sector: str | None
    n_mentions: int
    n_articles: int
    n_as_source: int
    n_as_target: int
    n_as_other: int
    first_seen: str | None
    last_seen: str | None
    examples: tuple[Seen, ...] = ()
