"""Where a trigger's parties stand: the words that fill a frame's slots (`ontology/frames.py` names the slots).

One frame serves all uses of its trigger: a verb's slots are logical roles (`clauses.py`), a noun borrows those of its host
verb, and both look for a preposition on whatever the parser may have hung it on.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dragoman.reports.clauses import (
    agents,
    content_clauses,
    is_passive,
    is_there,
    modifiers,
    noun_agent,
    oblique,
    patients,
    phrase,
    possessors,
    receivers,
    surface_subject,
)
from dragoman.reports.tree import Word, conjuncts, first_conjunct, marker, preposition
from dragoman.reports.triggers import Trigger

LEADING = frozenset({"on", "into", "to", "from", "against"})
"""Prepositions by which a participle leads from a thing to whom it concerns."""
ENGAGED = frozenset({"CONSULT", "ASSAULT"})
"""Acts that one may be in: talks, a war."""
ANYTHING = "*"
"""In `needs` and `excludes`: the slot is filled, by whatever word."""
RECIPIENT = "recipient"
"""A slot that no frame names: whom the clause above contacts, for what is then said to him."""


def fillers(trigger: Trigger, slot: str) -> tuple[Word, ...]:
    """The heads of the phrases in a slot, conjuncts listed; empty where nothing stands there."""
    return next(filler_groups(trigger, slot), ())


def filler_groups(trigger: Trigger, slot: str) -> Iterator[tuple[Word, ...]]:
    """What may fill a slot, the nearest first: the phrases on the trigger, then those on the words that it leans on."""
    find = {"noun": _of_noun, "verb": _of_verb, "adjective": _of_adjective}[trigger.entry.pos]
    for group in find(trigger, slot):
        heads = dict.fromkeys(each for head in group for each in _whole(head, slot) if not _beyond(trigger.word, head, each))
        kept = tuple(head for head in heads if head not in trigger.words and not head.timed)
        if kept:
            yield kept


def _beyond(trigger: Word, head: Word, other: Word) -> bool:
    """ "told A, whom she had met, and B": a clause on the first of two names is about the first alone."""
    return head.i < trigger.i < other.i and head in trigger.ancestors()


def _whole(head: Word, slot: str) -> Iterator[Word]:
    if slot in ("complement", "modifier", "purpose"):
        yield head
    else:
        yield from phrase(head)


Groups = Iterable[tuple[Word, ...]]


def _of_verb(trigger: Trigger, slot: str) -> Groups:
    verb = trigger.word
    if slot == "subject":
        return (tuple(_behind(each) for each in agents(verb)) or _owners_of_needed(trigger),)
    if slot == "complement":
        return (tuple(content_clauses(verb)) or _content_nouns(trigger) or _content_of_needed(trigger),)
    if slot in ("object", "indirect"):
        return (patients(verb) if slot == "object" else receivers(verb),)
    if slot == "purpose":
        return (tuple(_purposes(verb)),)
    if slot == "addressee":
        return (_addressees(verb),)
    if slot == RECIPIENT:
        return (_recipients(verb),)
    if slot in ("possessive", "modifier"):
        return ()
    return _verb_oblique(trigger, slot)


def _behind(doer: Word) -> Word:
    """ "signed a bill that bans Kenya's planes", "in a letter accusing Kenya": who acts by the text, where it is told."""
    verb = doer.head
    if "speaking_for" not in doer.ways or verb is None or any(doer.by_dep("nmod:poss")):
        return doer
    made = doer.rel == "obj" and "making" in verb.ways
    return (noun_agent(doer) if made or (doer.rel == "obl" and preposition(doer) == "in") else None) or doer


def _verb_oblique(trigger: Trigger, prep: str) -> Iterator[tuple[Word, ...]]:
    yield oblique(trigger.word, prep)
    yield _on_shared(trigger.word, prep)
    yield _on_objects(trigger, prep)


def _purposes(verb: Word) -> Iterator[Word]:
    """ "sent ships to deter Kenya": the clause that tells what for, unless it is for somebody's good."""
    aims = (child for child in verb.by_dep("advcl") if child.tag == "VB" and marker(child) == "to" and child.i > verb.i)
    return (aim for aim in aims if "helping" not in aim.ways)


