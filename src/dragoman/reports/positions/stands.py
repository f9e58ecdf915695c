"""A stand as it is read: who, which side, on what, by which words. Words of stance and coded acts lead to it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from dragoman.records import Actor, PositionBasis, Report, Status
from dragoman.reports.clauses import agents, oblique
from dragoman.reports.coder import Coder
from dragoman.reports.positions.knowledge import StanceEntry, StanceKnowledge
from dragoman.reports.positions.speakers import Speakers
from dragoman.reports.predicates import Judgement, is_negated, own_reality
from dragoman.reports.reader import distinct, identity
from dragoman.reports.roles import fits
from dragoman.reports.slots import filler_groups, fillers, lent
from dragoman.reports.tree import Word, first_conjunct
from dragoman.reports.triggers import Trigger, find_triggers

HELD: frozenset[Status] = frozenset({"happened", "ongoing", "background", "planned"})
"""Statuses in which whoever takes a stand has it."""
SELF = "self"
"""The slot of whom a noun of stance itself means ("Mali's ally Niger")."""
BESIDE = ("appos", "flat", "nmod:desc")


@dataclass(frozen=True, slots=True)
class Stand:
    """A stand: `word` shows it; `outer` is the word by which it hangs in the clause.

    `head` heads the phrase of its issue, `object` is whom it is on. Of several readings of a word the one of the highest
    `rank` is meant.
    """

    word: Word
    words: tuple[Word, ...]
    outer: Word
    holders: tuple[Actor, ...]
    stance: str
    head: Word | None
    object: Actor | None
    basis: PositionBasis
    weak: bool = False
    rank: tuple[int, ...] = ()
    why: tuple[str, ...] = ()
    report: Report | None = None

    @property
    def parties(self) -> frozenset[str]:
        """Who holds it, as ids."""
        return frozenset(identity(actor) for actor in self.holders)


class StandReader:
    """Reads the stands of one document. `coder` has coded the document's reports."""

    def __init__(self, coder: Coder, knowledge: StanceKnowledge, speakers: Speakers) -> None:
        self.coder = coder
        self.speakers = speakers
        self.reader = coder.reader
        self.knowledge = knowledge
        self.acts = {act.finding.trigger.word.i: (act, report) for act, report in coder.told}

    # ------------------------------------------------------------------------------------------------ words of stance

    def by_words(self, sentence: tuple[Word, ...]) -> Iterator[Stand]:
        """Stands that words of stance show: "opposes", "China's opposition to", "is in favour of"."""
        for trigger in find_triggers(self.reader.tree, sentence, self.knowledge.reading):
            if isinstance(trigger.entry, StanceEntry) and fits(trigger, self.knowledge.reading.status):
                yield from self._of_trigger(trigger, trigger.entry)

    def _of_trigger(self, trigger: Trigger, entry: StanceEntry) -> Iterator[Stand]:
        cue = entry.cue
        holders = self._filling(trigger, cue.source)
        heads = self._targets(trigger, cue.target, holders) if holders else ()
        if not heads:
            return
        judgement = self.coder.judge.judge(trigger)
        stance = self._held(cue.stance, judgement)
        known = {identity(each) for each in holders}
        told = self.acts.get(trigger.word.i)
        for head in self._matters(tuple(self._meant(head, trigger.word) for head in heads)):
            on = self.object(head, known)
            named = self._names_actor(head) or _reciprocal(head)
            held = self._called(stance, head)
            if held is None or (cue.on_actor and not named) or (named and on is None and not _reciprocal(head)):
                continue
            matter = self._matter(trigger, cue.over, head) if named else None
            yield Stand(
                word=trigger.word,
                words=trigger.words,
                outer=trigger.outer,
                holders=holders,
                stance=held,
                head=matter or head,
                object=on,
                basis=cue.basis,
                weak=cue.weak,
                rank=(2 * len(cue.needs) + cue.on_actor, len(trigger.words), not cue.weak),
                why=(f"cue:{entry.name}", *(f"status:{step}" for step in judgement.why)),
                report=told[1] if told else None,
            )

    def _held(self, stance: str, judgement: Judgement) -> str | None:
        """The stance that is left of one by its status; `None` where nobody holds it, or only others say so."""
        words = self.knowledge.words
        parts = {part for step in judgement.why for part in step.split()}
        steps = {part.partition(":")[0] for part in parts}
        if steps & set(words.doubted) or any(f"marker:{each}" in parts for each in words.open):
            return None
        if judgement.status in HELD:
            return stance
        if judgement.status == "negated":
            return self.knowledge.stances[stance].denied
        return stance if judgement.status == "expected" and steps & set(words.wanted) else None

    def _called(self, stance: str | None, head: Word | None) -> str | None:
        """A call whose clause is denied ("urged X not to leave") is against it; one whose clause is a fact is none."""
        if stance != "calls-for" or head is None or not (head.is_verb or head.first("cop") is not None):
            return stance
        status = self.knowledge.reading.status
        if is_negated(head, status):
            return "opposes"
        return None if own_reality(head, status, reported=False).status in ("happened", "ongoing", "background") else stance

    # ------------------------------------------------------------------------------------------------------ who

    def _filling(self, trigger: Trigger, slots: Iterable[str]) -> tuple[Actor, ...]:
        for slot in slots:
            for words in self._groups(trigger, slot):
                found = distinct(tuple(actor for word in words for actor in self.holders(word) if slot != SELF or actor.id))
                if found:
                    return found
                if slot == "subject" and words and trigger.entry.pos != "noun":
                    return ()
        return ()

    def _groups(self, trigger: Trigger, slot: str) -> Iterator[tuple[Word, ...]]:
        if slot != SELF:
            yield from filler_groups(trigger, slot)
        else:
            yield from _itself(trigger.word)

    def holders(self, word: Word) -> tuple[Actor, ...]:
        """Who may hold a stand by this word: known actors, also through what speaks for them; "we" is whoever speaks."""
        bears = bool(self.reader.at(word)) or word.lemma in self.knowledge.words.bearers or word.rel != "nsubj"
        found = tuple(actor for actor in self.reader.actors(word, owners=bears) if may_hold(actor))
        if not found and word.lower in self.knowledge.words.first_person:
            found = tuple(actor for actor in self.speakers.of(word) if may_hold(actor))
        return found

    # --------------------------------------------------------------------------------------------------- on what

    def _targets(self, trigger: Trigger, slots: Iterable[str], holders: tuple[Actor, ...]) -> tuple[Word, ...]:
        """The heads of what a stand is on; of "won Mali's support" and "has the support of Mali" the winner."""
        host = trigger.host
        if host is not None and host.light is not None and host.light.subject == "target" and lent(trigger):
            return lent(trigger)
        heads = self._heads(trigger, slots)
        if host is not None and all(actor in holders for head in heads for actor in self.reader.actors(head)):
            mine = [head for head in heads if not self.reader.actors(head)]
            return tuple(mine) or agents(host.verb)
        return heads

    def _heads(self, trigger: Trigger, slots: Iterable[str]) -> tuple[Word, ...]:
        """The heads of the first of these slots that something stands in which can be an issue."""
        for slot in slots:
            found = tuple(head for head in _fillers(trigger, slot) if self._can_be(head))
            if found:
                return found
        return ()

    def _can_be(self, head: Word) -> bool:
        """Whether a word can head an issue: no time, no bare pronoun or measure, nothing contrasted ("not the words")."""
        if head.lemma in self.knowledge.words.no_issue or any(child.lower == "not" for child in head.by_dep("advmod", "cc")):
            return head.is_verb
        if head.is_noun or head.is_verb or head.first("cop") is not None or self._names_actor(head):
            return True
        return _reciprocal(head) or (head.tag in ("WP", "DT") and bool(head.first("acl")))

    def _matters(self, heads: tuple[Word, ...]) -> tuple[Word, ...]:
        """Actors one by one; matters that are coordinated together, as the phrase of the first."""
        if any(self._names_actor(head) for head in heads):
            return heads
        return tuple(dict.fromkeys(first_conjunct(head) if first_conjunct(head) in heads else head for head in heads))

    def _meant(self, head: Word, word: Word) -> Word:
        """Of "issues with Taiwan, which it claims", Taiwan: the name right before the relative clause that `word` is in."""
        clause = next((each for each in head.by_dep("acl:relcl") if each is word or each in word.ancestors()), None)
        if clause is None:
            return head
        before = min(each.i for each in clause.subtree()) - 1
        near = self.reader.tree.words[before - 1 if self.reader.tree.words[before].text == "," else before]
        return near if head in near.ancestors() and self._names_actor(near) else head

    def _matter(self, trigger: Trigger, slots: Iterable[str], head: Word) -> Word | None:
        """What a stand on an actor is over: "thanked Togo for its help"."""
        after = (word for slot in slots for word in fillers(trigger, slot) if word.i > min(head.i, trigger.word.i))
        fit = (word for word in after if word is not head and self._can_be(word) and not self._names_actor(word))
        return next(fit, None)

    def _names_actor(self, head: Word) -> bool:
        return any(actor.id or actor.members for actor in self.reader.at(head))

    def object(self, head: Word, known: set[str]) -> Actor | None:
        """Whom a stand on a phrase is on: who is named, owns it or does it; nobody where it is the holders' own."""
        heads = agents(head) if head.is_verb else (head,)
        actors = tuple(actor for each in heads for actor in self.reader.actors(each) if actor.id is not None)
        if any(identity(actor) in known for actor in actors) and not self._names_actor(head):
            return None
        return next((actor for actor in actors if identity(actor) not in known), None)

    # ----------------------------------------------------------------------------------------------------------- acts

    def by_acts(self, sentence: tuple[Word, ...]) -> Iterator[Stand]:
        """Stands that coded acts show: a veto, an accusation, sanctions."""
        for word in sentence:
            told = self.acts.get(word.i)
            rule = self.knowledge.act_stance(told[1].cameo) if told else None
            if told is None or rule is None or rule.stance is None:
                continue
            act, report = told
            stance = self._held(rule.stance, act.judgement)
            holders = tuple(actor for actor in report.sources if may_hold(actor))
            trigger = act.finding.trigger
            known = {identity(each) for each in holders}
            on = next((actor for actor in report.targets if actor.id is not None and identity(actor) not in known), None)
            heads = self._matters(self._heads(trigger, rule.issue))
            if stance is None or not holders or not (heads or (rule.bare and on)):
                continue
            why = (f"act:{rule.id}", *(f"status:{step}" for step in act.judgement.why))
            for head in heads or (None,):
                held = self._called(stance, head)
                if held is not None:
                    yield Stand(word, trigger.words, trigger.outer, holders, held, head, on, "act", why=why, report=report)


def _fillers(trigger: Trigger, slot: str) -> tuple[Word, ...]:
    """What stands in a slot; of "stayed neutral in" what hangs on the verb."""
    found = fillers(trigger, slot)
    word = trigger.word
    if not found and trigger.entry.pos == "adjective" and word.rel == "xcomp" and word.head is not None:
        return oblique(word.head, slot)
    return found


def _itself(noun: Word) -> Iterator[tuple[Word, ...]]:
    """Whom a noun of stance means: its subject where it is the predicate, the name beside it, the noun's own mention."""
    if noun.first("cop") is not None:
        yield tuple(noun.by_dep("nsubj"))
        return
    yield tuple(noun.by_dep(*BESIDE))
    if (noun.dep in BESIDE or noun.rel in ("appos", "compound")) and noun.head is not None:
        yield (noun.head,)
    yield (noun,)


def _reciprocal(head: Word) -> bool:
    """ "each other", "one another"."""
    return head.lower in ("other", "another") and any(child.lower in ("each", "one") for child in head.children)


def may_hold(actor: Actor) -> bool:
    """Whether the page says who an actor is, and it is nobody who only reports."""
    return actor.type != "medium" and bool(actor.id or actor.members or (actor.country and actor.type != "unnamed"))
