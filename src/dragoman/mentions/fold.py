"""Text as names are compared: without case, accents and kinds of quotation marks or hyphens, character for character."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

_SAME: Final = {
    **dict.fromkeys("‘’‛`´ʼ′ʻʿʾ", "'"),
    **dict.fromkeys("“”„‟«»″", '"'),
    **dict.fromkeys("‐‑‒–—−﹣－", "-"),
    **dict.fromkeys("łŁ", "l"),
    **dict.fromkeys("øØ", "o"),
    **dict.fromkeys("đĐð", "d"),
    **dict.fromkeys("ıİ", "i"),
    **dict.fromkeys("əƏ", "a"),
}


class Folding(dict[int, str]):
    """A table for `str.translate` that keeps the length of the text; it learns each character once."""

    def __missing__(self, code: int) -> str:
        """The plain form of a character: one character, always."""
        char = chr(code)
        plain = _SAME.get(char) or (" " if char.isspace() else unicodedata.normalize("NFKD", char)[0].lower())
        self[code] = plain if len(plain) == 1 else char
        return self[code]

    def fold(self, text: str) -> str:
        """The text in its plain form; offsets stay the same."""
        return text.translate(self)


def slug(name: str) -> str:
    """A name as part of an id: "Sin Hong-chol" becomes "sin-hong-chol"; letters of other scripts stay."""
    return re.sub(r"[\W_]+", "-", Folding().fold(name)).strip("-")


def capitals_agree(alias: str, surface: str) -> bool:
    """Whether each capital of the alias is one on the page; the page may have more ("CHINA"), not fewer ("us")."""
    return all(not char.isupper() or found.isupper() for char, found in zip(alias, surface, strict=True))
