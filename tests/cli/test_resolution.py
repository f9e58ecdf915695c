"""Commands on events, stories and their evidence."""

import csv
import io
import json
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from dragoman.store.archive import Archive
from tests.cli.conftest import Run
from tests.synthetic import FINGERPRINT, day, talks

DAYS = ("2019-10-22", "2023-09-04")


@pytest.fixture
def meetings(tmp_path: Path) -> Path:
    """Two meetings of one pair, told by two pages and by three, and a plan for the second."""
    path = tmp_path / "meetings.db"
    told = [talks(number, date=day(DAYS[number > 1])) for number in range(5)]
    plan = talks(9, status="planned", date=day(DAYS[1]))
    with Archive.open(path, create=True) as archive:
        archive.store([*told, plan], [], FINGERPRINT)
        archive.tell_stories()
    return path


def test_the_unit_of_a_row_can_be_chosen(run: Run, meetings: Path, tmp_path: Path) -> None:
    rows = {
        unit: list(csv.DictReader(io.StringIO(run("events", "-a", meetings, "--unit", unit, "-f", "csv").out)))
        for unit in ("report", "event", "dyad-day", "dyad-month")
    }
    assert {unit: len(found) for unit, found in rows.items()} == {"report": 6, "event": 3, "dyad-day": 4, "dyad-month": 4}
    assert {(row["period"], row["n_events"], row["n_reports"]) for row in rows["dyad-day"]} == {
        (DAYS[0], "1", "2"),
        (DAYS[1], "1", "3"),
    }
    assert {row["period"] for row in rows["dyad-month"]} == {"2019-10", "2023-09"}
    assert rows["dyad-day"][0]["consult"] == rows["dyad-day"][0]["verbal_cooperation"] == "1"
    file = tmp_path / "dyads.parquet"
    assert run("events", "-a", meetings, "--unit", "dyad-day", "-o", file).code == 0
    assert pq.read_table(file).num_rows == 4
    counted = run("events", "-a", meetings, "--unit", "dyad-day", "--status", "planned", "-f", "jsonl").records
    assert {record["period"] for record in counted} == {DAYS[1]}


def test_explain_shows_the_evidence_that_joined_reports(run: Run, meetings: Path) -> None:
    event = run("events", "-a", meetings, "--since", "2023", "--status", "happened", "-f", "jsonl").records[0]
    said = run("explain", event["id"], "-a", meetings).out
    assert "why these reports are one event" in said
    assert "time: 2023-09-04, 2023-09-04" in said
    assert "of 5.20 that are wanted" in said
    assert "announces-by" in said


def test_explain_against_says_what_keeps_two_apart(run: Run, meetings: Path) -> None:
    one, other, _ = run("events", "-a", meetings, "-f", "jsonl").records
    said = run("explain", one["id"], "--against", other["id"], "-a", meetings).out
    assert "apart, whatever the sum: " in said
    assert "2019-10-22 is not 2023-09-04" in said or "2023-09-04 is not 2019-10-22" in said
    whole = json.loads(run("explain", one["id"], "--against", other["id"], "-a", meetings, "--format", "json").out)
    assert whole["kind"] == "pair"


def test_explain_against_wants_events_or_reports(run: Run, meetings: Path) -> None:
    event = run("events", "-a", meetings, "-f", "jsonl").records[0]
    assert run("explain", event["id"], "--against", "no-such-id", "-a", meetings).code == 2


def test_the_plan_is_linked_to_the_meeting(run: Run, meetings: Path) -> None:
    events = {record["status"]: record for record in run("events", "-a", meetings, "--since", "2023", "-f", "jsonl").records}
    (link,) = events["planned"]["links"]
    assert (link["kind"], link["event"]) == ("announces", events["happened"]["id"])
    assert events["happened"]["links"][0]["kind"] == "announces-by"


def test_a_timeline_can_show_the_most_important_alone(run: Run, meetings: Path) -> None:
    said = run("timeline", "KEN", "TCD", "-a", meetings, "--top", "1").out
    assert "2023-09-04" in said
    assert "2019-10-22" not in said
    assert "3 sources in 3 articles" in said


def test_stories_are_listed_with_their_pages(run: Run, meetings: Path) -> None:
    (story,) = run("stories", "-a", meetings, "-f", "jsonl").records
    assert story["n_articles"] == len(story["pages"]) == 6
    assert story["n_events"] == 3


def test_resolve_makes_events_anew_by_another_rule(run: Run, meetings: Path) -> None:
    done = run("resolve", "-a", meetings, "--same-event", "strict")
    assert done.code == 0
    assert "by the rule 'strict'" in done.err
    with Archive.open_to_read(meetings) as archive:
        assert archive.same_event == "strict"
