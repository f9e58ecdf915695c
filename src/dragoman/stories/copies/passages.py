"""An article cut into words and sentences, with their places in its text: what two articles are aligned by."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from dragoman.documents.sentences import SentenceSplitter
from dragoman.ontology.spelling import load_spelling
from dragoman.records import Article, Span
from dragoman.stories.copies.tokens import Key, Keys, words_in


@dataclass(frozen=True)
class Sentence:
    """Words `first` to `last` (half-open) of a text, and what they are compared by.

    `features`: stems, sounds of names and numbers, each with its weight.
    """

    first: int
    last: int
    features: dict[str, float]

    @cached_property
    def weight(self) -> float:
        """What all features weigh together."""
        return sum(self.features.values())


@dataclass(frozen=True)
class Text:
    """The body of an article: its words in order, where each starts and ends, and its sentences."""

    article: Article
    words: list[str]
    keys: list[Key]
    starts: list[int]
    ends: list[int]
    sentences: list[Sentence]

    def span(self, first: int, last: int) -> Span:
        """The stretch from word `first` up to, not including, word `last`."""
        start, end = self.starts[first], self.ends[last - 1]
        return Span(start, end, self.article.text[start:end])

    @cached_property
    def sentence_of(self) -> list[int]:
        """For each word the number of its sentence."""
        numbers: list[int] = []
        for number, sentence in enumerate(self.sentences):
            numbers.extend([number] * (sentence.last - sentence.first))
        return numbers


NAME, NUMBER, WORD = 1.5, 2.0, 1.0
"""What a feature weighs: names and numbers are what a rewriter has to keep."""


class Reader:
    """Articles to texts."""

    def __init__(self, folder: Path | None = None) -> None:
        """`folder`: a user's ontology. Raises `OntologyError`."""
        self._keys = Keys(folder)
        self._splitter = SentenceSplitter(load_spelling(folder))

    def text(self, article: Article) -> Text:
        """The words and sentences of the article's body."""
        text = Text(article, [], [], [], [], [])
        for span in article.body:
            self._add(text, span)
        return text

    def _add(self, text: Text, span: Span) -> None:
        before = len(text.words)
        for found in words_in(span.text):
            text.words.append(found[0])
            text.keys.append(self._keys[found[0]])
            text.starts.append(span.start + found.start())
            text.ends.append(span.start + found.end())
        edges = [bisect_left(text.starts, span.start + start, before) for start in self._splitter.starts(span.text)]
        for first, last in zip(edges, [*edges[1:], len(text.words)], strict=True):
            if last > first:
                text.sentences.append(Sentence(first, last, _features(text.keys[first:last])))


def _features(keys: list[Key]) -> dict[str, float]:
    features: dict[str, float] = {}
    for key in keys:
        if key.number:
            features[f"#{key.stem}"] = NUMBER
        elif key.name and key.stem:
            features[f"^{key.sound}"] = NAME
        elif key.stem:
            features[key.stem] = WORD
    return features
