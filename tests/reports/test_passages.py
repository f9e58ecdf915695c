"""Events, the whole way from text: short passages of ours, the acts that each tells, and what it must not be read as."""

from __future__ import annotations

from typing import NamedTuple

import pytest

from dragoman.records import Actor, Coding, Report
from tests.reports.reading import coded

Act = tuple[str, str, str, str]
"""Type, status, words or the id of a source and of a target; "" where nobody is to stand, "*" for whatever it is."""


class Told(NamedTuple):
    """A passage, the acts that it tells, and those that it does not, by what it tries."""

    name: str
    text: str
    tells: tuple[Act, ...] = ()
    never: tuple[Act, ...] = ()


NOTHING: tuple[Act, ...] = tuple(
    (kind, "*", "*", "*") for kind in ("ASSAULT", "COERCE", "MOBILIZE", "RETREAT", "AID", "SANCTION")
)

PASSAGES = (
    Told(
        "with-whom-talks-are-urged-is-not-asked",
        "On Thursday, Norway's foreign minister contacted his Malian counterpart, Abdoulaye Diop, saying Oslo was worried, "
        "urging talks with Chad towards a truce.",
        (("REQUEST", "happened", "NOR", "MLI"),),
        (("REQUEST", "*", "*", "TCD"),),
    ),
    Told(
        "whom-one-has-in-mind-takes-no-part",
        "The presidents of Kenya and Uganda have met in Nairobi seeking a deeper partnership, apparently with Chad in mind.",
        (("CONSULT", "happened", "KEN", "*"),),
        (("REQUEST", "*", "*", "TCD"), ("COOPERATE", "*", "*", "TCD"), ("CONSULT", "*", "*", "TCD")),
    ),
    Told(
        "what-is-done-to-oneself-is-done-to-nobody-else",
        "Norway accused Chad of a raid on Monday. Turkey said that it wanted to protect itself.",
        (("ACCUSE", "happened", "NOR", "TCD"),),
        (("AID", "*", "*", "*"),),
    ),
    Told(
        "who-governs-arrests",
        "The opposition in Kenya called for a strike on Monday. About fifty people were arrested in Nairobi.",
        (("COERCE", "happened", "KEN", "*"),),
    ),
    Told(
        "an-offer-that-is-refused-for-sure-or-not-is-told",
        "Norway's prime minister said he would not provide support to Chad.",
        (("AID", "negated", "NOR", "TCD"),),
    ),
    Told(
        "who-takes-up-an-invitation-visits",
        "Mr Ruto accepted Chadian leader Mahamat Deby’s invitation to visit Chad.",
        (("AGREE", "happened", "Ruto", "TCD"), ("CONSULT", "called-for", "Ruto", "TCD")),
    ),
    Told(
        "both-of-whom-the-clause-tells",
        "It was about a deal between Mr Ruto and Mahamat Deby, who held a rare meeting on Wednesday.",
        (("CONSULT", "happened", "Ruto", "*"), ("CONSULT", "happened", "TCD", "*")),
    ),
    Told(
        "who-summons-to-urge-urges",
        "Kenya’s vice foreign minister, Jane Doe, summoned Chad’s ambassador to urge Ndjamena to abandon the deal.",
        (("REQUEST", "*", "Jane Doe", "TCD"),),
    ),
    Told(
        "whose-rules-are-defied-is-not-met",
        "Kenya was angry that Ruto and Mahamat Deby defied the Security Council's rulings during their meeting.",
        (("CONSULT", "happened", "Ruto", ""),),
        (("CONSULT", "*", "*", "org:unsc"),),
    ),
    Told(
        "words-that-are-received-visit-nobody",
        "The statement of Argentina was received with surprise in London.",
        never=(("CONSULT", "*", "*", "*"),),
    ),
    Told(
        "to-lead-a-mission-there-is-no-visit",
        "Barbados praised Kenya's offer to lead the mission in Haiti.",
        (("SUPPORT", "happened", "BRB", "KEN"),),
        (("CONSULT", "*", "*", "*"),),
    ),
    Told(
        "an-accord-with-somebody-on-ending-something",
        "A deal has been reached with Chad on ending the war.",
        (),
        (("RETREAT", "*", "TCD", "*"),),
    ),
    Told(
        "who-calls-to-assure-assures",
        "The Kenyan president called his Chadian counterpart on Tuesday to assure him that Nairobi would help.",
        (("AGREE", "*", "KEN", "TCD"),),
        (("AGREE", "*", "TCD", "*"),),
    ),
    Told(
        "options-that-are-looked-into",
        "Kenya asked Uganda to look into several options.",
        (("REQUEST", "happened", "KEN", "UGA"),),
        (("ACCUSE", "*", "*", "*"),),
    ),
    Told(
        "spoken-by-telephone",
        "William Ruto and Yoweri Museveni spoke by telephone on Monday.",
        (("CONSULT", "happened", "Ruto", ""),),
    ),
    Told(
        "whose-plan-it-is-that-others-reject",
        "Mali proposed a 10-point plan, which Niger has rejected. Togo made an offer that Benin vetoed.",
        (("REJECT", "happened", "NER", "MLI"), ("REJECT", "*", "BEN", "TGO")),
    ),
    Told(
        "praised-by-some-and-rejected-by-others",
        "Kenya has put forward a draft, praised by Chad but rejected by Mali.",
        (("SUPPORT", "happened", "TCD", "KEN"), ("REJECT", "happened", "MLI", "KEN")),
    ),
    Told(
        "so-much-before-what-has-come-about",
        "Mr Ruto flew to Ndjamena in March, nine days before his attack on Uganda.",
        (("ASSAULT", "*", "Ruto", "UGA"),),
        (("ASSAULT", "planned", "*", "*"),),
    ),
    Told(
        "agreed-on-a-day-to-do-it",
        "Ghana agreed at a summit on Monday to send troops to Mali. Chad voted on Friday to create a court.",
        (("AGREE", "happened", "GHA", "MLI"), ("MOBILIZE", "planned", "GHA", "MLI"), ("AGREE", "happened", "TCD", "")),
    ),
    Told(
        "who-was-helping-by-what-another-contended",
        "Peru contended Bolivia was helping rebels in the south.",
        (("AID", "happened", "BOL", "*"),),
        (("AID", "*", "PER", "*"),),
    ),
    Told(
        "billions-in-tariffs-are-no-gift",
        "Turkey announced 2 billion dollars in tariffs on Greek goods.",
        never=(("AID", "*", "*", "*"),),
    ),
    Told(
        "the-breaking-of-ties",
        "After the raid Chile declared the rupture of diplomatic relations with Peru.",
        (("SANCTION", "happened", "CHL", "PER"),),
    ),
    Told(
        "words-opposed-by-others",
        "Ghana had sought language that was opposed by Mali.",
        (("REJECT", "happened", "MLI", "*"),),
        (("ACCUSE", "*", "*", "*"),),
    ),
    Told(
        "a-complaint-to-a-forum-is-about-somebody",
        "China lodged a complaint with the trade organization over Norwegian duties.",
        (("ACCUSE", "happened", "CHN", "NOR"),),
    ),
    Told(
        "actions-called-names",
        "Nicaragua cut ties with Peru, calling its actions “reprehensible”.",
        (("ACCUSE", "happened", "NIC", "PER"),),
    ),
    Told(
        "what-follows-a-colon-are-the-words-of-who-released-it",
        "A spokesman for the Foreign Ministry of Peru issued the following statement:\n\nWe have repeatedly warned Chile.",
        (("THREATEN", "happened", "PER", "CHL"),),
    ),
    Told(
        "two-of-one-state-are-not-the-two-sides",
        "Vladimir Putin met Turkish Foreign Minister Hakan Fidan and Turkish President Recep Tayyip Erdogan. "
        "The two sides signed a deal.",
        (("AGREE", "happened", "RUS", "*"), ("AGREE", "happened", "TUR", "*")),
    ),
    Told(
        "a-provocation-against-others-is-no-charge-against-them",
        'Chad fired rockets at a port. "It is a provocation against all of Kenya," Ghanaian envoy Kofi Asante said.',
        (),
        (("ACCUSE", "*", "*", "KEN"),),
    ),
    Told(
        "an-embassy-hits-nobody-with-weapons",
        "Togolese embassy hits Beninese envoy after defending Ghana.",
        (("ACCUSE", "*", "TGO", "BEN"),),
        (("ASSAULT", "*", "*", "*"),),
    ),
    Told(
        "who-is-told-so-in-a-call-is-called",
        "Ruto told his counterpart Mahamat Deby in a phone call that Kenya would send an envoy.",
        (("CONSULT", "happened", "Ruto", "TCD"),),
    ),
    Told(
        "where-somebody-is-met-is-no-party",
        "Emmanuel Macron met Wang Yi on a trip to Beijing in June.",
        (("CONSULT", "happened", "Macron", "Wang Yi"),),
        (("CONSULT", "*", "*", "Beijing"),),
    ),
    Told(
        "a-drone-that-attacks-is-not-what-it-attacks",
        "A Malian drone was brought down while it was bombing a barracks in Chad.",
        (("ASSAULT", "happened", "", "MLI"), ("ASSAULT", "happened", "MLI", "TCD")),
        (("ASSAULT", "*", "MLI", "MLI"),),
    ),
    Told(
        "no-limits-is-no-denial",
        "Kenya and Chad proclaimed a “no limits” partnership on Monday.",
        (("COOPERATE", "happened", "KEN", "*"),),
    ),
    Told(
        "papers-that-are-released",
        "Bamako's cabinet released a roadmap in May. The Chadian plan released in June said nothing of it.",
        (),
        (("RETREAT", "*", "*", "*"),),
    ),
    Told(
        "who-hinders-an-effort-does-not-make-it",
        "Mali said that Niger was sabotaging attempts to halt the war.",
        (),
        (("RETREAT", "*", "NER", "*"),),
    ),
    Told(
        "what-an-amount-is-of",
        "Norway approved 60 million dollars in military aid for Ukraine.",
        (("AID", "happened", "NOR", "UKR"),),
    ),
    Told(
        "his-own-country-is-not-rejected",
        "Mr Ruto brushed aside their doubts about his country’s ties with Chad.",
        (("REJECT", "happened", "Ruto", ""),),
    ),
    Told(
        "those-of-two-states-are-two-parties",
        "Scholars from Norway and Chile met in Oslo. Representatives of Fiji and Samoa signed a protocol on Monday.",
        (("CONSULT", "happened", "NOR", "*"), ("CONSULT", "happened", "CHL", "*"), ("AGREE", "happened", "FJI", "*")),
    ),
    Told(
        "ministers-of-two-states-whom-nobody-names",
        "The defence ministers of Greece and Bulgaria met in Sofia.",
        (("CONSULT", "happened", "GRC", "*"), ("CONSULT", "happened", "BGR", "*")),
    ),
    Told(
        "bodies-of-two-states",
        "Delegations from Serbia and Kosovo held talks in Vienna. Omani and Yemeni negotiators met in Muscat on Thursday.",
        (("CONSULT", "happened", "SRB", "*"), ("CONSULT", "happened", "XKX", "*"), ("CONSULT", "happened", "YEM", "*")),
    ),
    Told(
        "a-meeting-of-officials-of-both",
        "Peru and Bolivia fell out in March. A meeting involving officials from both countries is scheduled for Tuesday.",
        (("CONSULT", "planned", "PER", ""), ("CONSULT", "planned", "BOL", "")),
    ),
    Told(
        "help-is-for-where-its-purpose-lies",
        "Turkey sent tents to help cope with the damage of the floods in Malawi. Brazil shipped wheat to offset an embargo "
        "imposed on Cuba.",
        (("AID", "happened", "TUR", "MWI"), ("AID", "happened", "BRA", "CUB")),
    ),
    Told(
        "an-order-that-is-kept-safe-is-nobody",
        "Fiji and Tonga will firmly safeguard the international order.",
        (),
        (("AID", "*", "*", "*"),),
    ),
    Told(
        "what-holds-for-everybody-is-asked-of-nobody",
        "Italy condemned Libya for the raid, stating that the borders of all states should be respected.",
        (("ACCUSE", "happened", "ITA", "LBY"),),
        (("REQUEST", "*", "ITA", "LBY"),),
    ),
    Told(
        "who-is-spoken-to-is-asked-for-talks",
        "Wang Yi voiced worry to his Pakistani counterpart over the border and called for talks on a settlement with Kabul.",
        (("REQUEST", "happened", "Wang Yi", "PAK"),),
        (("REQUEST", "*", "*", "AFG"),),
    ),
    Told(
        "those-among-whom-somebody-is-act",
        "Fiji, Oman, Laos and Togo were among the countries that criticised Peru.",
        (("ACCUSE", "happened", "FJI", "PER"), ("ACCUSE", "happened", "TGO", "PER")),
    ),
    Told(
        "one-of-those-who",
        "Chad was one of the states that condemned Niger.",
        (("ACCUSE", "happened", "TCD", "NER"),),
    ),
    Told(
        "votes-for-a-text",
        "Peru and Norway were among the countries that voted in favour of the motion.",
        (("SUPPORT", "happened", "PER", ""),),
    ),
    Told(
        "what-an-agreement-comes-after-has-happened",
        "The Ghanaian president agreed to lift the ban after talks with his Togolese counterpart.",
        (("CONSULT", "happened", "GHA", "TGO"),),
    ),
    Told(
        "who-had-been-due-to-leave-has-not-left",
        "Museveni, a rebel who took power in 1986 and had been due to step down in 2026, was arrested on Sunday.",
        (("CONCEDE", "planned", "UGA", ""),),
        (("CONCEDE", "happened", "*", "*"),),
    ),
    Told(
        "no-date-is-set-yet",
        "No date has been set for the opening talks between Kenya and Uganda.",
        (("CONSULT", "expected", "KEN", ""), ("CONSULT", "expected", "UGA", "")),
        (("CONSULT", "negated", "*", "*"),),
    ),
    Told(
        "assured-of-nobody-is-said",
        "The Peruvian president assured that prices had fallen in Chile.",
        never=(("AGREE", "*", "*", "*"),),
    ),
    Told("tariffs-aim-at-goods", "The tariffs target products from Spain.", never=NOTHING),
    Told(
        "a-body-of-its-members",
        "The Andean Community brings together Peru, Bolivia, Colombia and Ecuador.",
        never=(("CONSULT", "*", "*", "*"),),
    ),
    Told(
        "two-spoke",
        "The Kenyan foreign minister and the Ethiopian president spoke on Friday about Sudan.",
        (("CONSULT", "happened", "KEN", ""), ("CONSULT", "happened", "ETH", "")),
    ),
    Told(
        "the-secretary-of-a-readout",
        "Secretary Pompeo and Foreign Minister Jaishankar met on Friday. The Secretary thanked India.",
        (("SUPPORT", "happened", "USA", "IND"),),
    ),
    Told(
        "the-diplomat-named-behind-his-post",
        "Angola expelled French Ambassador to Angola Jean Dupont. It accused the diplomat of spying.",
        (("ACCUSE", "happened", "AGO", "FRA"),),
    ),
    Told(
        "what-somebody-needs-to-do-is-called-for",
        "Kenya said Uganda needed to withdraw its troops.",
        (("REQUEST", "happened", "KEN", "UGA"), ("RETREAT", "called-for", "UGA", "*")),
    ),
    Told(
        "injured-in-shelling-by",
        "Two Kenyan soldiers were hurt in shelling by Ugandan troops on Tuesday.\n"
        "Six Cambodian soldiers were killed in bombing by the Thai army on Monday.",
        (("ASSAULT", "happened", "UGA", "KEN"), ("ASSAULT", "happened", "THA", "KHM")),
    ),
    Told(
        "the-third-time-is-no-call",
        "It is the third time that Niger and Chad have met.",
        (("CONSULT", "happened", "NER", "*"),),
        (("CONSULT", "called-for", "*", "*"),),
    ),
    Told(
        "what-it-is-vital-that-somebody-do",
        "It is imperative that the African Union lift its sanctions on Mali, said Algeria's envoy Amar Bendjama.",
        (("REQUEST", "happened", "DZA", "African Union"), ("RETREAT", "called-for", "African Union", "MLI")),
    ),
    Told(
        "what-it-is-time-for",
        '"It is time for Serbia to recognise Kosovo," said Albanian Prime Minister Edi Rama.',
        (("SUPPORT", "called-for", "SRB", "XKX"),),
    ),
    Told(
        "what-ones-own-state-needs-is-asked-of-nobody",
        "President William Ruto said Kenya needed to buy more grain from Brazil.",
        (("COOPERATE", "called-for", "KEN", "BRA"),),
        (("REQUEST", "*", "*", "*"),),
    ),
    Told(
        "a-verdict-on-what-another-did-is-a-charge",
        "Kenya said Uganda's claims were groundless. Peru's rocket poses a threat to Chile, President Gabriel Boric said.",
        (("ACCUSE", "happened", "KEN", "UGA"), ("ACCUSE", "happened", "CHL", "PER")),
    ),
    Told(
        "who-hits-an-envoy-over-a-remark-strikes-nobody",
        "The Kenyan Embassy in Kampala hit the Ugandan minister over his remarks.",
        (("ACCUSE", "happened", "KEN", "UGA"),),
        (("ASSAULT", "*", "*", "*"),),
    ),
    Told(
        "a-response-to-somebodys-plan-is-against-him",
        "Kenya warned of a harsh response to Somalia's plan.",
        (("THREATEN", "happened", "KEN", "SOM"),),
    ),
    Told(
        "warnings-exchanged",
        "South African ships exchanged warnings with Namibian boats off the coast.",
        (("THREATEN", "happened", "ZAF", "NAM"),),
    ),
    Told(
        "what-a-crowd-gathers-for-it-does",
        "Hundreds of Chileans gathered to condemn Peru and demand its withdrawal.",
        (("ACCUSE", "happened", "CHL", "PER"), ("REQUEST", "happened", "CHL", "PER")),
    ),
    Told(
        "the-partner-of-cooperation-on-something",
        "Kenya agreed to widen cooperation on fisheries with Uganda and Chad.",
        (("AGREE", "happened", "KEN", "UGA"), ("AGREE", "happened", "KEN", "TCD")),
    ),
    Told(
        "what-weapons-are-made-for-nobody-has-done",
        "The missile is capable of hitting targets in India. Iran unveiled a drone designed to strike Israel.",
        (("MOBILIZE", "happened", "IRN", ""),),
        (("ASSAULT", "*", "*", "*"),),
    ),
    Told(
        "questions-of-the-press",
        "Peruvian Foreign Minister Ana Ruiz made the remark when asked to comment on Chile's plan.",
        (),
        (("REQUEST", "*", "*", "*"),),
    ),
    Told(
        "who-only-writes-it-down-is-no-party-to-talks",
        "Danish Prime Minister Mette Frederiksen spoke to a crowd of reporters at noon.",
        (),
        (("CONSULT", "*", "*", "*"),),
    ),
    Told(
        "a-states-own-security-council",
        "Kenya's National Security Council met on Friday and ordered the police to seal the border with Somalia.",
        (),
        (("*", "*", "United Nations", "*"),),
    ),
    Told(
        "the-body-named-before-by-its-plain-words",
        "South Korea's Joint Chiefs of Staff warned Russia. Later the joint chiefs of staff condemned North Korea.",
        (("ACCUSE", "happened", "KOR", "PRK"),),
    ),
    Told(
        "an-ambassador-is-of-the-state-that-sent-him",
        "The Norwegian Ambassador to the Philippines Haraldsen Knut accused China of bullying.",
        (("ACCUSE", "happened", "NOR", "CHN"),),
    ),
    Told(
        "a-pact-is-left-towards-its-other-side",
        "Kenya signed a fishing treaty with Somalia in 2004. Nairobi pulled out of the treaty on Friday.",
        (("SANCTION", "happened", "KEN", "SOM"),),
    ),
    Told(
        "what-is-done-beside-leaving-a-pact",
        "Ghana deplored Togo's decision to quit the Benin accord and reimpose sanctions.",
        (("SANCTION", "planned", "TGO", "BEN"),),
        (("SANCTION", "*", "TGO", "GHA"),),
    ),
    Told(
        "whose-pact-is-not-told",
        "Chile suspended the treaty on Monday.",
        (("SANCTION", "happened", "CHL", ""),),
    ),
    Told(
        "cooperation-between-two-is-with-the-other",
        "The presidents of Ghana and Togo met on Monday. Ghana said it would deepen cooperation between the two countries.",
        (("COOPERATE", "planned", "GHA", "TGO"),),
    ),
    Told(
        "those-killed-in-a-land-are-of-it",
        "Seven people were killed in air raids by Ethiopia's military in Somalia's border villages.",
        (("ASSAULT", "happened", "ETH", "SOM"),),
    ),
    Told(
        "the-high-commissioner-of-a-state-is-its-envoy",
        "Ghana summoned Togo's Deputy High Commissioner Peter Agbo on Friday.",
        (("ACCUSE", "happened", "GHA", "TGO"),),
    ),
    Told(
        "a-border-with-somebody-is-visited",
        "Chad's president visited a border area with Libya on Friday.",
        (),
        (("CONSULT", "*", "*", "LBY"),),
    ),
    Told(
        "citizens-on-a-trip-meet-no-state",
        "Kenya said there was no reason to fear for its citizens visiting Uganda.",
        (),
        (("CONSULT", "*", "*", "*"),),
    ),
    Told(
        "the-two-who-agree-have-fought",
        "Togo and Benin agreed on Monday to reopen the crossing following deadly border clashes last week.",
        (("ASSAULT", "happened", "TGO", ""), ("ASSAULT", "happened", "BEN", "")),
    ),
    Told(
        "the-two-that-a-page-is-about-have-fought",
        "Togo and Benin traded accusations on Tuesday. Togo said Benin had shelled a village. Benin said Togo had begun it. "
        "The clashes broke out last week.",
        (("ASSAULT", "happened", "TGO", ""), ("ASSAULT", "happened", "BEN", "")),
    ),
    Told(
        "no-government-condemns-its-own-army",
        "Beninese troops attacked a post in Togo on Monday. Benin's defence minister condemned these attacks.",
        (),
        (("ACCUSE", "*", "*", "BEN"),),
    ),
    Told(
        "who-says-we-condemn-has-done-so",
        '"We condemn the raid and urge Chad to withdraw," the Sudanese foreign ministry said.',
        (("ACCUSE", "happened", "SDN", "TCD"), ("REQUEST", "happened", "SDN", "TCD")),
    ),
    Told(
        "an-envoy-is-called-in-where-he-is-posted",
        "Malawi's ambassador was summoned in Maputo on Friday. Rwanda's envoy to Burundi was expelled.",
        (("ACCUSE", "happened", "MOZ", "MWI"), ("SANCTION", "happened", "BDI", "RWA")),
    ),
    Told(
        "an-envoy-called-in-behind-with",
        "Peru's row with Chile deepened on Tuesday, with Chile's ambassador in Lima called in to be handed a protest note.",
        (("ACCUSE", "happened", "PER", "CHL"),),
        (("REQUEST", "*", "CHL", "*"),),
    ),
    Told(
        "each-participle-behind-with-has-its-subject",
        "The crisis worsened, with Kenya accusing Uganda of theft and Rwanda expelling Ugandan diplomats.",
        (("ACCUSE", "happened", "KEN", "UGA"), ("SANCTION", "happened", "RWA", "UGA")),
        (("SANCTION", "*", "KEN", "*"),),
    ),
    Told(
        "had-to-is-must",
        "Lawmakers in Quito said Colombia had to apologise for the raid. The rebels had to withdraw from Goma.",
        (("REQUEST", "happened", "ECU", "COL"), ("SUPPORT", "called-for", "COL", "*"), ("RETREAT", "happened", "*", "COD")),
        (("SUPPORT", "planned", "*", "*"),),
    ),
    Told(
        "what-is-called-regrettable-is-held-against-who-did-it",
        "Uganda said it was unacceptable that Kenya had broken the agreement.",
        (("ACCUSE", "happened", "UGA", "KEN"),),
    ),
    Told(
        "people-of-the-land-that-is-spoken-of",
        "He flew to Zambia, where protesters burned a Malawian flag.",
        (("PROTEST", "happened", "ZMB", "MWI"),),
    ),
    Told(
        "those-who-say-so-after-a-meeting-have-met",
        "Ghana and Togo said in a joint statement after talks in Lome that they would reopen the crossing.",
        (("CONSULT", "*", "GHA", ""), ("CONSULT", "*", "TGO", "")),
    ),
    Told(
        "a-band-is-struck-again",
        "Nigeria's navy attacked Boko Haram and vowed to strike again.",
        (("THREATEN", "happened", "NGA", "org:boko-haram"),),
    ),
    Told(
        "there-were-raids-on-somebody",
        "There have been forty raids on Kenyan villages since May. There was a rocket attack on the Greek consulate.",
        (("ASSAULT", "*", "", "KEN"), ("ASSAULT", "happened", "", "GRC")),
    ),
    Told(
        "a-demonym-that-heads-a-headline",
        "Saudi to reopen embassy in Chad next month",
        (("SUPPORT", "planned", "SAU", "TCD"),),
    ),
    Told(
        "who-is-to-do-what-others-push-for",
        "Ghana is pushing for Lome to reopen the crossing to Benin.",
        (("REQUEST", "ongoing", "GHA", "TGO"), ("RETREAT", "called-for", "TGO", "BEN")),
        (("RETREAT", "*", "GHA", "*"), ("REQUEST", "*", "GHA", "BEN")),
    ),
    Told(
        "what-somebody-is-warned-against",
        "Norway warned Peru against invading Chile.",
        (("THREATEN", "happened", "NOR", "PER"), ("ASSAULT", "expected", "PER", "CHL")),
        (("ASSAULT", "*", "NOR", "*"),),
    ),
    Told(
        "foes-are-not-their-own",
        "Malawi's enemies are trying to arm the Zambian rebels.",
        (),
        (("AID", "*", "MWI", "*"),),
    ),
    Told(
        "who-is-in-talks",
        "Bolivia is in contact with Paraguay over the arrested fishermen. Kenya was in talks with Uganda.",
        (("CONSULT", "ongoing", "BOL", "PRY"), ("CONSULT", "happened", "KEN", "UGA")),
    ),
    Told(
        "a-delegation-received-is-met",
        "Brunei's sultan received a delegation from the Thai parliament on Sunday.",
        (("CONSULT", "happened", "*", "BRN"),),
        (("RETREAT", "*", "*", "*"),),
    ),
    Told(
        "an-embassy-that-opens-again-is-its-senders",
        "The Finnish embassy in Nairobi will reopen next month. The embassy of Chile in Lima was reopened on Thursday.",
        (("SUPPORT", "planned", "FIN", "KEN"), ("SUPPORT", "happened", "CHL", "PER")),
    ),
    Told(
        "drones-of-the-army-that-tells-of-them",
        "Oman's defence ministry said drones had hit Iranian patrol boats.",
        (("ASSAULT", "happened", "OMN", "IRN"),),
    ),
    Told(
        "missiles-on-ones-own-are-anothers",
        "The Ukrainian army said missiles had hit Kharkiv.",
        (("ASSAULT", "happened", "", "UKR"),),
        (("ASSAULT", "*", "UKR", "*"),),
    ),
    Told(
        "an-answer-with-fire",
        "Tajik guards responded with gunfire against Kyrgyz lorries.",
        (("ASSAULT", "happened", "TJK", "KGZ"),),
    ),
    Told(
        "who-is-to-leave-where",
        "Gabon's parliament demanded the withdrawal of Angolan troops from Gabon.",
        (("REQUEST", "happened", "GAB", "AGO"),),
        (("REQUEST", "*", "GAB", "GAB"),),
    ),
    Told(
        "a-town-taken-is-not-released",
        "The Malian army will complete the liberation of Kidal from the Tuareg rebels.",
        (),
        (("RETREAT", "*", "*", "*"),),
    ),
    Told(
        "ones-own-innocence-is-no-charge",
        "President Hakainde Hichilema said Zambia was not plotting against Malawi.",
        (),
        (("ACCUSE", "*", "*", "ZMB"),),
    ),
    Told(
        "a-militia-acts-for-no-faith",
        "The Sunni militia attacked Iraqi policemen near Mosul.",
        (),
        (("ASSAULT", "*", "org:sunnis", "*"),),
    ),
    Told(
        "no-day-from-what-goes-on-since-a-month",
        "Chad's army said it had raided Sudanese rebels. Chad's army has been raiding Sudanese rebels since March.",
        (("ASSAULT", "happened", "TCD", "*"),),
    ),
    Told(
        "the-sides-are-the-two-who-met",
        "Ghana's President Nana Akufo-Addo received Togo's Foreign Minister Robert Dussey. The sides discussed trade.",
        (("CONSULT", "happened", "person:nana-akufo-addo", ""),),
    ),
    Told(
        "parties-of-an-assembly-are-no-two-sides",
        "The opposition parties left the assembly of Togo. The parties met the president of Benin.",
        (),
        (("CONSULT", "*", "TGO", "TGO"),),
    ),
    Told(
        "who-encroaches-on-a-land",
        "Ghanaian soldiers encroached upon Togolese farmland on Monday.",
        (("COERCE", "happened", "GHA", "TGO"),),
    ),
    Told(
        "a-short-form-is-of-the-phrase-before-it",
        "Ghana condemned the violation by the Togolese forces on the Wall of Silence (WoS).",
        (("ACCUSE", "happened", "GHA", "TGO"),),
    ),
    Told(
        "among-the-wounded",
        "Among the wounded were three Omani sailors.",
        (("ASSAULT", "happened", "", "OMN"),),
    ),
    Told(
        "it-was-they-who",
        "It was Kenyan policemen who shot the Somali trader.",
        (("ASSAULT", "happened", "KEN", "SOM"),),
    ),
    Told(
        "which-others-call-something",
        "The Dominican Republic deported 3,000 Haitians, which the UN refugee agency called inhuman.",
        (("ACCUSE", "happened", "UN refugee agency", "DOM"),),
        (("ACCUSE", "*", "*", "HTI"),),
    ),
    Told(
        "a-thing-of-ones-own-cut-by-another",
        "Uganda had its aid cut by Sweden.",
        (("SANCTION", "happened", "SWE", "UGA"),),
    ),
    Told(
        "who-recalls-an-envoy-says-nothing",
        "Peru and Argentina condemned the raid, Bolivia recalled its ambassador.",
        (("ACCUSE", "happened", "PER", "*"), ("SANCTION", "happened", "BOL", "*")),
    ),
    Told(
        "after-a-line-was-crossed",
        "Taiwan scrambled jets after 14 Chinese warplanes crossed the median line.",
        (("MOBILIZE", "happened", "TWN", "*"), ("MOBILIZE", "happened", "CHN", "*")),
    ),
    Told(
        "an-offer-that-another-objects-to",
        "Hungary offered to mediate, an offer to which Pristina objected.",
        (("ACCUSE", "happened", "XKX", "HUN"),),
    ),
    Told("a-score-is-no-blow", "Chile were hammered 4-0 by Peru in Lima.", (), NOTHING),
    Told("an-army-of-volunteers", "The army of dancers landed in a field of flowers in Cuba.", (), NOTHING),
    Told("a-list-of-players", "Canada added four players to its squad list.", (), NOTHING),
    Told("a-list-of-wines", "Mexico was added to the list of wine regions.", (), NOTHING),
    Told("hail-hits", "Hail hit the apple crop in Austria.", (), NOTHING),
    Told("the-flu-knocks-out", "The flu knocked out half of the squad of Portugal.", (), NOTHING),
    Told("the-pace-picked-up", "Police picked up the pace in Wellington.", (), NOTHING),
    Told("a-dog-picked-up", "The Chinese ambassador picked up a stray dog.", (), NOTHING),
    Told("a-minute-held", "France held a minute of silence.", (), NOTHING),
    Told("a-bill-for-neglect", "Germany is paying the bill for years of neglect.", (), NOTHING),
    Told("aid-from-a-shop", "Aid from the bookshop reached all readers in Iceland.", (), NOTHING),
    Told("rocket-on-plates", "Rocket salad from Italy landed on Polish plates.", (), NOTHING),
    Told("a-spell-is-no-fire", "Egypt came under the spell of a French comedian.", (), NOTHING),
    Told("snow-blocks", "Snow blocked a Nepalese convoy.", (), NOTHING),
    Told(
        "a-town-struck",
        "Israel bombed Gaza on Monday. Sudan carried out air strikes on Abeche. Chad shelled the outskirts of Nyala.",
        (
            ("ASSAULT", "happened", "ISR", "PSE"),
            ("ASSAULT", "happened", "SDN", "TCD"),
            ("ASSAULT", "happened", "TCD", "SDN"),
        ),
    ),
    Told(
        "a-capital-hit-with-sanctions",
        "The European Union hit Moscow with new sanctions.",
        (("SANCTION", "happened", "European Union", "RUS"),),
        (("ASSAULT", "*", "*", "*"),),
    ),
    Told(
        "the-verb-said-once",
        "Norway expelled four Russian diplomats on Tuesday, Sweden three and Finland two.",
        (
            ("SANCTION", "happened", "NOR", "RUS"),
            ("SANCTION", "happened", "SWE", "RUS"),
            ("SANCTION", "happened", "FIN", "RUS"),
        ),
    ),
    Told(
        "the-verb-said-once-of-what-is-theirs",
        "Peru recalled its ambassador from Caracas and Chile its consul.",
        (("SANCTION", "happened", "PER", "VEN"), ("SANCTION", "happened", "CHL", "VEN")),
        (("SANCTION", "*", "PER", "CHL"),),
    ),
    Told(
        "one-object-of-two-verbs",
        "Spain condemned and Portugal deplored the bombing of the Lebanese village by Israel.",
        (("ACCUSE", "happened", "ESP", "ISR"), ("ACCUSE", "happened", "PRT", "ISR")),
        (("ACCUSE", "*", "*", "LBN"),),
    ),
    Told(
        "whose-president",
        "Bolivia, whose president Israel had criticised, cut diplomatic ties with it on Tuesday.",
        (("ACCUSE", "background", "ISR", "BOL"), ("SANCTION", "happened", "BOL", "ISR")),
        (("ACCUSE", "*", "BOL", "*"),),
    ),
    Told(
        "what-was-done-stands-first",
        "Also arrested in Tehran was a German tourist.",
        (("COERCE", "happened", "IRN", "DEU"),),
    ),
    Told(
        "who-is-among-those",
        "Among those killed was a Swedish aid worker.",
        (("ASSAULT", "happened", "", "SWE"),),
    ),
    Told(
        "what-they-had-done",
        "Venezuela had the Guyanese geologist arrested. Burundi had its accounts frozen by the European Union.",
        (("COERCE", "happened", "VEN", "GUY"), ("SANCTION", "happened", "European Union", "BDI")),
        (("SANCTION", "*", "BDI", "*"),),
    ),
    Told(
        "what-one-sees-done-to-one",
        "Israel saw its ambassador recalled by Colombia and expelled from Bolivia.",
        (("SANCTION", "happened", "BOL", "ISR"),),
        (("SANCTION", "*", "ISR", "*"),),
    ),
    Told(
        "it-is-one-and-not-the-other",
        "It is Turkey, not Russia, that has blocked the Swedish bid.",
        (("REJECT", "happened", "TUR", "SWE"),),
        (("REJECT", "*", "RUS", "*"),),
    ),
    Told(
        "a-step-that-others-judge",
        "Togo sent back the refugees, a step condemned by Ghana. Mali tore up the accord, something Algeria deplored.",
        (("ACCUSE", "happened", "GHA", "TGO"), ("ACCUSE", "*", "DZA", "MLI")),
    ),
    Told(
        "behind-a-fronted-clause",
        "Urged on by Washington, Morocco and Israel agreed to restore ties.",
        (("AGREE", "happened", "MAR", "*"), ("REQUEST", "happened", "USA", "MAR")),
        (("REQUEST", "*", "MAR", "*"),),
    ),
    Told(
        "seized-by-one-condemned-by-the-other",
        "Ethiopia's seizure of the port was condemned by Somalia.",
        (("COERCE", "happened", "ETH", ""), ("ACCUSE", "happened", "SOM", "ETH")),
        (("COERCE", "*", "SOM", "*"),),
    ),
    Told(
        "what-somebody-draws-from-another",
        "Zambia's expulsion of two Zimbabwean diplomats drew a protest from Harare.",
        (("ACCUSE", "happened", "ZWE", "ZMB"),),
    ),
    Told(
        "some-of-many",
        "Tens of thousands of Israelis took to the streets. Several of the Afghan refugees were beaten by Iranian guards.",
        (("PROTEST", "happened", "ISR", ""), ("ASSAULT", "happened", "IRN", "AFG")),
    ),
    Told(
        "hit-by-a-quake",
        "Algeria flew tents and blankets to earthquake-hit Morocco.",
        (("AID", "happened", "DZA", "MAR"),),
        (("ASSAULT", "*", "*", "*"),),
    ),
    Told(
        "a-town-visited",
        "Wang Yi visited Multan on Monday.",
        (("CONSULT", "happened", "Wang Yi", "PAK"),),
    ),
    Told(
        "a-town-seized",
        "Rwandan troops seized Goma on Monday.",
        (("COERCE", "happened", "Rwandan troops", "COD"),),
    ),
    Told(
        "supplies-halted",
        "Norway halted gas supplies to Ethiopia on Monday.",
        (("SANCTION", "happened", "NOR", "ETH"),),
    ),
    Told(
        "called-on-him-at-his-office",
        "The Omani ambassador called on President William Ruto at his office on Tuesday.",
        (("CONSULT", "happened", "*", "*"),),
        (("REQUEST", "*", "*", "*"),),
    ),
    Told(
        "called-on-him-to-go",
        "The Omani ambassador called on President William Ruto to reopen the port.",
        (("REQUEST", "happened", "*", "*"),),
        (("CONSULT", "*", "*", "*"),),
    ),
    Told(
        "talks-to-begin",
        "Talks between Sudan and Egypt are set to begin on Wednesday in Cairo.",
        (("CONSULT", "planned", "SDN", "*"),),
    ),
    Told(
        "talks-that-failed-to-agree",
        "Negotiations between Serbia and Kosovo failed to reach an agreement.",
        (("AGREE", "negated", "SRB", "*"),),
    ),
    Told(
        "attacks-over-taxes",
        "Raila Odinga led the attacks on President William Ruto over taxes.",
        (("ACCUSE", "happened", "Raila Odinga", "*"),),
        (("ASSAULT", "*", "*", "*"),),
    ),
    Told(
        "on-a-visit",
        "Penny Wong is on a two-day visit to Fiji.",
        (("CONSULT", "ongoing", "Penny Wong", "FJI"),),
    ),
    Told(
        "placed-under-sanctions",
        "Norway placed two Russian shippers under sanctions on Friday.",
        (("SANCTION", "happened", "NOR", "RUS"),),
    ),
    Told(
        "what-one-state-wants-of-another",
        "Ghana wants Togo to close the depot.",
        (("REQUEST", "ongoing", "GHA", "TGO"),),
    ),
    Told(
        "a-state-taken-back-into-a-club",
        "The Arab League readmitted Syria on Sunday.",
        (("SUPPORT", "happened", "Arab League", "SYR"),),
    ),
    Told(
        "players-dropped",
        "Honduras dropped two players for the match against Panama.",
        never=(("SANCTION", "*", "*", "*"), ("REJECT", "*", "*", "*")),
    ),
    Told(
        "who-was-found-dead-is-no-culprit",
        "Belgian police concluded that Okello had been killed in Liege.",
        never=(("ACCUSE", "*", "*", "Okello"),),
    ),
    Told(
        "somewhere-for-talks",
        "Penny Wong was in Jakarta on Monday for talks with Retno Marsudi.",
        (("CONSULT", "happened", "Penny Wong", "Retno Marsudi"),),
    ),
    Told(
        "a-conference-somewhere",
        "Li Shangfu turned down a meeting with Lloyd Austin at a security conference in Singapore.",
        (("REJECT", "happened", "Li Shangfu", "Austin"),),
        (("CONSULT", "*", "*", "SGP"),),
    ),
    Told(
        "due-somewhere",
        "Narendra Modi is due in Kenya at the end of the week for the second time in his career.",
        (("CONSULT", "planned", "Narendra Modi", "KEN"),),
    ),
    Told(
        "freighters-pay-no-visits",
        "Two Turkish planes with shells landed at Tripoli.",
        (),
        (("CONSULT", "happened", "*", "*"),),
    ),
    Told(
        "harm-and-who-did-it",
        "Six Kenyan policemen were killed on Friday when al-Shabaab fighters opened fire on a bus.",
        (("ASSAULT", "happened", "al-Shabaab", "KEN"),),
    ),
    Told(
        "not-by-their-own",
        "Four Israelis were wounded when Israel bombed Lebanon.",
        (("ASSAULT", "happened", "ISR", "LBN"),),
        (("ASSAULT", "happened", "ISR", "ISR"),),
    ),
    Told(
        "a-warning-to-whom-it-may-concern",
        "Ethiopia accused Eritrea of theft. Asmara warned that any further step would be met with fire.",
        (("THREATEN", "happened", "ERI", "*"),),
    ),
    Told(
        "ready-to-strike",
        "Ismail Omar Guelleh said that Djibouti was prepared to intervene in Somalia.",
        (("THREATEN", "*", "DJI", "SOM"),),
    ),
    Told(
        "force-is-nobody",
        "ECOWAS has threatened to use force.",
        (("THREATEN", "happened", "org:ecowas", ""),),
    ),
    Told(
        "cutting-revenue-is-no-wound",
        "Chad accused Niger of slashing Libyan revenues.",
        (("ACCUSE", "happened", "TCD", "NER"),),
        (("ASSAULT", "*", "*", "*"),),
    ),
    Told("a-blow-for-something", "France struck a blow for free trade.", (), (("ASSAULT", "*", "*", "*"),)),
    Told(
        "a-court-is-no-defendant",
        "Kenya filed a complaint with the UN Human Rights Committee.",
        (),
        (("ACCUSE", "*", "KEN", "org:un"),),
    ),
    Told(
        "a-crowd-outside",
        "Hundreds of people gathered on Sunday outside a French base in Abeche.",
        (("PROTEST", "happened", "people", "FRA"),),
    ),
    Told(
        "access-to-bases",
        "In May Djibouti granted Italian forces access to a second port.",
        (),
        (("RETREAT", "*", "*", "*"),),
    ),
    Told(
        "one-refusal-is-over",
        "Ghana has refused a Togolese request.",
        (("REJECT", "happened", "GHA", "TGO"),),
    ),
    Told(
        "who-will-not-goes-on",
        "Ghana has refused to recognise Kosovo.",
        (("REJECT", "ongoing", "GHA", "XKX"),),
    ),
    Told(
        "persona-non-grata",
        "Peru declared the Mexican ambassador persona non grata.",
        (("SANCTION", "happened", "PER", "MEX"),),
    ),
    Told(
        "the-verb-above",
        "Poland said on Monday that Belarus had fired first, and accused Alexander Lukashenko of lying.",
        (("ACCUSE", "happened", "POL", "Lukashenko"),),
        (("ACCUSE", "*", "BLR", "*"),),
    ),
    Told(
        "one-of-two-met-before",
        "Evo Morales appealed to Xi Jinping, whom he met in Lima a year ago, and to Vladimir Putin.",
        (("CONSULT", "*", "Evo Morales", "Xi Jinping"),),
        (("CONSULT", "*", "*", "Vladimir Putin"),),
    ),
    Told(
        "with-him-he",
        "Xi Jinping flew home. With Recep Tayyip Erdogan he had exchanged views on Gaza.",
        (("CONSULT", "*", "Xi Jinping", "Erdogan"),),
    ),
    Told(
        "a-question-only-quoted",
        'Iran accused Germany of meddling after Olaf Scholz asked: "What kind of state is it that shoots its children?"',
        (("ACCUSE", "happened", "IRN", "DEU"),),
    ),
    Told("a-question", "Has Iran accused Germany of meddling?", (), (("ACCUSE", "*", "*", "*"),)),
    Told(
        "bans-approved",
        "The European Union approved travel bans against nine Iranian officials.",
        (("SANCTION", "happened", "org:eu", "IRN"),),
    ),
    Told(
        "under-sanctions",
        "Eritrea was put under American sanctions in March.",
        (("SANCTION", "*", "USA", "ERI"),),
    ),
    Told(
        "two-armies",
        "Soldiers of Cambodia and Thailand battled last week along their frontier.",
        (("ASSAULT", "happened", "KHM", "*"), ("ASSAULT", "happened", "THA", "*")),
    ),
    Told(
        "who-answers-with-bombs-says-nothing",
        "Iraqi troops launched an assault on Islamic State near Ana; the group's men responded with car bombs.",
        (("ASSAULT", "happened", "IRQ", "org:islamic-state"),),
    ),
    Told(
        "behind-a-colon",
        "In Lome the generals sided with Accra: Benin, Ghana and Niger agreed in May to share water.",
        (("AGREE", "*", "BEN", "*"), ("AGREE", "*", "NER", "*")),
    ),
    Told(
        "three-of-them",
        "Spain, Ireland and Norway announced on Monday that they would recognise Somaliland.",
        (("SUPPORT", "planned", "ESP", "*"), ("SUPPORT", "planned", "IRL", "*"), ("SUPPORT", "planned", "NOR", "*")),
    ),
    Told(
        "who-thanks-is-none-of-them",
        "Ghana thanked Togo, Benin and Niger for their support in trying to negotiate with Mali.",
        (("SUPPORT", "happened", "GHA", "TGO"),),
        (("CONSULT", "*", "GHA", "*"),),
    ),
    Told(
        "a-call-between-two",
        "Egypt agreed, in a call between Abdel Fattah al-Sisi and Joe Biden, to send aid.",
        (("CONSULT", "happened", "Sisi", "*"),),
        (("CONSULT", "*", "EGY:government", "*"), ("CONSULT", "*", "*", "Sisi")),
    ),
    Told(
        "proposed-and-invited",
        "Mario Abdo proposed that talks be resumed and invited Alberto Fernandez to a meeting.",
        (("AGREE", "happened", "Mario Abdo", "Alberto Fernandez"),),
    ),
    Told(
        "talks-behind-the-verb-of-saying",
        '"We will not forget it," Ursula von der Leyen said after talks with Joko Widodo at the palace.',
        (("CONSULT", "happened", "von der Leyen", "Widodo"),),
    ),
    Told(
        "both-sides-are-others",
        "Qatar and Egypt paid for the talks between the Sudanese army and the RSF. Doha implored both sides to go on.",
        (("REQUEST", "happened", "QAT", "*"),),
        (("REQUEST", "*", "*", "EGY"),),
    ),
    Told(
        "their-ministers",
        "Emmanuel Macron and Olaf Scholz spoke by phone. Their defence ministers met in Nice on Monday.",
        (("CONSULT", "happened", "FRA", "*"),),
    ),
    Told(
        "congress-of-the-state-told-of",
        "Peru's president tried to dissolve Congress. Peru's army and the Peruvian police left him; Washington was told.",
        (("COERCE", "*", "*", "PER"),),
        (("COERCE", "*", "*", "USA"),),
    ),
    Told(
        "against-somebody-is-not-of-him",
        "Hundreds of anti-Castro demonstrators gathered outside the French embassy.",
        (("PROTEST", "happened", "demonstrators", "FRA"),),
        (("PROTEST", "*", "FRA", "*"), ("PROTEST", "*", "CUB", "*")),
    ),
    Told(
        "both-of-whom-the-page-tells",
        "Serbia accused Kosovo of theft. Kosovo said Serbia was lying. Serbia closed its border with Kosovo, and Pristina "
        "called Belgrade mad. Norway sent a doctor. Spain called on both governments to talk.",
        (("REQUEST", "happened", "ESP", "SRB"), ("REQUEST", "happened", "ESP", "XKX")),
        (("REQUEST", "*", "ESP", "NOR"),),
    ),
    Told(
        "at-home",
        "Mexico broke off relations with Peru. Dina Boluarte declared an emergency and sent the army onto the streets.",
        (("MOBILIZE", "happened", "Boluarte", "*"),),
        (("COERCE", "*", "*", "MEX"), ("MOBILIZE", "*", "*", "MEX")),
    ),
    Told(
        "organs-of-a-paper",
        "Communique of the Fifth Summit of the East African Community. Heads of State thanked Kenya for its help.",
        (("SUPPORT", "happened", "org:eac", "KEN"),),
    ),
    Told(
        "resolutions-speak-for-who-adopted-them",
        "The UN Security Council adopted a resolution on Friday. The resolution demanded that Libya's militias disarm. "
        "It condemned their raids.",
        (("REQUEST", "happened", "org:unsc", "LBY"), ("ACCUSE", "happened", "org:unsc", "*")),
    ),
    Told(
        "bodies-hold-their-own-summits",
        "The bloc ECOWAS will hold a summit in Lome on Friday. Togo held a conference too.",
        (("CONSULT", "planned", "org:ecowas", ""),),
        (("CONSULT", "*", "TGO", "*"),),
    ),
    Told(
        "one-state-of-a-continent",
        "Cambodia signed the pact. Japan sent food to the Southeast Asian nation, which is fighting drug gangs.",
        (("ASSAULT", "ongoing", "KHM", "*"),),
        (("*", "*", "org:asian-states", "*"), ("*", "*", "*", "org:asian-states")),
    ),
    Told(
        "a-clause-behind-with-is-not-denied",
        "Kenya denied that it armed the rebels, with its foreign minister accusing Sudan of lying.",
        (("ACCUSE", "happened", "KEN", "SDN"),),
        (("ACCUSE", "negated", "*", "*"),),
    ),
    Told(
        "fighting-that-opens-a-sentence",
        "Fighting between Armenia and Azerbaijan broke out on Sunday.",
        (("ASSAULT", "happened", "ARM", "*"), ("ASSAULT", "happened", "AZE", "*")),
    ),
    Told(
        "attacks-by-a-kind-of-fighters",
        "Nine people died in a militant attack on a customs post in Niger.",
        (("ASSAULT", "happened", "", "NER"),),
    ),
    Told(
        "who-is-asked-for-behind-for",
        "Kenya called for the Somali army to withdraw from a border village.",
        (("REQUEST", "happened", "KEN", "SOM"), ("RETREAT", "called-for", "SOM", "*")),
        (("RETREAT", "*", "KEN", "*"),),
    ),
    Told(
        "our-president-is-of-the-speakers-state",
        'Finland was angry. "Vladimir Putin accused our president of theft," said Antti Rinne of the Finnish army.',
        (("ACCUSE", "happened", "Vladimir Putin", "FIN"),),
    ),
    Told(
        "neither-of-two",
        "Chad and Niger quarrelled for years. Neither government has signed the accord.",
        (("AGREE", "negated", "TCD", ""),),
    ),
    Told(
        "what-an-outsider-says-that-nobody-did",
        'Chad and Niger quarrelled for years. "Neither government has signed the accord," said a professor.',
        (),
        (("AGREE", "*", "*", "*"),),
    ),
    Told(
        "who-is-called-on-behind-a-day",
        "The president of Chile called on Monday for Peru to accept Bolivia's offer of a fishing treaty.",
        (("REQUEST", "happened", "CHL", "PER"), ("AGREE", "called-for", "PER", "BOL")),
        (("REQUEST", "*", "CHL", "BOL"),),
    ),
    Told(
        "calls-that-somebody-leads",
        "The African Union led calls for Chad to release the opposition leader.",
        (("REQUEST", "happened", "African Union", "TCD"), ("RETREAT", "called-for", "TCD", "*")),
        (("RETREAT", "happened", "*", "*"),),
    ),
    Told(
        "who-said-would-and-called",
        "Canada said that Peru's rocket was a dangerous step that could worsen the crisis and called on Lima to stop.",
        (("REQUEST", "happened", "CAN", "PER"),),
    ),
    Told(
        "who-says-it-is-ready",
        "Peru said it was willing to join in talks with Chile.",
        (("AGREE", "happened", "PER", "CHL"),),
    ),
    Told(
        "people-exchanged-for-people",
        "Fourteen Sudanese sailors were exchanged for nine Chadian soldiers.",
        (("RETREAT", "happened", "SDN", "TCD"),),
        (("CONSULT", "*", "*", "*"),),
    ),
    Told(
        "an-exchange-of-prisoners-is-no-talk",
        "An exchange of prisoners between Chad and Sudan took place on Monday.",
        (("RETREAT", "happened", "TCD", ""),),
        (("CONSULT", "*", "*", "*"),),
    ),
    Told(
        "ministers-of-a-bloc-meet",
        "ASEAN foreign ministers met to discuss the coup.",
        (("CONSULT", "happened", "ASEAN", ""),),
    ),
    Told(
        "a-governor-is-of-where-he-governs",
        "Omar Ali, the governor of the Kharkiv region, accused Russia of shelling a hospital.",
        (("ACCUSE", "happened", "UKR", "RUS"),),
    ),
    Told(
        "a-mayor-is-of-his-town",
        "Chadian police arrested the mayor of Khartoum. The Odesa governor condemned the arrest.",
        (("COERCE", "happened", "TCD", "SDN"),),
        (("COERCE", "*", "*", "TCD"),),
    ),
    Told(
        "an-unknown-minister-is-not-of-whom-she-accuses",
        "Foreign Minister Jane Roe accused Rwanda of shelling the town.",
        (("ACCUSE", "happened", "Jane Roe", "RWA"),),
        (("ACCUSE", "*", "RWA", "*"),),
    ),
    Told(
        "a-body-before-a-title",
        "In Moscow, Council of Europe Secretary-General Anna Roe and Chilean Foreign Minister Ana Perez met Vladimir Putin.",
        (("CONSULT", "happened", "Ana Perez", "Vladimir Putin"), ("CONSULT", "happened", "Anna Roe", "*")),
    ),
    Told(
        "who-says-and-urges",
        "Kenya said the rebels have seized 14 villages, and urged Chad to withdraw.",
        (("REQUEST", "happened", "KEN", "TCD"),),
    ),
    Told(
        "a-people-elsewhere-is-not-its-state",
        "Kosovo police arrested three ethnic Serbs on Monday. Ethnic Albanian rebels attacked Macedonian troops.",
        (("ASSAULT", "happened", "rebels", "MKD"),),
        (("COERCE", "*", "*", "SRB"), ("ASSAULT", "*", "ALB", "*")),
    ),
    Told(
        "bare-ministers-are-those-called-so-before",
        "ASEAN leaders gathered in Jakarta. Leaders urged China to hold back.",
        (("REQUEST", "happened", "org:asean", "CHN"),),
    ),
    Told(
        "bare-ministers-of-nobody-told-before",
        "Jakarta was quiet. Ministers condemned Peru.",
        (),
        (("ACCUSE", "*", "PER", "*"),),
    ),
    Told(
        "judges-for-their-court",
        "The International Court of Justice met on Monday. The judges ordered Chad to release the ship.",
        (("REQUEST", "happened", "org:icj", "TCD"),),
    ),
)


