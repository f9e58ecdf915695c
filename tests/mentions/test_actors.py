"""Who is meant: names, titles, metonyms, demonyms, bodies, strangers, collectives, and those who are kept as they are."""

from __future__ import annotations

import pytest

from dragoman.mentions.actors import ActorResolver
from dragoman.ontology.actors import load_actors
from tests.mentions.conftest import Mark, actor, texts


@pytest.mark.parametrize(
    ("text", "day", "words", "who"),
    [
        ("Delegates from Burma and Ivory Coast walked out.", None, "Burma", "MMR"),
        ("Delegates from Burma and Ivory Coast walked out.", None, "Ivory Coast", "CIV"),
        ("The DPRK tested a rocket.", None, "DPRK", "PRK"),
        ("Aid reached Türkiye and Holland on Monday.", None, "Türkiye", "TUR"),
        ("Kenya asked us for help, and the US agreed.", None, "US", "USA"),
        ("The U.S. protested to the U.N. on Friday.", None, "U.S.", "USA"),
        ("Envoys of the European Union met NATO's chief.", None, "European Union", "org:eu"),
        ("The Red Cross left while Hizbullah and Daesh fought.", None, "Daesh", "org:islamic-state"),
        ("Jordan and Chad closed their embassies.", None, "Jordan", "JOR"),
        ("Fighters of Al-Shabab attacked a convoy.", None, "Al-Shabab", "org:al-shabaab"),
        ("VIETNAM WARNS CAMBODIA OVER BORDER", None, "VIETNAM", "VNM"),
        ("Leaders of the USSR met in Yalta.", "1989-03-01", "USSR", "SUN"),
        ("Talks with Volodymyr Zelenskyy went on.", "2023-05-01", "Volodymyr Zelenskyy", "person:volodymyr-zelensky"),
        ("Shebab gunmen crossed into Kenya.", None, "Shebab", "org:al-shabaab"),
        ("Togo asked the Peace and Security Council to meet.", None, "Peace and Security Council", "org:au-psc"),
        ("The RUF held UNAMSIL's men for weeks.", None, "RUF", "org:ruf"),
        ("Uganda blamed Daglo for it.", "2023-09-01", "Daglo", "person:mohamed-hamdan-dagalo"),
        ("Ambassador Almaz Tesfu left Cairo. Later, Almaz accused Egypt of spying.", None, "Almaz", "name:almaz-tesfu"),
        ("Talks with Kishida Fumio went on, Mr Kishida said.", "2023-05-01", "Kishida", "person:fumio-kishida"),
    ],
)
def test_names_and_their_spellings_lead_to_the_actor(mark: Mark, text: str, day: str | None, words: str, who: str) -> None:
    assert actor(mark(text, day), words).id == who


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Ships crossed the South China Sea and the Gulf of Oman.", "China"),
        ("Michael Jordan opened a school in New Mexico.", "Jordan"),
        ("Michael Jordan opened a school in New Mexico.", "Mexico"),
        ("They told us that they would come.", "us"),
        ("Cook the turkey for three hours.", "turkey"),
        ("He speaks fluent French.", "French"),
        ("A Spanish-language station aired it.", "Spanish"),
        ("Voters in Georgia backed the Republican.", "Georgia"),
        ("Georgia's governor flew home to Atlanta.", "Georgia"),
    ],
)
def test_words_that_only_look_like_an_actor_are_none(mark: Mark, text: str, words: str) -> None:
    assert words not in texts(mark(text))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Lima said on Friday that Peru would not sign.", "Lima"),
        ("Nairobi accused Mogadishu of sheltering the fighters.", "Mogadishu"),
        ("Talks between Oslo and Stockholm went on.", "Stockholm"),
        ("The sanctions on Minsk were widened.", "Minsk"),
        ("Tokyo's decision angered Seoul.", "Tokyo"),
        ("Tokyo's decision angered Seoul.", "Seoul"),
        ("Support for Kyiv is falling.", "Kyiv"),
        ("The Kabul government fell within days.", "Kabul"),
        ("Pressure from Brussels on Warsaw grew.", "Warsaw"),
        ("The Kremlin denied the report.", "Kremlin"),
        ("A White House aide resigned.", "White House"),
        ("They sent a warning to Ankara.", "Ankara"),
    ],
)
def test_a_city_or_seat_that_acts_stands_for_those_who_rule(mark: Mark, text: str, words: str) -> None:
    assert actor(mark(text), words).via == "metonym"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The envoys met in Lima on Friday.", "Lima"),
        ("Ministers arrived in Washington from Mogadishu.", "Washington"),
        ("Her visit to Oslo lasted two days.", "Oslo"),
        ("The march through Minsk ended quietly.", "Minsk"),
        ("Shells hit the streets of Tripoli, and Libya blamed rebels.", "Tripoli"),
        ("Soldiers seized Bamako at dawn.", "Bamako"),
        ("The two dined at the Kremlin.", "Kremlin"),
        ("Seoul's airport was closed.", "Seoul"),
        ("NAIROBI (Reuters) - Kenya closed its border.", "NAIROBI"),
        ("Protesters gathered near the White House.", "White House"),
    ],
)
def test_a_city_or_seat_that_is_entered_or_left_is_a_place(mark: Mark, text: str, words: str) -> None:
    marked = mark(text)
    assert words not in texts(marked)
    assert words in [place.mention.text for place in marked.places]


