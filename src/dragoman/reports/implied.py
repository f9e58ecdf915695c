"""Whom an act is aimed at that names and recalls nobody, on a page that leaves hardly a doubt: the side most at stake.

"Beijing sent ships around the island. Washington called it a provocation and warned of consequences": of whom, no word
says. Every side that the page names, and nobody, are weighed against each other by readable hints (where the page names
the side, whom the source has faced before); the weights were learned from pages of ours (`ontology/data/implied.yaml`,
`training/implied.py`). A side is understood only where it is likelier than a threshold, and the why says how likely.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from dragoman.ontology.frames import EventType
from dragoman.ontology.implied import Hint, ImpliedWeights
from dragoman.records import Actor
from dragoman.reports.choose import Finding
from dragoman.reports.clauses import agents, phrase
from dragoman.reports.counterparts import aims_at_nobody
from dragoman.reports.knowledge import Knowledge
from dragoman.reports.reader import Reader
from dragoman.reports.tree import Word, first_conjunct, marker

STAKE = "target:most at stake"
"""How the why names such a target; the probability follows."""
PAGE = 5
"""Sentences that make a page: a sentence by itself leaves nobody to be understood."""
LEAD = 3
"""Sentences in which a page says what it is about."""
FAR = 20
"""Sentences after which a side is as far away as it can be."""
TO_NOBODY = frozenset({"ASSAULT", "MOBILIZE"})
"""Deeds whose target is often nobody's, or not told."""
CONTRAST = frozenset({"while", "whereas"})
"""How a clause begins that tells what somebody else does meanwhile."""
AT_HOME: dict[str, Hint] = {
    "ACCUSE": "home_blamed",
    "REJECT": "home_refused",
    "ASSAULT": "home_attacked",
    "COERCE": "home_coerced",
}


@dataclass(frozen=True, slots=True)
class Named:
    """A mention of a side: the first of its words, the sentence, and who is named."""

    word: int
    sentence: int
    actor: Actor


class Sides:
    """The states and bodies that a page names, each with its mentions in the order of the text."""

    def __init__(self, reader: Reader) -> None:
        self.reader = reader
        self.sentences = len(reader.tree.sentences)
        self.mentions: dict[str, list[Named]] = {}
        for actor in reader.marked.actors:
            words = reader.words_of(actor.mention)
            if words and side(actor) is not None:
                self.mentions.setdefault(str(side(actor)), []).append(Named(words[0].i, words[0].sentence, actor))
        self.told_in = {key: frozenset(each.sentence for each in named) for key, named in self.mentions.items()}
        self.most_named = max(self.told_in, key=lambda key: len(self.told_in[key]), default=None)

    def is_state(self, key: str) -> bool:
        """Whether the side is a state: a body does nothing to itself."""
        return any(each.actor.country for each in self.mentions[key])

    def doers(self, clause: Word) -> tuple[Actor, ...]:
        """Who does what a clause tells."""
        return tuple(actor for doer in agents(clause) for word in phrase(doer) for actor in self.reader.actors(word))

    def last_named(self, before: int, besides: frozenset[str]) -> str | None:
        """The side named last before a word, apart from some."""
        near = ((each.word, key) for key, named in self.mentions.items() if key not in besides for each in named)
        return max((found for found in near if found[0] < before), default=(0, None))[1]


def side(actor: Actor) -> str | None:
    """The state that an actor stands for, or the body that it is."""
    return actor.country or actor.id


def implied(finding: Finding, told: Sequence[Finding], sides: Sides, knowledge: Knowledge, *, unmet: bool) -> Finding:
    """The finding, an open target filled by the side that is most at stake, if one is likely enough.

    `told`: the acts told on the page, those after it among them. `unmet`: the finding lacks a target that it requires.
    """
    if not is_open(finding) or sides.sentences < PAGE:
        return finding
    weights = knowledge.implied
    ranked = chances(hints(finding, told, sides, knowledge.types, unmet=unmet), weights)
    best = max(ranked, key=lambda key: ranked[key], default=None)
    if best is None or ranked[best] < weights.least:
        return finding
    target = _spokesman(sides.mentions[best], finding.trigger.word.i)
    slots = (*finding.roles.slots, f"{STAKE} ({ranked[best]:.2f})")
    return replace(finding, roles=replace(finding.roles, targets=(target,), slots=slots))


def is_open(finding: Finding) -> bool:
    """Whether it is told that somebody known acts, though on whom is not, and the frame has a place for a target.

    A noun that no verb says to occur ("in spite of the war") tells of an act too much in passing.
    """
    trigger = finding.trigger
    told = trigger.entry.pos == "verb" or trigger.host is not None
    known = any(side(actor) for actor in finding.roles.sources)
    aimless = not finding.roles.targets and bool(trigger.entry.frame.target)
    return told and known and aimless and not aims_at_nobody(finding)


def chances(hinted: Iterable[tuple[str, Sequence[tuple[Hint, float]]]], weights: ImpliedWeights) -> dict[str, float]:
    """How likely each side is the target; what is missing to 1 is that nobody is. A conditional logit."""
    scores = {key: math.exp(sum(weights.weights[hint] * value for hint, value in found)) for key, found in hinted}
    whole = 1 + sum(scores.values())
    return {key: score / whole for key, score in scores.items()}


