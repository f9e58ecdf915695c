"""Which language model is used, and how it is loaded."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import spacy
from spacy.language import Language

from dragoman.errors import ModelError
from dragoman.ids import content_id
from dragoman.settings import Settings

SHIPPED: Final = Path(__file__).parent / "model"
NEEDED: Final = ("POS", "DEP", "HEAD", "LEMMA")


def load_language_model(settings: Settings) -> Language:
    """The pipeline that the settings name (a folder or an installed package), or the one that Dragoman ships.

    Raises `ModelError` where it is not there or cannot be read.
    """
    name = settings.language_model or SHIPPED
    if settings.language_model is None and not SHIPPED.is_dir():
        raise ModelError("is not part of this installation; make it with training/ or set language_model", SHIPPED)
    try:
        return spacy.load(name)
    except (OSError, ValueError, ImportError) as error:
        raise ModelError(str(error), name) from error


def model_fingerprint(settings: Settings) -> str:
    """A hash of the language model's files, so that codings made with another model are told apart."""
    named = settings.language_model
    folder = Path(named) if named and Path(named).is_dir() else SHIPPED
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return content_id(named, *(part for path in files for part in (path.relative_to(folder).as_posix(), path.read_bytes())))
