"""What the labels add to the lexicon's reading: parties of acts that syntax did not give, and acts that no frame knows."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from dragoman.ontology.confidence import LabelThresholds
from dragoman.records import Actor
from dragoman.reports.choose import Finding
from dragoman.reports.knowledge import Knowledge
from dragoman.reports.labeller.labels import Labels
from dragoman.reports.labeller.pairs import BEFORE
from dragoman.reports.reader import Reader, distinct, identity
from dragoman.reports.roles import FOR_A_STATE, HOSTED, Roles
from dragoman.reports.tree import Word, preposition
from dragoman.reports.triggers import Trigger, host_of_noun, tells_of_act

LABELLED = "labelled"
"""The slot of a party that the labels gave."""
BEFORE_LABELLED = "labelled, a sentence before"
"""The slot of one that they gave from a sentence before."""


NOTHING = Roles((), (), (), ())
Ask = Callable[[Word, Word], float]
"""How likely a word plays a role in the act of a trigger."""


@dataclass(frozen=True, slots=True)
class Backing:
    """How far the labels back a finding: the type, and the least likely of its sources and of its targets in that role.

    `None` where nobody plays the role, or somebody whom another sentence names.
    """

    type: float
    source: float | None
    target: float | None

    def __str__(self) -> str:
        parts = (("type", self.type), ("source", self.source), ("target", self.target))
        return ", ".join(f"{name} {share:.2f}" for name, share in parts if share is not None)


class Parties:
    """Reads the parties of acts off the labels of one document."""

    def __init__(self, labels: Labels, reader: Reader, knowledge: Knowledge) -> None:
        self._labels = labels
        self._reader = reader
        self._knowledge = knowledge
        self._least: LabelThresholds = knowledge.confidence.labels

    def filled(self, roles: Roles, trigger: Trigger, *, symmetric: bool) -> Roles:
        """The roles of a frame's act, completed: roles that nobody plays get the party that the labels see, and a party that
        the labels see in no such role gives way to one that they are sure of.
        """
        word = self._told_by(trigger)
        kind, share = self._labels.type_of(word)
        if kind != trigger.entry.type or share < self._least.act:
            return roles
        sources, targets = self._of(word, trigger.entry.type)
        if symmetric:
            return self._sides(roles, sources, targets, word)
        targets = tuple(each for each in targets if not self._is_company(each, trigger))
        mine = self._better(roles.sources, sources, word, self._labels.source, roles.parties)
        aimed = self._better(roles.targets, targets, word, self._labels.target, roles.parties)
        known = {identity(each) for each in mine}
        others = tuple(each for each in aimed if identity(each) not in known and not _acts_for(mine, each))
        found = _with(roles, mine, others if others or not aimed else roles.targets)  # "support each other": nobody else
        return self._from_before(found, word, trigger.entry.type)

    def _is_company(self, actor: Actor, trigger: Trigger) -> bool:
        """ "urging talks with Russia": who is with somebody is asked nothing, nor is he the target of another act, but where
        its frame says so ("cut ties with Russia").
        """
        words = (word for word in self._reader.words_of(actor.mention) if word.sentence == trigger.word.sentence)
        taken = trigger.entry.type != "REQUEST" and "with" in trigger.entry.frame.target
        return not taken and any(preposition(word) == "with" for word in words)

    def _from_before(self, roles: Roles, word: Word, kind: str) -> Roles:
        """The roles with who plays one that is open, where the sentences before name him."""
        sources = roles.sources or self._before(word, kind, self._labels.source, roles)
        found = _with(roles, sources, roles.targets, BEFORE_LABELLED)
        targets = found.targets or self._before(word, kind, self._labels.target, found)
        return _with(found, found.sources, targets, BEFORE_LABELLED)

    def _before(self, trigger: Word, kind: str, ask: Ask, roles: Roles) -> tuple[Actor, ...]:
        """Who plays a role by the nearest sentence before that names somebody likely."""
        for number in range(trigger.sentence - 1, max(trigger.sentence - BEFORE, 0) - 1, -1):
            start, end = self._reader.tree.sentences[number]
            words = (word for word in self._reader.tree.words[start:end] if ask(trigger, word) > self._least.before)
            actors = distinct(tuple(actor for word in words for actor in self._meant(word, kind)))
            others = tuple(each for each in actors if self._is_opposite(each, roles.parties))
            if actors:
                return others
        return ()

    @staticmethod
    def _is_another(actor: Actor, parties: tuple[Actor, ...]) -> bool:
        return not any(_is_same(actor, each) for each in parties) and not _acts_for(parties, actor)

    def _is_opposite(self, actor: Actor, parties: tuple[Actor, ...]) -> bool:
        """Whether somebody whom another sentence names may be the other side: no government condemns its own army."""
        own = {each.country for each in parties if each.sector in FOR_A_STATE}
        return self._is_another(actor, parties) and not (actor.sector in FOR_A_STATE and actor.country in own)

    def _better(
        self, found: tuple[Actor, ...], labelled: tuple[Actor, ...], word: Word, ask: Ask, parties: tuple[Actor, ...]
    ) -> tuple[Actor, ...]:
        """Who plays a role: those found by syntax, unless the labels see none of them in it and surely somebody else."""
        if not found:
            return tuple(each for each in labelled if self._is_another(each, parties))
        doubted = all(self._doubted(each, word, ask) for each in found)
        sure = tuple(each for each in labelled if (self._share(each, word, ask) or 0.0) > self._least.instead)
        return sure if doubted and sure else found

    def _sides(self, roles: Roles, sources: tuple[Actor, ...], targets: tuple[Actor, ...], word: Word) -> Roles:
        """Of a symmetric act: the sides that the labels see, where syntax names fewer than two or one that they do not see.

        A side beside one that the labels do not see is none: "the dialogue hosted by the EU with Serbia".
        """
        known, sides = {identity(each) for each in roles.parties}, _side_by_side(NOTHING, sources, targets).parties
        doubted = [each for each in roles.parties if self._doubted(each, word, self._takes_part)]
        if len(known) > 1:
            sure = all((self._share(each, word, self._takes_part) or 0.0) > self._least.instead for each in sides)
            if not (doubted and sure and len(sides) > 1):
                return roles
            mine = distinct((*(each for each in roles.sources if each not in doubted), *sources))
            return _side_by_side(roles, mine, distinct((*(each for each in roles.targets if each not in doubted), *targets)))
        if len(sides) > 1:
            return _side_by_side(roles, sources, targets)
        more = () if doubted or not known else tuple(each for each in sides if identity(each) not in known)
        return _with(roles, roles.sources or more, roles.targets or (more if roles.sources else ()))

    def _takes_part(self, trigger: Word, word: Word) -> float:
        return self._labels.source(trigger, word) + self._labels.target(trigger, word)

    def _share(self, actor: Actor, trigger: Word, ask: Ask) -> float | None:
        """How likely an actor's words are in a role; `None` of one whom another sentence names."""
        words = [word for word in self._reader.words_of(actor.mention) if word.sentence == trigger.sentence]
        return max((ask(trigger, other) for word in words for other in _said_of_one(word)), default=None)

    def _doubted(self, actor: Actor, trigger: Word, ask: Ask) -> bool:
        share = self._share(actor, trigger, ask)
        return share is not None and share < self._least.doubt

    def backing(self, finding: Finding) -> Backing:
        """How far the labels back a finding; an act of another type backs it in part: that an invitation is no request
        is for the lexicon to say.
        """
        word = self._told_by(finding.trigger)
        symmetric = self._knowledge.types[finding.type].symmetric
        asks = (self._takes_part, self._takes_part) if symmetric else (self._labels.source, self._labels.target)
        roles = (finding.roles.sources, finding.roles.targets)
        shares = [self._least_of(actors, word, ask) for actors, ask in zip(roles, asks, strict=True)]
        backed = max(self._labels.tells(word, finding.type), self._least.other * (1 - self._labels.none(word)))
        return Backing(backed, *shares)

    def _least_of(self, actors: tuple[Actor, ...], trigger: Word, ask: Ask) -> float | None:
        here = [share for actor in actors if (share := self._share(actor, trigger, ask)) is not None]
        return min(here, default=None)

    def acts(self, sentence: Sequence[Word], kept: Sequence[Finding]) -> Iterator[Finding]:
        """Acts in the words that no kept reading uses, where the labels are sure of the act and of its parties."""
        used = {word.i for each in kept for word in (*each.trigger.words, each.trigger.outer)}
        told = {_act(each.type, each.roles) for each in kept}
        for word in sentence:
            if word.i in used or not _may_tell(word):
                continue
            kind, share = self._labels.type_of(word)
            if share > min(self._least.propose, self._least.alone):
                roles = self._roles(word, kind)
                if share > self._needed(word, kind, roles) and _act(kind, roles) not in told:
                    yield Finding(self._trigger(word, kind), roles)

    def _needed(self, word: Word, kind: str, roles: Roles) -> float:
        """How sure an act must be that no frame reads; a meeting needs both its sides, other nouns are for the lexicon."""
        symmetric = self._knowledge.types[kind].symmetric
        if word.is_noun and not symmetric:
            return 1.0
        if (len(roles.parties) if symmetric else roles.named) > 1:
            return self._least.propose
        return 1.0 if symmetric or not roles.parties else self._least.alone

    def _roles(self, word: Word, kind: str) -> Roles:
        sources, targets = self._of(word, kind)
        if self._knowledge.types[kind].symmetric:
            return _side_by_side(NOTHING, sources, targets)
        mine = {identity(each) for each in sources}
        aimed = (each for each in targets if identity(each) not in mine and not _acts_for(sources, each))
        return _with(NOTHING, sources, tuple(aimed))

    def _trigger(self, word: Word, kind: str) -> Trigger:
        entry = self._knowledge.proposals[kind]
        if not word.is_noun:
            return Trigger(entry, word, (word,))
        return Trigger(replace(entry, pos="noun"), word, (word,), host_of_noun(word, self._knowledge, self._reader.tree))

    def _told_by(self, trigger: Trigger) -> Word:
        words = (trigger.word, trigger.outer, *trigger.words)
        return min(words, key=self._labels.none)

    def _of(self, trigger: Word, kind: str) -> tuple[tuple[Actor, ...], tuple[Actor, ...]]:
        """The sources and the targets that the labels see of a trigger's act."""
        return self._playing(trigger, kind, self._labels.source), self._playing(trigger, kind, self._labels.target)

    def _playing(self, trigger: Word, kind: str, ask: Ask) -> tuple[Actor, ...]:
        words = [word for word in self._reader.tree.sentence(trigger) if ask(trigger, word) > self._least.party]
        symmetric = self._knowledge.types[kind].symmetric
        words = [word for word in words if word.rel != "absolute"]  # "with the United States in mind"
        playing = (word for word in words if not (symmetric and _is_topic(word)) and not _names_again(word, words))
        actors = distinct(tuple(actor for word in playing for actor in self._meant(word, kind)))
        return actors if symmetric else tuple(actor for actor in actors if not self._doubted(actor, trigger, ask))

    def _meant(self, word: Word, kind: str) -> tuple[Actor, ...]:
        return self._reader.actors(word) or (self._reader.host(word) if kind in HOSTED else ())


