"""Who says so: the speakers on whose word an act stands, nearest to the words first; empty where the outlet speaks itself.

An act stands on the word of whoever is told to say what holds it (`quotes/`): in a clause, in quotation marks, by "according
to". A verb of saying is a speaker's own act and needs no attribution of its own.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from dragoman.records import Actor
from dragoman.reports.knowledge import Knowledge
from dragoman.reports.quotes.find import QuoteFinder
from dragoman.reports.quotes.knowledge import OBJECT
from dragoman.reports.quotes.sayings import Saying
from dragoman.reports.quotes.speakers import Voice
from dragoman.reports.reader import Reader, distinct
from dragoman.reports.status import CLAUSES, Judge
from dragoman.reports.tree import Word, preposition

SHORTEST_SPEECH = 7
"""Words from which on a quotation is taken for speech rather than for a quoted phrase."""


class Attribution:
    """Finds the speakers of one document."""

    def __init__(self, reader: Reader, knowledge: Knowledge, judge: Judge) -> None:
        self.reader = reader
        self.judge = judge
        self.finder = QuoteFinder(reader, judge, knowledge)

    def speakers(self, word: Word) -> tuple[tuple[Actor, ...], tuple[str, ...]]:
        """The speakers for the act that a word tells of, and why. In a quotation without a known speaker both are empty."""
        found: list[Actor] = []
        why: list[str] = []
        for saying, voice in self._saying(word):
            found.extend(voice.speakers or self._unnamed(saying))
            found.extend((voice.via,) if voice.via else ())
            why.append(f"says:{saying.verb.lemma if saying.verb.is_verb and saying.cue else saying.rule.id}")
        return distinct(tuple(found)), tuple(why)

    def voice(self, word: Word) -> tuple[Actor, ...]:
        """Whose words a word is among: the innermost speakers whom the page tells apart, or at least their kind."""
        heard = (voice.speakers or self._unnamed(saying) for saying, voice in self._saying(word))
        return next((speakers for speakers in heard if speakers), ())

    def unattributed_quote(self, word: Word) -> bool:
        """Whether a word stands inside a quotation of several words and nobody says it."""
        quotation = self.finder.joiner.inside(word.i)
        return quotation is not None and quotation.length >= SHORTEST_SPEECH and not self.speakers(word)[0]

    def _saying(self, word: Word) -> Iterator[tuple[Saying, Voice]]:
        """What holds the word, inside out, with who says it."""
        holding = [each for each in self._said if each[0].first <= word.i <= each[0].last and self._tells(each[0], word)]
        yield from sorted(holding, key=lambda each: each[0].last - each[0].first)

    def _tells(self, saying: Saying, word: Word) -> bool:
        """Whether a saying tells of the act: its own words of saying are the speaker's act, and what is only spoken of
        ("condemned the raid") stands on the outlet's word, but not what somebody is said to have done ("of raiding")."""
        if word is saying.verb or word in saying.cue or word is saying.source:
            return False
        if saying.frame != OBJECT:
            return True
        below = next((each for each in (word, *word.ancestors()) if each.head is saying.verb), None)
        return below is not None and (below.rel in CLAUSES or preposition(below) == "of")

    @cached_property
    def _said(self) -> tuple[tuple[Saying, Voice], ...]:
        """All that is told as somebody's word, with who says it, in the order of the text."""
        return tuple(self.finder.voiced(each for each in self.finder.sayings if self._is_word_of(each)))

    def _is_word_of(self, saying: Saying) -> bool:
        """Whether a saying puts its content on somebody's word: verbs that do, quotations, "according to", not nouns."""
        return self.judge.says(saying.verb) if saying.verb.is_verb and saying.cue else not saying.rule.of_noun

    def _unnamed(self, saying: Saying) -> tuple[Actor, ...]:
        """Speakers of whom the page tells no more than that they are officials, sources or the like."""
        return tuple(actor for word in saying.doers for actor in self.reader.actors(word))
