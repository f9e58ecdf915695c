"""The language model as one spaCy component: tags, lemmas, dependencies and names from one pass of an int8 ONNX graph.

`Syntax` takes `Doc`s that have tokens and sentence starts and fills in all the rest. It batches sentences of like length
over many documents, and works on arrays throughout: Python touches sentences and distinct words, not tokens.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, cast

import numpy as np
import numpy.typing as npt
from spacy.attrs import DEP, ENT_IOB, ENT_TYPE, HEAD, LEMMA, MORPH, ORTH, POS, SENT_START, TAG
from spacy.language import Language
from spacy.parts_of_speech import IDS as POS_IDS
from spacy.tokens import Doc
from spacy.vocab import Vocab
from thinc.types import Ints2d

from dragoman.documents.graph import load_graph
from dragoman.documents.lemmas import apply_rule
from dragoman.documents.pieces import SHAPES, WordPieces
from dragoman.documents.trees import best_tree, valid_trees
from dragoman.errors import ModelError

Array = npt.NDArray[Any]

FILES: Final = ("syntax.onnx", "relations.onnx", "labels.json", "lemmas.txt", "tokenizer.json")
ATTRIBUTES: Final = (TAG, POS, MORPH, LEMMA, HEAD, DEP, ENT_IOB, ENT_TYPE)
WINDOW: Final = 500  # pieces that the encoder reads at once; its position table ends at 512
BATCH_PIECES: Final = 384  # measured: in batches of one document, smaller ones waste less on padding than larger ones gain
FORBIDDEN: Final = -1e4
LAYERS: Final = "dragoman_layers"
"""Where `Doc.user_data` keeps the vectors of earlier layers, which know more of meaning than the last: see `word_layers`."""
VECTORS: Final = ("states", "layers")
STOPS: Final = (".", "!", "!!", "!!!", "??", "?!")
LOWER: Final = SHAPES.index("lower")
LIKELY: Final = -5.1
"""The score from which on a sentence begins where all is in small letters ("it rained. we left"), where rules do not cut.

On the development part of EWT all 52 words with a small letter behind a stop of its own begin one; in news that stop is
mostly of a shortened name which nobody listed ("shares of Cie. de"), hence the small letter before it, too.
"""
DECISIONS: Final = ("upos", "xpos", "feats", "heads", "relations", "names")


def word_layers(doc: Doc) -> npt.NDArray[np.float16] | None:
    """(tokens, width): the encoder's layers 0, 2 and 4 side by side; `None` from another language model."""
    return doc.user_data.get(LAYERS)


@Language.factory(
    "dragoman_syntax",
    assigns=["token.tag", "token.pos", "token.morph", "token.lemma", "token.head", "token.dep", "doc.ents"],
    default_config={"batch_pieces": BATCH_PIECES, "cut": True},
)
def make_syntax(nlp: Language, name: str, batch_pieces: int, cut: bool) -> Syntax:
    """What spaCy calls for the factory `dragoman_syntax`; the weights come with `from_disk`."""
    return Syntax(nlp.vocab, name, batch_pieces, cut=cut)


@dataclass(frozen=True, slots=True)
class _Labels:
    """Label numbers of the graph as the hashes that spaCy keeps."""

    tag: Array
    pos: Array
    morph: Array
    relation: Array
    entity: Array
    begins: Array
    transitions: Array
    threshold: float
    rules: tuple[str, ...]
    upos: tuple[str, ...]
    parataxis: int


@dataclass(frozen=True, slots=True)
class _Words:
    """The words of a document: pieces laid end to end, and where each word's begin and end."""

    orth: Array
    pieces: Array
    shapes: Array
    bounds: Array


