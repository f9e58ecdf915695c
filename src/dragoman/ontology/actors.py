"""Who acts in international politics: states, persons with dated offices, organisations, and the words for the unnamed.

Ids: a state has its ISO-3166 alpha-3 code ("RUS"; ISO 3166-3 for states that are gone), an organisation "org:nato", a
person "person:vladimir-putin", and a body that every state has, such as its foreign ministry, "CHN:foreign-ministry".

Names are matched by these rules, which every file shares: accents, kinds of quotation marks and hyphens do not matter;
capitals of a name must be capitals on the page ("us" is not "US"), except that a page in capitals may capitalise more.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Literal

from pydantic import AfterValidator, BeforeValidator, Field

from dragoman.ontology.load import Knowledge, load_entries, load_whole

Iso3 = Annotated[str, Field(pattern=r"^[A-Z]{3}$")]
Sector = Literal[
    "GOV", "MIL", "REB", "OPP", "PTY", "COP", "JUD", "LEG", "SPY", "MED", "EDU", "BUS", "CRM", "CVL",
    "IGO", "NGO", "LAB", "REF", "REL", "JEW", "MOS", "CHR", "HIN", "BUD", "UAF", "HLH", "AGR", "DEV",
]  # fmt: skip
ActorType = Literal["organisation", "government", "group", "people", "company", "medium"]


def _period(text: str) -> str:
    match = re.fullmatch(r"(\d{4}(?:-\d\d){0,2})?\.\.(\d{4}(?:-\d\d){0,2})?", text)
    if not match:
        raise ValueError(f"{text!r} is no period: FROM..TO is expected, each a year, month or day, or empty where open")
    return text


Period = Annotated[str, AfterValidator(_period)]
"""`FROM..TO`, both ends included, each `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; an empty end is open (still so, or unknown)."""


def _several(value: object) -> object:
    return (value,) if isinstance(value, str) else value


Periods = Annotated[tuple[Period, ...], BeforeValidator(_several)]
"""One period, or a list of them where something was interrupted."""


def bounds(period: str) -> tuple[str, str]:
    """The first and the last day that a period may hold, as ISO days; open ends reach to 0000 and 9999.

    A month or year as an end holds whole: `2014..2019-07` may hold on 2014-01-01 and on 2019-07-31.
    """
    start, _, end = period.partition("..")
    return (start or "0000") + "-01-01"[len(start or "0000") - 4 :], (end or "9999") + "-12-31"[len(end or "9999") - 4 :]


def holds(period: str, since: str, until: str) -> bool:
    """Does the period hold on any day of `since` to `until` (ISO days)?"""
    first, last = bounds(period)
    return first <= until and since <= last


class Capital(Knowledge):
    """A state's capital, or the seat of its government, under the name it had in these years."""

    name: str
    aliases: tuple[str, ...] = ()
    years: Period = ".."


class State(Knowledge):
    """A state or territory.

    `aliases` stand for it anywhere; `implied` only in an article that names it otherwise too ("the North"). `demonyms` are
    adjectives that serve as nouns ("Russian"; the plural is formed by rule), `peoples` are nouns alone ("Briton"),
    `prefixes` open compounds ("Sino"). `leader` is the office that "the Russian leader" means. `years` bound a state that
    is gone.
    """

    id: Iso3
    name: str
    official: str
    kind: Literal["state", "territory", "historical"] = "state"
    aliases: tuple[str, ...] = ()
    implied: tuple[str, ...] = ()
    demonyms: tuple[str, ...] = ()
    peoples: tuple[str, ...] = ()
    prefixes: tuple[str, ...] = ()
    capitals: tuple[Capital, ...] = ()
    leader: str = "president"
    of: Iso3 | None = None
    years: Period = ".."
    gw: int | None = None
    cow: int | None = None
    wikidata: Annotated[str, Field(pattern=r"^Q\d+$")] | None = None


class Chairmanship(Knowledge):
    """A state's turn at the head of a body whose chair or presidency rotates."""

    state: Iso3
    term: Period


class Organisation(Knowledge):
    """An organisation, government body, armed group, party, company, medium, forum or group of states, by proper name.

    `aliases` stand for it anywhere, `implied` only where the article names it otherwise too ("the alliance"), `adjectives`
    modify ("Western sanctions"), `metonyms` are cities that stand for it ("Brussels"). `seat` marks a building whose name
    also stands for those who sit there. `members`: ISO-3 to the period of membership, or the periods where it was broken
    off; `suspended`: to the periods in which a member had no seat or vote; `chairs`: the states that took turns at its head,
    `chair_office`: whom they send ("leader", an office), where the chair is a person; `chair_called`: the offices and kinds
    of bodies by which alone it is called (a "chairman of the Security Council" is a state's); `chaired_as`: the body whose
    chair is called this one's. `years`: when it existed.
    """

    id: Annotated[str, Field(pattern=r"^org:[a-z0-9-]+$")]
    name: str
    type: ActorType = "organisation"
    sector: Sector
    country: Iso3 | None = None
    aliases: tuple[str, ...] = ()
    implied: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    metonyms: tuple[str, ...] = ()
    seat: bool = False
    members: dict[Iso3, Periods] = Field(default_factory=dict)
    suspended: dict[Iso3, Periods] = Field(default_factory=dict)
    chairs: tuple[Chairmanship, ...] = ()
    chair_office: str | None = None
    chair_called: tuple[str, ...] = ()
    chaired_as: str | None = None
    years: Period = ".."

    def has_member(self, state: str, since: str, until: str) -> bool:
        """Was the state a member, suspended or not, on any day of `since` to `until` (ISO days)?"""
        return any(holds(period, since, until) for period in self.members.get(state, ()))


class Tenure(Knowledge):
    """An office held for a while.

    `of` is a state, organisation or body id; empty means the person's country. `to` is where an ambassador is sent.
    """

    office: str
    of: str | None = None
    to: str | None = None
    term: Period


class Person(Knowledge):
    """A person who is quoted or acts, with dated offices.

    `family` are the names that stand for the person once the full name or a title has; they follow from `name` where they
    are not given. `known_by` are those that stand alone ("Putin"). `sector` is what the person is without an office.
    """

    id: Annotated[str, Field(pattern=r"^person:[a-z0-9-]+$")]
    name: str
    country: Iso3 | None
    gender: Literal["f", "m"] | None = None
    aliases: tuple[str, ...] = ()
    family: tuple[str, ...] = ()
    known_by: tuple[str, ...] = ()
    sector: Sector = "GOV"
    offices: tuple[Tenure, ...] = ()
    source: str | None = None


class Office(Knowledge):
    """A title, the words for it, and the sector of who holds it.

    `leads`: its holder may be called the leader of what it is an office of. `label` opens the role ("President of Russia").
    `titles` are in lower case, singular; they may be capitalised on the page. `country`: where the title alone tells it.
    `turns`: of a body whose chair rotates it means whose turn it is. `guest`: its holders serve no state where they are.
    `also`: other offices whose holders one of the titles may mean ("the diplomat" of an ambassador).
    """

    id: Annotated[str, Field(pattern=r"^[a-z0-9-]+$")]
    label: str
    titles: tuple[str, ...] = Field(min_length=1)
    sector: Sector | None
    labels: dict[Iso3, str] = Field(default_factory=dict)
    leads: bool = False
    turns: bool = False
    guest: bool = False
    also: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    country: Iso3 | None = None


class Body(Knowledge):
    """A body that many states or organisations have: "the Kenyan foreign ministry", "Kenya's parliament".

    `phrases` in lower case. `default`: the body by proper name that is meant where a capitalised phrase has no owner
    ("Congress") and the article names its country, more often than any of the `states` that have one of that name too.
    `abroad`: it may stand in another state or belong to none ("the embassy", "the court"), so that the scene does not tell
    whose it is. `guest`: in a capital it is another's than that state's; `elsewhere`: last words of cities where it is no
    state's at all ("the tribunal in The Hague"). `turns`: of a body whose chair rotates it means the state whose turn it is,
    "only" if it means nothing else.
    """

    id: Annotated[str, Field(pattern=r"^[a-z0-9-]+$")]
    name: str
    phrases: tuple[str, ...] = Field(min_length=1)
    type: ActorType = "government"
    sector: Sector
    default: str | None = None
    states: tuple[str, ...] = ()
    abroad: bool = False
    guest: bool = False
    elsewhere: tuple[str, ...] = ()
    turns: Literal["never", "also", "only"] = "never"


class Agents(Knowledge):
    """Common nouns (lemmas) for those who act without a name: "troops", "protesters", "officials", "an expert".

    `guests`: they do not serve the state in whose capital they are ("diplomats in Muscat").
    """

    id: str
    sector: Sector | None
    guests: bool = False
    type: Literal["group", "people", "person", "government", "company", "medium", "organisation", "state"] = "group"
    nouns: tuple[str, ...] = Field(min_length=1)


class Collectives(Knowledge):
    """Words for several actors already named: "the two leaders", "both countries", "the sides".

    `heads` by what their members must be; `determiners` with the number they give (0: as many as were named together).
    `counts` are nouns that need no number ("the pair"), `apart` words that take those named together one by one ("each"),
    `opposite` nouns for those who face one another, of whom "the" alone makes two ("the sides").
    `papers` are what a body that sits puts out, `organs` what sits there ("the Conference"), `assembled` who ("Ministers").
    `sittings` and papers speak for their body wherever they are subjects of verbs of `saying` ("the summit condemned").
    """

    persons: tuple[str, ...]
    states: tuple[str, ...]
    either: tuple[str, ...]
    determiners: dict[str, int]
    counts: dict[str, int]
    apart: dict[str, int]
    opposite: tuple[str, ...] = ()
    papers: tuple[str, ...]
    organs: tuple[str, ...]
    assembled: tuple[str, ...]
    sittings: tuple[str, ...] = ()
    saying: tuple[str, ...] = ()


class Metonymy(Knowledge):
    """What decides whether a capital or a seat is a place or stands for those who rule there. All words are lemmas.

    `place_prepositions` make a place whatever they hang on, `actor_prepositions` an actor. For the others (`to`, `from`,
    `of`, `on`, `for` ...) `place_heads` lists, per preposition, the words on which the phrase must hang to be a place.
    `place_verbs` take a place as object ("visit", "capture"), `place_subjects` have one as subject ("lie");
    `place_nouns` are what a place has or is ("streets", "airport"); `actor_nouns` what those who rule have before them as
    a compound ("the Kabul government"), `messages` what is sent to them and not to the city, `actor_suffixes` close a
    hyphened compound ("Moscow-backed").
    """

    place_prepositions: tuple[str, ...]
    actor_prepositions: tuple[str, ...]
    place_heads: dict[str, tuple[str, ...]]
    place_verbs: tuple[str, ...]
    place_subjects: tuple[str, ...]
    place_nouns: tuple[str, ...]
    actor_nouns: tuple[str, ...]
    messages: tuple[str, ...]
    actor_suffixes: tuple[str, ...]


class Decoys(Knowledge):
    """Longer names that hold an actor's name and are not that actor: "South China Sea", "New Mexico"."""

    id: str
    names: tuple[str, ...]


class Ambiguity(Knowledge):
    """An alias that is also something else.

    It stands for the actor where the article has a word of `support`, or names the actor or its country otherwise; a word of
    `oppose` forbids it. Without any of these it stands only where no support is `needed`. Words are in lower case.
    """

    id: str
    actor: str
    support: tuple[str, ...] = ()
    oppose: tuple[str, ...] = ()
    needed: bool = True


class Wording(Knowledge):
    """Small words of titles and names that belong to no office.

    `former`, `deputies` and `elect` turn a title into a past, a lesser or a coming one; `modifiers` stand in it and turn
    nothing. `honorifics` precede a name. `family_first`: states whose names open with the family,
    `either_order`: those whose names are written both ways. `particles` begin a
    family name, `suffixes` follow one. `opposed` are prefixes that turn a demonym against its state
    ("anti-Russian", "ethnic Serbs"),
    `unbound` second halves that free it from the state ("Spanish-language"); `single` are one of the
    states of a group, not the group ("an African country"), or another whole ("the Asian bloc").
    `sounds` are consonants that respun names take for one another. `shared` are names that several actors bear.
    States with an `articled` word in their name take "the". `foreign` before a noun say that it is not of the state where it
    stands, `continuing` beside a pronoun that its subject is that of the sentence before ("He also ..."). `holding` are
    lemmas of verbs to which a chair is a thing, not somebody ("took over the presidency").
    """

    former: tuple[str, ...]
    modifiers: tuple[str, ...]
    deputies: tuple[str, ...]
    elect: tuple[str, ...]
    honorifics: tuple[str, ...]
    family_first: tuple[Iso3, ...]
    either_order: tuple[Iso3, ...]
    particles: tuple[str, ...]
    suffixes: tuple[str, ...]
    opposed: tuple[str, ...]
    unbound: tuple[str, ...]
    single: frozenset[str] = frozenset()
    sounds: tuple[str, ...]
    shared: tuple[str, ...]
    articled: tuple[str, ...]
    foreign: tuple[str, ...] = ()
    continuing: tuple[str, ...] = ()
    holding: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class ActorOntology:
    """All that is known about actors, by id."""

    states: Mapping[str, State]
    organisations: Mapping[str, Organisation]
    persons: Mapping[str, Person]
    offices: Mapping[str, Office]
    bodies: Mapping[str, Body]
    agents: Mapping[str, Agents]
    decoys: Mapping[str, Decoys]
    ambiguities: Mapping[str, Ambiguity]
    collectives: Collectives
    metonymy: Metonymy
    wording: Wording


def load_actors(folder: Path | None = None) -> ActorOntology:
    """The shipped actors with those of the user's folder; raises `OntologyError` with every problem found."""
    return ActorOntology(
        states=load_entries("states", State, folder),
        organisations=load_entries("organisations", Organisation, folder),
        persons=load_entries("persons", Person, folder),
        offices=load_entries("offices", Office, folder),
        bodies=load_entries("bodies", Body, folder),
        agents=load_entries("agents", Agents, folder),
        decoys=load_entries("decoys", Decoys, folder),
        ambiguities=load_entries("ambiguous", Ambiguity, folder),
        collectives=load_whole("collectives", Collectives, folder),
        metonymy=load_whole("metonymy", Metonymy, folder),
        wording=load_whole("wording", Wording, folder),
    )
