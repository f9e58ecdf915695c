"""Two articles that share a text: how much, in what relation, and what speaks for either being the source."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from dragoman.records import Article, Relation, SharedPassage
from dragoman.stories.copies.alignment import Alignment, Likeness, passages, run_spans
from dragoman.stories.copies.passages import Text

VERSION = 1
"""Rises whenever the same two articles may be found to be something else to each other."""
WEIGHT = 10.0
"""What the features that two related articles share weigh at least: short reports of one event agree in a few."""
RELATED = 8.0
"""Share of the smaller article times that weight, from which on two articles are related. Found, like the numbers below, on
the chains of `examples/copies`: a page and what it was made from have 11 and more, unrelated pairs up to 7."""
COPIED = 5.0
"""The same where whole sentences were copied word for word."""
COPIED_WORDS, COPIED_RUN = 30, 10
"""Words in long runs that show it, and words of a long run."""
SAME_WORDS = 0.5
"""Share of the words of either article in runs of the same words, from which on it was copied and not reworded."""
WHOLE = 0.7
"""Share of both articles in runs from which on one is a copy of the other and not an excerpt."""
SHORT = 0.5
"""Length of a digest against what it was made from, at most."""
CONTAINED, SPILLING = 0.85, 0.75
"""Nearly all of an article is in the other; a good part of it is not."""
PARTLY = 1.0
"""What time speaks for where two pages share words and each has others of its own: they may be cut from a third."""
ORIGIN = 0.45
"""What each of outlet, date and author speaks for, that one page has and the other has not, where it is more than one."""
LOST = 3
"""Names and numbers that a rewriter has lost, at least, before that tells who rewrote whom."""
NAMED_OUTLET = 4
"""Letters that the name of an outlet needs to be looked for in a text."""
_ENDS = re.compile(r"""[.!?…:;][\s"'”’»)\]]*$""")
_UNBROKEN_WORDS = 8


@dataclass(frozen=True, slots=True)
class Clue:
    """What speaks for `one` being made from `other` (weight above 0) or the other way round, in words, as log odds."""

    text: str
    weight: float


@dataclass(frozen=True, slots=True)
class Kin:
    """Two related articles, `one` having the smaller id. `shared` has its `here` in `one`.

    `score`: share of the smaller article that the other has. `near_one`: how much of `one` is in `other`, words in runs
    counting fully, words of reworded sentences by their likeness; `near_other` the same for the other; 0 to 1.
    `spellings`: names that the two spell differently, as `one` has them and as `other` has them.
    """

    one: str
    other: str
    relation: Relation
    score: float
    near_one: float
    near_other: float
    clues: tuple[Clue, ...]
    spellings: tuple[tuple[str, str], ...]
    shared: tuple[SharedPassage, ...]

    @property
    def lean(self) -> float:
        """What the clues say together: above 0, `one` was made from `other`."""
        return sum(clue.weight for clue in self.clues)


def kin(alignment: Alignment) -> Kin | None:
    """What two aligned articles are to each other, or `None` where they are nothing. `here` has the smaller id."""
    if not related(alignment):
        return None
    here, there = alignment.here.article, alignment.there.article
    return Kin(
        one=here.id,
        other=there.id,
        relation=_relation(alignment),
        score=round(max(alignment.share_here, alignment.share_there), 3),
        near_one=_near(alignment.here, alignment.same_here, _best(alignment, here=True)),
        near_other=_near(alignment.there, alignment.same_there, _best(alignment, here=False)),
        clues=tuple(_clues(alignment)),
        spellings=tuple(sorted(_spellings(alignment))),
        shared=tuple(_shared(alignment)),
    )


def related(alignment: Alignment) -> bool:
    """Whether two articles share enough to go back to one text."""
    small = alignment.share_here if _smaller_here(alignment) else alignment.share_there
    copied = sum(run.words for run in alignment.runs if run.words >= COPIED_RUN) >= COPIED_WORDS
    enough = len(alignment.sentences) > 1 and alignment.weight >= WEIGHT
    return enough and small * alignment.weight >= (COPIED if copied else RELATED)


def _smaller_here(alignment: Alignment) -> bool:
    return len(alignment.here.words) <= len(alignment.there.words)


def _relation(alignment: Alignment) -> Relation:
    lengths = len(alignment.here.words), len(alignment.there.words)
    same = alignment.same_here / max(1, lengths[0]), alignment.same_there / max(1, lengths[1])
    if max(same) >= SAME_WORDS:
        return "copy" if min(same) >= WHOLE else "excerpt"
    return "digest" if min(lengths) <= SHORT * max(lengths) else "rewrite"


def _best(alignment: Alignment, *, here: bool) -> dict[int, Likeness]:
    """For each sentence of one side its best partner."""
    best: dict[int, Likeness] = {}
    for pair in alignment.sentences:
        number = pair.here if here else pair.there
        if number not in best or pair.alike > best[number].alike:
            best[number] = pair
    return best


def _near(text: Text, same: int, best: dict[int, Likeness]) -> float:
    reworded = sum(
        (text.sentences[number].last - text.sentences[number].first) * pair.alike for number, pair in best.items()
    )
    return round(min(1.0, max(same, reworded) / max(1, len(text.words))), 3)


def _shared(alignment: Alignment) -> Iterator[SharedPassage]:
    """Passages of the same words, then sentences that say the same in other words."""
    for first, last in passages(alignment):
        here, there = run_spans(alignment, first, last)
        yield SharedPassage("verbatim", here, there, 1.0)
    same = {word for run in alignment.runs for word in range(run.here, run.here + run.words)}
    for pair in alignment.sentences:
        one, other = alignment.here.sentences[pair.here], alignment.there.sentences[pair.there]
        if len(same.intersection(range(one.first, one.last))) < SAME_WORDS * (one.last - one.first):
            here, there = alignment.here.span(one.first, one.last), alignment.there.span(other.first, other.last)
            yield SharedPassage("reworded", here, there, round(min(1.0, pair.alike), 3))


