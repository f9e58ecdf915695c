"""What the labeller of acts and roles sees of a sentence: the language model's vectors of its words, and its tree.

Of each word: the vectors of the encoder's layers 0, 2, 4 and its last side by side, its relation, tag and head.
"""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt
from spacy.tokens import Doc

from dragoman.documents.syntax import word_layers
from dragoman.reports.labeller.pairs import RELATIONS, TAGS

Array = npt.NDArray[Any]

_RELATION = {name: number for number, name in enumerate(RELATIONS)}
_TAG = {name: number for number, name in enumerate(TAGS)}


def vectors(doc: Doc) -> Array:
    """(tokens, width) of float16: all layers of each word side by side. `ValueError` from a language model without them."""
    layers = word_layers(doc)
    if layers is None:
        raise ValueError("the language model keeps no layers")
    return np.concatenate([layers, np.asarray(doc.tensor, np.float16)], axis=1)


def sentence_features(doc: Doc, start: int, end: int) -> Array:
    """(words, 3) of small integers: relation, tag, and the head as a place in the sentence (its own for the root)."""
    found = np.zeros((end - start, 3), np.int32)
    for i in range(start, end):
        token = doc[i]
        top = token.head.i if start <= token.head.i < end else i
        found[i - start] = _RELATION.get(token.dep_.lower(), 0), _TAG.get(token.tag_, 0), top - start
    return found