def hints(
    finding: Finding, told: Sequence[Finding], sides: Sides, types: Mapping[str, EventType], *, unmet: bool
) -> Iterator[tuple[str, list[tuple[Hint, float]]]]:
    """Every side with what speaks for and against it, each hint with its strength."""
    home = frozenset(key for actor in finding.roles.sources if (key := side(actor)))
    word = finding.trigger.word
    around = _Around(
        home=home,
        last_named=sides.last_named(word.i, home),
        last_faced=_last_faced(finding, told, home),
        acting=_acting_here(finding, told) - home,
        beside=frozenset(sentence for key in home for sentence in sides.told_in.get(key, ())),
    )
    alongside = _alongside(finding, told, sides, types)
    for key in sides.mentions:
        if key in alongside - home or (key in home and not sides.is_state(key)):
            continue
        found = [*_of_act(finding, unmet=unmet), *_of_page(key, sides, around)]
        found += _at_home(key, finding, sides) if key in home else _near(key, finding, sides, around)
        yield key, found


@dataclass(frozen=True, slots=True)
class _Around:
    """What the page tells around an act: the source's own side, and which others stand near it."""

    home: frozenset[str]
    last_named: str | None
    last_faced: str | None
    acting: frozenset[str]
    beside: frozenset[int]


def _of_act(finding: Finding, *, unmet: bool) -> Iterator[tuple[Hint, float]]:
    """What speaks for or against any target at all."""
    yield "anybody", 1.0
    if unmet:
        yield "unmet", 1.0
    if finding.trigger.entry.pos == "noun":
        yield "noun", 1.0
    if finding.type in TO_NOBODY:
        yield "deed_to_nobody", 1.0
    if finding.type == "SANCTION":
        yield "sanction", 1.0


def _of_page(key: str, sides: Sides, around: _Around) -> Iterator[tuple[Hint, float]]:
    told_in = sides.told_in[key]
    yield "share", len(told_in) / sides.sentences
    yield "beside", math.log1p(len(told_in & around.beside))
    if min(told_in) < LEAD:
        yield "lead", 1.0
    if not sides.is_state(key):
        yield "no_state", 1.0


def _at_home(key: str, finding: Finding, sides: Sides) -> Iterator[tuple[Hint, float]]:
    yield "home", 1.0
    if key == sides.most_named:
        yield "home_most_named", 1.0
    if finding.type in AT_HOME:
        yield AT_HOME[finding.type], 1.0


def _near(key: str, finding: Finding, sides: Sides, around: _Around) -> Iterator[tuple[Hint, float]]:
    word, named = finding.trigger.word, sides.mentions[key]
    yield "far", math.log1p(min((word.sentence - each.sentence for each in named if each.word < word.i), default=FAR))
    if any(each.sentence == word.sentence and each.word > word.i for each in named):
        yield "named_after", 1.0
    for hint, other in (("last_named", around.last_named), ("last_faced", around.last_faced)):
        if key == other:
            yield hint, 1.0  # type: ignore[misc]
    if key in around.acting:
        yield "acts_here", 1.0


def _last_faced(finding: Finding, told: Sequence[Finding], home: frozenset[str]) -> str | None:
    """The side that the source's own side dealt with in the last act told before."""
    faced = None
    for other in sorted(told, key=lambda each: each.trigger.word.i):
        if other.trigger.word.i >= finding.trigger.word.i:
            break
        roles = other.roles
        for mine, theirs in ((roles.sources, roles.targets), (roles.targets, roles.sources)):
            if home & {side(actor) for actor in mine}:
                faced = next((key for actor in reversed(theirs) if (key := side(actor)) and key not in home), faced)
    return faced


def _alongside(finding: Finding, told: Sequence[Finding], sides: Sides, types: Mapping[str, EventType]) -> frozenset[str]:
    """ "Kenya sent aid, while Chad sent troops": who does the like beside the source is not whom the source does it to."""
    outer = finding.trigger.outer
    beside = (other for other in told if other.trigger.outer is not outer and _side_by_side(outer, other.trigger.outer))
    like = (other for other in beside if other.type == finding.type or _are_kind(finding, other, types))
    doers = [actor for other in like for actor in other.roles.sources]
    meanwhile = (clause for word in (outer, *outer.ancestors()) for clause in word.by_dep("advcl"))
    doers += [actor for clause in meanwhile if marker(clause) in CONTRAST for actor in sides.doers(clause)]
    return frozenset(key for actor in doers if (key := side(actor)))


def _side_by_side(clause: Word, other: Word) -> bool:
    linked = clause.head is other or other.head is clause
    return first_conjunct(clause) is first_conjunct(other) or (linked and "parataxis" in (clause.rel, other.rel))


def _are_kind(finding: Finding, other: Finding, types: Mapping[str, EventType]) -> bool:
    return all(types[each.type].quad.endswith("cooperation") for each in (finding, other))


def _acting_here(finding: Finding, told: Sequence[Finding]) -> frozenset[str]:
    here = (other for other in told if other.trigger.word.sentence == finding.trigger.word.sentence)
    return frozenset(key for other in here for actor in other.roles.sources if (key := side(actor)))


def _spokesman(named: Sequence[Named], before: int) -> Actor:
    """The mention that stands for a side: the last before the act that is no person's, else the last, else the first."""
    earlier = [each.actor for each in named if each.word < before] or [named[0].actor]
    return next((actor for actor in reversed(earlier) if actor.type != "person"), earlier[-1])
