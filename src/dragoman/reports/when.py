"""When: the date that belongs to an act, by syntax; never the page's own.

A date hangs on the trigger, on the verb that carries it, or on a word that only announces the act's reality ("is scheduled
for Tuesday"). The date of a verb of saying ("announced on Friday") is the saying's. A date that contradicts the act's
status, a plan in the past or a fact in the future, is not taken.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass

from dragoman.records import Date, Status
from dragoman.reports.predicates import Judgement
from dragoman.reports.reader import Reader
from dragoman.reports.status import Judge
from dragoman.reports.tree import Word, first_conjunct, preposition
from dragoman.reports.triggers import Trigger

TIMES = frozenset(
    {
        "obl",
        "nmod",
        "advmod",
        "obl:unmarked",
        "nmod:unmarked",
        "nmod:poss",
        "compound",
        "amod",
        "nummod",
        "advcl",
        "dep",
        "appos",
    }
)


NEWS_DAYS = 60
"""What happened longer before the page's date than this is no news of the page but its background."""


@dataclass(frozen=True, slots=True)
class When:
    """A date and the rule that attached it; `since` which the act goes on."""

    date: Date | None
    why: str
    since: bool = False


class Calendar:
    """The dates of one document by the words that they stand on."""

    def __init__(self, reader: Reader, judge: Judge) -> None:
        self.reader = reader
        self.judge = judge
        self.published = reader.marked.document.article.published
        self.heads = self._heads()

    def _heads(self) -> dict[int, Date]:
        """Each date by the index of the word that heads it."""
        found: dict[int, Date] = {}
        for date in self.reader.marked.dates:
            words = self.reader.words_of(date.span) if date.span is not None else ()
            inside = {word.i for word in words}
            for word in words:
                if word.head is None or word.head.i not in inside:
                    found.setdefault(word.i, date)
        return found

    def when(self, trigger: Trigger, status: Status) -> When:
        """The date of a trigger's act."""
        for place, why in self._places(trigger, status):
            for word in self._on(place):
                date = self.heads[word.i]
                if self._possible(date, status):
                    return When(date, f"date:{why}", preposition(word) == "since")
        return When(None, "date:none")

    def settled(self, found: Judgement, when: When) -> Judgement:
        """The status in the light of the date: a present with a day ahead is a plan, a deed long past is background."""
        date = when.date
        if date is None:
            return found
        if when.since:
            goes_on = found.status == "happened" and "perfect" in found.why
            return Judgement("ongoing", (*found.why, "since")) if goes_on else found
        if found.present and found.status == "ongoing" and self._ahead(date, today="progressive" not in found.why):
            return Judgement("planned", (*found.why, "date ahead"))
        if found.status in ("happened", "ongoing") and self._long_past(date):
            return Judgement("background", (*found.why, "date long past"))
        return found

    def _ahead(self, date: Date, *, today: bool) -> bool:
        """Whether a date lies after the page's, or on its very day ("flies to Kyiv today")."""
        if self.published is None or self.published.end is None or date.start is None:
            return False
        return date.start > self.published.end or (today and date.start == self.published.end and date.precision == "day")

    def _long_past(self, date: Date) -> bool:
        if self.published is None or self.published.start is None or date.end is None:
            past = any(words in date.text.lower() for words in self.judge.cues.background)
            return past or date.precision in ("year", "decade")
        gone = datetime.date.fromisoformat(self.published.start) - datetime.date.fromisoformat(date.end)
        return gone.days > NEWS_DAYS

    def _places(self, trigger: Trigger, status: Status) -> Iterator[tuple[Word, str]]:
        """The words on which the act's date may hang, the surest first."""
        yield trigger.word, "on the trigger"
        first = first_conjunct(trigger.word)
        if trigger.bundle is not None:
            yield trigger.bundle, "on the trigger"
        if trigger.host is not None and trigger.host.occurs is not None:
            yield trigger.host.occurs, "on its verb"
        if trigger.host is not None and not self._only_announced(trigger, trigger.host.verb, status):
            yield trigger.host.verb, "on its verb"
        if trigger.entry.pos == "noun" and first is not trigger.word:
            yield first, "on the trigger"
        yield from self._above(trigger.host.verb if trigger.host is not None else first)

    def _only_announced(self, trigger: Trigger, verb: Word, status: Status) -> bool:
        """Whether the verb's date is that of the announcement: "announced a visit on Friday"."""
        return self.judge.announcing(trigger, verb) is not None and status in ("planned", "expected")

    def _above(self, word: Word) -> Iterator[tuple[Word, str]]:
        """Verbs that share their time with a clause or noun below them: not those that say, call or plan."""
        for _ in range(4):
            governor = word.head
            if governor is None:
                return
            embedded = self.judge.embedding(governor, word)
            if embedded is not None and not embedded.dates and (embedded.says or embedded.status is not None):
                return
            shares = word.rel in ("xcomp", "conj") or (word.dep == "advcl" and word.tag in ("VBG", "VBN"))
            occasion = word.is_noun and word.rel in ("obl", "obj", "nsubj") and governor.is_verb
            if not (shares or occasion or embedded is not None):
                return
            if word.rel == "conj" and not self._leading(governor, word):
                word = governor
                continue
            yield governor, "on the governing verb"
            word = governor

    def _leading(self, governor: Word, word: Word) -> bool:
        """Whether a date stands before all coordinated verbs and so holds for each: "On Monday A met B and called C"."""
        return any(child.i < governor.i and child.i in self.heads for child in governor.children) and word.i > governor.i

    def _on(self, word: Word) -> Iterator[Word]:
        """The heads of the dates on a word."""
        for child in word.children:
            if child.dep in TIMES or child.rel in TIMES:
                if child.i in self.heads:
                    yield child
                elif child.rel in ("obl", "nmod", "advmod"):
                    yield from (
                        inner for inner in child.children if inner.i in self.heads and inner.rel in ("nmod", "appos", "obl")
                    )

    def _possible(self, date: Date, status: Status) -> bool:
        if self.published is None or date.start is None or date.end is None:
            return True
        if self.published.start is None or self.published.end is None:
            return True
        if status in ("planned", "expected", "called-for"):
            return date.end >= self.published.start
        if status in ("happened", "background"):
            return date.start <= self.published.end
        return True
