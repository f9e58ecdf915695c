"""What coders ask: who a noun phrase means, its conjuncts, its owner, its place and host."""

from __future__ import annotations

from dragoman.mentions.lookup import actors_at, actors_of, host_of, owners_of, parties_of, place_at
from dragoman.mentions.marked import MarkedDocument
from tests.mentions.conftest import Mark


def ids(found: tuple[object, ...]) -> list[object]:
    return [getattr(one, "id", None) for one in found]


def token(marked: MarkedDocument, word: str) -> int:
    return next(one.i for one in marked.document.doc if one.text == word)


def test_a_name_stands_at_each_of_its_words(mark: Mark) -> None:
    marked = mark("Saudi Arabia agreed.")
    assert ids(actors_at(marked, token(marked, "Saudi"))) == ids(actors_at(marked, token(marked, "Arabia"))) == ["SAU"]


def test_a_title_leads_to_its_person_and_a_demonym_to_its_state(mark: Mark) -> None:
    marked = mark("Kenyan President William Ruto agreed.", "2023-05-01")
    doc = marked.document.doc
    assert ids(actors_of(marked, doc[token(marked, "President")])) == ["person:william-ruto"]
    assert ids(actors_of(marked, doc[token(marked, "Kenyan")])) == ["KEN"]


def test_a_thing_leads_to_its_owner_unless_owners_are_not_wanted(mark: Mark) -> None:
    marked = mark("Parliament criticised Kenyan sanctions.")
    sanctions = marked.document.doc[token(marked, "sanctions")]
    assert ids(actors_of(marked, sanctions)) == ids(owners_of(marked, sanctions)) == ["KEN"]
    assert actors_of(marked, sanctions, owners=False) == ()


def test_parties_are_all_conjuncts_in_the_order_of_the_text(mark: Mark) -> None:
    marked = mark("Kenya, Chad and Peru signed the pact.")
    assert ids(parties_of(marked, marked.document.doc[token(marked, "Kenya")])) == ["KEN", "TCD", "PER"]


def test_a_place_names_its_host_and_a_state_is_its_own(mark: Mark) -> None:
    marked = mark("Her visit to Nairobi followed a visit to Uganda.")
    doc = marked.document.doc
    nairobi = token(marked, "Nairobi")
    assert actors_of(marked, doc[nairobi]) == ()
    assert ids(host_of(marked, doc[nairobi])) == ["KEN"]
    assert ids(host_of(marked, doc[token(marked, "Uganda")])) == ["UGA"]
    place = place_at(marked, nairobi)
    assert place is not None
    assert place.country == "KEN"


def test_words_that_name_nobody_give_nobody(mark: Mark) -> None:
    marked = mark("The weather was bad.")
    weather = marked.document.doc[token(marked, "weather")]
    assert actors_of(marked, weather) == parties_of(marked, weather) == host_of(marked, weather) == ()
    assert place_at(marked, weather) is None
