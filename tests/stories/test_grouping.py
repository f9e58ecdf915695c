"""Pairs become groups: the same ones in any order, with no undated report as a bridge between two meetings."""

import random
from collections.abc import Sequence

import pytest

from dragoman.stories.grouping import components, met
from dragoman.stories.sketch import ArticleSketch, ReportSketch
from tests.stories.made import OSLO, RESOLVER, page, told

GRAIN = "the grain corridor, the sacks in the port of Larvik, the insurance that nobody would write"
GAS = "the gas price in winter, the compressor near Hammerfest, the arbitration in the hands of lawyers"


def resolve(reports: Sequence[ReportSketch], pages: Sequence[ArticleSketch]) -> set[frozenset[str]]:
    return {frozenset(group) for part in RESOLVER.resolve(reports, pages) for group in part.groups}


def test_components_are_the_parts_that_hang_together() -> None:
    assert components("abcde", [("a", "c"), ("d", "c")]) == [("a", "c", "d"), ("b",), ("e",)]


def test_only_those_that_share_a_key_meet_and_crowds_do_not() -> None:
    assert list(met({1: ["b", "a"], 2: ["a", "b"], 3: ["c"], 4: ["a", "c", "d"]}, most=2)) == [("a", "b")]
    assert list(met({1: ["a", "b", "c"]}, most=3, among=["b"])) == [("a", "b"), ("b", "c")]


def test_meetings_of_a_series_stay_apart() -> None:
    days = ("2019-10-22", "2022-08-05", "2023-09-04", "2024-07-03", "2025-09-01")
    reports = [told(f"{day}-{n}", day, spot=OSLO) for day in days for n in range(3)]
    pages = [page(report.article, report.id[:10], GRAIN) for report in reports]
    groups = resolve(reports, pages)
    assert groups == {frozenset(f"{day}-{n}" for n in range(3)) for day in days}


def test_an_undated_report_goes_to_the_meeting_that_its_page_tells_of() -> None:
    reports = [told("grain", "2022-08-05", spot=OSLO), told("gas", "2023-09-04", spot=OSLO), told("undated", spot=OSLO)]
    pages = [page("page-grain", "2022-08-05", GRAIN), page("page-gas", "2023-09-04", GAS), page("page-undated", None, GRAIN)]
    assert resolve(reports, pages) == {frozenset({"grain", "undated"}), frozenset({"gas"})}


def test_an_undated_report_that_fits_two_meetings_joins_neither() -> None:
    reports = [told("one", "2022-08-05", spot=OSLO), told("two", "2023-09-04", spot=OSLO), told("undated", spot=OSLO)]
    pages = [page("page-one", None, GRAIN), page("page-two", None, GRAIN), page("page-undated", None, GRAIN)]
    assert resolve(reports, pages) == {frozenset({"one"}), frozenset({"two"}), frozenset({"undated"})}


@pytest.mark.parametrize("seed", range(4))
def test_the_order_does_not_matter(seed: int) -> None:
    days = ("2019-10-22", "2022-08-05", "2022-08-09")
    reports = [told(f"{day}-{n}", day if n else None, spot=OSLO) for day in days for n in range(4)]
    pages = [page(report.article, report.id[:10], GRAIN) for report in reports]
    expected = RESOLVER.resolve(reports, pages)
    chance = random.Random(seed)  # noqa: S311 - nothing secret
    chance.shuffle(reports)
    chance.shuffle(pages)
    assert RESOLVER.resolve(reports, pages) == expected


def test_a_plan_announces_its_deed() -> None:
    plan, deed = told("plan", "2023-09-04", phase="ahead"), told("deed", "2023-09-04")
    pages = [page("page-plan", "2023-09-01", GRAIN), page("page-deed", "2023-09-05", GRAIN)]
    (part,) = RESOLVER.resolve([plan, deed], pages)
    assert part.groups == (("deed",), ("plan",))
    assert [(one, other) for one, other, _ in part.announced] == [("plan", "deed")]