def _addressees(verb: Word) -> tuple[Word, ...]:
    """ "called Kenya, urging talks": whom the clause above speaks to, where the verb is a participle of it."""
    if verb.dep != "advcl" or verb.tag != "VBG" or verb.head is None or not verb.head.is_verb:
        return ()
    return patients(verb.head)


def _recipients(verb: Word) -> tuple[Word, ...]:
    """ "wrote to Kenya to demand talks", "demanded talks in a letter to Kenya": who is contacted is who is asked."""
    letter = next((noun for noun in verb.by_dep("obl") if "letters" in noun.ways and preposition(noun) == "in"), None)
    if letter is not None and oblique(letter, "to"):
        return oblique(letter, "to")
    above = verb.head
    if above is None or verb.rel not in ("advcl", "acl") or not (verb.tag == "VBG" or marker(verb) == "to"):
        return ()
    if above.is_verb:
        return (oblique(above, "to") or oblique(above, "with") or patients(above)) if "contacting" in above.ways else ()
    given = above.head if above.rel == "obj" and "speaking_for" in above.ways else None
    return oblique(above, "to") or ((oblique(given, "to") or receivers(given)) if given is not None else ())


def _owners_of_needed(trigger: Trigger) -> tuple[Word, ...]:
    """ "US sanctions imposed on Mali", "hit with US sanctions": nobody imposes by syntax, but they are somebody's."""
    frame = trigger.entry.frame
    nouns: tuple[Word, ...] = ()
    if "object" in frame.needs and "object" not in frame.target:
        nouns = patients(trigger.word)
    elif "with" in frame.needs and is_passive(trigger.word):
        nouns = oblique(trigger.word, "with")
    return tuple(word for noun in nouns for word in (*possessors(noun), *modifiers(noun)))


def _content_nouns(trigger: Trigger) -> tuple[Word, ...]:
    """A noun in the place of a content clause: "called for talks between A and B", "demanded B's withdrawal"."""
    own = tuple(word for other in trigger.entry.others for word in oblique(trigger.word, other))
    heads = own or (() if "object" in trigger.entry.frame.target else patients(trigger.word))
    return tuple(each for head in heads for each in phrase(head))


def _content_of_needed(trigger: Trigger) -> tuple[Word, ...]:
    """ "signed a contract to supply Togo": what the thing is that the frame needs, said by its clause."""
    if "object" not in trigger.entry.frame.needs:
        return ()
    return tuple(clause for noun in patients(trigger.word) for clause in noun.by_dep("acl") if clause.tag == "VB")


def _on_shared(verb: Word, prep: str) -> tuple[Word, ...]:
    """A phrase that hangs on a coordinated verb and stands after both: "met and talked with Kenya"."""
    if verb.rel == "conj" and verb.head is not None:
        return tuple(word for word in oblique(verb.head, prep) if word.i > verb.i)
    return tuple(
        word for other in verb.by_dep("conj") if other.i - verb.i <= 3 for word in oblique(other, prep) if word.i > other.i
    )


def _on_objects(trigger: Trigger, prep: str) -> tuple[Word, ...]:
    """A phrase that hangs on a noun of the verb's: "imposed sanctions on Iran", "took part in talks with Kenya"."""
    own = (word for other in trigger.entry.others for word in oblique(trigger.word, other))
    objects = patients(trigger.word)
    nouns = [*objects, *_counted(objects, trigger.word), *own, *_needed(trigger)]
    nouns += [word for word in trigger.words if word.is_noun]
    if prep == "of" and not trigger.entry.frame.needs:
        return ()
    each = (
        part for noun in dict.fromkeys(nouns) for part in conjuncts(noun) if not (prep == "from" and "leaving" in part.ways)
    )
    return tuple(word for part in each for word in (oblique(part, prep) or _led_on(part, prep)))


