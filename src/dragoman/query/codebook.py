"""Writes the codebook: every column, field, table and value, from the definitions that the program itself uses."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import fields
from typing import Any, get_args

from dragoman.ontology.frames import load_event_types
from dragoman.query.columns import LISTINGS
from dragoman.query.views import ActorCount
from dragoman.records import (
    Actor,
    Annotation,
    Article,
    Block,
    BlockKind,
    Date,
    Drop,
    Event,
    EventLink,
    Lineage,
    Place,
    Position,
    Precision,
    Quote,
    Report,
    SharedPassage,
    Span,
    Via,
)
from dragoman.store.connect import migrations

STATUSES = {
    "happened": "told as a thing done",
    "ongoing": "told as going on while the page was written",
    "planned": "those who are to do it, or who speak for them, say that they will",
    "expected": "others say that it will be, may be or could be",
    "called-for": "somebody asks, urges or demands that it be done",
    "negated": "denied, refused, ruled out, cancelled, or said not to be so",
    "background": "told as past, to explain the news of the page",
}
BASES = {
    "explicit": "the words give the day, month or year",
    "relative": "the words give it in relation to the page's date",
    "inferred": "it follows from clues, which are listed",
}
KINDS = {
    "text": "text",
    "integer": "whole number",
    "number": "number",
    "boolean": "true or false",
    "day": "day, `YYYY-MM-DD`",
    "list": "list of text",
}

JSON_FIELDS: dict[type[Any], dict[str, str]] = {
    Span: {"start": "code point at which it starts", "end": "code point before which it ends", "text": "what stands there"},
    Actor: {
        "id": "id in the knowledge files, or made from the page's words; null where the page does not say who it is",
        "name": "canonical name",
        "type": "state, person, organisation, government, group, people, company, medium, unnamed ...",
        "country": "ISO 3166-1 alpha-3",
        "sector": "sector code (GOV, MIL, REB ...)",
        "role": "office held on the date of the article",
        "mention": "span: the words",
        "via": "how the words name it",
        "why": "the rule that decided",
        "members": "ids of the members of a collective",
        "candidates": "ids between which an ambiguous name was left open",
    },
    Date: {
        "start": "first day; null where the words cannot be placed because the page has no date",
        "end": "last day",
        "precision": "how exact it is",
        "basis": "how it is known",
        "text": "the words it was read from",
        "span": "span: where they stand; null where they stand in the page's metadata only",
        "inferred_from": "the clues of an inferred date",
    },
    Place: {
        "id": "id in the gazetteer",
        "name": "name in the gazetteer",
        "country": "ISO 3166-1 alpha-3",
        "lat": "degrees north, WGS 84",
        "lon": "degrees east, WGS 84",
        "mention": "span: the words",
        "why": "the rule that decided",
    },
    Block: {"start": "where it starts", "end": "where it ends", "kind": "what it is", "why": "the cue that decided"},
    Article: {
        "id": "made from content",
        "page": "file name or address it was read from",
        "page_id": "id of the page",
        "url": "address, where known",
        "outlet": "who published it",
        "headline": "the headline",
        "byline": "who signed it",
        "published": "date of publication",
        "captured": "when the page was captured",
        "language": "ISO 639-1",
        "credit": "the agency it credits",
        "text": "everything that could be read on the page",
        "blocks": "blocks: which part is what",
    },
    Annotation: {
        "page": "file name or address it was read from",
        "article": "the article",
        "body": "spans: the article itself, without headline and boilerplate",
        "mentions": "actors",
        "dates": "dates",
        "places": "places",
    },
    Report: {
        "id": "made from content",
        "page": "file name or address it was read from",
        "article": "id of the article",
        "evidence": "span: the sentence or clause",
        "trigger": "span: the words that name the act",
        "event_type": "PLOVER type",
        "mode": "PLOVER mode",
        "cameo": "nearest CAMEO code, as text",
        "contexts": "PLOVER contexts",
        "status": "is it so",
        "sources": "actors: who does it",
        "targets": "actors: to whom, or with whom",
        "others": "actors: third parties",
        "date": "date: when it happened or is to happen; null where unknown",
        "place": "place: where; null where unknown",
        "attributed_to": "actors: who says so; empty where the outlet speaks for itself",
        "confidence": "0 to 1",
        "why": "the rules or the model that made it",
        "event": "id of the event it tells of",
        "in_headline": "whether the headline says it",
    },
    Event: {
        "id": "made from content",
        "event_type": "PLOVER type",
        "mode": "PLOVER mode",
        "status": "is it so",
        "sources": "actors: who does it",
        "targets": "actors: to whom, or with whom",
        "date": "date: when it happened or is to happen; null where unknown",
        "place": "place: where; null where unknown",
        "n_reports": "statements of it",
        "n_articles": "articles that state it",
        "n_independent_sources": "articles that state it, copies of one another counted once",
        "first_reported": "earliest known day of publication",
        "reports": "ids of its reports",
        "differences": "where the tellings disagree",
        "date_from": "id of the report whose words give the date",
        "place_from": "id of the report whose words give the place",
        "parties_from": "id of the report whose words give sources and targets",
        "links": "how it hangs together with other events",
    },
    EventLink: {
        "kind": "announces, part-of or follows; announces-by, part-of-by or follows-by where the other is that to this",
        "event": "id of the other event",
        "weight": "sum of the evidence of the strongest pair of reports",
        "n_pairs": "pairs of reports that say so",
        "why": "what decided",
    },
    Quote: {
        "id": "made from content",
        "page": "file name or address it was read from",
        "article": "id of the article",
        "evidence": "span: speaker, cue and content, as the page has them",
        "kind": "direct, indirect or mixed",
        "speaker": "actor: who speaks, the first of several; null where the page names nobody",
        "cue": "span: the words of saying; null where there are none",
        "content": "span: what was said",
        "verbatim": "spans: its parts in quotation marks, without the marks",
        "addressee": "actor: to whom, the first of several",
        "venue": "span: the words that say where or at what it was said",
        "via": "actor: who relays it, as a ministry what the president said",
        "topics": "issues",
        "speakers": "actors: all who speak",
        "addressees": "actors: all to whom",
        "source": "span: the words that stand for the speaker, named or not",
        "act": "what was done by saying it: say, accuse, call-for, deny ...",
        "status": "whether it was said",
        "medium": "tweet, statement, briefing, phone call ...",
        "date": "date: when it was said; null where unknown",
        "inferred_from": "what speaker or addressee were inferred from; empty where the words beside the quote name them",
        "within": "id of the quote that it stands in",
        "utterance": "id that all quotes of one utterance share, on whatever page",
        "in_headline": "whether the headline quotes",
        "why": "the rules that made it",
    },
    Position: {
        "id": "made from content",
        "page": "file name or address it was read from",
        "article": "id of the article",
        "evidence": "span: the sentence that says so",
        "holders": "actors: who holds it; joint positions have all",
        "issue": "id of the issue (`ontology/data/issues.yaml`); else the page's words, or whom the stand is on",
        "stance": "supports, opposes, calls-for, recognises ... (`ontology/data/stances.yaml`)",
        "object": "actor: whom the stand is for or against, or to whom a call is made; null where it is on a matter alone",
        "basis": "quote (the holder says so), act (the holder did it), outlet (the article describes it)",
        "cue": "span: the words that show the stance",
        "issue_words": "span: the words of the issue; null where the stand is on an actor alone",
        "attributed_to": "actors: on whose word it stands, where that is neither the holder's nor the outlet's",
        "quote": "id of the quote that it stands in",
        "report": "id of the report of the act that shows it",
        "date": "date: of the act; null where unknown",
        "why": "the rules that made it",
        "in_headline": "whether the headline says it",
    },
    ActorCount: {
        "id": "id; null where pages do not say who it is, counted by type and country",
        "name": "canonical name",
        "type": "as in `actor`",
        "country": "ISO 3166-1 alpha-3",
        "sector": "sector code",
        "n_mentions": "mentions",
        "n_articles": "articles that mention it",
        "n_as_source": "reports in which it acts",
        "n_as_target": "reports in which it is acted on or with",
        "n_as_other": "reports in which it is a third party",
        "first_seen": "first known day of publication of an article that mentions it",
        "last_seen": "last such day",
        "examples": "the most usual words for it: article, page and span of one mention each",
    },
    Lineage: {
        "id": "made from content",
        "article": "id of the article that was made from the other; of the first by id where that is not known",
        "page": "its page",
        "of": "id of the other article",
        "of_page": "its page",
        "relation": "copy (nearly all words of both), excerpt (the words of a part), rewrite (in other words), "
        "digest (in other words, less than half as long)",
        "score": "share of the smaller article's words that the other has, as they stand or reworded, 0 to 1",
        "direction": "derived (`article` was made from `of`), common-source (both from a third text) or unknown",
        "confidence": "of the direction, 0 to 1; 0 where unknown",
        "why": "what the direction was told by, what speaks against it included",
        "shared": "passages that the two share, in the order of the first",
    },
    SharedPassage: {
        "kind": "verbatim (the same words) or reworded (a sentence that says the same)",
        "here": "span in `article`",
        "there": "span in `of`",
        "score": "how much alike, 0 to 1",
    },
    Drop: {
        "stage": "stage that left it out",
        "reason": "why",
        "page": "file name or address",
        "page_id": "id of the page; null where none could be read",
        "detail": "more about why",
        "where": "span: where it stands; null where it is the whole page",
    },
}
"""What each field of a record means, in the order in which it is printed."""

_CONVENTIONS = (
    "Missing is null in JSON, NULL in the archive and Parquet, and an empty cell in CSV and TSV. Codes are text. Dates are",
    "ISO 8601 days, both ends included. Offsets count code points of the article's text, half-open. CSV and TSV are UTF-8",
    'with line feeds and a header; cells hold no tab or line break; entries of a list are joined by "; ".',
)
_ADDED = (
    "`dragoman reports`, `quotes` and `positions` add `outlet`, `url` and `published` of the article; `dragoman events` "
    "adds `telling`: the report, article, page, outlet, url and evidence that the event is shown with."
)


def codebook() -> str:
    """The codebook as Markdown."""
    return "\n".join(_lines())


def _lines() -> Iterator[str]:
    yield "# Codebook"
    yield ""
    yield "Written by `scripts/codebook` from the definitions that the program uses; do not edit."
    yield ""
    yield from _CONVENTIONS
    yield from _values()
    yield from _listings()
    yield from _records()
    yield from _tables()


def _values() -> Iterator[str]:
    yield from ("", "## Values")
    yield from _table("Event types (PLOVER)", ("type", "quad", "symmetric", "modes", "meaning"), _types())
    yield from _table("Status: is it so", ("status", "meaning"), STATUSES.items())
    yield from _table("Basis of a date", ("basis", "meaning"), BASES.items())
    for title, values in (
        ("Precision of a date", Precision),
        ("How words name an actor", Via),
        ("Kinds of block", BlockKind),
    ):
        yield from ("", f"### {title}", "", ", ".join(f"`{value}`" for value in get_args(values)))


def _types() -> Iterator[tuple[str, ...]]:
    for kind in load_event_types().values():
        yield f"`{kind.id}`", kind.quad, "yes" if kind.symmetric else "", ", ".join(kind.modes), kind.gloss


def _listings() -> Iterator[str]:
    yield from ("", "## Columns of `--format csv|tsv|parquet`")
    for listing in LISTINGS:
        rows = ((f"`{column.name}`", KINDS[column.kind], column.meaning) for column in listing.columns)
        yield from _table(f"`dragoman {listing.name}`: {listing.meaning}", ("column", "holds", "meaning"), rows)


def _records() -> Iterator[str]:
    yield from ("", "## Fields of `--format json|jsonl`", "", _ADDED)
    for record, meanings in JSON_FIELDS.items():
        rows = ((f"`{field.name}`", meanings[field.name]) for field in fields(record))
        yield from _table(f"`{record.__name__.lower()}`", ("field", "meaning"), rows)


def _tables() -> Iterator[str]:
    yield from ("", "## Tables of the archive", "", "Any SQLite program can read them, also while Dragoman writes.")
    for name, meaning, columns in schema_comments():
        rows = ((f"`{column}`", means) for column, means in columns)
        yield from _table(f"`{name}`: {meaning}", ("column", "meaning"), rows)


def schema_comments() -> Iterator[tuple[str, str, list[tuple[str, str]]]]:
    """Tables and views of the schema with their comments, and each column with its own."""
    for step in migrations():
        for name, meaning, lines in re.findall(
            r"^CREATE (?:TABLE|VIEW) (\w+) .*-- (.+)\.\n((?:SELECT\n| .*\n)+)", step.sql, re.M
        ):
            yield name, meaning, re.findall(r"^    (?:\) AS )?(\w+)\b.* -- (.+)$", lines, re.M)


def _table(title: str, heads: tuple[str, ...], rows: Any) -> Iterator[str]:  # noqa: ANN401 - any rows of text
    yield from ("", f"### {title}", "")
    yield f"| {' | '.join(heads)} |"
    yield f"| {' | '.join('---' for _ in heads)} |"
    for row in rows:
        yield f"| {' | '.join(value.replace('|', '/') for value in row)} |"
