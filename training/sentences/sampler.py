"""Fill the annotated sentences of this folder: plain text with labelled name spans, for training the name tagger.

The format of sentences and lists is described in README.md. Same seed, same files: same samples.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import yaml

HERE = Path(__file__).resolve().parent
LABELS = frozenset({"PERSON", "ORG", "GPE", "LOC", "NORP", "FAC", "EVENT", "DATE", "WORK", "PRODUCT"})
PERSON_KINDS = frozenset({"person", "person.short"})

Span = tuple[int, int, str]
Sample = tuple[str, list[Span]]

_MARKUP = re.compile(r"\[(?P<text>[^\[\]]+)\]\((?P<label>[A-Z]+)\)|(?P<slot>\{[^{}]*\})")
_SLOT = re.compile(r"\{(?P<kind>[a-z]+(?:\.[a-z]+)*)(?::(?P<key>[A-Za-z_]+))?(?:#(?P<tie>\d[a-z]?))?\}")
_LEFTOVER = re.compile(r"[\[\]{}]|\]\(")


class FormatError(ValueError):
    """A line of a sentence file or a list that breaks the format; the message names the line."""


@dataclass(frozen=True, slots=True)
class Slot:
    """`{kind:key#tie}`; key is an ISO alpha-3 code or a name culture, tie a scene ("1") or one filler in it ("1a")."""

    kind: str
    key: str | None = None
    tie: str | None = None


Parts = tuple[str | Slot, ...]


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a sentence: unlabelled text, a labelled span, or a bare slot that brings its list's label."""

    parts: Parts
    label: str | None


@dataclass(frozen=True, slots=True)
class Template:
    """A parsed sentence: where it stands, its line, its pieces."""

    source: str
    line: str
    pieces: tuple[Piece, ...]

    @property
    def slots(self) -> list[Slot]:
        """Every slot, those inside labelled spans too."""
        return [part for piece in self.pieces for part in piece.parts if isinstance(part, Slot)]


@dataclass(frozen=True, slots=True)
class Entry:
    """One filler of a list; no countries means that it fits any."""

    countries: frozenset[str]
    parts: Parts


@dataclass(frozen=True, slots=True)
class NameList:
    """Fillers of one kind and the label they bring; no label for lists that only fill labelled spans."""

    label: str | None
    entries: tuple[Entry, ...]

    def choices(self, country: str | None) -> Sequence[Entry]:
        """Entries that fit the country, else those of no country, else all."""
        if country is None:
            return self.entries
        fitting = [entry for entry in self.entries if country in entry.countries or not entry.countries]
        return fitting or self.entries


@dataclass(frozen=True, slots=True)
class NameCulture:
    """How full and short personal names are built, e.g. forms ["{family} {given}"], short "{family}"."""

    given: tuple[str, ...]
    family: tuple[str, ...]
    forms: tuple[str, ...]
    short: str

    def draw(self, rng: random.Random) -> tuple[str, str]:
        """An invented (full, short) name."""
        given, second = rng.sample(self.given, 2)
        family, other = rng.sample(self.family, 2)
        words = {"given": given, "given2": second, "family": family, "family2": other}
        return rng.choice(self.forms).format(**words), self.short.format(**words)


@dataclass(frozen=True, slots=True)
class Lexicon:
    """What slots are filled from: lists by kind, name cultures, and the cultures of each country (ISO alpha-3)."""

    lists: Mapping[str, NameList]
    cultures: Mapping[str, NameCulture]
    culture_of: Mapping[str, tuple[str, ...]]

    def knows(self, slot: Slot) -> bool:
        """Whether the slot's kind and key can be filled."""
        key_known = slot.key is None or slot.key in self.culture_of
        if slot.kind in PERSON_KINDS:
            return key_known or slot.key in self.cultures
        return slot.kind in self.lists and key_known

    def label(self, slot: Slot) -> str | None:
        """The label that a bare slot brings."""
        return "PERSON" if slot.kind in PERSON_KINDS else self.lists[slot.kind].label

    def person(self, key: str | None, rng: random.Random) -> tuple[str, str]:
        """A (full, short) name of a country, a culture, or anywhere."""
        key = key or rng.choice(sorted(self.culture_of))
        culture = key if key in self.cultures else rng.choice(self.culture_of[key])
        return self.cultures[culture].draw(rng)


