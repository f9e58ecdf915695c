"""`dragoman evaluate ud FILE.conllu`: raw text in, our own tokens and sentences, scored as in the CoNLL 2018 shared task.

A word counts where its characters are those of a gold word; its head counts where the characters of the two heads are the
same. So errors of the tokenizer and the sentence splitter are errors of everything. F1 = 2 x right / (ours + gold).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from spacy.tokens import Token

from dragoman.documents import Document, DocumentStage
from dragoman.evaluation.base import Evaluation, f1
from dragoman.evaluation.treebank import GoldText, read_gold
from dragoman.records import Drop
from dragoman.settings import Settings

Place = tuple[int, int]
NOTES = (
    "raw text; our own tokens and sentences; paragraphs as the treebank marks them",
    "las: all words, relations without subtypes (CoNLL 2018); las_full: with subtypes",
    "uas_words, las_words: without punctuation, with subtypes",
)


@dataclass(frozen=True, slots=True)
class Word:
    """A word of either side. `head` is the place of its head, `None` at the root."""

    form: str
    upos: str
    xpos: str
    lemma: str
    head: Place | None
    relation: str


def evaluate(path: Path, settings: Settings) -> Evaluation:
    """Parse the raw text of a CoNLL-U file and score it."""
    counts: Counter[str] = Counter()
    predictions: list[Mapping[str, Any]] = []
    texts = list(read_gold(path))
    found = DocumentStage(settings).run(text.article() for text in texts)
    for text, document in zip(texts, found, strict=True):
        gold = dict(_gold_words(text))
        own = {} if isinstance(document, Drop) else dict(_own_words(document))
        _count(counts, gold, own)
        _count_sentences(counts, text, document)
        predictions += _rows(text.name, gold, own)
    return Evaluation("ud", str(path), scores(counts), predictions, NOTES)


def _gold_words(text: GoldText) -> Iterator[tuple[Place, Word]]:
    places = {(w.sentence, int(w.columns[0])): (w.start, w.end) for w in text.words}
    for word in text.words:
        _, form, lemma, upos, xpos, _, head, relation = word.columns[:8]
        yield (word.start, word.end), Word(form, upos, xpos, lemma, places.get((word.sentence, int(head))), relation)


def _own_words(document: Document) -> Iterator[tuple[Place, Word]]:
    places = list(zip(document.starts.tolist(), document.ends.tolist(), strict=True))
    for token, place in zip(document.doc, places, strict=True):
        yield place, _own_word(token, places)


def _own_word(token: Token, places: list[Place]) -> Word:
    head = None if token.head.i == token.i else places[token.head.i]
    return Word(token.text, token.pos_, token.tag_, token.lemma_, head, token.dep_)


def _count(counts: Counter[str], gold: Mapping[Place, Word], own: Mapping[Place, Word]) -> None:
    counts["gold"] += len(gold)
    counts["own"] += len(own)
    counts["gold_words"] += sum(word.upos != "PUNCT" for word in gold.values())
    counts["own_words"] += sum(word.upos != "PUNCT" for word in own.values())
    for place, mine in own.items():
        if place in gold:
            _count_word(counts, gold[place], mine)


def _count_word(counts: Counter[str], gold: Word, own: Word) -> None:
    attached = gold.head == own.head
    full = attached and gold.relation == own.relation
    coarse = attached and gold.relation.partition(":")[0] == own.relation.partition(":")[0]
    right = {"tokens": True, "upos": gold.upos == own.upos, "xpos": gold.xpos == own.xpos, "uas": attached}
    right |= {"lemma": gold.lemma == own.lemma, "las": coarse, "las_full": full}
    counts.update(name for name, yes in right.items() if yes)
    if gold.upos != "PUNCT":
        counts.update({"uas_words": int(attached), "las_words": int(full)})


def _count_sentences(counts: Counter[str], text: GoldText, document: Document | Drop) -> None:
    gold: dict[int, list[int]] = {}
    for word in text.words:
        gold.setdefault(word.sentence, [word.start, word.end])[1] = word.end
    theirs = {(start, end) for start, end in gold.values()}
    mine: set[Place] = set()
    if isinstance(document, Document):
        mine = {(int(document.starts[s.start]), int(document.ends[s.end - 1])) for s in document.doc.sents}
    counts.update({"gold_sentences": len(theirs), "own_sentences": len(mine), "sentences": len(theirs & mine)})


def scores(counts: Mapping[str, int]) -> dict[str, float]:
    """F1 of everything counted, as a fraction."""
    found = {"sentences": f1(counts["sentences"], counts["own_sentences"], counts["gold_sentences"])[2]}
    for name in ("tokens", "upos", "xpos", "lemma", "uas", "las", "las_full"):
        found[name] = f1(counts[name], counts["own"], counts["gold"])[2]
    for name in ("uas_words", "las_words"):
        found[name] = f1(counts[name], counts["own_words"], counts["gold_words"])[2]
    return found | {"words": float(counts["gold"])}


def _rows(name: str, gold: Mapping[Place, Word], own: Mapping[Place, Word]) -> Iterator[dict[str, Any]]:
    for place in sorted(gold.keys() | own.keys()):
        row: dict[str, Any] = {"document": name, "start": place[0], "end": place[1]}
        for side, words in (("gold", gold), ("own", own)):
            word = words.get(place)
            row[side] = None if word is None else [word.form, word.lemma, word.upos, word.xpos, word.head, word.relation]
        yield row
