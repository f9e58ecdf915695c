"""Values as text that breaks no table and that no terminal obeys."""

from __future__ import annotations

import json
import re
from typing import Any

LIST_SEPARATOR = "; "
_OBEYED = re.compile(r"[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
"""Control characters, and those that turn the direction of writing."""


def json_line(value: Any) -> str:  # noqa: ANN401 - anything that JSON holds
    """One value in one line, text as it is."""
    return json.dumps(value, ensure_ascii=False, allow_nan=False)


def cell(value: Any) -> str:  # noqa: ANN401 - any column's value
    """A value as the text of a cell: one line, no control characters, empty where it is missing."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list | tuple):
        return LIST_SEPARATOR.join(cell(item) for item in value)
    return clean(str(value))


def clean(text: str) -> str:
    """The text in one line, without what a terminal would obey."""
    return _OBEYED.sub("", " ".join(text.split()))
