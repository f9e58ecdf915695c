"""Everything that a user can set, in one object that is passed along; there is no global state."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

DEFAULT_ARCHIVE = Path("dragoman.db")


@dataclass(frozen=True, slots=True)
class Settings:
    """How to read and code. The defaults are what the commands use.

    `language_model`: path or package of a `spacy.load`-able pipeline with UD labels; `None` is the shipped one.
    `ontology`: a folder whose entries add to or override the shipped knowledge; `None` is the shipped knowledge alone.
    `workers`: processes that code pages; each holds one language model (about 0.4 GB).
    `max_page_bytes`: a page larger than this is left out with a reason.
    `same_event`: how much must speak for it before reports are one event; `None` leaves it to the archive.
    `precision`: which reports are kept: "low" keeps most, "high" only those that are sure, a number those of at least this
    confidence (0 to 1).
    `field_names`: for JSONL, which field holds what, e.g. (("text", "content"), ("url", "link")).
    """

    language_model: str | None = None
    ontology: Path | None = None
    workers: int = 1
    max_page_bytes: int = 20_000_000
    field_names: tuple[tuple[str, str], ...] = ()
    same_event: Literal["strict", "default", "loose"] | None = None
    precision: Literal["low", "default", "high"] | float = "default"
