"""Fields that a text file carries above its text: front matter, the head of an e-mail, lines as scrapers write them.

Title: Ministers meet in Oslo            ---
Source: Bay Herald                       title: Ministers meet in Oslo
Date: 2021-03-02                         date: 2021-03-02
                                         ---
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from dragoman.pages.rows import HINTS, Fields

FEWEST = 2
"""Fields of known names from which on the first lines of a file are its header."""
LONGEST = 4000
"""Code points within which a header ends."""
_FIELD = re.compile(r"(?P<name>[A-Za-z][\w -]{0,24}):[ \t]+(?P<value>\S.*)")
_FENCE = re.compile(r"-{3,}\s*")
_ADDRESS = re.compile(
    r"[\s\ufeff]*(?P<url>https?://(?:[\w-]+\.)+[\w-]{2,}(?::\d+)?(?:/\S*)?)[ \t]*(?:[\r\n]|$)", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Header:
    """What a file says of its text by role (title, date, outlet, author, language, url), and where the text begins."""

    stated: dict[str, str]
    end: int


def leading_address(text: str) -> str | None:
    """The address that stands alone in the first line of a text: whoever saved the page put it there; or `None`."""
    found = _ADDRESS.match(text)
    return found["url"] if found else None


def read_header(text: str, fields: Fields) -> Header | None:
    """The header of a text, or `None` where its first lines are no fields, or too few of known names."""
    position = len(text) - len(text.lstrip("\ufeff \t\r\n"))
    row: dict[str, str] = {}
    name, fenced = "", False
    for line in text[position : position + LONGEST].splitlines(keepends=True):
        bare = line.strip()
        if _FENCE.fullmatch(bare) and not row and not fenced:
            fenced = True
        elif found := _FIELD.fullmatch(bare):
            name = found["name"].lower().replace("-", "_").replace(" ", "_")
            row[name] = found["value"].strip("'\"")
        elif name and bare and line[0] in " \t":
            row[name] += f" {bare}"
        else:
            position += len(line) if _FENCE.fullmatch(bare) else 0
            break
        position += len(line)
    stated = {role: value for role in (*HINTS, "url") if (value := fields.get(row, role))}
    return Header(stated, position) if len(stated) >= FEWEST else None
