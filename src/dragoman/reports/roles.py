"""Who plays which role in an act: a frame's slots, filled by somebody.

The first of a frame's slots that holds an actor wins; a role that nobody is named for stays empty. Of a symmetric act
(CONSULT, AGREE, COOPERATE) the parties that syntax puts side by side ("A and B met", "talks between A and B") are all
sources; where it tells them apart ("A met B") the one that acts is the source and the other the target.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from dragoman.ontology.cues import StatusCues
from dragoman.records import Actor, Status
from dragoman.reports.clauses import (
    agents,
    content_clauses,
    is_passive,
    makers,
    oblique,
    patients,
    phrase,
    possessors,
    receivers,
    sufferer,
)
from dragoman.reports.predicates import own_reality
from dragoman.reports.reader import Reader, distinct, identity
from dragoman.reports.slots import RECIPIENT, filler_groups, fillers, has_slot, lent, owned_by
from dragoman.reports.tree import Word, first_conjunct, marker, preposition
from dragoman.reports.triggers import Trigger

# Where the clause that an act is about names whom it is done to, in the order in which they are asked.
AIMS = ("between", "to", "with", "against", "on", "from", "for", "in", "into")
# What points at an act that was told before.
POINTING = frozenset({"it", "this", "that"})
# Slots of the trigger itself; a preposition's noun may stand for the one it is shared with ("the border with Chad").
ROLES = frozenset({"subject", "object", "indirect", "possessive", "modifier"})
# Prepositions that put parties side by side and tell nothing of who acts on whom.
RECIPROCAL = frozenset({"between", "among"})
# A visit is to whoever hosts at a place, embassies stand in a state; who shells a town or sends troops there acts on its
# state.
RECEIVED = frozenset({"CONSULT", "SANCTION", "SUPPORT"})
HOSTED = RECEIVED | {"ASSAULT", "COERCE", "MOBILIZE", "RETREAT", "AID"}
SPOKEN_IN = frozenset({"in", "during", "at", "over", "by", "on"})
"""How the talk is told in which something is said."""
OBLIGED = "whose deed it is"
"""The slot of those who do what they are asked: they are at odds with nobody for it."""
# How clauses begin that tell what a threat depends on.
CONDITIONS = frozenset({"unless", "until", "if", "should", "as_long"})
# Sectors of a state's own hands: what it says they will do is no threat against them.
ARMS = frozenset({"GOV", "MIL", "COP", "SPY"})
# Acts by which somebody is made to leave.
REMOVALS = frozenset({"SANCTION", "COERCE"})
# Acts in words that are addressed to those whom they are aimed at.
SPOKEN_TO = frozenset({"REQUEST", "THREATEN"})
OF_OTHERS = frozenset({"REJECT", "ACCUSE"})
"""Acts by words that nobody does to himself: "Kenya's president said Kenya was not plotting"."""
FOR_A_STATE = frozenset({"GOV", "MIL"})
"""Sectors of those who act for their state: what they say it will or will not do is not done to it."""
FINITE = frozenset({"VBD", "VBZ", "VBP", "VBN"})
SOMEBODY = frozenset({"he", "him", "she", "her", "they", "them", "we", "us", "i", "me", "you", "it"})


@dataclass(frozen=True, slots=True)
class Roles:
    """The parties of an act, and for the why which slot gave each role."""

    sources: tuple[Actor, ...]
    targets: tuple[Actor, ...]
    others: tuple[Actor, ...]
    slots: tuple[str, ...]

    @property
    def named(self) -> int:
        """How many of the two main roles are filled."""
        return bool(self.sources) + bool(self.targets)

    @property
    def parties(self) -> tuple[Actor, ...]:
        """Sources and targets together."""
        return (*self.sources, *self.targets)


@dataclass(frozen=True, slots=True)
class _Filled:
    slot: str
    actors: tuple[Actor, ...]
    hosted: bool = False

    def why(self, role: str) -> str:
        return f"{role}:{self.slot}{':host' if self.hosted else ''}"


NOBODY = _Filled("", ())


def fits(trigger: Trigger, cues: StatusCues) -> bool:
    """Whether the words around a trigger are those that its frame needs, and none that it excludes."""
    frame = trigger.entry.frame
    if frame.clause is not None and not _says_so(trigger, frame.clause, cues):
        return False
    if any(has_slot(trigger, slot, lemmas) is None for slot, lemmas in frame.needs.items()):
        return False
    return all(has_slot(trigger, slot, lemmas) is None for slot, lemmas in frame.excludes.items())


def _says_so(trigger: Trigger, status: Status, cues: StatusCues) -> bool:
    """Whether a content clause of the trigger, one that the frame's `needs` allow, has this status by its own words."""
    lemmas = trigger.entry.frame.needs.get("complement")
    clauses = (clause for clause in content_clauses(trigger.word) if lemmas is None or clause.lemma in lemmas)
    own = trigger.entry.frame.own
    return any(
        own_reality(clause, cues, reported=True).status == status and not (own and not _of_the_speaker(clause, cues))
        for clause in clauses
    )


