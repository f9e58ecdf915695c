"""Other sentences made of the examples of the frames: what the labeller learns of words that the passages seldom hold.

The examples again with other words of the same frame in the place of the trigger and of the object, with other actors, and
within longer sentences. Run with the project's own environment, see `labeller_prepare.py`.
"""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import yaml

from acts import SOURCE, TARGET, TRIGGER
from dragoman.documents.stage import DocumentStage
from dragoman.mentions.marked import MarkedDocument
from dragoman.mentions.stage import MentionStage
from dragoman.ontology.frames import load_frames
from dragoman.ontology.inflection import Irregular, load_irregular, noun_forms, verb_forms
from dragoman.records import Article, Block, Drop
from dragoman.reports.choose import Finding
from dragoman.reports.coder import Coder
from dragoman.reports.knowledge import Knowledge
from dragoman.reports.slots import has_slot
from dragoman.reports.triggers import Trigger
from dragoman.settings import Settings

Marks = list[tuple[str, int, int]]
VERB_TAGS = ("VB", "VBP", "VBZ", "VBG", "VBD", "VBN")


@dataclass(frozen=True, slots=True)
class Item:
    """One sentence with its marks, as `acts.Marked`."""

    text: str
    marks: tuple[tuple[str, int, int], ...]
    root: str


# ----------------------------------------------------------------------------------------------------- frames' examples


class Variations:
    """Other sentences made of the frames' examples."""

    def __init__(self, seed: int, knowledge: Knowledge) -> None:
        self.random = random.Random(seed)  # noqa: S311 - which examples are varied how
        self.knowledge = knowledge
        self.irregular = load_irregular()
        self.words = yaml.safe_load(Path(__file__).with_name("acts_words.yaml").read_text("utf-8"))

    def items(self) -> Iterator[Item]:
        """Every example as it stands and varied, each the second time within a longer sentence now and then."""
        cases = [(file.type, ex.text) for file in load_frames() for frame in file.frames for ex in frame.examples]
        for (kind, text), marked in zip(cases, read(text for _, text in cases), strict=True):
            for coder, finding in findings(marked, self.knowledge):
                if finding.type == kind:
                    for item in (
                        Item(text, tuple(spans(coder, finding)), kind),
                        *self._varied(coder, finding, text),
                    ):
                        yield self._within(item)

    def _varied(self, coder: Coder, finding: Finding, text: str) -> Iterator[Item]:
        marks = spans(coder, finding)
        triggers, objects = self._triggers(finding.trigger), self._objects(coder, finding.trigger, marks)
        for number in range(max(2, min(5, len(triggers)))):
            changes = [(start, end, self._actor(start)) for start, end in self._names(text, marks)]
            if number < len(triggers):
                span = coder.reader.span(finding.trigger.word, finding.trigger.word)
                changes.append((span.start, span.end, cased(triggers[number], span.text)))
            if objects and self.random.random() < 0.6:
                changes.append(objects[number % len(objects)])
            item = changed(text, marks, changes, finding.type)
            if item is not None and item.text != text:
                yield item

    def _triggers(self, trigger: Trigger) -> list[str]:
        """The other one-word triggers of the frame, in the form of this one."""
        frame, word = trigger.entry.frame, trigger.word
        if len(trigger.words) > 1:
            return []
        if trigger.entry.pos == "verb":
            same = word.tag in VERB_TAGS and inflected(word.lemma, word.tag, self.irregular) == word.lower
            others = [inflected(v, word.tag, self.irregular) for v in frame.verbs if one(v, word.lemma)] if same else []
        elif trigger.entry.pos == "noun":
            plural = word.lower != word.lemma
            others = [number(noun, self.irregular, plural=plural) for noun in frame.nouns if one(noun, word.lemma)]
        else:
            others = [adjective for adjective in frame.adjectives if one(adjective, word.lower)]
        self.random.shuffle(others)
        return others

    def _objects(self, coder: Coder, trigger: Trigger, marks: Marks) -> list[tuple[int, int, str]]:
        """The other nouns that the frame would take for its object."""
        lemmas = trigger.entry.frame.needs.get("object", ())
        word = has_slot(trigger, "object", lemmas) if lemmas else None
        if word is None or not word.is_noun or word.lemma not in lemmas:
            return []
        span = coder.reader.span(word, word)
        if any(start < span.end and span.start < end for _, start, end in marks):
            return []
        plural = word.lower != word.lemma
        others = [lemma for lemma in lemmas if one(lemma, word.lemma) and lemma[0].isalpha()]
        self.random.shuffle(others)
        return [(span.start, span.end, number(lemma, self.irregular, plural=plural)) for lemma in others]

    def _names(self, text: str, marks: Marks) -> Iterator[tuple[int, int]]:
        for role, start, end in marks:
            name = text[start:end]
            if role != TRIGGER and name[0].isupper() and " " not in name and self.random.random() < 0.7:
                yield start, end

    def _actor(self, start: int) -> str:
        actor: str = self.random.choice(self.words["actors"])
        return actor[0].upper() + actor[1:] if start == 0 else actor

    def _within(self, item: Item) -> Item:
        """The sentence with something before or after it, three times of five."""
        chance = self.random.random()
        before = self.random.choice(self.words["before"]) if 0.4 <= chance < 0.6 or chance >= 0.8 else ""
        after = self.random.choice(self.words["after"]) if chance >= 0.6 else ""
        text = item.text
        if after:
            text = text.rstrip(".") + ("" if after.startswith(",") or self.random.random() < 0.5 else ",") + after
        if before and text.split()[0] in self.words["articles"]:
            text = text[0].lower() + text[1:]
        moved = tuple((role, start + len(before), end + len(before)) for role, start, end in item.marks)
        return Item(before + text, moved, item.root)


