"""Attachments that the words themselves show to be wrong, put right before anything is read from the tree.

Parsers err where clauses meet: the second of two subjects is coordinated with a name of the clause before, a participle
at the end hangs on the nearest verb instead of the one whose subject speaks. Each repair has a condition under which the
parse cannot be meant.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dragoman.reports.tree import Word

FINITE = frozenset({"VBD", "VBZ", "VBP"})
STOPS = frozenset(".!?\"”’'")
DASHES = frozenset({"-", "--", "–", "—"})
OF_A_DATELINE = frozenset({"NNP", "NNPS", "CD", ",", ".", "-LRB-", "-RRB-"})
DATELINE = 10
"""Words that a dateline has at most."""
CLOSE = 5
"""Words between two names that a headline coordinates by a comma: no more than a name of four words."""
SINCE, AFTER = frozenset({"since", "before", "until"}), frozenset({"after", "following"})
"""Prepositions of what has a day of its own; what an act came after may be of the same day unless a year is named."""
YEAR_DIGITS = 4
OF_A_NAME = frozenset({"nmod:desc", "compound", "amod", "det", "cc", "punct", "flat"})


def repaired(words: Sequence[Word]) -> None:
    """Repair the attachments of a document's words in place."""
    for word in words:
        tag_gerund(word)
        free_dateline(word, words)
        join_subjects(word, words)
        free_setting(word)
    for word in words:
        join_hyphened(word, words)
        free_particle(word)
        join_object(word)
        free_receiver(word, words)
        split_coordination(word, words)
        lift_participle(word, words)
        lift_speech(word, words)
        free_absolute(word, words)
        raise_preposition(word)
        free_target(word)
        make_active(word, words)
        make_passive(word, words)
        split_apposition(word)
        free_subject(word, words)
        raise_due(word)
        make_modal(word)
        lift_across(word)
        free_sentence(word, words)
        join_speaker(word, words)
        join_title(word, words)
        join_teller(word, words)
        join_told(word)
        raise_relative(word)
        raise_phrase(word)
        free_border(word, words)
        lower_date(word)
        lift_strike(word)


def tag_gerund(word: Word) -> None:
    """ "Warning Chad that ..., Kenya said": the first word of a sentence is no bare verb if it ends as a gerund does."""
    if word.tag == "VB" and word.lower.endswith("ing") and not word.lemma.lower().endswith("ing"):
        word.tag = "VBG"


def free_dateline(verb: Word, words: Sequence[Word]) -> None:
    """ "LIMA - A court freed him": where a page was written is no subject where another one stands nearer the verb."""
    subjects = [child for child in verb.by_dep("nsubj") if child.i < verb.i]
    start = _first(verb, words)
    dash = next((i for i in range(start, min(start + DATELINE, verb.i)) if words[i].text in DASHES), None)
    if dash is None or not any(child.i > dash for child in subjects):
        return
    if all(word.tag in OF_A_DATELINE for word in words[start:dash]):
        for child in subjects:
            if child.i < dash:
                move(child, verb, "dep")


def join_subjects(verb: Word, words: Sequence[Word]) -> None:
    """Make "Trump, Kim agree" what headlines mean by it: one subject of two names, where the parser sees two."""
    subjects = [child for child in verb.children if child.dep in ("nsubj", "vocative", "dislocated") and child.i < verb.i]
    for one, other in itertools.pairwise(subjects):
        names = one.tag == "NNP" and (other.tag == "NNP" or _is_named(other))
        if names and other.dep == "nsubj" and other.i - one.i <= CLOSE and words[other.i - 1].text == ",":
            one.dep = one.rel = "nsubj"
            move(other, one, "conj")


def free_setting(name: Word) -> None:
    """ "On Saturday students marched": no subject has a preposition, so that what stands behind one is not in its name."""
    subject = name.head
    if subject is None or subject.head is None or subject.rel != "nsubj" or name.i > subject.i:
        return
    if name.rel in ("compound", "amod") and name.tag == "NNP" and any(case.i == name.i - 1 for case in name.by_dep("case")):
        move(name, subject.head, "obl")


def _is_named(word: Word) -> bool:
    """ "Mali, Chad border guards trade fire": a bare noun that begins with a name."""
    first = min(word.children, key=lambda each: each.i, default=word)
    return word.is_noun and first.tag == "NNP" and first.rel == "compound"


