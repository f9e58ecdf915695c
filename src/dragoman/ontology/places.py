"""Places: countries, regions and cities from GeoNames; areas, waters and buildings that the news name, in our own file."""

from __future__ import annotations

import csv
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Final, Literal

from pydantic import Field

from dragoman.ontology.load import DATA, Knowledge, load_entries

SHORT: Final = {"saint": "st", "mount": "mt", "fort": "ft"}


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
    country ("TX"), `own` says that the place is of our own list.
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


class Gazetteer:
    """Places by name. A name may mean several; they come in the order of population, our own and the largest first."""

    def __init__(self, places: Mapping[str, tuple[GazetteerPlace, ...]]) -> None:
        self._places = places
        self._regions = {(p.country, p.region): p for p in self if p.kind == "region" and p.region}

    def candidates(self, name: str) -> tuple[GazetteerPlace, ...]:
        """All places of this name, whatever its case, marks and article."""
        return self._places.get(folded(name), ())

    def region(self, country: str, code: str) -> GazetteerPlace | None:
        """A first-level region by its code."""
        return self._regions.get((country, code))

    def __iter__(self) -> Iterator[GazetteerPlace]:
        """Every place once for each of its names."""
        return (place for found in self._places.values() for place in found)


def folded(name: str) -> str:
    """The name as it is looked up: lower case, without marks, points and "the"; "Saint" is "St", "Mount" "Mt"."""
    letters = name.lower()
    if not letters.isascii():
        letters = unicodedata.normalize("NFKD", letters.replace("’", "'")).encode("ascii", "ignore").decode()
    words = letters.replace(".", " ").replace("-", " ").removeprefix("the ").split()
    return " ".join(SHORT.get(word, word) for word in words)


def load_gazetteer(folder: Path | None = None) -> Gazetteer:
    """Our own regions first, then GeoNames' countries, regions and cities by population."""
    places: dict[str, list[GazetteerPlace]] = {}
    for names, place in (*_regions(folder), *_geonames()):
        for name in names:
            places.setdefault(folded(name), []).append(place)
    return Gazetteer({name: tuple(dict.fromkeys(found)) for name, found in places.items()})


def load_regions(folder: Path | None = None) -> dict[str, Region]:
    """Regions, waters and buildings by id."""
    return load_entries("places", Region, folder)


def _regions(folder: Path | None) -> Iterator[tuple[tuple[str, ...], GazetteerPlace]]:
    for entry in load_regions(folder).values():
        place = GazetteerPlace(entry.id, entry.name, entry.country, entry.lat, entry.lon, 0, entry.kind, own=True)
        yield (entry.name, *entry.aliases), place


def _geonames() -> Iterator[tuple[tuple[str, ...], GazetteerPlace]]:
    """GeoNames' places (CC BY 4.0), as scripts/make_gazetteer cut them: the table is in the order of population."""
    with (DATA / "gazetteer.tsv").open(encoding="utf-8", newline="") as file:
        for geonames, name, kind, country, region, lat, lon, people, others in islice(
            csv.reader(file, delimiter="\t"), 1, None
        ):
            key = f"geonames:{geonames}" if geonames else ":".join((kind, country, region, name))
            place = GazetteerPlace(key, name, country or None, float(lat), float(lon), int(people), kind, region)
            yield (name, *filter(None, others.split("|"))), place


class Locatives(Knowledge):
    """Prepositions that make a name a place: `at` always, `towards` and `from_` with a word of motion above them.

    `short_regions` are the ways in which papers shorten regions after a town's name ("Paris, Tex."), as country and code.
    """

    id: str
    at: tuple[str, ...]
    towards: tuple[str, ...]
    from_: tuple[str, ...]
    motion: tuple[str, ...]
    short_regions: dict[str, str] = Field(default_factory=dict)


def load_locatives(folder: Path | None = None, language: str = "en") -> Locatives:
    """The words of place of a language."""
    return load_entries("locatives", Locatives, folder)[language]
