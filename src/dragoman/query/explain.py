"""The words and the rules behind an id: of an event, a report, an article, or whatever stands at a place of an article."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from dragoman.errors import QueryError
from dragoman.query import fetch, lineage, waterfall
from dragoman.query.views import Head, ToldEvent, ToldLineage, ToldPosition, ToldQuote, ToldReport
from dragoman.query.wording import counted, dyad, parties, short, when, where
from dragoman.query.wordings import altered
from dragoman.records import Actor, Article, Coding, EventLink, Position, Quote, Span
from dragoman.store.rows import position_roles, quote_roles

SHORTEST_PREFIX = 4
CONTEXT = 240
"""Code points shown before and after the evidence, at most, within its paragraph."""
_KINDS = ("event", "report", "quote", "utterance", "position", "article", "lineage")
WORDING = 160
"""Characters shown of another wording of an utterance."""


@dataclass(frozen=True, slots=True)
class Mark:
    """Words that carry a value, and which: "trigger", "source", "date" ..."""

    start: int
    end: int
    label: str


@dataclass(frozen=True, slots=True)
class Passage:
    """Words of an article in their context; marks are offsets in the article's text, as `start` is."""

    start: int
    text: str
    marks: tuple[Mark, ...]
    cut_before: bool = False
    cut_after: bool = False


@dataclass(frozen=True, slots=True)
class Explanation:
    """What a record says, the words it was read from, the rules that made it, and what it is made of."""

    kind: str
    id: str
    title: str
    facts: tuple[tuple[str, str], ...]
    passage: Passage | None
    why: tuple[str, ...]
    parts: tuple[Explanation, ...] = ()


def explain(connection: sqlite3.Connection, wanted: str, against: str | None = None) -> Explanation:
    """Explain the record of this id, or of the only id that begins so; a page by its name; or `ARTICLE:OFFSET`.

    With `against`, why an event (or a report) and another one are not one. Raises `QueryError` where there is none, or
    several (`.choices`).
    """
    if against is not None:
        return _against(connection, wanted, against)
    place = re.fullmatch(r"([0-9a-f]+):(\d+)", wanted)
    kind, found = find(connection, place[1] if place else wanted, ("article",) if place else _KINDS)
    if kind == "event":
        return _event(connection, fetch.events(connection, [found])[0])
    if kind == "report":
        return _told(connection, fetch.reports(connection, [found])[0])
    if kind == "utterance":
        return _utterance(connection, found)
    if kind == "quote":
        return _quoted(connection, fetch.quotes(connection, [found])[0])
    if kind == "position":
        return _held(connection, fetch.positions(connection, [found])[0])
    if kind == "lineage":
        return _related(lineage.lineages(connection, [found])[0])
    if kind == "page":
        return _without_article(connection, found)
    article = fetch.articles(connection, [found])[0].article
    coding = fetch.coding(connection, article)
    return _place(coding, int(place[2])) if place else _article(coding)


def find(connection: sqlite3.Connection, wanted: str, kinds: Sequence[str]) -> tuple[str, str]:
    """The kind and the id of the only record that is meant."""
    found = list(_candidates(connection, wanted, kinds))
    if not found:
        raise QueryError(
            f"nothing in the archive has the id {wanted!r}: ids of events, reports and articles are the first column "
            "of `dragoman events`, `reports` and `articles --format csv`; the name of a page will do too",
            wanted,
        )
    if len(found) > 1:
        raise QueryError(f"{wanted!r} may mean several", wanted, [f"{kind} {record}" for kind, record in found])
    return found[0]


def _candidates(connection: sqlite3.Connection, wanted: str, kinds: Sequence[str]) -> Iterator[tuple[str, str]]:
    pages = "SELECT article.id FROM article JOIN page ON page.id = article.page WHERE page.name = ? LIMIT 5"
    articles = [row[0] for row in connection.execute(pages, [wanted])]
    yield from (("article", article) for article in articles)
    if not articles and connection.execute("SELECT 1 FROM dropped WHERE page_name = ?", [wanted]).fetchone():
        yield "page", wanted
    elif not articles:
        yield from _within(connection, wanted)
    if len(wanted) < SHORTEST_PREFIX:
        return
    for kind in kinds:
        own = "utterance" if kind == "utterance" else "id"
        among = f"SELECT DISTINCT {own} FROM {kind} WHERE {own} >= ? AND {own} < ? ORDER BY {own} LIMIT 5"
        for row in connection.execute(among, [wanted, wanted + "\U0010ffff"]):
            yield kind, row[0]


