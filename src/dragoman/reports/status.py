"""Is it so: what becomes of an act through everything that stands above its trigger.

From the trigger upwards each word may turn a fact into a plan, a call, an expectation or nothing: modals and negation
(`predicates.py`), words that embed ("urged X to", "refused to", "the possibility of"), clause markers ("if", "without"),
occasions ("during", "ahead of"). The farthest from a plain fact wins, and every step is named in the why. A noun that
nothing asserts is background: it is spoken of, not reported.
"""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.ontology.frames import LightVerb
from dragoman.records import Status
from dragoman.reports.clauses import content_clauses, is_passive, is_there, partner
from dragoman.reports.knowledge import Knowledge, PartOfSpeech
from dragoman.reports.knowledge import Reality as Embedded
from dragoman.reports.predicates import (
    DISTANCE,
    YET,
    Judgement,
    Reality,
    auxiliaries,
    has_no,
    in_the_past,
    is_negated,
    is_yet,
    own_reality,
)
from dragoman.reports.tree import Tree, Word, first_conjunct, marker, preposition
from dragoman.reports.triggers import Trigger, matched

# Acts that are words: their nouns ("the accusation") stand once they are spoken, whatever comes of them later.
SPOKEN = frozenset({"AGREE", "SUPPORT", "CONCEDE", "REQUEST", "ACCUSE", "REJECT", "THREATEN"})
# Acts in deed that are done when they are announced ("announced sanctions", "announced the arrest of").
DECLARED = frozenset({"SANCTION", "COERCE", "ASSAULT"})
# Acts in deed that a vote does.
VOTED = frozenset({"SANCTION"})
# Acts of which a noun may be the subject before they take place ("the visit will deepen ties").
AHEAD = frozenset({"CONSULT"})
CLAUSES = frozenset({"xcomp", "ccomp", "acl", "csubj", "advcl", "parataxis"})
TOPIC = "topic of talks"
AFTERWARDS = frozenset({"after", "following"})
DEEDS = frozenset({"ASSAULT"})
"""Acts that are done where something follows on them, even if that is only planned."""
UNASSERTED = "not asserted"
"""In the why of a noun that nothing on the page asserts."""
WEIGHED = "weigh-verb:"
"""The step of a status that rests on what is only thought about."""
ATTEMPT = "attempt-"
"""How the steps begin that tell of an attempt."""
VAIN = "in vain"
COUNTERFACTUAL = "counterfactual:"
PURPOSE = frozenset({None, "to", "in_order", "so_as"})