def one(word: str, but: str) -> bool:
    """Whether this is a single word, and another one."""
    return " " not in word and word not in (but, "*")


def inflected(lemma: str, tag: str, irregular: Irregular) -> str:
    """The form of a verb that a Penn tag names."""
    forms = list(verb_forms(lemma, irregular))
    past = forms[3]
    participle = forms[4] if lemma in irregular.verbs and len(forms) > 4 else past
    return {"VBZ": forms[1], "VBG": forms[2], "VBD": past, "VBN": participle}.get(tag, lemma)


def number(lemma: str, irregular: Irregular, *, plural: bool) -> str:
    """Singular or plural."""
    return list(noun_forms(lemma, irregular))[1] if plural else lemma


def cased(word: str, like: str) -> str:
    """The word with a capital where the other has one."""
    return word.capitalize() if like[0].isupper() else word


def changed(text: str, marks: Marks, changes: Iterable[tuple[int, int, str]], root: str) -> Item | None:
    """The text with stretches replaced and its marks moved along; `None` where two stretches overlap."""
    ordered = sorted(set(changes))
    if any(after[0] < before[1] for before, after in pairwise(ordered)):
        return None
    new, last, places = "", 0, {}
    for start, end, words in ordered:
        new += text[last:start]
        places[start, end] = (len(new), len(new) + len(words))
        new += words
        last = end
    new += text[last:]

    def moved(start: int, end: int) -> tuple[int, int]:
        if (start, end) in places:
            return places[start, end]
        shift = sum((b - a) - (old_end - old_start) for (old_start, old_end), (a, b) in places.items() if old_end <= start)
        return start + shift, end + shift

    return Item(new, tuple((role, *moved(start, end)) for role, start, end in marks), root)


# ------------------------------------------------------------------------------------------------------------- reading


def read(texts: Iterable[str]) -> Iterator[MarkedDocument | None]:
    """Each text through the stages up to who is meant; `None` where it has no word."""
    settings = Settings()
    mentions = MentionStage(settings)
    for document in DocumentStage(settings).run(article(text) for text in texts):
        marked = None if isinstance(document, Drop) else next(iter(mentions.run(iter([document]))))
        yield marked if isinstance(marked, MarkedDocument) else None


def article(text: str) -> Article:
    """The text as the body of a page."""
    blocks = (Block(0, len(text), "body", "training"),)
    return Article(text, text, text, None, None, None, None, None, None, "en", None, text, blocks)


def findings(marked: MarkedDocument | None, knowledge: Knowledge) -> Iterator[tuple[Coder, Finding]]:
    """What the lexicon finds."""
    if marked is not None:
        coder = Coder(marked, knowledge)
        for start, end in coder.reader.tree.sentences:
            yield from ((coder, finding) for finding in coder.findings(coder.reader.tree.words[start:end]))


def spans(coder: Coder, finding: Finding) -> Marks:
    """A finding as marks."""
    roles = ((SOURCE, finding.roles.sources), (TARGET, finding.roles.targets))
    marks = [(role, actor.mention.start, actor.mention.end) for role, actors in roles for actor in actors]
    words = (coder.reader.span(word, word) for word in finding.trigger.words)
    return marks + [(TRIGGER, span.start, span.end) for span in words]