class Syntax:
    """See the module. `batch_pieces` is the number of padded pieces in a batch.

    With `cut`, a sentence in which the model sees a further one begin (a lost stop, a list run together) is cut there and
    read again; sentences are never joined.
    """

    def __init__(
        self, vocab: Vocab, name: str = "dragoman_syntax", batch_pieces: int = BATCH_PIECES, *, cut: bool = True
    ) -> None:
        self.vocab = vocab
        self.name = name
        self.batch_pieces = batch_pieces
        self.cut = cut
        self._files: dict[str, bytes] = {}
        self._lemma_of: dict[tuple[int, ...], int] = {}

    # ------------------------------------------------------------------------------------------------- on disk

    def to_disk(self, path: str | Path, *, exclude: Sequence[str] = ()) -> None:
        """Write the files of the component into a folder."""
        folder = Path(path)
        folder.mkdir(parents=True, exist_ok=True)
        for name, content in self._files.items():
            (folder / name).write_bytes(content)

    def from_disk(self, path: str | Path, *, exclude: Sequence[str] = ()) -> Syntax:
        """Read the files of the component; `ModelError` where one is missing or cannot be used."""
        folder = Path(path)
        missing = [name for name in FILES if not (folder / name).is_file()]
        if missing:
            raise ModelError(f"has no {', '.join(missing)}", folder)
        self._files = {name: (folder / name).read_bytes() for name in FILES}
        try:
            self._prepare(folder)
        except (ValueError, KeyError, RuntimeError) as error:
            raise ModelError(f"cannot be used ({error})", folder) from error
        return self

    def _prepare(self, folder: Path) -> None:
        self.graph = load_graph(folder / "syntax.onnx", self._files["syntax.onnx"])
        self._widths = {output.name: output.shape[-1] for output in self.graph.get_outputs() if output.name in VECTORS}
        self._pairs = load_graph(folder / "relations.onnx", self._files["relations.onnx"])
        self._labels = self._read_labels(json.loads(self._files["labels.json"]))
        self._known = frozenset(self._files["lemmas.txt"].decode("utf-8").split("\n"))
        self._pieces = WordPieces(folder / "tokenizer.json")
        self._lemma_of = {}
        self._stops = np.array([self.vocab.strings.add(stop) for stop in STOPS], np.uint64)

    def _read_labels(self, labels: dict[str, Any]) -> _Labels:
        strings, morphology = self.vocab.strings, self.vocab.morphology
        names: list[str] = labels["names"]
        return _Labels(
            tag=np.array([strings.add(t) for t in labels["xpos"]], np.uint64),
            pos=np.array([POS_IDS[t] for t in labels["upos"]], np.uint64),
            morph=np.array([morphology.add(f) for f in labels["feats"]], np.uint64),
            relation=np.array([strings.add(d) for d in labels["deprel"]], np.uint64),
            entity=np.array([strings.add(n[2:]) if n != "O" else 0 for n in names], np.uint64),
            begins=np.array([{"B": 3, "I": 1, "O": 2}[n[0]] for n in names], np.uint64),
            transitions=np.array(labels["transitions"], np.float32),
            threshold=float(labels["begins_threshold"]),
            rules=tuple(labels["lemma"]),
            upos=tuple(labels["upos"]),
            parataxis=labels["deprel"].index("parataxis"),
        )

    # ------------------------------------------------------------------------------------------------- documents

    def __call__(self, doc: Doc) -> Doc:
        """Annotate one document."""
        self._annotate(doc)
        return doc

    def pipe(self, stream: Iterable[Doc], *, batch_size: int = 0) -> Iterator[Doc]:
        """Annotate documents; `batch_size` is spaCy's and does not matter here.

        A batch holds sentences of one document only: int8 activations are scaled by the batch, so that in batches across
        documents a page would be read otherwise in other company (`docs/decisions/0007-one-document-a-batch.md`).
        """
        for doc in stream:
            self._annotate(doc)
            yield doc

    def _annotate(self, doc: Doc) -> None:
        if not len(doc):
            return
        words = self._words(doc)
        found = self._predict(words, _starts(doc))
        doc.from_array(list(ATTRIBUTES), cast(Ints2d, self._columns(words, found)))
        doc.tensor, doc.user_data[LAYERS] = found["states"], found["layers"]

    def _columns(self, words: _Words, found: dict[str, Array]) -> Array:
        """The values of `ATTRIBUTES` for every token of a document, (tokens, attributes) as spaCy stores them."""
        labels, tags = self._labels, found["names"]
        return np.stack(
            [
                labels.tag[found["xpos"]],
                labels.pos[found["upos"]],
                labels.morph[found["feats"]],
                self._lemmas(words.orth, found["upos"], found["lemma"]),
                found["heads"].astype(np.uint64),
                labels.relation[found["relations"]],
                labels.begins[tags],
                labels.entity[tags],
            ],
            axis=1,
        )

    # ------------------------------------------------------------------------------------------------- input

    def _words(self, doc: Doc) -> _Words:
        orth = doc.to_array(ORTH)
        distinct, place = np.unique(orth, return_inverse=True)
        strings = self.vocab.strings
        known = self._pieces(strings[int(number)] for number in distinct)
        lengths = np.array([len(pieces) for pieces, _ in known], np.int64)
        table = np.array([piece for pieces, _ in known for piece in pieces], np.int64)
        shapes = np.array([shape for _, shape in known], np.int64)
        counts = lengths[place]
        bounds = np.concatenate([[0], np.cumsum(counts)])
        within = np.arange(bounds[-1]) - np.repeat(bounds[:-1], counts)
        begin = (np.cumsum(lengths) - lengths)[place]
        return _Words(orth, table[np.repeat(begin, counts) + within], np.repeat(shapes[place], counts), bounds)

    # ------------------------------------------------------------------------------------------------- the graph

    def _predict(self, words: _Words, begins: Array) -> dict[str, Array]:
        """The graph's answers for every word, in the order of the words; `begins` marks the first words of sentences."""
        size = len(words.orth)
        found: dict[str, Array] = {name: np.zeros(size, np.int32) for name in DECISIONS}
        found |= {"lemma": np.zeros((size, 3), np.int32), "begins": np.full(size, FORBIDDEN, np.float32)}
        found |= {name: np.zeros((size, self._widths[name]), np.float16) for name in VECTORS}
        sentences = _Sentences.of(begins, words.bounds)
        self._read(words, sentences, np.arange(len(sentences.start)), found)
        further = (found["begins"] > self._least(words)) & ~begins
        if self.cut and further.any():
            before, sentences = sentences, _Sentences.of(begins | further, words.bounds)
            self._read(words, sentences, sentences.rows_not_in(before), found)
        found["heads"] = _offsets(found["heads"], sentences)
        _join_windows(found, sentences, self._labels.parataxis)
        return found

    def _least(self, words: _Words) -> Array:
        """The score that each word must pass to begin a further sentence."""
        small = words.shapes[words.bounds[:-1]] == LOWER
        stopped = np.zeros(len(small), bool)
        stopped[2:] = small[:-2] & np.isin(words.orth[1:-1], self._stops) & small[2:]
        return np.where(stopped, LIKELY, self._labels.threshold)

    def _read(self, words: _Words, sentences: _Sentences, rows: Array, found: dict[str, Array]) -> None:
        """Run the graph over some rows and put its answers into `found`."""
        sizes = sentences.pieces(words.bounds)[rows]
        for group in batches(sizes, self.batch_pieces):
            batch = Batch.of(words, sentences, rows[group], self._pieces)
            answers = self._decide(self.run(batch), batch)
            for name, values in found.items():
                values[batch.places] = answers[name][batch.inside]

    def run(self, batch: Batch) -> dict[str, Array]:
        """One pass of the graph: its outputs by name."""
        names = [output.name for output in self.graph.get_outputs()]
        return dict(zip(names, self.graph.run(None, batch.feed), strict=True))

    def _decide(self, answers: dict[str, Array], batch: Batch) -> dict[str, Array]:
        answers["names"] = best_paths(answers["names"], batch.lengths, self._labels.transitions)
        broken = np.flatnonzero(~valid_trees(answers["heads"], batch.lengths))
        for row in broken.tolist():
            size = int(batch.lengths[row])
            heads = best_tree(answers["arcs"][row, :size, : size + 1])
            pairs = {"dependent": answers["relation_dependent"][row, :size], "head": answers["relation_head"][row, heads]}
            answers["heads"][row, :size] = heads
            answers["relations"][row, :size] = self._pairs.run(None, pairs)[0]
        return answers

    # ------------------------------------------------------------------------------------------------- lemmas

    def _lemmas(self, orth: Array, upos: Array, choices: Array) -> Array:
        """The lemma of each word as spaCy's hash; each distinct word, tag and rules is looked at once."""
        if not len(orth):
            return np.zeros(0, np.uint64)
        rules = np.concatenate([upos[:, None], choices], axis=1).astype(np.uint64)
        keys = np.concatenate([orth[:, None], rules], axis=1)
        _, first, place = np.unique(keys.view([("", np.uint64)] * keys.shape[1]).ravel(), True, True)
        if len(self._lemma_of) > 500_000:
            self._lemma_of.clear()
        return np.array([self._lemma(tuple(keys[i].tolist())) for i in first], np.uint64)[place]

    def _lemma(self, key: tuple[int, ...]) -> int:
        if key not in self._lemma_of:
            word, upos = self.vocab.strings[key[0]], self._labels.upos[key[1]]
            self._lemma_of[key] = self.vocab.strings.add(self._choose_lemma(word, upos, key[2:]))
        return self._lemma_of[key]

    def _choose_lemma(self, word: str, upos: str, choices: Sequence[int]) -> str:
        made = [apply_rule(word, self._labels.rules[number]) for number in choices]
        lemmas = [lemma for lemma in made if lemma]
        if upos in {"PROPN", "NUM", "X", "SYM", "PUNCT"}:
            return lemmas[0] if lemmas else word
        return next((lemma for lemma in lemmas if lemma in self._known), lemmas[0] if lemmas else word)