def _of_the_speaker(clause: Word, cues: StatusCues) -> bool:
    """ "that it would stay", "that its army would stay", "not to stay": the speaker himself, or his own, does it."""
    subject = clause.first("nsubj", "nsubj:pass")
    if subject is None:
        return marker(clause) == "to"
    owned = any(child.tag == "PRP$" for child in subject.by_dep("nmod:poss"))
    return (owned and subject.lemma in cues.own_side) or (subject.tag == "PRP" and subject.lower not in ("you", "there"))


def assign(trigger: Trigger, reader: Reader, *, symmetric: bool) -> Roles:
    """The roles of a trigger's act, as far as its own words name anybody."""
    frame = trigger.entry.frame
    source = _lent(trigger, "source", reader) or _fill(trigger, frame.source, reader, doing=True)
    source = source if source.actors else _of_owner(trigger, reader)
    named = (_from_where(trigger, reader), _of_bidder(trigger, reader))
    source = next((each for each in named if each.actors), source if source.actors else _posted_to(trigger, reader))
    if source.slot and source.slot in frame.target and source.slot == _fill(trigger, frame.target, reader).slot:
        source, target = _side_by_side(source, symmetric=symmetric)
    else:
        target = _lent(trigger, "target", reader) or _fill(trigger, _aims(trigger), reader, besides=source.actors)
        target = _without(target, source.actors, symmetric=symmetric)
    if not target.actors:
        asked = (_bidden, _told, _saddled, _provoking, _suffering, _benefiting)
        after = tuple(ask(trigger, source, reader) for ask in asked)
        target = next((each for each in after if each.actors), target)
    if symmetric and not target.actors and len(source.actors) == 1:
        source = _beside(trigger, source, reader)
    target = _each_other(trigger, source, target, reader)
    if symmetric:
        target = _abroad(source, target)
    others = tuple(each for slot in frame.others for each in _fill(trigger, (slot,), reader).actors)
    taken = {identity(each) for each in (*source.actors, *target.actors)}
    slots = tuple(filled.why(role) for role, filled in (("source", source), ("target", target)) if filled.actors)
    return Roles(source.actors, target.actors, distinct(tuple(o for o in others if identity(o) not in taken)), slots)


def _of_owner(trigger: Trigger, reader: Reader) -> _Filled:
    """ "Chad's detention of the crew": where "of" tells whom it was done to, the owner did it."""
    noun = trigger.word
    if trigger.entry.pos != "noun" or "possessive" not in trigger.entry.frame.target or not oblique(noun, "of"):
        return NOBODY
    owners = (actor for word in noun.by_dep("nmod:poss") for each in phrase(word) for actor in reader.actors(each))
    return _Filled("possessive", distinct(tuple(owners)))