@dataclass(slots=True)
class _Filling:
    """The choices made for one sentence: which country each scene is in, which filler each tied slot got."""

    lexicon: Lexicon
    rng: random.Random
    country: dict[str, str] = field(default_factory=dict)
    tied: dict[tuple[str, str], str] = field(default_factory=dict)
    people: dict[str, tuple[str, str]] = field(default_factory=dict)

    def value(self, slot: Slot, country: str | None = None) -> str:
        if slot.tie is None:
            return self._draw(slot, slot.key or country)
        scene = self._scene(slot)
        if slot.kind in PERSON_KINDS:
            person = self.people.setdefault(slot.tie, self.lexicon.person(slot.key or scene, self.rng))
            return person[slot.kind == "person.short"]
        if (slot.kind, slot.tie) not in self.tied:
            self.tied[slot.kind, slot.tie] = self._new(slot, slot.key or scene)
        return self.tied[slot.kind, slot.tie]

    def _new(self, slot: Slot, country: str) -> str:
        """A filler that this sentence has not used; from elsewhere where the country's list is too short."""
        used = {value for (kind, _), value in self.tied.items() if kind == slot.kind}
        tries = (self._draw(slot, country if turn < 5 else None) for turn in range(10))
        return next((value for value in tries if value not in used), min(used, default=""))

    def _scene(self, slot: Slot) -> str:
        scene = (slot.tie or "")[0]
        if scene not in self.country:
            free = sorted(set(self.lexicon.culture_of) - set(self.country.values()))
            known = slot.key in self.lexicon.culture_of
            self.country[scene] = slot.key if known and slot.key else self.rng.choice(free)
        return self.country[scene]

    def _draw(self, slot: Slot, country: str | None) -> str:
        if slot.kind in PERSON_KINDS:
            return self.lexicon.person(country, self.rng)[slot.kind == "person.short"]
        entry = self.rng.choice(self.lexicon.lists[slot.kind].choices(country))
        return self.join(entry.parts, country)

    def join(self, parts: Parts, country: str | None = None) -> str:
        return "".join(part if isinstance(part, str) else self.value(part, country) for part in parts)


def parse_parts(text: str, source: str) -> Parts:
    """Split `text {slot} text` into literals and slots."""
    parts: list[str | Slot] = []
    for chunk in re.split(r"(\{[^{}]*\})", text):
        match = _SLOT.fullmatch(chunk)
        if match:
            parts.append(Slot(match["kind"], match["key"], match["tie"]))
        elif _LEFTOVER.search(chunk):
            raise FormatError(f"{source}: bad slot or stray bracket in {chunk!r}")
        elif chunk:
            parts.append(chunk)
    return tuple(parts)


def parse_line(line: str, source: str = "line") -> Template:
    """Parse one annotated sentence; raise FormatError where markup, label or spacing is wrong."""
    pieces: list[Piece] = []
    end = 0
    for match in _MARKUP.finditer(line):
        pieces.append(Piece(parse_parts(line[end : match.start()], source), None))
        pieces.append(_piece(match, source))
        end = match.end()
    pieces.append(Piece(parse_parts(line[end:], source), None))
    return Template(source, line, tuple(piece for piece in pieces if piece.parts))


def _piece(match: re.Match[str], source: str) -> Piece:
    if match["slot"]:
        return Piece(parse_parts(match["slot"], source), None)
    text, label = match["text"], match["label"]
    if label not in LABELS:
        raise FormatError(f"{source}: unknown label {label}")
    if text != text.strip():
        raise FormatError(f"{source}: span {text!r} begins or ends with a space")
    return Piece(parse_parts(text, source), label)


