"""The knowledge that the coder of reports works with, indexed by the words that call for it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from dragoman.ontology.calendar import Calendar, load_calendar
from dragoman.ontology.confidence import ConfidenceWeights, load_confidence
from dragoman.ontology.coreference import load_reference_words
from dragoman.ontology.cues import RestraintCues, StatusCues, load_restraint_cues, load_status_cues
from dragoman.ontology.frames import (
    CameoCode,
    Embedding,
    EventType,
    Frame,
    LightVerb,
    load_cameo,
    load_contexts,
    load_embeddings,
    load_event_types,
    load_frames,
    load_light_verbs,
)
from dragoman.ontology.implied import ImpliedWeights, load_implied
from dragoman.ontology.inflection import Irregular, load_irregular, noun_forms, verb_forms
from dragoman.ontology.stances import load_evaluations, load_stance_cues
from dragoman.ontology.syntax import Ways, load_ways
from dragoman.records import Status
from dragoman.reports.quotes.knowledge import Speech, load_speech

PartOfSpeech = Literal["verb", "noun", "adjective"]
ANYTHING = "*"
Key = tuple[str, PartOfSpeech]
"""A word and the part of speech in which it counts."""

# In a noun of several words the head stands before the first of these ("declaration of war", "call for talks").
LINKS = frozenset({"of", "for", "to", "in", "on", "with", "against", "at", "from", "into", "between", "by"})


@dataclass(frozen=True, slots=True)
class Entry:
    """One trigger of one frame: the head word's lemma is the key it is found by, `others` must stand around it."""

    frame: Frame
    type: str
    pos: PartOfSpeech
    trigger: str
    others: tuple[str, ...]
    name: str


@dataclass(frozen=True, slots=True)
class Reality:
    """What embedding words make of their content, see `Embedding`; several groups may name one word."""

    id: str
    others: tuple[str, ...]
    status: Status | None
    past: Status | None
    says: bool
    dates: bool
    asserts: bool
    declares: bool
    topic: bool
    unreal: Status | None
    denied: Status | None
    settled: bool
    grants: bool


@dataclass(frozen=True, slots=True)
class Knowledge:
    """Frames, embedding words, light verbs and cues, by lemma."""

    entries: Mapping[Key, tuple[Entry, ...]]
    clause_embeddings: Mapping[Key, tuple[Reality, ...]]
    noun_embeddings: Mapping[Key, tuple[Reality, ...]]
    light_verbs: Mapping[str, tuple[LightVerb, ...]]
    types: Mapping[str, EventType]
    cameo: Mapping[str, CameoCode]
    contexts: Mapping[str, tuple[str, ...]]
    status: StatusCues
    restraint: RestraintCues
    lemmas: Mapping[Key, tuple[str, ...]]
    ways: Ways
    confidence: ConfidenceWeights
    implied: ImpliedWeights
    proposals: Mapping[str, Entry]
    speech: Speech
    calendar: Calendar
    first_person: Mapping[str, bool]
    """The pronouns of the first person, and whether they mean several."""


def load_knowledge(folder: Path | None = None) -> Knowledge:
    """All that the coder needs, from the shipped files and a user's folder. Raises `OntologyError`."""
    embeddings = load_embeddings(folder).values()
    entries = _entries(folder)
    confidence = load_confidence(folder)
    clauses = _realities(each for each in embeddings if each.clauses)
    nouns = _realities(each for each in embeddings if each.nouns)
    light_verbs = _light_verbs(load_light_verbs(folder).values())
    speech = load_speech(folder)
    heads = {*entries, *clauses, *nouns, *((verb, "verb") for verb in (*light_verbs, *speech.verbs)), *_of_stance(folder)}
    return Knowledge(
        entries=entries,
        clause_embeddings=clauses,
        noun_embeddings=nouns,
        light_verbs=light_verbs,
        lemmas=_lemmas({*heads, *_needed(entries)}, load_irregular(folder)),
        ways=load_ways(folder),
        types=load_event_types(folder),
        cameo=load_cameo(folder),
        contexts={name: context.cues for name, context in load_contexts(folder).items()},
        status=load_status_cues(folder),
        restraint=load_restraint_cues(folder),
        confidence=confidence,
        implied=load_implied(folder),
        proposals={kind: _proposal(kind, code, confidence) for kind, code in confidence.cameo.items()},
        speech=speech,
        calendar=load_calendar(folder),
        first_person={
            form: number == "pl"
            for form, (person, number, *_) in load_reference_words(folder).pronouns.items()
            if person == 1
        },
    )


def head_and_others(words: str, pos: PartOfSpeech) -> tuple[str, tuple[str, ...]]:
    """The head of a trigger and the words that must stand around it: "carry out" -> carry, out; "air strike" -> strike, air.

    The head of a noun trigger stands before its first preposition ("declaration of war").
    """
    parts = words.split()
    if pos == "verb":
        return parts[0], tuple(parts[1:])
    link = next((number for number, part in enumerate(parts) if number and part in LINKS), len(parts))
    return parts[link - 1], (*parts[: link - 1], *parts[link:])


