"""What is known of words when texts are compared: `copies.yaml`, `differences.yaml`."""

from __future__ import annotations

from pathlib import Path

from dragoman.ontology.load import Knowledge, load_whole


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
    return load_whole("copies", CopyWords, folder)


class DifferenceCues(Knowledge):
    """What `differences.yaml` holds: words that deny, that leave in doubt, that say who says so."""

    negation: frozenset[str]
    doubt: frozenset[str]
    attribution: frozenset[str]


def load_difference_cues(folder: Path | None = None) -> DifferenceCues:
    """The words by which tellings are compared; a user's file replaces the shipped one. Raises `OntologyError`."""
    return load_whole("differences", DifferenceCues, folder)
