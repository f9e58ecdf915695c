"""Small made-up sketches: reports of meetings between states and persons, on pages with a few words."""

from __future__ import annotations

from typing import Any

from dragoman.stories.resolver import Resolver
from dragoman.stories.sketch import ArticleSketch, Party, ReportSketch, Spot, ordinal

CHAD = Party("source", "TCD", "TCD", False)
KENYA = Party("target", "KEN", "KEN", False)
RUIZ = Party("source", "person:ana-ruiz", "PER", True)
BERG = Party("target", "person:ole-berg", "NOR", True)
SOLBERG = Party("target", "person:ida-solberg", "NOR", True)
OSLO = Spot("oslo", "NOR", 59.91, 10.75, False)
BERGEN = Spot("bergen", "NOR", 60.39, 5.32, False)
NORWAY = Spot("norway", "NOR", 62.0, 10.0, True)


def told(name: str, day: str | None = None, until: str | None = None, **values: Any) -> ReportSketch:  # noqa: ANN401
    """A report of talks between Ruiz and Berg, changed as the test wants; its article is `page-NAME` unless one is given."""
    start = ordinal(day) if day else None
    known: dict[str, Any] = {
        "id": name,
        "article": f"page-{name}",
        "number": 0,
        "type": "CONSULT",
        "mode": None,
        "phase": "done",
        "background": False,
        "headline": False,
        "parties": (RUIZ, BERG),
        "start": start,
        "end": ordinal(until) if until else start,
        "spot": None,
        "words": frozenset(),
        "numbers": (),
        "sentence": 0,
        "after_cue": False,
        "act": None,
        "afterwards": False,
    }
    return ReportSketch(**(known | values))


def page(name: str, day: str | None = None, words: str = "") -> ArticleSketch:
    """An article of these words, published on that day."""
    return RESOLVER.sketcher.page(name, None, words, day, day)


RESOLVER = Resolver()