def taken_apart(head: str, others: tuple[str, ...]) -> tuple[str, tuple[str, ...]]:
    """A trigger as the words of a page show it: "test-fire" is two words, "co-operate" (and so read as written) is one."""
    *before, last = head.split("-")
    return last, (*before, *(part for other in others for part in other.split("-")))


def _entries(folder: Path | None) -> dict[Key, tuple[Entry, ...]]:
    found: dict[Key, list[Entry]] = defaultdict(list)
    for file in load_frames(folder):
        for frame in file.frames:
            _add_entries(found, frame, file.type, "verb", frame.verbs)
            _add_entries(found, frame, file.type, "noun", frame.nouns)
            _add_entries(found, frame, file.type, "adjective", frame.adjectives)
    return {key: tuple(entries) for key, entries in found.items()}


def _add_entries(found: dict[Key, list[Entry]], frame: Frame, kind: str, pos: PartOfSpeech, triggers: Iterable[str]) -> None:
    first = (frame.verbs or frame.nouns or frame.adjectives)[0]
    for trigger in triggers:
        whole = head_and_others(trigger.lower(), pos)
        for head, others in dict.fromkeys((whole, taken_apart(*whole))):
            found[head, pos].append(Entry(frame, kind, pos, trigger, others, f"{kind}:{first}"))


def _proposal(kind: str, code: str, weights: ConfidenceWeights) -> Entry:
    """What stands in the place of a frame for an act that only the labels see."""
    slots = weights.slots
    frame = Frame.model_construct(
        verbs=(ANYTHING,),
        cameo=code,
        source=slots["source"],
        target=slots["target"],
        requires=("source", "target"),
        examples=(),
    )
    return Entry(frame, kind, "verb", ANYTHING, (), f"{kind}:labels")


def _needed(entries: Mapping[Key, tuple[Entry, ...]]) -> Iterator[Key]:
    """The words that frames name in their slots; a clause is named by its verb, all else by nouns."""
    for group in entries.values():
        for entry in group:
            for slots in (entry.frame.needs, entry.frame.excludes):
                for slot, lemmas in slots.items():
                    pos: PartOfSpeech = "verb" if slot == "complement" else "noun"
                    yield from ((lemma.split()[-1], pos) for lemma in lemmas)


def _of_stance(folder: Path | None) -> Iterator[Key]:
    """The words by which somebody takes a stand or judges: the model makes up lemmas for rare ones as for others."""
    for cue in load_stance_cues(folder):
        yield from ((head_and_others(verb, "verb")[0], "verb") for verb in cue.verbs)
        yield from ((head_and_others(noun, "noun")[0], "noun") for noun in cue.nouns)
    judging = load_evaluations(folder)
    yield from ((verb, "verb") for verb in (*judging.good_verbs, *judging.bad_verbs, *judging.naming))
    yield from ((noun, "noun") for noun in (*judging.good_nouns, *judging.bad_nouns) if " " not in noun)


def _lemmas(heads: Iterable[Key], irregular: Irregular) -> dict[Key, tuple[str, ...]]:
    """For each form of each word of the ontology, the words it may be a form of."""
    found: dict[Key, list[str]] = defaultdict(list)
    for lemma, pos in sorted(heads):
        forms = verb_forms(lemma, irregular) if pos == "verb" else noun_forms(lemma, irregular) if pos == "noun" else ()
        for form in dict.fromkeys(forms):
            found[form, pos].append(lemma)
    return {key: tuple(lemmas) for key, lemmas in found.items()}


def _realities(embeddings: Iterable[Embedding]) -> dict[Key, tuple[Reality, ...]]:
    found: dict[Key, dict[tuple[str, ...], Reality]] = defaultdict(dict)
    for embedding in embeddings:
        for words in embedding.words:
            head, others = head_and_others(words, embedding.pos)
            group = found[head, embedding.pos]
            group[others] = _merged(group.get(others), embedding, others)
    return {key: tuple(sorted(group.values(), key=lambda each: -len(each.others))) for key, group in found.items()}


def _merged(known: Reality | None, embedding: Embedding, others: tuple[str, ...]) -> Reality:
    """The first group that names a word says what becomes of its content; any may add that the word is one of saying."""
    new = Reality(
        embedding.id,
        others,
        embedding.status,
        embedding.past,
        embedding.says,
        embedding.dates,
        embedding.asserts,
        embedding.declares,
        embedding.topic,
        embedding.unreal,
        embedding.denied,
        embedding.settled,
        embedding.grants,
    )
    return new if known is None else replace(known, says=known.says or new.says)


def _light_verbs(verbs: Iterable[LightVerb]) -> dict[str, tuple[LightVerb, ...]]:
    found: dict[str, list[LightVerb]] = defaultdict(list)
    for verb in verbs:
        found[verb.id.split()[0]].append(verb)
    return {head: tuple(sorted(group, key=lambda each: -len(each.id))) for head, group in found.items()}
