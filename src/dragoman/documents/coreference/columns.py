"""A parsed document as columns of numbers, one row a token, so that features are worked out for all words at once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
from spacy.attrs import DEP, ENT_TYPE, HEAD, LEMMA, LOWER, MORPH, POS, SENT_START, TAG
from spacy.tokens import Doc

from dragoman.documents.coreference.hashing import hashes

Array = npt.NDArray[Any]

QUOTES = hashes(('"', "“", "”", "``", "''", "«", "»", "„"))
OPENING, CLOSING = hashes(("(", "[")), hashes((")", "]"))


@dataclass(frozen=True, slots=True)
class Columns:
    """Tokens of a document. `head` is the token's own number where it is a root; `plural` and `singular` come from the
    features; `quoted` tells what stands between quotation marks; `balance` counts brackets opened and not yet closed.

    `first` and `last` are the ends of the words that hang on a token, itself included and punctuation at the ends left out.
    `states` are the encoder's vectors, (tokens, width), or of no width where the language model keeps none.
    """

    head: Array
    dep: Array
    pos: Array
    tag: Array
    lemma: Array
    lower: Array
    entity: Array
    plural: Array
    singular: Array
    sentence: Array
    quoted: Array
    balance: Array
    first: Array
    last: Array
    states: Array

    def __len__(self) -> int:
        return len(self.head)


def columns_of(doc: Doc) -> Columns:
    """The columns of a document with heads, tags and names."""
    rows = doc.to_array([HEAD, DEP, POS, TAG, LEMMA, LOWER, ENT_TYPE, MORPH, SENT_START])
    head = np.arange(len(doc)) + rows[:, 0].astype(np.int64)
    lower = rows[:, 5]
    first, last = _subtrees(head, rows[:, 2] == hashes(("PUNCT",))[0])
    starts = rows[:, 8] == 1
    starts[:1] = True
    sentence = np.cumsum(starts) - 1
    return Columns(
        head=head,
        dep=rows[:, 1],
        pos=rows[:, 2],
        tag=rows[:, 3],
        lemma=rows[:, 4],
        lower=lower,
        entity=rows[:, 6],
        plural=_featured(doc, rows[:, 7], "Number=Plur"),
        singular=_featured(doc, rows[:, 7], "Number=Sing"),
        sentence=sentence,
        quoted=np.cumsum(np.isin(lower, QUOTES)) % 2 == 1,
        balance=np.cumsum(np.isin(lower, OPENING).astype(np.int64) - np.isin(lower, CLOSING)),
        first=first,
        last=last,
        states=_states(doc),
    )


def _featured(doc: Doc, morph: Array, feature: str) -> Array:
    """Which tokens have a morphological feature."""
    kinds, place = np.unique(morph, return_inverse=True)
    return np.array([feature in doc.vocab.strings[int(kind)].split("|") for kind in kinds], bool)[place]


def _states(doc: Doc) -> Array:
    tensor = np.asarray(doc.tensor)
    return tensor.astype(np.float32) if tensor.shape[:1] == (len(doc),) else np.zeros((len(doc), 0), np.float32)


def _subtrees(head: Array, punctuation: Array) -> tuple[Array, Array]:
    """The first and last token below each token: extents are handed up until nothing changes, once a level of the tree."""
    first, last = np.arange(len(head)), np.arange(len(head))
    child = np.flatnonzero((head != np.arange(len(head))) & ~punctuation)
    above = head[child]
    while True:
        before = int(first.sum()), int(last.sum())
        np.minimum.at(first, above, first[child])
        np.maximum.at(last, above, last[child])
        if before == (int(first.sum()), int(last.sum())):
            return first, last
