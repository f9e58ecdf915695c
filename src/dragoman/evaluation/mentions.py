"""Scores who is meant by the actor mentions of the gold pages: the right actor, a wrong one, or nobody.

The page's text is read with the gold body as its blocks, so that the figures say how actors are found and not how pages are
cleaned. Kinds are the gold's: name, abbreviation, metonym, misspelling, adjective, nominal, pronoun, collective, and
plural_pronoun, one that means several actors; `referring` are nominals and pronouns. `place`: cities and
buildings meant as places, right where a place and no actor is given; `place_metonym`: those and the metonyms. `role`: the
role of a person at each name, on the day that the gold gives the page; right where the office is the gold's in our words.
"""

from __future__ import annotations

import json
import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from re import sub
from typing import Any

from dragoman.documents.stage import DocumentStage
from dragoman.errors import EvaluationError
from dragoman.evaluation.base import Evaluation
from dragoman.mentions.marked import MarkedDocument
from dragoman.mentions.stage import MentionStage
from dragoman.ontology.actors import Office
from dragoman.ontology.load import load_entries
from dragoman.records import Actor, Article, Block, Date, Drop, Span
from dragoman.settings import Settings

Row = Mapping[str, Any]
ARTICLE = 4
"""Characters by which a mention may start later than the gold one: "the "."""
BUILT = frozenset({"city", "building"})
"""Types of the gold's places that may stand for an actor too."""
NAMED = ("name", "abbreviation", "metonym", "misspelling")


def evaluate(path: Path, settings: Settings, pages: Path | None = None) -> Evaluation:
    """Score the pages whose gold files lie in the folder `path`; `pages` holds the pages (`seeds` beside it by default)."""
    pages = pages or path.parent / "seeds"
    files = sorted(path.glob("[0-9]*.json"))
    if not files:
        raise EvaluationError("no gold files here", path)
    rows = [row for file in files for row in _page_rows(file, pages, settings)]
    return Evaluation("mentions", str(path), _scores(rows), rows, (f"{len(files)} pages, gold body",))


def _page_rows(file: Path, pages: Path, settings: Settings) -> Iterator[Row]:
    gold = json.loads(file.read_text("utf-8"))
    page = next((one for one in pages.iterdir() if one.stem == file.stem), None)
    if page is None:
        raise EvaluationError("its page is missing", file)
    marked = _marked(_article(page, gold), settings)
    known = {actor["id"]: actor for actor in gold["actors"]}
    for actor in gold["actors"]:
        for mention in actor["mentions"]:
            if mention["zone"] == "body" and not actor.get("page_actor"):
                yield _row(marked, mention, actor)
    for mention in gold["collective_mentions"]:
        if mention["zone"] == "body":
            yield _collective_row(marked, mention, known)
    for place in gold.get("places", ()):
        if place["type"] in BUILT:
            yield from (_place_row(marked, mention, place) for mention in place["mentions"] if mention["zone"] == "body")
    yield from _role_rows(page, gold, settings)


def _article(page: Path, gold: Mapping[str, Any], day: str | None = None) -> Article:
    text = page.read_bytes().decode("utf-8")
    blocks = tuple(Block(span["start"], span["end"], "body", "gold") for span in gold["body"])
    published = Date(day, day, "day", "inferred", "") if day else None
    return Article(page.stem, page.name, page.stem, None, None, None, None, published, None, "en", None, text, blocks)


def _place_row(marked: MarkedDocument, mention: Row, place: Row) -> Row:
    """Whether words for a place were taken for one."""

    def over(span: Span) -> bool:
        return bool(span.start < mention["end"] and mention["start"] < span.end)

    actor = next((one for one in marked.actors if over(one.mention) and one.via != "demonym"), None)
    found = any(over(one.mention) for one in marked.places)
    answer = "wrong" if actor else "right" if found else "missed"
    return _as_row(marked, mention, "place", place["name"], actor, answer)


def _role_rows(page: Path, gold: Row, settings: Settings) -> Iterator[Row]:
    """What role each named person has on the day of the page; nothing where the gold gives no day."""
    day = gold.get("published_note", {}).get("best")
    persons = [one for one in gold["actors"] if one["type"] == "person" and one.get("role") and not one.get("page_actor")]
    if not day or not persons:
        return
    marked = _marked(_article(page, gold, day), settings)
    offices = load_entries("offices", Office, settings.ontology)
    for person in persons:
        for mention in person["mentions"]:
            if mention["zone"] == "body" and mention["kind"] in NAMED:
                mine = _at(marked.actors, mention)
                role = mine.role if mine else None
                right = role is not None and _same_office(role, person["role"], offices)
                answer = "right" if right else "wrong" if role else "missed"
                yield {**_as_row(marked, mention, "role", person["role"], mine, answer), "mine": role}


