"""Pages that are made from the program are current, and say something about everything in it."""

import subprocess
import sys
from dataclasses import fields
from pathlib import Path
from typing import get_args

import pytest

from dragoman.query import codebook
from dragoman.query.columns import LISTINGS
from dragoman.records import DateBasis, Status
from dragoman.store.batch import COLUMNS


def test_codebook_and_commands_are_current(root: Path) -> None:
    done = subprocess.run(
        [sys.executable, "scripts/codebook", "--check"], cwd=root, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")


def test_every_field_of_every_record_has_a_meaning() -> None:
    for record, meanings in codebook.JSON_FIELDS.items():
        assert [field.name for field in fields(record)] == list(meanings), record.__name__


def test_every_status_and_basis_has_a_meaning() -> None:
    assert list(codebook.STATUSES) == list(get_args(Status))
    assert list(codebook.BASES) == list(get_args(DateBasis))


def test_every_column_of_every_table_that_is_written_has_a_meaning() -> None:
    described = {name: [column for column, _ in columns] for name, _, columns in codebook.schema_comments()}
    assert {"actor", "article_body", "run"} <= set(described)
    for table, columns in COLUMNS.items():
        assert set(columns) <= set(described[table]), table


@pytest.mark.parametrize("listing", LISTINGS, ids=lambda listing: listing.name)
def test_columns_have_names_of_their_own(listing: object) -> None:
    names = [column.name for column in listing.columns]  # type: ignore[attr-defined]
    assert len(names) == len(set(names))


def test_every_command_is_documented(root: Path) -> None:
    import typer

    from dragoman.cli.main import make_app

    page = (root / "docs" / "commands.md").read_text("utf-8")
    commands = typer.main.get_command(make_app()).commands  # type: ignore[attr-defined]
    assert {"read", "annotate", "events", "timeline", "explain", "evaluate", "doctor", "ontology"} <= set(commands)
    for name in commands:
        assert f"## `dragoman {name}" in page
