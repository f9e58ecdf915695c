"""The records that every part of Dragoman shares: what it reads, what it codes, what it prints.

All records are frozen and slotted; lists are tuples, codes are text, missing is `None`. `as_dict` gives the
form that `--format jsonl` prints, the archive holds and releases contain (`docs/codebook.md` describes every field).

Offsets are code points in the text of the article (`Article.text`), half-open: `article.text[start:end] == text`.
"""

from __future__ import annotations

from dataclasses import dataclass, fields, is_dataclass
from typing import Any, Literal

Boilerplate = Literal[
    "navigation",
    "teaser",
    "related",
    "promotion",
    "advertisement",
    "comment-prompt",
    "metadata",
    "other-news",
    "sign-off",
]
BlockKind = Literal["headline", "body", "heading", Boilerplate, "duplicate"]
Status = Literal["happened", "ongoing", "planned", "expected", "called-for", "negated", "background"]
Via = Literal[
    "name", "abbreviation", "metonym", "demonym", "title", "pronoun", "nominal", "collective", "misspelling", "unnamed"
]
DateBasis = Literal["explicit", "relative", "inferred"]
Relation = Literal["copy", "excerpt", "rewrite", "digest"]
Direction = Literal["derived", "common-source", "unknown"]
Change = Literal["kept", "dropped", "added", "altered"]
Aspect = Literal["passage", "number", "date", "name", "place", "polarity", "certainty", "attribution", "quote"]
Precision = Literal["day", "week", "month", "season", "year", "decade", "range"]
PositionBasis = Literal["quote", "act", "outlet"]
QuoteKind = Literal["direct", "indirect", "mixed"]


@dataclass(frozen=True, slots=True)
class Span:
    """Words of an article: code points `start` to `end` (half-open) and the text that stands there."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Page:
    """What was captured: the bytes of one page, under the file name or address it was read from.

    `name` never depends on the folder Dragoman is run from. `hints` holds what a container says about the page (a JSONL
    row's title or date, a WARC record's headers); they are the container's claims, not the page's words.
    """

    id: str
    name: str
    content: bytes
    media: Literal["text", "html"]
    url: str | None = None
    captured: str | None = None
    charset: str | None = None
    hints: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of the article's text and what it is. Blocks tile the text's non-blank parts, in order, without overlap.

    `why` names the cue that decided (a rule of `ontology/data/boilerplate.yaml`, "repeated-line", "extractor" ...).
    """

    start: int
    end: int
    kind: BlockKind
    why: str


