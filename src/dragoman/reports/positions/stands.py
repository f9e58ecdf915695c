"""A stand as it is read: who, which side, on what, by which words. Words of stance and coded acts lead to it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import permutations

from dragoman.ontology.stances import StanceCue
from dragoman.records import Actor, PositionBasis, Report, Status
from dragoman.reports.clauses import agents, oblique, phrase
from dragoman.reports.coder import Coder
from dragoman.reports.knowledge import Key
from dragoman.reports.positions.knowledge import StanceEntry, StanceKnowledge
from dragoman.reports.positions.speakers import Speakers
from dragoman.reports.predicates import Judgement, is_negated, own_reality
from dragoman.reports.reader import distinct, identity
from dragoman.reports.roles import fits
from dragoman.reports.slots import filler_groups, fillers, lent
from dragoman.reports.tree import Word, first_conjunct, preposition
from dragoman.reports.triggers import Trigger, find_triggers

HELD: frozenset[Status] = frozenset({"happened", "ongoing", "background", "planned"})
"""Statuses in which whoever takes a stand has it."""
CALL = "calls-for"
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
                for stand in self._of_trigger(trigger, trigger.entry):
                    yield from self._with_reproach(stand)

    def _with_reproach(self, stand: Stand) -> Iterator[Stand]:
        """A stand; and whoever calls on a person or party to give up or go is against them as well."""
        yield stand
        head = stand.head
        on = stand.object or self._called_upon(stand)
        if stand.stance != CALL or on is None or head is None:
            return
        if is_personal(on) and head.lemma in self.knowledge.words.reproaching:
            yield replace(stand, stance="opposes", head=None, object=on, weak=False)

    def _called_upon(self, stand: Stand) -> Actor | None:
        """ "called for Doe to resign": parsers hang who is to do it on the call."""
        head, known = stand.head, {identity(each) for each in stand.holders}
        between = (word for word in stand.word.by_dep("obl", "obj") if head is not None and stand.word.i < word.i < head.i)
        return next((on for word in between if (on := self.object(word, known)) is not None), None)

    def _of_trigger(self, trigger: Trigger, entry: StanceEntry) -> Iterator[Stand]:
        cue = entry.cue
        granted = self._granted(trigger, cue)
        holders = granted or self._filling(trigger, cue.source)
        verb = _governing(trigger)
        heads = agents(verb) if granted and verb else self._targets(trigger, cue.target, holders) if holders else ()
        judgement = self.coder.judge.judge(trigger) if holders and (heads or cue.mutual) else None
        if judgement is None:
            return
        shown = self.knowledge.stances[cue.stance].denied if self._withheld(trigger) else cue.stance
        stance = self._held(shown, judgement) if shown else None
        told = self.acts.get(trigger.word.i)
        plain = Stand(
            word=trigger.word,
            words=trigger.words,
            outer=trigger.outer,
            holders=holders,
            stance=stance or "",
            head=None,
            object=None,
            basis=cue.basis,
            weak=cue.weak,
            rank=(2 * len(cue.needs) + cue.on_actor, len(trigger.words), not cue.weak),
            why=(f"cue:{entry.name}", *(f"status:{step}" for step in judgement.why)),
            report=told[1] if told else None,
        )
        found = tuple(self._on(plain, trigger, cue, stance, heads))
        if cue.mutual and stance is not None:
            found = tuple(_both_ways(plain, found, self._others(heads, holders)))
        yield from (each for each in found if not cue.personal or _between_politicians(each))

    def _on(
        self, plain: Stand, trigger: Trigger, cue: StanceCue, stance: str | None, heads: tuple[Word, ...]
    ) -> Iterator[Stand]:
        """The stand that is shown on each of these heads."""
        known = {identity(each) for each in plain.holders}
        for head in self._matters(tuple(self._meant(head, trigger.word) for head in heads)):
            on = self.object(head, known)
            named = self._names_actor(head) or _reciprocal(head)
            held = self._called(stance, head)
            if held is None or (cue.on_actor and not named) or (named and on is None and not _reciprocal(head)):
                continue
            matter = self._matter(trigger, cue.over, head) if named else None
            yield replace(plain, stance=held, head=matter or head, object=on)

    def _others(self, heads: tuple[Word, ...], holders: tuple[Actor, ...]) -> bool:
        """Whether heads tell of anything but the holders themselves."""
        return any(not (found := self.reader.actors(head)) or any(each not in holders for each in found) for head in heads)

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
        """A call whose clause is denied ("urged X not to leave") is against it; one whose clause is a fact is none.

        Whoever says that somebody did no wrong ("claimed that X had not lied") is for him.
        """
        status = self.knowledge.reading.status
        if stance == "opposes" and head is not None and head.rel == "ccomp" and self._clears(head):
            return "supports"
        if stance != CALL or head is None or not (head.is_verb or head.first("cop") is not None):
            return stance
        if is_negated(head, status):
            return "opposes"
        return None if own_reality(head, status, reported=False).status in ("happened", "ongoing", "background") else stance

    def _clears(self, clause: Word) -> bool:
        """Whether a clause denies something bad."""
        word: Key = (clause.lemma, "verb") if clause.is_verb else (clause.lower, "adjective")
        return self.knowledge.judgements.get(word) == "opposes" and is_negated(clause, self.knowledge.reading.status)

    # ------------------------------------------------------------------------------------------------------ who

    def _granted(self, trigger: Trigger, cue: StanceCue) -> tuple[Actor, ...]:
        """Who is for whoever has it: "had the support of Mali", "landed endorsements from Mali"; nobody in other clauses."""
        verb = _governing(trigger)
        if verb is None or verb.lemma not in self.knowledge.words.having or fillers(trigger, "for"):
            return ()
        givers = (*oblique(trigger.word, "of"), *oblique(trigger.word, "from")) if {"of", "from"} <= set(cue.source) else ()
        each_giver = (each for word in givers for each in phrase(word))
        return distinct(tuple(actor for word in each_giver for actor in self.reader.actors(word) if may_hold(actor)))

    def _withheld(self, trigger: Trigger) -> bool:
        """ "withheld its support for the plan": the verb above denies the noun."""
        verb = _governing(trigger)
        return verb is not None and verb.lemma in self.knowledge.words.withholding

    def _filling(self, trigger: Trigger, slots: Iterable[str]) -> tuple[Actor, ...]:
        for slot in slots:
            for words in self._groups(trigger, slot):
                if slot == SELF:  # not whose supporter he is: "a Mali supporter voted" says nothing of Mali
                    found = distinct(tuple(actor for word in words for actor in self._selves(word)))
                else:
                    found = distinct(tuple(actor for word in words for actor in self.holders(word)))
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

    def _selves(self, word: Word) -> Iterator[Actor]:
        """Whom a noun of stance means, never its owner."""
        return (actor for actor in self.reader.actors(word, owners=False) if may_stand(actor) and actor.id)

    def holders(self, word: Word) -> tuple[Actor, ...]:
        """Who may hold a stand by this word: known actors, also through what speaks for them; "we" is whoever speaks."""
        bears = bool(self.reader.at(word)) or word.lemma in self.knowledge.words.bearers or word.rel != "nsubj"
        said = self.speakers.of(word) if word.lower in self.knowledge.words.first_person else ()
        found = tuple(actor for actor in said if may_hold(actor))
        return found or tuple(actor for actor in self.reader.actors(word, owners=bears) if may_stand(actor))

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
        if head.lemma in self.knowledge.words.parts and head.first("nmod") is not None:
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
        whole = self._whole(head, known)
        if whole is not None:
            return whole
        heads = agents(head) if head.is_verb or head.first("cop") is not None else (head,)
        actors = tuple(actor for each in heads for actor in self.reader.actors(each) if actor.id is not None)
        if any(identity(actor) in known for actor in actors) and not self._names_actor(head):
            return None
        return next((actor for actor in actors if identity(actor) not in known), None)

    def _whole(self, head: Word, known: set[str]) -> Actor | None:
        """Of "most of Mali's plans" and "the women of the army", whose they are."""
        whole = next((part for part in head.by_dep("nmod") if preposition(part) == "of"), None)
        return self.object(whole, known) if whole is not None and head.lemma in self.knowledge.words.parts else None

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
                    whom = on or (self._whole(head, known) if head is not None else None)
                    stand = Stand(
                        word, trigger.words, trigger.outer, holders, held, head, whom, "act", why=why, report=report
                    )
                    yield from self._with_reproach(stand)


def _governing(trigger: Trigger) -> Word | None:
    """The verb whose object a noun of stance is."""
    return trigger.word.head if trigger.entry.pos == "noun" and trigger.word.rel == "obj" else None


def _fillers(trigger: Trigger, slot: str) -> tuple[Word, ...]:
    """What stands in a slot; of "stayed neutral in" what hangs on the verb."""
    if slot == SELF:
        return next((words for words in _itself(trigger.word) if words), ())
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
    if noun.rel == "nmod" and noun.head is not None and noun.head.lower == "one" and preposition(noun) == "of":
        yield from _itself(noun.head)  # "is one of Mali's critics"
        return
    if noun.rel == "conj" and any(child.lower == "other" for child in noun.by_dep("amod")):
        yield (first_conjunct(noun),)  # "Chad and other critics"
        return
    yield tuple(noun.by_dep(*BESIDE))
    if (noun.dep in BESIDE or noun.rel in ("appos", "compound")) and noun.head is not None:
        yield (noun.head,)
    yield (noun,)


def _reciprocal(head: Word) -> bool:
    """ "each other", "one another"."""
    return head.lower in ("other", "another") and any(child.lower in ("each", "one") for child in head.children)


def _both_ways(plain: Stand, found: Iterable[Stand], others: bool) -> Iterator[Stand]:
    """Of a mutual stand between persons or parties also how it is returned; told of holders alone, each is on each other."""
    for stand in found:
        yield stand
        if stand.object is not None and is_personal(stand.object):
            for holder in stand.holders:
                if holder.id is not None and is_personal(holder):
                    yield replace(stand, holders=(stand.object,), object=holder, head=None)
    if not others:
        for one, other in permutations((each for each in plain.holders if is_personal(each)), 2):
            if other.id is not None:
                yield replace(plain, holders=(one,), object=other)


def _between_politicians(stand: Stand) -> bool:
    """Whether the holders and whom the stand is on are persons or parties, one of them in politics."""
    if stand.object is None:
        return False
    parties = (stand.object, *stand.holders)
    return all(is_personal(each) for each in parties) and any(each.sector for each in parties)


def is_personal(actor: Actor) -> bool:
    """Whether an actor is a person or a party."""
    return actor.type == "person" or actor.sector == "PTY"


def may_hold(actor: Actor) -> bool:
    """Whether the page says who an actor is, and it is nobody who only reports."""
    return actor.type != "medium" and may_stand(actor)


def may_stand(actor: Actor) -> bool:
    """Whether the page says who an actor is: a broadcaster, too, may be somebody's supporter."""
    return bool(actor.id or actor.members or (actor.country and actor.type != "unnamed"))
