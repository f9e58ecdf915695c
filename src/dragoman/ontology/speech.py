"""Words by which a page tells that somebody said, thought or showed something, and the circumstances of speech."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from pydantic import Field

from dragoman.ontology.load import Knowledge, load_entries, load_whole

Family = Literal["speech", "topic", "thought", "evidence"]


class SpeechAct(Knowledge):
    """A group of cues, see the head of `speech.yaml`.

    `family`: "speech" tells what was said, "topic" only what it was about, "thought" what somebody thinks or wants,
    "evidence" what something shows; all but speech are quotes only where they hold words in quotation marks.
    `act` is what was done by saying it (the entry's `id` unless given). `verbs` and `nouns` are lemmas, with a particle
    where they have one ("point out"). `takes` lists what may be the content: "clause", "infinitive", "gerund", "object",
    "predicate", "as", or a preposition. `to` says where the addressee stands: "object", "receiver" (an indirect object),
    "owner" (of the object), or a preposition. `runs_on` is true of verbs whose participle goes on telling what the speaker
    of the clause said ("adding").
    """

    id: str
    act: str | None = None
    family: Family = "speech"
    verbs: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    takes: tuple[str, ...] = Field(min_length=1)
    to: tuple[str, ...] = ()
    runs_on: bool = False


class SpeechWords(Knowledge):
    """What `speech_words.yaml` holds: the words around speech; all are lemmas or lower-case forms.

    `sources`: prepositions of a source ("according_to"). `texts`: nouns that speak for whoever issued them ("the statement
    said"). `media`: for each medium the nouns and verbs that name it. `occasions`: nouns of occasions on which things are
    said. `contacts`: verbs whose object is spoken to ("phoned X, saying"), with the preposition where they need one.
    `relays`: verbs by which a third party relays ("quoted X as saying"). `citing`: those whose participle names the speaker
    ("the agency said, citing X"). `carriers`: verbs of whoever brings a text to the public ("a statement carried by X").
    `channels`: prepositions of whoever passes words on ("said through X"). `self`: pronouns of whoever speaks.
    `impersonal`: subjects that are nobody ("there"). `vague`: determiners of somebody whom the page does not tell apart
    ("a diplomat"). `voices`: nouns of people who speak though the page may not name them ("sources").
    """

    sources: tuple[str, ...]
    texts: tuple[str, ...]
    media: dict[str, tuple[str, ...]]
    occasions: tuple[str, ...]
    contacts: tuple[str, ...]
    relays: tuple[str, ...]
    citing: tuple[str, ...]
    carriers: tuple[str, ...]
    channels: tuple[str, ...]
    self: tuple[str, ...]
    impersonal: tuple[str, ...]
    vague: tuple[str, ...]
    voices: tuple[str, ...]


def load_speech_acts(folder: Path | None = None) -> dict[str, SpeechAct]:
    """All groups of cues by id, the user's own included. Raises `OntologyError`."""
    return load_entries("speech", SpeechAct, folder)


def load_speech_words(folder: Path | None = None) -> SpeechWords:
    """The words around speech; a user's file replaces the shipped one. Raises `OntologyError`."""
    return load_whole("speech_words", SpeechWords, folder)
