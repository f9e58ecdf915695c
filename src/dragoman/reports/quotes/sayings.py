"""Verbs of saying and what hangs on them: who says it, what is said, to whom.

Syntax alone: nothing here asks who the words mean, nor whether the words stand in quotation marks.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from dragoman.reports.clauses import agents, is_passive, oblique
from dragoman.reports.quotes.knowledge import AS, CLAUSE, GERUND, INFINITIVE, OBJECT, PREDICATE, Cue, Speech
from dragoman.reports.tree import Tree, Word, marker, preposition, stands_by
from dragoman.reports.triggers import matched

ATTACHED = frozenset({"of", "for", "as", "with", "from", "in", "about", "over", "on", "to", "against", "at", "into"})
"""Prepositions of what belongs to an object that is spoken of: "accused Mali of a raid", "thanked Togo for its help"."""
ASKED = frozenset({"on", "upon", "to", "with"})
"""Prepositions of those who are asked to do something: "called on Mali to withdraw"."""
DURATIONS = frozenset({"hour", "day", "week", "month", "year", "decade", "time", "moment", "while"})
MARKS = frozenset({":", "—", "–", "-", "“", '"', "''", "``", "«", "„", "‘"})


@dataclass(frozen=True, slots=True)
class Saying:
    """Somebody says something: `cue` the words that tell so, `source` the head of the words that stand for the speaker.

    `doers` are who is meant by them (the noun before "who"). `first` and `last` are the words between which the content
    lies, both included; cue and source may stand in between. `frame` is how the content hangs on. `told` are the heads of
    those whom it is said to. `under` is the verb of the speech that a participle goes on with.
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
    under: Word | None = None

    @property
    def asserted(self) -> Word:
        """The verb that tells whether it was said."""
        return self.under or self.verb


Extent = tuple[int, int]


def verb_sayings(tree: Tree, sentence: Iterable[Word], speech: Speech) -> list[Saying]:
    """What the verbs of a sentence tell as said, in the order of the verbs."""
    verbs = [
        word for word in sentence if word.is_verb and word.rel not in ("aux", "cop") and word.dep not in ("amod", "compound")
    ]
    found = [saying for verb in verbs if (saying := _saying(tree, verb, speech)) is not None]
    found = list(_relayed_together(found, speech))
    for number, saying in enumerate(found):
        outer = next((each for each in found if _goes_on_with(saying, each)), None)
        if outer is not None:
            found[number] = replace(saying, source=outer.source, doers=outer.doers, under=outer.asserted)
            found[found.index(outer)] = replace(outer, last=saying.verb.i - 1)
    return [_without_mark(tree, _without_behind(saying, speech)) for saying in found]


def _without_behind(saying: Saying, speech: Speech) -> Saying:
    """A content before the verb of saying, without what tells behind that verb whose words or in what text they are."""
    told = (*citing(saying, speech), *circumstances_behind(saying, speech))
    if not saying.first < saying.verb.i <= saying.last or not any(each.i > saying.verb.i for each in told):
        return saying
    source = min(each.i for each in saying.source.subtree()) if saying.source is not None else saying.verb.i
    return replace(saying, last=min(saying.verb.i, source) - 1)


def _relayed_together(found: Sequence[Saying], speech: Speech) -> Iterator[Saying]:
    """ "the agency quoted Doe as saying ...": one saying, whatever of its content the parser hung on "quoted"."""
    for saying in found:
        inner = next((each for each in found if relaying(each.verb, speech) is saying.verb), None)
        outer = next((each for each in found if each.verb is relaying(saying.verb, speech)), None)
        if outer is not None and outer.frame == CLAUSE:
            yield _with_content_of(outer, saying)
        elif inner is None:
            yield saying


def _with_content_of(outer: Saying, saying: Saying) -> Saying:
    """A saying with the content that the parser hung on the verb which relays it, never with that verb itself."""
    if saying.first <= outer.verb.i <= saying.last:
        return replace(saying, first=outer.first, last=outer.last)
    return replace(saying, first=min(saying.first, outer.first), last=max(saying.last, outer.last))


def relaying(verb: Word, speech: Speech) -> Word | None:
    """The verb by which a third party relays: "quoted" of "quoted Doe as saying"."""
    above = verb.head
    return above if above is not None and marker(verb) == "as" and above.lemma in speech.words.relays else None


def is_citing(verb: Word, speech: Speech) -> bool:
    """Whether a verb names whose words are told: "citing an officer", "which quoted an officer"."""
    if verb.lemma not in speech.words.citing or marker(verb) is not None:
        return False
    subject = verb.first("nsubj")
    return verb.tag == "VBG" or (verb.dep == "acl:relcl" and subject is not None and subject.tag in ("WP", "WDT"))


def citing(saying: Saying, speech: Speech) -> Iterator[Word]:
    """The verbs that name whose words a saying tells, wherever the parser hung them: on whoever says it, or on the content
    before ("the bridge fell, the agency reported, citing an officer")."""
    if saying.frame != CLAUSE or not saying.cue:
        return
    for word in (saying.verb, *saying.doers):
        yield from (child for child in word.by_dep("advcl", "acl") if is_citing(child, speech))
    for word in _behind(saying):
        if word.rel == "advcl" and is_citing(word, speech):
            yield word


