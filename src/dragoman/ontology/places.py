"""Places: cities from GeoNames, and regions, waters and buildings that the news name, in files of our own."""

from __future__ import annotations

import csv
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from pydantic import Field

from dragoman.ontology.load import DATA, Knowledge, load_entries


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
    """One entry: `people` is the population (0 where it has no meaning)."""

    id: str
    name: str
    country: str | None
    lat: float
    lon: float
    people: int
    kind: str


class Gazetteer:
    """Places by name. A name may mean several; they come in the order of population, the largest first."""

    def __init__(self, places: Mapping[str, tuple[GazetteerPlace, ...]]) -> None:
        self._places = places

    def candidates(self, name: str) -> tuple[GazetteerPlace, ...]:
        """All places of this name, whatever its case, marks and article."""
        return self._places.get(folded(name), ())

    def best(self, name: str, countries: frozenset[str] = frozenset()) -> GazetteerPlace | None:
        """The place most likely meant: one in a country that the text names, else the largest."""
        found = self.candidates(name)
        near = [place for place in found if place.country in countries]
        return (near or list(found) or [None])[0]


def folded(name: str) -> str:
    """The name as it is looked up: lower case, without marks, points and "the"; "Saint" is "St"."""
    letters = unicodedata.normalize("NFKD", name.replace("’", "'")).encode("ascii", "ignore").decode().lower()
    words = letters.replace(".", " ").replace("-", " ").removeprefix("the ").split()
    return " ".join("st" if word == "saint" else word for word in words)


def load_gazetteer(folder: Path | None = None) -> Gazetteer:
    """Our own regions first, then GeoNames' cities by population."""
    places: dict[str, list[GazetteerPlace]] = {}
    for names, place in (*_regions(folder), *_cities()):
        for name in names:
            places.setdefault(folded(name), []).append(place)
    return Gazetteer({name: tuple(dict.fromkeys(found)) for name, found in places.items()})


def load_regions(folder: Path | None = None) -> dict[str, Region]:
    """Regions, waters and buildings by id."""
    return load_entries("places", Region, folder)


def _regions(folder: Path | None) -> Iterator[tuple[tuple[str, ...], GazetteerPlace]]:
    for entry in load_regions(folder).values():
        place = GazetteerPlace(entry.id, entry.name, entry.country, entry.lat, entry.lon, 0, entry.kind)
        yield (entry.name, *entry.aliases), place


def _cities() -> Iterator[tuple[tuple[str, ...], GazetteerPlace]]:
    """GeoNames' cities (CC BY 4.0), as scripts/make_gazetteer cut them: the table is in the order of population."""
    with (DATA / "gazetteer.tsv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t"):
            place = GazetteerPlace(
                f"geonames:{row['geonames']}",
                row["name"],
                row["country"] or None,
                float(row["lat"]),
                float(row["lon"]),
                int(row["people"]),
                "capital" if row["capital"] else "city",
            )
            yield (row["name"], *filter(None, row["other_names"].split("|"))), place


class Locatives(Knowledge):
    """Prepositions that make a name a place: `at` always, `towards` and `from_` with a word of motion above them."""

    id: str
    at: tuple[str, ...]
    towards: tuple[str, ...]
    from_: tuple[str, ...]
    motion: tuple[str, ...]


def load_locatives(folder: Path | None = None, language: str = "en") -> Locatives:
    """The words of place of a language."""
    return load_entries("locatives", Locatives, folder)[language]
