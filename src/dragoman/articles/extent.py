"""Which lines of a page are paragraphs of its article, told by place and by likeness.

The run of lines with the largest sum of prose over everything else is the body (Pasternack & Roth, WWW 2009). Prose away
from it belongs to it if it shares content words with it; what only looks like prose among the last lines is taken away.
"""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.articles.evidence import SHORT_WORDS, Evidence
from dragoman.articles.inline import sentence_starts
from dragoman.articles.lines import STRONG_WORDS, TITLE_SHARE, Line
from dragoman.ontology.sources import Cue

PITCHES = frozenset({"promotion", "comment-prompt", "sign-off"})
"""Kinds of marks that speak for the outlet, and so for the rest of a paragraph that has nothing to do with the article."""
CUT_WORDS, CUT_DENSITY = 12, 0.2
"""Words of an unpunctuated line, and share of them that only sentences have, from which on it is a sentence cut off."""
LONG_CUT_WORDS, LONG_CUT_DENSITY = 18, 0.12
"""The same for a line that no full sentence stands above: it might be a long title."""
TITLE_ABOVE = 5
"""Lines above such a line within which a title must stand."""
PROSE_CAP, READER_SHARE = 500, 0.3
"""Characters of one line that count at most, and the share of them in a line that speaks to the reader."""
SMALL, LISTED, CONDEMNED, OTHER = 20.0, -10.0, -20.0, -30.0
"""What a short sentence, a line of a list of teasers, a condemned line and any other line weigh: characters of prose."""
KIN_WORDS, KIN_SHARE, KIN_REST = 3, 0.25, 2
"""Content words, and share of them, that a paragraph away from the body must have in common with it; and a pitch's rest."""
ALIEN_WORDS = 5
"""Content words from which on a paragraph that has none in common with the body is alien to it."""
END_AFTER_LINES, END_AFTER_CHARS = 3, 400
"""Prose that must stand above a cue that ends the article: a comment link in the page's head ends nothing."""
FOREIGN_SHARE = 0.3
"""Share of all sentences that English prose must make up; below it the page is in another language."""
LIST_ITEMS, LIST_WORDS, LIST_GAP = 3, 45, 5
"""A list of teasers: how many titles with a sentence below each, words of it, lines from one to the next."""
TAIL_SHARE = 0.8
"""Share of the body's characters after which a page's tail may begin."""
EARLY_PARAGRAPHS = 3
"""Paragraphs of the body among which the first is looked for that may open with a place and a colon."""


def cut_off(line: Line, words: frozenset[str]) -> bool:
    """Whether an unpunctuated line is running text that breaks off, no title. `words`: those that end no title."""
    if line.title >= TITLE_SHARE or line.n_words < SHORT_WORDS:
        return False
    last = line.words[-1].strip("\"'")
    if last.endswith(",") or last in words or line.text[0].islower():
        return True
    return line.n_words >= CUT_WORDS and line.sentence >= CUT_DENSITY * line.n_words


