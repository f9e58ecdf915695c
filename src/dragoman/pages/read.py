"""From paths to pages: files and folders of scraped text, HTML, web archives, exports, tables, feeds, mail, as a stream.

Nothing is ever loaded whole but one page at a time. What cannot be read is a `Drop`, and the rest is read:

    missing, unreadable      no such path; the system does not let us read it
    empty, binary            no text in it
    truncated, corrupt       a gzip file or a record is damaged; what came before the damage is read, and what comes after it
    too-large                larger than `Settings.max_page_bytes`
    broken-json, no-text     a row of an export that is no JSON; that holds no text
    not-a-page, revisit      something that is no news page (an image, a database); a capture that refers to an earlier one
    http-status              an error page in a web archive
    read-already             a folder reached a second time by a link
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from dragoman.ids import content_id
from dragoman.pages.kinds import ADVICE, HEAD, Kind, is_binary, kind_of, suffix_of
from dragoman.pages.rows import Fields, row_pages, table_pages, whole_pages
from dragoman.pages.source import Source
from dragoman.pages.walk import STAGE, Found, walk
from dragoman.pages.warc import OPENING, warc_pages
from dragoman.records import Drop, Page
from dragoman.settings import Settings

NO_FAULT = frozenset({"not-a-page", "revisit", "read-already", "http-status"})
"""Reasons for which nothing is lost: what was passed over is no news page, or is read elsewhere."""


def read_paths(paths: Sequence[Path], settings: Settings) -> Iterator[Page | Drop]:
    """Every page under `paths`, in the order given, folders sorted by name; a fault in one file never stops the rest.

    Raises `OntologyError` or `SettingsError` at once where a knowledge file or a field name is wrong.
    """
    fields = Fields(settings)
    return _read(paths, fields, settings)


def _read(paths: Sequence[Path], fields: Fields, settings: Settings) -> Iterator[Page | Drop]:
    for found in walk(paths):
        if isinstance(found, Drop):
            yield found
            continue
        try:
            yield from _file(found, fields, settings)
        except OSError as error:
            yield Drop(STAGE, "unreadable", found.name, detail=f"{type(error).__name__}: {error.strerror or error}")


def _file(found: Found, fields: Fields, settings: Settings) -> Iterator[Page | Drop]:
    with found.path.open("rb") as file:
        kind = _kind(found, Source(file))
        file.seek(0)
        source = Source(file, OPENING if kind == "warc" else b"")
        if kind == "other":
            detail = ADVICE.get(suffix_of(found.name), "no text, HTML, web archive, export, table, feed or mail")
            yield Drop(STAGE, "not-a-page", found.name, detail=detail)
        elif kind == "warc":
            yield from warc_pages(source, found.name, settings)
        elif kind == "rows":
            yield from row_pages(source, found.name, suffix_of(found.name), fields, settings)
        elif kind == "table":
            yield from table_pages(source, found.name, fields, settings)
        elif kind in ("feed", "mail"):
            yield from whole_pages(source, found.name, kind, fields, settings)
        else:
            yield from _single(source, found.name, kind, settings)
        damage = source.resume()
        if damage:
            yield Drop(STAGE, damage.reason, found.name, detail=f"gzip member at byte {damage.offset}")


def _kind(found: Found, source: Source) -> Kind:
    head = source.read(HEAD)
    return kind_of(found.name, head, given=found.given)


def _single(source: Source, name: str, kind: Kind, settings: Settings) -> Iterator[Page | Drop]:
    content = source.read(settings.max_page_bytes + 1)
    if len(content) > settings.max_page_bytes:
        yield Drop(STAGE, "too-large", name, detail=f"more than {settings.max_page_bytes} bytes")
    elif not content.strip(b"\0 \t\r\n\xef\xbb\xbf"):
        if source.damage is None:
            yield Drop(STAGE, "empty", name)
    elif is_binary(content):
        yield Drop(STAGE, "binary", name)
    else:
        yield Page(content_id("page", name, content), name, content, "html" if kind == "html" else "text")
