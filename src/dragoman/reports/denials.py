"""Denials of what was told before: "Harare denied the raid", "Beijing has denied that".

A denial is no act of its own (CAMEO 016, which PLOVER leaves out): what is denied is, with the status negated, and whoever
denies it is who is said to have done it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dragoman.ontology.cues import RestraintCues
from dragoman.reports.choose import Finding
from dragoman.reports.clauses import agents, content_clauses, patients
from dragoman.reports.knowledge import Knowledge
from dragoman.reports.reader import Reader
from dragoman.reports.tree import Word
from dragoman.reports.triggers import Trigger

FAR, NEXT = 5, 1
"""Sentences after which what is denied must be told again, for a noun and for a pronoun."""
DENYING = "deny-verb"
"""The group of verbs in `embeddings.yaml` that deny."""
SPOKEN = frozenset({"it", "that", "this", "them", "these", "those"})


def denied(sentence: Sequence[Word], told: Sequence[Finding], reader: Reader, knowledge: Knowledge) -> Iterator[Finding]:
    """The acts told before that a sentence denies, each with the denying verb as its trigger."""
    for verb in sentence:
        if not _denies(verb, knowledge) or any(True for _ in content_clauses(verb)):
            continue
        things = [thing for thing in patients(verb) if _takes_up(thing, knowledge.restraint)]
        countries = {actor.country for word in agents(verb) for actor in reader.actors(word) if actor.country}
        for thing in things[:1]:
            act = next((each for each in reversed(told) if _is_meant(each, thing, countries, knowledge)), None)
            if act is not None:
                yield _negated(act, verb)


def _denies(verb: Word, knowledge: Knowledge) -> bool:
    groups = knowledge.clause_embeddings.get((verb.lemma, "verb"), ())
    return verb.is_verb and any(each.id == DENYING for each in groups)


def _takes_up(thing: Word, cues: RestraintCues) -> bool:
    """Whether a word stands for something said before: a pronoun, or a noun that is known or counts what was said."""
    if thing.lower in SPOKEN:
        return True
    known = any(child.lower in cues.taking_up for child in thing.by_dep("det", "amod"))
    return thing.is_noun and (known or thing.tag == "NNS")


def _is_meant(act: Finding, thing: Word, countries: set[str], knowledge: Knowledge) -> bool:
    """Whether an act is one of those who deny, told not long ago, and may be called so."""
    gone = thing.sentence - act.trigger.word.sentence
    mine = {actor.country for actor in act.roles.sources if actor.country}
    if (
        not 0 < gone <= (NEXT if thing.lower in SPOKEN else FAR)
        or not mine
        or not mine <= countries
        or act.type not in knowledge.restraint.deniable
    ):
        return False
    named = any(each.type == act.type for each in knowledge.entries.get((thing.lemma, "noun"), ()))
    return named or thing.lower in SPOKEN or thing.lemma in knowledge.restraint.sayings


def _negated(act: Finding, verb: Word) -> Finding:
    entry = act.trigger.entry
    frame = entry.frame.model_copy(update={"status": "negated"})
    trigger = Trigger(type(entry)(frame, entry.type, "verb", entry.trigger, (), entry.name), verb, (verb,))
    roles = type(act.roles)(
        act.roles.sources, act.roles.targets, act.roles.others, (*act.roles.slots, f"denied:{act.trigger.word.lower}")
    )
    return Finding(trigger, roles)
