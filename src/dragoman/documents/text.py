"""From the blocks of an article to clean running text, with the way back to the article's own offsets."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final, Literal

import numpy as np
import numpy.typing as npt

from dragoman.records import Article, Block

TextKind = Literal["headline", "body"]

# Soft hyphens, zero-width characters, direction marks, variation selectors, control characters.
_INVISIBLE: Final = (
    "\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufe00-\ufe0f\ufeff\ufffc"
    "\u0000-\u0008\u000e-\u001b\u007f-\u0084\u0086-\u009f"
)
# What is not simply copied: anything invisible goes, any space but a single plain one becomes a single plain one.
_CHANGED: Final = re.compile(rf"[{_INVISIBLE}]*(?:[^\S ]|\s[\s{_INVISIBLE}])[\s{_INVISIBLE}]*|[{_INVISIBLE}]+")
_SPACE: Final = re.compile(r"\s")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One headline or paragraph: its clean text and, for each code point of it, the offset in the article."""

    kind: TextKind
    text: str
    offsets: npt.NDArray[np.int32]


def paragraphs(article: Article) -> Iterator[Paragraph]:
    """The headline and body of an article, one paragraph after the other; those without a visible character are skipped.

    Blocks of other kinds inside a paragraph (an inline teaser, say) are left out of it; what stands before and after is
    joined by one space. A block that holds blank lines gives several paragraphs.
    """
    for kind, stretches in _grouped(article):
        text, offsets = _clean(article.text, stretches)
        if text:
            yield Paragraph(kind, text, offsets)


def _grouped(article: Article) -> Iterator[tuple[TextKind, list[tuple[int, int]]]]:
    """Stretches of the article that make up each paragraph."""
    open_kind: TextKind | None = None
    group: list[tuple[int, int]] = []
    for block in article.blocks:
        if block.kind != "headline" and block.kind != "body":
            continue
        for start, end in _stretches(article.text, block):
            new_line = group and "\n" in article.text[group[-1][1] : start]
            if open_kind and (block.kind != open_kind or new_line):
                yield open_kind, group
                group = []
            open_kind = block.kind
            group.append((start, end))
    if open_kind:
        yield open_kind, group


def _stretches(text: str, block: Block) -> Iterator[tuple[int, int]]:
    """The block cut at blank lines."""
    start = block.start
    for gap in re.finditer(r"\n[^\S\n]*\n\s*", text[block.start : block.end]):
        yield start, block.start + gap.start()
        start = block.start + gap.end()
    yield start, block.end


def _clean(text: str, stretches: Sequence[tuple[int, int]]) -> tuple[str, npt.NDArray[np.int32]]:
    parts: list[str] = []
    places: list[npt.NDArray[np.int32]] = []
    for start, end in stretches:
        for kept, part in _kept(text, start, end):
            parts.append(part)
            places.append(np.arange(kept, kept + len(part), dtype=np.int32))
        parts.append(" ")
        places.append(np.array([end], np.int32))
    return _squeezed("".join(parts), np.concatenate(places))


def _squeezed(text: str, offsets: npt.NDArray[np.int32]) -> tuple[str, npt.NDArray[np.int32]]:
    """Without space at either end, and with single spaces where stretches were joined."""
    if "  " in text:
        space = np.frombuffer(text.encode("utf-32-le"), np.uint32) == ord(" ")
        offsets = offsets[~(space & np.append(False, space[:-1]))]
        text = re.sub(" {2,}", " ", text)
    lead = len(text) - len(text.lstrip())
    text = text.strip()
    return text, offsets[lead : lead + len(text)]


def _kept(text: str, start: int, end: int) -> Iterator[tuple[int, str]]:
    """Stretches to copy, with their offsets; a run of space is given as one space."""
    at = start
    for found in _CHANGED.finditer(text, start, end):
        if found.start() > at:
            yield at, text[at : found.start()]
        if _SPACE.search(found.group()):
            yield found.start(), " "
        at = found.end()
    if at < end:
        yield at, text[at:end]