def circumstances_behind(saying: Saying, speech: Speech) -> Iterator[Word]:
    """ "Togo will pay, the minister said in comments aired in Lome": where it was said, which parsers hang on "pay"."""
    words = speech.words
    for word in _behind(saying):
        if word.rel == "obl" and (word.lemma in speech.media or word.lemma in (*words.texts, *words.occasions)):
            yield word


def _behind(saying: Saying) -> Iterator[Word]:
    """What hangs on a content that stands before the verb of saying, but stands behind that verb."""
    clause = saying.verb.first("ccomp") if saying.first < saying.verb.i else None
    yield from (child for child in clause.children if child.i > saying.verb.i) if clause is not None else ()


def _goes_on_with(saying: Saying, outer: Saying) -> bool:
    """ "said that talks failed, adding that ...": a verb at the end of a content that tells what the same speaker said.

    A participle does so after whatever is no clause ("urged Togo to act, warning that ..."), and a verb that goes on telling
    always; a coordinated verb without a subject where it has the form of the verb above ("said it fell and blamed Mali").
    """
    verb = saying.verb
    inside = outer.first < verb.i <= outer.last <= saying.last and verb is not outer.verb
    if not inside or not outer.verb.is_verb or verb.first("nsubj"):
        return False
    if verb.lower.endswith("ing") and verb.rel == "advcl":
        loose = marker(verb) is None and any(mark.text == "," for mark in verb.by_dep("punct"))
        return loose and (saying.rule.runs_on or outer.frame != CLAUSE)
    return (
        verb.rel == "conj" and verb.tag == outer.verb.tag and verb.tag in ("VBD", "VBZ") and saying.rule.family == "speech"
    )


def _without_mark(tree: Tree, saying: Saying) -> Saying:
    """The saying without the comma or conjunction at the end of its content."""
    last = saying.last
    while last > saying.first and (tree.words[last].text in (",", ";") or tree.words[last].rel == "cc"):
        last -= 1
    return saying if last == saying.last else replace(saying, last=last)


def cues_of(tree: Tree, word: Word, speech: Speech) -> Iterator[tuple[Cue, tuple[Word, ...]]]:
    """The cues that a verb may be, each with all its words."""
    for cue in speech.verbs.get(word.lemma, ()):
        around = matched(word, cue.others, "verb", tree)
        if around is not None:
            yield cue, tuple(sorted((word, *around), key=lambda each: each.i))


def _saying(tree: Tree, verb: Word, speech: Speech) -> Saying | None:
    readings = [(cue, words, frame) for cue, words in cues_of(tree, verb, speech) for frame in cue.takes]
    for cue, words, frame in sorted(readings, key=lambda reading: reading[2] == OBJECT):  # an object may be part of the rest
        extent = _content(verb, frame)
        if extent is not None:
            source, doers = speaker_words(tree, verb, cue, speech)
            cue_words = _with_preposition(verb, words, frame)
            return Saying(cue, verb, cue_words, source, doers, *extent, frame, _told(verb, cue, frame))
    return None


def _with_preposition(verb: Word, words: tuple[Word, ...], frame: str) -> tuple[Word, ...]:
    """ "called for": the preposition by which the content hangs on is part of the cue where it stands beside it."""
    after = max(word.i for word in words) + 1
    for child in verb.children:
        for case in child.by_dep("case", "mark"):
            if case.i == after and case.lower == frame:
                return (*words, case)
    return words


def speaker_words(tree: Tree, verb: Word, cue: Cue, speech: Speech) -> tuple[Word | None, tuple[Word, ...]]:
    """The head of the words that stand for the speaker, and of those that tell who that is; nobody where it is "it"."""
    speaks = cue.family == "speech" and not is_passive(verb)
    own = verb.first("nsubj", "expl") if speaks else verb.first("nsubj") if not is_passive(verb) else None
    doers = (own,) if own is not None and own.rel == "expl" else agents(verb)
    doers = tuple(word for word in doers if (speaks or word.rel != "expl") and word.lower not in speech.words.impersonal)
    if not doers:
        stray = _stray_subject(tree, verb) if speaks else None
        return (None, ()) if stray is None else (stray, (stray,))
    if verb.tag == "VBG" and verb.rel in ("advcl", "conj"):
        doers = tuple(_owner_of(word) for word in doers)
    return (own if own is not None else doers[0]), doers


def _stray_subject(tree: Tree, verb: Word) -> Word | None:
    """The subject that the parser hung on a verb of the content: the phrase right before or behind the verb of saying."""
    for word in tree.sentence(verb):
        if word.rel in ("nsubj", "nsubj:pass") and word.head is not verb:
            inner = [each.i for each in word.subtree()]
            if min(inner) == verb.i + 1 or max(inner) == verb.i - 1:
                return word
    return None


