"""How records become rows of the archive and rows become records again: both directions, side by side.

Every `..._COLUMNS` lists the columns that hold one kind of record, in the order in which its `..._row` writes and its
`..._from` reads them. Empty tuples and absent records are NULL.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, islice
from typing import Any

from dragoman.records import Actor, Article, Block, Date, Drop, Event, EventLink, Place, Position, Quote, Report, Span

Row = tuple[Any, ...]
ByRole = Mapping[str, tuple[Actor, ...]]
"""Actors by the part they play: source, target, other, attributed_to."""

SPAN_COLUMNS = ("span_start", "span_end", "span_text")
ACTOR_COLUMNS = (
    *("actor_id", "name", "type", "country", "sector", "office", "via", "why", "members", "candidates"),
    *SPAN_COLUMNS,
)
_DATE_PARTS = ("start", "end", "precision", "basis", "text", "inferred_from", *SPAN_COLUMNS)
DATE_COLUMNS = tuple(f"date_{part}" for part in _DATE_PARTS)
PUBLISHED_COLUMNS = tuple(f"published_{part}" for part in _DATE_PARTS)
PLACE_COLUMNS = tuple(f"place_{part}" for part in ("id", "name", "country", "lat", "lon", "why", *SPAN_COLUMNS))
BLOCK_COLUMNS = ("span_start", "span_end", "kind", "why")
LINEAGE_COLUMNS: dict[str, tuple[str, ...]] = {
    "lineage": ("id", "article", "of_article", "relation", "score", "direction", "confidence", "why"),
    "lineage_passage": ("lineage", "number", "kind", "score", "here_start", "here_end", "there_start", "there_end"),
    "article_family": ("article", "family"),
}
"""The tables of lineage, parents before children, and their columns."""
UTTERANCE_COLUMNS = {"utterance": ("quote", "utterance", "formula")}
"""The table of utterances and its columns."""
DROP_COLUMNS = ("stage", "reason", "page_name", "page", "detail", *SPAN_COLUMNS)

_ARTICLE_GROUPS = (
    ("id", "page", "url", "outlet", "headline", "byline"),
    PUBLISHED_COLUMNS,
    ("captured", "language", "credit", "text"),
)
_REPORT_GROUPS = (
    ("id", "article"),
    ("evidence_start", "evidence_end", "evidence"),
    ("trigger_start", "trigger_end", "trigger_text"),
    ("event_type", "mode", "cameo", "contexts", "status"),
    DATE_COLUMNS,
    PLACE_COLUMNS,
    ("confidence", "why", "in_headline"),
)
_EVENT_GROUPS = (
    ("id", "event_type", "mode", "status"),
    DATE_COLUMNS,
    PLACE_COLUMNS,
    ("n_reports", "n_articles", "n_independent_sources", "first_reported", "differences"),
    ("date_report", "place_report", "parties_report"),
)
_QUOTE_GROUPS = (
    ("id", "article", "kind", "act", "status"),
    ("evidence_start", "evidence_end", "evidence"),
    ("cue_start", "cue_end", "cue"),
    ("content_start", "content_end", "content"),
    ("source_start", "source_end", "source"),
    ("venue_start", "venue_end", "venue"),
    DATE_COLUMNS,
    ("medium", "within", "topics", "inferred_from", "in_headline", "why"),
)
VERBATIM_COLUMNS = SPAN_COLUMNS
ARTICLE_COLUMNS = tuple(chain.from_iterable(_ARTICLE_GROUPS))
REPORT_COLUMNS = tuple(chain.from_iterable(_REPORT_GROUPS))
EVENT_COLUMNS = tuple(chain.from_iterable(_EVENT_GROUPS))
_POSITION_GROUPS = (
    ("id", "article", "issue", "stance", "basis"),
    ("evidence_start", "evidence_end", "evidence"),
    ("cue_start", "cue_end", "cue"),
    ("issue_start", "issue_end", "issue_words"),
    ("quote", "report"),
    DATE_COLUMNS,
    ("in_headline", "why"),
)
POSITION_COLUMNS = tuple(chain.from_iterable(_POSITION_GROUPS))
QUOTE_COLUMNS = tuple(chain.from_iterable(_QUOTE_GROUPS))


def _grouped(row: Row, groups: Sequence[Sequence[str]]) -> Iterator[Row]:
    """The row cut into its groups of columns."""
    values = iter(row)
    for group in groups:
        yield tuple(islice(values, len(group)))


def listed(values: Sequence[str]) -> str | None:
    """A list in one column: a JSON array, or NULL where it is empty."""
    return json.dumps(values, ensure_ascii=False) if values else None


def unlisted(value: str | None) -> tuple[str, ...]:
    """The list that `listed` wrote."""
    return tuple(json.loads(value)) if value else ()


def span_row(span: Span | None) -> Row:
    """Start, end and text."""
    return (span.start, span.end, span.text) if span else (None, None, None)


def span_from(row: Row) -> Span | None:
    """The span of these three columns, `None` where they are NULL."""
    return None if row[0] is None else Span(*row)


def actor_row(actor: Actor) -> Row:
    """`ACTOR_COLUMNS` of an actor."""
    return (
        *(actor.id, actor.name, actor.type, actor.country, actor.sector, actor.role, actor.via, actor.why),
        *(listed(actor.members), listed(actor.candidates)),
        *span_row(actor.mention),
    )


def actor_from(row: Row) -> Actor:
    """The actor of `ACTOR_COLUMNS`."""
    actor_id, name, kind, country, sector, office, via, why, members, candidates, *span = row
    return Actor(
        id=actor_id,
        name=name,
        type=kind,
        country=country,
        sector=sector,
        role=office,
        mention=Span(*span),
        via=via,
        why=why,
        members=unlisted(members),
        candidates=unlisted(candidates),
    )


def date_row(date: Date | None) -> Row:
    """`DATE_COLUMNS` (or `PUBLISHED_COLUMNS`) of a date."""
    if date is None:
        return (None,) * len(_DATE_PARTS)
    return (
        *(date.start, date.end, date.precision, date.basis, date.text, listed(date.inferred_from)),
        *span_row(date.span),
    )


def date_from(row: Row) -> Date | None:
    """The date of `DATE_COLUMNS`, `None` where they are NULL."""
    start, end, precision, basis, text, inferred_from, *span = row
    if basis is None:
        return None
    return Date(start, end, precision, basis, text, span_from(tuple(span)), unlisted(inferred_from))


def place_row(place: Place | None) -> Row:
    """`PLACE_COLUMNS` of a place."""
    if place is None:
        return (None,) * len(PLACE_COLUMNS)
    return (place.id, place.name, place.country, place.lat, place.lon, place.why, *span_row(place.mention))


def place_from(row: Row) -> Place | None:
    """The place of `PLACE_COLUMNS`, `None` where they are NULL."""
    place_id, name, country, lat, lon, why, *span = row
    if name is None:
        return None
    return Place(place_id, name, country, lat, lon, mention=Span(*span), why=why)


def block_row(block: Block) -> Row:
    """`BLOCK_COLUMNS` of a block."""
    return (block.start, block.end, block.kind, block.why)


def article_row(article: Article) -> Row:
    """`ARTICLE_COLUMNS` of an article; its blocks have a table of their own."""
    return (
        *(article.id, article.page_id, article.url, article.outlet, article.headline, article.byline),
        *date_row(article.published),
        *(article.captured, article.language, article.credit, article.text),
    )


def article_from(row: Row, page_name: str, blocks: Iterable[Row]) -> Article:
    """The article of `ARTICLE_COLUMNS`, the name of its page and its `BLOCK_COLUMNS` in order."""
    head, published, tail = _grouped(row, _ARTICLE_GROUPS)
    article_id, page_id, url, outlet, headline, byline = head
    captured, language, credit, text = tail
    return Article(
        id=article_id,
        page=page_name,
        page_id=page_id,
        url=url,
        outlet=outlet,
        headline=headline,
        byline=byline,
        published=date_from(published),
        captured=captured,
        language=language,
        credit=credit,
        text=text,
        blocks=tuple(Block(*block) for block in blocks),
    )


def report_row(report: Report) -> Row:
    """`REPORT_COLUMNS` of a report; its actors have a table of their own."""
    return (
        *(report.id, report.article),
        *span_row(report.evidence),
        *span_row(report.trigger),
        *(report.event_type, report.mode, report.cameo, listed(report.contexts), report.status),
        *date_row(report.date),
        *place_row(report.place),
        *(report.confidence, listed(report.why), int(report.in_headline)),
    )


def report_from(row: Row, page_name: str, actors: ByRole, event: str | None) -> Report:
    """The report of `REPORT_COLUMNS`, its page's name, its actors by role, and the event it tells of."""
    head, evidence, trigger, act, date, place, tail = _grouped(row, _REPORT_GROUPS)
    report_id, article = head
    event_type, mode, cameo, contexts, status = act
    confidence, why, in_headline = tail
    return Report(
        id=report_id,
        page=page_name,
        article=article,
        evidence=Span(*evidence),
        trigger=Span(*trigger),
        event_type=event_type,
        mode=mode,
        cameo=cameo,
        contexts=unlisted(contexts),
        status=status,
        sources=actors.get("source", ()),
        targets=actors.get("target", ()),
        others=actors.get("other", ()),
        date=date_from(date),
        place=place_from(place),
        attributed_to=actors.get("attributed_to", ()),
        confidence=confidence,
        why=unlisted(why),
        event=event,
        in_headline=bool(in_headline),
    )


