"""Ids that come from content alone, so that the same pages give the same ids in any run, order or folder."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

ID_LENGTH = 16
"""Hex digits in an id: 64 bits, one expected collision among four billion records."""


def content_id(*parts: str | bytes | int | None) -> str:
    """A short id of the parts in this order. Each part is framed by its length, so ("ab", "c") and ("a", "bc") differ."""
    digest = hashlib.blake2b(digest_size=ID_LENGTH // 2)
    for data in _encoded(parts):
        digest.update(len(data).to_bytes(8, "big"))
        digest.update(data)
    return digest.hexdigest()


def _encoded(parts: Iterable[str | bytes | int | None]) -> Iterable[bytes]:
    for part in parts:
        if isinstance(part, bytes):
            yield b"b" + part
        else:
            yield type(part).__name__.encode()[:1] + str(part).encode("utf-8", "surrogatepass")