# What frames and syntax leave alone and the labels take for a party or an act (docs/decisions/0198).
MISLED = frozenset(
    {
        "a-town-taken-is-not-released",
        "both-sides-are-others",
        "what-weapons-are-made-for-nobody-has-done",
        "who-hinders-an-effort-does-not-make-it",
    }
)


@pytest.fixture(scope="module")
def read() -> dict[str, Coding]:
    return coded({told.name: told.text for told in PASSAGES})


@pytest.mark.slow
@pytest.mark.parametrize("told", PASSAGES, ids=[told.name for told in PASSAGES])
def test_a_passage_tells_what_its_words_say(told: Told, read: dict[str, Coding], request: pytest.FixtureRequest) -> None:
    if told.name in MISLED:
        request.applymarker(pytest.mark.xfail(reason="the labels see a party or an act that is none", strict=True))
    reports = read[told.name].reports
    assert [act for act in told.tells if not any(_is(report, act) for report in reports)] == []
    assert [act for act in told.never if any(_is(report, act) for report in reports)] == []


@pytest.mark.slow
def test_who_answers_with_bombs_vouches_for_nothing(read: dict[str, Coding]) -> None:
    assert all(not report.attributed_to for report in read["who-answers-with-bombs-says-nothing"].reports)


def _is(report: Report, act: Act) -> bool:
    kind, status, source, target = act
    return (
        kind in ("*", report.event_type)
        and status in ("*", report.status)
        and _stands(report.sources, source)
        and _stands(report.targets, target)
    )


def _stands(actors: tuple[Actor, ...], wanted: str) -> bool:
    if wanted == "*":
        return True
    if not wanted:
        return not actors
    return any(wanted in (actor.id, actor.country) or _has(actor, wanted) for actor in actors)


def _has(actor: Actor, words: str) -> bool:
    return words in (actor.name or "") or words in actor.mention.text
