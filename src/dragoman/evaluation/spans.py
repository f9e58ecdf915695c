"""Sentences with the words of source and target, and the quad class of their event or none (0).

Reads `cameo_spans_*.conll` (a word and its tag a line: B-S, I-S the source, B-T, I-T the target; others are left aside)
and beside it `cameo_class_*.tsv` (sentence, quad class 0-4), joined by their letters. A sentence with an event is right
where one report has the quad class, a source in the words of the source and a target in those of the target; a role that
the set leaves empty is not asked. Words agree where the mention overlaps them; `exact` asks for the same words but for
articles and possessive marks. `class0_coded` is the share of sentences of class 0 of which anything is coded. Class 0 is
what CAMEO calls statements and appeals; appeals are PLOVER's REQUEST, so `class0_besides_requests` leaves those aside, and
with them what they ask for, which we code besides as an act called for.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from dragoman.documents.stage import DocumentStage
from dragoman.errors import EvaluationError
from dragoman.evaluation.base import Evaluation
from dragoman.mentions.stage import MentionStage
from dragoman.ontology.frames import load_event_types
from dragoman.records import Actor, Article, Block, Coding, Drop, Report
from dragoman.reports.stage import ReportStage
from dragoman.settings import Settings

SET = "spans"
QUADS = {"1": "verbal-cooperation", "2": "material-cooperation", "3": "verbal-conflict", "4": "material-conflict"}
NONE = "0"
SYMMETRIC = frozenset({"CONSULT", "AGREE", "COOPERATE"})
EDGES = re.compile(r"^(?:the|a|an|its|his|her|their)\s+|\s*(?:'s?|’s?)$", re.IGNORECASE)
Where = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, where its sources and targets stand (code points, half-open), and its class where it is known."""

    text: str
    sources: tuple[Where, ...] = ()
    targets: tuple[Where, ...] = ()
    quad: str | None = None


@dataclass(frozen=True, slots=True)
class Verdict:
    """What was coded, and how far the best report goes: 0 nothing, 1 coded, 2 the quad, 3 roles besides, 4 exact words."""

    sentence: Sentence
    reports: tuple[Report, ...]
    level: int


def evaluate(path: Path, settings: Settings) -> Evaluation:
    """Scores of the tagged sentences at `path` and of the class file beside it; `EvaluationError` where one is missing."""
    classes = read_classes(path.with_name(path.name.replace("spans", "class")).with_suffix(".tsv"))
    tagged = [each for each in read_spans(path, classes) if each.quad in QUADS and (each.sources or each.targets)]
    empty = [Sentence(text, quad=NONE) for text, quad in classes if quad == NONE]
    kinds: dict[str, str] = {kind.id: kind.quad for kind in load_event_types(settings.ontology).values()}
    coded = list(_coded([*tagged, *empty], settings))
    verdicts = [verdict(sentence, reports, kinds) for sentence, reports in coded]
    events, none = verdicts[: len(tagged)], verdicts[len(tagged) :]
    return Evaluation(
        set=SET,
        path=str(path),
        scores={
            "right": _share(each.level >= 3 for each in events),
            "exact": _share(each.level >= 4 for each in events),
            "quad": _share(each.level >= 2 for each in events),
            "coded": _share(each.level >= 1 for each in events),
            "class0_coded": _share(bool(each.reports) for each in none),
            "class0_besides_requests": _share(any(not _asked_for(r) for r in each.reports) for each in none),
            "sentences": float(len(events)),
            "class0": float(len(none)),
        },
        predictions=[_row(each) for each in verdicts],
        notes=("words agree by overlap; sentences whose class is not in the class file are left out",),
        tables={"confusion": confusion(verdicts, kinds)},
    )


# ------------------------------------------------------------------------------------------------------------- reading


def read_classes(path: Path) -> tuple[tuple[str, str], ...]:
    """The sentences of a class file with their classes."""
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise EvaluationError(str(error), path) from error
    pairs = [line.rsplit("\t", 1) for line in lines if line.strip()]
    wrong = next((number for number, pair in enumerate(pairs, 1) if len(pair) != 2 or pair[1] not in (*QUADS, NONE)), None)
    if wrong is not None:
        raise EvaluationError("a line without a class", path, wrong)
    return tuple((text.strip('"'), quad) for text, quad in pairs)


def read_spans(path: Path, classes: Sequence[tuple[str, str]]) -> Iterator[Sentence]:
    """The tagged sentences, each with the class of the sentence that has, or begins with, the same letters."""
    known = {letters(text): quad for text, quad in classes}
    for words in _tagged(path):
        text, marks = "", {"S": [], "T": []}  # type: tuple[str, dict[str, list[Where]]]
        for word, tag in words:
            start = len(text) + bool(text)
            text = f"{text} {word}" if text else word
            kind = tag[2:]
            if tag.startswith("B-") and kind in marks:
                marks[kind].append((start, len(text)))
            elif tag.startswith("I-") and marks.get(kind):
                marks[kind][-1] = (marks[kind][-1][0], len(text))
        yield Sentence(text, tuple(marks["S"]), tuple(marks["T"]), _class(letters(text), known))


