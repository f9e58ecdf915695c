"""Verbs of saying and what hangs on them: who says it, what is said, to whom.

Syntax alone: nothing here asks who the words mean, nor whether the words stand in quotation marks.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from dragoman.reports.clauses import ASKING, agents, is_passive, oblique
from dragoman.reports.quotes.knowledge import AS, CLAUSE, GERUND, INFINITIVE, OBJECT, PREDICATE, Cue, Speech
from dragoman.reports.tree import Tree, Word, marker, preposition, stands_by
from dragoman.reports.triggers import matched

ATTACHED = frozenset({"of", "for", "as", "with", "from", "in", "about", "over", "on", "to", "against", "at", "into"})
"""Prepositions of what belongs to an object that is spoken of: "accused Mali of a raid", "thanked Togo for its help"."""
ASKED = frozenset({"on", "upon", "to", "with"})
"""Prepositions of those who are asked to do something: "called on Mali to withdraw"."""
MARKS = frozenset({":", "—", "–", "-", "“", '"', "''", "``", "«", "„", "‘"})


@dataclass(frozen=True, slots=True)
class Saying:
    """Somebody says something: `cue` the words that tell so, `source` the head of the words that stand for the speaker.

    `doers` are who is meant by them (the noun before "who"). `first` and `last` are the words between which the content
    lies, both included; cue and source may stand in between. `frame` is how the content hangs on. `told` are the heads of
    those whom it is said to.
    """

    rule: Cue
    verb: Word
    cue: tuple[Word, ...]
    source: Word | None
    doers: tuple[Word, ...]
    first: int
    last: int
    frame: str
    told: tuple[Word, ...] = ()


Extent = tuple[int, int]


def verb_sayings(tree: Tree, sentence: Iterable[Word], speech: Speech) -> list[Saying]:
    """What the verbs of a sentence tell as said, in the order of the verbs."""
    verbs = [
        word for word in sentence if word.is_verb and word.rel not in ("aux", "cop") and word.dep not in ("amod", "compound")
    ]
    found = [saying for verb in verbs if (saying := _saying(tree, verb, speech)) is not None]
    for number, saying in enumerate(found):
        outer = next((each for each in found if _goes_on_with(saying, each)), None) if saying.rule.runs_on else None
        if outer is not None:
            found[number] = replace(saying, source=outer.source, doers=outer.doers)
            found[found.index(outer)] = replace(outer, last=saying.verb.i - 1)
    return [_without_mark(tree, saying) for saying in found]


def _goes_on_with(saying: Saying, outer: Saying) -> bool:
    """ "said that talks failed, adding that ...": the participle that ends a content tells what the same speaker said."""
    inside = outer.frame == CLAUSE and outer.first < saying.verb.i <= outer.last
    return inside and saying.verb.tag == "VBG" and saying.verb.rel == "advcl" and saying.last >= outer.last


def _without_mark(tree: Tree, saying: Saying) -> Saying:
    """The saying without the comma at the end of its content."""
    last = saying.last
    while last > saying.first and tree.words[last].text in (",", ";"):
        last -= 1
    return saying if last == saying.last else replace(saying, last=last)


def cues_of(tree: Tree, word: Word, speech: Speech) -> Iterator[tuple[Cue, tuple[Word, ...]]]:
    """The cues that a verb may be, each with all its words."""
    for cue in speech.verbs.get(word.lemma, ()):
        around = matched(word, cue.others, "verb", tree)
        if around is not None:
            yield cue, tuple(sorted((word, *around), key=lambda each: each.i))


def _saying(tree: Tree, verb: Word, speech: Speech) -> Saying | None:
    source, doers = speaker_words(verb, speech)
    for cue, words in cues_of(tree, verb, speech):
        for frame in cue.takes:
            extent = _content(verb, cue, frame)
            if extent is not None:
                return Saying(
                    cue, verb, _with_preposition(verb, words, frame), source, doers, *extent, frame, _told(verb, cue, frame)
                )
    return None


def _with_preposition(verb: Word, words: tuple[Word, ...], frame: str) -> tuple[Word, ...]:
    """ "called for": the preposition by which the content hangs on is part of the cue where it stands beside it."""
    after = max(word.i for word in words) + 1
    for child in verb.children:
        for case in child.by_dep("case", "mark"):
            if case.i == after and case.lower == frame:
                return (*words, case)
    return words


def speaker_words(verb: Word, speech: Speech) -> tuple[Word | None, tuple[Word, ...]]:
    """The head of the words that stand for the speaker, and of those that tell who that is; nobody where it is "it"."""
    doers = tuple(word for word in agents(verb) if word.dep != "expl" and word.lower not in speech.words.impersonal)
    own = None if is_passive(verb) else verb.first("nsubj")
    if not doers:
        return None, ()
    if verb.tag == "VBG" and verb.rel in ("advcl", "conj"):
        doers = tuple(_owner_of(word) for word in doers)
    return (own if own is not None else doers[0]), doers


def _owner_of(noun: Word) -> Word:
    """ "Denouncing the raid, Togo's silence ...": a participle that hangs loose means the owner."""
    owner = noun.first("nmod:poss")
    return owner if owner is not None and noun.tag in ("NN", "NNS") and owner.tag in ("NNP", "NNPS") else noun


# ------------------------------------------------------------------------------------------------------------- content


def _content(verb: Word, cue: Cue, frame: str) -> Extent | None:
    found = _FRAMES.get(frame)
    return found(verb) if found is not None else _prepositional(verb, frame, cue)


def _clause(verb: Word) -> Extent | None:
    own = [child for child in verb.children if child.rel == "ccomp" or _apposed(child, verb)]
    own = own or [clause for child in verb.by_dep("obl") for clause in child.by_dep("acl") if _that(clause)]
    if own:
        return extent(own)
    if verb.rel == "parataxis" or (verb.rel == "advcl" and marker(verb) == "as" and not verb.first("obj")):
        return _around(verb)
    return None


def _that(clause: Word) -> bool:
    """ "said in a statement that ...": parsers hang the clause on the noun."""
    return marker(clause) == "that" and clause.first("nsubj", "nsubj:pass", "expl") is not None


def _apposed(child: Word, verb: Word) -> bool:
    """ "He added: the talks go on": what follows a colon, a dash or an opening mark."""
    if child.rel not in ("parataxis", "appos", "dep") or child.i < verb.i or not verb.children:
        return False
    return any(each.text in MARKS and verb.i < each.i < child.i for each in (*verb.by_dep("punct"), *child.by_dep("punct")))


def _around(verb: Word) -> Extent | None:
    """The clause that a verb stands in as an aside: ", he said," and "as he said"."""
    clause = verb.head
    if clause is None or not (clause.is_verb or clause.first("cop", "nsubj")):
        return None
    aside = {word.i for word in verb.subtree()}
    rest = [word.i for word in clause.subtree() if word.i not in aside]
    return trimmed(rest, clause)


def _infinitive(verb: Word) -> Extent | None:
    if is_passive(verb):
        clause = next((child for child in verb.by_dep("xcomp", "ccomp", "advcl") if _to(child)), None)
        subject = verb.first("nsubj:pass")
        return extent([subject, clause]) if clause is not None and subject is not None else None
    objects = list(verb.by_dep("obj", "iobj"))
    for child in verb.by_dep("xcomp", "ccomp", "advcl"):
        if _to(child) and (child.rel != "advcl" or (objects and verb.lemma in ASKING)):
            return extent([*objects[:1], child])
    return None


def _to(child: Word) -> bool:
    return child.lower != "to" and any(mark.lower == "to" for mark in (*child.by_dep("mark"), *child.by_dep("aux")))


def _gerund(verb: Word) -> Extent | None:
    found = [child for child in verb.by_dep("xcomp", "ccomp") if child.tag == "VBG" or child.first("aux")]
    return extent(found[:1]) if found and found[0].i > verb.i else None


def _predicate(verb: Word) -> Extent | None:
    """ "called it a mistake", "was called a mistake"."""
    predicates = [child for child in verb.by_dep("xcomp") if child.i > verb.i and not _to(child)]
    objects = [child for child in verb.by_dep("obj", "iobj") if child.i > verb.i]
    if is_passive(verb):
        subject = verb.first("nsubj:pass")
        return extent([subject, *predicates]) if predicates and subject is not None else None
    if predicates or len(objects) > 1:
        return extent([*objects, *predicates])
    return None


def _as(verb: Word) -> Extent | None:
    found = [child for child in verb.children if _by(child, "as") and child.i > verb.i]
    if not found:
        return None
    theirs = verb.first("nsubj:pass") if is_passive(verb) else verb.first("obj")
    return extent([*([theirs] if theirs is not None else []), *found])


def _prepositional(verb: Word, prep: str, cue: Cue) -> Extent | None:
    found = [child for child in verb.children if child.i > verb.i and not child.timed and _by(child, prep)]
    found = found or [word for word in oblique(verb, prep) if word.i > verb.i]
    if found and prep in ASKED:
        found.extend(child for child in verb.by_dep("xcomp", "advcl", "ccomp") if _to(child) and child.i > found[0].i)
    return extent(found, without=frozenset({"case", "mark"})) if found else None


def _by(child: Word, prep: str) -> bool:
    if child.rel in ("obl", "nmod"):
        return stands_by(child, prep) and preposition(child) is not None
    return child.rel in ("advcl", "ccomp", "xcomp") and marker(child) == prep


def _object(verb: Word) -> Extent | None:
    """What is spoken of, with what is said about it: "accused Mali of a raid"."""
    if is_passive(verb):
        theirs = verb.first("nsubj:pass")
        named = any(preposition(child) == "by" for child in verb.by_dep("obl"))
        return extent([theirs]) if theirs is not None and named else None
    theirs = next((child for child in verb.by_dep("obj", "iobj") if preposition(child) is None), None)
    if theirs is None or theirs.timed:
        return None
    rest = [child for child in verb.children if child.i > theirs.i and _belongs(child)]
    return extent([theirs, *rest])


def _belongs(child: Word) -> bool:
    if child.rel == "obl":
        return not child.timed and preposition(child) in ATTACHED
    return child.rel in ("xcomp", "ccomp") or (child.rel == "advcl" and marker(child) in ATTACHED)


_FRAMES: dict[str, Callable[[Word], Extent | None]] = {
    CLAUSE: _clause,
    INFINITIVE: _infinitive,
    GERUND: _gerund,
    PREDICATE: _predicate,
    AS: _as,
    OBJECT: _object,
}


def extent(heads: Iterable[Word], without: frozenset[str] = frozenset()) -> Extent | None:
    """From the first to the last word below the heads; marks at the edges and the heads' own `without` left out."""
    found: list[int] = []
    for head in heads:
        left_out = {word.i for child in head.by_dep(*without) for word in child.subtree()} if without else set()
        found.extend(word.i for word in head.subtree() if word.i not in left_out and word.rel != "punct")
    return (min(found), max(found)) if found else None


def trimmed(numbers: Iterable[int], clause: Word) -> Extent | None:
    """From the first to the last of some words below a clause, marks at the edges left out."""
    marks = {word.i for word in clause.subtree() if word.rel == "punct"}
    kept = [i for i in numbers if i not in marks]
    return (min(kept), max(kept)) if kept else None


# ----------------------------------------------------------------------------------------------------------- addressee


def _told(verb: Word, cue: Cue, frame: str) -> tuple[Word, ...]:
    return next((found for slot in cue.to if (found := _told_by(verb, slot, frame))), ())


def _told_by(verb: Word, slot: str, frame: str) -> tuple[Word, ...]:
    if slot == "object":
        return _object_told(verb)
    if slot == frame and slot not in ASKED:
        return ()
    near = [verb, *(child for child in verb.by_dep("obj") if child.i > verb.i)]
    return tuple(
        child for word in near for child in word.by_dep("obl", "nmod") if child.i > verb.i and stands_by(child, slot)
    )


def _object_told(verb: Word) -> tuple[Word, ...]:
    if is_passive(verb):
        return tuple(verb.by_dep("nsubj:pass"))
    return tuple(verb.by_dep("iobj")) or tuple(child for child in verb.by_dep("obj") if child.i > verb.i)
