"""`dragoman evaluate places FILE.xml`: names of places with coordinates (LGL and GeoVirus), raw text in.

`*_given`: the set's own names are given to the resolver, which says where they lie. `*_found`: of the set's names that the
pipeline finds by itself as places. `recall_places` are names found as places, `recall_named` those found as places or as
actors ("Paris said"): in this archive a capital that speaks is no place. A name that the gazetteer lacks is near
nothing; its country may be inferred from the text, and counts (the `why` of its row says so).
Countries: as the set says, or the page that it names; where it has coordinates only, the country of the nearest city. Names
of continents, seas and areas of several states ("the Middle East") have no country to be right about.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from lxml import etree

from dragoman.documents import Document, DocumentStage
from dragoman.errors import EvaluationError
from dragoman.evaluation.base import Evaluation
from dragoman.mentions.marked import MarkedDocument
from dragoman.mentions.stage import MentionStage
from dragoman.mentions.toponyms import Toponyms
from dragoman.ontology.places import Gazetteer, GazetteerPlace, load_gazetteer, load_locatives
from dragoman.records import Article, Block, Place
from dragoman.settings import Settings

NEAR_KM, EARTH_KM = 161.0, 6371.0
NOTES = (
    "areas of several states count for distance, not for country",
    "*_given: the set's names given; *_found: of the names found by the pipeline as places; within_161_km: 100 miles",
    "names without coordinates are left out; *_known: of names that the gazetteer holds",
    "names that it lacks are near nothing; their country may be inferred from the other names of the text",
    "recall_places: found as a place; recall_named: found as a place or as an actor",
)


@dataclass(frozen=True, slots=True)
class GoldPlace:
    """A name in the text with its coordinates; the country's name, or that of a page about it, where the set tells it."""

    start: int
    end: int
    lat: float
    lon: float
    country: str | None


@dataclass(frozen=True, slots=True)
class PlacedText:
    """One article of a set."""

    name: str
    text: str
    places: tuple[GoldPlace, ...]

    def article(self) -> Article:
        """The text as an article of one block."""
        blocks = (Block(0, len(self.text), "body", "test set"),)
        return Article(self.name, self.name, self.name, *(None,) * 4, None, None, "en", None, self.text, blocks)


def evaluate(path: Path, settings: Settings) -> Evaluation:
    """Find and place the names of every article and score them."""
    texts = list(read_places(path))
    gazetteer = load_gazetteer(settings.ontology)
    toponyms, lands = Toponyms(gazetteer, load_locatives(settings.ontology)), Lands(gazetteer)
    counts: Counter[str] = Counter()
    predictions: list[Mapping[str, Any]] = []
    marked = MentionStage(settings)
    for text, document in zip(texts, DocumentStage(settings).run(t.article() for t in texts), strict=True):
        found = next(iter(marked.run(iter([document])))) if isinstance(document, Document) else None
        rows = list(_rows(text, toponyms, lands, found if isinstance(found, MarkedDocument) else None))
        predictions += rows
        _count(counts, rows)
    return Evaluation("places", str(path), _scores(counts, len(texts)), predictions, NOTES)


def read_places(path: Path) -> Iterator[PlacedText]:
    """The articles of an LGL or GeoVirus file; `EvaluationError` where it holds none."""
    try:
        articles = etree.parse(str(path)).getroot().findall("article")
    except (etree.XMLSyntaxError, OSError) as error:
        raise EvaluationError(f"is no XML: {error}", path) from error
    if not articles:
        raise EvaluationError("holds no articles", path)
    for number, article in enumerate(articles):
        text = article.findtext("text") or ""
        places = tuple(filter(None, (_gold(node) for node in (*article.iter("toponym"), *article.iter("location")))))
        yield PlacedText(article.get("docid") or f"{number}", text, places)


def _gold(node: etree._Element) -> GoldPlace | None:
    tag = node.find("gaztag") if node.tag == "toponym" else node
    if tag is None or not tag.findtext("lat"):
        return None
    start, end = int(node.findtext("start") or 0), int(node.findtext("end") or 0)
    country = tag.findtext("country")
    if node.tag == "location":  # GeoVirus counts from 1, and names a page of Wikipedia
        start, end = start - 1, end - 1
        country = unquote((tag.findtext("page") or "").rpartition("/")[2]).replace("_", " ").removesuffix(" (country)")
    return GoldPlace(start, end, float(tag.findtext("lat") or 0), float(tag.findtext("lon") or 0), country or None)


