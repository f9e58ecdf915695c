"""Who says so: the speakers on whose word an act stands, nearest to the words first; empty where the outlet speaks itself.

Verbs of saying above or beside the clause ("Kenya said ...", "..., Kenya said"), "according to", and quotation marks that
reach over several sentences. A verb of saying is a speaker's own act and needs no attribution of its own.
"""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.records import Actor
from dragoman.reports.clauses import agents, partner, patients
from dragoman.reports.knowledge import Knowledge
from dragoman.reports.reader import Reader, distinct
from dragoman.reports.status import CLAUSES, Judge
from dragoman.reports.tree import Word, marker, preposition

SOURCES = frozenset({"according_to", "per", "as_per"})
OPENING, CLOSING, STRAIGHT = "“«„", "”»", '"'


class Attribution:
    """Finds the speakers of one document."""

    def __init__(self, reader: Reader, knowledge: Knowledge, judge: Judge) -> None:
        self.reader = reader
        self.tree = reader.tree
        self.knowledge = knowledge
        self.judge = judge
        self.quote_of = quoted_words(self.tree.words)

    def speakers(self, word: Word) -> tuple[tuple[Actor, ...], tuple[str, ...]]:
        """The speakers for the act that a word tells of, and why. In a quotation without a known speaker both are empty."""
        found: list[Actor] = []
        why: list[str] = []
        for speech in self._speech(word):
            for each in self._said_by(speech):
                found.extend(self.reader.actors(each, owners=True))
            why.append(f"says:{speech.lemma}")
        for source in self._sources(word):
            found.extend(self.reader.actors(source))
            why.append("says:according to")
        if not why:
            found, why = self._speaker_of_quote(word)
        return distinct(tuple(found)), tuple(why)

    def unattributed_quote(self, word: Word) -> bool:
        """Whether a word stands inside a quotation of several words and nobody says it."""
        return bool(self.quote_of[word.i]) and not self.speakers(word)[1]

    def _speech(self, word: Word) -> Iterator[Word]:
        """The verbs of saying that a word is the content of, inside out."""
        own = word
        for clause, governor in _climb(word):
            for child in clause.by_dep("parataxis"):
                if self._is_speech(child) and child is not own and _outside(own, child):
                    yield child
            if governor is not None and self._is_speech(governor) and self._is_said(clause, governor):
                yield governor

    def _is_speech(self, word: Word) -> bool:
        return self.judge.says(word)

    def _is_said(self, clause: Word, governor: Word) -> bool:
        if clause.rel not in CLAUSES:
            return False
        embedded = self.judge.embedding(governor, clause)
        return (embedded is not None and embedded.says) or clause.rel in ("ccomp", "parataxis")

    def _said_by(self, speech: Word) -> tuple[Word, ...]:
        """Who says it; "quoted Putin as saying": Putin."""
        if speech.lemma in ("quote", "cite") and patients(speech):
            return (*patients(speech), *agents(speech))
        if speech.dep == "advcl" and marker(speech) == "as" and speech.head is not None:
            return patients(speech.head)
        return agents(speech)

    def _sources(self, word: Word) -> Iterator[Word]:
        for clause, _ in _climb(word):
            for child in clause.by_dep("obl", "nmod"):
                if preposition(child) in SOURCES:
                    yield child

    # ---------------------------------------------------------------------------------------------- quotations

    def _speaker_of_quote(self, word: Word) -> tuple[list[Actor], list[str]]:
        """A quotation that spans sentences has the speaker of whichever sentence names one, at its edges or just before."""
        quotation = self.quote_of[word.i]
        if quotation is None:
            return [], []
        start, end = quotation
        first, last = self.tree.words[start].sentence, self.tree.words[end].sentence
        for number in dict.fromkeys((last, first, first - 1)):
            if number < 0:
                continue
            low, high = self.tree.sentences[number]
            for speech in self.tree.words[low:high]:
                outside = not start <= speech.i <= end
                if outside and self._is_speech(speech) and speech.rel not in ("acl", "amod"):
                    actors = [actor for each in agents(speech) for actor in self.reader.actors(each)]
                    if actors:
                        return actors, [f"says:{speech.lemma}", "quotation"]
        return [], []


def _climb(word: Word) -> Iterator[tuple[Word, Word | None]]:
    """Each clause head above a word with what governs it, inside out."""
    current: Word | None = word
    while current is not None:
        if current.rel in CLAUSES or current.head is None or current.rel == "conj" or current.is_verb:
            yield current, current.head
        current = partner(current) if current.rel == "conj" and current.is_verb else current.head


def _outside(word: Word, speech: Word) -> bool:
    return speech is not word and all(above is not speech for above in word.ancestors())


def quoted_words(words: tuple[Word, ...]) -> list[tuple[int, int] | None]:
    """For each word the quotation it stands in, as the indices of its marks; short ones (a quoted phrase) are no speech."""
    found: list[tuple[int, int] | None] = [None] * len(words)
    opened: int | None = None
    for word in words:
        if word.text in OPENING or (word.text in STRAIGHT and opened is None) or word.tag == "``":
            opened = word.i
        elif opened is not None and (word.text in CLOSING or word.text in STRAIGHT or word.tag == "''"):
            if word.i - opened > SHORTEST_SPEECH:
                found[opened : word.i + 1] = [(opened, word.i)] * (word.i + 1 - opened)
            opened = None
    return found


SHORTEST_SPEECH = 7
"""Words between the marks from which on a quotation is taken for speech rather than for a quoted phrase."""
