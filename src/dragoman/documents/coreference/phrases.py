"""What is known of each candidate phrase by itself: its kind, number, gender, words, role and place."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Final

import numpy as np

from dragoman.documents.coreference.candidates import Candidates
from dragoman.documents.coreference.columns import Array, Columns
from dragoman.documents.coreference.hashing import hashes
from dragoman.documents.coreference.lexicon import GENDERS, KINDS, NUMBERS, Lexicon
from dragoman.ontology.coreference import Gender

KEPT: Final = 6
"""How many words of a phrase are compared with those of another."""
CORE: Final = hashes(("flat", "compound", "amod", "nummod", "nmod:desc", "nmod:unmarked"))
"""Relations of the words that make one phrase differ from another with the same head."""
RELATIONS: Final = (
    "nsubj", "nsubj:pass", "nsubj:outer", "obj", "iobj", "obl", "obl:agent", "obl:unmarked", "nmod", "nmod:poss",
    "nmod:desc", "nmod:unmarked", "compound", "conj", "appos", "root", "ROOT", "parataxis", "xcomp", "ccomp", "advcl",
    "advmod", "amod", "acl:relcl", "dep", "list", "vocative", "dislocated", "expl", "det", "nummod", "orphan",
)  # fmt: skip
TAGS: Final = ("NOUN", "PROPN", "PRON", "NUM", "DET", "SYM", "X", "ADJ", "ADV", "VERB")
TYPES: Final = ("PERSON", "ORG", "GPE", "LOC", "NORP", "FAC", "EVENT", "DATE", "WORK", "PRODUCT")
SUBJECTS: Final = hashes(("nsubj", "nsubj:pass", "nsubj:outer"))


@dataclass(frozen=True, slots=True)
class Phrases:
    """One row a candidate, all in the order of `candidates`.

    `pronoun` is the row in the lexicon, -1 where the phrase is no pronoun; `person` is then 0. `number` and `gender` index
    `NUMBERS` and `GENDERS`, `entity` counts `TYPES` from 1. `key` is the hash of the head word, `words` (candidates, `KEPT`)
    those of the core words, 0 where there are fewer.

    `traits` is the matrix of what the ranker reads: (candidates, traits), floats.
    """

    candidates: Candidates
    pronoun: Array
    number: Array
    gender: Array
    person: Array
    proper: Array
    entity: Array
    key: Array
    words: Array
    traits: Array

    def __len__(self) -> int:
        return len(self.candidates)


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of whom a token names, from outside the words: its gender, and one of `TYPES`."""

    gender: Gender
    type: str


NOTHING_KNOWN: Final[Mapping[int, Known]] = MappingProxyType({})


def phrases_of(
    columns: Columns, candidates: Candidates, lexicon: Lexicon, known: Mapping[int, Known] = NOTHING_KNOWN
) -> Phrases:
    """Everything about the candidates that does not depend on one another. `known` leads from tokens to what is known."""
    head, joint = candidates.head, candidates.joint
    pronoun = np.where(joint | ~_among(columns.pos[head], ("PRON", "DET", "ADV")), -1, lexicon.pronoun(columns.lower[head]))
    said = np.where((pronoun >= 0)[:, None], lexicon.said[pronoun], 0)
    proper = _among(columns.pos[head], ("PROPN",)) & ~joint
    words = _words(columns, candidates)
    told, types = _told(len(columns), known)
    entity = np.where(types[head] > 0, types[head], _one_of(columns.entity[head], TYPES))
    gender = _gender(columns, lexicon, head, words, said, entity, joint)
    gender = np.where(told[head] >= 0, np.where((pronoun >= 0) | joint, gender, told[head]), gender)
    number = _number(columns, head, said, joint, pronoun)
    determiner = _determiner(columns, candidates, lexicon)
    found = Phrases(
        candidates, pronoun, number, gender, said[:, 0], proper, entity, _keys(columns)[head], words,
        np.zeros((len(head), 0), np.float32),
    )  # fmt: skip
    return replace(found, traits=_traits(columns, found, said, determiner, lexicon))


def _told(tokens: int, known: Mapping[int, Known]) -> tuple[Array, Array]:
    """The gender of each token by what is known, -1 where nothing is; and its place in `TYPES` from 1, 0 likewise."""
    genders, types = np.full(tokens, -1), np.zeros(tokens, np.int64)
    for token, what in known.items():
        genders[token], types[token] = GENDERS.index(what.gender), TYPES.index(what.type) + 1
    return genders, types


def _among(column: Array, names: tuple[str, ...]) -> Array:
    return np.isin(column, hashes(names))


def _one_of(column: Array, names: tuple[str, ...]) -> Array:
    """The place of each value in `names`, counted from 1; 0 for others."""
    table = hashes(names)
    order = np.argsort(table)
    place = np.minimum(np.searchsorted(table[order], column), len(table) - 1)
    return np.where(table[order][place] == column, order[place] + 1, 0)


def _keys(columns: Columns) -> Array:
    """The lemma of a common word, the form of a name, in lower case."""
    return np.where(columns.pos == hashes(("PROPN",))[0], columns.lower, columns.lemma)


