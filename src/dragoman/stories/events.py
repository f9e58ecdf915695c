"""The record of an event: what its reports support best, the most exact of what they say, and where they differ."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from dragoman.ids import content_id
from dragoman.records import Actor, Event, Report, Status
from dragoman.stories.sketch import days

_PHASES: tuple[tuple[Status, ...], ...] = (
    ("happened", "ongoing", "background"),
    ("planned", "expected"),
    ("called-for",),
    ("negated",),
)
"""Statuses that tell of the same phase, the firmest first; phases in the order in which they win where support is equal."""
NO_FAMILIES: Mapping[str, str] = {}
_BASES = ("explicit", "relative", "inferred")


@dataclass(frozen=True, slots=True)
class Telling:
    """A report and what is known of its article: first day of publication, outlet, the agency it credits."""

    report: Report
    published: str | None
    credit: str | None


def event(tellings: Sequence[Telling]) -> Event:
    """The event that these reports tell of.

    Each value comes whole from one report: `date_from`, `place_from` and `parties_from` name it.
    """
    told = sorted(tellings, key=lambda telling: telling.report.id)
    reports = [telling.report for telling in told]
    status = best_status(reports)
    shown = max(reports, key=lambda report: (*_showing(report, status), _last(report.id)))
    date_from, place_from = _most_exact_date(reports, shown.mode), _best_place(reports)
    parties_from = max(reports, key=lambda report: (_known_parties(report), report.id == shown.id, _last(report.id)))
    return Event(
        id=content_id("event", reports[0].id),
        event_type=shown.event_type,
        mode=shown.mode or next((report.mode for report in reports if report.mode), None),
        status=status,
        sources=parties_from.sources,
        targets=parties_from.targets,
        date=date_from.date if date_from else None,
        place=place_from.place if place_from else None,
        n_reports=len(reports),
        n_articles=len({report.article for report in reports}),
        n_independent_sources=independent_sources((telling.report.article, telling.credit) for telling in told),
        first_reported=min((telling.published for telling in told if telling.published), default=None),
        reports=(shown.id, *(report.id for report in reports if report.id != shown.id)),
        differences=tuple(differences(reports)),
        date_from=date_from.id if date_from else None,
        place_from=place_from.id if place_from else None,
        parties_from=parties_from.id,
    )


def best_status(reports: Sequence[Report]) -> Status:
    """The status that most articles support, the firmest of its phase; headlines count where there is nothing else."""
    firm = [report for report in reports if not report.in_headline] or list(reports)
    support = [len({report.article for report in firm if report.status in phase}) for phase in _PHASES]
    phase = _PHASES[support.index(max(support))]
    return min((report.status for report in firm if report.status in phase), key=phase.index)


def independent_sources(articles: Iterable[tuple[str, str | None]], family: Mapping[str, str] = NO_FAMILIES) -> int:
    """Articles, with the agency that each credits; those of one agency, or of one family of copies, counted once.

    `family`: articles that share a text, as `stories.copies.families` names them.
    """
    told = sorted(set(articles), key=lambda article: article[0])
    texts = {article: family.get(article, article) for article, _ in told}
    first: dict[str, str] = {}
    for article, credit in told:
        if credit:
            texts[article] = first.setdefault(credit, texts[article])
    return len(set(texts.values()))


def differences(reports: Sequence[Report]) -> Iterator[str]:
    """Where the tellings disagree on whether it is so, where it was, and how; each value with the number of its reports."""
    aspects: tuple[tuple[str, Callable[[Report], str | None]], ...] = (
        ("is it so", lambda report: None if report.in_headline else report.status),
        ("place", lambda report: report.place.name if report.place else None),
        ("type", lambda report: report.event_type),
    )
    for name, value in aspects:
        counts = Counter(found for report in reports if (found := value(report)))
        if len(counts) > 1:
            yield f"{name}: " + ", ".join(f"{said} ({count})" for said, count in sorted(counts.items()))


def _showing(report: Report, status: Status) -> tuple[bool, bool, bool, int, int, bool, float]:
    """What makes a report the one to show an event with: so, in the body, with its own exact day, its parties, its place."""
    date = report.date
    own_day = bool(date and date.span and report.evidence.start <= date.span.start < report.evidence.end)
    start, end = days(date)
    stretch = (end or 0) - (start or 0)
    placed = report.place is not None
    return (
        report.status == status,
        not report.in_headline,
        own_day,
        -stretch,
        _known_parties(report),
        placed,
        report.confidence,
    )


def _known_parties(report: Report) -> int:
    return sum(_exactness(actor) for actor in (*report.sources, *report.targets))


def _exactness(actor: Actor) -> int:
    """A named person tells more than a state, a state more than somebody."""
    if actor.id is None and not actor.members:
        return 0
    return 3 if actor.type == "person" else 2


def _most_exact_date(reports: Sequence[Report], mode: str | None) -> Report | None:
    """The report with the shortest stretch of days, of those of the mode that is shown where one is dated; among these the
    firmest basis. A visit does not fall on the day of the talks that are part of it.
    """
    dated = [report for report in reports if report.date and report.date.start]
    return min([report for report in dated if report.mode == mode] or dated, key=_vagueness, default=None)


def _vagueness(report: Report) -> tuple[int, bool, int, str]:
    start, end = days(report.date)
    basis = report.date.basis if report.date else _BASES[-1]
    return (end or 0) - (start or 0), report.in_headline, _BASES.index(basis), report.id


def _best_place(reports: Sequence[Report]) -> Report | None:
    """The report with the place that most reports name; of several, one that can be put on the map."""
    placed = [report for report in reports if report.place]
    counts = Counter(report.place.name for report in placed if report.place)
    return max(
        placed,
        key=lambda report: (
            (counts[report.place.name], report.place.lat is not None, _last(report.id)) if report.place else ()
        ),
        default=None,
    )


def _last(report: str) -> tuple[int, ...]:
    """Turns "the greatest" into "the first id" where everything else is equal."""
    return tuple(-ord(letter) for letter in report)
