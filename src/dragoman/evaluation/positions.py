"""Scores who is for or against whom, sentence by sentence: news stories in which people marked holder, target and direction.

Reads SEESAW: `annotations/*.json` (entities of the article and, by sentence, triples of subject, sentiment and object) and
`articles/*.json` (the sentences) below one folder. A prediction is a holder of a position, its object, and the side of its
stance; positions on issues without an actor, and calls, have no side towards anybody and are not compared.

The set asks for more than positions of actors: the author as holder ("None"), entities that its list lacks, topics and
events as targets. What is scored is the part on **actors we link**: the holder and the target each have a name that one of
our actors bears in the article (its canonical name or the words of a mention by name). `f1` counts the triples where both
are linked to words of that sentence, pronouns and titles included; `f1_article` those where both are linked somewhere in
the article, so that a triple which the sentence leaves understood counts as missed; `f1_all` is on every triple of the set.
Predictions between actors of whom the article's list has nothing are not judged in the first two, and are wrong in the
third.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dragoman.articles.inline import marks_in
from dragoman.articles.lexicon import Lexicon, load_lexicon
from dragoman.articles.lines import make_line
from dragoman.documents.stage import DocumentStage
from dragoman.errors import EvaluationError
from dragoman.evaluation.base import Evaluation, f1
from dragoman.evaluation.gold import plain
from dragoman.mentions.marked import MarkedDocument
from dragoman.mentions.stage import MentionStage
from dragoman.ontology.stances import Stance, load_stances
from dragoman.records import Actor, Article, Block, Coding, Drop, Position
from dragoman.reports.stage import ReportStage
from dragoman.settings import Settings
from dragoman.stage import through

SET = "positions"
DATELINE = "dateline"
SIDES = {"for": "POS", "against": "NEG"}
UNSIDED = frozenset({"calls-for", "claims"})
"""Stances that say nothing for or against the actor they are directed at."""


@dataclass(frozen=True, slots=True)
class Triple:
    """Who is for (POS) or against (NEG) whom, in which sentence; holder and target are names of the article's list."""

    sentence: str
    holder: str
    side: str
    target: str


@dataclass(frozen=True, slots=True)
class Story:
    """One article: its text as we read it, where its sentences stand, and its triples."""

    article: Article
    sentences: Mapping[str, tuple[int, int]]
    triples: frozenset[Triple]
    entities: tuple[str, ...]

    def sentence_at(self, offset: int) -> str | None:
        """The sentence that an offset lies in."""
        return next((name for name, (start, end) in self.sentences.items() if start <= offset < end), None)


@dataclass(frozen=True, slots=True)
class Judged:
    """A predicted triple by names of the list (`None`: not on it), and the position that it comes from."""

    triple: Triple | None
    position: Position
    sentence: str | None
    side: str
    holder: Actor
    target: Actor


def evaluate(path: Path, settings: Settings) -> Evaluation:
    """F1 of holder, target and direction. Raises `EvaluationError` where the set is missing or malformed."""
    stories = tuple(read_stories(path, settings))
    marked = through(MentionStage(settings), through(DocumentStage(settings), (story.article for story in stories)))
    return score(stories, (item for item in marked if isinstance(item, MarkedDocument)), settings)


def score(stories: Sequence[Story], marked: Iterable[MarkedDocument], settings: Settings) -> Evaluation:
    """The scores of stories whose mentions have been marked."""
    stances = load_stances(settings.ontology)
    by_id = {story.article.id: story for story in stories}
    counts: Counter[str] = Counter()
    rows: list[dict[str, Any]] = []
    for coding in through(ReportStage(settings), marked):
        if isinstance(coding, Drop):
            raise EvaluationError(f"{coding.reason}: {coding.detail}", coding.page)
        story = by_id[coding.article.id]
        rows += _count(story, coding, stances, counts)
    return Evaluation(SET, "", _scores(counts), rows, (f"{len(stories)} articles; triples on actors we link",))


# ------------------------------------------------------------------------------------------------------------- reading


def read_stories(path: Path, settings: Settings) -> Iterator[Story]:
    """The articles of the set with their triples; a dateline is no part of the body, as on any page."""
    lexicon = load_lexicon(settings.ontology)
    files = sorted((path / "annotations").glob("*.json"))
    if not files:
        raise EvaluationError("holds no annotations/*.json", path)
    for file in files:
        try:
            article = json.loads((path / "articles" / file.name).read_bytes())
            yield _story(file.stem, json.loads(file.read_bytes()), article, lexicon)
        except (OSError, ValueError, KeyError) as error:
            raise EvaluationError(f"{type(error).__name__}: {error}", file) from error


def _story(name: str, gold: Mapping[str, Any], article: Mapping[str, Any], lexicon: Lexicon) -> Story:
    text, sentences = "", {}
    for sentence in article["text"]:
        sentences[str(sentence["id"])] = (len(text), len(text) + len(sentence["text"]))
        text += sentence["text"] + "\n"
    triples = frozenset(
        Triple(number, row["subject"], row["sentiment"], row["object"])
        for number, rows in gold["sentence-level stances"].items()
        for row in rows
    )
    entities = {entity[0] for entity in gold["entity lists"]} | {
        name for each in triples for name in (each.holder, each.target)
    }
    blocks = tuple(_blocks(text, sentences.values(), lexicon))
    read = Article(name, name, name, None, None, None, None, None, None, "en", None, text, blocks)
    return Story(read, sentences, triples, tuple(sorted(entities)))