def _from_where(trigger: Trigger, reader: Reader) -> _Filled:
    """ "was expelled from the league", "barred from Kenya": nobody is named, and where he had to leave is who made him."""
    verb = trigger.word
    if "removing" not in verb.ways or not is_passive(verb) or agents(verb) or trigger.entry.type not in REMOVALS:
        return NOBODY
    places = tuple(each for word in oblique(verb, "from") for each in phrase(word))
    found = distinct(tuple(actor for place in places for actor in reader.actors(place) or reader.host(place)))
    return _Filled("from", tuple(actor for actor in found if actor.type in ("state", "organisation")))


def _posted_to(trigger: Trigger, reader: Reader) -> _Filled:
    """ "Chad's ambassador to Kenya was summoned", "the envoy was called in in Nairobi": where he is posted calls him in."""
    verb = trigger.word
    if "called_in" not in verb.ways or not is_passive(verb) or agents(verb):
        return NOBODY
    envoys = patients(verb)
    homes = {actor.country for word in envoys for actor in reader.actors(word) if actor.sector == "GOV"}
    places = [place for word in (*envoys, verb) for prep in ("to", "in") for place in oblique(word, prep)]
    hosts = distinct(tuple(host for place in places for host in reader.host(place) or reader.actors(place)))
    return _Filled(
        "where he is posted",
        tuple(each for each in hosts if each.type == "state" and {each.country, None}.isdisjoint(homes)),
    )


def _of_bidder(trigger: Trigger, reader: Reader) -> _Filled:
    """ "at the request of Kenya": of other requests "of" tells whom or what they concern."""
    words = oblique(trigger.word, "of") if _is_bidding(trigger.word) else ()
    return _Filled("of", distinct(tuple(actor for word in words for each in phrase(word) for actor in reader.actors(each))))


def _bidden(trigger: Trigger, source: _Filled, reader: Reader) -> _Filled:
    """ "At the request of Kenya, Chad sent troops": what is done at somebody's bidding is asked of those who do it."""
    verb = trigger.word.head
    if verb is None or not _is_bidding(trigger.word):
        return NOBODY
    doers = agents(verb) or patients(verb)
    found = distinct(tuple(actor for word in doers for each in phrase(word) for actor in reader.actors(each)))
    return _without(_Filled(OBLIGED, found), source.actors)


def _told(trigger: Trigger, source: _Filled, reader: Reader) -> _Filled:
    """ "told his counterpart in a call that", "urged Chad during talks to": the partner is who is spoken to."""
    noun = trigger.word
    verb = noun.head
    if trigger.entry.type != "CONSULT" or trigger.entry.pos != "noun" or noun.rel != "obl" or verb is None:
        return NOBODY
    if preposition(noun) not in SPOKEN_IN or "informing" not in verb.ways:
        return NOBODY
    heard = tuple(
        actor for word in (*patients(verb), *receivers(verb)) for each in phrase(word) for actor in reader.actors(each)
    )
    home = {actor.country for actor in source.actors} - {None}
    if any(actor.country in home for actor in heard):  # "in a call that Kyiv had sought Xi told Zelensky": with Xi
        heard = tuple(actor for word in agents(verb) for each in phrase(word) for actor in reader.actors(each))
    return _without(_Filled("told so", distinct(heard)), source.actors)


def _saddled(trigger: Trigger, source: _Filled, reader: Reader) -> _Filled:
    """ "Kenya was slapped with sanctions", "hit Kenya with an embargo": whom the verb strikes, the noun is against."""
    verb = trigger.word.head
    if trigger.entry.pos != "noun" or trigger.word.rel != "obl" or verb is None or "saddling" not in verb.ways:
        return NOBODY
    if preposition(trigger.word) != "with":
        return NOBODY
    struck = tuple(actor for word in patients(verb) for each in phrase(word) for actor in reader.actors(each))
    return _without(_Filled("struck with it", distinct(struck)), source.actors)


def _suffering(trigger: Trigger, source: _Filled, reader: Reader) -> _Filled:
    """ "Chad had its aid cut by Mali": it is done to Chad."""
    owner = sufferer(trigger.word) if trigger.entry.pos == "verb" else None
    found = tuple(actor for word in phrase(owner) for actor in reader.actors(word)) if owner is not None else ()
    return _without(_Filled("whose it is", distinct(found)), source.actors)


