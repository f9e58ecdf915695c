"""Everybody the ontology knows, one card each, and who held which office when."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from dragoman.ontology.actors import ActorOntology, Person, Tenure, bounds, holds

Window = tuple[str, str]
"""The first and last ISO day on which the article may stand."""
LATELY = 60
"""Days for which a title that was laid down may still stand with a name."""


@dataclass(frozen=True, slots=True)
class Card:
    """What is known of an actor apart from its names. `years` bound its existence."""

    id: str
    name: str
    type: str
    country: str | None
    sector: str | None
    years: str = ".."


class Cards:
    """Cards by id; bodies of states ("CHN:foreign-ministry") are made as they are asked for."""

    def __init__(self, ontology: ActorOntology) -> None:
        self._ontology = ontology
        self._cards = {card.id: card for card in _cards(ontology)}
        self._holders = _holders(ontology)

    def get(self, actor: str) -> Card | None:
        """The card of an actor, `None` for one that the ontology does not know."""
        return self._cards.get(actor) or self._body(actor)

    def name_of(self, actor: str) -> str:
        """The actor's canonical name; its id where it has none."""
        card = self.get(actor)
        return card.name if card else actor

    def _body(self, actor: str) -> Card | None:
        owner, _, kind = actor.rpartition(":")
        body, card = self._ontology.bodies.get(kind), self._cards.get(owner)
        if body is None or card is None:
            return None
        return Card(actor, f"{body.name} of {card.name}", body.type, card.country, body.sector)

    def holders(self, offices: tuple[str, ...], owner: str) -> Iterator[tuple[str, Tenure]]:
        """Persons who hold or held one of these offices of `owner`."""
        for office in offices:
            yield from self._holders.get((office, owner), ())

    def leading(self, owner: str) -> tuple[tuple[str, ...], ...]:
        """The offices that "the leader" of `owner` may mean, the likeliest first: a state's own, then any that leads."""
        state = self._ontology.states.get(owner)
        any_that_leads = tuple(office.id for office in self._ontology.offices.values() if office.leads)
        return ((state.leader,), any_that_leads) if state is not None else (any_that_leads,)

    def offices_of(self, person: str) -> tuple[Tenure, ...]:
        """A known person's offices, in the order of the record."""
        known = self._ontology.persons.get(person)
        return known.offices if known else ()

    def role(self, person: str, tenure: Tenure) -> str:
        """How an office reads: "President of Russia"."""
        known = self._ontology.persons[person]
        office = self._ontology.offices.get(tenure.office)
        owner = tenure.of or known.country or ""
        label = office.labels.get(owner, office.label) if office else tenure.office
        sent = f" to {self._with_article(tenure.to)}" if tenure.to else ""
        return f"{label} of {self._with_article(owner)}{sent}" if owner else label

    def _with_article(self, actor: str) -> str:
        """ "the United States", "the Kremlin", but "Kenya" and "Hamas"."""
        name, state, body = self.name_of(actor), self._ontology.states.get(actor), self._ontology.organisations.get(actor)
        if state is not None:
            takes = any(word in self._ontology.wording.articled for word in name.split())
        else:
            takes = (body is not None and body.seat) or " " in name
        return f"the {name}" if takes and not name.startswith("The ") else name

    def state_of(self, actor: str, window: Window | None, told: Iterable[Tenure] = ()) -> str | None:
        """The country that an actor stands for in the window; without a window by the offices that the page tells of.

        An official of an international body stands for none, whatever the passport says, unless a state's office is held.
        """
        card = self.get(actor)
        held = [tenure for tenure in self.offices_of(actor) if window is not None and at_window(tenure, window)] or list(
            told
        )
        if card is None or (held and all(self._is_international(tenure) for tenure in held)):
            return None
        return card.country

    def may_lead(self, person: str, window: Window | None) -> bool:
        """Whether somebody may be called a leader in the window: by an office on record, or for want of any record."""
        tenures = self.offices_of(person)
        leads = {office.id for office in self._ontology.offices.values() if office.leads}
        return not tenures or any(lately(tenure, window) for tenure in tenures if tenure.office in leads)

    def _is_international(self, tenure: Tenure) -> bool:
        """Whether an office is one of an organisation that belongs to no state; armed groups and the like are none."""
        body = self.get(tenure.of) if tenure.of else None
        return body is not None and body.type == "organisation" and body.country is None

    def person(self, actor: str) -> Person | None:
        """The person of this id."""
        return self._ontology.persons.get(actor)


def at_window(tenure: Tenure, window: Window | None) -> bool:
    """Whether an office may have been held in the window; always so where no window is known."""
    return window is None or holds(tenure.term, *window)


def lately(tenure: Tenure, window: Window | None) -> bool:
    """Whether an office was held in the window or until shortly before it: obituaries and resignations still give it."""
    if at_window(tenure, window) or window is None:
        return True
    since = date.fromisoformat(window[0]) - timedelta(days=LATELY)
    return holds(tenure.term, since.isoformat(), window[1])


def before_window(tenure: Tenure, window: Window | None) -> bool:
    """Whether an office was laid down before the window."""
    return window is None or bounds(tenure.term)[1] < window[0]


def _cards(ontology: ActorOntology) -> Iterator[Card]:
    for state in ontology.states.values():
        yield Card(state.id, state.name, "state", state.id, "GOV", state.years)
    for body in ontology.organisations.values():
        yield Card(body.id, body.name, body.type, body.country, body.sector, body.years)
    for person in ontology.persons.values():
        yield Card(person.id, person.name, "person", person.country, person.sector)


def _holders(ontology: ActorOntology) -> Mapping[tuple[str, str], tuple[tuple[str, Tenure], ...]]:
    found: dict[tuple[str, str], list[tuple[str, Tenure]]] = {}
    for person in ontology.persons.values():
        for tenure in person.offices:
            owner = tenure.of or person.country
            if owner:
                found.setdefault((tenure.office, owner), []).append((person.id, tenure))
    return {key: tuple(value) for key, value in found.items()}


def narrowed(choices: Iterable[Sequence[Window]]) -> Window | None:
    """The one stretch of days that fits each choice of terms; `None` where none does, several do, or nothing is asked."""
    possible: list[Window] = [("0000", "9999")]
    for terms in choices:
        overlaps = ((max(a, since), min(b, until)) for a, b in possible for since, until in terms)
        possible = [(since, until) for since, until in overlaps if since <= until]
    return possible[0] if len(possible) == 1 and possible[0] != ("0000", "9999") else None
