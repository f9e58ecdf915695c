"""Which place a name means: names of places to entries of the gazetteer, all names of a text together.

Each candidate is weighed by what speaks for it: how many people live there, whether it is a capital, what stands right after
the name ("Paris, Texas"), the countries that the text names, and the other names of the text: how much of their own weight
lies in the candidate's country, in its region and around it. Those in turn are weighed by it, so a few rounds settle all. A
name means the same place throughout a text. The best is taken; `why` tells what spoke for it and how many others there are.

Of a name that the gazetteer lacks the country may be inferred: from what stands right after it, or where nearly all other
names of the text lie in one country. That is marked as inferred, and it gets no coordinates.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from dragoman.ontology.places import Gazetteer, GazetteerPlace, Locatives, folded

FEWEST, OWN_PEOPLE = 300, 3_000_000
"""People that a place without a figure is weighed as; our own entries are places that the news name often."""
CAPITAL, COUNTRY, OTHER_NAME = 1.1, 1.5, -1.5
RENOWN, USUAL_NAMES = 0.3, 20
"""A city that the world talks of has names in many languages; what has no such count is weighed as if it had the usual."""
INSIDE, COUNTRY_NAMED, CROWD = 8.0, 1.0, 1.0
"""`CROWD`: that a text names the United States says little for any of the thirteen Genevas there."""
SAME_COUNTRY, SAME_REGION, NEAR = 2.5, 3.0, 1.5
SHARPNESS, ROUNDS = 1.0, 3
"""How much of a name's weight its best candidate gets, and how often the names of a text weigh each other."""
LARGE_CITY = 300_000
"""A city of which parts are named ("east Aleppo")."""
TELLING = 0.5
"""A weight from which on it is named as a reason."""
MOST_CANDIDATES = 40
MOST, FEWEST_NAMES = 0.8, 2
"""How much of the weight of a text's known names lies in one country, and how many they are, if an unknown name does."""
UNKNOWN, INFERRED = "not in the gazetteer", "country inferred from"
AFTER = "the words after it"
CELL_DEGREES = 1.0
_AFTER = re.compile(r"\s*(?:,\s*|\(\s*)([A-Z][\w.’'-]*(?:\s+(?:of\s+)?[A-Z][\w.’'-]*){0,2})")
_INSIDE = re.compile(r"\s+in\s+(?:the\s+)?(?:[a-z-]+\s+){0,2}([A-Z][\w.’'-]*(?:\s+[A-Z][\w.’'-]*){0,2})")
_LIST = re.compile(r"\s*,?\s*(?:and|or)\b")

Area = tuple[object, ...]
"""A country, a region of it, or a cell of the globe."""


@dataclass(frozen=True, slots=True)
class Choice:
    """A place and the reasons for it; no place where the gazetteer does not know the name.

    `country` (ISO-3166 alpha-3) is the place's own or inferred, as `why` then says; `None` where neither tells.
    """

    place: GazetteerPlace | None
    why: str
    country: str | None = None


@dataclass(slots=True)
class _Name:
    """One name of a text: its candidates, their share of its weight, and the area that the words after it tell.

    A name that is said often weighs more.
    """

    key: str
    candidates: tuple[GazetteerPlace, ...]
    weight: float
    holder: Area | None = None
    shares: tuple[float, ...] = ()
    areas: dict[Area, float] = field(default_factory=dict)