class Lands:
    """Countries by name and by coordinates."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._gazetteer = gazetteer
        self._cells: dict[tuple[int, int], set[GazetteerPlace]] = {}
        for place in gazetteer:
            if place.kind in ("city", "capital") and place.country:
                self._cells.setdefault(_cell(place.lat, place.lon), set()).add(place)

    def of(self, gold: GoldPlace, name: str) -> str | None:
        """The country of a place of the set, whose name this is; none for areas that belong to no one state."""
        told = self._gazetteer.candidates(gold.country) if gold.country else ()
        country = next((place.country for place in told if place.kind == "country"), None)
        meant = self._gazetteer.candidates(name)
        if country is None and meant and meant[0].own and meant[0].country is None:
            return None
        return country or self._nearest(gold)

    def _nearest(self, gold: GoldPlace) -> str | None:
        lat, lon = _cell(gold.lat, gold.lon)
        around = [p for a in range(lat - 1, lat + 2) for b in range(lon - 1, lon + 2) for p in self._cells.get((a, b), ())]
        return min(around, key=lambda p: (kilometres(p.lat, p.lon, gold.lat, gold.lon), p.id)).country if around else None


def _cell(lat: float, lon: float) -> tuple[int, int]:
    return math.floor(lat / 3), math.floor(lon / 3)


def kilometres(lat: float, lon: float, other_lat: float, other_lon: float) -> float:
    """The distance between two points on a sphere (haversine)."""
    a, b = math.radians(lat), math.radians(other_lat)
    half = math.sin((b - a) / 2) ** 2 + math.cos(a) * math.cos(b) * math.sin(math.radians(other_lon - lon) / 2) ** 2
    return 2 * EARTH_KM * math.asin(math.sqrt(half))


def _rows(text: PlacedText, toponyms: Toponyms, lands: Lands, found: MarkedDocument | None) -> Iterator[dict[str, Any]]:
    choices = toponyms.resolve(text.text, [(gold.start, gold.end) for gold in text.places])
    places = {(p.mention.start, p.mention.end): p for p in found.places} if found else {}
    actors = [(actor.mention.start, actor.mention.end) for actor in found.actors] if found else []
    for gold, choice in zip(text.places, choices, strict=True):
        own = next((place for span, place in places.items() if _overlap(gold, span)), None)
        land = lands.of(gold, text.text[gold.start : gold.end])
        row: dict[str, Any] = {"document": text.name, "start": gold.start, "end": gold.end}
        row |= {"text": text.text[gold.start : gold.end], "gold": [land, gold.lat, gold.lon]}
        row["given"] = _against(gold, land, choice.place, choice.country) | {"why": choice.why}
        row["found"] = _against(gold, land, own, own.country) | {"why": own.why} if own else None
        row["named"] = own is not None or any(_overlap(gold, span) for span in actors)
        yield row


def _against(gold: GoldPlace, land: str | None, own: GazetteerPlace | Place | None, country: str | None) -> dict[str, Any]:
    """Our country and coordinates beside the set's."""
    right = country == land is not None
    if own is None or own.lat is None or own.lon is None:
        return {"place": None, "country": right, "km": None}
    return {
        "place": [own.id, own.lat, own.lon],
        "country": right,
        "km": round(kilometres(own.lat, own.lon, gold.lat, gold.lon), 1),
    }


def _overlap(gold: GoldPlace, span: tuple[int, int]) -> bool:
    return gold.start < span[1] and span[0] < gold.end


def _count(counts: Counter[str], rows: Sequence[Mapping[str, Any]]) -> None:
    for row in rows:
        counts["names"] += 1
        counts["named"] += row["named"]
        for side in ("given", "found"):
            own = row[side]
            if own is not None:
                counts[side] += 1
                counts[f"{side}_known"] += own["place"] is not None
                counts[f"{side}_country"] += own["country"]
                counts[f"{side}_land"] += row["gold"][0] is not None
                counts[f"{side}_known_country"] += own["place"] is not None and own["country"]
                counts[f"{side}_known_land"] += own["place"] is not None and row["gold"][0] is not None
                counts[f"{side}_near"] += own["km"] is not None and own["km"] <= NEAR_KM


def _scores(counts: Mapping[str, int], articles: int) -> dict[str, float]:
    scores: dict[str, float] = {}
    for side in ("given", "found"):
        all_of, known = counts[side] or 1, counts[f"{side}_known"] or 1
        scores[f"country_{side}"] = counts[f"{side}_country"] / (counts[f"{side}_land"] or 1)
        scores[f"within_161_km_{side}"] = counts[f"{side}_near"] / all_of
        scores[f"in_gazetteer_{side}"] = counts[f"{side}_known"] / all_of
        scores[f"country_{side}_known"] = counts[f"{side}_known_country"] / (counts[f"{side}_known_land"] or 1)
        scores[f"within_161_km_{side}_known"] = counts[f"{side}_near"] / known
    names = counts["names"] or 1
    scores |= {"recall_places": counts["found"] / names, "recall_named": counts["named"] / names}
    return scores | {"names": float(counts["names"]), "articles": float(articles)}
