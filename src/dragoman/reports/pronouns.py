"""Whom a pronoun means, where coreference leaves it open or makes an object the doer himself, which it cannot be.

"stopped the fishermen and held them", "spoke to the envoy and warned her", "expelled the diplomats after police linked them
to a murder": what is done next is done to whoever the verb before was about.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from dragoman.records import Actor
from dragoman.reports.clauses import agents, oblique, partner, patients, phrase, receivers
from dragoman.reports.tree import Word

NUMBER = {"him": "person", "her": "person", "it": "thing", "them": "many"}
"""What each object pronoun may stand for."""
TOUCHED = ("with", "to", "on", "at", "from", "of")
"""Prepositions before those whom a verb concerns, after its objects."""
STEPS = 3
SINGLE = frozenset({"state", "organisation", "group", "government"})

Who = Callable[[Word], tuple[Actor, ...]]


def bound(pronoun: Word, found: tuple[Actor, ...], who: Who) -> tuple[Actor, ...]:
    """Whom the pronoun means: `found` as it is, unless it is nobody or the doer of its own verb."""
    verb = pronoun.head
    if pronoun.lower not in NUMBER or verb is None or not verb.is_verb or pronoun.rel not in ("obj", "iobj", "obl"):
        return found
    doers = {_key(actor) for word in agents(verb) if word is not pronoun for actor in who(word)}
    if any(_key(actor) not in doers for actor in found):
        return found
    for before in _verbs_before(verb):
        for word in _concerned(before, pronoun):
            actors = _fitting(word, pronoun, who)
            if actors is not None and not any(_key(actor) in doers for actor in actors):
                return actors or found
    return found


def speaking(pronoun: Word, found: tuple[Actor, ...], who: Who) -> tuple[Actor, ...]:
    """ "Chad said it was ready to talk": who is ready to do something, and is left open, is who says so."""
    state = pronoun.head
    if found or pronoun.lower != "it" or pronoun.rel != "nsubj" or state is None or "minded" not in state.ways:
        return found
    teller = state.head if state.rel == "ccomp" else None
    tellers = tuple(actor for word in agents(teller) for actor in who(word)) if teller is not None else ()
    return tellers if len(tellers) == 1 and tellers[0].type in SINGLE else found


def _key(actor: Actor) -> str:
    return actor.id or actor.country or f"@{actor.mention.start}"


def _verbs_before(verb: Word) -> Iterator[Word]:
    """The verb coordinated before, then those whose clauses hold it."""
    for _ in range(STEPS):
        above = partner(verb) if verb.rel == "conj" else verb.head
        if above is None or above is verb or (verb.rel not in ("conj", "advcl", "xcomp", "ccomp")):
            return
        verb = above
        if verb.is_verb:
            yield verb


def _concerned(verb: Word, pronoun: Word) -> Iterator[Word]:
    """Whom a verb before the pronoun is about, objects first."""
    words = (*receivers(verb), *patients(verb), *(word for prep in TOUCHED for word in oblique(verb, prep)))
    return (word for word in words if word.i < pronoun.i and word.tag != "PRP" and not word.timed)


def _fitting(word: Word, pronoun: Word, who: Who) -> tuple[Actor, ...] | None:
    """The actors of a phrase that a pronoun of this number may stand for, perhaps nobody; `None` where it may not."""
    number, heads = NUMBER[pronoun.lower], tuple(phrase(word))
    actors = tuple(actor for head in heads for actor in who(head))
    if number == "many":
        return actors if len(heads) > 1 or word.tag in ("NNS", "NNPS") or _partitive(word) else None
    if len(actors) != 1 or word.tag in ("NNS", "NNPS"):
        return None
    if number == "person":
        return actors if actors[0].type == "person" or actors[0].via == "title" else None
    return actors if actors[0].type in SINGLE and actors[0].via != "title" else None


def _partitive(word: Word) -> bool:
    """ "a group of soldiers" is many."""
    return any(child.tag == "NNS" for child in oblique(word, "of"))
