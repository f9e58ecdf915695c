"""`dragoman evaluate status PATH`: is it so? The status that we give to events which people marked in the text.

Reads MEANTIME (a folder of .xml: polarity, time, certainty of each event mention) and UW's factuality (.conll: a score from
-3, surely not, to 3, surely so, on a word). Each event is one word given to us; our parser reads the raw text, our judge
says its status. Scored are three yes-or-no questions, each by F1, and their mean over those that the set can answer:

- negated: polarity NEG; a score below 0. Ours: the status negated
- future: time FUTURE (not in UW). Ours: planned, expected or called for, also where that is denied ("will not sell")
- uncertain: certainty POSSIBLE or PROBABLE or a condition; a score from 0 to 1.5. Ours: called for, or expected by a word
  that doubts ("may", "if", "possible") rather than one that waits for it ("hopes to")
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from lxml import etree

from dragoman.documents.document import Document
from dragoman.documents.stage import DocumentStage
from dragoman.errors import EvaluationError
from dragoman.evaluation.base import Evaluation, f1
from dragoman.ontology.frames import Frame
from dragoman.records import Article, Block, Drop, Status
from dragoman.reports.knowledge import Entry, Knowledge, load_knowledge
from dragoman.reports.predicates import Judgement
from dragoman.reports.status import Judge
from dragoman.reports.tree import Tree, Word, build_tree
from dragoman.reports.triggers import Trigger, counted_by, host_of_noun
from dragoman.settings import Settings

SET = "status"
CLASSES = ("negated", "future", "uncertain")
AHEAD: frozenset[Status] = frozenset({"planned", "expected", "called-for"})
AHEAD_STEPS = (
    "modal:",
    "reported modal:",
    "be to",
    "call-verb",
    "call-noun",
    "plan-",
    "promise-",
    "wish-",
    "purpose",
    "hope-",
)
WAITING_STEPS = ("topic", "clause as subject", "light verb", "prospect-noun:means")
TRYING_STEPS = ("attempt-verb", "attempt-noun")
HARDLY_SURE = 1.5
NO_CERTAINTY = frozenset({"POSSIBLE", "PROBABLE"})
ANYTHING = Frame.model_construct(nouns=("event",), cameo="00", status=None, needs={}, excludes={}, requires=(), examples=())

ANY_VERB = Entry(ANYTHING, "", "verb", "", (), "any")
ANY_NOUN = Entry(ANYTHING, "", "noun", "", (), "any")


@dataclass(frozen=True, slots=True)
class Event:
    """A marked word: its characters in the text, and for each class whether it holds; a class that is not told is absent."""

    start: int
    end: int
    labels: Mapping[str, bool]


@dataclass(frozen=True, slots=True)
class Text:
    """A text with its marked events."""

    name: str
    text: str
    events: tuple[Event, ...]


def evaluate(path: Path, settings: Settings) -> Evaluation:
    """F1 of each class and their mean. Raises `EvaluationError` where nothing of either format is found."""
    texts = list(_texts(path))
    if not texts:
        raise EvaluationError("holds neither MEANTIME (.xml) nor UW (.conll)", path)
    rows = list(_judged(texts, load_knowledge(settings.ontology), settings))
    told = [name for name in CLASSES if any(name in event.labels for text in texts for event in text.events)]
    by_class = {name: _score(rows, name) for name in told}
    table = [["class", "precision", "recall", "f1"], *([name, *(f"{v:.3f}" for v in by_class[name])] for name in told)]
    scores = {f"{name}_f1": by_class[name][2] for name in told}
    scores["macro_f1"] = sum(scores.values()) / len(told)
    scores["events"] = float(len(rows))
    return Evaluation(
        SET, str(path), scores, rows, (f"{len(texts)} texts",), {"classes": table, "confusion": _confusion(rows)}
    )


def _score(rows: Iterable[Mapping[str, object]], name: str) -> tuple[float, float, float]:
    pairs = Counter((row[f"gold_{name}"], row[name]) for row in rows if row[f"gold_{name}"] is not None)
    right = pairs[True, True]
    return f1(right, right + pairs[False, True], right + pairs[True, False])


def _confusion(rows: Sequence[Mapping[str, object]]) -> list[list[str]]:
    """What people said against our status."""
    counts = Counter((_in_words(row), str(row["status"])) for row in rows)
    golds, ours = (sorted({pair[side] for pair in counts}) for side in (0, 1))
    return [["gold", *ours], *([gold, *(str(counts[gold, each] or "") for each in ours)] for gold in golds)]


def _in_words(row: Mapping[str, object]) -> str:
    return " ".join(name for name in CLASSES if row[f"gold_{name}"]) or "so"


# ------------------------------------------------------------------------------------------------------------- judging


def _judged(texts: Sequence[Text], knowledge: Knowledge, settings: Settings) -> Iterator[dict[str, object]]:
    articles = (_article(text) for text in texts)
    for text, document in zip(texts, DocumentStage(settings).run(articles), strict=True):
        if isinstance(document, Drop):
            continue
        tree = build_tree(document.doc, knowledge.lemmas, knowledge.ways)
        judge = Judge(tree, knowledge)
        for event in text.events:
            word = _word_at(document, tree, event)
            if word is not None:
                yield _row(text, event, word, judge_word(word, judge))


def _article(text: Text) -> Article:
    none = (None,) * 4
    blocks = tuple(Block(start, end, "body", SET) for start, end in _lines(text.text))
    return Article(text.name, text.name, text.name, *none, None, None, "en", None, text.text, blocks)


def _lines(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for line in text.split("\n"):
        if line.strip():
            yield start, start + len(line)
        start += len(line) + 1


def _word_at(document: Document, tree: Tree, event: Event) -> Word | None:
    """The word that heads the event's characters."""
    found = [
        tree.words[i]
        for i, (start, end) in enumerate(zip(document.starts, document.ends, strict=True))
        if start < event.end and event.start < end
    ]
    return next((word for word in found if word.head not in found), None)


