"""The actors on record: the shipped files are sound, faults are found, and a user's folder adds and overrides."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from dragoman.errors import OntologyError
from dragoman.ontology.actors import (
    ActorOntology,
    Chairmanship,
    Organisation,
    Person,
    State,
    Tenure,
    bounds,
    holds,
    load_actors,
)
from dragoman.ontology.check import check, check_actors


@pytest.fixture(scope="module")
def ontology() -> ActorOntology:
    return load_actors()


def person(name: str, *offices: Tenure, known_by: tuple[str, ...] = ()) -> Person:
    return Person(id=f"person:{name}", name=name, country="KEN", offices=offices, known_by=known_by)


def with_persons(ontology: ActorOntology, *persons: Person) -> list[str]:
    return check_actors(replace(ontology, persons={one.id: one for one in persons}, ambiguities={}))


def test_the_shipped_ontology_has_no_faults() -> None:
    assert check() == []


def test_the_shipped_ontology_is_as_large_as_it_says(ontology: ActorOntology) -> None:
    independent = [state for state in ontology.states.values() if state.kind == "state"]
    assert len(independent) >= 193
    assert len(ontology.persons) >= 400
    assert len(ontology.organisations) >= 250
    assert len([one for one in ontology.organisations.values() if one.sector in {"REB", "UAF", "PTY", "CRM"}]) >= 150


def test_every_independent_state_has_what_linking_needs(ontology: ActorOntology) -> None:
    for state in ontology.states.values():
        if state.kind == "state":
            assert state.demonyms or state.peoples, state.id
            assert state.leader in ontology.offices, state.id


@pytest.mark.parametrize(
    ("offices", "fault"),
    [
        ((Tenure(office="president", term="2010-13..2012"),), "is no date"),
        ((Tenure(office="president", term="2010-02-30..2012"),), "is no date"),
        ((Tenure(office="president", term="2014..2012"),), "ends before it starts"),
        ((Tenure(office="grand-vizier", term="2010..2012"),), "no office 'grand-vizier'"),
        ((Tenure(office="president", of="org:nowhere", term="2010..2012"),), "no actor 'org:nowhere'"),
        ((Tenure(office="ambassador", to="ZZZ", term="2010..2012"),), "no actor 'ZZZ'"),
        (
            (Tenure(office="chair", term="2010..2014"), Tenure(office="chair", term="2012..2016")),
            "two terms as chair overlap",
        ),
    ],
)
def test_faults_of_a_person_are_found(ontology: ActorOntology, offices: tuple[Tenure, ...], fault: str) -> None:
    assert any(fault in problem for problem in with_persons(ontology, person("a", *offices)))


def test_two_in_an_office_for_one_are_found_but_not_a_handover_in_a_month(ontology: ActorOntology) -> None:
    first = person("a", Tenure(office="president", term="2010-01-05..2012-03"))
    second = person("b", Tenure(office="president", term="2012-03..2014"))
    third = person("c", Tenure(office="president", term="2011..2014"))
    assert with_persons(ontology, first, second) == []
    assert any("overlap" in problem for problem in with_persons(ontology, first, third))


def test_a_name_that_stands_for_two_is_found(ontology: ActorOntology) -> None:
    found = with_persons(ontology, person("a", known_by=("Roe",)), person("b", known_by=("Roe",)))
    assert found == ["name 'roe' stands for person:a, person:b"]


def test_a_name_is_the_same_without_its_accents(ontology: ActorOntology) -> None:
    found = with_persons(ontology, person("a", known_by=("Kéita-Ro",)), person("b", known_by=("Keita Ro",)))
    assert found == ["name 'keita ro' stands for person:a, person:b"]


def test_two_chairs_at_once_and_a_chair_from_outside_are_found(ontology: ActorOntology) -> None:
    turns = (Chairmanship(state="KEN", term="2011..2012-06"), Chairmanship(state="MLI", term="2012-02..2013"))
    club = Organisation(id="org:club", name="Club", sector="IGO", members={"KEN": ("..",), "MLI": ("2015..",)}, chairs=turns)
    problems = check_actors(replace(ontology, organisations={"org:club": club}, persons={}, ambiguities={}))
    assert "org:club: KEN (2011..2012-06) and MLI (2012-02..2013) chair at once" in problems
    assert "org:club: MLI chairs (2012-02..2013) and is no member then" in problems


@pytest.mark.parametrize(("office", "least"), [("foreign-minister", 130), ("defence-minister", 90)])
def test_ministers_of_many_states_are_known_since_2014(ontology: ActorOntology, office: str, least: int) -> None:
    terms = [(tenure.of or one.country, tenure) for one in ontology.persons.values() for tenure in one.offices]
    states = {who for who, tenure in terms if tenure.office == office and bounds(tenure.term)[1] >= "2014"}
    assert len(states & ontology.states.keys()) >= least


def test_bodies_with_members_and_rotating_chairs_are_known(ontology: ActorOntology) -> None:
    bodies = ontology.organisations.values()
    assert sum(one.sector == "IGO" for one in bodies) >= 150
    assert sum(bool(one.members) for one in bodies) >= 70
    chairs = ontology.organisations["org:g7"].chairs
    assert [chair.state for chair in chairs if holds(chair.term, "2023-05-20", "2023-05-20")] == ["JPN"]
    court = ontology.organisations["org:icc"]
    assert sum(court.has_member(state, "2025-06-01", "2025-06-01") for state in court.members) == 125


def test_memberships_that_run_into_one_another_and_suspensions_from_outside_are_found(ontology: ActorOntology) -> None:
    club = Organisation(
        id="org:club",
        name="Club",
        sector="IGO",
        members={"KEN": ("2001..2005", "2004..2009", "2012.."), "MLI": ("2015..",)},
        suspended={"KEN": ("2006-02..2006-08",), "MLI": ("2012..2013",)},
    )
    problems = check_actors(replace(ontology, organisations={"org:club": club}, persons={}, ambiguities={}))
    assert "org:club: the periods of KEN overlap" in problems
    assert "org:club: MLI is suspended (2012..2013) and is no member then" in problems
    assert not any("KEN is suspended" in problem for problem in problems)


def test_members_and_states_must_be_there(ontology: ActorOntology) -> None:
    club = Organisation(id="org:club", name="Club", sector="IGO", members={"QQQ": ("..",)})
    lost = State(id="QQA", name="Lost", official="Lost", of="QQB")
    broken = replace(ontology, organisations={"org:club": club}, states={**ontology.states, "QQA": lost}, persons={})
    problems = check_actors(broken)
    assert "org:club: there is no actor 'QQQ'" in problems
    assert "QQA: there is no actor 'QQB'" in problems


def test_a_users_folder_adds_and_overrides(tmp_path: Path) -> None:
    (tmp_path / "organisations").mkdir()
    (tmp_path / "organisations" / "mine.yaml").write_text(
        "- {id: org:nato, name: My Alliance, sector: IGO}\n- {id: org:mine, name: Mine, sector: NGO}\n"
    )
    ontology = load_actors(tmp_path)
    assert ontology.organisations["org:nato"].name == "My Alliance"
    assert ontology.organisations["org:mine"].sector == "NGO"
    assert ontology.organisations["org:eu"].name == "European Union"


@pytest.mark.parametrize(
    ("kind", "old", "new", "fields"),
    [
        ("states", "FRA", "QQX", ", name: Quorland, official: Quorland, demonyms: [Quor]"),
        ("persons", "person:emmanuel-macron", "person:ada-quor", ", name: Ada Quor, country: KEN"),
        ("offices", "president", "archon", ", label: Archon, titles: [archon], sector: GOV"),
        ("bodies", "parliament", "moot", ", name: Moot, phrases: [moot], sector: LEG"),
        ("ambiguous", "Georgia", "Quor", ", actor: KEN"),
    ],
)
def test_every_kind_of_entry_may_be_added_or_replaced(tmp_path: Path, kind: str, old: str, new: str, fields: str) -> None:
    (tmp_path / f"{kind}.yaml").write_text("".join(f"- {{id: '{id_}'{fields}}}\n" for id_ in (old, new)))
    shipped = getattr(load_actors(), "ambiguities" if kind == "ambiguous" else kind)
    mine = getattr(load_actors(tmp_path), "ambiguities" if kind == "ambiguous" else kind)
    assert mine.keys() - shipped.keys() == {new}
    assert mine[old] != shipped[old]
    assert mine[old].model_copy(update={"id": new}) == mine[new]


def test_what_the_user_breaks_between_entries_is_found(tmp_path: Path) -> None:
    (tmp_path / "persons.yaml").write_text(
        "- {id: 'person:ada-quor', name: Ada Quor, country: FRA, offices: [{office: president, term: 2018..2020}]}\n"
    )
    assert check(tmp_path) == [
        "president of FRA: person:emmanuel-macron (2017-05-14..) and person:ada-quor (2018..2020) overlap"
    ]


def test_a_broken_file_of_the_user_is_reported_whole(tmp_path: Path) -> None:
    (tmp_path / "states.yaml").write_text("- {id: xx, name: X, official: X}\n- {id: ABC, name: Y}\n")
    with pytest.raises(OntologyError) as caught:
        load_actors(tmp_path)
    assert len(caught.value.problems) == 2


@pytest.mark.parametrize("term", ["2012", "2012-01..x", "..2012.."])
def test_a_term_must_be_a_period(term: str) -> None:
    with pytest.raises(ValueError, match="no period"):
        Tenure(office="president", term=term)
