"""How one telling of a sentence differs from another: each function compares one kind of detail."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import TypeVar

from dragoman.records import Aspect, Difference, Report, Span
from dragoman.stories.differences.details import Cue, Day, Details, Name, Number, Quoted, Told

CLOSE = 0.4
"""Likeness of two sentences from which on a "not" in one of them is a contradiction and no other sentence."""
SAME_QUOTE = 0.35
"""Share of the stems of two quotes that are the same, from which on one is the other in other words."""
FEW_WORDS = 4
"""Words of a quote so short that other words in its place are known by the sentence around them."""
SAME_ACT = 4
"""Letters that the words for an act begin with on both sides, if it is one act."""
Item = TypeVar("Item")


@dataclass(frozen=True)
class Match:
    """A sentence of the one article and what tells it in the other. `here` and `there` are the sentences shown, `around` all
    that tell the same on either side; `alike` is their likeness."""

    one: Told
    other: Told
    here: Details
    there: Details
    around_here: Details
    around_there: Details
    alike: float

    def difference(
        self, change: str, aspect: Aspect, here: Span | None, there: Span | None, note: str, *, contradiction: bool = False
    ) -> Difference:
        """A difference within these sentences."""
        return Difference(change, aspect, here, there, self.here.span, self.there.span, contradiction, note)  # type: ignore[arg-type]


def all_changes(match: Match) -> Iterator[Difference]:
    """Everything that differs between two tellings of a sentence."""
    compared = (numbers, days, names, quotes, negation, doubt, attribution, statuses)
    return chain.from_iterable(compare(match) for compare in compared)


def numbers(match: Match) -> Iterator[Difference]:
    """Numbers of the same thing that differ; numbers that are left out or put in."""
    lost = _without(match.here.numbers, match.around_there.numbers, lambda one: one.digits)
    gained = _without(match.there.numbers, match.around_here.numbers, lambda one: one.digits)
    for one in list(lost):
        other = next((other for other in gained if one.unit and other.unit == one.unit), None)
        if other is not None:
            lost.remove(one)
            gained.remove(other)
            note = f"{one.digits} became {other.digits}"
            yield match.difference("altered", "number", one.span, other.span, note, contradiction=True)
    yield from _gone_or_new(match, "number", _spans(lost), _spans(gained))


def days(match: Match) -> Iterator[Difference]:
    """Days that differ; days that are left out or put in."""
    lost = [day for day in match.here.days if not any(_same_day(day, other) for other in match.around_there.days)]
    gained = [day for day in match.there.days if not any(_same_day(day, other) for other in match.around_here.days)]
    if len(lost) == len(gained) == 1 and match.alike >= CLOSE:
        one, other = lost[0], gained[0]
        apart = bool(
            one.start and one.end and other.start and other.end and (one.end < other.start or other.end < one.start)
        )
        note = f"{one.span.text} became {other.span.text}"
        yield match.difference("altered", "date", one.span, other.span, note, contradiction=apart)
    else:
        yield from _gone_or_new(match, "date", _spans(lost), _spans(gained))


def _same_day(one: Day, other: Day) -> bool:
    if one.start and other.start:
        return (one.start, one.end) == (other.start, other.end)
    return one.words == other.words or one.words in other.words or other.words in one.words


def names(match: Match) -> Iterator[Difference]:
    """Names that are spelled otherwise; names that are left out of the article, or new in it."""
    for one in match.here.names:
        other = next((other for other in match.around_there.names if _is_same(one, other)), None)
        if other and other.spelling != one.spelling and other.sound == one.sound:
            note = f"{one.span.text} is spelled {other.span.text}"
            yield match.difference("altered", "name", one.span, other.span, note)
        elif other is None and not any(_is_same(one, name) for name in match.other.names):
            yield match.difference("dropped", "name", one.span, None, f"{one.span.text} is named no more")
    for other in match.there.names:
        if not any(_is_same(other, name) for name in match.one.names):
            yield match.difference("added", "name", None, other.span, f"{other.span.text} is named")


def _is_same(one: Name, other: Name) -> bool:
    return (one.id is not None and one.id == other.id) or one.spelling == other.spelling or one.sound == other.sound


def quotes(match: Match) -> Iterator[Difference]:
    """Quotes in other words, without their marks, or gone."""
    for quote in match.here.quotes:
        if any(_holds(other.plain, quote.plain) or _holds(quote.plain, other.plain) for other in match.other.quotes):
            continue
        near = _nearest(quote, match)
        if near is not None:
            yield match.difference("altered", "quote", quote.span, near.span, "the quote has other words")
        elif _holds(tuple(key.plain for key in match.other.text.keys), quote.plain):
            yield match.difference("altered", "quote", quote.span, match.there.span, "quoted words without quotation marks")
        else:
            yield match.difference("dropped", "quote", quote.span, None, "quoted no more")
    for other in match.there.quotes:
        reworded = [_nearest(quote, match) for quote in match.around_here.quotes]
        known = any(_holds(quote.plain, other.plain) or _holds(other.plain, quote.plain) for quote in match.one.quotes)
        if not known and other not in reworded:
            unmarked = _holds(tuple(key.plain for key in match.one.text.keys), other.plain)
            note = "words that were not quoted stand in quotation marks" if unmarked else "quoted"
            yield match.difference("altered" if unmarked else "added", "quote", None, other.span, note)


def _nearest(quote: Quoted, match: Match) -> Quoted | None:
    """The quote of the other side that is this one in other words; where either side has but one, a short one will do."""
    others = match.around_there.quotes
    near = max(others, key=lambda other: _alike(quote, other), default=None)
    if near is None or _alike(quote, near) >= SAME_QUOTE:
        return near
    alone = len(others) == len(match.around_here.quotes) == 1
    return near if alone and max(len(near.plain), len(quote.plain)) <= FEW_WORDS else None


def _holds(words: Sequence[str], part: Sequence[str]) -> bool:
    """Whether the words hold the part, one after the other."""
    return f" {' '.join(part)} " in f" {' '.join(words)} "


def _alike(one: Quoted, other: Quoted) -> float:
    shared = len(one.stems & other.stems)
    return shared / max(1, min(len(one.stems), len(other.stems))) if shared > 1 else 0.0


def negation(match: Match) -> Iterator[Difference]:
    """A denial on one side alone."""
    if match.alike >= CLOSE:
        yield from _one_sided(match, "polarity", lambda told: told.negation, "denied", contradiction=True)


def doubt(match: Match) -> Iterator[Difference]:
    """Doubt on one side alone."""
    yield from _one_sided(match, "certainty", lambda told: told.doubt, "left in doubt")


def attribution(match: Match) -> Iterator[Difference]:
    """Somebody's word on one side, the outlet's own on the other."""
    yield from _one_sided(match, "attribution", lambda told: told.attribution, "somebody's word")


def _one_sided(
    match: Match, aspect: Aspect, cues: Callable[[Details], Sequence[Cue]], what: str, *, contradiction: bool = False
) -> Iterator[Difference]:
    ours, others = cues(match.here), cues(match.there)
    if ours and not cues(match.around_there):
        note = f"{what} ({ours[0].word}) in the first alone"
        yield match.difference("altered", aspect, ours[0].span, match.there.span, note, contradiction=contradiction)
    elif others and not cues(match.around_here):
        note = f"{what} ({others[0].word}) in the second alone"
        yield match.difference("altered", aspect, match.here.span, others[0].span, note, contradiction=contradiction)


def statuses(match: Match) -> Iterator[Difference]:
    """Acts that were coded as done on one side, and as planned, expected or denied on the other."""
    others = list(_reports(match.other, match.there.span))
    for one in _reports(match.one, match.here.span):
        told = [other for other in others if other.event_type == one.event_type and _act(other) == _act(one)]
        if told and all(_phase(other) != _phase(one) for other in told):
            other = told[0]
            denied = "negated" in (one.status, other.status)
            aspect: Aspect = "polarity" if denied else "certainty"
            note = f"{one.event_type} is {one.status} in the first, {other.status} in the second"
            yield match.difference("altered", aspect, one.trigger, other.trigger, note, contradiction=denied)


def _reports(told: Told, span: Span) -> Iterator[Report]:
    return (
        report for report in told.coding.reports if span.start <= report.trigger.start and report.trigger.end <= span.end
    )


def _act(report: Report) -> str:
    return report.trigger.text.casefold()[:SAME_ACT]


def _phase(report: Report) -> str:
    return {"ongoing": "happened", "background": "happened", "expected": "planned"}.get(report.status, report.status)


def _without(items: Sequence[Item], others: Sequence[Item], value: Callable[[Item], str]) -> list[Item]:
    """The items whose value none of the others has."""
    known = {value(other) for other in others}
    return [item for item in items if value(item) not in known]


def _spans(items: Sequence[Number] | Sequence[Day]) -> list[Span]:
    return [item.span for item in items]


def _gone_or_new(match: Match, aspect: Aspect, lost: Sequence[Span], gained: Sequence[Span]) -> Iterator[Difference]:
    for span in lost:
        yield match.difference("dropped", aspect, span, None, f"{span.text} is left out")
    for span in gained:
        yield match.difference("added", aspect, None, span, f"{span.text} is new")
