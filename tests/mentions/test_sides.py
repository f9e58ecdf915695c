"""Whose "the junta", "the guerrillas", "parliament" and officials without a state are, and where that stays open."""

import pytest

from tests.mentions.conftest import Read


@pytest.mark.parametrize(
    ("text", "words", "who", "country"),
    [
        ("NIAMEY, Niger - Crowds marched. The junta shut the airport. Parliament is gone.", "Parliament", "NER:parliament",
         "NER"),
        ("Fighting went on in eastern Colombia. The guerrillas killed two officers.", "The guerrillas", None, "COL"),
        ("Voters in Peru stayed away. The opposition had asked them to.", "The opposition", "PER:opposition", "PER"),
        ("Sudan woke to gunfire. The rebels attacked Chad on Friday.", "The rebels", None, "SDN"),
        ("Bolivia's streets were quiet. Police watched from the roofs.", "Police", "BOL:police", "BOL"),
        ("Ghana counted its votes. Interior Minister Kojo Abanwe was calm.", "Kojo Abanwe", "name:kojo-abanwe", "GHA"),
        ("Peru voted. Foreign Minister Elmer Quispal came. His ministry was shut.", "His ministry", "PER:ministry", "PER"),
        ("China protested. Its navy spokesman, Lin Boweng, called it a ruse.", "Lin Boweng", "name:lin-boweng", "CHN"),
        ("Fiji's minister for the outer islands, Tama Rewiti, flew to Apia.", "Tama Rewiti", "name:tama-rewiti", "FJI"),
        ("Zoltan Quist of the Kenyan army spoke.", "Zoltan Quist", "name:zoltan-quist", "KEN"),
    ],
)  # fmt: skip
def test_a_side_is_of_the_one_state_in_mind(read: Read, text: str, words: str, who: str | None, country: str) -> None:
    found = read(text, "2023-08-10")[words]
    assert (found.id, found.country) == (who, country)


def test_the_why_names_the_state(read: Read) -> None:
    assert "Peru is the state in mind here" in read("Peru voted. The army stayed in its barracks.")["The army"].why


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Thailand and Cambodia traded fire for a second day. The army said eight villages were hit.", "The army"),
        ("France said its soldiers would stay in Niger. The junta gave it a month.", "The junta"),
        ("Ukraine lost a village. Russian troops entered at dawn. The army withdrew.", "The army"),
        ("Kenya sent a note. The embassy was shut at noon.", "The embassy"),
        ("Malawi paid its debts. Foreign troops left years ago.", "Foreign troops"),
        ("Snow fell for a week. The army brought bread.", "The army"),
    ],
)
def test_a_side_stays_open_where_no_one_state_is_in_mind(read: Read, text: str, words: str) -> None:
    found = read(text).get(words)
    assert found is None or (found.id, found.country) == (None, None)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("President William Ruto sent the police to Kisumu. Nothing was taken, the governor said.", "the governor"),
        ("Emmanuel Macron arrived in Lyon. The mayor kept away.", "The mayor"),
    ],
)
def test_another_title_is_another_person(read: Read, text: str, words: str) -> None:
    assert read(text, "2024-02-01")[words].id is None


def test_the_title_on_record_is_the_person(read: Read) -> None:
    found = read("William Ruto flew home. The president thanked the pilots.", "2024-02-01")
    assert found["The president"].id == "person:william-ruto"


@pytest.mark.parametrize(
    ("text", "words", "who"),
    [
        ("Chad's opposition met in Paris. Niger's parliament accused the government of theft.", "the government",
         "NER:government"),
        ("Benjamin Netanyahu opposes the talks. The government fears that Iran will win.", "The government",
         "ISR:government"),
        ("The Peruvian government and the Chilean government met. Peru's opposition criticised the government.",
         "the government", "PER:government"),
    ],
)  # fmt: skip
def test_the_government_is_that_of_its_own_people_or_of_the_topic(read: Read, text: str, words: str, who: str) -> None:
    assert read(text)[words].id == who


def test_the_rebels_are_the_group_named_last(read: Read) -> None:
    text = "The FARC laid down its arms. The ELN did not. On Monday the rebels kidnapped a soldier in Colombia."
    assert read(text)["the rebels"].id == "org:eln"


def test_rebels_of_two_groups_stay_open(read: Read) -> None:
    text = "The FARC and the ELN quarrelled in Colombia. The rebels kidnapped a soldier."
    assert read(text)["The rebels"].id is None


def test_gunmen_of_a_group_are_the_group(read: Read) -> None:
    assert read("Gunmen of the FARC killed a mayor.")["Gunmen of the FARC"].id == "org:farc"


def test_a_foreign_ambassador_accuses_the_government_of_the_scene(read: Read) -> None:
    text = "Hungary waits. The American ambassador in Budapest, Jan Tull, spoke up. The diplomat criticised the government."
    assert read(text)["the government"].country != "USA"
