"""The words of a document as plain lists, so that rules can walk the syntax without asking spaCy for every attribute."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from spacy.attrs import DEP, HEAD, IDX, LEMMA, LENGTH, LOWER, ORTH, POS, SENT_START, SPACY
from spacy.tokens import Doc

LEFT_OF_NOUN = frozenset(
    {"det", "amod", "compound", "nmod:poss", "nummod", "nmod:desc", "advmod", "case", "punct", "det:predet"}
)


Entity = tuple[int, int, str]
"""Tokens (half-open) that the language model takes for a name, and its label."""


@dataclass(frozen=True, slots=True)
class View:
    """One list per attribute, by token. `head` is absolute; the root is its own head. `offset` is into `text`."""

    text: str
    words: list[str]
    lower: list[str]
    lemma: list[str]
    pos: list[str]
    dep: list[str]
    head: list[int]
    offset: list[int]
    end: list[int]
    sentence: list[int]
    children: list[list[int]]
    entities: tuple[Entity, ...]
    entity_at: dict[int, Entity]

    def __len__(self) -> int:
        return len(self.words)

    def token_at(self, char: int) -> int:
        """The token that holds this character of `text`."""
        return bisect_right(self.offset, char) - 1

    def root(self, start: int, end: int) -> int:
        """The head of a stretch of words that is one name or title: what hangs on nothing inside it.

        Of several the last, but none behind a preposition ("Secretary of State"), whatever the parser made of it.
        """
        last = next((i for i in range(start + 1, end) if self.pos[i] == "ADP"), end)
        for i in range(last - 1, start - 1, -1):
            if not start <= self.head[i] < last or self.head[i] == i:
                return i
        return last - 1

    def case_of(self, i: int) -> str:
        """The preposition of the noun phrase that token `i` heads, in lower case; "" without one."""
        for child in self.children[i]:
            if self.dep[child] == "case" and child < i:
                return self.lower[child]
        return ""

    def has_of_phrase(self, i: int) -> bool:
        """Whether an "of"-phrase says whose the noun is: "both sides of the border"."""
        return any(self.dep[child] == "nmod" and self.case_of(child) == "of" for child in self.children[i])

    def above(self, i: int, hops: int = 3) -> Iterator[int]:
        """The heads over a token, nearest first."""
        for _ in range(hops):
            if self.head[i] == i:
                return
            i = self.head[i]
            yield i

    def phrase_start(self, i: int) -> int:
        """Where the noun phrase that token `i` heads begins, prepositions not counted."""
        start = i
        for child in reversed([c for c in self.children[i] if c < i]):
            if self.dep[child] not in LEFT_OF_NOUN or self.dep[child] == "case":
                break
            start = self.left_edge(child)
        while start < i and self.pos[start] in {"PUNCT", "ADP", "CCONJ"}:
            start += 1
        return start

    def surface(self, start: int, end: int) -> str:
        """The words of tokens `start` to `end` (half-open)."""
        return self.text[self.offset[start] : self.end[end - 1]]

    def is_definite(self, head: int) -> bool:
        """Whether a noun has "the", "this" or the like."""
        return any(self.lower[child] in {"the", "this", "that", "these", "those"} for child in self.children[head])

    def is_dateline(self, start: int, end: int) -> bool:
        """Whether these words open a sentence in capitals, as the place of a dispatch does: "NAIROBI, Kenya (AP) - ..."."""
        opens = start == 0 or self.sentence[start] != self.sentence[start - 1]
        follows = end < len(self) and self.lower[end] in {"(", ",", "—", "–", "-", ":"}
        return opens and follows and all(word.isupper() for word in self.words[start:end])

    def left_edge(self, i: int) -> int:
        """The first token of the subtree of `i`."""
        while self.children[i] and self.children[i][0] < i:
            i = self.children[i][0]
        return i


def view_of(doc: Doc, irregular: Mapping[str, str] = MappingProxyType({})) -> View:
    """The lists of a parsed document; `irregular` forms of verbs have these lemmas, whatever the language model says."""
    codes = doc.to_array([ORTH, LOWER, LEMMA, POS, DEP, HEAD, IDX, LENGTH, SENT_START, SPACY]).astype("int64")
    columns = codes.T.tolist()
    strings = doc.vocab.strings
    words = texts(strings, columns[0])
    lower, pos = texts(strings, columns[1]), texts(strings, columns[3])
    lemmas = [lemma.lower() for lemma in texts(strings, columns[2])]
    size = len(doc)
    entities = tuple((entity.start, entity.end, entity.label_) for entity in doc.ents)
    head = [i + step for i, step in enumerate(columns[5])]
    children: list[list[int]] = [[] for _ in range(size)]
    for i, above in enumerate(head):
        if above != i:
            children[above].append(i)
    return View(
        text="".join(word + " " * space for word, space in zip(words, columns[9], strict=True)),
        words=words,
        lower=lower,
        lemma=[
            irregular.get(word, lemma) if tag == "VERB" else lemma
            for word, lemma, tag in zip(lower, lemmas, pos, strict=True)
        ],
        pos=pos,
        dep=texts(strings, columns[4]),
        head=head,
        offset=columns[6],
        end=[start + length for start, length in zip(columns[6], columns[7], strict=True)],
        sentence=_sentences(columns[8]),
        children=children,
        entities=entities,
        entity_at={i: entity for entity in entities for i in range(entity[0], entity[1])},
    )


def texts(strings: object, codes: list[int]) -> list[str]:
    """The strings that a column of spaCy's codes stands for; each is looked up once."""
    known = {code: strings[code & 0xFFFFFFFFFFFFFFFF] if code else "" for code in set(codes)}  # type: ignore[index]
    return [known[code] for code in codes]


def _sentences(starts: list[int]) -> list[int]:
    numbers, number = [], -1
    for i, start in enumerate(starts):
        number += start == 1 or i == 0
        numbers.append(number)
    return numbers
