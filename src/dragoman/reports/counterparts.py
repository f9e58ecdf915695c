"""Whom an act is aimed at where its own words do not say: the other side of what is being told.

"India blamed Pakistan for it and promised a response": who does two things in one sentence does both to the same. "Mexico
broke off relations": the other side of the acts told right before of which Mexico is a party.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from dragoman.ontology.frames import EventType
from dragoman.records import Actor
from dragoman.reports.anaphora import OF_A_PACT, is_definite
from dragoman.reports.choose import Finding
from dragoman.reports.clauses import agents, content_clauses, patients
from dragoman.reports.reader import distinct, identity
from dragoman.reports.roles import OBLIGED, Roles
from dragoman.reports.slots import fillers
from dragoman.reports.tree import Word, first_conjunct, marker

FAR, NEAR = 6, 2
"""Sentences after which the other side is no longer understood, for deeds and for words."""
CONFLICT = frozenset({"verbal-conflict", "material-conflict"})
YIELDING = frozenset({"RETREAT", "CONCEDE"})
"""Acts that end what was done to the other side."""
DEEDS = frozenset({"SANCTION", "COERCE", "ASSAULT", "MOBILIZE", *YIELDING})
WORDS = frozenset({"ACCUSE", "SUPPORT", "REJECT", "REQUEST"})
"""Acts that may be about a thing, which then stands in the target's place."""
OFFERS = frozenset({"AGREE"})
"""What may be refused though it was kindly meant: an offer, an invitation."""
WITH = "target:met in what is told"
AGAINST_THE_PLACE = frozenset({"ASSAULT"})
"""Acts that are against the state in which they are done, if nobody else is told of."""
JOINED = frozenset({"SANCTION", "ACCUSE"})
"""Acts that one state after another does to the same."""
ALONE = frozenset({"PROTEST"})
"""Acts that no other state need be the target of."""
AT_HOME = frozenset({"pro_autocracy", "political_institutions", "executive"})
"""Contexts of acts within a state: a curfew, a resignation."""
STRAIGHT = frozenset({"object", "indirect", "against", "at", "on", "to", "with", "from"})
"""Slots that name whom an act is done to, not whom its content is about."""
WHEN = frozenset({"when", "as", "after"})
"""What opens the clause that tells how somebody came to harm."""
NAMING = frozenset({"demonym", "pronoun", "title", "nominal"})
"""How an actor without an id may be said: those whose country only the scene tells are not among them."""
PLACED = frozenset({"MOBILIZE"})
ONTO = frozenset({"to", "into", "onto", "in", "at"})
"""Slots that tell where forces go, even where they name no actor."""
PARTNER = frozenset({"with", "on"})
"""Slots of those with whom talks are asked for."""
BANDS = frozenset({"REB", "UAF"})
"""Sectors of those who bear arms for no state."""
STATELY = frozenset({"state", "government", "person", "organisation"})


def understood(
    finding: Finding,
    beside: Sequence[Finding],
    told: Sequence[Finding],
    types: Mapping[str, EventType],
    stage: Actor | None = None,
) -> Finding:
    """The finding, its open target filled by whom the page leaves to be understood, if anybody.

    `stage`: the state that the act is set in by its own words.
    """
    roles, kind = finding.roles, types[finding.type]
    cause = _same_blow(finding, beside)
    if cause is not None and not roles.sources:
        why = (*roles.slots, "source:of the same blow")
        return replace(finding, roles=Roles(cause.roles.sources, roles.targets, roles.others, why))
    if cause is not None and not roles.targets:
        return _aimed(finding, cause.roles.targets, "of the same blow")
    if _is_half_a_meeting(finding):
        found = _partner(finding, told)
        return replace(finding, roles=Roles(roles.parties, found, roles.others, (*roles.slots, WITH))) if found else finding
    addressee = _addressee(finding, beside) if _asks_to_meet_another(finding) else ()
    if addressee:
        return _aimed(finding, addressee, "addressed by the verb beside")
    if not roles.sources or roles.targets or kind.symmetric or not finding.trigger.entry.frame.target:
        return finding
    if "source:between" in roles.slots:
        return finding
    if stage is not None and finding.type in AGAINST_THE_PLACE and _is_abroad(finding, stage):
        return _aimed(finding, (stage,), "where it was done")
    thing = _thing(finding) if finding.type in WORDS else None
    if finding.type in ALONE or _is_domestic(finding) or aims_at_nobody(finding) or not (thing is None or _is_known(thing)):
        return finding
    found = _shared(finding, beside, types)
    if found:
        return _aimed(finding, found, "shared with the verb beside")
    before = [each for each in beside if each.trigger.word.i < finding.trigger.word.i and not _set_off(finding, each)]
    found = _other_side(finding, (*told, *before), types) or _same_target(finding, (*told, *before))
    return _aimed(finding, found, "the other side of what is told") if found else finding


