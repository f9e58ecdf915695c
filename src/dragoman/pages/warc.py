"""Web archives to pages. Records are framed here, so that a damaged one costs itself and not the rest; fastwarc parses each.

What is no page (requests, metadata) is passed over; what could be one and is not (an error page, an image) is a drop, as is
every loss. Reasons are those of `dragoman.pages.read`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO

from fastwarc.warc import ArchiveIterator, WarcRecord, WarcRecordType

from dragoman.ids import content_id
from dragoman.pages.kinds import is_binary, looks_like_html_document
from dragoman.pages.source import CHUNK, Damage, Source
from dragoman.pages.walk import STAGE
from dragoman.records import Drop, Page
from dragoman.settings import Settings

OPENING = b"WARC/"
"""What a record begins with; damage is skipped up to the next one."""
HEADER_LIMIT = 1 << 16
HTTP_OK = 200
_FIELD = re.compile(rb"^([\w-]+):[ \t]*(.*?)[ \t]*\r?$", re.MULTILINE)
_CAPTURES = {b"response", b"resource", b"conversion", b"revisit"}
_KEPT_FIELDS = (b"WARC-Type", b"WARC-Target-URI", b"Content-Type")
_UNTELLING_TYPES = {"", "text/plain", "application/octet-stream"}
_HTML_TYPES = {"text/html", "application/xhtml+xml"}


@dataclass(frozen=True, slots=True)
class _Framed:
    """A record as it stands in the file: its header fields and its block, which is short where the file is damaged."""

    fields: dict[bytes, bytes]
    block: bytes
    length: int

    @property
    def kind(self) -> bytes:
        return self.fields.get(b"warc-type", b"")

    @property
    def address(self) -> str:
        return self.fields.get(b"warc-target-uri", b"").decode("utf-8", "replace").strip("<>")


def warc_pages(source: Source, name: str, settings: Settings) -> Iterator[Page | Drop]:
    """The pages of a web archive, in its order; memory holds one record at a time."""
    number = 0
    _, losses = _to_record(source, f"{name}#1")
    yield from losses
    while (framed := _framed(source, settings.max_page_bytes)) is not None:
        number += 1
        where = f"{name}#{number}"
        damage, losses = _to_record(source, where)
        if framed.kind in _CAPTURES and not _spoilt(framed, damage):
            yield from _capture(framed, damage, where, settings)
        yield from losses


def _to_record(source: Source, where: str) -> tuple[Damage | None, list[Drop]]:
    """Go to the start of the next record; returns the damage met first on the way, and a drop for every loss."""
    first, losses = None, []
    while True:
        lost = _skip_to_opening(source)
        if lost:
            losses.append(Drop(STAGE, "corrupt", where, detail=f"{lost} bytes around this record are no record"))
        damage = source.resume()
        if damage is None:
            return first, losses
        first = first or damage
        losses.append(Drop(STAGE, damage.reason, where, detail=f"gzip member at byte {damage.offset}"))


def _skip_to_opening(source: Source) -> int:
    """Pass over bytes up to a record; returns how many of them are no padding."""
    lost = 0
    while line := source.peek_line(HEADER_LIMIT):
        if line.startswith(OPENING):
            break
        lost += len(line.strip())
        source.skip(len(line))
    return lost


def _framed(source: Source, most: int) -> _Framed | None:
    header = bytearray()
    while line := source.readline(HEADER_LIMIT):
        header += line
        if not line.strip() or len(header) > HEADER_LIMIT:
            break
    if not header:
        return None
    fields = {key.lower(): value for key, value in _FIELD.findall(bytes(header))}
    length = int(fields[b"content-length"]) if fields.get(b"content-length", b"").isdigit() else 0
    if fields.get(b"warc-type") in _CAPTURES and length <= most + HEADER_LIMIT:
        return _Framed(fields, source.read(length), length)
    source.skip(length)
    return _Framed(fields, b"", length)


def _spoilt(framed: _Framed, damage: Damage | None) -> bool:
    """Whether the record stands in a corrupt gzip member: what its bytes say cannot be trusted."""
    return damage is not None and damage.given > 0 and (damage.reason == "corrupt" or not framed.block)


def _capture(framed: _Framed, damage: Damage | None, where: str, settings: Settings) -> Iterator[Page | Drop]:
    """What a capture gives: a page or the reason why not; of a truncated one, its beginning."""
    name = framed.address or where
    if framed.length > settings.max_page_bytes + HEADER_LIMIT:
        yield Drop(STAGE, "too-large", name, detail=f"{where}: {framed.length} bytes")
        return
    if framed.kind == b"revisit":
        yield Drop(STAGE, "revisit", name, detail=f"{where}: the same as an earlier capture")
        return
    yield _page(framed, name, where, settings)
    if len(framed.block) < framed.length and damage is None:
        yield Drop(STAGE, "truncated", name, detail=f"{where}: {len(framed.block)} of {framed.length} bytes")


def _page(framed: _Framed, name: str, where: str, settings: Settings) -> Page | Drop:
    try:
        record = _parsed(framed)
        content = record.reader.read(settings.max_page_bytes + 1)
    except (OSError, ValueError, StopIteration) as error:
        return Drop(STAGE, "corrupt", name, detail=f"{where}: {type(error).__name__}: {error}"[:300])
    status = record.http_headers.status_code if record.http_headers else HTTP_OK
    if status is not None and status != HTTP_OK:
        return Drop(STAGE, "http-status", name, detail=f"{where}: {status}")
    media = _media(record, content)
    reason = _reason(content, media, settings)
    if reason:
        return Drop(STAGE, reason, name, detail=f"{where}: {_content_type(record) or 'no type'}, {len(content)} bytes")
    return Page(
        id=content_id("page", name, content),
        name=name,
        content=content,
        media="html" if media == "html" else "text",
        url=framed.address or None,
        captured=framed.fields.get(b"warc-date", b"").decode("ascii", "replace") or None,
        charset=record.http_charset if record.http_headers else None,
    )


def _parsed(framed: _Framed) -> WarcRecord:
    """The record as fastwarc parses it, transfer and content encodings undone."""
    kept = b"".join(name + b": " + framed.fields.get(name.lower(), b"") + b"\r\n" for name in _KEPT_FIELDS)
    head = b"WARC/1.1\r\n" + kept + b"Content-Length: %d\r\n\r\n" % len(framed.block)
    archive = ArchiveIterator(BytesIO(head + framed.block + b"\r\n\r\n"), parse_http=True, auto_decode="all")
    return next(iter(archive))


def _content_type(record: WarcRecord) -> str:
    if record.http_headers:
        return (record.http_content_type or "").lower()
    return (record.headers.get("Content-Type") or "").split(";")[0].strip().lower()


def _media(record: WarcRecord, content: bytes) -> str:
    """ "html", "text", or "" for what is no page, by the type it was served as; a page served as plain text may be HTML."""
    served = _content_type(record)
    if served in _HTML_TYPES or (served in _UNTELLING_TYPES and looks_like_html_document(content[:CHUNK])):
        return "html"
    return "text" if served == "text/plain" or record.record_type == WarcRecordType.conversion else ""


def _reason(content: bytes, media: str, settings: Settings) -> str | None:
    if not media:
        return "not-a-page"
    if len(content) > settings.max_page_bytes:
        return "too-large"
    if not content.strip(b"\0 \t\r\n"):
        return "empty"
    return "binary" if is_binary(content) else None
