"""Which outlet a page is of, and which agency it credits."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Literal

from dragoman.articles.addresses import Addresses, host_of
from dragoman.articles.lexicon import fold
from dragoman.articles.lines import key_of
from dragoman.ontology.actors import State
from dragoman.ontology.load import load_entries, load_whole
from dragoman.ontology.sources import Agency, Outlet, OutletMark, PageWords
from dragoman.records import Block

CREDITING = frozenset(
    {"dateline", "byline", "byline-from", "byline-desk", "credit-line", "copyright", "source-line", "sign-off", "below-body"}
)
"""Cues of the blocks that name whose copy is printed; credits of photographs are none of them."""
LONGEST_CREDIT = 400
STORY = frozenset({"body", "headline", "duplicate"})
"""Kinds of block that tell the story: what they name is no outlet by standing there."""
OF_OTHERS = frozenset(
    {
        "other-news",
        "teaser",
        "related",
        "photo-credit",
        "caption",
        "caption-credit",
        "first-print",
        "copyright",
        "credit-line",
    }
)
"""Kinds of block, and cues, that name other papers as well as the page's own."""
NAME_WORDS = 7
SMALL = frozenset({"OF", "THE", "AND", "DE", "FOR"})
MAST_LINES, MAST_LETTERS = 2, 5
"""First lines of a page in which its name stands, and letters that it has at least where nothing else tells it."""
ALONE_WORDS = 3
"""Words up to which a title that is no headline may be the name of the site."""
TOP_LINES = 3
"""First lines of a page, above its headline, that may name it in words that would tell nothing further down."""
TOLD_TIMES = 2
"""Times that somebody tells a medium something, from which on the page is taken for its own."""
SPELLED_LETTERS = 5
"""Letters from which on the label of a host is looked for among the page's words."""
ORNAMENTS = " \t=*#~_.,:;[]()<>\"'-–—|☰•"
_PIECES = re.compile(r"\s*(?:[|»›•·:,;\[\]]|={2,}|\s[–—-]\s|\s{2,})\s*")
Edge = tuple[Literal["head", "tail"], str]
"""A line that a page's markup shows outside of the article, and on which side."""
_RIGHTS = re.compile(r"^(?:©|\([cC]\)|[Cc]opyright\b|(?:19|20)\d{2}\b|\s*[-–,:]\s|\s)+")
_MAILBOX = re.compile(r"\s*<[^<>\s]+@[^<>\s]+>")
_SEPARATOR = re.compile(r"\s+(?:[|–—•·»:-]|::|//|>{1,2})\s+|\s*\|\s*")
_SENTENCE = re.compile(r"(?<=\w\w)\.\s")
_YEAR = re.compile(r"\s+(?:19|20)\d{2}$")


@dataclass(frozen=True, slots=True)
class _Shown:
    """Words of a page, on which side of the body they stand, and what marks may look at them."""

    text: str
    where: frozenset[str]
    marks: frozenset[str]