def _within(connection: sqlite3.Connection, file: str) -> Iterator[tuple[str, str]]:
    """The pages that a file of several (an export, a table, a feed) gave or lost."""
    rows = [f"{file}#", f"{file}#\U0010ffff"]
    read = "SELECT article.id FROM article JOIN page ON page.id = article.page WHERE page.name > ? AND page.name < ? LIMIT 5"
    yield from (("article", row[0]) for row in connection.execute(read, rows))
    lost = "SELECT DISTINCT page_name FROM dropped WHERE page_name > ? AND page_name < ? AND page IS NULL LIMIT 5"
    yield from (("page", row[0]) for row in connection.execute(lost, rows))


def _event(connection: sqlite3.Connection, told: ToldEvent) -> Explanation:
    event = told.event
    tellings = fetch.reports(connection, event.reports)
    return Explanation(
        "event",
        event.id,
        f"{event.event_type} {event.status}",
        (
            ("who", dyad(event)),
            ("when", when(event.date)),
            ("where", where(event.place)),
            (
                "told by",
                f"{counted(event.n_reports, 'report')} in {counted(event.n_articles, 'article')}, "
                f"{counted(event.n_independent_sources, 'independent source')}",
            ),
            ("first reported", event.first_reported or "unknown"),
            *(("differences", difference) for difference in event.differences),
            *((link.kind, _linked(connection, link)) for link in event.links),
        ),
        None,
        (),
        (*_joined(connection, tellings), *(_told(connection, telling) for telling in tellings)),
    )


def _linked(connection: sqlite3.Connection, link: EventLink) -> str:
    """Another event in a line, and what decided that they hang together."""
    other = fetch.events(connection, [link.event])[0]
    words = short(other.telling.report.evidence.text)
    return f"{link.event} {other.event.event_type} {other.event.status}: {words} ({link.why})"


def _joined(connection: sqlite3.Connection, tellings: Sequence[ToldReport]) -> Iterator[Explanation]:
    """The evidence that joined the reports of an event, where there are several."""
    if len(tellings) > 1:
        evidence = waterfall.joined(connection, [telling.report for telling in tellings])
        yield _listing("why these reports are one event", evidence)


def _against(connection: sqlite3.Connection, wanted: str, against: str) -> Explanation:
    """Why two events, or the events of two reports, are not one."""
    sides = [find(connection, asked, ("event", "report")) for asked in (wanted, against)]
    wrong = next((asked for asked, (kind, _) in zip((wanted, against), sides, strict=True) if kind == "page"), None)
    if wrong is not None:
        raise QueryError(f"{wrong!r} is neither an event nor a report", wrong)
    one, other = (
        fetch.plain_events(connection, [found])[0].reports if kind == "event" else (found,) for kind, found in sides
    )
    tellings = [[told.report for told in fetch.reports(connection, ids)] for ids in (one, other)]
    return Explanation(
        "pair",
        f"{sides[0][1]} and {sides[1][1]}",
        "one event" if set(one) & set(other) else "the two reports that come nearest to being of one event",
        (),
        None,
        tuple(waterfall.nearest(connection, *tellings)),
    )


def _told(connection: sqlite3.Connection, told: ToldReport) -> Explanation:
    report = told.report
    text = connection.execute("SELECT text FROM article WHERE id = ?", [report.article]).fetchone()[0]
    facts = [
        ("type", " ".join(part for part in (report.event_type, report.mode, f"CAMEO {report.cameo or 'unknown'}") if part)),
        ("is it so", report.status),
        ("when", when(report.date)),
        ("where", where(report.place)),
        ("confidence", f"{report.confidence:.2f}"),
        ("event", report.event or "none"),
        *_article_facts(told.article),
    ]
    who = [(label, _actor(actor)) for label, actor in _parties(told)]
    return Explanation(
        "report", report.id, f"{report.event_type} {report.status}", (*who, *facts), _passage(text, told), report.why
    )


