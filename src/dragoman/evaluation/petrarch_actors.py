"""The actor half of the older coders' unit records: is the country of source and target known where real names name it?

A side of a coding counts where its code is that of a state, or of an organisation that `petrarch.yaml` knows, and not of one
of the invented states of `petrarch_ontology/` (their dictionary is not ours, and they are not given here). It is right where
an actor that is found in the sentence has that country or id, or a place that would host the act. Which of several actors
did what is not asked: that is `evaluate petrarch`. A coding is right where each side that counts is.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import yaml

from dragoman.documents.stage import DocumentStage
from dragoman.errors import EvaluationError
from dragoman.evaluation.base import Evaluation
from dragoman.evaluation.petrarch import HERE, Codes, Record, read_records
from dragoman.mentions.marked import MarkedDocument
from dragoman.mentions.stage import MentionStage
from dragoman.ontology.actors import ActorOntology, load_actors
from dragoman.records import Article, Block, Date, Drop
from dragoman.settings import Settings

SET = "petrarch-actors"


def evaluate(path: Path, settings: Settings) -> Evaluation:
    """Share of codings, and of their sides, whose countries are found. `path` is a suite or a folder with several."""
    files = sorted(path.glob("petr*.xml")) if path.is_dir() else [path]
    records = [record for file in files for record in read_records(file)]
    codes = Codes.model_validate(yaml.safe_load((HERE / "petrarch.yaml").read_text("utf-8")))
    real = _Real(codes, load_actors(settings.ontology))
    rows = [row for record, marked in _marked(records, settings) for row in _rows(record, marked, real)]
    if not rows:
        raise EvaluationError("names nobody who is real", path)
    sides = [right for row in rows for right in row["sides"].values()]
    return Evaluation(
        SET,
        str(path),
        {
            "codings_right": sum(all(row["sides"].values()) for row in rows) / len(rows),
            "sides_right": sum(sides) / len(sides),
            "codings": float(len(rows)),
            "sides": float(len(sides)),
        },
        rows,
        ("sides with a real state or known organisation; invented states and unknown codes count for nothing",),
    )


class _Real:
    """Which codes mean somebody real, and whom."""

    def __init__(self, codes: Codes, ontology: ActorOntology) -> None:
        self._codes = codes
        self._known = {*ontology.states, *ontology.organisations}
        invented = yaml.safe_load((HERE / "petrarch_ontology" / "states.yaml").read_text("utf-8"))
        self._invented = frozenset(state["id"] for state in invented)

    def meant(self, code: str) -> str | None:
        """The id of the state or organisation that a code means; `None` for nobody real."""
        return next((each for each in self._codes.meant(code) if each in self._known and each not in self._invented), None)


def _marked(records: Sequence[Record], settings: Settings) -> Iterator[tuple[Record, MarkedDocument]]:
    documents = DocumentStage(settings).run(_article(number, record) for number, record in enumerate(records))
    for marked in MentionStage(settings).run(each for each in documents if not isinstance(each, Drop)):
        if not isinstance(marked, Drop):
            yield records[int(marked.document.article.id)], marked


def _article(number: int, record: Record) -> Article:
    day = Date(record.date, record.date, "day", "explicit", "") if record.date else None
    blocks = (Block(0, len(record.text), "body", SET),)
    name = str(number)
    return Article(name, record.id, name, None, None, None, None, day, None, "en", None, record.text, blocks)


def _rows(record: Record, marked: MarkedDocument, real: _Real) -> Iterator[dict[str, Any]]:
    found = _found(marked)
    for source, target, code in record.codings:
        asked = {"source": real.meant(source), "target": real.meant(target)}
        sides = {side: meant in found for side, meant in asked.items() if meant is not None}
        if sides:
            yield {
                "id": record.id,
                "text": record.text,
                "code": code,
                "asked": asked,
                "sides": sides,
                "found": sorted(found),
            }


def _found(marked: MarkedDocument) -> set[str]:
    """Ids and countries of all actors of a sentence, and the countries of its places."""
    actors = {one for actor in marked.actors for one in (actor.id, actor.country, *actor.members) if one}
    return actors | {place.country for place in marked.places if place.country}
