"""Acts that no frame knows: verbs between two known actors that the classifier is sure of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from dragoman.reports.choose import Finding
from dragoman.reports.classifier.votes import Ballot
from dragoman.reports.knowledge import Knowledge
from dragoman.reports.reader import Reader
from dragoman.reports.roles import Roles, assign
from dragoman.reports.tree import Word
from dragoman.reports.triggers import Trigger


def proposed(
    sentence: tuple[Word, ...], kept: Sequence[Finding], reader: Reader, ballot: Ballot, knowledge: Knowledge
) -> Iterator[Finding]:
    """Findings for the verbs of a sentence that no kept reading uses, where both parties are known and the vote is sure."""
    used = {word.i for each in kept for word in (*each.trigger.words, each.trigger.outer)}
    anything = next(iter(knowledge.proposals.values()))
    for word in sentence:
        if word.i in used or not _may_tell(word, knowledge):
            continue
        trigger = Trigger(anything, word, (word,))
        roles = assign(trigger, reader, symmetric=False)
        if roles is None or not _known(roles):
            continue
        vote = ballot.vote(sentence, (word,), roles.sources, roles.targets)
        if vote.of(vote.best) > knowledge.confidence.propose:
            yield Finding(replace(trigger, entry=knowledge.proposals[vote.best]), roles)


def _may_tell(word: Word, knowledge: Knowledge) -> bool:
    """A full verb whose content is not what it is about ("said", "plans to")."""
    if not word.is_verb or word.rel in ("aux", "cop") or word.dep in ("amod", "compound"):
        return False
    return (word.lemma, "verb") not in knowledge.clause_embeddings and word.lemma not in knowledge.light_verbs


def _known(roles: Roles) -> bool:
    named = [actor.id is not None and not actor.id.startswith("name:") for actor in roles.parties]
    mine = {actor.id for actor in roles.sources}
    return bool(roles.sources and roles.targets) and all(named) and not any(each.id in mine for each in roles.targets)