def _provoking(trigger: Trigger, source: _Filled, reader: Reader) -> _Filled:
    """ "threatened sanctions unless Kenya freed him": who is to do or leave what the threat depends on is threatened."""
    if trigger.entry.type != "THREATEN":
        return NOBODY
    outer = trigger.outer
    verbs = (outer, *outer.by_dep("xcomp", "ccomp")) if outer.is_verb else ()
    clauses = (each for verb in verbs for each in verb.by_dep("advcl") if marker(each) in CONDITIONS)
    heads = (word for clause in clauses for doer in agents(clause) or patients(clause) for word in phrase(doer))
    found = distinct(tuple(actor for word in heads for actor in reader.actors(word)))
    home = {actor.country for actor in source.actors}
    return _Filled("the condition", tuple(actor for actor in found if actor.country not in home or actor.country is None))


def _benefiting(trigger: Trigger, source: _Filled, reader: Reader) -> _Filled:
    """ "sent doctors to help fight a fever in Chad", "to offset an embargo imposed on Chad": for where the purpose lies."""
    if trigger.entry.type != "AID" or trigger.entry.pos != "verb":
        return NOBODY
    aims = (aim for aim in trigger.word.by_dep("advcl") if marker(aim) == "to" and aim.i > trigger.word.i)
    there = (word for aim in aims for word in aim.subtree() if word.is_noun and _is_suffered(word))
    found = distinct(tuple(actor for word in there for actor in reader.actors(word) or reader.host(word)))
    states = _without(_Filled("the purpose", tuple(actor for actor in found if actor.type == "state")), source.actors)
    return states if len(states.actors) == 1 else NOBODY


def _is_suffered(word: Word) -> bool:
    """ "in Chad", "imposed on Chad": where something is, or on whom it lies."""
    on = preposition(word) == "on" and word.head is not None and word.head.tag == "VBN"
    return preposition(word) == "in" or on


def _is_bidding(noun: Word) -> bool:
    done = noun.rel == "obl" and noun.head is not None and noun.head.is_verb
    return "bidding" in noun.ways and done and preposition(noun) in ("at", "on")


def lacks(trigger: Trigger, roles: Roles, *, symmetric: bool) -> bool:
    """Whether a role that the frame requires is nobody's.

    A passive need not name its agent, and somebody acts where a pronoun does, whoever it stands for.
    """
    required = trigger.entry.frame.requires
    if _befell(trigger, roles):
        return False
    if "parties" in required and len({identity(each) for each in roles.parties}) < 2:
        return True
    if ("target" in required or trigger.entry.frame.directed) and not roles.targets:
        return True
    if "source" not in required or roles.sources:
        return False
    if symmetric or not roles.targets:
        return True
    verb = trigger.word if trigger.entry.pos == "verb" else trigger.host.verb if trigger.host is not None else None
    if verb is None:
        return True
    doers = agents(verb)
    return not any(_somebody(word) for word in doers) if doers else not is_passive(verb)


def _befell(trigger: Trigger, roles: Roles) -> bool:
    """ "There were raids on Kenyan villages": that it happened to somebody is told, though not by whom."""
    if trigger.entry.type != "ASSAULT" or trigger.entry.pos != "noun":
        return False
    above, host = trigger.word.head, trigger.host
    told = (host is not None and host.light is None) or (
        above is not None and trigger.word.rel == "nsubj" and above.first("expl")
    )
    return bool(told) and any(actor.id or actor.country for actor in roles.targets)


def has_named_doer(trigger: Trigger, roles: Roles, *, symmetric: bool) -> bool:
    """Whether a known actor does what a verb says, though to whom is open.

    Something must stand in the target's place, or the verb must say so by itself: with a tense and a subject of its own.
    """
    verb = trigger.word
    if symmetric or trigger.entry.pos != "verb" or trigger.entry.frame.directed or "parties" in trigger.entry.frame.requires:
        return False
    if verb.tag == "VBG" and verb.rel == "advcl":
        return False
    if not any(actor.id or actor.country for actor in roles.sources):
        return False
    aimed = any(word.tag != "PRP" for slot in trigger.entry.frame.target for word in fillers(trigger, slot))
    object_missing = "object" in trigger.entry.frame.target
    return aimed or (not object_missing and verb.tag in FINITE and verb.first("nsubj") is not None)


