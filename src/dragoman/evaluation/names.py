"""`dragoman evaluate names PATH`: names found in raw text, scored by exact characters and type.

Reads two columns (IOB1 or IOB2) and the CoNLL-U-like files of Universal NER, one file or a folder. Types are compared as
coarsely as the set has them: persons, organisations, and places of any kind (states, regions, buildings) together.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from dragoman.documents import Document, DocumentStage
from dragoman.evaluation.base import Evaluation, f1
from dragoman.evaluation.treebank import GoldText, GoldWord, read_gold
from dragoman.settings import Settings

Name = tuple[int, int, str]
NOTES = (
    "raw text; our own tokens and sentences; exact characters and type",
    "all: PER, ORG and LOC together; LOC holds states, regions and buildings",
)
COARSE: Final[Mapping[str, str]] = {
    "PERSON": "PER",
    "PER": "PER",
    "ORG": "ORG",
    "ORGANIZATION": "ORG",
    "GPE": "LOC",
    "LOC": "LOC",
    "LOCATION": "LOC",
    "FAC": "LOC",
    "FACILITY": "LOC",
    "NORP": "NORP",
    "DATE": "DATE",
}
MAIN: Final = ("PER", "ORG", "LOC")


def evaluate(path: Path, settings: Settings) -> Evaluation:
    """Find the names in the raw text of a set and score them."""
    counts: Counter[tuple[str, str]] = Counter()
    predictions: list[Mapping[str, Any]] = []
    texts = list(read_gold(path))
    found = DocumentStage(settings).run(text.article() for text in texts)
    for text, document in zip(texts, found, strict=True):
        gold = set(gold_names(text))
        own = set(_own_names(document)) if isinstance(document, Document) else set[Name]()
        for side, names in (("gold", gold), ("own", own), ("right", gold & own)):
            counts.update((side, kind) for *_, kind in names)
        predictions += _rows(text, gold, own)
    return Evaluation("names", str(path), scores(counts), predictions, NOTES)


def gold_names(text: GoldText) -> Iterator[Name]:
    """Coarse names of a gold document; types that have no counterpart are passed over."""
    for group in _groups(text.words):
        kind = COARSE.get(_tag(group[0])[2:].upper())
        if kind:
            yield group[0].start, group[-1].end, kind


def _tag(word: GoldWord) -> str:
    """The tag of the outer name; further columns hold names within names."""
    numbered = word.columns[0].isdigit() and len(word.columns) > 2 and not _looks_like_tag(word.columns[1])
    return word.columns[2 if numbered else 1]


def _looks_like_tag(column: str) -> bool:
    return column == "O" or column[:2] in {"B-", "I-"}


def _groups(words: Sequence[GoldWord]) -> Iterator[list[GoldWord]]:
    """Words of each name, in IOB1 and IOB2 alike."""
    group: list[GoldWord] = []
    for word in words:
        tag = _tag(word)
        if group and not _continues(group[-1], word):
            yield group
            group = []
        if tag[:2] in {"B-", "I-"} and tag[2:] != "O":
            group.append(word)
    if group:
        yield group


def _continues(before: GoldWord, word: GoldWord) -> bool:
    tag = _tag(word)
    return tag[:2] == "I-" and tag[2:] == _tag(before)[2:] and word.sentence == before.sentence


def _own_names(document: Document) -> Iterator[Name]:
    for name in document.doc.ents:
        kind = COARSE.get(name.label_)
        if kind:
            yield int(document.starts[name.start]), int(document.ends[name.end - 1]), kind


def scores(counts: Mapping[tuple[str, str], int]) -> dict[str, float]:
    """Precision, recall and F1 of all main types together, and F1 of each type that the set has."""
    sums = {side: sum(counts[side, kind] for kind in MAIN) for side in ("right", "own", "gold")}
    precision, recall, both = f1(sums["right"], sums["own"], sums["gold"])
    found = {"f1": both, "precision": precision, "recall": recall}
    for kind in dict.fromkeys(COARSE.values()):
        if counts["gold", kind]:
            found[f"f1_{kind}"] = f1(counts["right", kind], counts["own", kind], counts["gold", kind])[2]
    return found | {"names": float(sums["gold"])}


def _rows(text: GoldText, gold: set[Name], own: set[Name]) -> Iterator[dict[str, Any]]:
    for start, end, kind in sorted(gold | own):
        name = (start, end, kind)
        row = {"document": text.name, "start": start, "end": end, "text": text.text[start:end], "type": kind}
        yield row | {"gold": name in gold, "own": name in own}