class Toponyms:
    """Resolves names of places. Built once; keeps nothing between texts."""

    def __init__(self, gazetteer: Gazetteer, locatives: Locatives) -> None:
        self._gazetteer = gazetteer
        self._words = locatives
        codes = (tuple(code.split(".")) for code in locatives.short_regions.values())
        self._short: dict[str, Area] = dict(zip(locatives.short_regions, codes, strict=True))

    def resolve(self, text: str, names: Sequence[tuple[int, int]], countries: frozenset[str] = frozenset()) -> list[Choice]:
        """The place of each name (half-open, code points); `countries` are those that the text is about."""
        keys = [folded(text[start:end]) for start, end in names]
        known = {key: _Name(key, self._candidates(key), 1 + math.log(times)) for key, times in Counter(keys).items()}
        for (_, end), key in zip(names, keys, strict=True):
            known[key].holder = known[key].holder or self._holder(text, end, known[key])
            self._leave_namesakes(text, end, known[key])
        total: dict[Area, float] = {}
        for _ in range(ROUNDS):
            for name in known.values():
                _share(name, total, countries)
            total = _sum(name.areas for name in known.values())
        chosen = {key: _choice(name, total, countries) for key, name in known.items()}
        chosen = _at_home(chosen, known)
        return [chosen[key] for key in keys]

    def _candidates(self, key: str) -> tuple[GazetteerPlace, ...]:
        counties = (self._gazetteer.candidates(f"{key} {word}") for word in self._words.county_words)
        found = (*self._gazetteer.candidates(key), *(place for places in counties for place in places))
        return (*self._shortened(key), *found)[:MOST_CANDIDATES] or self._with_other_words(key)

    def _shortened(self, key: str) -> tuple[GazetteerPlace, ...]:
        country, code = self._short.get(key, ("", ""))
        region = self._gazetteer.region(str(country), str(code))
        return (region,) if region else ()

    def _with_other_words(self, key: str) -> tuple[GazetteerPlace, ...]:
        """The places of a name beside which there are words for what it is or for a part of it."""
        words = self._words
        regions = self._gazetteer.candidates(_without(key, words.region_words))
        towns = self._gazetteer.candidates(_without(key, words.town_words))
        wholes = self._gazetteer.candidates(_without(key, words.part_words))
        large = tuple(place for place in wholes if place.own or place.kind == "country" or _is_large_city(place))
        return tuple(place for place in regions if place.kind in ("region", "county")) or regions or towns or large

    def _holder(self, text: str, end: int, name: _Name) -> Area | None:
        """The country or region named right after a name, after a comma or bracket, where it holds one of the candidates.

        Of a name without candidates the only one that is meant there, unless it goes on as a list ("Foo, Kenya and Uganda").
        """
        match = _AFTER.match(text, end)
        words = match[1].split() if match else []
        for length in range(len(words), 0, -1):
            areas = self._areas_named(folded(" ".join(words[:length])))
            for area in areas if name.candidates else ():
                if any(_within(place, area) for place in name.candidates):
                    return area
            if match and not name.candidates and len({area[0] for area in areas}) == 1:
                return None if _LIST.match(text, match.start(1) + len(" ".join(words[:length]))) else areas[0]
        return None

    def _leave_namesakes(self, text: str, end: int, name: _Name) -> None:
        """Of a town "in" a region only what lies in the region's country can be meant: no Palma of Spain in Cabo Delgado."""
        match = _INSIDE.match(text, end)
        famous = any(place.kind in ("capital", "country") for place in name.candidates)
        if match is None or name.holder is not None or famous or not name.candidates:
            return
        words = match[1].split()
        held = (self._areas_named(folded(" ".join(words[:length]))) for length in range(len(words), 0, -1))
        areas = next((areas for areas in held if areas), ())
        if len({area[0] for area in areas}) == 1 and all(len(area) > 1 for area in areas):
            name.holder = (areas[0][0],)
            name.candidates = tuple(place for place in name.candidates if place.country == areas[0][0])

    def _areas_named(self, key: str) -> tuple[Area, ...]:
        held = (place for place in self._gazetteer.candidates(key) if place.kind in ("region", "country") and place.country)
        return (*map(_area, held), *((self._short[key],) if key in self._short else ()))


def _is_large_city(place: GazetteerPlace) -> bool:
    return place.kind in ("city", "capital") and place.people >= LARGE_CITY


def _without(key: str, words: frozenset[str]) -> str:
    """The name without a word before or after it and its "of"; nothing where there is no such word."""
    first, _, rest = key.partition(" ")
    if first in words:
        return rest.removeprefix("of ").removeprefix("the ")
    start, _, last = key.rpartition(" ")
    return start if last in words else ""


def _share(name: _Name, total: Mapping[Area, float], countries: frozenset[str]) -> None:
    """Parts a name's weight among its candidates, by their own prominence and by the areas of the other names."""
    weights = [_prominence(name.key, p) + sum(w for w, _ in _support(name, p, total, countries)) for p in name.candidates]
    if not weights:
        return
    powers = [math.exp(SHARPNESS * (weight - max(weights))) for weight in weights]
    name.shares = tuple(power / sum(powers) for power in powers)
    pairs = zip(name.candidates, name.shares, strict=True)
    name.areas = _sum(dict.fromkeys(_areas(place), share * name.weight) for place, share in pairs)