class Judge:
    """Judges the acts of one document."""

    def __init__(self, tree: Tree, knowledge: Knowledge) -> None:
        self.tree = tree
        self.knowledge = knowledge
        self.cues = knowledge.status

    def judge(self, trigger: Trigger) -> Judgement:
        """The status of a trigger's act with the steps that led to it."""
        found = self._judged(trigger)
        status = trigger.entry.frame.status
        if status is None or DISTANCE[status] <= DISTANCE[found.status]:
            return found
        return Judgement(status, (*found.why, "frame"))

    def _judged(self, trigger: Trigger) -> Judgement:
        if trigger.entry.pos != "noun":
            return self._settled(self._predicate(self.voted(trigger) or trigger.word))
        noun = trigger.bundle or trigger.word
        base = self._noun_words(trigger)
        if trigger.host is not None:
            light = trigger.host.light
            found = self._predicate(trigger.host.occurs or trigger.host.verb)
            if light is not None and trigger.host.occurs is None:
                found = self._lent(light, found)
                found = self._announced(trigger, trigger.host.verb, found)
            return self._settled(self._with(found, base))
        first = first_conjunct(noun)
        if is_there(first):  # "is in talks with Kenya"
            return self._settled(self._with(self._predicate(first), base))
        return self._settled(self._with(self._nominal(first, kind=trigger.entry.type, shared=first is not noun), base))

    def _lent(self, light: LightVerb, found: Reality) -> Reality:
        """What a light verb makes of its noun's act, given its own reality."""
        name = f"light verb:{light.id}"
        if light.unreal is not None and _undone(found, light.unreal):
            return Reality(light.unreal, (*found.why, name))
        return found.joined(light.status, name)

    def voted(self, trigger: Trigger) -> Word | None:
        """The verb of voting that does what it is about: "voted to condemn the raid"; `None` where words do not do it."""
        if trigger.entry.type not in SPOKEN and trigger.entry.type not in VOTED:
            return None
        verb = first_conjunct(trigger.word)
        voting = verb.head is not None and verb.rel in ("xcomp", "advcl") and verb.head.lemma in self.cues.voting
        return verb.head if voting and marker(verb) == "to" else None

    def of_verb(self, verb: Word) -> Judgement:
        """The status of what a verb tells, with the steps that led to it."""
        return self._settled(self._predicate(verb))

    def _announced(self, trigger: Trigger, verb: Word, found: Reality) -> Reality:
        """A light verb that only announces makes a plan of the act, unless announcing does it."""
        embedded = self.announcing(trigger, verb)
        if embedded is None or _stands_anyway(trigger.entry.type, embedded):
            return found
        return found.joined(embedded.status, f"{embedded.id}:{verb.lemma}")

    def announcing(self, trigger: Trigger, verb: Word) -> Embedded | None:
        """What announcing makes of a noun's act where `verb` announces it: "announced a visit", "the visit announced by"."""
        first = first_conjunct(trigger.bundle or trigger.word)
        embedded = self._outright(verb) if verb.head is first else self.embedding(verb, first)
        return embedded if embedded is not None and embedded.declares else None

    def _outright(self, verb: Word) -> Embedded | None:
        """What a verb makes of a noun that it takes without a preposition."""
        return next((each for each in self.knowledge.noun_embeddings.get((verb.lemma, "verb"), ()) if not each.others), None)

    def _settled(self, found: Reality) -> Judgement:
        if found.status is None:
            return Judgement("background", (*found.why, UNASSERTED))
        return Judgement(found.status, found.why, found.present)

    def _with(self, found: Reality, base: Reality) -> Reality:
        """What the noun's own words say weighs in: "upcoming talks", "no talks"."""
        if base.status == "ongoing" and found.status != "negated":
            return Reality("ongoing", (*found.why, *base.why))
        return found.joined(base.status, " ".join(base.why))

    def _noun_words(self, trigger: Trigger) -> Reality:
        found = Reality()
        for noun in {trigger.word, trigger.bundle or trigger.word, first_conjunct(trigger.word)}:
            if has_no(noun, self.cues) or self._not_any(noun):
                return Reality("negated", ("no",))
            for child in noun.by_dep("amod"):
                found = found.joined(self.cues.modifiers.get(child.lower), f"modifier:{child.lower}")
        return found

    def _not_any(self, noun: Word) -> bool:
        """ "did not impose any sanctions": denied with its verb, but for what verbs of saying leave open."""
        verb = noun.head
        if verb is None or noun.rel not in ("obj", "nsubj") or not any(child.lower == "any" for child in noun.by_dep("det")):
            return False
        embedded = self.embedding(verb, noun)
        return is_negated(verb, self.cues) and not self.says(verb) and (embedded is None or embedded.status != "negated")

    # ---------------------------------------------------------------------------------------------- predicates

    def _predicate(self, verb: Word, steps: int = 0) -> Reality:
        """A predicate and all that stands above it."""
        found = own_reality(verb, self.cues, reported=self.is_reported(verb))
        return self._upwards(verb, found, steps)

    def _upwards(self, verb: Word, found: Reality, steps: int) -> Reality:
        governor = verb.head
        if governor is None or steps > 12:
            return found if found.status or not verb.first("mark") else found.joined("planned", "infinitive")
        if verb.rel == "conj":
            return self._coordinated(verb, found, steps)
        if verb.rel not in CLAUSES:
            return (
                self._joined_above(found, self._nominal(verb, steps + 1)) if verb.is_verb and found.status is None else found
            )
        if self._falls_short(verb, governor):
            return found.joined("expected" if is_negated(governor, self.cues) else "negated", "falls short")
        if self._contrary(verb, governor):
            return Reality("negated", (*found.why, "contrary to fact"))
        marked = self._marked(verb, governor)
        found = found.joined(self._mark_status(verb, marked), f"marker:{marked}")
        governor = _joined_by(governor, marked)
        embedded = self.embedding(governor, verb)
        if embedded is not None:
            return self._embedded(verb, governor, embedded, found, steps)
        if verb.rel == "acl" and self._of_none(governor, relative=verb.dep == "acl:relcl"):
            return Reality("negated", (*found.why, "of none"))
        if verb.dep in ("acl:relcl", "parataxis") or found.status is not None:
            return found
        return self._inherited(verb, governor, found, steps)

    def _mark_status(self, verb: Word, marked: str | None) -> Status | None:
        if verb.rel not in ("advcl", "ccomp", "csubj", "acl") or marked is None:
            return None
        status = self.cues.markers.get(marked)
        governor = _joined_by(verb.head, marked) if verb.head is not None else None
        if marked not in self.cues.sequels or governor is None:
            return status
        main = own_reality(governor, self.cues, reported=False)
        done = own_reality(verb, self.cues, reported=False).status == "happened"
        if main.status in ("happened", "ongoing", "background", None):
            return None if done else status
        told = marked == "when" or main.status == "negated" or any(step.startswith("modal:") for step in main.why)
        return None if done and told and status is None else self.cues.sequels[marked]

    def _marked(self, verb: Word, governor: Word) -> str | None:
        """What joins a clause to its governor, "when" and "as soon as" among it."""
        if verb.dep == "advcl" and any(child.lower == "when" for child in verb.by_dep("advmod")):
            return "when"
        found = marker(verb)
        soon = found == "as" and governor.lower in self.cues.soon
        return f"as_{governor.lower}_as" if soon else found

    def _contrary(self, verb: Word, governor: Word) -> bool:
        """ "If Kenya had agreed, Chad would have signed", "Had Kenya agreed": a condition known not to hold."""
        had = next((each for each in auxiliaries(verb) if each.lemma == "have" and each.tag == "VBD"), None)
        if verb.dep != "advcl" or had is None:
            return False
        subject = verb.first("nsubj")
        inverted = subject is not None and had.i < subject.i
        main = own_reality(governor, self.cues, reported=False)
        return (inverted or marker(verb) == "if") and any(step.startswith(COUNTERFACTUAL) for step in main.why)

    def _of_none(self, noun: Word, *, relative: bool) -> bool:
        """ "no state that recognised it", "nothing linking them"; but "no spy who fled was caught" tells of flights."""
        if not has_no(noun, self.cues) and noun.lower not in self.cues.nobody:
            return False
        there = noun.head is not None and noun.head.first("expl") is not None
        return not relative or noun.rel == "obj" or there

    def _vain(self, governor: Word) -> bool:
        """ "a failed attempt to", "tried in vain to", "the bid to enter failed"."""
        if any(child.lower in self.cues.vain for child in governor.by_dep("amod", "advmod", "obl")):
            return True
        verb = governor.head if governor.is_noun and governor.rel == "nsubj" else None
        if verb is None or self.cues.events.get(verb.lemma) != "negated":
            return False
        return own_reality(verb, self.cues, reported=False).status in ("happened", "ongoing", "background")

    def _falls_short(self, verb: Word, governor: Word) -> bool:
        """ "stopped short of blaming", "came close to blaming": what was not done."""
        if verb.dep != "advcl" or verb.tag != "VBG" or marker(verb) not in ("of", "to", "from"):
            return False
        short = (word for word in (governor, *governor.by_dep("advmod")) if not word.is_adjective)
        return any(word.lower in self.cues.falling_short for word in short)

    def _coordinated(self, verb: Word, found: Reality, steps: int) -> Reality:
        """A coordinated predicate: without tense it shares its partner's reality, with tense what both depend on."""
        other = partner(verb)
        above = self._predicate(other, steps + 1) if other.is_verb or other.first("cop") else Reality()
        if found.status is None:
            return Reality(above.status, (*found.why, *above.why), above.present)
        if other.head is not None and other.rel in ("xcomp", "ccomp", "acl", "advcl"):
            embedded = self.embedding(other.head, other)
            if embedded is not None and embedded.status is not None:
                return found.joined(above.status, f"coordinated under {embedded.id}")
        return found

    def _embedded(self, verb: Word, governor: Word, embedded: Embedded, found: Reality, steps: int) -> Reality:
        status = embedded.past if embedded.past is not None and in_the_past(governor) else embedded.status
        if embedded.asserts and verb.rel in ("ccomp", "parataxis") and found.status not in (None, "called-for"):
            status = None
        denied = self._denied(governor)
        name = TOPIC if embedded.topic else f"{embedded.id}:{governor.lemma}"
        apart = self._apart(governor, embedded, found, name, status)
        if apart is not None:
            return apart
        if status == "negated" and embedded.unreal is not None and not denied:
            above = self._above(governor, steps)
            if _undone(above, embedded.unreal):
                return Reality(embedded.unreal, (*found.why, name, *above.why))
        if status == "negated":
            turned: Status = "expected" if denied or found.status == "negated" else "negated"
            return Reality(turned, (*found.why, name, *(("negation",) if denied else ())))
        if denied and not (embedded.says and status is None):
            return Reality("negated", (*found.why, name, "negation"))
        joined = (
            found.joined(status, name) if status is not None else Reality(found.status, (*found.why, name), found.present)
        )
        above = self._above(governor, steps)
        if embedded.says and status is None:
            doubtful = above.status in ("expected", "negated")
            return joined.joined("expected", " ".join(above.why)) if doubtful else joined
        return self._joined_above(joined, above)

    def _apart(self, governor: Word, embedded: Embedded, found: Reality, name: str, status: Status | None) -> Reality | None:
        """What needs no look at the words above: what stands anyway, a view, what came to nothing, what a denial leaves."""
        if embedded.settled:
            return Reality(status, (*found.why, name))
        if embedded.id.startswith(ATTEMPT) and preposition(governor) == "as":  # "condemned it as an attempt to": a view
            return found.joined("background", f"as:{governor.lemma}")
        if not embedded.says and self._vain(governor):
            return Reality("negated", (*found.why, name, VAIN))
        left = "expected" if embedded.dates and self._dateless(governor) else embedded.denied
        if left is not None and self._denied(governor):
            return Reality(left, (*found.why, name, "negation"))
        return None

    def _dateless(self, governor: Word) -> bool:
        """ "no date has been set for talks": they are not denied, only their day is open."""
        subject = governor.first("nsubj:pass", "nsubj")
        return subject is not None and subject.lemma in self.cues.appointments

    def _above(self, governor: Word, steps: int) -> Reality:
        told = governor.is_verb or governor.first("cop")
        if not told and governor.rel == "obj" and governor.head is not None and governor.head.lemma in self.cues.having:
            return self._predicate(governor.head, steps + 1)
        return self._predicate(governor, steps + 1) if told else self._nominal(governor, steps + 1)

    def _denied(self, governor: Word) -> bool:
        return is_negated(governor, self.cues) or has_no(governor, self.cues)

    def _joined_above(self, found: Reality, above: Reality) -> Reality:
        """What stands above matters where it is farther from a fact; a fact above makes no plan below it a fact."""
        if found.status is None:
            return Reality(above.status, (*found.why, *above.why), above.present)
        if above.status in ("planned", "called-for", "expected", "negated"):
            return found.joined(above.status, " ".join(above.why))
        return found

    def _inherited(self, verb: Word, governor: Word, found: Reality, steps: int) -> Reality:
        """Clauses without tense of their own: purposes are plans, participles share their governor's reality."""
        if verb.rel == "csubj":
            return found.joined("happened" if in_the_past(governor) else "expected", "clause as subject")
        if verb.rel == "xcomp" and verb.tag == "VB" and marker(verb) == "to":
            if governor.lemma == "have" and is_yet(governor, self.cues):
                return found.joined("negated", YET)
            return found.joined("planned", f"infinitive of {governor.lemma}")
        if verb.rel == "advcl" and verb.tag == "VB" and marker(verb) in PURPOSE:
            return self._purpose(governor, found, steps)
        if verb.dep == "acl" and verb.tag == "VB":
            return self._infinitive_of_noun(governor, found)
        if governor.is_verb or governor.first("cop") or governor.rel in CLAUSES:
            above = self._predicate(governor, steps + 1)
            if above.status == "negated" and verb.dep == "advcl" and verb.tag == "VBG" and marker(verb) is None:
                return found.joined("happened", "participle")  # "refused to leave, citing ...": the citing is done
            return Reality(above.status, (*found.why, *above.why), above.present)
        if governor.is_noun and verb.first("mark") is not None:
            return self._joined_above(found, self._nominal(governor, steps + 1))
        return found.joined("happened", "participle")

    def _purpose(self, governor: Word, found: Reality, steps: int) -> Reality:
        """What somebody does a thing for is planned; where he only weighs the thing, the purpose is weighed with it."""
        if self._vain(governor):
            return found.joined("negated", VAIN)
        above = self._predicate(governor, steps + 1) if governor.is_verb else Reality()
        if any(step.startswith(WEIGHED) for step in above.why) or above.status in ("expected", "called-for"):
            return found.joined(above.status, " ".join(above.why))
        if above.status == "negated" and governor.lemma in self.cues.errands:
            return found.joined("negated", " ".join(above.why))
        if governor.lemma in self.cues.rallying:
            return found.joined(above.status, "purpose of a crowd")
        return found.joined("planned", "purpose")

    def _infinitive_of_noun(self, noun: Word, found: Reality) -> Reality:
        if noun.lemma in self.cues.firsts or any(child.lower in self.cues.firsts for child in noun.by_dep("amod", "nummod")):
            return found.joined("happened", "first to")
        return found.joined("planned", "infinitive of a noun")

    # --------------------------------------------------------------------------------------------------- nouns

    def _nominal(self, noun: Word, steps: int = 0, *, kind: str | None = None, shared: bool = False) -> Reality:
        """A noun's act by what the noun hangs on."""
        governor = noun.head
        if governor is None or steps > 12:
            return Reality()
        if kind in DEEDS and preposition(noun) in AFTERWARDS:
            return Reality("happened", ("occasion:after",))  # "agreed to reopen it after the clashes"
        embedded = self.embedding(governor, noun)
        if embedded is not None and not _stands_anyway(kind, embedded):
            return self._embedded(noun, governor, embedded, Reality(), steps)
        if noun.rel == "obl" or (noun.rel == "nmod" and governor.first("cop")):
            return self._occasion(noun, governor, steps)
        if noun.rel in ("nsubj", "obj") and (governor.is_verb or governor.first("cop")):
            above = self._predicate(governor, steps + 1)
            if above.status in ("planned", "expected", "called-for") and kind in AHEAD:
                return Reality(above.status, above.why)
            passive = self._outright(governor) if noun.rel == "nsubj" and governor.first("obj") is None else None
            if passive is not None and passive.declares:  # "the talks announced on Monday" read as if talks announced
                return Reality(passive.status, (f"{passive.id}:{governor.lemma}",))
            if above.status in ("happened", "negated") and "past" in above.why and noun.rel == "nsubj" and not shared:
                return Reality("happened", ("presupposed by a past clause",))
        return Reality()

    def _occasion(self, noun: Word, governor: Word, steps: int) -> Reality:
        prep = preposition(noun) or ""
        status = "happened" if prep == "for" and is_there(governor) else self.cues.settings.get(prep)
        if status is None:
            return Reality()
        found = Reality(status, (f"occasion:{prep}",))
        above = self._predicate(governor, steps + 1)
        if prep == "before" and "past" in above.why and _is_measured(noun):
            return Reality("happened", (*found.why, *above.why))
        if status == "happened" and above.status == "expected" and above.why and above.why[0].startswith("modal:will"):
            return Reality("planned", (*found.why, *above.why))
        if prep in AFTERWARDS and above.status == "ongoing" and above.present:
            return Reality("happened", (*found.why, *above.why))  # "the visit comes after the raid": the raid is done
        if prep in AFTERWARDS and above.status == "planned" and _was_decided(governor):
            return Reality("happened", (*found.why, "before the decision"))
        if status == "happened":
            return Reality(above.status, (*found.why, *above.why)) if above.status != "negated" else Reality()
        return found

    # ---------------------------------------------------------------------------------------------- embeddings

    def embedding(self, governor: Word, content: Word) -> Embedded | None:
        """What `governor` makes of its content; `None` where it does not embed it."""
        clause = content in content_clauses(governor) or content.rel in ("csubj",)
        if not clause and not self._noun_content(content, governor):
            return None
        table = self.knowledge.clause_embeddings if clause else self.knowledge.noun_embeddings
        for key, pos in _embedding_readings(governor):
            for embedded in table.get((key, pos), ()):
                if self._applies(embedded, governor, content, pos, clause=clause):
                    return embedded
        return None

    def _noun_content(self, content: Word, governor: Word) -> bool:
        if not content.is_noun and content.tag != "VBG":
            return False
        if governor.is_noun:
            return content.rel == "nmod" or content.rel == "compound"
        return content.rel in ("obj", "obl", "xcomp") or content.dep == "nsubj:pass" or _likely_subject(content, governor)

    def _applies(self, embedded: Embedded, governor: Word, content: Word, pos: PartOfSpeech, *, clause: bool) -> bool:
        if embedded.others and matched(governor, embedded.others, pos, self.tree) is None:
            return False
        if (
            pos == "verb"
            and not embedded.others
            and governor.first("compound:prt") is not None
            and embedded.status is not None
        ):
            return False  # "pushed back the visit" is no push for it
        if clause or content.rel in ("obj", "xcomp", "compound", "nsubj"):
            return not (embedded.others and content.rel == "obj" and preposition(content))
        return self._linked(embedded, governor, content)

    def _linked(self, embedded: Embedded, governor: Word, content: Word) -> bool:
        """A noun content by preposition: the one of the word ("call for"), or "of", "for", "to" ... of a noun."""
        prep = preposition(content)
        if content.dep == "nsubj:pass":
            return not embedded.others or embedded.others[-1] not in ("on", "upon")
        if governor.is_noun:
            return prep in ("of", "for", "to", "on", "in", "about")
        if governor.is_adjective or embedded.dates:
            return prep in ("for", "to")
        return prep is not None and prep in embedded.others

    def is_reported(self, verb: Word) -> bool:
        """Whether a verb stands under a verb of saying in the past tense."""
        word: Word | None = first_conjunct(verb)
        while word is not None and word.head is not None:
            said = any(self.says(child) and in_the_past(child) for child in word.by_dep("parataxis"))
            if said or (word.rel in ("ccomp", "parataxis") and self.says(word.head) and in_the_past(word.head)):
                return True
            if word.rel not in CLAUSES and word.rel != "conj":
                return False
            word = word.head
        return False

    def says(self, word: Word) -> bool:
        """Whether a word is a verb of saying."""
        return any(each.says for each in self.knowledge.clause_embeddings.get((word.lemma, "verb"), ())) and word.is_verb


