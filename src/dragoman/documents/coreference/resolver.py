"""From a parsed document to its mentions, what each takes up, and chains of those that name the same."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np
from spacy.tokens import Doc

from dragoman.documents.coreference.candidates import Candidates, candidates_of
from dragoman.documents.coreference.columns import Array, columns_of
from dragoman.documents.coreference.lexicon import Lexicon
from dragoman.documents.coreference.pairs import Pairs, pairs_of
from dragoman.documents.coreference.phrases import NOTHING_KNOWN, Known, phrases_of
from dragoman.documents.coreference.ranker import Ranker, Scores
from dragoman.ontology.coreference import load_reference_words

LEAST_SHARE: Final = 0.02
"""Antecedents less likely than this are not kept."""
LEAST_JOINT: Final = -4.0
"""Log-odds from which "Chad and Mali" is kept in case a later "they" takes it up; by itself it rarely is a mention."""


@dataclass(frozen=True, slots=True)
class Link:
    """An earlier mention (its place in `Resolution.mentions`) and how likely it is the one that is taken up, 0 to 1."""

    earlier: int
    share: float


@dataclass(frozen=True, slots=True)
class Mention:
    """Tokens `start` to `end` (half-open) that may refer, and their syntactic head; `joint` means it and its conjuncts.

    `score` is how likely the words refer at all, 0 to 1. `links` are the likely antecedents, the likeliest first; `new` is
    the chance that the words take up nothing said before. All shares and `new` add up to 1 at most.
    """

    start: int
    end: int
    head: int
    joint: bool
    score: float
    new: float
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Chain:
    """Mentions (places in `Resolution.mentions`, in the order of the text) that name the same; one alone is a chain too."""

    mentions: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Resolution:
    """Everything that may refer in a document, and the chains of the likeliest links."""

    mentions: tuple[Mention, ...]
    chains: tuple[Chain, ...]


class Resolver:
    """Finds chains. Built once; keeps nothing between documents."""

    def __init__(self, ontology: Path | None = None, ranker: Ranker | None = None) -> None:
        self._lexicon = Lexicon.of(load_reference_words(ontology))
        self._ranker = ranker or Ranker.load()

    def resolve(self, doc: Doc, known: Mapping[int, Known] = NOTHING_KNOWN) -> Resolution:
        """The mentions and chains of a document with heads, tags and names.

        `known` says of the heads of names whether they are a man, a woman or a thing, where somebody knows that better.
        Uses `doc.tensor`, (tokens, width), where the language model keeps its vectors there, and does without elsewhere.
        """
        columns = columns_of(doc)
        candidates = candidates_of(columns, self._lexicon)
        if not len(candidates):
            return Resolution((), ())
        phrases = phrases_of(columns, candidates, self._lexicon, known)
        pairs = pairs_of(columns, phrases)
        scores = self._ranker.score(phrases.traits, columns.states[candidates.head], pairs)
        kept = (scores.mention > 0) | candidates.joint & (scores.mention > LEAST_JOINT)
        mentions = _mentions(candidates, scores, kept, pairs)
        return Resolution(mentions, _chains(mentions))


def _shares(pairs: Pairs, scores: Scores, kept: Array) -> tuple[Array, Array]:
    """The likelihood of each pair among all that its later phrase may take up, and that of nothing."""
    i, j = pairs.later, pairs.earlier
    usable = kept[i] & kept[j]
    odds = np.where(usable, scores.pair, -np.inf)
    most = scores.nothing.copy()
    np.maximum.at(most, i, odds)
    weight = np.exp(odds - most[i])
    total = np.exp(scores.nothing - most)
    np.add.at(total, i, weight)
    return np.asarray(weight / total[i]), np.asarray(np.exp(scores.nothing - most) / total)


def _mentions(candidates: Candidates, scores: Scores, kept: Array, pairs: Pairs) -> tuple[Mention, ...]:
    shares, new = _shares(pairs, scores, kept)
    place = np.cumsum(kept) - 1
    links: list[list[Link]] = [[] for _ in range(int(kept.sum()))]
    likely = np.flatnonzero(shares > LEAST_SHARE)
    ranked = likely[np.argsort(-shares[likely], kind="stable")]
    ends = (place[pairs.later[ranked]].tolist(), place[pairs.earlier[ranked]].tolist())
    for later, earlier, share in zip(*ends, shares[ranked].tolist(), strict=True):
        links[later].append(Link(earlier, share))
    certain = 1 / (1 + np.exp(-scores.mention))
    columns = (candidates.start, candidates.end, candidates.head, candidates.joint, certain, new)
    rows = zip(*(column[kept].tolist() for column in columns), strict=True)
    return tuple(
        Mention(start, end, head, joint, score, none, tuple(links[number]))
        for number, (start, end, head, joint, score, none) in enumerate(rows)
    )


def _chains(mentions: tuple[Mention, ...]) -> tuple[Chain, ...]:
    """Each mention joins the chain of its likeliest antecedent, unless it is likelier that it takes up nothing.

    What is hardly a mention by itself counts only where something takes it up.
    """
    chain_of: list[list[int]] = []
    chains: list[list[int]] = []
    for number, mention in enumerate(mentions):
        if mention.links and mention.links[0].share > mention.new:
            chain = chain_of[mention.links[0].earlier]
        else:
            chain = []
            chains.append(chain)
        chain.append(number)
        chain_of.append(chain)
    return tuple(Chain(tuple(chain)) for chain in chains if len(chain) > 1 or mentions[chain[0]].score > 0.5)
