"""Relays of speech, the whole way from text: whose words they are, who passes them on, to whom and in what medium.

The passages were written, with what a careful reader takes from them, before the coder had read any of them.
"""

from __future__ import annotations

import pytest

from dragoman.documents.pipeline import SHIPPED
from dragoman.records import Quote
from tests.reports.quotes.passages import Passage, cases, coded, is_right

PASSAGES = (
    Passage(
        "ministry-quoted-as-saying",
        "The foreign ministry in Baku quoted President Ilham Aliyev as saying that the border posts would reopen in May. "
        "Lorry drivers had queued there for a week.",
        "border posts would reopen",
        "Aliyev",
        via="AZE",
    ),
    Passage(
        "according-to-a-readout",
        "Erdogan told Putin that the grain corridor must stay open, according to a readout by the Kremlin. "
        "The two had not spoken since March.",
        "grain corridor must stay open",
        "Erdogan",
        via="RUS",
        addressee="Putin",
    ),
    Passage(
        "agency-citing-unnamed",
        "Two drones fell into the sea off Bushehr late on Sunday, Tasnim reported, citing an unnamed commander. "
        "Nobody was hurt.",
        "drones fell into the sea",
        None,
        via="tasnim",
    ),
    Passage(
        "through-his-spokesman",
        "Prime Minister Viktor Orban said through his spokesman that Hungary would not send a single soldier. "
        "The Chamber votes on Thursday.",
        "would not send a single soldier",
        "Orban",
        via="spokesman",
    ),
    Passage(
        "statement-carried-by",
        "Kim Yo Jong called the drills off Busan a rehearsal for war in a statement carried by KCNA. "
        "Seoul's defence ministry declined to comment.",
        "rehearsal for war",
        "Kim Yo Jong",
        via="kcna",
        medium="statement",
    ),
    Passage(
        "aides-said-he-had-told-them",
        "Pakistani officials said Prime Minister Shehbaz Sharif had told Qatar's ambassador that "
        "the loan would be repaid early. "
        "The ambassador left without a word.",
        "loan would be repaid",
        "Sharif",
        via="PAK",
        addressee="QAT",
    ),
    Passage(
        "embassy-relayed",
        "The Chinese embassy in Lusaka relayed a message from Xi Jinping. In it, Xi told Zambian "
        "President Hakainde Hichilema that "
        "Beijing would forgive the oldest of the debts.",
        "forgive the oldest",
        "Xi",
        addressee="Hichilema",
        via="CHN",
    ),
    Passage(
        "newspaper-quoted-telling",
        "Kommersant quoted Sergei Lavrov as telling the Serbian ambassador that gas prices would hold until spring. "
        "The paper did not say when they had met.",
        "gas prices would hold",
        "Lavrov",
        via="kommersant",
        addressee="SRB",
    ),
    Passage(
        "agency-at-the-end",
        "Turkey will not hand back the captured vessel, Foreign Minister Hakan Fidan said, Anadolu reported. "
        "Athens had asked for it twice.",
        "will not hand back",
        "Fidan",
        via="anadolu",
    ),
    Passage(
        "read-out-a-letter",
        "At the opening, a spokesman read out a letter from Pope Francis, who urged both generals "
        "to let the aid convoys pass. "
        "Neither general was there.",
        "let the aid convoys pass",
        "Francis",
        medium="letter",
        via="spokesman",
        addressee="generals",
        short_of=("via", "addressee"),
        why="somebody of whom the page tells neither name nor state is nobody",
    ),
    Passage(
        "told-reporters",
        '"We are not there yet, but we can see the harbour," Norwegian Prime Minister Jonas Gahr '
        "Store told reporters outside "
        "the hall. He would not name a day.",
        "not there yet",
        "Store",
    ),
    Passage(
        "told-the-bbc",
        "Kenyan President William Ruto told the BBC in an interview that the police mission in "
        "Haiti would be stretched to two "
        "years. He gave no figures.",
        "police mission in Haiti",
        "Ruto",
        addressee="bbc",
        medium="interview",
    ),
    Passage(
        "posted-on-x",
        'Narendra Modi posted on X that the corridor talks with Oman had gone "better than any of us dared hope". '
        "The post was gone an hour later.",
        "corridor talks with Oman",
        "Modi",
        medium="social-media",
    ),
    Passage(
        "nobody-named",
        "In the bazaars of Herat it was said that the ministry had already sold the mine to a company in Dubai. "
        "No paper has surfaced.",
        "already sold the mine",
        None,
    ),
    Passage(
        "carried-over",
        'Emmanuel Macron wrote to Rwandan President Paul Kagame on Friday. "The ceasefire is worth '
        'more than any of the mines," '
        "he told him.",
        "worth more than any",
        "Macron",
        addressee="Kagame",
    ),
    Passage(
        "was-quoted-by",
        '"Nobody will starve us into signing," President Nicolas Maduro was quoted by Interfax as saying. '
        "He was speaking in Caracas.",
        "starve us into signing",
        "Maduro",
        via="interfax",
    ),
    Passage(
        "embassy-citing-its-minister",
        "The Polish embassy in Minsk, citing Foreign Minister Radoslaw Sikorski, said that two crossings would stay shut. "
        "Trade has all but stopped.",
        "two crossings would stay shut",
        "Sikorski",
        via="POL",
    ),
    Passage(
        "on-behalf-of",
        "Speaking on behalf of President Volodymyr Zelensky, Andriy Yermak thanked Canada for the air defence battery. "
        "It is due in June.",
        "Canada for the air defence",
        "Yermak",
        addressee="CAN",
    ),
    Passage(
        "as-reported-by",
        "The blockade will end when the last prisoner walks free, Azerbaijan's defence minister "
        "said, as reported by Interfax. "
        "Yerevan called that blackmail.",
        "blockade will end",
        "AZE",
        via="interfax",
    ),
    Passage(
        "in-a-phone-call",
        "In a phone call with Saudi Crown Prince Mohammed bin Salman, Joe Biden said that oil "
        "should not be used to settle scores, "
        "the White House said. The call lasted twenty minutes.",
        "settle scores",
        "Biden",
        via="USA",
        addressee="Salman",
        medium="phone-call",
    ),
    Passage(
        "agency-said-he-had-told",
        "The Xinhua news agency said Wang Yi had told his Vietnamese counterpart Bui Thanh Son that "
        "fishing boats must not be "
        "rammed. Hanoi gave a different account.",
        "fishing boats must not be",
        "Wang Yi",
        via="xinhua",
        addressee="Son",
    ),
    Passage(
        "told-by-an-envoy",
        "Israel was told by Egypt's intelligence chief that the Rafah gate would stay shut for a "
        "month, officials in Cairo said. "
        "The chief flew home the same night.",
        "Rafah gate would stay shut",
        "EGY",
        via="EGY",
        addressee="ISR",
    ),
    Passage(
        "briefing-by-ministry",
        "At a news conference in Manila, Foreign Secretary Enrique Manalo warned China that every "
        "collision would be filmed. "
        "The coast guard has bought new cameras.",
        "every collision would be filmed",
        "Manalo",
        addressee="CHN",
        medium="briefing",
    ),
    Passage(
        "state-television-showed",
        "State television in Tehran quoted Foreign Minister Abbas Araghchi as warning the Europeans "
        "that the snapback would close "
        "the door for good.",
        "close the door for good",
        "Araghchi",
        via="IRN",
        addressee="European",
        short_of=("addressee",),
        why="Europeans are no actor",
    ),
    Passage(
        "people-familiar",
        "Poland has promised Moldova a second gas pipe, according to three people familiar with the talks. "
        "Neither capital would confirm it.",
        "second gas pipe",
        "POL",
        addressee="MDA",
    ),
    Passage(
        "letter-to",
        "In a letter to UN Secretary-General Antonio Guterres, Ethiopia accused Eritrea of arming the militia in Tigray. "
        "A copy was seen on Monday.",
        "of arming the militia",
        "ETH",
        addressee="Guterres",
        medium="letter",
    ),
    Passage(
        "through-a-mediator",
        "Hamas has told Israel through Qatar that it will free four hostages on Sunday. There was no answer at first.",
        "free four hostages",
        "Hamas",
        via="QAT",
        addressee="ISR",
    ),
    Passage(
        "quoted-in-a-paper",
        '"The dam is ours and so is the river behind it," Abiy Ahmed was quoted as telling Egypt\'s ambassador by the Addis '
        "Standard. Cairo has asked for an apology.",
        "dam is ours",
        "Abiy",
        via="Addis",
        addressee="EGY",
    ),
)


@pytest.fixture(scope="module")
def quotes() -> dict[str, Quote | None]:
    """The quotes of all passages, by name."""
    if not SHIPPED.is_dir():
        pytest.skip("the language model is not here")
    return coded(PASSAGES)


@pytest.mark.parametrize(("passage", "part"), cases(PASSAGES))
def test_whose_words_and_who_passes_them_on(passage: Passage, part: str, quotes: dict[str, Quote | None]) -> None:
    assert is_right(passage, part, quotes[passage.name]), quotes[passage.name]
