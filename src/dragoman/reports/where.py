"""Where: the place that hangs on an act by a preposition of place. The venue of a visit's host state is a place, too."""

from __future__ import annotations

from collections.abc import Iterator, Set
from dataclasses import replace

from dragoman.ontology.cues import RestraintCues
from dragoman.records import Actor, Place
from dragoman.reports.reader import Reader, distinct, identity
from dragoman.reports.roles import Roles
from dragoman.reports.slots import fillers
from dragoman.reports.tree import NO_WAY, Word, first_conjunct, preposition
from dragoman.reports.triggers import Trigger

# Ways of prepositions (`syntax.yaml`).
INSIDE, ALONG, TOWARDS = "inside", "along", "towards"
ON_THE_GROUND = frozenset({"ASSAULT", "MOBILIZE", "RETREAT", "COERCE", "PROTEST", "SANCTION"})
# Whoever goes, is sent or fires does so to a place; aid, praise and invitations that go to one are not given there.
GOING = frozenset({"CONSULT", "MOBILIZE", "RETREAT", "ASSAULT"})


# How people are meant without a name: "senators", "a spokesman", "protesters".
NAMELESS = frozenset({"nominal", "title", "unnamed"})
# Modes of acts that are done to a place, the object of which is where they are done.
DONE_TO_PLACES = frozenset({"visit", "seize"})


def where(trigger: Trigger, reader: Reader) -> Place | None:
    """The place of a trigger's act, or `None` where its clause names none."""
    for word in _anchors(trigger):
        for child in word.by_dep("obl", "nmod", "obj"):
            place = _at(child, reader) if _tells_where(child, trigger, reader) else None
            if place is not None:
                return place
    return _of_parties(trigger, reader) or _of_clause(trigger, reader)


def _tells_where(phrase: Word, trigger: Trigger, reader: Reader) -> bool:
    """Whether a phrase says where, for this kind of act: not whom the act is directed at, nor what it is about."""
    kind, led = trigger.entry.type, _led_by(phrase, reader)
    if phrase.rel == "obj":
        return trigger.entry.frame.mode in DONE_TO_PLACES or (kind == "ASSAULT" and not reader.at(phrase))
    if trigger.entry.frame.mode != "visit" and any(case in trigger.words for case in phrase.by_dep("case")):
        return False
    if TOWARDS in led:
        return kind in GOING
    return (INSIDE in led and not _seat(phrase, reader)) or (ALONG in led and kind in (*ON_THE_GROUND, "CONSULT"))


def _seat(phrase: Word, reader: Reader) -> bool:
    """ "urged the government in Nairobi": the place right behind a body says which body, not where it was urged."""
    cases = list(phrase.by_dep("case"))
    place = _at(phrase, reader)
    if not cases or place is None or phrase.head is None:
        return False
    before = next((each for each in phrase.head.children if each.i == cases[0].i - 1 and each.is_noun), None)
    return before is not None and any(
        actor.type not in ("person", "group") and actor.country == place.country for actor in reader.actors(before)
    )


def _of_parties(trigger: Trigger, reader: Reader) -> Place | None:
    """The place that the parser hung on a party: on a person's name always, on others for deeds on the ground."""
    on_the_ground = trigger.entry.type in ON_THE_GROUND and trigger.entry.pos == "verb"
    suffering = (*fillers(trigger, "object"), *fillers(trigger, "with"))
    acting = tuple(word for word in fillers(trigger, "subject") if not _is_body(word, reader))
    between = fillers(trigger, "between") if trigger.entry.type == "CONSULT" else ()
    for word in (*suffering, *acting, *between):
        if word in between or on_the_ground or _is_person(word, reader) or (word in acting and _are_people(word, reader)):
            place = _first_of(word, {INSIDE}, reader, after=_name_of(word).i)
            if place is not None:
                return place
    return None


def _name_of(word: Word) -> Word:
    """The name that follows a role: "the commander in Mali, Jane Doe," says where the post is, not where she is."""
    return next((beside for beside in word.by_dep("appos") if beside.tag.startswith("NNP")), word)