def _clues(alignment: Alignment) -> Iterator[Clue]:
    """Time, credit, containment, what was lost, what is broken off: for `here` being made from `there`, and against."""
    here, there = alignment.here.article, alignment.there.article
    relation = _relation(alignment)
    own_words = max(alignment.share_here, alignment.share_there) < CONTAINED and relation in ("copy", "excerpt")
    yield from _time(here, there, PARTLY if own_words else 2.5)
    yield from _credit(here, there, 1.0)
    yield from _credit(there, here, -1.0)
    yield from _origin(here, there)
    if relation == "digest":
        yield Clue("a digest, less than half as long", 1.3 if _smaller_here(alignment) else -1.3)
    else:
        yield from _contained(alignment.share_here, alignment.share_there, 1.0)
        yield from _contained(alignment.share_there, alignment.share_here, -1.0)
    yield from _lost(alignment)
    if not own_words:
        yield from _broken(alignment)


def _time(here: Article, there: Article, weight: float) -> Iterator[Clue]:
    """A page that was published on a later day is the one that was made from the other."""
    if not (here.published and there.published):
        return
    ours, others = here.published, there.published
    if ours.start and others.end and ours.start > others.end:
        yield Clue(f"published {ours.start}, after {others.end}", weight)
    elif others.start and ours.end and others.start > ours.end:
        yield Clue(f"published {others.start}, after {ours.end}", -weight)


def _credit(maker: Article, source: Article, sign: float) -> Iterator[Clue]:
    """A page that names the other's outlet, or as its agency, was made from it."""
    outlet = source.outlet
    if not outlet or len(outlet) < NAMED_OUTLET or (maker.outlet or "").casefold() == outlet.casefold():
        return
    if maker.credit and maker.credit.casefold() == outlet.casefold():
        yield Clue(f"credits {outlet}", 3.0 * sign)
    elif re.search(rf"(?<!\w){re.escape(outlet)}(?!\w)", f"{maker.text}\n{maker.byline or ''}"):
        yield Clue(f"names {outlet}", 3.0 * sign)


def _origin(here: Article, there: Article) -> Iterator[Clue]:
    """Outlet, date and author fall off on the way, and do not grow back."""
    ours, others = _origins(here), _origins(there)
    if abs(ours - others) > 1:
        yield Clue("without outlet, date or author that the other has", ORIGIN * (others - ours))


def _origins(article: Article) -> int:
    return sum(fact is not None for fact in (article.outlet, article.published, article.byline))


def _contained(share: float, other: float, sign: float) -> Iterator[Clue]:
    """Whoever shortens leaves out; few add to what they copy."""
    if share >= CONTAINED and other <= SPILLING:
        yield Clue(f"{share:.0%} of it is in the other, {other:.0%} of the other in it", sign * (1.0 + share - other))


def _lost(alignment: Alignment) -> Iterator[Clue]:
    """Names and numbers get lost in rewriting, they do not grow."""
    lost_here = lost_there = 0
    for pair in alignment.sentences:
        ours, others = _details(alignment.here, pair.here), _details(alignment.there, pair.there)
        lost_here += len(others - ours)
        lost_there += len(ours - others)
    for lost, kept, sign in ((lost_here, lost_there, 1.0), (lost_there, lost_here, -1.0)):
        if lost >= LOST and lost >= 3 * kept:
            yield Clue(f"{lost} names and numbers of the same sentences are lost, {kept} are added", sign)


def _details(text: Text, number: int) -> set[str]:
    return {feature for feature in text.sentences[number].features if feature[0] in "^#"}


def _broken(alignment: Alignment) -> Iterator[Clue]:
    """Sentences that break off are the work of machines that copy."""
    ours, others = _breaks(alignment.here), _breaks(alignment.there)
    if bool(ours) is not bool(others):
        yield Clue(f"{ours or others} paragraph(s) break off", 1.0 if ours else -1.0)


def _breaks(text: Text) -> int:
    spans = (span.text.rstrip() for span in text.article.body)
    return sum(len(words.split()) >= _UNBROKEN_WORDS and not _ENDS.search(words) for words in spans)


def _spellings(alignment: Alignment) -> set[tuple[str, str]]:
    """Names that sound alike in aligned sentences and are spelled differently."""
    found: set[tuple[str, str]] = set()
    for pair in alignment.sentences:
        ours, others = _names(alignment.here, pair.here), _names(alignment.there, pair.there)
        for sound in ours.keys() & others.keys():
            if not ours[sound] & others[sound]:
                found.update((one, other) for one in ours[sound] for other in others[sound] if _is_spelling(one, other))
    return found


def _names(text: Text, number: int) -> dict[str, set[str]]:
    """The names of a sentence by their sound. A sentence's first word may be no name."""
    names: dict[str, set[str]] = {}
    sentence = text.sentences[number]
    for key in text.keys[sentence.first + 1 : sentence.last]:
        if key.name and key.stem:
            names.setdefault(key.sound, set()).add(key.plain)
    return names


def _is_spelling(one: str, other: str) -> bool:
    """Whether two words that sound alike are one name; "Egypt" and "Egyptian" are two words."""
    return not one.startswith(other) and not other.startswith(one) and one[0] == other[0] and abs(len(one) - len(other)) < 3