def join_hyphened(verb: Word, words: Sequence[Word]) -> None:
    """ "Mali test-fired a rocket": the verb's first part is no subject of it, the name before that is."""
    part = words[verb.i - 2] if verb.i > 1 and words[verb.i - 1].text == "-" else None
    if part is None or part.head is not verb or part.rel != "nsubj" or part.tag not in ("NN", "JJ"):
        return
    subject = next((child for child in part.by_dep("compound", "amod", "nmod") if child.i < part.i), None)
    if subject is not None:
        move(subject, verb, "nsubj")
        move(part, verb, "compound")


def free_particle(word: Word) -> None:
    """ "walled off the village": no object has a preposition; what stands right behind the verb is its particle."""
    thing = word.head
    if word.rel != "case" or thing is None or thing.rel != "obj" or thing.head is None or word.tag == "POS":
        return
    if word.i == thing.head.i + 1 and thing.head.is_verb:
        move(word, thing.head, "compound:prt")


def join_object(word: Word) -> None:
    """ "rolled over a deposit", "will allow in coal": behind a particle, a noun without a preposition is the object."""
    verb = word.head
    if verb is None or word.dep != "obl" or word.tag not in ("NN", "NNS") or word.timed or word.first("case"):
        return
    if verb.first("obj") is None and any(verb.i < child.i < word.i for child in verb.by_dep("compound:prt")):
        word.dep = word.rel = "obj"


def free_receiver(word: Word, words: Sequence[Word]) -> None:
    """ "threw Doe his backing", "granted Doe bail", "declared Doe a spy": the first object gets, or is, the second."""
    verb = word.head
    if verb is None or word.first("case"):
        return
    if word.dep == "nmod:poss" and word.tag == "NNP":
        _give(word, verb)
    thing = _second_object(word, verb, words) if word.dep == "obj" else None
    if thing is not None and "naming" in verb.ways:
        thing.dep = thing.rel = "xcomp"
    elif thing is not None and verb.first("iobj") is None:
        word.dep = word.rel = "iobj"


def _give(name: Word, thing: Word) -> None:
    """Make a name that the parser took for the owner of a thing the one who is given it: no owner is without his "'s"."""
    verb = thing.head
    if thing.dep == "obj" and verb is not None and "giving" in verb.ways and verb.first("iobj") is None:
        move(name, verb, "iobj")


def _second_object(word: Word, verb: Word, words: Sequence[Word]) -> Word | None:
    """The other object of a verb, where it stands right behind this one, with no comma between, and is no name."""
    others = [each for each in verb.by_dep("obj") if each is not word and not each.first("case")]
    if len(others) != 1 or others[0].tag not in ("NN", "NNS") or not verb.i < word.i < others[0].i:
        return None
    return others[0] if all(between.text != "," for between in words[word.i : others[0].i]) else None


def split_coordination(word: Word, words: Sequence[Word]) -> None:
    """ "While A backs B, C and D back E": D goes with the subject right before it, not with a name of the clause before."""
    head = word.head
    if word.rel != "conj" or head is None or word.first("cc") is None:
        return
    subject = _subject_before(word, words)
    if subject is not None and head.i < subject.i and subject not in word.ancestors():
        move(word, subject, "conj")


def _subject_before(word: Word, words: Sequence[Word]) -> Word | None:
    """The subject that only "and" and the word's own modifiers stand after, if its verb stands after the word."""
    for before in reversed(words[max(0, word.i - CLOSE) : word.i]):
        if before.rel == "nsubj":
            governs = before.head is not None and before.head.i > word.i and before.sentence == word.sentence
            return before if governs else None
        if before.dep not in OF_A_NAME or before.text == ",":
            return None
    return None


def lift_participle(word: Word, words: Sequence[Word]) -> None:
    """ "A criticised drills that were held in B, describing them as ...": A describes, since drills that are held do not."""
    relative = word.head
    if word.dep != "advcl" or word.tag != "VBG" or relative is None:
        return
    passive = relative.dep == "acl:relcl" and relative.first("aux:pass", "nsubj:pass") is not None
    if not passive and not (relative.dep == "acl" and relative.tag == "VBN"):
        return
    after_comma = any(each.text == "," for each in words[relative.i + 1 : word.i])
    main = next((above for above in relative.ancestors() if above.is_verb), None)
    if after_comma and word.i > relative.i and main is not None:
        move(word, main, "advcl")


def raise_preposition(word: Word) -> None:
    """ "in South Africa", "of Mali's second city Gao": a preposition belongs to the head of a name."""
    inside = word.head
    if word.rel != "case" or word.tag == "POS" or inside is None or inside.head is None or word.i > inside.i:
        return
    before = inside.rel in ("compound", "amod") and inside.head.is_noun and inside.head.i > inside.i
    beside = inside.rel == "appos" and word.i < inside.head.i < inside.i
    if before or beside:
        move(word, inside.head, "case")


