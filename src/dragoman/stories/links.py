"""How acts that one article tells of hang together: what was part of a meeting, and what came after something.

Plan and deed are another matter (`announces`): they are weighed like reports of one event, over all articles.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from dragoman.stories.evidence import Scorer, aside
from dragoman.stories.sketch import ArticleSketch, ReportSketch

LinkKind = Literal["announces", "part-of", "follows"]
SOON = 7
"""Days within which an act may follow another."""


@dataclass(frozen=True, slots=True)
class Link:
    """What a report is to another; `why` says what decided."""

    report: str
    kind: LinkKind
    of: str
    weight: float
    why: str


def within_article(told: Iterable[ReportSketch], page: ArticleSketch, scorer: Scorer) -> Iterator[Link]:
    """The links among the reports of one article."""
    ordered = sorted(told, key=lambda report: report.number)
    deeds = [report for report in ordered if report.phase == "done"]
    news = [report for report in deeds if not aside(report, page)]
    main = _main_meeting(news, scorer)
    for report in news:
        if main and report.afterwards and report.number > main.number:
            yield Link(report.id, "follows", main.id, 1.0, "told as what came after the meeting")
        elif main and _within(report, main, scorer):
            yield Link(report.id, "part-of", main.id, 1.0, "the meeting that the article tells of, its parties, its day")
        before = _before(report, deeds)
        if before:
            yield Link(report.id, "follows", before.id, 1.0, "told in one sentence, the other as what came before")


def _main_meeting(news: Sequence[ReportSketch], scorer: Scorer) -> ReportSketch | None:
    """The meeting of one day that the article is about: the first dated one, among parties of two countries or more."""
    meetings = (report for report in news if scorer.once_a_day(report) and report.dated and len(_countries(report)) > 1)
    return next((report for report in meetings if report.number <= LEAD), None)


LEAD = 3
"""Reports of an article among which its main one is looked for."""


def _within(report: ReportSketch, meeting: ReportSketch, scorer: Scorer) -> bool:
    """Whether an act among the parties on that day, or on a day that nobody names, belongs to their meeting.

    What one of them does alone belongs to it only where it is an act of both by its type (an agreement).
    """
    if scorer.once_a_day(report) or report.headline or report.number <= meeting.number:
        return False
    same_day = report.start is None or (report.start == meeting.start and report.end == meeting.end)
    countries = _countries(report)
    among = len(countries) > 1 or (bool(countries) and scorer.symmetric(report))
    return same_day and among and countries <= _countries(meeting)


def _before(report: ReportSketch, deeds: Sequence[ReportSketch]) -> ReportSketch | None:
    """The act that the same sentence puts before this one ("three days after ...")."""
    earlier = [deed for deed in deeds if deed.sentence == report.sentence and deed.id != report.id and deed.after_cue]
    if report.after_cue or not earlier or not report.dated:
        return None
    fits = [
        deed for deed in earlier if deed.start is None or (report.start or 0) >= deed.start >= (report.start or 0) - SOON
    ]
    return fits[0] if fits else None


def _countries(report: ReportSketch) -> set[str]:
    return {party.known for party in report.parties if party.known}
