"""Event types and the frames that evoke them: which words tell of which act, and where its parties stand.

A frame says: these trigger words (verbs, nouns or adjectives), under these conditions, are an act of this PLOVER type, and
its source and target are found in these slots. A slot is a place in the syntax around the trigger, named after its logical
role, so that one frame serves active, passive, relative and nominal uses:

- `subject`: who does it (subject of the active verb, "by"-agent of the passive; of a noun: its light verb's subject)
- `object`: whom it is done to (object of the active verb, subject of the passive)
- `indirect`: the indirect object ("gave Kenya a loan")
- `possessive`: "Kenya's visit"; `modifier`: an adjective or compound that names an actor ("Chinese sanctions")
- `complement`: the head of the clause that depends on the trigger ("urged X to withdraw"); as a party it stands for the
  clause's own subject ("demanded that Kenya withdraw"), else for whoever its act is done to ("agreed to help Kenya")
- `purpose`: whom a clause of purpose is aimed at ("sent ships to deter Kenya"); `addressee`: whom the clause above a
  participle speaks to ("called Kenya, urging talks with Chad")
- any preposition ("with", "against", "on", "to", "between"; "_" joins words: "on_behalf_of"): its noun phrase, whether it
  hangs on the trigger, for a noun on its light verb, or for a verb on a noun that its `needs` name ("lifted its ban on")

`docs/ontology/frames.md` tells how to add one.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Literal

from pydantic import AfterValidator, Field, model_validator

from dragoman.errors import OntologyError
from dragoman.ontology.load import Knowledge, load_entries, load_file
from dragoman.records import Status

PLOVER = Literal[
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST",
    "ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
]  # fmt: skip
Quad = Literal["verbal-cooperation", "material-cooperation", "verbal-conflict", "material-conflict"]


def _slot(name: str) -> str:
    if not re.fullmatch(r"[a-z]+(_[a-z]+)*", name):
        raise ValueError(f"{name!r} is no slot: a role or a preposition in lower case is expected")
    return name


Slot = Annotated[str, AfterValidator(_slot)]
Cameo = Annotated[str, Field(pattern=r"^\d{2,4}$")]


class EventType(Knowledge):
    """One of PLOVER's 16 types. `never_by`: types of actor that cannot be its source (states do not demonstrate)."""

    id: PLOVER
    quad: Quad
    gloss: str
    symmetric: bool = False
    never_by: tuple[str, ...] = ()
    modes: tuple[str, ...] = ()


class CameoCode(Knowledge):
    """A CAMEO code and what PLOVER makes of it. Source: CAMEO to PLOVER conversion table, draft of September 2021."""

    id: Cameo
    gloss: str
    type: PLOVER
    mode: str | None = None
    contexts: tuple[str, ...] = ()


class Context(Knowledge):
    """What an act is about: one of PLOVER's contexts, and the lemmas that show it in the sentence or its neighbours.

    A cue of two words is a phrase. `gloss` is PLOVER's, shortened. Source: PLOVER manual 0.7 and its conversion table 0.8.
    """

    id: Annotated[str, Field(pattern=r"^[a-z]+(_[a-z]+)*$")]
    gloss: str
    cues: tuple[str, ...] = Field(min_length=1)


class Example(Knowledge):
    """A sentence we wrote that the frame must code, and how: each frame carries its own fixture.

    `source` and `target` are ontology ids (ISO-3 for states) or, for actors outside the ontology, their words.
    """

    text: str
    source: tuple[str, ...] = ()
    target: tuple[str, ...] = ()
    status: Status = "happened"


class Frame(Knowledge):
    """Trigger words that tell of one kind of act, and the slots its parties stand in (the first filled slot wins).

    A trigger of two words ("call for", "carry out") is a verb with that particle or preposition. `needs` lists, per slot,
    lemmas of which the slot's head must be one; `excludes` lemmas it must not be; "*" stands for any, "@facility" for the
    words of that class. `clause` asks for a content clause that is of this status by its own words ("said that Kenya
    should go": called-for), `own` for one of what the speaker or his own will do ("warned that its army would stay").
    `status` is what the trigger itself makes of the act ("is due in Nairobi": planned), unless it is farther from a fact
    already. `requires` names the roles that must be filled by somebody for the frame to hold at all; of a verb a known
    doer is enough. `parties` requires two at least, in whatever role ("A and B held drills"): then one known doer is not
    enough. What is `directed` is an act only towards somebody named or told before ("rejected the charge"). Where several
    frames fit the same words, the one with more conditions holds, then the one with the longer trigger. `note` says why
    where the code's PLOVER type is not the file's.
    """

    verbs: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    cameo: Cameo
    mode: str | None = None
    contexts: tuple[str, ...] = ()
    source: tuple[Slot, ...] = ()
    target: tuple[Slot, ...] = ()
    others: tuple[Slot, ...] = ()
    needs: dict[Slot, tuple[str, ...]] = Field(default_factory=dict)
    excludes: dict[Slot, tuple[str, ...]] = Field(default_factory=dict)
    clause: Status | None = None
    own: bool = False
    status: Status | None = None
    requires: tuple[Literal["source", "target", "parties"], ...] = ()
    directed: bool = False
    note: str = ""
    examples: tuple[Example, ...] = Field(min_length=1)

    @model_validator(mode="after")
    def _has_a_trigger(self) -> Frame:
        if not (self.verbs or self.nouns or self.adjectives):
            raise ValueError("a frame needs at least one verb, noun or adjective")
        return self