def _is_body(word: Word, reader: Reader) -> bool:
    return any(actor.id is not None and actor.type != "person" for actor in reader.at(word))


def _is_person(word: Word, reader: Reader) -> bool:
    """ "met the minister, Jane Doe, in Paris": a person's name takes no modifier that says which of them is meant."""
    named = word.tag.startswith("NNP") or any(beside.tag.startswith("NNP") for beside in word.by_dep("appos"))
    return named and any(actor.type == "person" for actor in reader.actors(word))


def _are_people(word: Word, reader: Reader) -> bool:
    """ "a spokesman in Lima urged": where people without a name are is where they speak; a body only has its seat there."""
    return word.is_noun and any(actor.id is None and actor.via in NAMELESS for actor in reader.at(word))


def _of_clause(trigger: Trigger, reader: Reader) -> Place | None:
    """The place of the clause beside: "flew to Adana, where they met", "was killed when rebels hit Goma"."""
    verb = trigger.host.verb if trigger.host is not None else trigger.word
    there = verb.rel in ("advcl", "acl") and any(child.lower == "where" for child in verb.by_dep("advmod"))
    if there and verb.head is not None:
        return _at(verb.head, reader) or _first_of(verb.head, {INSIDE, TOWARDS}, reader)
    for clause in verb.by_dep("advcl"):
        gathers = any("gatherings" in child.ways for child in clause.by_dep("nsubj"))
        if not gathers and trigger.entry.type != "ASSAULT":
            continue
        if any(child.lower == "when" for child in clause.by_dep("advmod", "mark")):
            inner = [clause, *clause.by_dep("obj")]
            return next((place for each in inner if (place := _first_of(each, {INSIDE}, reader)) is not None), None)
    return None


def _led_by(phrase: Word, reader: Reader) -> frozenset[str]:
    """What the preposition of a phrase says of a place, if it says anything."""
    return reader.ways.get(preposition(phrase) or "", NO_WAY)


def _first_of(word: Word, ways: Set[str], reader: Reader, after: int = -1) -> Place | None:
    phrases = (child for child in word.by_dep("obl", "nmod") if child.i > after and ways & _led_by(child, reader))
    return next((place for child in phrases if (place := _at(child, reader)) is not None), None)


def scene(trigger: Trigger, reader: Reader) -> Actor | None:
    """The one state that the act is set in, named itself or by a place of which the country is known."""
    near = [*_anchors(trigger), *fillers(trigger, "subject"), *fillers(trigger, "object")]
    phrases = [child for word in near for child in word.by_dep("obl", "nmod")]
    phrases += [inner for child in phrases for inner in _behind(child)]
    placing = [child for child in phrases if _led_by(child, reader) & {INSIDE, ALONG, TOWARDS}]
    placing += [
        thing for word in near for thing in word.by_dep("obj") if not reader.at(thing)
    ]  # "filled a square of Bamako"
    placing += [inner for child in placing for inner in child.by_dep("nmod") if _is_owner(inner)]
    found = (actor for child in placing for actor in reader.host(child) if actor.country)
    hosts = [actor for actor in found if actor.type == "state"]  # an embassy stands elsewhere
    hosts = hosts or _there(trigger.outer, reader)
    return hosts[0] if len({actor.country for actor in hosts}) == 1 else None


def _there(clause: Word, reader: Reader) -> list[Actor]:
    """ "in Ghana, where politicians demanded": the state that the clause is said of."""
    where_it_is = clause.head if clause.dep == "acl:relcl" else None
    if where_it_is is None or not any(child.lower == "where" for child in clause.by_dep("advmod")):
        return []
    return [actor for actor in (*reader.host(where_it_is), *reader.actors(where_it_is)) if actor.type == "state"][:1]


def _is_owner(phrase: Word) -> bool:
    """ "in the north of Chad", "in Chad's villages"."""
    return preposition(phrase) == "of" or phrase.dep == "nmod:poss"


