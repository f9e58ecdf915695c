"""To whom, where, by what medium and when something was said."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dragoman.records import Actor, Date, Span
from dragoman.reports.clauses import agents, is_passive, oblique, partner, patients
from dragoman.reports.quotes.knowledge import Speech
from dragoman.reports.quotes.sayings import Saying, circumstances_behind, relaying
from dragoman.reports.quotes.speakers import SpeakerReader
from dragoman.reports.reader import Reader, distinct, identity
from dragoman.reports.tree import Word, preposition

VENUES = frozenset(
    {"at", "in", "during", "on", "over", "by", "via", "through", "to", "after", "before", "outside", "inside"}
)
SPOKEN_WITH = ("with", "to")


class Circumstances:
    """Reads what stands around the sayings of one document."""

    def __init__(self, reader: Reader, speech: Speech, speakers: SpeakerReader) -> None:
        self.reader = reader
        self.speech = speech
        self.words = speech.words
        self.media = speech.media
        self.speakers = speakers

    def addressees(self, saying: Saying, said_by: tuple[Actor, ...]) -> tuple[Actor, ...]:
        """To whom: as the verb tells, or whoever was met, phoned or written to in saying it."""
        spoken_of = any(saying.first <= word.i <= saying.last for word in saying.told)
        told = (spoken_of and self._met(saying)) or saying.told or self._contacted(saying.verb) or self._met(saying)
        return self._others(told, said_by)

    def relay(self, saying: Saying, said_by: tuple[Actor, ...]) -> Actor | None:
        """Through whom: "said through his spokesman", "in a statement carried by the agency"."""
        around = tuple(self._around(saying))
        channels = tuple(
            word for word in around if preposition(word) in self.words.channels and word.lemma not in self.words.occasions
        )
        carriers = tuple(
            agent
            for text in self._texts((*around, *saying.doers))
            for verb in self._carrying(text)
            for agent in agents(verb)
        )
        return next(iter(self._others(channels + carriers, said_by)), None)

    def _texts(self, words: Iterable[Word]) -> Iterator[Word]:
        """The texts among some words; of "in it" and "the letter" the one that the sentence before told of."""
        for word in words:
            if self._is_text(word):
                yield word
            if word.sentence and (word.lower == "it" or any(child.lower == "the" for child in word.by_dep("det"))):
                start, end = self.reader.tree.sentences[word.sentence - 1]
                before = (each for each in self.reader.tree.words[start:end] if self._is_text(each))
                yield from (each for each in before if word.lower == "it" or each.lemma == word.lemma)

    def _is_text(self, word: Word) -> bool:
        if not word.is_noun:
            return False
        return word.lemma in self.words.texts or word.lemma in self.words.occasions or self._named_medium(word) is not None

    def _carrying(self, text: Word) -> Iterator[Word]:
        """The verbs by which somebody brings a text to the public: "carried by the agency", "read out a letter"."""
        verbs = (*text.by_dep("acl"), *([text.head] if text.rel == "obj" and text.head is not None else []))
        return (verb for verb in verbs if verb.lemma in self.words.carriers)

    def spoken_to_before(self, saying: Saying, said_by: tuple[Actor, ...]) -> tuple[Actor, ...]:
        """Whom the speaker met or phoned in the sentence before: "Doe met Berg. Doe said ..."."""
        if saying.verb.sentence == 0 or self.venue(saying) is not None:
            return ()
        start, end = self.reader.tree.sentences[saying.verb.sentence - 1]
        own = {identity(actor) for actor in said_by}
        for verb in self.reader.tree.words[start:end]:
            if verb.is_verb and own & {identity(actor) for word in agents(verb) for actor in self.reader.at(word)}:
                found = self._others(self._spoken_with(verb), said_by)
                if found:
                    return found
        return ()

    def _spoken_with(self, verb: Word) -> tuple[Word, ...]:
        """Whom a verb tells to have been met; the object of another verb where that took place at a meeting or in a call."""
        at_occasion = any(child.lemma in self.words.occasions for child in verb.by_dep("obl"))
        return self._contacted_by(verb) or (patients(verb) if at_occasion else ())

    def _others(self, told: tuple[Word, ...], said_by: tuple[Actor, ...]) -> tuple[Actor, ...]:
        own = {identity(actor) for actor in said_by}
        return distinct(tuple(actor for actor in self.speakers.named(told) if identity(actor) not in own))

    def venue(self, saying: Saying) -> Span | None:
        """The words that say where or at what: "in Oslo", "at a news conference"."""
        for word in self._around(saying):
            if preposition(word) in VENUES and (word.lemma in self.words.occasions or self.reader.place(word)):
                inner = sorted(word.subtree(), key=lambda each: each.i)
                kept = [each for each in inner if each.i not in range(saying.first, saying.last + 1)]
                whole = kept and kept[-1].i - kept[0].i == len(kept) - 1
                return self.reader.span(kept[0], kept[-1]) if whole else None
        return None

    def medium(self, saying: Saying) -> str | None:
        """Tweet, statement, briefing ...: by the verb, or by the noun beside it."""
        if saying.rule.act == "write" and saying.verb.lemma in self.media:
            return self.media[saying.verb.lemma]
        near = [] if saying.source is None or relaying(saying.verb, self.speech) else [saying.source, *saying.doers]
        return next((medium for word in (*self._around(saying), *near) if (medium := self._named_medium(word))), None)

    def date(self, saying: Saying) -> Date | None:
        """The date that stands with the cue, outside what was said."""
        starts, ends = self.reader.marked.document.starts, self.reader.marked.document.ends
        for word in self._timed(saying.verb):
            if saying.first <= word.i <= saying.last:
                continue
            at, end = int(starts[word.i]), int(ends[word.i])
            for date in self.reader.marked.dates:
                if date.span is not None and date.span.start <= at and end <= date.span.end:
                    return date
        return None

    def _named_medium(self, noun: Word) -> str | None:
        compound = next((f"{child.lower} {noun.lemma}" for child in noun.by_dep("compound", "amod")), "")
        return self.media.get(compound) or self.media.get(noun.lemma)

    def _around(self, saying: Saying) -> Iterator[Word]:
        """The phrases beside the cue that are no part of what was said."""
        verbs = [saying.verb, *self._together(saying.verb)]
        for verb in verbs:
            for child in verb.by_dep("obl", "nmod"):
                if not saying.first <= child.i <= saying.last and not child.timed:
                    yield child
        yield from circumstances_behind(saying, self.speech)

    def _together(self, verb: Word) -> Iterator[Word]:
        """ "speaking in Oslo, she said": the participle beside it, and the verb above a participle."""
        yield from (child for child in verb.by_dep("advcl") if child.tag == "VBG" and child.i < verb.i)
        if verb.rel == "advcl" and verb.tag == "VBG" and verb.head is not None:
            yield verb.head

    def _timed(self, verb: Word) -> Iterator[Word]:
        verbs = [verb, *([verb.head] if verb.rel == "advcl" and verb.tag == "VBG" and verb.head is not None else [])]
        for each in verbs:
            yield from (child for child in each.children if child.timed and child.rel in ("obl", "advmod", "nmod"))

    def _contacted(self, verb: Word) -> tuple[Word, ...]:
        """ "phoned Berg, saying ...", "addressing Berg, she said": the object of what was done in saying it."""
        if verb.first("nsubj"):
            return next((found for each in self._together(verb) if (found := self._contacted_by(each))), ())
        above = verb.head if verb.rel in ("advcl", "xcomp") else partner(verb) if verb.rel == "conj" else None
        return self._contacted_by(above) if above is not None and above.is_verb else ()

    def _contacted_by(self, verb: Word) -> tuple[Word, ...]:
        for contact in self.words.contacts if not is_passive(verb) else ():
            head, _, prep = contact.partition(" ")
            if verb.lemma == head:
                found = oblique(verb, prep) if prep else patients(verb)
                if found:
                    return found
        return ()

    def _met(self, saying: Saying) -> tuple[Word, ...]:
        """ "in a phone call with Berg", "at talks with Chad", "in a letter to the council"."""
        for word in self._around(saying):
            if word.lemma in self.words.occasions or self._named_medium(word):
                for prep in SPOKEN_WITH:
                    found = oblique(word, prep)
                    if found:
                        return found
        return ()
