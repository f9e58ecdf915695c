"""`dragoman evaluate actors FOLDER`: who is meant, on pages whose mentions are marked in the text itself.

The first line of a page (`*.txt`) is its date, `YYYY-MM-DD`, or empty where the page gives none; every further line is a
block of the body. A mention is marked as `[words|kind who]`. Kinds:

- `name`, `demonym`, `metonym`, `pron` (a pronoun of one actor), `nom` (a description, a title or a body without a name)
- `many`: words for several actors, all of them by id, with commas between
- `open`: words that mean nobody who can be told; right where no actor is given
- `place COUNTRY`: a capital or seat that is meant as a place; right where a place (of any country) and no actor is
- `role ROLE`: the role that the person of this name holds on the page's date

`who` is an id, `person:` left out; `=CTY` somebody unnamed of this country. Mentions are compared by their words' ends.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from dragoman.documents.stage import DocumentStage
from dragoman.errors import EvaluationError
from dragoman.evaluation.base import Evaluation
from dragoman.mentions.marked import MarkedDocument
from dragoman.mentions.stage import MentionStage
from dragoman.records import Actor, Article, Block, Date
from dragoman.settings import Settings

KINDS: Final = ("name", "demonym", "metonym", "pron", "nom", "many", "open", "place", "role")
GROUPS: Final[Mapping[str, tuple[str, ...]]] = {
    "referring": ("pron", "nom", "many"),
    "place_metonym": ("place", "metonym"),
    **{kind: (kind,) for kind in KINDS},
}
"""Scores by name, and the kinds of mention that each counts."""
_MARK: Final = re.compile(r"\[(?P<words>[^][|]+)\|(?P<kind>[a-z]+)(?: (?P<who>[^][|]+))?\]")


@dataclass(frozen=True, slots=True)
class MarkedMention:
    """Words at `start` to `end` (half-open) of the page's text; `who` as written behind the kind."""

    start: int
    end: int
    kind: str
    who: str


@dataclass(frozen=True, slots=True)
class MarkedPage:
    """A page without its marks, and the mentions that were marked."""

    name: str
    day: str | None
    text: str
    mentions: tuple[MarkedMention, ...]

    def article(self) -> Article:
        """The text as an article whose lines are its blocks."""
        lines = [match.span() for match in re.finditer(r"[^\n]+", self.text)]
        blocks = tuple(Block(start, end, "body", "test set") for start, end in lines)
        published = Date(self.day, self.day, "day", "explicit", self.day) if self.day else None
        return Article(self.name, self.name, self.name, *(None,) * 4, published, None, "en", None, self.text, blocks)


def evaluate(path: Path, settings: Settings) -> Evaluation:
    """Score every page in the folder; `EvaluationError` where it holds none or a mark cannot be read."""
    pages = [marked_page(file.stem, file.read_text("utf-8"), file) for file in sorted(path.glob("*.txt"))]
    if not pages:
        raise EvaluationError("holds no pages (*.txt)", path)
    documents = DocumentStage(settings).run(page.article() for page in pages)
    marked = MentionStage(settings).run(documents)  # type: ignore[arg-type]
    rows = [
        row
        for page, found in zip(pages, marked, strict=True)
        for row in page_rows(page, found)  # type: ignore[arg-type]
    ]
    return Evaluation("actors", str(path), scores(rows), rows, (f"{len(pages)} pages, body as given",))


def marked_page(name: str, raw: str, path: Path) -> MarkedPage:
    """Read a page; `EvaluationError` names what is wrong with it."""
    day, _, rest = raw.partition("\n")
    if not re.fullmatch(r"(\d{4}-\d\d-\d\d)?", day.strip()):
        raise EvaluationError(f"the first line {day!r} is no date", path)
    text, mentions, at = "", [], 0
    for match in _MARK.finditer(rest):
        if match["kind"] not in KINDS:
            raise EvaluationError(f"{match[0]!r}: kinds are {', '.join(KINDS)}", path)
        text += rest[at : match.start()]
        start, at = len(text), match.end()
        text += match["words"]
        mentions.append(MarkedMention(start, len(text), match["kind"], match["who"] or ""))
    return MarkedPage(name, day.strip() or None, text + rest[at:], tuple(mentions))


def page_rows(page: MarkedPage, marked: MarkedDocument) -> Iterator[dict[str, Any]]:
    """What became of each marked mention."""
    for mention in page.mentions:
        found = at(marked.actors, mention)
        yield {
            "page": page.name,
            "start": mention.start,
            "text": page.text[mention.start : mention.end],
            "kind": mention.kind,
            "gold": mention.who,
            "mine": _said(found),
            "answer": _answer(mention, found, marked),
            "why": found.why if found else "",
        }


def at(actors: Iterable[Actor], mention: MarkedMention) -> Actor | None:
    """The actor that stands on these words: with the same end, and of several the one that starts nearest."""
    same = [actor for actor in actors if actor.mention.end == mention.end and actor.mention.start < mention.end]
    return min(same, key=lambda actor: abs(actor.mention.start - mention.start), default=None)


def _said(actor: Actor | None) -> str | None:
    if actor is None:
        return None
    return actor.id or ",".join(actor.members) or (f"={actor.country}" if actor.country else None)


def _answer(mention: MarkedMention, found: Actor | None, marked: MarkedDocument) -> str:
    """`right`, `wrong` (somebody else) or `missed` (nobody)."""
    if mention.kind == "place":
        return _place(mention, found, marked)
    if found is None or not (found.id or found.members or mention.who.startswith("=")):
        return "right" if mention.kind == "open" else "missed"
    if mention.kind == "role":
        return "right" if found.role == mention.who else "wrong" if found.role else "missed"
    return "right" if _is(found, mention) else "wrong"


def _place(mention: MarkedMention, found: Actor | None, marked: MarkedDocument) -> str:
    if found is not None:
        return "wrong"
    return "right" if any(place.mention.end == mention.end for place in marked.places) else "missed"


def _is(found: Actor, mention: MarkedMention) -> bool:
    who = mention.who
    if who.startswith("="):
        return found.id is None and found.country == who[1:]
    if mention.kind == "many":
        return set(found.members) == {_id(one) for one in who.split(",")}
    return found.id == _id(who)


def _id(who: str) -> str:
    return who if ":" in who or who.isupper() else f"person:{who}"


def scores(rows: Sequence[Mapping[str, Any]]) -> dict[str, float]:
    """The share of right and of wrong answers by group of kinds, and how many mentions each has."""
    counts = Counter((row["kind"], row["answer"]) for row in rows)
    found: dict[str, float] = {}
    for name, kinds in GROUPS.items():
        total = sum(n for (kind, _), n in counts.items() if kind in kinds)
        if total:
            found[f"{name}_right"] = sum(counts[kind, "right"] for kind in kinds) / total
            found[f"{name}_wrong"] = sum(counts[kind, "wrong"] for kind in kinds) / total
            found[f"{name}_n"] = float(total)
    return found
