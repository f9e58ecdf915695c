"""PLOVER types of marked pairs: sentences in which the two actors are given and the type of the act between them is asked.

Reads a table with the columns of PLV (`marked_sentence` with `<s>..</s>` and `<t>..</t>`, `gold_root`). The set follows
CAMEO where PLOVER and we differ; `as_plv` maps ours to it: it has one label for CONCEDE and RETREAT (YIELD), and it codes a
planned or refused act by the planning or refusing (a planned meeting is AGREE, a planned attack THREATEN, a refused loan
REJECT), where we keep the act's type and give it a status; purposes ("troops sent to detain") keep their type. Its types are
those of the conversion table for the CAMEO code.
"""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from dragoman.documents.document import Document
from dragoman.documents.stage import DocumentStage
from dragoman.errors import EvaluationError
from dragoman.evaluation.base import Evaluation, f1
from dragoman.mentions.marked import MarkedDocument
from dragoman.records import Actor, Article, Block, Drop, Span, Status
from dragoman.reports.choose import Finding, choose
from dragoman.reports.coder import Coder
from dragoman.reports.knowledge import Knowledge, load_knowledge
from dragoman.reports.labeller.labels import Labeller
from dragoman.reports.roles import Roles, fits
from dragoman.reports.triggers import Trigger, find_triggers
from dragoman.settings import Settings

SET = "plover"
COLUMNS = ("marked_sentence", "gold_root")
MARKS = re.compile(r"<(/?)([st])>")
MERGED = {"CONCEDE": "YIELD", "RETREAT": "YIELD"}
FORCE = "19"
"""CAMEO's root of fighting: the set leaves blockades (191) and occupations (192) there, where PLOVER's table moves them."""
COOPERATIVE = frozenset({"CONSULT", "SUPPORT", "COOPERATE", "AID", "CONCEDE", "RETREAT", "AGREE"})
FORCEFUL = frozenset({"SANCTION", "COERCE", "ASSAULT", "MOBILIZE", "PROTEST"})
QUADS = {
    **dict.fromkeys(("AGREE", "CONSULT", "SUPPORT", "CONCEDE"), "verbal-cooperation"),
    **dict.fromkeys(("YIELD", "COOPERATE", "AID", "RETREAT"), "material-cooperation"),
    **dict.fromkeys(("REQUEST", "ACCUSE", "REJECT", "THREATEN"), "verbal-conflict"),
    **dict.fromkeys(("PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"), "material-conflict"),
}
SOURCE, TARGET = "mark:s", "mark:t"


@dataclass(frozen=True, slots=True)
class Row:
    """One sentence: its text, where source and target stand in it, and the type that people gave."""

    number: int
    text: str
    marks: tuple[tuple[str, int, int], ...]
    gold: str


@dataclass(frozen=True, slots=True)
class Prediction:
    """What was predicted for a row and from what; `type` is `None` where nothing was found."""

    row: Row
    type: str | None
    basis: str
    trigger: str = ""


def evaluate(path: Path, settings: Settings) -> Evaluation:
    """Root and quad macro-F1 over the marked pairs. Raises `EvaluationError` where the file is missing or malformed."""
    rows = tuple(read_rows(path))
    predictions = tuple(predict(rows, settings))
    roots = scores((each.row.gold, each.type or "none") for each in predictions)
    quads = scores((QUADS.get(each.row.gold, ""), QUADS.get(each.type or "", "none")) for each in predictions)
    share = sum(each.basis == "both roles" for each in predictions) / max(1, len(predictions))
    return Evaluation(
        set=SET,
        path=str(path),
        scores={
            "root_macro_f1": macro(roots),
            "quad_macro_f1": macro(quads),
            "root_accuracy": accuracy((each.row.gold, each.type) for each in predictions),
            "both_roles": share,
            "rows": float(len(rows)),
        },
        predictions=[_as_row(each) for each in predictions],
        notes=("planned and refused acts are mapped to the set's labels, see the module; nothing found counts as wrong",),
        tables={"roots": _table(roots), "confusion": confusion(predictions)},
    )


# ------------------------------------------------------------------------------------------------------------- reading


