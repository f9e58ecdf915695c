"""What is written to the archive at a time: rows by table, made of codings and drops without touching the file."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from dragoman.ids import content_id
from dragoman.records import Actor, Coding, Drop, Page, Position, Quote, Report
from dragoman.store import rows
from dragoman.store.rows import Row

PAGE_COLUMNS = ("id", "name", "url", "captured", "media", "charset", "size", "sha256", "coded_by")

COLUMNS: dict[str, tuple[str, ...]] = {
    "page": PAGE_COLUMNS,
    "article": rows.ARTICLE_COLUMNS,
    "block": ("article", "number", *rows.BLOCK_COLUMNS),
    "mention": ("article", "number", *rows.ACTOR_COLUMNS),
    "date": ("article", "number", *rows.DATE_COLUMNS),
    "place": ("article", "number", *rows.PLACE_COLUMNS),
    "report": ("number", *rows.REPORT_COLUMNS),
    "report_actor": ("report", "role", "number", *rows.ACTOR_COLUMNS),
    "quote": ("number", *rows.QUOTE_COLUMNS),
    "quote_actor": ("quote", "role", "number", *rows.ACTOR_COLUMNS),
    "quote_verbatim": ("quote", "number", *rows.VERBATIM_COLUMNS),
    "position": ("number", *rows.POSITION_COLUMNS),
    "position_actor": ("position", "role", "number", *rows.ACTOR_COLUMNS),
    "dropped": ("id", *rows.DROP_COLUMNS),
}
"""The tables that hold what was coded, parents before children, and their columns."""
RESOLVED: dict[str, tuple[str, ...]] = {
    "event": rows.EVENT_COLUMNS,
    "event_actor": ("event", "role", "number", *rows.ACTOR_COLUMNS),
    "event_report": ("event", "number", "report"),
    "report_link": ("report", "kind", "of_report", "weight", "why"),
    "story": ("id", "headline", "article", "first_published", "last_published", "n_articles", "words"),
    "story_article": ("story", "number", "article"),
}
"""The tables that hold what was resolved, parents before children, and their columns."""


@dataclass(slots=True)
class PageResult:
    """All that one page gave. `id` is `None` for what could not even be read as a page."""

    id: str | None
    name: str
    page: Page | None = None
    codings: list[Coding] = field(default_factory=list)
    drops: list[Drop] = field(default_factory=list)


def by_page(codings: Iterable[Coding], drops: Iterable[Drop], pages: Iterable[Page]) -> list[PageResult]:
    """Codings and drops together with the page they come from, in the order in which the pages come first."""
    results: dict[str, PageResult] = {}
    unread: list[PageResult] = []
    for coding in codings:
        article = coding.article
        result = results.setdefault(article.page_id, PageResult(article.page_id, article.page))
        if all(article.id != other.article.id for other in result.codings):
            result.codings.append(coding)
    for drop in drops:
        if drop.page_id is None:
            unread.append(PageResult(None, drop.page, drops=[drop]))
        else:
            results.setdefault(drop.page_id, PageResult(drop.page_id, drop.page)).drops.append(drop)
    for page in pages:
        if page.id in results:
            results[page.id].page = page
    return [*results.values(), *unread]


class Batch:
    """Rows by table, in the order of `COLUMNS`."""

    def __init__(self, results: Sequence[PageResult], fingerprint: str) -> None:
        self.rows: defaultdict[str, list[Row]] = defaultdict(list)
        self.actors: set[tuple[str, str | None, str | None]] = set()
        for result in results:
            if result.id is not None:
                self.rows["page"].append(_page_row(result, fingerprint))
            for coding in result.codings:
                self._add_coding(coding)
            for drop in result.drops:
                self._add_drop(drop)

    def statements(self) -> Iterator[tuple[str, list[Row]]]:
        """One INSERT for each table, and its rows. What was left out before a page could be read may be there already."""
        for table, columns in COLUMNS.items():
            if self.rows[table]:
                verb = "INSERT OR IGNORE" if table == "dropped" else "INSERT"
                yield f"{verb} INTO {table} ({', '.join(columns)}) VALUES ({placeholders(columns)})", self.rows[table]
        if self.actors:
            yield "INSERT OR IGNORE INTO actor (id, name, country) VALUES (?, ?, ?)", sorted(self.actors, key=str)

    def _add_coding(self, coding: Coding) -> None:
        article = coding.article
        self.rows["article"].append(rows.article_row(article))
        self._number("block", article.id, map(rows.block_row, article.blocks))
        self._number("mention", article.id, map(rows.actor_row, coding.mentions))
        self._number("date", article.id, map(rows.date_row, coding.dates))
        self._number("place", article.id, map(rows.place_row, coding.places))
        self._know(coding.mentions)
        for number, report in enumerate(coding.reports):
            self._add_report(number, report)
        for number, quote in enumerate(coding.quotes):
            self._add_quote(number, quote)
        for number, position in enumerate(coding.positions):
            self._add_position(number, position)
        for drop in coding.left_out:
            self._add_drop(drop)

    def _number(self, table: str, owner: str, values: Iterable[Row]) -> None:
        self.rows[table].extend((owner, number, *row) for number, row in enumerate(values))

    def _know(self, actors: Iterable[Actor]) -> None:
        self.actors.update((actor.id, actor.name, actor.country) for actor in actors if actor.id is not None)

    def _add_report(self, number: int, report: Report) -> None:
        self.rows["report"].append((number, *rows.report_row(report)))
        for role, actors in rows.report_roles(report):
            self._know(actors)
            self._add_parties("report_actor", report.id, role, actors)

    def _add_quote(self, number: int, quote: Quote) -> None:
        self.rows["quote"].append((number, *rows.quote_row(quote)))
        for role, actors in rows.quote_roles(quote):
            self._know(actors)
            self._add_parties("quote_actor", quote.id, role, actors)
        self._number("quote_verbatim", quote.id, map(rows.span_row, quote.verbatim))

    def _add_position(self, number: int, position: Position) -> None:
        self.rows["position"].append((number, *rows.position_row(position)))
        for role, actors in rows.position_roles(position):
            self._know(actors)
            self._add_parties("position_actor", position.id, role, actors)

    def _add_parties(self, table: str, owner: str, role: str, actors: Sequence[Actor]) -> None:
        self.rows[table].extend((owner, role, number, *rows.actor_row(actor)) for number, actor in enumerate(actors))

    def _add_drop(self, drop: Drop) -> None:
        row = rows.drop_row(drop)
        self.rows["dropped"].append((content_id(*row), *row))


def placeholders(columns: Sequence[str]) -> str:
    """As many `?` as there are columns."""
    return ", ".join("?" * len(columns))


def _page_row(result: PageResult, fingerprint: str) -> Row:
    page = result.page
    if page:
        digest = hashlib.sha256(page.content).hexdigest()
        facts: Row = (page.url, page.captured, page.media, page.charset, len(page.content), digest)
    else:
        article = result.codings[0].article if result.codings else None
        facts = (article and article.url, article and article.captured, None, None, None, None)
    return (result.id, result.name, *facts, fingerprint)
