"""`dragoman evaluate coref FILE.conllu`: raw text in, our own tokens, sentences, syntax and mentions; chains against GUM's.

Reads the `Entity` attribute of the MISC column (the CorefUD format). Mentions match by exact characters. `conll` is the mean
F1 of MUC, B-cubed and CEAF-e over all mentions; scores named `_chains` leave out what is mentioned only once, on both sides.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from dragoman.documents import Document, DocumentStage
from dragoman.documents.coreference import Resolver
from dragoman.errors import EvaluationError
from dragoman.evaluation.base import Evaluation
from dragoman.evaluation.clusters import Cluster, Tally, b_cubed, ceaf_e, mentions, muc
from dragoman.evaluation.treebank import GoldText, read_gold
from dragoman.settings import Settings

Place = tuple[int, int]
NOTES = (
    "raw text; our own tokens, sentences, syntax and mentions; mentions match by exact characters",
    "conll: mean F1 of MUC, B-cubed and CEAF-e, singletons included; *_chains: singletons left out on both sides",
)
METRICS: Final = {"muc": muc, "b_cubed": b_cubed, "ceaf_e": ceaf_e, "mentions": mentions}
AVERAGED: Final = ("muc", "b_cubed", "ceaf_e")
_PART: Final = re.compile(r"\([^()]*\)?|[^()]+\)")


def evaluate(path: Path, settings: Settings) -> Evaluation:
    """Find the chains of every document of a CoNLL-U file and score them; `EvaluationError` where it holds no entities."""
    texts = list(read_gold(path))
    golds = [gold_clusters(text) for text in texts]
    if not any(golds):
        raise EvaluationError("holds no entities in its MISC column", path)
    sums: dict[str, Tally] = {}
    predictions: list[Mapping[str, Any]] = []
    resolver = Resolver(settings.ontology)
    found = DocumentStage(settings).run(text.article() for text in texts)
    for text, gold, document in zip(texts, golds, found, strict=True):
        own = own_clusters(document, resolver) if isinstance(document, Document) else []
        _add(sums, gold, own)
        predictions += _rows(text, gold, own)
    return Evaluation("coref", str(path), _scores(sums), predictions, NOTES)


def gold_clusters(text: GoldText) -> list[Cluster]:
    """The entities of a document as sets of the places of their mentions."""
    clusters: dict[str, set[Place]] = {}
    opened: dict[str, list[int]] = {}
    for word in text.words:
        for part in _PART.findall(_entity(word.columns)):
            name = re.split(r"[-\[]", part.strip("()"), maxsplit=1)[0]
            if part.startswith("("):
                opened.setdefault(name, []).append(word.start)
            if part.endswith(")") and opened.get(name):
                clusters.setdefault(name, set()).add((opened[name].pop(), word.end))
    return [frozenset(cluster) for cluster in clusters.values()]


def _entity(columns: Sequence[str]) -> str:
    return next((item[len("Entity=") :] for item in columns[-1].split("|") if item.startswith("Entity=")), "")


def own_clusters(document: Document, resolver: Resolver) -> list[Cluster]:
    """Our chains as sets of places; where two mentions have the same words, the first keeps them."""
    resolution = resolver.resolve(document.doc)
    taken: set[Place] = set()
    clusters: list[Cluster] = []
    for chain in resolution.chains:
        spans = (document.span(m.start, m.end) for m in (resolution.mentions[number] for number in chain.mentions))
        cluster = {(span.start, span.end) for span in spans} - taken
        taken |= cluster
        if cluster:
            clusters.append(frozenset(cluster))
    return clusters


def _add(sums: dict[str, Tally], gold: Sequence[Cluster], own: Sequence[Cluster]) -> None:
    chains = [cluster for cluster in gold if len(cluster) > 1], [cluster for cluster in own if len(cluster) > 1]
    for name, metric in METRICS.items():
        sums[name] = sums.get(name, Tally()) + metric(gold, own)
        sums[f"{name}_chains"] = sums.get(f"{name}_chains", Tally()) + metric(*chains)


def _scores(sums: Mapping[str, Tally]) -> dict[str, float]:
    scores = {"conll" + end: sum(sums[name + end].scores[2] for name in AVERAGED) / len(AVERAGED) for end in ("", "_chains")}
    for name, tally in sums.items():
        for kind, value in zip(("precision", "recall", "f1"), tally.scores, strict=True):
            scores[f"{name}_{kind}"] = value
    return scores


def _rows(text: GoldText, gold: Sequence[Cluster], own: Sequence[Cluster]) -> Iterator[dict[str, Any]]:
    """Every mention of either side with the number of its chain on each."""
    sides: list[dict[Place, int]] = [
        {place: n for n, cluster in enumerate(side) for place in cluster} for side in (gold, own)
    ]
    for start, end in sorted(sides[0].keys() | sides[1].keys()):
        row: dict[str, Any] = {"document": text.name, "start": start, "end": end, "text": text.text[start:end]}
        yield row | {"gold": sides[0].get((start, end)), "own": sides[1].get((start, end))}
