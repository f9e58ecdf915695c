"""Attributions in political news: who says (thinks, shows) what, by which words.

Reads a folder with `text/*.txt` and `attributions/*.ann` (brat stand-off: `T1<tab>Source 3 9;12 20<tab>words`, and events
`E1<tab>Attribution:T4 Content:T3 Cue:T2 Source:T1`). A text that several people marked counts once for each of them. The set
marks no attribution inside the content of another and none without a cue, so neither are ours of these kinds counted.

- `f1`: a predicted source, cue and content of one attribution each share a word with those of one marked attribution
  (both may have no source); each counts once
- `source_f1`: source spans alone, those that share a word; `content_f1`: contents alone
- `exact_content_f1`: of the attributions that are matched by cue and content, those whose content has exactly the same words
Punctuation counts for nothing.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dragoman.documents.document import Document
from dragoman.documents.stage import DocumentStage
from dragoman.errors import EvaluationError
from dragoman.evaluation.base import Evaluation, f1
from dragoman.mentions.marked import MarkedDocument
from dragoman.records import Article, Block
from dragoman.reports.knowledge import Knowledge, load_knowledge
from dragoman.reports.quotes.find import QuoteFinder
from dragoman.reports.quotes.sayings import Saying
from dragoman.reports.reader import Reader
from dragoman.reports.status import Judge
from dragoman.settings import Settings

SET = "quotes"
ROLES = ("Source", "Cue", "Content")
Spans = tuple[tuple[int, int], ...]
Words = frozenset[int]
"""Numbers of words of a document."""


@dataclass(frozen=True, slots=True)
class Marked:
    """One attribution that people marked: the spans of its source, cue and content in the text."""

    source: Spans
    cue: Spans
    content: Spans


@dataclass(frozen=True, slots=True)
class Triple:
    """The words of source, cue and content of one attribution, marked or predicted."""

    source: Words
    cue: Words
    content: Words

    def agrees(self, other: Triple) -> bool:
        """Whether cue and content share words (a marked attribution without a cue asks for none)."""
        return bool(self.content & other.content) and (not other.cue or bool(self.cue & other.cue))

    def same_source(self, other: Triple) -> bool:
        """Whether the sources share words, or neither has one."""
        return bool(self.source & other.source) or not (self.source or other.source)


def evaluate(path: Path, settings: Settings) -> Evaluation:
    """Score the attributions of the texts below `path`. Raises `EvaluationError` where files are missing or malformed."""
    annotations = _annotations(path)
    knowledge = load_knowledge(settings.ontology)
    counts: Counter[str] = Counter()
    rows: list[Mapping[str, Any]] = []
    for document in DocumentStage(settings).run(_articles(path, annotations)):
        if isinstance(document, Document):
            sayings = predicted(document, knowledge)
            ours = [triple(document, saying) for saying in sayings]
            for marked in annotations[document.article.page]:
                theirs = [_of_marked(document, each) for each in marked]
                counts += _score(ours, theirs)
                rows += _rows(document, ours, theirs)
    return Evaluation(SET, str(path), scores(counts), rows, (f"{len(annotations)} texts",))


# ------------------------------------------------------------------------------------------------------------- reading


def _annotations(path: Path) -> dict[str, list[list[Marked]]]:
    """For each text the attributions that each annotator marked."""
    files = sorted((path / "attributions").glob("*.ann"))
    if not files:
        raise EvaluationError("holds no attributions/*.ann", path)
    found: defaultdict[str, list[list[Marked]]] = defaultdict(list)
    for file in files:
        found[file.stem.rpartition("_")[0] + ".txt"].append(list(read_annotation(file)))
    return dict(found)


def read_annotation(file: Path) -> Iterator[Marked]:
    """The attributions of one file; spans may stand behind the attribution that names them."""
    lines = [line.partition("\t")[::2] for line in file.read_text("utf-8").splitlines()]
    try:
        spans = {name: _spans(rest.partition("\t")[0]) for name, rest in lines if name.startswith("T")}
        yield from [_event(rest.split(), spans) for name, rest in lines if name.startswith("E")]
    except (ValueError, KeyError) as error:
        raise EvaluationError(f"{type(error).__name__}: {error}", file) from error


def _spans(label: str) -> Spans:
    """ "Content 3 9;12 20" -> its stretches."""
    _, _, places = label.partition(" ")
    return tuple((int(start), int(end)) for start, end in (place.split() for place in places.split(";")))


def _event(parts: Sequence[str], spans: Mapping[str, Spans]) -> Marked:
    found: defaultdict[str, Spans] = defaultdict(tuple)
    for part in parts[1:]:
        role, _, name = part.partition(":")
        found[role.rstrip("0123456789")] += spans[name]
    return Marked(*(found[role] for role in ROLES))


def _articles(path: Path, annotations: Iterable[str]) -> Iterator[Article]:
    for name in annotations:
        file = path / "text" / name
        try:
            text = file.read_bytes().decode("utf-8")
        except (OSError, UnicodeDecodeError) as error:
            raise EvaluationError(str(error), file) from error
        blocks = (Block(0, len(text), "body", SET),)
        yield Article(name, name, name, None, None, None, None, None, None, "en", None, text, blocks)


# ---------------------------------------------------------------------------------------------------------- predicting


def predicted(document: Document, knowledge: Knowledge) -> list[Saying]:
    """What we read as attributions of the kind that the set marks: with a cue, and in the content of no other."""
    reader = Reader(MarkedDocument(document), knowledge.lemmas, knowledge.ways)
    sayings = QuoteFinder(reader, Judge(reader.tree, knowledge), knowledge).sayings
    return [each for each in sayings if each.cue and not any(_inside(each, other) for other in sayings)]


def _inside(saying: Saying, other: Saying) -> bool:
    if other is saying or saying.verb is other.verb or not other.first <= saying.verb.i <= other.last:
        return False
    return not saying.first <= other.verb.i <= saying.last


def triple(document: Document, saying: Saying) -> Triple:
    """The words of a saying; words of the source or cue that stand within the content are no part of it."""
    cue = frozenset(word.i for word in saying.cue)
    source = _kept(document, (word.i for word in saying.source.subtree())) if saying.source is not None else frozenset()
    content = _kept(document, range(saying.first, saying.last + 1)) - cue
    if saying.source is not None and saying.frame == "clause":
        content -= source
    return Triple(source - content - cue, cue, content)


def _of_marked(document: Document, marked: Marked) -> Triple:
    return Triple(*(_words_of(document, spans) for spans in (marked.source, marked.cue, marked.content)))


def _words_of(document: Document, spans: Spans) -> Words:
    starts = document.starts
    found = (i for start, end in spans for i in range(*starts.searchsorted((start, end)).tolist()))
    return _kept(document, found)


def _kept(document: Document, numbers: Iterable[int]) -> Words:
    """The words among them that are more than marks."""
    return frozenset(i for i in numbers if any(character.isalnum() for character in document.doc[i].text))


# ------------------------------------------------------------------------------------------------------------- scoring


def _score(ours: Sequence[Triple], theirs: Sequence[Triple]) -> Counter[str]:
    pairs = list(_matched(ours, theirs))
    return Counter(
        predicted=len(ours),
        marked=len(theirs),
        matched=len(pairs),
        right=sum(one.same_source(other) for one, other in pairs),
        exact=sum(one.content == other.content for one, other in pairs),
        contents=_overlapping([each.content for each in ours], [each.content for each in theirs]),
        sources=_overlapping([each.source for each in ours], [each.source for each in theirs]),
        predicted_sources=sum(bool(each.source) for each in ours),
        marked_sources=sum(bool(each.source) for each in theirs),
    )


def _matched(ours: Sequence[Triple], theirs: Sequence[Triple]) -> Iterator[tuple[Triple, Triple]]:
    """One to one, the best agreement first."""
    pairs = [(one, other) for one in ours for other in theirs if one.agrees(other)]
    pairs.sort(key=lambda pair: (pair[0].same_source(pair[1]), _likeness(pair[0].content, pair[1].content)), reverse=True)
    taken: set[int] = set()
    for one, other in pairs:
        if id(one) not in taken and id(other) not in taken:
            taken |= {id(one), id(other)}
            yield one, other


def _likeness(one: Words, other: Words) -> float:
    return len(one & other) / len(one | other)


def _overlapping(ours: Sequence[Words], theirs: Sequence[Words]) -> int:
    """How many of ours share a word with one of theirs, each of which counts once."""
    free = list(theirs)
    count = 0
    for words in ours:
        near = next((each for each in free if each & words), None)
        if near is not None:
            free.remove(near)
            count += 1
    return count


def scores(counts: Counter[str]) -> dict[str, float]:
    """The scores of counts that were added up."""
    precision, recall, both = f1(counts["right"], counts["predicted"], counts["marked"])
    return {
        "precision": precision,
        "recall": recall,
        "f1": both,
        "source_f1": f1(counts["sources"], counts["predicted_sources"], counts["marked_sources"])[2],
        "content_f1": f1(counts["contents"], counts["predicted"], counts["marked"])[2],
        "exact_content_f1": f1(counts["exact"], counts["predicted"], counts["marked"])[2],
        "marked": float(counts["marked"]),
        "predicted": float(counts["predicted"]),
    }


def _rows(document: Document, ours: Sequence[Triple], theirs: Sequence[Triple]) -> Iterator[Mapping[str, Any]]:
    pairs = {id(other): one for one, other in _matched(ours, theirs)}
    for other in theirs:
        found = pairs.pop(id(other), None)
        verdict = "missed" if found is None else "right" if found.same_source(other) else "source"
        yield {"page": document.article.page, "verdict": verdict, "marked": _shown(document, other)} | (
            {"predicted": _shown(document, found)} if found else {}
        )
    known = {id(one) for one, _ in _matched(ours, theirs)}
    for one in ours:
        if id(one) not in known:
            yield {"page": document.article.page, "verdict": "wrong", "predicted": _shown(document, one)}


def _shown(document: Document, one: Triple) -> dict[str, str]:
    parts = {"source": one.source, "cue": one.cue, "content": one.content}
    return {name: " ".join(document.doc[i].text for i in sorted(words)) for name, words in parts.items()}
