"""The cues and words of `ontology/data/boilerplate.yaml` and `page_words.yaml`, compiled for use on one line at a time."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from dragoman.errors import OntologyError
from dragoman.ontology.load import load_entries, load_whole
from dragoman.ontology.sources import Cue, PageWords, Scope

_STRAIGHT = str.maketrans(
    dict.fromkeys("’‘`´ʼ", "'")
    | dict.fromkeys("“”„", '"')
    | dict.fromkeys("–—‒―−", "-")
    | dict.fromkeys("▸▹►▶▷➤➔➜→⇒❯›", ">")
    | {"\u0130": "i"}  # the one letter that is two code points when small
    | dict.fromkeys("\u00a0\u202f\u2007\u2009\u200a\u2002\u2003\u3000\t", " ")
)
LONGEST_CUE = 500
"""Characters beyond which no cue speaks of a whole line: keeps lines of megabytes from costing more than their reading."""
MENU_WORDS = 0.7
"""Share of words of menus from which on a line without punctuation is one."""


@dataclass(frozen=True, slots=True)
class _Pattern:
    cue: Cue
    regex: re.Pattern[str]


class CueSet:
    """The cues of one scope. One alternation finds out whether any matches; only then is it asked which."""

    def __init__(self, cues: Iterable[Cue], words: PageWords, problems: list[str]) -> None:
        self._plain = _compiled((cue for cue in cues if not cue.cased), words, problems)
        self._cased = _compiled((cue for cue in cues if cue.cased), words, problems)
        self._any_plain = _alternation(self._plain)
        self._any_cased = _alternation(self._cased)

    def fullmatch(self, folded: str, text: str) -> Iterator[Cue]:
        """Cues that match the whole of a line."""
        for pattern, subject in self._candidates(folded, text, re.Pattern.fullmatch):
            if pattern.regex.fullmatch(subject):
                yield pattern.cue

    def match(self, folded: str, text: str) -> Iterator[tuple[Cue, int]]:
        """Cues that match the beginning of a text, with the length of the match."""
        for pattern, subject in self._candidates(folded, text, re.Pattern.match):
            found = pattern.regex.match(subject)
            if found:
                yield pattern.cue, found.end()

    def matches_at(self, folded: str, text: str, position: int) -> Cue | None:
        """The first cue that matches at a position of a text."""
        for any_of, patterns, subject in (
            (self._any_plain, self._plain, folded),
            (self._any_cased, self._cased, text),
        ):
            if any_of and any_of.match(subject, position):
                return next(p.cue for p in patterns if p.regex.match(subject, position))
        return None

    def finditer(self, folded: str, text: str) -> Iterator[tuple[Cue, int, int]]:
        """Every stretch that a cue matches, with its start and end."""
        for any_of, patterns, subject in (
            (self._any_plain, self._plain, folded),
            (self._any_cased, self._cased, text),
        ):
            for found in any_of.finditer(subject) if any_of else ():
                cue = next(p.cue for p in patterns if p.regex.match(subject, found.start()))
                yield cue, found.start(), found.end()

    def each(self) -> Iterator[tuple[Cue, re.Pattern[str]]]:
        """Every cue with one of its patterns."""
        for pattern in (*self._plain, *self._cased):
            yield pattern.cue, pattern.regex

    def _candidates(self, folded: str, text: str, test: object) -> Iterator[tuple[_Pattern, str]]:
        for any_of, patterns, subject in (
            (self._any_plain, self._plain, folded),
            (self._any_cased, self._cased, text),
        ):
            if any_of and test(any_of, subject):  # type: ignore[operator]
                yield from ((pattern, subject) for pattern in patterns)


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Everything the cleaner knows: cues by scope, and words."""

    words: PageWords
    cues: Mapping[Scope, CueSet]

    def line_cues(self, core: str, text: str, n_words: int) -> Iterator[Cue]:
        """Cues that condemn a whole line, wherever on the page they hold. `core`: the folded line without ornaments."""
        if len(core) <= LONGEST_CUE:
            yield from self.cues["line"].fullmatch(core, text.strip(" .:!?").lstrip("/|•·*–— "))
        for cue, _ in self.cues["start"].match(core[:LONGEST_CUE], text[:LONGEST_CUE]):
            if n_words <= cue.most_words:
                yield cue

    def condemns(self, core: str, text: str) -> bool:
        """Whether any cue condemns the whole line."""
        return next(self.line_cues(core, text, len(text.split())), None) is not None

    def is_menu(self, words: list[str]) -> bool:
        """Whether these words (of a line without end punctuation) are those of a menu."""
        known = sum(1 for word in words if word.strip(".,:;|/>»&()") in self.words.menu)
        return known >= max(1, MENU_WORDS * len(words))


SCOPES: tuple[Scope, ...] = ("line", "start", "dense", "bracket", "lead", "sentence", "tail", "inside")


def load_lexicon(folder: Path | None = None) -> Lexicon:
    """Read and compile the knowledge. `folder`: a user's ontology. Raises `OntologyError` with every wrong pattern."""
    words = load_whole("page_words", PageWords, folder)
    cues = tuple(load_entries("boilerplate", Cue, folder).values())
    problems: list[str] = []
    by_scope = {scope: CueSet([cue for cue in cues if cue.scope == scope], words, problems) for scope in SCOPES}
    if problems:
        raise OntologyError(problems)
    return Lexicon(words, by_scope)


def fold(text: str) -> str:
    """Lower case, straight quotes, plain hyphens and spaces: one code point for each of the text, so that offsets hold."""
    return text.translate(_STRAIGHT).lower()


def _compiled(cues: Iterable[Cue], words: PageWords, problems: list[str]) -> list[_Pattern]:
    patterns = []
    for cue in cues:
        for source in cue.patterns:
            try:
                patterns.append(_Pattern(cue, re.compile(words.filled(source))))
            except re.error as error:
                problems.append(f"boilerplate.yaml: {cue.id}: {source!r}: {error}")
    return patterns


def _alternation(patterns: list[_Pattern]) -> re.Pattern[str] | None:
    return re.compile("|".join(f"(?:{p.regex.pattern})" for p in patterns)) if patterns else None