def _counted(objects: Iterable[Word], verb: Word) -> Iterator[Word]:
    """ "60 billion dollars in aid for Chad": what an amount is of, whatever the parser hung it on."""
    if any("amount" in word.ways for word in objects):
        yield from (word for each in (verb, *objects) for word in oblique(each, "in") if not word.timed)


def _led_on(noun: Word, prep: str) -> Iterator[Word]:
    """ "sanctions imposed on Kenya", "the roads leading into Chad": the phrase hangs on the noun's participle."""
    if prep in LEADING:
        yield from (word for clause in noun.by_dep("acl") if clause.tag in ("VBN", "VBG") for word in oblique(clause, prep))


def _needed(trigger: Trigger) -> Iterator[Word]:
    """The nouns in the slots that the frame's `needs` name ("talks between A and B collapsed"); the caller adds objects."""
    for slot in trigger.entry.frame.needs:
        if slot == "subject" and trigger.entry.pos == "verb":
            yield from agents(trigger.word)
        elif slot not in ("complement", "subject", "object"):
            yield from oblique(trigger.word, slot)


def _of_noun(trigger: Trigger, slot: str) -> Groups:
    if slot == "subject":
        return (_noun_subject(trigger), _present_at(trigger))
    if slot == "object":
        return (oblique(trigger.word, "of"),)
    if slot == "indirect":
        return (receivers(trigger.host.verb),) if trigger.host is not None else ()
    if slot == "possessive":
        return (tuple(noun.by_dep("nmod:poss")) for noun in _nouns(trigger))
    if slot == "modifier":
        return (tuple(word for noun in _nouns(trigger) for word in modifiers(noun)),)
    if slot == "complement":
        return (tuple(word for noun in _nouns(trigger) for word in content_clauses(noun)),)
    if slot in ("purpose", "addressee"):
        return ()
    return _noun_oblique(trigger, slot)


def _nouns(trigger: Trigger) -> tuple[Word, ...]:
    """The trigger, the noun it is coordinated under and the one that counts it: their dependents are shared."""
    first = first_conjunct(trigger.word)
    return tuple(dict.fromkeys(noun for noun in (trigger.word, first, trigger.bundle) if noun is not None))


def lent(trigger: Trigger) -> tuple[Word, ...]:
    """The subject of a noun's light verb: whoever that verb says plays the source or the target."""
    host = trigger.host
    if host is None or host.light is None:
        return ()
    subject = surface_subject(host.verb) if host.light.subject == "target" else None
    heads = agents(host.verb) or ((subject,) if subject is not None else ())
    nouns = (trigger.word, trigger.bundle, first_conjunct(trigger.word))
    return tuple(each for head in heads if head not in nouns for each in phrase(head))


def _noun_subject(trigger: Trigger) -> tuple[Word, ...]:
    """Who does it: an owner or "by"-phrase, the subject of a light verb that lends it, a modifying name, in this order."""
    owners = owned_by(trigger)
    host = trigger.host
    engaged = not owners and trigger.entry.type in ENGAGED and is_there(trigger.word)
    subject = surface_subject(trigger.word) if engaged else None
    if subject is not None:  # "Kenya is in contact with Chad"
        return tuple(phrase(subject))
    if not owners and host is not None and host.light is not None and host.light.subject == "source" and lent(trigger):
        return lent(trigger)
    return owners or tuple(word for noun in _nouns(trigger) for word in modifiers(noun))


def _present_at(trigger: Trigger) -> tuple[Word, ...]:
    """Who does something during a meeting or visit that is nobody else's takes part: "said during a meeting with Kenya"."""
    noun = first_conjunct(trigger.bundle or trigger.word)
    verb = noun.head
    if noun.rel == "nmod" and verb is not None and verb.rel == "obl" and "speaking_for" in verb.ways:
        verb = verb.head  # "said in a statement after talks in Lome"
    elif noun.rel != "obl":
        return ()
    if trigger.entry.type != "CONSULT" or verb is None or not _is_occasion(noun):
        return ()
    if any(child.lower == "the" for child in noun.by_dep("det")) or oblique(trigger.word, "between"):
        return ()
    subject = surface_subject(verb)
    heads = agents(verb) or ((subject,) if subject is not None else ())
    return tuple(each for head in heads for each in phrase(head))


