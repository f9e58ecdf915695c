"""The cues of speech: shipped knowledge is sound, and a user's own adds to it."""

from pathlib import Path

import pytest

from dragoman.errors import OntologyError
from dragoman.ontology.speech import load_speech_acts, load_speech_words
from dragoman.reports.quotes.knowledge import load_speech


def test_the_shipped_cues_load() -> None:
    acts = load_speech_acts()
    assert acts["say"].family == "speech"
    assert load_speech_words().sources


def test_longer_cues_come_first() -> None:
    call = load_speech().verbs["point"]
    assert [len(cue.others) for cue in call] == sorted((len(cue.others) for cue in call), reverse=True)


def test_a_users_cue_is_known(tmp_path: Path) -> None:
    (tmp_path / "speech.yaml").write_text("- {id: own, act: say, verbs: [vouchsafe], takes: [clause]}\n")
    (cue,) = load_speech(tmp_path).verbs["vouchsafe"]
    assert (cue.act, cue.family) == ("say", "speech")


def test_a_cue_that_takes_nothing_is_refused(tmp_path: Path) -> None:
    (tmp_path / "speech.yaml").write_text("- {id: own, verbs: [vouchsafe], takes: []}\n")
    with pytest.raises(OntologyError):
        load_speech(tmp_path)
