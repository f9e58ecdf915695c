"""Families: articles that go back to one text count as one source."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from dragoman.records import Lineage, Span

OVERLAP = 0.3
"""Share of a passage that lies in another from which on the two are one."""


def families(lineages: Iterable[Lineage]) -> dict[str, str]:
    """The family of each related article, named by the smallest article id in it. Articles without relatives are absent.

    A page put together from texts that have nothing to do with each other is of the family from which it has most, and
    does not make one family of the others.
    """
    spans: dict[str, dict[str, list[Span]]] = defaultdict(dict)
    for lineage in lineages:
        spans[lineage.article][lineage.of] = [passage.here for passage in lineage.shared]
        spans[lineage.of][lineage.article] = [passage.there for passage in lineage.shared]
    main = {article: parts(relatives)[0] for article, relatives in spans.items()}
    parent = {article: article for article in spans}
    for article in sorted(main):
        for relative in sorted(main[article]):
            if article in main[relative]:
                one, other = sorted((_root(article, parent), _root(relative, parent)))
                parent[other] = one
    return {article: _root(article, parent) for article in sorted(parent)}


def n_independent(articles: Iterable[str], family: Mapping[str, str]) -> int:
    """How many independent sources these articles are: a family counts once, an article without relatives for itself."""
    return len({family.get(article, article) for article in articles})


def _root(article: str, parent: dict[str, str]) -> str:
    while parent[article] != article:
        parent[article] = parent[parent[article]]
        article = parent[article]
    return article


def parts(spans: Mapping[str, Sequence[Span]]) -> list[set[str]]:
    """The relatives of an article, those together that share the same passages of it; those with the largest part first.

    `spans`: for each relative the passages of the article that it shares.
    """
    found: list[tuple[set[str], list[Span]]] = []
    for relative in sorted(spans):
        meeting = [part for part in found if _meet(part[1], spans[relative])]
        names = {relative}.union(*(part[0] for part in meeting))
        found = [part for part in found if part not in meeting]
        found.append((names, [*spans[relative], *(span for part in meeting for span in part[1])]))
    found.sort(key=lambda part: (-_covered(part[1]), min(part[0])))
    return [names for names, _ in found]


def same_passage(one: Span, other: Span) -> bool:
    """Whether two stretches of one text overlap so far that they are one passage."""
    overlap = min(one.end, other.end) - max(one.start, other.start)
    return overlap > 0 and overlap >= OVERLAP * min(one.end - one.start, other.end - other.start)


def _meet(spans: Iterable[Span], others: Sequence[Span]) -> bool:
    return any(same_passage(one, other) for one in spans for other in others)


def _covered(spans: Iterable[Span]) -> int:
    """Code points that the spans cover."""
    covered, last = 0, 0
    for span in sorted(spans, key=lambda span: (span.start, span.end)):
        covered += max(0, span.end - max(last, span.start))
        last = max(last, span.end)
    return covered
