"""Who wrote an article, by the page's own line or by its markup."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from dragoman.articles.lexicon import Lexicon, fold
from dragoman.articles.lines import core_of
from dragoman.articles.outlets import Agencies
from dragoman.records import Block

CUES = ("byline", "byline-from", "byline-desk")
"""Cues of the lines that name the author, the surest first."""
DATED, BESIDE = frozenset({"date-line", "line-with-date"}), frozenset({"between-headline-and-body", "line-with-date"})
"""Why lines are known for the date of the page, and why lines are left open that may be a name beside it."""
DESK = CUES[-1]
LONGEST = 120
SIGNING_WORDS = (2, 4)
_LABEL = re.compile(r"^[A-Z][\w ]{2,30}:\s+(?=[A-Z])")
_PLACE = re.compile(r"(?:,|\s+in)\s+(?:[A-Z][\w.’'-]*\s?){1,3}$")
_WHERE = re.compile(r"\s+(?:in|IN)\s+(?:[A-Z][\w.’'-]*\s?){1,3}$")
_FOR = re.compile(r",?\s+[Ff]or\s+(?:[Tt]he\s+)?[A-Z].*$")
_SEPARATED = re.compile(r"\s*(?:\||//|•|·|;|/|\s[-–—]\s|(?<!\w)\d|\((?!\w+\)))")
_INITIAL = re.compile(r"(?:^|\s)\w\.$")
_ADDRESS = re.compile(r"(?:https?://|www\.|@)\S*")
_NAME = re.compile(r"[^\W\d_a-z][\w.’'-]*(?: (?:[^\W\d_a-z][\w.’'-]*|de|van|von|der|al|bin|el|la|and|&)){1,5}")
_PIECE = re.compile(r"\s*[|•·\n]\s*")


class BylineReader:
    """Reads names of authors; what stands around them ("By", roles, days) comes from `page_words.yaml`."""

    def __init__(self, lexicon: Lexicon, agencies: Agencies) -> None:
        """Compile the patterns."""
        pieces = lexicon.words.pieces
        self._lexicon, self._agencies = lexicon, agencies
        self._no_author, self._accounts = lexicon.words.no_author, lexicon.words.accounts
        self._no_name = lexicon.words.menu | lexicon.words.outlet_generic | lexicon.words.no_author
        self._day = re.compile(lexicon.words.filled("<date>"))
        self._legal = re.compile(rf"\s{lexicon.words.pieces['legal_form']}\.?$", re.IGNORECASE)
        self._city = re.compile(rf",\s*{lexicon.words.filled('<City>')}$")
        self._place = re.compile(f"{lexicon.words.filled('<city>')}|(?i:{lexicon.words.filled('<Masthead>')})")
        self._by = re.compile(rf"^\W*{pieces['byline_label']}\s*:?\s*", re.IGNORECASE)
        self._dated = re.compile(pieces["byline_dated"], re.IGNORECASE)
        self._role = re.compile(rf",\s+(?:[\w’'-]+\s+){{0,4}}{pieces['role']}s?\b.*$", re.IGNORECASE)

    def printed(self, text: str, blocks: Sequence[Block]) -> str | None:
        """The names in the page's byline, else the correspondent who signs off, or `None`; an agency alone is a credit."""
        for cue in CUES:
            for block in (block for block in blocks if block.why == cue):
                names = self.cleaned(text[block.start : block.end])
                if names and (self._may_sign(names) if cue == DESK else not self._agencies.is_one(names)):
                    return names
        for block in reversed(blocks):
            name, comma, _ = text[block.start : block.end].partition(",")
            few = SIGNING_WORDS[0] <= len(name.split()) <= SIGNING_WORDS[1]
            if block.why == "sign-off" and comma and few and self._may_sign(name):
                return name
        return None

    def beside_date(self, text: str, blocks: Sequence[Block]) -> str | None:
        """A name and nothing else in a line next to the date or before it, between headline and body; or `None`."""
        head = [block for block in blocks if block.start >= _headline_end(blocks) and block.kind != "body"]
        for before, block, after in zip([None, *head], head, [*head[1:], None], strict=False):
            beside = any(other is not None and other.why in DATED for other in (before, after))
            if block.why not in BESIDE or not (beside or block.why in DATED) or block.start > _body_start(blocks):
                continue
            names = self.cleaned(text[block.start : block.end])
            if names and _NAME.fullmatch(names) and self._may_sign(names):
                return names
        return None

    def _may_sign(self, names: str) -> bool:
        """Whether words written like a name hold none of sections, places and media."""
        words = fold(names).split()
        if self._legal.search(names):
            return False
        return self._no_name.isdisjoint(words) and not self._place.search(fold(names)) and not self._agencies.is_one(names)

    def among(self, lines: Iterable[str]) -> str | None:
        """The names in the first of these lines (those around a page's main heading) that is a byline, or `None`.

        A line of a name and a day, parted by a mark, is one too.
        """
        for line in lines:
            pieces = _PIECE.split(line)
            if len(pieces) > 1 and any(self._day.fullmatch(fold(piece).strip()) for piece in pieces):
                signed = (piece for piece in pieces if _NAME.fullmatch(piece) and self._may_sign(piece))
                if names := next(signed, None):
                    return names
            for piece in pieces:
                cues = {cue.id for cue in self._lexicon.line_cues(core_of(fold(piece)), piece, len(piece.split()))}
                names = None if cues.isdisjoint(CUES) else self.cleaned(piece)
                if names and (self._may_sign(names) if cues.isdisjoint(CUES[:2]) else not self._agencies.is_one(names)):
                    return names
        return None

    def stated(self, words: str) -> str | None:
        """Names out of a field that holds nothing else; `None` where it names nobody but an agency."""
        names = self._trimmed(_LABEL.sub("", self._by.sub("", words.strip(), count=1)))
        nobody = names is None or names.casefold() in self._accounts or self._agencies.is_one(names)
        return None if nobody else names

    def cleaned(self, words: str) -> str | None:
        """Names out of a printed byline: without "By", place, role, date, address; `None` where nothing is left."""
        bare = _LABEL.sub("", self._by.sub("", words.strip(), count=1)).strip()
        several = " and " in bare and " in " in bare
        return self._trimmed(bare if several else _PLACE.sub("", self._cut(bare)))

    def _cut(self, bare: str) -> str:
        ends = [found.start() for found in (_SEPARATED.search(bare), self._dated.search(bare)) if found]
        return self._role.sub("", bare[: min(ends, default=len(bare))]).strip(" ,")

    def _trimmed(self, bare: str) -> str | None:
        bare = self._city.sub("", bare)
        bare = _FOR.sub("", bare if " and " in bare else _WHERE.sub("", bare))
        names = " ".join(self._cut(_ADDRESS.sub(" ", bare)).split()).strip(" ,;:|-–—")
        names = names if _INITIAL.search(names) else names.strip(" .")
        labels = self._no_author.intersection(fold(names).replace(".", " ").split())
        return names if 1 < len(names) <= LONGEST and any(map(str.isalpha, names)) and not labels else None


def _headline_end(blocks: Sequence[Block]) -> int:
    return next((block.end for block in blocks if block.kind == "headline"), 0)


def _body_start(blocks: Sequence[Block]) -> int:
    return next((block.start for block in blocks if block.kind == "body"), 0)