class Outlets:
    """Known media by name and host, and the marks by which a page names its own."""

    def __init__(self, folder: Path | None = None) -> None:
        """Load the knowledge; `folder` is a user's ontology. Raises `OntologyError`."""
        outlets = load_entries("outlets", Outlet, folder)
        self._by_host = {host: outlet for outlet in outlets.values() for host in (outlet.id, *outlet.hosts)}
        self._by_name = {key_of(name): o for o in outlets.values() for name in (*o.aliases, o.name)}
        words = load_whole("page_words", PageWords, folder)
        self._generic = frozenset({*words.menu, *words.function, *words.outlet_generic})
        self._day_or_city = re.compile(f"(?:{words.filled('<date>')}|{words.filled('<city>')})")
        self._role = re.compile(words.filled("<role>"))
        self._issuer = re.compile(words.filled("<Issuer>"))
        self._month = re.compile(f"{words.filled('<month>')} \\d{{1,2}}")
        self._no_names = frozenset(
            key_of(name) for state in load_entries("states", State, folder).values() for name in (state.name, *state.aliases)
        ) | {key_of(name) for name in words.no_outlet}
        self._legal = re.compile(rf"(?:,?\s+{words.pieces['legal_form']}\.?)+$", re.IGNORECASE)
        self._rights = re.compile(words.pieces["rights"], re.IGNORECASE)
        self._acronym = re.compile(words.pieces["acronym"])
        self._mentioned = re.compile(words.filled(words.pieces["outlet_mentioned"]))
        self._told = re.compile(words.filled(words.pieces["told_label"]))
        self._agencies, self._addresses = Agencies(folder), Addresses(words)
        marks = load_entries("outlet_marks", OutletMark, folder).values()
        self._marks = [(mark, [re.compile(words.filled(pattern)) for pattern in mark.patterns]) for mark in marks]

    def of_address(self, url: str) -> Outlet | None:
        """The known outlet that publishes at an address or host, or `None`."""
        labels = host_of(url).split(".")
        for start in range(len(labels) - 1):
            found = self._by_host.get(".".join(labels[start:]))
            if found:
                return found
        return None

    def called(self, name: str) -> Outlet | None:
        """The known outlet of a name (or host), or `None`."""
        return self._by_name.get(key_of(name)) or (self.of_address(name) if "." in name and " " not in name else None)

    def name_of(self, *, site: str | None, url: str | None) -> str | None:
        """The outlet's name by what its site calls itself and by the address; a host where no more is known."""
        known = (self.called(site) if site else None) or (self.of_address(url) if url else None)
        if known:
            return known.name
        return (site or "").strip() or (host_of(url) if url else "") or None

    def stated(self, site: str | None) -> str | None:
        """The name in a field made for it, without its section ("Bay Herald - World"); `None` for "Home" or an address."""
        site = _RIGHTS.sub("", self._rights.sub("", _MAILBOX.sub("", site or ""))).strip(" .")
        if not site or "//" in site:
            return None
        pieces = [piece.strip() for piece in _SEPARATOR.split(site) if piece.strip()]
        own = [piece for piece in pieces if not self._generic.issuperset(fold(piece).split())]
        return site if own == pieces else next(iter(own), None)

    def named_by_site(self, words: str) -> str | None:
        """The name in words by which a site links to its own front page, feed or rights; `None` where they name none."""
        name = self.stated(words)
        return name if name and _written_as_name(name) and self._may_name(name) and not self._agencies.is_one(name) else None

    def spelled(self, name: str, shown: Iterable[str]) -> str:
        """The name of a host as the page writes it ("bayherald.example": "Bay Herald"); other names come back as they are.

        One word with one capital ("Bay" for bay.example) may be anything, and is left.
        """
        label = self._addresses.label(name) if "." in name and name == name.lower() and " " not in name else ""
        if len(label) < SPELLED_LETTERS:
            return name
        written = re.compile(
            r"(?<![\w@./])(?-i:The )?" + r"[ '’.&-]{0,3}".join(map(re.escape, label)) + r"(?![\w@]|\.\w)", re.IGNORECASE
        )
        found = (match[0] for words in shown for match in written.finditer(words))
        return next(
            (words for words in found if words[:1].isupper() and not words.isupper() and words != words.capitalize()), name
        )

    def on_page(
        self, text: str, blocks: Sequence[Block], edges: Sequence[Edge] = (), *, addressed: bool = False
    ) -> str | None:
        """The outlet that the page names as its own: a known one, else by the page's words, else its host; or `None`.

        `edges`: lines that its markup shows above ("head") and below ("tail") the article. `addressed`: whether the
        page's own address is known, so that an address which it shows tells no more.
        """
        shown = _shown(text, blocks, edges)
        names: list[str] = []
        hosts: list[str] = []
        for mark, patterns in self._marks:
            if (names or hosts) and mark.last:
                continue
            found = [pair for words in shown if _may_look(mark, words) for pair in self._found(patterns, words.text, text)]
            for name, host in found:
                known = (self.called(name) if name else None) or (self.of_address(host) if host else None)
                if known and (mark.agencies or not self._agencies.is_one(name)):
                    return known.name
            names += [name for name, _ in found if name and not self._agencies.is_one(name)]
            hosts = hosts or [host for _, host in found if host and not addressed]
        return next(iter(names), None) or (hosts[0] if len(set(hosts)) == 1 else None) or self._unmarked(shown)

    def _unmarked(self, shown: Sequence[_Shown]) -> str | None:
        guesses = (self._again, self._beside_section, self._above_day, self._around, self._told_to)
        return next(filter(None, (guess(shown) for guess in guesses)), None)

    def _found(self, patterns: list[re.Pattern[str]], words: str, text: str) -> list[tuple[str, str]]:
        """Every name and host that a mark gives in some words of a page."""
        return [self._read(found, text) for pattern in patterns for found in pattern.finditer(words)]

    def in_title(self, titles: Iterable[str], headline: str | None) -> str | None:
        """The name that a page's title adds to the headline, or `None`."""
        own = key_of(headline or "")
        for title in titles:
            pieces = self._pieces(title, own)
            rest = [piece for piece in pieces if not _same(key_of(piece), own)]
            if len(rest) == len(pieces) or not rest or key_of(title) in own:
                continue
            at = next(index for index, piece in enumerate(pieces) if _same(key_of(piece), own))
            after, before = pieces[at + 1 :], pieces[:at]
            own_name = [piece for piece in (*reversed(after), *before[:1]) if self._may_name(piece)]
            name = next(filter(_written_as_name, own_name), None) or next(iter(own_name), None)
            if name:
                return name
        return None

    def alone(self, titles: Iterable[str], headline: str | None) -> str | None:
        """A title of few words that is no headline: the name of the site on all its pages; or `None`."""
        short = (
            title.strip()
            for title in titles
            if len(title.split()) <= ALONE_WORDS and key_of(title) != key_of(headline or "")
        )
        return next((title for title in short if _written_as_name(title) and self._may_name(title)), None)

    def _beside_section(self, shown: Sequence[_Shown]) -> str | None:
        """The name that stands beside a section and nothing else in one of the page's first lines; or `None`."""
        for words in (words.text for words in shown if "top" in words.where):
            pieces = [piece.strip() for piece in _SEPARATOR.split(words) if piece.strip()]
            own = [piece for piece in pieces if not self._generic.issuperset(fold(piece).split())]
            if len(pieces) > len(own) == 1 and _written_as_name(own[0]) and self._may_name(own[0]):
                return own[0]
        return None

    def _above_day(self, shown: Sequence[_Shown]) -> str | None:
        """The name that stands alone in the page's first line, right above a line of nothing but the day; or `None`."""
        for words, below in pairwise(shown[: MAST_LINES + 1]):
            name = words.text.strip(ORNAMENTS)
            if (
                "top" in words.where
                and name.isalpha()
                and name[:1].isupper()
                and "date-line" in below.marks
                and self._may_name(name)
            ):
                return _plainly(name, words.text, self._acronym)
        return None

    def _around(self, shown: Sequence[_Shown]) -> str | None:
        """The name in the form of a paper's or station's that stands most often in the lines around the story; or `None`."""
        around = (words for words in shown if "any" in words.marks and words.marks.isdisjoint(OF_OTHERS))
        found = (match["outlet"] for words in around for match in self._mentioned.finditer(words.text))
        names = Counter(name for name in found if self._may_name(name) and not self._agencies.is_one(name))
        told = Counter({name: count for name, count in names.items() if not self._is_common(fold(name).split())})
        first = told.most_common(2)
        return first[0][0] if first and (len(first) == 1 or first[0][1] > first[1][1]) else None

    def _told_to(self, shown: Sequence[_Shown]) -> str | None:
        """The one paper or station that people on the page speak to, more than once; an agency or two may be anybody's."""
        told = [found["outlet"] for words in shown if "body" in words.marks for found in self._told.finditer(words.text)]
        name = told[0] if len(told) >= TOLD_TIMES and len(set(told)) == 1 else None
        return name if name and self._may_name(name) and not self._agencies.is_one(name) else None

    def _pieces(self, title: str, headline: str) -> list[str]:
        """A title cut at its separators; at a colon only where the headline follows it."""
        name, colon, rest = title.partition(": ")
        if colon and _same(key_of(rest), headline):
            return [name.strip(), rest.strip()]
        return [piece.strip() for piece in _SEPARATOR.split(title)]

    def _again(self, shown: Sequence[_Shown]) -> str | None:
        """What stands in the page's first lines and again below the article, and is no part of the story; or `None`."""
        told = [key_of(words.text) for words in shown if "any" not in words.marks]
        story = "".join(told)
        below = [words.text for words in shown if "tail" in words.where and "any" in words.marks]
        feet = [words for words in below if not any(key and key in key_of(words) for key in told)]
        above = [words.text for words in shown if "head" in words.where and "any" in words.marks]
        heads = above[:MAST_LINES]
        for piece in (piece.strip(ORNAMENTS) for head in heads for piece in _PIECES.split(head)):
            if len(key_of(piece)) < MAST_LETTERS or key_of(piece) in story or not self._may_name(piece):
                continue
            again = re.compile(rf"(?<!\w){re.escape(piece)}(?!\w)", re.IGNORECASE)
            found = next(filter(None, map(again.search, feet)), None)
            if found and found[0][:1].isupper():
                return found[0]
        return None

    def _read(self, found: re.Match[str], text: str) -> tuple[str, str]:
        """Name and host that a mark gives; empty where it gives none, or words that every page has."""
        groups = found.groupdict()
        stated = self._legal.sub("", self._rights.split(groups.get("outlet") or "", maxsplit=1)[0].strip(" .,;-–—"))
        name, host = _plainly(stated, text, self._acronym), host_of(groups.get("at") or "")
        return (name if self._may_name(name) else ""), host

    def _may_name(self, name: str) -> bool:
        """Whether words can name an outlet: few, begun with a capital, no state, city, day or keeper of pages, no menu."""
        folded = fold(name)
        words = [word.strip(".,:;'\"") for word in folded.split()]
        capital = name[:1].isupper() or "." in name or ("-" in name and " " not in name)
        long = len(words) > NAME_WORDS and not self._issuer.fullmatch(name)
        if not capital or long or self._generic.issuperset(words) or key_of(name) in self._no_names:
            return False
        return not (self._day_or_city.fullmatch(folded) or self._month.match(folded) or self._is_post(words))

    def _is_post(self, words: list[str]) -> bool:
        """Whether words are what somebody is at an outlet: "Diplomatic Correspondent", "Kyiv Bureau Chief"."""
        rest = [word for word in words if not self._role.fullmatch(word)]
        return self._role.fullmatch(words[-1]) is not None and self._is_common(rest)

    def _is_common(self, words: Iterable[str]) -> bool:
        """Whether every word is of a menu, a state or a city: "Ukraine News", a section of many a site."""
        return all(
            word in self._generic or key_of(word) in self._no_names or self._day_or_city.fullmatch(word) for word in words
        )