def read_rows(path: Path) -> Iterator[Row]:
    """The rows of the table."""
    try:
        with path.open(encoding="utf-8", newline="") as file:
            reader = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
            missing = [name for name in COLUMNS if name not in (reader.fieldnames or ())]
            if missing:
                raise EvaluationError(f"has no column {', '.join(missing)}", path)
            for number, fields in enumerate(reader):
                yield _row(number, fields, path)
    except (OSError, UnicodeDecodeError) as error:
        raise EvaluationError(str(error), path) from error


def _row(number: int, fields: Mapping[str, str], path: Path) -> Row:
    marked = fields["marked_sentence"]
    if not marked or not fields["gold_root"]:
        raise EvaluationError("a row without sentence or label", path, number + 2)
    text, marks, opened = "", [], {}
    last = 0
    for tag in MARKS.finditer(marked):
        text += marked[last : tag.start()]
        last = tag.end()
        if not tag[1]:
            opened[tag[2]] = len(text)
        elif tag[2] in opened:
            marks.append((f"mark:{tag[2]}", opened.pop(tag[2]), len(text)))
    return Row(number, text + marked[last:], tuple(marks), fields["gold_root"])


# ---------------------------------------------------------------------------------------------------------- predicting


def predict(rows: Sequence[Row], settings: Settings) -> Iterator[Prediction]:
    """The type of each row's pair."""
    knowledge, labeller = load_knowledge(settings.ontology), Labeller()
    articles = [_article(row) for row in rows]
    for row, document in zip(rows, DocumentStage(settings).run(iter(articles)), strict=True):
        if isinstance(document, Drop):
            yield Prediction(row, None, "no text")
        else:
            yield predict_pair(row, marked_pair(row, document), knowledge, labeller)


def _article(row: Row) -> Article:
    blocks = (Block(0, len(row.text), "body", SET),)
    return Article(
        str(row.number), str(row.number), str(row.number), None, None, None, None, None, None, "en", None, row.text, blocks
    )


def marked_pair(row: Row, document: Document) -> MarkedDocument:
    """The document with the two marked actors as its only mentions; every word of a mark leads to its actor."""
    actors, at = [], {}
    for name, start, end in row.marks:
        actor = Actor(name, name, "group", None, "GOV", None, Span(start, end, row.text[start:end]), "name")
        actors.append(actor)
        for number, (first, last) in enumerate(zip(document.starts, document.ends, strict=True)):
            if first < end and start < last:
                at[number] = (actor,)
    return MarkedDocument(document, tuple(actors), at=at)


def predict_pair(row: Row, marked: MarkedDocument, knowledge: Knowledge, labeller: Labeller | None = None) -> Prediction:
    """The reading that has the pair in its roles; failing that one of the two, failing that the likeliest trigger.

    Where no frame fires, the labels' surest type of a word between the two.
    """
    coder = Coder(marked, knowledge, labeller)
    sentences = [coder.reader.tree.words[start:end] for start, end in coder.reader.tree.sentences]
    findings = [finding for sentence in sentences for finding in coder.findings(sentence)]
    ranked = sorted(findings, key=lambda each: (-fit(each.roles), _depth(each.trigger)))
    if ranked and fit(ranked[0].roles):
        return _prediction(row, coder, ranked[0], ("one role", "reversed", "both roles")[min(fit(ranked[0].roles), 3) - 1])
    bare = [
        trigger
        for sentence in sentences
        for trigger in find_triggers(coder.reader.tree, sentence, knowledge)
        if fits(trigger, knowledge.status)
    ]
    kept = choose(Finding(trigger, Roles((), (), (), ())) for trigger in bare)
    if not kept:
        return _by_label(row, coder)
    between = _between(coder)
    best = min(kept, key=lambda each: (each.trigger.word.i not in between, _depth(each.trigger)))
    return _prediction(row, coder, best, "trigger only")


def _by_label(row: Row, coder: Coder) -> Prediction:
    """What the labels take the surest word on the way from one mark to the other for, else the surest verb."""
    words = coder.reader.tree.words
    told = [word for word in words if (word.is_verb or word.is_noun or word.is_adjective) and not coder.reader.at(word)]
    between = _between(coder)
    asked = [word for word in told if word.i in between] or [word for word in told if word.is_verb]
    if coder.labels is None or not asked:
        return Prediction(row, None, "nothing")
    word = min(asked, key=coder.labels.none)
    return Prediction(row, as_plv(coder.labels.type_of(word)[0], "happened"), "label", word.lower)


