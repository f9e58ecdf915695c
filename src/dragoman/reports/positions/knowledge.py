"""The knowledge that positions are found with, indexed by the words that call for it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from dragoman.ontology.issues import load_issues
from dragoman.ontology.stances import (
    ActStance,
    Evaluations,
    Stance,
    StanceCue,
    StanceWords,
    load_act_stances,
    load_evaluations,
    load_stance_cues,
    load_stance_words,
    load_stances,
)
from dragoman.reports.knowledge import Entry, Key, Knowledge, PartOfSpeech, head_and_others
from dragoman.reports.positions.issues import IssueIndex


@dataclass(frozen=True, slots=True)
class StanceEntry(Entry):
    """A trigger of a cue of stance: an entry whose frame is the cue."""

    cue: StanceCue


@dataclass(frozen=True, slots=True)
class StanceKnowledge:
    """Stances, cues, what acts tell of stances, words of judgement, and issues.

    `reading` is the coder's knowledge with the cues in the place of the frames: what finds their triggers.
    """

    stances: Mapping[str, Stance]
    reading: Knowledge
    acts: Mapping[str, ActStance]
    judgements: Mapping[Key, str]
    personal: Mapping[Key, str]
    mild: Mapping[str, int]
    naming: frozenset[str]
    words: StanceWords
    issues: IssueIndex

    def act_stance(self, cameo: str | None) -> ActStance | None:
        """What an act of this code says of its source's stand, by the longest beginning that is known."""
        code = cameo or ""
        return next((self.acts[code[:end]] for end in range(len(code), 1, -1) if code[:end] in self.acts), None)


def load_stance_knowledge(knowledge: Knowledge, folder: Path | None = None) -> StanceKnowledge:
    """All that positions need, from the shipped files and a user's folder. Raises `OntologyError`."""
    evaluations = load_evaluations(folder)
    return StanceKnowledge(
        stances=load_stances(folder),
        reading=replace(knowledge, entries=_entries(load_stance_cues(folder))),
        acts=load_act_stances(folder),
        judgements=_judgements(evaluations),
        personal=_judgements(evaluations, "personal_"),
        mild=dict.fromkeys(evaluations.mild_good, 1) | dict.fromkeys(evaluations.mild_bad, -1),
        naming=frozenset(evaluations.naming),
        words=load_stance_words(folder),
        issues=IssueIndex(load_issues(folder)),
    )


def _entries(cues: Iterable[StanceCue]) -> dict[Key, tuple[Entry, ...]]:
    found: dict[Key, list[Entry]] = defaultdict(list)
    for cue in cues:
        groups: tuple[tuple[PartOfSpeech, tuple[str, ...]], ...] = (
            ("verb", cue.verbs),
            ("noun", cue.nouns),
            ("adjective", cue.adjectives),
        )
        for pos, triggers in groups:
            for trigger in triggers:
                head, others = head_and_others(trigger, pos)
                found[head, pos].append(StanceEntry(cue, cue.stance, pos, trigger, others, f"{cue.stance}:{trigger}", cue))
    return {key: tuple(entries) for key, entries in found.items()}


def _judgements(words: Evaluations, kind: str = "") -> dict[Key, str]:
    """For each word of judgement, by part of speech, the stance of whoever judges so."""
    parts: tuple[tuple[PartOfSpeech, str], ...] = (("adjective", "adjectives"), ("noun", "nouns"), ("verb", "verbs"))
    found: dict[Key, str] = {}
    for pos, name in parts:
        found |= {(word, pos): "supports" for word in getattr(words, f"{kind}good_{name}")}
        found |= {(word, pos): "opposes" for word in getattr(words, f"{kind}bad_{name}")}
    return found