def _tagged(path: Path) -> Iterator[list[tuple[str, str]]]:
    try:
        blocks = path.read_text(encoding="utf-8").split("\n\n")
    except (OSError, UnicodeDecodeError) as error:
        raise EvaluationError(str(error), path) from error
    for block in blocks:
        rows = [line.rsplit(" ", 1) for line in block.splitlines() if line.strip()]
        if any(len(row) != 2 for row in rows):
            raise EvaluationError("a word without a tag", path)
        if rows:
            yield [(word, tag) for word, tag in rows]


def letters(text: str) -> str:
    """The letters and digits of a text: what stays the same however it was cut into words."""
    return re.sub(r"[\W_]", "", text).lower()


def _class(key: str, known: Mapping[str, str]) -> str | None:
    if key in known:
        return known[key]
    longer = {quad for text, quad in known.items() if text.startswith(key)}
    return longer.pop() if len(longer) == 1 else None


# -------------------------------------------------------------------------------------------------------------- scoring


def _coded(sentences: Sequence[Sentence], settings: Settings) -> Iterator[tuple[Sentence, tuple[Report, ...]]]:
    documents = DocumentStage(settings).run(_article(number, each) for number, each in enumerate(sentences))
    marked = MentionStage(settings).run(each for each in documents if not isinstance(each, Drop))
    codings = ReportStage(settings).run(each for each in marked if not isinstance(each, Drop))
    found = {coding.article.id: coding.reports for coding in codings if isinstance(coding, Coding)}
    for number, sentence in enumerate(sentences):
        yield sentence, found.get(str(number), ())


def _article(number: int, sentence: Sentence) -> Article:
    name, blocks = str(number), (Block(0, len(sentence.text), "body", SET),)
    return Article(name, name, name, None, None, None, None, None, None, "en", None, sentence.text, blocks)


def verdict(sentence: Sentence, reports: tuple[Report, ...], kinds: Mapping[str, str]) -> Verdict:
    """The best that a report of the sentence reaches."""
    return Verdict(sentence, reports, max((_level(sentence, each, kinds) for each in reports), default=0))


def _level(sentence: Sentence, report: Report, kinds: Mapping[str, str]) -> int:
    if kinds[report.event_type] != QUADS.get(sentence.quad or ""):
        return 1
    asked = [(spans, actors) for spans, actors in _roles(sentence, report) if spans]
    if not all(any(_overlaps(actor, span) for actor in actors for span in spans) for spans, actors in asked):
        return 2
    same = all(any(_same(actor, span, sentence.text) for actor in actors for span in spans) for spans, actors in asked)
    return 4 if same else 3


def _roles(sentence: Sentence, report: Report) -> Iterator[tuple[tuple[Where, ...], tuple[Actor, ...]]]:
    both = (*report.sources, *report.targets) if report.event_type in SYMMETRIC else ()
    yield sentence.sources, both or report.sources
    yield sentence.targets, both or report.targets


def _asked_for(report: Report) -> bool:
    """A call, or what is called for."""
    return report.event_type == "REQUEST" or report.status == "called-for"


def _overlaps(actor: Actor, span: Where) -> bool:
    return actor.mention.start < span[1] and span[0] < actor.mention.end


def _same(actor: Actor, span: Where, text: str) -> bool:
    return _bare(actor.mention.text) == _bare(text[span[0] : span[1]])


def _bare(words: str) -> str:
    before = ""
    while words != before:
        before, words = words, EDGES.sub("", words.strip())
    return words.lower()


def _share(values: Iterable[bool]) -> float:
    every = list(values)
    return sum(every) / max(1, len(every))


def confusion(verdicts: Sequence[Verdict], kinds: Mapping[str, str]) -> list[list[str]]:
    """Counts of classes (rows) against the quads coded: the right one where it is among them, else the first."""
    counts: Counter[tuple[str, str]] = Counter()
    for each in verdicts:
        coded = sorted({kinds[report.event_type] for report in each.reports})
        wanted = QUADS.get(each.sentence.quad or "", "none")
        counts[wanted, wanted if wanted in coded else next(iter(coded), "none")] += 1
    rows, columns = (sorted({pair[side] for pair in counts}) for side in (0, 1))
    return [["gold", *columns], *([row, *(str(counts[row, column] or "") for column in columns)] for row in rows)]


def _row(each: Verdict) -> dict[str, object]:
    text = each.sentence.text
    return {
        "text": text,
        "quad": each.sentence.quad,
        "sources": [text[start:end] for start, end in each.sentence.sources],
        "targets": [text[start:end] for start, end in each.sentence.targets],
        "level": each.level,
        "coded": [
            {
                "event_type": report.event_type,
                "status": report.status,
                "sources": [actor.mention.text for actor in report.sources],
                "targets": [actor.mention.text for actor in report.targets],
                "confidence": report.confidence,
                "why": report.why,
            }
            for report in each.reports
        ],
    }
