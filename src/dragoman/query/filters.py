"""The one filter that every front door uses: what to list, in the words of the commands' options."""

from __future__ import annotations

import calendar
import datetime
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import get_args

from dragoman.errors import QueryError
from dragoman.records import Status

STATUSES: tuple[str, ...] = get_args(Status)


@dataclass(frozen=True, slots=True)
class Filter:
    """What to list. Values of one field are alternatives; fields must hold together. An empty filter lists everything.

    `actor`, `source`, `target`: an id, a name or a country code, in any case; a country finds its people and bodies too,
    a member finds the collectives that it belongs to. In a symmetric act either party is source and target.
    `type`: PLOVER types. `status`: is it so. `since`, `until`: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`, both included; what
    has no known date is left out. `outlet`: name of the outlet. `text`: words that must all be there, "a phrase" in
    quotation marks, `begin*`.
    Of positions: `holder` and `object`, as `actor`; `issue`, an id of the ontology, which finds the issues below it too, or
    words of the issue; `stance`. Of events, `issue` finds those that are told in the sentence of a stand on it.
    Of quotes alone: `speaker`, as `actor`; `utterance`, its id or the beginning of it.
    Raises `QueryError` with the valid choices where a value can never match.
    """

    actor: tuple[str, ...] = ()
    source: tuple[str, ...] = ()
    target: tuple[str, ...] = ()
    type: tuple[str, ...] = ()
    status: tuple[str, ...] = ()
    since: str | None = None
    until: str | None = None
    outlet: tuple[str, ...] = ()
    text: tuple[str, ...] = ()
    speaker: tuple[str, ...] = ()
    utterance: tuple[str, ...] = ()
    holder: tuple[str, ...] = ()
    object: tuple[str, ...] = ()
    issue: tuple[str, ...] = ()
    stance: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        for name in ("actor", "source", "target", "outlet", "text", "speaker", "utterance", "holder", "object", "issue"):
            object.__setattr__(self, name, tuple(value.strip() for value in getattr(self, name)))
        object.__setattr__(self, "type", _known("type", self.type, str.upper, _event_types))
        object.__setattr__(self, "status", _known("status", self.status, str.lower, lambda: STATUSES))
        object.__setattr__(self, "stance", _known("stance", self.stance, str.lower, _stances))
        object.__setattr__(self, "since", self.since and first_day(self.since))
        object.__setattr__(self, "until", self.until and last_day(self.until))


def first_day(text: str) -> str:
    """The first day of a year, month or day."""
    return _days(text)[0]


def last_day(text: str) -> str:
    """The last day of a year, month or day."""
    return _days(text)[1]


def words_query(text: str) -> str:
    """What a user asks for in words, in the language of SQLite's text index. Nothing in it can be a syntax error."""
    parts = re.findall(r'"([^"]*)"(\*?)|([^\s"*]+)(\*?)', text)
    terms = [(phrase or word, star or prefix) for phrase, star, word, prefix in parts]
    searchable = [f'"{words}"{star}' for words, star in terms if re.search(r"\w", words)]
    if not searchable:
        raise QueryError(f"no words to look for in {text!r}", text)
    return " ".join(searchable)


def _known(
    name: str, values: Iterable[str], fold: Callable[[str], str], choices: Callable[[], tuple[str, ...]]
) -> tuple[str, ...]:
    folded = tuple(fold(value.strip()) for value in values)
    for value in folded:
        if value not in choices():
            raise QueryError(f"there is no {name} {value!r}", value, choices())
    return folded


def _event_types() -> tuple[str, ...]:
    # Imported only when asked for: the schemas take longer to build than most queries to answer.
    from dragoman.ontology.frames import PLOVER

    return get_args(PLOVER)


def _stances() -> tuple[str, ...]:
    from dragoman.ontology.stances import load_stances

    return tuple(load_stances())


def _days(text: str) -> tuple[str, str]:
    match = re.fullmatch(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?", text.strip())
    try:
        if not match:
            raise ValueError
        year, month, day = (int(part) if part else None for part in match.groups())
        return _bounds(year or 0, month, day)
    except ValueError:
        raise QueryError(f"{text!r} is no date: YYYY, YYYY-MM or YYYY-MM-DD is expected", text) from None


def _bounds(year: int, month: int | None, day: int | None) -> tuple[str, str]:
    last_month = month or 12
    last = datetime.date(year, last_month, day or calendar.monthrange(year, last_month)[1])
    return datetime.date(year, month or 1, day or 1).isoformat(), last.isoformat()
