"""More relays of speech, by the ways there are to pass words on. Written, with what a careful reader takes from them, and
committed before the coder had read any of them: the first reading was blind (its figures stand in decision 0175)."""

from __future__ import annotations

import pytest

from dragoman.documents.pipeline import SHIPPED
from dragoman.records import Quote
from tests.reports.quotes.passages import Passage, cases, coded, is_right

PASSAGES = (
    Passage(
        "agency-at-the-end-citing-an-office",
        "A rail bridge over the Amur was closed after a fire, Interfax reported, citing the emergencies ministry. "
        "Freight was sent north.",
        "rail bridge over the Amur",
        "RUS",
        via="interfax",
        short_of=("speaker",),
        why="a ministry cited by a state's agency is not taken for that state's",
    ),
    Passage(
        "agency-in-front-citing-a-source",
        "Citing an unnamed source in the port authority, Reuters reported that two tankers had turned back before Sokhna. "
        "The owners gave no reason.",
        "two tankers had turned back",
        None,
        via="reuters",
    ),
    Passage(
        "according-to-agency-which-quoted",
        "The ferry will sail again on Monday, according to the Anadolu agency, which quoted Transport Minister "
        "Abdulkadir Uraloglu. Tickets are half price.",
        "ferry will sail again",
        "Uraloglu",
        via="anadolu",
    ),
    Passage(
        "as-quoted-by",
        "The Strait is not a toll road, Iranian Foreign Minister Abbas Araghchi said, as quoted by the ISNA news agency. "
        "Oman kept silent.",
        "not a toll road",
        "Araghchi",
        via="isna",
    ),
    Passage(
        "told-a-parliament",
        "Ursula von der Leyen told Moldova's parliament that the door to the Union would not be shut again. "
        "Deputies rose to applaud.",
        "would not be shut again",
        "Leyen",
        addressee="MDA",
    ),
    Passage(
        "in-a-letter-to-two",
        "In a letter to Nigerian President Bola Tinubu, Niger's junta said that it would reopen the Birni "
        "bridge to lorries. "
        "The letter bears no date.",
        "reopen the Birni bridge",
        "NER",
        addressee="Tinubu",
        medium="letter",
    ),
    Passage(
        "in-an-interview-with",
        "The treaty is dead and should be buried, Serbian President Aleksandar Vucic said in an interview with Al Jazeera. "
        "He had said the reverse in June.",
        "should be buried",
        "Vucic",
        addressee="jazeera",
        medium="interview",
    ),
    Passage(
        "wrote-on-telegram",
        '"They came for the transformers and left without them," Ukrainian President Volodymyr Zelensky wrote on Telegram '
        "on Sunday morning. Six drones were shot down.",
        "left without them",
        "Zelensky",
        medium="social-media",
    ),
    Passage(
        "it-was-announced",
        "It was said on state television in Bamako that the garrison had been paid to the last soldier. "
        "The wives of the soldiers laughed.",
        "garrison had been paid",
        None,
        medium="broadcast",  # not asked before the first reading, but said
    ),
    Passage(
        "spokesperson-quoted-the-head-as-telling",
        "Kremlin spokesman Dmitry Peskov said Vladimir Putin had assured Emmanuel Macron that the observers "
        "would be let in. "
        "Paris has yet to confirm that.",
        "observers would be let in",
        "Putin",
        via="Peskov",
        addressee="Macron",
    ),
    Passage(
        "broadcaster-reported-him-saying",
        "Al Mayadeen quoted Lebanese President Joseph Aoun as saying the army would hold every hill south of the river. "
        "Nobody asked him how.",
        "army would hold every hill",
        "Aoun",
        via="mayadeen",
    ),
    Passage(
        "was-cited-by-as-saying",
        "Philippine Defence Secretary Gilberto Teodoro was cited by Rappler as saying that the shoal would "
        "be supplied by air. "
        "China's embassy protested.",
        "supplied by air",
        "Teodoro",
        via="rappler",
    ),
    Passage(
        "in-remarks-carried-by",
        "Belarus will not be the first to fire, Alexander Lukashenko said in remarks carried by the state agency Belta. "
        "He was touring a dairy.",
        "not be the first to fire",
        "Lukashenko",
        via="belta",
        medium="speech",  # not asked before the first reading, but said
    ),
    Passage(
        "ministry-said-he-told-counterpart",
        "Indian Foreign Minister Subrahmanyam Jaishankar told his Nepali counterpart Arzu Rana Deuba that "
        "the pass would open "
        "to pilgrims, the ministry in New Delhi said. Snow still lies there.",
        "open to pilgrims",
        "Jaishankar",
        via="IND",
        addressee="Deuba",
    ),
    Passage(
        "conveyed-to",
        "Through its embassy in Muscat, Britain informed Yemen's government that its aid would be halved. "
        "The embassy would not comment.",
        "aid would be halved",
        "GBR",
        addressee="YEM",
    ),
    Passage(
        "agency-said-quoting",
        "Negotiators will meet in Doha on the ninth, the Qatar News Agency said, quoting foreign ministry spokesman "
        "Majed al-Ansari. It named no negotiators.",
        "meet in Doha on the ninth",
        "Ansari",
        via="Qatar News Agency",
    ),
    Passage(
        "delivered-by-an-envoy",
        "Saudi Arabia told Sudan's army chief Abdel Fattah al-Burhan through an envoy that the port would get no more fuel. "
        "It was the second such message.",
        "no more fuel",
        "SAU",
        addressee="Burhan",
    ),
    Passage(
        "addressing-the-council",
        "Addressing the UN Security Council, Kenyan Foreign Minister Musalia Mudavadi said that the gangs "
        "had the better guns. "
        "The council meets again in May.",
        "gangs had the better guns",
        "Mudavadi",
        addressee="Security Council",
    ),
)

