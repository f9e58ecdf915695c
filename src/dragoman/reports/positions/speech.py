"""How speakers judge: whom a speaker's own words are for or against, by the words of judgement in the clause that names him.

A word of judgement counts for whoever the clause says it of: its subject, its owner, who does it. Denied and fought evils
turn the sign ("has never lied", "fights corruption"). What a clause leaves open ("if Mali lied") judges nobody.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from dragoman.records import Actor
from dragoman.reports.clauses import agents, patients
from dragoman.reports.knowledge import Key, PartOfSpeech
from dragoman.reports.positions.knowledge import StanceKnowledge
from dragoman.reports.positions.speakers import Speakers
from dragoman.reports.positions.stands import Stand, is_personal, may_hold
from dragoman.reports.predicates import has_no, is_negated
from dragoman.reports.reader import Reader, identity
from dragoman.reports.tree import Word, marker, preposition

OWNED = frozenset({"nmod", "compound", "amod"})
BACKWARD = frozenset({"that", "this", "which", "it"})
"""Subjects that mean the clause before."""
CLAUSAL = frozenset({"ccomp", "advcl", "parataxis", "root", "csubj", "acl", "conj"})


JUDGED = "judged:"
"""What the reasons of a stand begin with that words of judgement show."""
Spoken = tuple[Word, Actor, tuple[Actor, ...]]
"""A word, the actor whom it names, and who speaks of him."""
Pair = tuple[str, str]
"""Who stands, and towards whom, as ids."""


@dataclass(frozen=True, slots=True)
class Standing:
    """The one stand that somebody takes towards another in a document; `sign` is +1 for, -1 against.

    `at` are the numbers of the sentences that show it, `firm` those where it is taken by more than words of judgement.
    """

    stance: str
    sign: int
    at: tuple[int, ...]
    firm: tuple[int, ...]

    def holds_in(self, sentence: int) -> bool:
        """Whether it goes without saying in a sentence: shown in several, or firmly in the one before or after."""
        return len(self.at) > 1 or any(abs(sentence - each) == 1 for each in self.firm)


class SpeechReader:
    """Reads how the speakers of one document judge whom they name."""

    def __init__(self, reader: Reader, knowledge: StanceKnowledge, speakers: Speakers) -> None:
        self.reader = reader
        self.speakers = speakers
        self.knowledge = knowledge

    def stands(self, sentence: tuple[Word, ...]) -> Iterator[Stand]:
        """For each speaker and each actor that he judges in a sentence, the stand that his words add up to."""
        strict = [(word, sign) for word in sentence if (sign := self._sign(word, self.knowledge.judgements))]
        words = strict + [(word, sign) for word in sentence if (sign := self._sign(word, self.knowledge.personal))]
        yield from self._named(sentence, strict, words)
        if not words:
            return
        found: dict[tuple[str, str], list[tuple[int, Word, Actor, tuple[Actor, ...]]]] = defaultdict(list)
        spoken = [(named, *pair) for named in sentence for pair in self._spoken_of(named)]
        for word, sign in words if spoken else ():
            for on, speakers in self._judged(word, spoken):
                key = (identity(on), ",".join(identity(each) for each in speakers))
                found[key].append((sign, word, on, speakers))
        for judged in found.values():
            yield from self._sum(judged)

    def leaning(self, sentence: tuple[Word, ...], standing: Mapping[Pair, Standing]) -> Iterator[Stand]:
        """What speakers say of persons and parties towards whom they take a stand elsewhere on the page (`standing`).

        Words too mild to judge anybody by themselves then tell enough, if they lean the same way. Nothing is claimed of
        anybody that the page does not show in other words.
        """
        for named in sentence:
            for on, speakers in self._spoken_of(named):
                held = standing.get((identity(speakers[0]), identity(on)))
                if held is None or not (is_personal(on) and is_personal(speakers[0])):
                    continue
                leans = [word for word in sentence if self._leans(word, named, held.sign)]
                if leans or (held.holds_in(named.sentence) and self.speakers.quote(named) is not None):
                    why = (*(f"leaning:{word.lemma}" for word in leans[:3]), f"stands so: {len(held.at)} on this page")
                    word = leans[0] if leans else named
                    yield Stand(word, (word,), word, speakers, held.stance, None, on, "quote", why=why)

    def _leans(self, word: Word, named: Word, sign: int) -> bool:
        mild = self.knowledge.mild.get(word.lemma, 0)
        if not mild or word is named or word.tag.startswith("NNP"):
            return False
        quote = self.speakers.quote(named)
        if (quote is None or self.speakers.quote(word) is not quote) and _clause(word) is not _clause(named):
            return False
        return (-mild if mild > 0 and self._turned(word) else mild) == sign

    def _named(
        self, sentence: tuple[Word, ...], strict: list[tuple[Word, int]], words: list[tuple[Word, int]]
    ) -> Iterator[Stand]:
        """ "called him a liar": the subject judges the object by the words that follow, or by a verb that only blames."""
        for verb in sentence:
            if verb.is_verb and verb.lemma in self.knowledge.naming:
                speakers = tuple(actor for each in agents(verb) for actor in self.reader.actors(each) if may_hold(actor))
                heads = patients(verb) or tuple(verb.by_dep("nsubj"))
                about = (actor for head in heads for actor in self.reader.actors(head) if actor.id is not None)
                on = next((actor for actor in about if all(not _same_side(actor, each) for each in speakers)), None)
                if on is None:
                    continue
                known = words if is_personal(on) else strict
                inside = [(sign, word) for word, sign in known if word.i > verb.i and verb in word.ancestors()]
                inside += [
                    (sign, word) for word in sentence[verb.i - sentence[0].i + 1 :] if (sign := self._nicknaming(word))
                ]
                if not inside and is_personal(on) and self._brands(verb):
                    inside = [(-1, verb)]
                if speakers and inside:
                    yield from self._sum([(sign, word, on, speakers) for sign, word in inside])

    def _nicknaming(self, word: Word) -> int:
        """ "called him Crooked Doe": what a word within a name says."""
        name = word.tag.startswith("NNP") and word.rel in ("amod", "compound", "flat", "nmod", "xcomp", "obj")
        stance = self.knowledge.judgements.get((word.lower, "adjective")) if name else None
        return {"supports": 1, "opposes": -1}.get(stance or "", 0)

    def _brands(self, verb: Word) -> bool:
        """ "branded him a clown": a verb that takes its object for something bad, with what it takes him for."""
        made = verb.first("xcomp") or next((each for each in verb.by_dep("obl") if preposition(each) == "as"), None)
        return verb.lemma in self.knowledge.words.branding and made is not None

    def _sum(self, judged: list[tuple[int, Word, Actor, tuple[Actor, ...]]]) -> Iterator[Stand]:
        total = sum(weight for weight, *_ in judged)
        if total == 0:
            return
        stance = "supports" if total > 0 else "opposes"
        _, word, on, speakers = next(each for each in judged if (each[0] > 0) == (total > 0))
        why = tuple(dict.fromkeys(f"{JUDGED}{each[1].lemma}" for each in judged))
        yield Stand(word, (word,), word, speakers, stance, None, on, "quote", why=why)

    def _spoken_of(self, named: Word) -> Iterator[tuple[Actor, tuple[Actor, ...]]]:
        """The actors whom a word names, with those who speak of them."""
        actors = [actor for actor in self.reader.at(named) if actor.id is not None][-1:]
        if not actors or named.rel in ("flat", "goeswith"):
            return
        speakers = tuple(actor for actor in self.speakers.of(named)[:1] if may_hold(actor))
        for actor in actors:
            if speakers and all(not _same_side(actor, speaker) for speaker in speakers):
                yield actor, speakers

    def _sign(self, word: Word, judgements: Mapping[Key, str]) -> int:
        """What a word says as it stands: +1 for good, -1 for bad, 0 where it judges nobody."""
        named = word.tag.startswith("NNP") or word.rel == "compound"  # "a crime bill" is a kind of bill
        sign = 0 if named else self._sign_of_word(word, judgements)
        if sign > 0 and (self._only_wished(word) or self._of_evil(word)):
            return 0
        return -sign if sign and self._turned(word) else sign

    def _of_evil(self, word: Word) -> bool:
        """ "a great liability", "real danger": the adjective only measures what is bad."""
        head = word.head
        if head is None or word.rel != "amod":
            return False
        strict = self.knowledge.judgements.get((head.lemma, "noun")) or self.knowledge.personal.get((head.lemma, "noun"))
        return strict == "opposes" or self.knowledge.mild.get(head.lemma) == -1

    def _only_wished(self, word: Word) -> bool:
        """Whether praise is withheld: of what somebody should or would be, and of what is too much or too little of it."""
        if any(child.lower in self.knowledge.words.measuring for child in word.by_dep("advmod")):
            return True
        for verb in _predicates(word):
            if any(child.lemma in self.knowledge.words.wishing for child in verb.by_dep("aux")):
                return True
            above = verb.head
            if verb.rel in ("xcomp", "ccomp") and above is not None and above.lemma in self.knowledge.words.wishing:
                return True
        return False

    def _sign_of_word(self, word: Word, judgements: Mapping[Key, str]) -> int:
        stance = next((judgements[key] for key in _readings(word) if key in judgements), None)
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
        if head is not None and word.rel == "amod" and (has_no(head, status) or head.lower in status.nobody):
            return True  # "no moral courage", "did nothing wrong"
        governed = head is not None and word.rel in ("obj", "obl", "nmod", "xcomp", "amod", "advmod", "ccomp")
        if not governed or head is None:
            return False
        return head.lemma in turning or (head.is_verb and word.rel != "obl" and is_negated(head, status))

    def _judged(self, word: Word, spoken: Sequence[Spoken]) -> list[tuple[Actor, tuple[Actor, ...]]]:
        """Whom a word judges: who stands in its phrase, else of whom it is said, else a person named in its clause."""
        if self._conditional(word):
            return []
        near = [each for each in spoken if self._may_judge(word, each[0])]
        in_phrase = [each for each in near if _same_phrase(word, each[0])]
        said_of = [each for each in near if _said_of(word, each[0])]
        if in_phrase or said_of:
            strict = any(key in self.knowledge.judgements for key in _readings(word))
            return [each[1:] for each in in_phrase or said_of if strict or is_personal(each[1])]
        if any(self.reader.at(subject) for subject in _subjects(word)):
            return []  # said of somebody else
        return [each[1:] for each in near if is_personal(each[1])]

    def _may_judge(self, word: Word, named: Word) -> bool:
        """Whether both stand in one clause, and the word is nothing that is done to whom the other names."""
        suffers = word.is_verb and _within(named, patients(word))
        return word is not named and _clause(named) is _clause(word) and not suffers

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
    return _within(named, _subjects(word))


def _subjects(word: Word) -> Iterator[Word]:
    """The logical subjects of the clauses above a word, up to the next finite one."""
    current: Word | None = word
    while current is not None:
        if current.is_verb or current.first("cop") is not None:
            yield from agents(current)
        if _stands_alone(current):
            return
        current = current.head


def _stands_alone(word: Word) -> bool:
    """Whether a clause has a subject of its own; "and that is a shame" is about the clause that it is coordinated with."""
    subject = word.first("nsubj", "nsubj:pass", "expl") if word.rel in CLAUSAL else None
    return subject is not None and not (word.rel == "conj" and subject.lower in BACKWARD)


def _predicates(word: Word) -> Iterator[Word]:
    """The predicates above a word in its own clause, itself included."""
    current: Word | None = word
    while current is not None:
        if current.is_verb or current.first("cop") is not None:
            yield current
        if _stands_alone(current) or current.dep == "acl:relcl":
            return
        current = current.head


def _clause(word: Word) -> Word:
    """The head of the clause that a word stands in; infinitives and participles belong to the clause above."""
    current = word
    while current.head is not None:
        if _stands_alone(current) and (current.is_verb or current.first("cop") is not None):
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
