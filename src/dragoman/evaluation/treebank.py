"""Reads annotated text back into what it was annotated on: raw text in paragraphs, with the place of every gold word.

Understands CoNLL-U (the text stands in comments; paragraphs begin at `# newpar`) and files of two columns, where text must
be put together from the words. In a file that marks no paragraphs each block between blank lines is taken as one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from dragoman.errors import EvaluationError
from dragoman.records import Article, Block


@dataclass(frozen=True, slots=True)
class GoldWord:
    """An annotated word: its code points in the text, its columns, the number of its sentence."""

    start: int
    end: int
    columns: tuple[str, ...]
    sentence: int


@dataclass(frozen=True, slots=True)
class GoldText:
    """One document of a test set: its raw text, the ranges of its paragraphs, its words."""

    name: str
    text: str
    paragraphs: tuple[tuple[int, int], ...]
    words: tuple[GoldWord, ...]

    def article(self) -> Article:
        """The document as an article of body paragraphs only."""
        blocks = tuple(Block(start, end, "body", "test set") for start, end in self.paragraphs)
        none = (None,) * 4
        return Article(self.name, self.name, self.name, *none, None, None, "en", None, self.text, blocks)


@dataclass(slots=True)
class _Sentence:
    rows: list[tuple[str, ...]]
    text: str | None
    opens_document: bool
    opens_paragraph: bool
    line: int


class _Builder:
    """Lays sentences one after the other into a text; `marked` says whether the file marks its paragraphs."""

    def __init__(self, name: str, *, marked: bool) -> None:
        self.name = name
        self.marked = marked
        self.parts: list[str] = []
        self.length = 0
        self.paragraphs: list[list[int]] = []
        self.words: list[GoldWord] = []
        self.sentences = 0
        self.glued = False

    def add(self, text: str, places: Sequence[tuple[int, int]], rows: Sequence[tuple[str, ...]], new: bool) -> None:
        separator = "" if not self.length else "\n\n" if new else "" if self.glued else " "
        start = self.length + len(separator)
        self.parts += [separator, text]
        self.length = start + len(text)
        if new or not self.paragraphs:
            self.paragraphs.append([start, self.length])
        self.paragraphs[-1][1] = self.length
        for (first, last), row in zip(places, rows, strict=True):
            self.words.append(GoldWord(start + first, start + last, row, self.sentences))
        self.sentences += 1
        self.glued = bool(rows) and "SpaceAfter=No" in rows[-1][-1]

    def built(self) -> GoldText:
        paragraphs = tuple((start, end) for start, end in self.paragraphs)
        return GoldText(self.name, "".join(self.parts), paragraphs, tuple(self.words))


def read_gold(path: Path) -> Iterator[GoldText]:
    """The documents of a file, or of all files of a folder in the order of their names.

    Raises `EvaluationError` where there is nothing to read, or where words cannot be found in their text.
    """
    files = sorted(p for p in path.iterdir() if p.is_file()) if path.is_dir() else [path]
    if not files:
        raise EvaluationError("the folder is empty", path)
    for file in files:
        yield from _read_file(file)


def _read_file(path: Path) -> Iterator[GoldText]:
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise EvaluationError(str(error), path) from error
    builder = _Builder(path.name, marked=any(line.startswith("# newpar") for line in lines))
    for number, sentence in enumerate(_sentences(lines, path)):
        if sentence.opens_document and builder.words:
            yield builder.built()
            builder = _Builder(f"{path.name}#{number}", marked=builder.marked)
        _lay(builder, sentence, path)
    if not builder.words:
        raise EvaluationError("holds no annotated words", path)
    yield builder.built()


def _sentences(lines: Sequence[str], path: Path) -> Iterator[_Sentence]:
    current = _Sentence([], None, False, False, 1)
    for number, line in enumerate([*lines, ""], 1):
        if not line.strip():
            if current.rows:
                yield current
                current = _Sentence([], None, False, False, number + 1)
        elif line.startswith("# ") or (line.startswith("#") and "\t" not in line):
            _comment(current, line)
        else:
            current.rows.append(_row(line, path, number))


def _comment(sentence: _Sentence, line: str) -> None:
    key, _, value = line[1:].partition("=")
    if key.strip() == "text":
        sentence.text = value.strip()
    sentence.opens_document |= key.split()[:1] == ["newdoc"]
    sentence.opens_paragraph |= key.split()[:1] == ["newpar"]


def _row(line: str, path: Path, number: int) -> tuple[str, ...]:
    row = tuple(line.split("\t")) if "\t" in line else tuple(line.split())
    if len(row) < 2:
        raise EvaluationError("a word and a tag are expected", path, number)
    return row


def _lay(builder: _Builder, sentence: _Sentence, path: Path) -> None:
    if sentence.text is None:
        text, places = detokenised([row[0] for row in sentence.rows])
        builder.add(text, places, sentence.rows, new=True)
        return
    rows = [row for row in sentence.rows if row[0].isdigit()]
    try:
        places = _places(sentence.text, sentence.rows)
    except ValueError as error:
        raise EvaluationError(f"a word is not in its text ({error})", path, sentence.line) from error
    builder.add(sentence.text, places, rows, sentence.opens_paragraph or sentence.opens_document or not builder.marked)


def _places(text: str, rows: Sequence[tuple[str, ...]]) -> list[tuple[int, int]]:
    """Where each word stands; the words of a multiword token share its letters out between them, or all stand for it."""
    places: list[tuple[int, int]] = []
    at, covered = 0, 0
    for row in rows:
        number = row[0]
        if "-" in number:
            first, covered = (int(n) for n in number.split("-"))
            start = text.index(row[1], at)
            at = start + len(row[1])
            forms = [r[1] for r in rows if r[0].isdigit() and first <= int(r[0]) <= covered]
            places += _shares(start, row[1], forms)
        elif number.isdigit() and int(number) > covered:
            start = text.index(row[1], at)
            at = start + len(row[1])
            places.append((start, at))
    return places


def _shares(start: int, token: str, forms: Sequence[str]) -> Iterator[tuple[int, int]]:
    if "".join(forms).lower() != token.lower():
        yield from ((start, start + len(token)) for _ in forms)
        return
    for form in forms:
        yield start, start + len(form)
        start += len(form)


_NO_SPACE_BEFORE = re.compile(r"[.,;:!?)\]}%’”]|'(?:s|re|ve|ll|d|m)?|n't|''|\.\.\.")
_NO_SPACE_AFTER = re.compile(r"[(\[{$£€“‘#]|``")


def detokenised(words: Sequence[str]) -> tuple[str, list[tuple[int, int]]]:
    """Words put together as they would be printed, and where each stands. Straight quotes open and close in turn."""
    text, places = "", list[tuple[int, int]]()
    glue, open_quote = True, False
    for word in words:
        quote = word == '"'
        if text and not glue and not _NO_SPACE_BEFORE.fullmatch(word) and not (quote and open_quote):
            text += " "
        places.append((len(text), len(text) + len(word)))
        text += word
        open_quote = open_quote != quote
        glue = bool(_NO_SPACE_AFTER.fullmatch(word)) or (quote and open_quote)
    return text, places
