"""Frames between which only the order of the files decides are found, and get fewer."""

from typing import Any

from dragoman.ontology.frame_check import clash, problems_of_frames
from dragoman.ontology.frames import Frame, FrameFile, load_frames

MOST = 55
"""Clashes of the shipped lexicon; the number only falls."""


def frame(**fields: Any) -> Frame:  # noqa: ANN401 - whatever a frame holds
    given: dict[str, Any] = {
        "verbs": ["cut"],
        "cameo": "161",
        "source": ["subject"],
        "examples": [{"text": "Kenya cut ties."}],
    }
    return Frame.model_validate({**given, **fields})


def test_the_same_trigger_and_a_shared_word_clash() -> None:
    assert clash(frame(needs={"object": ["tie", "link"]}), frame(needs={"object": ["link", "cable"]}))


def test_other_words_other_slots_or_more_conditions_do_not() -> None:
    ties = frame(needs={"object": ["tie"]})
    assert not clash(ties, frame(needs={"object": ["cable"]}))
    assert not clash(ties, frame(needs={"with": ["tie"]}))
    assert not clash(ties, frame(needs={"object": ["tie"], "with": ["*"]}))
    assert not clash(ties, frame(needs={"object": ["tie"]}, requires=["source"]))


def test_what_one_needs_and_the_other_excludes_keeps_them_apart() -> None:
    one = frame(needs={"object": ["tie"]}, excludes={"with": ["wire"]})
    other = frame(needs={"object": ["tie", "cable"]}, excludes={"object": ["tie"]})
    assert not clash(one, other)


def test_only_frames_of_different_types_are_named_with_their_triggers() -> None:
    ties, cables = frame(needs={"object": ["tie"]}), frame(needs={"object": ["tie", "cable"]})
    same = [FrameFile(type="SANCTION", frames=(ties, cables))]
    apart = [FrameFile(type="SANCTION", frames=(ties,)), FrameFile(type="COERCE", frames=(cables,))]
    assert problems_of_frames(same) == []
    (line,) = problems_of_frames(apart)
    assert "SANCTION" in line
    assert "COERCE" in line
    assert line.endswith("cut")


def test_the_shipped_lexicon_leaves_ever_less_to_the_order_of_its_files() -> None:
    assert len(problems_of_frames(load_frames())) <= MOST
