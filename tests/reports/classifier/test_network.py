"""The classifier's trained part: averages under marks, and what the shipped weights make of plain sentences."""

from pathlib import Path

import numpy as np
import pytest
from spacy.language import Language

from dragoman.documents.pipeline import load_language_model
from dragoman.documents.syntax import word_layers
from dragoman.errors import ModelError
from dragoman.reports.classifier.network import OTHER, SOURCE, TARGET, TRIGGER, ActNetwork, pooled
from dragoman.settings import Settings


def test_means_are_of_the_marked_words_alone() -> None:
    states = np.arange(12, dtype=np.float32).reshape(6, 2)
    means, there = pooled(states, np.array([SOURCE, TRIGGER, TARGET, TARGET, OTHER, OTHER]))
    assert means[0].tolist() == [2, 3]
    assert means[2].tolist() == [5, 6]
    assert means[3].tolist() == [8, 9]
    assert there.all()


def test_a_role_that_nobody_is_named_for_has_no_mean() -> None:
    _, there = pooled(np.ones((3, 2), np.float32), np.array([OTHER, TRIGGER, OTHER]))
    assert there.tolist() == [True, False, False, True, True]


def test_broken_weights_are_a_model_error(tmp_path: Path) -> None:
    (tmp_path / "acts.npz").write_bytes(b"no weights")
    with pytest.raises(ModelError):
        ActNetwork.load(tmp_path / "acts.npz")


@pytest.fixture(scope="module")
def language() -> Language:
    return load_language_model(Settings())


def vote(language: Language, words: str, trigger: str) -> dict[str, float]:
    """The shares for a sentence whose first word is the source and last the target."""
    doc = language(words)
    marks = np.full(len(doc), OTHER)
    marks[0], marks[-1], marks[[token.text for token in doc].index(trigger)] = SOURCE, TARGET, TRIGGER
    layers = word_layers(doc)
    assert layers is not None
    return ActNetwork.load().probabilities(*pooled(layers.astype(np.float32), marks))


def test_shares_add_up_to_one(language: Language) -> None:
    assert sum(vote(language, "Norway accused Chad", "accused").values()) == pytest.approx(1)


@pytest.mark.parametrize(
    ("words", "trigger", "kind"),
    [
        ("Norway accused Chad", "accused", "ACCUSE"),
        ("Militants bombed a police station in Chad", "bombed", "ASSAULT"),
        ("Farmers demonstrated outside the parliament of Chad", "demonstrated", "PROTEST"),
        ("Norway urged the government of Chad", "urged", "REQUEST"),
    ],
)
def test_plain_acts_have_their_type(language: Language, words: str, trigger: str, kind: str) -> None:
    shares = vote(language, words, trigger)
    assert max(shares, key=lambda name: shares[name]) == kind


def test_a_match_is_less_of_an_act_than_a_beating(language: Language) -> None:
    match = vote(language, "Norway beat three goals to one the team of Chad", "beat")
    beating = vote(language, "Police beat a journalist in the streets of Chad", "beat")
    assert match["NONE"] > beating["NONE"]


def test_another_language_model_has_no_layers(language: Language) -> None:
    assert word_layers(language.make_doc("Norway accused Chad")) is None
