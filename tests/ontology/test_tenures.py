"""Every member of the United Nations has a head of government or of state on record in each year from 1990 on."""

from __future__ import annotations

from itertools import pairwise

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
YEARS_OF_MINISTERS = range(2014, 2026)
"""The full years over which the ministers of a state must be on record."""
UNFILLED = {
    ("CHN", "defence-minister"): ({"2023-12"}, "Li Shangfu was removed on 24 October, Dong Jun named on 29 December"),
    ("MYS", "foreign-minister"): ({"2018-06"}, "none in the first cabinet after the election of 9 May, one from 2 July"),
    ("THA", "defence-minister"): ({"2014-06", "2014-07", "2014-08"}, "none between the coup and the cabinet of 31 August"),
    ("TUN", "defence-minister"): ({"2021-09"}, "the president ruled without a cabinet from 25 July to 11 October"),
}
"""State and office that nobody held for longer than a cabinet takes to form: the months, and why."""


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
        (state, year)
        for state, (term, *_) in members.items()
        for year in range(max(FIRST, int(bounds(term)[0][:4])), LAST + 1)
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


def _gaps(terms: list[str]) -> set[str]:
    """The months by whose middle nobody had held the office for a month or more; a cabinet may take a month to form."""
    months = [f"{year}-{month:02}" for year in YEARS_OF_MINISTERS for month in range(1, 13)]
    empty = {month for month in months if not any(holds(term, f"{month}-15", f"{month}-15") for term in terms)}
    return {after for before, after in pairwise(months) if {before, after} <= empty}


def _states_complete(ontology: ActorOntology, office: str) -> list[str]:
    """The states whose record of an office has no gap but those known to have been empty."""
    terms: dict[str, list[str]] = {}
    for one in ontology.persons.values():
        for tenure in one.offices:
            if tenure.office == office:
                terms.setdefault(tenure.of or one.country or "", []).append(tenure.term)
    known = {state: months for (state, what), (months, _) in UNFILLED.items() if what == office}
    return [state for state, held in terms.items() if state in ontology.states and _gaps(held) == known.get(state, set())]


@pytest.mark.parametrize(("office", "least"), [("foreign-minister", 150), ("defence-minister", 110)])
def test_ministers_of_many_states_are_known_without_a_gap(ontology: ActorOntology, office: str, least: int) -> None:
    """The contract asks for 70 states; `least` is what the record has reached."""
    assert len(_states_complete(ontology, office)) >= least


HEADS_OF_BODIES = {
    "secretary-general": "un nato osce opec csto sco asean gcc oic arab-league oas caricom commonwealth oif pif"
    " council-of-europe oecd interpol saarc eac",
    "director-general": "iaea who opcw unesco ilo fao iom",
    "president": "unga icc icj world-bank ecb adb afdb ecowas european-commission european-council european-parliament",
    "executive-director": "unicef wfp",
    "executive-secretary": "igad sadc cis",
    "high-commissioner": "unhcr ohchr",
    "chair": "african-commission eaeu",
    "prosecutor": "icc",
    "managing-director": "imf",
    "commissioner-general": "unrwa",
    "foreign-policy-chief": "eu",
    "relief-chief": "un",
    "spokesperson": "un nato eeas idf kremlin white-house pentagon",
}
"""Who heads or speaks for bodies that are often in the news, by office."""
OFFICES_OF_BODIES = [(office, body) for office, bodies in HEADS_OF_BODIES.items() for body in bodies.split()]


@pytest.mark.parametrize(("office", "body"), OFFICES_OF_BODIES)
def test_bodies_often_in_the_news_have_a_head_or_speaker_without_a_gap(
    ontology: ActorOntology, office: str, body: str
) -> None:
    held = [tenure for one in ontology.persons.values() for tenure in one.offices if tenure.office == office]
    assert _gaps([tenure.term for tenure in held if tenure.of == f"org:{body}"]) == set()


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
        ("unesco", "USA", "2017-06-01", True),
        ("unesco", "USA", "2020-06-01", False),
        ("unesco", "USA", "2024-06-01", True),
        ("who", "USA", "2026-06-01", False),
        ("opec", "QAT", "2019-01-01", False),
        ("ecowas", "MLI", "2025-03-01", False),
        ("unhrc", "RUS", "2022-05-01", False),
        ("igad", "ERI", "2015-06-01", False),
    ],
)
def test_members_have_the_dates_of_their_membership(
    ontology: ActorOntology, body: str, state: str, day: str, is_member: bool
) -> None:
    assert ontology.organisations[f"org:{body}"].has_member(state, day, day) is is_member


@pytest.mark.parametrize(
    ("body", "state", "day", "is_suspended"),
    [
        ("arab-league", "SYR", "2015-06-01", True),
        ("arab-league", "SYR", "2023-06-01", False),
        ("au", "MLI", "2020-09-01", True),
        ("au", "MLI", "2021-02-01", False),
        ("ecowas", "NER", "2024-06-01", True),
        ("mercosur", "VEN", "2018-01-01", True),
        ("commonwealth", "FJI", "2010-01-01", True),
    ],
)
def test_members_without_seat_or_vote_are_still_members(
    ontology: ActorOntology, body: str, state: str, day: str, is_suspended: bool
) -> None:
    organisation = ontology.organisations[f"org:{body}"]
    assert organisation.has_member(state, day, day)
    assert any(holds(period, day, day) for period in organisation.suspended[state]) is is_suspended


@pytest.mark.parametrize(("body", "seats"), [("unsc", 15), ("unhrc", 47)])
def test_councils_have_as_many_members_as_seats_in_every_year(ontology: ActorOntology, body: str, seats: int) -> None:
    council = ontology.organisations[f"org:{body}"]
    days = [f"{year}-12-31" for year in range(2014, LAST + 1)]
    assert {sum(council.has_member(state, day, day) for state in council.members) for day in days} == {seats}


@pytest.mark.parametrize(
    ("body", "since"),
    [
        ("g20", 2011), ("g7", 2015), ("council-of-the-eu", 1990), ("asean", 2010), ("au", 2003), ("brics", 2009),
        ("sco", 2007), ("osce", 1993), ("unsc", 2014), ("caricom", 2014), ("gcc", 2014), ("visegrad", 2014),
        ("ecowas", 2013), ("council-of-europe", 2014), ("sadc", 2014), ("pif", 2015), ("nam", 2010), ("oic", 2009),
        ("commonwealth", 2014),
    ],
)  # fmt: skip
def test_rotating_chairs_have_no_gap_until_the_middle_of_this_year(ontology: ActorOntology, body: str, since: int) -> None:
    terms = [chair.term for chair in ontology.organisations[f"org:{body}"].chairs]
    months = [f"{year}-{month:02}-15" for year in range(since, LAST + 1) for month in range(1, 13)]
    past = [day for day in months if day < f"{LAST}-07-01"]
    assert [day for day in past if not any(holds(term, day, day) for term in terms)] == []
