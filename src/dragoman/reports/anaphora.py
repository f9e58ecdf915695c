"""Acts that a page has told before and now only names: "condemned the execution", "the talks ended on Friday".

A definite noun for an act without parties of its own has those of the last act told of its kind. Whoever condemns,
backs or rejects such an act does so to those who did it; a meeting named again is that of the same parties.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dragoman.records import Actor
from dragoman.reports.choose import Finding
from dragoman.reports.clauses import content_clauses, patients
from dragoman.reports.knowledge import Knowledge
from dragoman.reports.reader import Reader, distinct, identity
from dragoman.reports.roles import Roles
from dragoman.reports.slots import filler_groups, fillers
from dragoman.reports.things import owners_told, partners
from dragoman.reports.tree import Word
from dragoman.reports.triggers import Trigger

# Acts about what others do.
ABOUT_ACTS = frozenset({"ACCUSE", "SUPPORT", "REJECT", "PROTEST"})
# Of them those that no praise gives cause for.
AGAINST = frozenset({"ACCUSE", "REJECT", "PROTEST"})
OF_STATE = frozenset({"GOV", "MIL", "COP"})
"""Sectors of those who act for their state."""
BREAKING = frozenset({"SANCTION"})
"""Acts by which a pact is broken or left."""
OF_A_PACT = "with whom the"
"""How the why says that the target is the other party of a pact."""
PACTS = ("object", "from", "of")
"""Where the pact stands."""
DEFINITE = frozenset({"the", "this", "that", "these", "those", "such", "both"})
ANOTHER = frozenset(
    {"first", "second", "third", "fourth", "last", "next", "previous", "other", "new", "final", "latest", "earlier"}
)
FAR = 15
"""Sentences after which an act is not named again without saying whose it is."""
NEAR = 2
"""The same for words like "move", which may name any act."""


def recalled(roles: Roles, trigger: Trigger, told: Sequence[Finding], knowledge: Knowledge, reader: Reader) -> Roles:
    """The roles, with a party filled in from the act or thing told before that the trigger, or its object, names again."""
    kind = trigger.entry.type
    if kind in ABOUT_ACTS and roles.sources and not roles.targets:
        found = _aimed(roles, trigger, told, knowledge)
        return found if found.targets or kind == "PROTEST" else _about_thing(roles, trigger, reader)
    if kind in BREAKING and roles.sources and not roles.targets:
        return _of_pact(roles, trigger, reader)
    if kind == "CONSULT" and trigger.entry.pos == "noun" and not roles.named and is_definite(trigger.word):
        return _met_again(roles, trigger, told)
    return roles


def _aimed(roles: Roles, trigger: Trigger, told: Sequence[Finding], knowledge: Knowledge) -> Roles:
    mine = {identity(actor) for actor in roles.sources}
    for word in _named(trigger):
        for finding in reversed(told):
            doers = _doers(finding, knowledge)
            if not doers or mine & {identity(actor) for actor in doers} or not _names(word, finding, knowledge):
                continue
            if trigger.entry.type in AGAINST and _are_of_one_state(roles.sources, doers):
                continue
            if finding.type == "SUPPORT" and trigger.entry.type in AGAINST and word.lemma in knowledge.restraint.any_act:
                continue
            why = f"target:told before: {finding.trigger.word.lower}"
            return Roles(roles.sources, doers, roles.others, (*roles.slots, why))
    return roles


def _are_of_one_state(critics: Sequence[Actor], doers: Sequence[Actor]) -> bool:
    """Whether both serve the same state: no government condemns what its army does."""
    homes = [{actor.country for actor in side if actor.sector in OF_STATE} for side in (critics, doers)]
    return bool(homes[0] & homes[1] - {None})


def _about_thing(roles: Roles, trigger: Trigger, reader: Reader) -> Roles:
    """ "vetoed the draft", "refused to recognise the result": aimed at whose thing it was when it was told of before."""
    mine = {identity(actor) for actor in roles.sources}
    contents = (word for clause in content_clauses(trigger.word) for word in patients(clause) if is_definite(word))
    for thing in (*_named(trigger), *contents):
        owners = owners_told(thing, reader)
        if owners and not mine & {identity(actor) for actor in owners}:
            return Roles(roles.sources, owners, roles.others, (*roles.slots, f"target:whose {thing.lower} it was"))
    return roles


def _of_pact(roles: Roles, trigger: Trigger, reader: Reader) -> Roles:
    """ "Withdrew from the accord", "tore up the treaty": aimed at those with whom it was."""
    home = frozenset(actor.country or actor.id for actor in roles.sources)
    for pact in (word for slot in PACTS for word in fillers(trigger, slot)):
        found = partners(pact, reader, home)
        if found:
            return Roles(roles.sources, found, roles.others, (*roles.slots, f"target:{OF_A_PACT} {pact.lower} was"))
    return roles


def _doers(finding: Finding, knowledge: Knowledge) -> tuple[Actor, ...]:
    """Whose act it is: the sources, of an act with both sides side by side all parties."""
    symmetric = knowledge.types[finding.type].symmetric
    return distinct(finding.roles.parties) if symmetric else finding.roles.sources


def _named(trigger: Trigger) -> Iterator[Word]:
    """The nouns in the slots of the target that are known: definite, or told of by this clause ("a plan X vetoed")."""
    told = trigger.word.head if trigger.word.dep == "acl:relcl" else None
    for slot in trigger.entry.frame.target:
        if slot != "complement":
            words = (word for group in filler_groups(trigger, slot) for word in group)
            yield from (word for word in words if word is told or is_definite(word))


def is_definite(noun: Word) -> bool:
    """Whether a noun is one that the reader is supposed to know, and not one of a row ("the first talks")."""
    another = any(child.lower in ANOTHER for child in noun.by_dep("amod", "nummod"))
    return noun.is_noun and not another and any(child.lower in DEFINITE for child in noun.by_dep("det"))


def _names(word: Word, finding: Finding, knowledge: Knowledge) -> bool:
    """Whether a noun names an act of the kind that a finding tells of."""
    gone = word.sentence - finding.trigger.word.sentence
    if gone > FAR:
        return False
    if word.lemma in knowledge.restraint.of_both_sides:
        return False
    if word.lemma in knowledge.restraint.any_act:
        return 0 <= gone <= NEAR and finding.type != "CONSULT"
    entries = knowledge.entries.get((word.lemma, "noun"), ())
    return any(each.type == finding.type and _alike(each.frame.cameo, finding) for each in entries)


def _alike(cameo: str, finding: Finding) -> bool:
    own = finding.trigger.entry.frame.cameo
    return cameo[:2] == own[:2] if finding.type == "CONSULT" else cameo[:3] == own[:3]


def _met_again(roles: Roles, trigger: Trigger, told: Sequence[Finding]) -> Roles:
    visit = trigger.entry.frame.mode == "visit"
    for finding in reversed(told):
        if trigger.word.sentence - finding.trigger.word.sentence > FAR:
            break
        same = finding.type == "CONSULT" and (finding.trigger.entry.frame.mode == "visit") == visit
        if same and len({identity(actor) for actor in finding.roles.parties}) > 1:
            why = f"told before: {finding.trigger.word.lower}"
            return Roles(finding.roles.sources, finding.roles.targets, roles.others, (why,))
    return roles
