"""Knowledge files: every fault at once, a user's entries on top, words read as words."""

from pathlib import Path

import pytest
import yaml

from dragoman.articles.lexicon import load_lexicon
from dragoman.errors import OntologyError
from dragoman.ontology import load
from dragoman.ontology.coreference import load_reference_words
from dragoman.ontology.cues import load_restraint_cues, load_status_cues
from dragoman.ontology.load import DATA, Knowledge, load_entries, load_whole, ontology_fingerprint
from dragoman.ontology.stances import load_evaluations, load_stance_words
from dragoman.ontology.syntax import load_ways


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


class Garden(Knowledge):
    added_to = frozenset({"beds"})
    name: str
    soil: str
    beds: dict[str, str]


def test_a_users_file_gives_some_fields_and_ours_fill_the_others(data: Path, tmp_path: Path) -> None:
    (data / "garden.yaml").write_text("{name: abbey, soil: clay, beds: {rue: north, sage: south}}", "utf-8")
    own = tmp_path / "own"
    own.mkdir()
    (own / "garden.yaml").write_text("{soil: sand, beds: {sage: east}}", "utf-8")
    garden = load_whole("garden", Garden, own)
    assert garden == Garden(name="abbey", soil="sand", beds={"rue": "north", "sage": "east"})


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        ("{sol: sand}", r"garden\.yaml: sol: there is no such field; near: soil"),
        ("- sand", "a mapping of fields"),
        ("{soil: [1]}", r"garden\.yaml: soil"),
    ],
)
def test_a_wrong_field_of_a_users_file_is_named(data: Path, tmp_path: Path, content: str, fault: str) -> None:
    (data / "garden.yaml").write_text("{name: abbey, soil: clay, beds: {}}", "utf-8")
    own = tmp_path / "own"
    own.mkdir()
    (own / "garden.yaml").write_text(content, "utf-8")
    with pytest.raises(OntologyError, match=fault):
        load_whole("garden", Garden, own)


def test_a_document_that_is_nowhere_is_missing(data: Path) -> None:
    with pytest.raises(OntologyError, match=r"garden\.yaml is missing"):
        load_whole("garden", Garden)


WHOLE = {
    "coreference": load_reference_words, "evaluations": load_evaluations, "page_words": load_lexicon,
    "restraint": load_restraint_cues,
    "stance_words": load_stance_words, "status": load_status_cues, "syntax": load_ways,
}  # fmt: skip


@pytest.mark.parametrize("kind", sorted(WHOLE))
def test_a_file_written_for_an_earlier_version_still_holds(kind: str, tmp_path: Path) -> None:
    fields = yaml.safe_load((DATA / f"{kind}.yaml").read_text("utf-8"))
    first = next(iter(fields))
    (tmp_path / f"{kind}.yaml").write_text(yaml.safe_dump({first: fields[first]}), "utf-8")
    assert WHOLE[kind](tmp_path) is not None
