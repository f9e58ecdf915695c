"""A story and what others made of it, as articles for the tests of copies."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache

from dragoman.ids import content_id
from dragoman.records import Article, Block, Date, Lineage
from dragoman.stories.copies.trace import Tracer

STORY = (
    "Peru closed its port of Ilo to Bolivian cargo on Tuesday after customs officers found 340 kilos of mercury in a lorry.",
    "Transport Minister Rosaura Quillca said the harbour would stay shut until the drivers of Oruro had been questioned.",
    '"Nobody smuggles a river into my country," she told reporters on the pier.',
    "Bolivia's deputy foreign minister, Delfin Mamani Choque, called the step a siege and recalled 12 consular staff.",
    "About 90 lorries were waiting on the road to Desaguadero, some of them loaded with quinoa and tin.",
    "Chile offered the use of Arica for three weeks, free of harbour dues.",
)
REWORDED = (
    "Cargo from Bolivia may no longer pass through Ilo: Peru shut the port Tuesday as a lorry held 340 kilos of mercury.",
    "Until the Oruro drivers have answered questions nothing will change, says Rosaura Quillca, who is transport minister.",
    "A siege is what Delfin Mamani Choque, deputy foreign minister of Bolivia, calls it; 12 consular employees go home.",
    "Meanwhile some 90 lorries with tin and quinoa stand on the road that leads to Desaguadero.",
    "From Chile came an offer to let them use Arica without dues for three weeks.",
)
RESPUN = (
    "Peru shut its harbor of Ilo to Bolivian freight Tuesday after customs officials found 340 kilograms of mercury.",
    "Transport Serve Rosaura Kilca said the harbor would remain closed until the drivers of Oruro had been addressed.",
    "Bolivia's agent foreign pastor, Delphin Mamani Chocke, considered the step an attack and reviewed 12 consular staff.",
    "Around 90 trucks were holding up out and about to Desaguadero, some of them stacked with",
)
UNRELATED = (
    "Peru and Bolivia will restore the railway between Puno and Guaqui, their transport ministers agreed in Copacabana.",
    "Rosaura Quillca said that the first of 14 bridges is to be rebuilt before the rains.",
    "The Andean bank lends 60 million dollars; a ferry for waggons crosses the lake until 2031.",
)


def article(
    lines: Sequence[str],
    name: str,
    *,
    published: str | None = None,
    outlet: str | None = None,
    credit: str | None = None,
    menu: str = "",
) -> Article:
    """An article of these paragraphs. What stands in `menu` is on the page and no part of the body."""
    text = "\n".join([*([menu] if menu else []), *lines])
    blocks, at = [], 0
    for line in text.split("\n"):
        kind = "navigation" if line == menu else "body"
        blocks.append(Block(at, at + len(line), kind, "test"))  # type: ignore[arg-type]
        at += len(line) + 1
    page = content_id("page", name)
    day = Date(published, published, "day", "explicit", published) if published else None
    return Article(
        id=content_id("article", page),
        page=name,
        page_id=page,
        url=None,
        outlet=outlet,
        headline=None,
        byline=None,
        published=day,
        captured=None,
        language="en",
        credit=credit,
        text=text,
        blocks=tuple(blocks),
    )


@cache
def tracer() -> Tracer:
    """One for all tests: it loads its knowledge once."""
    return Tracer()


def trace(articles: Iterable[Article]) -> list[Lineage]:
    """The lineage among some articles."""
    return tracer().trace(articles)