def test_demonyms_act_for_their_state_unless_turned_against_it(mark: Mark) -> None:
    marked = mark("Anti-Kenyan protests followed Ethiopian sanctions; Sino-Indian talks failed.")
    assert actor(marked, "Ethiopian").id == "ETH"
    assert actor(marked, "Sino").id == "CHN"
    assert actor(marked, "Indian").via == "demonym"
    assert not {"Kenyan", "Anti-Kenyan"} & {one.mention.text for one in marked.actors if one.via == "demonym"}


def test_a_shared_demonym_is_settled_by_the_article_or_left_open(mark: Mark) -> None:
    settled = actor(
        mark("Congolese troops left Goma, Kinshasa said. The Democratic Republic of Congo is at war."), "Congolese"
    )
    opened = actor(mark("Congolese troops left the town."), "Congolese")
    assert settled.id == "COD"
    assert opened.id is None
    assert set(opened.candidates) == {"COD", "COG"}


def test_the_north_means_north_korea_only_where_it_is_named(mark: Mark) -> None:
    assert actor(mark("North Korea fired a missile. The North gave no reason."), "The North").id == "PRK"
    assert "The North" not in texts(mark("Floods hit Kenya. The North is dry."))


@pytest.mark.parametrize(
    ("text", "day", "words", "who", "role"),
    [
        (
            "Chinese Foreign Minister Wang Yi flew to Lagos.",
            "2022-03-01",
            "Wang Yi",
            "person:wang-yi",
            "Foreign Minister of China",
        ),
        (
            "US Secretary of State Rex Tillerson agreed.",
            "2017-05-01",
            "Rex Tillerson",
            None,
            "Secretary of State of the United States",
        ),
        (
            "NATO chief Mark Rutte was in Riga.",
            "2025-02-01",
            "Mark Rutte",
            None,
            "Secretary-General of the North Atlantic Treaty Organization",
        ),
        ("Kremlin spokesman Dmitry Peskov declined.", "2021-02-01", "Dmitry Peskov", None, "Spokesperson of the Kremlin"),
        (
            "Jordan's foreign minister, Ayman Safadi, spoke.",
            "2022-02-01",
            "Ayman Safadi",
            None,
            "Foreign Minister of Jordan",
        ),
        ("Ursula von der Leyen spoke in Riga.", "2015-02-01", "Ursula von der Leyen", None, "Defence Minister of Germany"),
        (
            "Ursula von der Leyen spoke in Riga.",
            "2022-02-01",
            "Ursula von der Leyen",
            None,
            "President of the European Commission",
        ),
        ("Ursula von der Leyen spoke in Riga.", None, "Ursula von der Leyen", None, None),
    ],
)
def test_the_role_is_the_one_held_on_the_date_of_the_article(
    mark: Mark, text: str, day: str | None, words: str, who: str | None, role: str | None
) -> None:
    found = actor(mark(text, day), words)
    assert found.id == (who or found.id)
    assert found.role == role


