"""`dragoman lineage`, `compare`, and `explain` of a lineage: what a reader sees."""

from pathlib import Path

from tests.cli.conftest import PRINTED, Run


def test_lineage_lists_who_was_made_from_whom(run: Run, archive: Path) -> None:
    rows = run("lineage", "-a", archive, "--format", "jsonl").records
    found = {(row["page"], row["of_page"]): (row["relation"], row["direction"]) for row in rows}
    assert found["vardo-2.txt", "vardo-1.txt"] == ("copy", "derived")
    assert {page for pair in found for page in pair} == {"vardo-1.txt", "vardo-2.txt", "vardo-3.txt"}


def test_lineage_takes_the_filters_of_articles(run: Run, archive: Path) -> None:
    assert run("lineage", "-a", archive, "--text", "trawler").out
    assert run("lineage", "-a", archive, "--outlet", "Harbour Post").err.startswith("no lineage found")


def test_explain_shows_the_passages_of_a_lineage(run: Run, archive: Path) -> None:
    row = run("lineage", "-a", archive, "--format", "jsonl", "--limit", 1).records[0]
    shown = run("explain", "-a", archive, row["id"]).out
    assert f"lineage {row['id']}" in shown
    assert shown.count(PRINTED[0].removesuffix(".")) == 2
    assert row["why"][0] in shown


def test_compare_shows_both_sides_and_counts(run: Run, archive: Path) -> None:
    shown = run("compare", "vardo-1.txt", "vardo-3.txt", "-a", archive).out
    assert "dropped  not told" in shown
    assert PRINTED[2] in shown
    assert shown.splitlines()[-1] == "1 dropped passage, 2 kept passages"
    assert "kept " not in run("compare", "vardo-1.txt", "vardo-3.txt", "-a", archive, "--no-kept").out


def test_compare_as_jsonl_has_the_words_with_their_places(run: Run, archive: Path) -> None:
    rows = run("compare", "vardo-1.txt", "vardo-3.txt", "-a", archive, "--format", "jsonl").records
    assert [row["change"] for row in rows] == ["kept", "kept", "dropped"]
    dropped = rows[-1]
    assert (dropped["here"]["text"], dropped["there"]) == (PRINTED[2], None)


def test_compare_of_an_event_needs_an_event(run: Run, archive: Path) -> None:
    asked = run("compare", "vardo-1.txt", "-a", archive)
    assert asked.code == 2
    assert "no event" in asked.err


def test_compare_names_what_it_does_not_know(run: Run, archive: Path) -> None:
    asked = run("compare", "vardo-1.txt", "vardo-9.txt", "-a", archive)
    assert asked.code == 2
    assert "vardo-9.txt" in asked.err
