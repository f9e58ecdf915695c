"""Who does what in a clause: the logical subject and objects of a verb, through voice, relatives, control and coordination.

Everything here is syntax and asks nothing about who the words mean. Words that are understood but not said ("agreed to
withdraw", "the sanctions they imposed") are found where they stand.
"""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.reports.tree import RELATIVES, Word, conjuncts, first_conjunct, kept, marker, preposition, stands_by

# "accused X of bombing", "praised X for signing": whoever stands in the object did it.
OBJECT_MARKERS = frozenset({"of", "for", "from"})
MAX_STEPS = 12
SPREAD = 8
"""Words between two verbs with subjects of their own that share an object."""
# Prepositions by which something is said of the subject: "turned into the first state to leave".
SAID_OF = frozenset({"into", "among", "as"})
# How a clause that tells what somebody is accused of or thanked for is marked.
CONTENT_MARKERS = frozenset({"of", "for"})


@kept
def is_passive(verb: Word) -> bool:
    """Whether a verb is passive: marked so, or a bare participle that a noun or a clause leans on ("sanctions imposed")."""
    if verb.first("nsubj:pass", "aux:pass", "csubj:pass"):
        return True
    if verb.tag != "VBN" or verb.first("aux"):
        return False
    if verb.dep in ("acl", "advcl", "amod"):
        return True
    if verb.rel == "xcomp" and verb.head is not None and verb.head.first("obj") and not verb.first("mark"):
        return True  # "had the envoy arrested"
    if verb.rel == "conj" and verb.head is not None and not verb.first("nsubj"):
        return is_passive(verb.head) or _is_trailing(verb)
    return verb.first("obl:agent") is not None


def _is_trailing(verb: Word) -> bool:
    """ "promoted a plan, praised by Mali but rejected by Chad": a participle with its agent is said of the object."""
    agents = (child for child in verb.by_dep("obl") if _is_agent(child) and child.tag.startswith("NNP") and not child.timed)
    thing = partner(verb).first("obj")
    bare = verb.first("obj", "aux", "aux:pass") is None
    return bare and thing is not None and thing.i < verb.i and next(agents, None) is not None


def antecedent(word: Word) -> Word:
    """The noun that a relative pronoun stands for, the thing that "what it called lies" names; any other word itself."""
    if word.lower == "what":
        return _so_called(word) or word
    if word.tag not in RELATIVES and not (word.lower == "that" and word.tag in ("IN", "DT")):
        return word
    for above in word.ancestors():
        if above.dep == "acl:relcl" and above.head is not None:
            return _one_of(above.head) or above.head
    return word


def _one_of(group: Word) -> Word | None:
    """ "Peru and Chile were among the states that agreed", "Peru was one of those that": who did, of the group."""
    said = group if preposition(group) == "among" else None
    if preposition(group) == "of" and group.head is not None and group.head.lower == "one":
        said = group.head
    return said.first("nsubj") if said is not None and said.first("cop") else None


def _so_called(what: Word) -> Word | None:
    """ "rejected what it called lies", "hit what it said was a depot": the lies, the depot."""
    clause = next((each for each in what.by_dep("acl:relcl") if each.is_verb), None)
    if clause is None and what.head is not None and what.head.rel == "ccomp":
        clause = what.head
    if clause is None:
        return None
    named = (*clause.by_dep("xcomp", "obj", "ccomp"), *(word for word in clause.by_dep("obl") if preposition(word) == "as"))
    return next((thing for thing in named if thing.is_noun and thing is not what and thing.i > clause.i), None)


def surface_subject(verb: Word, steps: int = 0) -> Word | None:
    """The grammatical subject of a verb or predicate, said or understood; `None` where nobody is named."""
    own = verb.first("nsubj", "nsubj:pass")
    if own is not None and own.lower != "there":
        return antecedent(own)
    if verb.head is None or steps > MAX_STEPS:
        return None
    if verb.rel == "conj" and not is_passive(partner(verb)) and _is_trailing(verb):
        return partner(verb).first("obj")
    if verb.rel == "conj":
        return surface_subject(partner(verb), steps + 1)
    if verb.rel == "xcomp":
        return _controller(verb, verb.head, steps)
    if verb.dep == "advcl":
        return _adverbial_subject(verb, verb.head, steps)
    if verb.dep == "acl":
        return _adnominal_subject(verb, verb.head, steps)
    if verb.rel == "ccomp" and verb.tag in ("VB", "VBG"):
        return _controller(verb, verb.head, steps)
    if verb.rel == "csubj" and verb.tag == "VB":  # "Peru was the first to visit", as some parse it
        return bearer(verb.head, steps + 1)
    return None


