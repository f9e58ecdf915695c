"""What is known of words when texts are compared for copying: `copies.yaml`."""

from __future__ import annotations

from pathlib import Path

from dragoman.errors import OntologyError
from dragoman.ontology.load import Knowledge, load_file


class CopyWords(Knowledge):
    """What `copies.yaml` holds.

    `empty`: words without meaning of their own, folded. `sounds`: consonants that are taken for one another when names are
    written down again. `numbers`: number words and their value.
    """

    empty: frozenset[str]
    sounds: tuple[str, ...]
    numbers: dict[str, int]


def load_copy_words(folder: Path | None = None) -> CopyWords:
    """The words by which copies are told; a user's file replaces the shipped one. Raises `OntologyError`."""
    found = load_file("copies", CopyWords, folder)
    if not found:
        raise OntologyError(["copies.yaml is missing"])
    return found[-1]
