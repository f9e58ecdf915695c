"""ECB+: event coreference across documents with gold mentions, and documents on one occasion.

- `story_*`: every document of the folder in our stories, against the set's occasions (topic and sub-topic); documents of
  this set have no dates. B-cubed over documents.
- `conll`: the gold mentions of events of the dev documents, grouped by the act that their words name (`stories/acts.py`) in
  gold occasions, as the head-lemma baseline does; mean F1 of MUC, B-cubed and CEAF-e, singletons included.
  `conll_own_stories`: the same within the stories that we find ourselves. `conll_lemma`: the baseline, stems for acts.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from dragoman.errors import EvaluationError
from dragoman.evaluation.base import Evaluation
from dragoman.evaluation.clusters import Cluster, b_cubed, ceaf_e, muc
from dragoman.settings import Settings
from dragoman.stories.grouping import components, met
from dragoman.stories.occasions import MOST
from dragoman.stories.resolver import Resolver
from dragoman.stories.sketch import ArticleSketch

METRICS: Final = (muc, b_cubed, ceaf_e)
DEV: Final = "Dev"
NOTES: Final = (
    "stories: all documents, no dates; mentions: gold, of dev, grouped by act within gold occasions (conll) or our stories",
    "conll: mean F1 of MUC, B-cubed and CEAF-e, singletons included",
)


def evaluate(path: Path, settings: Settings) -> Evaluation:
    """Score stories and acts; raises `EvaluationError` where the dev part is missing."""
    resolver = Resolver("default", settings.ontology)
    texts = {name: text for file in sorted(path.glob("ECB_*_corpus.txt")) for name, text in _documents(file).items()}
    stories = own_stories(texts, resolver)
    mentions = _mentions(path / f"ECB_{DEV}_Event_gold_mentions.json")
    gold = _clusters((number, mention["coref_chain"]) for number, mention in enumerate(mentions))
    story_of = {document: number for number, story in enumerate(stories) for document in story}
    groupings: dict[str, Callable[[Mapping[str, Any]], Hashable]] = {
        "conll": lambda mention: (occasion(mention["doc_id"]), resolver.acts.act(mention["tokens_str"])),
        "conll_own_stories": lambda mention: (story_of[mention["doc_id"]], resolver.acts.act(mention["tokens_str"])),
        "conll_lemma": lambda mention: (occasion(mention["doc_id"]), resolver.acts.head(mention["tokens_str"])),
    }
    scores = _story_scores(stories, texts)
    for name, group in groupings.items():
        scores[name] = _conll(gold, _clusters((number, group(mention)) for number, mention in enumerate(mentions)))
    rows = [{"document": document, "story": story_of[document], "gold": occasion(document)} for document in sorted(texts)]
    return Evaluation("same-event", str(path), scores, rows, NOTES)


def own_stories(texts: Mapping[str, str], resolver: Resolver) -> list[tuple[str, ...]]:
    """The stories among some documents without dates."""
    pages = {name: resolver.sketcher.page(name, None, text, None, None) for name, text in texts.items()}
    sharing = _sharing(pages, resolver)
    alike = resolver.occasions.joined(met(sharing, MOST), pages)
    found: list[tuple[str, ...]] = []
    for members in components(pages, alike):
        within = {pair: value for pair, value in alike.items() if pair[0] in set(members)}
        found += resolver.occasions.stories(members, within, pages)
    return found


def _sharing(pages: Mapping[str, ArticleSketch], resolver: Resolver) -> dict[int, list[str]]:
    sharing: defaultdict[int, list[str]] = defaultdict(list)
    for page in pages.values():
        for key in resolver.occasions.keys(page):
            sharing[key].append(page.id)
    return sharing


def occasion(document: str) -> str:
    """The gold occasion of a document: "12_3ecbplus" is of the second occasion of topic 12."""
    topic, rest = document.split("_", 1)
    return f"{topic}{'plus' if 'plus' in rest else ''}"


def _documents(file: Path) -> dict[str, str]:
    """Texts by document; lines hold document, sentence, number, token, chain."""
    sentences: defaultdict[str, defaultdict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for line in file.read_text("utf-8").splitlines():
        columns = line.split("\t")
        if len(columns) >= COLUMNS:
            sentences[columns[0]][columns[1]].append(columns[3])
    return {name: "\n".join(" ".join(tokens) for tokens in lines.values()) for name, lines in sentences.items()}


COLUMNS: Final = 4


def _mentions(file: Path) -> list[dict[str, Any]]:
    if not file.is_file():
        raise EvaluationError(f"{file.name} is missing", file.parent)
    found: list[dict[str, Any]] = json.loads(file.read_text("utf-8"))
    return found


def _clusters(of: Iterable[tuple[Hashable, Hashable]]) -> list[Cluster]:
    members: defaultdict[Hashable, set[Hashable]] = defaultdict(set)
    for item, cluster in of:
        members[cluster].add(item)
    return [frozenset(items) for items in members.values()]


def _conll(gold: Sequence[Cluster], own: Sequence[Cluster]) -> float:
    return sum(metric(gold, own).scores[2] for metric in METRICS) / len(METRICS)


def _story_scores(stories: Sequence[tuple[str, ...]], texts: Mapping[str, str]) -> dict[str, float]:
    gold = _clusters((document, occasion(document)) for document in texts)
    precision, recall, both = b_cubed(gold, [frozenset(story) for story in stories]).scores
    return {"story_b_cubed_f1": both, "story_b_cubed_precision": precision, "story_b_cubed_recall": recall}
