"""Stretches of boilerplate within a paragraph: brackets that point elsewhere, datelines, sentences that promote."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from dragoman.articles.lexicon import Lexicon, fold
from dragoman.articles.lines import BLANKS, Line
from dragoman.ontology.sources import Cue

LEAD_CHARS = 160
"""Characters at the beginning of a paragraph within which a dateline ends."""
MOST_LEADS = 3
"""Datelines, dates and the like that may stand one behind the other there."""
REPORTED_CHARS = 400
_BRACKET = re.compile(r"[(\[]([^()\[\]]{3,400})[)\]]")
_BREAK = re.compile(r"""(?:(?<=[.!?…])|(?<=[.!?…]["'”’)\]])|(?<=[.!?…]["'”’)\]]["'”’)\]]))[ \u00a0\n\r]+(?=[^\sa-z])""")
_LAST_WORD = re.compile(r"[\w.&'’-]+$")
_SPEAKER = re.compile(r"[A-Z][\w.'’-]{0,20}(?: [A-Z][\w.'’-]{0,20}){0,3}:\s+")
_INITIALS = re.compile(r"(?:[^\W\d_]\.)+")


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of a line that is not the article's: code points of the page's text, half-open, its kind and cue."""

    start: int
    end: int
    kind: str
    why: str
    early: bool = False
    """Whether this holds only in the first paragraphs of an article."""


def marks_in(line: Line, lexicon: Lexicon) -> list[Mark]:
    """The stretches of boilerplate in a line, in order and without overlap."""
    found = [*_lead(line, lexicon), *_brackets(line, lexicon), *_stretches(line, lexicon), *_sentences(line, lexicon)]
    apart: list[Mark] = []
    for mark in sorted(found, key=lambda mark: (mark.start, -mark.end)):
        if not apart or mark.start >= apart[-1].end:
            apart.append(mark)
        elif mark.end > apart[-1].end:
            apart.append(replace(mark, start=apart[-1].end))
    return [mark for mark in (_trimmed(mark, line) for mark in apart) if mark.end > mark.start]


def sentence_starts(text: str, lexicon: Lexicon) -> Iterator[int]:
    """Where sentences begin, roughly: enough to mark whole sentences, not meant for their analysis."""
    yield 0
    for found in _BREAK.finditer(text):
        word = _LAST_WORD.search(text, max(0, found.start() - 20), found.start())
        if word is None or not _abbreviation(word[0], lexicon):
            yield found.end()


def _abbreviation(word: str, lexicon: Lexicon) -> bool:
    return word.endswith(".") and (
        _INITIALS.fullmatch(word) is not None or fold(word).rstrip(".") in lexicon.words.abbreviations
    )


def _lead(line: Line, lexicon: Lexicon) -> Iterator[Mark]:
    """What stands before the first sentence: one dateline, or that of the agency and another of the page that prints it."""
    start = 0
    for _ in range(MOST_LEADS):
        end = start + LEAD_CHARS
        found = next(lexicon.cues["lead"].match(line.folded[start:end], line.text[start:end]), None)
        if found is None:
            return
        cue, length = found
        yield Mark(line.start + start, line.start + start + length, cue.kind, cue.id, early=cue.where == "head")
        start += length


def _brackets(line: Line, lexicon: Lexicon) -> Iterator[Mark]:
    for found in _BRACKET.finditer(line.folded):
        cue = lexicon.cues["bracket"].matches_at(line.folded, line.text, found.start(1))
        if cue:
            yield Mark(line.start + found.start(), line.start + found.end(), cue.kind, cue.id)


def _stretches(line: Line, lexicon: Lexicon) -> Iterator[Mark]:
    for cue, start, end in lexicon.cues["inside"].finditer(line.folded, line.text):
        yield Mark(line.start + start, line.start + end, cue.kind, cue.id)


def _sentences(line: Line, lexicon: Lexicon) -> Iterator[Mark]:
    """Sentences that a cue opens; those of scope `tail` only where nothing but boilerplate follows."""
    starts = list(sentence_starts(line.text, lexicon))
    ends = [*starts[1:], len(line.text)]
    only_marked_follow = True
    for start, end in zip(reversed(starts), reversed(ends), strict=True):
        cue = _opened(line, start, lexicon, "sentence")
        if cue is None and only_marked_follow:
            cue = _opened(line, start, lexicon, "tail")
        if cue and cue.kind != "metadata" and reported(line.folded[start:end], lexicon):
            cue = None
        if cue:
            yield Mark(line.start + start, line.start + end, cue.kind, cue.id)
        else:
            only_marked_follow = False


def _opened(line: Line, start: int, lexicon: Lexicon, scope: Literal["sentence", "tail"]) -> Cue | None:
    """The cue that a sentence begins with, whatever bracket, quotation mark or speaker's name stands before its words."""
    openings = [start, start + 1] if line.folded[start] in "\"'([" else [start]
    speaker = _SPEAKER.match(line.text) if start == 0 else None
    if speaker:
        openings.append(speaker.end())
    found = (lexicon.cues[scope].matches_at(line.folded, line.text, opening) for opening in openings)
    return next((cue for cue in found if cue), None)


def reported(folded: str, lexicon: Lexicon) -> bool:
    """Whether a sentence tells what somebody said, so that an imperative in it is not meant for the page's reader."""
    return any(word.strip(".,:;!?\"'()") in lexicon.words.reporting for word in folded[:REPORTED_CHARS].split())


def _trimmed(mark: Mark, line: Line) -> Mark:
    own = line.text[mark.start - line.start : mark.end - line.start]
    kept = own.strip(BLANKS + "\n\r")
    start = mark.start + len(own) - len(own.lstrip(BLANKS + "\n\r"))
    return replace(mark, start=start, end=start + len(kept))
