"""Compares two coded articles sentence by sentence, or two reports of one event."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from dragoman.records import Aspect, Coding, Difference, Report, Span
from dragoman.stories.copies.alignment import ALIKE, Aligner, Alignment
from dragoman.stories.differences.changes import Match, all_changes
from dragoman.stories.differences.details import Details, Teller, Told

REMOTE = 0.2
"""Likeness from which on two sentences tell the same, where neither has a better partner."""
SHORTEST = 4
"""Words that a sentence needs to be worth telling that it is gone."""
SAME_WORDS = 0.5
"""Share of a sentence's words in runs of the same words, from which on it is kept."""
_Partners = dict[int, dict[int, float]]
"""For each sentence those that tell the same on the other side, with their likeness."""


class Comparer:
    """Says what one article made of another."""

    def __init__(self, folder: Path | None = None) -> None:
        """`folder`: a user's ontology. Raises `OntologyError`."""
        self._teller, self._aligner = Teller(folder), Aligner(REMOTE)

    def articles(self, one: Coding, other: Coding) -> list[Difference]:
        """What the second article kept, dropped and altered of the first, in its order; then what it added."""
        here, there = self._teller.told(one), self._teller.told(other)
        alignment = self._aligner.align(here.text, there.text)
        if alignment is None:
            return []
        partners = _partners(alignment)
        return [*_kept_or_dropped(here, there, partners), *_added(there, _turned(partners))]

    def reports(self, one: Coding, told: Report, other: Coding, retold: Report) -> list[Difference]:
        """How two reports of one event differ: in the sentences they stand in, in date, place and status."""
        here, there = self._teller.told(one), self._teller.told(other)
        ours, others = here.details(told.evidence), there.details(retold.evidence)
        match = Match(here, there, ours, others, ours, others, 1.0)
        shown = match.difference("kept", "passage", ours.span, others.span, "tells the same event")
        return _unique([shown, *_record_changes(match, told, retold), *all_changes(match)])


def _partners(alignment: Alignment) -> _Partners:
    """Sentences that are alike, or that share most of their words in runs."""
    partners: _Partners = defaultdict(dict)
    for pair in alignment.sentences:
        if pair.alike >= ALIKE:
            partners[pair.here][pair.there] = pair.alike
    shared: dict[tuple[int, int], int] = defaultdict(int)
    here, there = alignment.here.sentence_of, alignment.there.sentence_of
    for run in alignment.runs:
        for step in range(run.words):
            shared[here[run.here + step], there[run.there + step]] += 1
    for (one, other), words in sorted(shared.items()):
        sentence = alignment.here.sentences[one]
        if words >= SAME_WORDS * (sentence.last - sentence.first):
            partners[one].setdefault(other, words / (sentence.last - sentence.first))
    met = {other for others in partners.values() for other in others}
    for pair in sorted(alignment.sentences, key=lambda pair: (-pair.alike, pair.here, pair.there)):
        if pair.here not in partners and pair.there not in met:
            partners[pair.here][pair.there] = pair.alike
            met.add(pair.there)
    return partners


def _turned(partners: _Partners) -> _Partners:
    turned: _Partners = defaultdict(dict)
    for one, others in partners.items():
        for other, alike in others.items():
            turned[other][one] = alike
    return turned


def _kept_or_dropped(here: Told, there: Told, partners: _Partners) -> Iterator[Difference]:
    back = _turned(partners)
    for number, sentence in enumerate(here.text.sentences):
        told = partners.get(number)
        span = here.sentence(number)
        if told:
            match = _match(here, there, number, told, back)
            yield Difference("kept", "passage", span, match.there.span, span, match.there.span, False, _how(match))
            yield from all_changes(match)
        elif sentence.last - sentence.first >= SHORTEST:
            yield Difference("dropped", "passage", span, None, span, None, False, "not told")


def _how(match: Match) -> str:
    return "in the same words" if match.here.span.text == match.there.span.text else f"alike {match.alike:.2f}"


def _match(here: Told, there: Told, number: int, told: dict[int, float], back: _Partners) -> Match:
    """A sentence and its best partner, with all that tell the same on either side."""
    best = max(told, key=lambda other: (told[other], -other))
    ours, others = here.details(here.sentence(number)), there.details(there.sentence(best))
    around_here = _together([here.details(here.sentence(one)) for one in sorted({number, *back[best]})])
    around_there = _together([there.details(there.sentence(other)) for other in sorted(told)])
    return Match(here, there, ours, others, around_here, around_there, told[best])


def _together(found: Sequence[Details]) -> Details:
    """The details of several sentences."""
    first = found[0]
    return replace(
        first,
        numbers=tuple(item for one in found for item in one.numbers),
        days=tuple(item for one in found for item in one.days),
        names=tuple(item for one in found for item in one.names),
        quotes=tuple(item for one in found for item in one.quotes),
        negation=tuple(item for one in found for item in one.negation),
        doubt=tuple(item for one in found for item in one.doubt),
        attribution=tuple(item for one in found for item in one.attribution),
    )


def _added(there: Told, partners: _Partners) -> Iterator[Difference]:
    for number, sentence in enumerate(there.text.sentences):
        if number not in partners and sentence.last - sentence.first >= SHORTEST:
            span = there.sentence(number)
            yield Difference("added", "passage", None, span, None, span, False, "not told by the first")


def _record_changes(match: Match, one: Report, other: Report) -> Iterator[Difference]:
    """What was coded otherwise: day, place, whether it is so."""
    ours, others = _days(one), _days(other)
    if ours and others and ours != others:
        spans = (one.date and one.date.span) or one.evidence, (other.date and other.date.span) or other.evidence
        note = f"{' to '.join(ours)} in the first, {' to '.join(others)} in the second"
        apart = ours[-1] < others[0] or others[-1] < ours[0]
        yield match.difference("altered", "date", *spans, note, contradiction=apart)
    if one.place and other.place and one.place.id != other.place.id:
        note = f"{one.place.name} in the first, {other.place.name} in the second"
        yield match.difference("altered", "place", one.place.mention, other.place.mention, note)
    if one.status != other.status:
        denied = "negated" in (one.status, other.status)
        note = f"{one.status} in the first, {other.status} in the second"
        aspect: Aspect = "polarity" if denied else "certainty"
        yield match.difference("altered", aspect, one.trigger, other.trigger, note, contradiction=denied)


def _days(report: Report) -> tuple[str, ...]:
    """First and last day, one where they are the same, none where unknown."""
    date = report.date
    if date is None or date.start is None or date.end is None:
        return ()
    return (date.start,) if date.start == date.end else (date.start, date.end)


def _unique(found: Sequence[Difference]) -> list[Difference]:
    """Each difference once, by what it is about."""
    kept: dict[tuple[str, str, Span | None, Span | None], Difference] = {}
    for one in found:
        kept.setdefault((one.change, one.aspect, one.here, one.there), one)
    return list(kept.values())
