"""Clauses in which the parties do not stand where parsers look for them: turned round, without their verb, or fronted.

Like the repairs of single attachments (`repair.py`), done in place on the tree, each on a condition that the words show.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from dragoman.reports.repair import FINITE, move, put_in_place_of

if TYPE_CHECKING:
    from dragoman.reports.tree import Word

QUOTES = frozenset("\"”’'")
LISTED = frozenset({",", "and", "while", ";"})
NAMES = frozenset({"NNP", "NNPS"})
TIMING = frozenset({"after", "before", "when", "while", "once", "until", "because", "since"})
CONTENTS = frozenset({"ccomp", "acl", "obj"})
"""Relations up which the content of speech hangs: "denied claims that it ..."."""
FAR = 4
"""Words between a verb and the subject that a phrase before it has swallowed ("To the list Chad on Monday added")."""


def turned(words: Sequence[Word]) -> None:
    """Set right, in place, the clauses of a document whose parties stand elsewhere than where the parser put them."""
    for word in words:
        turn_predicate(word)
        turn_cleft(word)
        turn_speech(word, words)
        free_those(word)
        free_wounded(word)
        part_sentences(word)
        lift_clause(word)
        give_subject(word)
        give_object(word)
        turn_whose(word)
        free_fronted(word, words)
        split_fronted(word)
        add_gapped(word, words)
        free_maker(word)
        make_subject(word, words)
        raise_with(word, words)
        share_voice(word, words)
        make_verb(word, words)
        join_hit(word, words)
        join_part(word)
        call_it(word)
        name_act(word)
        free_act(word, words)
        free_which(word, words)


def turn_predicate(noun: Word) -> None:
    """ "Also arrested was a Malian", "Among those killed was a Malian", "Joining them were Mali and Chad": what was done
    stands first, and who did or suffered it is no predicate.
    """
    those = next((child for child in noun.by_dep("nmod", "obl") if child.lower == "those" and child.i < noun.i), None)
    be = noun.first("cop") or (those.first("cop") if those is not None else None)
    if be is None or be.lemma != "be" or not noun.is_noun or be.i > noun.i:
        return
    done = next((part for part in _before(noun, be) if part.tag in ("VBN", "VBG") and not part.first("nsubj", "aux")), None)
    passive = done is not None and done.tag == "VBN"
    if done is None or not (passive or noun.tag in NAMES):  # "Visiting Chad is a mistake"
        return
    if done.head is not noun:
        move(done, noun, "csubj")
    put_in_place_of(done, noun)
    move(noun, done, "nsubj:pass" if passive else "nsubj")
    move(be, done, "aux:pass" if passive else "aux")
    if those is not None and those.head is noun:
        move(those, done, "dep")


def _before(noun: Word, be: Word) -> list[Word]:
    """The participles that a turned clause may begin with: on the predicate, or on its "those"."""
    own = [child for child in noun.by_dep("csubj", "advcl", "nsubj") if child.i < be.i]
    those = [child for child in noun.by_dep("nmod", "nsubj", "obl") if child.i < be.i and child.lower == "those"]
    return [*own, *(clause for each in those for clause in each.by_dep("acl"))]


def turn_speech(verb: Word, words: Sequence[Word]) -> None:
    """ "“They fired first”, charged the guards": behind a quotation whoever follows the verb says it."""
    if verb.tag not in FINITE or verb.first("nsubj", "nsubj:pass", "aux") or verb.i < 2:
        return
    teller = verb.first("obj")
    before = words[verb.i - 1].text
    if teller is None or not (before in QUOTES or (words[verb.i - 2].text in QUOTES and before == ",")):
        return
    if teller.i > verb.i and any(child.i < verb.i for child in verb.by_dep("ccomp", "parataxis")):
        teller.dep = teller.rel = "nsubj"


def free_those(those: Word) -> None:
    """ "Among those killed were two Malians": it was done to the Malians, whatever is made the head of the clause."""
    be, noun = those.first("cop"), those.first("nsubj")
    done = next((clause for clause in those.by_dep("acl", "acl:relcl") if clause.tag == "VBN"), None)
    if those.lower != "those" or be is None or noun is None or done is None or not done.i < be.i < noun.i:
        return
    put_in_place_of(done, those)
    move(noun, done, "nsubj:pass")
    move(be, done, "aux:pass")
    move(those, done, "dep")


def free_wounded(hurt: Word) -> None:
    """ "Among the wounded were three Malians", "three Malians were among the wounded": they were wounded."""
    be, noun = hurt.first("cop"), hurt.first("nsubj")
    among, the = hurt.first("case"), hurt.first("det")
    if hurt.tag != "VBN" or be is None or noun is None or among is None or the is None or among.lower != "among":
        return
    be.dep, be.rel, noun.dep, noun.rel = "aux:pass", "aux", "nsubj:pass", "nsubj"
    among.dep = among.rel = the.dep = the.rel = "dep"


def turn_cleft(verb: Word) -> None:
    """ "It was Chad that left": what is said of Chad is a relative clause like any other."""
    if verb.dep == "advcl:relcl" and verb.head is not None and verb.head.is_noun:
        verb.dep, verb.rel = "acl:relcl", "acl"


def part_sentences(verb: Word) -> None:
    """ "Mali condemned the raid, Chad recalled its envoy": who recalls an envoy does not say what stands before."""
    told = next((child for child in verb.by_dep("ccomp") if child.i < verb.i), None)
    thing = verb.first("obj")
    if told is None or thing is None or "recalling" not in verb.ways or thing.i < verb.i or not told.first("nsubj"):
        return
    put_in_place_of(told, verb)
    move(verb, told, "parataxis")


def lift_clause(verb: Word) -> None:
    """ "scrambled jets after warplanes crossed the line": a clause that tells when hangs on the verb, not on its object."""
    thing, led = verb.head, verb.first("mark")
    if verb.dep != "acl" or thing is None or thing.rel != "obj" or thing.head is None or led is None:
        return
    if led.lower in TIMING and verb.tag in FINITE and verb.first("nsubj") and thing.head.i < verb.i:
        move(verb, thing.head, "advcl")


def give_subject(subject: Word) -> None:
    """ "“It was a crime”, said the minister": who stands behind the verb of saying says it, and is not spoken of."""
    content = subject.head
    verb = content.head if content is not None and content.rel == "ccomp" else None
    if subject.rel != "nsubj" or content is None or verb is None or verb.first("nsubj", "nsubj:pass"):
        return
    if content.i < verb.i < subject.i and len(list(content.by_dep("nsubj"))) > 1:
        move(subject, verb, "nsubj")


def give_object(place: Word) -> None:
    """ "entered the Central African Republic": a name without a preposition right behind a verb is its object."""
    verb = place.head
    if place.dep != "obl" or place.tag not in NAMES or place.timed or verb is None or verb.tag not in FINITE:
        return
    first = min((word.i for word in place.subtree()), default=place.i)
    if first == verb.i + 1 and not place.first("case") and not verb.first("obj", "aux:pass", "nsubj:pass"):
        place.dep = place.rel = "obj"


def turn_whose(verb: Word) -> None:
    """ "Mali, whose president Chad had attacked": of two subjects the one that "whose" leads is whom it was done to."""
    if verb.dep != "acl:relcl" or verb.first("obj"):
        return
    subjects = [child for child in verb.by_dep("nsubj") if child.i < verb.i]
    if len(subjects) == 2 and any(child.tag == "WP$" for child in subjects[0].by_dep("nmod:poss")):
        subjects[0].dep = subjects[0].rel = "obj"


def free_fronted(verb: Word, words: Sequence[Word]) -> None:
    """ "To the list of banned officials Chad on Monday added ten": the name behind a fronted phrase is the subject."""
    if verb.tag not in ("VBD", "VBZ") or verb.first("nsubj", "nsubj:pass", "expl") or verb.rel == "conj":
        return
    for word in reversed(words[max(0, verb.i - FAR) : verb.i]):
        if word.text in LISTED or word.sentence != verb.sentence:
            return
        if word.tag == "NNP" and not word.timed and word.dep in ("appos", "flat") and not word.first("case"):
            fronted = any(above.rel == "obl" and above.head is verb for above in word.ancestors())
            if fronted and words[word.i - 1].text != ",":
                move(word, verb, "nsubj")
            return


def split_fronted(verb: Word) -> None:
    """ "Urged on by Chad, Mali and Niger agreed": behind the comma stands the subject of the verb that has none."""
    if verb.tag not in FINITE or verb.first("nsubj", "nsubj:pass", "expl") or verb.rel == "conj":
        return
    for clause in [child for child in verb.by_dep("advcl", "obl") if child.i < verb.i]:
        agent = next((each for each in (clause, *clause.by_dep("obl")) if each.rel == "obl" and each.first("conj")), None)
        joined = list(agent.by_dep("conj")) if agent is not None else []
        if len(joined) < 2 or joined[0].first("cc") or not joined[-1].first("cc"):
            continue
        if any(child.text == "," for child in joined[0].by_dep("punct")) and joined[-1].i < verb.i:
            move(joined[0], verb, "nsubj")
            for other in joined[1:]:
                move(other, joined[0], "conj")
            return


def add_gapped(verb: Word, words: Sequence[Word]) -> None:
    """ "Chad expelled four envoys, Mali three and Niger two": names before a bare number or "its" do as the first."""
    subject, thing = verb.first("nsubj"), verb.first("obj")
    if verb.tag not in ("VBD", "VBZ", "VBP") or subject is None or thing is None or subject.tag not in NAMES:
        return
    counted, owned = bool(thing.first("nummod")), any(child.tag == "PRP$" for child in thing.by_dep("nmod:poss"))
    if not (counted or owned):
        return
    for i in range(thing.i + 1, len(words) - 1):
        name, after = words[i], words[i + 1]
        if name.sentence != verb.sentence or (name.is_verb and name is not verb):
            return
        listed = words[i - 1].text.lower() in LISTED
        bare = (counted and after.tag == "CD") or (owned and after.tag == "PRP$")
        if listed and name.tag == "NNP" and bare and not name.timed and not after.timed and verb not in name.children:
            move(name, subject, "conj")
            theirs = [each for each in thing.by_dep("conj") if each.i > name.i]  # "Mali its consul"
            for part in [*name.by_dep("case", "nmod:unmarked", "nummod"), *theirs]:
                move(part, thing, "dep")


def free_maker(maker: Word) -> None:
    """ "deplored the bombing of a village by Mali": what an active verb does is not done by another; its object was."""
    verb = maker.head
    if maker.rel != "obl" or verb is None or verb.tag not in FINITE or maker.timed or maker.tag not in NAMES:
        return
    thing = verb.first("obj")
    led = [child.lower for child in maker.by_dep("case")] == ["by"]
    if led and thing is not None and verb.first("nsubj") and thing.i < maker.i and not verb.first("aux:pass"):
        move(maker, thing, "nmod")


def share_voice(verb: Word, words: Sequence[Word]) -> None:
    """ "was recalled by Mali and expelled from Chad": beside a passive, what has no object of its own is one too."""
    first = verb.head
    if verb.rel != "conj" or verb.tag != "VBD" or first is None or first.tag != "VBN" or first.dep not in ("xcomp", "acl"):
        return
    if verb.first("nsubj", "obj", "iobj", "ccomp", "xcomp", "aux") or verb.i + 1 >= len(words):
        return
    if words[verb.i + 1].tag == "IN" and first.first("aux") is None:
        verb.tag = "VBN"


def make_verb(participle: Word, words: Sequence[Word]) -> None:
    """ "Mali massed tanks near Chad": what has a name for a subject right before it is no participle of its object."""
    thing = participle.head
    if participle.dep not in ("amod", "acl") or participle.tag != "VBN" or thing is None or not thing.is_noun:
        return
    subject = participle.first("nsubj")
    if subject is None or subject.tag not in NAMES or not subject.i < participle.i < thing.i or thing.rel != "root":
        return
    for child in [*thing.children]:
        if child.i < participle.i or child.rel == "punct" or (child.rel == "nmod" and child.i > thing.i):
            move(child, participle, "obl" if child.rel == "nmod" else child.dep)
    participle.tag = "VBD"
    put_in_place_of(participle, thing)
    move(thing, participle, "obj")


def join_hit(participle: Word, words: Sequence[Word]) -> None:
    """ "tents for quake-hit Mali", "a Mali-flagged ship": a hyphened participle before a noun tells what kind it is."""
    thing = participle.first("obj")
    if participle.tag != "VBN" or thing is None or participle.i < 2 or words[participle.i - 1].text != "-":
        return
    if thing.i == participle.i + 1 and words[participle.i - 2].head is participle and not participle.first("nsubj", "aux"):
        above = participle.head
        if above is None:
            return
        led = participle.by_dep("case", "mark")
        move(thing, above, "obl" if above.is_verb else "nmod")
        for child in [*led]:
            move(child, thing, "case")
        move(participle, thing, "amod")


def join_part(noun: Word) -> None:
    """ "Several of the refugees were beaten": a part is of the whole, not of the verb nor of a quality."""
    part = noun.head
    counting = part is not None and part.tag in ("JJ", "DT", "CD", "JJS", "JJR") and part.rel == "nsubj"
    if counting and noun.rel == "obl" and [child.lower for child in noun.by_dep("case")] == ["of"]:
        noun.dep = noun.rel = "nmod"


def call_it(quality: Word) -> None:
    """ "described the step as hostile": the quality is what it is called."""
    above = quality.head
    as_it = [child.lower for child in quality.by_dep("case")] == ["as"]
    if quality.rel == "obl" and quality.is_adjective and as_it and above is not None and above.is_verb:
        quality.dep = quality.rel = "xcomp"


def name_act(gerund: Word) -> None:
    """ "put the army on alert after shooting in Kosovo": a blow without a subject or an object is no deed of the army."""
    led = gerund.first("mark")
    if gerund.dep != "advcl" or gerund.tag != "VBG" or "striking" not in gerund.ways or led is None:
        return
    if led.lower in ("after", "amid", "over", "following", "despite", "before") and not gerund.first("obj", "xcomp", "aux"):
        gerund.tag, gerund.dep, gerund.rel = "NN", "obl", "obl"
        gerund.lemma, led.dep, led.rel = gerund.lower, "case", "case"


def free_act(act: Word, words: Sequence[Word]) -> None:
    """ "Chad sent them back, a step condemned by Mali": an apposition that names what was done is no person's.

    `clauses.makers` finds whose act it is.
    """
    above = act.head
    beside = act.rel == "appos" or (act.rel == "obj" and words[min(word.i for word in _near(act)) - 1].text == ",")
    if not beside or above is None or "deed" not in act.ways or (above.is_noun and "deed" in above.ways):
        return
    indefinite = act.lower == "something" or any(child.lower in ("a", "an", "another") for child in act.by_dep("det"))
    if not indefinite or not act.first("acl", "acl:relcl"):
        return
    verb = next((word for word in act.ancestors() if word.is_verb and word.i < act.i), None)
    if verb is not None:
        move(act, verb, "parataxis")
        for clause in act.by_dep("acl"):
            _make_relative(clause)


def _near(noun: Word) -> list[Word]:
    """A noun and what stands before it of its own."""
    return [noun, *(child for child in noun.by_dep("det", "amod", "compound") if child.i < noun.i)]


def free_which(verb: Word, words: Sequence[Word]) -> None:
    """ "deported the Malians, which Chad called inhuman": people are no "which"; what was done to them is meant."""
    people = verb.head
    which = next((child for child in verb.by_dep("nsubj", "obj", "nsubj:pass") if child.lower == "which"), None)
    if verb.dep != "acl:relcl" or people is None or which is None or people.tag != "NNPS" or words[which.i - 1].text != ",":
        return
    deed = next((above for above in people.ancestors() if above.is_verb), None)
    if deed is not None and people.rel in ("obj", "obl", "nmod"):
        move(verb, deed, "acl:relcl")


def _make_relative(clause: Word) -> None:
    """ "a decision that Mali called shameful": it is the decision that is called so."""
    that = next((child for child in clause.by_dep("mark") if child.lower == "that"), None)
    if that is not None and clause.first("nsubj") and not clause.first("obj", "ccomp"):
        clause.dep, that.dep, that.rel = "acl:relcl", "obj", "obj"


def make_subject(gerund: Word, words: Sequence[Word]) -> None:
    """ "Fighting between Chad and Niger broke out": what opens a clause without another subject is its subject."""
    verb = gerund.head
    if gerund.dep != "advcl" or gerund.tag != "VBG" or verb is None or gerund.i > verb.i or verb.tag not in FINITE:
        return
    if gerund.first("obj", "nsubj", "mark", "aux", "ccomp") or verb.first("nsubj", "nsubj:pass", "csubj", "expl"):
        return
    if any(word.lower == "," for word in words[gerund.i : verb.i]):
        return
    move(gerund, verb, "nsubj")
    for phrase in gerund.by_dep("obl"):
        phrase.dep = phrase.rel = "nmod"


def raise_with(word: Word, words: Sequence[Word]) -> None:
    """ "denied that it was armed, with Peru accusing it of lies": the clause is the writer's, no part of what was denied."""
    name = word.head
    if word.lower != "with" or name is None or word.i == 0 or words[word.i - 1].lower != ",":
        return
    clause = name if name.tag == "VBG" else name.head and _participle_behind(name)
    if clause is None or clause.head is None or clause.dep != "advcl":
        return
    if clause is not name:
        move(name, clause, "nsubj")
    above = clause.head
    while above.rel in CONTENTS and above.head is not None and above.head.i < above.i:
        above = above.head
    if above.is_verb and above is not clause.head:
        move(clause, above, "advcl")


def _participle_behind(name: Word) -> Word | None:
    """The participle that the parser has hung beside its own subject."""
    beside = name.head.by_dep("advcl") if name.head is not None else ()
    return next((verb for verb in beside if verb.tag == "VBG" and verb.i > name.i and not verb.first("nsubj", "mark")), None)
