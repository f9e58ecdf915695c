"""What stands in which column: one list for each kind of record writes tables, CSV, TSV, Parquet and the codebook."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, Literal, TypeVar

from dragoman.query.changes import day_of
from dragoman.query.dyads import DyadCount
from dragoman.query.views import (
    ActorCount,
    Change,
    Head,
    ListedArticle,
    ListedStory,
    ToldDifference,
    ToldEvent,
    ToldLineage,
    ToldPosition,
    ToldQuote,
    ToldReport,
)
from dragoman.query.wording import days
from dragoman.records import Actor, Article, Date, Place, Span, as_dict

Record = TypeVar("Record")
Kind = Literal["text", "integer", "number", "boolean", "day", "list"]
FIXED = 10
WHOLE_LINE = -1
REFERENCE = -2


@dataclass(frozen=True, slots=True)
class Column(Generic[Record]):
    """A column: its name, what it holds, how the value is taken from the record, and its share of a table's width.

    `width` 0 keeps a column out of tables for the eye; up to `FIXED` it is a number of characters, beyond that a share of
    the room there is; `WHOLE_LINE` puts it below the others, `REFERENCE` behind that. Lists have one entry for each actor,
    so that columns of one role line up; an entry may be empty.
    """

    name: str
    kind: Kind
    meaning: str
    take: Callable[[Record], Any]
    width: int = 0


def _actor_columns(role: str, words: str, take: Callable[[Record], Sequence[Actor]], width: int = 0) -> list[Column[Record]]:
    """Name, id and country of the actors that play a role."""

    def each(value: Callable[[Actor], str | None]) -> Callable[[Record], list[str]]:
        return lambda record: [value(actor) or "" for actor in take(record)]

    return [
        Column(role, "list", f"{words}: names, or the page's words for those without one", each(_name), width),
        Column(f"{role}_id", "list", f"{words}: ids", each(lambda actor: actor.id)),
        Column(f"{role}_country", "list", f"{words}: countries, ISO 3166-1 alpha-3", each(lambda actor: actor.country)),
    ]


def _date_columns(prefix: str, words: str, take: Callable[[Record], Date | None]) -> list[Column[Record]]:
    """First and last day, precision, basis and words of a date."""

    def part(name: str) -> Callable[[Record], Any]:
        return lambda record: getattr(take(record), name, None)

    return [
        Column(f"{prefix}_start", "day", f"first day {words}", part("start")),
        Column(f"{prefix}_end", "day", f"last day {words}", part("end")),
        Column(f"{prefix}_precision", "text", "day, week, month, season, year, decade or range", part("precision")),
        Column(
            f"{prefix}_basis",
            "text",
            "explicit (the words say it), relative (to the page's date) or inferred",
            part("basis"),
        ),
        Column(f"{prefix}_text", "text", "the words it was read from", part("text")),
    ]


def _place_columns(take: Callable[[Record], Place | None]) -> list[Column[Record]]:
    """Where it happened."""

    def part(name: str) -> Callable[[Record], Any]:
        return lambda record: getattr(take(record), name, None)

    return [
        Column("place", "text", "where, as the gazetteer spells it", part("name")),
        Column("place_id", "text", "the place's id in the gazetteer", part("id")),
        Column("place_country", "text", "the place's country, ISO 3166-1 alpha-3", part("country")),
        Column("lat", "number", "degrees north, WGS 84", part("lat")),
        Column("lon", "number", "degrees east, WGS 84", part("lon")),
    ]


def _head_columns(take: Callable[[Record], Head]) -> list[Column[Record]]:
    """The article that tells it."""
    return [
        Column("page", "text", "file name or address it was read from", lambda record: take(record).page, REFERENCE),
        Column("article", "text", "id of the article", lambda record: take(record).id),
        Column("url", "text", "address, where known", lambda record: take(record).url),
        Column("outlet", "text", "who published it", lambda record: take(record).outlet),
        Column("credit", "text", "the agency it credits", lambda record: take(record).credit),
        Column("language", "text", "language of the article, ISO 639-1", lambda record: take(record).language),
        Column("headline", "text", "headline of the article", lambda record: take(record).headline),
        Column(
            "published", "text", "when the article was published: as short as its precision; ~ inferred", _published(take)
        ),
    ]


def _published(take: Callable[[Record], Head]) -> Callable[[Record], str | None]:
    return lambda record: days(take(record).published)


def _text(span: Span | None) -> str | None:
    return span.text if span else None


def _linked(kind: str) -> Callable[[ToldEvent], list[str]]:
    return lambda told: [link.event for link in told.event.links if link.kind == kind]


def _name(actor: Actor) -> str:
    return actor.name or actor.mention.text


REPORTS: tuple[Column[ToldReport], ...] = (
    Column("id", "text", "id of the report, made from content", lambda told: told.report.id, REFERENCE),
    Column("event", "text", "id of the event it tells of", lambda told: told.report.event),
    Column(
        "date", "text", "when: as short as its precision; ~ inferred; empty unknown", lambda told: days(told.report.date), 10
    ),
    Column("status", "text", "is it so: happened, ongoing, planned ...", lambda told: told.report.status, 10),
    Column("event_type", "text", "PLOVER type", lambda told: told.report.event_type, 10),
    Column("mode", "text", "PLOVER mode", lambda told: told.report.mode),
    Column("cameo", "text", "nearest CAMEO code, as text", lambda told: told.report.cameo),
    Column("contexts", "list", "PLOVER contexts", lambda told: told.report.contexts),
    *_actor_columns("source", "who does it", lambda told: told.report.sources, 16),
    *_actor_columns("target", "to whom, or with whom", lambda told: told.report.targets, 16),
    *_actor_columns("other", "third parties", lambda told: told.report.others),
    *_actor_columns(
        "attributed_to", "who says so; empty where the outlet speaks for itself", lambda told: told.report.attributed_to
    ),
    *_date_columns("date", "on which it happened or is to happen", lambda told: told.report.date),
    *_place_columns(lambda told: told.report.place),
    Column("evidence", "text", "the sentence or clause that says so", lambda told: told.report.evidence.text, WHOLE_LINE),
    Column("evidence_start", "integer", "where it starts in the article's text", lambda told: told.report.evidence.start),
    Column("evidence_end", "integer", "where it ends", lambda told: told.report.evidence.end),
    Column("trigger", "text", "the words that name the act", lambda told: told.report.trigger.text),
    Column("in_headline", "boolean", "whether the headline says it", lambda told: told.report.in_headline),
    Column("confidence", "number", "0 to 1", lambda told: told.report.confidence),
    Column("why", "list", "the rules or the model that made it", lambda told: told.report.why),
    *_head_columns(lambda told: told.article),
)

QUOTES: tuple[Column[ToldQuote], ...] = (
    Column("id", "text", "id of the quote, made from content", lambda told: told.quote.id, REFERENCE),
    Column("utterance", "text", "id that all quotes of one utterance share", lambda told: told.quote.utterance),
    Column("kind", "text", "direct, indirect or mixed", lambda told: told.quote.kind, 8),
    Column("act", "text", "what was done by saying it", lambda told: told.quote.act, 10),
    Column("status", "text", "whether it was said: happened, planned, negated ...", lambda told: told.quote.status, 10),
    *_actor_columns("speaker", "who speaks; empty where the page names nobody", lambda told: told.quote.speakers, 18),
    Column("source", "text", "the words that stand for the speaker", lambda told: _text(told.quote.source)),
    *_actor_columns("addressee", "to whom", lambda told: told.quote.addressees, 12),
    *_actor_columns("via", "who relays it", lambda told: (told.quote.via,) if told.quote.via else (), 12),
    Column("inferred_from", "list", "what the speaker was inferred from", lambda told: told.quote.inferred_from),
    Column("cue", "text", "the words of saying", lambda told: _text(told.quote.cue)),
    Column("content", "text", "what was said", lambda told: told.quote.content.text),
    Column("content_start", "integer", "where it starts in the article's text", lambda told: told.quote.content.start),
    Column("content_end", "integer", "where it ends", lambda told: told.quote.content.end),
    Column("verbatim", "list", "its parts in quotation marks", lambda told: [part.text for part in told.quote.verbatim]),
    Column("venue", "text", "where or at what it was said", lambda told: _text(told.quote.venue)),
    Column("medium", "text", "tweet, statement, briefing, phone call ...", lambda told: told.quote.medium),
    Column("topics", "list", "issues", lambda told: told.quote.topics),
    *_date_columns("date", "on which it was said", lambda told: told.quote.date),
    Column(
        "evidence", "text", "the words that quote, as the page has them", lambda told: told.quote.evidence.text, WHOLE_LINE
    ),
    Column("evidence_start", "integer", "where they start in the article's text", lambda told: told.quote.evidence.start),
    Column("evidence_end", "integer", "where they end", lambda told: told.quote.evidence.end),
    Column("within", "text", "id of the quote that it stands in", lambda told: told.quote.within),
    Column("in_headline", "boolean", "whether the headline quotes", lambda told: told.quote.in_headline),
    Column("why", "list", "the rules that made it", lambda told: told.quote.why),
    *_head_columns(lambda told: told.article),
)

EVENTS: tuple[Column[ToldEvent], ...] = (
    Column("id", "text", "id of the event, made from content", lambda told: told.event.id, REFERENCE),
    Column(
        "date", "text", "when: as short as its precision; ~ inferred; empty unknown", lambda told: days(told.event.date), 10
    ),
    Column("status", "text", "is it so: happened, ongoing, planned ...", lambda told: told.event.status, 10),
    Column("event_type", "text", "PLOVER type", lambda told: told.event.event_type, 10),
    Column("mode", "text", "PLOVER mode", lambda told: told.event.mode),
    *_actor_columns("source", "who does it", lambda told: told.event.sources, 16),
    *_actor_columns("target", "to whom, or with whom", lambda told: told.event.targets, 16),
    *_date_columns("date", "on which it happened or is to happen", lambda told: told.event.date),
    *_place_columns(lambda told: told.event.place),
    Column("n_reports", "integer", "statements of it", lambda told: told.event.n_reports),
    Column("n_articles", "integer", "articles that state it", lambda told: told.event.n_articles),
    Column(
        "n_independent_sources",
        "integer",
        "articles that state it, copies of one another counted once",
        lambda told: told.event.n_independent_sources,
    ),
    Column("first_reported", "day", "earliest known day of publication", lambda told: told.event.first_reported),
    Column("reports", "list", "ids of the reports of it", lambda told: told.event.reports),
    Column("differences", "list", "where the tellings disagree", lambda told: told.event.differences),
    Column("announces", "list", "ids of the events that it announces", _linked("announces")),
    Column("part_of", "list", "ids of the events that it is part of", _linked("part-of")),
    Column("follows", "list", "ids of the events that it follows", _linked("follows")),
    Column(
        "evidence",
        "text",
        "the sentence or clause of the first telling",
        lambda told: told.telling.report.evidence.text,
        WHOLE_LINE,
    ),
    *_head_columns(lambda told: told.telling.article),
)

STORIES: tuple[Column[ListedStory], ...] = (
    Column("id", "text", "id of the story, made from content", lambda one: one.id, REFERENCE),
    Column("first_published", "day", "earliest known day of publication", lambda one: one.first_published, 10),
    Column("last_published", "day", "latest known day of publication", lambda one: one.last_published, 10),
    Column("n_articles", "integer", "articles", lambda one: one.n_articles, 8),
    Column("n_events", "integer", "events that they tell of", lambda one: one.n_events, 8),
    Column("words", "list", "stems of the words that weigh most in it", lambda one: one.words, 40),
    Column("headline", "text", "headline of the article most like the others", lambda one: one.headline, WHOLE_LINE),
    Column("article", "text", "id of that article", lambda one: one.article),
    Column("articles", "list", "ids of its articles, by day of publication", lambda one: one.articles),
    Column("pages", "list", "file names or addresses they were read from", lambda one: one.pages),
)


def _dyad_columns(quads: Sequence[str], types: Sequence[str]) -> tuple[Column[DyadCount], ...]:
    """One row for each ordered pair of states and period; a column for each quad class and type."""
    return (
        Column("period", "text", "day or month in which the events lie whole", lambda one: one.period, 10),
        Column("source", "text", "state, ISO 3166-1 alpha-3: who does it", lambda one: one.source, 8),
        Column("target", "text", "state: to whom, or with whom", lambda one: one.target, 8),
        Column("n_events", "integer", "events", lambda one: one.n_events, 8),
        Column("n_reports", "integer", "statements of them", lambda one: one.n_reports, 8),
        *(Column(quad.replace("-", "_"), "integer", f"events of {quad}", _counted("by_quad", quad), 10) for quad in quads),
        *(Column(kind.lower(), "integer", f"events of type {kind}", _counted("by_type", kind)) for kind in types),
        Column("events", "list", "their ids", lambda one: one.events, REFERENCE),
    )


def _counted(counter: str, value: str) -> Callable[[DyadCount], int]:
    return lambda one: int(getattr(one, counter)[value])


POSITIONS: tuple[Column[ToldPosition], ...] = (
    Column("id", "text", "id of the position, made from content", lambda told: told.position.id, REFERENCE),
    *_actor_columns("holder", "who holds it", lambda told: told.position.holders, 18),
    Column("stance", "text", "supports, opposes, calls-for, recognises ...", lambda told: told.position.stance, 10),
    Column(
        "issue",
        "text",
        "id of the issue; else the page's words, or whom the stand is on",
        lambda told: told.position.issue,
        24,
    ),
    *_actor_columns(
        "object", "whom the stand is on", lambda told: (told.position.object,) if told.position.object else (), 12
    ),
    Column("basis", "text", "what it rests on: quote, act or outlet", lambda told: told.position.basis, 6),
    *_actor_columns(
        "attributed_to",
        "on whose word it stands; empty where the holder or the outlet says so",
        lambda told: told.position.attributed_to,
    ),
    Column("issue_words", "text", "the words of the issue", lambda told: _text(told.position.issue_words)),
    Column("cue", "text", "the words that show the stance", lambda told: told.position.cue.text),
    Column("quote", "text", "id of the quote that it stands in", lambda told: told.position.quote),
    Column("report", "text", "id of the report of the act that shows it", lambda told: told.position.report),
    *_date_columns("date", "of the act", lambda told: told.position.date),
    Column("evidence", "text", "the sentence that says so", lambda told: told.position.evidence.text, WHOLE_LINE),
    Column("evidence_start", "integer", "where it starts in the article's text", lambda told: told.position.evidence.start),
    Column("evidence_end", "integer", "where it ends", lambda told: told.position.evidence.end),
    Column("in_headline", "boolean", "whether the headline says it", lambda told: told.position.in_headline),
    Column("why", "list", "the rules that made it", lambda told: told.position.why),
    *_head_columns(lambda told: told.article),
)

CHANGES: tuple[Column[Change], ...] = (
    *_actor_columns("holder", "who holds it", lambda change: (change.holder,), 18),
    Column(
        "issue", "text", "id of the issue; else the page's words, or whom the stand is on", lambda change: change.issue, 24
    ),
    Column("before", "text", "the stance before", lambda change: change.before.position.stance, 10),
    Column("before_day", "day", "day of that act, else of publication", lambda change: day_of(change.before), 10),
    Column("after", "text", "the stance after", lambda change: change.after.position.stance, 10),
    Column("after_day", "day", "day of that act, else of publication", lambda change: day_of(change.after), 10),
    Column("evidence", "text", "both sentences, parted by ->", lambda change: _both(change), WHOLE_LINE),
    Column("before_evidence", "text", "the sentence before", lambda change: change.before.position.evidence.text),
    Column("after_evidence", "text", "the sentence after", lambda change: change.after.position.evidence.text),
    Column("before_id", "text", "id of the position before", lambda change: change.before.position.id),
    Column("after_id", "text", "id of the position after", lambda change: change.after.position.id, REFERENCE),
    Column("before_page", "text", "page of the position before", lambda change: change.before.article.page),
    Column("page", "text", "page of the position after", lambda change: change.after.article.page, REFERENCE),
)

ARTICLES: tuple[Column[ListedArticle], ...] = (
    Column("id", "text", "id of the article, made from content", lambda listed: listed.article.id, REFERENCE),
    Column("page", "text", "file name or address it was read from", lambda listed: listed.article.page, 30),
    Column(
        "published", "text", "when: as short as its precision; ~ inferred", lambda listed: days(listed.article.published), 10
    ),
    Column("outlet", "text", "who published it", lambda listed: listed.article.outlet, 20),
    Column("language", "text", "ISO 639-1", lambda listed: listed.article.language, 8),
    Column("n_reports", "integer", "reports coded from it", lambda listed: listed.n_reports, 8),
    Column("n_mentions", "integer", "mentions of actors in it", lambda listed: listed.n_mentions),
    Column("headline", "text", "the headline", lambda listed: listed.article.headline, WHOLE_LINE),
    Column("byline", "text", "who signed it", lambda listed: listed.article.byline),
    Column("credit", "text", "the agency it credits", lambda listed: listed.article.credit),
    Column("url", "text", "address, where known", lambda listed: listed.article.url),
    Column("captured", "text", "when the page was captured, where known", lambda listed: listed.article.captured),
    *_date_columns("published", "on which it may have been published", lambda listed: listed.article.published),
    Column("body", "text", "the article without menus, teasers and other boilerplate", lambda listed: _body(listed.article)),
)

ACTORS: tuple[Column[ActorCount], ...] = (
    Column(
        "id",
        "text",
        "id; empty where pages do not say who it is, counted by type and country",
        lambda one: one.id,
        REFERENCE,
    ),
    Column("name", "text", "canonical name", lambda one: one.name, 30),
    Column(
        "type",
        "text",
        "state, person, organisation, government, group, people, company, medium, unnamed ...",
        lambda one: one.type,
        10,
    ),
    Column("country", "text", "ISO 3166-1 alpha-3", lambda one: one.country, 8),
    Column("sector", "text", "sector code (GOV, MIL, REB ...)", lambda one: one.sector),
    Column("n_mentions", "integer", "mentions", lambda one: one.n_mentions, 8),
    Column("n_articles", "integer", "articles that mention it", lambda one: one.n_articles, 8),
    Column("n_as_source", "integer", "reports in which it acts", lambda one: one.n_as_source, 9),
    Column("n_as_target", "integer", "reports in which it is acted on or with", lambda one: one.n_as_target, 9),
    Column("n_as_other", "integer", "reports in which it is a third party", lambda one: one.n_as_other),
    Column("first_seen", "day", "first known day of publication of an article that mentions it", lambda one: one.first_seen),
    Column("last_seen", "day", "last such day", lambda one: one.last_seen),
    Column(
        "examples",
        "list",
        "the most usual words for it",
        lambda one: [seen.mention.text for seen in one.examples],
        WHOLE_LINE,
    ),
)


LINEAGES: tuple[Column[ToldLineage], ...] = (
    Column("id", "text", "id of the lineage, made from content", lambda told: told.lineage.id, REFERENCE),
    Column("relation", "text", "copy, excerpt, rewrite or digest", lambda told: told.lineage.relation, 8),
    Column(
        "direction",
        "text",
        "derived (the article was made from the other), common-source (both from a third), unknown",
        lambda told: told.lineage.direction,
        13,
    ),
    Column("confidence", "number", "of the direction, 0 to 1", lambda told: told.lineage.confidence, 10),
    Column(
        "score",
        "number",
        "share of the smaller article's words that the other has, as they stand or reworded",
        lambda told: told.lineage.score,
        5,
    ),
    Column("page", "text", "page of the article", lambda told: told.article.page, 30),
    Column("of_page", "text", "page of the other", lambda told: told.of.page, 30),
    Column("article", "text", "id of the article", lambda told: told.lineage.article),
    Column("of", "text", "id of the other", lambda told: told.lineage.of),
    Column("outlet", "text", "who published the article", lambda told: told.article.outlet),
    Column("of_outlet", "text", "who published the other", lambda told: told.of.outlet),
    Column("credit", "text", "the agency that the article credits", lambda told: told.article.credit),
    Column("of_credit", "text", "the agency that the other credits", lambda told: told.of.credit),
    Column("published", "text", "when the article was published", _published(lambda told: told.article)),
    Column("of_published", "text", "when the other was published", _published(lambda told: told.of)),
    Column("headline", "text", "headline of the article", lambda told: told.article.headline),
    Column("of_headline", "text", "headline of the other", lambda told: told.of.headline),
    Column("n_passages", "integer", "passages that they share", lambda told: len(told.lineage.shared)),
    Column("why", "list", "what the direction was told by", lambda told: told.lineage.why, WHOLE_LINE),
)


DIFFERENCES: tuple[Column[ToldDifference], ...] = (
    Column("change", "text", "kept, dropped, added or altered", lambda told: told.difference.change, 7),
    Column("aspect", "text", "passage, number, date, name, place ...", lambda told: told.difference.aspect, 10),
    Column("contradiction", "boolean", "whether not both can be so", lambda told: told.difference.contradiction, 5),
    Column("note", "text", "what is different", lambda told: told.difference.note, 30),
    Column("here", "text", "words of the first", lambda told: _words(told.difference.here), 20),
    Column("there", "text", "words of the second", lambda told: _words(told.difference.there), 20),
    Column("here_start", "integer", "where they start", lambda told: _start(told.difference.here)),
    Column("there_start", "integer", "where they start", lambda told: _start(told.difference.there)),
    Column("here_passage", "text", "sentence of the first", lambda told: _words(told.difference.here_passage)),
    Column("there_passage", "text", "sentence of the second", lambda told: _words(told.difference.there_passage)),
    Column("page", "text", "page of the first", lambda told: told.article.page),
    Column("other_page", "text", "page of the second", lambda told: told.other.page),
    Column("article", "text", "id of the first", lambda told: told.article.id),
    Column("other_article", "text", "id of the second", lambda told: told.other.id),
)


def _words(span: Span | None) -> str | None:
    return span.text if span else None


def _start(span: Span | None) -> int | None:
    return span.start if span else None


def _body(article: Article) -> str:
    return "\n".join(span.text for span in article.body)


@dataclass(frozen=True, slots=True)
class Listing(Generic[Record]):
    """One kind of list: its columns, and the whole record as JSON holds it."""

    name: str
    meaning: str
    columns: tuple[Column[Record], ...]
    as_json: Callable[[Record], dict[str, Any]]


def _report_json(told: ToldReport) -> dict[str, Any]:
    return as_dict(told.report) | _head_json(told.article)


def _both(change: Change) -> str:
    return f"{change.before.position.evidence.text} -> {change.after.position.evidence.text}"


def _position_json(told: ToldPosition) -> dict[str, Any]:
    return as_dict(told.position) | _head_json(told.article)


def _change_json(change: Change) -> dict[str, Any]:
    sides = {"before": _position_json(change.before), "after": _position_json(change.after)}
    return {"holder": as_dict(change.holder), "issue": change.issue} | sides


def _quote_json(told: ToldQuote) -> dict[str, Any]:
    return as_dict(told.quote) | _head_json(told.article)


def _head_json(head: Head) -> dict[str, Any]:
    return {"outlet": head.outlet, "url": head.url, "published": as_dict(head.published) if head.published else None}


def _event_json(told: ToldEvent) -> dict[str, Any]:
    report, head = told.telling.report, told.telling.article
    telling = {"report": report.id, "article": head.id, "page": head.page, "outlet": head.outlet, "url": head.url}
    return as_dict(told.event) | {"telling": telling | {"evidence": as_dict(report.evidence)}}


EVENT_LIST = Listing("events", "what is reported, resolved over all reports of it", EVENTS, _event_json)
REPORT_LIST = Listing("reports", "statements that something happened, is planned, is denied ...", REPORTS, _report_json)
QUOTE_LIST = Listing("quotes", "who said what", QUOTES, _quote_json)
POSITION_LIST = Listing("positions", "who stands where on which issue", POSITIONS, _position_json)
CHANGE_LIST = Listing(
    "changes", "where a holder's stand on an issue changed sides (`dragoman positions --changes`)", CHANGES, _change_json
)
ARTICLE_LIST: Listing[ListedArticle] = Listing(
    "articles", "the news texts found on pages", ARTICLES, lambda listed: as_dict(listed.article)
)
ACTOR_LIST: Listing[ActorCount] = Listing("actors", "who is mentioned, and how often", ACTORS, as_dict)
LINEAGE_LIST: Listing[ToldLineage] = Listing(
    "lineage", "which article was made from which", LINEAGES, lambda told: as_dict(told.lineage)
)
COMPARISON: Listing[ToldDifference] = Listing(
    "compare",
    "what one article made of what another tells",
    DIFFERENCES,
    lambda told: as_dict(told.difference) | {"article": told.article.id, "other_article": told.other.id},
)
STORY_LIST: Listing[ListedStory] = Listing("stories", "articles on one occasion", STORIES, as_dict)


def dyad_list() -> Listing[DyadCount]:
    """Counts by pair of states and period; its columns follow the event types."""
    # Imported only when asked for: the schemas take longer to build than most queries to answer.
    from dragoman.ontology.frames import load_event_types

    types = load_event_types()
    quads = tuple(dict.fromkeys(kind.quad for kind in types.values()))
    columns = _dyad_columns(quads, tuple(types))
    meaning = "events of an ordered pair of states by day or month (`--unit dyad-day`, `dyad-month`)"
    return Listing("dyads", meaning, columns, lambda one: {column.name: column.take(one) for column in columns})


LISTINGS: tuple[Listing[Any], ...] = (
    EVENT_LIST,
    REPORT_LIST,
    QUOTE_LIST,
    POSITION_LIST,
    ARTICLE_LIST,
    ACTOR_LIST,
    STORY_LIST,
    LINEAGE_LIST,
)
