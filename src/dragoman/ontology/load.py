"""Reads knowledge files: YAML, one kind per file or folder, checked by a schema, all problems reported at once.

A user's folder (`Settings.ontology`) has the same layout as `ontology/data`; its entries add to the shipped ones, and
an entry with the id of a shipped one takes its place.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from pathlib import Path
from typing import Any, ClassVar, TypeVar

import yaml
from pydantic import BaseModel, ConfigDict, ValidationError

from dragoman.errors import OntologyError
from dragoman.ids import content_id

DATA = Path(__file__).parent / "data"
KINDS_OF_FILES = (".yaml", ".tsv")
_BOOLEAN = "tag:yaml.org,2002:bool"


class _Loader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]
    """Reads "on", "off", "yes" and "no" as the words they are; only "true" and "false" are truth values."""

    yaml_implicit_resolvers: ClassVar[dict[str, list[tuple[str, Any]]]] = {
        first: [(tag, pattern) for tag, pattern in resolvers if tag != _BOOLEAN or first in "tTfF"]
        for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
    }


class Knowledge(BaseModel):
    """The base of every entry: strict, frozen, no unknown fields."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)
    added_to: ClassVar[frozenset[str]] = frozenset()
    """Fields to whose entries a user's file adds; any other field that it gives takes the place of ours."""


Entry = TypeVar("Entry", bound=Knowledge)


def load_file(kind: str, model: type[Entry], folder: Path | None = None) -> tuple[Entry, ...]:
    """All documents of a kind: `data/KIND.yaml` or every file of `data/KIND/`, then those of the user's folder.

    Each file is one entry of `model` (which may hold a list). Raises `OntologyError` with every problem found.
    """
    problems: list[str] = []
    entries = tuple(_entries(kind, model, folder, problems))
    if problems:
        raise OntologyError(problems)
    return entries


def load_whole(kind: str, model: type[Entry], folder: Path | None = None) -> Entry:
    """The one document of a kind: a user's fields in the place of ours, and ours where the user's file is silent.

    So a file written for an earlier version still holds when fields are added. Raises `OntologyError` with every problem.
    """
    problems: list[str] = []
    merged: dict[str, Any] = {}
    where = f"{kind}.yaml"
    for root in _roots(folder):
        for path in _files(root, kind):
            content, where = _parsed(path, problems), path.name
            if isinstance(content, Mapping):
                merged |= {field: _joined(model, field, merged.get(field), value) for field, value in content.items()}
            elif not problems:
                problems.append(f"{path.name}: a mapping of fields is expected")
    entry = None
    if not merged and not problems:
        problems.append(f"{where} is missing")
    elif not problems:
        entry = _checked(model, merged, where, problems)
    if entry is None:
        raise OntologyError(problems)
    return entry


def load_entries(kind: str, model: type[Entry], folder: Path | None = None, key: str = "id") -> dict[str, Entry]:
    """Entries of a kind by their key, from files that are lists of entries; a user's entry replaces a shipped one.

    Raises `OntologyError` with every problem found, duplicate keys within one folder among them.
    """
    problems: list[str] = []
    entries: dict[str, Entry] = {}
    for root in _roots(folder):
        own: dict[str, Entry] = {}
        for path, number, item in _items(root, kind, problems):
            entry = _checked(model, item, f"{path.name}[{number}]", problems)
            if entry is None:
                continue
            name = getattr(entry, key)
            if name in own:
                problems.append(f"{path.name}[{number}]: {key} {name!r} stands twice")
            own[name] = entry
        entries |= own
    if problems:
        raise OntologyError(problems)
    return entries


def _joined(model: type[Knowledge], field: str, ours: Any, theirs: Any) -> Any:  # noqa: ANN401 - whatever stands there
    both = field in model.added_to and isinstance(ours, Mapping) and isinstance(theirs, Mapping)
    return {**ours, **theirs} if both else theirs


def _roots(folder: Path | None) -> tuple[Path, ...]:
    return (DATA, folder) if folder else (DATA,)


def _files(root: Path, kind: str) -> list[Path]:
    single = root / f"{kind}.yaml"
    return [single] if single.is_file() else sorted((root / kind).glob("*.yaml"))


def _entries(kind: str, model: type[Entry], folder: Path | None, problems: list[str]) -> Iterator[Entry]:
    for root in _roots(folder):
        for path in _files(root, kind):
            entry = _checked(model, _parsed(path, problems), path.name, problems)
            if entry is not None:
                yield entry


def _items(root: Path, kind: str, problems: list[str]) -> Iterator[tuple[Path, int, Any]]:
    for path in _files(root, kind):
        content = _parsed(path, problems)
        if not isinstance(content, list):
            problems.append(f"{path.name}: a list of entries is expected")
            continue
        for number, item in enumerate(content, 1):
            yield path, number, item


def _parsed(path: Path, problems: list[str]) -> Any:  # noqa: ANN401 - whatever stands in the file; the schema checks it
    try:
        return yaml.load(path.read_bytes(), _Loader)  # noqa: S506 - a safe loader
    except (OSError, yaml.YAMLError) as error:
        problems.append(f"{path.name}: {error}")
        return None


def _checked(model: type[Entry], item: object, where: str, problems: list[str]) -> Entry | None:
    if not isinstance(item, Mapping):
        problems.append(f"{where}: a mapping of fields is expected")
        return None
    try:
        return model.model_validate(item)
    except ValidationError as error:
        for fault in error.errors():
            field = ".".join(str(part) for part in fault["loc"])
            problems.append(f"{where}: {field}: {_told(fault['type'], fault['msg'], str(fault['loc'][-1:][0]), model)}")
        return None


def _told(kind: str, message: str, field: str, model: type[Knowledge]) -> str:
    """What is wrong with a field, in words for those who wrote the file."""
    if kind == "missing":
        return "is missing"
    if kind == "extra_forbidden":
        near = get_close_matches(field, model.model_fields)
        return "there is no such field" + (f"; near: {', '.join(near)}" if near else "")
    return message


def ontology_fingerprint(folder: Path | None = None) -> str:
    """A hash of every knowledge file, shipped and the user's own: codings made with other knowledge are told apart."""
    files = [(root, path) for root in _roots(folder) for path in sorted(root.rglob("*.*")) if path.suffix in KINDS_OF_FILES]
    return content_id(*(part for root, path in files for part in (path.relative_to(root).as_posix(), path.read_bytes())))
