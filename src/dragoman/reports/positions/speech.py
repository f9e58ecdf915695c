"""How speakers judge: whom a speaker's own words are for or against, by the words of judgement in the clause that names him.

A word of judgement counts for whoever the clause says it of: its subject, its owner, who does it. Denied and fought evils
turn the sign ("has never lied", "fights corruption"). What a clause leaves open ("if Mali lied") judges nobody.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from dragoman.records import Actor
from dragoman.reports.clauses import agents, patients
from dragoman.reports.coder import Coder
from dragoman.reports.knowledge import PartOfSpeech
from dragoman.reports.positions.knowledge import StanceKnowledge
from dragoman.reports.positions.stands import Stand, may_hold
from dragoman.reports.predicates import is_negated
from dragoman.reports.reader import identity
from dragoman.reports.tree import Word, marker, preposition

OWNED = frozenset({"nmod", "compound", "amod"})
CLAUSAL = frozenset({"ccomp", "advcl", "parataxis", "root", "csubj", "acl"})


class SpeechReader:
    """Reads how the speakers of one document judge whom they name."""

    def __init__(self, coder: Coder, knowledge: StanceKnowledge) -> None:
        self.coder = coder
        self.reader = coder.reader
        self.knowledge = knowledge

    def stands(self, sentence: tuple[Word, ...]) -> Iterator[Stand]:
        """For each speaker and each actor that he judges in a sentence, the stand that his words add up to."""
        words = [(word, sign) for word in sentence if (sign := self._sign(word))]
        if not words:
            return
        yield from self._named(sentence, words)
        found: dict[tuple[str, str], list[tuple[int, Word, Actor, tuple[Actor, ...]]]] = defaultdict(list)
        for word, sign in words:
            for named in sentence:
                for on, speakers in self._spoken_of(named):
                    if self._judges(word, named):
                        key = (identity(on), ",".join(identity(each) for each in speakers))
                        found[key].append((sign, word, on, speakers))
        for judged in found.values():
            yield from self._sum(judged)

    def _named(self, sentence: tuple[Word, ...], words: list[tuple[Word, int]]) -> Iterator[Stand]:
        """ "called him a liar": the subject judges the object by the words that follow."""
        for verb in sentence:
            if verb.is_verb and verb.lemma in self.knowledge.naming:
                speakers = tuple(actor for each in agents(verb) for actor in self.reader.actors(each) if may_hold(actor))
                heads = patients(verb) or tuple(verb.by_dep("nsubj"))
                about = (actor for head in heads for actor in self.reader.actors(head) if actor.id is not None)
                on = next((actor for actor in about if all(not _same_side(actor, each) for each in speakers)), None)
                inside = [(sign, word) for word, sign in words if word.i > verb.i and verb in word.ancestors()]
                if speakers and on is not None and inside:
                    yield from self._sum([(sign, word, on, speakers) for sign, word in inside])

    def _sum(self, judged: list[tuple[int, Word, Actor, tuple[Actor, ...]]]) -> Iterator[Stand]:
        total = sum(weight for weight, *_ in judged)
        if total == 0:
            return
        stance = "supports" if total > 0 else "opposes"
        _, word, on, speakers = next(each for each in judged if (each[0] > 0) == (total > 0))
        why = tuple(dict.fromkeys(f"judged:{each[1].lemma}" for each in judged))
        yield Stand(word, (word,), word, speakers, stance, None, on, "quote", why=why)

    def _spoken_of(self, named: Word) -> Iterator[tuple[Actor, tuple[Actor, ...]]]:
        """The actors whom a word names, with those who speak of them."""
        actors = [actor for actor in self.reader.at(named) if actor.id is not None][-1:]
        if not actors or named.rel in ("flat", "goeswith"):
            return
        speakers = tuple(actor for actor in self.coder.attribution.speakers(named)[0][:1] if may_hold(actor))
        for actor in actors:
            if speakers and all(not _same_side(actor, speaker) for speaker in speakers):
                yield actor, speakers

    def _sign(self, word: Word) -> int:
        """What a word says as it stands: +1 for good, -1 for bad, 0 where it judges nobody."""
        sign = 0 if word.tag.startswith("NNP") else self._sign_of_word(word)
        return -sign if sign and self._turned(word) else sign

    def _sign_of_word(self, word: Word) -> int:
        stance = next((self.knowledge.judgements[key] for key in _readings(word) if key in self.knowledge.judgements), None)
        if stance == "supports" and word.lower.endswith("ly") and word.rel == "advmod":
            return 0  # "strongly", "positively" only strengthen
        return {"supports": 1, "opposes": -1}.get(stance or "", 0)

    def _turned(self, word: Word) -> bool:
        """Whether a word is denied, or governed by one that turns it."""
        status = self.knowledge.reading.status
        turning = self.knowledge.words.turning
        if is_negated(word, status) or any(child.lower in turning for child in word.by_dep("case", "det", "advmod")):
            return True
        head = word.head
        governed = head is not None and word.rel in ("obj", "obl", "nmod", "xcomp", "amod", "advmod", "ccomp")
        if not governed or head is None:
            return False
        return head.lemma in turning or (head.is_verb and word.rel != "obl" and is_negated(head, status))

    def _judges(self, word: Word, named: Word) -> bool:
        """Whether a word judges whom `named` names: in his own phrase, or said of him in the clause."""
        if word is named or _clause(word) is not _clause(named) or self._conditional(word):
            return False
        return _same_phrase(word, named) or _said_of(word, named)

    def _conditional(self, word: Word) -> bool:
        clauses = (word, *word.ancestors())
        return any(marker(each) in self.knowledge.words.open for each in clauses if each.first("mark") is not None)


def _within(named: Word, heads: Iterable[Word]) -> bool:
    return any(named is head or head in named.ancestors() for head in heads)


def _same_phrase(word: Word, named: Word) -> bool:
    """ "Mali's reckless raid", "the crooked minister Doe", "the failure of Mali"."""
    noun = word if word.is_noun else word.head if word.rel == "amod" else None
    if noun is None:
        return False
    owned = named.head is noun and named.rel in OWNED and (named.rel != "nmod" or preposition(named) in (None, "of", "by"))
    return noun is named or owned


def _said_of(word: Word, named: Word) -> bool:
    """Whether the subject of a clause above the word, up to the next finite one, is or is owned by whom `named` names."""
    current: Word | None = word
    while current is not None:
        if (current.is_verb or current.first("cop") is not None) and _within(named, agents(current)):
            return True
        if current.rel in CLAUSAL and current.first("nsubj", "nsubj:pass", "expl") is not None:
            return False
        current = current.head
    return False


def _clause(word: Word) -> Word:
    """The head of the clause that a word stands in; infinitives and participles belong to the clause above."""
    current = word
    while current.head is not None:
        own = current.rel in CLAUSAL and (current.is_verb or current.first("cop") is not None)
        if own and (current.first("nsubj", "nsubj:pass", "expl") is not None):
            return current
        current = current.head
    return current


def _same_side(actor: Actor, speaker: Actor) -> bool:
    return identity(actor) == identity(speaker) or (actor.type == "state" and actor.country == speaker.country)


def _readings(word: Word) -> Iterator[tuple[str, PartOfSpeech]]:
    if word.is_verb:
        yield word.lemma, "verb"
        yield word.lower, "adjective"
    elif word.is_adjective:
        yield word.lower, "adjective"
    elif word.is_noun:
        yield word.lemma, "noun"
    elif word.lower.endswith("ly"):
        yield word.lower[:-2], "adjective"
