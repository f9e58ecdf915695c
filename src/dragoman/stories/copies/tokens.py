"""Words of an article as copies are compared by: folded, with their places, and with keys that survive respinning."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from dragoman.mentions.fold import Folding
from dragoman.ontology.copies import load_copy_words
from dragoman.records import Article

_WORD = re.compile(r"\d[\d.,]*\d|[^\W_]+(?:['’][^\W_]+)*")
_POSSESSIVE = re.compile(r"'s?$")
STEM = 5
"""Letters by which inflected forms of a word are taken for one ("agreed", "agreement")."""
SOUND = 4
"""Consonants by which spellings of a name are taken for one."""
KNOWN_WORDS = 1 << 17
"""Words whose keys are remembered."""
_DECIMAL = re.compile(r"\d+[.,]\d\d?")


@dataclass(frozen=True, slots=True)
class Key:
    """What a word is compared by.

    `plain`: folded. `stem`: empty for a word without meaning of its own. `sound`: its consonants, those that are taken for
    one another as one: alike for spellings of a name, and for some words that have nothing to do with each other.
    `number`, `name`: digits; a capital.
    """

    plain: str
    stem: str
    sound: str
    number: bool
    name: bool


class Keys(dict[str, Key]):
    """Words to keys; remembers those it made."""

    def __init__(self, folder: Path | None = None) -> None:
        """`folder`: a user's ontology. Raises `OntologyError`."""
        super().__init__()
        words = load_copy_words(folder)
        self._empty, self._numbers = words.empty, words.numbers
        self._folding = Folding()
        self._classes = {letter: group[0] for group in words.sounds for letter in group}

    def __missing__(self, word: str) -> Key:
        if len(self) >= KNOWN_WORDS:
            self.clear()
        self[word] = found = self._made(word)
        return found

    def _made(self, word: str) -> Key:
        plain = _POSSESSIVE.sub("", self._folding.fold(word))
        digits = str(self._numbers[plain]) if plain in self._numbers else _digits(plain)
        if digits:
            return Key(plain, digits, digits, number=True, name=False)
        if plain in self._empty:
            return Key(plain, "", "", number=False, name=False)
        return Key(plain, plain[:STEM], self._sound(plain), number=False, name=word[0].isupper())

    def _sound(self, plain: str) -> str:
        """The first consonants, doubles as one; a plural's ending is none."""
        key = plain[0] if plain[0] not in self._classes else ""
        for letter in plain[:-1] if plain.endswith("s") else plain:
            found = self._classes.get(letter, "")
            if found and not key.endswith(found):
                key += found
        return key[:SOUND] if len(key) > 1 else plain


def _digits(plain: str) -> str:
    """The number that a word in figures stands for, however its thousands are parted; empty for other words."""
    if not plain[0].isdigit():
        return ""
    return plain.replace(",", ".") if _DECIMAL.fullmatch(plain) else plain.replace(",", "").rstrip(".")


def plain_words(text: str) -> list[str]:
    """The words of a text: letters and digits, numbers with their points and commas."""
    return _WORD.findall(text)


def words_in(text: str) -> Iterator[re.Match[str]]:
    """The words of a text with their places."""
    return _WORD.finditer(text)


def body_text(article: Article) -> str:
    """The article's own paragraphs, one a line; what repeats on an outlet's pages is no part of it."""
    return "\n".join(span.text for span in article.body)
