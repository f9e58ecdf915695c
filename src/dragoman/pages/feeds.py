"""Feeds (RSS, Atom) saved as files: one row an item, under the names that exports use."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

TEXTS = ("encoded", "content", "description", "summary")
"""Elements of an item that hold its text, the fullest first."""
FIELDS = {
    "title": "title", "pubdate": "date", "published": "date", "updated": "date", "date": "date", "creator": "author",
    "author": "author", "source": "outlet", "language": "language",
}  # fmt: skip
"""Elements of an item by the field that they fill."""


def feed_rows(content: bytes) -> Iterator[dict[str, str]]:
    """The items of a feed: title, link, date, author, outlet (the feed's title), text; damaged XML as far as it goes."""
    parser = etree.XMLParser(recover=True, resolve_entities=False, no_network=True, huge_tree=False)
    root = etree.fromstring(content.strip(), parser)
    if root is None:
        return
    channel = next((element for element in root.iter() if _name(element) == "channel"), root)
    title = next((_words(child) for child in channel if _name(child) == "title"), "")
    language = next((_words(child) for child in channel if _name(child) == "language"), "")
    for item in root.iter():
        if _name(item) in ("item", "entry"):
            own = _row(item)
            yield {key: value for key, value in ({"outlet": title, "language": language} | own).items() if value}


def _row(item: etree._Element) -> dict[str, str]:
    row: dict[str, str] = {}
    texts: dict[str, str] = {}
    for child in item:
        name, words = _name(child), _words(child)
        if name in TEXTS:
            texts.setdefault(name, words)
        elif name == "link":
            row.setdefault("link", child.get("href") or words)
        elif name in FIELDS and words:
            row.setdefault(FIELDS[name], words)
    text = next((texts[name] for name in TEXTS if texts.get(name)), "")
    return row | {"content": text}


def _name(element: etree._Element) -> str:
    """The name of an element without its namespace, in lower case; empty for comments."""
    return etree.QName(element).localname.lower() if isinstance(element.tag, str) else ""


def _words(element: etree._Element) -> str:
    """What an element says: its words, or the markup within it."""
    name = next((child for child in element if _name(child) == "name"), None)
    if name is not None:
        return _words(name)
    if len(element):
        return "".join([element.text or "", *(etree.tostring(child, encoding="unicode") for child in element)]).strip()
    return (element.text or "").strip()
