"""What a predicate says of itself: its tense, aspect, modals and negation, before anything above it is asked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dragoman.ontology.cues import StatusCues
from dragoman.records import Actor, Status
from dragoman.reports.clauses import partner
from dragoman.reports.tree import Word

# How far from a plain fact each status is: joined statuses take the farthest.
DISTANCE: dict[Status, int] = {
    "happened": 0, "ongoing": 1, "background": 2, "planned": 3, "called-for": 4, "expected": 5, "negated": 6,
}  # fmt: skip


YET = "yet to"
DONE_BY_SAYING = frozenset({"ACCUSE", "REQUEST", "THREATEN"})
"""Acts that are done where those whose act it is say that they do it: "we condemn the raid", the ministry said."""


@dataclass(frozen=True, slots=True)
class Reality:
    """Whether something is so, as far as is known (`None`: its own words do not tell), and what told."""

    status: Status | None = None
    why: tuple[str, ...] = ()
    present: bool = False

    def joined(self, status: Status | None, why: str) -> Reality:
        """With a second opinion: the one farther from a plain fact wins; `None` changes nothing."""
        if status is None:
            return self
        if self.status is not None and DISTANCE[status] <= DISTANCE[self.status]:
            return self
        return Reality(status, (*self.why, why), self.present)


@dataclass(frozen=True, slots=True)
class Judgement:
    """The status of an act and the steps that led to it; `present`: only a present tense makes it ongoing."""

    status: Status
    why: tuple[str, ...]
    present: bool = False


def auxiliaries(verb: Word) -> list[Word]:
    """Auxiliaries and copula of a predicate; a bare form shares those of the first conjunct ("will meet and sign")."""
    own = sorted(verb.by_dep("aux", "cop"), key=lambda each: each.i)
    if own or verb.rel != "conj" or verb.head is None or verb.first("nsubj", "mark"):
        return own
    if verb.tag in ("VB", "VBN", "VBG") or not verb.is_verb:
        return auxiliaries(partner(verb))
    return own


def is_negated(verb: Word, cues: StatusCues) -> bool:
    """Whether a predicate is denied: "did not", "never", "no talks were held", "made no threat"."""
    if any(_denies(child, verb, cues) for child in verb.by_dep("advmod", "cc", "cc:preconj", "det")):
        return True
    if any(has_no(child, cues) or child.lower in cues.nobody for child in verb.by_dep("nsubj", "obj")):
        return True
    if any(child.lower in cues.nobody for child in verb.by_dep("obl")):  # "asked for nothing", "met with nobody"
        return True
    if any(_no_longer(child, cues) for child in verb.by_dep("advmod")):
        return True
    shared = verb.rel == "conj" and verb.head is not None and not verb.first("aux", "nsubj") and verb.tag in ("VB", "VBN")
    return shared and verb.head is not None and any(_denies(child, verb.head, cues) for child in verb.head.by_dep("advmod"))


def _denies(word: Word, verb: Word, cues: StatusCues) -> bool:
    """Whether a word denies its verb: "not", but not in "not only condemned the raid but"."""
    after = any(other.i == word.i + 1 and other.lower in cues.beyond for other in (*verb.children, *word.children))
    return word.lower in cues.negators and not after


def _no_longer(adverb: Word, cues: StatusCues) -> bool:
    """ "no longer", "not any more": the negation hangs on the adverb."""
    return (
        adverb.tag.startswith("RB")
        and adverb.lower not in cues.beyond
        and any(child.lower in cues.negators for child in adverb.by_dep("advmod", "det"))
    )


def has_no(noun: Word, cues: StatusCues) -> bool:
    """ "no talks", "neither side": a determiner denies the noun, unless it has another ("a no-limits partnership")."""
    words = [child for child in noun.by_dep("det", "advmod", "cc:preconj") if child.lower in cues.noun_negators]
    apart = any(child not in words and child.i < noun.i for child in noun.by_dep("det", "nmod:poss"))
    return any(word.rel != "det" or not apart for word in words)


def own_reality(verb: Word, cues: StatusCues, *, reported: bool) -> Reality:
    """What the words of one predicate tell. `reported`: it stands under a verb of saying in the past ("said it would")."""
    found = _timed(verb, cues, reported=reported)
    for child in verb.by_dep("advmod", "obl"):
        found = found.joined(cues.adverbs.get(child.lower), f"adverb:{child.lower}")
    if is_negated(verb, cues):
        return Reality("negated", (*found.why, "negation"))
    return found


def _timed(verb: Word, cues: StatusCues, *, reported: bool) -> Reality:
    verb = _first_of_bare(verb)
    helpers = auxiliaries(verb)
    if _be_to(verb, helpers):
        return Reality("negated", (YET,)) if is_yet(verb, cues) else Reality("planned", ("be to",))
    modal = _modal(verb, helpers, cues, reported=reported)
    if modal is not None:
        return modal
    lemmas = [helper.lemma for helper in helpers]
    if "have" in lemmas:
        return _perfect(verb, helpers, cues, reported=reported)
    if helpers:
        return _with_be_or_do(verb, helpers)
    return _bare(verb, cues)


def _first_of_bare(verb: Word) -> Word:
    """ "are to leave and retreat": a bare form beside an infinitive or after a modal shares what stands before the first."""
    if verb.rel != "conj" or verb.head is None or verb.first("nsubj", "aux", "mark") or verb.tag not in ("VB", "VBP"):
        return verb
    return verb.head if verb.head.tag == "VB" and verb.lower == verb.lemma else verb


def _be_to(verb: Word, helpers: list[Word]) -> bool:
    """ "is to visit", "was to be signed": a finite "be" before the infinitive's own "to"."""
    to = next((child for child in verb.by_dep("mark") if child.lower == "to"), None)
    return to is not None and bool(helpers) and helpers[0].lemma == "be" and helpers[0].i < to.i and helpers[0].tag != "VB"


