"""Which outlet a page is of, and which agency it credits."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from urllib.parse import urlsplit

from dragoman.articles.lines import key_of
from dragoman.ontology.load import load_entries
from dragoman.ontology.sources import Agency, Outlet, OutletMark
from dragoman.records import Block

CREDITING = frozenset(
    {"dateline", "byline", "byline-from", "byline-desk", "credit-line", "copyright", "source-line", "sign-off", "below-body"}
)
"""Cues of the blocks that name whose copy is printed; credits of photographs are none of them."""
LONGEST_CREDIT = 400
_YEAR = re.compile(r"\s+(?:19|20)\d{2}$")


class Outlets:
    """Known media by name and host, and the marks by which a page names its own."""

    def __init__(self, folder: Path | None = None) -> None:
        """Load the knowledge; `folder` is a user's ontology. Raises `OntologyError`."""
        outlets = load_entries("outlets", Outlet, folder)
        self._by_host = {host: outlet for outlet in outlets.values() for host in (outlet.id, *outlet.hosts)}
        self._by_name = {key_of(name): o for o in outlets.values() for name in (*o.aliases, o.name)}
        marks = load_entries("outlet_marks", OutletMark, folder)
        self._marks = [(mark, [re.compile(pattern) for pattern in mark.patterns]) for mark in marks.values()]

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

    def on_page(self, text: str, blocks: Sequence[Block]) -> str | None:
        """The outlet that the page names as its own: a known one, else by the page's words, else its host; or `None`."""
        names, hosts = [], []
        for mark, patterns in self._marks:
            for found in _matches(text, blocks, mark, patterns):
                groups = found.groupdict()
                name, host = _bare(groups.get("name") or "", text), host_of(groups.get("host") or "")
                known = (self.called(name) if name else None) or (self.of_address(host) if host else None)
                if known:
                    return known.name
                names += [name] if name else []
                hosts += [host] if host else []
        return next(iter([*names, *hosts]), None)


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


def _bare(name: str, text: str) -> str:
    """A name without a year at its end; in small letters where the page also prints it so."""
    bare = _YEAR.sub("", name.strip(" .,;:’'-")).strip()
    return bare.title() if bare.isupper() and bare.title() in text else bare


def _matches(
    text: str, blocks: Sequence[Block], mark: OutletMark, patterns: Sequence[re.Pattern[str]]
) -> Iterator[re.Match[str]]:
    for block in blocks:
        if block.kind in mark.blocks or block.why in mark.blocks:
            own = text[block.start : block.end]
            for pattern in patterns:
                found = pattern.search(own)
                if found:
                    yield found
