"""What Dragoman knows about pages and those who publish them: boilerplate, words of prose, outlets, agencies, exports."""

from __future__ import annotations

import re
from typing import Literal

from pydantic import Field, field_validator, model_validator

from dragoman.ontology.load import Knowledge
from dragoman.records import Boilerplate

Scope = Literal["line", "start", "dense", "bracket", "lead", "sentence", "tail", "inside"]


class ExportField(Knowledge):
    """One role in an export (text, title, url ...) and the names of the fields that hold it, in the order they are tried."""

    id: str
    fields: tuple[str, ...]


class PageWords(Knowledge):
    """Words by which prose, headlines and menus are told apart, and the pieces that the patterns of cues refer to."""

    added_to = frozenset({"languages", "pieces"})

    function: frozenset[str]
    sentence: frozenset[str]
    small: frozenset[str]
    cut: frozenset[str]
    address: frozenset[str]
    reporting: frozenset[str]
    menu: frozenset[str]
    outlet_generic: frozenset[str]
    no_outlet: frozenset[str]
    accounts: frozenset[str]
    no_author: frozenset[str]
    british: frozenset[str]
    wrapped_addresses: tuple[str, ...]
    registries: frozenset[str]
    languages: dict[str, str]
    abbreviations: frozenset[str]
    pieces: dict[str, str]

    def filled(self, pattern: str) -> str:
        """The pattern with each `<piece>` replaced by what it stands for."""
        for name in reversed(self.pieces):
            pattern = pattern.replace(f"<{name}>", self.pieces[name])
        return pattern


class Cue(Knowledge):
    """Words that give boilerplate away, and how much of the page they condemn.

    `scope`, with patterns matched against lower-case text with straight quotes and plain hyphens unless `cased`:

    - `line`: the whole line, ornaments and end punctuation at its edges left out
    - `start`: the beginning of a line of at most `most_words` words; the whole line goes
    - `dense`: pieces that make up most of a line (icon names, share buttons); the whole line goes
    - `bracket`: the beginning of what stands in brackets; the bracket goes
    - `lead`: the beginning of a paragraph; only the match goes
    - `sentence`: the beginning of a sentence; the sentence goes
    - `tail`: the same, but only in the last sentences of a paragraph
    - `inside`: a stretch anywhere in a line; only the match goes

    `where`: on which side of the body the cue holds. `opens`: what follows belongs to it too: a "list" up to the next
    paragraph of the article, or all to the "end" of the page. `may_head`: a headline can look like this too.
    `examples` must match, `counterexamples` must not: each cue carries its own fixtures.
    """

    id: str
    kind: Boilerplate
    scope: Scope
    patterns: tuple[str, ...] = Field(min_length=1)
    cased: bool = False
    where: Literal["any", "head", "tail"] = "any"
    opens: Literal["", "list", "end"] = ""
    may_head: bool = False
    most_words: int = 40
    examples: tuple[str, ...] = Field(min_length=1)
    counterexamples: tuple[str, ...] = ()

    @model_validator(mode="after")
    def _patterns_are_plain(self) -> Cue:
        for pattern in self.patterns:
            if re.search(r"\((?!\?)", re.sub(r"\\.|\[[^\]]*\]", "", pattern)):
                raise ValueError(f"pattern {pattern!r}: use (?:...), groups are not captured")
        return self


class Outlet(Knowledge):
    """A medium: its main host (`id`), its name, where it sits (ISO 3166 alpha-3), and how it writes numeric dates."""

    id: str
    name: str
    country: str | None = Field(default=None, pattern=r"^[A-Z]{3}$")
    order: Literal["dmy", "mdy"] | None = None
    aliases: tuple[str, ...] = ()
    hosts: tuple[str, ...] = ()


class Agency(Knowledge):
    """A news agency and the words by which pages credit it."""

    id: str
    name: str
    country: str | None = Field(default=None, pattern=r"^[A-Z]{3}$")
    marks: tuple[str, ...] = Field(min_length=1)


class OutletMark(Knowledge):
    """Words on a page that say which outlet it is of; patterns name it by the group `at` (a host) or `outlet`.

    `blocks`: the kinds of block, or the cues that made them, in which the pattern counts; `where`: on which side of the body
    they stand, or among the first lines above the headline (`top`); `agencies`: whether the mark can be of an agency
    (elsewhere an agency's name is a credit); `last`: whether it counts only where no mark above it gave a name, since it
    may name another house.
    """

    id: str
    blocks: tuple[str, ...] = Field(min_length=1)
    where: tuple[Literal["top", "head", "amid", "tail"], ...] = ("head", "amid", "tail")
    agencies: bool = False
    last: bool = False
    patterns: tuple[str, ...] = Field(min_length=1)

    @field_validator("patterns")
    @classmethod
    def _name_an_outlet(cls, patterns: tuple[str, ...]) -> tuple[str, ...]:
        for pattern in patterns:
            if not re.compile(pattern).groupindex.keys() & {"at", "outlet"}:
                raise ValueError(f"pattern {pattern!r} names no group `at` or `outlet`")
        return patterns
