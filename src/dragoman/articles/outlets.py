"""Which outlet a page is of, and which agency it credits."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal
from urllib.parse import urlsplit

from dragoman.articles.lexicon import fold
from dragoman.articles.lines import key_of
from dragoman.ontology.load import load_entries, load_file
from dragoman.ontology.sources import Agency, Outlet, OutletMark, PageWords
from dragoman.records import Block

CREDITING = frozenset(
    {"dateline", "byline", "byline-from", "byline-desk", "credit-line", "copyright", "source-line", "sign-off", "below-body"}
)
"""Cues of the blocks that name whose copy is printed; credits of photographs are none of them."""
LONGEST_CREDIT = 400
STORY = frozenset({"body", "headline", "duplicate"})
"""Kinds of block that tell the story: what they name is no outlet by standing there."""
NAME_WORDS = 7
SMALL = frozenset({"OF", "THE", "AND", "DE", "FOR"})
MAST_LINES, MAST_LETTERS = 2, 5
"""First lines of a page in which its name stands, and letters that it has at least where nothing else tells it."""
ORNAMENTS = " \t=*#~_.,:;[]()<>\"'-–—|☰•"
_PIECES = re.compile(r"\s*(?:[|»›•·:,;\[\]]|={2,}|\s[–—-]\s|\s{2,})\s*")
Edge = tuple[Literal["head", "tail"], str]
"""A line that a page's markup shows outside of the article, and on which side."""
_SEPARATOR = re.compile(r"\s+(?:[|–—•·»:-]|::|//)\s+|\s*\|\s*")
_SENTENCE = re.compile(r"(?<=\w\w)\.\s")
_YEAR = re.compile(r"\s+(?:19|20)\d{2}$")


@dataclass(frozen=True, slots=True)
class _Shown:
    """Words of a page, on which side of the body they stand, and what marks may look at them."""

    text: str
    where: Literal["head", "amid", "tail"]
    marks: frozenset[str]


class Outlets:
    """Known media by name and host, and the marks by which a page names its own."""

    def __init__(self, folder: Path | None = None) -> None:
        """Load the knowledge; `folder` is a user's ontology. Raises `OntologyError`."""
        outlets = load_entries("outlets", Outlet, folder)
        self._by_host = {host: outlet for outlet in outlets.values() for host in (outlet.id, *outlet.hosts)}
        self._by_name = {key_of(name): o for o in outlets.values() for name in (*o.aliases, o.name)}
        words = load_file("page_words", PageWords, folder)[-1]
        self._generic = frozenset({*words.menu, *words.function, *words.outlet_generic})
        self._acronym = re.compile(words.pieces["acronym"])
        self._agencies = Agencies(folder)
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

    def on_page(
        self, text: str, blocks: Sequence[Block], edges: Sequence[Edge] = (), *, addressed: bool = False
    ) -> str | None:
        """The outlet that the page names as its own: a known one, else by the page's words, else its host; or `None`.

        `edges`: lines that its markup shows above ("head") and below ("tail") the article. `addressed`: whether the
        page's own address is known, so that an address which it shows tells no more.
        """
        shown = _shown(text, blocks, edges)
        names, hosts = [], []
        for mark, patterns in self._marks:
            for words in shown:
                if words.where not in mark.where or not words.marks & set(mark.blocks):
                    continue
                for found in (found for pattern in patterns for found in pattern.finditer(words.text)):
                    name, host = self._read(found, mark, text)
                    known = (self.called(name) if name else None) or (self.of_address(host) if host else None)
                    if known and (mark.agencies or not self._agencies.is_one(name)):
                        return known.name
                    names += [name] if name and not self._agencies.is_one(name) else []
                    hosts += [host] if host and not addressed else []
        return next(iter(names), None) or (hosts[0] if len(set(hosts)) == 1 else None) or self._again(shown)

    def in_title(self, titles: Iterable[str], headline: str | None) -> str | None:
        """The name that a page's title adds to the headline, or `None`."""
        own = key_of(headline or "")
        for title in titles:
            pieces = [piece.strip() for piece in _SEPARATOR.split(title)]
            rest = [piece for piece in pieces if not _same(key_of(piece), own)]
            if len(rest) == len(pieces) or not rest or key_of(title) in own:
                continue
            name = rest[-1] if _same(key_of(pieces[0]), own) else rest[0]
            if self._may_name(name):
                return name
        return None

    def _again(self, shown: Sequence[_Shown]) -> str | None:
        """What stands in the page's first lines and again below the article, and is no part of the story; or `None`."""
        story = key_of(" ".join(words.text for words in shown if "any" not in words.marks))
        feet = [words.text for words in shown if words.where == "tail" and "any" in words.marks]
        heads = [words.text for words in shown if words.where == "head" and "any" in words.marks][:MAST_LINES]
        for piece in (piece.strip(ORNAMENTS) for head in heads for piece in _PIECES.split(head)):
            if len(key_of(piece)) < MAST_LETTERS or key_of(piece) in story or not self._may_name(piece):
                continue
            again = re.compile(rf"(?<!\w){re.escape(piece)}(?!\w)", re.IGNORECASE)
            found = next(filter(None, map(again.search, feet)), None)
            if found and found[0][:1].isupper():
                return found[0]
        return None

    def _read(self, found: re.Match[str], mark: OutletMark, text: str) -> tuple[str, str]:
        """Name and host that a mark gives; empty where it gives none, or words that every page has."""
        groups = found.groupdict()
        name, host = _plainly(groups.get("outlet") or "", text, self._acronym), host_of(groups.get("at") or "")
        return (name if self._may_name(name) else ""), host

    def _may_name(self, name: str) -> bool:
        """Whether words can name an outlet: few, begun with a capital or a host, and not only those of menus."""
        words = [word.strip(".,:;'\"") for word in fold(name).split()]
        capital = name[:1].isupper() or "." in name
        return capital and len(words) <= NAME_WORDS and not self._generic.issuperset(words)


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


def host_of(url: str) -> str:
    """The host of an address (or of a bare host) without "www." and port, in lower case; empty where there is none."""
    try:
        host = urlsplit(url if "//" in url else f"//{url}").hostname or ""
    except ValueError:
        return ""
    return host.lower().removeprefix("www.").removeprefix("m.").removeprefix("amp.")


def _same(piece: str, headline: str) -> bool:
    """Whether a piece of a title is the headline, perhaps cut off or longer."""
    return len(piece) > 8 and bool(headline) and (piece in headline or headline in piece)


def _shown(text: str, blocks: Sequence[Block], edges: Sequence[Edge]) -> list[_Shown]:
    """What of a page may name its outlet: all but the article, and what its markup shows above and below the article."""
    body = [block for block in blocks if block.kind == "body"]
    first, last = (body[0].start, body[-1].end) if body else (len(text), len(text))
    own = [
        _Shown(
            text[block.start : block.end],
            "head" if block.end <= first else "tail" if block.start >= last else "amid",
            frozenset({block.kind, block.why, *(() if block.kind in STORY else ("any",))}),
        )
        for block in blocks
    ]
    return [*own, *(_Shown(words, where, frozenset({"any", "edge"})) for where, words in edges)]


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
    words = [word if acronym.fullmatch(word) and word not in SMALL else word.capitalize() for word in bare.split()]
    return " ".join(word.lower() if index and word.upper() in SMALL else word for index, word in enumerate(words))
