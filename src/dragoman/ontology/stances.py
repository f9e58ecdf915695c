"""Where somebody may stand on an issue, and the words and acts that show it.

Five files: `stances.yaml` (the stances), `stance_cues.yaml` (words by which somebody takes a stand), `act_stances.yaml`
(what a coded act says of its source's stand), `evaluations.yaml` (words by which a speaker judges whom he speaks of) and
`stance_words.yaml` (small words around them).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field

from dragoman.ontology.frames import Frame, Slot
from dragoman.ontology.load import Knowledge, load_entries, load_file, load_whole

StanceId = Annotated[str, Field(pattern=r"^[a-z]+(-[a-z]+)*$")]


class Stance(Knowledge):
    """A stance. `side`: whether it is for or against what it is about, or neither.

    `denied` is the stance of whoever is said not to take this one ("does not recognise": rejects); without it a denied
    stance is none at all ("did not call for talks").
    """

    id: StanceId
    side: Literal["for", "against", "none"]
    denied: StanceId | None = None
    gloss: str


class StanceCue(Frame):
    """Words by which somebody takes a stand. A frame whose `source` slots hold the holder, its `target` slots the issue.

    `basis`: "act" where saying or doing it is an act of the holder's ("welcomed"), "outlet" where it describes ("favours").
    `weak` cues hold for issues of the ontology only ("seeks to"): of anything else they tell no stand. `over` names the
    slots of the matter where the target is a person or state ("accused X of ...", "praised X for ..."). `on_actor` cues
    need a target that is an actor himself. `mutual` cues hold both ways between persons and parties ("his rival Doe", "the
    feud between"); `personal` ones only between persons and parties, one of them in politics ("beat"). The slot `self` is
    whom the trigger itself means ("Mali's ally Niger", "Chad, a critic of the deal", "Fiji is a supporter"). An example's
    `target` is the issue's head word or the object's id.
    """

    cameo: str = ""
    source: tuple[Slot, ...] = ("subject",)
    stance: StanceId
    basis: Literal["act", "outlet"] = "act"
    weak: bool = False
    over: tuple[Slot, ...] = ()
    on_actor: bool = False
    mutual: bool = False
    personal: bool = False


class ActStance(Knowledge):
    """What an act says of its source's stand, by the beginning of its CAMEO code; the longest that fits holds.

    `issue`: the slots of the trigger that name what it is about, the first filled wins. Without one, the stand is on the
    target itself, where `bare` allows it.
    """

    id: Annotated[str, Field(pattern=r"^\d{2,4}$")]
    stance: StanceId | None
    issue: tuple[Slot, ...] = ()
    bare: bool = True
    note: str = ""


class Evaluations(Knowledge):
    """Words by which a speaker judges whom he names: adjectives, nouns, and verbs.

    `good` and `bad`: lemmas, by part of speech; those of `personal` judge persons and parties only: of a state they tell
    what happens. `mild`: lemmas that judge nobody by themselves, but in the mouth of somebody who takes a stand towards a
    person elsewhere on the page. `naming`: verbs by which their subject judges their object with the words that follow
    ("called him a liar").
    """

    good_adjectives: tuple[str, ...]
    bad_adjectives: tuple[str, ...]
    good_nouns: tuple[str, ...]
    bad_nouns: tuple[str, ...]
    good_verbs: tuple[str, ...]
    bad_verbs: tuple[str, ...]
    personal_good_adjectives: tuple[str, ...]
    personal_bad_adjectives: tuple[str, ...]
    personal_good_nouns: tuple[str, ...]
    personal_bad_nouns: tuple[str, ...]
    personal_good_verbs: tuple[str, ...]
    personal_bad_verbs: tuple[str, ...]
    mild_good: tuple[str, ...]
    mild_bad: tuple[str, ...]
    naming: tuple[str, ...]


class StanceWords(Knowledge):
    """Small words around a stance.

    `wanted` and `doubted`: groups of `embeddings.yaml` under which a stance is held though what is wanted is not yet so
    ("seeks to isolate"), and under which it is only said of the holder ("accused X of backing"). `open`: words that open a
    clause which leaves it open ("whether"). `endings`: nouns and verbs that end what they govern ("lift sanctions", "an end
    to the war"). `turning`: words that turn a judgement ("fights corruption"). `first_person`: words by which a speaker
    means himself or his side. `hollow`: nouns that stand for what comes after "of" or "for" ("the idea of talks").
    `openers`: words cut from the beginning of an issue's phrase. `bearers`: nouns that bear the stand of whose they are
    ("China's statement welcomed"). `furthering`: verbs that with what they govern make a weak cue tell of a stand ("seeks to
    restore ties"). `no_issue`: nouns that head no issue: times ("has demanded for years") and what is only said ("rejected
    the reports"). `reproaching`: what one calls on a person to do whom one is against ("to resign"). `branding`:
    verbs by which somebody judges against a person, whatever he makes of him ("branded him a clown"). `withholding`: verbs
    that deny what they govern ("withheld his endorsement"). `having`: verbs whose subject is whom the support of others is
    for ("has the backing of Oman"). `parts`: nouns that stand for what comes after "of" when it is asked whose it is ("most
    of Mali's plans", "the men and women of the army"). `wishing`: auxiliaries and verbs under which praise is none ("should
    be honest"), `measuring`: adverbs that make none of it ("too good").
    """

    wanted: tuple[str, ...]
    doubted: tuple[str, ...]
    open: tuple[str, ...]
    endings: tuple[str, ...]
    turning: tuple[str, ...]
    first_person: tuple[str, ...]
    hollow: tuple[str, ...]
    openers: tuple[str, ...]
    bearers: tuple[str, ...]
    furthering: tuple[str, ...]
    no_issue: tuple[str, ...]
    reproaching: tuple[str, ...]
    branding: tuple[str, ...]
    withholding: tuple[str, ...]
    having: tuple[str, ...]
    parts: tuple[str, ...]
    wishing: tuple[str, ...]
    measuring: tuple[str, ...]


def load_stances(folder: Path | None = None) -> dict[str, Stance]:
    """The stances by name."""
    return load_entries("stances", Stance, folder)


class StanceCueFile(Knowledge):
    """`stance_cues.yaml`: the cues, in no order that matters."""

    cues: tuple[StanceCue, ...]


def load_stance_cues(folder: Path | None = None) -> tuple[StanceCue, ...]:
    """The cues of stance, the user's after the shipped ones. Raises `OntologyError`."""
    return tuple(cue for file in load_file("stance_cues", StanceCueFile, folder) for cue in file.cues)


def load_act_stances(folder: Path | None = None) -> dict[str, ActStance]:
    """What acts say of their source's stand, by the beginning of the CAMEO code."""
    return load_entries("act_stances", ActStance, folder)


def load_evaluations(folder: Path | None = None) -> Evaluations:
    """The words by which speakers judge; a user's file replaces the shipped one. Raises `OntologyError`."""
    return load_whole("evaluations", Evaluations, folder)


def load_stance_words(folder: Path | None = None) -> StanceWords:
    """The small words around a stance; a user's file replaces the shipped one. Raises `OntologyError`."""
    return load_whole("stance_words", StanceWords, folder)


def problems_of_stances(
    stances: Mapping[str, Stance], cues: Iterable[StanceCue], acts: Mapping[str, ActStance]
) -> list[str]:
    """What a schema cannot see: stances that are not there, and words that show two stances under the same conditions."""
    named = [(f"stance {each.id}", each.denied) for each in stances.values()]
    named += [(f"act {each.id}", each.stance) for each in acts.values()]
    cues = tuple(cues)
    named += [(f"cue {_first(cue)!r}", cue.stance) for cue in cues]
    unknown = [f"{where}: there is no stance {stance!r}" for where, stance in named if stance and stance not in stances]
    return [*unknown, *_clashes(cues)]


def _clashes(cues: Iterable[StanceCue]) -> Iterator[str]:
    """Words that two cues take for different stances."""
    seen: dict[tuple[str, str, str, bool], StanceCue] = {}
    for cue in cues:
        for pos, words in (("verb", cue.verbs), ("noun", cue.nouns), ("adjective", cue.adjectives)):
            for word in words:
                key = (pos, word, str(sorted(cue.needs.items())), cue.on_actor)
                other = seen.setdefault(key, cue)
                if other is not cue and other.stance != cue.stance and other.weak == cue.weak:
                    yield f"{pos} {word!r} shows both {other.stance} and {cue.stance}"


def _first(cue: StanceCue) -> str:
    return (cue.verbs or cue.nouns or cue.adjectives)[0]