def report_roles(report: Report) -> Iterator[tuple[str, tuple[Actor, ...]]]:
    """A report's actors by the part they play, as `report_actor.role` names it."""
    yield "source", report.sources
    yield "target", report.targets
    yield "other", report.others
    yield "attributed_to", report.attributed_to


def quote_row(quote: Quote) -> Row:
    """`QUOTE_COLUMNS` of a quote; its actors and its words in quotation marks have tables of their own."""
    return (
        *(quote.id, quote.article, quote.kind, quote.act, quote.status),
        *span_row(quote.evidence),
        *span_row(quote.cue),
        *span_row(quote.content),
        *span_row(quote.source),
        *span_row(quote.venue),
        *date_row(quote.date),
        *(quote.medium, quote.within, listed(quote.topics), listed(quote.inferred_from)),
        *(int(quote.in_headline), listed(quote.why)),
    )


def quote_from(row: Row, page_name: str, actors: ByRole, verbatim: Iterable[Row], utterance: str | None) -> Quote:
    """The quote of `QUOTE_COLUMNS`, its page's name, its actors by role, its `VERBATIM_COLUMNS`, and its utterance."""
    head, evidence, cue, content, source, venue, date, tail = _grouped(row, _QUOTE_GROUPS)
    quote_id, article, kind, act, status = head
    medium, within, topics, inferred_from, in_headline, why = tail
    speakers, addressees, via = (actors.get(role, ()) for role in QUOTE_ROLES)
    return Quote(
        id=quote_id,
        page=page_name,
        article=article,
        evidence=Span(*evidence),
        kind=kind,
        speaker=speakers[0] if speakers else None,
        cue=span_from(cue),
        content=Span(*content),
        verbatim=tuple(Span(*span) for span in verbatim),
        addressee=addressees[0] if addressees else None,
        venue=span_from(venue),
        via=via[0] if via else None,
        topics=unlisted(topics),
        speakers=speakers,
        addressees=addressees,
        source=span_from(source),
        act=act,
        status=status,
        medium=medium,
        date=date_from(date),
        inferred_from=unlisted(inferred_from),
        within=within,
        utterance=utterance,
        in_headline=bool(in_headline),
        why=unlisted(why),
    )


