"""The lines of a page and what can be measured of each: length, punctuation, the words of prose, capitals."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from dragoman.articles.lexicon import Lexicon, fold

_LINE = re.compile(r"[^\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]+")
_BLANK_CODES = (0x20, 0x09, 0x1F, 0xA0, 0xAD, 0x1680, *range(0x2000, 0x200E), 0x202F, 0x205F, 0x2060, 0x3000, 0xFEFF)
BLANKS = "".join(map(chr, _BLANK_CODES))
"""Characters within a line that show nothing."""
_ORNAMENT = r"""[^\w"'(\[{“”‘’@#$€£¥%&)\]}©]"""
_CORE = re.compile(rf"^(?:{_ORNAMENT})*(.*?)(?:{_ORNAMENT})*$", re.DOTALL)
_ENCLOSED = re.compile(r"[(\[{](.*)[)\]}]", re.DOTALL)
_TERMINAL = re.compile(r"""[.!?…。！？।؟][\]"'”’»)* ]*$|[:;—–][”"’']?$|^["“‘].*["”’]$""", re.DOTALL)
_SOURCE_BRACKET = re.compile(r"[\[(][^\[\]()]{1,60}[\])]$")
_FULL_STOP = re.compile(r"""[.!?…。！？।؟]""")
_LETTER = re.compile(r"[^\W\d_]")
STRONG_WORDS, STRONG_FUNCTION = 8, 0.15
LONG_PROSE_WORDS, LONG_PROSE_FUNCTION = 14, 0.22
TITLE_SHARE = 0.75
"""Share of capitalised runs from which on a line is written like a title."""
MIN_WRAP, MAX_WRAP = 40, 110
"""Characters between which lines of a hard-wrapped page are long."""
WRAPPED_SHARE, ENOUGH_WRAPPED = 0.3, 5
RUN_ON_WORDS = 4
CLAUSE_WORDS = 3
WIDE_SCRIPT_CHARS = 24
"""Characters without spaces between them that are as good as a sentence, in scripts that set none."""


@dataclass(slots=True)
class Line:
    """One line, or one paragraph broken over lines: where it stands and what it looks like.

    `core` is the folded line without ornaments and end punctuation at its edges. Shares are of the line's words.
    """

    start: int
    end: int
    text: str
    folded: str
    core: str
    words: list[str] = field(repr=False)
    terminal: bool
    function: float
    sentence: int
    title: float
    gap: bool
    """Whether a blank line stands above."""

    @property
    def length(self) -> int:
        """Characters."""
        return self.end - self.start

    @property
    def n_words(self) -> int:
        """Words, as white space parts them."""
        return len(self.words)

    @property
    def prose(self) -> bool:
        """Whether this can only be running text: a full sentence, or so many words of prose that it is one cut off."""
        if self.terminal and self.n_words >= STRONG_WORDS and self.function >= STRONG_FUNCTION:
            return True
        if self.n_words >= LONG_PROSE_WORDS and self.function >= LONG_PROSE_FUNCTION:
            return self.title < TITLE_SHARE and self.sentence >= 1
        return self.terminal and self.n_words <= 2 and self.length >= WIDE_SCRIPT_CHARS and not self.text.isascii()

    @property
    def introduces(self) -> bool:
        """Whether this is a clause that announces what follows: "The ministry said:"."""
        return self.text.endswith(":") and self.n_words >= CLAUSE_WORDS and self.sentence >= 1 and self.title < TITLE_SHARE

    @property
    def small_sentence(self) -> bool:
        """Whether this is a short sentence: ends as one and is not written like a title."""
        return (
            self.terminal
            and not self.text.endswith((":", ";"))
            and self.title < TITLE_SHARE
            and bool(_LETTER.search(self.text))
        )


def split_lines(text: str, lexicon: Lexicon) -> list[Line]:
    """The non-blank lines of a page; paragraphs that were wrapped at a fixed width come back as one line each."""
    spans = list(_spans(text))
    if _wrapped(text, spans):
        spans = _joined(text, spans)
    spans = _mended(text, spans, lexicon)
    lines: list[Line] = []
    before = 0
    for start, end in spans:
        lines.append(make_line(text, start, end, lexicon, gap=text.count("\n", before, start) > 1 or not lines))
        before = end
    return lines


def make_line(text: str, start: int, end: int, lexicon: Lexicon, *, gap: bool = False) -> Line:
    """Measure the stretch of a text."""
    own = text[start:end]
    folded = fold(own)
    words = folded.split()
    bare = [word.strip(".,:;!?\"'()[]…-") for word in words]
    known = lexicon.words
    return Line(
        start=start,
        end=end,
        text=own,
        folded=folded,
        core=core_of(folded),
        words=words,
        terminal=_TERMINAL.search(_SOURCE_BRACKET.sub("", own).rstrip()) is not None,
        function=sum(word in known.function for word in bare) / max(1, len(words)),
        sentence=sum(word in known.sentence for word in bare),
        title=_title_share(own, lexicon),
        gap=gap,
    )


def core_of(folded: str) -> str:
    """A folded line without ornaments, brackets around all of it and punctuation at its end."""
    core = _trimmed(folded)
    enclosed = _ENCLOSED.fullmatch(core)
    return _trimmed(enclosed[1]) if enclosed else core


def _trimmed(folded: str) -> str:
    found = _CORE.match(folded[:400])
    if len(folded) > 400 or found is None:  # no cue of a whole line is as long as this
        return folded
    return found[1]


def key_of(text: str) -> str:
    """What stays the same when a line is printed again: letters and digits in lower case."""
    return "".join(filter(str.isalnum, text.casefold()))


def _title_share(text: str, lexicon: Lexicon) -> float:
    """Share of names and capitalised runs among these and the words that begin small, first word and small words left out.

    A run of capitals counts once, so that a sentence full of long names is no title.
    """
    runs = smalls = 0
    in_run = False
    for word in text.split()[1:]:
        bare = word.lstrip("\"'“‘([")
        if bare[:1].isupper():
            runs += not in_run
            in_run = True
        elif bare[:1].isalpha() and bare.strip(".,:;!?)\"'”’") not in lexicon.words.small:
            smalls += 1
            in_run = False
    return runs / (runs + smalls) if runs + smalls else 0.0


def _spans(text: str) -> Iterator[tuple[int, int]]:
    for found in _LINE.finditer(text):
        own = found[0].strip(BLANKS)
        if own:
            start = found.start() + len(found[0]) - len(found[0].lstrip(BLANKS))
            yield start, start + len(own)


def _wrapped(text: str, spans: list[tuple[int, int]]) -> bool:
    """Whether the page is hard-wrapped: many neighbouring lines of like width run on into a line that begins small."""
    pairs = running = 0
    for (start, end), (following, _) in pairwise(spans):
        if text.count("\n", end, following) != 1:
            continue
        pairs += 1
        if MIN_WRAP <= end - start <= MAX_WRAP and text[following].islower() and not _FULL_STOP.match(text[end - 1]):
            running += 1
    return running >= ENOUGH_WRAPPED and running >= WRAPPED_SHARE * pairs


def _joined(text: str, spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Lines of a wrapped page joined to paragraphs: a full line goes on, a short one or a blank line ends it."""
    joined: list[tuple[int, int]] = []
    full = 0
    for start, end in spans:
        goes_on = bool(joined) and full >= MIN_WRAP and text.count("\n", joined[-1][1], start) == 1
        if goes_on:
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
        full = end - start
    return joined


def _mended(text: str, spans: list[tuple[int, int]], lexicon: Lexicon) -> list[tuple[int, int]]:
    """Sentences that a scraper broke (at a link, a bold word) put together: a line that begins small goes on the last."""
    mended: list[tuple[int, int]] = []
    for start, end in spans:
        if mended and _runs_on(text, mended[-1], start, end, lexicon):
            mended[-1] = (mended[-1][0], end)
        else:
            mended.append((start, end))
    return mended


def _runs_on(text: str, before: tuple[int, int], start: int, end: int, lexicon: Lexicon) -> bool:
    """Whether the line at `start` goes on with the sentence of the line before it."""
    own, last = text[start:end], text[max(before[0], before[1] - MAX_WRAP) : before[1]]
    if not (own[0].islower() or own[0] in ",;)") or len(own.split()) < 2 or _TERMINAL.search(last):
        return False
    words = last.split()
    tail = fold(words[-1]).strip("\"'")
    if tail.endswith(",") or tail in lexicon.words.cut or own[0] in ",;)":
        return True
    folded = fold(own)
    apart = text.count("\n", before[1], start) > 1 or lexicon.condemns(core_of(folded), own)
    return not apart and len(words) >= RUN_ON_WORDS