@pytest.mark.parametrize(
    ("text", "day", "words", "who"),
    [
        ("The Turkish president spoke.", "2019-02-01", "The Turkish president", "person:recep-tayyip-erdogan"),
        ("The Turkish president spoke.", "2010-02-01", "The Turkish president", "person:abdullah-gul"),
        ("The Chinese leader met Trump.", "2018-02-01", "The Chinese leader", "person:xi-jinping"),
        ("Britain's prime minister resigned.", "2022-10-20", "Britain's prime minister", "person:liz-truss"),
        ("The UN secretary-general flew out.", "2009-01-05", "The UN secretary-general", "person:ban-ki-moon"),
        ("Merkel came first. The chancellor left early.", "2014-02-01", "The chancellor", "person:angela-merkel"),
        ("Merkel came first. The chancellor left early.", "2023-02-01", "The chancellor", None),
        ("Merkel met Lavrov. The Russian minister left.", "2014-02-01", "The Russian minister", "person:sergei-lavrov"),
        ("Biden rang Erdogan. The president had slept.", "2014-02-01", "The president", None),
        ("Biden met the former president.", "2022-02-01", "the former president", None),
        (
            "Chancellor Angela Merkel came. The chancellor left early.",
            "2014-02-01",
            "The chancellor",
            "person:angela-merkel",
        ),
        ("The German leader called Hollande.", None, "The German leader", None),
        ("Scholz was tired. The German leader called Macron.", None, "The German leader", "person:olaf-scholz"),
        (
            "The former French president wrote to Sarkozy.",
            "2014-02-01",
            "The former French president",
            "person:nicolas-sarkozy",
        ),
        ("The first president who keeps promises wins, Macron said.", "2019-02-01", "The first president", None),
    ],
)
def test_a_title_alone_is_whoever_holds_it(mark: Mark, text: str, day: str | None, words: str, who: str | None) -> None:
    assert actor(mark(text, day), words).id == who


def test_an_envoy_is_nobody_until_it_is_known_where_to(mark: Mark) -> None:
    assert (
        actor(mark("Washington's envoy to the United Nations spoke.", "2018-03-01"), "Washington's envoy").id
        == "person:nikki-haley"
    )
    assert actor(mark("Washington's envoy to Oslo spoke.", "2018-03-01"), "Washington's envoy").id is None


def test_a_full_name_introduces_the_short_one_wherever_it_stands(mark: Mark) -> None:
    marked = mark("Jong mocked Smith. Later Adela Smith answered, and Smith laughed.", "2020-01-01")
    assert {one.id for one in marked.actors if one.mention.text.endswith("Smith")} == {"name:adela-smith"}
    assert {one.name for one in marked.actors if one.mention.text == "Smith"} == {"Adela Smith"}


def test_a_short_name_without_introduction_needs_a_title(mark: Mark) -> None:
    assert actor(mark("President Bush flew home.", "2005-02-01"), "Bush").id == "person:george-w-bush"
    assert actor(mark("President Bush flew home.", "1991-02-01"), "Bush").id == "person:george-h-w-bush"
    opened = actor(mark("Everybody liked Bush."), "Bush")
    assert opened.id is None
    assert {"person:george-w-bush", "person:george-h-w-bush"} <= set(opened.candidates)


def test_a_namesake_with_another_first_name_is_somebody_else(mark: Mark) -> None:
    assert actor(mark("Ljudmila Putin opened the fair."), "Ljudmila Putin").id == "name:ljudmila-putin"


@pytest.mark.parametrize(
    ("text", "words", "who"),
    [
        ("US Secretary of State Antony Blinkin left Doha.", "Antony Blinkin", "person:antony-blinken"),
        ("Sergei Lavrov spoke first. Then Lavrow left.", "Lavrow", "person:sergei-lavrov"),
        ("Ruritanian official Vladimir Pudin left.", "Vladimir Pudin", "name:vladimir-pudin"),
        ("Sergei Lavrov spoke first. Then Larsson left.", "Larsson", "name:larsson"),
    ],
)
def test_a_misspelt_name_is_read_right_only_with_support(mark: Mark, text: str, words: str, who: str) -> None:
    assert actor(mark(text, "2022-05-01"), words).id == who


@pytest.mark.parametrize("turned", ["pro-China", "anti-NATO", "pro-Russian"])
def test_what_is_for_or_against_somebody_is_not_of_him(mark: Mark, turned: str) -> None:
    names = texts(mark(f"Kenya met a {turned} party."))
    assert names[0] == "Kenya"
    assert turned not in names


def test_a_word_for_an_office_within_a_name_is_part_of_it(mark: Mark) -> None:
    found = actor(mark("Hossein Amir-Abdollahian spoke.", "2023-05-01"), "Hossein Amir-Abdollahian")
    assert found.id == "person:hossein-amir-abdollahian"


