"""When: the date that belongs to an act, by syntax; never the page's own.

A date hangs on the trigger, on the verb that carries it, or on a word that only announces the act's reality ("is scheduled
for Tuesday"). The date of a verb of saying ("announced on Friday") is the saying's. A date that contradicts the act's
status, a plan in the past or a fact in the future, is not taken.
"""

from __future__ import annotations

import datetime
from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace

from dragoman.mentions import stretches
from dragoman.mentions.reckoning import numbered
from dragoman.ontology.calendar import Unit
from dragoman.records import Date, Report, Status
from dragoman.reports.predicates import Judgement, auxiliaries
from dragoman.reports.reader import Reader
from dragoman.reports.status import SPOKEN, Judge
from dragoman.reports.tree import Word, first_conjunct, marker, preposition
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


LONGEST_DATE = 6
"""Words from the first of which a date that heads an entry has its head."""
HEADING = frozenset({":", "–", "—", "-"})
"""What stands between the date that heads an entry and the entry."""
PARTS = frozenset({"of", "in", "at", "during", "between", None})
"""Prepositions by which a part is of a whole: the sidelines of a summit, a break in the talks."""
NEWS_DAYS = 60
"""What happened longer before the page's date than this is no news of the page but its background."""
YEAR_BY_STATUS = "no year is named: the one in which it can be so"


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
        words = judge.knowledge.calendar
        self.numbers, self.sides, self.shifts = words.numbers, words.clause_sides, words.shifts.keys()
        self.no_days, self.elsewhen = words.no_days, words.elsewhen
        self.off_days, self.bounds = words.off_days, words.bounds
        self.months = frozenset(name for names in words.months.values() for name in names)
        self.units: dict[str, Unit] = {name: unit for unit, names in words.units.items() for name in names}
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
        """The date of a trigger's act: where syntax hangs it, else the only one of its clause or of the clause beside it."""
        apart = self._apart(trigger)
        if apart is not None:
            return apart
        for place, why in self._places(trigger, status):
            for word in self._on(place):
                date = self._of_the_year(self.heads[word.i], status)
                if self.possible(date, status):
                    return When(date, f"date:{why}", preposition(word) == "since")
        for found, why in (
            (self._in_clause(trigger, status), "in its clause"),
            (self._beside(trigger, status), "of the clause beside"),
            (self._as_said(trigger, status), "of saying so"),
        ):
            if found is not None and self.possible(self.heads[found.i], status):
                return When(self.heads[found.i], f"date:{why}", preposition(found) == "since")
        soon = self._soon_before(trigger)
        if soon is not None and self.possible(soon, status):
            return When(soon, "date:of what came after it")
        return When(None, "date:none" if self._in_the_main(trigger) else "date:none, told in passing")

    def _soon_before(self, trigger: Trigger) -> Date | None:
        """ "broke off talks last August after X visited": the month of what an act led to, a guess; no day is one."""
        verb = self._verb(trigger)
        if verb is None or verb.head is None or verb.rel != "advcl" or marker(verb) != "after":
            return None
        if any(helper.lemma == "have" for helper in auxiliaries(verb)) or of_its_own_time(verb, self.no_days):
            return None
        found = [self.heads[word.i] for word in self._on(verb.head)]
        if len(found) != 1 or found[0].precision in ("day", "week") or found[0].start is None:
            return None
        clue = f"what it led to is of {found[0].text!r}"
        return replace(found[0], basis="inferred", inferred_from=(*found[0].inferred_from, clue))

    def _of_the_year(self, date: Date, status: Status) -> Date:
        """A day or month without a year, in the year that the status asks for: a deed "in December" is past in June."""
        if date.start is None or date.end is None or self.possible(date, status) or not self._without_year(date):
            return date
        by = -1 if status in ("happened", "background") else 1
        start, end = (_moved(day, by) for day in (date.start, date.end))
        if start is None or end is None:
            return date
        return replace(date, start=start, end=end, basis="inferred", inferred_from=(*date.inferred_from, YEAR_BY_STATUS))

    def _without_year(self, date: Date) -> bool:
        words = set(date.text.lower().replace(".", "").split())
        return date.basis == "relative" and not words.isdisjoint(self.months) and words.isdisjoint(self.shifts)

    def _in_the_main(self, trigger: Trigger) -> bool:
        """Whether an act is told in a main clause: what is not ("a letter in which he ...") may be of any day."""
        return all(above.rel not in ("acl", "advcl") for above in (trigger.outer, *trigger.outer.ancestors()))

    def _apart(self, trigger: Trigger) -> When | None:
        """ "on Sunday, two days after X fired": reckoned from the date beside; `None` where no number says how far off."""
        verb = self._verb(trigger)
        mark = next(verb.by_dep("mark"), None) if verb is not None and verb.rel == "advcl" else None
        if verb is None or verb.head is None or mark is None or mark.lower not in self.sides or mark.i == 0:
            return None
        unit = self.reader.tree.words[mark.i - 1]
        number, name = unit.first("nummod", "det"), self.units.get(unit.lower)
        if number is None or name is None or not self._is_number(number.lower):
            return None
        count, base = numbered(number.lower, self.numbers), self._base(verb.head, unit)
        found = stretches.shifted(base, name, self.sides[mark.lower] * count) if base is not None else None
        if found is None:
            return When(None, "date:none")
        span = self.reader.span(number, mark)
        return When(Date(str(found.start), str(found.end), found.precision, "relative", span.text, span), "date:counted")

    def _is_number(self, words: str) -> bool:
        return words.isdigit() or all(part in self.numbers for part in words.split("-"))

    def _base(self, above: Word, unit: Word) -> datetime.date | None:
        """The day to count from: that of the clause above; the page's in the present ("It is a week since")."""
        known = next((self.heads[word.i] for word in self._on(above) if word is not unit), None)
        if known is None and (above is unit or above.tag in ("VBZ", "VBP")):
            known = self.published
        if known is None or known.start is None or known.start != known.end:
            return None
        return datetime.date.fromisoformat(known.start)

    def _in_clause(self, trigger: Trigger, status: Status) -> Word | None:
        """The only date whose nearest verb is the act's, on whatever noun of the clause the parser hung it."""
        verb = self._verb(trigger)
        if verb is None or (trigger.host is not None and self._only_announced(trigger, verb, status)):
            return None
        found = [word for word in self._dated(verb.sentence) if self._clause_of(word) is verb and self._idle(word, verb)]
        found = [word for word in found if not self._in_a_name(word)]
        return found[0] if len(found) == 1 else None

    def _in_a_name(self, word: Word) -> bool:
        """ "the 2015 Joint Declaration": the year is of what bears the name, not of what is done about it."""
        return (
            self.heads[word.i].precision == "year" and word.head is not None and word.i < word.head.i and word.head.is_noun
        )

    def _verb(self, trigger: Trigger) -> Word | None:
        if trigger.entry.pos != "noun":
            return trigger.word
        return trigger.host.verb if trigger.host is not None and trigger.host.verb.is_verb else None

    def _dated(self, sentence: int) -> Iterator[Word]:
        words = self.reader.tree.words
        start, end = self.reader.tree.sentences[sentence]
        last = {id(self.heads[i]): i for i in range(start, end) if i in self.heads}
        return (words[i] for i in sorted(last.values()) if not self._only_bounds(words[i]))

    def _only_bounds(self, word: Word) -> bool:
        """Whether a date, or the phrase that it stands in, only bounds the act: "after the raid of Friday"."""
        phrase: Word | None = word
        while phrase is not None and not phrase.is_verb:
            bounds = preposition(phrase)
            if bounds in self.bounds or (bounds == "since" and phrase is not word):
                return True
            phrase = phrase.head
        return False

    def _clause_of(self, word: Word) -> Word | None:
        """The nearest verb above a word."""
        return next((above for above in word.ancestors() if above.is_verb or above.first("cop")), None)

    def _idle(self, word: Word, verb: Word) -> bool:
        """Whether no noun between a date and the verb tells of an act of its own, which the date may be of."""
        for above in word.ancestors():
            if above is verb:
                return True
            acts = ((above.lemma, "noun"), (above.lower, "noun"))
            told = above.is_noun and any(key in self.judge.knowledge.entries for key in acts)
            if told and not (self._is_setting(above) or self._is_made(above, verb)):
                return False
        return False

    def _is_made(self, noun: Word, verb: Word) -> bool:
        """ "brokered the truce of 2020": what an act brings about has the act's own date."""
        return noun.rel == "obj" and noun.head is verb and verb.lemma in self.judge.knowledge.status.making

    def _is_setting(self, noun: Word) -> bool:
        """ "met on the sidelines of a summit on Saturday": an occasion has the day of what takes place at it."""
        word: Word | None = noun
        while word is not None and word.rel == "nmod" and preposition(word) in PARTS:
            word = word.head
        return word is not None and word.rel == "obl" and preposition(word) in ("at", "during", "on", "in")

    def _beside(self, trigger: Trigger, status: Status) -> Word | None:
        """The only date of the sentence, for a deed told in one breath with its: "met on Monday and signed"."""
        verb = self._verb(trigger)
        if verb is None or not (status in ("happened", "background") or _bare_conjunct(verb)):
            return self._when_clause(verb) if verb is not None else None
        if verb.head is not None and _at_which(verb):
            own = [verb.head] if verb.head.i in self.heads else list(self._on(verb.head))
            if len(own) == 1:
                return own[0]
        dates = list(self._dated(verb.sentence))
        if of_its_own_time(verb, self.no_days):
            return None
        settings = [date for date in dates if self._is_day_of_setting(date, verb)]
        if len(settings) == 1 or len(dates) != 1:
            return settings[0] if len(settings) == 1 else None
        dated = self._clause_of(dates[0])
        if dated is None or dated is verb or not self._idle(dates[0], dated):
            return None
        return dates[0] if self._one_breath(verb, dated, dates[0]) or self._is_answer(verb, dated) else None

    def _when_clause(self, verb: Word) -> Word | None:
        """ "when he lands there on Monday, he will meet": the day of the clause of time."""
        found = [word for clause in verb.by_dep("advcl") if _at_which(clause) for word in self._on(clause)]
        return found[0] if len(found) == 1 else None

    def _is_answer(self, verb: Word, dated: Word) -> bool:
        """ "spoke on Monday with X, who thanked her": what one party of the act says there to the other."""
        party = verb.head
        if verb.dep != "acl:relcl" or party is None or party.head is not dated or party.rel not in ("obj", "obl"):
            return False
        told = [child for child in verb.by_dep("nsubj", "obj") if child.tag == "PRP"]
        others = {actor.id for word in dated.by_dep("nsubj", "nsubj:pass") for actor in self.reader.actors(word)} - {None}
        spoken = any(
            each.says or each.status for each in self.judge.knowledge.clause_embeddings.get((verb.lemma, "verb"), ())
        )
        return bool(told) and spoken and any(actor.id in others for word in told for actor in self.reader.actors(word))

    def _as_said(self, trigger: Trigger, status: Status) -> Word | None:
        """ "said on Friday that it rejected the offer": words are spoken when those whose they are say so."""
        verb = trigger.word
        saying = verb.head if verb.rel in ("ccomp", "parataxis") else None
        if saying is None or trigger.entry.type not in SPOKEN or status not in ("happened", "ongoing"):
            return None
        if not self.judge.says(saying) or any(helper.lemma == "have" for helper in auxiliaries(verb)):
            return None
        speakers, doers = (self._subjects(word) for word in (saying, verb))
        own = list(self._on(saying))
        return own[0] if len(own) == 1 and speakers & doers else None

    def _subjects(self, verb: Word) -> set[str]:
        """Who does what a verb tells, by their states or, where they have none, themselves."""
        actors = (actor for word in verb.by_dep("nsubj") for actor in self.reader.actors(word))
        return {key for actor in actors if (key := actor.country or actor.id)}

    def _one_breath(self, verb: Word, dated: Word, date: Word) -> bool:
        """Whether a verb hangs below a dated one by coordination, participles or a "where"-clause alone, or beside it."""
        word: Word | None = verb
        for _ in range(4):
            if word is None or word is dated:
                return word is dated
            beside = word.rel == "conj" or (word.dep == "parataxis" and _opens(dated, date))
            told = beside or (word.dep == "advcl" and word.tag == "VBG") or _at_which(word)
            if not told or (beside and not (_same_tense(word, _beside_which(word)) and _shares(word, dated, date))):
                return False
            if word.rel == "conj" and first_conjunct(dated) is first_conjunct(word):
                return word.i > dated.i
            word = next((above for above in word.ancestors() if above.is_verb), None)
        return False

    def heading(self, first: int) -> Date | None:
        """The date that heads an entry which begins at a word: "3 May: Chad recalls its envoy"."""
        date = next((self.heads[i] for i in range(first, first + LONGEST_DATE) if i in self.heads), None)
        words = self.reader.words_of(date.span) if date is not None and date.span is not None else ()
        if not words or words[0].i != first or words[-1].i + 1 >= len(self.reader.tree.words):
            return None
        return date if self.reader.tree.words[words[-1].i + 1].lower in HEADING else None

    def of_clause(self, verb: Word) -> Date | None:
        """The only date that a verb's clause stands under, if it says when and not until or since when."""
        own = list(self._on(verb)) or [
            word
            for word in self._dated(verb.sentence)
            if self._clause_of(word) is verb and self._idle(word, verb) and not self._in_a_name(word)
        ]
        own = own or [word for word in self._dated(verb.sentence) if self._is_day_of_setting(word, verb)]
        found = {id(self.heads[word.i]): self.heads[word.i] for word in own if preposition(word) not in self.off_days}
        date = next(iter(found.values()), None)
        return date if date is not None and date.start is not None and len(found) == 1 else None

    def _is_day_of_setting(self, word: Word, verb: Word) -> bool:
        """Whether a date is that of the clause in which the setting of a verb's act is told."""
        dated = self._clause_of(word)
        return dated is not None and dated is not verb and self._idle(word, dated) and _is_setting_of(verb, dated)

    def in_its_time(self, report: Report) -> Report:
        """A report with a date that its status goes with: a deed long past is background, a present of the past is done."""
        if report.date is None or report.status not in ("happened", "ongoing"):
            return report
        return self.in_the_time_of(replace(report, status="happened"), report.date)

    def in_the_time_of(self, report: Report, date: Date) -> Report:
        """A report told after what happened long ago: it is no news, whether of that very time or not."""
        if report.status != "happened" or not self._long_past(date):
            return report
        return replace(report, status="background", why=(*report.why, "status:date long past"))

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
        voted = self.judge.voted(trigger)
        if voted is not None:
            yield voted, "on the vote"
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
            shares = word.rel in ("xcomp", "conj") or (word.dep == "advcl" and _is_participle(word))
            shares = shares or (word.dep == "acl" and word.tag in ("VBG", "VBN") and self._is_setting(governor))
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
        """The heads of the dates on a word, but of those that only bound it ("until Friday", "after the raid of Friday")."""
        occasion = word.head if word.dep == "acl:relcl" else None
        if occasion is not None and occasion.lemma == "time" and occasion.rel == "nsubj" and occasion.head is not None:
            yield from (each for each in (occasion.head,) if each.i in self.heads)  # "the last time they met was in May"
        for child in word.children:
            if (child.dep in TIMES or child.rel in TIMES) and preposition(child) not in self.bounds:
                if child.i in self.heads:
                    yield child
                elif child.rel in ("obl", "nmod", "advmod") and preposition(child) != "since":
                    yield from (
                        inner for inner in child.children if inner.i in self.heads and inner.rel in ("nmod", "appos", "obl")
                    )

    def possible(self, date: Date, status: Status) -> bool:
        """Whether an act of this status can be of a date: no plan of the past, no deed of the future."""
        if self.published is None or date.start is None or date.end is None:
            return True
        if self.published.start is None or self.published.end is None:
            return True
        if status in ("planned", "expected", "called-for"):
            return date.end >= self.published.start
        if status in ("happened", "background"):
            return date.start <= self.published.end
        return True