def free_target(word: Word) -> None:
    """ "an air strike against a rebel target": what stands behind a noun with a preposition is no part of its name."""
    head = word.head
    if word.rel == "compound" and head is not None and head.i < word.i and word.first("case") is not None:
        word.dep = word.rel = "nmod"


def join_title(name: Word, words: Sequence[Word]) -> None:
    """ "a meeting with Kenyan leader Ruto": the name is whom the title describes, not a second phrase beside it."""
    title = words[name.i - 1] if name.i else None
    if title is None or name.tag != "NNP" or title.tag != "NN" or name.rel != "nmod" or name.first("case"):
        return
    if title.rel not in ("nmod", "obl") or title.head is None or name.head is not title.head:
        return
    for child in [*title.by_dep("case", "cc")]:
        move(child, name, child.dep)
    move(name, title.head, title.dep)
    move(title, name, "nmod:desc")


def make_active(verb: Word, words: Sequence[Word]) -> None:
    """ "The leader, who was not invited, promised to disarm": a past tense without "was" is no passive.

    Nor is "Kenya, which sells arms, called on Chad to ...": what is called on would be a passive's subject.
    """
    subject = verb.first("nsubj:pass")
    if subject is None or verb.first("aux", "aux:pass"):
        return
    if verb.tag == "VBN" and "asking" in verb.ways and any(child.tag == "VB" for child in verb.by_dep("xcomp", "advcl")):
        verb.tag = "VBD" if verb.first("obl", "obj", "iobj") else verb.tag
    if verb.tag == "VBN" and verb.dep == "root" and words[_last(verb, words)].text == "." and not verb.first("obl:agent"):
        verb.tag = "VBD"  # "Chadian guards shot at a herder.": only headlines leave out "were"
    if verb.tag in ("VBD", "VBZ", "VBP"):
        subject.dep = subject.rel = "nsubj"


def free_subject(verb: Word, words: Sequence[Word]) -> None:
    """ "On 20 December Lima declared ...": the name right before a verb without a subject is no part of the date."""
    before = words[verb.i - 1] if verb.i else None
    if before is None or before.tag != "NNP" or before.head is None or verb.tag not in ("VBD", "VBZ"):
        return
    dated = before.dep in ("nmod:unmarked", "flat", "nmod", "appos") and before.head.tag == "CD" and not before.first("case")
    if dated and not verb.first("nsubj", "nsubj:pass") and verb.rel != "conj":
        move(before, verb, "nsubj")


def free_sentence(verb: Word, words: Sequence[Word]) -> None:
    """ "sided with Mali: Niger and Chad agreed ...": behind a colon stands the subject of the verb that has none."""
    if verb.rel != "parataxis" or verb.tag not in ("VBD", "VBZ", "VBP") or verb.first("nsubj", "nsubj:pass"):
        return
    colon = next((i for i in range(verb.i - 1, 0, -1) if words[i].text == ":"), None)
    name = words[colon + 1] if colon is not None else None
    if name is not None and name.dep == "appos" and name.sentence == verb.sentence and name.i < verb.i:
        move(name, verb, "nsubj")


def lift_across(word: Word) -> None:
    """ "We agree, she said after talks": what stands behind the verb of saying is of it, not of what was said before it."""
    content = word.head
    above = content.head if content is not None else None
    if content is None or above is None or word.rel not in ("obl", "advcl") or content.rel != "ccomp":
        return
    if content.i < above.i < word.i:
        move(word, above, word.dep)


def raise_due(due: Word) -> None:
    """ "is due in Kenya": what is said is that somebody is due, not that he is in Kenya."""
    place = due.head
    if due.lower != "due" or due.dep != "case" or place is None or not place.first("cop"):
        return
    due.tag = "JJ"
    put_in_place_of(due, place)
    about = [child for child in place.children if child.rel in ("nsubj", "cop", "aux", "conj", "parataxis", "obl", "punct")]
    for child in about:
        move(child, due, child.dep)
    move(place, due, "obl")


def make_modal(have: Word) -> None:
    """ "had to leave": "had to" is to its verb what "must" is."""
    verb = have.first("xcomp") if have.lemma == "have" and not have.first("obj") else None
    to = verb.first("mark") if verb is not None else None
    if verb is None or to is None or to.lower != "to" or any(child.lower == "yet" for child in have.children):
        return
    put_in_place_of(verb, have)
    for child in [*have.children]:
        move(child, verb, child.dep)
    move(have, verb, "aux")
    move(to, have, "fixed")
    have.tag = "MD"