def _owner_of(noun: Word) -> Word:
    """ "Denouncing the raid, Togo's silence ...": a participle that hangs loose means the owner."""
    owner = noun.first("nmod:poss")
    return owner if owner is not None and noun.tag in ("NN", "NNS") and owner.tag in ("NNP", "NNPS") else noun


# ------------------------------------------------------------------------------------------------------------- content


def _content(verb: Word, frame: str) -> Extent | None:
    found = _FRAMES.get(frame)
    return found(verb) if found is not None else _prepositional(verb, frame)


def _clause(verb: Word) -> Extent | None:
    own = [child for child in verb.children if child.rel == "ccomp" or _apposed(child, verb) or _before(child, verb)]
    own = own or [clause for child in verb.by_dep("obl") for clause in child.by_dep("acl") if _that(clause)]
    own = own or [child for child in verb.by_dep("csubj") if child.i > verb.i and marker(child) == "that"]
    own = own or _hung_above(verb)
    if own:
        return _from_that(verb, own)
    if any(child.text == ";" for child in verb.by_dep("punct")):
        return None  # "Kenya attacked; Chad replied with shells": a sentence of its own
    if verb.rel == "parataxis" or (verb.rel == "advcl" and marker(verb) == "as" and not verb.first("obj")):
        return _around(verb)
    return None


def _hung_above(verb: Word) -> list[Word]:
    """ "Togo was told that the gate stays shut, officials said": the clause right behind that parsers hang on "said"."""
    above = verb.head if verb.rel == "ccomp" else None
    after = max(word.i for word in verb.subtree() if word.rel != "punct") + 1
    clauses = above.by_dep("ccomp") if above is not None and above.i > after else ()
    return [child for child in clauses if _that(child) and min(word.i for word in child.subtree()) == after]


def _before(child: Word, verb: Word) -> bool:
    """ "Togo, too, wants talks, it said": a clause of its own before the verb that parsers take for an adverbial."""
    finite = child.rel == "advcl" and child.i < verb.i and child.tag in ("VBZ", "VBD", "VBP")
    return finite and marker(child) is None and child.first("nsubj") is not None


def _from_that(verb: Word, clauses: Sequence[Word]) -> Extent | None:
    """The clauses; where "that" opens them behind the verb, what parsers drew in from before it is left out."""
    where = extent(clauses)
    opening = min((mark.i for clause in clauses for mark in clause.by_dep("mark") if mark.lower == "that"), default=verb.i)
    return (opening, where[1]) if where is not None and verb.i < where[0] < opening else where


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
        if _to(child) and (child.rel != "advcl" or (objects and "asking" in verb.ways)):
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
    if predicates or len(objects) > 1 or any(each.i > one.i for one in objects for each in one.by_dep("amod")):
        return extent([*objects, *predicates])
    return None


def _as(verb: Word) -> Extent | None:
    found = [child for child in verb.children if _by(child, "as") and child.i > verb.i]
    if not found:
        return None
    theirs = verb.first("nsubj:pass") if is_passive(verb) else verb.first("obj")
    return extent([*([theirs] if theirs is not None else []), *found])


def _prepositional(verb: Word, prep: str) -> Extent | None:
    found = [child for child in verb.children if child.i > verb.i and not child.timed and _by(child, prep)]
    found = found or [word for word in oblique(verb, prep) if word.i > verb.i]
    found = [word for word in found if word.lemma not in DURATIONS]
    if found and prep in ASKED:
        found.extend(child for child in verb.by_dep("xcomp", "advcl", "ccomp") if _to(child) and child.i > found[0].i)
    where = extent(found, without=frozenset({"case", "mark"})) if found else None
    return where if where is not None and where[0] > verb.i else None


def _by(child: Word, prep: str) -> bool:
    if child.rel in ("obl", "nmod", "obj"):
        return stands_by(child, prep) and preposition(child) is not None
    return child.rel in ("advcl", "ccomp", "xcomp") and marker(child) == prep


def _object(verb: Word) -> Extent | None:
    """What is spoken of, with what is said about it: "accused Mali of a raid"."""
    if is_passive(verb):
        theirs = verb.first("nsubj:pass")
        named = any(preposition(child) == "by" for child in verb.by_dep("obl"))
        return extent([theirs]) if theirs is not None and named else None
    theirs = next((child for dep in ("obj", "iobj") for child in verb.by_dep(dep) if preposition(child) is None), None)
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
    if slot == "receiver":
        return tuple(verb.by_dep("iobj"))
    if slot == frame and slot not in ASKED:
        return ()
    near = [verb, *(child for child in verb.by_dep("obj") if child.i > verb.i)]
    return tuple(
        child for word in near for child in word.by_dep("obl", "nmod") if child.i > verb.i and stands_by(child, slot)
    )


def _object_told(verb: Word) -> tuple[Word, ...]:
    if is_passive(verb):
        return tuple(verb.by_dep("nsubj:pass"))
    told = tuple(verb.by_dep("iobj")) or tuple(child for child in verb.by_dep("obj") if child.i > verb.i)
    subjects = tuple(verb.by_dep("nsubj"))
    return told or tuple(child for child in subjects if subjects[0].i < verb.i < child.i)  # parsers make two subjects of it
