"""What somebody needs to do, or what it is vital that he does, is said of him as "must" would say it.

Done in place on the tree, like the other repairs (`repair.py`): the deed becomes the predicate, the words of need its modal.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from dragoman.reports.repair import move, put_in_place_of

if TYPE_CHECKING:
    from dragoman.reports.tree import Word

MODAL = "must"
SHARED = ("nsubj", "mark", "aux", "advmod", "cc", "conj", "parataxis", "punct", "advcl")
"""What stands with the words of need and is said of the deed."""
CLAUSES = ("ccomp", "csubj", "xcomp", "advcl", "acl")
EXPLETIVE = "it"
SPEAKERS = frozenset({"i", "we"})
"""What the speakers themselves need they ask of nobody."""
ABOUT = frozenset({"on", "in", "over", "about"})


def obliged(words: Sequence[Word]) -> None:
    """Make predicates, in place, of the deeds that a document's words of need call for."""
    for word in words:
        raise_needed(word)
        raise_vital(word)
        raise_partner(word)


def raise_needed(need: Word) -> None:
    """ "Kenya needs to leave": that Kenya leave is what is called for."""
    deed = need.first("xcomp")
    to = next((mark for mark in deed.by_dep("mark") if mark.lower == "to"), None) if deed is not None else None
    if deed is None or to is None or need.lemma != "need" or not need.is_verb:
        return
    subject = need.first("nsubj")
    if subject is not None and subject.lower not in SPEAKERS and not need.first("obj"):
        _raise(deed, need, to)


def raise_vital(vital: Word) -> None:
    """ "It is imperative that Kenya leave", "it is time for Kenya to leave": the same, said of it."""
    subject = vital.first("nsubj", "expl")
    if "obliging" not in vital.ways or not vital.first("cop") or subject is None or subject.lower != EXPLETIVE:
        return
    clauses = (clause for clause in vital.by_dep(*CLAUSES) if clause.is_verb)
    deed = next((clause for clause in clauses if clause.first("nsubj", "nsubj:pass")), None)
    if deed is None or (vital.is_noun and not any(mark.lower == "to" for mark in deed.by_dep("mark"))):
        return  # "it is the third time that they have met"
    subject.dep = subject.rel = "expl"
    for mark in list(deed.by_dep("mark")):
        move(mark, vital, "dep")
    _raise(deed, vital, None)


def raise_partner(word: Word) -> None:
    """ "cooperation on security with Kenya": the partner is of the cooperation, not of what it is about."""
    topic = word.head
    shared = topic.head if topic is not None and topic.rel == "nmod" else None
    if topic is None or shared is None or word.rel != "nmod" or "shared" not in shared.ways:
        return
    about = any(case.lower in ABOUT for case in topic.by_dep("case"))
    if about and any(case.lower == "with" for case in word.by_dep("case")):
        move(word, shared, "nmod")


def _raise(deed: Word, need: Word, to: Word | None) -> None:
    """Put a deed in the place of the word by which it is called for; that one becomes its modal."""
    put_in_place_of(deed, need)
    for child in [child for child in need.children if child.dep != "dep" and child.rel in SHARED]:
        move(child, deed, child.dep)
    if to is not None:
        move(to, need, "dep")
    deed.children.append(need)
    need.head, need.dep, need.rel = deed, "aux", "aux"
    need.tag, need.lower, need.lemma = "MD", MODAL, MODAL
