"""What is told as said without a verb: "according to", "in the minister's view", "the claim that", "a call for"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dragoman.reports.clauses import noun_agent, oblique
from dragoman.reports.quotes.knowledge import CLAUSE, INFINITIVE, Cue, Speech
from dragoman.reports.quotes.sayings import Extent, Saying, extent, trimmed
from dragoman.reports.tree import Word, marker, preposition

ACCORDING = Cue("according-to", "say", "speech", (), (CLAUSE,), (), False)
"""The rule of sources that hang on by a preposition."""


def nominal_sayings(sentence: Iterable[Word], speech: Speech) -> Iterator[Saying]:
    """What prepositions and nouns of a sentence tell as said."""
    for word in sentence:
        if word.rel in ("obl", "nmod", "advmod", "parataxis") and preposition(word) in speech.words.sources:
            yield from _source(word)
        elif word.dep == "obl:agent" and _relays_as(word.head, speech):
            yield from _reporter(word)
        elif word.is_noun and word.rel not in ("compound", "flat"):
            yield from _noun(word, speech)


def _source(source: Word) -> Iterator[Saying]:
    """ "According to Kenya, ...": the clause that the source hangs on."""
    clause = source.head
    aside = {word.i for word in source.subtree()}
    while (
        clause is not None
        and clause.rel in ("nmod", "obl", "obj", "nsubj", "appos", "conj", "amod", "compound")
        and clause.head
    ):
        clause = clause.head
    if clause is None:
        return
    found = trimmed([word.i for word in clause.subtree() if word.i not in aside and word.rel != "cc"], clause)
    cases = (each for case in source.by_dep("case") for each in (case, *case.by_dep("fixed")))
    words = tuple(sorted(cases, key=lambda each: each.i))
    if found is not None and words:
        yield Saying(ACCORDING, source, words, source, (source,), *found, CLAUSE)


def _relays_as(verb: Word | None, speech: Speech) -> bool:
    """ "as reported by": a passive aside that relays the clause it hangs on."""
    if verb is None or verb.rel != "advcl" or verb.tag != "VBN" or verb.first("nsubj:pass"):
        return False
    return marker(verb) == "as" and verb.lemma in speech.words.relays


def _reporter(source: Word) -> Iterator[Saying]:
    """ "The gate is shut, as reported by Kenya": the clause that the aside hangs on."""
    verb = source.head
    clause = verb.head if verb is not None else None
    if verb is None or clause is None:
        return
    aside = {word.i for word in verb.subtree()}
    found = trimmed([word.i for word in clause.subtree() if word.i not in aside], clause)
    words = tuple(word for word in sorted(verb.subtree(), key=lambda each: each.i) if word.i <= source.i)
    if found is not None:
        cue = tuple(word for word in words if word is verb or word.rel in ("mark", "case"))
        yield Saying(ACCORDING, source, cue, source, (source,), *found, CLAUSE)


def _noun(noun: Word, speech: Speech) -> Iterator[Saying]:
    for cue in speech.nouns.get(noun.lemma, ()):
        for frame in cue.takes:
            found = _content(noun, frame)
            owner = noun_agent(noun) if found is not None else None
            if found is not None and (owner is not None or frame == CLAUSE):
                doers = (owner,) if owner is not None else ()
                yield Saying(cue, noun, (noun,), owner, doers, *found, frame)
                return


def _content(noun: Word, frame: str) -> Extent | None:
    if frame == CLAUSE:
        return extent(child for child in noun.by_dep("acl", "ccomp") if marker(child) == "that" or child.rel == "ccomp")
    if frame == INFINITIVE:
        return extent(child for child in noun.by_dep("acl") if child.tag == "VB")
    found = [word for word in oblique(noun, frame) if word.i > noun.i]
    return extent(found, without=frozenset({"case"}))
