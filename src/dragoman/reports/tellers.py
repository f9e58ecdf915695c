"""Parties whom only the telling shows: who says that somebody was expelled did it, whom a raid hit is who complains of it.

"Lima said that three Chileans had been told to leave": a passive without an agent, told by those whose act it must be.
"The army said drones had hit three rebel posts": whose drones, it need not say.
"The Chadian army said Sudan had shelled a village": without a word on whose village, on a page about the two.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from dragoman.ontology.frames import EventType
from dragoman.records import Actor, Place
from dragoman.reports.choose import Finding
from dragoman.reports.clauses import agents, is_passive

OWN = frozenset({"REQUEST", "SANCTION", "THREATEN", "COERCE"})
"""Acts of which a government tells in the passive when they are its own."""
SUFFERED = frozenset({"ASSAULT", "COERCE", "MOBILIZE"})
"""Deeds of which those complain to whom they were done."""
OFFICIAL = frozenset({"state", "government", "person", "group"})
OF_STATE = frozenset({"GOV", "MIL", "COP", "JUD", "LEG", "SPY"})
ARMED = frozenset({"MIL", "REB", "UAF"})
"""Sectors of those who tell of what their own arms did."""
ARMS = frozenset({"means", "striking", "campaigning"})
"""Ways of words for arms, and for what is done with them."""
CONFLICT = frozenset({"verbal-conflict", "material-conflict"})


def with_tellers(
    finding: Finding,
    speakers: Sequence[Actor],
    place: Place | None,
    told: Sequence[Finding],
    pair: frozenset[str],
    types: Mapping[str, EventType],
) -> Finding:
    """The finding, its open role filled by who tells of it, where the telling leaves no other.

    `place`: where it was done; `told`: all acts of the page so far; `pair`: the two states that the page is about, if it is.
    """
    party = _one_party(speakers)
    if party is not None and _is_by_own_arms(finding, party):
        roles = replace(finding.roles, sources=(party,), slots=(*finding.roles.slots, "source:whose arms they are"))
        return replace(finding, roles=roles)
    if party is None or (place is not None and place.country not in (None, party.country)):
        return finding
    roles = finding.roles
    own = finding.type in OWN and not roles.sources and bool(roles.targets) and party.sector in OF_STATE
    suffered = (
        finding.type in SUFFERED and bool(roles.sources) and not roles.targets and bool(finding.trigger.entry.frame.target)
    )
    if own and _is_agentless(finding) and _is_other(party, roles.targets):
        return replace(finding, roles=replace(roles, sources=(party,), slots=(*roles.slots, "source:who tells of it")))
    if not suffered or not _is_other(party, roles.sources):
        return finding
    paired = {party.country, *(each.country for each in roles.sources)} == pair
    if paired or _are_opposed(party, roles.sources, told, types):
        return replace(finding, roles=replace(roles, targets=(party,), slots=(*roles.slots, "target:who tells of it")))
    return finding


def _is_by_own_arms(finding: Finding, party: Actor) -> bool:
    """ "The army said drones had hit the depot": nobody's arms by their words, told of by those who bear arms."""
    if finding.type != "ASSAULT" or finding.trigger.entry.pos != "verb" or party.sector not in ARMED:
        return False
    if not finding.roles.targets or not _is_other(party, finding.roles.targets):
        return False
    if any(source.id or source.country or source.sector != "MIL" for source in finding.roles.sources):
        return False
    return any(word.ways & ARMS for word in agents(finding.trigger.word)) or bool(finding.roles.sources)


def _one_party(speakers: Sequence[Actor]) -> Actor | None:
    """The speaker, where all who say so are of one state or one group."""
    known = [each for each in speakers if each.type in OFFICIAL and (each.country or each.type == "group")]
    if not known or len(known) != len(speakers) or len({_side(each) for each in known}) != 1:
        return None
    return known[0]


def _side(actor: Actor) -> str | None:
    """What somebody is a side of: a named group by itself, all else by its state."""
    return actor.id if actor.type == "group" and actor.id else actor.country


def _is_other(party: Actor, others: Sequence[Actor]) -> bool:
    """Whether all others are known to be of another side."""
    return all(_side(each) is not None and _side(each) != _side(party) for each in others)


def _is_agentless(finding: Finding) -> bool:
    verb = finding.trigger.word
    return finding.trigger.entry.pos == "verb" and is_passive(verb) and not agents(verb)


def _are_opposed(party: Actor, sources: Sequence[Actor], told: Sequence[Finding], types: Mapping[str, EventType]) -> bool:
    """Whether the page tells of an act between the two that was no kindness."""
    mine, theirs = _side(party), {_side(each) for each in sources}
    for other in told:
        sides = [{_side(each) for each in group} for group in (other.roles.sources, other.roles.targets)]
        if types[other.type].quad not in CONFLICT:
            continue
        both = not other.roles.targets and mine in sides[0] and bool(theirs & sides[0])  # "traded blame"
        if both or any(mine in one and theirs & two for one, two in (sides, sides[::-1])):
            return True
    return False
