"""The lexicon of acts: what any frame must keep to, checked for all of them at once."""

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from itertools import combinations

import pytest

from dragoman.ontology.frames import (
    Example,
    Frame,
    load_cameo,
    load_contexts,
    load_event_types,
    load_frames,
    load_light_verbs,
)

CAMEO, CONTEXTS, TYPES = load_cameo(), load_contexts(), load_event_types()
FILES = load_frames()
FRAMES = [(file.type, frame) for file in FILES for frame in file.frames]
NAMES = [f"{kind}-{(frame.verbs or frame.nouns or frame.adjectives)[0]}-{frame.cameo}" for kind, frame in FRAMES]
of_each_frame = pytest.mark.parametrize(("kind", "frame"), FRAMES, ids=NAMES)

IRREGULAR = {
    "arise": "arose arisen", "be": "is are was were been being", "beat": "beaten", "become": "became", "begin": "began begun",
    "bind": "bound", "bite": "bit bitten", "blow": "blew blown", "break": "broke broken", "bring": "brought", "build": "built",
    "burn": "burnt", "buy": "bought", "catch": "caught", "come": "came", "deal": "dealt", "draw": "drew drawn",
    "drive": "drove driven", "eat": "ate eaten", "fall": "fell fallen", "feed": "fed", "fight": "fought", "find": "found",
    "flee": "fled", "fly": "flew flown", "forgive": "forgave forgiven", "freeze": "froze frozen", "get": "got gotten",
    "give": "gave given", "go": "went gone goes", "grind": "ground", "hang": "hung", "have": "has had", "hear": "heard",
    "hit": "hit", "hold": "held", "keep": "kept", "know": "knew known", "lay": "laid", "lead": "led", "leave": "left",
    "lend": "lent", "lie": "lay lain", "lose": "lost", "make": "made", "mean": "meant", "meet": "met", "oversee": "oversaw",
    "overthrow": "overthrew overthrown", "partake": "partook", "pay": "paid", "pull": "pulled", "put": "put",
    "rebuild": "rebuilt", "ride": "rode ridden", "ring": "rang rung", "rise": "rose risen", "run": "ran", "say": "said",
    "see": "saw seen", "seek": "sought", "sell": "sold", "send": "sent", "shake": "shook shaken", "shoot": "shot",
    "shut": "shut", "sink": "sank sunk", "sit": "sat", "slay": "slew slain", "speak": "spoke spoken", "spend": "spent",
    "spin": "spun", "stand": "stood", "steal": "stole stolen", "stick": "stuck", "strike": "struck stricken",
    "swear": "swore sworn", "take": "took taken", "teach": "taught", "tear": "tore torn", "tell": "told",
    "think": "thought", "throw": "threw thrown", "undergo": "underwent undergone", "undertake": "undertook undertaken",
    "withdraw": "withdrew withdrawn", "withhold": "withheld", "withstand": "withstood", "win": "won", "write": "wrote written",
    "overrun": "overran", "forbid": "forbade forbidden", "behead": "beheaded", "man": "men", "woman": "women",
    "person": "people", "child": "children", "foot": "feet", "life": "lives", "medium": "media", "crisis": "crises",
    "deliver": "delivered", "offset": "offset", "uphold": "upheld", "foresee": "foresaw", "rewrite": "rewrote rewritten",
}  # fmt: skip


@cache
def inflections(lemma: str) -> frozenset[str]:
    """The forms that a lemma may take in a text; a few that do not exist do no harm."""
    stem = lemma[:-1] if lemma.endswith(("e", "y")) else lemma
    doubled = lemma + lemma[-1]
    regular = {lemma, *(lemma + end for end in ("s", "es", "d", "ed", "ing"))}
    changed = {*(stem + end for end in ("ed", "ing", "ied", "ies")), doubled + "ed", doubled + "ing", lemma + "ked", lemma + "king"}
    return frozenset(regular | changed | set(IRREGULAR.get(lemma, "").split()))


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


@of_each_frame
def test_a_frame_names_only_what_exists(kind: str, frame: Frame) -> None:
    code = CAMEO[frame.cameo]
    assert code.type == kind or frame.note, f"{frame.cameo} is {code.type} for PLOVER: a note must say why not here"
    assert frame.mode is None or frame.mode in TYPES[kind].modes
    assert set(frame.contexts) <= set(CONTEXTS)



@of_each_frame
def test_a_frame_can_find_somebody(kind: str, frame: Frame) -> None:
    assert frame.source or frame.target
    assert all(getattr(frame, role) for role in frame.requires)


@of_each_frame
def test_triggers_are_lemmas(kind: str, frame: Frame) -> None:
    for pos, lemma in triggers(frame):
        assert re.fullmatch(r"[a-z]+(-[a-z]+)*( [a-z]+)*", lemma), f"{pos} {lemma}"


@of_each_frame
def test_an_example_holds_a_trigger_and_what_the_frame_needs(kind: str, frame: Frame) -> None:
    for example in frame.examples:
        assert any(occurs(lemma, example.text) for _, lemma in triggers(frame)), f"no trigger in: {example.text}"
        for slot, needed in frame.needs.items():
            assert any(occurs(lemma, example.text) for lemma in needed), f"no needed {slot} in: {example.text}"


@of_each_frame
def test_what_a_frame_needs_after_a_preposition_is_not_its_object(kind: str, frame: Frame) -> None:
    ends = {lemma.partition(" ")[2] for lemma in frame.verbs}
    assert "object" not in frame.needs or not ends & {"to", "into", "with", "at", "for", "against", "from", "of", "upon", "about"}


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
