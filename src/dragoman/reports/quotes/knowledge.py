"""The cues of speech by the word they are found by."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from dragoman.ontology.speech import Family, SpeechAct, SpeechWords, load_speech_acts, load_speech_words

CLAUSE, INFINITIVE, GERUND, OBJECT, PREDICATE, AS = "clause", "infinitive", "gerund", "object", "predicate", "as"
FRAMES = frozenset({CLAUSE, INFINITIVE, GERUND, OBJECT, PREDICATE, AS})
"""What a content may be; whatever else an entry takes is a preposition."""


@dataclass(frozen=True, slots=True)
class Cue:
    """One word of saying in one group: `others` must stand around it ("point out")."""

    id: str
    act: str
    family: Family
    others: tuple[str, ...]
    takes: tuple[str, ...]
    to: tuple[str, ...]
    runs_on: bool

    @property
    def prepositions(self) -> tuple[str, ...]:
        """The prepositions by which the content may hang on."""
        return tuple(each for each in self.takes if each not in FRAMES)


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
    verbs = _by_head((each, verb) for each in acts for verb in each.verbs)
    nouns = _by_head((each, noun) for each in acts for noun in each.nouns)
    return Speech(verbs, nouns, words, media)


def _by_head(pairs: Iterable[tuple[SpeechAct, str]]) -> dict[str, tuple[Cue, ...]]:
    found: defaultdict[str, list[Cue]] = defaultdict(list)
    for entry, words in pairs:
        head, *others = words.split()
        cue = Cue(entry.id, entry.act or entry.id, entry.family, tuple(others), entry.takes, entry.to, entry.runs_on)
        found[head].append(cue)
    return {head: tuple(sorted(cues, key=lambda cue: -len(cue.others))) for head, cues in found.items()}
