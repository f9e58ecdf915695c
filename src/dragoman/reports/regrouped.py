"""Subjects and verbs that the parser hung into the wrong clause, as their forms show.

"called on Monday for Peru to pay", "said it would not yield and called on Chad to leave", "said it was ready to talk": each
repair has a condition under which the parse cannot be meant. Runs after `repair.py`.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from dragoman.reports.repair import FINITE, move

if TYPE_CHECKING:
    from dragoman.reports.tree import Word

LONGEST = 12
"""Words of a name with all that is apposed to it."""
PARTIES = frozenset({"nsubj", "obj", "iobj", "obl"})
LOOSE = frozenset({"obl", "nmod", "obj", "appos", "dep", "dislocated"})
"""How a subject hangs on the clause above, where the parser did not see that it begins a clause of its own."""


def regrouped(words: Sequence[Word]) -> None:
    """Repair which clause a document's subjects and verbs belong to, in place."""
    for word in words:
        join_bidden(word, words)
        join_named(word)
        join_asked(word)
        join_clause_subject(word, words)
        free_marked_subject(word, words)
        promote_name(word, words)
        name_speaker(word)
        lift_finite(word)
        lift_request(word, words)
        free_captive(word)


def join_bidden(verb: Word, words: Sequence[Word]) -> None:
    """ "called on Monday for Peru to pay": between "for" and "to" stands who is to pay, before "for" what asks for it."""
    marks = {mark.lower: mark for mark in verb.by_dep("mark")}
    opening, closing = marks.get("for"), marks.get("to")
    if verb.tag != "VB" or opening is None or closing is None:
        return
    if not verb.first("nsubj", "nsubj:pass"):
        _join_between(verb, words[opening.i + 1 : closing.i])
    asked = words[opening.i - 1]
    if asked.tag in ("NN", "NNS") and asked.head is verb.head and asked.rel in ("obj", "obl", "nsubj"):
        move(verb, asked, "acl")  # "led calls for Peru to pay"


def join_named(verb: Word) -> None:
    """ "led calls for Peru to pay": a name between a noun's "for" and "to" is who is to pay."""
    noun, closing = verb.head, verb.first("mark")
    if noun is None or verb.dep != "acl" or verb.tag != "VB" or closing is None or closing.lower != "to":
        return
    for name in noun.by_dep("nmod"):
        bidden = name.first("case")
        if bidden is not None and bidden.lower == "for" and name.tag in ("NNP", "NNPS") and _ends(name) == closing.i:
            move(bidden, verb, "mark")
            move(name, verb, "nsubj")
            return


def join_asked(verb: Word) -> None:
    """ "called for the army to leave": whoever stands between a verb's "for" and "to" is to do it, no aim of the call."""
    above, closing = verb.head, verb.first("mark")
    if above is None or not above.is_verb or verb.tag != "VB" or closing is None or closing.lower != "to":
        return
    if verb.dep not in ("advcl", "xcomp") or verb.first("nsubj", "nsubj:pass"):
        return
    for asked in (*above.by_dep("obl"), *verb.by_dep("obl")):
        opening = asked.first("case")
        if opening is not None and opening.lower == "for" and not asked.timed and _ends(asked) == closing.i:
            move(opening, verb, "mark")
            move(asked, verb, "nsubj:pass" if verb.first("aux:pass") else "nsubj")
            return


def _ends(phrase: Word) -> int:
    """The number of the word behind a phrase."""
    return max(each.i for each in phrase.subtree()) + 1


def join_clause_subject(verb: Word, words: Sequence[Word]) -> None:
    """ "since Doe, president of Mali, ordered troops home": behind "since" stands the subject of the verb that has none."""
    opening = verb.first("mark")
    if verb.tag not in FINITE or opening is None or opening.i > verb.i or verb.first("nsubj", "nsubj:pass", "csubj", "expl"):
        return
    _join_between(verb, words[opening.i + 1 : verb.i])


def _join_between(verb: Word, between: Sequence[Word]) -> None:
    """Make the one noun phrase of a stretch that hangs on a word outside of it, without a preposition, the subject."""
    inside = {word.i for word in between}
    loose = [word for word in between if word.rel in LOOSE and word.head is not None and word.head.i not in inside]
    loose = [word for word in loose if word.head is not verb and (word.is_noun or word.tag == "PRP") and not word.timed]
    if len(loose) == 1 and not loose[0].first("case"):
        move(loose[0], verb, "nsubj:pass" if verb.first("aux:pass") else "nsubj")


