"""Marks every line of a page as headline, body or a kind of boilerplate; deletes nothing.

Evidence comes in this order: cues, words that give boilerplate away, and lines that the outlet repeats (`evidence.py`);
position, since the body is where prose is densest, and likeness, since what stands apart from it and shares no words with
it is other news (`extent.py`). Prose is told from titles and menus by punctuation, function words and capitals (`lines.py`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from dragoman.articles.evidence import SHORT_WORDS, Evidence, Markup, Verdict
from dragoman.articles.extent import Extent, cut_off
from dragoman.articles.headline import exclaims, find_headline, is_again
from dragoman.articles.inline import Mark
from dragoman.articles.lexicon import Lexicon
from dragoman.articles.lines import BLANKS, Line, key_of, split_lines
from dragoman.records import Block

__all__ = ["Cleaned", "Markup", "clean"]

HEADING_WORDS = 9
"""Words up to which an unpunctuated line between paragraphs is a heading; longer ones are titles of other stories."""
LIST_LINES, ITEM_WORDS = 30, 30
"""Lines that a list within the article may have below the paragraph that opens it, and words of an item."""
PULLED_WORDS, PULLED_MOST, PULLED_WITHIN = 6, 60, 200_000
"""Words of a line that may be pulled out of a paragraph, and letters of a page on which such lines are looked for."""


@dataclass(frozen=True, slots=True)
class Cleaned:
    """What stands where on a page."""

    blocks: tuple[Block, ...]
    headline: str | None


def clean(
    text: str,
    lexicon: Lexicon,
    *,
    title: str | None = None,
    repeated: Callable[[str], bool] | None = None,
    markup: Markup | None = None,
) -> Cleaned:
    """Mark the text of a page.

    `title`: what the page's container calls it. `repeated`: whether the outlet prints a line on other pages too.
    `markup`: what is known where the text was taken out of markup.
    """
    lines = split_lines(text, lexicon)
    evidence = Evidence(lines, lexicon, markup or Markup(), key_of(title or ""))
    if repeated:
        evidence.note_repeated(repeated)
    verdicts = _verdicts(evidence)
    blocks = tuple(_blocks(text, lines, verdicts, evidence.marks))
    headline = next((text[b.start : b.end] for b in blocks if b.kind == "headline"), None)
    return Cleaned(blocks, headline)


def _verdicts(evidence: Evidence) -> list[Verdict]:
    """The kind of every line, with the reason."""
    extent = Extent(evidence)
    if not extent.found:
        return _without_body(evidence)
    body = extent.paragraphs()
    headline = find_headline(evidence, extent.words, min(body))
    if headline is None and len(body) > 1 and exclaims(evidence, min(body)):
        headline = min(body)
        body.discard(headline)
    judge = _Judge(evidence, extent, body, headline)
    verdicts = [judge.verdict(index) for index in range(len(evidence.lines))]
    _mark_duplicates(evidence, verdicts)
    return verdicts


def _without_body(evidence: Evidence) -> list[Verdict]:
    """A page without prose: at best a headline."""
    headline = find_headline(evidence, set(), len(evidence.lines))
    return [
        ("headline", "headline") if index == headline else found or ("navigation", "no-body")
        for index, found in enumerate(evidence.found)
    ]


class _Judge:
    """Says what each line is, once the body and the headline are known."""

    def __init__(self, evidence: Evidence, extent: Extent, body: set[int], headline: int | None) -> None:
        self._evidence, self._extent, self._lines = evidence, extent, evidence.lines
        self._body, self._headline = body, headline
        self._head = min(body)
        extent.give_to_lists(body)
        self._final = max(body, default=self._head)
        below = range(self._final + 1, len(self._lines))
        self._parted = min(extent.end, next((i for i in below if self._parts(i)), len(self._lines)))
        """Index of the first condemned line below the body: what stands below that stands apart."""

    def _parts(self, index: int) -> bool:
        """Whether a line ends the article: advertisements stand amid its sentences too."""
        found = self._evidence.found[index]
        return found is not None and found[0] != "advertisement"

    def verdict(self, index: int) -> Verdict:
        """The kind of a line, with the reason."""
        if index == self._headline:
            return "headline", "headline"
        if self._headline is not None and is_again(self._evidence, index, self._headline):
            return "duplicate", "headline-again"
        if index in self._body:
            return "body", "prose"
        return self._evidence.found[index] or self._undecided(index)

    def _undecided(self, index: int) -> Verdict:
        if self._head <= index <= self._final and self._lines[index].start in self._evidence.markup.headings:
            return "heading", "markup"
        if self._head <= index < self._final:
            return self._amid(index)
        placed = self._evidence.placed(index, "head" if index < self._head else "tail")
        if placed:
            return placed.kind, placed.id
        return self._above(index) if index < self._head else self._below(index)

    def _above(self, index: int) -> Verdict:
        line = self._lines[index]
        short = line.n_words <= SHORT_WORDS
        if self._headline is None or index < self._headline:
            return ("navigation" if short else "other-news"), "above-headline"
        if short:
            return "metadata", "between-headline-and-body"
        sentence = line.small_sentence and not self._evidence.addresses(index)
        return ("body" if sentence else "heading"), "standfirst"

    def _amid(self, index: int) -> Verdict:
        """A line between paragraphs: a short sentence, a sentence cut off, a list item, a heading or a teaser."""
        line = self._lines[index]
        if line.small_sentence:
            addresses = self._evidence.addresses(index)
            return ("promotion", "addresses-reader") if addresses else ("body", "short-sentence")
        if line.introduces or self._cut_off(line) or self._listed(index):
            return "body", "unfinished-sentence"
        if self._evidence.markup.trusted:
            return "heading", "extracted"
        return ("heading", "short-line") if line.n_words <= HEADING_WORDS else ("teaser", "title-between-paragraphs")

    def _below(self, index: int) -> Verdict:
        line = self._lines[index]
        addresses, apart = self._evidence.addresses(index), index >= self._parted
        near = not apart or (index < self._extent.end and self._extent.kin(index))
        if near and line.small_sentence and not addresses:
            return "body", "short-sentence"
        if not apart and index == len(self._lines) - 1 and self._cut_off(line):
            return "body", "unfinished-sentence"
        if index >= self._extent.end:
            return ("comment-prompt" if line.terminal else "other-news"), "below-comments"
        if self._evidence.markup.trusted:
            return "heading", "extracted"
        if line.terminal and addresses:
            return "promotion", "addresses-reader"
        return ("navigation" if line.n_words <= SHORT_WORDS else "other-news"), "below-body"

    def _cut_off(self, line: Line) -> bool:
        return cut_off(line, self._evidence.lexicon.words.cut)

    def _listed(self, index: int) -> bool:
        """Whether a line is an item of a list that a paragraph of the article opens with a colon."""
        for before in range(index - 1, max(-1, index - LIST_LINES), -1):
            line = self._lines[before]
            if before in self._body or line.introduces:
                return line.text.endswith(":")
            if not self._evidence.open(before) or line.n_words > ITEM_WORDS:
                return False
        return False


def _mark_duplicates(evidence: Evidence, verdicts: list[Verdict]) -> None:
    """Mark paragraphs printed twice, and lines pulled out of a paragraph to be shown large."""
    seen: set[str] = set()
    whole = "".join(key for key, (kind, _) in zip(evidence.keys, verdicts, strict=True) if kind == "body")
    for index, (kind, _) in enumerate(verdicts):
        key, words = evidence.keys[index], evidence.lines[index].n_words
        if kind not in ("body", "heading", "teaser") or words < PULLED_WORDS:
            continue
        is_body = kind == "body"
        pulled = words < PULLED_MOST and len(whole) <= PULLED_WITHIN and whole.count(key) > is_body
        if key in seen or (pulled and (not is_body or _within_another(evidence, index, verdicts))):
            verdicts[index] = ("duplicate", "printed-twice")
        seen.add(key)


def _within_another(evidence: Evidence, index: int, verdicts: Sequence[Verdict]) -> bool:
    own = evidence.keys[index]
    return any(
        kind == "body" and i != index and own in key and len(key) > len(own)
        for i, (key, (kind, _)) in enumerate(zip(evidence.keys, verdicts, strict=True))
    )


def _blocks(text: str, lines: Sequence[Line], verdicts: Sequence[Verdict], marks: Sequence[list[Mark]]) -> Iterator[Block]:
    """One block a line; a line of the body falls into pieces where marks stand in it, a headline where some follow it."""
    for line, (kind, why), inner in zip(lines, verdicts, marks, strict=True):
        position = line.start
        marked = inner if kind == "body" else [mark for mark in inner if kind == "headline" and mark.start > line.start]
        for mark in marked:
            yield from _block(text, position, mark.start, kind, why)
            yield from _block(text, mark.start, mark.end, mark.kind, mark.why)
            position = mark.end
        yield from _block(text, position, line.end, kind, why)


def _block(text: str, start: int, end: int, kind: str, why: str) -> Iterator[Block]:
    own = text[start:end]
    kept = own.strip(BLANKS + "\n\r")
    if kept:
        begin = start + len(own) - len(own.lstrip(BLANKS + "\n\r"))
        yield Block(begin, begin + len(kept), kind, why)  # type: ignore[arg-type]