def put_in_place_of(word: Word, above: Word) -> None:
    """Hang a word where the one that it hangs on hangs."""
    above.children.remove(word)
    word.head, word.dep, word.rel = above.head, above.dep, above.rel
    if above.head is not None:
        above.head.children[above.head.children.index(above)] = word
        above.head = None


def make_passive(verb: Word, words: Sequence[Word]) -> None:
    """ "Kenya urged to act", "Envoy expelled": what has no object in a headline is done to its subject."""
    subject = verb.first("nsubj")
    if verb.dep != "root" or verb.tag not in ("VBD", "VBN") or "undergoing" not in verb.ways or subject is None:
        return
    if verb.first("obj", "iobj", "ccomp", "aux", "cop", "conj", "parataxis") or words[_last(verb, words)].text[-1] in STOPS:
        return
    if any(child.lower == "of" for obl in verb.by_dep("obl") for child in obl.by_dep("case")):  # "Kenya warned of war"
        return
    subject.dep, subject.rel, verb.tag = "nsubj:pass", "nsubj", "VBN"


def _first(word: Word, words: Sequence[Word]) -> int:
    """The index of the first word of the sentence that a word stands in."""
    start = word.i
    while start > 0 and words[start - 1].sentence == word.sentence:
        start -= 1
    return start


def _last(word: Word, words: Sequence[Word]) -> int:
    """The index of the last word of the sentence that a word stands in."""
    end = word.i
    while end + 1 < len(words) and words[end + 1].sentence == word.sentence:
        end += 1
    return end


def split_apposition(verb: Word) -> None:
    """ "declared the envoy, Jane Doe, persona non grata": behind a name the last apposition is what she is declared.

    So is a second object: "declared the envoy persona non grata".
    """
    if "naming" not in verb.ways:
        return
    objects = [child for child in verb.by_dep("obj") if not child.first("case")]
    beside = list(_appositions(objects[0])) if len(objects) == 1 else objects
    if (
        len(beside) > 1
        and (beside[0].tag == "NNP" or len(objects) > 1)
        and beside[-1].tag != "NNP"
        and not beside[-1].first("det")
    ):
        move(beside[-1], verb, "xcomp")


def _appositions(word: Word) -> Iterator[Word]:
    for child in word.by_dep("appos"):
        yield child
        yield from _appositions(child)


def join_speaker(label: Word, words: Sequence[Word]) -> None:
    """ "CORRESPONDENT: The minister, Jane Doe, flew home": behind a speaker's name the sentence has a subject of its own."""
    verb = next(
        (child for child in label.by_dep("parataxis") if child.is_verb and not child.first("nsubj", "nsubj:pass")), None
    )
    subject = label.first("appos")
    if label.head is not None or verb is None or subject is None or not label.i < subject.i < verb.i:
        return
    if any(word.text == ":" for word in words[label.i + 1 : subject.i]):
        move(subject, verb, "nsubj")


def lift_speech(word: Word, words: Sequence[Word]) -> None:
    """ "contacted A saying B feared C, urging talks": who urges is who speaks, not who is spoken of."""
    if (
        word.dep != "advcl"
        or word.tag != "VBG"
        or "speaking" not in word.ways
        or word.i == 0
        or words[word.i - 1].text != ","
    ):
        return
    below: Word | None = word.head
    while below is not None and below.rel in ("ccomp", "xcomp"):
        below = below.head
        if below is not None and below.dep == "advcl" and below.tag == "VBG" and below.head is not None:
            move(word, below.head, "advcl")
            return


def join_teller(verb: Word, words: Sequence[Word]) -> None:
    """ "“It is over”, Doe said, and left": what follows the speech is done by who speaks, not by who is spoken of."""
    teller = _teller_before(verb, words)
    if teller is not None and verb.head is not teller and teller is not verb:
        move(verb, teller, "conj")


def _teller_before(verb: Word, words: Sequence[Word]) -> Word | None:
    """The verb right before ", and" that has a subject of its own and tells what stands before it; `None` if none does."""
    joined = verb.first("cc")
    if verb.rel != "conj" or verb.tag not in FINITE or joined is None or verb.first("nsubj", "nsubj:pass", "mark"):
        return None
    commas = 1 if joined.i > 1 and words[joined.i - 1].text == "," else 0
    teller = words[joined.i - 1 - commas] if joined.i > commas else None
    if teller is None or teller.tag != verb.tag or teller.sentence != verb.sentence or not teller.is_verb:
        return None
    subject = teller.first("nsubj")
    tells = teller.rel == "parataxis" or any(child.i < subject.i for child in teller.by_dep("ccomp")) if subject else False
    return teller if tells else None