class Agencies:
    """Known news agencies, and where a page credits one."""

    def __init__(self, folder: Path | None = None) -> None:
        """Load the knowledge; `folder` is a user's ontology. Raises `OntologyError`."""
        agencies = load_entries("agencies", Agency, folder).values()
        self._by_mark = {mark: agency.name for agency in agencies for mark in agency.marks}
        longest_first = sorted(self._by_mark, key=len, reverse=True)
        self._mark = re.compile(r"(?<![\w.-])(?:" + "|".join(map(re.escape, longest_first)) + r")(?![\w-]|\.\w)")

    def credited(self, text: str, blocks: Sequence[Block]) -> str | None:
        """The agency that the page says its text comes from, or `None`: datelines count before other lines."""
        lines = [block for block in blocks if block.why in CREDITING and block.end - block.start <= LONGEST_CREDIT]
        for block in sorted(lines, key=lambda block: block.why != "dateline"):
            found = self.named(text[block.start : block.end])
            if found:
                return found
        return None

    def is_one(self, words: str) -> bool:
        """Whether words are the name of an agency and nothing else."""
        return self._mark.fullmatch(words.strip()) is not None

    def named(self, words: str) -> str | None:
        """The agency that a short text names, or `None`."""
        found = self._mark.search(words)
        return self._by_mark[found[0]] if found else None