def _held(connection: sqlite3.Connection, told: ToldPosition) -> Explanation:
    position = told.position
    text = connection.execute("SELECT text FROM article WHERE id = ?", [position.article]).fetchone()[0]
    roles = [(role, actor) for role, actors in position_roles(position) for actor in actors]
    words = [("cue", position.cue), ("issue", position.issue_words), *((role, actor.mention) for role, actor in roles)]
    marks = {Mark(span.start, span.end, label) for label, span in words if span}
    passage = _around(text, position.evidence.start, position.evidence.end, marks)
    facts = (*((role, _actor(actor)) for role, actor in roles), *_position_facts(position), *_article_facts(told.article))
    return Explanation("position", position.id, f"{position.stance} {position.issue}", facts, passage, position.why)


def _position_facts(position: Position) -> Iterator[tuple[str, str]]:
    yield "rests on", {"quote": "the holder's words", "act": "an act", "outlet": "the outlet's description"}[position.basis]
    yield "when", when(position.date)
    yield from ((name, value) for name, value in (("quote", position.quote), ("report", position.report)) if value)


def _quoted(connection: sqlite3.Connection, told: ToldQuote) -> Explanation:
    quote = told.quote
    text = connection.execute("SELECT text FROM article WHERE id = ?", [quote.article]).fetchone()[0]
    spans = (("source", quote.source), ("cue", quote.cue), ("content", quote.content), ("venue", quote.venue))
    words = [*spans, *(("verbatim", part) for part in quote.verbatim), ("date", quote.date.span if quote.date else None)]
    marks = {Mark(span.start, span.end, label) for label, span in words if span}
    passage = _around(text, quote.evidence.start, quote.evidence.end, marks)
    facts = (*((role, _actor(actor)) for role, actor in _roles(quote)), *_quote_facts(quote), *_article_facts(told.article))
    parts = (_wordings(connection, quote),) if quote.utterance else ()
    return Explanation("quote", quote.id, f"{quote.kind} {quote.act or 'quote'}", facts, passage, quote.why, parts)


def _wordings(connection: sqlite3.Connection, quote: Quote) -> Explanation:
    """The other tellings of the utterance, with what each alters of this one."""
    others = [told for told in _tellings(connection, quote.utterance or "") if told.quote.id != quote.id]
    lines = (
        f"{told.quote.id} {told.article.page}: {short(told.quote.content.text, WORDING)}   "
        f"({altered(quote.content.text, told.quote.content.text)})"
        for told in others
    )
    return _listing(f"utterance {quote.utterance}, told {counted(len(others), 'more time')}", lines)


def _tellings(connection: sqlite3.Connection, utterance: str) -> list[ToldQuote]:
    query = "SELECT quote FROM utterance WHERE utterance = ? ORDER BY quote"
    told = fetch.quotes(connection, [row[0] for row in connection.execute(query, [utterance])])
    return sorted(told, key=lambda each: (each.article.page, each.quote.evidence.start))


def _utterance(connection: sqlite3.Connection, utterance: str) -> Explanation:
    """All wordings of an utterance side by side, and the times at which it was said again."""
    tellings = _tellings(connection, utterance)
    again = (
        "SELECT DISTINCT other.utterance FROM utterance AS one JOIN utterance AS other ON other.formula = one.formula "
        "WHERE one.utterance = ? AND other.utterance <> one.utterance ORDER BY other.utterance"
    )
    formula = [row[0] for row in connection.execute(again, [utterance])]
    speakers = {actor.name or actor.mention.text: None for told in tellings for actor in told.quote.speakers}
    facts = (
        ("who", ", ".join(speakers)),
        ("tellings", str(len(tellings))),
        *((("said again", ", ".join(formula)),) if formula else ()),
    )
    parts = tuple(_quoted(connection, told) for told in tellings)
    return Explanation("utterance", utterance, short(tellings[0].quote.content.text), facts, None, (), parts)


