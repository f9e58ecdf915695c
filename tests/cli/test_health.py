"""`doctor` and `ontology check`."""

import json
from pathlib import Path

import pytest

from dragoman.cli import doctor, ontology
from dragoman.errors import ModelError, OntologyError
from dragoman.store.archive import Archive
from tests.cli.conftest import Run
from tests.synthetic import FINGERPRINT, talks


@pytest.fixture(autouse=True)
def installed(monkeypatch: pytest.MonkeyPatch) -> None:
    """A model and knowledge that load."""
    monkeypatch.setattr(doctor, "_model", lambda settings: "a model")
    monkeypatch.setattr(ontology, "check_all", lambda folder: "249 states")


def test_a_sound_installation_and_archive_are_ok(run: Run, archive: Path) -> None:
    result = run("doctor", "--archive", archive)
    assert result.code == 0
    assert {line.split()[0] for line in result.out.splitlines()} == {"ok"}
    assert "language model: a model" in result.out
    assert "words of report.evidence" in result.out


def test_a_damaged_archive_is_a_problem_with_advice(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    with Archive.open(path, create=True) as opened:
        opened.store([talks(number) for number in range(30)], [], FINGERPRINT)
    content = bytearray(path.read_bytes())
    content[len(content) // 2 :] = b"\x55" * (len(content) - len(content) // 2)
    path.write_bytes(content)
    result = run("doctor", "--archive", path)
    assert result.code == 1
    assert "problem" in result.out
    assert "-> restore a copy" in result.out


def test_a_missing_model_and_wrong_knowledge_are_problems(run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def no_model(settings: object) -> str:
        raise ModelError("not found", "model")

    def wrong(folder: Path | None) -> str:
        raise OntologyError(["states.yaml[1]: id: wrong", "frames.yaml: empty"])

    monkeypatch.setattr(doctor, "_model", no_model)
    monkeypatch.setattr(ontology, "check_all", wrong)
    monkeypatch.chdir(tmp_path)
    result = run("doctor", "--format", "json")
    assert result.code == 1
    found = {record["check"]: record["level"] for record in result.records}
    assert found == {"Dragoman": "ok", "language model": "problem", "knowledge": "problem"}


def test_without_an_archive_only_the_installation_is_looked_at(
    run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run("doctor").code == 0
    assert run("doctor", "--archive", "none.db").code == 1


def test_ontology_check_names_all_problems_of_a_folder(run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.undo()
    (tmp_path / "event_types.yaml").write_text("- id: PARTY\n- 7\n", "utf-8")
    (tmp_path / "contexts.yaml").write_text("- {", "utf-8")
    with pytest.raises(OntologyError) as caught:
        ontology.check_all(tmp_path)
    problems = "\n".join(caught.value.problems)
    assert "event_types.yaml[1]" in problems
    assert "event_types.yaml[2]" in problems
    assert "contexts.yaml" in problems


def test_ontology_check_prints_and_ends_as_it_finds(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    result = run("ontology", "check")
    assert (result.code, result.err) == (0, "no problems in 249 states\n")

    def wrong(folder: Path | None) -> str:
        raise OntologyError(["one", "two"])

    monkeypatch.setattr(ontology, "check_all", wrong)
    result = run("ontology", "check")
    assert (result.code, result.err) == (1, "one\ntwo\n")


def test_every_kind_of_knowledge_has_a_loader_that_takes_a_folder() -> None:
    found = ontology.loaders()
    assert {"actors", "event types", "frames", "gazetteer"} <= set(found)
    assert "file" not in found
    assert all(json.dumps(name) for name in found)