def _is_measured(noun: Word) -> bool:
    """ "three weeks before the invasion": so much is known only of what has come about."""
    start = next((child.i for child in noun.by_dep("case")), noun.i)
    return any(child.by_dep("nummod") or child.timed for child in noun.children if child.is_noun and child.i < start)


def _was_decided(verb: Word) -> bool:
    """ "agreed to leave after talks": a plan told in the past was made after what it is said to come after."""
    return verb.rel in ("xcomp", "advcl") and verb.tag == "VB" and verb.head is not None and in_the_past(verb.head)


def _joined_by(governor: Word, marked: str | None) -> Word:
    """What a clause hangs on, past the adverb that joins it ("as soon as")."""
    adverb = marked is not None and marked.startswith("as_") and marked.endswith("_as")
    return governor.head if adverb and governor.head is not None else governor


def _undone(found: Reality, unreal: Status) -> bool:
    """Whether what would undo an act is itself no fact, nor settled: what will be stopped is as good as over."""
    tried = any(step.startswith(ATTEMPT) for step in found.why)
    meant = "purpose" in found.why and unreal != "planned"
    doubted = found.status == "expected" and unreal != "background"
    return tried or meant or doubted or found.status == "called-for"


def _stands_anyway(kind: str | None, embedded: Embedded) -> bool:
    """Rejecting an accusation does not undo it, and what is done in words is done when it is announced."""
    if embedded.grants:
        return kind == "REQUEST"
    if embedded.status == "negated":
        return kind in SPOKEN
    return embedded.declares and (kind in SPOKEN or kind in DECLARED)


def _likely_subject(content: Word, governor: Word) -> bool:
    """ "talks are likely": the subject of an adjective is its content."""
    return content.dep == "nsubj" and governor.is_adjective


def _embedding_readings(word: Word) -> Iterator[tuple[str, PartOfSpeech]]:
    if word.tag in ("VBN", "VBG", "VBD") and (is_passive(word) or word.lower == "going"):
        yield word.lower, "adjective"
    if word.is_verb:
        yield word.lemma, "verb"
    elif word.is_noun:
        yield word.lemma, "noun"
    elif word.is_adjective or auxiliaries(word):
        yield word.lower, "adjective"
