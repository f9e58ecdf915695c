"""Which earlier phrases are compared with each, and how the two of a pair are alike."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np

from dragoman.documents.coreference.columns import Array, Columns
from dragoman.documents.coreference.hashing import hashes
from dragoman.documents.coreference.lexicon import GENDERS
from dragoman.documents.coreference.phrases import SUBJECTS, Phrases

PRONOUN, NOMINAL, OF_PRONOUN = 35, 20, 12
"""How many phrases back an antecedent is looked for: of a pronoun, of another phrase, of another phrase among pronouns."""
FAR: Final = 12
"""How many earlier phrases with the same head word, or names that share a word, are looked at wherever they stand."""
CLIMB: Final = 6
"""How many heads up the subjects of clauses are looked for."""


BLOCK: Final = 256
"""Later phrases whose likeness to all before them is worked out at once: a matrix product costs less than pair by pair."""


@dataclass(frozen=True, slots=True)
class Pairs:
    """Rows of candidates, the later and the earlier of each pair, ordered by both, and `features` (pairs, features)."""

    later: Array
    earlier: Array
    features: Array

    def __len__(self) -> int:
        return len(self.later)


def pairs_of(columns: Columns, phrases: Phrases) -> Pairs:
    """All pairs that are worth a score."""
    later, earlier = _choose(phrases)
    return Pairs(later, earlier, _features(columns, phrases, later, earlier))


def _choose(phrases: Phrases) -> tuple[Array, Array]:
    near = _window(phrases.pronoun >= 0)
    far = _same_key(phrases)
    both = np.unique(np.concatenate([near[0] * len(phrases) + near[1], far[0] * len(phrases) + far[1]]))
    return both // max(1, len(phrases)), both % max(1, len(phrases))


def _window(pronoun: Array) -> tuple[Array, Array]:
    later = np.repeat(np.arange(len(pronoun)), PRONOUN)
    back = np.tile(np.arange(PRONOUN, 0, -1), len(pronoun))
    earlier = np.maximum(later - back, 0)
    reach = np.where(pronoun[later], PRONOUN, np.where(pronoun[earlier], OF_PRONOUN, NOMINAL))
    kept = (later >= back) & (back <= reach)
    return later[kept], earlier[kept]


def _same_key(phrases: Phrases) -> tuple[Array, Array]:
    """Pairs that share the head word or, among names, any word; the last `FAR` of each word."""
    rows, column = np.nonzero(phrases.words * (phrases.proper[:, None] | (np.arange(phrases.words.shape[1]) == 0)))
    rows = np.asarray(rows)
    plain = phrases.pronoun[rows] < 0
    rows, keys = rows[plain], phrases.words[rows, column][plain]
    order = np.lexsort((rows, keys))
    rows, keys = rows[order], keys[order]
    later, earlier = [], []
    for back in range(1, FAR + 1):
        same = keys[back:] == keys[:-back]
        later.append(rows[back:][same])
        earlier.append(rows[:-back][same])
    joined, other = np.concatenate(later), np.concatenate(earlier)
    kept = other < joined
    return joined[kept], other[kept]


def _features(columns: Columns, phrases: Phrases, i: Array, j: Array) -> Array:
    named = (
        _words_alike(phrases, i, j)
        | _agreement(phrases, i, j)
        | _syntax(columns, phrases, i, j)
        | _distance(columns, phrases, i, j)
    )
    return np.stack(list(named.values()), axis=1).astype(np.float32)


def _words_alike(phrases: Phrases, i: Array, j: Array) -> dict[str, Array]:
    a, b = phrases.words[i], phrases.words[j]
    same = (a[:, :, None] == b[:, None, :]) & (a != 0)[:, :, None]
    in_b, in_a = same.any(2), same.any(1)
    shared, size_a, size_b = in_b.sum(1), (a != 0).sum(1), (b != 0).sum(1)
    names = phrases.proper[i] & phrases.proper[j]
    head = same[:, 0, 0]
    nominal = (phrases.pronoun[i] < 0) & (phrases.pronoun[j] < 0)
    left_a, left_b = size_a - shared, size_b - shared
    some = nominal & (shared > 0)
    more_a, more_b = left_a > 0, left_b > 0
    return {
        "same head": head & nominal,
        "same words": ~more_a & ~more_b & some,
        "no word more": ~more_a & some,
        "no word less": ~more_b & some,
        "head among its words": in_b[:, 0] & nominal,
        "its head among the words": in_a[:, 0] & nominal,
        "words shared": np.minimum(shared, 3) / 3 * nominal,
        "names that share a word": names & (shared > 0),
        "names that share none": names & (shared == 0),
        "same head, each with words of its own": head & more_a & more_b & nominal,
        "same head and more words": head & more_a & ~more_b & nominal,
        "same pronoun": head & ~nominal,
        "both joint": phrases.candidates.joint[i] & phrases.candidates.joint[j],
    }


def _agreement(phrases: Phrases, i: Array, j: Array) -> dict[str, Array]:
    number, gender, entity = phrases.number, phrases.gender, phrases.entity
    numbers = (number[i] > 0) & (number[j] > 0)
    clash, agree = gender_relation(gender[i], gender[j])
    types = (entity[i] > 0) & (entity[j] > 0)
    pronouns = (phrases.pronoun[i] >= 0) & (phrases.pronoun[j] >= 0)
    same_person = phrases.person[i] == phrases.person[j]
    same_number = number[i] == number[j]
    return {
        "number agrees": numbers & same_number,
        "number differs": numbers & ~same_number,
        "gender agrees": agree,
        "gender differs": clash,
        "type agrees": types & (entity[i] == entity[j]),
        "type differs": types & (entity[i] != entity[j]),
        "pronouns of one person": pronouns & same_person,
        "pronouns of two persons": pronouns & ~same_person,
        "pronouns of one kind": pronouns & same_number & (gender[i] == gender[j]) & same_person,
        "pronoun for a name": phrases.proper[j] & (phrases.pronoun[i] >= 0),
    }


def gender_relation(a: Array, b: Array) -> tuple[Array, Array]:
    """Whether two genders exclude one another, and whether both are known and go together."""
    known = (a != GENDERS.index("any")) & (b != GENDERS.index("any"))
    people = GENDERS.index("p")
    thing = GENDERS.index("n")
    mixed = ((a == people) & (b != thing)) | ((b == people) & (a != thing))
    agree = known & ((a == b) | mixed)
    return known & ~agree, agree


def _syntax(columns: Columns, phrases: Phrases, i: Array, j: Array) -> dict[str, Array]:
    spans = phrases.candidates
    a, b = spans.head[i], spans.head[j]
    up_a, up_b = columns.head[a], columns.head[b]
    appos, desc, conj, relcl, nsubj = hashes(("appos", "nmod:desc", "conj", "acl:relcl", "nsubj"))
    rel = columns.dep
    grand = columns.head[up_a]
    same_up = (up_a == up_b) & (a != b)
    subject = np.isin(rel, SUBJECTS)
    subject_i, subject_j = subject[a], subject[b]
    below, apposed = up_a == b, rel[a] == appos
    nearest, above = _subjects_above(columns)
    return {
        "inside it": (spans.start[j] <= spans.start[i]) & (spans.end[i] <= spans.end[j]),
        "around it": (spans.start[i] <= spans.start[j]) & (spans.end[j] <= spans.end[i]),
        "one head": a == b,
        "apposed to it": below & apposed,
        "title and name": below & (rel[a] == desc) | (up_b == a) & (rel[b] == desc),
        "coordinated": (below | same_up) & (rel[a] == conj),
        "predicate of it": (up_b == a) & subject_j,
        "hangs on it": below & ~apposed,
        "on the same word": same_up,
        "on the same word, it the subject": same_up & subject_j,
        "in its relative clause": (grand == b) & (rel[up_a] == relcl),
        "joins a relative clause": below & (rel[b] == relcl),
        "same role": rel[a] == rel[b],
        "both subjects": subject_i & subject_j,
        "it a subject": subject_j,
        "it the subject of this sentence": (rel[b] == nsubj) & (columns.sentence[a] == columns.sentence[b]),
        "it the subject of a sentence": (columns.head[up_b] == up_b) & subject_j,
        "one word farther down": grand == up_b,
        "in its conjunct": (grand == b) & (rel[up_a] == conj),
        "it the nearest subject above": nearest[a] == b,
        "it a subject above": (above[a] == b[:, None]).any(1),
    }


def _subjects_above(columns: Columns) -> tuple[Array, Array]:
    """For each token the subject of the nearest clause over it that has one, and (tokens, `CLIMB`) all such; -1 for none."""
    subject_of = np.full(len(columns), -1)
    subjects = np.flatnonzero(np.isin(columns.dep, SUBJECTS))
    subject_of[columns.head[subjects]] = subjects
    at = np.arange(len(columns))
    nearest = np.full(len(columns), -1)
    above = np.full((len(columns), CLIMB), -1)
    for step in range(CLIMB):
        came, at = at, columns.head[at]
        found = np.where((at != came) & (subject_of[at] != came), subject_of[at], -1)
        above[:, step] = found
        nearest = np.where(nearest < 0, found, nearest)
    return nearest, above


def _distance(columns: Columns, phrases: Phrases, i: Array, j: Array) -> dict[str, Array]:
    head = phrases.candidates.head
    far = columns.sentence[head[i]] - columns.sentence[head[j]]
    quoted_i, quoted_j = columns.quoted[head[i]], columns.quoted[head[j]]
    compatible = _compatible(phrases, i, j)
    between = _between(i, compatible)
    frequency = _frequency(phrases.key)
    steps = {
        f"{least} to {most} sentences back": (far >= least) & (far <= most)
        for least, most in ((0, 0), (1, 1), (2, 2), (3, 3), (4, 5), (6, 9), (10, 10**9))
    }
    return steps | {
        "phrases between": np.log1p(i - j) / 4,
        "words between": np.log1p(np.maximum(0, head[i] - head[j])) / 6,
        "sentences between": np.log1p(far) / 4,
        "both quoted": quoted_i & quoted_j,
        "only this quoted": quoted_i & ~quoted_j,
        "only that quoted": ~quoted_i & quoted_j,
        "rivals between": np.log1p(between) / 3,
        "nearest that may be": compatible & (between == 0),
        "may be": compatible,
        "how often its head stands here": np.log1p(frequency[j]) / 3,
        "how often this head stands here": np.log1p(frequency[i]) / 3,
        "likeness of meaning": _cosine(columns, head, i, j),
    }


def _compatible(phrases: Phrases, i: Array, j: Array) -> Array:
    """Whether nothing that is known of the two speaks against their being one."""
    number = phrases.number
    clash, _ = gender_relation(phrases.gender[i], phrases.gender[j])
    return np.asarray(~clash & ((number[i] == 0) | (number[j] == 0) | (number[i] == number[j])))


def _between(i: Array, compatible: Array) -> Array:
    """How many compatible candidates stand between the two of each pair."""
    total = np.cumsum(compatible)
    last = np.searchsorted(i, i, side="right") - 1
    return np.asarray(total[last] - total) if len(i) else np.zeros(0, np.int64)


def _frequency(keys: Array) -> Array:
    _, place, counts = np.unique(keys, return_inverse=True, return_counts=True)
    return np.asarray(counts[place])


def _cosine(columns: Columns, head: Array, i: Array, j: Array) -> Array:
    if not columns.states.shape[1]:
        return np.zeros(len(i), np.float32)
    states = columns.states[head]
    states = states / np.maximum(np.linalg.norm(states, axis=1, keepdims=True), 1e-6)
    found = np.empty(len(i), np.float32)
    for start in range(0, len(head), BLOCK):
        rows = slice(*np.searchsorted(i, (start, start + BLOCK)))
        if rows.start == rows.stop:
            continue
        first = int(j[rows].min())
        alike = states[start : start + BLOCK] @ states[first : start + BLOCK].T
        found[rows] = alike[i[rows] - start, j[rows] - first]
    return found
