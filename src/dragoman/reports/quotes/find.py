"""One document in, its quotes out."""

from __future__ import annotations

from dragoman.records import Quote
from dragoman.reports.reader import Reader
from dragoman.reports.status import Judge


def find_quotes(reader: Reader, judge: Judge) -> tuple[Quote, ...]:
    """All quotes of the document in the order of the text."""
    return ()
