"""Counts by pair of states: what counts, for whom, and in which day or month."""

from collections import Counter
from dataclasses import replace

from dragoman.query.dyads import DyadCount, Period, dyad_counts
from dragoman.records import Event
from dragoman.stories.events import Telling, event
from tests.synthetic import day, talks

SYMMETRIC = frozenset({"CONSULT"})
QUADS = {"CONSULT": "verbal-cooperation", "ACCUSE": "verbal-conflict"}


def made(number: int = 0, *, on: str = "2024-03-04", kind: str = "CONSULT", **parties: str) -> Event:
    (report,) = talks(number, date=day(on), **parties).reports  # type: ignore[arg-type]
    return event([Telling(replace(report, event_type=kind), None, None)])


def counted(events: list[Event], period: Period = "day") -> tuple[list[DyadCount], Counter[str]]:
    left_out: Counter[str] = Counter()
    return list(dyad_counts(events, period, QUADS, SYMMETRIC, left_out)), left_out


def test_a_meeting_counts_for_both_a_charge_for_whoever_makes_it() -> None:
    rows, _ = counted([made(1), made(2, kind="ACCUSE")])
    assert [(row.period, row.source, row.target, row.n_events) for row in rows] == [
        ("2024-03-04", "KEN", "TCD", 2),
        ("2024-03-04", "TCD", "KEN", 1),
    ]
    assert rows[0].by_type == {"CONSULT": 1, "ACCUSE": 1}
    assert rows[0].by_quad == {"verbal-cooperation": 1, "verbal-conflict": 1}


def test_months_hold_their_days_together() -> None:
    rows, _ = counted([made(1), made(2, on="2024-03-28")], "month")
    assert [(row.period, row.source, row.n_events) for row in rows] == [("2024-03", "KEN", 2), ("2024-03", "TCD", 2)]


def test_what_has_no_day_or_no_two_states_is_left_out_and_counted() -> None:
    longer = replace(made(1), date=replace(day("2024-03-01"), end="2024-03-31", precision="month"))
    alone = made(2, target="Ana Ruiz")
    inside = replace(alone, targets=())
    rows, left_out = counted([longer, inside])
    assert (rows, left_out) == ([], Counter({"no day": 1, "no pair of states": 1}))
    rows, left_out = counted([longer], "month")
    assert len(rows) == 2


def test_persons_stand_under_their_state() -> None:
    rows, _ = counted([made(1, target="Ana Ruiz")])
    assert {(row.source, row.target) for row in rows} == {("KEN", "PER"), ("PER", "KEN")}