MENDED = (
    Passage(
        "agency-quoting-witnesses",
        "The dam at Roseires was shelled overnight, SUNA reported on Tuesday, quoting two witnesses. No group claimed it.",
        "dam at Roseires",
        None,
        via="suna",
    ),
    Passage(
        "agency-citing-rescuers",
        "At least nine miners are missing in Donetsk, TASS said, citing rescuers. The shaft is flooded.",
        "nine miners",
        None,
        via="tass",
    ),
    Passage(
        "according-to-agency-which-cited",
        "Sudan's gold will no longer leave by air, according to Reuters, which cited Finance Minister Gibril Ibrahim. "
        "Traders were surprised.",
        "gold will no longer",
        "Ibrahim",
        via="reuters",
    ),
    Passage(
        "it-was-reported",
        "It was reported in Caracas that the admiral had fled to Cuba. Nobody has seen him since.",
        "admiral had fled",
        None,
    ),
    Passage(
        "it-has-been-claimed",
        "It has been claimed that Mali paid the kidnappers in gold. Bamako denies it.",
        "Mali paid the kidnappers",
        None,
    ),
    Passage(
        "in-comments-aired-by",
        "Qatar will pay the wages in Gaza for a year, Mohammed bin Abdulrahman Al Thani said in comments "
        "aired by Al Arabiya. He gave no sum.",
        "pay the wages",
        "Thani",
        via="arabiya",
    ),
    Passage(
        "quoted-as-warning-by",
        "Cuban Foreign Minister Bruno Rodriguez was quoted as warning the Spanish ambassador by Granma that "
        "the talks were over. Madrid shrugged.",
        "talks were over",
        "Rodriguez",
        via="granma",
        addressee="ESP",
    ),
    Passage(
        "briefing-a-parliament",
        "Briefing the Bundestag, Defence Minister Boris Pistorius said the brigade in Lithuania was two "
        "battalions short. The opposition jeered.",
        "two battalions short",
        "Pistorius",
        addressee="Bundestag",
    ),
    Passage(
        "told-the-ambassador",
        "NATO chief Mark Rutte told the Turkish ambassador that the vote could not wait. The envoy took notes.",
        "vote could not wait",
        "Rutte",
        addressee="TUR",
    ),
    Passage(
        "agency-citing-several",
        "The army has taken the bridge at Kosti, Al Jazeera reported, citing an officer and two aid workers. "
        "The line is quiet now.",
        "taken the bridge",
        None,
        via="jazeera",
    ),
    Passage(
        "agency-said-citing-people",
        "Bloomberg reported that Chad would leave the bank, citing people familiar with the matter. Chad has said nothing.",
        "Chad would leave",
        None,
        via="bloomberg",
    ),
    Passage(
        "was-informed-by",
        "Armenia was informed by Russian diplomats that the base would be emptied by June, the foreign "
        "ministry in Yerevan said. The soldiers are packing.",
        "base would be emptied",
        "RUS",
        via="ARM",
        addressee="ARM",
    ),
    Passage(
        "told-through-an-aide",
        "President Prabowo Subianto told Papua's governor through an aide that the road would be built. "
        "The aide flew back at once.",
        "road would be built",
        "Prabowo",
        addressee="governor",
    ),
    Passage(
        "wrote-on-facebook",
        "Georgian Prime Minister Irakli Kobakhidze wrote on Facebook that the observers had seen nothing "
        "because there was nothing to see. They had seen a lot.",
        "observers had seen nothing",
        "Kobakhidze",
        medium="social-media",
    ),
    Passage(
        "letter-that-warned",
        "In a letter to the European Commission, Slovakia warned that it would block the budget. "
        "The letter was two lines long.",
        "block the budget",
        "SVK",
        addressee="Commission",
        medium="letter",
    ),
    Passage(
        "as-quoted-by-in-front",
        "As quoted by Yonhap, Unification Minister Chung Dong-young said the phone line rings every morning "
        "and nobody lifts it. Pyongyang cut it in 2023.",
        "phone line rings",
        "Chung",
        via="yonhap",
    ),
)
"""Passages of the classes that were mended, written after the first reading."""


@pytest.fixture(scope="module")
def quotes() -> dict[str, Quote | None]:
    """The quotes of all passages, by name."""
    if not SHIPPED.is_dir():
        pytest.skip("the language model is not here")
    return coded(PASSAGES + MENDED)


@pytest.mark.parametrize(("passage", "part"), cases(PASSAGES + MENDED))
def test_whose_words_and_who_passes_them_on(passage: Passage, part: str, quotes: dict[str, Quote | None]) -> None:
    assert is_right(passage, part, quotes[passage.name]), quotes[passage.name]
