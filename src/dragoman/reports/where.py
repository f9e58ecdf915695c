"""Where: the place that hangs on an act by a preposition of place. The venue of a visit's host state is a place, too."""

from __future__ import annotations

from dataclasses import replace

from dragoman.records import Actor, Place
from dragoman.reports.reader import Reader, distinct, identity
from dragoman.reports.roles import Roles
from dragoman.reports.slots import fillers
from dragoman.reports.tree import Word, first_conjunct, preposition
from dragoman.reports.triggers import Trigger

LOCATIVE = frozenset(
    {
        "in",
        "at",
        "near",
        "on",
        "off",
        "outside",
        "inside",
        "over",
        "across",
        "around",
        "throughout",
        "along",
        "into",
        "to",
        "within",
        "above",
    }
)


def where(trigger: Trigger, reader: Reader) -> Place | None:
    """The place of a trigger's act, or `None` where its clause names none."""
    for word in _anchors(trigger):
        for child in word.by_dep("obl", "nmod", "obj"):
            if child.rel != "obj" and preposition(child) not in LOCATIVE:
                continue
            if child.rel == "obj" and trigger.entry.frame.mode != "visit":
                continue
            place = _at(child, reader)
            if place is not None:
                return place
    return None


def scene(trigger: Trigger, reader: Reader) -> Actor | None:
    """The one state that the act is set in, named itself or by a place of which the country is known."""
    near = [*_anchors(trigger), *fillers(trigger, "subject"), *fillers(trigger, "object")]
    phrases = [child for word in near for child in word.by_dep("obl", "nmod")]
    phrases += [inner for child in phrases for inner in child.by_dep("nmod")]
    hosts = [actor for child in phrases if preposition(child) in LOCATIVE for actor in reader.host(child) if actor.country]
    return hosts[0] if len({actor.country for actor in hosts}) == 1 else None


def at_home(roles: Roles, trigger: Trigger, reader: Reader, locals_: frozenset[str], before: Actor | None) -> Roles:
    """The roles; nameless people of the place ("protesters", "police") get the country of the scene, and say so.

    `before`: the state where the sentences before are set, for a clause that names no place itself.
    """
    nameless = [actor for actor in roles.parties if _is_local(actor, locals_)]
    host = scene(trigger, reader) or before if nameless else None
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
    """The roles of a meeting of which one party is named: talks held abroad without a named partner are with the host."""
    parties = roles.parties
    if (
        trigger.entry.type != "CONSULT"
        or len(parties) != 1
        or not parties[0].country
        or parties[0].type in ("company", "medium")
    ):
        return roles
    phrases = [child for word in (trigger.word, trigger.outer) for child in word.by_dep("obl", "nmod")]
    hosts = [host for child in phrases if preposition(child) in ("in", "at") for host in reader.host(child)]
    abroad = distinct(tuple(host for host in hosts if host.type == "state" and host.country != parties[0].country))
    if len(abroad) != 1:
        return roles
    return replace(roles, sources=parties, targets=abroad, slots=(*roles.slots, "target:in:host"))


def _is_local(actor: Actor, locals_: frozenset[str]) -> bool:
    return not (actor.id or actor.country or actor.members) and actor.type != "state" and actor.sector in locals_


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
    own = reader.place(word)
    if own is not None:
        return own
    for child in word.by_dep("appos", "nmod", "compound", "nmod:poss"):
        if child.rel != "nmod" or preposition(child) in ("in", "of", "at", "near", None):
            inner = reader.place(child)
            if inner is not None:
                return inner
    return None
