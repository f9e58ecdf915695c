"""Exports to pages, one a row.

JSON (one object a line, an array, single objects, or an object that holds a list of them), tables, feeds, mail.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from dragoman.errors import SettingsError
from dragoman.ids import content_id
from dragoman.ontology.load import load_entries
from dragoman.ontology.sources import ExportField
from dragoman.pages.decode import decode
from dragoman.pages.feeds import feed_rows
from dragoman.pages.kinds import looks_like_html
from dragoman.pages.mail import mail_row
from dragoman.pages.source import CHUNK, Source
from dragoman.pages.tables import listed, table_rows
from dragoman.pages.walk import STAGE
from dragoman.records import Drop, Page
from dragoman.settings import Settings

HINTS = ("title", "date", "outlet", "author", "language")
ESCAPED = 6
"""Bytes that one byte of text may take in JSON ("\\u0041")."""
_SURROGATE = re.compile("[\ud800-\udfff]")
_BETWEEN = b" \t\r\n,"
_DECODER = json.JSONDecoder()


class Fields:
    """Where rows keep what: the user's field names first, then those of the usual exports."""

    def __init__(self, settings: Settings) -> None:
        known = load_entries("exports", ExportField, settings.ontology)
        self._names = {role: tuple(_plain(name) for name in entry.fields) for role, entry in known.items()}
        for role, name in settings.field_names:
            if role not in self._names or role == "rows":
                raise SettingsError("field_names", role, sorted(self._names.keys() - {"rows"}))
            self._names[role] = (_plain(name),)

    def get(self, row: Mapping[str, Any], role: str) -> str | None:
        """The text of a role in a row with plain keys, or `None`."""
        for name in self._names[role]:
            value = _down(row, name)
            text = _as_content(value) if role in ("text", "html") else _as_text(value)
            if text and _fits(role, text):
                return text
        return None

    def hold_text(self, columns: Iterable[str]) -> bool:
        """Whether any of these names of columns is one for text."""
        return not {_plain(column) for column in columns}.isdisjoint((*self._names["text"], *self._names["html"]))

    def nested(self, row: Mapping[str, Any]) -> Iterable[Any] | None:
        """The rows that an object holds instead of being one itself, or `None`."""
        for name in self._names["rows"]:
            found = _down(row, name)
            if isinstance(found, Mapping) and name == "_source":
                return [found]
            if isinstance(found, list) and any(isinstance(item, Mapping) for item in found):
                return found
        return None


def table_pages(source: Source, name: str, fields: Fields, settings: Settings) -> Iterator[Page | Drop]:
    """The pages of a table (CSV, TSV); one drop says so where none of its columns holds text."""
    for number, row in table_rows(source, name, settings.max_page_bytes):
        if isinstance(row, Drop):
            yield row
        elif number == 0 and not fields.hold_text(row):
            detail = f"a table without a column of text; its columns: {listed(list(row))}"
            yield Drop(STAGE, "not-a-page", name, detail=detail)
            return
        elif number:
            yield _page(_plain_keys(row), f"{name}#{number}", fields, settings)


def whole_pages(source: Source, name: str, kind: str, fields: Fields, settings: Settings) -> Iterator[Page | Drop]:
    """The pages of a feed, of a page saved with its pictures, of an e-mail: files that are read whole."""
    limit = settings.max_page_bytes * (ESCAPED if kind == "feed" else 1)
    content = source.read(limit + 1)
    if len(content) > limit:
        yield Drop(STAGE, "too-large", name, detail=f"more than {limit} bytes")
        return
    rows = list(feed_rows(content)) if kind == "feed" else [mail_row(content)]
    if not rows:
        yield Drop(STAGE, "not-a-page", name, detail="a feed without items")
    for number, row in enumerate(rows, 1):
        yield _page(_plain_keys(row), f"{name}#{number}" if kind == "feed" else name, fields, settings)


