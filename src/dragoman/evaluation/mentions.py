"""Scores who is meant by the actor mentions of the gold pages: the right actor, a wrong one, or nobody.

The page's text is read with the gold body as its blocks, so that the figures say how actors are found and not how pages are
cleaned. Kinds are the gold's: name, abbreviation, metonym, misspelling, adjective, nominal, pronoun, collective, and
plural_pronoun, one that means several actors.
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
from dragoman.records import Actor, Article, Block, Drop
from dragoman.settings import Settings

Row = Mapping[str, Any]
ARTICLE = 4
"""Characters by which a mention may start later than the gold one: "the "."""
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


def _article(page: Path, gold: Mapping[str, Any]) -> Article:
    text = page.read_bytes().decode("utf-8")
    blocks = tuple(Block(span["start"], span["end"], "body", "gold") for span in gold["body"])
    return Article(page.stem, page.name, page.stem, None, None, None, None, None, None, "en", None, text, blocks)


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
    return {
        "page": marked.document.article.page,
        "start": mention["start"],
        "text": mention["text"],
        "kind": mention["kind"],
        "gold": actor["id"],
        "mine": mine.id if mine else None,
        "answer": answer,
        "why": mine.why if mine else "",
    }


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
    return {
        "page": marked.document.article.page,
        "start": mention["start"],
        "text": mention["text"],
        "kind": "collective" if mention["kind"] == "nominal" else "plural_pronoun",
        "gold": list(mention["members"]),
        "mine": list(mine.members) if mine else None,
        "answer": answer,
        "why": mine.why if mine else "",
    }


def _name(marked: MarkedDocument, actor: str) -> str:
    return next((found.name or actor for found in marked.actors if found.id == actor), actor)


def _scores(rows: Sequence[Row]) -> dict[str, float]:
    counts = Counter((row["kind"], row["answer"]) for row in rows)
    scores = {}
    groups = {
        "named": NAMED,
        **{kind: (kind,) for kind in (*NAMED, "adjective", "nominal", "pronoun", "collective", "plural_pronoun")},
    }
    for name, kinds in groups.items():
        total = sum(n for (kind, _), n in counts.items() if kind in kinds)
        if total:
            scores[f"{name}_right"] = sum(counts[kind, "right"] for kind in kinds) / total
            scores[f"{name}_wrong"] = sum(counts[kind, "wrong"] for kind in kinds) / total
            scores[f"{name}_n"] = float(total)
    return scores
