"""Noun phrases, pronouns and coordinations of a parsed document: all that may be a mention of something."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np

from dragoman.documents.coreference.columns import CLOSING, QUOTES, Array, Columns
from dragoman.documents.coreference.hashing import hashes
from dragoman.documents.coreference.lexicon import Lexicon

NOMINAL: Final = hashes(("NOUN", "PROPN", "PRON", "NUM", "DET", "SYM", "X", "ADJ"))
INSIDE: Final = hashes(
    (
        "det", "det:predet", "amod", "nmod", "nmod:poss", "nmod:desc", "nmod:unmarked", "compound",
        "flat", "nummod", "acl", "acl:relcl", "fixed", "goeswith", "list",
    )
)  # fmt: skip
"""Relations of what belongs to the noun phrase of its head."""
NEVER: Final = hashes(("flat", "fixed", "goeswith", "case", "cc", "mark", "discourse", "det:predet"))
"""Relations of words that head no phrase of their own."""
UNLESS: Final = (("DET", ("det",)), ("ADJ", ("amod", "advmod")), ("NUM", ("nummod",)))
"""Parts of speech that head no phrase of their own under these relations."""


@dataclass(frozen=True, slots=True)
class Candidates:
    """Phrases in the order of their heads: tokens `start` to `end` (half-open); `joint` marks a head with its conjuncts."""

    head: Array
    start: Array
    end: Array
    joint: Array

    def __len__(self) -> int:
        return len(self.head)


def candidates_of(columns: Columns, lexicon: Lexicon) -> Candidates:
    """Every phrase that may refer; those that do are chosen by the ranker."""
    start, end, joint_end = _extents(columns)
    heads = np.flatnonzero(_may_head(columns) | np.isin(columns.lower, lexicon.adverbs) & _is(columns.pos, "ADV"))
    joint = heads[joint_end[heads] > end[heads]]
    head = np.concatenate([heads, joint])
    wide = np.repeat([False, True], [len(heads), len(joint)])
    order = np.lexsort((wide, head))
    head, wide = head[order], wide[order]
    last = np.where(wide, joint_end[head], end[head])
    return Candidates(head, start[head], _closed(columns, start[head], last) + 1, wide)


def _extents(columns: Columns) -> tuple[Array, Array, Array]:
    """First and last token of each token's noun phrase, and the last with its conjuncts."""
    tokens = np.arange(len(columns))
    child = columns.head != tokens
    genitive = np.isin(columns.dep, hashes(("case",))) & (columns.head < tokens) & (columns.tag == hashes(("POS",))[0])
    inside = np.flatnonzero(child & np.isin(columns.dep, INSIDE) | genitive)
    start, end = tokens.copy(), tokens.copy()
    np.minimum.at(start, columns.head[inside], columns.first[inside])
    np.maximum.at(end, columns.head[inside], columns.last[inside])
    joint_end = end.copy()
    conjuncts = np.flatnonzero(child & (columns.dep == hashes(("conj",))[0]))
    np.maximum.at(joint_end, columns.head[conjuncts], columns.last[conjuncts])
    return start, end, joint_end


def _closed(columns: Columns, start: Array, last: Array) -> Array:
    """The last token, or the bracket or quotation mark after it that closes one of the phrase's own."""
    following = np.minimum(last + 1, len(columns) - 1)
    before = np.where(start > 0, columns.balance[start - 1], 0)
    bracket = (columns.balance[last] > before) & np.isin(columns.lower[following], CLOSING)
    quotes = np.concatenate([[0], np.cumsum(np.isin(columns.lower, QUOTES))])
    odd = (quotes[last + 1] - quotes[start]) % 2 == 1
    return np.where(bracket | odd & np.isin(columns.lower[following], QUOTES), following, last)


def _is(pos: Array, name: str) -> Array:
    return np.asarray(pos == hashes((name,))[0])


def _may_head(columns: Columns) -> Array:
    nominal = np.isin(columns.pos, NOMINAL) & ~np.isin(columns.dep, NEVER)
    for pos, relations in UNLESS:
        nominal &= ~(_is(columns.pos, pos) & np.isin(columns.dep, hashes(relations)))
    return nominal