def _behind(phrase: Word) -> Iterator[Word]:
    """The phrases on a phrase, and those on them: "the gates of the ministry in Bamako"."""
    for inner in phrase.by_dep("nmod"):
        yield inner
        yield from _behind(inner)


def at_home(roles: Roles, trigger: Trigger, reader: Reader, cues: RestraintCues, before: Actor | None) -> Roles:
    """The roles; nameless people of the place ("protesters", "police") get the country of the scene, and say so.

    `before`: the state where the sentences before are set, for a clause that names no place itself.
    """
    nameless = [actor for actor in roles.parties if _is_local(actor, cues)]
    policing = next((actor for actor in roles.sources if actor.sector == "COP" and actor.country), None)
    host = scene(trigger, reader) or policing or before if nameless else None
    if host is None:
        return roles
    why = f"country of the scene: {host.mention.text}"
    settled = {
        identity(actor): replace(actor, country=host.country, why="; ".join(each for each in (actor.why, why) if each))
        for actor in nameless
    }
    sources, targets = (tuple(settled.get(identity(each), each) for each in part) for part in (roles.sources, roles.targets))
    return replace(roles, sources=sources, targets=targets)


def hosted(roles: Roles, trigger: Trigger, reader: Reader) -> Roles:
    """The roles of a meeting of which one party is named: talks held abroad without a named partner are with the host, and
    who visits a town visits its state.
    """
    parties = roles.parties
    if (
        trigger.entry.type != "CONSULT"
        or len(parties) != 1
        or not parties[0].country
        or parties[0].type in ("company", "medium")
        or trigger.entry.frame.mode == "multilateral"  # a conference in Kenya is not with Kenya
    ):
        return roles
    phrases = [child for word in (trigger.word, trigger.outer) for child in word.by_dep("obl", "nmod")]
    visited = trigger.word.by_dep("obj") if trigger.entry.frame.mode == "visit" else ()
    places = [*visited, *(child for child in phrases if preposition(child) in ("in", "at"))]
    hosts = [host for child in places for host in reader.host(child)]
    abroad = distinct(tuple(host for host in hosts if host.type == "state" and host.country != parties[0].country))
    if len(abroad) != 1:
        return roles
    return replace(roles, sources=parties, targets=abroad, slots=(*roles.slots, "target:in:host"))


def _is_local(actor: Actor, cues: RestraintCues) -> bool:
    """Whether an actor is of the place where he acts: nameless, of no state, and none who visits or mediates."""
    if actor.id or actor.country or actor.members or actor.type == "state" or actor.sector not in cues.locals:
        return False
    said = actor.mention.text.split()
    owned = said[0].isupper() or any(word[0].isupper() for word in said[1:-1])  # "UN inspectors", "a Red Cross worker"
    words = (actor.name or "").lower().split()
    return not owned and not any(word in cues.visitors or word.removesuffix("s") in cues.visitors for word in words)


def _anchors(trigger: Trigger) -> list[Word]:
    words = [trigger.word, first_conjunct(trigger.word)]
    if trigger.bundle is not None:
        words.append(trigger.bundle)
    if trigger.host is not None:
        words.append(trigger.host.verb)
        words.extend(trigger.host.verb.by_dep("obj"))
    outer = words[-1] if trigger.host is not None else first_conjunct(trigger.word)
    if trigger.entry.pos == "noun" and outer.rel in ("obl", "obj", "nmod") and outer.head is not None:
        words.append(outer.head)
    return list(dict.fromkeys(words))


def _at(word: Word, reader: Reader) -> Place | None:
    """The place at a word or in what hangs on it: where the gazetteer lacks a building, the town it is said to be in."""
    own = reader.place(word)
    if own is not None and own.lat is not None:
        return own
    for child in word.by_dep("appos", "nmod", "compound", "nmod:poss", "obl"):
        if (
            child.rel in ("appos", "compound")
            or child.dep == "nmod:poss"
            or preposition(child) in ("of", None)
            or INSIDE in _led_by(child, reader)
        ):
            inner = reader.place(child)
            if inner is not None and (own is None or inner.lat is not None):
                return inner
    return own
