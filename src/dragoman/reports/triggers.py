"""Which words may tell of an act: frames by lemma, part of speech and the words around the trigger.

A noun counts where it is used for the act ("talks with Kenya"), not where it only names a kind of thing ("the talks venue").
Its *host* is the verb that lends it syntax: a light verb ("hold talks", "sanctions imposed by") or one by which the act
occurs ("talks took place").
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dragoman.ontology.frames import LightVerb
from dragoman.reports.knowledge import Entry, Knowledge, PartOfSpeech
from dragoman.reports.tree import RELATIVES, Tree, Word, first_conjunct, marker, preposition, stands_by

# How far from a noun the other words of its trigger may stand ("declaration of an all-out war").
REACH = 4


@dataclass(frozen=True, slots=True)
class Host:
    """The verb that a noun's act leans on; `light` is `None` where the verb only says that the act occurs.

    `occurs` is the verb by which the act occurs where another one, in a clause on the noun, lends it its syntax: "talks
    announced by Iran took place".
    """

    verb: Word
    light: LightVerb | None
    occurs: Word | None = None


@dataclass(frozen=True, slots=True)
class Trigger:
    """A frame's trigger in the text: `words` are all its words, `bundle` the noun that counts it ("round" of talks)."""

    entry: Entry
    word: Word
    words: tuple[Word, ...]
    host: Host | None = None
    bundle: Word | None = None

    @property
    def outer(self) -> Word:
        """The word by which the trigger hangs in the sentence: the host verb, the counting noun or the trigger itself."""
        if self.host is not None and self.host.light is not None:
            return self.host.verb
        return self.bundle or self.word


def find_triggers(tree: Tree, words: tuple[Word, ...], knowledge: Knowledge) -> Iterator[Trigger]:
    """Every frame that the words of a sentence may evoke, several for one word included, in the order of the text."""
    for word in words:
        for key, pos in _readings(word, knowledge.restraint.compounds):
            for entry in knowledge.entries.get((key, pos), ()):
                around = matched(word, entry.others, pos, tree)
                if around is not None:
                    yield _trigger(entry, word, around, pos, knowledge, tree)


def _trigger(
    entry: Entry, word: Word, around: tuple[Word, ...], pos: PartOfSpeech, knowledge: Knowledge, tree: Tree
) -> Trigger:
    every = tuple(sorted((word, *around), key=lambda each: each.i))
    if pos != "noun":
        return Trigger(entry, word, every)
    bundle = counted_by(word, knowledge)
    return Trigger(entry, word, every, host_of_noun(bundle or word, knowledge, tree), bundle)


def _readings(word: Word, compounds: tuple[str, ...]) -> Iterator[tuple[str, PartOfSpeech]]:
    """The lemma and part of speech that a word may be looked up by."""
    if word.is_verb and word.rel not in ("aux", "cop"):
        if word.dep not in ("amod", "compound"):
            yield word.lemma, "verb"
        if word.tag in ("VBN", "VBG"):
            yield word.lower, "adjective"
        if word.tag == "VBG" and _gerund_noun(word):
            yield word.lower, "noun"
    elif word.is_adjective:
        yield word.lower, "adjective"
    elif word.is_noun and tells_of_act(word, compounds):
        yield word.lemma, "noun"
        if word.lower != word.lemma:
            yield word.lower, "noun"


def _gerund_noun(word: Word) -> bool:
    if word.first("obj", "aux", "xcomp", "ccomp") is not None:
        return False
    return word.rel in ("nsubj", "csubj", "obj") or word.first("det", "nmod:poss", "amod", "compound") is not None


def tells_of_act(noun: Word, compounds: tuple[str, ...] = ()) -> bool:
    """Whether a noun tells of the act itself: not part of a name, nor of a compound but for "a mediation effort"."""
    if noun.rel == "compound" and noun.head is not None and noun.head.lemma in compounds:
        return noun.i == noun.head.i - 1
    return noun.rel not in ("compound", "flat", "goeswith") and noun.dep != "nmod:desc"


def matched(word: Word, others: tuple[str, ...], pos: PartOfSpeech, tree: Tree) -> tuple[Word, ...] | None:
    """The words around `word` that the trigger also needs; `None` where one of them is missing."""
    found: list[Word] = []
    for other in others:
        near = _around_verb(word, other, tree, found) if pos == "verb" else _around_noun(word, other, tree, found)
        if near is None:
            return None
        found.append(near)
    return tuple(found)


def _around_verb(verb: Word, other: str, tree: Tree, found: list[Word]) -> Word | None:
    """A particle, the preposition or marker of something that hangs on the verb, its object, or the next word.

    The first part of a hyphened verb stands before it, whatever the parser hung it on ("test-fired").
    """
    before = tree.words[max(0, verb.i - 2) : verb.i]
    if len(before) == 2 and before[1].text == "-" and before[0].lower == other:
        return before[0]
    for child in verb.children:
        if child.timed or (child.i < verb.i and child.dep != "advmod" and child.tag not in RELATIVES):
            continue
        if child.lower == other or (child.rel in ("obj", "xcomp", "obl") and child.lemma == other):
            return child
        if stands_by(child, other) or marker(child) == other:
            return next((inner for inner in child.by_dep("case", "mark") if inner.lower == other), child)
    after = (found[-1] if found else verb).i + 1
    if after < len(tree.words) and tree.words[after].sentence == verb.sentence:
        near = tree.words[after]
        return near if near.lower == other and near.rel != "det" and not (near.head or near).timed else None
    return None


