"""Who fought where the noun alone is told: "agreed a truce after border clashes", "fighting went on through the night".

Fighting takes two. Where its own words name nobody, the two states that agree or meet in its sentence fought, else the two
that the page is about.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dragoman.records import Actor
from dragoman.reports.clauses import agents, phrase
from dragoman.reports.implied import Named, Sides
from dragoman.reports.reader import Reader, distinct
from dragoman.reports.roles import Roles
from dragoman.reports.tree import Word, preposition
from dragoman.reports.triggers import Trigger

BY_TWO = "between"
"""The slot of those who fight one another."""
WHEN = frozenset({"after", "following", "amid", "amidst", "despite", "over", "since", "during"})
"""Prepositions by which a sentence tells of fighting between those it is about."""
TWO = 2


def fought(roles: Roles, trigger: Trigger, reader: Reader, sides: Sides, pair: frozenset[str]) -> Roles:
    """The roles; of fighting of which nobody is named the two are sources, side by side. `pair`: those of the page."""
    frame = trigger.entry.frame
    if roles.named or trigger.entry.type != "ASSAULT" or trigger.entry.pos != "noun" or BY_TWO not in frame.source:
        return roles
    beside = _who_agree(trigger.word, reader)
    if beside:
        return replace(roles, sources=beside, slots=(*roles.slots, "source:the two of the sentence"))
    paired = tuple(each for state in sorted(pair) for each in _state_named(sides.mentions[state], trigger.word.i))
    if len(paired) < TWO:
        return roles
    return replace(roles, sources=paired, slots=(*roles.slots, "source:the two of the page"))


def _who_agree(noun: Word, reader: Reader) -> tuple[Actor, ...]:
    """The two states that do together what a phrase of the fighting ("after the clashes") hangs on."""
    verb = next((above for above in noun.ancestors() if above.is_verb), None)
    if verb is None or preposition(noun) not in WHEN:
        return ()
    found = distinct(tuple(actor for doer in agents(verb) for word in phrase(doer) for actor in reader.actors(word)))
    states = {actor.country for actor in found}
    return found if len(found) == len(states) == TWO and None not in states else ()


def _state_named(named: Sequence[Named], before: int) -> tuple[Actor, ...]:
    """The state itself where it was named last before a word, else where it is named first: none of its papers or people."""
    states = [each for each in named if each.actor.type == "state"]
    earlier = [each for each in states if each.word < before]
    return tuple(each.actor for each in earlier[-1:] or states[:1])