def _roles(quote: Quote) -> Iterator[tuple[str, Actor]]:
    for role, actors in quote_roles(quote):
        yield from ((role, actor) for actor in actors)


def _quote_facts(quote: Quote) -> Iterator[tuple[str, str]]:
    if not quote.speakers:
        yield "speaker", "nobody named" + (f" ({quote.source.text!r})" if quote.source else "")
    if quote.inferred_from:
        yield "inferred from", "; ".join(quote.inferred_from)
    yield "was it said", quote.status
    yield "when", when(quote.date)
    yield from ((name, value) for name, value in (("medium", quote.medium), ("topics", ", ".join(quote.topics))) if value)
    yield "utterance", quote.utterance or "none"


def _parties(told: ToldReport) -> Iterator[tuple[str, Actor]]:
    report = told.report
    groups = (
        ("source", report.sources),
        ("target", report.targets),
        ("other party", report.others),
        ("according to", report.attributed_to),
    )
    for label, actors in groups:
        for actor in actors:
            yield label, actor


def _passage(text: str, told: ToldReport) -> Passage:
    """The paragraph around the evidence, with every word that carries a value marked."""
    report = told.report
    marked = [("trigger", report.trigger), *((label, actor.mention) for label, actor in _parties(told))]
    marked += [("date", report.date.span)] if report.date and report.date.span else []
    marked += [("place", report.place.mention)] if report.place else []
    marks = {Mark(span.start, span.end, label) for label, span in marked}
    return _around(text, report.evidence.start, report.evidence.end, marks)


def _around(text: str, start: int, end: int, marks: Iterable[Mark]) -> Passage:
    """The paragraph around some words, cut between words where it is long, with the marks that lie in it."""
    paragraph_start = text.rfind("\n", 0, start) + 1
    paragraph_end = text.find("\n", end) if text.find("\n", end) >= 0 else len(text)
    first, last = max(paragraph_start, start - CONTEXT), min(paragraph_end, end + CONTEXT)
    if first > paragraph_start:
        first = min(text.find(" ", first) + 1, start)
    if last < paragraph_end:
        last = max(text.rfind(" ", 0, last), end)
    inside = (mark for mark in marks if first <= mark.start and mark.end <= last)
    ordered = tuple(sorted(inside, key=lambda mark: (mark.start, -mark.end, mark.label)))
    return Passage(first, text[first:last], ordered, first > paragraph_start, last < paragraph_end)


def _article_facts(head: Head | Article) -> tuple[tuple[str, str], ...]:
    return (
        ("page", head.page),
        ("outlet", head.outlet or "unknown"),
        ("headline", head.headline or "none"),
        ("published", when(head.published)),
        ("article", head.id),
    )


def _related(told: ToldLineage) -> Explanation:
    """Two related articles and, passage by passage, what they share."""
    found = told.lineage
    shared = (
        Explanation(
            "passage",
            "",
            f"{one.kind} {one.score:.2f}",
            ((told.article.page, one.here.text), (told.of.page, one.there.text)),
            None,
            (),
        )
        for one in found.shared
    )
    facts = (
        ("score", f"{found.score:.0%} of the smaller article is in the other, as it stands or reworded"),
        ("direction", f"{found.direction}, confidence {found.confidence:.2f}"),
        *_article_facts(told.article),
        *((f"of {name}", value) for name, value in _article_facts(told.of)),
    )
    return Explanation(
        "lineage",
        found.id,
        f"{told.article.page}: {found.relation} of {told.of.page}",
        facts,
        None,
        found.why,
        tuple(shared),
    )


