"""Where sentences begin, by rule: stops, quotes, brackets, and what the spelling knowledge says of shortened words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import cast

import numpy as np
import numpy.typing as npt
from spacy.attrs import IDX, SENT_START
from spacy.language import Language
from spacy.tokens import Doc
from thinc.types import Ints2d

from dragoman.ontology.spelling import Spelling, load_spelling

_CLOSING = "\"'”’»)]"
_OPENING = "\"'“‘«([#@•*—–- "
# A stop, whatever closes with it, a space, and (looked at, not taken) what follows.
_END = re.compile(
    rf"(?P<stop>[.!?…]+)(?P<close>[{re.escape(_CLOSING)}]*(?:\s?\[\d+\])*)\s+(?=(?P<next>[{re.escape(_OPENING)}]*\w+))"
)
_LAST_WORD = re.compile(r"[\w.'’&-]*$")
_INITIAL = re.compile(r"(?:^|[\W_])[A-Z]$")
_DOTTED = re.compile(r"(?:\w\.)+\w$")


@dataclass(frozen=True, slots=True)
class SentenceSplitter:
    """Finds where the sentences of a paragraph begin."""

    spelling: Spelling
    _titles: frozenset[str] = field(init=False)
    _short: frozenset[str] = field(init=False)
    _openers: frozenset[str] = field(init=False)
    _saying: re.Pattern[str] = field(init=False)

    def __post_init__(self) -> None:
        saying = "|".join(self.spelling.saying)
        object.__setattr__(self, "_titles", frozenset(t.lower() for t in self.spelling.titles))
        object.__setattr__(self, "_short", frozenset(a.lower() for a in self.spelling.abbreviations))
        object.__setattr__(self, "_openers", frozenset(self.spelling.openers))
        object.__setattr__(self, "_saying", re.compile(rf"(?:[\w.'’-]+\s+){{0,3}}(?:{saying})\b"))

    def starts(self, text: str) -> Iterator[int]:
        """Offsets in `text` where a sentence begins, the first of them 0."""
        yield 0
        for match in _END.finditer(text):
            if self._ends(text, match):
                yield match.end()

    def _ends(self, text: str, match: re.Match[str]) -> bool:
        stop, follower = match["stop"], match["next"]
        word = follower.lstrip(_OPENING)
        quoted = any(mark in match["close"] for mark in "\"”’'»")
        if word[:1].islower():
            return stop[-1] in "?!" and not quoted and stop != "!"
        if quoted and stop[-1] in "!?" and self._saying.match(text, match.end()):
            return False
        return stop != "." or bool(match["close"]) or self._after_stop(text, match.start(), word)

    def _after_stop(self, text: str, stop: int, word: str) -> bool:
        """Whether a bare stop at `stop` ends a sentence, given the word after it."""
        found = _LAST_WORD.search(text, max(0, stop - 30), stop)
        last = found.group() if found else ""
        if last.lower() in self._titles:
            return last.lower() == "no" and not word[:1].isdigit()
        shortened = last.lower() in self._short or bool(_DOTTED.search(last))
        if shortened or (_INITIAL.search(last) and last != "I"):
            return word in self._openers
        return not (last.isdigit() and len(last) <= 2 and self._numbered(text, stop))

    def _numbered(self, text: str, stop: int) -> bool:
        """Whether the number before the stop is that of a list item: "1. Talks", at the very beginning."""
        return text[:stop].strip().isdigit()


def _as_ints(values: npt.NDArray[np.int64]) -> Ints2d:
    """spaCy takes unsigned numbers for everything and reads them back as signed."""
    return cast(Ints2d, values.astype(np.uint64))


def mark_sentences(doc: Doc, starts: list[int]) -> Doc:
    """Set the sentence starts of `doc` from offsets in its text; offsets inside a token count for that token."""
    flags = np.full(len(doc), -1, np.int64)
    if len(doc):
        places = np.searchsorted(doc.to_array(IDX).astype(np.int64), np.array(starts), side="left")
        flags[np.minimum(places, len(doc) - 1)] = 1
        flags[0] = 1
    return doc.from_array([SENT_START], _as_ints(flags[:, None]))


@Language.factory("dragoman_sentences", assigns=["token.is_sent_start"])
def make_sentences(nlp: Language, name: str) -> Sentences:
    """What spaCy calls for the factory `dragoman_sentences`."""
    return Sentences(SentenceSplitter(load_spelling()))


@dataclass(frozen=True, slots=True)
class Sentences:
    """The splitter as a component, for text given to the pipeline as it is; documents that have sentences keep them."""

    splitter: SentenceSplitter

    def __call__(self, doc: Doc) -> Doc:
        """Mark the sentences of a document that has none."""
        if doc.has_annotation("SENT_START"):
            return doc
        return mark_sentences(doc, list(self.splitter.starts(doc.text)))