def row_pages(source: Source, name: str, suffix: str, fields: Fields, settings: Settings) -> Iterator[Page | Drop]:
    """The pages of a JSON export. A broken line is a drop and the rest is read; memory holds one object at a time."""
    limit = settings.max_page_bytes * ESCAPED
    start = source.readline(min(limit, CHUNK))
    if suffix in (".jsonl", ".ndjson") or _is_row(start):
        objects = _lines(source, start, name, limit)
    else:
        objects = _documents(source, start, name, limit)
    for number, item in objects:
        if isinstance(item, Drop):
            yield item
        else:
            yield from _pages(item, f"{name}#{number}", fields, settings)


def _is_row(line: bytes) -> bool:
    try:
        return line.endswith(b"\n") and isinstance(json.loads(line), dict)
    except ValueError:
        return False


def _lines(source: Source, line: bytes, name: str, limit: int) -> Iterator[tuple[int, Any]]:
    number = 1
    while line:
        if not line.endswith(b"\n"):
            line += source.readline(limit - len(line))
        whole = line.endswith(b"\n") or source.damage is None
        if len(line) >= limit and not line.endswith(b"\n"):
            source.skip_line()
            yield number, Drop(STAGE, "too-large", f"{name}#{number}", detail=f"a line of more than {limit} bytes")
        elif whole and line.strip():
            yield number, _parsed(line, f"{name}#{number}")
        line = source.readline(limit)
        number += 1


def _parsed(line: bytes, where: str) -> Any:  # noqa: ANN401 - whatever stands in the row
    try:
        return json.loads(decode(line).text.removeprefix("\ufeff"))
    except (ValueError, RecursionError) as error:
        return Drop(STAGE, "broken-json", where, detail=f"{error}"[:300])


def _documents(source: Source, start: bytes, name: str, limit: int) -> Iterator[tuple[int, Any]]:
    """Objects that run over lines: an array of them, one, or several in a row."""
    buffer, number = bytearray(start), 0
    del buffer[: len(buffer) - len(buffer.lstrip(b"\xef\xbb\xbf \t\r\n"))]
    if buffer.startswith(b"["):
        del buffer[0]
    while True:
        _skip_between(buffer, source)
        if buffer.startswith(b"]"):
            return
        item, used = _first(buffer, source, limit)
        if item is None and not used:
            return
        number += 1
        if isinstance(item, _Broken):
            if source.damage is None:
                yield number, Drop(STAGE, item.reason, f"{name}#{number}", detail=item.detail)
            return
        del buffer[:used]
        yield number, item


def _skip_between(buffer: bytearray, source: Source) -> None:
    """Go to the next value: past white space and commas, reading on where the buffer holds nothing else."""
    while True:
        del buffer[: len(buffer) - len(buffer.lstrip(_BETWEEN))]
        more = b"" if buffer else source.read(CHUNK)
        if not more:
            return
        buffer += more


class _Broken:
    """Where reading a JSON document had to stop."""

    def __init__(self, reason: str, detail: str) -> None:
        self.reason, self.detail = reason, f"{detail}; what follows was not read"


def _first(buffer: bytearray, source: Source, limit: int) -> tuple[Any, int]:
    """The first value in the buffer, filled from the source as needed, and the bytes it takes."""
    wanted = CHUNK
    while True:
        if len(buffer) < wanted:
            buffer += source.read(wanted - len(buffer))
        if not buffer:
            return None, 0
        text = bytes(buffer[:wanted]).decode("utf-8", "surrogateescape")
        try:
            item, end = _DECODER.raw_decode(text)
        except json.JSONDecodeError as error:
            if len(buffer) < wanted or not _cut_short(error, text):
                return _Broken("broken-json", f"{error}"[:300]), 0
            if wanted >= limit:
                return _Broken("too-large", f"an object of more than {limit} bytes"), 0
            wanted = min(wanted * 2, limit)
        except RecursionError:
            return _Broken("broken-json", "nested too deeply"), 0
        else:
            return item, len(text[:end].encode("utf-8", "surrogateescape"))


