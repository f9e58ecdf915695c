"""Words as spaCy's hashes, which are the same in every vocabulary."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
import numpy.typing as npt
from spacy.strings import get_string_id


def hashes(words: Iterable[str]) -> npt.NDArray[np.uint64]:
    """The hash of each word, in order."""
    return np.array([get_string_id(word) for word in words], np.uint64)
