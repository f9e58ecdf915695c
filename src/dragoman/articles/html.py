"""From HTML to the text of its article: trafilatura behind a small interface, with a plain reader where it must not go.

trafilatura runs in precision mode; in recall mode only where that yields nothing; where both yield nothing, or where markup
is nested so deeply or is so large that building a tree of it is no good, tags are simply taken away and the rest is
treated as scraped text. Nothing on the page is run or fetched.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from lxml.etree import LxmlError, ParserError, _Element
from lxml.html import HtmlElement
from trafilatura import bare_extraction
from trafilatura.utils import load_html

from dragoman.articles.lexicon import fold
from dragoman.articles.lines import key_of
from dragoman.articles.metadata import Metadata, MetadataReader

DEEPEST = 200
"""Open elements within each other up to which a tree is built; libxml2 drops what lies below 256."""
LARGEST_TREE = 4_000_000
"""Characters up to which a tree is built: trafilatura takes seconds for more."""
HEAD_CHARS = 200_000
"""Characters within which a whole page opens its body; what does not is a fragment."""
ARTICLE_PARAGRAPHS, PARAGRAPH_CHARS = 3, 80
INDEX_LINES, INDEX_SHARE = 5, 0.4
INDEX_HEADINGS, TEASER_CHARS, TEASER_WORDS = 8, 320, 3
_BLOCKS = frozenset({
    "p", "head", "item", "list", "quote", "table", "row", "cell", "code", "div", "main", "fw", "ab", "body",
})  # fmt: skip
_FLOWING = frozenset({
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i", "ins",
    "kbd", "label", "mark", "nobr", "q", "rp", "rt", "ruby", "s", "samp", "small", "span", "strike", "strong", "sub",
    "sup", "time", "tt", "u", "var", "wbr",
})  # fmt: skip
_UNCLOSED = frozenset({
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr", "p",
    "li", "dt", "dd", "option", "tr", "td", "th", "tbody", "thead", "tfoot", "colgroup",
})  # fmt: skip
"""Elements that are empty or close by themselves."""
_HIDDEN = ("script", "style", "noscript", "template", "svg", "head", "iframe", "textarea")
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9:-]{0,30})")
_SPACES = re.compile(r"[ \t\r\f\v\u00a0]+")


@dataclass(frozen=True, slots=True)
class Extracted:
    """The text of an article: its lines, which of them are headings or nothing but a link, and what the markup claims.

    `trusted`: an extractor found the body; otherwise these are all words of the page.
    """

    lines: tuple[str, ...]
    headings: frozenset[int]
    links: frozenset[int]
    metadata: Metadata
    trusted: bool
    is_index: bool = False


class Extractor(Protocol):
    """Gets the article out of HTML."""

    def __call__(self, source: str) -> Extracted:
        """The article on a page; without lines where there is no text."""
        ...


class HtmlExtractor:
    """The extractor in use."""

    def __init__(self, folder: Path | None = None) -> None:
        """Load the names of metadata; `folder` is a user's ontology."""
        self._metadata = MetadataReader(folder)

    def __call__(self, source: str) -> Extracted:
        """The article on a page; without lines where there is no text."""
        tree = None if len(source) > LARGEST_TREE or nested(source) > DEEPEST else _tree(source)
        if tree is None:
            return Extracted(tuple(plain_lines(source)), frozenset(), frozenset(), Metadata(), trusted=False)
        metadata = self._metadata.read(tree)
        lines = _article(tree, precise=True) or _article(tree, precise=False)
        if not lines:
            return Extracted(tuple(plain_lines(source)), frozenset(), frozenset(), metadata, trusted=False)
        headings = frozenset(index for index, (_, heading) in enumerate(lines) if heading)
        texts = tuple(text for text, _ in lines)
        addresses = {key_of(link.text_content()) for link in tree.iter("a")}
        links = frozenset(index for index, text in enumerate(texts) if key_of(text) in addresses)
        return Extracted(texts, headings, links, metadata, trusted=True, is_index=is_index(tree, metadata, texts, links))


def nested(source: str) -> int:
    """How deeply elements are nested, elements that may stay unclosed not counted. Linear in the length of the source."""
    depth = deepest = 0
    for found in _TAG.finditer(source):
        if found[2].lower() in _UNCLOSED:
            continue
        depth = max(0, depth - 1) if found[1] else depth + 1
        deepest = max(deepest, depth)
    return deepest


