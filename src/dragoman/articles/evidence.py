"""What each line of a page says by itself: the cue that condemns it, what is marked in it, whether the outlet repeats it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from dragoman.articles.inline import Mark, marks_in, reported
from dragoman.articles.lexicon import Lexicon
from dragoman.articles.lines import BLANKS, Line, key_of
from dragoman.ontology.sources import Cue

Verdict = tuple[str, str]
"""Kind of block and the reason."""

SHORT_WORDS = 4
"""Words up to which a line that is no sentence is furniture of the page rather than a title."""
MASTHEAD = "masthead"
"""The cue of lines that read as the name of a paper or station."""
MOSTLY = 0.7
"""Share of a line that marks must cover for the whole line to be boilerplate."""
DENSE_GAP, DENSE_TIMES = 25, 4
"""Characters per match, at most, and matches, at least, of a `dense` cue."""
SHAPE_WITHIN = 2_000
"""Characters of a line that its shape is told from."""
CODE_SHARE = 0.06
CONTENT_LETTERS = 5
KEY_WITHIN = 400
"""Characters up to which ornaments around a line do not count when it is compared with others."""
_SEPARATORS = re.compile(r"\s*(?:[|•·●○►»›>⁄]|\s//?\s|\s{3,})\s*")
_BARS = re.compile(r"\s[|•●·►]\s")
_CODE = re.compile(r"[{};=\\]|</?\w|/>|\)\(|/\*|\*/|&&|\|\|")
_QUOTED = re.compile(r'"[^"]*"')


@dataclass(frozen=True, slots=True)
class Markup:
    """What markup says about the lines of a text, by the offsets at which they start.

    `trusted`: an extractor found the text in markup, so that prose is the article's wherever it stands. `headings`: lines
    that are headings. `links`: lines that are nothing but a link.
    """

    trusted: bool = False
    headings: frozenset[int] = frozenset()
    links: frozenset[int] = frozenset()

    def moved(self, by: int) -> Markup:
        """The same for a text that has `by` characters put before it."""
        headings, links = (frozenset(start + by for start in starts) for starts in (self.headings, self.links))
        return Markup(self.trusted, headings, links)


@dataclass(slots=True)
class Evidence:
    """The lines of a page with what was found in each.

    `keys` compare lines whatever ornaments and capitals they have; `cues` are those that condemn whole lines, `found` the
    verdicts that stand already, `marks` the stretches of boilerplate within lines that have none.
    """

    lines: Sequence[Line]
    lexicon: Lexicon
    markup: Markup
    title: str
    keys: list[str] = field(init=False)
    cues: list[Cue | None] = field(init=False)
    found: list[Verdict | None] = field(init=False)
    marks: list[list[Mark]] = field(init=False)

    def __post_init__(self) -> None:
        self.keys = [key_of(line.core if line.length < KEY_WITHIN else line.text) for line in self.lines]
        self.cues = [None] * len(self.lines)
        self.found = [None] * len(self.lines)
        self.marks = [[] for _ in self.lines]
        for index in range(len(self.lines)):
            self._read(index)
        self._note_links()

    def open(self, index: int) -> bool:
        """Whether nothing condemns a line yet."""
        return self.found[index] is None

    def placed(self, index: int, where: str) -> Cue | None:
        """The cue that holds for a line if it stands above ("head") or below ("tail") the body, or `None`."""
        line = self.lines[index]
        if self.cues[index] is not None or (line.prose and reported(line.folded, self.lexicon)):
            return None
        cues = self.lexicon.line_cues(line.core, line.text, line.n_words)
        return next((cue for cue in cues if cue.where == where), None)

    def is_masthead(self, index: int) -> bool:
        """Whether a line reads as the name of a paper or station, whatever else it may be."""
        line = self.lines[index]
        return any(cue.id == MASTHEAD for cue in self.lexicon.line_cues(line.core, line.text, line.n_words))

    def addresses(self, index: int) -> bool:
        """Whether a line speaks to the reader, outside of quotation marks."""
        folded = self.lines[index].folded
        if folded.count('"') % 2:  # a quotation that began or ends in another paragraph
            return False
        said = _QUOTED.sub("", folded).split()
        return sum(word.strip(".,:;!?") in self.lexicon.words.address for word in said) >= 2

    def content(self, index: int) -> set[str]:
        """The content words of a line."""
        return self.content_of(self.lines[index].words)

    def content_of(self, words: Sequence[str]) -> set[str]:
        """The longer words among folded ones, function words left out."""
        bare = (word.strip(".,:;!?\"'()[]-").removesuffix("'s") for word in words)
        return {word for word in bare if len(word) >= CONTENT_LETTERS and word not in self.lexicon.words.function}

    def note_repeated(self, repeated: Callable[[str], bool]) -> None:
        """Condemn lines that the outlet prints on other pages too."""
        for index, line in enumerate(self.lines):
            if self.open(index) and repeated(line.text) and self._may_repeat(index):
                self.found[index] = ("navigation" if line.n_words <= SHORT_WORDS else "promotion", "repeated-line")

    def _may_repeat(self, index: int) -> bool:
        """Agencies repeat sentences of background: a paragraph amid the article stays, unless it speaks to the reader."""
        if not self.lines[index].prose or self.addresses(index):
            return True
        around = [other.prose for other in (*self.lines[:index][-2:], *self.lines[index + 1 :][:2])]
        return len(around) < 4 or not all(around)

    def _read(self, index: int) -> None:
        line = self.lines[index]
        found = _line_verdict(line, self.lexicon)
        if isinstance(found, Cue):
            self.cues[index] = found
            self.found[index] = (found.kind, found.id)
            return
        marks = [] if found else marks_in(line, self.lexicon)
        if marks and sum(mark.end - mark.start for mark in marks) >= MOSTLY * line.length:
            found, marks = (marks[0].kind, marks[0].why), []
        self.found[index], self.marks[index] = found, marks

    def _note_links(self) -> None:
        """Lines that are nothing but a link lead elsewhere, unless the page is made of them."""
        links = self.markup.links
        linked = [i for i, line in enumerate(self.lines) if line.start in links and line.n_words >= SHORT_WORDS]
        if 2 * len(linked) > len(self.lines):
            return
        for index in linked:
            if self.open(index) and self.keys[index] != self.title:
                self.found[index] = ("teaser", "link")


def _line_verdict(line: Line, lexicon: Lexicon) -> Cue | Verdict | None:
    """The cue or shape that makes a whole line boilerplate, or `None`."""
    if not line.core:
        return "navigation", "ornament"
    cues = lexicon.line_cues(line.core, line.text, line.n_words)
    cue = next((cue for cue in cues if cue.where == "any"), None) or _dense(line, lexicon)
    if cue:
        return cue
    if _is_menu(line, lexicon):
        return "navigation", "menu"
    return ("navigation", "code") if _is_code(line) else None


def _dense(line: Line, lexicon: Lexicon) -> Cue | None:
    counts: Counter[str] = Counter()
    length = min(line.length, SHAPE_WITHIN)
    for cue, _, _ in lexicon.cues["dense"].finditer(line.folded[:SHAPE_WITHIN], line.text[:SHAPE_WITHIN]):
        counts[cue.id] += 1
        if counts[cue.id] >= DENSE_TIMES and counts[cue.id] * DENSE_GAP >= length:
            return cue
    return None


def _is_menu(line: Line, lexicon: Lexicon) -> bool:
    """Whether a line is a row of links: words of menus, or short pieces between separators."""
    if line.terminal or line.length > SHAPE_WITHIN:
        return False
    if lexicon.is_menu(line.words) or len(_BARS.findall(line.text)) >= 2:
        return True
    pieces = [piece for piece in _SEPARATORS.split(line.folded.strip(BLANKS + "|»«><•·●")) if piece.strip("«»<> ")]
    return len(pieces) >= 3 and all(len(piece.split()) <= SHORT_WORDS for piece in pieces)


def _is_code(line: Line) -> bool:
    signs = len(_CODE.findall(line.text[:SHAPE_WITHIN]))
    return line.length > 8 and signs >= max(3, CODE_SHARE * min(line.length, SHAPE_WITHIN))
