"""Brings what verbs tell as said together with what stands in quotation marks.

A content that reaches into a quotation takes the whole of it, over as many sentences as it has. A quotation that no verb
claims by its syntax belongs to the verb of saying beside it, before its colon, or to whoever spoke just before; one that
goes on after ", she said." belongs to what was said before.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from dragoman.documents.document import TokenBlock
from dragoman.reports.quotes.knowledge import CLAUSE, Cue, Speech
from dragoman.reports.quotes.marks import Quotation
from dragoman.reports.quotes.nominal import ACCORDING
from dragoman.reports.quotes.sayings import Saying, cues_of, speaker_words
from dragoman.reports.tree import Tree, Word

SHORTEST_ALONE = 4
"""Words that a quotation must have to be speech where nobody is told to say it; it must be a sentence, too."""
BESIDE = 6
"""Words between a verb of saying and a quotation that it may claim though the syntax does not tell so."""
CARRIED = Cue("carried-over", "say", "speech", (), (CLAUSE,), (), False)
NAMED = Cue("name-and-colon", "say", "speech", (), (CLAUSE,), (), False)
LONGEST_NAME = 6
ENDINGS = frozenset(".!?…")


class Joiner:
    """Joins the sayings and the quotations of one document."""

    def __init__(self, tree: Tree, blocks: Sequence[TokenBlock], marked: Sequence[Quotation], speech: Speech) -> None:
        self.tree = tree
        self.words = tree.words
        self.starts = frozenset(block.start for block in blocks)
        self.marked = marked
        self.speech = speech

    def joined(self, found: Iterable[Saying]) -> tuple[Saying, ...]:
        """The sayings in the order of the text, each with the quotations that it takes in."""
        kept = [each for each in found if not self._speakers_own(each)]
        sayings = [self._stretched(_without_source(each, kept)) for each in kept]
        for quotation in self.marked:
            if not any(_claims(saying, quotation) for saying in sayings):
                self._give(quotation, sayings)
        return tuple(sorted(sayings, key=lambda each: (each.first, each.verb.i)))

    def inside(self, i: int) -> Quotation | None:
        """The innermost quotation that a word stands in."""
        return next((each for each in reversed(self.marked) if each.holds(i)), None)

    def _speakers_own(self, saying: Saying) -> bool:
        """What a quoted speaker says of himself or of nobody in particular ("we think") is part of what he says."""
        if self.inside(saying.verb.i) is None:
            return False
        source = saying.source
        return source is None or saying.rule.family != "speech" or source.lower in self.speech.words.self

    def _stretched(self, saying: Saying) -> Saying:
        """A content that reaches into a quotation takes the whole of it."""
        first, last = saying.first, saying.last
        for each in self.marked:
            if not each.holds(saying.verb.i) and (each.holds(first) or each.holds(last)):
                first, last = min(first, each.start), max(last, each.end)
        return replace(saying, first=first, last=last)

    # ----------------------------------------------------------------------------------- quotations that nobody claims

    def _give(self, quotation: Quotation, sayings: list[Saying]) -> None:
        """Give a quotation to whoever says it: a verb beside it, what was said before it, a name before its colon."""
        before = _before(quotation, sayings)
        if before is not None and self._goes_on(before, quotation):
            sayings[sayings.index(before)] = replace(before, last=quotation.end)
            return
        if not self._may_be_speech(quotation):
            return
        found = self._beside(quotation, sayings) or self._named(quotation) or self._carried(quotation, before)
        if found is not None:
            sayings.append(found)

    def _goes_on(self, before: Saying, quotation: Quotation) -> bool:
        """Whether a quotation goes on with what was said: its next paragraph, or the sentence after ", she said."."""
        if before.rule.family != "speech" or before.frame != CLAUSE or self._cue_outside(quotation):
            return False
        ends_quoted = any(each.end == before.last for each in self.marked)
        end = max(before.last, before.verb.i, *(word.i for word in before.cue))
        near = self.words[quotation.start].sentence - self.words[end].sentence <= 1
        if quotation.runs_on:
            return ends_quoted and near
        quoted = any(before.first <= each.start and each.end <= before.last for each in self.marked)
        return quoted and near and self._opens_sentence(quotation) and not self._paragraph_between(end, quotation.start)

    def _paragraph_between(self, one: int, other: int) -> bool:
        return any(one < start <= other for start in self.starts)

    def _opens_sentence(self, quotation: Quotation) -> bool:
        return self.tree.sentences[self.words[quotation.start].sentence][0] == quotation.start

    def _cue_outside(self, quotation: Quotation) -> bool:
        """Whether the sentence that a quotation ends in has a verb of saying of its own."""
        return any(self._open_cues(quotation))

    def _may_be_speech(self, quotation: Quotation) -> bool:
        """Speech, not a quoted word: it stands beside a verb of saying with a comma, or is a sentence of its own."""
        words = self.words[quotation.first : quotation.last + 1]
        return len(words) >= SHORTEST_ALONE and any(word.is_verb for word in words) and words[-1].text[-1] in ENDINGS | {","}

    def _open_cues(self, quotation: Quotation) -> Iterator[tuple[Word, Cue, tuple[Word, ...]]]:
        """Verbs of saying outside a quotation in the sentences that it starts and ends in, the nearest first."""
        numbers = dict.fromkeys((self.words[quotation.end].sentence, self.words[quotation.start].sentence))
        around = [word for number in numbers for word in self.words[slice(*self.tree.sentences[number])]]
        around.sort(key=lambda word: min(abs(word.i - quotation.start), abs(word.i - quotation.end)))
        for word in around:
            if quotation.holds(word.i) or not word.is_verb or word.rel == "aux":
                continue
            for cue, words in cues_of(self.tree, word, self.speech):
                if cue.family == "speech" and CLAUSE in cue.takes:
                    yield word, cue, words
                    break

    def _beside(self, quotation: Quotation, sayings: Sequence[Saying]) -> Saying | None:
        """The nearest verb of saying that says nothing else."""
        taken = {saying.verb.i for saying in sayings}
        for verb, cue, words in self._open_cues(quotation):
            if verb.i not in taken and self._is_near(verb, quotation):
                source, doers = speaker_words(self.tree, verb, cue, self.speech)
                return Saying(cue, verb, words, source, doers, quotation.start, quotation.end, CLAUSE)
        return None

    def _is_near(self, verb: Word, quotation: Quotation) -> bool:
        gap = self.words[quotation.end + 1 : verb.i] or self.words[verb.i + 1 : quotation.start]
        return len(gap) <= BESIDE or (bool(gap) and gap[-1].text == ":")

    def _named(self, quotation: Quotation) -> Saying | None:
        """ "Berg: “We will see.”", and a sentence with a colon before a quotation that stands alone."""
        colon = self._colon_before(quotation)
        if colon is None:
            return None
        start, _ = self.tree.sentences[colon.sentence]
        opening = self.words[start : colon.i]
        for verb in opening:
            for cue, words in cues_of(self.tree, verb, self.speech) if verb.is_verb else ():
                if cue.family == "speech":
                    source, doers = speaker_words(self.tree, verb, cue, self.speech)
                    return Saying(cue, verb, words, source, doers, quotation.start, quotation.end, CLAUSE)
        name = next(
            (word for word in opening if word.tag == "NNP" and word.rel in ("root", "nsubj", "parataxis", "dislocated")),
            None,
        )
        if name is None or len(opening) > LONGEST_NAME:
            return None
        return Saying(NAMED, colon, (colon,), name, (name,), quotation.start, quotation.end, CLAUSE)

    def _colon_before(self, quotation: Quotation) -> Word | None:
        before = self.words[quotation.start - 1] if quotation.start else None
        return before if before is not None and before.text == ":" else None

    def _carried(self, quotation: Quotation, before: Saying | None) -> Saying | None:
        """A quotation that stands alone: whoever spoke in the sentence before goes on; nobody where nobody did."""
        if not self._opens_sentence(quotation) or self._colon_before(quotation) is not None:
            return None
        verb = self.words[quotation.first]
        if before is None or not self._just_before(before, quotation):
            return Saying(CARRIED, verb, (), None, (), quotation.start, quotation.end, CLAUSE)
        return Saying(CARRIED, verb, (), before.source, before.doers, quotation.start, quotation.end, CLAUSE)

    def _just_before(self, before: Saying, quotation: Quotation) -> bool:
        end = max(before.last, before.verb.i)
        return before.rule.family == "speech" and self.words[quotation.start].sentence - self.words[end].sentence <= 1


def _without_source(saying: Saying, others: Sequence[Saying]) -> Saying:
    """A content without the "according to the ministry" that ends it."""
    for other in others:
        if other.rule is ACCORDING and other is not saying:
            aside = [word.i for word in other.verb.subtree()]
            if saying.first < min(aside) and saying.last == max(aside):
                return replace(saying, last=min(aside) - 1)
    return saying


def _claims(saying: Saying, quotation: Quotation) -> bool:
    """Whether what a saying tells reaches into a quotation; one that is itself quoted claims nothing around it."""
    return saying.first <= quotation.end and quotation.start <= saying.last and not quotation.holds(saying.verb.i)


def _before(quotation: Quotation, sayings: Sequence[Saying]) -> Saying | None:
    """What was said last before a quotation."""
    earlier = [each for each in sayings if max(each.last, each.verb.i) < quotation.start]
    return max(earlier, key=lambda each: max(each.last, each.verb.i), default=None)
