"""Marks every line of a page as headline, body or a kind of boilerplate; deletes nothing.

Four sources of evidence, in this order: cues (words that give boilerplate away), lines that the outlet repeats on other
pages, position (the run of prose with the largest sum is the body, after Pasternack & Roth, WWW 2009), and likeness (what
stands apart from the body and shares no words with it is other news). Prose is told from titles and menus by punctuation,
function words and capitals (`lines.py`).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from dragoman.articles.inline import Mark, marks_in, reported, sentence_starts
from dragoman.articles.lexicon import Lexicon
from dragoman.articles.lines import BLANKS, STRONG_WORDS, TITLE_SHARE, Line, key_of, split_lines
from dragoman.ontology.sources import Cue
from dragoman.records import Block

Verdict = tuple[str, str]
"""Kind of block and the reason."""

PITCHES = frozenset({"promotion", "comment-prompt", "sign-off"})
"""Kinds of marks that speak for the outlet, and so for the rest of a paragraph that has nothing to do with the article."""
MOSTLY = 0.7
"""Share of a line that cues must cover for the whole line to be boilerplate."""
DENSE_GAP, DENSE_TIMES = 25, 4
"""Characters per match, at most, and matches, at least, of a `dense` cue."""
SHORT_WORDS = 4
HEADING_WORDS = 9
CUT_WORDS, CUT_DENSITY = 12, 0.2
LONG_CUT_WORDS, LONG_CUT_DENSITY = 18, 0.12
KIN_WORDS, KIN_SHARE = 3, 0.25
"""Content words, and share of them, that a paragraph away from the body must have in common with it to belong to it."""
CONTENT_LETTERS = 5
END_AFTER_LINES, END_AFTER_CHARS = 3, 400
"""Prose that must stand above a cue that ends the article: a comment link in the page's head ends nothing."""
FOREIGN_SHARE = 0.3
"""Share of all sentences that English prose must make up; below it the page is in another language."""
LIST_ITEMS, LIST_WORDS, LIST_GAP = 3, 45, 5
"""A list of teasers: how many titles with a sentence below each, words of it, lines from one to the next."""
ALIEN_WORDS = 5
LIST_LINES = 30
"""Lines that a list within the article may have below the paragraph that opens it."""
TAIL_SHARE = 0.8
SUFFIX_CHARS = 40
"""Letters that a site's name may add to a repeated headline."""
PULLED_WORDS, PULLED_MOST, PULLED_WITHIN = 6, 60, 200_000
"""Words of a line that may be pulled out of a paragraph, and letters of a page on which such lines are looked for."""
TITLE_WORDS = 20
EARLY_PARAGRAPHS = 3
"""Paragraphs of the body among which the first is looked for that may open with a place and a colon."""
HEADLINE_WITHIN = 25
"""Lines above the body within which the headline is looked for."""
_SEPARATORS = re.compile(r"\s*(?:[|•·●○►»›>⁄]|\s//?\s|\s{3,})\s*")
_BARS = re.compile(r"\s[|•●·►]\s")
_CODE = re.compile(r"[{};=\\]|</?\w|/>|\)\(|/\*|\*/|&&|\|\|")
CODE_SHARE = 0.06


@dataclass(frozen=True, slots=True)
class Cleaned:
    """What stands where on a page."""

    blocks: tuple[Block, ...]
    headline: str | None


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


def clean(
    text: str,
    lexicon: Lexicon,
    *,
    title: str | None = None,
    repeated: Callable[[str], bool] | None = None,
    markup: Markup | None = None,
) -> Cleaned:
    """Mark the text of a page.

    `title`: what the page's container calls it. `repeated`: whether the outlet prints a line on other pages too.
    `markup`: what is known where the text was taken out of markup.
    """
    lines = split_lines(text, lexicon)
    page = _Page(lines, lexicon, title, repeated, markup or Markup())
    verdicts = page.verdicts()
    blocks = tuple(_blocks(text, lines, verdicts, page.marks))
    headline = next((text[b.start : b.end] for b in blocks if b.kind == "headline"), None)
    return Cleaned(blocks, headline)


