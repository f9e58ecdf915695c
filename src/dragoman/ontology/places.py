"""Places: countries, regions and cities from GeoNames; areas, waters and buildings that the news name, in our own file."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal

from pydantic import Field

from dragoman.ontology.load import DATA, Knowledge, load_entries

SHORT: Final = {"saint": "st", "mount": "mt", "fort": "ft", "county": "co", "township": "twp"}
UNMARKED: Final = str.maketrans(
    {"’": "'", "ø": "o", "ł": "l", "đ": "d", "ı": "i", "ß": "ss", "æ": "ae", "œ": "oe", "ð": "d"}
)
"""Letters that Unicode does not take apart."""


class Region(Knowledge):
    """A place that GeoNames' cities do not hold. `country` is the state that controls it today; `None` for waters, border
    regions and places under dispute (`note` says whose). Degrees are WGS 84, of a point inside.
    """

    id: str
    name: str
    kind: Literal["region", "water", "building", "mountain", "island", "city", "base", "continent"]
    country: str | None = Field(default=None, pattern=r"^[A-Z]{3}$")
    lat: float = Field(ge=-90, le=90)
    lon: float = Field(ge=-180, le=180)
    aliases: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class GazetteerPlace:
    """One entry: `people` is the population (0 where it has no meaning), `region` the first-level region's code inside the
    country ("TX"), `own` says that the place is of our own list. `names` is in how many spellings GeoNames knows a city.
    """

    id: str
    name: str
    country: str | None
    lat: float
    lon: float
    people: int
    kind: str
    region: str = ""
    own: bool = False
    names: int = 0


class Gazetteer:
    """Places by name. A name may mean several; they come in the order of population, our own and the largest first.

    Of GeoNames' table only the keys are read at once; a place is made when it is first asked for.
    """

    def __init__(self, own: Iterable[tuple[tuple[str, ...], GazetteerPlace]], table: str = "") -> None:
        """Our own places with their names, and the table as `gazetteer.tsv` holds it."""
        self._rows = table.splitlines()[1:]
        self._made: dict[int, GazetteerPlace] = {}
        self._own: dict[str, list[GazetteerPlace]] = {}
        for names, place in own:
            for name in names:
                self._own.setdefault(folded(name), []).append(place)
        self._numbers = _index(self._rows)
        regions = (self._place(number) for number, row in enumerate(self._rows) if "\tregion\t" in row)
        self._regions = {(place.country, place.region): place for place in regions if place.region}

    def candidates(self, name: str) -> tuple[GazetteerPlace, ...]:
        """All places of this name, whatever its case, marks and article."""
        key = folded(name)
        found = (*self._own.get(key, ()), *(self._place(number) for number in self._numbers.get(key, ())))
        return tuple(dict.fromkeys(found))

    def region(self, country: str, code: str) -> GazetteerPlace | None:
        """A first-level region by its code."""
        return self._regions.get((country, code))

    def __iter__(self) -> Iterator[GazetteerPlace]:
        """Every place once."""
        yield from dict.fromkeys(place for places in self._own.values() for place in places)
        yield from (self._place(number) for number in range(len(self._rows)))

    def _place(self, number: int) -> GazetteerPlace:
        if number not in self._made:
            self._made[number] = _row_place(self._rows[number])
        return self._made[number]


def _index(rows: Sequence[str]) -> dict[str, list[int]]:
    """The rows by their keys; a row without any has its name in lower case."""
    numbers: dict[str, list[int]] = {}
    for number, row in enumerate(rows):
        _, name, _, _, _, _, _, _, _, keys = row.split("\t")
        for key in keys.split("|") if keys else (name.lower(),):
            numbers.setdefault(key, []).append(number)
    return numbers


def _row_place(row: str) -> GazetteerPlace:
    geonames, name, kind, country, region, lat, lon, people, names, _ = row.split("\t")
    key = f"geonames:{geonames}" if geonames.isdigit() else geonames or ":".join((kind, country, region, name))
    return GazetteerPlace(key, name, country or None, float(lat), float(lon), int(people), kind, region, names=int(names))


def folded(name: str) -> str:
    """The name as it is looked up: lower case, without marks, points and "the"; long words that papers shorten are short."""
    letters = name.lower()
    if not letters.isascii():
        letters = unicodedata.normalize("NFKD", letters.translate(UNMARKED)).encode("ascii", "ignore").decode()
    words = letters.replace(".", " ").replace("-", " ").strip().removeprefix("the ").split()
    return " ".join(SHORT.get(word, word) for word in words)


def load_gazetteer(folder: Path | None = None) -> Gazetteer:
    """Our own regions first, then GeoNames' countries, regions and cities by population (see scripts/make_gazetteer)."""
    return Gazetteer(_regions(folder), (DATA / "gazetteer.tsv").read_text("utf-8"))


def load_regions(folder: Path | None = None) -> dict[str, Region]:
    """Regions, waters and buildings by id."""
    return load_entries("places", Region, folder)


def _regions(folder: Path | None) -> Iterator[tuple[tuple[str, ...], GazetteerPlace]]:
    for entry in load_regions(folder).values():
        place = GazetteerPlace(entry.id, entry.name, entry.country, entry.lat, entry.lon, 0, entry.kind, own=True)
        yield (entry.name, *entry.aliases), place


class Locatives(Knowledge):
    """Prepositions that make a name a place: `at` always, `towards` and `from_` with a word of motion above them.

    `reached` are verbs whose object is a place ("visited Lahore"), `belonging` nouns whose "of" names one ("the airport of
    Lahore"), `striking` nouns that are on or for one ("the raid on Lahore"), `sites` nouns whose owner is one
    ("Goma's airport"). `short_regions` are the ways in which papers shorten regions after a town's name ("Paris, Tex."),
    as country and code.
    Words that a place's name may have besides and the gazetteer not: `region_words` ("Herat province"), `town_words`
    ("the town of Arsal"), `part_words` ("northern Mali"). `county_words` are those that a county may be without.
    """

    id: str
    at: tuple[str, ...]
    towards: tuple[str, ...]
    from_: tuple[str, ...]
    motion: tuple[str, ...]
    reached: frozenset[str] = frozenset()
    belonging: frozenset[str] = frozenset()
    striking: frozenset[str] = frozenset()
    region_words: frozenset[str] = frozenset()
    town_words: frozenset[str] = frozenset()
    sites: frozenset[str] = frozenset()
    part_words: frozenset[str] = frozenset()
    county_words: tuple[str, ...] = ()
    short_regions: dict[str, str] = Field(default_factory=dict)


def load_locatives(folder: Path | None = None, language: str = "en") -> Locatives:
    """The words of place of a language."""
    return load_entries("locatives", Locatives, folder)[language]
