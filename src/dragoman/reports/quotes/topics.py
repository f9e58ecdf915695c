"""What quotes are about: the issues that their words name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from dragoman.records import Quote
from dragoman.reports.positions.issues import IssueReader
from dragoman.reports.reader import Reader


def with_topics(quotes: Iterable[Quote], reader: Reader, issues: IssueReader) -> Iterator[Quote]:
    """The quotes with the ids of the issues that their contents name, in the order of the words."""
    for quote in quotes:
        words = reader.words_of(quote.content)
        linked = issues.link(words) if words else None
        named = [naming.issue.id for naming, _ in issues.index.named(words) if naming.alone]
        topics = dict.fromkeys([*([linked.issue.id] if linked is not None else []), *named])
        yield replace(quote, topics=_deepest(topics))


def _deepest(topics: Iterable[str]) -> tuple[str, ...]:
    """Without the issues of which a narrower one is there, too."""
    found = list(topics)
    return tuple(topic for topic in found if not any(other.startswith(f"{topic}/") for other in found))
