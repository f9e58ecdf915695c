"""Families: articles that go back to one text count as one source."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from dragoman.records import Lineage


def families(lineages: Iterable[Lineage]) -> dict[str, str]:
    """The family of each related article, named by the smallest article id in it. Articles without relatives are absent."""
    parent: dict[str, str] = {}

    def root(article: str) -> str:
        parent.setdefault(article, article)
        while parent[article] != article:
            parent[article] = parent[parent[article]]
            article = parent[article]
        return article

    for lineage in lineages:
        one, other = sorted((root(lineage.article), root(lineage.of)))
        parent[other] = one
    return {article: root(article) for article in sorted(parent)}


def n_independent(articles: Iterable[str], family: Mapping[str, str]) -> int:
    """How many independent sources these articles are: a family counts once, an article without relatives for itself."""
    return len({family.get(article, article) for article in articles})