def _is_occasion(noun: Word) -> bool:
    """ "said during talks with Kenya", "was in Nairobi for talks with Ruto"."""
    if noun.head is not None and is_there(noun.head) and preposition(noun) == "for":
        return True
    return any("occasion" in child.ways and not child.first("fixed") for child in noun.by_dep("case"))


def owned_by(trigger: Trigger) -> tuple[Word, ...]:
    """Whose act a noun says it is: "Kenya's raid", "the raid by Kenya"."""
    return next((found for noun in _nouns(trigger) if (found := tuple(possessors(noun)))), ())


def _noun_oblique(trigger: Trigger, prep: str) -> Iterator[tuple[Word, ...]]:
    for noun in (*_nouns(trigger), *_needed(trigger)):
        yield oblique(noun, prep) or _through_clause(noun, prep)
    if prep == "of":
        return
    if trigger.host is not None:
        yield oblique(trigger.host.verb, prep)
    outer = first_conjunct(trigger.bundle or trigger.word)
    suffered = outer.dep == "nsubj:pass" and prep == "by"  # "Kenya's seizure of the port was condemned by Chad"
    if outer.rel in ("obj", "nsubj") and outer.head is not None and not suffered:
        yield oblique(outer.head, prep)


def _through_clause(noun: Word, prep: str) -> tuple[Word, ...]:
    """ "talks held with Kenya", "talks involving Kenya": the phrase hangs on a participle after the noun."""
    for clause in noun.by_dep("acl"):
        if "including" in clause.ways and prep in ("between", "with"):
            return patients(clause) if clause.tag != "VBG" else tuple(clause.by_dep("obj"))
        found = oblique(clause, prep)
        if found:
            return found
    return ()


def _of_adjective(trigger: Trigger, slot: str) -> Groups:
    word = trigger.word
    if slot == "subject":
        return (_adjective_subject(word),)
    if slot == "complement":
        return (tuple(content_clauses(word)),)
    if slot in ("object", "indirect", "possessive", "modifier", "purpose", "addressee"):
        return ()
    return (oblique(word, slot), tuple(each for noun in _needed(trigger) for each in oblique(noun, slot)))


def _adjective_subject(word: Word) -> tuple[Word, ...]:
    if word.dep == "amod" and word.head is not None and word.i > word.head.i:
        return (word.head,)
    subject = surface_subject(word)
    return (subject,) if subject is not None else ()


def has_slot(trigger: Trigger, slot: str, lemmas: tuple[str, ...]) -> Word | None:
    """The word in a slot whose lemma is one of `lemmas`, a compound or fixed phrase counting by its last word."""
    for word in fillers(trigger, slot):
        if any(title.lemma in lemmas for title in word.by_dep("nmod:desc")):
            return word
        if word.kinds and not word.kinds.isdisjoint(lemmas):
            return word
        if ANYTHING in lemmas or word.lemma in lemmas or word.lower in lemmas or _named(word, lemmas):
            return word
    return None


def _named(word: Word, lemmas: tuple[str, ...]) -> bool:
    """Whether a lemma of two words ("test ban", "go-ahead") or one that the head counts ("series of raids") is meant."""
    parts = [each for each in lemmas if " " in each or "-" in each]
    if any(_reads(word, each) for each in parts):
        return True
    if "undoing" in word.ways:
        return False
    inner = next((child for child in word.by_dep("nmod") if preposition(child) == "of"), None)
    return inner is not None and (inner.lemma in lemmas or any(_reads(inner, each) for each in parts))


def _reads(word: Word, name: str) -> bool:
    *before, last = name.replace("-", " ").split()
    around = {child.lemma for child in word.children} | {child.lower for child in word.children}
    return word.lemma == last and all(part in around for part in before)
