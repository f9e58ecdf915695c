"""A mention in the making: what later rules may still learn about it before it becomes an `Actor`."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from dragoman.records import Via

Sense = Literal["held", "former", "deputy", "elect"]
Kind = Literal["state", "organisation", "person", "body", "office", "agent", "collective", "pronoun"]


@dataclass(frozen=True, slots=True)
class Title:
    """An office as the page words it: which office it may be, of whom, and in which sense.

    `owner` is the id of what it is an office of, `country` the owner's, `to` where an ambassador is sent; `sense` says
    whether it is held now, was held before, or is a deputy's.
    """

    words: str
    offices: tuple[str, ...]
    owner: str | None = None
    country: str | None = None
    sector: str | None = None
    sense: Sense = "held"
    to: str | None = None


@dataclass(slots=True)
class Draft:
    """Tokens `start` to `end` (half-open) that mention somebody; `head` is their syntactic head.

    `ids` are who it may be: one where it is known, several where it is open; without `sure` even one is only possible.
    `rivals` bear the same name and are less likely. `nominal` mentions stand at their head alone. `owner` is whose a body
    is, `body` which it is while nobody owns it; `beside` are persons named among the owners of a
    plural title. `name`, `type` and the rest speak for mentions without an id, or over what is known of it.
    """

    start: int
    end: int
    head: int
    kind: Kind
    via: Via
    ids: tuple[str, ...] = ()
    why: list[str] = field(default_factory=list)
    nominal: bool = False
    name: str | None = None
    type: str | None = None
    country: str | None = None
    sector: str | None = None
    role: str | None = None
    members: tuple[str, ...] = ()
    titles: list[Title] = field(default_factory=list)
    sure: bool = True
    rivals: tuple[str, ...] = ()
    owner: Draft | None = None
    beside: tuple[Draft, ...] = ()
    body: str | None = None

    @property
    def id(self) -> str | None:
        """Who it is, where that is known."""
        return self.ids[0] if self.sure and len(self.ids) == 1 else None

    def settle(self, actor: str, why: str) -> None:
        """Say who it is."""
        self.ids, self.sure = (actor,), True
        self.why.append(why)
