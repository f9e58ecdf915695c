"""Who wrote an article, by the page's own line or by its markup."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from dragoman.articles.lexicon import Lexicon, fold
from dragoman.articles.lines import core_of
from dragoman.articles.outlets import Agencies
from dragoman.records import Block

CUES = ("byline", "byline-from", "byline-desk")
"""Cues of the lines that name the author."""
LONGEST = 120
SIGNING_WORDS = (2, 4)
_LABEL = re.compile(r"^[A-Z][\w ]{2,30}:\s+(?=[A-Z])")
_PLACE = re.compile(r"(?:,|\s+in)\s+(?:[A-Z][\w.’'-]*\s?){1,3}$")
_WHERE = re.compile(r"\s+in\s+(?:[A-Z][\w.’'-]*\s?){1,3}$")
_FOR = re.compile(r",?\s+[Ff]or\s+(?:[Tt]he\s+)?[A-Z].*$")
_SEPARATED = re.compile(r"\s*(?:\||//|•|·|;|/|\s[-–—]\s|(?<!\w)\d|\((?!\w+\)))")
_INITIAL = re.compile(r"(?:^|\s)\w\.$")
_ADDRESS = re.compile(r"(?:https?://|www\.|@)\S*")
_PIECE = re.compile(r"\s*[|•·\n]\s*")


class BylineReader:
    """Reads names of authors; what stands around them ("By", roles, days) comes from `page_words.yaml`."""

    def __init__(self, lexicon: Lexicon, agencies: Agencies) -> None:
        """Compile the patterns."""
        pieces = lexicon.words.pieces
        self._lexicon, self._agencies = lexicon, agencies
        self._no_author = lexicon.words.no_author
        self._by = re.compile(rf"^\W*{pieces['byline_label']}\s*:?\s*", re.IGNORECASE)
        self._dated = re.compile(pieces["byline_dated"], re.IGNORECASE)
        self._role = re.compile(rf",\s+(?:[\w’'-]+\s+){{0,4}}{pieces['role']}s?\b.*$", re.IGNORECASE)

    def printed(self, text: str, blocks: Sequence[Block]) -> str | None:
        """The names in the page's byline, else the correspondent who signs off, or `None`; an agency alone is a credit."""
        for block in blocks:
            names = self.cleaned(text[block.start : block.end]) if block.why in CUES else None
            if names and not self._agencies.is_one(names):
                return names
        for block in reversed(blocks):
            name, comma, _ = text[block.start : block.end].partition(",")
            if block.why == "sign-off" and comma and SIGNING_WORDS[0] <= len(name.split()) <= SIGNING_WORDS[1]:
                return name
        return None

    def among(self, lines: Iterable[str]) -> str | None:
        """The names in the first of these lines (those around a page's main heading) that is a byline, or `None`."""
        for line in lines:
            for piece in _PIECE.split(line):
                cues = self._lexicon.line_cues(core_of(fold(piece)), piece, len(piece.split()))
                names = self.cleaned(piece) if any(cue.id in CUES for cue in cues) else None
                if names and not self._agencies.is_one(names):
                    return names
        return None

    def stated(self, words: str) -> str | None:
        """Names out of a field that holds nothing else; `None` where it names nobody but an agency."""
        names = self._trimmed(_LABEL.sub("", self._by.sub("", words.strip(), count=1)))
        return None if names is None or self._agencies.is_one(names) else names

    def cleaned(self, words: str) -> str | None:
        """Names out of a printed byline: without "By", place, role, date, address; `None` where nothing is left."""
        bare = _LABEL.sub("", self._by.sub("", words.strip(), count=1)).strip()
        several = " and " in bare and " in " in bare
        return self._trimmed(bare if several else _PLACE.sub("", self._cut(bare)))

    def _cut(self, bare: str) -> str:
        ends = [found.start() for found in (_SEPARATED.search(bare), self._dated.search(bare)) if found]
        return self._role.sub("", bare[: min(ends, default=len(bare))]).strip(" ,")

    def _trimmed(self, bare: str) -> str | None:
        bare = _FOR.sub("", bare if " and " in bare else _WHERE.sub("", bare))
        names = " ".join(self._cut(_ADDRESS.sub(" ", bare)).split()).strip(" ,;:|-–—")
        names = names if _INITIAL.search(names) else names.strip(" .")
        labels = self._no_author.intersection(fold(names).replace(".", " ").split())
        return names if 1 < len(names) <= LONGEST and any(map(str.isalpha, names)) and not labels else None