def _asks_to_meet_another(finding: Finding) -> bool:
    """ "appealed for talks with Chad": Chad is asked only where nobody else is addressed."""
    frame, slots = finding.trigger.entry.frame, finding.roles.slots
    return finding.type == "REQUEST" and frame.mode == "meet" and any(f"target:{slot}" in slots for slot in PARTNER)


def _is_domestic(finding: Finding) -> bool:
    """What is done at home is done to nobody abroad: a curfew, a resignation, troops that are sent onto the streets."""
    frame = finding.trigger.entry.frame
    onto = (word for slot in ONTO for word in fillers(finding.trigger, slot))
    placed = finding.type in PLACED and next(onto, None) is not None
    return placed or not AT_HOME.isdisjoint(frame.contexts)


def _same_blow(finding: Finding, beside: Sequence[Finding]) -> Finding | None:
    """ "Two were killed when troops opened fire": one clause names who was hit, the other who did it."""
    if finding.type != "ASSAULT" or finding.roles.named != 1:
        return None
    open_role = "sources" if finding.roles.targets else "targets"
    others = (other for other in beside if other.type == finding.type and other is not finding and other.roles.named)
    return next((other for other in others if getattr(other.roles, open_role) and _at_once(finding, other)), None)


def _tells_when(clause: Word) -> bool:
    return marker(clause) in WHEN or any(child.lower in WHEN for child in clause.by_dep("advmod"))


def _at_once(finding: Finding, other: Finding) -> bool:
    """Whether one clause tells when or how the other came about, and they do not name each other's state."""
    clauses = (finding.trigger.outer, other.trigger.outer)
    linked = any(one.rel == "advcl" and one.head is two and _tells_when(one) for one, two in (clauses, clauses[::-1]))
    doer, hurt = (finding, other) if finding.roles.sources else (other, finding)
    abroad = {actor.country for actor in doer.roles.targets} - {None}
    victims = {actor.country for actor in hurt.roles.targets}
    own = not victims.isdisjoint({actor.country for actor in doer.roles.sources} - {None})
    return linked and not own and (not abroad or not abroad.isdisjoint(victims))


def _aimed(finding: Finding, targets: tuple[Actor, ...], why: str) -> Finding:
    roles = finding.roles
    return replace(finding, roles=Roles(roles.sources, targets, roles.others, (*roles.slots, f"target:{why}")))


def _is_half_a_meeting(finding: Finding) -> bool:
    """ "Talks with Wang Yi went less smoothly": a noun for a meeting that names one side."""
    parties = {identity(actor) for actor in finding.roles.parties}
    return finding.type == "CONSULT" and finding.trigger.entry.pos == "noun" and len(parties) == 1