def _cut_short(error: json.JSONDecodeError, text: str) -> bool:
    """Whether the error may come from the end of the text that was at hand, rather than from what stands in it."""
    return error.msg.startswith(("Unterminated", "Invalid \\", "Invalid control")) or error.pos >= len(text) - ESCAPED


def _pages(item: Any, where: str, fields: Fields, settings: Settings, depth: int = 0) -> Iterator[Page | Drop]:  # noqa: ANN401
    if not isinstance(item, Mapping):
        yield Drop(STAGE, "not-a-page", where, detail=f"a row that is no object: {str(item)[:80]!r}")
        return
    row = _plain_keys(item)
    nested = None if fields.get(row, "text") or depth > 1 else fields.nested(row)
    if nested is None:
        yield _page(row, where, fields, settings)
        return
    for number, inner in enumerate(nested, 1):
        below = where if isinstance(row.get("_source"), Mapping) else f"{where}.{number}"
        yield from _pages(inner, below, fields, settings, depth + 1)


def _page(row: Mapping[str, Any], where: str, fields: Fields, settings: Settings) -> Page | Drop:
    url = fields.get(row, "url")
    name = url or where
    text = fields.get(row, "text")
    html = None if text else fields.get(row, "html")
    content = (text or html or "").encode("utf-8")
    if not content.strip():
        return Drop(STAGE, "no-text", name, detail=f"{where} has no field with text")
    if len(content) > settings.max_page_bytes:
        return Drop(STAGE, "too-large", name, detail=f"{len(content)} bytes")
    hints = tuple((role, value) for role in HINTS if (value := fields.get(row, role)))
    marked_up = html is not None or looks_like_html(content[:CHUNK])
    return Page(
        id=content_id("page", name, content),
        name=name,
        content=content,
        media="html" if marked_up else "text",
        url=url,
        captured=fields.get(row, "captured"),
        charset="utf-8",
        hints=hints,
    )


def _plain(key: str) -> str:
    return key.strip().lower().replace("-", "_").replace(" ", "_")


def _plain_keys(row: Mapping[str, Any]) -> dict[str, Any]:
    plain: dict[str, Any] = {}
    for key, value in row.items():
        plain.setdefault(_plain(str(key)), value)
    return plain


def _down(row: Mapping[str, Any], name: str) -> Any:  # noqa: ANN401 - whatever stands in the row
    if name in row:
        return row[name]
    found: Any = row
    for part in name.split("."):
        if not isinstance(found, Mapping):
            return None
        found = _plain_keys(found).get(part)
    return found


def _as_content(value: Any) -> str | None:  # noqa: ANN401 - whatever stands in the row
    """Text of a page: a string as it is, a list of paragraphs with blank lines between them."""
    if isinstance(value, list) and all(isinstance(item, str) for item in value):
        value = "\n\n".join(value)
    return _as_text(value) if isinstance(value, str) else None


def _as_text(value: Any) -> str | None:  # noqa: ANN401 - whatever stands in the row
    """Text of a field: a string as it is, a number as digits, names of a list joined, the name of an object."""
    if isinstance(value, str):
        return _SURROGATE.sub("�", value) if value.strip() else None
    if isinstance(value, list):
        parts = [text.strip() for text in map(_as_text, value) if text]
        return ", ".join(parts) or None
    if isinstance(value, Mapping):
        return next((text for key in ("name", "title", "uri") if (text := _as_text(value.get(key)))), None)
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else None


def _fits(role: str, text: str) -> bool:
    """Whether a text can play the role at all: one field name serves different roles in different exports."""
    is_address = re.match(r"https?://\S+$", text.strip()) is not None
    if role == "url":
        return is_address
    if role == "html":
        return looks_like_html(text.encode("utf-8")[:CHUNK])
    return role == "captured" or not is_address
