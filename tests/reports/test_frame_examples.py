"""Every frame carries its own fixture: its examples run the whole way, and the share coded as they say only rises.

Run `python -m tests.reports.test_frame_examples [TYPE ...]` to list the examples that are not coded as they say.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

import pytest

from dragoman.documents.pipeline import SHIPPED
from dragoman.documents.stage import DocumentStage
from dragoman.mentions.stage import MentionStage
from dragoman.ontology.frames import Example, load_event_types, load_frames
from dragoman.records import Actor, Article, Block, Coding, Drop, Report
from dragoman.reports.stage import ReportStage
from dragoman.settings import Settings
from dragoman.stage import chain

FLOORS = {"type": 0.98, "roles": 0.968, "status": 0.966}
"""Least shares of examples with a report of their type; with their source and target too; and with their status as well."""


@dataclass(frozen=True, slots=True)
class Case:
    """An example and its frame's type."""

    type: str
    example: Example


def cases() -> list[Case]:
    """All examples of all frames."""
    return [Case(file.type, example) for file in load_frames() for frame in file.frames for example in frame.examples]


def coded(examples: list[Case]) -> Iterator[tuple[Case, Coding]]:
    """Each example as a page of its own, coded."""
    settings = Settings()
    stages = (DocumentStage(settings), MentionStage(settings), ReportStage(settings))
    for case, result in zip(examples, chain(stages, (_article(case) for case in examples)), strict=True):
        assert not isinstance(result, Drop), result
        yield case, result


def _article(case: Case) -> Article:
    text = case.example.text
    return Article(
        text, text, text, None, None, None, None, None, None, "en", None, text, (Block(0, len(text), "body", "test"),)
    )


def reached(case: Case, coding: Coding, symmetric: frozenset[str]) -> str:
    """How far the best report agrees with the example: "nothing", "type", "roles" or "status"."""
    same = [report for report in coding.reports if report.event_type == case.type]
    right = [report for report in same if _roles_agree(case, report, symmetric)]
    if any(report.status == case.example.status for report in right):
        return "status"
    return "roles" if right else "type" if same else "nothing"


def _roles_agree(case: Case, report: Report, symmetric: frozenset[str]) -> bool:
    wanted, found = case.example, report
    if _agree(wanted.source, found.sources) and _agree(wanted.target, found.targets):
        return True
    return case.type in symmetric and _agree((*wanted.source, *wanted.target), (*found.sources, *found.targets))


def _agree(wanted: tuple[str, ...], actors: tuple[Actor, ...]) -> bool:
    return len(wanted) == len(actors) and all(any(_is(actor, name) for actor in actors) for name in wanted)


def _is(actor: Actor, name: str) -> bool:
    known = {actor.id, actor.name, actor.mention.text, None if actor.type == "person" else actor.country}
    low = name.lower()
    return name in known or any(
        each and (low in each.lower() or each.lower() in low) for each in (actor.name, actor.mention.text)
    )


def symmetric_types() -> frozenset[str]:
    """The types whose parties may stand in either role."""
    return frozenset(name for name, kind in load_event_types().items() if kind.symmetric)


@pytest.mark.slow
def test_the_share_of_examples_coded_as_their_frames_say() -> None:
    if not SHIPPED.is_dir():
        pytest.skip("the language model is not there")
    symmetric = symmetric_types()
    levels = Counter(reached(case, coding, symmetric) for case, coding in coded(cases()))
    total = levels.total()
    status = levels["status"] / total
    roles = (levels["status"] + levels["roles"]) / total
    kind = 1 - levels["nothing"] / total
    found = {"type": kind, "roles": roles, "status": status}
    assert all(found[name] >= floor for name, floor in FLOORS.items()), found


def main() -> None:
    """List the examples that are not coded as they say."""
    symmetric = symmetric_types()
    levels: Counter[str] = Counter()
    for case, coding in coded([case for case in cases() if not sys.argv[1:] or case.type in sys.argv[1:]]):
        level = reached(case, coding, symmetric)
        levels[level] += 1
        if level != "status":
            _show(case, coding, level)
    print(dict(levels))  # noqa: T201


def _show(case: Case, coding: Coding, level: str) -> None:
    example = case.example
    lines = [f"[{case.type}/{level}] {example.text} | {example.source} -> {example.target} {example.status}"]
    for report in coding.reports:
        who = [[actor.id or actor.mention.text for actor in role] for role in (report.sources, report.targets)]
        lines.append(f"    {report.event_type} {report.status} {who[0]} -> {who[1]} {report.trigger.text!r} {report.why}")
    lines += [f"    left out: {drop.reason} {drop.detail}" for drop in coding.left_out]
    print("\n".join(lines))  # noqa: T201


if __name__ == "__main__":
    main()
