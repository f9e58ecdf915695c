"""Everything that Dragoman raises on purpose.

    DragomanError
    ├── InputError            a page, file or folder cannot be read       (.path)
    │   └── EncodingError     bytes that are no text in any likely encoding
    ├── ArchiveError          the archive cannot be used                  (.path, .advice)
    │   ├── DamagedArchiveError    the file is there and broken
    │   └── NewerArchiveError written by a later version                  (.found, .known)
    ├── OntologyError         a knowledge file is wrong                   (.problems: all at once)
    ├── ModelError            the language model is missing or unusable   (.path)
    ├── PipelineError         stages do not fit together
    ├── QueryError            a filter or id that cannot be answered      (.value, .choices)
    ├── EvaluationError       a test set is missing or malformed          (.path, .line)
    └── SettingsError         a setting has a wrong value                 (.name, .value, .choices)

Each says what is wrong, where, and what to do.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any


class DragomanError(Exception):
    """The root of the tree above."""

    def __reduce__(self) -> tuple[Any, ...]:
        """Errors travel from worker processes whole, whatever their constructors take."""
        return _rebuilt, (type(self), self.args, self.__dict__)


def _rebuilt(kind: type[DragomanError], args: tuple[Any, ...], fields: dict[str, Any]) -> DragomanError:
    error = kind.__new__(kind)
    error.args = args
    error.__dict__.update(fields)
    return error


class InputError(DragomanError):
    """A page, file or folder cannot be read."""

    def __init__(self, message: str, path: str | Path) -> None:
        super().__init__(f"{path}: {message}")
        self.path = str(path)


class EncodingError(InputError):
    """Bytes that are no text in any likely encoding."""


class ArchiveError(DragomanError):
    """The archive cannot be used."""

    def __init__(self, message: str, path: str | Path, advice: str = "") -> None:
        super().__init__(f"{path}: {message}" + (f" ({advice})" if advice else ""))
        self.path = str(path)
        self.advice = advice


class DamagedArchiveError(ArchiveError):
    """The archive is there and broken."""


class NewerArchiveError(ArchiveError):
    """The archive was written by a later version of Dragoman."""

    def __init__(self, path: str | Path, found: int, known: int) -> None:
        super().__init__(f"schema version {found}, this Dragoman knows {known}", path, "update Dragoman")
        self.found = found
        self.known = known


class OntologyError(DragomanError):
    """One or more knowledge files are wrong; every problem is listed, not only the first."""

    def __init__(self, problems: Sequence[str]) -> None:
        count = "1 problem" if len(problems) == 1 else f"{len(problems)} problems"
        super().__init__("\n".join([f"{count} in the ontology:", *problems]))
        self.problems = tuple(problems)


class ModelError(DragomanError):
    """The language model is missing or unusable."""

    def __init__(self, message: str, path: str | Path) -> None:
        super().__init__(f"language model {path}: {message}")
        self.path = str(path)


class PipelineError(DragomanError):
    """Stages that do not fit together, found before any work starts."""


class QueryError(DragomanError):
    """A filter or an id that cannot be answered."""

    def __init__(self, message: str, value: str, choices: Iterable[str] = ()) -> None:
        super().__init__(_with_choices(message, choices))
        self.value = value
        self.choices = tuple(choices)


class EvaluationError(DragomanError):
    """A test set is missing or malformed."""

    def __init__(self, message: str, path: str | Path, line: int | None = None) -> None:
        super().__init__(f"{path}{f':{line}' if line else ''}: {message}")
        self.path = str(path)
        self.line = line


class SettingsError(DragomanError):
    """A setting has a wrong value."""

    def __init__(self, name: str, value: str, choices: Iterable[str] = ()) -> None:
        super().__init__(_with_choices(f"setting {name}: {value!r} is not valid", choices))
        self.name = name
        self.value = value
        self.choices = tuple(choices)


def _with_choices(message: str, choices: Iterable[str]) -> str:
    listed = ", ".join(choices)
    return f"{message}; choose from: {listed}" if listed else message
