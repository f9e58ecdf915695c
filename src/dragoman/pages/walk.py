"""Which files there are: paths and folders as given, folders in sorted order, each real folder once."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from dragoman.records import Drop

STAGE = "pages"


@dataclass(frozen=True, slots=True)
class Found:
    """A file to read. `name`: its path below the given folder, or its file name where it was given itself."""

    path: Path
    name: str
    given: bool


def walk(paths: Sequence[Path]) -> Iterator[Found | Drop]:
    """Every file under `paths`, hidden ones left out; what cannot be read at all is a drop."""
    seen: set[tuple[int, int]] = set()
    for path in paths:
        yield from _entries(path, printable(path.name or str(path)), seen, given=True)


def printable(name: str) -> str:
    """A file name as text that can be stored: bytes that are no UTF-8 are shown as escapes."""
    return os.fsencode(name).decode("utf-8", "backslashreplace")


def _entries(path: Path, name: str, seen: set[tuple[int, int]], *, given: bool) -> Iterator[Found | Drop]:
    try:
        status = path.stat()
        if stat.S_ISDIR(status.st_mode):
            yield from _folder(path, "" if given else name, (status.st_dev, status.st_ino), seen)
        elif stat.S_ISREG(status.st_mode):
            yield Found(path, name, given)
        else:
            yield Drop(STAGE, "not-a-page", name, detail="neither a file nor a folder")
    except FileNotFoundError:
        reason = "unreadable" if path.is_symlink() else "missing"
        yield Drop(STAGE, reason, name, detail=f"{printable(str(path))} does not exist")
    except OSError as error:
        yield Drop(STAGE, "unreadable", name, detail=f"{type(error).__name__}: {error.strerror}")


def _folder(path: Path, name: str, identity: tuple[int, int], seen: set[tuple[int, int]]) -> Iterator[Found | Drop]:
    if identity in seen:
        yield Drop(STAGE, "read-already", name or printable(path.name), detail="a link to a folder that is read elsewhere")
        return
    seen.add(identity)
    for entry in sorted(os.listdir(path)):  # noqa: PTH208 - names alone, since a folder may hold millions
        if not entry.startswith("."):
            below = f"{name}/{printable(entry)}" if name else printable(entry)
            yield from _entries(path / entry, below, seen, given=False)