def _partner(finding: Finding, told: Sequence[Finding]) -> tuple[Actor, ...]:
    """Whoever the same party has met in what was told right before, if that is one state's."""
    home: set[str | None] = {actor.country for actor in finding.roles.parties}
    if None in home:
        return ()
    near = (other for other in _recent(finding, told) if other.type == finding.type)
    met = [actor for other in near for actor in (*_facing(other, home, answer=False), *_among(other, home))]
    return (met[0],) if len({actor.country for actor in met}) == 1 else ()


def _among(finding: Finding, home: set[str | None]) -> tuple[Actor, ...]:
    """Those beside whom the state `home` is named on one side: "Kenya and Chad met"."""
    sources = finding.roles.sources
    if not home & {actor.country for actor in sources}:
        return ()
    return tuple(actor for actor in sources if actor.country and actor.country not in home and actor.type in STATELY)


def _is_abroad(finding: Finding, stage: Actor) -> bool:
    countries = {actor.country for actor in finding.roles.sources}
    return None not in countries and stage.country not in countries


def _thing(finding: Finding) -> Word | None:
    """What stands in the place of the target, though it names nobody."""
    slots = (slot for slot in finding.trigger.entry.frame.target if slot in ("object", "to", "on", "of"))
    return next((word for slot in slots for word in fillers(finding.trigger, slot)), None)


def _is_known(thing: Word) -> bool:
    """Whether the reader is supposed to know what is meant: "it", "the rulings", "such exercises", "his offer"."""
    if thing.tag in ("PRP", "DT") or is_definite(thing):
        return True
    return any(child.lower == "such" or child.tag == "PRP$" for child in thing.children)


def _shared(finding: Finding, beside: Sequence[Finding], types: Mapping[str, EventType]) -> tuple[Actor, ...]:
    """The target of the coordinated verb, or of the verb that a participle hangs on, of which the subject is the same."""
    mine = {identity(actor) for actor in finding.roles.sources}
    for other in beside:
        if other is finding or not _straight(other) or not _linked(finding.trigger.outer, other.trigger.outer):
            continue
        alike = _is_conflict(finding, types) == _is_conflict(other, types)
        if alike and mine == {identity(actor) for actor in other.roles.sources}:
            return tuple(actor for actor in other.roles.targets if _is_side(actor))
    return ()


def _is_side(actor: Actor) -> bool:
    """Whether somebody is a state's, or a band that has a name."""
    return actor.country is not None and (actor.type in STATELY or (actor.type == "group" and actor.sector in BANDS))


def aims_at_nobody(finding: Finding) -> bool:
    """Whether an act without a target has none to be understood: it is done to oneself, or holds for everybody."""
    upon = fillers(finding.trigger, "object") if finding.trigger.entry.pos == "verb" else ()
    return any("reflexive" in word.ways for word in upon) or _is_principle(finding)


def _is_principle(finding: Finding) -> bool:
    """ "saying that the borders of all states must be respected": what holds for everybody is asked of nobody."""
    if finding.trigger.entry.frame.clause is None:
        return False
    about = (word for clause in content_clauses(finding.trigger.word) for word in (*agents(clause), *patients(clause)))
    return any("universal" in word.ways for each in about for word in each.subtree())


def _addressee(finding: Finding, beside: Sequence[Finding]) -> tuple[Actor, ...]:
    """Whom the verb beside speaks to: "voiced concern to Kenya and called for talks with Chad"."""
    outer = finding.trigger.outer
    told = (each for each in beside if each.type == "CONSULT" and each.trigger.outer.i < outer.i)
    near = (each for each in told if _linked(outer, each.trigger.outer) and _straight(each))
    return next((each.roles.targets for each in near if each.roles.targets), ())


def _straight(finding: Finding) -> bool:
    slots = [slot.removeprefix("target:") for slot in finding.roles.slots if slot.startswith("target:")]
    return any(slot.split(":")[0] in STRAIGHT or slot.startswith(OF_A_PACT) for slot in slots)


def _is_conflict(finding: Finding, types: Mapping[str, EventType]) -> bool:
    return types[finding.type].quad in CONFLICT


