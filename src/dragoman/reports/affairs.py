"""Whom an act is aimed at that names and recalls nobody: the state whose affairs are told.

"The authorities shut down the internet", "a crowd marched past the palace": what is done at home to people or things of the
place is done within the state, which is then on both sides. "Japan called for a return to the constitution": what states of
elsewhere demand, on a page about one state, without saying of whom, they demand of that state.
"""

from __future__ import annotations

from dataclasses import replace

from dragoman.records import Actor
from dragoman.reports.anaphora import is_definite
from dragoman.reports.choose import Finding
from dragoman.reports.clauses import content_clauses, patients
from dragoman.reports.reader import Reader
from dragoman.reports.slots import fillers

AT_HOME = frozenset({"COERCE", "PROTEST"})
"""Acts that who does them at home does within the state."""
GOVERNING = frozenset({"arrest", "ban", "censor", "curfew", "deport", "martial-law"})
"""Modes of acts that are done by who governs a place."""
FROM_ABROAD = frozenset({"REQUEST", "THREATEN"})
"""Words of other states that on a page about one state are meant for that one. Praise and blame may be for anybody's act."""
ABOUT_AFFAIRS = frozenset({"ACCUSE", "SUPPORT", "REJECT"})
"""Words about an election, a coup or a constitution, which on a page about one state are that state's."""
SLOTS = ("object", "on", "of", "for", "to", "against", "complement")


def within(finding: Finding, reader: Reader, scene: Actor | None, page: Actor | None) -> Finding:
    """The finding, its open target filled by the state of the affairs that are told, where the act is of those.

    `scene`: the state that the act or the passage is set in; `page`: the one that the page is about, if there is one.
    """
    sources = finding.roles.sources
    if not sources:
        return _governed(finding, reader, scene)
    if finding.roles.targets or not finding.trigger.entry.frame.target:
        return finding
    home = {actor.country for actor in sources}
    if len(home) != 1 or None in home or any(actor.type in ("company", "medium") for actor in sources):
        return finding
    if finding.type in AT_HOME and scene is not None and scene.country in home:
        return _aimed(finding, reader, scene, "at home")
    if finding.type in ABOUT_AFFAIRS and page is not None and _is_affair(finding):
        return _aimed(finding, reader, page, "whose affair it is")
    if finding.type in FROM_ABROAD and page is not None and page.country not in home and not _addressed(finding):
        return _aimed(finding, reader, page, "the state that the page is about")
    return finding


def _governed(finding: Finding, reader: Reader, scene: Actor | None) -> Finding:
    """ "Almost 10,000 people have been detained": what only those who govern do, the state of the place does, to its own."""
    targets = finding.roles.targets
    if scene is None or not targets or finding.type != "COERCE" or finding.trigger.entry.frame.mode not in GOVERNING:
        return finding
    if any(actor.country not in (None, scene.country) for actor in targets):
        return finding
    state = reader.state(scene.country) or scene
    slots = (*finding.roles.slots, "source:who governs there")
    return replace(finding, roles=replace(finding.roles, sources=(state,), slots=slots))


def _is_affair(finding: Finding) -> bool:
    """Whether praise or blame is for something that every state has, and the one meant is known ("hailed the election")."""
    trigger = finding.trigger
    things = [word for slot in ("object", "of", "on") for word in fillers(trigger, slot)]
    things += [word for clause in content_clauses(trigger.word) for word in patients(clause)]
    return any("polls" in thing.ways and "votes" not in thing.ways and is_definite(thing) for thing in things)


def _addressed(finding: Finding) -> bool:
    """Whether somebody or something is addressed whom the page does not say more of ("appealed to the world")."""
    return finding.trigger.entry.pos == "noun" or any(fillers(finding.trigger, slot) for slot in ("to", "indirect"))


def _aimed(finding: Finding, reader: Reader, land: Actor, why: str) -> Finding:
    state = None if _of_others(finding, reader, land.country) else reader.state(land.country)
    if state is None:
        return finding
    return replace(finding, roles=replace(finding.roles, targets=(state,), slots=(*finding.roles.slots, f"target:{why}")))


def _of_others(finding: Finding, reader: Reader, country: str | None) -> bool:
    """Whether what the act is done to or about names somebody of another country, or somebody whose country is not known."""
    things = (word for slot in SLOTS for word in fillers(finding.trigger, slot))
    named = (actor for thing in things for word in thing.subtree() for actor in reader.at(word))
    return any(actor.country != country and (actor.id or actor.country or actor.members) for actor in named)
