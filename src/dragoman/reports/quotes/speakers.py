"""Who is meant by the words that stand for a speaker, and through whom the page has it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from dragoman.records import Actor
from dragoman.reports.clauses import agents, patients, phrase
from dragoman.reports.quotes.knowledge import CLAUSE, Speech
from dragoman.reports.quotes.sayings import Saying, citing, is_citing, relaying
from dragoman.reports.reader import Reader, distinct
from dragoman.reports.tree import Word, preposition

RELATIVES = frozenset({"WP", "WDT"})


@dataclass(frozen=True, slots=True)
class Voice:
    """Who speaks; what that was inferred from, where the words beside the quote do not tell; who relays it."""

    speakers: tuple[Actor, ...] = ()
    inferred_from: tuple[str, ...] = ()
    via: Actor | None = None


class SpeakerReader:
    """Finds the speakers of one document. `said` are its sayings in the order of the text."""

    def __init__(self, reader: Reader, speech: Speech) -> None:
        self.reader = reader
        self.speech = speech

    def voice(self, saying: Saying, before: Sequence[tuple[Saying, Voice]]) -> Voice:
        """The voice of a saying; `before`: what was said so far, and by whom."""
        relayed = self._relayed(saying) or self._cited(saying)
        if relayed is not None:
            return relayed
        if saying.rule.id == "carried-over":
            return self._carried(saying, before)
        speakers = self.named(saying.doers)
        if speakers or saying.source is None or not self._is_text(saying.source):
            return Voice(speakers)
        return self._of_text(saying.source, before)

    def can_speak(self, saying: Saying) -> bool:
        """Whether the words that stand for the speaker name somebody, or a text; "their talks" highlight, but do not say."""
        source = saying.source
        if source is None or source.tag in ("NNP", "NNPS", "PRP") or self._is_text(source):
            return source is not None
        if source.lemma in self.speech.words.voices or source.lower in self.speech.words.voices:
            return True
        if source.tag in RELATIVES:  # "a letter from Doe, who urged"
            return bool(self.named(saying.doers)) or any(self._is_text(word) for word in saying.doers)
        return any(self.reader.at(word) for word in (source, *saying.doers))

    def named(self, words: Iterable[Word]) -> tuple[Actor, ...]:
        """Who is meant by the phrases that the words head; those whom the page does not tell apart are nobody."""
        found = ((each, actor) for head in words for each in phrase(head) for actor in self.reader.actors(each))
        return distinct(tuple(actor for word, actor in found if self._is_told_apart(word, actor)))

    def _is_told_apart(self, word: Word, actor: Actor) -> bool:
        """Whether the page says who it is: by name, or at least which state's officials; "a diplomat in Chad" is nobody."""
        if actor.id or actor.members:
            return True
        vague = actor.type == "unnamed" or any(
            child.lower in self.speech.words.vague for child in word.by_dep("det", "nummod")
        )
        return bool(actor.country) and (not vague or word.first("nmod:poss") is not None or self._is_the_one_of(word))

    def _is_the_one_of(self, word: Word) -> bool:
        """ "the Serbian ambassador": a state names its one holder of an office."""
        definite = word.tag == "NN" and any(child.lower == "the" for child in word.by_dep("det"))
        return definite and any(self.reader.at(child) for child in word.by_dep("amod", "compound"))

    def _relayed(self, saying: Saying) -> Voice | None:
        """ "Doe was quoted by the agency as saying", "the agency quoted Doe as saying"."""
        above = relaying(saying.verb, self.speech)
        if above is None:
            return None
        relays = self.named(agents(above)) or self.named(_by_whom(saying))
        return Voice(self.named(patients(above)), via=relays[0] if relays else None)

    def _cited(self, saying: Saying) -> Voice | None:
        """ "The agency said, citing an officer": the officer's words, whether the page names him or not."""
        relays = self.named(saying.doers)
        verbs = (*citing(saying, self.speech), *(self._cited_after(saying) if _only_report(relays) else ()))
        for verb in verbs:
            cited = tuple(word for word in patients(verb) if self._is_somebody(word))
            if cited:
                return Voice(self.named(cited), via=relays[0] if relays else None)
        return None

    def _cited_after(self, saying: Saying) -> Iterator[Word]:
        """ "The agency said the bridge fell, citing an officer": the outlet cites, not whom that is about."""
        clause = saying.verb.first("ccomp") if saying.frame == CLAUSE and saying.first > saying.verb.i else None
        for child in clause.by_dep("advcl") if clause is not None else ():
            if is_citing(child, self.speech) and any(mark.text == "," for mark in child.by_dep("punct")):
                yield child

    def _is_somebody(self, word: Word) -> bool:
        return word.lemma in self.speech.words.voices or bool(self.reader.at(word))

    def _carried(self, saying: Saying, before: Sequence[tuple[Saying, Voice]]) -> Voice:
        """The speaker of the sentence before; nobody where the saying carries nobody over."""
        for earlier, voice in reversed(before):
            if saying.source is not None and earlier.source is saying.source:
                return Voice(voice.speakers, ("speaker: the sentence before",) if voice.speakers else (), voice.via)
        return Voice()

    def _is_text(self, word: Word) -> bool:
        """Whether a word names a text that speaks for whoever issued it ("the statement said")."""
        return word.lemma in self.speech.words.texts

    def _of_text(self, text: Word, before: Sequence[tuple[Saying, Voice]]) -> Voice:
        """ "The statement said": whose it is was told when it was first spoken of."""
        for earlier, voice in reversed(before):
            if voice.speakers and any(each.lemma == text.lemma for each in earlier.verb.subtree() if each.is_noun):
                return Voice(voice.speakers, (f"speaker: the {text.lemma} named before",), voice.via)
        issued = text.lemma in self.speech.media and any(child.lower == "the" for child in text.by_dep("det"))
        last = next((voice for _, voice in reversed(before) if voice.speakers), None) if issued else None
        return Voice(last.speakers, ("speaker: the sentence before",), last.via) if last is not None else Voice()


def _only_report(actors: Sequence[Actor]) -> bool:
    return bool(actors) and all(actor.type == "medium" for actor in actors)


def _by_whom(saying: Saying) -> tuple[Word, ...]:
    """ "was quoted as telling the envoy by the paper": who relays it, wherever below the parser hung it."""
    below = (word for word in saying.verb.subtree() if not saying.first <= word.i <= saying.last)
    return tuple(word for word in below if word.rel in ("obl", "nmod") and preposition(word) == "by")