def free_marked_subject(verb: Word, words: Sequence[Word]) -> None:
    """ "the first swap since Doe, head of Mali, ordered troops home": "since" opens a clause here."""
    if (
        verb.tag not in FINITE
        or verb.first("nsubj", "nsubj:pass", "mark", "expl", "cop")
        or verb.rel not in ("parataxis", "advcl")
    ):
        return
    before = verb.i - 1 - (words[verb.i - 1].text == ",")
    name = next((each for each in words[max(0, before - LONGEST) : before + 1] if _ends_at(each, before, verb)), None)
    opening = name.first("case") if name is not None else None
    if name is not None and opening is not None and "opening" in opening.ways:
        move(opening, verb, "mark")
        move(name, verb, "nsubj")


def _ends_at(name: Word, last: int, verb: Word) -> bool:
    """Whether a phrase of a name ends at a word, and no verb stands in it."""
    if not name.tag.startswith("NNP") or name.rel not in LOOSE or name.sentence != verb.sentence or verb in name.subtree():
        return False
    return _ends(name) in (last + 1, verb.i) and not any(each.is_verb for each in name.subtree())


def promote_name(name: Word, words: Sequence[Word]) -> None:
    """ "Council of Elders Secretary-General Jane Doe and John Roe met": without a comma, the body is in her title."""
    body = name.head
    if name.dep != "appos" or body is None or body.head is None or not body.tag.startswith("NNP") or body.rel not in PARTIES:
        return
    title = next((child for child in name.by_dep("nmod:desc") if child.i < name.i), None)
    if title is None or name.tag != "NNP" or any(each.text == "," for each in words[body.i : name.i]):
        return
    move(name, body.head, body.dep)
    for child in [
        *body.by_dep("cc", "conj"),
        *(child for child in body.by_dep("case") if child.tag != "POS" and child.i < body.i),
    ]:
        move(child, name, child.dep)
    move(body, title, "compound")


def name_speaker(word: Word) -> None:
    """ "said it was ready to talk": only somebody is ready, so that "it" stands for who speaks."""
    if "minded" not in word.ways or not word.first("cop") or word.first("nsubj"):
        return
    it = word.first("expl")
    if it is not None and it.tag == "PRP" and it.i < word.i:
        it.dep = it.rel = "nsubj"


def lift_finite(verb: Word) -> None:
    """ "said it would not harm Chad and called on Mali": who said it called, as "called" shows."""
    beside = verb.head
    if verb.rel != "conj" or beside is None or verb.first("nsubj", "nsubj:pass", "mark") or not verb.first("cc"):
        return
    if not (_is_modal(beside) and _stands_alone(verb)):
        return
    above = next((each for each in beside.ancestors() if _may_rule(each, verb)), None)
    if above is not None:
        move(verb, above, "conj")


def lift_request(verb: Word, words: Sequence[Word]) -> None:
    """ "said the rebels have taken two towns, and urged Chad to leave": behind ", and" who urges is who speaks."""
    told = verb.head
    if verb.rel != "conj" or told is None or told.rel != "ccomp" or told.i > verb.i or "urging" not in verb.ways:
        return
    teller, joined = told.head, verb.first("cc")
    if teller is None or joined is None or verb.tag != "VBD" or teller.tag != "VBD" or verb.first("nsubj", "aux", "mark"):
        return
    if joined.lower == "and" and words[joined.i - 1].text == "," and teller.i < told.i and teller.first("nsubj"):
        move(verb, teller, "conj")


def _is_modal(verb: Word) -> bool:
    return any(helper.tag == "MD" for helper in verb.by_dep("aux")) and not any(
        helper.lemma == "have" for helper in verb.by_dep("aux")
    )


def _stands_alone(verb: Word) -> bool:
    """Whether a verb has a tense of its own, so that no "would" before it is meant with it."""
    helpers = [helper.lower for helper in verb.by_dep("aux", "aux:pass")]
    return (verb.tag in FINITE and not helpers) or (verb.tag == "VBN" and helpers[:1] in (["has"], ["have"]))


def _may_rule(above: Word, verb: Word) -> bool:
    """Whether a verb above has a subject and a tense that a coordinated one may share."""
    if not above.is_verb or above.i > verb.i or _is_modal(above) or not above.first("nsubj"):
        return False
    told = above.rel == "ccomp" and not verb.ways.isdisjoint({"asking", "speaking"})
    return not told and (above.tag in FINITE or bool(above.first("aux")))


def free_captive(word: Word) -> None:
    """ "took five of its officers prisoner": a bare "prisoner" behind an object is what somebody is taken for."""
    if (
        "captive" not in word.ways
        or word.tag != "NN"
        or word.rel in ("xcomp", "obj")
        or word.first("det", "case", "nmod:poss", "amod")
    ):
        return
    above = next((each for each in word.ancestors() if each.is_verb), None)
    if above is not None and "capturing" in above.ways and any(above.i < child.i < word.i for child in above.by_dep("obj")):
        move(word, above, "xcomp")
