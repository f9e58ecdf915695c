"""Whom pronouns and descriptions mean, on sentences of our own."""

import pytest

from tests.mentions.conftest import Read


def test_he_is_the_person_and_its_the_state(read: Read) -> None:
    found = read("Emmanuel Macron landed in Nairobi on Monday. He said Kenya was ready and praised its army.")
    assert found["He"].id == "person:emmanuel-macron"
    assert found["He"].via == "pronoun"
    assert found["its"].id == "KEN"


def test_the_why_names_the_words_taken_up(read: Read) -> None:
    found = read("Emmanuel Macron landed in Nairobi. He praised the army.")
    assert found["He"].why.startswith("takes up 'Emmanuel Macron'")


def test_a_woman_is_not_he(read: Read) -> None:
    found = read("Angela Merkel thanked the driver. He smiled.")
    assert "He" not in found or found["He"].id is None


def test_they_are_those_who_were_named_together(read: Read) -> None:
    found = read("Kenya and Chad signed the pact on Sunday. They will share the costs.")
    assert set(found["They"].members) == {"KEN", "TCD"}
    assert found["They"].via == "collective"


def test_each_other_is_the_subject(read: Read) -> None:
    found = read("Kenya and Chad accused each other of spying.")
    assert set(found["each other"].members) == {"KEN", "TCD"}


def test_their_countries_are_the_states_of_persons(read: Read) -> None:
    found = read("Emmanuel Macron and Olaf Scholz said their countries would pay.")
    assert set(found["their countries"].members) == {"DEU", "FRA"}


def test_the_country_takes_up_a_state(read: Read) -> None:
    found = read("Kenya closed its border on Sunday. The country had warned its neighbours for weeks.")
    assert found["The country"].id == "KEN"
    assert found["The country"].via == "nominal"


@pytest.mark.parametrize(
    "text",
    [
        "The two countries signed a treaty on Monday, a statement said.",
        "They agreed to meet again in spring.",
        "It was unclear who had given the order.",
        "Both sides blamed the weather.",
    ],
)
def test_what_refers_to_nothing_stays_open(read: Read, text: str) -> None:
    assert not any(actor.id or actor.members for actor in read(text).values())


def test_the_two_countries_are_not_the_nearest_of_three(read: Read) -> None:
    found = read("Kenya, Chad and Mali sent envoys. The two countries will share the costs.")
    assert found["The two countries"].members == ()


def test_a_counterpart_holds_the_same_office_on_the_date(read: Read) -> None:
    found = read("French President Emmanuel Macron called his American counterpart on Friday.")
    assert found["his American counterpart"].id == "person:joe-biden"


def test_they_may_be_the_only_two_who_were_named_apart(read: Read) -> None:
    found = read("Emmanuel Macron received Olaf Scholz on Friday. They discussed the budget.")
    assert set(found["They"].members) == {"person:emmanuel-macron", "person:olaf-scholz"}


def test_a_possessive_behind_and_belongs_to_the_actor_before_it(read: Read) -> None:
    assert read("Mali rejected the plan of Chad and its allies.")["its"].id == "TCD"


@pytest.mark.parametrize(
    ("text", "words", "who"),
    [
        ("Marise Payne sent a letter. Her rival, Penny Wong, mocked it. She laughed.", "She", "person:penny-wong"),
        ("Moscow's claim that it holds the town is false, Kyiv said.", "it", "RUS"),
        ("China quarrels with Taiwan, which it calls a province.", "it", "CHN"),
        (
            "Venezuela is poor. China quarrelled with Russia over the South American nation.",
            "the South American nation",
            "VEN",
        ),
        ("Hamas wants a truce. Qatar asked for one. The Islamist group refused to talk.", "The Islamist group", "org:hamas"),
        ("Antony Blinken met Sergei Lavrov. The American listened.", "The American", "person:antony-blinken"),
        ("Antony Blinken met Sergei Lavrov. The Russian minister spoke.", "The Russian minister", "person:sergei-lavrov"),
        ("France and Japan still recognise Nicolas Maduro as the country's leader.", "the country's", "VEN"),
        ("As signatories of the pact, Chad and Mali protested.", "signatories of the pact", "MLI,TCD"),
        ("Joe Biden mocked his predecessor.", "his predecessor", "person:donald-trump"),
        ("Donald Trump's successor smiled.", "Donald Trump's successor", "person:joe-biden"),
        ("Kenya apologised. Its foreign ministry sent a note.", "Its foreign ministry", "KEN:foreign-ministry"),
        (
            "Togo met Ghana. China asked the two small countries to wait. Both nations rely on cocoa.",
            "Both nations",
            "GHA,TGO",
        ),
        ("Washington has barred banks from lending to the state, Peru complained.", "the state", None),
    ],
)
def test_whom_words_without_a_name_mean(read: Read, text: str, words: str, who: str | None) -> None:
    found = read(text).get(words)
    meant = None if found is None else found.id or ",".join(sorted(found.members)) or None
    assert meant == who


def test_what_a_pronoun_owns_is_of_its_country(read: Read) -> None:
    found = read("Kenya closed its border on Sunday. Its troops left.")["Its troops"]
    assert (found.id, found.country) == (None, "KEN")


@pytest.mark.parametrize("text", ["He flew to Niamey on Friday.", "The blast shook Islamabad."])
def test_a_city_that_an_irregular_verb_enters_is_a_place(read: Read, text: str) -> None:
    assert not read(text).keys() & {"Niamey", "Islamabad"}