def _moved(day: str, years: int) -> str | None:
    """The same day so many years away; `None` for a leap day."""
    of = datetime.date.fromisoformat(day)
    found = stretches.a_day(of.year + years, of.day, of.month)
    return found.isoformat() if found else None


def _at_which(clause: Word) -> bool:
    """ "visited Kenya, where he met ...": the clause tells what was done there and then."""
    if clause.dep == "advcl":
        return any(child.lower == "when" for child in clause.by_dep("advmod", "mark"))
    if clause.dep not in ("acl:relcl", "advcl:relcl"):
        return False
    asks = (child for child in clause.children if child.lower in ("where", "when", "which"))
    return any(word.lower != "which" or preposition(word) in ("at", "during", "in", "on") for word in asks)


def of_its_own_time(verb: Word, no_days: Collection[str]) -> bool:
    """Whether words of time stand on a verb that name no day we know ("a few days later"): those of others are not its."""
    told = (child for child in verb.by_dep("obl", "advmod") if child.lemma not in no_days)
    return any(child.timed or any(below.timed for below in child.children) for child in told)


def _is_participle(verb: Word) -> bool:
    """Whether a verb is a participle without helpers, which shares the time of what it hangs on ("arrested on arrival")."""
    return verb.tag in ("VBG", "VBN") and verb.first("aux", "mark") is None