def join_told(verb: Word) -> None:
    """ "said Kenya had been asked to go and had refused": "had refused" goes with "had been asked", as their tense shows."""
    told = verb.head.first("ccomp") if verb.rel == "conj" and verb.head is not None else None
    if told is None or verb.head is None or verb.first("nsubj", "nsubj:pass") or not told.i < verb.i:
        return
    if _finite(verb) == "had" and _finite(told) == "had" and _finite(verb.head) != "had":
        move(verb, told, "conj")


def _finite(verb: Word) -> str:
    """The word that carries a predicate's tense."""
    helpers = sorted(verb.by_dep("aux", "cop"), key=lambda each: each.i)
    return (helpers[0] if helpers else verb).lower


def free_absolute(word: Word, words: Sequence[Word]) -> None:
    """ "with Kenya in mind": a clause of its own, which names no party of what it hangs on."""
    if word.rel not in ("obl", "nmod") or not any(child.lower == "with" for child in word.by_dep("case")):
        return
    after = words[word.i + 1 : word.i + 3]
    if [each.lower for each in after[:1]] == ["in"] and any("absolute" in each.ways for each in after[1:]):
        word.dep = word.rel = "absolute"


def raise_relative(verb: Word) -> None:
    """ "an attack in Chile that killed nine": attacks and floods kill, the places where they strike do not."""
    place = verb.head
    if verb.dep != "acl:relcl" or "deadly" not in verb.ways or place is None or place.rel not in ("nmod", "obl", "appos"):
        return
    if not _follows_as_subject(verb, place):
        return
    for above in place.ancestors():
        subject = above.first("nsubj", "nsubj:pass", "obj") if above.is_verb else above
        if subject is not None and "striking" in subject.ways and subject.i < verb.i:
            move(verb, subject, "acl:relcl")
            return
        if above.is_verb:
            return


def raise_phrase(word: Word) -> None:
    """ "is inching closer to a deal": where an adverb leads is where its verb leads."""
    adverb = word.head
    if word.rel != "obl" or adverb is None or adverb.rel not in ("advmod", "xcomp") or not adverb.tag.startswith("RB"):
        return
    if adverb.head is not None and adverb.head.is_verb and adverb.head.i < adverb.i < word.i:
        move(word, adverb.head, "obl")


def free_border(word: Word, words: Sequence[Word]) -> None:
    """ "visited a border area with Kenya": the border is with Kenya, the visit is not."""
    cases = [case.i for case in word.by_dep("case") if case.lower == "with"]
    area = words[cases[0] - 1] if cases and cases[0] else None
    verb = area.head if area is not None else None
    if area is None or verb is None or word.rel not in ("obl", "nmod") or "contacting" not in verb.ways:
        return
    if any("bordering" in each.ways for each in (area, *area.by_dep("compound"))):
        word.dep = word.rel = "absolute"


def lift_strike(strike: Word) -> None:
    """ "were injured in shelling by Chad on Monday": who shelled, and when, is who injured them and when."""
    verb = strike.head
    if verb is None or strike.rel != "advcl" or strike.tag != "VBG" or "striking" not in strike.ways:
        return
    if not verb.first("aux:pass") or not any(mark.lower == "in" for mark in strike.by_dep("mark")):
        return
    for child in list(strike.by_dep("obl", "nmod")):
        by = any(case.lower == "by" for case in child.by_dep("case"))
        if by or child.timed:
            move(child, verb, "obl:agent" if by else "obl")


def lower_date(date: Word) -> None:
    """ "met for the first time since the coup in May 2020": a day right behind what an act followed is of that."""
    verb = date.head
    if verb is None or not date.timed or date.rel != "obl" or not verb.is_verb:
        return
    first = min(word.i for word in date.subtree())
    dated = any(word.text.isdigit() and len(word.text) == YEAR_DIGITS for word in date.subtree())
    prepositions = SINCE | AFTER if dated else SINCE
    for before in verb.by_dep("obl"):
        bound = any(case.lower in prepositions for case in before.by_dep("case"))
        if bound and verb.i < before.i and not before.timed and max(word.i for word in before.subtree()) + 1 == first:
            move(date, before, "nmod")
            return


def _follows_as_subject(verb: Word, noun: Word) -> bool:
    """Whether a relative clause has its noun for a subject, and the noun is in itself nothing that strikes."""
    relative = verb.first("nsubj")
    return relative is not None and relative.lower in ("that", "which") and "striking" not in noun.ways


def move(word: Word, head: Word, dep: str) -> None:
    """Hang a word on another head by another relation."""
    if word.head is not None:
        word.head.children.remove(word)
    word.head, word.dep, word.rel = head, dep, dep.partition(":")[0]
    head.children.append(word)