def _aims(trigger: Trigger) -> tuple[str, ...]:
    """The slots of the target: who is given something, and whom a demand is made to, goes before what it is about."""
    slots = tuple(trigger.entry.frame.target)
    if slots and "indirect" not in slots and "giving" in trigger.word.ways:
        slots = ("indirect", *slots)
    if trigger.entry.type not in SPOKEN_TO or trigger.entry.pos != "verb" or "complement" not in slots:
        return slots
    at = slots.index("addressee" if "addressee" in slots else "complement")
    return (*slots[:at], RECIPIENT, *slots[at:])


def _somebody(word: Word) -> bool:
    """Whether a subject is people, whoever they are: "they burned a flag", "some burned a flag"."""
    if word.tag in ("DT", "CD", "JJ", "NNS") and word.ways & {"partial"}:
        return True
    return word.tag == "PRP" and word.lower in SOMEBODY and word.lower != "it"


def _lent(trigger: Trigger, role: str, reader: Reader) -> _Filled | None:
    """The role that a noun's light verb gives to its subject ("drew condemnation": the target)."""
    host = trigger.host
    if role == "source" and host is not None and host.light is not None and host.light.subject == "target":
        return _drawn(trigger, host.verb, reader)
    if host is None or host.light is None or host.light.subject != role:
        return None
    if role == "source" and any(reader.actors(word) for word in owned_by(trigger)):
        return None
    actors = distinct(tuple(each for word in lent(trigger) for each in reader.actors(word)))
    return _Filled(f"light verb {host.light.id}", actors) if actors else None


def _drawn(trigger: Trigger, verb: Word, reader: Reader) -> _Filled | None:
    """ "drew a protest from Chad", "came under attack by Chad": who does what somebody meets with."""
    if owned_by(trigger):
        return None
    words = (word for prep in ("from", "by") for part in (trigger.word, verb) for word in oblique(part, prep))
    actors = distinct(tuple(actor for word in words for each in phrase(word) for actor in reader.actors(each)))
    return _Filled("from", actors) if actors else None


def _fill(
    trigger: Trigger, slots: Iterable[str], reader: Reader, besides: tuple[Actor, ...] = (), *, doing: bool = False
) -> _Filled:
    """The first slot that somebody stands in, apart from those already told of; nobody where it is a "he" without a name.

    `doing`: the slots are of who does it. Who shells a town in Mali acts on Mali, but what a bomb in Mali does is no deed
    of Mali's, nor is "the Bamako bombing".
    """
    known = {identity(each) for each in besides}
    side = {each.country for each in besides if each.country and trigger.entry.type == "THREATEN"}
    for slot in slots:
        for words in filler_groups(trigger, slot):
            able = [word for word in words if not (doing and _is_means(trigger, word))]
            found = (each for word in able for each in _meant(slot, word, reader, known, side))
            refusing = slot == "complement" and trigger.entry.type in OF_OTHERS
            actors = distinct(tuple(each for each in found if not _is_himself(each, besides, refusing=refusing)))
            actors = actors or _convened(trigger, slot, words, reader)
            if any(identity(each) not in known for each in actors):
                return _Filled(slot, actors)
            hosts = () if doing and _strikes(trigger, words) else _hosts(trigger, words, reader)
            if hosts:
                return _Filled(slot, hosts, hosted=True)
            if not actors and any(word.tag == "PRP" and word.lower in SOMEBODY for word in words):
                return NOBODY
    return NOBODY