def judge_word(word: Word, judge: Judge) -> Judgement:
    """The status that the judge of reports gives to whatever a word tells of; a copula tells what its predicate does."""
    if word.rel in ("cop", "aux") and word.head is not None:
        return judge.judge(Trigger(ANY_VERB, word.head, (word.head,)))
    if not (word.is_noun or word.tag in ("PRP", "DT")):
        return judge.judge(Trigger(ANY_VERB, word, (word,)))
    bundle = counted_by(word, judge.knowledge)
    host = host_of_noun(bundle or word, judge.knowledge, judge.tree)
    known = judge.knowledge.entries.get((word.lemma, "noun"), ())
    entry = replace(ANY_NOUN, type=known[0].type) if known else ANY_NOUN
    return judge.judge(Trigger(entry, word, (word,), host, bundle))


def _row(text: Text, event: Event, word: Word, found: Judgement) -> dict[str, object]:
    mine = {"negated": found.status == "negated", "future": _ahead(found), "uncertain": _doubted(found)}
    gold = {f"gold_{name}": event.labels.get(name) for name in CLASSES}
    return {
        "text": text.name,
        "start": event.start,
        "word": word.text,
        "status": found.status,
        "why": list(found.why),
        **mine,
        **gold,
    }


def _ahead(found: Judgement) -> bool:
    return found.status in AHEAD or (found.status == "negated" and any(step.startswith(AHEAD_STEPS) for step in found.why))


def _doubted(found: Judgement) -> bool:
    waits = any(step.startswith(WAITING_STEPS) for step in found.why)
    tried = found.status == "ongoing" and any(step.startswith(TRYING_STEPS) for step in found.why)
    return tried or found.status == "called-for" or (found.status == "expected" and not waits)


# ------------------------------------------------------------------------------------------------------------- reading


def _texts(path: Path) -> Iterator[Text]:
    seen: set[str] = set()
    for file in sorted(path.rglob("*.xml")) if path.is_dir() else [path] if path.suffix == ".xml" else []:
        if file.name not in seen:
            seen.add(file.name)
            yield _meantime(file)
    for file in sorted(path.rglob("*.conll")) if path.is_dir() else [path] if path.suffix == ".conll" else []:
        yield from _uw(file)


def _meantime(file: Path) -> Text:
    try:
        root = etree.parse(str(file)).getroot()
    except (OSError, etree.XMLSyntaxError) as error:
        raise EvaluationError(str(error), file) from error
    text, at = "", {}
    sentence = None
    for token in root.iter("token"):
        text += ("" if sentence is None else " " if token.get("sentence") == sentence else "\n") if text else ""
        sentence = token.get("sentence")
        at[token.get("t_id")] = (len(text), len(text) + len(token.text or ""))
        text += token.text or ""
    events = (_meantime_event(mention, at) for mention in root.iter("EVENT_MENTION"))
    return Text(file.name, text, tuple(event for event in events if event is not None))


def _meantime_event(mention: etree._Element, at: Mapping[str | None, tuple[int, int]]) -> Event | None:
    places = [at[anchor.get("t_id")] for anchor in mention.iter("token_anchor") if anchor.get("t_id") in at]
    polarity, time, certainty = (mention.get(name) for name in ("polarity", "time", "certainty"))
    if not places or not (polarity and time and certainty):
        return None
    doubt = certainty in NO_CERTAINTY or (mention.get("special_cases") or "").startswith("COND")
    labels = {"negated": polarity == "NEG", "future": time == "FUTURE", "uncertain": doubt}
    return Event(min(start for start, _ in places), max(end for _, end in places), labels)


def _uw(file: Path) -> Iterator[Text]:
    try:
        sentences = file.read_text("utf-8").split("\n\n")
    except (OSError, UnicodeDecodeError) as error:
        raise EvaluationError(str(error), file) from error
    for number, sentence in enumerate(sentences):
        rows = [line.split("\t") for line in sentence.splitlines() if line.strip()]
        text, events = "", []
        for row in rows:
            text += " " if text else ""
            if row[2] != "_":
                events.append(Event(len(text), len(text) + len(row[1]), _of_score(float(row[2]))))
            text += row[1]
        if events:
            yield Text(f"{file.name}:{number}", text, tuple(events))


def _of_score(score: float) -> dict[str, bool]:
    return {"negated": score < 0, "uncertain": 0 <= score < HARDLY_SURE}