def partner(verb: Word) -> Word:
    """The predicate that a verb is coordinated with: where its form does not fit the one it hangs on, the next above.

    "ordered them to leave and suspended talks": "suspended" goes with "ordered". A verb that the parser hung on an object
    goes with the object's verb.
    """
    other = first_conjunct(verb)
    while other.head is not None and (_noun_of_clause(other) or _misfit(verb, other)):
        other = other.head
    return other


def _noun_of_clause(word: Word) -> bool:
    return word.is_noun and word.rel in ("obj", "obl", "nmod") and not word.first("cop")


def _misfit(verb: Word, other: Word) -> bool:
    """Whether a finite verb hangs on an infinitive, or on a clause of another tense than the verb above both."""
    if other.head is None or not other.head.is_verb or other.rel not in ("xcomp", "ccomp", "advcl", "acl"):
        return False
    if other.head.i > verb.i:  # "has freed Doe but barred him, officials said"
        return False
    bare = verb.tag == "VB" or (verb.tag == "VBP" and verb.lower == verb.lemma)
    if other.tag == "VB":
        alike = verb.tag in ("VBD", "VBZ") and verb.tag == other.head.tag  # "said it would stay, and rejected the charge"
        return not bare and verb.tag not in ("VBG",) and (alike or not other.first("aux"))
    if other.rel == "ccomp" and verb.tag == other.head.tag and _tense(other) in ("VBZ", "VBP", ""):
        return True  # "insisted that it was lost and accused Chad", "told them that it hurts, and accused Chad"
    if other.rel == "ccomp" and verb.tag == other.head.tag == "VBD" and _is_earlier(other):
        return True  # "said that Kenya had fired first, and accused Chad"
    return verb.tag in ("VBZ", "VBP") and verb.tag == other.head.tag and other.tag in ("VBD", "VBN")


def _tense(verb: Word) -> str:
    """The tag of the word that carries a predicate's tense; empty for what is no verb and for "was", other for a perfect."""
    helpers = sorted(verb.by_dep("aux", "cop"), key=lambda each: each.i)
    if not helpers:
        return verb.tag if verb.is_verb else ""
    if helpers[0].lemma == "have":
        return "perfect"
    return helpers[0].tag if helpers[0].tag != "VBD" or verb.is_verb else ""


def _is_earlier(verb: Word) -> bool:
    """A pluperfect, of which the second half would be a participle, or a subjunctive ("proposed that talks be held")."""
    wished = any(child.lower == "be" for child in verb.by_dep("aux:pass", "cop"))
    return verb.tag == "VBN" and (wished or any(child.lower in ("had", "'d") for child in verb.by_dep("aux")))


def _controller(verb: Word, governor: Word, steps: int) -> Word | None:
    if governor.is_noun and verb.rel == "xcomp" and governor.rel in ("obj", "obl") and governor.head is not None:
        return surface_subject(governor.head, steps + 1)
    theirs = _for_subject(verb, governor) or _object(governor)
    if _is_said_on_contact(verb, governor):
        return surface_subject(governor, steps + 1)
    if theirs is not None and not is_passive(governor) and "promising" not in governor.ways:
        return antecedent(theirs)
    return surface_subject(governor, steps + 1)


def _is_said_on_contact(verb: Word, governor: Word) -> bool:
    """ "summoned the envoy to urge restraint", "called him to assure him": who makes contact speaks."""
    return "contacting" in governor.ways and bool(verb.ways & {"speaking", "asking", "informing"})


def _for_subject(verb: Word, governor: Word) -> Word | None:
    """ "called for Kenya to act": whoever stands between "for" and the infinitive, on whatever the parser hung it."""
    opening = next((child for child in verb.by_dep("mark", "case") if child.lower == "for"), None)
    if opening is None:
        return None
    between = (child for child in governor.by_dep("obl", "obj", "iobj", "nsubj") if opening.i < child.i < verb.i)
    return next(between, None)


def _object(verb: Word) -> Word | None:
    return verb.first("iobj") or verb.first("obj")


def _adverbial_subject(verb: Word, governor: Word, steps: int) -> Word | None:
    theirs = _object(governor)
    if theirs is not None and not is_passive(governor) and _about_object(verb, governor):
        return antecedent(theirs)
    asked = _for_subject(verb, governor) if verb.tag == "VB" and marker(verb) in ("for", "to") else None
    if asked is not None:
        return antecedent(asked)
    called_on = _called_on(verb, governor)
    if called_on is not None:
        return called_on
    bare = governor.head is None and governor.is_adjective and not governor.first("nsubj", "cop")
    if bare and marker(verb) == "to" and governor.i == verb.i - 2:
        return governor  # "Saudi to reopen embassy", as headlines have it
    return surface_subject(governor, steps + 1)


