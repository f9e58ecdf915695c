"""Two wordings of one utterance side by side: what the second alters of the first."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

_WORD = re.compile(r"[^\W_]+(?:[’'-][^\W_]+)*")


@dataclass(frozen=True, slots=True)
class Change:
    """Words of the first wording and what stands for them in the second; either may be empty."""

    before: str
    after: str

    def __str__(self) -> str:
        """For a reader."""
        if not self.before:
            return f"added {self.after!r}"
        return f"{self.before!r} became {self.after!r}" if self.after else f"dropped {self.before!r}"


def changes(first: str, second: str) -> list[Change]:
    """What the second wording alters, in the order of the first; marks and capitals count for nothing."""
    one, other = list(_words(first)), list(_words(second))
    matcher = SequenceMatcher(None, [_folded(word) for word in one], [_folded(word) for word in other], autojunk=False)
    return [
        Change(" ".join(one[a:b]), " ".join(other[c:d])) for kind, a, b, c, d in matcher.get_opcodes() if kind != "equal"
    ]


def kept_share(first: str, second: str) -> float:
    """The share of the first wording's words that the second has, in its order."""
    one, other = [_folded(word) for word in _words(first)], [_folded(word) for word in _words(second)]
    return _matching(one, other) / max(1, len(one))


def _matching(one: Sequence[str], other: Sequence[str]) -> int:
    return sum(block.size for block in SequenceMatcher(None, one, other, autojunk=False).get_matching_blocks())


def _words(text: str) -> Iterator[str]:
    return (match[0] for match in _WORD.finditer(text))


def _folded(word: str) -> str:
    return word.lower().replace("’", "'").removesuffix("'s")


def altered(first: str, second: str) -> str:
    """What the second wording alters of the first, in a line."""
    found = changes(first, second)
    if not found:
        return "same words"
    return f"keeps {kept_share(first, second):.0%}: {'; '.join(map(str, found))}"