def _blocks(text: str, sentences: Iterable[tuple[int, int]], lexicon: Lexicon) -> Iterator[Block]:
    """Each sentence as body, less the dateline that it begins with."""
    for start, end in sentences:
        first = text[start:end].split("\n", 1)[0]
        line = make_line(text, start, start + len(first.rstrip()), lexicon)
        marks = marks_in(line, lexicon) if line.text.strip() else ()
        at = next((mark.end for mark in marks if mark.why == DATELINE and mark.start == start), start)
        yield Block(at, end, "body", SET)


# ------------------------------------------------------------------------------------------------------------- scoring


def _count(story: Story, coding: Coding, stances: Mapping[str, Stance], counts: Counter[str]) -> list[dict[str, Any]]:
    names = _names(story, coding.mentions)
    here = _present(story, coding.mentions)
    judged = list(_predicted(story, coding.positions, names, stances))
    found = {each.triple for each in judged if each.triple is not None}
    in_article = {each for each in story.triples if _linked(each, names, None)}
    in_sentence = {each for each in in_article if _linked(each, names, here[each.sentence])}
    for name, gold in (("", in_sentence), ("_article", in_article), ("_all", story.triples)):
        counts[f"gold{name}"] += len(gold)
        counts[f"right{name}"] += len(gold & found)
        counts[f"predicted{name}"] += len(found)
    counts["predicted_all"] += sum(each.triple is None for each in judged)
    directionless = {(each.sentence, each.holder, each.target) for each in in_sentence}
    counts["pairs"] += len(directionless & {(each.sentence, each.holder, each.target) for each in found})
    missed = sorted(in_sentence - found, key=str)
    return [*(_row(story, each) for each in judged), *(_missed(story, each) for each in missed)]


def _names(story: Story, mentions: Iterable[Actor]) -> dict[str, set[str]]:
    """For each actor of ours the names of the article's list that it bears."""
    listed: dict[str, list[str]] = defaultdict(list)
    for entity in story.entities:
        listed[plain(entity)].append(entity)
    found: dict[str, set[str]] = defaultdict(set)
    for actor in mentions:
        if actor.id is None:
            continue
        own = {plain(actor.name)} | ({plain(actor.mention.text)} if actor.via in ("name", "abbreviation") else set())
        found[actor.id].update(entity for name in own - {""} for entity in listed.get(name, ()))
    return found


def _present(story: Story, mentions: Iterable[Actor]) -> dict[str, set[str]]:
    """The ids of the actors that stand in each sentence."""
    found: dict[str, set[str]] = defaultdict(set)
    for actor in mentions:
        sentence = story.sentence_at(actor.mention.start)
        if sentence is not None:
            found[sentence].update(each for each in (actor.id, *actor.members) if each)
    return found


def _linked(triple: Triple, names: Mapping[str, set[str]], present: set[str] | None) -> bool:
    """Whether holder and target both bear a name of an actor of ours (that is present)."""
    borne = {name for actor, own in names.items() if present is None or actor in present for name in own}
    return triple.holder in borne and triple.target in borne


def _predicted(
    story: Story, positions: Iterable[Position], names: Mapping[str, set[str]], stances: Mapping[str, Stance]
) -> Iterator[Judged]:
    for position in positions:
        side = SIDES.get(stances[position.stance].side)
        if side is None or position.object is None or position.stance in UNSIDED:
            continue
        sentence = story.sentence_at(position.cue.start)
        for holder in position.holders:
            yield from _judged(story, position, sentence, side, holder, position.object, names)


def _judged(
    story: Story,
    position: Position,
    sentence: str | None,
    side: str,
    holder: Actor,
    target: Actor,
    names: Mapping[str, set[str]],
) -> Iterator[Judged]:
    """The triple by the list's names: the one that is marked, where an actor bears several."""
    holders, targets = names.get(holder.id or "", set()), names.get(target.id or "", set())
    triples = [Triple(sentence or "", one, side, other) for one in sorted(holders) for other in sorted(targets)]
    best = next((each for each in triples if each in story.triples), triples[0] if triples else None)
    yield Judged(best, position, sentence, side, holder, target)


def _scores(counts: Counter[str]) -> dict[str, float]:
    scores: dict[str, float] = {}
    for name in ("", "_article", "_all"):
        precision, recall, both = f1(counts[f"right{name}"], counts[f"predicted{name}"], counts[f"gold{name}"])
        scores |= {
            f"f1{name}": both,
            f"precision{name}": precision,
            f"recall{name}": recall,
            f"gold{name}": counts[f"gold{name}"],
        }
    scores["pairs_f1"] = f1(counts["pairs"], counts["predicted"], counts["gold"])[2]
    return scores


def _row(story: Story, judged: Judged) -> dict[str, Any]:
    verdict = "unlisted" if judged.triple is None else "right" if judged.triple in story.triples else "wrong"
    return {
        "article": story.article.id,
        "sentence": judged.sentence,
        "verdict": verdict,
        "holder": judged.holder.name,
        "side": judged.side,
        "target": judged.target.name,
        "stance": judged.position.stance,
        "cue": judged.position.cue.text,
        "evidence": judged.position.evidence.text,
        "why": list(judged.position.why),
    }


def _missed(story: Story, triple: Triple) -> dict[str, Any]:
    start, end = story.sentences[triple.sentence]
    return {
        "article": story.article.id,
        "sentence": triple.sentence,
        "verdict": "missed",
        "holder": triple.holder,
        "side": triple.side,
        "target": triple.target,
        "evidence": story.article.text[start:end],
    }