def _about_object(verb: Word, governor: Word) -> bool:
    """ "accused X of bombing", "warned X against bombing", "thanked X for his role in freeing": what the object did."""
    marked = marker(verb)
    if _is_said_on_contact(verb, governor):
        return False
    if "asking" in governor.ways and ((verb.tag == "VB" and marked == "to") or marked == "against"):
        return True
    role = any(preposition(obl) == "for" and obl.i < verb.i for obl in governor.by_dep("obl"))
    return marked in OBJECT_MARKERS or (marked == "in" and role)


def _called_on(verb: Word, governor: Word) -> Word | None:
    """ "called on X to act": parsers hang the clause on "called" as an adverbial; X acts."""
    if verb.tag != "VB" or governor.lemma not in ("call", "appeal", "prevail", "rely"):
        return None
    called = (obl for obl in governor.by_dep("obl") if not obl.timed and obl.i < verb.i)
    return next((obl for obl in called if preposition(obl) in ("on", "upon", "to")), None)


def _adnominal_subject(verb: Word, noun: Word, steps: int) -> Word | None:
    """ "troops invading", "sanctions imposed": the noun; "Kenya's decision to leave", "success in brokering": its owner."""
    if is_passive(verb) or (verb.tag == "VBG" and not verb.first("mark")):
        return noun
    if "inviting" in noun.ways and any(possessors(noun)):
        taker = noun.head if noun.rel == "obj" and noun.head is not None and "making" not in noun.head.ways else None
        return surface_subject(taker, steps + 1) if taker is not None else None
    if verb.tag == "VB" and any("ranking" in word.ways for word in (noun, *noun.by_dep("amod"))):
        return bearer(noun, steps + 1) or noun
    return noun_agent(noun, steps + 1) or (noun if verb.tag == "VB" else None)


def bearer(noun: Word, steps: int = 0) -> Word | None:
    """Of whom a noun is said: "Peru was among the first", "Peru became the first state", "Peru, the first state"."""
    subject = noun.first("nsubj", "nsubj:pass")
    if subject is not None:
        return antecedent(subject)
    if noun.head is None or steps > MAX_STEPS:
        return None
    if noun.rel == "appos":
        return noun.head
    if noun.rel == "xcomp" or (noun.rel == "obl" and preposition(noun) in SAID_OF):
        return surface_subject(noun.head, steps + 1)
    if noun.rel == "nmod" and preposition(noun) == "among":
        return noun.head
    return None


def noun_agent(noun: Word, steps: int = 0) -> Word | None:
    """Whose act a noun tells of: its possessor, "by"-phrase or modifying name, else the subject of the verb it serves."""
    noun = first_conjunct(noun)
    for owner in possessors(noun):
        if not owner.timed:
            return owner
    for name in modifiers(noun):
        if name.tag in ("NNP", "NNPS"):
            return name
    if noun.head is None or steps > MAX_STEPS:
        return None
    if noun.rel in ("obj", "obl") and noun.head.is_verb and "hindering" not in noun.head.ways:
        return next(iter(agents(noun.head, steps + 1)), None)
    return None


def possessors(noun: Word) -> Iterator[Word]:
    """ "Kenya's visit", "its visit", "a visit by Kenya"."""
    yield from noun.by_dep("nmod:poss")
    yield from oblique(noun, "by")


def modifiers(noun: Word) -> Iterator[Word]:
    """Adjectives and compounds before a noun, those inside a hyphened pair included ("the Xi-Putin summit")."""
    for child in noun.by_dep("amod", "compound", "nmod:desc", "nmod:unmarked"):
        if child.i < noun.i:
            yield from _before(child, noun)


def _before(word: Word, noun: Word) -> Iterator[Word]:
    yield word
    for inner in word.by_dep("conj", "compound", "amod", "flat", "appos", "obl:unmarked", "nmod:unmarked"):
        if inner.i < noun.i:
            yield from _before(inner, noun)


def agents(verb: Word, steps: int = 0) -> tuple[Word, ...]:
    """The logical subject: who does it. Conjuncts are not listed; empty where nobody is named."""
    if is_passive(verb):
        near = [verb, *verb.by_dep("xcomp", "obj", "obl"), *_charges(verb)]
        return next((found for word in near if (found := _by_agents(word))), _causers(verb, steps))
    subject = surface_subject(verb, steps)
    return (subject,) if subject is not None else ()


