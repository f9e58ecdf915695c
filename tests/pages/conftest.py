"""Helpers for tests of the readers."""

import hashlib
from collections.abc import Callable
from pathlib import Path

import pytest

from dragoman.pages.read import read_paths
from dragoman.records import Drop, Page
from dragoman.settings import Settings

Reader = Callable[..., tuple[list[Page], list[Drop]]]


def noise(seed: int, size: int) -> bytes:
    """Bytes of no pattern, the same for the same seed."""
    return hashlib.shake_128(str(seed).encode()).digest(size)


@pytest.fixture
def read() -> Reader:
    """Read paths; returns the pages and the drops, each in order."""

    def reader(*paths: Path, **settings: object) -> tuple[list[Page], list[Drop]]:
        found = list(read_paths(paths, Settings(**settings)))  # type: ignore[arg-type]
        return [item for item in found if isinstance(item, Page)], [item for item in found if isinstance(item, Drop)]

    return reader
