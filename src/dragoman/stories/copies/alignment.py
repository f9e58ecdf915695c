"""What two articles have in common: runs of the same words, and sentences that say the same in other words.

Sentences are compared by their stems, by the sounds of their names and by their numbers. What a feature is worth depends on
the two articles (a name in every sentence tells nothing about which sentence became which) and on how rare the word is in
news at large, by a fixed table; so the likeness of two articles does not change when a third is read.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dragoman.ontology.same_event import word_documents
from dragoman.records import Span
from dragoman.stories.copies.passages import Sentence, Text
from dragoman.stories.copies.tokens import Keys

RUN = 5
"""Words that a run of the same words has at least."""
SEED = 4
"""Words by which a run is found."""
OFTEN = 12
"""Places of a seed beyond which it is a stock phrase and starts no run."""
GAP = 3
"""Words that may differ between two runs of one passage."""
ALIKE = 0.3
"""Likeness from which on two sentences are one. Set, like `TELLING`, on the chains of `examples/copies`."""
TELLING = 1.5
"""What the features that they share have to weigh at least."""


@dataclass(frozen=True, slots=True)
class Run:
    """`words` words from `here` on in one text that are the same as those from `there` on in the other."""

    here: int
    there: int
    words: int


@dataclass(frozen=True, slots=True)
class Likeness:
    """Two sentences, by their numbers: how alike they are (0 to 1) and what their common features weigh."""

    here: int
    there: int
    alike: float
    weight: float


@dataclass(frozen=True)
class Alignment:
    """Two texts and what they share. `said_here`, `said_there`: words of either text in aligned sentences or runs."""

    here: Text
    there: Text
    runs: tuple[Run, ...]
    sentences: tuple[Likeness, ...]
    same_here: int
    same_there: int
    said_here: int
    said_there: int

    @property
    def share_here(self) -> float:
        """Share of the words of the one text that the other has, as they stand or reworded."""
        return self.said_here / max(1, len(self.here.words))

    @property
    def share_there(self) -> float:
        """The same for the other text."""
        return self.said_there / max(1, len(self.there.words))

    @property
    def weight(self) -> float:
        """What the features that aligned sentences share weigh together."""
        return _together(self.here, self.there, self.sentences)


def _together(here: Text, there: Text, sentences: Sequence[Likeness]) -> float:
    """What aligned sentences share, each sentence of the smaller text counted once."""
    smaller_here = len(here.words) <= len(there.words)
    best: dict[int, float] = {}
    for pair in sentences:
        number = pair.here if smaller_here else pair.there
        best[number] = max(best.get(number, 0.0), pair.weight)
    return sum(best[number] for number in sorted(best))


class Aligner:
    """Aligns texts. What a word is worth comes from the table of the knowledge files."""

    def __init__(self, alike: float = ALIKE) -> None:
        """`alike`: from which likeness on two sentences are one. Raises `OntologyError`."""
        self._rarity = _rarities(word_documents())
        self._enough = alike

    def align(self, here: Text, there: Text, at_least: float = 0.0) -> Alignment | None:
        """What the two texts share; `None` where their aligned sentences share less than a weight."""
        sentences = self._alike(here.sentences, there.sentences)
        if _together(here, there, sentences) < at_least:
            return None
        runs = _runs(here, there)
        same_here = {word for run in runs for word in range(run.here, run.here + run.words)}
        same_there = {word for run in runs for word in range(run.there, run.there + run.words)}
        return Alignment(
            here,
            there,
            runs,
            sentences,
            len(same_here),
            len(same_there),
            _said(here, same_here, {pair.here for pair in sentences}),
            _said(there, same_there, {pair.there for pair in sentences}),
        )

    def _alike(self, here: Sequence[Sentence], there: Sequence[Sentence]) -> tuple[Likeness, ...]:
        """For each sentence of either side its best partner, where they are alike enough."""
        worth = self._worth(here, there)
        places = defaultdict(list)
        for number, sentence in enumerate(there):
            for feature in sentence.features:
                places[feature].append(number)
        weights = [_weight(sentence, worth) for sentence in there]
        best_here: dict[int, Likeness] = {}
        best_there: dict[int, Likeness] = {}
        for number, sentence in enumerate(here):
            weight = _weight(sentence, worth)
            for other, shared in _shared(sentence, worth, places).items():
                pair = Likeness(number, other, 2 * shared / (weight + weights[other]), shared)
                if pair.alike >= self._enough and shared >= TELLING:
                    _keep(best_here, number, pair)
                    _keep(best_there, other, pair)
        pairs = {(pair.here, pair.there): pair for best in (best_here, best_there) for pair in best.values()}
        return tuple(pairs[key] for key in sorted(pairs))

    def _worth(self, here: Sequence[Sentence], there: Sequence[Sentence]) -> dict[str, float]:
        """What each feature tells: less the more sentences of the two texts have it, and the more of all texts."""
        counts = Counter(feature for sentence in (*here, *there) for feature in sentence.features)
        n = len(here) + len(there)
        scale = math.log(1 + n / 2)
        return {
            feature: self._rarity.get(feature, 1.0) * math.log(1 + n / count) / scale for feature, count in counts.items()
        }


def _rarities(documents: Mapping[str, int]) -> dict[str, float]:
    """0 for a word that is in every text of the table, 1 for one that is in none; by stem, and by sound for names."""
    keys = Keys()
    counts: dict[str, int] = {}
    for word, count in documents.items():
        if word[0].isalpha():
            key = keys[word]
            for feature in (key.stem, f"^{key.sound}"):
                counts[feature] = max(counts.get(feature, 0), count)
    scale = math.log(documents["*"] + 1)
    return {feature: 1 - math.log(count + 1) / scale for feature, count in counts.items()}


def _weight(sentence: Sentence, worth: Mapping[str, float]) -> float:
    return sum(weight * worth[feature] for feature, weight in sentence.features.items())


def _shared(sentence: Sentence, worth: Mapping[str, float], places: Mapping[str, Sequence[int]]) -> dict[int, float]:
    """For each sentence of the other side what the features weigh that it shares with this one."""
    shared: dict[int, float] = defaultdict(float)
    for feature, weight in sentence.features.items():
        for other in places.get(feature, ()):
            shared[other] += weight * worth[feature]
    return shared


def _keep(best: dict[int, Likeness], number: int, pair: Likeness) -> None:
    known = best.get(number)
    if known is None or (pair.alike, pair.weight) > (known.alike, known.weight):
        best[number] = pair


def _said(text: Text, same: set[int], aligned: set[int]) -> int:
    """Words in runs or in aligned sentences."""
    said = set(same)
    for number in aligned:
        said.update(range(text.sentences[number].first, text.sentences[number].last))
    return len(said)


def _runs(here: Text, there: Text) -> tuple[Run, ...]:
    """Runs of the same words, from the beginning on, the longest at each place; they do not overlap in the one text."""
    ours, others = [key.plain for key in here.keys], [key.plain for key in there.keys]
    seeds: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for at in range(len(others) - SEED + 1):
        seeds[tuple(others[at : at + SEED])].append(at)
    runs, at = [], 0
    while at <= len(ours) - SEED:
        places = seeds.get(tuple(ours[at : at + SEED]), ())
        longest = max(((_length(ours, others, at, place), -place) for place in places[:OFTEN]), default=(0, 0))
        if longest[0] >= RUN:
            runs.append(Run(at, -longest[1], longest[0]))
        at += max(1, longest[0])
    return tuple(runs)


def _length(ours: Sequence[str], others: Sequence[str], here: int, there: int) -> int:
    """How many words from these places on are the same."""
    most = min(len(ours) - here, len(others) - there)
    length = SEED
    while length < most and ours[here + length] == others[there + length]:
        length += 1
    return length


def passages(alignment: Alignment) -> list[tuple[Run, Run]]:
    """Runs joined to passages where few words differ between them: first and last run of each."""
    joined: list[tuple[Run, Run]] = []
    for run in alignment.runs:
        last = joined[-1][1] if joined else None
        if last and 0 <= run.here - last.here - last.words <= GAP and 0 <= run.there - last.there - last.words <= GAP:
            joined[-1] = (joined[-1][0], run)
        else:
            joined.append((run, run))
    return joined


def run_spans(alignment: Alignment, first: Run, last: Run) -> tuple[Span, Span]:
    """Where a passage stands in either text."""
    return (
        alignment.here.span(first.here, last.here + last.words),
        alignment.there.span(first.there, last.there + last.words),
    )
