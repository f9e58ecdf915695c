"""Bytes of a file as a stream, plain or gzip, that never fails on damage: it notes the loss and reads on where it can.

A damaged gzip member ends the stream as a file's end would; `Source.resume` then tells what was lost and goes on with the
next sound member. What a member gave before it broke is kept.
"""

from __future__ import annotations

import zlib
from collections.abc import Generator, Iterator
from dataclasses import dataclass
from os import SEEK_CUR
from typing import BinaryIO

CHUNK = 1 << 16
SLICE = 1 << 11
"""Compressed bytes fed to zlib at a time: what zlib had decoded of a slice is lost when the slice is damaged."""
GZIP_MAGIC = b"\x1f\x8b\x08"
RESERVED_FLAGS = 0xE0
GZIP_WBITS = 31


@dataclass(frozen=True, slots=True)
class Damage:
    """A part of a file that could not be read: "truncated" or "corrupt".

    `offset`: the byte in the file where the damaged gzip member begins. `given`: decompressed bytes it gave before it broke.
    """

    reason: str
    offset: int
    given: int


class Source:
    """A stream of decompressed bytes. Every read is short where the file ends or is damaged; `damage` then says which."""

    def __init__(self, file: BinaryIO, opening: bytes = b"") -> None:
        """Read `file` from its start. `opening`: what a gzip member must begin with to be read on from after damage."""
        self._chunks = _chunks(file, opening)
        self._buffer = bytearray()
        self.damage: Damage | None = None

    def read(self, size: int) -> bytes:
        """Up to `size` bytes; fewer only at the end or at damage."""
        while len(self._buffer) < size and self._fill():
            pass
        return self._take(size)

    def readline(self, limit: int) -> bytes:
        """A line with its line feed, or its first `limit` bytes."""
        return self._take(self._line_length(limit))

    def peek_line(self, limit: int) -> bytes:
        """What `readline` would return, left in place."""
        return bytes(self._buffer[: self._line_length(limit)])

    def skip(self, size: int) -> int:
        """Pass over up to `size` bytes; returns how many there were."""
        left = size
        while left > 0 and (passed := len(self.read(min(left, CHUNK)))):
            left -= passed
        return size - left

    def skip_line(self) -> None:
        """Pass over the rest of the current line."""
        while (part := self.readline(CHUNK)) and not part.endswith(b"\n"):
            pass

    def resume(self) -> Damage | None:
        """Once all before it is read, take note of the damage and go on after it; `None` where there is none."""
        if self._buffer:
            return None
        damage, self.damage = self.damage, None
        return damage

    def _line_length(self, limit: int) -> int:
        seen = 0
        while True:
            at = self._buffer.find(b"\n", seen, limit)
            if at >= 0:
                return at + 1
            seen = len(self._buffer)
            if seen >= limit or not self._fill():
                return min(len(self._buffer), limit)

    def _fill(self) -> bool:
        if self.damage is not None:
            return False
        chunk = next(self._chunks, b"")
        if isinstance(chunk, Damage):
            self.damage = chunk
            return False
        self._buffer += chunk
        return bool(chunk)

    def _take(self, size: int) -> bytes:
        taken = bytes(self._buffer[:size])
        del self._buffer[:size]
        return taken


def is_gzip(head: bytes) -> bool:
    """Whether a file that begins with `head` is gzip."""
    return head.startswith(GZIP_MAGIC)


def _chunks(file: BinaryIO, opening: bytes) -> Iterator[bytes | Damage]:
    head = file.read(len(GZIP_MAGIC))
    file.seek(0)
    if is_gzip(head):
        yield from _inflated(file, opening)
        return
    while chunk := file.read(CHUNK):
        yield chunk


def _inflated(file: BinaryIO, opening: bytes) -> Iterator[bytes | Damage]:
    start: int | None = 0
    while start is not None:
        damage = yield from _member(file, start)
        if damage:
            yield damage
            start = _next_member(file, start + 1, opening)
        else:
            start = _after_padding(file)


def _member(file: BinaryIO, start: int) -> Generator[bytes, None, Damage | None]:
    """Give out the member at `start` and leave the file after it; returns the damage, if it is damaged."""
    inflate = zlib.decompressobj(GZIP_WBITS)
    file.seek(start)
    given = 0
    while not inflate.eof:
        compressed = inflate.unconsumed_tail or file.read(SLICE)
        if not compressed:
            return Damage("truncated", start, given)
        try:
            data = inflate.decompress(compressed, CHUNK)
        except zlib.error:
            return Damage("corrupt", start, given)
        if data:
            given += len(data)
            yield data
    file.seek(-len(inflate.unused_data), SEEK_CUR)
    return None


def _after_padding(file: BinaryIO) -> int | None:
    """The offset of the next byte that is not NUL, which tools pad with; `None` at the end."""
    while chunk := file.read(CHUNK):
        rest = chunk.lstrip(b"\0")
        if rest:
            return file.tell() - len(rest)
    return None


def _next_member(file: BinaryIO, position: int, opening: bytes) -> int | None:
    """The offset of the first sound member from `position` on that begins with `opening`; `None` where there is none."""
    if not opening:
        return None
    for candidate in _magic_offsets(file, position):
        file.seek(candidate)
        try:
            begins = zlib.decompressobj(GZIP_WBITS).decompress(file.read(SLICE), len(opening))
        except zlib.error:
            continue
        if begins == opening:
            return candidate
    return None


def _magic_offsets(file: BinaryIO, position: int) -> Iterator[int]:
    kept = len(GZIP_MAGIC)
    while True:
        file.seek(position)
        chunk = file.read(CHUNK)
        if len(chunk) <= kept:
            return
        at = chunk.find(GZIP_MAGIC)
        while 0 <= at < len(chunk) - kept:
            if not chunk[at + kept] & RESERVED_FLAGS:
                yield position + at
            at = chunk.find(GZIP_MAGIC, at + 1)
        position += len(chunk) - kept
