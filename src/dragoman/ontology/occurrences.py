"""Dated occurrences of world importance: what "the 13th month of the war" or "last week's accord" reckons from."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field, model_validator

from dragoman.ontology.load import Knowledge, load_entries

Kind = Literal[
    "war", "attack", "battle", "victory", "seizure", "overthrow", "coup", "claim", "accord", "ties", "rupture", "founding",
    "visit", "summit", "games", "election", "succession", "death", "disaster",
]  # fmt: skip


class Occurrence(Knowledge):
    """An occurrence with its days, both included; one that goes on, or took a day, has no `end`.

    `words` are phrases in lower case: one is meant where all its words stand in a sentence, in any order. `about` names the
    states that took part (ISO 3166 alpha-3). Facts of public record.
    """

    id: Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
    kind: Kind
    start: date
    end: date | None = None
    words: tuple[str, ...] = Field(min_length=1)
    about: tuple[Annotated[str, Field(pattern=r"^[A-Z]{3}$")], ...] = ()

    @model_validator(mode="after")
    def _in_order(self) -> Occurrence:
        if self.end is not None and self.end < self.start:
            raise ValueError("ends before it starts")
        return self


def load_occurrences(folder: Path | None = None) -> dict[str, Occurrence]:
    """The occurrences by id. Raises `OntologyError`."""
    return load_entries("occurrences", Occurrence, folder)