def test_a_known_name_within_a_longer_one_is_somebody_else(mark: Mark) -> None:
    found = mark("Premier Abdul Hamid Karimzai left. Governor Mohamed al-Sudani stayed.", "2023-05-01")
    assert actor(found, "Abdul Hamid Karimzai").id == "name:abdul-hamid-karimzai"
    assert {"Mohamed", "Sudani"}.isdisjoint(texts(found))


def test_a_hyphened_family_name_is_introduced_by_the_full_one(mark: Mark) -> None:
    found = mark("The envoy Terje Holm-Andresen came. Holm-Andresen left the next day.")
    assert actor(found, "Holm-Andresen").id == "name:terje-holm-andresen"


def test_a_title_against_the_record_is_noted(mark: Mark) -> None:
    found = actor(mark("Chinese Foreign Minister Qin Gang spoke.", "2024-05-01"), "Qin Gang")
    assert found.id == "person:qin-gang"
    assert "the record does not" in found.why


def test_strangers_get_country_and_sector_from_their_own_words(mark: Mark) -> None:
    spokesman = actor(mark("Kenyan defence ministry spokesman John Doe denied it."), "John Doe")
    assert (spokesman.id, spokesman.country, spokesman.sector) == ("name:john-doe", "KEN", "MIL")
    assert spokesman.role == "Kenyan defence ministry spokesman"
    analyst = actor(mark("Jane Roe, an analyst at a bank, agreed."), "Jane Roe")
    assert (analyst.country, analyst.sector) == (None, "EDU")


def test_an_abbreviation_in_brackets_stands_for_the_name_before_it(mark: Mark) -> None:
    marked = mark("The People's Front of Ruritania (PFR) attacked a post. The PFR said it would go on.")
    assert actor(marked, "PFR", 1).id == actor(marked, "People's Front of Ruritania").id


@pytest.mark.parametrize(
    ("text", "words", "who", "sector"),
    [
        ("The Kenyan foreign ministry protested.", "Kenyan foreign ministry", "KEN:foreign-ministry", "GOV"),
        ("Kenya's parliament voted.", "Kenya's parliament", "KEN:parliament", "LEG"),
        ("The army of Mali withdrew.", "army of Mali", "MLI:armed-forces", "MIL"),
        ("The government in Bamako fell.", "The government", "MLI:government", "GOV"),
        ("The Biden administration objected.", "Biden administration", "USA:government", "GOV"),
        ("The Spanish interior ministry sent police.", "Spanish interior ministry", "ESP:interior-ministry", "COP"),
    ],
)
def test_bodies_belong_to_the_state_that_their_words_name(mark: Mark, text: str, words: str, who: str, sector: str) -> None:
    found = next(one for one in mark(text).actors if words in one.mention.text and one.type == "government")
    assert (found.id, found.sector) == (who, sector)


@pytest.mark.parametrize(
    ("text", "words", "country", "sector", "via"),
    [
        ("Ethiopian troops crossed the river.", "Ethiopian troops", "ETH", "MIL", "nominal"),
        ("Protesters burned tyres.", "Protesters", None, "CVL", "unnamed"),
        ("An expert shrugged.", "An expert", None, "EDU", "unnamed"),
        ("Pro-Ethiopian rebels fled.", "Pro-Ethiopian rebels", None, "REB", "unnamed"),
        ("Western banks lent less.", "Western banks", None, "BUS", "nominal"),
        ("Lawmakers in Nairobi voted.", "Lawmakers", "KEN", "LEG", "nominal"),
    ],
)
def test_the_unnamed_are_kept_as_what_they_are(
    mark: Mark, text: str, words: str, country: str | None, sector: str, via: str
) -> None:
    found = actor(mark(text), words)
    assert (found.id, found.country, found.sector, found.via) == (None, country, sector, via)


def test_a_description_with_a_name_beside_it_is_that_name(mark: Mark) -> None:
    assert actor(mark("Kenya's neighbour, Uganda, agreed."), "Kenya's neighbour").id == "UGA"