class _Page:
    """The lines of one page, and what is found out about them step by step."""

    def __init__(
        self,
        lines: Sequence[Line],
        lexicon: Lexicon,
        title: str | None,
        repeated: Callable[[str], bool] | None,
        markup: Markup,
    ) -> None:
        self.lines, self.lexicon, self.markup, self.trusted = lines, lexicon, markup, markup.trusted
        self.title = key_of(title or "")
        self.keys = [key_of(line.core if line.length < 400 else line.text) for line in lines]
        self.marks: list[list[Mark]] = [[] for _ in lines]
        self.cues: list[Cue | None] = [None] * len(lines)
        self.found: list[Verdict | None] = [None] * len(lines)
        for index, line in enumerate(lines):
            self._cue(index, line)
        self._note_repeated(repeated)
        self._note_links()
        self.prose = self._prose()
        self.listed = self._teaser_lists()
        self.end = self._end()
        self.parted = len(lines)
        self.first, self.last = self._segment()
        self.words = self._vocabulary(self.first, self.last)
        self.core_end = self._core_end()
        self.core = self._vocabulary(self.first, self.core_end)

    # --- what each line says by itself

    def _cue(self, index: int, line: Line) -> None:
        found = _line_verdict(line, self.lexicon)
        if isinstance(found, Cue):
            self.cues[index] = found
            self.found[index] = (found.kind, found.id)
        elif found:
            self.found[index] = found
        else:
            self._mark(index, line)

    def _mark(self, index: int, line: Line) -> None:
        marks = marks_in(line, self.lexicon)
        if not marks:
            return
        if sum(mark.end - mark.start for mark in marks) >= MOSTLY * line.length:
            self.found[index] = (marks[0].kind, marks[0].why)
        else:
            self.marks[index] = marks

    def _note_repeated(self, repeated: Callable[[str], bool] | None) -> None:
        if repeated is None:
            return
        for index, line in enumerate(self.lines):
            if self.found[index] is None and repeated(line.text) and self._may_repeat(index, line):
                self.found[index] = ("navigation" if line.n_words <= SHORT_WORDS else "promotion", "repeated-line")

    def _note_links(self) -> None:
        """Lines that are nothing but a link lead elsewhere, unless the page is made of them."""
        linked = [i for i, line in enumerate(self.lines) if line.start in self.markup.links and line.n_words >= SHORT_WORDS]
        if 2 * len(linked) > len(self.lines):
            return
        for index in linked:
            if self.found[index] is None and self.keys[index] != self.title:
                self.found[index] = ("teaser", "link")

    def _may_repeat(self, index: int, line: Line) -> bool:
        """Agencies repeat sentences of background: a paragraph amid the article stays, unless it speaks to the reader."""
        if not line.prose or self._addresses(line):
            return True
        around = [other.prose for other in (*self.lines[:index][-2:], *self.lines[index + 1 :][:2])]
        return len(around) < 4 or not all(around)

    def _addresses(self, line: Line) -> bool:
        """Whether a line speaks to the reader, outside of quotation marks."""
        said, unpaired = re.subn(r'"[^"]*"', "", line.folded.translate(_QUOTES))[0], line.folded.count('"') % 2
        return not unpaired and sum(word.strip(".,:;!?") in self.lexicon.words.address for word in said.split()) >= 2

    # --- where the body is

    def _prose(self) -> list[bool]:
        open_lines = [found is None for found in self.found]
        prose = [line.prose and own for line, own in zip(self.lines, open_lines, strict=True)]
        sentences = [
            line.terminal and line.n_words >= STRONG_WORDS and own for line, own in zip(self.lines, open_lines, strict=True)
        ]
        if self._chars(prose) < FOREIGN_SHARE * self._chars(sentences):
            prose = [one or other for one, other in zip(prose, sentences, strict=True)]
        first = next((i for i, line in enumerate(self.lines) if prose[i] and line.terminal), len(prose))
        return [own and (i >= first or self.trusted or self._long_cut(i)) for i, own in enumerate(prose)]

    def _long_cut(self, index: int) -> bool:
        """Whether an unpunctuated line that no full sentence stands above is a paragraph cut off, and no long title."""
        line = self.lines[index]
        titled = any(self.found[i] is None and self.lines[i].n_words >= SHORT_WORDS for i in range(max(0, index - 5), index))
        return titled and line.n_words >= LONG_CUT_WORDS and line.sentence >= LONG_CUT_DENSITY * line.n_words

    def _chars(self, chosen: list[bool]) -> int:
        return sum(line.length for line, own in zip(self.lines, chosen, strict=True) if own)

    def _teaser_lists(self) -> set[int]:
        """Lines of prose in lists of other stories: one sentence each under a title each, several times in a row."""
        lists: set[int] = set()
        run: list[int] = []
        for index in range(len(self.lines)):
            if not self._under_title(index):
                continue
            if run and index - run[-1] > LIST_GAP:
                run = []
            run.append(index)
            if len(run) >= LIST_ITEMS:
                lists.update(run)
        return lists

    def _under_title(self, index: int) -> bool:
        line = self.lines[index]
        if not self.prose[index] or line.n_words > LIST_WORDS or index == 0 or self.trusted:
            return False
        alone = index + 1 == len(self.lines) or not self.prose[index + 1]
        return alone and self._titular(index - 1) and len(list(sentence_starts(line.text, self.lexicon))) == 1

    def _titular(self, index: int) -> bool:
        line = self.lines[index]
        return self.found[index] is None and not self.prose[index] and not line.terminal and line.n_words >= 2

    def _end(self) -> int:
        """Index of the line that ends the article (a comment section begins), or the number of lines."""
        before = chars = 0
        for index, cue in enumerate(self.cues):
            if cue and cue.opens == "end" and before >= END_AFTER_LINES and chars >= END_AFTER_CHARS:
                return index
            if self.prose[index]:
                before += 1
                chars += self.lines[index].length
        return len(self.lines)

    def _segment(self) -> tuple[int, int]:
        """First and last line of the run with the largest sum of prose over everything else; (0, -1) without prose."""
        best, best_span, total, start = 0.0, (0, -1), 0.0, 0
        for index in range(self.end):
            if total <= 0:
                total, start = 0.0, index
            total += self._weight(index)
            if total > best and self.prose[index]:
                best, best_span = total, (start, index)
        first, last = best_span
        while first < last and not self.prose[first]:
            first += 1
        return first, last

    def _weight(self, index: int) -> float:
        line = self.lines[index]
        if index in self.listed:
            return -10.0
        if self.prose[index]:
            unmarked = line.length - sum(mark.end - mark.start for mark in self.marks[index])
            return min(unmarked, 500) * (0.3 if self._addresses(line) else 1.0)
        if self.found[index] is None and line.small_sentence:
            return 20.0
        return -20.0 if self.found[index] else -30.0

    def _core_end(self) -> int:
        """Index of the paragraph with which half of the body's prose has been printed."""
        total = sum(self.lines[i].length for i in range(self.first, self.last + 1) if self.prose[i])
        seen = 0
        for index in range(self.first, self.last + 1):
            seen += self.lines[index].length if self.prose[index] else 0
            if seen * 2 >= total:
                return index
        return self.last

    def _vocabulary(self, first: int, last: int) -> set[str]:
        words: set[str] = set()
        for index in range(first, last + 1):
            if self.prose[index] and index not in self.listed:
                words |= self._content(self.lines[index])
        return words

    def _content(self, line: Line) -> set[str]:
        return self._content_of(line.words)

    def _content_of(self, words: Sequence[str]) -> set[str]:
        bare = (word.strip(".,:;!?\"'()[]-").removesuffix("'s") for word in words)
        return {word for word in bare if len(word) >= CONTENT_LETTERS and word not in self.lexicon.words.function}

    def _kin(self, line: Line, words: set[str] | None = None) -> bool:
        """Whether a line shares enough content words with the body to belong to it."""
        own = self._content(line)
        common = len(own & (self.words if words is None else words))
        return common >= KIN_WORDS and common >= KIN_SHARE * len(own)

    # --- what each line is

    def verdicts(self) -> list[Verdict]:
        """The kind of every line, with the reason."""
        if self.last < self.first:
            return self._without_body()
        body = self._body()
        headline = self._headline(min(body))
        if headline is None and self._exclaims(min(body)) and len(body) > 1:
            headline = min(body)
            body.discard(headline)
        head = min(body)
        self._lists(body)
        final = max(body)
        self.parted = next((i for i in range(final + 1, len(self.lines)) if self.found[i] is not None), len(self.lines))
        verdicts: list[Verdict] = []
        for index, line in enumerate(self.lines):
            if index == headline:
                verdict = ("headline", "headline")
            elif headline is not None and self._repeats(index, headline):
                verdict = ("duplicate", "headline-again")
            else:
                verdict = self._verdict(index, line, body, head, final, headline)
            verdicts.append(verdict)
        self._mark_duplicates(verdicts)
        return verdicts

    def _body(self) -> set[int]:
        """Paragraphs of the article: prose of the segment, and prose elsewhere that is its kin."""
        body = set()
        for index in range(self.end):
            if self.prose[index]:
                within = self.first <= index <= self.last
                if self.trusted or (within and not self._alien(index)) or self._kin(self.lines[index]):
                    body.add(index)
        self._cut_tail(body)
        self._cut_pitches(body)
        self._cut_tags(body)
        for index in sorted(body)[EARLY_PARAGRAPHS:]:
            self.marks[index] = [mark for mark in self.marks[index] if not mark.early]
        return body or {self.first}

    def _cut_tags(self, body: set[int]) -> None:
        """Take away unpunctuated lines below the last full sentence: several in a row are titles of other stories."""
        full = max((index for index in body if self.lines[index].terminal), default=None)
        if full is None or self.trusted:
            return
        below = [index for index in range(full + 1, self.end) if self.found[index] is None]
        loose = [index for index in below if index in body]
        alone = len(below) == 1 and (self._cut_off(self.lines[below[0]]) or self.lines[below[0]].n_words >= LONG_CUT_WORDS)
        if loose and not alone:
            body.difference_update(loose)

    def _cut_pitches(self, body: set[int]) -> None:
        """Take away whole paragraphs that begin or end as a pitch and share nothing with the article in the rest."""
        for index in sorted(body):
            pitch = next((mark for mark in self.marks[index] if mark.kind in PITCHES), None)
            if pitch and len(body) > 1 and not self._kin_beside(index):
                body.discard(index)
                self.found[index] = (pitch.kind, pitch.why)

    def _kin_beside(self, index: int) -> bool:
        """Whether what is not marked in a line has a word in common with the other paragraphs of the article."""
        line = self.lines[index]
        kept, position = [], line.start
        for mark in self.marks[index]:
            kept.append(line.folded[position - line.start : mark.start - line.start])
            position = mark.end
        kept.append(line.folded[position - line.start :])
        own = self._content_of(" ".join(kept).split())
        others = (self._content(self.lines[i]) for i in range(self.first, self.last + 1) if self.prose[i] and i != index)
        return len(own & set().union(*others)) >= 2

    def _alien(self, index: int) -> bool:
        """Whether a paragraph stands below a title or cue among the last lines and has nothing in common with the others."""
        if index <= self.core_end or self.prose[index - 1]:
            return False
        own = self._content(self.lines[index])
        return len(own) >= ALIEN_WORDS and not own & self.core

    def _cut_tail(self, body: set[int]) -> None:
        """Take away what only looks like prose below the article: the site about itself, cues that hold there alone."""
        total = sum(self.lines[index].length for index in body)
        below = False
        chars = 0
        for index in range(min(body, default=0), len(self.lines)):
            chars += self.lines[index].length if index in body else 0
            below = below or (index not in body and self.found[index] is not None and chars >= TAIL_SHARE * total)
            last = index == len(self.lines) - 1
            if (below or last) and (cue := self._placed(index, "tail")) and len(body) > 1:
                body.discard(index)
                self.found[index] = (cue.kind, cue.id)

    def _placed(self, index: int, where: str) -> Cue | None:
        """The cue that holds for a line if it stands above ("head") or below ("tail") the body, or `None`."""
        line = self.lines[index]
        if self.cues[index] is not None or (line.prose and reported(line.folded, self.lexicon)):
            return None
        cues = self.lexicon.line_cues(line.core, line.text, line.n_words)
        return next((cue for cue in cues if cue.where == where), None)

    def _lists(self, body: set[int]) -> None:
        """Give what follows the heading of a list of links to that list."""
        index = 0
        while index < len(self.lines):
            cue = self.cues[index]
            if cue is None or not cue.opens or (cue.opens == "end" and index != self.end):
                index += 1
                continue
            index = self._list_items(index, cue, body)

    def _list_items(self, opener: int, cue: Cue, body: set[int]) -> int:
        """Mark the items below an opener; returns the index of the first line that is none."""
        after_body = opener > min(body)
        ends_page = opener + 1 in body and max(body) == opener + 1
        for index in range(opener + 1, len(self.lines)):
            if self.cues[index] is not None and self.cues[index].opens:  # type: ignore[union-attr]
                return index
            first = index == opener + 1
            listed = index not in body or (first and ends_page and after_body and len(body) > 1)
            if not listed:
                return index
            body.discard(index)
            if self.found[index] is None and after_body:
                kind = "comment-prompt" if cue.opens == "end" and self.lines[index].terminal else cue.kind
                kind = "other-news" if cue.opens == "end" and not self.lines[index].terminal else kind
                self.found[index] = (kind, f"below:{cue.id}")
        return len(self.lines)

    def _headline(self, head: int) -> int | None:
        """Index of the headline among the lines above the body, or `None`."""
        best, chosen = 0.0, None
        counts = Counter(self.keys[:head])
        for index in range(max(0, head - HEADLINE_WITHIN), head):
            score = self._headline_score(index, head, counts)
            if score > best:
                best, chosen = score, index
        return chosen if chosen is None else self.keys.index(self.keys[chosen])

    def _exclaims(self, index: int) -> bool:
        """Whether a line at the head of the body reads as prose only because it ends in a quotation or a mark: a title."""
        line = self.lines[index]
        return line.n_words <= TITLE_WORDS and not line.text.rstrip("\"”’'»").endswith(".")

    def _headline_score(self, index: int, head: int, counts: Counter[str]) -> float:
        line, cue = self.lines[index], self.cues[index]
        key = self.keys[index]
        titled = bool(self.title) and len(key) > 8 and (key == self.title or key in self.title or self.title in key)
        if (self.found[index] is not None and not (cue and cue.may_head)) or line.n_words < 2:
            return 0.0
        placed = self._placed(index, "head")
        if (line.n_words < SHORT_WORDS and not titled and counts[key] < 2) or (placed and not placed.may_head):
            return 0.0
        own = self._content(line)
        likeness = len(own & self.words) / len(own) if own else 0.0
        score = 0.5 + 3 * likeness + 3 * titled + 2 * (counts[key] > 1) - 0.06 * (head - index)
        score -= 0.5 * (cue is not None) + 0.8 * (line.text.endswith(".") and not line.text.endswith(".."))
        return score + (0.5 if HEADING_WORDS // 2 <= line.n_words <= 25 else -0.5)

    def _repeats(self, index: int, headline: int) -> bool:
        """Whether a line is the headline again, perhaps with the site's name."""
        key, own = self.keys[headline], self.keys[index]
        return len(own) > 8 and (
            own == key or (own.startswith(key) and len(own) - len(key) <= SUFFIX_CHARS) or own == self.title
        )

    def _verdict(self, index: int, line: Line, body: set[int], head: int, final: int, headline: int | None) -> Verdict:
        if index in body:
            return "body", "prose"
        if self.found[index] is not None:
            return self.found[index]  # type: ignore[return-value]
        if line.start in self.markup.headings and head <= index <= final:
            return "heading", "markup"
        placed = self._placed(index, "head" if index < head else "tail") if not head <= index < final else None
        if placed:
            return placed.kind, placed.id
        if index < head:
            return self._above(index, line, headline)
        return self._amid(index, line, body) if index < final else self._below(index, line)

    def _above(self, index: int, line: Line, headline: int | None) -> Verdict:
        if headline is not None and index > headline:
            if line.small_sentence and line.n_words > SHORT_WORDS and not self._addresses(line):
                return "body", "standfirst"
            return ("heading", "standfirst") if line.n_words > SHORT_WORDS else ("metadata", "between-headline-and-body")
        return ("other-news", "above-headline") if line.n_words > SHORT_WORDS else ("navigation", "above-headline")

    def _amid(self, index: int, line: Line, body: set[int]) -> Verdict:
        """A line between paragraphs: a short sentence, a sentence cut off, a list item, a heading or a teaser."""
        if line.small_sentence:
            return ("body", "short-sentence") if not self._addresses(line) else ("promotion", "addresses-reader")
        if line.introduces or self._cut_off(line) or self._listed(index, body):
            return "body", "unfinished-sentence"
        if self.trusted:
            return "heading", "extracted"
        return ("heading", "short-line") if line.n_words <= HEADING_WORDS else ("teaser", "title-between-paragraphs")

    def _cut_off(self, line: Line) -> bool:
        """Whether an unpunctuated line is running text that breaks off, rather than a title."""
        last = line.words[-1].strip("\"'")
        if line.title >= TITLE_SHARE or line.n_words < SHORT_WORDS:
            return False
        if last.endswith(",") or last in self.lexicon.words.cut or line.text[0].islower():
            return True
        return line.n_words >= CUT_WORDS and line.sentence >= CUT_DENSITY * line.n_words

    def _listed(self, index: int, body: set[int]) -> bool:
        """Whether a line is an item of a list that a paragraph of the article opens with a colon."""
        for before in range(index - 1, max(-1, index - LIST_LINES), -1):
            if before in body or self.lines[before].introduces:
                return self.lines[before].text.endswith(":")
            if self.found[before] is not None or self.lines[before].n_words > 30:
                return False
        return False

    def _below(self, index: int, line: Line) -> Verdict:
        apart = index >= min(self.end, self.parted)
        if line.small_sentence and not self._addresses(line) and (not apart or (index < self.end and self._kin(line))):
            return "body", "short-sentence"
        if self._cut_off(line) and not apart and index == len(self.lines) - 1:
            return "body", "unfinished-sentence"
        if self.trusted and index < self.end:
            return "heading", "extracted"
        if index >= self.end:
            return ("comment-prompt", "below-comments") if line.terminal else ("other-news", "below-comments")
        if line.terminal and self._addresses(line):
            return "promotion", "addresses-reader"
        return ("other-news", "below-body") if line.n_words > SHORT_WORDS else ("navigation", "below-body")

    def _mark_duplicates(self, verdicts: list[Verdict]) -> None:
        """Mark paragraphs printed twice, and lines pulled out of a paragraph to be shown large."""
        seen: set[str] = set()
        whole = "".join(self.keys[i] for i, verdict in enumerate(verdicts) if verdict[0] == "body")
        for index, verdict in enumerate(verdicts):
            line, key = self.lines[index], self.keys[index]
            if verdict[0] not in ("body", "heading", "teaser") or line.n_words < PULLED_WORDS:
                continue
            pulled = (
                len(whole) <= PULLED_WITHIN and whole.count(key) > (1 if verdict[0] == "body" else 0) and line.n_words < 60
            )
            if key in seen or (pulled and verdict[0] != "body") or (pulled and self._within_another(index, verdicts)):
                verdicts[index] = ("duplicate", "printed-twice")
            seen.add(key)

    def _within_another(self, index: int, verdicts: list[Verdict]) -> bool:
        key = self.keys[index]
        return any(
            key in other and len(other) > len(key)
            for i, other in enumerate(self.keys)
            if i != index and verdicts[i][0] == "body"
        )

    def _without_body(self) -> list[Verdict]:
        """A page without prose: at best a headline."""
        headline = self._headline(len(self.lines))
        return [
            ("headline", "headline") if index == headline else self.found[index] or ("navigation", "no-body")
            for index in range(len(self.lines))
        ]


_QUOTES = str.maketrans(dict.fromkeys("“”„«»", '"'))


def _line_verdict(line: Line, lexicon: Lexicon) -> Cue | Verdict | None:
    """The cue or shape that makes a whole line boilerplate, or `None`."""
    if not line.core:
        return "navigation", "ornament"
    for cue in lexicon.line_cues(line.core, line.text, line.n_words):
        if cue.where == "any":
            return cue
    dense = _dense(line, lexicon)
    if dense:
        return dense
    if _is_menu(line, lexicon):
        return "navigation", "menu"
    return ("navigation", "code") if _is_code(line) else None


def _dense(line: Line, lexicon: Lexicon) -> Cue | None:
    counts: Counter[str] = Counter()
    for cue, _, _ in lexicon.cues["dense"].finditer(line.folded[:2000], line.text[:2000]):
        counts[cue.id] += 1
        if counts[cue.id] >= DENSE_TIMES and counts[cue.id] * DENSE_GAP >= min(line.length, 2000):
            return cue
    return None


def _is_menu(line: Line, lexicon: Lexicon) -> bool:
    """Whether a line is a row of links: words of menus, or short pieces between separators."""
    if line.terminal or line.length > 2000:
        return False
    if lexicon.is_menu(line.words) or len(_BARS.findall(line.text)) >= 2:
        return True
    pieces = [piece for piece in _SEPARATORS.split(line.folded.strip(BLANKS + "|»«><•·●")) if piece.strip("«»<> ")]
    return len(pieces) >= 3 and all(len(piece.split()) <= SHORT_WORDS for piece in pieces)


def _is_code(line: Line) -> bool:
    return line.length > 8 and len(_CODE.findall(line.text[:2000])) >= max(3, CODE_SHARE * min(line.length, 2000))


def _blocks(text: str, lines: Sequence[Line], verdicts: Sequence[Verdict], marks: Sequence[list[Mark]]) -> Iterator[Block]:
    """One block a line; a line of the body falls into pieces where marks stand in it."""
    for line, (kind, why), inner in zip(lines, verdicts, marks, strict=True):
        position = line.start
        marked = inner if kind == "body" else [mark for mark in inner if kind == "headline" and mark.start > line.start]
        for mark in marked:
            yield from _block(text, position, mark.start, kind, why)
            yield from _block(text, mark.start, mark.end, mark.kind, mark.why)
            position = mark.end
        yield from _block(text, position, line.end, kind, why)


def _block(text: str, start: int, end: int, kind: str, why: str) -> Iterator[Block]:
    own = text[start:end]
    kept = own.strip(BLANKS + "\n\r")
    if kept:
        begin = start + len(own) - len(own.lstrip(BLANKS + "\n\r"))
        yield Block(begin, begin + len(kept), kind, why)  # type: ignore[arg-type]
