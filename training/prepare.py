"""Turn the training sets into one compact file of numbers, so that training needs nothing but torch and numpy.

python training/prepare.py --data ../shared/data --base BASE_FOLDER --out .carry
"""

from __future__ import annotations

import argparse
import lzma
import pickle
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import spacy

from corpus import (
    ANY,
    TAGS,
    Allowed,
    Example,
    Gazetteer,
    columns,
    gum,
    multiner,
    read_conllu,
    read_gazetteer,
    treebank,
    with_names,
)
from dragoman.documents.lemmas import make_rule
from dragoman.documents.pieces import SHAPES, WordPieces, canonical, shape
from own import Cutter, own_examples, swaps

FIELDS = ("upos", "xpos", "feats", "lemma")
OWN_SENTENCES = 12000
# Words that headline writers leave in lower case. (A list in code, since only training needs it.)
SMALL_WORDS = frozenset(
    re.findall(r"\w+", "a an the of in on at to for and or but by with as from nor per via vs into off up")
)


def collect(data: Path) -> dict[str, list[Example]]:
    """Every training set and the two development sets, in a fixed order."""
    train = data / "train"
    gazetteer = read_gazetteer(data / "facts" / "countries.json")
    cutter = Cutter(spacy.blank("en"))
    development = list(with_names(train / "en_ewt-dev.conllu", train / "uner_ewt-dev.iob2", gazetteer))
    return {
        "train": list(_training(train, gazetteer, cutter)),
        "dev-ewt": development,
        "dev-gum": list(treebank(train / "en_gum-dev.conllu", "gum")),
        "dev-joined": list(cutter.joined(list(read_conllu(train / "en_ewt-dev.conllu")), development, 2)),
    }


def _training(train: Path, gazetteer: Gazetteer, cutter: Cutter) -> Iterable[Example]:
    ewt = list(with_names(train / "en_ewt-train.conllu", train / "uner_ewt-train.iob2", gazetteer))
    open_gum = list(gum(train / "en_gum-train.conllu", gazetteer))
    for path, examples in (("en_ewt-train.conllu", ewt), ("en_gum-train.conllu", open_gum)):
        yield from examples
        yield from cutter.joined(list(read_conllu(train / path)), examples, 1)
    for example in columns(train / "wikigold.conll", "wikigold", gazetteer):
        yield cutter.recut(example)
    for example in multiner(train / "multiner" / "Final_English.txt", gazetteer):
        yield cutter.recut(example)
    yield from own_examples(1, OWN_SENTENCES, cutter)


class Vocabulary:
    """Numbers for the words of all sets, with their pieces and the shapes they take in other letter cases."""

    def __init__(self, pieces: WordPieces) -> None:
        self._pieces = pieces
        self._number: dict[str, int] = {}
        self.rows: list[tuple[tuple[int, ...], tuple[int, int, int, int], bool]] = []

    def __call__(self, word: str) -> int:
        """The number of a word, new or known."""
        if word not in self._number:
            self._number[word] = len(self.rows)
            seen = canonical(word)
            title = seen[:1].upper() + seen[1:]
            cases = (shape(seen), shape(title), shape(seen.upper()), shape(seen.lower()))
            self.rows.append((self._pieces([word])[0][0], cases, word.lower() in SMALL_WORDS))
        return self._number[word]


def label_sets(examples: Sequence[Example]) -> dict[str, list[str]]:
    """The labels of each head, most frequent first; rare feature bundles and lemma rules are left out."""
    counts: dict[str, Counter[str]] = {name: Counter() for name in (*FIELDS, "deprel")}
    for example in examples:
        for token in example.tree or () if not example.begins else ():
            values = (token.upos, token.xpos, token.feats, make_rule(token.form, token.lemma), token.deprel)
            for name, value in zip(counts, values, strict=True):
                counts[name][value] += 1
    least = {"feats": 2, "lemma": 3}
    return {name: [v for v, n in c.most_common() if n >= least.get(name, 1)] for name, c in counts.items()}


def encode(
    example: Example, words: Vocabulary, numbers: dict[str, dict[str, int]], masks: dict[Allowed, int]
) -> dict[str, Any]:
    """One example as small integer arrays; -1 is "not annotated"."""
    row: dict[str, Any] = {"source": example.source, "words": np.array([words(w) for w in example.words], np.int32)}
    if example.tree is not None:
        tree = example.tree
        fields = {
            "upos": [numbers["upos"][t.upos] for t in tree],
            "xpos": [numbers["xpos"].get(t.xpos, -1) for t in tree],
            "feats": [numbers["feats"].get(t.feats, -1) for t in tree],
            "lemma": [numbers["lemma"].get(make_rule(t.form, t.lemma), -1) for t in tree],
            "begins": _begins(example),
            "head": [t.head for t in tree],
            "deprel": [numbers["deprel"].get(t.deprel, -1) for t in tree],
        }
        row |= {name: np.array(values, np.int16) for name, values in fields.items()}
    if example.names is not None:
        row["names"] = np.array([masks.setdefault(a, len(masks)) for a in example.names], np.int16)
    return row


def _begins(example: Example) -> list[int]:
    """1 where a further sentence begins; nothing is asked of the first word."""
    return [-1, *(int(place in example.begins) for place in range(1, len(example.words)))]


def prepare(data: Path, base: Path) -> dict[str, Any]:
    """Everything that training reads, as plain lists and arrays."""
    sets = collect(data)
    labels = label_sets(sets["train"])
    numbers = {name: {v: i for i, v in enumerate(values)} for name, values in labels.items()}
    words = Vocabulary(WordPieces(base / "tokenizer.json"))
    masks: dict[Allowed, int] = {ANY: 0}
    encoded = {
        name: [encode(e, words, numbers, masks) for e in examples if 0 < len(e.words) <= 200]
        for name, examples in sets.items()
    }
    pools = {name: np.array([words(w) for w in pool], np.int32) for name, pool in swaps(1, 4000).items()}
    table = np.array([[tag in mask for tag in TAGS] for mask in masks], bool)
    lemmas = sorted({t.lemma for e in sets["train"] for t in e.tree or () if t.upos != "PROPN"})
    return {
        **encoded,
        "lemmas": lemmas,
        "labels": labels | {"begins": ["no", "yes"], "names": list(TAGS)},
        "masks": table,
        "words": words.rows,
        "shapes": SHAPES,
        "swaps": pools,
    }


def main() -> None:
    """Write `corpus.pickle.xz` and the known lemmas into the output folder."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--base", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    found = prepare(options.data, options.base)
    with lzma.open(options.out / "corpus.pickle.xz", "wb", preset=1) as file:
        pickle.dump(found, file)
    (options.out / "lemmas.txt").write_text("\n".join(found["lemmas"]), encoding="utf-8")
    print({name: len(v) for name, v in found.items()}, {name: len(v) for name, v in found["labels"].items()})


if __name__ == "__main__":
    main()
