"""Why reports are one event, or two: the evidence of the one scorer, as a waterfall of weights."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from dragoman.query import fetch
from dragoman.query.wording import short
from dragoman.records import Report

if TYPE_CHECKING:
    from dragoman.stories.evidence import Verdict
    from dragoman.stories.sketch import ArticleSketch, ReportSketch

MOST = 40
"""Reports of an event that are compared with one another; a larger one is explained by these."""


class Weighed:
    """Some reports of the archive, ready to be weighed against each other."""

    def __init__(self, connection: sqlite3.Connection, reports: Sequence[Report]) -> None:
        # Imported only when asked for: the knowledge takes longer to load than most queries to answer.
        from dragoman.stories.resolver import Resolver

        rule = connection.execute("SELECT value FROM setting WHERE name = 'same_event'").fetchone()
        self._resolver = Resolver(rule[0] if rule else "default")
        self._pages = self._page_sketches(connection, reports)
        self._told = self._report_sketches(connection, reports)

    def verdict(self, one: str, other: str) -> Verdict:
        """The verdict on two of the reports."""
        return self._resolver.weigh(self._told[one], self._told[other], self._pages)

    def _page_sketches(self, connection: sqlite3.Connection, reports: Sequence[Report]) -> Mapping[str, ArticleSketch]:
        ids = sorted({report.article for report in reports})
        sketch = self._resolver.sketcher.article
        return {listed.article.id: sketch(listed.article) for listed in fetch.articles(connection, ids)}

    def _report_sketches(self, connection: sqlite3.Connection, reports: Sequence[Report]) -> Mapping[str, ReportSketch]:
        numbers = {
            report.id: connection.execute("SELECT number FROM report WHERE id = ?", [report.id]).fetchone()[0]
            for report in reports
        }
        return {report.id: self._resolver.sketcher.report(report, numbers[report.id]) for report in reports}


def joined(connection: sqlite3.Connection, reports: Sequence[Report]) -> Iterator[str]:
    """For each report of an event but the first, the report that it is joined to most strongly, and on what evidence."""
    some = list(reports)[:MOST]
    weighed = Weighed(connection, some)
    within, left = [some[0].id], [report.id for report in some[1:]]
    words = {report.id: report.evidence.text for report in some}
    while left:
        verdict, new, old = max(
            ((weighed.verdict(new, old), new, old) for new in left for old in within),
            key=lambda found: (found[0].relation == "same", found[0].total, found[1], found[2]),
        )
        within.append(new)
        left.remove(new)
        yield f"{new} {short(words[new])}"
        yield f"is the same as {old} {short(words[old])}"
        yield from lines(verdict)


def nearest(connection: sqlite3.Connection, ones: Sequence[Report], others: Sequence[Report]) -> Iterator[str]:
    """The two reports of two events that come nearest to being one, and what keeps them apart."""
    some, more = list(ones)[:MOST], list(others)[:MOST]
    weighed = Weighed(connection, [*some, *more])
    verdict, one, other = max(
        ((weighed.verdict(one.id, other.id), one, other) for one in some for other in more),
        key=lambda found: (found[0].barrier is None, found[0].total, found[1].id, found[2].id),
    )
    yield f"{one.id} {short(one.evidence.text)}"
    yield f"and {other.id} {short(other.evidence.text)}"
    yield from lines(verdict)
    yield _outcome(verdict)


def lines(verdict: Verdict) -> Iterator[str]:
    """The pieces of evidence, their weights, and their sum against the threshold."""
    for piece in verdict.evidence:
        yield f"  {piece.weight:+6.2f}  {piece.name}: {piece.detail}"
    yield f"  {verdict.total:+6.2f}  of {verdict.threshold:.2f} that are wanted"


def _outcome(verdict: Verdict) -> str:
    """Why the nearest pair did not make two events one."""
    if verdict.barrier:
        return f"apart, whatever the sum: {verdict.barrier}"
    if verdict.lacking:
        return f"apart: {verdict.lacking}"
    if verdict.relation == "announces":
        return "plan and deed: linked, not merged"
    if verdict.total < verdict.threshold:
        return "apart: the evidence does not suffice"
    return "alike enough, but other reports of the two events are not"