@pytest.mark.parametrize(
    ("text", "words", "members"),
    [
        ("Macron met Scholz. The two leaders agreed.", "The two leaders", {"person:emmanuel-macron", "person:olaf-scholz"}),
        ("Macron met Scholz. Both countries will pay.", "Both countries", {"FRA", "DEU"}),
        ("Peru told Chile and Brazil to wait. The three nations will meet.", "The three nations", {"PER", "CHL", "BRA"}),
        ("Peru, Chile and Bolivia met. The two countries will pay.", "The two countries", set()),
        (
            "The leaders of Kenya and Rwanda met.",
            "The leaders of Kenya and Rwanda",
            {"person:william-ruto", "person:paul-kagame"},
        ),
        ("Oman offered to mediate between the two sides.", "the two sides", set()),
        (
            "Macron met Scholz. Macron spoke. Scholz sat. Macron sat. Scholz left. Rain fell. Night fell. Snow fell. "
            "Hail fell. The two leaders were tired. Macron wept. Scholz wept.",
            "The two leaders",
            {"person:emmanuel-macron", "person:olaf-scholz"},
        ),
        ("Iran and Oman spoke with Peru of Chile's plan. Both nations were calm.", "Both nations", {"IRN", "OMN"}),
    ],
)
def test_collectives_have_the_members_last_named_together_or_none(
    mark: Mark, text: str, words: str, members: set[str]
) -> None:
    found = actor(mark(text, "2023-05-01"), words)
    assert found.via == "collective"
    assert set(found.members) == members


def test_the_outlet_its_reporter_and_its_agency_are_no_actors(mark: Mark) -> None:
    text = "KYIV (Reuters) - Global Times wrote, and Ana Ruiz saw, that Ukraine had won."
    assert texts(mark(text, outlet="Global Times", byline="Ana Ruiz")) == ["Ukraine"]


def test_the_same_words_give_the_same_actors(mark: Mark) -> None:
    text = "Kenya's president told the Ugandan leader that both countries would gain."
    assert mark(text, "2023-05-01").actors == mark(text, "2023-05-01").actors


def test_a_text_without_actors_has_none(mark: Mark) -> None:
    assert mark("It rained.").actors == ()


def test_every_mention_points_at_its_own_words(mark: Mark) -> None:
    marked = mark("“Peru’s army”, said Côte d’Ivoire’s envoy, “is  near\nChile.”")
    for found in marked.actors:
        text = marked.document.article.text
        assert text[found.mention.start : found.mention.end] == found.mention.text


def test_the_resolver_is_built_from_the_shipped_ontology() -> None:
    assert ActorResolver(load_actors())


def test_officials_in_a_seat_of_power_are_its_states(mark: Mark) -> None:
    assert actor(mark("Officials in the White House shrugged."), "Officials").country == "USA"


@pytest.mark.parametrize(
    ("day", "country"),
    [("2022-03-01", None), ("2012-03-01", "NOR")],
)
def test_an_official_of_an_international_body_stands_for_no_state(mark: Mark, day: str, country: str | None) -> None:
    assert actor(mark("Jens Stoltenberg flew home.", day), "Jens Stoltenberg").country == country


def test_of_namesakes_the_one_already_in_office_is_meant_in_a_group_too(mark: Mark) -> None:
    marked = mark("The presidents of Angola and Uganda and Mr Kabila signed at noon.", "1999-07-10")
    assert actor(marked, "Kabila").id == "person:laurent-desire-kabila"
    (group,) = [one for one in marked.actors if one.members]
    assert "person:laurent-desire-kabila" in group.members
    assert "person:joseph-kabila" not in group.members


@pytest.mark.parametrize(
    ("text", "words", "who"),
    [
        ("The Maldives waited. President Mohamed Muizu was firm.", "Mohamed Muizu", "person:mohamed-muizzu"),
        ("China hosted the talks. President Xi Jing Ping smiled.", "Xi Jing Ping", "person:xi-jinping"),
        ("President Mohamed Muizu was firm.", "Mohamed Muizu", "name:mohamed-muizu"),
    ],
)
def test_a_slip_is_known_by_its_title_and_the_states_named(mark: Mark, text: str, words: str, who: str) -> None:
    assert actor(mark(text, "2024-03-10"), words).id == who


def test_the_two_heads_of_state_are_persons(mark: Mark) -> None:
    marked = mark("Hakainde Hichilema received Felix Tshisekedi. The two Heads of State signed a pact.", "2024-05-06")
    assert set(actor(marked, "The two Heads of State").members) == {"person:hakainde-hichilema", "person:felix-tshisekedi"}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Kenya sent a note to Uganda. Both presidents were away.", "Both presidents"),
        ("William Ruto met Yoweri Museveni. Raila Odinga protested. Both presidents were away.", "Both presidents"),
    ],
)
def test_both_presidents_are_those_in_office(mark: Mark, text: str, words: str) -> None:
    found = actor(mark(text, "2024-05-05"), words)
    assert set(found.members) == {"person:william-ruto", "person:yoweri-museveni"}