def _same(piece: str, headline: str) -> bool:
    """Whether a piece of a title is the headline, perhaps cut off or longer."""
    return len(piece) > 8 and bool(headline) and (piece in headline or headline in piece)


def _shown(text: str, blocks: Sequence[Block], edges: Sequence[Edge]) -> list[_Shown]:
    """What of a page may name its outlet: all but the article, and what its markup shows above and below the article."""
    body = [block for block in blocks if block.kind == "body"]
    first, last = (body[0].start, body[-1].end) if body else (len(text), len(text))
    titled = next((index for index, block in enumerate(blocks) if block.kind in STORY), len(blocks))
    own = [
        _Shown(
            text[block.start : block.end],
            _sides(block, first, last, top=index < min(titled, TOP_LINES)),
            frozenset({block.kind, block.why, *(() if block.kind in STORY else ("any",))}),
        )
        for index, block in enumerate(blocks)
    ]
    return [*own, *(_Shown(words, frozenset({where}), frozenset({"any", "edge"})) for where, words in edges)]


def _written_as_name(words: str) -> bool:
    """Whether every word but the small ones begins with a capital or a figure."""
    return all(not word[:1].islower() or word.upper() in SMALL for word in words.split())


def _may_look(mark: OutletMark, words: _Shown) -> bool:
    return not (words.where.isdisjoint(mark.where) or words.marks.isdisjoint(mark.blocks))


