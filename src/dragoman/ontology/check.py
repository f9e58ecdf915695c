"""Finds what a schema cannot: the faults between entries that `dragoman ontology check` lists.

Each problem is one line that names the entry and what to look at. Nothing is guessed right; a clean ontology gives no line.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from itertools import pairwise
from pathlib import Path

from dragoman.ontology.actors import ActorOntology, Chairmanship, Person, Tenure, bounds, load_actors
from dragoman.ontology.issues import load_issues, problems_of_issues
from dragoman.ontology.places import folded
from dragoman.ontology.stances import load_act_stances, load_stance_cues, load_stances, problems_of_stances

SINGLE = frozenset(
    {"president", "prime-minister", "chancellor", "king", "queen", "emir", "sultan", "supreme-leader", "pope",
     "foreign-minister", "defence-minister", "chief-cabinet-secretary", "secretary-general", "director-general",
     "managing-director", "high-representative"}
)  # fmt: skip
"""Offices that one person holds at a time."""


def check(folder: Path | None = None) -> list[str]:
    """All problems of the shipped ontology with the user's folder; `OntologyError` where an entry breaks its schema."""
    stances = problems_of_stances(load_stances(folder), load_stance_cues(folder), load_act_stances(folder))
    return [*check_actors(load_actors(folder)), *problems_of_issues(load_issues(folder)), *stances]


def check_actors(ontology: ActorOntology) -> list[str]:
    """All problems between the entries of an ontology, sorted."""
    found = [
        *_dates(ontology),
        *_references(ontology),
        *_tenures(ontology.persons.values()),
        *_successions(ontology),
        *_turns(ontology),
        *_memberships(ontology),
        *_shared_names(ontology),
        *_rules(ontology),
    ]
    return sorted(set(found))


def _dates(ontology: ActorOntology) -> Iterator[str]:
    for name, period in _periods(ontology):
        for day in period.split(".."):
            if day and not _is_date(day):
                yield f"{name}: {day!r} is no date"
        start, end = bounds(period)
        if start > end:
            yield f"{name}: {period!r} ends before it starts"


def _periods(ontology: ActorOntology) -> Iterator[tuple[str, str]]:
    for state in ontology.states.values():
        yield state.id, state.years
        yield from ((f"{state.id}, capital {capital.name}", capital.years) for capital in state.capitals)
    for body in ontology.organisations.values():
        yield body.id, body.years
        for what, states in (("member", body.members), ("suspended", body.suspended)):
            yield from ((f"{body.id}, {what} {state}", each) for state, periods in states.items() for each in periods)
        yield from ((f"{body.id}, chair {chair.state}", chair.term) for chair in body.chairs)
    for person in ontology.persons.values():
        yield from ((f"{person.id}, {tenure.office}", tenure.term) for tenure in person.offices)


def _is_date(text: str) -> bool:
    if not re.fullmatch(r"\d{4}(-\d\d){0,2}", text):
        return False
    try:
        date.fromisoformat(text + "-01-01"[len(text) - 4 :])
    except ValueError:
        return False
    return True


def _references(ontology: ActorOntology) -> Iterator[str]:
    for name, target, kind in _links(ontology):
        if not _is_known(ontology, target, kind):
            yield f"{name}: there is no {kind} {target!r}"


def _links(ontology: ActorOntology) -> Iterator[tuple[str, str, str]]:
    """Who refers to what: the entry, the id it gives, and whether that should be an actor or an office."""
    for state in ontology.states.values():
        yield state.id, state.leader, "office"
        yield from ((state.id, target, "actor") for target in (state.of,) if target)
    for body in ontology.organisations.values():
        states = (body.country, *body.members, *body.suspended, *(chair.state for chair in body.chairs))
        yield from ((body.id, target, "actor") for target in (*states, body.chaired_as) if target)
        yield from ((body.id, target, "office") for target in (body.chair_office,) if target)
    for person in ontology.persons.values():
        yield from _links_of_person(person)
    for rule in ontology.ambiguities.values():
        yield f"ambiguous {rule.id!r}", rule.actor, "actor"
    for kind in ontology.bodies.values():
        yield from ((f"body {kind.id!r}", target, "actor") for target in (kind.default,) if target)


def _links_of_person(person: Person) -> Iterator[tuple[str, str, str]]:
    yield from ((person.id, target, "actor") for target in (person.country,) if target)
    for tenure in person.offices:
        yield person.id, tenure.office, "office"
        yield from ((person.id, target, "actor") for target in (tenure.of, tenure.to) if target)


def _is_known(ontology: ActorOntology, target: str, kind: str) -> bool:
    if kind == "office":
        return target in ontology.offices
    if target in ontology.states or target in ontology.organisations or target in ontology.persons:
        return True
    owner, _, body = target.rpartition(":")
    return owner in ontology.states and body in ontology.bodies


