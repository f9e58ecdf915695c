"""`dragoman evaluate times PATH`: words of time in TimeML (.tml) files, raw text in, the creation time as the page's date.

Scored are TIMEX3 of type DATE, and DATE and TIME together as days. DURATION and SET are not attempted: what we find over
one counts as wrong, what we leave there is only counted. An expression is found where ours overlaps it (relaxed) or has its
very characters (strict); its value is right where it is found and the values agree.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from lxml import etree

from dragoman.documents import Document, DocumentStage
from dragoman.errors import EvaluationError
from dragoman.evaluation.base import Evaluation, f1
from dragoman.evaluation.timex import VAGUE, normal, timex_value
from dragoman.mentions.dates import DateResolver
from dragoman.ontology.calendar import load_calendar
from dragoman.ontology.occurrences import load_occurrences
from dragoman.records import Article, Block, Date
from dragoman.settings import Settings

DATE, DAYS = frozenset({"DATE"}), frozenset({"DATE", "TIME"})
NOTES = (
    "raw text; creation time as the page's date; *_date: type DATE only (ours over a TIME are not counted)",
    "PAST_REF, PRESENT_REF and FUTURE_REF count as values; archives leave such words out, *_named_date is without them",
    "values: a TIME as its day, 1998-XX as 1998, W7 as W07; value_f1_verbatim: the values as the set spells them",
    "DURATION and SET are not attempted; what is found over one counts as wrong",
)


@dataclass(frozen=True, slots=True)
class Timex:
    """One TIMEX3 with its characters in the text."""

    start: int
    end: int
    type: str
    value: str


@dataclass(frozen=True, slots=True)
class TimedText:
    """One file: its text without tags, its creation day, its expressions."""

    name: str
    text: str
    created: str
    expressions: tuple[Timex, ...]

    def article(self) -> Article:
        """The text as an article; empty lines part its blocks."""
        day = self.created[:10]
        published = Date(day, day, "day", "explicit", day)
        none = (None,) * 4
        blocks = tuple(Block(start, end, "body", "test set") for start, end in _paragraphs(self.text))
        return Article(self.name, self.name, self.name, *none, published, None, "en", None, self.text, blocks)


def evaluate(path: Path, settings: Settings) -> Evaluation:
    """Resolve the words of time of every .tml file and score them; `EvaluationError` where there is none."""
    texts = list(read_timeml(path))
    resolver = DateResolver(load_calendar(settings.ontology), load_occurrences(settings.ontology).values())
    counts: Counter[str] = Counter()
    predictions: list[Mapping[str, Any]] = []
    for text, document in zip(texts, DocumentStage(settings).run(text.article() for text in texts), strict=True):
        own = resolver.resolve(document, vague=True) if isinstance(document, Document) else ()
        rows = list(_rows(text, own))
        _count(counts, rows, text)
        predictions += rows
    return Evaluation("times", str(path), _scores(counts), predictions, NOTES)


def read_timeml(path: Path) -> Iterator[TimedText]:
    """The files of a folder, or one file, in the order of their names."""
    files = sorted(path.glob("*.tml")) if path.is_dir() else [path]
    if not files:
        raise EvaluationError("holds no .tml files", path)
    for file in files:
        try:
            yield _timed(file.stem, etree.fromstring(file.read_bytes()))
        except (etree.XMLSyntaxError, ValueError) as error:
            raise EvaluationError(f"is no TimeML: {error}", file) from error


def _timed(name: str, root: etree._Element) -> TimedText:
    created = root.find(".//DCT//TIMEX3")
    body = root.find(".//TEXT")
    if created is None or body is None:
        raise ValueError("no DCT or no TEXT")
    value = created.get("value") or ""
    date.fromisoformat(value[:10])
    expressions: list[Timex] = []
    parts: list[str] = []
    _walk(body, parts, expressions, 0)
    return TimedText(name, "".join(parts), value, tuple(sorted(expressions, key=lambda timex: timex.start)))


def _walk(node: etree._Element, parts: list[str], found: list[Timex], start: int) -> int:
    """Appends the text of a node and its expressions; gives the place where the node ends."""
    at = start + len(node.text or "")
    parts.append(node.text or "")
    for child in node:
        at = _walk(child, parts, found, at)
        parts.append(child.tail or "")
        at += len(child.tail or "")
    if node.tag == "TIMEX3" and at > start:
        found.append(Timex(start, at, node.get("type", ""), node.get("value", "")))
    return at


def _paragraphs(text: str) -> Iterator[tuple[int, int]]:
    at = 0
    for part in text.split("\n\n"):
        if part.strip():
            yield at + len(part) - len(part.lstrip()), at + len(part.rstrip())
        at += len(part) + 2


def _rows(text: TimedText, own: Sequence[Date]) -> Iterator[dict[str, Any]]:
    """Each expression of the set with ours over it, then each of ours over none."""
    free = [found for found in own if found.span is not None]
    for gold in text.expressions:
        ours = max((found for found in free if _overlap(gold, found)), key=lambda found: _overlap(gold, found), default=None)
        if ours is not None:
            free.remove(ours)
        yield _row(text, gold, ours)
    for found in free:
        yield _row(text, None, found)


def _overlap(gold: Timex, found: Date) -> int:
    span = found.span
    return max(0, min(gold.end, span.end) - max(gold.start, span.start)) if span else 0


def _row(text: TimedText, gold: Timex | None, found: Date | None) -> dict[str, Any]:
    span = found.span if found else None
    row: dict[str, Any] = {"document": text.name, "created": text.created}
    row["gold"] = [gold.start, gold.end, text.text[gold.start : gold.end], gold.type, gold.value] if gold else None
    row["own"] = [span.start, span.end, span.text, timex_value(found)] if span and found else None
    return row


def _count(counts: Counter[str], rows: Sequence[Mapping[str, Any]], text: TimedText) -> None:
    counts["documents"] += 1
    counts["words"] += len(text.text.split())
    for row in rows:
        gold, own = row["gold"], row["own"]
        kind: str = gold[3] if gold else ""
        if kind not in DAYS and gold:
            counts[f"gold_{kind.lower()}"] += 1
            counts[f"found_{kind.lower()}"] += own is not None
        vague = (gold or own)[-1] in VAGUE.values()
        for which, kinds in (("", DAYS), ("_date", DATE), ("_named_date", DATE)):
            if (which and kind == "TIME") or (which == "_named_date" and vague):
                continue
            counts["gold" + which] += kind in kinds
            counts["own" + which] += own is not None
            if kind in kinds and own:
                _count_found(counts, which, gold, own)


def _count_found(counts: Counter[str], which: str, gold: Sequence[Any], own: Sequence[Any]) -> None:
    counts["relaxed" + which] += 1
    counts["strict" + which] += gold[:2] == own[:2]
    counts["value" + which] += normal(gold[4]) == normal(own[3])
    counts["value_verbatim" + which] += gold[4] == own[3]
    if gold[4].endswith("_REF"):
        counts["vague" + which] += gold[4] == own[3]


def _scores(counts: Mapping[str, int]) -> dict[str, float]:
    scores: dict[str, float] = {}
    for which in ("_date", "_named_date", ""):
        for name in ("relaxed", "strict", "value"):
            precision, recall, both = f1(counts[name + which], counts["own" + which], counts["gold" + which])
            scores |= {f"{name}_precision{which}": precision, f"{name}_recall{which}": recall, f"{name}_f1{which}": both}
        verbatim = f1(counts["value_verbatim" + which], counts["own" + which], counts["gold" + which])[2]
        scores |= {f"value_f1_verbatim{which}": verbatim, f"expressions{which}": float(counts["gold" + which])}
    for name in ("gold_duration", "found_duration", "gold_set", "found_set", "documents", "words"):
        scores[name] = float(counts[name])
    return scores | {"vague_right": float(counts["vague"])}
