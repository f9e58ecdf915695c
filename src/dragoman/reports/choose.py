"""One act, one report: which of the frames that fit a sentence are kept.

Of several frames for a word the most specific wins. A noun that is part of a verb's construction ("imposed sanctions",
"held talks", "announced a visit") is not coded twice. What is left out here is a reading, not a statement of the page.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from dragoman.ontology.frames import EventType
from dragoman.reports.reader import distinct, identity
from dragoman.reports.roles import Roles, has_named_doer, lacks
from dragoman.reports.slots import has_slot
from dragoman.reports.tree import Word, first_conjunct
from dragoman.reports.triggers import Trigger

# Acts in which the parties of a part are parties of the whole: "travelled to A for talks with B".
MET = frozenset({"CONSULT"})
# Relations by which a word of the same act hangs below its trigger.
WITHIN = frozenset({"obj", "obl", "nmod", "xcomp", "nsubj", "acl", "conj"})


@dataclass(frozen=True, slots=True)
class Finding:
    """A trigger and the parties of its act."""

    trigger: Trigger
    roles: Roles

    @property
    def type(self) -> str:
        """The event type that the frame gives."""
        return self.trigger.entry.type

    @property
    def rank(self) -> tuple[int, int, int, int, int]:
        """How specific a reading is: words needed, words of the trigger, roles filled and required, words excluded."""
        frame = self.trigger.entry.frame
        return (
            len(frame.needs) + (frame.clause is not None),
            len(self.trigger.words),
            self.roles.named,
            len({*frame.requires} - {"parties"}),
            len(frame.excludes),
        )


def choose(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The readings to keep of one sentence, in the order of the text."""
    best = best_per_word(findings)
    best = _without_parts(best)
    return tuple(_one_per_act(best))


def told_enough(findings: Sequence[Finding], types: Mapping[str, EventType]) -> tuple[Finding, ...]:
    """The readings with every role filled that they require, or of a verb the doer at least ("bombed the rebel town").

    Where one reading of a word is complete the incomplete ones of that word are none.
    """
    whole = [each for each in findings if not lacks(each.trigger, each.roles, symmetric=types[each.type].symmetric)]
    complete = {each.trigger.word.i for each in whole}
    half = (each for each in findings if each.trigger.word.i not in complete)
    named = (each for each in half if has_named_doer(each.trigger, each.roles, symmetric=types[each.type].symmetric))
    return (*whole, *named)


def best_per_word(findings: Iterable[Finding]) -> list[Finding]:
    """The best of the readings of each word, in the order of the text."""
    by_word: dict[int, list[Finding]] = defaultdict(list)
    for finding in findings:
        by_word[finding.trigger.word.i].append(finding)
    return [each for _, group in sorted(by_word.items()) for each in _best(group)]


def _best(group: Sequence[Finding]) -> list[Finding]:
    """The best reading of a word; of "diplomatic and material support" the best of each type that an adjective asks for."""
    best = max(group, key=lambda each: each.rank)
    kept = {best.type: best}
    spoken = (each for each in group if each.trigger.entry.frame.clause is not None)
    said = max(spoken, key=lambda each: each.rank, default=None)
    if said is not None and best.type in MET:  # "told him by telephone that he should go" is a call and a request
        kept.setdefault(said.type, said)
    for each in group:
        if _side_by_side(_modifier(each), _modifier(best)):
            kept.setdefault(each.type, each)
    return list(kept.values())


def _side_by_side(one: Word | None, other: Word | None) -> bool:
    if one is None or other is None or one is other:
        return False
    return first_conjunct(one) is first_conjunct(other)


def _modifier(finding: Finding) -> Word | None:
    lemmas = finding.trigger.entry.frame.needs.get("modifier")
    return has_slot(finding.trigger, "modifier", lemmas) if lemmas else None


def _without_parts(findings: Sequence[Finding]) -> list[Finding]:
    """Leave out nouns that a verb's frame needs or has in its trigger, and light verbs whose noun is coded."""
    taken = {word.i for each in findings for word in _constructed(each.trigger)}
    lent = {verb.i for each in findings if each.trigger.word.i not in taken for verb in _lending(each.trigger)}
    return [
        each
        for each in findings
        if each.trigger.word.i not in taken and not (each.trigger.word.i in lent and not each.trigger.entry.frame.needs)
    ]


def _lending(trigger: Trigger) -> Iterable[Word]:
    """The light verb of a noun; a noun that is its own predicate ("is under sanctions") has none to lose."""
    if trigger.host is not None and trigger.host.light is not None and trigger.host.verb.is_verb:
        yield trigger.host.verb


def _constructed(trigger: Trigger) -> Iterable[Word]:
    """The words besides its head that make up a trigger's construction."""
    yield from (word for word in trigger.words if word is not trigger.word)
    for slot, lemmas in trigger.entry.frame.needs.items():
        word = has_slot(trigger, slot, lemmas)
        if word is not None and slot != "complement":
            yield word


def _one_per_act(findings: Sequence[Finding]) -> list[Finding]:
    """Join readings of the same type where one hangs within the other: "met for talks", "an agreement to sign a deal"."""
    kept: list[Finding] = []
    for finding in sorted(findings, key=lambda each: _depth(each.trigger.word)):
        outer = next((each for each in kept if _same_act(each, finding)), None)
        if outer is None:
            kept.append(finding)
        else:
            kept[kept.index(outer)] = replace(
                outer, roles=_joined(outer.roles, finding.roles, symmetric=finding.type in MET)
            )
    return sorted(kept, key=lambda each: each.trigger.word.i)


def _depth(word: Word) -> int:
    return sum(1 for _ in word.ancestors())


def _same_act(outer: Finding, inner: Finding) -> bool:
    if outer.type != inner.type or not _within(inner.trigger, outer.trigger):
        return False
    mine, theirs = ({identity(each) for each in part.roles.sources} for part in (outer, inner))
    return not mine or not theirs or bool(mine & theirs) or not inner.roles.targets


def _within(inner: Trigger, outer: Trigger) -> bool:
    """Whether the inner trigger hangs below the outer through phrases of one clause and its purpose only."""
    ends = {outer.word, outer.outer}
    word: Word | None = inner.outer
    if word in ends:
        return True
    while word is not None and (word.rel in WITHIN or (word.rel == "advcl" and word.tag == "VB")):
        if word.rel == "conj" and (word.is_verb or first_conjunct(word) in ends):
            return False
        word = word.head
        if word in ends:
            return True
    return False


def _joined(outer: Roles, inner: Roles, *, symmetric: bool) -> Roles:
    """The outer reading's roles; those it lacks come from the inner, and whom one travels to meet is met as well.

    The state where somebody of its own is met is no party besides: "met Wang Yi on a visit to Beijing".
    """
    sources = outer.sources or inner.sources
    known = {identity(source) for source in sources}
    met = {target.country for target in outer.targets if target.type != "state"} - {None}
    more = tuple(
        each for each in inner.targets if identity(each) not in known and not (each.type == "state" and each.country in met)
    )
    targets = distinct((*outer.targets, *more)) if symmetric else outer.targets or more
    slots = (*outer.slots, *(slot for slot in inner.slots if slot not in outer.slots))
    return Roles(sources, targets, distinct((*outer.others, *inner.others)), slots)