def _causers(verb: Word, steps: int) -> tuple[Word, ...]:
    """ "had the envoy arrested", "got him thrown out": who has it done; who "had its envoy expelled" only suffers it."""
    thing, above = _experienced(verb)
    if thing is None or above is None or above.lemma not in ("have", "get") or _is_own(thing) or above.first("aux:pass"):
        return ()
    subject = surface_subject(above, steps + 1)
    return (subject,) if subject is not None else ()


def sufferer(verb: Word) -> Word | None:
    """ "Chad had its aid cut by Mali", "saw its envoy expelled": whose thing it is that something is done to."""
    thing, above = _experienced(verb)
    if thing is None or above is None or above.lemma not in ("have", "see", "get"):
        return None
    return surface_subject(above) if _is_own(thing) else None


def _experienced(verb: Word) -> tuple[Word | None, Word | None]:
    """Of "had the envoy arrested" the envoy and "had", wherever the parser hung them; nothing for what is no passive."""
    thing: Word | None = None
    if verb.dep == "acl":
        thing = verb.head
    elif verb.rel == "xcomp" and verb.head is not None:
        thing = verb.head.first("obj") or verb.first("nsubj:pass")
    above = thing.head if thing is not None and thing.rel == "obj" else verb.head
    held = thing is not None and above is not None and above.is_verb and above.i < thing.i < verb.i
    return (thing, above) if held and is_passive(verb) else (None, None)


def _is_own(thing: Word) -> bool:
    return any(child.tag == "PRP$" for child in thing.by_dep("nmod:poss"))


def _charges(verb: Word) -> Iterator[Word]:
    """ "was accused of breaking the treaty by Kenya": the agent may hang on what it is accused of."""
    charges = (clause for clause in verb.by_dep("advcl") if clause.tag in ("VBG", "NN"))
    return (clause for clause in charges if marker(clause) in CONTENT_MARKERS)


def _by_agents(word: Word) -> tuple[Word, ...]:
    return tuple(antecedent(child) for child in word.by_dep("obl", "nmod") if _is_agent(child))


def _is_agent(word: Word) -> bool:
    return preposition(word) == "by" or (word.dep == "obl:agent" and preposition(word) != "to")


@kept
def patients(verb: Word) -> tuple[Word, ...]:
    """The logical object: whom or what it is done to."""
    own = _objects(verb)
    if is_passive(verb):
        subject = None if own else surface_subject(verb)
        return own or ((subject,) if subject is not None else ())
    return own or _shared_object(verb) or _gap(verb)


def _objects(verb: Word) -> tuple[Word, ...]:
    """Objects without a preposition; the indirect one where the parser made the object of it ("accused Togo of theft")."""
    direct = tuple(antecedent(word) for word in verb.by_dep("obj") if preposition(word) is None)
    return direct or (() if is_passive(verb) else tuple(antecedent(word) for word in verb.by_dep("iobj")))


def _shared_object(verb: Word) -> tuple[Word, ...]:
    """ "condemned and sanctioned Iran": one object for both verbs, wherever the parser hung it."""
    linked = [verb.head] if verb.rel == "conj" and verb.head is not None else []
    linked += [child for child in verb.by_dep("conj") if child.is_verb]
    for other in linked:
        shared = other.first("obj")
        both = (
            verb.first("nsubj") is not None and other.first("nsubj") is not None
        )  # "Mali welcomed, and Chad criticised, it"
        close = abs(other.i - verb.i) <= (SPREAD if both else 3)
        if shared is not None and close and shared.i > max(verb.i, other.i) and not is_passive(other):
            return (antecedent(shared),)
    return ()


def _gap(verb: Word) -> tuple[Word, ...]:
    """ "the drills (that) they held", "sanctions they threatened to impose": the noun outside is the missing object."""
    outer = verb
    while outer.rel == "xcomp" and outer.head is not None and not outer.first("obj"):
        outer = outer.head
    if outer.dep != "acl:relcl" or outer.head is None or outer.first("obj"):
        return ()
    subject = outer.first("nsubj", "nsubj:pass")
    relative_subject = subject is not None and subject.tag in RELATIVES | {"IN"}
    if subject is None or relative_subject or subject.dep == "nsubj:pass":
        return ()
    return (outer.head,)


def receivers(verb: Word) -> tuple[Word, ...]:
    """The indirect object, also as the subject of a passive ("Kenya was granted a loan")."""
    own = tuple(verb.by_dep("iobj")) if _has_object(verb) else ()
    own = own or _glued_receiver(verb)
    if own or not is_passive(verb) or not verb.first("obj"):
        return own
    subject = surface_subject(verb)
    return (subject,) if subject is not None else ()


