"""From pairs of related articles to lineage: who derives from whom, seen in the light of all relatives.

A pair alone often cannot tell a parent from a sibling. Three things are seen only in a family: a third article that both of
a pair are nearer to is the source of both; a page whose passages come from articles that have nothing to do with each other
was put together from them; a name that one page alone spells its own way was garbled there.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import combinations

from dragoman.ids import content_id
from dragoman.records import Direction, Lineage, Relation, SharedPassage, Span
from dragoman.stories.copies.families import parts, same_passage
from dragoman.stories.copies.kin import Clue, Kin

CLAIMED = 1.2
"""Log odds from which on a direction is claimed: three to one."""
LEANING = 0.5
"""Log odds from which on a page is more likely a copy of another than its source."""
NEARER = 0.03
"""By how much an article is nearer to its source than to a sibling, at least."""
PUT_TOGETHER = 2.0
GARBLED = 1.1
MAJORITY = 2
"""How many times as many articles have the usual spelling of a name, at least."""


_Sources = Mapping[tuple[str, str], float]
"""Article and what it was made from, with the confidence of the claim."""


@dataclass(frozen=True, slots=True)
class _Family:
    """All relations by article: for each article its relatives and how it stands to them."""

    of: Mapping[str, Mapping[str, Kin]]

    def between(self, one: str, other: str) -> Kin | None:
        """The relation of two articles, if they have any."""
        return self.of.get(one, {}).get(other)


def lineages(kins: Iterable[Kin], pages: Mapping[str, str]) -> list[Lineage]:
    """The lineage of each pair, in the order of the pairs. `pages`: names of the pages of the articles."""
    ordered = sorted(kins, key=lambda kin: (kin.one, kin.other))
    of: dict[str, dict[str, Kin]] = defaultdict(dict)
    for kin in ordered:
        of[kin.one][kin.other] = of[kin.other][kin.one] = kin
    family = _Family(of)
    seen = [replace(kin, clues=(*kin.clues, *_family_clues(kin, family))) for kin in ordered]
    for kin in seen:
        of[kin.one][kin.other] = of[kin.other][kin.one] = kin
    direct = [_lineage(kin, family, pages) for kin in seen]
    sources = {(lineage.article, lineage.of): lineage.confidence for lineage in direct if lineage.direction == "derived"}
    return sorted([*direct, *_siblings(family, sources, pages)], key=lambda lineage: lineage.id)


def _family_clues(kin: Kin, family: _Family) -> Iterator[Clue]:
    for article, sign in ((kin.one, 1.0), (kin.other, -1.0)):
        if _is_put_together(article, family.of[article]):
            yield Clue("holds passages of articles that have nothing to do with each other", sign * PUT_TOGETHER)
    ours, others = _spelled(kin.one, family), _spelled(kin.other, family)
    balance = sum(_majority(len(ours[one]), len(others[other])) for one, other in kin.spellings)
    if balance:
        yield Clue("spells names as few of its relatives do", math.copysign(GARBLED, -balance))


def _majority(one: int, other: int) -> int:
    """1 where the one spelling is clearly the more usual, -1 where the other is."""
    return int(one >= MAJORITY * other) - int(other >= MAJORITY * one)


def _spelled(article: str, family: _Family) -> dict[str, set[str]]:
    """Which of an article and its relatives have each spelling of the contested names."""
    having: dict[str, set[str]] = defaultdict(set)
    for relative in (article, *family.of[article]):
        for kin in family.of[relative].values():
            for one, other in kin.spellings:
                having[one].add(kin.one)
                having[other].add(kin.other)
    return having


def _is_put_together(article: str, relatives: Mapping[str, Kin]) -> bool:
    """Whether what an article shares with its relatives falls into parts that have nothing to do with each other."""
    spans = {name: [_own(kin, article, passage) for passage in kin.shared] for name, kin in relatives.items()}
    return len(parts(spans)) > 1


def _own(kin: Kin, article: str, passage: SharedPassage) -> Span:
    return passage.here if article == kin.one else passage.there


def _lineage(kin: Kin, family: _Family, pages: Mapping[str, str]) -> Lineage:
    source = _common_source(kin, family)
    if source:
        return _made(
            kin, pages, "common-source", source[1], (f"both are nearer to {pages[source[0]]}, of which they are made",)
        )
    tie = abs(kin.lean) >= CLAIMED and _tied(kin, family)
    if tie:
        return _made(kin, pages, "unknown", 0.0, (f"as near to {pages[tie]} as to each other", *_said(kin)))
    if abs(kin.lean) >= CLAIMED:
        return _made(kin, pages, "derived", _confidence(kin.lean), _said(kin))
    return _made(kin, pages, "unknown", 0.0, _said(kin))


def _said(kin: Kin) -> tuple[str, ...]:
    """The clues, those for the direction that was found first."""
    sign = 1 if kin.lean >= 0 else -1
    ordered = sorted(kin.clues, key=lambda clue: (-clue.weight * sign, clue.text))
    return tuple(("" if clue.weight * sign > 0 else "against it: ") + clue.text for clue in ordered)


def _confidence(lean: float) -> float:
    return round(1 / (1 + math.exp(-abs(lean))), 2)


def _common_source(kin: Kin, family: _Family) -> tuple[str, float] | None:
    """The article that both are made from and nearer to than to each other, and the confidence; the nearest one."""
    found = []
    for third in sorted(family.of[kin.one].keys() & family.of[kin.other].keys()):
        one, other = family.of[kin.one][third], family.of[kin.other][third]
        makes = min(_from(kin.one, one), _from(kin.other, other))
        nearer = min(_near(kin.one, one) - kin.near_one, _near(kin.other, other) - kin.near_other)
        if makes >= CLAIMED and nearer >= NEARER:
            found.append((nearer, third, _confidence(makes)))
    return max(found)[1:] if found else None


def _tied(kin: Kin, family: _Family) -> str | None:
    """A third article that the derived one of a pair is as near to as to its supposed source."""
    derived, source = (kin.one, kin.other) if kin.lean > 0 else (kin.other, kin.one)
    near = _near(derived, kin)
    for third in sorted(family.of[derived].keys() & family.of[source].keys()):
        beside = family.of[derived][third]
        if _from(source, family.of[source][third]) > LEANING and _near(derived, beside) >= near - NEARER:
            return None if _names_source(kin) else third
    return None


def _names_source(kin: Kin) -> bool:
    return any(clue.text.startswith(("credits ", "names ")) and clue.weight * kin.lean > 0 for clue in kin.clues)


def _from(article: str, kin: Kin) -> float:
    """How much speaks for the article being made from its relative."""
    return kin.lean if article == kin.one else -kin.lean


def _near(article: str, kin: Kin) -> float:
    return kin.near_one if article == kin.one else kin.near_other


def _made(kin: Kin, pages: Mapping[str, str], direction: Direction, confidence: float, why: tuple[str, ...]) -> Lineage:
    turned = direction == "derived" and kin.lean < 0
    article, of = (kin.other, kin.one) if turned else (kin.one, kin.other)
    shared = tuple(_turned(passage) for passage in kin.shared) if turned else kin.shared
    return Lineage(
        id=content_id("lineage", kin.one, kin.other),
        article=article,
        page=pages[article],
        of=of,
        of_page=pages[of],
        relation=kin.relation,
        score=kin.score,
        direction=direction,
        confidence=confidence,
        why=why,
        shared=tuple(sorted(shared, key=lambda passage: (passage.here.start, passage.there.start, passage.kind))),
    )


def _turned(passage: SharedPassage) -> SharedPassage:
    return replace(passage, here=passage.there, there=passage.here)


def _siblings(family: _Family, sources: _Sources, pages: Mapping[str, str]) -> Iterator[Lineage]:
    """Pairs that are related through a third article alone: their own words have too little in common to tell."""
    best: dict[tuple[str, str], Lineage] = {}
    for third in sorted(family.of):
        for one, other in combinations(sorted(family.of[third]), 2):
            found = None if family.between(one, other) else _through(third, one, other, family, sources, pages)
            if found and ((one, other) not in best or found.score > best[one, other].score):
                best[one, other] = found
    yield from best.values()


def _through(
    third: str, one: str, other: str, family: _Family, sources: _Sources, pages: Mapping[str, str]
) -> Lineage | None:
    """The lineage of two articles that share the same passages with a third."""
    ours, others = family.of[third][one], family.of[third][other]
    shared = tuple(_passed_on(ours, others, third, one, other))
    if not shared:
        return None
    relation: Relation = "digest" if "digest" in (ours.relation, others.relation) else "rewrite"
    kin = Kin(one, other, relation, round(ours.score * others.score, 3), 0.0, 0.0, (), (), shared)
    why = (f"through {pages[third]}",)
    if (one, third) in sources and (other, third) in sources:
        return _made(kin, pages, "common-source", min(sources[one, third], sources[other, third]), why)
    for article, of, lean in ((one, other, 1.0), (other, one, -1.0)):
        if (article, third) in sources and (third, of) in sources:
            leaning = replace(kin, clues=(Clue(why[0], lean),))
            return _made(leaning, pages, "derived", min(sources[article, third], sources[third, of]), why)
    return _made(kin, pages, "unknown", 0.0, why)


def _passed_on(ours: Kin, others: Kin, third: str, one: str, other: str) -> Iterator[SharedPassage]:
    """Passages of the two that share a passage of the third."""
    for passage in ours.shared:
        for beside in others.shared:
            spans = _own(ours, third, passage), _own(others, third, beside)
            if same_passage(*spans):
                score = round(passage.score * beside.score, 3)
                yield SharedPassage("reworded", _own(ours, one, passage), _own(others, other, beside), score)
