"""What a coding must hold to before it is stored: its values point at words that are there, its days are days.

The archive refuses what does not, with a reason; `doctor` holds a stored archive to the same rules.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TypeVar

from dragoman.records import Actor, Article, Coding, Date, Drop, Place, Position, Quote, Report, Span

STAGE = "store"
Value = TypeVar("Value", Actor, Date, Place, Report, Quote, Position)
Told = TypeVar("Told", Report, Quote, Position)


def sound(coding: Coding) -> Coding:
    """The coding without the values that break a rule; each of these is in `left_out` with the reason."""
    refused: list[Drop] = []
    article = coding.article

    def kept(values: Iterable[Value]) -> tuple[Value, ...]:
        return tuple(value for value in values if not _refuse(value, article, refused))

    checked = replace(
        coding,
        mentions=kept(coding.mentions),
        dates=kept(coding.dates),
        places=kept(coding.places),
        reports=kept(_each_once(coding.reports, article, refused)),
        quotes=kept(_each_once(coding.quotes, article, refused)),
        positions=kept(_each_once(coding.positions, article, refused)),
    )
    return replace(checked, left_out=coding.left_out + tuple(refused)) if refused else coding


def _refuse(value: Actor | Date | Place | Report | Quote | Position, article: Article, refused: list[Drop]) -> bool:
    fault = next(faults(value, article.text), None)
    if fault is None:
        return False
    detail = f"{type(value).__name__.lower()}: {fault}"
    refused.append(Drop(STAGE, "unsound", article.page, article.page_id, detail))
    return True


def _each_once(told: Iterable[Told], article: Article, refused: list[Drop]) -> Iterator[Told]:
    seen: set[str] = set()
    for one in told:
        if one.id in seen:
            detail = f"{type(one).__name__.lower()} {one.id} stands twice"
            refused.append(Drop(STAGE, "same-id", article.page, article.page_id, detail))
        else:
            seen.add(one.id)
            yield one


def faults(value: Actor | Date | Place | Report | Quote | Position, text: str) -> Iterator[str]:
    """What is wrong with a value of an article with this text."""
    match value:
        case Actor() | Place():
            yield from span_faults(value.mention, text)
        case Date():
            yield from day_faults(value)
            if value.span:
                yield from span_faults(value.span, text)
        case Report():
            parties = (*value.sources, *value.targets, *value.others, *value.attributed_to)
            yield from _faults_within(text, (value.evidence, value.trigger), (*parties, value.date, value.place))
        case Quote():
            words = (value.evidence, value.content, value.cue, value.source, value.venue, *value.verbatim)
            yield from _faults_within(text, words, (*value.speakers, *value.addressees, value.via, value.date))
        case Position():
            words = (value.evidence, value.cue, value.issue_words)
            yield from _faults_within(text, words, (*value.holders, value.object, *value.attributed_to, value.date))


def _faults_within(text: str, spans: Iterable[Span | None], parts: Iterable[Actor | Date | Place | None]) -> Iterator[str]:
    for span in spans:
        if span is not None:
            yield from span_faults(span, text)
    for part in parts:
        if part is not None:
            yield from faults(part, text)


def span_faults(span: Span, text: str) -> Iterator[str]:
    """Whether the words of a span are not those that stand there."""
    if not 0 <= span.start < span.end <= len(text):
        yield f"no words at {span.start}-{span.end}"
    elif text[span.start : span.end] != span.text:
        there = text[span.start : span.end]
        yield f"{span.text[:60]!r} is not what stands at {span.start}-{span.end}: {there[:60]!r}"


def day_faults(date: Date) -> Iterator[str]:
    """Whether a date's days are no days, or stand in the wrong order."""
    days = [day for day in (date.start, date.end) if day is not None]
    wrong = [day for day in days if not is_day(day)]
    if wrong:
        yield f"{wrong[0]!r} is no day"
    elif days != sorted(days):
        yield f"ends before it starts: {date.start} to {date.end}"


def is_day(text: str) -> bool:
    """Whether the text is a day as `YYYY-MM-DD`."""
    try:
        return datetime.date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False
