"""What a file is: by its name where that says it, by its content where it does not."""

from __future__ import annotations

import re
from pathlib import PurePath
from typing import Literal

Kind = Literal["text", "html", "warc", "rows", "table", "feed", "mail", "other"]

HEAD = 8192
"""Bytes of a file that its kind is told from."""
SUFFIXES: dict[str, Kind] = {
    ".txt": "text", ".text": "text",
    ".html": "html", ".htm": "html", ".xhtml": "html", ".shtml": "html",
    ".warc": "warc", ".wet": "warc",
    ".jsonl": "rows", ".ndjson": "rows", ".json": "rows", ".csv": "table", ".tsv": "table",
    ".mht": "mail", ".mhtml": "mail", ".eml": "mail",
}  # fmt: skip
NOT_PAGES = frozenset({
    ".7z", ".adoc", ".arc", ".avi", ".avif", ".bak", ".bib", ".bin", ".bmp", ".bz2", ".c", ".cdx", ".cdxj",
    ".cfg", ".class", ".conf", ".css", ".db", ".dll", ".doc", ".docx", ".duckdb", ".eot", ".epub", ".exe",
    ".feather", ".gif", ".h", ".ico", ".ics", ".ini", ".ipynb", ".iso", ".jar", ".java", ".jpeg", ".jpg", ".js", ".key",
    ".lock", ".log", ".lz4", ".m4a", ".m4v", ".map", ".md", ".mjs", ".mov", ".mp3", ".mp4", ".mpg",
    ".npy", ".npz", ".odp", ".ods", ".odt", ".ogg", ".ogv", ".onnx", ".opus", ".otf", ".parquet", ".pdf", ".pem", ".pkl",
    ".png", ".ppt", ".pptx", ".ps", ".psd", ".py", ".pyc", ".r", ".rar", ".rb", ".rs", ".rst", ".rtf",
    ".sass", ".scss", ".sh", ".so", ".sql", ".sqlite", ".sqlite3", ".srt", ".sum", ".svg", ".swf", ".tar", ".tex", ".tgz",
    ".tif", ".tiff", ".toml", ".ts", ".ttf", ".vtt", ".wal", ".wasm", ".wat", ".wav", ".webm", ".webp", ".wmv",
    ".woff", ".woff2", ".xls", ".xlsx", ".xsl", ".xz", ".yaml", ".yml", ".zip", ".zst", ".zstd",
})  # fmt: skip
ADVICE = {
    ".zip": "unpack it first", ".tar": "unpack it first", ".tgz": "unpack it first", ".7z": "unpack it first",
    ".rar": "unpack it first", ".bz2": "unpack it first", ".xz": "unpack it first", ".zst": "unpack it first",
    ".pdf": "save its text first", ".doc": "save it as text first", ".docx": "save it as text first",
    ".rtf": "save it as text first", ".odt": "save it as text first", ".xls": "save it as CSV first",
    ".xlsx": "save it as CSV first", ".parquet": "save it as JSONL or CSV first",
}  # fmt: skip
"""What makes pages of files that hold text and are none."""
_MAGIC = (
    b"%PDF", b"PK\x03\x04", b"PK\x05\x06", b"\x89PNG", b"GIF8", b"\xff\xd8\xff", b"RIFF", b"\x7fELF", b"SQLite format 3",
    b"BZh", b"\xfd7zXZ", b"(\xb5/\xfd", b"Rar!", b"7z\xbc\xaf", b"MZ\x90", b"PAR1", b"OggS", b"ID3", b"\xd0\xcf\x11\xe0",
    b"wOFF", b"wOF2",
)  # fmt: skip
_BOMS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
_PROLOGUE = rb"\s*(?:<\?xml[^>]{0,200}\?>\s*)?(?:<!--.{0,2000}?-->\s*)*"
_HTML_START = re.compile(_PROLOGUE + rb"<(?:!doctype\s+html|html[\s>])", re.IGNORECASE | re.DOTALL)
_FEED_START = re.compile(_PROLOGUE + rb"<(?:rss|feed|rdf:rdf)[\s>]", re.IGNORECASE | re.DOTALL)
_XML_START = re.compile(rb"\s*<(?:\?xml\b|urlset[\s>]|sitemapindex[\s>])", re.IGNORECASE)
_TAG = re.compile(
    rb"</?(?:head|body|title|meta|div|p|span|a|br|h[1-6]|ul|li|table|article|section|script|img)[\s>/]", re.IGNORECASE
)
_ROW_START = re.compile(rb'\s*(?:\[\s*)?\{\s*"')
_PRINTABLE_CONTROLS = b"\t\n\x0b\x0c\r\x1b\x85"
_CONTROL = bytes(set(range(1, 32)) - set(_PRINTABLE_CONTROLS))
ENOUGH_TAGS = 4
MOST_CONTROLS = 0.03
MOST_NULS = 0.1
WIDE_NULS = 0.7


