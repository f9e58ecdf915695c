"""Headlines: their present tense is a habit of style, so a headline alone never makes an act happened.

What a headline tells takes its status from a report of the body with the same type and parties: "X visits Y" over
"X is to visit Y on Monday" is planned. Without such support it is expected, and says so.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from dragoman.records import Actor, Report

STYLED = frozenset({"happened", "ongoing", "background"})
UNREAL = frozenset({"planned", "expected", "called-for"})
PAST = "status:past"
UNSUPPORTED = 0.6
STEM = 4
"""Letters from the start by which forms of one word are told."""


def supported(report: Report, body: Sequence[Report]) -> Report:
    """A headline's report with the status that the body gives to the act that it tells of."""
    if report.status not in STYLED:
        return report
    support = max(body, key=lambda each: _likeness(report, each), default=None)
    if support is None or _likeness(report, support) <= 1:
        why = (*report.why, "headline: no support in the body")
        return replace(report, status="expected", confidence=round(report.confidence * UNSUPPORTED, 3), why=why)
    told = support.status in UNREAL and PAST in report.why  # "X met Y" over "X is in Kabul to meet Y"
    status = report.status if told else "happened" if support.status == "background" else support.status
    return replace(report, status=status, why=(*report.why, f"headline: status of {support.id}"))


def _likeness(headline: Report, report: Report) -> int:
    """0 for another type in other words; else 1 and one more for each country or actor that both name."""
    if report.event_type != headline.event_type and not same_word(report, headline):
        return 0
    return 1 + len(_who(headline.sources + headline.targets) & _who(report.sources + report.targets))


def same_word(one: Report, other: Report) -> bool:
    """Whether two reports rest on forms of one word: "fires" and "fired" may be read as two types of one act."""
    return one.trigger.text.lower()[:STEM] == other.trigger.text.lower()[:STEM]


def _who(actors: Iterable[Actor]) -> set[str]:
    return {key for actor in actors for key in (actor.country, actor.id) if key}