def _is_same(one: Actor, other: Actor) -> bool:
    """One actor, or one within the words of the other ("a US drone" is no act of the US against itself)."""
    return identity(one) == identity(other) or (
        one.mention.start < other.mention.end and other.mention.start < one.mention.end
    )


def _acts_for(sources: Iterable[Actor], target: Actor) -> bool:
    """Whether somebody acts for the state that is the target: what he says of it is not done to it."""
    return target.type == "state" and any(
        each.country == target.country and each.type != "state" and each.sector in FOR_A_STATE for each in sources
    )


def _is_topic(word: Word) -> bool:
    """ "met on Mali", "spoke about Mali": what is talked about is no side."""
    return any("topical" in child.ways for child in word.by_dep("case"))


def _names_again(word: Word, others: Sequence[Word]) -> bool:
    """ "the Security Council, the body that": the same party in other words."""
    return (word.rel == "appos" or word.dep == "nmod:desc") and word.head in others


def _said_of_one(word: Word) -> Iterator[Word]:
    """A word of a party and the one that it explains or is counted by: "the commander, Jane Doe", "hundreds of teachers"."""
    yield word
    above = word.head
    if above is not None and (word.rel == "appos" or word.dep == "nmod:desc" or "partial" in above.ways):
        yield above


def _act(kind: str, roles: Roles) -> tuple[str, frozenset[str]]:
    """What tells two acts of a sentence apart."""
    return kind, frozenset(identity(each) for each in roles.parties)


def _may_tell(word: Word) -> bool:
    if word.is_verb:
        return word.rel not in ("aux", "cop") and word.dep not in ("amod", "compound")
    return word.is_noun and tells_of_act(word)


def _side_by_side(roles: Roles, sources: tuple[Actor, ...], targets: tuple[Actor, ...]) -> Roles:
    """The roles with these sides, each once; nobody is another side than the state that he acts for."""
    every = distinct((*sources, *targets))
    known = {identity(each) for each in sources}
    sources = tuple(each for each in sources if not _acts_for(every, each))
    others = tuple(each for each in targets if identity(each) not in known and not _acts_for(every, each))
    return _with(roles, sources or others[:1], others if sources else others[1:])


def _with(roles: Roles, sources: tuple[Actor, ...], targets: tuple[Actor, ...], slot: str = LABELLED) -> Roles:
    """The roles with these parties; the slots say which of them the labels gave."""
    slots = roles.slots
    for name, before, now in (("source", roles.sources, sources), ("target", roles.targets, targets)):
        if now != before:
            slots = (*(each for each in slots if not each.startswith(f"{name}:")), f"{name}:{slot}")
    return replace(roles, sources=sources, targets=targets, slots=slots)
