"""A document's words as a light tree: what the coders of reports ask of the syntax, read once from the spaCy `Doc`.

Labels are those of Universal Dependencies 2 (`nsubj:pass`, `obl:agent`, `acl:relcl` ...), tags are Penn tags.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import wraps
from types import MappingProxyType
from typing import Any, TypeVar, TypeVarTuple

from spacy.attrs import DEP, ENT_TYPE, HEAD, LEMMA, ORTH, TAG
from spacy.tokens import Doc

from dragoman.mentions.view import texts
from dragoman.ontology.syntax import Ways
from dragoman.reports.absolutes import repair_absolutes
from dragoman.reports.complements import completed
from dragoman.reports.inverted import turned
from dragoman.reports.knowledge import Key, PartOfSpeech
from dragoman.reports.obliged import obliged
from dragoman.reports.regrouped import regrouped
from dragoman.reports.repair import repaired

TIMES = frozenset({"DATE", "TIME"})
NO_WAY = frozenset[str]()
RELATIVES = frozenset({"WDT", "WP", "WP$", "WRB"})


@dataclass(slots=True, eq=False)
class Word:
    """One token and its place in the tree: `dep` is the label, `rel` its part before the colon; roots have no `head`.

    `timed` words are part of an expression of time; `kinds` are the classes of things that a name belongs to ("@person").
    `ways` are the lists of `ontology/data/syntax.yaml` that the word stands in; `answers` is what `kept` keeps.
    """

    i: int
    text: str
    lower: str
    lemma: str
    tag: str
    dep: str
    rel: str
    sentence: int
    timed: bool = False
    head: Word | None = None
    children: list[Word] = field(default_factory=list)
    kinds: frozenset[str] = frozenset()
    ways: frozenset[str] = frozenset()
    answers: dict[Any, Any] = field(default_factory=dict)

    def __repr__(self) -> str:
        return f"{self.text}/{self.dep}"

    def by_dep(self, *deps: str) -> Iterator[Word]:
        """The children that stand in one of these relations, by full label ("nsubj:pass") or by its first part ("nsubj")."""
        return iter([child for child in self.children if child.dep in deps or child.rel in deps])

    def first(self, *deps: str) -> Word | None:
        """The first child in one of these relations."""
        for child in self.children:
            if child.dep in deps or child.rel in deps:
                return child
        return None

    def ancestors(self) -> Iterator[Word]:
        """The heads above this word, nearest first."""
        word = self.head
        while word is not None:
            yield word
            word = word.head

    def subtree(self) -> Iterator[Word]:
        """This word and all below it, in no particular order."""
        open_words = [self]
        while open_words:
            word = open_words.pop()
            yield word
            open_words.extend(word.children)

    @property
    def is_verb(self) -> bool:
        """Whether the word is tagged as a verb (auxiliaries in that use included)."""
        return self.tag.startswith("VB")

    @property
    def is_noun(self) -> bool:
        """Whether the word is tagged as a noun or name."""
        return self.tag.startswith("NN")

    @property
    def is_adjective(self) -> bool:
        """Whether the word is tagged as an adjective, or as a participle that stands like one."""
        return self.tag.startswith("JJ")


@dataclass(frozen=True, slots=True)
class Tree:
    """The words of a document by their index, and the range of words of each sentence (half-open)."""

    words: tuple[Word, ...]
    sentences: tuple[tuple[int, int], ...]

    def sentence(self, word: Word) -> tuple[Word, ...]:
        """The words of the sentence that a word stands in."""
        start, end = self.sentences[word.sentence]
        return self.words[start:end]


Lemmas = Mapping[Key, tuple[str, ...]]
"""For a form and a part of speech, the words of the ontology that it may be a form of."""


def build_tree(doc: Doc, lemmas: Lemmas = MappingProxyType({}), ways: Ways = MappingProxyType({})) -> Tree:
    """The tree of a parsed document; heads that lie in another sentence are taken for roots.

    `lemmas` comes before the model's own lemma where it knows the form: a model makes up lemmas for words it never saw.
    """
    bounds = tuple((sent.start, sent.end) for sent in doc.sents)
    sentence_of = [number for number, (start, end) in enumerate(bounds) for _ in range(start, end)]
    codes = doc.to_array([ORTH, LEMMA, TAG, DEP, ENT_TYPE]).astype("int64").T.tolist()
    columns = zip(*(texts(doc.vocab.strings, column) for column in codes), strict=True)
    words = tuple(
        Word(
            i,
            text,
            text.lower(),
            _lemma(text, lemma, tag, lemmas),
            tag,
            dep.lower(),
            _rel(dep),
            sentence_of[i],
            kind in TIMES,
        )
        for i, (text, lemma, tag, dep, kind) in enumerate(columns)
    )
    heads = doc.to_array(HEAD).astype("int64").tolist()
    for word, step in zip(words, heads, strict=True):
        head = words[word.i + step]
        if head is not word and head.sentence == word.sentence:
            word.head = head
            head.children.append(word)
    for word in words:
        word.ways = ways.get(word.lemma, NO_WAY) | ways.get(word.lower, NO_WAY)
    repaired(words)
    repair_absolutes(words)
    completed(words)
    regrouped(words)
    turned(words)
    obliged(words)
    return Tree(words, bounds)


def _lemma(text: str, lemma: str, tag: str, lemmas: Lemmas) -> str:
    own = (lemma or text).lower()
    pos: PartOfSpeech = "verb" if tag.startswith("VB") else "noun"
    known = lemmas.get((text.lower(), pos), ())
    return own if own in known or not known else known[0]


def _rel(dep: str) -> str:
    return dep.lower().partition(":")[0]


def conjuncts(word: Word) -> Iterator[Word]:
    """A word and those coordinated below it ("Moscow", "Beijing" of "Moscow and Beijing")."""
    yield word
    for child in word.by_dep("conj"):
        yield from conjuncts(child)


def first_conjunct(word: Word) -> Word:
    """The first of the words that a word is coordinated with; the word itself where it is alone."""
    while word.rel == "conj" and word.head is not None:
        word = word.head
    return word


Answer = TypeVar("Answer")
Rest = TypeVarTuple("Rest")


def kept(ask: Callable[[Word, *Rest], Answer]) -> Callable[[Word, *Rest], Answer]:
    """Keep what a question about a `Word` answers with the word: many frames ask it, and a built tree does not change."""

    @wraps(ask)
    def asked(word: Word, *rest: *Rest) -> Answer:
        key = (ask, rest)
        if key not in word.answers:
            word.answers[key] = ask(word, *rest)
        answer: Answer = word.answers[key]
        return answer

    return asked


@kept
def preposition(word: Word) -> str | None:
    """The preposition of a noun phrase, its words joined ("because_of"); a conjunct without one has that of the first."""
    found = ["_".join([child.lower, *(fixed.lower for fixed in child.by_dep("fixed"))]) for child in _prepositions(word)]
    if found:
        return "_".join(found)
    if word.rel == "conj" and word.head is not None:
        return preposition(word.head)
    return None


def stands_by(word: Word, prep: str) -> bool:
    """Whether a noun phrase hangs on by this preposition, alone or as one of several ("out of": "out", "of", "out_of")."""
    whole = preposition(word)
    if whole is None or prep == whole:
        return whole is not None
    own = word if any(_prepositions(word)) else word.head
    parts = list(_prepositions(own)) if own is not None else []
    return len(parts) > 1 and any(prep == each.lower and not each.first("fixed") for each in parts)


def _prepositions(word: Word) -> Iterator[Word]:
    return iter([child for child in word.children if child.rel == "case" and child.tag != "POS"])


@kept
def marker(word: Word) -> str | None:
    """The word that introduces a clause ("that", "to", "after", "if"), fixed words joined ("in_order")."""
    found = [child for child in word.by_dep("mark") if child.lower != "to"] or list(word.by_dep("mark"))
    if not found:
        return None
    return "_".join([found[0].lower, *(fixed.lower for fixed in found[0].by_dep("fixed"))])
