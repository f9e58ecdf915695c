"""The sentences that the project's authors wrote (`training/sentences/`), as examples, and pools of names for swapping."""

from __future__ import annotations

import importlib.util
import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from types import ModuleType

import numpy as np
from spacy.language import Language
from spacy.tokens import Doc

from corpus import ANY, Allowed, Example, Token, TreeSentence
from dragoman.documents.sentences import SentenceSplitter, mark_sentences
from dragoman.documents.tokens import make_tokenizer
from dragoman.ontology.spelling import load_spelling

SENTENCES = Path(__file__).parent / "sentences"
Swaps = dict[str, list[str]]


def load_sampler() -> ModuleType:
    """The module that fills the slots of our sentences; it lives beside them."""
    spec = importlib.util.spec_from_file_location("sampler", SENTENCES / "sampler.py")
    if spec is None or spec.loader is None:
        raise ImportError(str(SENTENCES / "sampler.py"))
    module = importlib.util.module_from_spec(spec)
    sys.modules["sampler"] = module
    spec.loader.exec_module(module)
    return module


class Cutter:
    """Our own tokenizer and sentence splitter, for text and for words that another set has cut differently."""

    def __init__(self, nlp: Language) -> None:
        spelling = load_spelling()
        self._tokenizer = make_tokenizer(nlp.vocab, spelling)
        self._splitter = SentenceSplitter(spelling)

    def sentences(self, text: str) -> Doc:
        """The text as a `Doc` with sentences."""
        return mark_sentences(self._tokenizer(text), list(self._splitter.starts(text)))

    def joined(self, sentences: Sequence[TreeSentence], examples: Sequence[Example], seed: int) -> Iterator[Example]:
        """Stretches of a treebank's paragraphs that our rules leave in one piece though they are several sentences.

        To these are added neighbours joined at random, half of them without the stop between them.
        """
        rng = np.random.default_rng(seed)
        for start, end in _paragraphs(sentences):
            text, places = _running(sentences[start:end])
            begins = np.array(list(self._splitter.starts(text)))
            unit = np.searchsorted(begins, places, side="right")
            for number in np.unique(unit):
                inside = start + np.flatnonzero(unit == number)
                if len(inside) > 1:
                    yield _join([examples[i] for i in inside[:6]], drop_stop=False)
            if end - start > 1 and rng.random() < 0.5:
                first = int(rng.integers(start, end - 1))
                some = examples[first : min(end, first + int(rng.integers(2, 4)))]
                yield _join(some, drop_stop=bool(rng.random() < 0.5))

    def recut(self, example: Example) -> Example:
        """The example with its words cut as we cut them; the parts of a word share what was allowed for it."""
        if example.names is None:
            return example
        words, names = list[str](), list[Allowed]()
        for word, allowed in zip(example.words, example.names, strict=True):
            parts = [token.text for token in self._tokenizer(word) if not token.is_space] or [word]
            words += parts
            names += [allowed, *(_inside(allowed) for _ in parts[1:])]
        return Example(example.source, tuple(words), None, tuple(names))


def _paragraphs(sentences: Sequence[TreeSentence]) -> Iterator[tuple[int, int]]:
    starts = [i for i, sentence in enumerate(sentences) if sentence.opens or i == 0]
    yield from zip(starts, [*starts[1:], len(sentences)], strict=True)


def _running(sentences: Sequence[TreeSentence]) -> tuple[str, list[int]]:
    """The text of a paragraph and where each of its sentences begins."""
    text, places = "", list[int]()
    for sentence in sentences:
        places.append(len(text))
        text += sentence.text + ("" if "SpaceAfter=No" in sentence.tokens[-1].misc else " ")
    return text, places


def _join(examples: Sequence[Example], *, drop_stop: bool) -> Example:
    """One example of several sentences. It keeps tags and names but no heads: it is there to be cut, not to be parsed."""
    words, tree, names, begins = list[str](), list[Token](), list[Allowed](), list[int]()
    for example in examples:
        end = len(example.words)
        end -= drop_stop and end > 2 and example.words[-1] == "."
        begins.append(len(words))
        words += example.words[:end]
        tree += [replace(t, head=-1, deprel="") for t in (example.tree or ())[:end]]
        names += (example.names or (ANY,) * len(example.words))[:end]
    return Example("joined", tuple(words), tuple(tree), tuple(names), tuple(begins[1:]))


def _inside(allowed: Allowed) -> Allowed:
    return frozenset(tag.replace("B-", "I-") for tag in allowed)


def own_examples(seed: int, count: int, cutter: Cutter) -> Iterator[Example]:
    """Examples from `count` filled sentences; a text of several sentences gives several."""
    for text, spans in load_sampler().sample(seed, count):
        doc = cutter.sentences(text)
        tags = _tags(doc, spans)
        for sentence in doc.sents:
            rows = [(t.text, frozenset({tags[t.i]})) for t in sentence if not t.is_space]
            if rows:
                words, names = zip(*rows, strict=True)
                yield Example("own", words, None, names)


def _tags(doc: Doc, spans: Sequence[tuple[int, int, str]]) -> list[str]:
    tags = ["O"] * len(doc)
    for start, end, label in spans:
        inside = [t.i for t in doc if t.idx < end and t.idx + len(t) > start and not t.is_space]
        for place, i in enumerate(inside):
            tags[i] = f"{'I' if place else 'B'}-{label}"
    return tags


def swaps(seed: int, count: int) -> Swaps:
    """Single words to put in the place of others: given and family names, places, words for peoples."""
    sampler = load_sampler()
    lexicon = sampler.read_lexicon(SENTENCES / "lists")
    rng = np.random.default_rng(seed)
    given = sorted({name for culture in lexicon.cultures.values() for name in culture.given if name.isalpha()})
    family = sorted({name for culture in lexicon.cultures.values() for name in culture.family if name.isalpha()})
    places = sorted(set(_single(lexicon, "gpe")) | set(_single(lexicon, "capital")) | set(_single(lexicon, "town")))
    pools = {"given": given, "family": family, "place": places, "people": sorted(set(_single(lexicon, "demonym")))}
    return {name: [str(w) for w in rng.permutation(pool)[:count]] for name, pool in pools.items()}


def _single(lexicon: object, kind: str) -> Iterator[str]:
    for entry in lexicon.lists[kind].entries:  # type: ignore[attr-defined]
        text = "".join(part for part in entry.parts if isinstance(part, str))
        if text.isalpha() and len(entry.parts) == 1:
            yield text
