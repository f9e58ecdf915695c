"""Names found in text: folding, the longest name, whole words, capitals, family names, likeness."""

import pytest

from dragoman.mentions.aliases import Alias, AliasIndex, family_name, plural
from dragoman.mentions.cards import Cards, narrowed
from dragoman.mentions.fold import Folding, capitals_agree, slug
from dragoman.mentions.misspellings import Speller
from dragoman.ontology.actors import ActorOntology, bounds, holds, load_actors


@pytest.fixture(scope="module")
def ontology() -> ActorOntology:
    return load_actors()


def found(names: list[str], text: str) -> list[str]:
    index = AliasIndex(Alias(name, f"org:{number}", "name") for number, name in enumerate(names))
    return [text[match.start : match.end] for match in index.find(text)]


def test_folding_keeps_the_length_of_any_text() -> None:
    text = "Çavuşoğlu’s Łódź ﬁnally “İstanbul” — 北京 ß\u00a0x"
    folded = Folding().fold(text)
    assert len(folded) == len(text)
    assert folded.startswith("cavusoglu's lodz")


def test_slugs_keep_letters_of_any_script_and_nothing_else() -> None:
    assert slug("Sin Hong-chol, Jr.") == "sin-hong-chol-jr"


def test_the_longest_name_wins_and_names_are_whole_words() -> None:
    assert found(["Korea", "South Korea"], "South Korea and Koreans") == ["South Korea"]
    assert found(["US"], "US-led BUSES USA US$5") == ["US"]


def test_accents_and_curly_marks_do_not_matter() -> None:
    assert found(["Côte d'Ivoire"], "Cote d’Ivoire") == ["Cote d’Ivoire"]


def test_capitals_of_a_name_must_be_capitals_on_the_page() -> None:
    assert capitals_agree("China", "CHINA")
    assert not capitals_agree("US", "us")
    assert found(["Turkey", "WHO"], "who ate turkey?") == []


@pytest.mark.parametrize(
    ("name", "first", "family"),
    [
        ("Jane Roe", False, "Roe"),
        ("Xi Jinping", True, "Xi"),
        ("Ursula von der Leyen", False, "von der Leyen"),
        ("Bashar al-Assad", False, "al-Assad"),
        ("Ferdinand Marcos Jr.", False, "Marcos"),
    ],
)
def test_family_names_follow_from_full_names(ontology: ActorOntology, name: str, first: bool, family: str) -> None:
    assert family_name(name, ontology.wording, first) == family


@pytest.mark.parametrize(("word", "many"), [("Kenyan", "Kenyans"), ("Chinese", "Chinese"), ("Frenchman", "Frenchmen")])
def test_plurals_of_peoples(word: str, many: str) -> None:
    assert plural(word) == many


@pytest.mark.parametrize(
    ("one", "other", "near"),
    [
        ("Lavrow", "Lavrov", True),
        ("Kureba", "Kuleba", True),
        ("Putina", "Putin", False),
        ("Modi", "Mori", False),
        ("Larsson", "Lavrov", False),
        ("Antony Blinkin", "Antony Blinken", True),
        ("Anton Blinken", "Antony Blinken", False),
    ],
)
def test_a_slip_of_the_pen_is_told_from_another_name(ontology: ActorOntology, one: str, other: str, near: bool) -> None:
    assert Speller(ontology, Cards(ontology)).is_near(one, other) is near


def test_periods_reach_as_far_as_they_may() -> None:
    assert bounds("2014..2019-07") == ("2014-01-01", "2019-07-31")
    assert bounds("..") == ("0000-01-01", "9999-12-31")
    assert holds("2014..2019-07", "2019-07-31", "2020-01-01")
    assert not holds("2014..2019-07", "2019-08-01", "2020-01-01")


def test_terms_of_several_offices_narrow_the_days_or_say_nothing() -> None:
    assert narrowed([[("2000-01-01", "2009-12-31")], [("2005-01-01", "2015-12-31")]]) == ("2005-01-01", "2009-12-31")
    assert narrowed([[("2000-01-01", "2001-12-31")], [("2005-01-01", "2015-12-31")]]) is None
    assert narrowed([]) is None


def test_cards_make_the_bodies_of_states(ontology: ActorOntology) -> None:
    card = Cards(ontology).get("KEN:foreign-ministry")
    assert card is not None
    assert (card.name, card.country, card.sector) == ("Foreign Ministry of Kenya", "KEN", "GOV")
    assert Cards(ontology).get("KEN:nothing") is None
    assert Cards(ontology).get("XXX:foreign-ministry") is None
