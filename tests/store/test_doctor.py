"""What the doctor finds, and that it finds nothing where nothing is wrong."""

import sqlite3
from pathlib import Path

import pytest

from dragoman.errors import OntologyError
from dragoman.records import Drop
from dragoman.store.archive import Archive
from dragoman.store.doctor import Finding, examine, installation
from tests.synthetic import FINGERPRINT, talks


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "dragoman.db"
    with Archive.open(path, create=True) as archive:
        archive.store([talks(number) for number in range(20)], [Drop("pages", "empty", "a", "id-a")], FINGERPRINT)
    return path


def troubles(path: Path) -> list[Finding]:
    return [finding for finding in examine(path) if finding.level != "ok"]


def tamper(path: Path, *statements: str) -> None:
    connection = sqlite3.connect(path)
    for statement in statements:
        connection.execute(statement)
    connection.commit()
    connection.close()


def test_a_sound_archive_has_no_findings(path: Path) -> None:
    assert troubles(path) == []
    assert {"opens", "integrity", "schema", "report_search"} <= {finding.check for finding in examine(path)}


@pytest.mark.parametrize(
    ("statement", "check"),
    [
        ("UPDATE report SET evidence = 'Nothing of the kind.'", "words of report.evidence"),
        ("UPDATE mention SET span_start = span_start + 1, span_end = span_end + 1", "words of mention.span_text"),
        ("UPDATE report_actor SET span_text = 'Peru' WHERE role = 'source'", "words of report_actor.span_text"),
        ("UPDATE report SET trigger_end = trigger_end - 1", "words of report.trigger_text"),
        ("DELETE FROM event_report", "events"),
        ("UPDATE event SET n_reports = 3", "events"),
        ("DELETE FROM dropped", "nothing vanishes"),
        ("UPDATE block SET span_start = 0 WHERE number = 2", "blocks"),
        ("DELETE FROM article WHERE rowid = 1", "links"),
        ("DROP INDEX report_type", "schema"),
        ("INSERT INTO report_search (report_search) VALUES ('delete-all')", "report_search"),
        ("UPDATE article SET headline = 'Quite another one'", "article_search"),
    ],
)
def test_what_was_tampered_with_is_named_with_advice(path: Path, statement: str, check: str) -> None:
    tamper(path, statement)
    found = {finding.check: finding for finding in troubles(path)}
    assert found[check].level == "problem"
    assert found[check].advice


def test_a_stopped_run_and_a_second_pipeline_are_warnings(path: Path) -> None:
    with Archive.open(path) as archive:
        archive.start_run("0.1.0", FINGERPRINT)
        archive.store([talks(99)], [], "pipeline-2")
    assert {(finding.check, finding.level) for finding in troubles(path)} == {
        ("runs", "warning"),
        ("one pipeline", "warning"),
    }


def test_a_log_beside_the_archive_is_explained(path: Path) -> None:
    with Archive.open(path) as archive:
        archive.store([talks(99)], [], FINGERPRINT)
        assert [finding.check for finding in troubles(path)] == ["write-ahead log"]


@pytest.mark.parametrize("first_page", [1, 40])
def test_damage_is_explained(path: Path, first_page: int) -> None:
    content = bytearray(path.read_bytes())
    content[4096 * first_page :] = b"\xaa" * (len(content) - 4096 * first_page)
    path.write_bytes(content)
    found = troubles(path)
    assert {finding.level for finding in found} == {"problem"}
    assert all(finding.advice for finding in found)


def test_an_archive_cut_short_is_explained(path: Path) -> None:
    content = path.read_bytes()
    path.write_bytes(content[: len(content) // 2])
    assert [finding.level for finding in troubles(path)][:1] == ["problem"]


def test_a_missing_archive_is_explained(tmp_path: Path) -> None:
    (finding,) = troubles(tmp_path / "none.db")
    assert "no archive" in finding.message
    assert "dragoman read" in finding.advice


def test_the_doctor_changes_nothing(path: Path) -> None:
    before = path.read_bytes()
    list(examine(path))
    assert path.read_bytes() == before


def test_parts_of_the_installation_that_fail_are_named() -> None:
    def broken() -> str:
        raise OntologyError(["states.yaml[3]: id: wrong"])

    ok, bad = installation({"model": lambda: "30 MB", "ontology": broken})
    assert (ok.level, ok.message) == ("ok", "30 MB")
    assert bad.level == "problem"
    assert "states.yaml[3]" in bad.message