def _convened(trigger: Trigger, slot: str, words: tuple[Word, ...], reader: Reader) -> tuple[Actor, ...]:
    """ "the talks between Kenya and Chad failed to reach an agreement": those agree who met."""
    if slot != "subject" or trigger.entry.type != "AGREE":
        return ()
    met = (each for word in words if word.is_noun for other in oblique(word, "between") for each in phrase(other))
    return distinct(tuple(actor for each in met for actor in reader.actors(each)))


def _is_means(trigger: Trigger, word: Word) -> bool:
    """ "a missile and drone attack": what an attack is made with does not make it."""
    return trigger.entry.pos == "noun" and word.rel in ("compound", "conj") and "means" in word.ways


def _is_himself(actor: Actor, doers: tuple[Actor, ...], *, refusing: bool) -> bool:
    """Whether a doer speaks of himself or of his state: "told Chad that we must wait", "said Kenya would not pay"."""
    if actor.via == "pronoun":
        return any(actor.id == doer.country if actor.id else actor.name == doer.name for doer in doers)
    owned = actor.via == "nominal"  # "his country's ties"
    if not (refusing or owned) or actor.type != "state" or actor.id is None:
        return False
    return any(actor.id == doer.country and doer.sector in FOR_A_STATE for doer in doers)


def _meant(slot: str, word: Word, reader: Reader, known: set[str], side: set[str]) -> tuple[Actor, ...]:
    if slot in ("complement", "purpose"):
        found = aimed_at(word, known, reader, side)
        own = () if found or not side else aimed_at(word, known, reader)
        return found or tuple(each for each in own if each.type != "state" and each.sector not in ARMS)
    found = reader.actors(word) or tuple(actor for maker in makers(word) for actor in reader.actors(maker))
    if found or slot in ROLES:
        return found
    return tuple(actor for other in oblique(word, "with") for each in phrase(other) for actor in reader.actors(each))


def _strikes(trigger: Trigger, words: tuple[Word, ...]) -> bool:
    """ "a car bomb in Mali", "the Bamako bombing": the place is where it struck."""
    struck = "striking" in trigger.word.ways and any(word.rel in ("compound", "amod") for word in words)
    return (trigger.entry.pos == "noun" and struck) or any("striking" in word.ways for word in words)


def _hosts(trigger: Trigger, words: tuple[Word, ...], reader: Reader) -> tuple[Actor, ...]:
    if trigger.entry.type not in HOSTED:
        return ()
    named = words if trigger.entry.type in RECEIVED else tuple(word for word in words if reader.place(word) is not None)
    within = [place for word in words for place in _places_within(word) if reader.place(place) is not None]
    return distinct(tuple(host for word in (*named, *within) for host in reader.host(word)))


def _places_within(word: Word, depth: int = 0) -> Iterator[Word]:
    """Where a thing stands: "the town of Gao", "the market in Gao", "Gao airport", "part of Mali's second city, Gao"."""
    for child in word.by_dep("appos", "compound", "nmod:poss", "nmod"):
        if child.rel != "nmod" or child.dep == "nmod:poss" or preposition(child) in ("of", "in", "at"):
            yield child
            if depth == 0 and child.is_noun:
                yield from _places_within(child, depth + 1)


def aimed_at(
    clause: Word, known: set[str], reader: Reader, side: AbstractSet[str] = frozenset(), depth: int = 0
) -> tuple[Actor, ...]:
    """Whom an act about an act concerns: the clause's own other subject, else whom it is done to; `known` act themselves.

    `side`: countries whose people are on the side of those who act.
    """
    for group in _concerned(clause):
        actors = (actor for word in group for each in phrase(word) for actor in reader.actors(each))
        found = distinct(tuple(each for each in actors if identity(each) not in known and each.country not in side))
        if found:
            return found
    if depth < 2:
        for inner in (*content_clauses(clause), *clause.by_dep("csubj")):
            found = aimed_at(inner, known, reader, side, depth + 1)
            if found:
                return found
    return ()


