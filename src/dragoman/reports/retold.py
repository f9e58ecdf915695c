"""The day of an act that a page tells twice: in its headline or lead without a day, in the body with it.

"Chad recalls its envoy" over "Chad recalled its ambassador on Monday" is of that Monday. Only where type, parties and
reality agree, and only where all dated tellings are of one day: what was done again on another day may be either. Words
("accused") are said again and again, and meetings planned one after another; of them only a headline is dated so.
"""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.records import Report
from dragoman.reports.headline import same_word
from dragoman.reports.narrative import IN_WORDS, inferred, side

SYMMETRIC = frozenset({"CONSULT", "AGREE", "COOPERATE"})
"""Acts of which either party may be named first."""
FACTS = frozenset({"happened", "ongoing"})
SAID = IN_WORDS - SYMMETRIC


def dated_by_telling(reports: Sequence[Report]) -> list[Report]:
    """The reports in their order, undated ones with the day on which the page's body tells the same act."""
    dated = [report for report in reports if report.date is not None and report.date.start is not None and _is_over(report)]
    told = [report for report in dated if not report.in_headline]
    return [_dated(report, told) if report.date is None else report for report in reports]


def _dated(report: Report, told: Sequence[Report]) -> Report:
    may_be_many = report.event_type in SAID or report.status not in FACTS
    if not report.sources or (may_be_many and not report.in_headline):
        return report
    same = [other for other in told if _is_same(report, other)]
    found = {(date.start, date.end): (date, other) for other in same if (date := other.date) is not None}
    if len(found) != 1:
        return report
    date, other = next(iter(found.values()))
    return inferred(report, date, f"told again, with its day, as {other.trigger.text!r}", f"date:of {other.id}")


def _is_over(report: Report) -> bool:
    """Whether an act is told with its day, not with a month or year since which it goes on."""
    return report.status != "ongoing" or (report.date is not None and report.date.precision == "day")


def _is_same(report: Report, other: Report) -> bool:
    """Whether two reports tell one act: of one type, in like words, by and to the same, both so or both ahead."""
    if report.event_type != other.event_type or not (same_word(report, other) or report.cameo == other.cameo):
        return False
    if report.status != other.status and not {report.status, other.status} <= FACTS:
        return False
    mine, theirs = _parties(report), _parties(other)
    if report.event_type in SYMMETRIC:
        return len(mine[0] | mine[1]) > 1 and mine[0] | mine[1] == theirs[0] | theirs[1]
    return mine == theirs and bool(mine[1])


def _parties(report: Report) -> tuple[set[str], set[str]]:
    """By and to whom, as states or, where they have none, themselves."""
    return {side(actor) for actor in report.sources}, {side(actor) for actor in report.targets}