def content_lines(path: Path) -> Iterator[tuple[str, str]]:
    """Yield (source, line) of the lines that are neither blank nor comments."""
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        if line.strip() and not line.startswith("#"):
            yield f"{path.name}:{number}", line.strip()


def read_templates(folder: Path = HERE) -> list[Template]:
    """All annotated sentences of the folder's .txt files, in file and line order."""
    return [parse_line(line, source) for path in sorted(folder.glob("*.txt")) for source, line in content_lines(path)]


def read_list(path: Path) -> NameList:
    """Read one list file: a first line `# label: ORG` (or `-`), then `entry` or `ISO ISO | entry` lines."""
    head = path.read_text(encoding="utf-8").split("\n", 1)[0]
    match = re.fullmatch(r"# label: ([A-Z]+|-)", head)
    if not match or (match[1] != "-" and match[1] not in LABELS):
        raise FormatError(f"{path.name}: first line must be '# label: LABEL' or '# label: -'")
    entries = []
    for source, line in content_lines(path):
        codes, _, text = line.rpartition("|")
        entries.append(Entry(frozenset(codes.split()), parse_parts(text.strip(), source)))
    return NameList(None if match[1] == "-" else match[1], tuple(entries))


def read_lexicon(folder: Path = HERE / "lists") -> Lexicon:
    """Read every list, the countries and the personal names of a lists folder."""
    lists = {path.stem: read_list(path) for path in sorted(folder.glob("*.txt"))}
    rows = [line.split("\t") for _, line in content_lines(folder / "countries.tsv")]
    for column, (kind, label) in enumerate([("gpe", "GPE"), ("demonym", "NORP"), ("capital", "GPE")], start=1):
        lists[kind] = NameList(label, tuple(_column(rows, column)))
    bare = tuple(Entry(e.countries, (str(e.parts[0]).removeprefix("the "),)) for e in lists["gpe"].entries)
    lists["gpe.bare"] = NameList("GPE", bare)
    return Lexicon(lists, _read_cultures(folder / "persons.yaml"), {row[0]: tuple(row[4].split()) for row in rows})


def _column(rows: Sequence[Sequence[str]], column: int) -> Iterator[Entry]:
    for row in rows:
        for name in filter(None, row[column].split("; ")):
            yield Entry(frozenset({row[0]}), (name,))


def _read_cultures(path: Path) -> dict[str, NameCulture]:
    raw = yaml.safe_load(path.read_text(encoding="utf-8"))
    return {name: _culture(spec) for name, spec in raw.items()}


def _culture(spec: Mapping[str, str | list[str]]) -> NameCulture:
    def names(key: str) -> tuple[str, ...]:
        return tuple(word.replace("_", " ") for word in str(spec[key]).split())

    return NameCulture(names("given"), names("family"), tuple(spec["forms"]), str(spec["short"]))


def fill(template: Template, lexicon: Lexicon, rng: random.Random) -> Sample:
    """One sample of a template: its text and its (start, end, label) spans, ordered, without overlap."""
    filling = _Filling(lexicon, rng)
    text, spans = "", []
    for piece in template.pieces:
        value = filling.join(piece.parts)
        label = piece.label
        if label is None and len(piece.parts) == 1 and isinstance(piece.parts[0], Slot):
            label = lexicon.label(piece.parts[0])
        if text.lower().endswith("a(n) "):
            text = text[: -len("(n) ")] + ("n " if value[:1] in "AEIOaeio" else " ")
        start = len(text) + (len("the ") if label and value.startswith("the ") else 0)
        text += value
        if label:
            spans.append((start, len(text), label))
    return text[:1].upper() + text[1:], spans


def sample(seed: int, n: int, folder: Path = HERE) -> Iterator[Sample]:
    """Yield n samples; every template is used once before any is used again, and slotless ones only once."""
    rng = random.Random(seed)  # noqa: S311
    templates, lexicon = read_templates(folder), read_lexicon(folder / "lists")
    made = 0
    while made < n and templates:
        for template in rng.sample(templates, len(templates))[: n - made]:
            yield fill(template, lexicon, rng)
            made += 1
        templates = [template for template in templates if template.slots]
