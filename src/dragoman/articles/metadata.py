"""What the markup of an HTML page says about its article: title, authors, date, site, address, language.

Reads JSON-LD (schema.org), `<meta>` tags, and a few elements. Markup is a claim of the page like any other; where the page
also shows it in words, the words win (`dragoman.articles.stage`).
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from lxml.html import HtmlElement

from dragoman.articles.lines import key_of
from dragoman.articles.outlets import Edge
from dragoman.ontology.load import load_entries
from dragoman.ontology.sources import ExportField

_SEPARATOR = re.compile(r"\s+(?:[|–—•·»:-]{1,2}|//)\s+|\s*\|\s*")
_SITES = frozenset({"website", "organization", "newsmediaorganization"})
EDGE_LINES = 12
"""Lines at the top and at the foot of a page (of its halves, where it is short) among which its name stands."""
_DAY = re.compile(
    r"\b\d{4}[-./年] ?\d{1,2}[-./月] ?\d{1,2}|\b\d{1,2}[-./]\d{1,2}[-./]\d{4}"
    r"|\b\d{1,2}\.? \w+,? \d{4}|\w{3,} \d{1,2},? \d{4}"
)
"""A day with its year, as sites write it."""
_DATED = re.compile(r"date|time|publish|posted", re.IGNORECASE)
_SIGNED = re.compile(r"author|\bauth\b|byline|writer|(?:^|\s)by(?:\s|$)", re.IGNORECASE)
LONGEST_SHOWN, LONGEST_TITLE = 100, 400
ALIKE_WORDS, ALIKE = 4, 0.6
"""Words of a heading, and share of them in a title, from which on they are of the same story."""
_ROOT = re.compile(r"/|\.?/?(?:index\.\w+)|https?://[^/?#]+/?")
"""Addresses of front pages."""
LARGEST_JSON = 500_000
NAME_WORDS = 3
"""Words up to which a title that is no heading of the page may be the site's name."""
HEAD_BEFORE, HEAD_AFTER = 6, 20
"""Lines before and after the main heading that make the head of the article."""
PARAGRAPH_CHARS = 160
"""Characters from which on a line is a paragraph, with which the head ends."""
DATE_CHARS = 50
"""Longest line that is taken for a date alone, with its time and what it is the date of."""


@dataclass(frozen=True, slots=True)
class Metadata:
    """Claims of a page's markup; `None` where it claims nothing.

    `head`: what the page shows around its main heading, one line an element, up to the first paragraph: the place where
    bylines and dates stand. `dates`: what elements there that are made for dates say. `titles`: all that it calls itself.
    `publisher`: the site or organisation that its data name beside the article. `edges`: its first and last lines.
    `handle`: what the site is called where it shares its pages, without "@". `names`: what links to its front page, its feed
    and its note of rights call it.
    """

    title: str | None = None
    author: str | None = None
    published: str | None = None
    site: str | None = None
    url: str | None = None
    language: str | None = None
    is_article: bool = False
    head: tuple[str, ...] = ()
    dates: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()
    publisher: str | None = None
    edges: tuple[Edge, ...] = ()
    handle: str | None = None
    names: tuple[str, ...] = ()


class MetadataReader:
    """Reads metadata by the names that the ontology lists."""

    def __init__(self, folder: Path | None = None) -> None:
        """Load the names; `folder` is a user's ontology. Raises `OntologyError`."""
        self._fields = {role: entry.fields for role, entry in load_entries("page_metadata", ExportField, folder).items()}
        self._articles = frozenset(self._fields["article-types"])

    def read(self, tree: HtmlElement) -> Metadata:
        """The metadata of a parsed page."""
        meta = _meta(tree)
        objects = list(_data(tree))
        article = self._schema_article(objects)
        site = self._first(meta, "site") or _publisher(article, objects)
        head = _head(tree)
        stated = (self._first(meta, "title"), _text(article.get("headline")), _element(tree, ".//title"))
        titles = [title[:LONGEST_TITLE] for title in stated if title]
        kind = (self._first(meta, "kind") or "").lower()
        return Metadata(
            title=_title(titles, [_flat(h) for h in tree.iterfind(".//h1")], site),
            author=self._author(tree, meta, article, site),
            published=_text(article.get("datepublished")) or self._first(meta, "published"),
            site=site,
            url=_address(tree) or _absolute(self._first(meta, "address")),
            language=tree.get("lang") or tree.get("xml:lang") or self._first(meta, "language"),
            is_article=bool(article) or kind == "article" or "article:published_time" in meta,
            head=tuple(words for words, _ in head if words),
            dates=tuple(date for _, date in head if date),
            titles=tuple(titles),
            publisher=next((name for item in objects if _is_site(item) and (name := _named(item))), None),
            edges=tuple(_edges(tree)),
            handle=(self._first(meta, "handle") or "").lstrip("@ ") or None,
            names=(*_home(tree), *_feeds(tree), *([rights] if (rights := self._first(meta, "rights")) else [])),
        )

    def _first(self, meta: Mapping[str, str], role: str) -> str | None:
        return next((meta[name] for name in self._fields[role] if meta.get(name)), None)

    def _schema_article(self, objects: Iterable[Mapping[str, Any]]) -> Mapping[str, Any]:
        """The first schema.org article of the page's JSON-LD, with keys in lower case; empty where there is none."""
        for item in objects:
            if not self._articles.isdisjoint(_types(item)):
                return {str(key).lower(): value for key, value in item.items()}
        return {}

    def _author(
        self, tree: HtmlElement, meta: Mapping[str, str], article: Mapping[str, Any], site: str | None
    ) -> str | None:
        for author in (_people(article.get("author")), self._first(meta, "author"), *_signatures(tree)):
            usable = author and len(author) <= LONGEST_SHOWN and "//" not in author
            if author and usable and key_of(author) != key_of(site or ""):
                return author
        return None


