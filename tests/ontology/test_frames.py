"""The lexicon of acts: what any frame must keep to, checked for all of them at once."""

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from itertools import combinations
from pathlib import Path

import pytest

from dragoman.errors import OntologyError
from dragoman.ontology.frames import (
    Example,
    Frame,
    load_cameo,
    load_contexts,
    load_event_types,
    load_frames,
    load_light_verbs,
)
from dragoman.ontology.inflection import load_irregular, noun_forms, verb_forms

CAMEO, CONTEXTS, TYPES = load_cameo(), load_contexts(), load_event_types()
FILES = load_frames()
FRAMES = [(file.type, frame) for file in FILES for frame in file.frames]
PREPOSITIONS = {"to", "into", "with", "at", "for", "against", "from", "of", "upon", "about"}
EXCEPTIONS = load_irregular()


def name(kind: str, frame: Frame) -> str:
    return f"{kind}: {(frame.verbs or frame.nouns or frame.adjectives)[0]} ({frame.cameo})"


NAMED = {"@person", "@state"}
"""Classes of names: no list holds what may stand there."""


@cache
def inflections(lemma: str) -> frozenset[str]:
    """The forms that a lemma may take in a text, as a verb or as a noun."""
    return frozenset((*verb_forms(lemma, EXCEPTIONS), *noun_forms(lemma, EXCEPTIONS)))


@cache
def words(text: str) -> frozenset[str]:
    plain = text.replace("’", "'").lower()
    return frozenset(re.findall(r"[\w-]+", plain)) | frozenset(re.findall(r"\w+", plain))


def occurs(lemma: str, text: str) -> bool:
    return all(inflections(part) & words(text) for part in lemma.split())


def triggers(frame: Frame) -> Iterator[tuple[str, str]]:
    for pos, lemmas in (("verb", frame.verbs), ("noun", frame.nouns), ("adjective", frame.adjectives)):
        for lemma in lemmas:
            yield pos, lemma


def conditions(frame: Frame) -> tuple[object, ...]:
    needs, excludes = (tuple(sorted(rules.items())) for rules in (frame.needs, frame.excludes))
    return needs, excludes, frame.clause, frozenset(frame.requires)


def all_examples() -> Iterator[tuple[Frame, Example]]:
    for _, frame in FRAMES:
        for example in frame.examples:
            yield frame, example


@pytest.mark.parametrize("kind", sorted(TYPES))
def test_a_type_has_at_least_fifteen_frames_of_verbs_and_nouns(kind: str) -> None:
    frames = [frame for of_type, frame in FRAMES if of_type == kind]
    assert len(frames) >= 15
    assert any(frame.nouns for frame in frames)
    assert any(frame.verbs for frame in frames)


def test_the_lexicon_is_as_large_as_promised() -> None:
    assert len(FRAMES) >= 450
    assert sum(1 for _, frame in FRAMES for _ in triggers(frame)) >= 1200


def test_frames_name_only_what_exists() -> None:
    unknown = [
        (name(kind, frame), frame.cameo, frame.mode, frame.contexts)
        for kind, frame in FRAMES
        if frame.cameo not in CAMEO
        or frame.mode not in {None, *TYPES[kind].modes}
        or not set(frame.contexts) <= set(CONTEXTS)
    ]
    assert not unknown


def test_a_note_says_why_a_code_stands_under_a_type_that_is_not_its_own() -> None:
    unexplained = [name(kind, frame) for kind, frame in FRAMES if CAMEO[frame.cameo].type != kind and not frame.note]
    assert not unexplained


def test_every_frame_can_find_somebody() -> None:
    lost = [
        name(kind, frame)
        for kind, frame in FRAMES
        if not (frame.source or frame.target)
        or not all(getattr(frame, role) for role in frame.requires if role != "parties")
    ]
    assert not lost


def test_triggers_are_lemmas() -> None:
    odd = [lemma for _, frame in FRAMES for _, lemma in triggers(frame) if not re.fullmatch(r"[a-z]+([- ][a-z]+)*", lemma)]
    assert not odd


def test_examples_hold_a_trigger_and_what_their_frame_needs() -> None:
    wrong = [example.text for frame, example in all_examples() if not shows(frame, example)]
    assert not wrong


def shows(frame: Frame, example: Example) -> bool:
    has_trigger = any(occurs(lemma, example.text) for _, lemma in triggers(frame))
    needed = (lemmas for lemmas in frame.needs.values() if "*" not in lemmas)
    spelt = (lemmas for lemmas in needed if NAMED.isdisjoint(lemmas))
    return has_trigger and all(any(occurs(lemma, example.text) for lemma in lemmas) for lemmas in spelt)


def test_what_a_frame_needs_after_a_preposition_is_not_its_object() -> None:
    confused = [
        name(kind, frame)
        for kind, frame in FRAMES
        if "object" in frame.needs and {lemma.partition(" ")[2] for lemma in frame.verbs} & PREPOSITIONS
    ]
    assert not confused


def test_no_example_stands_twice() -> None:
    texts = [example.text for _, example in all_examples()]
    assert sorted(texts) == sorted(set(texts))


def test_examples_differ_in_form_and_status() -> None:
    examples = [example for _, example in all_examples()]
    assert sum(example.status != "happened" for example in examples) >= len(examples) / 6


def test_one_trigger_under_the_same_conditions_means_one_thing() -> None:
    by_trigger: dict[tuple[str, str], list[tuple[str, Frame]]] = defaultdict(list)
    for kind, frame in FRAMES:
        for trigger in triggers(frame):
            by_trigger[trigger].append((kind, frame))
    twins = [
        (trigger, one[0], other[0], one[1].cameo, other[1].cameo)
        for trigger, senses in by_trigger.items()
        for one, other in combinations(senses, 2)
        if conditions(one[1]) == conditions(other[1])
    ]
    assert not twins


def test_every_cameo_code_that_plover_keeps_is_reached() -> None:
    reached = {frame.cameo for _, frame in FRAMES}
    assert {code for code in CAMEO if len(code) > 2} - reached == set()


def test_light_verbs_load() -> None:
    verbs = load_light_verbs()
    assert len(verbs) >= 60
    assert {verb.subject for verb in verbs.values()} == {"source", "target"}


def test_a_class_of_things_in_a_frame_stands_for_its_words(tmp_path: Path) -> None:
    (tmp_path / "frames").mkdir()
    (tmp_path / "frames" / "mine.yaml").write_text(
        'type: COERCE\nframes:\n- verbs: [commandeer]\n  needs: {object: ["@vessel"]}\n  cameo: "171"\n'
        "  examples: [{text: Chad commandeered a ferry.}]\n"
    )
    mine = load_frames(tmp_path)[-1].frames[0]
    assert {"@vessel", "ferry"} <= set(mine.needs["object"])


def test_a_class_that_nobody_wrote_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "frames").mkdir()
    (tmp_path / "frames" / "mine.yaml").write_text(
        'type: COERCE\nframes:\n- verbs: [commandeer]\n  needs: {object: ["@cutlery"]}\n  cameo: "171"\n'
        "  examples: [{text: Chad commandeered a ferry.}]\n"
    )
    with pytest.raises(OntologyError, match="@cutlery"):
        load_frames(tmp_path)