def _concerned(clause: Word) -> Iterator[tuple[Word, ...]]:
    if clause.is_verb:
        yield agents(clause)
        yield receivers(clause)
        if not (is_passive(clause) and "helping" in clause.ways):  # "said that Kenya's borders should be respected"
            yield tuple(word for word in patients(clause) if not _its_own(word))
    elif clause.first("cop"):
        yield agents(clause)
        if any(word.lower in POINTING for word in agents(clause)):
            return  # "it was a provocation against Chad": whoever did it is not Chad
    else:
        yield tuple(possessors(clause))
    yield from _in_phrases(clause)


def _in_phrases(clause: Word) -> Iterator[tuple[Word, ...]]:
    """Whom the phrases of a clause name, and those on its objects."""
    if "leaving" in clause.ways:  # "the withdrawal of Kenyan troops from Chad"
        yield oblique(clause, "of")
    for prep in AIMS:
        if prep != "from" or "leaving" not in clause.ways:
            yield oblique(clause, prep)
    for noun in patients(clause) if clause.is_verb else ():
        for prep in AIMS:
            yield oblique(noun, prep)
    for noun in (each for prep in ("to", "on", "in") for each in oblique(clause, prep)):
        yield oblique(noun, "with")  # "refused to put its name to a paper with Kenya"


def _its_own(noun: Word) -> bool:
    """ "refused to withdraw its troops from Chad": what is theirs is not whom they act on."""
    return noun.tag in ("NN", "NNS") and any(child.tag == "PRP$" for child in noun.by_dep("nmod:poss"))


def _side_by_side(both: _Filled, *, symmetric: bool) -> tuple[_Filled, _Filled]:
    """Parties of one slot: side by side in "clashes between A and B", the first against the rest in "the A-B war"."""
    if symmetric or both.slot in RECIPROCAL:
        return both, NOBODY
    return _Filled(both.slot, both.actors[:1]), _Filled(both.slot, both.actors[1:])


def _abroad(source: _Filled, target: _Filled) -> _Filled:
    """A minister makes no agreement with his own state ("Xi reaffirmed China's commitment").

    Nor do two meet the nameless who meet for them ("a meeting between officials of both countries").
    """
    home = {actor.country for actor in source.actors if actor.country}
    told = source.slot == "between" and len(home) > 1
    kept = tuple(
        actor
        for actor in target.actors
        if (actor.type != "state" or actor.country not in home) and not (told and identity(actor).startswith("@"))
    )
    return _Filled(target.slot, kept, target.hosted)


def _without(filled: _Filled, taken: tuple[Actor, ...], *, symmetric: bool = False) -> _Filled:
    """The parties without those who act; who urges "both sides" is on neither, so that others must be meant.

    Who deepens "cooperation between the two countries", a symmetric act, does so with the other of them.
    """
    known = {identity(each) for each in taken}
    homes = set() if symmetric else {each.country for each in taken} - {None}
    sides = {each.mention.start for each in filled.actors if each.via == "collective" and each.country in homes}
    left = (each for each in filled.actors if identity(each) not in known and each.mention.start not in sides)
    return _Filled(filled.slot, tuple(left), filled.hosted)


def _beside(trigger: Trigger, source: _Filled, reader: Reader) -> _Filled:
    """ "a deal between A and B, who met on Monday": a clause on the last of two that takes two is about both."""
    verb = trigger.host.verb if trigger.host is not None else trigger.word
    if verb.dep != "acl:relcl" or verb.head is None:
        return source
    both = distinct(tuple(actor for word in phrase(first_conjunct(verb.head)) for actor in reader.actors(word)))
    return (
        _Filled(source.slot, both)
        if {identity(each) for each in source.actors} <= {identity(each) for each in both}
        else source
    )


def _each_other(trigger: Trigger, source: _Filled, target: _Filled, reader: Reader) -> _Filled:
    """ "A and B support each other": each is also the other's target."""
    if target.actors or len(source.actors) < 2:
        return target
    after = [word.lower for word in reader.tree.words[trigger.words[-1].i + 1 : trigger.words[-1].i + 4]]
    if any(pair in (["each", "other"], ["one", "another"]) for pair in (after[:2], after[1:3])):
        return _Filled("each other", source.actors)
    return target
