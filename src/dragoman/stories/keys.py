"""Blocking: keys that reports share where they may tell of one event, so that not every pair has to be weighed.

Keys are 64-bit numbers made of the family of the act, two of its parties, and a day, a rare word or a place. A key that
too many reports share (`MOST`) tells too little and is passed by, so that cost grows with the number of reports.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from itertools import combinations

from dragoman.stories.evidence import Scorer
from dragoman.stories.sketch import ArticleSketch, ReportSketch

MOST = 200
"""Reports that may share a key."""
NEWS_DAYS = 3
"""Days before its page's for which a report without a date has a key."""
LONG = 31
"""A report whose date is no longer than this has a key for each day; others meet by their words."""
WORDS = 2
"""Rare words of the evidence that are keys."""
PAGE_WORDS = 3
"""Weighty words of the page that are."""
PAIRS = 4
NOBODY = "?"


def report_keys(report: ReportSketch, page: ArticleSketch, scorer: Scorer) -> frozenset[int]:
    """The keys of a report."""
    family = scorer.family(report.type)
    times = tuple(_times(report, page))
    words = {*scorer.words.rarest(report.words, WORDS), *_weightiest(page)}
    if report.spot and not report.spot.wide:
        words.add(f"at {report.spot.name}")
    keys = {key_number(report.article, family)}
    for parties in _pairs(report):
        keys.update(key_number(family, parties, time) for time in times)
        keys.update(key_number(family, parties, word) for word in words)
    return frozenset(keys)


def _weightiest(page: ArticleSketch) -> list[str]:
    """The terms that weigh most in the page, which other pages on the occasion share."""
    return sorted(page.vector, key=lambda term: (-page.vector[term], term))[:PAGE_WORDS]


def _pairs(report: ReportSketch) -> Iterator[str]:
    """Pairs of parties in the order of the alphabet; one party alone where there is no other."""
    known = sorted({party.known for party in report.parties if party.known})
    if len(known) < 2:
        yield "".join(known) or NOBODY
        return
    for one, other in list(combinations(known, 2))[:PAIRS]:
        yield f"{one} {other}"


def _times(report: ReportSketch, page: ArticleSketch) -> Iterator[str]:
    """The days of an act; of one without a date, those of its page, for news is told within days."""
    start, end = (report.start, report.end) if report.dated else (None, None)
    if start is None:
        if page.start is not None and not report.background:
            yield from (str(page.start - back) for back in range(NEWS_DAYS))
        return
    end = start if end is None else end
    if end - start < LONG:
        yield from (str(day) for day in range(start, end + 1))


def key_number(*parts: str) -> int:
    """A signed number of 64 bits, as the archive can hold it."""
    digest = hashlib.blake2b("\0".join(parts).encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest, "big", signed=True)
