"""Every member of the United Nations has a head of government or of state on record in each year from 1990 on."""

from __future__ import annotations

import pytest

from dragoman.mentions.aliases import family_names
from dragoman.ontology.actors import ActorOntology, Tenure, bounds, holds, load_actors

FIRST, LAST = 1990, 2026
HEADS = frozenset(
    {"president", "prime-minister", "chancellor", "king", "queen", "emir", "sultan", "prince", "grand-duke", "emperor",
     "supreme-leader", "state-counsellor", "chief-adviser", "captain-regent"}
)  # fmt: skip
"""Offices of those who govern a state or stand at its head."""
JUNTAS = frozenset({"chair", "commander-in-chief", "leader"})
"""Offices that make heads only of a body that rules in a government's stead."""
RULING_BODIES = frozenset({"government", "presidency", "parliament", "sovereign-council", "armed-forces"})
RULING_ORGANISATIONS = frozenset({"org:yemen-plc"})
EXCEPTIONS = {
    ("SOM", 1998): "no government between the faction leaders of 1991-1997 and the transitional one of 2000",
    ("SOM", 1999): "no government between the faction leaders of 1991-1997 and the transitional one of 2000",
}
"""State and year without a head, and why."""
VACANT = {("SVK", 1998): "parliament chose no president between March 1998 and the first direct election of 1999"}
"""State and year whose presidency was vacant on the first of December, and why."""


@pytest.fixture(scope="module")
def ontology() -> ActorOntology:
    return load_actors()


def _state_headed(tenure: Tenure, country: str | None) -> str | None:
    owner = tenure.of or country or ""
    state, _, body = owner.rpartition(":")
    if tenure.office in HEADS and not body.islower():
        return owner
    if tenure.office in HEADS | JUNTAS and body in RULING_BODIES:
        return state
    return country if owner in RULING_ORGANISATIONS else None


def _years_headed(ontology: ActorOntology) -> set[tuple[str, int]]:
    headed = set()
    for person in ontology.persons.values():
        for tenure in person.offices:
            state = _state_headed(tenure, person.country)
            years = range(FIRST, LAST + 1) if state else ()
            headed |= {(state, year) for year in years if state and holds(tenure.term, f"{year}-01-01", f"{year}-12-31")}
    return headed


def _years_of_members(ontology: ActorOntology) -> set[tuple[str, int]]:
    """Each state that is a member today, in each full year since it has been one and since 1990."""
    members = ontology.organisations["org:un"].members
    return {
        (state, year) for state, term in members.items() for year in range(max(FIRST, int(bounds(term)[0][:4])), LAST + 1)
    }


def test_every_member_of_the_united_nations_has_a_head_in_every_year(ontology: ActorOntology) -> None:
    assert len(ontology.organisations["org:un"].members) == 193
    assert sorted(_years_of_members(ontology) - _years_headed(ontology) - EXCEPTIONS.keys()) == []


def test_no_exception_is_kept_that_the_record_has_filled(ontology: ActorOntology) -> None:
    assert sorted(EXCEPTIONS.keys() & _years_headed(ontology)) == []


@pytest.mark.parametrize("state", ["DEU", "ITA", "IRL", "IND", "ISR", "GRC", "HUN", "POL", "EST", "LVA", "SVK", "SVN"])
@pytest.mark.parametrize(
    "offices", [{"president"}, {"prime-minister", "chancellor"}], ids=["president", "head of government"]
)
def test_parliamentary_republics_have_a_president_beside_the_head_of_government(
    ontology: ActorOntology, state: str, offices: set[str]
) -> None:
    held = [(tenure, tenure.of or one.country) for one in ontology.persons.values() for tenure in one.offices]
    terms = [tenure.term for tenure, owner in held if tenure.office in offices and owner == state]
    days = {year: f"{year}-12-01" for year in range(1994, LAST) if "president" not in offices or (state, year) not in VACANT}
    assert [year for year, day in days.items() if not any(holds(term, day, day) for term in terms)] == []


def test_no_short_name_of_a_person_is_the_name_of_a_state(ontology: ActorOntology) -> None:
    """ "Philippe of Belgium" must not make "Belgium" a name for the king; those who are truly called so are listed."""
    called_so = {"person:luis-montenegro", "person:madhav-kumar-nepal"}
    states = {name for state in ontology.states.values() for name in (state.name, *state.aliases)}
    persons = [one for one in ontology.persons.values() if states & {*family_names(one, ontology.wording)}]
    assert {one.id for one in persons} == called_so


def test_epithets_stand_for_those_whom_journalists_mean(ontology: ActorOntology) -> None:
    assert "Hermit Kingdom" in ontology.states["PRK"].aliases
    prince = ontology.persons["person:mohammed-bin-salman"]
    assert "MBS" in (*prince.known_by, *prince.aliases)


@pytest.mark.parametrize(
    ("body", "state", "day", "is_member"),
    [
        ("un", "POL", "1990-01-01", True),
        ("un", "TUV", "1999-12-31", False),
        ("au", "ZAF", "1993-12-31", False),
        ("arab-league", "COM", "1992-12-31", False),
        ("commonwealth", "FJI", "1995-06-01", False),
        ("oecd", "JPN", "1963-12-31", False),
    ],
)
def test_older_members_have_the_dates_of_their_membership(
    ontology: ActorOntology, body: str, state: str, day: str, is_member: bool
) -> None:
    assert holds(ontology.organisations[f"org:{body}"].members[state], day, day) is is_member
