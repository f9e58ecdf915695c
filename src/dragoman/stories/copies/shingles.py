"""Hashed word sequences of an article: what candidates for copies are found by.

Two kinds, told apart by their last bit. Word 5-grams are shared by copies that keep the words; one in four is kept. Groups
of three neighbouring words with meaning, whatever their order, by their sounds, are also shared by texts that were respun,
or translated and translated back; one in two is kept. Which ones are kept depends on their value alone, so that all
articles keep the same.

The hashes are 64-bit numbers that are the same in any process, on any machine (never Python's `hash`).
"""

from __future__ import annotations

import hashlib
from pathlib import Path

import numpy as np
import numpy.typing as npt

from dragoman.stories.copies.tokens import Keys, plain_words

Hashes = npt.NDArray[np.uint64]
"""64-bit numbers; of an article: sorted, each once."""

VERSION = 1
"""Rises whenever the same text may give other hashes."""
WORDS, WORDS_EVERY = 5, 4
GROUP, GROUPS_EVERY = 3, 2
KNOWN_WORDS = 1 << 19
"""Words whose numbers are remembered."""
_LAST_BIT = np.uint64(1)
_ODD = (0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9, 0x27D4EB2F165667C5, 0x85EBCA77C2B2AE63)
_MIX = ((np.uint64(30), np.uint64(0xBF58476D1CE4E5B9)), (np.uint64(27), np.uint64(0x94D049BB133111EB)))


class _Vocabulary(dict[str, int]):
    """Words to rows of a table of two numbers each: of the word as written, and of its sound (0 without meaning)."""

    def __init__(self, keys: Keys) -> None:
        super().__init__()
        self._keys = keys
        self._table = np.zeros((1 << 10, 2), np.uint64)

    def __missing__(self, word: str) -> int:
        row = len(self)
        if row == len(self._table):
            self._table = np.concatenate([self._table, np.zeros_like(self._table)])
        key = self._keys[word]
        self._table[row] = _number(key.plain), _number(f"~{key.sound}") if key.sound else 0
        self[word] = row
        return row

    def numbers(self, words: list[str]) -> Hashes:
        """(words, 2): the numbers of these words."""
        if len(self) > KNOWN_WORDS:
            self.clear()
        rows = np.fromiter(map(self.__getitem__, words), np.int64, len(words))
        found: Hashes = self._table[rows]
        return found


class Shingler:
    """Texts to hashes."""

    def __init__(self, folder: Path | None = None) -> None:
        """`folder`: a user's ontology. Raises `OntologyError`."""
        self._words = _Vocabulary(Keys(folder))

    def hashes(self, text: str) -> Hashes:
        """The hashes of a text that are kept."""
        numbers = self._words.numbers(plain_words(text))
        sounds = numbers[:, 1]
        words = _kept(_sequences(numbers[:, 0]), WORDS_EVERY) & ~_LAST_BIT
        groups = _kept(_groups(sounds[sounds > 0]), GROUPS_EVERY) | _LAST_BIT
        return np.unique(np.concatenate([words, groups]))


def _number(text: str) -> int:
    return int.from_bytes(hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "little")


def _kept(hashes: Hashes, every: int) -> Hashes:
    kept: Hashes = hashes[(hashes >> _LAST_BIT) % np.uint64(every) == 0]
    return kept


def _sequences(words: Hashes) -> Hashes:
    """One number for each run of words, which their order makes."""
    total = np.zeros(max(len(words) - WORDS + 1, 0), np.uint64)
    for place in range(WORDS):
        total += words[place : place + len(total)] * np.uint64(_ODD[place])
    return _mixed(total)


def _groups(words: Hashes) -> Hashes:
    """One number for each group of neighbouring words, whatever their order."""
    total = np.zeros(max(len(words) - GROUP + 1, 0), np.uint64)
    for place in range(GROUP):
        total += words[place : place + len(total)]
    return _mixed(total)


def _mixed(numbers: Hashes) -> Hashes:
    """Spread over all bits (the finish of splitmix64)."""
    for shift, factor in _MIX:
        numbers = (numbers ^ (numbers >> shift)) * factor
    return numbers ^ (numbers >> np.uint64(31))