@dataclass(frozen=True, slots=True)
class Date:
    """A day or a stretch of days, both ends included, ISO 8601 (`YYYY-MM-DD`).

    `start` and `end` are `None` where the words ("on Friday") cannot be placed because the page has no date. `text` is the
    words it was read from (empty when it stands in metadata only). `inferred_from` lists the clues of an inferred date,
    each in words a reader can check.
    """

    start: str | None
    end: str | None
    precision: Precision | None
    basis: DateBasis
    text: str
    span: Span | None = None
    inferred_from: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Article:
    """The news text found on a page. `text` is everything that could be read, `blocks` says which parts are what."""

    id: str
    page: str
    page_id: str
    url: str | None
    outlet: str | None
    headline: str | None
    byline: str | None
    published: Date | None
    captured: str | None
    language: str | None
    credit: str | None
    text: str
    blocks: tuple[Block, ...]

    @property
    def body(self) -> tuple[Span, ...]:
        """The stretches of text that are the article itself, headline excluded."""
        return tuple(Span(b.start, b.end, self.text[b.start : b.end]) for b in self.blocks if b.kind == "body")


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody or something that acts: who is meant, and the words that say so.

    `id` is an ontology id ("RUS", "person:vladimir-putin"), an id made from the page's own words for those outside it
    ("name:jane-doe"), or `None` where the page does not say who it is. `type` is state, person, organisation, government,
    group, people, company, medium, place-bound body or unnamed. `country` is the state that it stands for: `None` for
    officials of international bodies, whatever passport they hold. `role` is the office held on the date of the article.
    `candidates` are the ids between which an ambiguous name was left open. `members` are the ids of a collective.
    """

    id: str | None
    name: str | None
    type: str
    country: str | None
    sector: str | None
    role: str | None
    mention: Span
    via: Via
    why: str = ""
    members: tuple[str, ...] = ()
    candidates: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Place:
    """A place that is meant as a place, not as an actor. Degrees are WGS 84; country is ISO-3166 alpha-3.

    Where the gazetteer lacks the name there is no id and no point; a country may be inferred, as `why` then says.
    """

    id: str | None
    name: str
    country: str | None
    lat: float | None
    lon: float | None
    mention: Span
    why: str = ""


@dataclass(frozen=True, slots=True)
class Report:
    """One statement in one article that something happened, is planned, is denied ..."""

    id: str
    page: str
    article: str
    evidence: Span
    trigger: Span
    event_type: str
    mode: str | None
    cameo: str | None
    contexts: tuple[str, ...]
    status: Status
    sources: tuple[Actor, ...]
    targets: tuple[Actor, ...]
    others: tuple[Actor, ...]
    date: Date | None
    place: Place | None
    attributed_to: tuple[Actor, ...]
    confidence: float
    why: tuple[str, ...]
    event: str | None = None
    in_headline: bool = False


@dataclass(frozen=True, slots=True)
class EventLink:
    """What an event is to another: it `announces` it, is `part-of` it or `follows` it; with `-by` the other way round.

    `n_pairs` pairs of reports say so; `weight` is the sum of the evidence of the strongest.
    """

    kind: str
    event: str
    weight: float
    n_pairs: int
    why: str


@dataclass(frozen=True, slots=True)
class Event:
    """What is reported, resolved over all reports of it.

    `date_from`, `place_from`, `parties_from`: the reports whose words give date, place and parties.
    """

    id: str
    event_type: str
    mode: str | None
    status: Status
    sources: tuple[Actor, ...]
    targets: tuple[Actor, ...]
    date: Date | None
    place: Place | None
    n_reports: int
    n_articles: int
    n_independent_sources: int
    first_reported: str | None
    reports: tuple[str, ...]
    differences: tuple[str, ...] = ()
    date_from: str | None = None
    place_from: str | None = None
    parties_from: str | None = None
    links: tuple[EventLink, ...] = ()


@dataclass(frozen=True, slots=True)
class Quote:
    """What somebody said, according to one article: in quotation marks, in the outlet's words, or both.

    `speaker` is `None` where the page names nobody ("sources said"); `source` then holds the words that stand for whoever
    spoke. `speakers` and `addressees` list all of several, the first of them being `speaker` and `addressee`.
    `inferred_from` says from what a speaker or an addressee follows that the words beside the quote do not name ("speaker:
    the sentence before"); empty where they do. `via` relays it: the ministry that tells what the president said. `act` is
    what was done by saying it (say, accuse, call-for, deny ...: `ontology/data/speech.yaml`); `status` whether it was
    said at all. `within` is the id of the quote that this one stands in; `utterance` the id that all quotes of one
    utterance share, on whatever page.
    """

    id: str
    page: str
    article: str
    evidence: Span
    kind: QuoteKind
    speaker: Actor | None
    cue: Span | None
    content: Span
    verbatim: tuple[Span, ...] = ()
    addressee: Actor | None = None
    venue: Span | None = None
    via: Actor | None = None
    topics: tuple[str, ...] = ()
    speakers: tuple[Actor, ...] = ()
    addressees: tuple[Actor, ...] = ()
    source: Span | None = None
    act: str | None = None
    status: Status = "happened"
    medium: str | None = None
    date: Date | None = None
    inferred_from: tuple[str, ...] = ()
    within: str | None = None
    utterance: str | None = None
    in_headline: bool = False
    why: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Position:
    """Where somebody stands on an issue, according to one article.

    `issue` is an id of the ontology ("ukraine-war/peace-talks"), else the page's own words (`issue_words` shows where they
    stand), else the name of whoever the stand is on. `stance` is one of `ontology/data/stances.yaml`. `object` is the
    actor that the stand is for or against, named ("condemned Iran") or through what is theirs ("condemned Iran's raid");
    with a call, whom it is made to. Joint positions have all `holders`. `basis`: "quote" where the holder, or somebody
    who speaks for the holder, says so in the article; "act" where it is what the holder did ("vetoed", "condemned");
    "outlet" where the article describes it. `quote` and `report` are the ids of those that it comes from.
    `attributed_to`: on whose word it stands where that is neither the holder's nor the outlet's. `date` is that of the
    act.
    """

    id: str
    page: str
    article: str
    evidence: Span
    holders: tuple[Actor, ...]
    issue: str
    stance: str
    object: Actor | None
    basis: PositionBasis
    cue: Span
    issue_words: Span | None = None
    attributed_to: tuple[Actor, ...] = ()
    quote: str | None = None
    report: str | None = None
    date: Date | None = None
    why: tuple[str, ...] = ()
    in_headline: bool = False


@dataclass(frozen=True, slots=True)
class SharedPassage:
    """Words that two articles have in common: `here` in the article that derives, `there` in the one it is compared with.

    `kind` is verbatim (the same words) or reworded (the same sentence in other words); `score` is how much alike, 0 to 1.
    """

    kind: Literal["verbatim", "reworded"]
    here: Span
    there: Span
    score: float


@dataclass(frozen=True, slots=True)
class Lineage:
    """Two articles of which one is made from the other, or both from a third.

    `direction` derived: `article` is made from `of`; common-source: both are made from a text that is neither; unknown:
    the pages do not tell, and the two stand in the order of their ids. `confidence` is that of the direction, 0 to 1.
    `score` is the share of the smaller article's words that the other has, as it stands or reworded.
    """

    id: str
    article: str
    page: str
    of: str
    of_page: str
    relation: Relation
    score: float
    direction: Direction
    confidence: float
    why: tuple[str, ...]
    shared: tuple[SharedPassage, ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """What one article made of what another tells: kept, dropped, added or altered, and in which respect.

    `here` are words of the first article, `there` of the second; `here_passage` and `there_passage` the sentences that they
    stand in. What was dropped has no `there`, what was added no `here`; of `passage` they are the sentences themselves.
    `contradiction`: not both can be so. `note` says in words what is different.
    """

    change: Change
    aspect: Aspect
    here: Span | None
    there: Span | None
    here_passage: Span | None
    there_passage: Span | None
    contradiction: bool
    note: str


@dataclass(frozen=True, slots=True)
class Annotation:
    """What was read before anything is coded: the article, its body, and every mention, date and place in it."""

    page: str
    article: Article
    body: tuple[Span, ...]
    mentions: tuple[Actor, ...]
    dates: tuple[Date, ...]
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class Coding:
    """All that one article gave: the unit that is written to the archive, whole or not at all."""

    article: Article
    mentions: tuple[Actor, ...] = ()
    dates: tuple[Date, ...] = ()
    places: tuple[Place, ...] = ()
    reports: tuple[Report, ...] = ()
    left_out: tuple[Drop, ...] = ()
    quotes: tuple[Quote, ...] = ()
    positions: tuple[Position, ...] = ()


@dataclass(frozen=True, slots=True)
class Drop:
    """Something that was left out: at which stage, why, and where to look."""

    stage: str
    reason: str
    page: str
    page_id: str | None = None
    detail: str = ""
    where: Span | None = None


def as_dict(record: Any) -> dict[str, Any]:  # noqa: ANN401 - any record of this module
    """The record as plain dictionaries, lists, text and numbers, in the order of its fields."""
    return {f.name: _plain(getattr(record, f.name)) for f in fields(record)}


def _plain(value: Any) -> Any:  # noqa: ANN401
    if is_dataclass(value):
        return as_dict(value)
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    return value
