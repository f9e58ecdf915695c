"""Knowledge files: every fault at once, a user's entries on top, words read as words."""

from pathlib import Path

import pytest

from dragoman.errors import OntologyError
from dragoman.ontology import load
from dragoman.ontology.load import Knowledge, load_entries, ontology_fingerprint


class Herb(Knowledge):
    id: str
    grows: tuple[str, ...] = ()
    bitter: bool = False


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "data"
    folder.mkdir()
    monkeypatch.setattr(load, "DATA", folder)
    return folder


def test_words_that_yaml_takes_for_truth_values_stay_words(data: Path) -> None:
    (data / "herbs.yaml").write_text("- {id: no, grows: [on, off, yes], bitter: true}", "utf-8")
    assert load_entries("herbs", Herb) == {"no": Herb(id="no", grows=("on", "off", "yes"), bitter=True)}


def test_all_faults_are_told_at_once(data: Path) -> None:
    (data / "herbs.yaml").write_text("- {id: sage, colour: green}\n- {grows: [wall]}\n- sage\n- {id: a}\n- {id: a}", "utf-8")
    with pytest.raises(OntologyError) as caught:
        load_entries("herbs", Herb)
    told = "\n".join(caught.value.problems)
    assert len(caught.value.problems) == 4
    for fault in (
        "herbs.yaml[1]: colour",
        "herbs.yaml[2]: id",
        "herbs.yaml[3]: a mapping",
        "herbs.yaml[5]: id 'a' stands twice",
    ):
        assert fault in told


def test_a_file_that_is_no_yaml_is_named(data: Path) -> None:
    (data / "herbs.yaml").write_text("- {id: sage", "utf-8")
    with pytest.raises(OntologyError, match=r"herbs\.yaml"):
        load_entries("herbs", Herb)


def test_a_users_entry_takes_the_place_of_a_shipped_one(data: Path, tmp_path: Path) -> None:
    (data / "herbs.yaml").write_text("- {id: sage}\n- {id: rue}", "utf-8")
    own = tmp_path / "own"
    own.mkdir()
    (own / "herbs.yaml").write_text("- {id: rue, bitter: true}\n- {id: dill}", "utf-8")
    herbs = load_entries("herbs", Herb, own)
    assert sorted(herbs) == ["dill", "rue", "sage"]
    assert herbs["rue"].bitter


def test_other_knowledge_has_another_fingerprint(data: Path, tmp_path: Path) -> None:
    (data / "herbs.yaml").write_text("- {id: sage}", "utf-8")
    before = ontology_fingerprint()
    assert ontology_fingerprint(tmp_path / "none") == before
    (data / "herbs.yaml").write_text("- {id: rue}", "utf-8")
    assert ontology_fingerprint() != before