def kind_of(name: str, head: bytes, *, given: bool = False) -> Kind:
    """The kind of a file by its name and the first bytes of its (decompressed) content.

    `given`: the user named this very file, so a name that says "no page" is not believed before its content is looked at.
    """
    suffix = suffix_of(name)
    named = SUFFIXES.get(suffix)
    if named == "text":
        return "html" if looks_like_html_document(head) else "text"
    if named:
        return named
    if suffix in NOT_PAGES and not given:
        return "other"
    return kind_of_content(head)


def suffix_of(name: str) -> str:
    """The last suffix of a file's name in lower case, that of compression not counted."""
    path = PurePath(name.lower())
    return PurePath(path.stem).suffix if path.suffix == ".gz" else path.suffix


def kind_of_content(head: bytes) -> Kind:
    """The kind of a file that bears no telling name."""
    if head.startswith(b"WARC/"):
        return "warc"
    if is_binary(head):
        return "other"
    plain = _narrow(head)
    if _FEED_START.match(plain):
        return "feed"
    if _XML_START.match(plain) and not looks_like_html_document(head):
        return "other"
    if _ROW_START.match(plain):
        return "rows"
    return "html" if looks_like_html(head) else "text"


def looks_like_html_document(head: bytes) -> bool:
    """Whether the content begins as an HTML document does."""
    return _HTML_START.match(_narrow(head)) is not None


def looks_like_html(head: bytes) -> bool:
    """Whether the content is an HTML document or a piece of one."""
    plain = _narrow(head)
    return _HTML_START.match(plain) is not None or sum(1 for _ in _TAG.finditer(plain)) >= ENOUGH_TAGS


def is_binary(data: bytes) -> bool:
    """Whether the bytes are no text in any encoding: a known file type, or too many control characters."""
    if data.startswith(_BOMS):
        return False
    if data.startswith(_MAGIC):
        return True
    sample = data[: HEAD * 8]
    if not sample or wide_encoding(sample):
        return False
    nuls = sample.count(0)
    if nuls == len(sample):
        return False
    controls = len(sample) - len(sample.translate(None, _CONTROL))
    return nuls > MOST_NULS * len(sample) or controls > MOST_CONTROLS * len(sample)


def wide_encoding(data: bytes) -> str | None:
    """UTF-16 without a mark of its byte order, told by NUL bytes at every other place; `None` where it is not that."""
    sample = data[: HEAD * 2]
    half = len(sample) // 2
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if half and odd > WIDE_NULS * half and even * 4 < odd:
        return "utf-16-le"
    if half and even > WIDE_NULS * half and odd * 4 < even:
        return "utf-16-be"
    return None


def _narrow(head: bytes) -> bytes:
    """ASCII of wide encodings as single bytes, marks of byte order left out."""
    for bom in _BOMS:
        head = head.removeprefix(bom)
    return head.replace(b"\0", b"")
