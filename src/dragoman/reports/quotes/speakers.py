"""Who is meant by the words that stand for a speaker, and through whom the page has it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dragoman.records import Actor
from dragoman.reports.clauses import agents, patients, phrase
from dragoman.reports.quotes.knowledge import CLAUSE, Speech
from dragoman.reports.quotes.sayings import Saying, is_citing, relaying
from dragoman.reports.reader import Reader, distinct
from dragoman.reports.tree import Word


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
        return bool(actor.country) and (not vague or word.first("nmod:poss") is not None)

    def _relayed(self, saying: Saying) -> Voice | None:
        """ "Doe was quoted by the agency as saying", "the agency quoted Doe as saying"."""
        above = relaying(saying.verb, self.speech)
        if above is None:
            return None
        relays = self.named(agents(above))
        return Voice(self.named(patients(above)), via=relays[0] if relays else None)

    def _cited(self, saying: Saying) -> Voice | None:
        """ "The agency said, citing an officer": the officer's words, whether the page names him or not."""
        near = (saying.verb, *saying.doers) if saying.frame == CLAUSE and saying.cue else ()
        for verb in (child for word in near for child in word.by_dep("advcl", "acl")):
            cited = tuple(word for word in patients(verb) if self._is_somebody(word)) if is_citing(verb, self.speech) else ()
            if cited:
                relays = self.named(saying.doers)
                return Voice(self.named(cited), via=relays[0] if relays else None)
        return None

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