def _is_setting_of(verb: Word, dated: Word) -> bool:
    """ "speaking in Kigali on Monday, X urged", "X, asked about it on Monday, urged": when the words of a verb were said."""
    first = first_conjunct(verb)
    if "asking" in dated.ways and verb.head is dated and verb.dep == "advcl" and verb.first("mark", "nsubj") is None:
        return verb.tag == "VBD"  # "X, asked about it on Monday, urged", read as if X asked
    speaking = dated.tag == "VBG" or (dated.tag in ("VBN", "VBD") and "asking" in dated.ways)
    if not speaking or dated.first("nsubj", "nsubj:pass") or any(each.lemma == "have" for each in dated.by_dep("aux")):
        return _at_which(dated) and dated.rel == "advcl" and dated.head is first
    if dated.first("mark") is not None and marker(dated) not in ("while", "when"):
        return False
    return dated.head is first or (dated.head is not None and dated.head.head is first and dated.head.rel == "nsubj")


def elsewhen(verb: Word, words: Collection[str]) -> bool:
    """Whether words on a verb lead away from the day that is told of: "earlier", "previously", "at the time"."""
    told = (child for child in verb.by_dep("advmod", "obl") if child.rel == "advmod" or preposition(child) is not None)
    return any(child.lower in words for child in told)


