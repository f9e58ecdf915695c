"""Whether reports of one event come together and others stay apart, on two kinds of set:

- our pages on recurring meetings (`examples/meetings`: `expected.yaml` and `pages/`), read and coded like any others. Each
  report that tells of an expected event (its words, its type) is an item; B-cubed compares the events that we make of the
  items with the expected ones. `series_merged` counts our events in which two meetings, visits or calls of a series
  are one: it must be 0.
- ECB+ (a folder with `ECB_*_corpus.txt` and `ECB_*_Event_gold_mentions.json`): see `ecb.py`.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import yaml

from dragoman.errors import EvaluationError
from dragoman.evaluation import ecb
from dragoman.evaluation.base import Evaluation
from dragoman.evaluation.clusters import Cluster, b_cubed
from dragoman.evaluation.examples import code
from dragoman.records import Coding, Event, Report
from dragoman.settings import Settings
from dragoman.stories.events import Telling, event
from dragoman.stories.links import within_article
from dragoman.stories.resolver import Part, Resolver

SET = "same-event"
MEETING = "CONSULT"
LINKS = ("announces", "part-of", "follows")
NOTES = (
    "items: reports of an expected event (words on the page, accepted type); b_cubed over these items",
    "repeated_rows: every page planted twice; dated events with the day, status, type, sources and targets of another",
    "series_merged: events of ours that hold reports of two different meetings, visits or calls; meant to be 0",
)


def evaluate(path: Path, settings: Settings) -> Evaluation:
    """Score a folder of either kind; raises `EvaluationError` where it is neither."""
    if (path / "expected.yaml").is_file():
        return _meetings(path, settings)
    if any(path.glob("ECB_*_corpus.txt")):
        return ecb.evaluate(path, settings)
    raise EvaluationError("holds neither expected.yaml nor ECB_*_corpus.txt", path)


def _meetings(path: Path, settings: Settings) -> Evaluation:
    expected = yaml.safe_load((path / "expected.yaml").read_text("utf-8"))
    codings = code(path / "pages", settings)
    reports = {report.id: report for coding in codings for report in coding.reports}
    parts = resolved(codings, settings)
    truth = {report.id: found for report in reports.values() if (found := _told(report, expected["events"]))}
    kinds = {event["id"]: event["type"] for event in expected["events"]}
    own = {report: number for number, group in enumerate(_groups(parts)) for report in group}
    scores = _scores(truth, own, kinds) | _link_scores(expected["links"], _links(codings, parts, settings), truth)
    scores["repeated_rows"] = _repeated([*codings, *_planted(codings)], settings)
    scores["tellings_found"] = _found(truth, reports, expected["events"])
    return Evaluation(SET, str(path), scores, list(_rows(reports, truth, own)), NOTES)


def resolved(codings: Sequence[Coding], settings: Settings) -> list[Part]:
    """The events of some codings, as the archive would make them."""
    resolver = Resolver(settings.same_event or "default", settings.ontology)
    pages = [resolver.sketcher.article(coding.article, coding.dates) for coding in codings]
    told = [resolver.sketcher.report(report, number) for coding in codings for number, report in enumerate(coding.reports)]
    return resolver.resolve(told, pages)


def _groups(parts: Sequence[Part]) -> Iterator[tuple[str, ...]]:
    for part in parts:
        yield from part.groups


def _told(report: Report, events: Sequence[Mapping[str, Any]]) -> str | None:
    """The expected event that a report tells of: the one with the fewest words that hold its trigger."""
    evidence, trigger = _folded(report.evidence.text), _folded(report.trigger.text)
    fitting = []
    for wanted in events:
        if report.event_type not in (wanted["type"], *wanted.get("type_alt", ())):
            continue
        for telling in wanted["tellings"]:
            words = _folded(telling["words"])
            if telling["page"] == report.page and trigger in words and (words in evidence or evidence in words):
                fitting.append((wanted["type"] != report.event_type, len(words), wanted["id"]))
    return min(fitting)[2] if fitting else None


def _scores(truth: Mapping[str, str], own: Mapping[str, int], kinds: Mapping[str, str]) -> dict[str, float]:
    gold, mine = _clusters(truth), _clusters({report: str(own[report]) for report in truth})
    precision, recall, both = b_cubed(gold, mine).scores
    return {
        "b_cubed_f1": both,
        "b_cubed_precision": precision,
        "b_cubed_recall": recall,
        "series_merged": sum(_meetings_in(cluster, truth, kinds) > 1 for cluster in mine),
        "items": len(truth),
        "events": len(gold),
    }


def _clusters(of: Mapping[str, str]) -> list[Cluster]:
    members: defaultdict[str, set[str]] = defaultdict(set)
    for item, cluster in of.items():
        members[cluster].add(item)
    return [frozenset(items) for items in members.values()]


def _meetings_in(cluster: Cluster, truth: Mapping[str, str], kinds: Mapping[str, str]) -> int:
    return len({truth[report] for report in cluster if kinds[truth[report]] == MEETING})


def _found(truth: Mapping[str, str], reports: Mapping[str, Report], events: Sequence[Mapping[str, Any]]) -> float:
    """The share of the expected tellings of which a report was coded; several tellings on one page count one by one."""
    wanted = Counter((telling["page"], event["id"]) for event in events for telling in event["tellings"])
    got = Counter((reports[report].page, event) for report, event in truth.items())
    return sum(min(count, got[key]) for key, count in wanted.items()) / wanted.total()


def _links(codings: Sequence[Coding], parts: Sequence[Part], settings: Settings) -> Iterator[tuple[str, str, str]]:
    """Kind and the two reports of every link: plans over all articles, parts and answers within each."""
    resolver = Resolver(settings.same_event or "default", settings.ontology)
    yield from (("announces", plan, deed) for part in parts for plan, deed, _ in part.announced)
    for coding in codings:
        told = [resolver.sketcher.report(report, number) for number, report in enumerate(coding.reports)]
        page = resolver.sketcher.article(coding.article)
        yield from ((link.kind, link.report, link.of) for link in within_article(told, page, resolver.scorer))


def _link_scores(
    expected: Sequence[Mapping[str, str]], links: Iterable[tuple[str, str, str]], truth: Mapping[str, str]
) -> dict[str, float]:
    """Recall and precision of each kind of link, over the pairs of expected events of which both have reports."""
    found: defaultdict[str, set[tuple[str, str]]] = defaultdict(set)
    for kind, one, other in links:
        if one in truth and other in truth and truth[one] != truth[other]:
            found[kind].add((truth[one], truth[other]))
    told = set(truth.values())
    scores: dict[str, float] = {}
    for kind in LINKS:
        wanted = {(link["from"], link["to"]) for link in expected if link["kind"] == kind}
        wanted = {pair for pair in wanted if set(pair) <= told}
        right, name = len(wanted & found[kind]), kind.replace("-", "_")
        scores |= {f"{name}_recall": right / (len(wanted) or 1), f"{name}_precision": right / (len(found[kind]) or 1)}
    return scores


def _planted(codings: Sequence[Coding]) -> Iterator[Coding]:
    """Every page once more, as another outlet that takes it over would print it."""
    for coding in codings:
        article = replace(coding.article, id=f"{coding.article.id}-again", page=f"again-{coding.article.page}")
        reports = tuple(replace(report, id=f"{report.id}-again", article=article.id) for report in coding.reports)
        yield replace(coding, article=article, reports=reports)


def _repeated(codings: Sequence[Coding], settings: Settings) -> float:
    """The share of dated events whose day, sources, type and targets another event has as well."""
    reports = {report.id: report for coding in codings for report in coding.reports}
    made = [event([Telling(reports[one], None, None) for one in group]) for group in _groups(resolved(codings, settings))]
    rows = [_row(one) for one in made if one.date and one.date.start]
    return 1.0 - len(set(rows)) / (len(rows) or 1)


def _row(one: Event) -> tuple[object, ...]:
    """What a row of the sets of the field holds, and whether it is so: a plan repeats no deed."""
    parties = (frozenset(actor.id or actor.mention.text for actor in actors) for actors in (one.sources, one.targets))
    return (one.date and one.date.start, one.event_type, one.status, *parties)


def _rows(reports: Mapping[str, Report], truth: Mapping[str, str], own: Mapping[str, int]) -> Iterator[dict[str, Any]]:
    for report in sorted(reports.values(), key=lambda report: (own[report.id], report.page, report.evidence.start)):
        yield {
            "event": own[report.id],
            "expected": truth.get(report.id),
            "page": report.page,
            "type": report.event_type,
            "status": report.status,
            "date": report.date.start if report.date else None,
            "evidence": _folded(report.evidence.text),
        }


def _folded(text: str) -> str:
    return " ".join(text.split())
