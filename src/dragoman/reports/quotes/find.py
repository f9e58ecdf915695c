"""One document in, its quotes out.

verbs, nouns and prepositions of saying -> joined with quotation marks -> who, to whom, where, by what medium -> quotes
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from dragoman.ids import content_id
from dragoman.records import Actor, Quote, QuoteKind, Span
from dragoman.reports.knowledge import Knowledge
from dragoman.reports.quotes.circumstances import Circumstances
from dragoman.reports.quotes.join import Joiner
from dragoman.reports.quotes.knowledge import CLAUSE, GERUND, INFINITIVE
from dragoman.reports.quotes.marks import Quotation, quotations
from dragoman.reports.quotes.nominal import ACCORDING, nominal_sayings
from dragoman.reports.quotes.sayings import Saying, citing, is_citing, verb_sayings
from dragoman.reports.quotes.speakers import SpeakerReader, Voice
from dragoman.reports.reader import Reader, identity
from dragoman.reports.status import Judge
from dragoman.reports.tree import Word, marker

TELLING = frozenset({CLAUSE, INFINITIVE, GERUND, "for"})
LONG_WORD = 4
"""Letters from which on the words of a title are capitalised."""
SAID = frozenset({"happened", "ongoing", "background"})
"""Statuses of the cue with which something was said: what will, should or might be said is no quote."""


@dataclass(frozen=True, slots=True)
class Told:
    """A saying with whoever speaks and whoever is spoken to."""

    saying: Saying
    voice: Voice
    addressees: tuple[Actor, ...]


class QuoteFinder:
    """Finds the quotes of one document."""

    def __init__(self, reader: Reader, judge: Judge, knowledge: Knowledge) -> None:
        self.reader = reader
        self.judge = judge
        self.knowledge = knowledge
        self.words = reader.tree.words
        self.article = reader.marked.document.article
        blanks = [bool(token.whitespace_) for token in reader.doc]
        blocks = reader.marked.document.blocks
        self.marked = quotations(reader.tree, blocks, blanks)
        self.joiner = Joiner(reader.tree, blocks, self.marked, knowledge.speech)
        self.speakers = SpeakerReader(reader, knowledge.speech)
        self.circumstances = Circumstances(reader, knowledge.speech, self.speakers)

    @cached_property
    def sayings(self) -> tuple[Saying, ...]:
        """All that the document tells as said, thought or shown by somebody, in the order of the text."""
        return self.joiner.joined(self._found())

    def voiced(self, sayings: Iterable[Saying]) -> Iterator[tuple[Saying, Voice]]:
        """Sayings in the order of the text, each with whoever speaks."""
        before: list[tuple[Saying, Voice]] = []
        for saying in sayings:
            before.append((saying, self.speakers.voice(saying, before)))
            yield before[-1]

    def quotes(self) -> Iterator[Quote]:
        """What was said: the speech among the sayings, as far as it was uttered."""
        spoken = self._spoken()
        told: list[Told] = []
        for saying in spoken:
            relay = next((each for each in spoken if each.rule is ACCORDING and _relays(each, saying)), None)
            if saying.rule is ACCORDING and any(_relays(saying, each) for each in spoken):
                continue
            told.append(self._told(saying, relay, told))
        for one in told:  # "Doe said, the agency reported": who holds it may be told after it
            holder = _outer(one.saying, spoken)
            yield self._quote(one, next((each for each in told if each.saying is holder), None))

    def _told(self, saying: Saying, relay: Saying | None, before: Sequence[Told]) -> Told:
        earlier = [(each.saying, each.voice) for each in before]
        voice = self.speakers.voice(saying, earlier)
        if relay is not None:
            relays = self.speakers.voice(relay, earlier).speakers
            voice = replace(voice, via=relays[0] if relays else voice.via)
        if voice.via is None:
            voice = replace(voice, via=self.circumstances.relay(saying, voice.speakers))
        addressees, inferred = self._addressees(saying, voice, before[-1] if before else None)
        return Told(saying, replace(voice, inferred_from=voice.inferred_from + inferred), addressees)

    def _addressees(self, saying: Saying, voice: Voice, before: Told | None) -> tuple[tuple[Actor, ...], tuple[str, ...]]:
        """To whom, and what that was inferred from: who goes on speaking speaks to the same, if nothing tells otherwise."""
        own = self.circumstances.addressees(saying, voice.speakers)
        if own or not voice.speakers:
            return own, ()
        if before is not None and before.addressees and self._goes_on(before, saying, voice):
            return before.addressees, ("addressee: the quote before",)
        met = self.circumstances.spoken_to_before(saying, voice.speakers)
        return met, ("addressee: the sentence before",) if met else ()

    def _goes_on(self, before: Told, saying: Saying, voice: Voice) -> bool:
        same = {identity(actor) for actor in before.voice.speakers} == {identity(actor) for actor in voice.speakers}
        return same and self.words[saying.first].sentence - self.words[before.saying.last].sentence <= 1

    def _found(self) -> Iterator[Saying]:
        for start, end in self.reader.tree.sentences:
            sentence = self.words[start:end]
            by_verbs = verb_sayings(self.reader.tree, sentence, self.knowledge.speech)
            yield from by_verbs
            taken = {
                (each.first, each.last) for each in by_verbs
            }  # "said in a statement that ...": the verb's, not the noun's
            for saying in nominal_sayings(sentence, self.knowledge.speech):
                if not saying.rule.of_noun or (saying.first, saying.last) not in taken:
                    yield saying

    def _spoken(self) -> list[Saying]:
        """What was uttered: speech, and whatever else holds words in quotation marks, by somebody who can speak."""
        said = [each for each in self.sayings if self._is_speech(each) and self._was_said(each) and not self._cites(each)]
        return [each for each in said if not _outer(each, said) or self._stands_alone(each)]

    def _is_speech(self, saying: Saying) -> bool:
        if saying.rule.family != "speech" and not any(self._verbatim(saying)):
            return False
        if saying.source is None:
            return saying.frame == CLAUSE
        if saying.rule is ACCORDING:
            return self.speakers.can_speak(saying) or any(self.reader.actors(word) for word in saying.doers)
        return not saying.cue or (self.speakers.can_speak(saying) and not _is_description(saying))

    def _cites(self, saying: Saying) -> bool:
        """Whether the saying only names whose words another tells: ", citing an officer"."""
        speech = self.knowledge.speech
        return is_citing(saying.verb, speech) and any(saying.verb in citing(each, speech) for each in self.sayings)

    def _stands_alone(self, saying: Saying) -> bool:
        """Whether speech inside what another says tells words of its own."""
        quoted = self.joiner.inside(saying.verb.i) is not None
        if saying.rule is ACCORDING:
            return True
        aside = saying.verb.rel == "advcl" and marker(saying.verb) == "as"
        return saying.frame in TELLING and not aside and (not quoted or saying.frame == CLAUSE)

    def _was_said(self, saying: Saying) -> bool:
        return not saying.verb.is_verb or not saying.cue or self.judge.of_verb(saying.asserted).status in SAID

    # --------------------------------------------------------------------------------------------------- one quote

    def _quote(self, told: Told, outer: Told | None) -> Quote:
        saying, voice = told.saying, told.voice
        verbatim = tuple(self._verbatim(saying))
        return Quote(
            id=self._id(saying),
            page=self.article.page,
            article=self.article.id,
            evidence=self._evidence(saying),
            kind=self._kind(saying, verbatim),
            speaker=voice.speakers[0] if voice.speakers else None,
            cue=self.reader.span(saying.cue[0], saying.cue[-1]) if saying.cue else None,
            content=self._content(saying),
            verbatim=tuple(self.reader.span(self.words[each.first], self.words[each.last]) for each in verbatim),
            addressee=told.addressees[0] if told.addressees else None,
            venue=self.circumstances.venue(saying),
            via=voice.via or _relay(outer),
            speakers=voice.speakers,
            addressees=told.addressees,
            source=self._source(saying),
            act=saying.rule.act,
            status=self.judge.of_verb(saying.asserted).status if saying.verb.is_verb and saying.cue else "happened",
            medium=self.circumstances.medium(saying),
            date=self.circumstances.date(saying),
            inferred_from=voice.inferred_from,
            within=self._id(outer.saying) if outer is not None else None,
            in_headline=saying.first in self.reader.headline_tokens,
            why=(f"cue:{saying.rule.id}", f"content:{saying.frame}"),
        )

    def _id(self, saying: Saying) -> str:
        span = self.reader.span(self.words[saying.first], self.words[saying.last])
        cue = self.reader.span(saying.verb, saying.verb)
        return content_id("quote", self.article.id, span.start, span.end, cue.start)

    def _content(self, saying: Saying) -> Span:
        """What was said, without the word that introduces it."""
        first = self.words[saying.first]
        opens = first.lower == "that" and first.rel == "mark" and saying.last > saying.first
        return self.reader.span(self.words[saying.first + opens], self.words[saying.last])

    def _source(self, saying: Saying) -> Span | None:
        """The words that stand for the speaker, without the clauses that tell more of him."""
        if saying.source is None or saying.rule.id == "carried-over":
            return None
        return self._phrase(saying.source)

    def _phrase(self, head: Word) -> Span:
        inner = _without_clauses(head)
        return self.reader.span(self.words[min(inner)], self.words[max(inner)])

    def _evidence(self, saying: Saying) -> Span:
        """Speaker, cue and content, from the first to the last of their words."""
        numbers = [saying.first, saying.last, *(word.i for word in saying.cue)]
        if saying.source is not None and self._is_beside(saying.source, saying):
            numbers.extend(_without_clauses(saying.source))
        return self.reader.span(self.words[min(numbers)], self.words[max(numbers)])

    def _is_beside(self, source: Word, saying: Saying) -> bool:
        """Whether the source stands before the words of saying or hangs on them, in their sentence."""
        near = source.i < saying.verb.i or source.head is saying.verb
        return near and source.sentence == saying.verb.sentence

    def _verbatim(self, saying: Saying) -> Iterator[Quotation]:
        """The quotations that the content holds, but for those inside others and titles."""
        end = -1
        for each in self.marked:
            if saying.first <= each.start and each.end <= saying.last and each.start > end and not self._is_title(each):
                end = each.end
                yield each

    def _is_title(self, quotation: Quotation) -> bool:
        """ "the film “Northern Lights”": capitalised words behind a noun of works are a name, not speech."""
        before = self.words[quotation.start - 1] if quotation.start else None
        words = [word for word in self.words[quotation.first : quotation.last + 1] if len(word.text) >= LONG_WORD]
        works = self.knowledge.restraint.titles
        return before is not None and before.lemma in works and all(word.text[0].isupper() for word in words)

    def _kind(self, saying: Saying, verbatim: Sequence[Quotation]) -> QuoteKind:
        if not verbatim:
            return "indirect" if self.joiner.inside(saying.first) is None else "direct"
        aside = {word.i for word in saying.cue} | set(_without_clauses(saying.source) if saying.source is not None else ())
        outside = [word for word in self.words[saying.first : saying.last + 1] if word.i not in aside and _is_said(word)]
        return "mixed" if any(not any(each.holds(word.i) for each in verbatim) for word in outside) else "direct"


def _is_said(word: Word) -> bool:
    return word.rel != "punct" and any(character.isalnum() for character in word.text)


def _relays(relay: Saying, saying: Saying) -> bool:
    """ "Doe said it was over, according to the agency": the agency relays what Doe said."""
    if saying.rule is ACCORDING or saying.verb.sentence != relay.verb.sentence:
        return False
    return relay.first <= saying.last and saying.first <= relay.last


def _is_description(saying: Saying) -> bool:
    """ "an island that it says is its own": the clause only describes what it hangs on."""
    if saying.verb.dep != "acl:relcl" or saying.frame != CLAUSE:
        return False
    return all(child.first("nsubj", "nsubj:pass", "csubj", "expl") is None for child in saying.verb.by_dep("ccomp"))


def _without_clauses(head: Word) -> list[int]:
    """The words of a phrase, without relative clauses and marks."""
    kept, open_words = [], [head]
    while open_words:
        word = open_words.pop()
        kept.append(word.i)
        open_words.extend(
            child for child in word.children if child.dep != "acl:relcl" and child.rel not in ("punct", "parataxis")
        )
    return kept


def _outer(saying: Saying, spoken: Sequence[Saying]) -> Saying | None:
    """The narrowest saying whose content this one is part of, or that says whose words it goes by ("according to")."""
    holding = [each for each in spoken if each is not saying and _holds(each, saying)]
    return min(holding, key=lambda each: each.last - each.first, default=None)


def _holds(outer: Saying, inner: Saying) -> bool:
    if outer.rule is ACCORDING or not outer.first <= inner.verb.i <= outer.last:
        return False
    return not inner.first <= outer.verb.i <= inner.last


def _relay(outer: Told | None) -> Actor | None:
    return outer.voice.speakers[0] if outer is not None and outer.voice.speakers else None
