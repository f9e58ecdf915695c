"""From reports to events. For now nothing is merged: each report is an event of its own."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.ids import content_id
from dragoman.records import Coding, Event, Report

VERSION = 1
"""Rises whenever the same reports may give other events."""


def resolve(coding: Coding) -> Iterator[Event]:
    """The events that an article tells of, one per report, in the order of its reports."""
    published = coding.article.published
    first_reported = published.start if published else None
    for report in coding.reports:
        yield _event(report, first_reported)


def _event(report: Report, first_reported: str | None) -> Event:
    return Event(
        id=content_id("event", report.id),
        event_type=report.event_type,
        mode=report.mode,
        status=report.status,
        sources=report.sources,
        targets=report.targets,
        date=report.date,
        place=report.place,
        n_reports=1,
        n_articles=1,
        n_independent_sources=1,
        first_reported=first_reported,
        reports=(report.id,),
    )