@pytest.mark.parametrize(
    ("text", "words", "who"),
    [
        ("Aleksandar Vucic blamed Albin Kurti for the clash. He also called on NATO to act.", "He",
         ("person:aleksandar-vucic",)),
        ("Kenya let the convoy pass after Uganda had turned it back. It also sent fuel.", "It", ("KEN",)),
        ("Both Iran and Venezuela have met resistance from other states. Since then they have traded more.", "they",
         ("IRN", "VEN")),
    ],
)  # fmt: skip
def test_a_subject_goes_on_about_the_subject_before(read: Read, text: str, words: str, who: tuple[str, ...]) -> None:
    found = read(text, "2023-09-24")[words]
    assert (found.members or (found.id,)) == who


def test_who_bears_arms_for_a_group_stands_for_it(read: Read) -> None:
    found = read("Three ELN fighters died on Monday. The group said its men had left, and the rebels burned a bridge.")
    assert found["Three ELN fighters"].id == "org:eln"
    assert found["its men"].id == "org:eln"
    assert found["the rebels"].id == "org:eln"


def test_of_two_armed_groups_the_rebels_are_neither(read: Read) -> None:
    found = read("The ELN and FARC were at war for years. On Monday the rebels burned a bridge.")
    assert found["the rebels"].id is None


def test_soldiers_of_a_state_stay_unnamed(read: Read) -> None:
    found = read("Kenyan fighters died on Monday.")
    assert found["Kenyan fighters"].id is None


def test_a_name_of_which_nothing_is_known_holds_no_office(read: Read) -> None:
    found = read("Wilbur Ockenfels left the room at noon. The senator criticised the treaty on Monday.")
    assert found["The senator"].id is None


def test_a_stranger_with_a_title_may_be_meant_by_it(read: Read) -> None:
    found = read("Senator Wilbur Ockenfels left the room at noon. The senator criticised the treaty on Monday.")
    assert found["The senator"].id == found["Wilbur Ockenfels"].id


def test_nobody_is_thanked_by_himself(read: Read) -> None:
    found = read("Emmanuel Macron flew home on Monday. Olaf Scholz was thanked by him in a speech.")
    assert found["him"].id != "person:olaf-scholz"


@pytest.mark.parametrize(
    ("text", "word", "country"),
    [
        ("Kenyan officials flew home on Sunday. They had seen no sign of a deal.", "They", "KEN"),
        ("A Norwegian diplomat arrived in Lima. He carried a letter to the ministry.", "He", "NOR"),
        ("Peru recalled 12 diplomats after Togo threatened to arrest them.", "them", "PER"),
    ],
)
def test_pronouns_take_up_those_without_a_name(read: Read, text: str, word: str, country: str) -> None:
    found = read(text)
    assert (found[word].id, found[word].country, found[word].via) == (None, country, "pronoun")


def test_those_whom_a_state_sends_are_its_own(read: Read) -> None:
    assert read("Kenya sent 400 policemen to the island on Friday.")["400 policemen"].country == "KEN"
    assert read("Kenya expelled 12 diplomats on Friday.")["12 diplomats"].country is None


def test_another_ministry_is_not_the_same(read: Read) -> None:
    found = read("A foreign ministry issued a note. The defence ministry called the note a slip.")
    assert found["The defence ministry"].name != "A foreign ministry"


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Norway was silent for a week. Then the tone changed. It protested against the search of a trawler.", "NOR"),
        ("Peru read the text, and the mood turned. It refused to sign.", "PER"),
    ],
)
def test_only_somebody_protests(read: Read, text: str, country: str) -> None:
    assert read(text)["It"].country == country


@pytest.mark.parametrize(
    "text",
    [
        "The treaty worries Norway. It binds nobody.",
        "The resolution was tabled on Monday. Norway reads it with care. It condemns a raid on the port of Bergen.",
    ],
)
def test_a_text_is_not_its_author(read: Read, text: str) -> None:
    assert "It" not in read(text)


def test_a_state_and_its_ministry_do_not_speak_against_each_other(read: Read) -> None:
    found = read("Togo answered on Friday. Its foreign ministry said it had recalled the consul.")
    assert found["it"].country == "TGO"


@pytest.mark.parametrize(
    ("text", "words", "country"),
    [
        ("A Peruvian diplomat said his country was ready to host the talks.", "his country", "PER"),
        ("Angela Merkel flew to Lima. She said her country would pay half.", "her country", "DEU"),
        ("Norway has a fleet. The country's coast is long.", "The country's coast", None),
    ],
)
def test_somebodys_country_is_the_state_he_stands_for(read: Read, text: str, words: str, country: str | None) -> None:
    found = read(text)
    assert (found[words].country if words in found else None) == country


@pytest.mark.parametrize(
    ("text", "words", "who"),
    [
        ("Oman hosted talks between Yemen and its neighbour to the north, Saudi Arabia, on Sunday.", "its neighbour", "SAU"),
        (
            "Beijing lodged a protest with its largest trading partner in Europe, Germany.",
            "its largest trading partner",
            "DEU",
        ),
    ],
)
def test_a_name_between_commas_tells_who_is_described(read: Read, text: str, words: str, who: str) -> None:
    assert read(text)[words].id == who


def test_a_diaspora_is_not_the_state(read: Read) -> None:
    found = read("The Iranian diaspora and Canada condemned the verdict.")
    assert (found["The Iranian diaspora"].id, found["The Iranian diaspora"].type) == (None, "people")
