"""What the shipped weights make of plain sentences, word by word."""

from pathlib import Path

import numpy as np
import pytest
from spacy.language import Language

from dragoman.documents.pipeline import load_language_model
from dragoman.errors import ModelError
from dragoman.reports.labeller.labels import LONGEST, Labeller, Labels
from dragoman.reports.labeller.network import LabelNetwork
from dragoman.reports.tree import Word, build_tree
from dragoman.settings import Settings


@pytest.fixture(scope="module")
def language() -> Language:
    return load_language_model(Settings())


@pytest.fixture(scope="module")
def labeller() -> Labeller:
    return Labeller()


def read(language: Language, labeller: Labeller, text: str) -> tuple[Labels, dict[str, Word]]:
    doc = language(text)
    tree = build_tree(doc)
    labels = Labels.of(doc, tree, labeller)
    assert labels is not None
    return labels, {word.text: word for word in tree.words}


def test_broken_weights_are_a_model_error(tmp_path: Path) -> None:
    (tmp_path / "acts.onnx").write_bytes(b"no weights")
    with pytest.raises(ModelError, match=r"acts\.onnx"):
        LabelNetwork(tmp_path)


def test_missing_weights_are_a_model_error(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match=r"acts\.onnx"):
        LabelNetwork(tmp_path)


def test_another_language_model_has_no_labels(language: Language, labeller: Labeller) -> None:
    doc = language.make_doc("Norway accused Chad")
    assert Labels.of(doc, build_tree(language("Norway accused Chad")), labeller) is None


@pytest.mark.parametrize(
    ("text", "trigger", "kind"),
    [
        ("Norway accused Chad of spying on its embassy in Lomé.", "accused", "ACCUSE"),
        ("Militants bombed a police station in the north of Chad on Sunday.", "bombed", "ASSAULT"),
        ("Norway urged the government of Chad to free the pilots.", "urged", "REQUEST"),
        ("The president of Chad met his Norwegian counterpart in Oslo on Friday.", "met", "CONSULT"),
    ],
)
def test_plain_acts_have_their_type(language: Language, labeller: Labeller, text: str, trigger: str, kind: str) -> None:
    labels, words = read(language, labeller, text)
    assert labels.type_of(words[trigger])[0] == kind
    assert labels.none(words[trigger]) < 0.5


@pytest.mark.parametrize(
    ("text", "trigger", "source", "target"),
    [
        ("Norway accused Chad of spying on its embassy.", "accused", "Norway", "Chad"),
        ("Chad was accused by Norway of spying on its embassy.", "accused", "Norway", "Chad"),
        ("Norway, which borders Sweden, has condemned Chad for the raid.", "condemned", "Norway", "Chad"),
    ],
)
def test_plain_roles_are_told_apart(
    language: Language, labeller: Labeller, text: str, trigger: str, source: str, target: str
) -> None:
    labels, words = read(language, labeller, text)
    told = words[trigger]
    assert labels.source(told, words[source]) > 0.5 > labels.target(told, words[source])
    assert labels.target(told, words[target]) > 0.5 > labels.source(told, words[target])


def test_weather_tells_of_no_act(language: Language, labeller: Labeller) -> None:
    labels, words = read(language, labeller, "Heavy rain is expected across the north of the country on Tuesday.")
    assert labels.none(words["expected"]) > 0.8


def test_a_word_of_a_later_sentence_plays_no_role(language: Language, labeller: Labeller) -> None:
    labels, words = read(language, labeller, "Norway protested. Chad rejected the charge.")
    assert labels.source(words["protested"], words["Chad"]) == 0.0
    assert labels.source(words["rejected"], words["Norway"]) < 0.5


def test_who_is_meant_may_stand_a_sentence_before(language: Language, labeller: Labeller) -> None:
    text = "Norway on Friday expelled two diplomats of Chad. The foreign ministry in N'Djamena said it would retaliate."
    labels, words = read(language, labeller, text)
    assert labels.target(words["retaliate"], words["Norway"]) > labels.target(words["retaliate"], words["Friday"])


def test_tables_are_not_read(language: Language, labeller: Labeller) -> None:
    labels, words = read(language, labeller, "attacked " + "7 , " * LONGEST)
    assert labels.none(words["attacked"]) == 1.0


def test_shares_add_up_to_one(labeller: Labeller) -> None:
    words = np.array([[1, 1, 1], [2, 2, 1]])
    read = labeller.network.read(np.zeros((2, labeller.network.width), np.float16), words)
    assert read.types.sum(-1) == pytest.approx(1, abs=1e-5)
    assert labeller.network.roles(read, 1).sum(-1) == pytest.approx(1, abs=1e-5)
    assert labeller.network.roles(read, 1).shape == (2, 3)
