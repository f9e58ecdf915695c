"""Every list in every format, read back by other programs' rules."""

import csv
import datetime
import io
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest

from dragoman.query.columns import LISTINGS, Listing
from dragoman.query.query import Query
from dragoman.records import as_dict
from dragoman.store.archive import Archive
from tests.cli.conftest import CODINGS, Run
from tests.synthetic import stored_form

NAMES = [listing.name for listing in LISTINGS]
by_listing = pytest.mark.parametrize("listing", LISTINGS, ids=NAMES)


def answer(query: Query, name: str) -> Iterator[Any]:
    return {
        "events": query.told_events,
        "reports": query.told_reports,
        "quotes": query.told_quotes,
        "positions": query.told_positions,
        "articles": query.articles,
        "actors": query.actors,
        "stories": query.stories,
        "lineage": query.lineage,
    }[name]()


@by_listing
@pytest.mark.parametrize(("how", "delimiter"), [("csv", ","), ("tsv", "\t")])
def test_cells_hold_every_value_in_one_line(
    run: Run, archive: Path, listing: Listing[Any], how: str, delimiter: str
) -> None:
    printed = run(listing.name, "--archive", archive, "--format", how).out
    assert "\r" not in printed
    rows = list(csv.DictReader(io.StringIO(printed), delimiter=delimiter))
    assert printed.count("\n") == len(rows) + 1
    with Archive.open_to_read(archive) as opened:
        records = list(answer(Query(opened), listing.name))
    assert len(rows) == len(records) > 0
    for row, record in zip(rows, records, strict=True):
        for column in listing.columns:
            value, cell = column.take(record), row[column.name]
            assert "\t" not in cell
            assert "\x1b" not in cell
            if value in (None, (), []):
                assert cell == ""
            elif column.kind in ("integer", "number"):
                assert float(cell) == value
            elif column.kind == "list":
                assert len(cell.split("; ")) == len(value)
            elif column.kind == "text":
                assert cell.split() == value.replace("\x1b", "").split()


@by_listing
def test_parquet_holds_every_value_with_its_type(run: Run, archive: Path, listing: Listing[Any], tmp_path: Path) -> None:
    file = tmp_path / "out.parquet"
    assert run(listing.name, "--archive", archive, "--output", file).code == 0
    table = pq.read_table(file)
    with Archive.open_to_read(archive) as opened:
        records = list(answer(Query(opened), listing.name))
    assert table.num_rows == len(records)
    assert table.column_names == [column.name for column in listing.columns]
    for column in listing.columns:
        expected = [column.take(record) for record in records]
        if column.kind == "day":
            expected = [value and datetime.date.fromisoformat(value) for value in expected]
        assert table.column(column.name).to_pylist() == [list(v) if isinstance(v, tuple) else v for v in expected]
        assert table.schema.field(column.name).metadata[b"meaning"].decode() == column.meaning


@by_listing
def test_jsonl_and_json_hold_the_whole_records(run: Run, archive: Path, listing: Listing[Any]) -> None:
    lines = run(listing.name, "--archive", archive, "--format", "jsonl").records
    with Archive.open_to_read(archive) as opened:
        assert lines == json.loads(json.dumps([listing.as_json(record) for record in answer(Query(opened), listing.name)]))
    assert json.loads(run(listing.name, "--archive", archive, "--format", "json").out) == lines


def test_jsonl_of_reports_is_what_was_stored(run: Run, archive: Path) -> None:
    printed = {record["id"]: record for record in run("reports", "-a", archive, "-f", "jsonl").records}
    for coding in map(stored_form, CODINGS):
        for told in coding.reports:
            record = printed[told.id]
            assert {name: record[name] for name in as_dict(told)} == json.loads(json.dumps(as_dict(told)))
            assert record["outlet"] == coding.article.outlet


def test_jsonl_of_events_has_the_words_that_tell_of_it(run: Run, archive: Path) -> None:
    for record in run("events", "-a", archive, "-f", "jsonl").records:
        assert record["telling"]["evidence"]["text"]
        assert record["telling"]["report"] in record["reports"]


def test_nothing_found_is_an_empty_list_in_every_format(run: Run, archive: Path, tmp_path: Path) -> None:
    nothing = ("events", "-a", archive, "--type", "ASSAULT")
    assert run(*nothing, "-f", "jsonl").out == ""
    assert json.loads(run(*nothing, "-f", "json").out) == []
    assert run(*nothing, "-f", "csv").out.startswith("id,date,")
    assert run(*nothing, "-f", "table").out == ""
    run(*nothing, "-o", tmp_path / "none.parquet")
    assert pq.read_table(tmp_path / "none.parquet").num_rows == 0


def test_codes_are_text(run: Run, archive: Path) -> None:
    rows = list(csv.DictReader(io.StringIO(run("reports", "-a", archive, "-f", "csv").out)))
    assert {row["cameo"] for row in rows} == {"040"}


def test_lists_of_one_role_line_up(run: Run, archive: Path) -> None:
    rows = csv.DictReader(io.StringIO(run("reports", "-a", archive, "--actor", "Fiji", "-f", "csv").out))
    (row,) = rows
    assert (row["source"], row["source_id"], row["source_country"]) == ("Chad; Fiji", "TCD; FJI", "TCD; FJI")


def test_a_table_in_a_pipe_is_a_line_for_each_record_with_nothing_cut(run: Run, archive: Path) -> None:
    lines = run("reports", "-a", archive).out.splitlines()
    assert len(lines) == 1 + len(CODINGS)
    assert lines[0].split() == ["date", "status", "type", "source", "target", "id", "page", "evidence"]
    assert any(line.endswith('Peru accused "Norway" of [bold]theft[/bold]; [31mred[0m, Ana Ruiz said.') for line in lines)


def test_a_file_takes_its_format_from_its_ending_and_is_there_only_when_whole(
    run: Run, archive: Path, tmp_path: Path
) -> None:
    file = tmp_path / "events.jsonl"
    assert run("events", "-a", archive, "-o", file).out == ""
    assert len(file.read_text("utf-8").splitlines()) == len(CODINGS)
    assert [path.name for path in tmp_path.iterdir()] == ["events.jsonl"]


def test_a_file_that_cannot_be_written_is_wrong_usage(run: Run, archive: Path, tmp_path: Path) -> None:
    result = run("events", "-a", archive, "-o", tmp_path / "nowhere" / "a.csv")
    assert result.code == 2
    assert "cannot write" in result.err
