"""From words to what the encoder reads: word pieces and the shape of each word.

The encoder was trained on lower-cased text, so the case of a word reaches it through a *shape*: a small class such as
"lower", "Title", "CAPS" or "digits" that gets its own learned embedding. This module needs neither spaCy nor torch; training
and run time share it, which is what keeps the two in step.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Final

import numpy as np
import numpy.typing as npt
from tokenizers import Tokenizer

IntArray = npt.NDArray[np.int64]

SHAPES: Final = (
    "special",
    "lower",
    "title",
    "caps",
    "initial",
    "mixed-upper",
    "mixed-lower",
    "digits",
    "number",
    "alphanumeric",
    "punctuation",
    "symbol",
    "uncased",
    "abbreviation",
    "clitic",
    "title-stop",
)
_SHAPE_ID: Final = {name: number for number, name in enumerate(SHAPES)}

# A web address can have sixty pieces; its beginning and its end say all that the parser needs.
MAX_PIECES_PER_WORD: Final = 8

_REPLACED: Final = str.maketrans(
    {
        **dict.fromkeys("‘’‛`´ʼ′", "'"),
        **dict.fromkeys("“”„‟«»″", '"'),
        **dict.fromkeys("‐‑‒−﹣－", "-"),
        **dict.fromkeys("–—―", "—"),
        "…": "...",
    }
)
_INVISIBLE: Final = re.compile("[\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufe00-\ufe0f\ufeff]")
_DASHES: Final = re.compile(r"-{2,}")
_NUMBER: Final = re.compile(r"[+-]?\d[\d.,:/-]*\d%?|\d+%")
_ABBREVIATION: Final = re.compile(r"(?:[^\W\d_]\.){2,}[^\W\d_]?|(?:[A-Z]\.)+[A-Z]?")


def canonical(word: str) -> str:
    """The word as the model sees it: one form for each kind of quote and dash, nothing invisible.

    A word of invisible characters only comes back unchanged, so that it still has a piece.
    """
    if word.isascii() and "-" not in word and "`" not in word:
        return word
    seen = _INVISIBLE.sub("", word).translate(_REPLACED)
    seen = _DASHES.sub("—", unicodedata.normalize("NFKC", seen))
    return seen if seen.strip() else word


def shape(word: str) -> int:
    """The number in `SHAPES` of the class that the (canonical) word belongs to."""
    return _SHAPE_ID[_shape_name(word)]


def _shape_name(word: str) -> str:
    if word.isdigit():
        return "digits"
    letters = [c for c in word if c.isalpha()]
    if not letters:
        return _letterless(word)
    if any(c.isdigit() for c in word):
        return "alphanumeric"
    if word[0] == "'" or word.lower() == "n't":
        return "clitic"
    if _ABBREVIATION.fullmatch(word):
        return "abbreviation"
    return _letter_case(word, letters)


def _letterless(word: str) -> str:
    if _NUMBER.fullmatch(word):
        return "number"
    if all(unicodedata.category(c).startswith("P") for c in word):
        return "punctuation"
    return "symbol"


def _letter_case(word: str, letters: Sequence[str]) -> str:
    upper = [c.isupper() for c in letters]
    lower = [c.islower() for c in letters]
    if not any(upper) and not any(lower):
        return "uncased"
    if all(lower):
        return "lower"
    if len(letters) == 1:
        return "initial"
    if all(upper):
        return "caps"
    if upper[0] and not any(upper[1:]):
        return "title-stop" if word.endswith(".") else "title"
    return "mixed-upper" if upper[0] else "mixed-lower"


class WordPieces:
    """Word pieces and shapes of words, remembered for each distinct word.

    The memory is emptied when it has grown to `memory` words, so that a long run stays flat.
    """

    def __init__(self, tokenizer: Path, memory: int = 200_000) -> None:
        self._tokenizer = Tokenizer.from_file(str(tokenizer))
        self._tokenizer.no_truncation()
        self._tokenizer.no_padding()
        self._memory = memory
        self._known: dict[str, tuple[tuple[int, ...], int]] = {}
        self.start = self._special("[CLS]")
        self.end = self._special("[SEP]")
        self.mask = self._special("[MASK]")
        self.unknown = self._special("[UNK]")

    def _special(self, name: str) -> int:
        number = self._tokenizer.token_to_id(name)
        if number is None:
            raise ValueError(f"the tokenizer has no {name}")
        return int(number)

    def __call__(self, words: Iterable[str]) -> list[tuple[tuple[int, ...], int]]:
        """For each word its piece numbers (1 to MAX_PIECES_PER_WORD of them) and its shape."""
        if len(self._known) > self._memory:
            self._known.clear()
        return [self._known.get(word) or self._learn(word) for word in words]

    def _learn(self, word: str) -> tuple[tuple[int, ...], int]:
        seen = canonical(word)
        # The longest words of a page are data (base64, tables); the encoder never needs all of one.
        pieces = self._tokenizer.encode(seen[:200], add_special_tokens=False).ids or [self.unknown]
        if len(pieces) > MAX_PIECES_PER_WORD:
            pieces = pieces[: MAX_PIECES_PER_WORD - 2] + pieces[-2:]
        self._known[word] = (tuple(pieces), shape(seen))
        return self._known[word]