# ----------------------------------------------------------------------------------------------------- sentences


@dataclass(frozen=True, slots=True)
class _Sentences:
    """Rows for the encoder: words `start` to `end` of sentence `number`. A long sentence has several rows, in order."""

    number: Array
    start: Array
    end: Array

    @classmethod
    def of(cls, begins: Array, bounds: Array) -> _Sentences:
        """The rows of sentences whose first words are marked."""
        sentences = np.flatnonzero(begins)
        ends = np.append(sentences[1:], len(begins))
        rows = [
            window
            for number, (start, end) in enumerate(zip(sentences.tolist(), ends.tolist(), strict=True))
            for window in _windows(number, start, end, bounds)
        ]
        return cls(*(np.array(column, np.int64) for column in zip(*rows, strict=True))) if rows else cls(_NONE, _NONE, _NONE)

    def rows_not_in(self, other: _Sentences) -> Array:
        """Rows that the other does not have."""
        known = set(zip(other.start.tolist(), other.end.tolist(), strict=True))
        pairs = enumerate(zip(self.start.tolist(), self.end.tolist(), strict=True))
        return np.array([row for row, pair in pairs if pair not in known], np.int64)

    def pieces(self, bounds: Array) -> Array:
        """How many pieces each row has, the two marks at its ends included."""
        return np.asarray(bounds[self.end] - bounds[self.start] + 2)


