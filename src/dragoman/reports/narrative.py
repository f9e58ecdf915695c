"""The day of what is told in the account of a meeting: "They met on Friday. Both sides agreed to ..." was agreed on Friday.

Inferred, and marked so: the date keeps the words that the meeting's was read from. Only acts in words qualify, told in the
simple past, by parties of the meeting, before the text tells what happened on another day.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from dragoman.records import Actor, Date, Report

IN_WORDS = frozenset({"AGREE", "SUPPORT", "REQUEST", "ACCUSE", "REJECT", "THREATEN", "CONCEDE", "CONSULT"})
FAR = 2500
"""Characters after which a text has left its account of a meeting."""
AT_HOME = frozenset({"COP", "JUD", "OPP", "PTY", "CVL"})
"""Sectors that take no part in meetings of states."""
STRANGER = "name:"
"""How the id of somebody without a record begins."""
NEAR = 600
"""The same for what a party says of somebody who was not there."""


def dated_by_meeting(reports: Iterable[Report]) -> list[Report]:
    """The reports in their order, undated acts of a meeting's parties with the day of the meeting that they are told of."""
    found: list[Report] = []
    meeting: Report | None = None
    for report in reports:
        if meeting is not None and _told_of(report, meeting):
            report = _on_the_day(report, meeting)
        if _is_meeting(report):
            meeting = report
        elif meeting is not None and _of_another_day(report, meeting):
            meeting = None
        found.append(report)
    return found


def _is_meeting(report: Report) -> bool:
    date = report.date
    told = report.event_type == "CONSULT" and report.status == "happened" and not report.in_headline
    return told and date is not None and date.start is not None and date.start == date.end and len(list(_sides(report))) > 1


def _of_another_day(report: Report, meeting: Report) -> bool:
    date = report.date
    if report.status != "happened" or report.in_headline or date is None or date.start is None:
        return False
    return date != meeting.date and date.basis != "inferred"


def _told_of(report: Report, meeting: Report) -> bool:
    plain = {"status:past", "date:none"} <= set(report.why) and not any("embed" in step for step in report.why)
    if report.date is not None or report.status != "happened" or report.event_type not in IN_WORDS or not plain:
        return False
    gone, met = report.trigger.start - meeting.trigger.end, set(_sides(meeting))
    if (
        report.in_headline
        or not 0 <= gone <= FAR
        or not report.sources
        or any(is_elsewhere(each) for each in report.sources)
    ):
        return False
    theirs = report.sources if gone <= NEAR else (*report.sources, *report.targets)
    return {side(actor) for actor in theirs} <= met


def is_elsewhere(actor: Actor) -> bool:
    """The police at home and politicians without a record take no part in a meeting of heads of state."""
    return actor.sector in AT_HOME or (actor.type == "person" and (actor.id or "").startswith(STRANGER))


def _sides(report: Report) -> Iterator[str]:
    yield from dict.fromkeys(side(actor) for actor in (*report.sources, *report.targets))


def side(actor: Actor) -> str:
    """The state that an actor stands for, or he himself."""
    return actor.country or actor.id or actor.mention.text


def _on_the_day(report: Report, meeting: Report) -> Report:
    if meeting.date is None:  # never so: a meeting counts only with its day
        return report
    clue = f"told in the account of the meeting ({meeting.trigger.text!r}) of that day"
    return inferred(report, meeting.date, clue, f"date:of the meeting {meeting.id}")


def inferred(report: Report, date: Date, clue: str, step: str) -> Report:
    """A report with a date that other words than its own give, and the clue that says which."""
    date = replace(date, basis="inferred", inferred_from=(*date.inferred_from, clue))
    why = (*(old for old in report.why if not old.startswith("date:none")), step)
    return replace(report, date=date, why=why)
