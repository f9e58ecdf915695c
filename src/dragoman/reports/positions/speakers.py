"""On whose word something stands: the speaker of the quote that it stands in, else of the clause."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.records import Actor, Quote
from dragoman.reports.coder import Coder
from dragoman.reports.tree import Word


class Speakers:
    """Knows the speakers of one document, from its quotes and from what verbs of saying govern."""

    def __init__(self, coder: Coder, quotes: Sequence[Quote]) -> None:
        self.coder = coder
        self.starts = coder.marked.document.starts
        self.quotes = sorted(quotes, key=lambda quote: quote.content.end - quote.content.start)

    def quote(self, word: Word) -> Quote | None:
        """The innermost quote in whose content a word stands."""
        start = int(self.starts[word.i])
        return next((quote for quote in self.quotes if quote.content.start <= start < quote.content.end), None)

    def of(self, word: Word) -> tuple[Actor, ...]:
        """Who says it; empty where the outlet does, or nobody who is named."""
        quote = self.quote(word)
        return (quote.speakers if quote is not None else ()) or self.coder.attribution.speakers(word)[0]