def _around_noun(noun: Word, other: str, tree: Tree, found: list[Word]) -> Word | None:
    start, end = tree.sentences[noun.sentence]
    for i in range(max(start, noun.i - REACH), min(end, noun.i + REACH + 1)):
        word = tree.words[i]
        if word is not noun and word not in found and other in (word.lower, word.lemma) and _below(word, noun):
            return word
    return None


def _below(word: Word, noun: Word) -> bool:
    return any(above is noun for above in list(word.ancestors())[:3])


def counted_by(noun: Word, knowledge: Knowledge) -> Word | None:
    """The noun that only counts or bundles the act: "a round of talks", "a series of strikes", "a mediation effort"."""
    outer = first_conjunct(noun)
    counter: Word | None = None
    if noun.rel == "compound" and noun.head is not None:
        outer = counter = first_conjunct(noun.head)
    while outer.rel == "nmod" and outer.head is not None and preposition(outer) == "of":
        if outer.head.lemma not in knowledge.status.containers:
            break
        outer = counter = outer.head
    return counter


def host_of_noun(noun: Word, knowledge: Knowledge, tree: Tree) -> Host | None:
    """The verb that lends a noun its syntax, wherever the noun stands to it; `None` where it stands by itself.

    A verb that only calls for the act lends nothing: who calls for talks need not take part.
    """
    outer = first_conjunct(noun)
    if outer is not noun and any(noun.by_dep("case")) and preposition(noun) != preposition(outer):
        return None  # "had exchanges on trade and on cooperation": the cooperation is not what they had
    raised = _raised(outer, knowledge)
    if raised is not None:
        return Host(raised, None)
    for verb in _governing_verbs(outer):
        light = light_verb(verb, outer, noun, knowledge, tree)
        if light is not None and light.status != "called-for" and (outer.rel != "nmod" or _names(light, outer.head)):
            return Host(verb, light, _occurrence(outer, knowledge) if verb.head is outer else None)
    suffered = _copular(outer, knowledge)
    if suffered is not None:
        return Host(outer, suffered)
    occurs = _occurrence(outer, knowledge)
    return Host(occurs, None) if occurs is not None else None


def _copular(noun: Word, knowledge: Knowledge) -> LightVerb | None:
    """ "has been under sanctions": the noun is the predicate, and "be under" its light verb."""
    prep = preposition(noun)
    if prep is None or noun.first("cop") is None:
        return None
    return next((light for light in knowledge.light_verbs.get("be", ()) if light.id == f"be {prep}"), None)


def _governing_verbs(noun: Word) -> Iterator[Word]:
    """Verbs that a noun is the object of: straight, in the passive, or through a clause that hangs on the noun."""
    verb = noun.head
    if verb is not None and (noun.rel in ("obj", "obl") or noun.dep == "nsubj:pass"):
        yield verb
        if noun.dep == "nsubj:pass":
            yield from (other for other in verb.by_dep("conj") if not other.first("nsubj"))
    elif verb is not None and noun.rel == "nmod" and verb.rel == "obj" and verb.head is not None:
        yield verb.head
    yield from (clause for clause in noun.by_dep("acl:relcl", "acl") if clause.is_verb)


def _names(light: LightVerb, thing: Word | None) -> bool:
    """Whether a light verb has a thing of its own between itself and the noun: "claimed responsibility for the attack"."""
    return thing is not None and (not thing.is_noun or thing.lemma in light.id.split()[1:] or thing.rel != "obj")


def light_verb(verb: Word, outer: Word, noun: Word, knowledge: Knowledge, tree: Tree) -> LightVerb | None:
    """The light verb that `verb` is for this noun, words of two parts ("take part in") before single ones."""
    for light in knowledge.light_verbs.get(verb.lemma, ()):
        others = tuple(light.id.split()[1:])
        if light.nouns and noun.lemma not in light.nouns and outer.lemma not in light.nouns:
            continue
        if outer.rel == "obl" and outer.head is verb and not any(stands_by(outer, other) for other in others):
            continue
        if matched(verb, others, "verb", tree) is not None or _relative_preposition(outer, verb, others):
            return light
    return None


def _relative_preposition(noun: Word, verb: Word, others: tuple[str, ...]) -> bool:
    return bool(others) and verb.head is noun and preposition(noun) == others[-1]


def _occurrence(noun: Word, knowledge: Knowledge) -> Word | None:
    """The verb by which the noun's act occurs: "talks took place", "the summit will be held"."""
    if noun.head is None or noun.rel != "nsubj":
        return None
    verb = noun.head
    occurs = any(_occurs(verb, event) for event in knowledge.status.events)
    return verb if verb.is_verb and (occurs or (noun.dep == "nsubj:pass" and verb.lemma in knowledge.light_verbs)) else None


def _raised(noun: Word, knowledge: Knowledge) -> Word | None:
    """The infinitive by which a noun's act occurs: "talks are set to begin", "the summit failed to take place"."""
    above = noun.head
    if above is None or noun.rel != "nsubj":
        return None
    if (
        above.is_verb
        and noun.dep != "nsubj:pass"
        and above.lemma not in knowledge.status.raising
        and not above.first("aux:pass")
    ):
        return None
    for verb in above.by_dep("xcomp"):
        held = verb.first("aux:pass") is not None and verb.lemma in knowledge.light_verbs
        if verb.is_verb and (held or any(_occurs(verb, event) for event in knowledge.status.events)):
            return verb
    return None


def _occurs(verb: Word, event: str) -> bool:
    """Whether a verb tells that its subject takes place; with an object of its own it tells of something else."""
    head, *others = event.split()
    if verb.lemma != head:
        return False
    around = {child.lower for child in verb.children}
    return all(other in around for other in others) if others else verb.first("obj") is None
