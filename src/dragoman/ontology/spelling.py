"""How a language is written: what its tokenizer and its sentence splitter need to know."""

from __future__ import annotations

from pathlib import Path

from pydantic import Field

from dragoman.ontology.load import Knowledge, load_entries


class Spelling(Knowledge):
    """One language's conventions. Shortened words are given without their final stop.

    `kept_prefixes` stay one word with what follows their hyphen; a sentence never ends after one of `titles` and may end
    after one of `abbreviations`, if one of `openers` follows; `saying` keep a quoted question with its sentence.
    `contracted` are words written as one and the two or three that they are; `run_together` those that are two words only
    before some others ("its a"): the first of the two, and the others.
    """

    id: str
    kept_prefixes: tuple[str, ...]
    titles: tuple[str, ...]
    abbreviations: tuple[str, ...]
    openers: tuple[str, ...]
    saying: tuple[str, ...]
    contracted: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    run_together: dict[str, tuple[str, tuple[str, ...]]] = Field(default_factory=dict)


def load_spelling(folder: Path | None = None, language: str = "en") -> Spelling:
    """The spelling conventions of a language."""
    return load_entries("spelling", Spelling, folder)[language]
