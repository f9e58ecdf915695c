"""Those who are meant by way of others: the latter, neighbours, judges, bodies by their seat; and where nobody is."""

import pytest

from tests.mentions.conftest import Read


@pytest.mark.parametrize(
    ("text", "words", "who"),
    [
        ("Chad and Niger quarrelled. The former closed its border.", "The former", "TCD"),
        ("Peru asked Chile for an explanation; the latter kept silent.", "the latter", "CHL"),
        ("Emmanuel Macron telephoned Olaf Scholz on Friday. The latter asked him for help.", "The latter",
         "person:olaf-scholz"),
    ],
)  # fmt: skip
def test_the_former_and_the_latter_are_one_of_two(read: Read, text: str, words: str, who: str) -> None:
    assert read(text)[words].id == who


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Rain fell for days. The latter half of May was dry.", "The latter"),
        ("Chad, Niger and Mali quarrelled. The former closed its border.", "The former"),
        ("Snow fell. The latter surprised nobody.", "The latter"),
        ("The former minister met Chad's envoy.", "The former"),
    ],
)
def test_the_latter_of_others_than_two_stays_open(read: Read, text: str, words: str) -> None:
    found = read(text).get(words)
    assert found is None or found.id is None


def test_a_neighbour_is_the_other_of_two_states(read: Read) -> None:
    text = "Peru closed its border with Chile. Chile protested. Lima has asked its neighbour for talks."
    assert read(text)["its neighbour"].id == "CHL"


@pytest.mark.parametrize(
    "text",
    [
        "Kenya asked its neighbour for talks.",
        "Kenya wrote to Uganda and Ethiopia. Uganda and Ethiopia kept silent. Kenya asked its neighbour for talks.",
    ],
)
def test_a_neighbour_among_several_or_none_stays_open(read: Read, text: str) -> None:
    assert read(text)["its neighbour"].id is None


@pytest.mark.parametrize(
    ("text", "words", "who"),
    [
        ("The International Court of Justice met on Monday. The judges told Chad to leave.", "The judges", "org:icj"),
        ("Kenya's parliament sat until midnight. The lawmakers rejected the plan.", "The lawmakers", "KEN:parliament"),
        ("Judges order Chad to leave\n\nThe International Court of Justice met on Monday.", "Judges", "org:icj"),
    ],
)
def test_members_stand_for_their_body(read: Read, text: str, words: str, who: str) -> None:
    assert read(text)[words].id == who


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The judges told Chad to leave.", "The judges"),
        ("The International Court of Justice met. Two judges from Peru resigned.", "Two judges"),
    ],
)
def test_members_of_no_body_told_stay_open(read: Read, text: str, words: str) -> None:
    found = read(text).get(words)
    assert found is None or found.id is None


@pytest.mark.parametrize(
    ("text", "words", "who"),
    [
        ("The commission in Brussels offered help.", "The commission in Brussels", "org:european-commission"),
        ("In Brussels, the commission offered help.", "the commission", "org:european-commission"),
        ("Brussels holds back the money. The commission there told Chad to wait.", "The commission",
         "org:european-commission"),
        ("In Harare the government denied it.", "the government", "ZWE:government"),
    ],
)  # fmt: skip
def test_a_seat_tells_whose_the_body_is(read: Read, text: str, words: str, who: str) -> None:
    assert read(text)[words].id == who


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("A tribunal in The Hague rejected Chad's request.", "A tribunal"),
        ("The embassy in Muscat denied it.", "The embassy"),
        ("Diplomats in Brussels blamed Chad.", "Diplomats"),
    ],
)
def test_a_guest_is_not_of_the_state_where_it_is(read: Read, text: str, words: str) -> None:
    found = read(text)[words]
    assert (found.id, found.country) == (None, None)


def test_the_same_alliance_is_the_one_told_of(read: Read) -> None:
    text = "The African Union landed on the island in May. Years ago the same union had turned Chad down."
    assert read(text)["the same union"].id == "org:au"


def test_the_country_is_not_that_of_whom_the_clause_tells(read: Read) -> None:
    text = "Mali asked for help. France, which keeps four hundred soldiers in the country, condemned the raid."
    assert read(text)["the country"].id != "FRA"


def test_the_diplomat_may_be_an_envoy(read: Read) -> None:
    found = read("Chad's envoy, Tama Rewiti, flew to Lima in July. The diplomat asked Peru for patience.")["The diplomat"]
    assert (found.id, found.country) == ("name:tama-rewiti", "TCD")


def test_a_stranger_who_is_an_ambassador_is_not_of_the_scene(read: Read) -> None:
    text = "Syria was quiet. Ambassador Jakob Lindholt left Damascus on Monday. Syria thanked him."
    assert read(text)["Jakob Lindholt"].country is None


def test_the_envoy_of_an_organisation_stands_for_no_state(read: Read) -> None:
    assert read("The UN envoy, Jan Egeland, called for calm.", "2022-02-02")["Jan Egeland"].country is None


@pytest.mark.parametrize(
    ("text", "words", "members"),
    [
        ("Chad and Niger quarrelled. NATO praised the pair.", "the pair", {"TCD", "NER"}),
        ("Chad and Niger quarrelled. Neither side signed the accord.", "Neither side", {"TCD", "NER"}),
        ("Chad and Niger quarrelled. Each blamed the other.", "Each", {"TCD", "NER"}),
        ("Chad and Niger quarrelled. Each blamed the other.", "the other", {"TCD", "NER"}),
    ],
)
def test_two_are_meant_together_or_one_by_one(read: Read, text: str, words: str, members: set[str]) -> None:
    assert set(read(text)[words].members) == members


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("NATO praised the pair.", "the pair"),
        ("Each country may send two delegates.", "Each country"),
        ("Chad wrote to Peru on Monday. A week went by. Neither side of the river was safe.", "Neither side"),
    ],
)
def test_two_of_whom_nothing_was_told_stay_open(read: Read, text: str, words: str) -> None:
    found = read(text).get(words)
    assert found is None or not found.members


def test_the_two_countries_are_those_who_acted_not_those_spoken_of(read: Read) -> None:
    text = "Chad and Niger fight over the lake. Cuba and Norway asked both sides to stop. The two countries sent observers."
    assert set(read(text)["The two countries"].members) == {"CUB", "NOR"}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The truce, brokered by Chad and Niger, held. On Friday the mediators thanked Mali.", "the mediators"),
        ("Chad and Niger mediated for weeks. The mediators are tired. They asked Mali for patience.", "They"),
        ("The pact was signed by Chad and Niger. The signatories blamed Mali.", "The signatories"),
    ],
)
def test_those_called_after_what_they_did(read: Read, text: str, words: str) -> None:
    assert set(read(text)[words].members) == {"TCD", "NER"}


def test_mediators_of_whom_nothing_was_told_stay_open(read: Read) -> None:
    found = read("Chad and Niger fought for weeks. The mediators are tired.")["The mediators"]
    assert (found.id, found.members) == (None, ())