def _glued_receiver(verb: Word) -> tuple[Word, ...]:
    """ "promised Kenya security guarantees": a name that the parser took for a part of the compound after it."""
    thing = verb.first("obj")
    if thing is None or thing.first("nmod:poss") or thing.tag not in ("NN", "NNS"):
        return ()
    before = sorted(
        (child for child in thing.by_dep("compound", "amod") if verb.i < child.i < thing.i), key=lambda each: each.i
    )
    if not before or before[0].tag not in ("NNP", "NNPS"):
        return ()
    counted = [child.i for child in thing.by_dep("det", "nummod")]
    if counted:  # "lent Kenya two ships": no name of a thing stands before its number
        return (before[0],) if before[0].i < min(counted) else ()
    several = len(before) > 1 and before[-1].tag not in ("NNP", "NNPS")
    alone = "giving" in verb.ways and not oblique(verb, "to")  # "sent US troops to Kenya" sends them to Kenya
    glued = several or (alone and (thing.tag == "NNS" or "granted" in thing.ways))
    return (before[0],) if glued else ()


def _has_object(verb: Word) -> bool:
    return any(preposition(word) is None for word in verb.by_dep("obj", "ccomp"))


@kept
def oblique(word: Word, prep: str) -> tuple[Word, ...]:
    """The noun phrases that hang on a word by this preposition; relatives are followed ("with whom").

    Where none does, those that the parser may have hung on a name or an "of"-phrase after the word ("the arrest of Doe by
    Mali", "offer of help to Chad").
    """
    direct = tuple(antecedent(child) for child in _phrases(word) if stands_by(child, prep))
    if direct:
        return direct
    return tuple(
        antecedent(inner)
        for child in _phrases(word)
        if child.i > word.i and (child.tag in ("NNP", "NNPS") or preposition(child) in ("of", "for") or _is_particle(child))
        for inner in _phrases(child)
        if stands_by(inner, prep) and inner.i > child.i and prep != "of"
    )


def _is_particle(child: Word) -> bool:
    """ "stayed away from", "went back to": what follows belongs to the verb."""
    return child.tag in ("RB", "RP") and child.rel in ("advmod", "compound")


def _phrases(word: Word) -> Iterator[Word]:
    """The phrases that hang on a word; a time is nobody ("on Friday")."""
    return iter([child for child in word.children if child.rel in ("obl", "nmod", "advmod", "obj") and not child.timed])


def phrase(word: Word) -> Iterator[Word]:
    """A noun phrase's head and its conjuncts, without those with a preposition of their own or said not to be it."""
    mine = preposition(word)
    for each in conjuncts(word):
        if each is word or (preposition(each) == mine and not any(child.lower == "not" for child in each.children)):
            yield each


def content_clauses(word: Word) -> Iterator[Word]:
    """The clauses that are the content of a word: "urged X to withdraw", "said that ...", "the decision to leave"."""
    for child in word.children:
        if child.rel in ("xcomp", "ccomp") or (child.dep in ("acl", "advcl") and _is_content(child, word)):
            yield child


def _is_content(child: Word, governor: Word) -> bool:
    if child.dep == "acl":
        return child.tag == "VB" or child.first("mark", "nsubj") is not None
    if governor.is_adjective or governor.first("cop"):
        return marker(child) == "to"
    if "denying" in governor.ways and child.tag in ("VBG", "VBN") and governor.i < child.i:
        return marker(child) is None and (child.tag == "VBG" or child.first("aux") is not None)
    if "asking" in governor.ways and child.tag == "VB" and _object(governor) is not None:
        return marker(child) == "to"
    return marker(child) in OBJECT_MARKERS or _called_on(child, governor) is not None


def is_there(word: Word) -> bool:
    """ "was in Nairobi": a predicate that tells where somebody is."""
    return word.first("cop") is not None and preposition(word) in ("in", "at")


def makers(noun: Word) -> tuple[Word, ...]:
    """Whose doing a thing is by the clause on it: "the plan put forward by Kenya", "the plan that Kenya drew up"."""
    if noun.is_verb:  # "deported them, which Kenya deplored"
        return agents(noun)
    if noun.rel == "parataxis" and "deed" in noun.ways and noun.head is not None:  # "sent them home, a step deplored by"
        return agents(noun.head)
    for clause in noun.by_dep("acl"):
        if (clause.dep == "acl" or "making" in clause.ways) and noun in patients(clause):
            return agents(clause)
    return ()
