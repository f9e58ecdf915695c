"""Turn GUM's open documents into arrays for `coreference.py`: what the shipped package sees in them, and the gold entities.

    python training/coreference_prepare.py --data ../shared/data/train --out .carry

Needs the package and its language model. Writes `coreference-train.npz` and `coreference-dev.npz`; run it again after every
training of the language model, because the vectors of its encoder are among the arrays.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from dragoman.documents import Document, DocumentStage
from dragoman.documents.coreference.candidates import Candidates, candidates_of
from dragoman.documents.coreference.columns import Columns, columns_of
from dragoman.documents.coreference.lexicon import Lexicon
from dragoman.documents.coreference.pairs import pairs_of
from dragoman.documents.coreference.phrases import phrases_of
from dragoman.evaluation.coref import gold_clusters
from dragoman.evaluation.treebank import GoldText, read_gold
from dragoman.ontology.coreference import load_reference_words
from dragoman.settings import Settings

Array = npt.NDArray[Any]
Place = tuple[int, int]


def arrays(document: Document, text: GoldText, lexicon: Lexicon) -> dict[str, Array]:
    """One document: traits and vectors of its candidates, features of its pairs, the entity of each candidate or -1."""
    columns = columns_of(document.doc)
    candidates = candidates_of(columns, lexicon)
    phrases = phrases_of(columns, candidates, lexicon)
    pairs = pairs_of(columns, phrases)
    return {
        "traits": phrases.traits.astype(np.float16),
        "states": columns.states[candidates.head].astype(np.float16),
        "later": pairs.later.astype(np.int32),
        "earlier": pairs.earlier.astype(np.int32),
        "features": pairs.features.astype(np.float16),
        "entity": _entities(document, columns, candidates, text),
    }


def _entities(document: Document, columns: Columns, candidates: Candidates, text: GoldText) -> Array:
    """The gold entity with just the words of a candidate, else the one that no candidate has and whose head is the same."""
    starts = {start: i for i, start in enumerate(document.starts.tolist())}
    ends = {end: i + 1 for i, end in enumerate(document.ends.tolist())}
    spans = list(zip(candidates.start.tolist(), candidates.end.tolist(), strict=True))
    exact: dict[Place, int] = {}
    by_head: dict[int, int] = {}
    for number, cluster in enumerate(gold_clusters(text)):
        for start, end in cluster:
            if start in starts and end in ends:
                place = (starts[start], ends[end])
                exact[place] = number
                if place not in spans and (head := _head(columns, place)) is not None:
                    by_head[head] = number
    return np.array(
        [
            exact.get(span, -1 if joint else by_head.get(head, -1))
            for span, head, joint in zip(spans, candidates.head.tolist(), candidates.joint.tolist(), strict=True)
        ],
        np.int32,
    )


def _head(columns: Columns, place: Place) -> int | None:
    """The one token of a span that hangs on a token outside it."""
    start, end = place
    heads = [i for i in range(start, end) if not start <= columns.head[i] < end or columns.head[i] == i]
    return heads[0] if len(heads) == 1 else None


def documents(path: Path) -> Iterator[dict[str, Array]]:
    """All documents of a file as arrays."""
    lexicon = Lexicon.of(load_reference_words())
    texts = list(read_gold(path))
    for text, document in zip(texts, DocumentStage(Settings()).run(text.article() for text in texts), strict=True):
        if isinstance(document, Document):
            yield arrays(document, text, lexicon)


def main() -> None:
    """Read, work out, write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    for part in ("train", "dev"):
        found: dict[str, Any] = {
            f"{number}/{name}": values
            for number, document in enumerate(documents(options.data / f"en_gum-{part}.conllu"))
            for name, values in document.items()
        }
        np.savez(options.out / f"coreference-{part}.npz", **found)


if __name__ == "__main__":
    main()