def position_row(position: Position) -> Row:
    """`POSITION_COLUMNS` of a position; its actors have a table of their own."""
    return (
        *(position.id, position.article, position.issue, position.stance, position.basis),
        *span_row(position.evidence),
        *span_row(position.cue),
        *span_row(position.issue_words),
        *(position.quote, position.report),
        *date_row(position.date),
        *(int(position.in_headline), listed(position.why)),
    )


def position_from(row: Row, page_name: str, actors: ByRole) -> Position:
    """The position of `POSITION_COLUMNS`, its page's name and its actors by role."""
    head, evidence, cue, words, origin, date, tail = _grouped(row, _POSITION_GROUPS)
    position_id, article, issue, stance, basis = head
    quote, report = origin
    in_headline, why = tail
    holders, objects, attributed_to = (actors.get(role, ()) for role in POSITION_ROLES)
    return Position(
        id=position_id,
        page=page_name,
        article=article,
        evidence=Span(*evidence),
        holders=holders,
        issue=issue,
        stance=stance,
        object=next(iter(objects), None),
        basis=basis,
        cue=Span(*cue),
        issue_words=span_from(words),
        attributed_to=attributed_to,
        quote=quote,
        report=report,
        date=date_from(date),
        why=unlisted(why),
        in_headline=bool(in_headline),
    )