def is_yet(verb: Word, cues: StatusCues) -> bool:
    """ "has yet to", "is yet to": what was not done so far."""
    return any(child.lower in cues.so_far for child in verb.by_dep("advmod"))


def _modal(verb: Word, helpers: list[Word], cues: StatusCues, *, reported: bool) -> Reality | None:
    for helper in helpers:
        if not helper.tag.startswith("MD"):
            continue
        if reported and helper.lower in cues.reported_modals:
            return Reality(cues.reported_modals[helper.lower], (f"reported modal:{helper.lower}",))
        status = cues.modals.get(helper.lower)
        if status is None:
            continue
        if helper.lower in cues.counterfactual and any(each.lower == "have" for each in helpers) and verb.tag == "VBN":
            return Reality("negated", (f"counterfactual:{helper.lower} have",))
        return Reality(status, (f"modal:{helper.lower}",))
    return None


def _perfect(verb: Word, helpers: list[Word], cues: StatusCues, *, reported: bool) -> Reality:
    have = next(helper for helper in helpers if helper.lemma == "have")
    if have.tag in ("VBD", "VBN"):
        return Reality("happened", ("reported pluperfect",)) if reported else Reality("background", ("pluperfect",))
    if have.tag == "VBG":
        return Reality("happened", ("perfect participle",))
    if verb.tag == "VBG" or not verb.is_verb:
        return Reality("ongoing", ("perfect progressive",))
    if _holds_on(verb, cues):
        return Reality("ongoing", ("perfect of a stance",))
    return Reality("happened", ("perfect",))


def _holds_on(verb: Word, cues: StatusCues) -> bool:
    """ "has refused to talk" is so still; "has refused the offer" was one act."""
    against = verb.lemma in cues.standing_against and verb.first("xcomp") is not None
    return against or verb.lemma in cues.standing or any(child.lower in cues.standing for child in verb.by_dep("advmod"))


def _with_be_or_do(verb: Word, helpers: list[Word]) -> Reality:
    first = helpers[0]
    if first.tag in ("VB", "VBG", "VBN"):
        return Reality()
    if first.tag == "VBD":
        return Reality("happened", ("past",))
    if verb.tag == "VBG" and first.lemma == "be":
        return Reality("ongoing", ("progressive",), present=True)
    return Reality("ongoing", ("present",), present=True)


def _bare(verb: Word, cues: StatusCues) -> Reality:
    if verb.tag == "VBD" or (verb.tag == "VBN" and verb.dep in ("acl", "amod", "root", "parataxis")):
        return Reality("happened", ("past",))
    if verb.tag in ("VB", "VBP") and verb.lower in cues.invariant and verb.first("nsubj") is not None:
        return Reality("happened", ("past",))
    if verb.tag in ("VBZ", "VBP"):
        return Reality("ongoing", ("present",), present=True)
    return Reality()


def in_the_past(verb: Word) -> bool:
    """Whether a governing verb stands in the past tense, perfect excluded ("sought to", "was trying to")."""
    helpers = auxiliaries(verb)
    return helpers[0].tag == "VBD" if helpers else verb.tag == "VBD"


def said_to_do(found: Judgement, kind: str, doers: Sequence[Actor], speakers: Sequence[Actor]) -> Judgement:
    """The status of an act in words, told in the present by those whose act it is: in saying so they did it."""
    if kind not in DONE_BY_SAYING or not found.present or found.status != "ongoing":
        return found
    sides = ({actor.country or actor.id for actor in group} - {None} for group in (doers, speakers))
    return Judgement("happened", (*found.why, "done by saying so")) if set.intersection(*sides) else found