def _linked(word: Word, other: Word) -> bool:
    if first_conjunct(word) is first_conjunct(other):
        return not _but(word, other)
    return (word.rel == "advcl" and word.head is other) or (other.rel == "advcl" and other.head is word)


def _set_off(finding: Finding, other: Finding) -> bool:
    """ "criticised the harm but also called on Chad": of somebody else."""
    word, before = finding.trigger.outer, other.trigger.outer
    return first_conjunct(word) is first_conjunct(before) and _but(word, before)


def _but(*words: Word) -> bool:
    return any(child.lower == "but" for each in words for child in each.by_dep("cc"))


def _other_side(finding: Finding, told: Sequence[Finding], types: Mapping[str, EventType]) -> tuple[Actor, ...]:
    """Whoever stands on the other side in the acts told right before, if it is one state in all of them."""
    home = {actor.country for actor in finding.roles.sources}
    if len(home) != 1 or None in home or not any(actor.id or actor.via in NAMING for actor in finding.roles.sources):
        return ()
    answer = finding.type in WORDS - {"SUPPORT"} and _thing(finding) is not None
    near = [other for other in _recent(finding, told) if _fits(finding, other, types)]
    met = [actor for other in near for actor in _facing(other, home, answer=answer)]
    if len({actor.country for actor in met}) != 1 or not _is_main(met[0].country, home, told):
        return ()
    states = [actor for actor in met if actor.type != "person"] if finding.type in DEEDS else met
    return distinct(tuple((states or met)[:1]))


def _is_main(country: str | None, home: set[str | None], told: Sequence[Finding]) -> bool:
    """Whether no other state stood over against `home` more often in what was told: who is met in passing is not meant."""
    often = Counter(each for other in told for each in {actor.country for actor in _facing(other, home, answer=False)})
    return often[country] >= max(often.values(), default=0)


def _same_target(finding: Finding, told: Sequence[Finding]) -> tuple[Actor, ...]:
    """ "The EU imposed sanctions on Chad. Kenya announced sanctions of its own": others did the same to the same state."""
    if finding.type not in JOINED:
        return ()
    home = {actor.country for actor in finding.roles.sources}
    here = finding.trigger.word.sentence
    near = [other for other in told if other.type == finding.type and here - other.trigger.word.sentence <= NEAR]
    met = [actor for other in near for actor in other.roles.targets if actor.type in STATELY and actor.country]
    countries = {actor.country for actor in met}
    return (met[0],) if len(countries) == 1 and not countries & home else ()


def _recent(finding: Finding, told: Sequence[Finding]) -> Iterator[Finding]:
    here, reach = finding.trigger.word.sentence, NEAR if finding.type in WORDS - {"REJECT"} else FAR
    near = (other for other in reversed(told) if 0 <= here - other.trigger.word.sentence <= reach)
    return (other for other in near if f"target:{OBLIGED}" not in other.roles.slots)


def _fits(finding: Finding, other: Finding, types: Mapping[str, EventType]) -> bool:
    """Whether the act told before is one that such an act answers."""
    if finding.trigger.entry.pos == "noun" and finding.trigger.host is None:
        return finding.type == other.type
    if finding.type in YIELDING:
        return other.type in DEEDS
    if finding.type == "REJECT" and other.type in OFFERS:
        return True
    return _is_conflict(finding, types) == _is_conflict(other, types)


def _facing(finding: Finding, home: set[str | None], *, answer: bool) -> tuple[Actor, ...]:
    """The actors of other states over against the state `home`; what answers an act is aimed at those who did it."""
    sources, targets = finding.roles.sources, finding.roles.targets
    sides = ((targets, sources),) if answer else ((sources, targets), (targets, sources))
    for mine, theirs in sides:
        if home & {actor.country for actor in mine}:
            return tuple(actor for actor in theirs if actor.country and actor.country not in home and actor.type in STATELY)
    return ()
