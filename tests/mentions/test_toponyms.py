"""Which of several places a name means."""

import pytest

from dragoman.mentions.toponyms import Choice, Toponyms
from dragoman.ontology.places import load_gazetteer, load_locatives


@pytest.fixture(scope="module")
def toponyms() -> Toponyms:
    return Toponyms(load_gazetteer(), load_locatives())


def resolved(toponyms: Toponyms, text: str, *names: str, countries: frozenset[str] = frozenset()) -> list[Choice]:
    spans = [(text.index(name), text.index(name) + len(name)) for name in names]
    return toponyms.resolve(text, spans, countries)


def where(choice: Choice) -> tuple[str | None, str]:
    assert choice.place is not None
    return choice.place.country, choice.place.region if choice.place.country == "USA" else ""


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        ("Ministers met in Paris.", "Paris", ("FRA", "")),
        ("A mill burnt down in Paris, Texas, at dawn.", "Paris", ("USA", "TX")),
        ("A mill burnt down in Paris, Tenn., at dawn.", "Paris", ("USA", "TN")),
        ("The envoy was born in Birmingham, Ala.", "Birmingham", ("USA", "AL")),
        ("The envoy was born in Birmingham.", "Birmingham", ("GBR", "")),
        ("Troops left Georgia.", "Georgia", ("GEO", "")),
        ("He was held in the Cambridge (Massachusetts) jail.", "Cambridge", ("USA", "MA")),
    ],
)
def test_the_words_after_a_name_outweigh_its_fame(
    toponyms: Toponyms, text: str, name: str, expected: tuple[str, str]
) -> None:
    (choice,) = resolved(toponyms, text, name)
    assert where(choice) == expected


def test_other_names_of_the_text_tell_which_place_is_meant(toponyms: Toponyms) -> None:
    text = "Roads from Columbus to Dublin, Hilliard and Westerville were closed; Ohio sent ploughs."
    choices = resolved(toponyms, text, "Columbus", "Dublin", "Hilliard", "Westerville", "Ohio")
    assert {where(choice) for choice in choices} == {("USA", "OH")}


def test_a_town_in_a_region_is_no_namesake_elsewhere(toponyms: Toponyms) -> None:
    """A village that the gazetteer lacks takes its region's country, not the place of its famous namesake."""
    (town,) = resolved(toponyms, "Gunmen looted Palma in Cabo Delgado on Sunday.", "Palma")
    assert (town.place, town.country) == (None, "MOZ")
    (city,) = resolved(toponyms, "Voters in Palma in the autumn stayed at home.", "Palma")
    assert where(city)[0] == "ESP"


def test_a_name_means_one_place_throughout(toponyms: Toponyms) -> None:
    text = "Paris, Texas, woke to snow. Schools in Paris stayed shut."
    first, last = toponyms.resolve(text, [(0, 5), (text.rindex("Paris"), text.rindex("Paris") + 5)])
    assert first == last
    assert where(first) == ("USA", "TX")


def test_countries_of_the_article_count(toponyms: Toponyms) -> None:
    text = "Police searched a flat in Cordoba."
    (alone,), (told,) = (resolved(toponyms, text, "Cordoba", countries=frozenset(c)) for c in ((), ("ESP",)))
    assert (where(alone)[0], where(told)[0]) == ("ARG", "ESP")
    assert "in a country of the article" in told.why
    assert "of this name" in told.why


def test_unknown_names_stay_unknown(toponyms: Toponyms) -> None:
    (choice,) = resolved(toponyms, "They met in Qwertzuville.", "Qwertzuville")
    assert choice == Choice(None, "not in the gazetteer")


