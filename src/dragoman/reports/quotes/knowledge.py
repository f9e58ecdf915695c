"""The cues of speech by the word they are found by."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from dragoman.ontology.speech import Family, SpeechAct, SpeechWords, load_speech_acts, load_speech_words

CLAUSE, INFINITIVE, GERUND, OBJECT, PREDICATE, AS = "clause", "infinitive", "gerund", "object", "predicate", "as"
"""What a content may be; whatever else an entry takes is a preposition."""


@dataclass(frozen=True, slots=True)
class Cue:
    """One word of saying in one group: `others` must stand around it ("point out"); `of_noun`: it is a noun."""

    id: str
    act: str
    family: Family
    others: tuple[str, ...]
    takes: tuple[str, ...]
    to: tuple[str, ...]
    runs_on: bool
    of_noun: bool = False


@dataclass(frozen=True, slots=True)
class Speech:
    """All that is known of speech: cues by the lemma of their head word, longer ones first, and the words around."""

    verbs: Mapping[str, tuple[Cue, ...]]
    nouns: Mapping[str, tuple[Cue, ...]]
    words: SpeechWords
    media: Mapping[str, str]


def load_speech(folder: Path | None = None) -> Speech:
    """The cues of speech, from the shipped files and a user's folder. Raises `OntologyError`."""
    acts = load_speech_acts(folder).values()
    words = load_speech_words(folder)
    media = {word: medium for medium, names in words.media.items() for word in names}
    verbs = _by_head(((each, verb) for each in acts for verb in each.verbs), of_noun=False)
    nouns = _by_head(((each, noun) for each in acts for noun in each.nouns), of_noun=True)
    return Speech(verbs, nouns, words, media)


def _by_head(pairs: Iterable[tuple[SpeechAct, str]], *, of_noun: bool) -> dict[str, tuple[Cue, ...]]:
    found: defaultdict[str, list[Cue]] = defaultdict(list)
    for entry, words in pairs:
        head, *others = words.split()
        act = entry.act or entry.id
        cue = Cue(entry.id, act, entry.family, tuple(others), entry.takes, entry.to, entry.runs_on, of_noun)
        found[head].append(cue)
    return {head: tuple(sorted(cues, key=lambda cue: -len(cue.others))) for head, cues in found.items()}