POSITION_ROLES = ("holder", "object", "attributed_to")


def position_roles(position: Position) -> Iterator[tuple[str, tuple[Actor, ...]]]:
    """A position's actors by the part they play, as `position_actor.role` names it."""
    objects = (position.object,) if position.object else ()
    yield from zip(POSITION_ROLES, (position.holders, objects, position.attributed_to), strict=True)


QUOTE_ROLES = ("speaker", "addressee", "via")


def quote_roles(quote: Quote) -> Iterator[tuple[str, tuple[Actor, ...]]]:
    """A quote's actors by the part they play, as `quote_actor.role` names it."""
    relays = (quote.via,) if quote.via else ()
    yield from zip(QUOTE_ROLES, (quote.speakers, quote.addressees, relays), strict=True)


def event_row(event: Event) -> Row:
    """`EVENT_COLUMNS` of an event; its actors and reports have tables of their own."""
    return (
        *(event.id, event.event_type, event.mode, event.status),
        *date_row(event.date),
        *place_row(event.place),
        *(event.n_reports, event.n_articles, event.n_independent_sources),
        *(event.first_reported, listed(event.differences)),
        *(event.date_from, event.place_from, event.parties_from),
    )


def event_from(row: Row, actors: ByRole, reports: tuple[str, ...], links: tuple[EventLink, ...] = ()) -> Event:
    """The event of `EVENT_COLUMNS`, its actors by role, the ids of its reports and how it hangs together with others."""
    head, date, place, tail, origins = _grouped(row, _EVENT_GROUPS)
    event_id, event_type, mode, status = head
    n_reports, n_articles, n_independent_sources, first_reported, differences = tail
    return Event(
        id=event_id,
        event_type=event_type,
        mode=mode,
        status=status,
        sources=actors.get("source", ()),
        targets=actors.get("target", ()),
        date=date_from(date),
        place=place_from(place),
        n_reports=n_reports,
        n_articles=n_articles,
        n_independent_sources=n_independent_sources,
        first_reported=first_reported,
        reports=reports,
        differences=unlisted(differences),
        date_from=origins[0],
        place_from=origins[1],
        parties_from=origins[2],
        links=links,
    )


def drop_row(drop: Drop) -> Row:
    """`DROP_COLUMNS` of a drop. Bytes of file names that are no text are written out, for the ledger must hold them."""
    return (drop.stage, drop.reason, written_out(drop.page), drop.page_id, written_out(drop.detail), *span_row(drop.where))


def drop_from(row: Row) -> Drop:
    """The drop of `DROP_COLUMNS`."""
    stage, reason, page_name, page_id, detail, *span = row
    return Drop(stage, reason, page_name, page_id, detail, span_from(tuple(span)))


def written_out(text: str) -> str:
    """The text with what cannot be written as UTF-8 (bytes of file names that are no text) spelled out."""
    return text.encode("utf-8", "backslashreplace").decode("utf-8")