@pytest.mark.parametrize(
    ("text", "names", "country"),
    [
        ("Shells hit Qwertivka, Kharkiv and Sumy, said Ukraine.", ("Qwertivka", "Kharkiv", "Sumy", "Ukraine"), "UKR"),
        ("A dam burst at Umblele, north of Beira in Mozambique.", ("Umblele", "Beira", "Mozambique"), "MOZ"),
        ("Envoys from Lima and Quito met in Qwertzuville.", ("Qwertzuville", "Lima", "Quito"), None),
        ("The road from Oruro to Qwertzuville is shut.", ("Qwertzuville", "Oruro"), None),
        ("A bus fell into a ravine near Umblele, Kenya.", ("Umblele",), "KEN"),
        ("A clinic in Umblele (Malawi) burnt down.", ("Umblele",), "MWI"),
        ("Farmers in Qwertz Gap, Okla., sold their herds.", ("Qwertz Gap",), "USA"),
        ("They trade with Umblele, Kenya and Uganda.", ("Umblele",), None),
    ],
)
def test_the_country_of_an_unknown_name_is_inferred_only_where_the_text_tells_it(
    toponyms: Toponyms, text: str, names: tuple[str, ...], country: str | None
) -> None:
    choice = next(each for each in resolved(toponyms, text, *names) if each.place is None)
    assert choice.country == country
    assert ("country inferred from" in choice.why) == (country is not None)


def test_states_and_countries_are_places(toponyms: Toponyms) -> None:
    choices = resolved(toponyms, "Texas and Bavaria trade with Kenya.", "Texas", "Bavaria", "Kenya")
    assert [choice.place.kind if choice.place else None for choice in choices] == ["region", "region", "country"]


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("Floods hit Herat region.", "Herat region", "AFG"),
        ("They met in the Akita Prefecture.", "Akita Prefecture", "JPN"),
        ("A convoy crossed northern Mali.", "northern Mali", "MLI"),
        ("The court of Navarro Co. was shut.", "Navarro Co.", "USA"),
    ],
)
def test_words_for_what_a_place_is_do_not_hide_it(toponyms: Toponyms, text: str, name: str, country: str) -> None:
    (choice,) = resolved(toponyms, text, name)
    assert where(choice)[0] == country


def test_part_of_a_small_place_is_not_guessed(toponyms: Toponyms) -> None:
    (choice,) = resolved(toponyms, "A bus left West Tipton.", "West Tipton")
    assert choice.place is None


def test_a_county_is_known_without_the_word(toponyms: Toponyms) -> None:
    text = "Deputies from Monongalia drove to Morgantown, West Virginia."
    county, town = resolved(toponyms, text, "Monongalia", "Morgantown")
    assert county.place is not None
    assert county.place.kind == "county"
    assert where(county) == where(town) == ("USA", "WV")


def test_a_name_that_is_said_often_weighs_more(toponyms: Toponyms) -> None:
    once = "Paris shut its mills. Illinois paid."
    often = f"{once} Illinois lent. Illinois gave. Illinois asked. Illinois was late."
    spans = [(often.index("Paris"), often.index("Paris") + 5)]
    spans += [(at, at + 8) for at in range(len(often)) if often.startswith("Illinois", at)]
    assert where(toponyms.resolve(once, spans[:2])[0])[0] == "FRA"
    assert where(toponyms.resolve(often, spans)[0]) == ("USA", "IL")


def test_a_capital_goes_before_the_region_of_its_name(toponyms: Toponyms) -> None:
    (choice,) = resolved(toponyms, "The envoy flew to Washington.", "Washington")
    assert where(choice) == ("USA", "DC")


@pytest.mark.parametrize("word", ["West", "East", "Northern", "North Eastern"])
def test_regions_named_by_a_common_word_need_the_word_for_their_kind(toponyms: Toponyms, word: str) -> None:
    (choice,) = resolved(toponyms, f"Relations with the {word} soured.", word)
    assert choice.place is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ministers met in Geneva on Monday.", {"Geneva": "CHE"}),
        ("Lima, Warsaw and Rome closed their embassies, said Washington.", {"Lima": "PER", "Warsaw": "POL", "Rome": "ITA"}),
        ("The summit in Athens ended without a paper.", {"Athens": "GRC"}),
        ("Envoys flew to Kingston and Georgetown.", {"Kingston": "JAM", "Georgetown": "GUY"}),
    ],
)
def test_a_country_with_many_places_of_a_name_has_no_claim_on_it(
    toponyms: Toponyms, text: str, expected: dict[str, str]
) -> None:
    choices = resolved(toponyms, text, *expected, countries=frozenset({"USA", "JAM", "GUY"}))
    assert [choice.place and choice.place.country for choice in choices] == list(expected.values())
