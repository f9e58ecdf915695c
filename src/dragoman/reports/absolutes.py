"""Clauses behind "with" that have a subject of their own: "with its envoy summoned", "with A accusing B and C expelling D".

Nothing finite stands behind such a "with", and nothing between it and the participle belongs to the clause before.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from dragoman.reports.repair import move

if TYPE_CHECKING:
    from dragoman.reports.tree import Word

OPENING = "with"
TAKEN_AWAY = frozenset({"nsubj", "obj", "obl", "nmod"})
"""What the subject of the participle may have been taken for, of the clause before."""


def repair_absolutes(words: Sequence[Word]) -> None:
    """Repair the clauses behind "with" of a document in place."""
    for verb in words:
        opening = next((child for child in verb.by_dep("mark", "case") if child.lower == OPENING), None)
        marks = [*verb.by_dep("mark", "case")]  # "an accord with Chad on ending the war" opens no clause
        if verb.dep == "advcl" and verb.is_verb and opening is not None and opening.i < verb.i and len(marks) == 1:
            _give_subject(verb, opening.i)
            _make_participle(verb)
        _split(verb, words)


def _give_subject(verb: Word, opening: int) -> None:
    """ "with lawmakers calling for talks": they call, they are no subject of the verb before "with"."""
    main = verb.head
    if main is None or verb.first("nsubj", "nsubj:pass"):
        return
    between = [child for child in main.children if opening < child.i < verb.i and child.rel in TAKEN_AWAY and child.is_noun]
    if between:
        move(between[-1], verb, "nsubj")


def _make_participle(verb: Word) -> None:
    """ "with its envoy summoned": no past tense, a passive."""
    subject = verb.first("nsubj")
    if verb.tag in ("VBD", "VBN") and subject is not None and not verb.first("obj", "aux", "ccomp"):
        verb.tag = "VBN"
        subject.dep = "nsubj:pass"


def _split(verb: Word, words: Sequence[Word]) -> None:
    """ "Kenya accusing Chad of theft and Mali expelling Chadians": Mali is beside Kenya, not beside the theft."""
    above, before = verb.head, words[verb.i - 1] if verb.i else None
    if verb.tag != "VBG" or verb.rel != "advcl" or above is None or above.tag != "VBG" or above.first("nsubj") is None:
        return
    if before is None or before.rel != "conj" or before.first("cc") is None or verb.first("nsubj"):
        return
    move(before, verb, "nsubj")
    move(verb, above, "conj")