def _sum(parts: Iterable[Mapping[Area, float]]) -> dict[Area, float]:
    total: dict[Area, float] = {}
    for part in parts:
        for area, weight in part.items():
            total[area] = total.get(area, 0.0) + weight
    return total


def _choice(name: _Name, total: Mapping[Area, float], countries: frozenset[str]) -> Choice:
    if not name.candidates:
        return (
            Choice(None, UNKNOWN)
            if name.holder is None
            else Choice(None, f"{UNKNOWN}; {INFERRED} {AFTER}", str(name.holder[0]))
        )
    place = name.candidates[max(range(len(name.shares)), key=name.shares.__getitem__)]
    reasons = [why for weight, why in _support(name, place, total, countries) if weight >= TELLING]
    others = f"; {len(name.candidates) - 1} others of this name" if len(name.candidates) > 1 else ""
    return Choice(place, ", ".join((f"gazetteer: {place.id}", *reasons)) + others, place.country)


def _at_home(choices: Mapping[str, Choice], known: Mapping[str, _Name]) -> dict[str, Choice]:
    """The choices; unknown names get the country in which nearly all names lie that are known."""
    weights: dict[str, float] = {}
    names: Counter[str] = Counter()
    for key, choice in choices.items():
        if choice.place is not None and choice.country is not None:
            weights[choice.country] = weights.get(choice.country, 0.0) + known[key].weight
            names[choice.country] += 1
    most = max(names, key=lambda country: (weights[country], country), default=None)
    if most is None or names[most] < FEWEST_NAMES or weights[most] < MOST * sum(weights.values()):
        return dict(choices)
    told = Choice(None, f"{UNKNOWN}; {INFERRED} the other names of the text", most)
    return {key: told if choice.place is None and choice.country is None else choice for key, choice in choices.items()}


def _prominence(key: str, place: GazetteerPlace) -> float:
    people = OWN_PEOPLE if place.own else max(place.people, FEWEST)
    names = place.names if place.kind in ("city", "capital") and not place.own else USUAL_NAMES
    weight = math.log10(people) + RENOWN * math.log10(1 + names)
    weight += {"capital": CAPITAL, "country": COUNTRY}.get(place.kind, 0.0)
    return weight + (0.0 if place.own or folded(place.name) == key else OTHER_NAME)


def _support(
    name: _Name, place: GazetteerPlace, total: Mapping[Area, float], countries: frozenset[str]
) -> Iterator[tuple[float, str]]:
    """What the text says for a place: weights, each with its reason."""
    if name.holder is not None and _within(place, name.holder):
        yield INSIDE, "as the words after it say"
    if place.country in countries:
        regions = {other.region for other in name.candidates if other.country == place.country}
        yield COUNTRY_NAMED - CROWD * math.log10(len(regions)), "in a country of the article"
    country, region, cell = (max(0.0, total.get(area, 0.0) - name.areas.get(area, 0.0)) for area in _three(place))
    yield SAME_COUNTRY * _filled(country), "beside places of its country"
    yield SAME_REGION * _filled(region), "beside places of its region"
    yield NEAR * _filled(cell), "near places of the article"


def _filled(weight: float) -> float:
    """0 with no other names, half with one, nearly 1 with many."""
    return weight / (weight + 1.0)


def _three(place: GazetteerPlace) -> tuple[Area, Area, Area]:
    return (place.country,), (place.country, place.region or "-"), _cell(place, 0, 0)


def _cell(place: GazetteerPlace, north: int, east: int) -> Area:
    return "cell", math.floor(place.lat / CELL_DEGREES) + north, math.floor(place.lon / CELL_DEGREES) + east


def _areas(place: GazetteerPlace) -> Iterator[Area]:
    """The areas that a place speaks for; of cells those around it, too."""
    yield (place.country,)
    if place.region:
        yield place.country, place.region
    if place.kind not in ("country", "region"):
        yield from (_cell(place, north, east) for north in (-1, 0, 1) for east in (-1, 0, 1))


def _area(place: GazetteerPlace) -> Area:
    return (place.country, place.region) if place.kind == "region" else (place.country,)


def _within(place: GazetteerPlace, area: Area) -> bool:
    """Whether a place lies in a country or region and is not that one itself."""
    return _area(place) != area and (place.country, place.region)[: len(area)] == area
