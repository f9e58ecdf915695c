"""Infinitives, and verbs with their helpers, that the parser took for something else.

"had been due to leave" is no "due to", "agreed on Monday to leave" tells no purpose, in "said Kenya was helping Chad" Kenya
is not what is helped. Each repair has a condition under which the parse cannot be meant. Runs after `repair.py`.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from dragoman.reports.repair import FINITE, move, put_in_place_of

if TYPE_CHECKING:
    from dragoman.reports.tree import Word


def completed(words: Sequence[Word]) -> None:
    """Repair what infinitives and helping verbs hang on in a document, in place."""
    for word in words:
        raise_due_to(word)
        free_subject_object(word)
        join_decided(word)


def raise_due_to(due: Word) -> None:
    """ "had been due to leave": what was said was that somebody was due; read as "due to", the leaving would be done."""
    verb, to = due.head, next(due.by_dep("fixed"), None)
    if due.lower != "due" or due.rel not in ("mark", "case") or verb is None or to is None or verb.tag != "VB":
        return
    helpers = (*verb.by_dep("cop", "aux", "aux:pass"), *due.by_dep("cop", "aux", "aux:pass"))
    being = next((child for child in helpers if child.lemma == "be" and child.i < due.i), None)
    if being is None:
        return
    due.tag, being.dep, being.rel = "JJ", "cop", "cop"
    put_in_place_of(due, verb)
    if due.rel == "advcl" and any(child.i < due.i for child in (*verb.by_dep("cc"), *due.by_dep("cc"))):
        due.dep = due.rel = "conj"
    for child in [child for child in verb.children if child.i < due.i]:
        move(child, due, child.dep)
    move(verb, due, "xcomp")
    move(to, verb, "mark")


def free_subject_object(thing: Word) -> None:
    """ "said Kenya was helping Chad": a noun before the verb and its auxiliary, where nobody else acts, is who does it."""
    verb = thing.head
    if verb is None or thing.rel != "obj" or verb.tag != "VBG" or verb.first("nsubj", "nsubj:pass", "csubj"):
        return
    being = next((child for child in verb.by_dep("aux") if child.lemma == "be" and child.tag in FINITE), None)
    if being is not None and thing.i < being.i < verb.i and not thing.first("case"):
        thing.dep = thing.rel = "nsubj"


def join_decided(verb: Word) -> None:
    """ "agreed on Monday to leave": behind a day or a place, too, the infinitive is what was agreed, and not what for."""
    above = verb.head
    if verb.rel != "advcl" or verb.tag != "VB" or above is None or "deciding" not in above.ways or above.i > verb.i:
        return
    to = next((mark for mark in verb.by_dep("mark") if mark.lower == "to"), None)
    if to is None or above.first("obj", "xcomp", "ccomp"):
        return
    if not any(to.by_dep("fixed")) and not any(mark.lower in ("in", "so") for mark in verb.by_dep("mark", "advmod")):
        verb.dep = verb.rel = "xcomp"