_NONE = np.zeros(0, np.int64)


def _starts(doc: Doc) -> Array:
    begins = np.asarray(doc.to_array(SENT_START) == 1)
    begins[:1] = True
    return begins


def _windows(number: int, start: int, end: int, bounds: Array) -> Iterator[tuple[int, int, int]]:
    """The sentence in stretches of at most `WINDOW` pieces: nearly always one, the sentence itself."""
    while bounds[end] - bounds[start] > WINDOW:
        cut = int(np.searchsorted(bounds, bounds[start] + WINDOW, side="right")) - 1
        yield number, start, cut
        start = cut
    yield number, start, end


def batches(pieces: Array, limit: int) -> Iterator[Array]:
    """Rows of like length, at most `limit` padded pieces together (a single row may be longer)."""
    order = np.argsort(pieces, kind="stable")
    start = 0
    for end in range(1, len(order) + 1):
        if end == len(order) or pieces[order[end]] * (end + 1 - start) > limit:
            yield order[start:end]
            start = end


@dataclass(frozen=True, slots=True)
class Batch:
    """What one pass reads. `places` are word numbers in the chunk, `inside` marks the real words of the padded rows."""

    feed: dict[str, Array]
    lengths: Array
    places: Array
    inside: Array

    @classmethod
    def of(cls, words: _Words, sentences: _Sentences, rows: Array, marks: WordPieces) -> Batch:
        """Lay out the given rows."""
        start, end = sentences.start[rows], sentences.end[rows]
        lengths, size = end - start, words.bounds[end] - words.bounds[start]
        places = _ranges(start, lengths)
        source = _ranges(words.bounds[start], size)
        width = int(size.max()) + 2
        columns = np.arange(width)[None, :]
        text = (columns >= 1) & (columns <= size[:, None])
        pieces, shapes = np.zeros((2, len(rows), width), np.int64)
        pieces[text], shapes[text] = words.pieces[source], words.shapes[source]
        pieces[:, 0] = marks.start
        pieces[np.arange(len(rows)), size + 1] = marks.end
        inside = np.arange(int(lengths.max()))[None, :] < lengths[:, None]
        shift = np.repeat(np.arange(len(rows)) * width + 1 - words.bounds[start], lengths)
        first, last = np.zeros((2, len(rows), inside.shape[1] + 1), np.int64)
        first[:, 0] = last[:, 0] = np.arange(len(rows)) * width
        first[:, 1:][inside] = words.bounds[places] + shift
        last[:, 1:][inside] = words.bounds[places + 1] - 1 + shift
        feed = {"pieces": pieces, "shapes": shapes, "first": first, "last": last, "lengths": lengths}
        return cls(feed, lengths, places, inside)


