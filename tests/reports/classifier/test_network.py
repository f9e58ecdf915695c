"""The classifier's trained part: averages under marks, and what the shipped weights make of plain sentences."""

from pathlib import Path

import numpy as np
import pytest

from dragoman.errors import ModelError
from dragoman.reports.classifier.network import OTHER, SOURCE, TARGET, TRIGGER, ActNetwork, pooled
from dragoman.reports.classifier.states import MOST_PIECES, WordStates


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
def states() -> WordStates:
    return WordStates()


def vote(states: WordStates, words: str, trigger: str) -> dict[str, float]:
    """The shares for a sentence whose first word is the source and last the target."""
    parts = words.split()
    marks = np.full(len(parts), OTHER)
    marks[0], marks[-1], marks[parts.index(trigger)] = SOURCE, TARGET, TRIGGER
    return ActNetwork.load().probabilities(*pooled(states(parts), marks))


def test_shares_add_up_to_one(states: WordStates) -> None:
    assert sum(vote(states, "Norway accused Chad", "accused").values()) == pytest.approx(1)


@pytest.mark.parametrize(
    ("words", "trigger", "kind"),
    [
        ("Norway accused Chad", "accused", "ACCUSE"),
        ("Militants bombed a police station in Chad", "bombed", "ASSAULT"),
        ("Farmers demonstrated outside the parliament of Chad", "demonstrated", "PROTEST"),
        ("Norway urged the government of Chad", "urged", "REQUEST"),
    ],
)
def test_plain_acts_have_their_type(states: WordStates, words: str, trigger: str, kind: str) -> None:
    shares = vote(states, words, trigger)
    assert max(shares, key=lambda name: shares[name]) == kind


def test_a_match_is_less_of_an_act_than_a_beating(states: WordStates) -> None:
    match = vote(states, "Norway beat three goals to one the team of Chad", "beat")
    beating = vote(states, "Police beat a journalist in the streets of Chad", "beat")
    assert match["NONE"] > beating["NONE"]


def test_a_sentence_has_the_same_vectors_in_any_company(states: WordStates) -> None:
    alone = states(["Norway", "accused", "Chad"])
    states(["Something", "else", "was", "read", "between"])
    assert np.array_equal(alone, states(["Norway", "accused", "Chad"]))


def test_a_sentence_too_long_for_the_encoder_loses_its_last_words(states: WordStates) -> None:
    vectors = states(["talks"] * (MOST_PIECES + 5))
    assert vectors[MOST_PIECES - 1].any()
    assert not vectors[MOST_PIECES:].any()


def test_a_missing_encoder_is_a_model_error(tmp_path: Path) -> None:
    with pytest.raises(ModelError):
        WordStates(tmp_path)(["word"])
