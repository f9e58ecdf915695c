"""Quotation marks of every style: which words stand between them.

A quotation may run over sentences; where each paragraph of it opens anew ("“First ... / “Second ...”) its paragraphs belong
together. One that is never closed ends with its paragraph; one that was never opened starts with its sentence.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dragoman.documents.document import TokenBlock
from dragoman.reports.tree import Tree, Word

CLOSES = {
    "“": ("”", '"', "“"),
    "”": ("”",),
    '"': ('"', "”"),
    "„": ("“", "”"),
    "‟": ("”",),
    "«": ("»",),
    "»": ("«",),
    "‘": ("’",),
    "‹": ("›",),
    "「": ("」",),
    "『": ("』",),
    "''": ("''",),
    "``": ("''",),
    "'": ("'",),
}
"""What closes each mark that may open: pages mix straight and curly ones, and turn them the wrong way."""
STRAIGHT = frozenset({'"', "''", "'", "“", "”", "«", "»"})
"""Marks that may open and close: the blanks beside them tell."""
SINGLE = frozenset({"‘", "'"})
CLOSING = frozenset(mark for marks in CLOSES.values() for mark in marks)
SHORTEST_UNOPENED = 4
"""Words from which on a closing mark without an opening one is taken to end a quotation."""


@dataclass(frozen=True, slots=True)
class Quotation:
    """The words between two marks: indices of the first and last of them, and of the marks (`None` where one is missing).

    `runs_on` is true of a paragraph that goes on with the quotation of the one before.
    """

    first: int
    last: int
    opening: int | None
    closing: int | None
    runs_on: bool = False

    @property
    def start(self) -> int:
        """The first word, its mark included."""
        return self.first if self.opening is None else self.opening

    @property
    def end(self) -> int:
        """The last word, its mark included."""
        return self.last if self.closing is None else self.closing

    @property
    def length(self) -> int:
        """How many words stand between the marks."""
        return self.last - self.first + 1

    def holds(self, i: int) -> bool:
        """Whether a word stands in it, marks included."""
        return self.start <= i <= self.end


def quotations(tree: Tree, blocks: Sequence[TokenBlock], blanks: Sequence[bool]) -> tuple[Quotation, ...]:
    """All quotations of a document in the order of their first words; inner ones follow the one they stand in.

    `blanks` tells of each word whether a blank follows it.
    """
    found: list[Quotation] = []
    unclosed = False
    for block in blocks:
        paragraph = _Paragraph(tree, block, blanks, runs_on=unclosed and _opens_with_mark(tree, block))
        found.extend(paragraph.read())
        unclosed = paragraph.unclosed
    return tuple(sorted((each for each in found if each.first <= each.last), key=lambda each: (each.start, -each.end)))


def _opens_with_mark(tree: Tree, block: TokenBlock) -> bool:
    return tree.words[block.start].text in CLOSES


class _Paragraph:
    """Reads the marks of one paragraph."""

    def __init__(self, tree: Tree, block: TokenBlock, blanks: Sequence[bool], *, runs_on: bool) -> None:
        self.tree = tree
        self.blanks = blanks
        self.words = tree.words
        self.start, self.end = block.start, block.end
        self.runs_on = runs_on
        self.open: list[Word] = []
        self.unclosed = False

    def read(self) -> Iterator[Quotation]:
        """The quotations of the paragraph."""
        for word in self.words[self.start : self.end]:
            if word.text not in CLOSES and word.text not in CLOSING:
                continue
            closed = self._closed_by(word)
            if closed is not None:
                yield self._quotation(closed, word)
                del self.open[self.open.index(closed) :]
            elif self._opens(word):
                self.open.append(word)
            elif self._closes_unopened(word):
                yield Quotation(self.tree.sentences[word.sentence][0], word.i - 1, None, word.i)
        yield from self._left_open()

    def _closed_by(self, word: Word) -> Word | None:
        """The innermost open mark that this one closes."""
        if word.text == "’" and self._is_apostrophe(word):
            return None
        return next((each for each in reversed(self.open) if word.text in CLOSES[each.text] and self._ends_here(word)), None)

    def _ends_here(self, word: Word) -> bool:
        """A mark that stands before a word, after a blank, opens another quotation."""
        return word.text not in STRAIGHT or not (self._blank_before(word) and not self.blanks[word.i])

    def _opens(self, word: Word) -> bool:
        if word.text not in CLOSES or word.i + 1 >= self.end or (self.blanks[word.i] and not self._blank_before(word)):
            return False
        if word.text in SINGLE:
            return not self.blanks[word.i] and self._closing_follows(word)
        return word.text not in "”»" or (self._blank_before(word) and not self.blanks[word.i])

    def _closing_follows(self, word: Word) -> bool:
        """A single mark opens only where another closes it: else it is an apostrophe."""
        closing = CLOSES[word.text]
        before = self._blank_before(word) or self.words[word.i - 1].text in CLOSES
        rest = self.words[word.i + 1 : self.end]
        return before and any(each.text in closing and not self._is_apostrophe(each) for each in rest)

    def _blank_before(self, word: Word) -> bool:
        return word.i == self.start or self.blanks[word.i - 1]

    def _is_apostrophe(self, word: Word) -> bool:
        """ "the workers’ union": a possessive after an s, with a noun behind it."""
        return word.tag == "POS"

    def _closes_unopened(self, word: Word) -> bool:
        if word.text not in "”»" or self.open:
            return False
        return word.i - self.tree.sentences[word.sentence][0] > SHORTEST_UNOPENED

    def _left_open(self) -> Iterator[Quotation]:
        outer = next((each for each in self.open if each.text not in SINGLE), None)
        self.unclosed = outer is not None
        if outer is not None:
            yield Quotation(outer.i + 1, self.end - 1, outer.i, None, self._goes_on(outer))

    def _quotation(self, opening: Word, closing: Word) -> Quotation:
        return Quotation(opening.i + 1, closing.i - 1, opening.i, closing.i, self._goes_on(opening))

    def _goes_on(self, opening: Word) -> bool:
        return self.runs_on and opening.i == self.start