def _ranges(starts: Array, lengths: Array) -> Array:
    """All numbers of the ranges that begin at `starts`, one after the other."""
    ends = np.cumsum(lengths)
    return np.asarray(np.arange(ends[-1]) + np.repeat(starts - (ends - lengths), lengths))


def _offsets(heads: Array, sentences: _Sentences) -> Array:
    """Heads counted from 1 within a row (0 the root) as spaCy's offsets from the word itself (0 the root)."""
    lengths = sentences.end - sentences.start
    place = np.arange(len(heads)) - np.repeat(sentences.start, lengths)
    return np.where(heads == 0, 0, heads - 1 - place).astype(np.int64)


def _join_windows(found: dict[str, Array], sentences: _Sentences, parataxis: int) -> None:
    """Hang the root of every further window of a long sentence on the root of the window before it."""
    for row in np.flatnonzero(np.diff(sentences.number) == 0) + 1:
        before, start, end = int(sentences.start[row - 1]), int(sentences.start[row]), int(sentences.end[row])
        anchor = before + int(np.argmin(found["heads"][before:start] != 0))
        root = start + int(np.argmin(found["heads"][start:end] != 0))
        found["heads"][root] = anchor - root
        found["relations"][root] = parataxis


def best_paths(scores: Array, lengths: Array, transitions: Array) -> Array:
    """The best path of tags through each row of `scores` (batch, words, tags): Viterbi, all rows at once."""
    batch, width, _ = scores.shape
    best = scores[:, 0]
    back = np.zeros(scores.shape, np.int64)
    for step in range(1, width):
        grown = best[:, :, None] + transitions
        back[:, step] = grown.argmax(1)
        onward = grown.max(1) + scores[:, step]
        best = np.where((step < lengths)[:, None], onward, best)
    paths = np.zeros((batch, width), np.int64)
    rows, tag = np.arange(batch), best.argmax(1)
    for step in range(width - 1, -1, -1):
        paths[:, step] = tag
        tag = np.where(step < lengths, back[rows, step, tag], tag) if step else tag
    return paths
