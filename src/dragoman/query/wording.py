"""Values in words, for a reader: who, when, where."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.records import Actor, Date, Event, Place

_SHOWN_DIGITS = {"year": 4, "month": 7}


def parties(actors: Sequence[Actor]) -> str:
    """Actors in a line: names, or the page's words for those without one; "?" for nobody."""
    return ", ".join(actor.name or f"'{actor.mention.text}'" for actor in actors) or "?"


def dyad(event: Event) -> str:
    """Who does it to whom; where nobody is told apart as the target, the parties side by side."""
    return f"{parties(event.sources)} -> {parties(event.targets)}" if event.targets else parties(event.sources)


def when(date: Date | None) -> str:
    """A date for a reader: days, precision, basis, and the words or clues it comes from."""
    if date is None:
        return "unknown"
    days = (
        "unknown" if date.start is None else date.start if date.start == date.end else f"{date.start} to {date.end or '?'}"
    )
    said = f", from {date.text!r}" if date.text else ""
    clues = f", inferred from {'; '.join(date.inferred_from)}" if date.inferred_from else ""
    return f"{days} ({', '.join(part for part in (date.precision, date.basis) if part)}{said}{clues})"


def where(place: Place | None) -> str:
    """A place for a reader."""
    if place is None:
        return "unknown"
    known = ", ".join(part for part in (place.id, place.country) if part)
    degrees = f" at {place.lat:.2f}, {place.lon:.2f}" if place.lat is not None and place.lon is not None else ""
    return f"{place.name} ({known}){degrees}, from {place.mention.text!r}: {place.why}"


def days(date: Date | None) -> str | None:
    """The days of a date as short as its precision allows; "~" before an inferred one; `None` where unknown."""
    if date is None or date.start is None:
        return None
    digits = _SHOWN_DIGITS.get(date.precision or "", 10)
    alone = date.start == date.end or digits < len(date.start)
    shown = date.start[:digits] if alone else f"{date.start}/{date.end or '..'}"
    return f"~{shown}" if date.basis == "inferred" else shown


def short(text: str, length: int = 70) -> str:
    """The text in one line, cut at a length."""
    flat = " ".join(text.split())
    return flat if len(flat) <= length else flat[: length - 1] + "…"


def counted(count: int, name: str) -> str:
    """A number of things in words: "1 report", "2 reports"."""
    return f"{count:,} {name}" if count == 1 else f"{count:,} {name}s"