class NounClass(Knowledge):
    """A class of things by the nouns for them; a frame names it "@id" in `needs` or `excludes`."""

    id: Annotated[str, Field(pattern=r"^[a-z]+$")]
    gloss: str
    words: tuple[str, ...] = Field(min_length=1)


class FrameFile(Knowledge):
    """One file of `frames/`: the frames of one event type."""

    type: PLOVER
    frames: tuple[Frame, ...]


class Embedding(Knowledge):
    """Words that decide whether what depends on them is so: "plan to", "urged X to", "refused to", "denied that", "likely".

    A word of two parts ("call for", "rule out") is a verb with that particle or preposition. `status` is what the content
    becomes (`None`: what its own tense says); `past` is the status instead where the word itself stands in the past tense.
    `says` is true where the word's subject is who says so (`attributed_to`). `clauses` and `nouns`: whether the content may
    be a clause ("plan to visit") or a noun ("plan a visit"). `dates` is true where a date at the word is the content's
    ("is scheduled for Tuesday") and not its own ("announced on Tuesday"). `asserts` is true where a finite clause keeps its
    own reality all the same ("told him to leave", but "told him that she had left"). `declares` is true where saying so
    does it ("announced sanctions"). `unreal` is what a negated content is instead where the word itself is no fact ("may
    prevent an attack": it is only expected; "urged them to stop shelling": it goes on).
    `topic` is true where the content is only talked about ("discussed the withdrawal"). `denied` is what a denied word
    leaves of its content where that is not its opposite ("not certain to sign": it may). `settled` is true where the
    content stands whatever becomes of the word ("thank them for leaving", "an end to the raids"). `grants` is true of words
    that answer a request ("approved the request").
    """

    id: str
    pos: Literal["verb", "noun", "adjective"]
    words: tuple[str, ...] = Field(min_length=1)
    status: Status | None = None
    past: Status | None = None
    says: bool = False
    clauses: bool = True
    nouns: bool = True
    dates: bool = False
    asserts: bool = False
    declares: bool = False
    topic: bool = False
    unreal: Status | None = None
    denied: Status | None = None
    settled: bool = False
    grants: bool = False


class LightVerb(Knowledge):
    """A verb that lends a noun its syntax: "hold talks", "impose sanctions", "receive an invitation from".

    `subject` says which role the verb's subject plays in the noun's act. `status` where the verb changes whether it is so
    ("cancel a visit": negated), `unreal` what it makes of it where the verb itself is no fact
    ("may cancel a visit": planned).
    """

    id: str
    subject: Literal["source", "target"] = "source"
    status: Status | None = None
    unreal: Status | None = None
    nouns: tuple[str, ...] = ()


def load_event_types(folder: Path | None = None) -> dict[str, EventType]:
    """PLOVER's types by name."""
    return load_entries("event_types", EventType, folder)


def load_cameo(folder: Path | None = None) -> dict[str, CameoCode]:
    """CAMEO codes by number."""
    return load_entries("cameo", CameoCode, folder)


def load_contexts(folder: Path | None = None) -> dict[str, Context]:
    """PLOVER's contexts by name."""
    return load_entries("contexts", Context, folder)


def load_frames(folder: Path | None = None) -> tuple[FrameFile, ...]:
    """The frames of every type, with the words of the classes that they name. Raises `OntologyError`."""
    classes = {f"@{each.id}": each.words for each in load_entries("noun_classes", NounClass, folder).values()}
    return tuple(
        file.model_copy(update={"frames": tuple(_with_words(frame, classes) for frame in file.frames)})
        for file in load_file("frames", FrameFile, folder)
    )


def _with_words(frame: Frame, classes: Mapping[str, tuple[str, ...]]) -> Frame:
    """The frame with each class's words behind its "@id", which stays: names are known by it."""
    opened = {name: _opened(getattr(frame, name), classes) for name in ("needs", "excludes")}
    return frame if opened == {"needs": frame.needs, "excludes": frame.excludes} else frame.model_copy(update=opened)


def _opened(slots: Mapping[str, tuple[str, ...]], classes: Mapping[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
    return {slot: tuple(each for lemma in lemmas for each in _words_of(lemma, classes)) for slot, lemmas in slots.items()}


def _words_of(lemma: str, classes: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    if not lemma.startswith("@"):
        return (lemma,)
    if lemma not in classes:
        raise OntologyError([f"frames: {lemma!r} is no class of noun_classes.yaml"])
    return (lemma, *classes[lemma])


def load_embeddings(folder: Path | None = None) -> dict[str, Embedding]:
    """Status-bearing words by the id of their group (`plan-verb`)."""
    return load_entries("embeddings", Embedding, folder)


def load_light_verbs(folder: Path | None = None) -> dict[str, LightVerb]:
    """Light verbs by lemma."""
    return load_entries("light_verbs", LightVerb, folder)