def plain_lines(source: str) -> Iterator[str]:
    """All words of a page, one line a block element. Linear in the length of the source, whatever it looks like."""
    text = html.unescape("".join(_pieces(source)))
    for line in text.split("\n"):
        words = _SPACES.sub(" ", line).strip()
        if words:
            yield words


def _pieces(source: str) -> Iterator[str]:
    position, unclosed = 0, set[str]()
    lower = fold(source)
    while (at := source.find("<", position)) >= 0:
        yield source[position:at].replace("\n", " ")
        tag = _TAG.match(source, at)
        if tag is None:
            position = _after(source, at, "-->") if source.startswith("<!--", at) else _after_mark(source, at)
            continue
        name = tag[2].lower()
        position = _after(source, at, ">")
        if not tag[1] and name in _HIDDEN and name not in unclosed:
            closing = lower.find(f"</{name}", position)
            unclosed |= {name} if closing < 0 else set()
            position = _after(source, closing, ">") if closing >= 0 else position
        yield "" if name in _FLOWING else "\n"
    yield source[position:].replace("\n", " ")


def _after(source: str, start: int, mark: str) -> int:
    found = source.find(mark, start)
    return found + len(mark) if found >= 0 else len(source)


def _after_mark(source: str, at: int) -> int:
    """Past a doctype or processing instruction; a lone "<" is passed over alone."""
    return _after(source, at, ">") if source[at + 1 : at + 2] in ("!", "?", "/") else at + 1


def _tree(source: str) -> HtmlElement | None:
    try:
        found = load_html(
            source if "<body" in source[:100_000].lower() else f"<html><body><div>{source}</div></body></html>"
        )
    except (LxmlError, ParserError, ValueError, AssertionError):
        return None
    return found if isinstance(found, HtmlElement) else None


def _article(tree: HtmlElement, *, precise: bool) -> list[tuple[str, bool]]:
    """Lines of the article with whether each is a heading, as trafilatura finds them; empty where it finds none."""
    document = bare_extraction(
        tree, favor_precision=precise, favor_recall=not precise, include_comments=False, with_metadata=False
    )
    body = getattr(document, "body", None)
    return list(_lines(body)) if body is not None else []


def _lines(element: _Element) -> Iterator[tuple[str, bool]]:
    """One line a block of trafilatura's output."""
    pieces: list[str] = [element.text or ""]
    heading = element.tag == "head"
    for child in element:
        if child.tag in _BLOCKS:
            yield from _joined(pieces, heading=heading)
            pieces = [child.tail or ""]
            yield from _lines(child)
        else:
            pieces.append("\n" if child.tag == "lb" else "".join(map(str, child.itertext())))
            pieces.append(child.tail or "")
    yield from _joined(pieces, heading=heading)


def _joined(pieces: list[str], *, heading: bool) -> Iterator[tuple[str, bool]]:
    for line in "".join(pieces).split("\n"):
        words = _SPACES.sub(" ", line).strip()
        if words:
            yield words, heading


def _paragraphs_in_a_row(lines: tuple[str, ...], links: frozenset[int]) -> int:
    """The longest run of lines that are long and no link: teasers stand alone under their titles, paragraphs do not."""
    longest = run = 0
    for index, line in enumerate(lines):
        run = run + 1 if len(line) >= PARAGRAPH_CHARS and index not in links else 0
        longest = max(longest, run)
    return longest


def is_index(tree: HtmlElement, metadata: Metadata, lines: tuple[str, ...], links: frozenset[int]) -> bool:
    """Whether this is a section or front page, whose "article" is teasers of others."""
    if metadata.is_article or _paragraphs_in_a_row(lines, links) >= ARTICLE_PARAGRAPHS:
        return False
    own = [index for index, line in enumerate(lines) if len(line.split()) >= TEASER_WORDS]
    if len(own) >= INDEX_LINES and len(links & set(own)) >= INDEX_SHARE * len(own):
        return True
    titles = tree.xpath("|".join(f".//{name}[.//a or ancestor::a]" for name in ("h2", "h3", "h4")))
    teasers = sum(len(title.text_content().split()) > TEASER_WORDS for title in titles)
    return teasers >= INDEX_HEADINGS and max((len(line) for line in lines), default=0) < TEASER_CHARS