def _words(columns: Columns, candidates: Candidates) -> Array:
    """(candidates, KEPT): the key of the head and those of its core words, nearest first; none for joint phrases."""
    keys = _keys(columns)
    table = np.zeros((len(columns), KEPT), np.uint64)
    table[:, 0] = keys
    core = np.flatnonzero(np.isin(columns.dep, CORE) & (columns.head != np.arange(len(columns))))
    order = core[np.lexsort((np.abs(core - columns.head[core]), columns.head[core]))]
    above = columns.head[order]
    nth = np.arange(len(order)) - np.searchsorted(above, above) + 1
    kept = nth < KEPT
    table[above[kept], nth[kept]] = keys[order[kept]]
    return np.where(candidates.joint[:, None], 0, table[candidates.head])


def _gender(
    columns: Columns, lexicon: Lexicon, head: Array, words: Array, said: Array, entity: Array, joint: Array
) -> Array:
    """From the pronoun, a gendered noun, title or given name among the words, else from the type of the name or noun."""
    man, woman = np.isin(words, lexicon.men).any(1), np.isin(words, lexicon.women).any(1)
    person = (entity == TYPES.index("PERSON") + 1) | np.isin(columns.lemma[head], lexicon.people)
    thing = (entity > 0) & (entity != TYPES.index("PERSON") + 1) & (entity != TYPES.index("NORP") + 1)
    index = GENDERS.index
    found = np.select(
        [said[:, 3] > 0, joint, man & ~woman, woman & ~man, person, thing],
        [said[:, 2], index("any"), index("m"), index("f"), index("p"), index("n")],
        index("any"),
    )
    return np.asarray(found)


def _number(columns: Columns, head: Array, said: Array, joint: Array, pronoun: Array) -> Array:
    plural, singular = columns.plural[head], columns.singular[head]
    pl, sg = NUMBERS.index("pl"), NUMBERS.index("sg")
    return np.asarray(np.select([pronoun >= 0, joint, plural, singular], [said[:, 1], pl, pl, sg], NUMBERS.index("any")))


def _determiner(columns: Columns, candidates: Candidates, lexicon: Lexicon) -> Array:
    """0 none, 1 definite, 2 indefinite, 3 demonstrative, 4 a possessor, 5 a number."""
    tokens = np.arange(len(columns))
    kind = np.zeros(len(columns), np.int64)
    numbered = np.flatnonzero(_among(columns.dep, ("nummod",)))
    kind[columns.head[numbered]] = 5
    owned = np.flatnonzero(_among(columns.dep, ("nmod:poss",)) & (columns.head != tokens))
    kind[columns.head[owned]] = 4
    det = np.flatnonzero(_among(columns.dep, ("det", "det:predet")))
    for number, words in ((2, lexicon.indefinite), (1, lexicon.definite), (3, lexicon.demonstrative)):
        kind[columns.head[det[np.isin(columns.lower[det], words)]]] = number
    return np.asarray(np.where(candidates.joint, 0, kind[candidates.head]))


def _traits(columns: Columns, known: Phrases, said: Array, determiner: Array, lexicon: Lexicon) -> Array:
    head, candidates = known.candidates.head, known.candidates
    length = np.minimum(candidates.end - candidates.start, 30)
    sentence = columns.sentence[head]
    counted = _counts(known.key)
    parent = columns.head[head]
    lemma = columns.lemma[head]
    parts = [
        _hot(known.pronoun + 1, len(lexicon.pronouns) + 1),
        _hot(_one_of(columns.dep[head], RELATIONS), len(RELATIONS) + 1),
        _hot(_one_of(columns.pos[head], TAGS), len(TAGS) + 1),
        _hot(_one_of(columns.pos[parent], TAGS), len(TAGS) + 1),
        _hot(known.entity, len(TYPES) + 1),
        _hot(known.number, len(NUMBERS)),
        _hot(known.gender, len(GENDERS)),
        _hot(said[:, 3], len(KINDS)),
        _hot(determiner, 6),
        _hot(np.minimum(counted, 5), 6),
        np.stack(
            [
                candidates.joint, np.log1p(length) / 3, length == 1, columns.quoted[head], sentence == 0,
                np.log1p(sentence) / 4, np.arange(len(head)) / max(1, len(head)), _first_in_sentence(sentence),
                np.isin(lemma, lexicon.people), np.isin(lemma, lexicon.bodies), np.isin(lemma, lexicon.states),
                np.isin(lemma, lexicon.numbers), _predicate(columns)[head], _below(columns, "acl:relcl")[head],
                _below(columns, "nmod")[head], _below(columns, "amod")[head], _below(columns, "appos")[head],
                parent == head,
            ],
            axis=1,
        ).astype(np.float32),
    ]  # fmt: skip
    return np.concatenate(parts, axis=1)


def _hot(values: Array, size: int) -> Array:
    return np.eye(size, dtype=np.float32)[values]


def _counts(keys: Array) -> Array:
    """How many candidates before each have the same head word."""
    order = np.argsort(keys, kind="stable")
    ordered = keys[order]
    counts = np.empty(len(keys), np.int64)
    counts[order] = np.arange(len(keys)) - np.searchsorted(ordered, ordered)
    return counts


def _first_in_sentence(sentence: Array) -> Array:
    return np.concatenate([[True], sentence[1:] != sentence[:-1]]) if len(sentence) else np.zeros(0, bool)


def _predicate(columns: Columns) -> Array:
    """Which tokens are predicates with a copula."""
    return _below(columns, "cop")


def _below(columns: Columns, relation: str) -> Array:
    """Which tokens have a dependent of this relation."""
    found = np.zeros(len(columns), bool)
    found[columns.head[columns.dep == hashes((relation,))[0]]] = True
    return found