def title_without_site(title: str, site: str | None) -> str:
    """A title without the site's name at its end (or start)."""
    pieces = list(_SEPARATOR.finditer(title))
    if not pieces:
        return title
    first, last = title[: pieces[0].start()], title[pieces[-1].end() :]
    if site and key_of(last) and (key_of(last) in key_of(site) or key_of(site) in key_of(last)):
        return title_without_site(title[: pieces[-1].start()], site)
    if site and key_of(first) == key_of(site):
        return title[pieces[0].end() :]
    return title


def _title(titles: list[str], headings: list[str], site: str | None) -> str | None:
    """The heading that the page shows if its titles bear it out, else the first title without the site's name."""
    keys = [key_of(piece) for title in titles for piece in (title, *_SEPARATOR.split(title)) if key_of(piece)]
    for heading in headings:
        own = key_of(heading)
        within = any(own in key or (key in own and len(key) > 8) for key in keys)
        if len(own) > 8 and (within or any(_alike(heading, title) for title in titles)):
            return heading
    usable = [heading for heading in headings if len(heading.split()) > 2]
    named = all(len(title.split()) <= NAME_WORDS for title in titles)
    if titles and not (named and len(usable) == 1):
        return title_without_site(titles[0], site).strip() or None
    return usable[0] if len(usable) == 1 else None


def _alike(heading: str, title: str) -> bool:
    """Whether a heading and a title of several words say the same in other words."""
    own, other = set(heading.casefold().split()), set(title.casefold().split())
    return len(own) >= ALIKE_WORDS and len(own & other) >= ALIKE * len(own)


def _meta(tree: HtmlElement) -> dict[str, str]:
    """Contents of `<meta>` tags by their lower-case names; the first of a name counts."""
    found: dict[str, str] = {}
    for tag in tree.iter("meta"):
        content = " ".join((tag.get("content") or "").split())
        for attribute in ("property", "name", "itemprop", "http-equiv"):
            name = (tag.get(attribute) or "").strip().lower()
            if name and content:
                found.setdefault(name, content)
    return found


def _data(tree: HtmlElement) -> Iterator[Mapping[str, Any]]:
    """Objects of the page's JSON-LD."""
    for script in tree.iterfind('.//script[@type="application/ld+json"]'):
        source = script.text or ""
        if len(source) <= LARGEST_JSON:
            yield from _objects(_loaded(source))


def _types(item: Mapping[str, Any]) -> set[str]:
    types = item.get("@type")
    return {name.lower() for name in (types if isinstance(types, list) else [types]) if isinstance(name, str)}


def _is_site(item: Mapping[str, Any]) -> bool:
    return not _SITES.isdisjoint(_types(item))


def _publisher(article: Mapping[str, Any], objects: Iterable[Mapping[str, Any]]) -> str | None:
    """The name of an article's publisher, also where it is told by reference."""
    stated = article.get("publisher")
    stated = stated[0] if isinstance(stated, list) and stated else stated
    own = stated.get("@id") if isinstance(stated, Mapping) else None
    referred = (_named(item) for item in objects if own and item.get("@id") == own)
    return _named(stated) or next(filter(None, referred), None)


def _home(tree: HtmlElement) -> Iterator[str]:
    """What the page calls the links to its site's front page, in words or under a picture."""
    for link in tree.iterfind(".//a[@href]"):
        if _ROOT.fullmatch(link.get("href", "").strip()):
            pictures = (picture.get("alt") or "" for picture in link.iterfind(".//img"))
            yield from (
                words for said in (_flat(link), link.get("title") or "", *pictures) if (words := " ".join(said.split()))
            )


def _feeds(tree: HtmlElement) -> Iterator[str]:
    """The titles of the feeds that a page names as its own."""
    for link in tree.iterfind('.//link[@rel="alternate"][@title]'):
        if "rss" in (link.get("type") or "") or "atom" in (link.get("type") or ""):
            yield " ".join(link.get("title", "").split())


