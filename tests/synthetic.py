"""Small made-up codings for the tests of archive, queries and commands: every value points at words of its article."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dragoman.ids import content_id
from dragoman.records import Actor, Article, Block, Coding, Date, Drop, Page, Place, Position, Quote, Report, Span, Status

FINGERPRINT = "pipeline-1"

STATES = {"Kenya": "KEN", "Chad": "TCD", "Norway": "NOR", "Peru": "PER", "Fiji": "FJI"}
PERSONS = {"Ana Ruiz": ("person:ana-ruiz", "PER"), "Ole Berg": ("person:ole-berg", "NOR")}


def span(text: str, words: str, after: int = 0) -> Span:
    """Where the words stand in the text, at or after an offset."""
    start = text.index(words, after)
    return Span(start, start + len(words), words)


def actor(text: str, words: str, after: int = 0) -> Actor:
    """A state, a person, or for any other words somebody without an id."""
    mention = span(text, words, after)
    if words in STATES:
        return Actor(STATES[words], words, "state", STATES[words], "GOV", None, mention, "name", "name of a state")
    if words in PERSONS:
        person, country = PERSONS[words]
        return Actor(person, words, "person", country, "GOV", "President", mention, "name", "name of a person")
    return Actor(None, None, "unnamed", None, None, None, mention, "unnamed", "no name is given")


def day(start: str, text: str = "", *, basis: str = "explicit", where: Span | None = None) -> Date:
    """One day."""
    clues = ("words of the page",) if basis == "inferred" else ()
    return Date(start, start, "day", basis, text, where, clues)  # type: ignore[arg-type]


def article(
    body: str,
    *,
    name: str = "page.txt",
    headline: str = "Talks held",
    outlet: str | None = "Harbour Post",
    published: Date | None = None,
    language: str = "en",
) -> Article:
    """An article with a headline, a menu line and a body."""
    menu = "News Sport Weather"
    text = f"{headline}\n{menu}\n{body}"
    at = len(headline) + 1
    blocks = (
        Block(0, len(headline), "headline", "first line"),
        Block(at, at + len(menu), "navigation", "short words in a row"),
        Block(at + len(menu) + 1, len(text), "body", "sentences"),
    )
    page_id = content_id("page", name, text)
    return Article(
        id=content_id("article", page_id),
        page=name,
        page_id=page_id,
        url=f"https://harbour.example/{name}",
        outlet=outlet,
        headline=headline,
        byline=None,
        published=published,
        captured=None,
        language=language,
        credit=None,
        text=text,
        blocks=blocks,
    )


def report(
    of: Article,
    sentence: str,
    trigger: str,
    *,
    event_type: str = "CONSULT",
    status: Status = "happened",
    sources: Sequence[str] = (),
    targets: Sequence[str] = (),
    attributed_to: Sequence[str] = (),
    date: Date | None = None,
    place: Place | None = None,
) -> Report:
    """A report whose evidence is a sentence of the article and whose actors are words of it."""
    evidence = span(of.text, sentence)
    found = span(of.text, trigger, evidence.start)
    return Report(
        id=content_id("report", of.id, evidence.start, found.start, event_type),
        page=of.page,
        article=of.id,
        evidence=evidence,
        trigger=found,
        event_type=event_type,
        mode=None,
        cameo="040",
        contexts=("diplomatic",),
        status=status,
        sources=tuple(actor(of.text, words, evidence.start) for words in sources),
        targets=tuple(actor(of.text, words, evidence.start) for words in targets),
        others=(),
        date=date,
        place=place,
        attributed_to=tuple(actor(of.text, words, evidence.start) for words in attributed_to),
        confidence=0.75,
        why=("frame consult.meet", f"trigger {trigger!r}"),
    )


def quote(
    of: Article,
    sentence: str,
    content: str,
    cue: str = "said",
    *,
    speakers: Sequence[str] = (),
    addressees: Sequence[str] = (),
    via: str | None = None,
    verbatim: Sequence[str] = (),
    date: Date | None = None,
) -> Quote:
    """A quote whose evidence is a sentence of the article and whose actors are words of it."""
    evidence = span(of.text, sentence)
    spoken = tuple(actor(of.text, words, evidence.start) for words in speakers)
    told = tuple(actor(of.text, words, evidence.start) for words in addressees)
    words = span(of.text, content, evidence.start)
    return Quote(
        id=content_id("quote", of.id, words.start, words.end),
        page=of.page,
        article=of.id,
        evidence=evidence,
        kind="mixed" if verbatim else "indirect",
        speaker=spoken[0] if spoken else None,
        cue=span(of.text, cue, evidence.start),
        content=words,
        verbatim=tuple(span(of.text, part, words.start) for part in verbatim),
        addressee=told[0] if told else None,
        via=actor(of.text, via, evidence.start) if via else None,
        topics=("trade",),
        speakers=spoken,
        addressees=told,
        source=spoken[0].mention if spoken else None,
        act="say",
        medium="statement",
        date=date,
        why=("cue say:say",),
    )


def position(
    of: Article,
    sentence: str,
    cue: str,
    *,
    stance: str = "supports",
    holders: Sequence[str] = (),
    issue: str = "trade",
    words: str | None = None,
    on: str | None = None,
    date: Date | None = None,
) -> Position:
    """A position whose evidence is a sentence of the article and whose actors are words of it."""
    evidence = span(of.text, sentence)
    shown = span(of.text, cue, evidence.start)
    return Position(
        id=content_id("position", of.id, shown.start, stance, issue, *holders),
        page=of.page,
        article=of.id,
        evidence=evidence,
        holders=tuple(actor(of.text, each, evidence.start) for each in holders),
        issue=issue,
        stance=stance,
        object=actor(of.text, on, evidence.start) if on else None,
        basis="act",
        cue=shown,
        issue_words=span(of.text, words, evidence.start) if words else None,
        date=date,
        why=(f"cue:{stance}:{cue}",),
    )


def talks(
    number: int = 0,
    *,
    source: str = "Kenya",
    target: str = "Chad",
    status: Status = "happened",
    date: Date | None = None,
    outlet: str | None = "Harbour Post",
) -> Coding:
    """An article with one sentence, one report of talks, a date and a place; another one for each number."""
    sentence = f"{source} held talks with {target} in Oslo on Monday, round {number}."
    of = article(
        f"{sentence}\nNobody else came.",
        name=f"talks-{number}.txt",
        outlet=outlet,
        published=day("2024-03-05", "5 March 2024"),
    )
    oslo = Place("place:oslo", "Oslo", "NOR", 59.91, 10.75, span(of.text, "Oslo"), "gazetteer")
    monday = date or Date("2024-03-04", "2024-03-04", "day", "relative", "Monday", span(of.text, "Monday"))
    told = report(of, sentence, "talks", status=status, sources=[source], targets=[target], date=monday, place=oslo)
    return Coding(
        of,
        mentions=(actor(of.text, source), actor(of.text, target), actor(of.text, "Nobody")),
        dates=(monday,),
        places=(oslo,),
        reports=(told,),
        left_out=(Drop("reports", "no-actor", of.page, of.page_id, "nobody acts", span(of.text, "Nobody else came.")),),
    )


def page_of(coding: Coding) -> Page:
    """The page that the coding's article was found on."""
    return Page(coding.article.page_id, coding.article.page, coding.article.text.encode(), "text", charset="utf-8")


def stored_form(coding: Coding) -> Coding:
    """The coding as it is read back: each report knows its event."""
    reports = tuple(replace(told, event=content_id("event", told.id)) for told in coding.reports)
    return replace(coding, reports=reports)
