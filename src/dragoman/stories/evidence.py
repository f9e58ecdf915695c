"""The one scorer: what speaks for and against two reports telling of one event, piece by piece.

`Scorer.weigh` gives a waterfall: pieces of evidence whose weights add up, and a barrier where something forbids to merge
whatever the sum. Everything that joins, links, keeps apart or explains reports asks this scorer.
"""

from __future__ import annotations

import datetime
import math
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass
from typing import Literal

from dragoman.ontology.same_event import Rule, SameEvent
from dragoman.stories.sketch import ArticleSketch, Party, ReportSketch, Spot
from dragoman.stories.words import Words, cosine

Relation = Literal["same", "announces", "apart"]
NEAR_KM = 60.0
"""Places nearer than this are one: an airport and its city."""
KM_A_DEGREE = 111.2
FAR_PAGES = 45
"""Days between two pages after which news of an undated act is hardly the same news."""
CLOSE_PAGES = 2
NEWS_DAYS = 10
"""Days after an event for which pages tell it as news."""
FEW_DAYS = 8
MONTHS = 92
VISIT = "visit"
BRIDGES = ("words", "story", "series")
"""Evidence that may stand in for a missing date."""
COMPATIBLE = ({"done"}, {"ahead"}, {"called"}, {"denied"}, {"done", "ahead"})
"""Phases of which two reports may be: of one event, or of a plan and the deed that it announces."""
IN_ONE_ARTICLE = 0.5
"""Within an article headlines and later sentences leave parties out: what a party named on one side only counts there."""
SAME_ACTORS = 0.25
"""Likeness of two articles on other occasions of the same actors."""
OFFERS_NOTHING = 0.05
"""Likeness of two articles below which they are about different things."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """One piece: its name, what was compared in words, and its weight."""

    name: str
    detail: str
    weight: float


@dataclass(frozen=True, slots=True)
class Verdict:
    """What two reports are to each other, the evidence, its sum, what forbids to merge them, and what is lacking for it."""

    relation: Relation
    total: float
    threshold: float
    evidence: tuple[Evidence, ...]
    barrier: str | None = None
    lacking: str | None = None


class Scorer:
    """Weighs pairs of reports. Symmetric, and without memory: a verdict depends on the two reports and articles alone."""

    def __init__(self, knowledge: SameEvent, symmetric: Iterable[str], words: Words, rule: Rule = "default") -> None:
        self.knowledge, self.words, self._symmetric = knowledge, words, frozenset(symmetric)
        self.threshold = knowledge.thresholds[rule]
        self._weights = knowledge.weights
        self._family = {kind: family for family, kinds in knowledge.families.items() for kind in kinds}
        self._once = frozenset(knowledge.once_a_day)
        self._apart = {frozenset(pair) for pair in knowledge.apart_modes}

    def family(self, event_type: str) -> str:
        """The family of a type: types whose acts different verbs may tell."""
        return self._family.get(event_type, event_type)

    def symmetric(self, report: ReportSketch) -> bool:
        """Whether it is of a type whose parties do the same to each other."""
        return report.type in self._symmetric

    def once_a_day(self, report: ReportSketch) -> bool:
        """Whether it is of a type of which a pair sees one a day as a rule."""
        return report.type in self._once

    def weigh(self, one: ReportSketch, other: ReportSketch, page: ArticleSketch, other_page: ArticleSketch) -> Verdict:
        """What the two are to each other."""
        if self._later(one, other):
            one, other, page, other_page = other, one, other_page, page
        barrier = self._barrier(one, other, page, other_page)
        evidence = tuple(piece for piece in self._evidence(one, other, page, other_page) if piece.weight)
        total = math.fsum(piece.weight for piece in evidence)
        lacking = self._unbridged(one, other, page, other_page, evidence)
        relation: Relation = "apart"
        if barrier is None and lacking is None and total >= self.threshold:
            relation = self._relation(one, other)
        return Verdict(relation, total, self.threshold, evidence, barrier, lacking)

    def hopeless(self, one: ReportSketch, other: ReportSketch) -> bool:
        """Whether a look at the dates and the type is enough to keep two apart: most pairs that share a key."""
        if one.start is not None and other.start is not None and _disjoint(one, other):
            return True
        return self._family.get(one.type) != self._family.get(other.type)

    def _relation(self, one: ReportSketch, other: ReportSketch) -> Relation:
        """One event where both tell of a deed, or both of a plan; plan and deed are two.

        The tense of a headline tells neither: beside its own article it goes along, beside others it waits for that.
        """
        if one.phase == other.phase or (one.article == other.article and (one.headline or other.headline)):
            return "same"
        return "apart" if one.headline or other.headline else "announces"

    def _later(self, one: ReportSketch, other: ReportSketch) -> bool:
        return one.id > other.id

    def _barrier(self, one: ReportSketch, other: ReportSketch, page: ArticleSketch, other_page: ArticleSketch) -> str | None:
        """What forbids that two reports are of one event, whatever else speaks for it."""
        if self.family(one.type) != self.family(other.type):
            return f"{one.type} is not {other.type}"
        if frozenset((one.mode, other.mode)) in self._apart:
            return f"{one.mode} is not {other.mode}"
        if one.mode == other.mode == VISIT and _turned_round(one, other):
            return "another visitor and another host"
        if one.start is not None and other.start is not None and _disjoint(one, other):
            return f"{_days(one)} is not {_days(other)}"
        if not (one.headline or other.headline) and {one.phase, other.phase} not in COMPATIBLE:
            return f"{one.phase} is not {other.phase}"
        if one.article == other.article and self._relation(one, other) == "announces" and not (one.dated and other.dated):
            return "plan and deed on one page, not of one day"
        if _another_number(one, other):
            return "another number of the series"
        if _elsewhere(one, other):
            return f"{one.spot and one.spot.name} is not {other.spot and other.spot.name}: different places"
        return _told_too_early(one, other_page, other) or _told_too_early(other, page, one)

    def _unbridged(
        self,
        one: ReportSketch,
        other: ReportSketch,
        page: ArticleSketch,
        other_page: ArticleSketch,
        evidence: Sequence[Evidence],
    ) -> str | None:
        """A missing date wants content, place or story that bridges it; the page's date alone does not.

        More is wanted of what is told as background, which may be any act of the past. Where a page has no date either, the
        place does not count: the same actors meet in the same place again; and which of a series it is must be told of both
        or of neither.
        """
        if (one.dated and other.dated) or one.article == other.article:
            return None
        timeless = _gap(_told_on(one, page), _told_on(other, other_page)) is None
        if timeless and bool(one.numbers) != bool(other.numbers):
            return "one of a series, and nothing tells of which day"
        bridges = BRIDGES if timeless else (*BRIDGES, "place")
        bridging = math.fsum(max(0.0, piece.weight) for piece in evidence if piece.name in bridges)
        recalled = (one.background and not one.dated) or (other.background and not other.dated)
        wanted = self.knowledge.bridge_recalled if recalled else self.knowledge.bridge
        return None if bridging >= wanted else "too little bridges the missing date"

    def _evidence(
        self, one: ReportSketch, other: ReportSketch, page: ArticleSketch, other_page: ArticleSketch
    ) -> Iterator[Evidence]:
        yield self._type(one, other)
        yield from self._actors(one, other)
        yield self._time(one, other)
        yield self._pages(one, other, page, other_page)
        yield self._place(one.spot, other.spot)
        yield self._act(one, other)
        yield from self._content(one, other)
        yield from self._story(one, other, page, other_page)
        yield self._series(one, other)

    def _type(self, one: ReportSketch, other: ReportSketch) -> Evidence:
        weights = self._weights
        if one.type == other.type:
            extra = weights.same_mode if one.mode and one.mode == other.mode else 0.0
            return Evidence("type", f"{one.type} {one.mode or ''}".strip(), weights.same_type + extra)
        return Evidence("type", f"{one.type}, {other.type}: {self.family(one.type)}", weights.same_family)

    def _actors(self, one: ReportSketch, other: ReportSketch) -> Iterator[Evidence]:
        share = IN_ONE_ARTICLE if one.article == other.article else 1.0
        if one.article == other.article and not (_named(one.parties) and _named(other.parties)):
            yield Evidence("parties", "named on one side only, in one article", self._weights.unnamed_in_article)
        elif one.type in self._symmetric and other.type in self._symmetric:
            yield from self._matched(one.parties, other.parties, "parties", share)
        else:
            for role in ("source", "target"):
                yield from self._matched(_in_role(one, role), _in_role(other, role), role, share)

    def _matched(self, mine: Sequence[Party], theirs: Sequence[Party], label: str, share: float) -> Iterator[Evidence]:
        """How far the parties of one side or role agree, by id first and then by country."""
        weights = self._weights
        if not _named(mine) or not _named(theirs):
            yield Evidence(label, "unknown on one side", weights.unknown_party)
            return
        both = {p.id for p in mine if p.id} & {p.id for p in theirs if p.id}
        same = sorted(both)[:2]
        settled = {party.known for party in (*mine, *theirs) if party.id in both}
        countries = (_named(mine) & _named(theirs)) - settled
        clash = sorted(country for country in countries if _persons(mine, country) and _persons(theirs, country))
        plain = sorted(countries - set(clash))[: max(0, 2 - len(same))]
        for actor in same:
            person = any(party.person for party in mine if party.id == actor)
            yield Evidence(label, actor, weights.same_person if person else weights.same_party)
        for country in plain:
            yield Evidence(label, f"both of {country}", weights.same_country)
        for country in clash:
            yield Evidence(label, f"other persons of {country}", weights.other_person)
        yield from self._alone(mine, theirs, label, share, settled)

    def _alone(
        self, mine: Sequence[Party], theirs: Sequence[Party], label: str, share: float, settled: Set[str | None]
    ) -> Iterator[Evidence]:
        """Parties that only one side names; a party of the other side that nobody could identify may be one of them.

        Where, in one article, each side names somebody else beside the same party, that one acted with two others.
        """
        only_mine, only_theirs = _named(mine) - _named(theirs) - settled, _named(theirs) - _named(mine) - settled
        if only_mine and only_theirs and share < 1 and _named(mine) & _named(theirs):
            names = f"{', '.join(sorted(only_mine))} is not {', '.join(sorted(only_theirs))}"
            yield Evidence(label, f"met others: {names}", self._weights.other_partner)
            return
        alone = max(0, len(only_mine) - _unnamed(theirs)) + max(0, len(only_theirs) - _unnamed(mine))
        absorbed = len(only_mine) + len(only_theirs) - alone
        if absorbed:
            yield Evidence(label, "who one side leaves unnamed", self._weights.unnamed_party * absorbed)
        if not settled and not _named(mine) & _named(theirs):
            alone += 2
        if alone:
            names = ", ".join(sorted(only_mine | only_theirs))
            yield Evidence(label, f"only one side names {names}", self._weights.more_parties * alone * share)

    def _time(self, one: ReportSketch, other: ReportSketch) -> Evidence:
        if one.start is None or other.start is None or one.end is None or other.end is None:
            return Evidence("time", "", 0.0)
        longest = max(one.end - one.start, other.end - other.start) + 1
        shared = f"{_days(one)}, {_days(other)}"
        if longest <= 2:
            return Evidence("time", shared, self._weights.same_days)
        weights = self._weights
        weight = (
            weights.days_overlap
            if longest <= FEW_DAYS
            else weights.months_overlap
            if longest <= MONTHS
            else weights.years_overlap
        )
        return Evidence("time", shared, weight)

    def _pages(self, one: ReportSketch, other: ReportSketch, page: ArticleSketch, other_page: ArticleSketch) -> Evidence:
        """Dates of pages: they keep news apart, and support, but only beside content (`_unbridged`)."""
        if (one.dated and other.dated) or one.article == other.article:
            return Evidence("pages", "", 0.0)
        gap = _gap(_told_on(one, page), _told_on(other, other_page))
        if gap is None or aside(one, page) or aside(other, other_page):
            return Evidence("pages", "", 0.0)
        if gap > FAR_PAGES or (one.dated != other.dated and gap > NEWS_DAYS):
            return Evidence("pages", f"{gap} days apart", self._weights.pages_far_apart)
        return Evidence("pages", f"{gap} days apart", self._weights.pages_same_days if gap <= CLOSE_PAGES else 0.0)

    def _place(self, one: Spot | None, other: Spot | None) -> Evidence:
        if one is None or other is None:
            return Evidence("place", "", 0.0)
        names = one.name if one.name == other.name else f"{one.name}, {other.name}"
        weights = {True: self._weights.same_place, None: self._weights.place_within, False: self._weights.other_place}
        return Evidence("place", names, weights[_same_place(one, other)])

    def _act(self, one: ReportSketch, other: ReportSketch) -> Evidence:
        """Of acts of which there may be several a day: whether both triggers name the same one, as far as they are known."""
        if one.act is None or other.act is None or one.type in self._once:
            return Evidence("act", "", 0.0)
        if one.act == other.act:
            return Evidence("act", one.act, self._weights.same_act)
        return Evidence("act", f"{one.act}, {other.act}", self._weights.other_act)

    def _content(self, one: ReportSketch, other: ReportSketch) -> Iterator[Evidence]:
        once = one.type in self._once and other.type in self._once
        # Two acts of one sentence share its words, whatever they are.
        one_sentence = one.article == other.article and one.sentence == other.sentence
        likeness = 0.0 if one_sentence else self.words.likeness(one.words, other.words)
        weight = self._weights.content_once if once else self._weights.content
        shared = self.words.rarest(one.words & other.words, 5) if likeness else []
        yield Evidence("words", ", ".join(shared), weight * math.sqrt(likeness))
        if not once:
            yield Evidence("prior", f"there may be several {one.type} a day", self._weights.repeatable)

    def _story(
        self, one: ReportSketch, other: ReportSketch, page: ArticleSketch, other_page: ArticleSketch
    ) -> Iterator[Evidence]:
        if one.article == other.article:
            # A page may name several meetings that are planned; of those that took place, it tells of one as a rule.
            once = one.type in self._once and other.type in self._once and "ahead" not in (one.phase, other.phase)
            yield Evidence("story", "one article", self._weights.same_article_once if once else self._weights.same_article)
            if aside(one, page) != aside(other, page) and not (one.dated and other.dated):
                yield Evidence("retold", "news and background of one page", self._weights.retold)
            return
        likeness = cosine(page.vector, other_page.vector)
        if likeness < OFFERS_NOTHING:
            yield Evidence("story", f"articles {likeness:.2f} alike", self._weights.other_story)
        else:
            told_aside = aside(one, page) or aside(other, other_page)
            yield Evidence(
                "story",
                f"articles {likeness:.2f} alike",
                self._weights.story * _beyond(likeness) * (0.5 if told_aside else 1.0),
            )

    def _series(self, one: ReportSketch, other: ReportSketch) -> Evidence:
        """The same number of a series; "round" and "meeting" may count the same."""
        shared = sorted({number for _, number in one.numbers} & {number for _, number in other.numbers})
        return Evidence("series", f"number {', '.join(map(str, shared))}", self._weights.same_number if shared else 0.0)


def _beyond(likeness: float) -> float:
    """How much more alike two articles are than any two on the same actors, 0 to 1."""
    return max(0.0, likeness - SAME_ACTORS) / (1.0 - SAME_ACTORS)


def aside(report: ReportSketch, page: ArticleSketch) -> bool:
    """Whether a report is no news of its page: marked as background, or of a day long before the page."""
    return report.background or (
        report.start is not None and page.start is not None and _end(report) < page.start - NEWS_DAYS
    )


def _disjoint(one: ReportSketch, other: ReportSketch) -> bool:
    return bool(one.start is not None and other.start is not None and (_end(one) < other.start or _end(other) < one.start))


def _turned_round(one: ReportSketch, other: ReportSketch) -> bool:
    """Whether the guest of one is the host of the other; in a visit, the source is the guest."""
    guest, host = _of_role(one, "source"), _of_role(one, "target")
    return bool(guest and host and guest <= _of_role(other, "target") and host <= _of_role(other, "source"))


def _of_role(report: ReportSketch, role: str) -> set[str | None]:
    return {party.known for party in report.parties if party.role == role}


def _end(report: ReportSketch) -> int:
    end = report.end if report.end is not None else report.start
    return end if end is not None else 0


def _days(report: ReportSketch) -> str:
    if report.start is None:
        return "unknown"
    first, last = datetime.date.fromordinal(report.start), datetime.date.fromordinal(_end(report))
    return first.isoformat() if first == last else f"{first.isoformat()}/{last.isoformat()}"


def _another_number(one: ReportSketch, other: ReportSketch) -> bool:
    """Whether both count the same noun ("round"), and none of the numbers agrees."""
    nouns = {noun for noun, _ in one.numbers} & {noun for noun, _ in other.numbers}
    return bool(nouns) and not set(one.numbers) & set(other.numbers)


def _elsewhere(one: ReportSketch, other: ReportSketch) -> bool:
    """Whether two reports that could only be one act if they were at one place are at two: of one day, or of one page."""
    if one.spot is None or other.spot is None:
        return False
    return ((one.dated and other.dated) or one.article == other.article) and _same_place(one.spot, other.spot) is False


def _same_place(one: Spot, other: Spot) -> bool | None:
    """Whether two names mean one place; `None` where one may lie within the other, or nobody can say."""
    if one.name == other.name:
        return True
    if one.country and other.country and one.country != other.country:
        return False
    if one.wide or other.wide:
        return None
    if one.lat is None or other.lat is None or one.lon is None or other.lon is None:
        return None
    north = (one.lat - other.lat) * KM_A_DEGREE
    east = (one.lon - other.lon) * KM_A_DEGREE * math.cos(math.radians(one.lat))
    return math.hypot(north, east) <= NEAR_KM


def _told_too_early(report: ReportSketch, other_page: ArticleSketch, other: ReportSketch) -> str | None:
    """A deed cannot be told by a page that is older than it is, nor a plan by one that is younger than its day."""
    if report.start is None or report.end is None or other.dated:
        return None
    if other.phase == "done" and other_page.end is not None and other_page.end < report.start:
        return "told before it happened"
    if other.phase == "ahead" and other_page.start is not None and other_page.start > report.end + 1:
        return "planned when it was over"
    return None


def _told_on(report: ReportSketch, page: ArticleSketch) -> tuple[int, int] | None:
    """The days of which a report is news: its own, or else those of its page."""
    if report.start is not None:
        return report.start, _end(report)
    return None if page.start is None else (page.start, page.end if page.end is not None else page.start)


def _gap(one: tuple[int, int] | None, other: tuple[int, int] | None) -> int | None:
    if one is None or other is None:
        return None
    return max(0, other[0] - one[1], one[0] - other[1])


def _in_role(report: ReportSketch, role: str) -> tuple[Party, ...]:
    return tuple(party for party in report.parties if party.role == role)


def _named(parties: Sequence[Party]) -> set[str]:
    return {party.known for party in parties if party.known}


def _unnamed(parties: Sequence[Party]) -> int:
    return sum(party.known is None for party in parties)


def _persons(parties: Sequence[Party], country: str) -> set[str]:
    return {party.id for party in parties if party.person and party.id and party.known == country}