def _edges(tree: HtmlElement) -> Iterator[Edge]:
    """The page's first lines, with what its first pictures are called, and its last."""
    body = tree.find(".//body")
    lines = [own for element in (body.iter() if body is not None else ()) if (own := _line_of(element))]
    middle = len(lines) // 2
    for words in lines[:middle][:EDGE_LINES]:
        yield "head", words
    for words in lines[middle:][-EDGE_LINES:]:
        yield "tail", words


def _line_of(element: HtmlElement) -> str:
    if not isinstance(element.tag, str) or element.tag in ("script", "style", "noscript", "title"):
        return ""
    if element.tag == "img":
        return " ".join((element.get("alt") or "").split())[:PARAGRAPH_CHARS]
    own = _own_words(element)
    return own if len(own) < 2 * PARAGRAPH_CHARS else ""


def _loaded(source: str) -> Any:  # noqa: ANN401 - whatever the page holds
    try:
        return json.loads(source.strip().removeprefix("<!--").removesuffix("-->").strip().rstrip(";"), strict=False)
    except (ValueError, RecursionError):
        return None


def _objects(item: Any, depth: int = 0) -> Iterator[Mapping[str, Any]]:  # noqa: ANN401
    """Objects of a JSON-LD document, lists and `@graph` opened."""
    if isinstance(item, list) and depth < 4:
        for inner in item:
            yield from _objects(inner, depth + 1)
    elif isinstance(item, Mapping):
        yield item
        for key in ("@graph", "mainEntity", "mainEntityOfPage"):
            if isinstance(item.get(key), (list, Mapping)) and depth < 4:
                yield from _objects(item[key], depth + 1)


def _text(value: Any) -> str | None:  # noqa: ANN401
    if isinstance(value, list) and value:
        value = value[0]
    if isinstance(value, Mapping):
        value = value.get("@value")
    return " ".join(value.split()) or None if isinstance(value, str) else None


def _named(value: Any) -> str | None:  # noqa: ANN401
    if isinstance(value, list) and value:
        value = value[0]
    return _text(value.get("name")) if isinstance(value, Mapping) else _text(value)


def _people(value: Any) -> str | None:  # noqa: ANN401
    people = value if isinstance(value, list) else [value]
    names = [name for name in map(_named, people) if name and "//" not in name]
    return ", ".join(dict.fromkeys(names)) or None


def _signatures(tree: HtmlElement) -> Iterator[str]:
    """Words of elements that are made for authors, in page order, exact ones first."""
    exact = [
        e for e in tree.iter() if isinstance(e.tag, str) and (e.get("rel") == "author" or e.get("itemprop") == "author")
    ]
    marked = [
        e for e in tree.iter() if isinstance(e.tag, str) and (_SIGNED.search(e.get("class") or "") or e.tag == "address")
    ]
    for element in (*exact[:2], *marked[:3]):
        words = _flat(element)
        if words:
            yield words


def _head(tree: HtmlElement) -> list[tuple[str, str | None]]:
    """What the page shows around its main heading: words of each element and, where it is made for a date, the date."""
    lines: list[tuple[str, str | None]] = []
    after = -1
    heading = "h1" if tree.find(".//h1") is not None else "h2"
    for element in tree.iter():
        if not isinstance(element.tag, str) or element.tag in ("script", "style", "noscript", "title"):
            continue
        if element.tag == heading and after < 0:
            after, lines = 0, lines[-HEAD_BEFORE:]
        own = _own_words(element)
        date = _stated(element) or (_bare(own) if after >= 0 else None)
        if not own and not date:
            continue
        if len(own) >= PARAGRAPH_CHARS and after >= 0:
            break
        lines.append((own if len(own) < PARAGRAPH_CHARS else "", date))
        after += after >= 0
        if after > HEAD_AFTER:
            break
    return lines if after >= 0 else []


def _own_words(element: HtmlElement) -> str:
    """Words of an element that holds text of its own; elements that only hold others say nothing themselves."""
    parts = [element.text or "", *(child.tail or "" for child in element)]
    if not any(part.strip() for part in parts) or len(element) > 12:
        return ""
    return _flat(element)


def _stated(element: HtmlElement) -> str | None:
    if element.tag == "time" or element.get("itemprop") == "datePublished" or _DATED.search(element.get("class") or ""):
        return element.get("datetime") or element.get("content") or _flat(element)[:LONGEST_SHOWN] or None
    return None


def _bare(words: str) -> str | None:
    """A line under the heading that is little more than a date, whatever element it stands in."""
    return words if len(words) <= DATE_CHARS and _DAY.search(words) else None


def _element(tree: HtmlElement, path: str) -> str | None:
    found = tree.find(path)
    return _flat(found)[:LONGEST_TITLE] or None if found is not None else None


def _flat(element: HtmlElement) -> str:
    return " ".join(element.text_content().split())


def _address(tree: HtmlElement) -> str | None:
    link = tree.find('.//link[@rel="canonical"]')
    return _absolute(link.get("href")) if link is not None else None


def _absolute(url: str | None) -> str | None:
    return url.strip() if url and re.match(r"https?://[^/\s]", url.strip()) else None
