"""The words of an issue: the phrase that a word heads, as the page has it."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.ontology.stances import StanceWords
from dragoman.reports.clauses import oblique, patients
from dragoman.reports.tree import Tree, Word

ASIDE = frozenset({"parataxis", "appos", "punct", "cc", "discourse", "dislocated", "vocative"})
SET_OFF = frozenset({"advcl", "advmod", "obl", "nmod", "acl", "xcomp"})


def phrase_words(head: Word, tree: Tree, words: StanceWords) -> tuple[Word, ...]:
    """The words from the first to the last of the phrase, asides and conjuncts left out, cut of what opens it."""
    inside = sorted(_inside(head, head), key=lambda each: each.i)
    while len(inside) > 1 and inside[0] is not head and _opens(inside[0], words):
        inside.pop(0)
    kept = tree.words[inside[0].i : inside[-1].i + 1]
    return kept if kept else (head,)


def _inside(word: Word, head: Word) -> Iterator[Word]:
    yield word
    for child in word.children:
        if not _aside(child, word, head):
            yield from _inside(child, head)


def _aside(child: Word, word: Word, head: Word) -> bool:
    """Whether what hangs on a word is no part of the issue: asides, relatives, times, what a comma sets off."""
    if child.rel in ASIDE or (child.dep == "acl:relcl" and word.tag != "WP"):
        return True
    if word is head and (child.timed or (child.rel == "conj" and child.is_verb) or (head.is_verb and child.rel == "advcl")):
        return True
    return child.rel in SET_OFF and child.i > head.i and any(each.text == "," for each in _before(child, word))


def _before(child: Word, word: Word) -> Iterator[Word]:
    """The marks of punctuation between a word and what hangs on it."""
    first = min((each for each in child.subtree()), key=lambda each: each.i)
    yield from (each for each in child.subtree() if each is first and each.rel == "punct")
    yield from (each for each in word.by_dep("punct") if word.i < each.i <= first.i)


def _opens(word: Word, words: StanceWords) -> bool:
    return word.lower in words.openers or word.rel in ("punct", "case", "cc", "mark") or not word.text[:1].isalnum()


def inner(head: Word, words: StanceWords) -> tuple[Word, bool]:
    """What a phrase is about, and whether it is about its end: "lifting sanctions", "an end to the war", "the idea of"."""
    ends = False
    for _ in range(3):
        deeper = _governed(head, words)
        if deeper is None:
            break
        ends ^= head.lemma in words.endings
        head = deeper
    return head, ends


def _governed(head: Word, words: StanceWords) -> Word | None:
    ending = next((clause for clause in head.by_dep("acl") if clause.lemma in words.endings and clause.tag == "VB"), None)
    if head.is_noun and ending is not None:
        found: tuple[Word, ...] = (ending,)  # "efforts to lift sanctions", "the decision to quit the pact"
    elif head.is_verb:
        found = (
            (oblique(head, "from") or patients(head) or tuple(head.by_dep("xcomp"))) if head.lemma in words.endings else ()
        )
    elif head.lemma in words.endings:
        found = oblique(head, "to") or oblique(head, "of") or oblique(head, "in")
    elif head.lemma in words.hollow:
        found = oblique(head, "of")
    else:
        found = ()
    return found[0] if found and found[0] is not head else None
