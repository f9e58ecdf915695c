"""One marked document in, its reports out: the order in which the parts of this package are asked.

triggers -> roles -> choose -> restraint -> status, attribution, date, place -> headline
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dragoman.ids import content_id
from dragoman.mentions.marked import MarkedDocument
from dragoman.records import Actor, Drop, Report, Span
from dragoman.reports.affairs import within
from dragoman.reports.anaphora import recalled
from dragoman.reports.attribution import Attribution
from dragoman.reports.choose import Finding, best_per_word, choose, told_enough
from dragoman.reports.confidence import confidence
from dragoman.reports.contexts import contexts_of
from dragoman.reports.counterparts import understood
from dragoman.reports.days import dated_by_paragraph, told_days
from dragoman.reports.denials import denied
from dragoman.reports.fighting import fought
from dragoman.reports.first_person import own_side
from dragoman.reports.headline import supported
from dragoman.reports.implied import Sides, implied, is_open
from dragoman.reports.knowledge import Knowledge
from dragoman.reports.labeller.labels import Labeller, Labels
from dragoman.reports.labeller.parties import Backing, Parties
from dragoman.reports.narrative import dated_by_meeting
from dragoman.reports.predicates import Judgement, said_to_do
from dragoman.reports.reader import Reader
from dragoman.reports.restraint import (
    faults,
    first_reason,
    in_other_domain,
    in_passing,
    may_do,
    mere_purpose,
    only_hoped,
    only_remarked,
    only_weighed,
    person_of_note,
    unclaimed,
)
from dragoman.reports.retold import dated_by_telling
from dragoman.reports.roles import Roles, assign, fits
from dragoman.reports.scenes import page_pair, page_scene
from dragoman.reports.status import Judge
from dragoman.reports.tellers import with_tellers
from dragoman.reports.tree import Word
from dragoman.reports.triggers import Trigger, find_triggers
from dragoman.reports.when import Calendar
from dragoman.reports.where import at_home, hosted, scene, where

STAGE = "reports"
FATAL = frozenset({"cut", "no verb"})
CONTEXT = 4
"""Sentences before in which somebody known must have acted for the nameless to be parties."""
STAGED = 3
"""Sentences for which the place of what was told last is where people without a country act."""


@dataclass(frozen=True, slots=True)
class Act:
    """A finding that will be a report, with what was judged of it."""

    finding: Finding
    judgement: Judgement
    sentence: tuple[Word, ...]
    faults: tuple[str, ...]
    backing: Backing | None = None

    @property
    def verb(self) -> Word:
        """The word that tells the act: the verb that carries a noun, else the trigger."""
        host = self.finding.trigger.host
        return host.verb if host is not None else self.finding.trigger.word


class Coder:
    """Codes one document. `knowledge` is shared, everything else belongs to the document."""

    def __init__(
        self, marked: MarkedDocument, knowledge: Knowledge, labeller: Labeller | None = None, least: float = 0.0
    ) -> None:
        self.marked = marked
        self.article = marked.document.article
        self.knowledge = knowledge
        self.reader = Reader(marked, knowledge.lemmas, knowledge.ways)
        self.least = least
        self.labels = Labels.of(self.reader.doc, self.reader.tree, labeller)
        self.parties = None if self.labels is None else Parties(self.labels, self.reader, knowledge)
        self.judge = Judge(self.reader.tree, knowledge)
        self.attribution = Attribution(self.reader, knowledge, self.judge)
        self.reader.know(dict(own_side(self.reader, self.attribution, knowledge.first_person)))
        self.calendar = Calendar(self.reader, self.judge)
        self.aside = in_other_domain(self.reader.tree, knowledge.restraint)
        self.page_scene = page_scene(self.reader)
        self.page_pair = page_pair(self.reader)
        self.sides = Sides(self.reader)
        self.acts_told: list[Finding] = []
        self.scenes: list[tuple[int, Actor]] = []
        self.drops: list[Drop] = []
        self.told: list[tuple[Act, Report]] = []

    def reports(self) -> tuple[Report, ...]:
        """All reports of the document in the order of the text; `drops` then says what was left out, `told` by which act."""
        acts = [act for start, end in self.reader.tree.sentences for act in self._acts(self.reader.tree.words[start:end])]
        coded = list(self._without_refused([(act, report) for act in acts for report in self._sure(act, acts)]))
        told = [(act.verb, report) for act, report in coded]
        found = dated_by_meeting(dated_by_paragraph(told, told_days(self.calendar), self.calendar))
        self.told = [(act, report) for (act, _), report in zip(coded, found, strict=True)]
        body = [report for report in found if not report.in_headline]
        return tuple(dated_by_telling([supported(report, body) if report.in_headline else report for report in found]))

    # ------------------------------------------------------------------------------------------------- findings

    def findings(self, sentence: tuple[Word, ...]) -> tuple[Finding, ...]:
        """The readings that are kept of a sentence, one an act, before any is left out for a reason."""
        return self._labelled(sentence, choose(told_enough(tuple(self._readings(sentence)), self.knowledge.types)))

    def _readings(self, sentence: tuple[Word, ...]) -> Iterator[Finding]:
        for trigger in find_triggers(self.reader.tree, sentence, self.knowledge):
            if self._inside_name(trigger) or not fits(trigger, self.knowledge.status):
                continue
            kind = self.knowledge.types[trigger.entry.type]
            roles = assign(trigger, self.reader, symmetric=kind.symmetric)
            if self.parties is not None:
                roles = self.parties.filled(roles, trigger, symmetric=kind.symmetric)
            roles = self._completed(roles, trigger) if may_do(roles, kind) else roles
            if may_do(roles, kind):
                yield Finding(trigger, roles)

    def _completed(self, roles: Roles, trigger: Trigger) -> Roles:
        """The roles with what the scene and the acts told before add to them."""
        roles = at_home(roles, trigger, self.reader, self.knowledge.restraint, self._scene(trigger))
        roles = hosted(roles, trigger, self.reader)
        if not roles.named and not self._anchored(trigger):
            return roles
        roles = recalled(roles, trigger, self.acts_told, self.knowledge, self.reader)
        roles = fought(roles, trigger, self.reader, self.sides, self.page_pair)
        return self._understood(Finding(trigger, roles), ()).roles if trigger.entry.frame.directed else roles

    def _scene(self, trigger: Trigger) -> Actor | None:
        """The state that the sentences right before were set in, if only one was named; else that of the page."""
        number = trigger.word.sentence
        hosts = [host for sentence, host in self.scenes if 0 < number - sentence <= STAGED]
        if not hosts:
            return self.page_scene
        return hosts[-1] if len({host.country for host in hosts}) == 1 else None

    def _in_context(self, trigger: Trigger) -> bool:
        """Whether a known political actor acted in the sentences right before."""
        near = (each for each in self.acts_told if 0 < trigger.word.sentence - each.trigger.word.sentence <= CONTEXT)
        return any(person_of_note(actor) for each in near for actor in each.roles.parties)

    def _anchored(self, trigger: Trigger) -> bool:
        """Whether something is said of the act itself: that it occurs, when, or where."""
        return trigger.host is not None or where(trigger, self.reader) is not None or self._dated(trigger)

    def _dated(self, trigger: Trigger) -> bool:
        return self.calendar.when(trigger, "background").date is not None

    def _inside_name(self, trigger: Trigger) -> bool:
        """A noun that stands in somebody's name ("Shanghai Cooperation Organization") tells of no act."""
        if trigger.entry.pos == "verb":
            return False
        span = self.reader.span(trigger.word, trigger.word)
        return any(
            actor.mention.start < span.end and span.start < actor.mention.end for actor in self.reader.at(trigger.word)
        )

    def _acts(self, sentence: tuple[Word, ...]) -> Iterator[Act]:
        broken = faults(sentence, self.knowledge.restraint, headline=self._in_headline(sentence))
        for finding in self._voted(sentence):
            reason = next((f"garbled:{fault}" for fault in broken if fault in FATAL), None)
            reason = reason or ("other-domain" if finding.trigger.word.sentence in self.aside else None)
            known = self._in_context(finding.trigger)
            reason = reason or first_reason(finding, sentence, self.knowledge.restraint, in_context=known)
            if reason is None and self.attribution.unattributed_quote(finding.trigger.word):
                reason = "quotation-without-speaker"
            judgement = self.judge.judge(finding.trigger)
            reason = (
                reason
                or mere_purpose(finding, judgement)
                or only_weighed(judgement)
                or only_hoped(finding, self.judge)
                or unclaimed(finding, judgement)
                or only_remarked(judgement, self.attribution.speakers(finding.trigger.word)[0])
                or in_passing(finding, judgement, placed=self._dated(finding.trigger))
            )
            if reason is not None:
                self._leave_out(finding, reason)
            else:
                self.acts_told.append(finding)
                host = scene(finding.trigger, self.reader)
                if host is not None:
                    self.scenes.append((finding.trigger.word.sentence, host))
                backing = None if self.parties is None else self.parties.backing(finding)
                yield Act(finding, judgement, sentence, broken, backing)

    def _voted(self, sentence: tuple[Word, ...]) -> tuple[Finding, ...]:
        """The readings of the lexicon, and what the labels and the denials told add to them."""
        readings = tuple(self._readings(sentence))
        enough = told_enough(readings, self.knowledge.types)
        enough = (*enough, *self._aimed_by_the_page(readings, enough))
        kept = self._labelled(sentence, choose(enough))
        kept = (*kept, *denied(sentence, self.acts_told, self.reader, self.knowledge))
        self._leave_out_untold(readings, (*enough, *kept))
        kept = tuple(sorted(kept, key=lambda each: each.trigger.word.i))
        return tuple(self._understood(each, kept) for each in kept)

    def _labelled(self, sentence: tuple[Word, ...], kept: tuple[Finding, ...]) -> tuple[Finding, ...]:
        """The readings, and the acts that the labels see besides."""
        if self.parties is None:
            return kept
        more = self.parties.acts(sentence, kept)
        return choose((*kept, *(each for each in more if may_do(each.roles, self.knowledge.types[each.type]))))

    def _aimed_by_the_page(self, readings: Sequence[Finding], told: Sequence[Finding]) -> Iterator[Finding]:
        """The readings that lack nothing but a target, where the page leaves hardly a doubt of whom."""
        known = {word.i for each in choose(told) for word in each.trigger.words}
        for finding in best_per_word(each for each in readings if each.trigger.word.i not in known):
            if is_open(finding) and not self.knowledge.types[finding.type].symmetric:
                aimed = self._implied(self._understood(finding, told), (*self.acts_told, *told), unmet=True)
                if aimed.roles.targets:
                    yield aimed

    def _implied(self, finding: Finding, told: Sequence[Finding], *, unmet: bool = False) -> Finding:
        return implied(finding, told, self.sides, self.knowledge, unmet=unmet)

    def _understood(self, finding: Finding, beside: Sequence[Finding]) -> Finding:
        stage = scene(finding.trigger, self.reader)
        return understood(finding, beside, self.acts_told, self.knowledge.types, stage)

    def _leave_out_untold(self, readings: Sequence[Finding], told: Sequence[Finding]) -> None:
        """The words of which every reading lacks a party that it needs: they are left out and listed like all else.

        A noun of which nobody is named ("the conflict") is no statement that could be left out.
        """
        known = {word.i for each in told for word in each.trigger.words}
        for finding in best_per_word(each for each in readings if each.trigger.word.i not in known):
            if finding.roles.named or finding.trigger.entry.pos == "verb":
                self._leave_out(finding, "role-missing" if finding.roles.named else "no-actor")

    def _in_headline(self, sentence: Sequence[Word]) -> bool:
        return bool(sentence) and sentence[0].i in self.reader.headline_tokens

    def _leave_out(self, finding: Finding, reason: str) -> None:
        words = finding.trigger.words
        span = self.reader.span(words[0], words[0])
        detail = f"{finding.trigger.entry.name} {finding.trigger.entry.trigger}"
        self.drops.append(Drop(STAGE, reason, self.article.page, self.article.page_id, detail, span))

    def _without_refused(self, coded: Sequence[tuple[Act, Report]]) -> Iterator[tuple[Act, Report]]:
        """ "refused to condemn" is one act, the refusal: what was refused is not coded besides."""
        acts = [act for act, _ in coded]
        for act, report in coded:
            outer = self._about(act, acts)
            if act.judgement.status == "negated" and outer is not None and outer.finding.type == "REJECT":
                self._leave_out(act.finding, "content-of-refusal")
            else:
                yield act, report

    def _about(self, act: Act, acts: Sequence[Act]) -> Act | None:
        """The act whose content this one is: "urged B to withdraw" for the withdrawal."""
        by_word = {word.i: other for other in acts for word in (other.finding.trigger.word, other.finding.trigger.outer)}
        word = act.finding.trigger.outer
        while word.head is not None:
            embedded = self.judge.embedding(word.head, word)
            outer = by_word.get(word.head.i)
            if outer is not None and outer is not act and embedded is not None:
                return outer
            if embedded is None and word.rel != "conj":
                return None
            word = word.head
        return None

    # -------------------------------------------------------------------------------------------------- reports

    def _sure(self, act: Act, acts: Sequence[Act]) -> Iterator[Report]:
        """The report of an act, unless it is less sure than the reader asked for."""
        for report in self._report(act, acts):
            if report.confidence < self.least:
                self._leave_out(act.finding, "unsure")
            else:
                yield report

    def _at_stake(self, finding: Finding) -> Finding:
        """The finding aimed at the state of the affairs told, or the side most at stake: a guess that makes it no surer."""
        stage = scene(finding.trigger, self.reader) or self._scene(finding.trigger)
        found = within(finding, self.reader, stage, self.page_scene)
        symmetric = self.knowledge.types[finding.type].symmetric
        return found if symmetric else self._implied(found, self.acts_told)

    def _report(self, act: Act, acts: Sequence[Act]) -> Iterator[Report]:
        speakers, spoken = self.attribution.speakers(act.finding.trigger.outer)
        place = where(act.finding.trigger, self.reader)
        told = with_tellers(act.finding, speakers, place, self.acts_told, self.page_pair, self.knowledge.types)
        finding = self._at_stake(told)
        trigger, frame = finding.trigger, finding.trigger.entry.frame
        when = self.calendar.when(trigger, act.judgement.status)
        judgement = said_to_do(self.calendar.settled(act.judgement, when), finding.type, finding.roles.sources, speakers)
        outer = self._about(act, acts)
        cameo = self.knowledge.cameo.get(frame.cameo)
        why = (
            f"frame:{trigger.entry.name}",
            *((f"labels:{act.backing}",) if act.backing is not None else ()),
            *finding.roles.slots,
            *(f"status:{step}" for step in judgement.why),
            *spoken,
            when.why,
            *((f"content-of:{self._id(outer.finding)}",) if outer is not None else ()),
            *(f"text:{fault}" for fault in act.faults),
        )
        yield Report(
            id=self._id(finding),
            page=self.article.page,
            article=self.article.id,
            evidence=self.reader.span(act.sentence[0], act.sentence[-1]),
            trigger=self._trigger_span(trigger),
            event_type=finding.type,
            mode=frame.mode or (cameo.mode if cameo else None),
            cameo=frame.cameo,
            contexts=contexts_of(act.sentence, frame.contexts or (cameo.contexts if cameo else ()), self.knowledge.contexts),
            status=judgement.status,
            sources=finding.roles.sources,
            targets=finding.roles.targets,
            others=finding.roles.others,
            date=when.date,
            place=place,
            attributed_to=speakers,
            confidence=confidence(told, judgement, act.faults, act.backing, self.knowledge.confidence),
            why=why,
            in_headline=self._in_headline(act.sentence),
        )

    def _trigger_span(self, trigger: Trigger) -> Span:
        near = [word for word in trigger.words if abs(word.i - trigger.word.i) <= len(trigger.words)]
        return self.reader.span(near[0], near[-1])

    def _id(self, finding: Finding) -> str:
        span = self._trigger_span(finding.trigger)
        return content_id("report", self.article.id, span.start, span.end, finding.type)