class Extent:
    """Where the article stands on a page.

    `end`: index of the line that ends it (a comment section begins), or the number of lines. `words`: its content words.
    """

    def __init__(self, evidence: Evidence) -> None:
        """Find the run of lines that is the body; `paragraphs` then gives its lines."""
        self._evidence, self._lines = evidence, evidence.lines
        self._prose = self._prose_lines()
        self._listed = self._teaser_lists()
        self.end = self._end()
        self._first, self._last = self._segment()
        self.words = self._vocabulary(self._first, self._last)
        self._core_end = self._half()
        self._core = self._vocabulary(self._first, self._core_end)

    @property
    def found(self) -> bool:
        """Whether there is any prose."""
        return self._last >= self._first

    def kin(self, index: int) -> bool:
        """Whether a line shares enough content words with the body to belong to it."""
        own = self._evidence.content(index)
        common = len(own & self.words)
        return common >= KIN_WORDS and common >= KIN_SHARE * len(own)

    def paragraphs(self) -> set[int]:
        """Lines of the body. Condemns what is taken away from it on the way, and drops marks that hold in its head alone."""
        body = {index for index in range(self.end) if self._prose[index] and self._belongs(index)}
        self._cut_tail(body)
        self._cut_pitches(body)
        self._cut_titles(body)
        for index in sorted(body)[EARLY_PARAGRAPHS:]:
            self._evidence.marks[index] = [mark for mark in self._evidence.marks[index] if not mark.early]
        return body or {self._first}

    def give_to_lists(self, body: set[int]) -> None:
        """Take from the body what follows the heading of a list of links."""
        index = 0
        while index < len(self._lines):
            cue = self._evidence.cues[index]
            if cue is None or not cue.opens or (cue.opens == "end" and index != self.end):
                index += 1
            else:
                index = self._list_items(index, cue, body)

    # --- where prose is

    def _prose_lines(self) -> list[bool]:
        """Which lines are running text. On a page in another language full sentences count, whatever their words."""
        candidates = [self._evidence.open(index) for index in range(len(self._lines))]
        prose = [line.prose and own for line, own in zip(self._lines, candidates, strict=True)]
        long = [line.terminal and line.n_words >= STRONG_WORDS for line in self._lines]
        sentences = [one and own for one, own in zip(long, candidates, strict=True)]
        if self._chars(prose) < FOREIGN_SHARE * self._chars(sentences):
            prose = [one or other for one, other in zip(prose, sentences, strict=True)]
        first = next((i for i, line in enumerate(self._lines) if prose[i] and line.terminal), len(prose))
        trusted = self._evidence.markup.trusted
        return [own and (i >= first or trusted or self._long_cut(i)) for i, own in enumerate(prose)]

    def _chars(self, chosen: Sequence[bool]) -> int:
        return sum(line.length for line, own in zip(self._lines, chosen, strict=True) if own)

    def _long_cut(self, index: int) -> bool:
        """Whether an unpunctuated line that no full sentence stands above is a paragraph cut off, and no long title."""
        line = self._lines[index]
        above = range(max(0, index - TITLE_ABOVE), index)
        titled = any(self._evidence.open(i) and self._lines[i].n_words >= SHORT_WORDS for i in above)
        return titled and line.n_words >= LONG_CUT_WORDS and line.sentence >= LONG_CUT_DENSITY * line.n_words

    def _teaser_lists(self) -> set[int]:
        """Lines of prose in lists of other stories: one sentence each under a title each, several times in a row."""
        lists: set[int] = set()
        run: list[int] = []
        for index in filter(self._under_title, range(len(self._lines))):
            if run and index - run[-1] > LIST_GAP:
                run = []
            run.append(index)
            if len(run) >= LIST_ITEMS:
                lists.update(run)
        return lists

    def _under_title(self, index: int) -> bool:
        line = self._lines[index]
        if not self._prose[index] or line.n_words > LIST_WORDS or index == 0 or self._evidence.markup.trusted:
            return False
        alone = index + 1 == len(self._lines) or not self._prose[index + 1]
        return alone and self._titular(index - 1) and len(list(sentence_starts(line.text, self._evidence.lexicon))) == 1

    def _titular(self, index: int) -> bool:
        line = self._lines[index]
        return self._evidence.open(index) and not self._prose[index] and not line.terminal and line.n_words >= 2

    def _end(self) -> int:
        before = chars = 0
        for index, cue in enumerate(self._evidence.cues):
            if cue and cue.opens == "end" and before >= END_AFTER_LINES and chars >= END_AFTER_CHARS:
                return index
            if self._prose[index]:
                before += 1
                chars += self._lines[index].length
        return len(self._lines)

    def _segment(self) -> tuple[int, int]:
        """First and last line of the run with the largest sum of weights; (0, -1) without prose."""
        best, span, total, start = 0.0, (0, -1), 0.0, 0
        for index in range(self.end):
            if total <= 0:
                total, start = 0.0, index
            total += self._weight(index)
            if total > best and self._prose[index]:
                best, span = total, (start, index)
        first = next((index for index in range(span[0], span[1] + 1) if self._prose[index]), span[0])
        return first, span[1]

    def _weight(self, index: int) -> float:
        line = self._lines[index]
        if index in self._listed:
            return LISTED
        if self._prose[index]:
            unmarked = line.length - sum(mark.end - mark.start for mark in self._evidence.marks[index])
            return min(unmarked, PROSE_CAP) * (READER_SHARE if self._evidence.addresses(index) else 1.0)
        if not self._evidence.open(index):
            return CONDEMNED
        return SMALL if line.small_sentence else OTHER

    def _half(self) -> int:
        """Index of the paragraph with which half of the body's prose has been printed."""
        lengths = [self._lines[i].length if self._prose[i] else 0 for i in range(self._first, self._last + 1)]
        seen = 0
        for index, length in enumerate(lengths, self._first):
            seen += length
            if seen * 2 >= sum(lengths):
                return index
        return self._last

    def _vocabulary(self, first: int, last: int) -> set[str]:
        words: set[str] = set()
        for index in range(first, last + 1):
            if self._prose[index] and index not in self._listed:
                words |= self._evidence.content(index)
        return words

    # --- what belongs to the body

    def _belongs(self, index: int) -> bool:
        within = self._first <= index <= self._last and not self._alien(index)
        return within or self._evidence.markup.trusted or self.kin(index)

    def _alien(self, index: int) -> bool:
        """Whether a paragraph stands below a title or cue among the last lines and has nothing in common with the others."""
        if index <= self._core_end or self._prose[index - 1]:
            return False
        own = self._evidence.content(index)
        return len(own) >= ALIEN_WORDS and not own & self._core

    def _cut_tail(self, body: set[int]) -> None:
        """Take away what only looks like prose below the article: the site about itself, cues that hold there alone."""
        total, chars, below = sum(self._lines[index].length for index in body), 0, False
        for index in range(min(body, default=0), len(self._lines)):
            chars += self._lines[index].length if index in body else 0
            condemned = index not in body and not self._evidence.open(index)
            below = below or (condemned and chars >= TAIL_SHARE * total)
            last = index == len(self._lines) - 1
            if (below or last) and len(body) > 1 and (cue := self._evidence.placed(index, "tail")):
                self._condemn(index, body, cue.kind, cue.id)

    def _cut_pitches(self, body: set[int]) -> None:
        """Take away whole paragraphs that begin or end as a pitch and share nothing with the article in the rest."""
        for index in sorted(body):
            pitch = next((mark for mark in self._evidence.marks[index] if mark.kind in PITCHES), None)
            if pitch and len(body) > 1 and not self._rest_is_kin(index):
                self._condemn(index, body, pitch.kind, pitch.why)

    def _rest_is_kin(self, index: int) -> bool:
        """Whether what is not marked in a line has words in common with the other paragraphs of the article."""
        line = self._lines[index]
        kept, position = [], line.start
        for mark in self._evidence.marks[index]:
            kept.append(line.folded[position - line.start : mark.start - line.start])
            position = mark.end
        kept.append(line.folded[position - line.start :])
        own = self._evidence.content_of(" ".join(kept).split())
        around = [i for i in range(self._first, self._last + 1) if self._prose[i] and i != index]
        others = set[str]().union(*(self._evidence.content(i) for i in around))
        return len(own & others) >= KIN_REST

    def _cut_titles(self, body: set[int]) -> None:
        """Take away unpunctuated lines below the last full sentence: several in a row are titles of other stories."""
        full = max((index for index in body if self._lines[index].terminal), default=None)
        if full is None or self._evidence.markup.trusted:
            return
        below = [index for index in range(full + 1, self.end) if self._evidence.open(index)]
        if len(below) == 1 and self._last_words(self._lines[below[0]]):
            return
        body.difference_update(below)

    def _last_words(self, line: Line) -> bool:
        return cut_off(line, self._evidence.lexicon.words.cut) or line.n_words >= LONG_CUT_WORDS

    def _condemn(self, index: int, body: set[int], kind: str, why: str) -> None:
        body.discard(index)
        self._evidence.found[index] = (kind, why)

    def _list_items(self, opener: int, cue: Cue, body: set[int]) -> int:
        """Give the items below an opener to its list; returns the index of the first line that is none.

        At the page's foot a last paragraph right below the opener is the list itself, run together.
        """
        after_body = opener > min(body)
        run_together = after_body and len(body) > 1 and max(body) == opener + 1
        for index in range(opener + 1, len(self._lines)):
            other = self._evidence.cues[index]
            if (other and other.opens) or (index in body and not (run_together and index == opener + 1)):
                return index
            body.discard(index)
            if self._evidence.open(index) and after_body:
                self._evidence.found[index] = (_kind_below(cue, self._lines[index]), f"below:{cue.id}")
        return len(self._lines)


def _kind_below(cue: Cue, line: Line) -> str:
    """What stands below an opener: its list; below comments, comments and, unpunctuated, titles of other news."""
    if cue.opens != "end":
        return cue.kind
    return cue.kind if line.terminal else "other-news"
