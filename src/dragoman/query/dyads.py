"""Counts of events by ordered pair of states and day or month, as analyses of the field use them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from dragoman.records import Actor, Event

Period = Literal["day", "month"]
SO = ("happened", "ongoing", "background")
"""What counts unless a status is asked for: a plan, a call or a denial is no event of its day."""
_DIGITS: dict[Period, int] = {"day": 10, "month": 7}


@dataclass(frozen=True, slots=True)
class DyadCount:
    """Events of one ordered pair of states in one day or month. In symmetric acts each pair counts both ways."""

    period: str
    source: str
    target: str
    n_events: int
    n_reports: int
    by_type: Counter[str]
    by_quad: Counter[str]
    events: tuple[str, ...]


@dataclass(slots=True)
class _Cell:
    reports: int = 0
    types: Counter[str] = field(default_factory=Counter)
    events: list[str] = field(default_factory=list)


def dyad_counts(
    events: Iterable[Event], period: Period, quads: Mapping[str, str], symmetric: frozenset[str], left_out: Counter[str]
) -> Iterator[DyadCount]:
    """Counts in the order of periods and pairs; what cannot be counted is noted in `left_out` with the reason."""
    cells: defaultdict[tuple[str, str, str], _Cell] = defaultdict(_Cell)
    for event in events:
        when = period_of(event, period)
        pairs = sorted(state_pairs(event, symmetric))
        if when is None or not pairs:
            left_out[f"no {period}" if when is None else "no pair of states"] += 1
            continue
        for source, target in pairs:
            cell = cells[when, source, target]
            cell.reports += event.n_reports
            cell.types[event.event_type] += 1
            cell.events.append(event.id)
    for (when, source, target), cell in sorted(cells.items()):
        by_quad: Counter[str] = Counter()
        for kind, count in cell.types.items():
            by_quad[quads[kind]] += count
        yield DyadCount(
            when, source, target, len(cell.events), cell.reports, cell.types, by_quad, tuple(sorted(cell.events))
        )


def period_of(event: Event, period: Period) -> str | None:
    """The day or month in which it lies whole; `None` where nobody knows, or where it may lie in several."""
    date = event.date
    if date is None or date.start is None:
        return None
    digits = _DIGITS[period]
    return date.start[:digits] if date.start[:digits] == (date.end or date.start)[:digits] else None


def state_pairs(event: Event, symmetric: frozenset[str]) -> set[tuple[str, str]]:
    """The ordered pairs of states between which an act took place."""
    if event.event_type in symmetric:
        states = _states((*event.sources, *event.targets))
        return {(one, other) for one in states for other in states if one != other}
    return {(one, other) for one in _states(event.sources) for other in _states(event.targets) if one != other}


def _states(actors: Sequence[Actor]) -> set[str]:
    """The states that actors belong to; of a collective, those of its members that are states."""
    members = {member for actor in actors for member in actor.members if len(member) == STATE and member.isupper()}
    return members | {actor.country for actor in actors if actor.country}


STATE = 3
"""Letters of a state's code."""
