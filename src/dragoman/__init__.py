"""Reads news pages about international politics and leaves an archive of coded events, each traced to its words.

import dragoman

dragoman.read(["pages/"], "my.db")
with dragoman.open("my.db") as archive:
    for event in archive.events(dragoman.Filter(actor=("RUS",), type=("SANCTION",))):
        print(event.date, event.status, event.sources, event.targets)
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from dragoman.errors import DragomanError
from dragoman.query.filters import Filter
from dragoman.records import Annotation, Drop
from dragoman.settings import DEFAULT_ARCHIVE, Settings

if TYPE_CHECKING:
    from dragoman.pipeline import Progress, Summary
    from dragoman.query.query import Query

__version__ = "0.1.0"
__all__ = ["DragomanError", "Filter", "Settings", "__version__", "annotate", "open", "read"]


@contextmanager
def open(path: str | Path = DEFAULT_ARCHIVE) -> Iterator[Query]:  # noqa: A001 - what a reader of the archive expects to call
    """The archive's reader, for use in a `with` statement; others may write meanwhile. Raises `ArchiveError`."""
    from dragoman.query.query import Query
    from dragoman.store.archive import Archive

    with Archive.open_to_read(Path(path)) as archive:
        yield Query(archive)


def read(
    paths: Sequence[str | Path],
    archive: str | Path = DEFAULT_ARCHIVE,
    settings: Settings | None = None,
    progress: Callable[[Progress], None] | None = None,
) -> Summary:
    """Read, code and store the pages under `paths`; what is stored already is passed by. Raises `ArchiveError`."""
    from dragoman import pipeline

    return pipeline.read([Path(path) for path in paths], Path(archive), settings or Settings(), progress)


def annotate(paths: Sequence[str | Path], settings: Settings | None = None) -> Iterator[Annotation | Drop]:
    """What is read on the pages before anything is coded: body, actors, dates, places. Nothing is stored."""
    from dragoman import pipeline

    return pipeline.annotate([Path(path) for path in paths], settings or Settings())
