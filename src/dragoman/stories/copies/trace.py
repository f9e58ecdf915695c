"""Finds lineage among articles that are held in memory. The archive does the same piece by piece (`store/lineage.py`)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from dragoman.records import Article, Lineage
from dragoman.stories.copies.alignment import Aligner
from dragoman.stories.copies.candidates import candidate_pairs
from dragoman.stories.copies.kin import WEIGHT, Kin, kin
from dragoman.stories.copies.lineage import lineages
from dragoman.stories.copies.passages import Reader, Text
from dragoman.stories.copies.shingles import Shingler
from dragoman.stories.copies.tokens import body_text

KEPT_TEXTS = 2048
"""Texts that are kept cut up, since articles of a family come one after the other."""


class Examiner:
    """Tells what two articles are to each other."""

    def __init__(self, folder: Path | None = None) -> None:
        """`folder`: a user's ontology. Raises `OntologyError`."""
        self._reader = Reader(folder)
        self._aligner = Aligner()
        self._texts: dict[str, Text] = {}

    def kin(self, one: Article, other: Article) -> Kin | None:
        """What the two are to each other, in whichever order they are given; `None` where they are nothing."""
        here, there = sorted((one, other), key=lambda article: article.id)
        alignment = self._aligner.align(self._text(here), self._text(there), at_least=WEIGHT)
        return kin(alignment) if alignment else None

    def _text(self, article: Article) -> Text:
        found = self._texts.get(article.id)
        if found is None:
            if len(self._texts) >= KEPT_TEXTS:
                self._texts.clear()
            found = self._texts[article.id] = self._reader.text(article)
        return found


class Tracer:
    """Finds lineage among articles. Loads the knowledge once."""

    def __init__(self, folder: Path | None = None) -> None:
        """`folder`: a user's ontology. Raises `OntologyError`."""
        self._shingler, self._examiner = Shingler(folder), Examiner(folder)

    def trace(self, articles: Iterable[Article]) -> list[Lineage]:
        """The lineage of all related pairs among some articles, whatever their order."""
        ordered = sorted(articles, key=lambda article: article.id)
        return lineages(self._kins(ordered), {article.id: article.page for article in ordered})

    def _kins(self, ordered: Sequence[Article]) -> Iterator[Kin]:
        """All related pairs among articles in the order of their ids."""
        pairs = candidate_pairs([self._shingler.hashes(body_text(article)) for article in ordered])
        for one, other in pairs.tolist():
            found = self._examiner.kin(ordered[one], ordered[other])
            if found:
                yield found
