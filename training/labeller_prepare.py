"""Read all that the labeller of acts and roles learns from, and keep its vectors: run with the project's environment.

    python training/labeller_prepare.py --out .carry/labeller

Four kinds of material: passages with all their events (`sentences/passages`); single sentences of which one act is marked
(`sentences/acts`) and the examples of the frames with their variations, where nothing is known of the other words; and, as
sentences without acts, the open treebanks' everyday genres.
"""

from __future__ import annotations

import argparse
import hashlib
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from acts import NONE, ROOTS, SOURCE, TARGET, TRIGGER, read_acts
from dragoman.documents.document import Document
from dragoman.documents.stage import DocumentStage
from dragoman.reports.knowledge import load_knowledge
from dragoman.reports.labeller.features import sentence_features, vectors
from dragoman.settings import Settings
from passages import FOLDER, Event, Passage, Stretch, read_passages
from variations import Variations, article

UNKNOWN = -1
EWT_GENRES, GUM_GENRES = ("reviews", "answers", "email"), ("vlog", "voyage", "conversation", "textbook", "academic")
ROLE_OF_NOBODY, ROLE_OF_SOURCE, ROLE_OF_TARGET = 0, 1, 2
STATUSES = ("happened", "ongoing", "planned", "expected", "called-for", "negated", "background")


@dataclass(frozen=True, slots=True)
class Row:
    """One text of n words: types, statuses (n,), and the roles (r, 3) of its acts as (trigger, word, role)."""

    types: np.ndarray
    statuses: np.ndarray
    roles: np.ndarray


def of_act(text: str, marks: Sequence[tuple[str, int, int]], root: str, status: str, where: str) -> Passage:
    """A sentence with one marked act as a passage."""
    at = {role: tuple((start, end) for kind, start, end in marks if kind == role) for role in (SOURCE, TARGET, TRIGGER)}
    return Passage(text, (Event(root, status, at[TRIGGER][0], at[SOURCE], at[TARGET]),), where)


def of_frames(seed: int) -> Iterator[Passage]:
    """The examples of the frames and their variations."""
    for number, item in enumerate(Variations(seed, load_knowledge()).items()):
        yield of_act(item.text, item.marks, item.root, "", f"frame:{number}")


def everyday(data: Path, most: int, seed: int) -> Iterator[Passage]:
    """Sentences of the treebanks' everyday genres, of which nobody would code anything."""
    chance = random.Random(seed)  # noqa: S311 - which sentences are taken
    for name, genres in (("en_ewt-train.conllu", EWT_GENRES), ("en_gum-train.conllu", GUM_GENRES)):
        texts = [text for text in treebank_texts(data / "train" / name, genres) if len(text) > 25]
        yield from (Passage(text, (), name) for text in chance.sample(texts, min(most, len(texts))))


def treebank_texts(path: Path, genres: Sequence[str]) -> Iterator[str]:
    """The sentences of some genres of a treebank, as they stand."""
    name = ""
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("# sent_id"):
            name = line
        elif line.startswith("# text =") and any(genre in name for genre in genres):
            yield line.partition("=")[2].strip()


def head(document: Document, at: Stretch) -> int | None:
    """The word by which a stretch of text hangs in its sentence; a verb or noun of a trigger before its particles."""
    inside = np.flatnonzero((document.starts < at[1]) & (document.ends > at[0])).tolist()
    known = set(inside)
    tops = [i for i in inside if document.doc[i].head.i not in known or document.doc[i].head.i == i]
    return tops[0] if tops else None


def row(document: Document, passage: Passage, *, complete: bool) -> Row:
    """What is known of a text; where it is not complete, what is not marked is unknown."""
    types = np.full(len(document.doc), ROOTS.index(NONE) if complete else UNKNOWN, np.int8)
    statuses = np.full(len(document.doc), UNKNOWN, np.int8)
    roles: list[tuple[int, int, int]] = []
    for event in passage.events:
        trigger = head(document, event.trigger)
        if trigger is None:
            continue
        types[trigger] = ROOTS.index(event.type)
        if event.status:
            statuses[trigger] = STATUSES.index(event.status)
        sides = ((ROLE_OF_SOURCE, event.sources), (ROLE_OF_TARGET, event.targets))
        heads = ((head(document, at), role) for role, stretches in sides for at in stretches)
        roles += [(trigger, trigger, ROLE_OF_NOBODY), *((trigger, word, role) for word, role in heads if word is not None)]
    return Row(types, statuses, np.array(roles, np.int32).reshape(-1, 3))


def held(text: str, one_of: int = 16) -> bool:
    """Whether a passage is held out for measuring."""
    return int(hashlib.sha256(text.encode()).hexdigest(), 16) % one_of == 0


def write(passages: Sequence[Passage], out: Path, *, complete: bool) -> None:
    """The texts as arrays, one after the other; `texts` holds their sizes and whether they are held out."""
    stage = DocumentStage(Settings())
    found: dict[str, list[np.ndarray]] = {
        name: [] for name in ("vectors", "words", "sentences", "types", "statuses", "roles", "texts")
    }
    for passage, document in zip(passages, stage.run(article(each.text) for each in passages), strict=True):
        if isinstance(document, Document):
            doc, its = document.doc, row(document, passage, complete=complete)
            number = np.full((len(its.roles), 1), len(found["texts"]), np.int32)
            bounds = [(sentence.start, sentence.end) for sentence in doc.sents]
            features = [sentence_features(doc, start, end) + np.array([0, 0, start]) for start, end in bounds]
            found["vectors"].append(vectors(doc))
            found["words"].append(np.concatenate(features))
            found["sentences"].append(np.repeat(np.arange(len(bounds)), [end - start for start, end in bounds]))
            found["types"].append(its.types)
            found["statuses"].append(its.statuses)
            found["roles"].append(np.concatenate([number, its.roles], axis=1))
            found["texts"].append(np.array([[len(doc), held(passage.text)]], np.int64))
    out.parent.mkdir(parents=True, exist_ok=True)
    arrays: dict[str, Any] = {name: np.concatenate(parts) for name, parts in found.items()}
    np.savez(out, **arrays)
    print(f"{len(arrays['texts'])} texts, {len(arrays['types'])} words in {out}")


def main() -> None:
    """Write both kinds."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--passages", type=Path, default=FOLDER)
    parser.add_argument("--only", nargs="*", default=["acts", "passages", "frames", "everyday"])
    parser.add_argument("--seed", type=int, default=5)
    options = parser.parse_args()
    if "acts" in options.only:
        acts = [of_act(act.text, act.marks, act.root, act.status or "", act.where) for act in read_acts()]
        write(acts, options.out / "acts.npz", complete=False)
    if "passages" in options.only:
        write(read_passages(options.passages), options.out / "passages.npz", complete=True)
    if "frames" in options.only:
        write(list(of_frames(options.seed)), options.out / "frames.npz", complete=False)
    if "everyday" in options.only:
        write(list(everyday(options.data, 900, options.seed)), options.out / "everyday.npz", complete=True)


if __name__ == "__main__":
    main()