def _sides(block: Block, first: int, last: int, *, top: bool) -> frozenset[str]:
    """Where a block stands by the body's first and last code point, and whether it is among the page's first lines."""
    side = "head" if block.end <= first else "tail" if block.start >= last else "amid"
    return frozenset({side, "top"} if top and side == "head" else {side})


def _plainly(name: str, text: str, acronym: re.Pattern[str]) -> str:
    """A name without a year at its end; one in capitals as the page prints it elsewhere, or as names are written."""
    name = _SENTENCE.split(name, maxsplit=1)[0]
    bare = " ".join(_YEAR.sub("", name.strip(" .,;:|’'-–—")).split())
    if not bare.isupper():
        return bare
    again = re.search(re.escape(bare).replace(r"\ ", r"\s+"), text.replace(name, ""), re.IGNORECASE)
    if again and not again[0].isupper():
        return " ".join(again[0].split())
    if " " not in bare:
        return bare
    rest = [line for line in text.splitlines() if not line.isupper() and name not in line]
    kept = {word for word in bare.split() if word not in SMALL and (acronym.fullmatch(word) or _capitals(word, rest))}
    words = [word if word in kept else word.capitalize() for word in bare.split()]
    return " ".join(word.lower() if index and word.upper() in SMALL else word for index, word in enumerate(words))


def _capitals(word: str, lines: Iterable[str]) -> bool:
    """Whether other lines, not in capitals themselves, print a word in capitals: an abbreviation."""
    alone = re.compile(rf"(?<!\w){re.escape(word)}(?!\w)")
    return any(alone.search(line) for line in lines)
