"""The day that a sentence names for what it tells, and how far into its paragraph that day holds.

"Thousands gathered on Saturday. Police fired tear gas." The second sentence names no day and needs none. A day holds from
sentence to sentence of a paragraph until another is named, until words of time that name none ("weeks later") lead away,
or until the paragraph ends; the date that heads an entry ("3 May: ...") for all of it. It holds for whoever was named with
it and for the nameless of the place: how others took it they may have said later. Words, and what follows upon a month or
a year, are of its day only where the same party speaks or acts.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass

from dragoman.records import Actor, Date, Report
from dragoman.reports.narrative import IN_WORDS, inferred, is_elsewhere, side
from dragoman.reports.predicates import auxiliaries, in_the_past
from dragoman.reports.tree import Word, conjuncts, first_conjunct, preposition
from dragoman.reports.when import Calendar, elsewhen, of_its_own_time

REACH = 5
"""Sentences of a paragraph for which a day holds."""
NEXT = 1
"""The same for months and years."""
AT = frozenset({"at", "during", "in", "by", "with"})
"""Prepositions by which a vote or a session is what a clause tells of."""
NAMELESS = frozenset({"nominal", "unnamed"})
"""How those are meant whom no name tells: "the police", "protesters"."""
PLUPERFECT = frozenset({"had", "'d", "’d"})


@dataclass(frozen=True, slots=True)
class Told:
    """A date, the sentence that names it, who acts there (`doers`) and who is named there at all (`parties`).

    `heads`: it heads an entry; `said`: it only dates what is said there; `gathers`: it is the day of a vote or a session.
    """

    date: Date
    sentence: int
    doers: frozenset[str] = frozenset()
    parties: frozenset[str] = frozenset()
    heads: bool = False
    said: bool = False
    gathers: bool = False

    def holds(self, sentence: int) -> bool:
        """Whether it still holds in a later sentence."""
        return self.heads or 0 < sentence - self.sentence <= (REACH if self.is_day else NEXT)

    @property
    def is_day(self) -> bool:
        """Whether it is a day, not a month or a year."""
        return self.date.precision == "day"


def told_days(calendar: Calendar) -> dict[int, Told]:
    """The date that each sentence of the body names or, where it names none, that holds in it."""
    found: dict[int, Told] = {}
    for block in calendar.reader.marked.document.blocks:
        if block.kind == "body":
            found |= _in_paragraph(calendar, block.start, block.end)
    return found


def dated_by_paragraph(told: Sequence[tuple[Word, Report]], days: Mapping[int, Told], calendar: Calendar) -> list[Report]:
    """The reports in their order, undated acts with the day that holds where they are told; each with its trigger's verb."""
    meetings = {verb.sentence for verb, report in told if report.event_type == "CONSULT"}
    return [_dated(verb, report, _held(verb, report, days, meetings), calendar) for verb, report in told]


def _held(verb: Word, report: Report, days: Mapping[int, Told], meetings: Set[int]) -> Told | None:
    """The date that holds for an act: the day of talks or of a vote only for words: deeds come later."""
    held = days.get(verb.sentence)
    talks = held is not None and (held.gathers or held.said or held.sentence in meetings)
    return None if talks and report.event_type not in IN_WORDS else held


def _dated(verb: Word, report: Report, held: Told | None, calendar: Calendar) -> Report:
    if held is None or not calendar.possible(held.date, "happened") or not _in_its_tense(report, held):
        return report
    if elsewhen(verb, calendar.elsewhen) or (not held.heads and of_its_own_time(verb, calendar.no_days)):
        return report
    if not held.heads and not _by_whom(report, held, verb):
        return report if held.is_day else calendar.in_the_time_of(report, held.date)
    clue = f"told in the paragraph of {held.date.text!r}"
    return calendar.in_its_time(inferred(report, held.date, clue, "date:of its paragraph"))


def _in_its_tense(report: Report, held: Told) -> bool:
    """Whether a report tells an undated act in the tense of the paragraph."""
    if report.date is not None or report.in_headline or "date:none" not in report.why:
        return False
    if held.heads and report.status == "ongoing" and "status:present" in report.why:
        return True
    so = report.status == "happened" or (report.status == "negated" and held.is_day)
    return so and "status:past" in report.why


def _by_whom(report: Report, held: Told, verb: Word) -> bool:
    """Whether an act is of those who were told of: the same party, one that was named, the nameless of the place."""
    sources = {side(actor) for actor in report.sources}
    if held.sentence == verb.sentence:  # "X urged Y on Monday to talk, and X's envoy called Z"
        return verb.rel == "conj" and first_conjunct(verb).head is None and bool(sources & held.doers)
    if (
        held.gathers
        and held.is_day
        and report.event_type in IN_WORDS
        and not any(is_elsewhere(each) for each in report.sources)
    ):
        return True
    if report.event_type in IN_WORDS or not held.is_day:
        return bool(sources & held.doers)
    return bool(sources & held.parties) or all(_is_nameless(actor) for actor in report.sources)


def _is_nameless(actor: Actor) -> bool:
    return actor.via in NAMELESS


def _in_paragraph(calendar: Calendar, start: int, end: int) -> dict[int, Told]:
    held: Told | None = None
    found: dict[int, Told] = {}
    tree = calendar.reader.tree
    for number, (first, last) in enumerate(tree.sentences):
        if not start <= first < end:
            continue
        root = next(word for word in tree.words[first:last] if word.head is None)
        named = _named(calendar, root, first)
        if named is not None:
            found[number] = named
        elif held is not None and held.holds(number) and not _leads_away(calendar, root, held):
            found[number] = held
            continue
        if not _told_before(root):
            held = named
    return found


def _named(calendar: Calendar, root: Word, first: int) -> Told | None:
    """The date that the main clause of a sentence stands under."""
    heading = calendar.heading(first)
    if heading is not None:
        return Told(heading, root.sentence, heads=True)
    date = calendar.of_clause(root)
    if date is None or _told_before(root):
        return None
    doing = [each for child in root.by_dep("nsubj", "obl:agent") for each in conjuncts(child)]
    doers = frozenset(side(actor) for word in doing for actor in calendar.reader.actors(word))
    named = (actor for word in calendar.reader.tree.sentence(root) for actor in calendar.reader.at(word))
    parties = doers | {side(actor) for actor in named}
    return Told(date, root.sentence, doers, parties, said=calendar.judge.says(root), gathers=_gathers(root))


def _gathers(root: Word) -> bool:
    """Whether many speak and vote at what a clause tells: a session, or what an assembly does."""
    parts = [child for child in root.by_dep("nsubj", "obj", "obl") if child.rel != "obl" or preposition(child) in AT]
    return any("gatherings" in word.ways for word in (root, *(each for part in parts for each in conjuncts(part))))


def _told_before(root: Word) -> bool:
    """ "Had flown there in May": what lies before the day of the telling leaves that day as it was."""
    return any(helper.lower in PLUPERFECT for helper in auxiliaries(root))


def _leads_away(calendar: Calendar, root: Word, held: Told) -> bool:
    """Whether a sentence leaves the day that is told of: by words of another time, or for the present."""
    if not in_the_past(root) and not held.heads and not held.gathers:
        return True
    return of_its_own_time(root, calendar.no_days) or elsewhen(root, calendar.elsewhen)