def _tenures(persons: Iterable[Person]) -> Iterator[str]:
    """One person twice in the same office at once."""
    for person in persons:
        same: dict[tuple[str, str | None, str | None], list[Tenure]] = {}
        for tenure in person.offices:
            same.setdefault((tenure.office, tenure.of, tenure.to), []).append(tenure)
        for (office, _, _), tenures in same.items():
            if any(_overlap(a, b) for a, b in pairwise(sorted(tenures, key=lambda tenure: tenure.term))):
                yield f"{person.id}: two terms as {office} overlap"


def _successions(ontology: ActorOntology) -> Iterator[str]:
    """Two persons in an office that one holds at a time."""
    held: dict[tuple[str, str], list[tuple[Tenure, str]]] = {}
    for person in ontology.persons.values():
        for tenure in person.offices:
            owner = tenure.of or person.country
            if tenure.office in SINGLE and owner:
                held.setdefault((tenure.office, owner), []).append((tenure, person.id))
    for (office, owner), terms in held.items():
        ordered = sorted(terms, key=lambda item: bounds(item[0].term))
        for (before, first), (after, second) in pairwise(ordered):
            if first != second and _overlap(before, after):
                yield f"{office} of {owner}: {first} ({before.term}) and {second} ({after.term}) overlap"


def _turns(ontology: ActorOntology) -> Iterator[str]:
    """Two states at the head of a body at once, and a chair that is no member then."""
    for body in ontology.organisations.values():
        ordered = sorted(body.chairs, key=lambda chair: bounds(chair.term))
        for before, after in pairwise(ordered):
            if _overlap(before, after):
                yield f"{body.id}: {before.state} ({before.term}) and {after.state} ({after.term}) chair at once"
        for chair in ordered if body.members else ():
            if not body.has_member(chair.state, *bounds(chair.term)):
                yield f"{body.id}: {chair.state} chairs ({chair.term}) and is no member then"


def _memberships(ontology: ActorOntology) -> Iterator[str]:
    """Stretches of membership that run into one another, and a suspension of who is no member."""
    for body in ontology.organisations.values():
        for state, periods in (*body.members.items(), *body.suspended.items()):
            if any(_ends_after(before, after) for before, after in pairwise(sorted(periods, key=bounds))):
                yield f"{body.id}: the periods of {state} overlap"
        for state, periods in body.suspended.items():
            for period in periods:
                if not body.has_member(state, *bounds(period)):
                    yield f"{body.id}: {state} is suspended ({period}) and is no member then"


def _overlap(before: Tenure | Chairmanship, after: Tenure | Chairmanship) -> bool:
    """More than a day together, ends known only by month or year taken as late or early as they fit."""
    return _ends_after(before.term, after.term) and _ends_after(after.term, before.term)


def _ends_after(before: str, after: str) -> bool:
    """Does the first period surely go on after the second has begun?"""
    return _early_end(before) > _late_start(after)


def _late_start(period: str) -> str:
    start = period.partition("..")[0]
    return bounds(f"..{start}")[1] if start else "0000-01-01"


def _early_end(period: str) -> str:
    end = period.partition("..")[2]
    return bounds(f"{end}..")[0] if end else "9999-12-31"


def _shared_names(ontology: ActorOntology) -> Iterator[str]:
    """Names that stand for two actors of one kind, those left out that `wording.yaml` lists as shared.

    Of persons' names marks and case do not count: an entry written twice, once without its accents, is found.
    """
    shared = {name for known in ontology.wording.shared for name in (known, folded(known))}
    for kind, names in _names(ontology):
        for name, actors in sorted(names.items()):
            if len(actors) > 1 and name not in shared:
                yield f"{kind} {name!r} stands for {', '.join(sorted(actors))}"


def _names(ontology: ActorOntology) -> Iterator[tuple[str, Mapping[str, set[str]]]]:
    names: dict[str, set[str]] = {}
    for person in ontology.persons.values():
        for name in (person.name, *person.aliases, *person.known_by):
            names.setdefault(folded(name), set()).add(person.id)
    yield "name", names
    names = {}
    for body in ontology.organisations.values():
        for name in (body.name, *body.aliases):
            names.setdefault(name, set()).add(body.id)
    for state in ontology.states.values():
        for name in {state.name, *state.aliases}:
            names.setdefault(name, set()).add(state.id)
    yield "name", names


def _rules(ontology: ActorOntology) -> Iterator[str]:
    for rule in ontology.ambiguities.values():
        known = {*rule.support} & {*rule.oppose}
        if known:
            yield f"ambiguous {rule.id!r}: {', '.join(sorted(known))} both supports and opposes"
        if any(word != word.lower() for word in (*rule.support, *rule.oppose)):
            yield f"ambiguous {rule.id!r}: words are expected in lower case"