def _between(coder: Coder) -> set[int]:
    """The words on the way through the syntax from one mark to the other."""
    chains = [_chain(coder, name) for name in (SOURCE, TARGET)]
    if not all(chains):
        return set()
    shared = set(chains[0]) & set(chains[1])
    joint = next((i for i in chains[0] if i in shared), None)
    return {i for i in (*chains[0], *chains[1]) if i not in shared or i == joint}


def _chain(coder: Coder, name: str) -> list[int]:
    inside = [word for word in coder.reader.tree.words if any(actor.id == name for actor in coder.reader.at(word))]
    heads = [word for word in inside if word.head not in inside]
    return [each.i for each in (heads[0], *heads[0].ancestors())] if heads else []


def fit(roles: Roles) -> int:
    """How well roles agree with the marks: 3 both as marked, 2 both the other way round, 1 one of them, 0 neither."""
    sources, targets = {each.id for each in roles.sources}, {each.id for each in roles.targets}
    if {SOURCE, TARGET} <= sources or (SOURCE in sources and TARGET in targets):
        return 3
    if SOURCE in targets and TARGET in sources:
        return 2
    return 1 if SOURCE in sources or TARGET in targets else 0


def _depth(trigger: Trigger) -> tuple[int, int]:
    return sum(1 for _ in trigger.outer.ancestors()), trigger.word.i


def _prediction(row: Row, coder: Coder, finding: Finding, basis: str) -> Prediction:
    found = coder.judge.judge(finding.trigger)
    status = "happened" if "purpose" in found.why else found.status
    frame = finding.trigger.entry.frame
    code = coder.knowledge.cameo.get(frame.cameo)
    kind = "ASSAULT" if frame.cameo.startswith(FORCE) else code.type if code else finding.type
    return Prediction(row, as_plv(kind, status), basis, finding.trigger.entry.name)


def as_plv(event_type: str, status: Status) -> str:
    """Our type and status as the set's label, see the module."""
    if status == "negated" and event_type in COOPERATIVE:
        return "REJECT"
    if status in ("planned", "expected") and event_type in COOPERATIVE:
        return "AGREE"
    if status in ("planned", "expected") and event_type in FORCEFUL:
        return "THREATEN"
    if status == "called-for":
        return "REQUEST"
    return MERGED.get(event_type, event_type)


# ------------------------------------------------------------------------------------------------------------- scoring


def scores(pairs: Iterable[tuple[str, str]]) -> dict[str, tuple[float, float, float]]:
    """Precision, recall and F1 of each label that people gave, from (gold, predicted) pairs."""
    right: Counter[str] = Counter()
    gold: Counter[str] = Counter()
    predicted: Counter[str] = Counter()
    for wanted, given in pairs:
        gold[wanted] += 1
        predicted[given] += 1
        right[wanted] += wanted == given
    return {label: f1(right[label], predicted[label], gold[label]) for label in sorted(gold)}


def macro(by_label: Mapping[str, tuple[float, float, float]]) -> float:
    """The mean F1 over labels."""
    return sum(each[2] for each in by_label.values()) / max(1, len(by_label))


def accuracy(pairs: Iterable[tuple[str, str | None]]) -> float:
    """The share of pairs that agree."""
    every = [gold == predicted for gold, predicted in pairs]
    return sum(every) / max(1, len(every))


def confusion(predictions: Sequence[Prediction]) -> list[list[str]]:
    """A table of counts: a row for each label that people gave, a column for each that was predicted."""
    counts = Counter((each.row.gold, each.type or "none") for each in predictions)
    rows, columns = (sorted({pair[side] for pair in counts}) for side in (0, 1))
    return [["gold", *columns], *([row, *(str(counts[row, column] or "") for column in columns)] for row in rows)]


def _table(by_label: Mapping[str, tuple[float, float, float]]) -> list[list[str]]:
    lines = [[label, *(f"{value:.3f}" for value in values)] for label, values in by_label.items()]
    return [["label", "precision", "recall", "f1"], *lines]


def _as_row(prediction: Prediction) -> dict[str, object]:
    return {
        "row": prediction.row.number,
        "event_type": prediction.type,
        "quad": QUADS.get(prediction.type or ""),
        "basis": prediction.basis,
        "trigger": prediction.trigger,
    }