def _article(coding: Coding) -> Explanation:
    article = coding.article
    facts = (
        *_article_facts(article)[:-1],
        ("byline", article.byline or "none"),
        ("credit", article.credit or "none"),
        ("language", article.language or "unknown"),
        (
            "coded",
            f"{counted(len(coding.reports), 'report')}, {counted(len(coding.quotes), 'quote')}, "
            f"{counted(len(coding.positions), 'position')}, {counted(len(coding.mentions), 'mention')}",
        ),
    )
    parts = (
        _listing(
            "what is what",
            (f"{b.start}-{b.end} {b.kind}: {short(article.text[b.start : b.end])}   ({b.why})" for b in article.blocks),
        ),
        _listing("reports", (f"{r.id} {r.event_type} {r.status}: {short(r.evidence.text)}" for r in coding.reports)),
        _listing("quotes", (_quote_line(quote) for quote in coding.quotes)),
        _listing("positions", (_position_line(position) for position in coding.positions)),
        _listing("left out", (_drop_line(drop.reason, drop.detail, drop.where) for drop in coding.left_out)),
    )
    title = article.headline or article.page
    return Explanation("article", article.id, title, facts, None, (), tuple(part for part in parts if part.why))


def _without_article(connection: sqlite3.Connection, page: str) -> Explanation:
    query = "SELECT stage, reason, detail FROM dropped WHERE page_name = ? ORDER BY stage, reason, detail"
    lines = (
        f"{reason} at {stage}" + (f": {detail}" if detail else "")
        for stage, reason, detail in connection.execute(query, [page])
    )
    return Explanation("page", page, "left out", (), None, tuple(lines))


def _place(coding: Coding, at: int) -> Explanation:
    """Everything that was made, or left out, of the words at an offset."""
    article = coding.article
    if at >= len(article.text):
        raise QueryError(f"article {article.id} ends at {len(article.text)}", str(at))
    lines = [f"{b.kind}   ({b.why})" for b in article.blocks if b.start <= at < b.end]
    lines += [f"mention: {_actor(actor)}" for actor in coding.mentions if _covers(actor.mention, at)]
    lines += [f"date: {when(date)}" for date in coding.dates if date.span and _covers(date.span, at)]
    lines += [f"place: {where(place)}" for place in coding.places if _covers(place.mention, at)]
    lines += [f"report {r.id}: {r.event_type} {r.status}" for r in coding.reports if _covers(r.evidence, at)]
    lines += [f"quote {_quote_line(quote)}" for quote in coding.quotes if _covers(quote.evidence, at)]
    lines += [f"position {_position_line(held)}" for held in coding.positions if _covers(held.evidence, at)]
    left_out = [drop for drop in coding.left_out if drop.where and _covers(drop.where, at)]
    lines += ["left out: " + _drop_line(drop.reason, drop.detail, None) for drop in left_out]
    passage = _around(article.text, at, at + 1, [Mark(at, at + 1, "here")])
    return Explanation(
        "place", f"{article.id}:{at}", article.headline or article.page, _article_facts(article), passage, tuple(lines)
    )


def _listing(title: str, lines: Iterator[str]) -> Explanation:
    return Explanation("list", "", title, (), None, tuple(lines))


def _position_line(position: Position) -> str:
    return f"{position.id} {parties(position.holders)} {position.stance} {position.issue}: {short(position.evidence.text)}"


def _quote_line(quote: Quote) -> str:
    return f"{quote.id} {quote.kind} {quote.act or 'quote'} by {parties(quote.speakers)}: {short(quote.content.text)}"


def _drop_line(reason: str, detail: str, span: Span | None) -> str:
    there = f"{span.start}-{span.end}: {short(span.text)}" if span else "all of it"
    return f"{reason} {there}" + (f"   ({detail})" if detail else "")


def _covers(span: Span, at: int) -> bool:
    return span.start <= at < span.end


def _actor(actor: Actor) -> str:
    known = ", ".join(part for part in (actor.id, actor.country if actor.country != actor.id else None, actor.role) if part)
    members = f"; members {', '.join(actor.members)}" if actor.members else ""
    open_between = f"; open between {', '.join(actor.candidates)}" if actor.candidates else ""
    name = actor.name or "nobody named"
    return f"{name} ({known or 'no id'}) from {actor.mention.text!r}, {actor.via}: {actor.why}{members}{open_between}"