def _same_office(mine: str, wanted: str, offices: Mapping[str, Office]) -> bool:
    """Whether one of the words for an office of ours stands in the gold's words for the role."""
    label = _plain(mine.partition(" of ")[0])
    named = {label}
    for office in offices.values():
        if label in {_plain(one) for one in (office.label, *office.labels.values())}:
            named.update(_plain(title) for title in office.titles)
    return any(f" {title} " in f" {_plain(wanted)} " for title in named)


def _as_row(marked: MarkedDocument, mention: Row, kind: str, gold: str, mine: Actor | None, answer: str) -> Row:
    return {
        "page": marked.document.article.page,
        "start": mention["start"],
        "text": mention["text"],
        "kind": kind,
        "gold": gold,
        "mine": mine.id if mine else None,
        "answer": answer,
        "why": mine.why if mine else "",
    }


def _marked(article: Article, settings: Settings) -> MarkedDocument:
    documents = DocumentStage(settings).run(iter((article,)))
    marked = next(MentionStage(settings).run(item for item in documents if not isinstance(item, Drop)))
    if isinstance(marked, Drop):
        raise EvaluationError(f"{marked.reason}: {marked.detail}", article.page)
    return marked


def _row(marked: MarkedDocument, mention: Row, actor: Row) -> Row:
    mine = _at(marked.actors, mention)
    answer = "missed" if mine is None or (mine.id is None and not mine.members) else "wrong"
    if mine is not None and _agrees(mine, actor):
        answer = "right"
    return _as_row(marked, mention, mention["kind"], actor["id"], mine, answer)


def _at(actors: Sequence[Actor], mention: Row) -> Actor | None:
    """The mention that covers most of the gold one's words and least besides.

    Of a description with more behind it ("its allies on the council") only what starts where it starts speaks for it: what
    stands inside it is somebody else.
    """
    over = [a for a in actors if a.mention.start < mention["end"] and mention["start"] < a.mention.end]
    if mention["kind"] == "nominal":
        over = [a for a in over if not mention["start"] + ARTICLE < a.mention.start] or over
    return min(
        over, key=lambda a: abs(a.mention.start - mention["start"]) + abs(a.mention.end - mention["end"]), default=None
    )


def _agrees(mine: Actor, gold: Row) -> bool:
    name, wanted = _plain(mine.name), _plain(gold["canonical"])
    if gold["type"] == "state":
        return bool(mine.id == gold["country"])
    if mine.id and name and (name in wanted or wanted in name):
        return True
    if "kind_of_group" in gold and mine.id is None:
        return True
    if gold["type"] == "government-office":
        return bool(mine.type == "government" and mine.country == gold["country"] and mine.id)
    return mine.id is None and gold["type"] in {"other", "armed-group"}


def _plain(name: str | None) -> str:
    ascii_ = unicodedata.normalize("NFKD", name or "").encode("ascii", "ignore").decode().lower()
    return sub(r"[^a-z0-9]+", " ", sub(r"^(the|a)\s+", "", ascii_)).strip()


def _collective_row(marked: MarkedDocument, mention: Row, known: Mapping[str, Row]) -> Row:
    mine = _at([actor for actor in marked.actors if actor.via == "collective"], mention)
    wanted = {_plain(known[member]["canonical"]) for member in mention["members"]}
    names = {_plain(_name(marked, member)) for member in mine.members} if mine else set()
    answer = "right" if names == wanted else "wrong" if names else "missed"
    kind = "collective" if mention["kind"] == "nominal" else "plural_pronoun"
    row = _as_row(marked, mention, kind, "", mine, answer)
    return {**row, "gold": list(mention["members"]), "mine": list(mine.members) if mine else None}


def _name(marked: MarkedDocument, actor: str) -> str:
    return next((found.name or actor for found in marked.actors if found.id == actor), actor)


def _scores(rows: Sequence[Row]) -> dict[str, float]:
    counts = Counter((row["kind"], row["answer"]) for row in rows)
    scores = {}
    groups = {
        "named": NAMED,
        **{kind: (kind,) for kind in (*NAMED, "adjective", "nominal", "pronoun", "collective", "plural_pronoun")},
        "referring": ("nominal", "pronoun"),
        "place": ("place",),
        "place_metonym": ("place", "metonym"),
        "role": ("role",),
    }
    for name, kinds in groups.items():
        total = sum(n for (kind, _), n in counts.items() if kind in kinds)
        if total:
            scores[f"{name}_right"] = sum(counts[kind, "right"] for kind in kinds) / total
            scores[f"{name}_wrong"] = sum(counts[kind, "wrong"] for kind in kinds) / total
            scores[f"{name}_n"] = float(total)
    return scores