def _bare_conjunct(verb: Word) -> bool:
    """ "may fly there in May and meet": a bare form after a conjunction shares modal and time with the first."""
    return verb.rel == "conj" and verb.tag == "VB" and verb.first("nsubj", "aux", "mark") is None


def _shares(word: Word, dated: Word, date: Word) -> bool:
    """Whether coordinated verbs have one subject, or a date that opens the sentence and so stands before each.

    "X left on Monday, and Y signed" says no day of the signing, "On Monday X left, and Y signed" does.
    """
    return word.i < dated.i or word.first("nsubj", "nsubj:pass") is None or _opens(dated, date)


def _opens(dated: Word, date: Word) -> bool:
    """Whether a date stands before its clause's subject."""
    subject = dated.first("nsubj", "nsubj:pass")
    return date.head is dated and subject is not None and date.i < subject.i and dated.rel == "root"


def _beside_which(word: Word) -> Word:
    """The verb with which another is coordinated, with or without a conjunction."""
    return word.head if word.dep == "parataxis" and word.head is not None else first_conjunct(word)


def _same_tense(one: Word, other: Word) -> bool:
    before = [any(helper.lower == "had" for helper in auxiliaries(each)) for each in (one, other)]
    tags = {_finite(one).tag, _finite(other).tag}
    return before[0] == before[1] and (len(tags) == 1 or tags <= {"VBD", "VBN"})


def _finite(verb: Word) -> Word:
    """What bears the tense: the copula of "was back"."""
    return verb.first("cop") or verb
