"""Where: the place that hangs on an act by a preposition of place. The venue of a visit's host state is a place, too."""

from __future__ import annotations

from dragoman.records import Place
from dragoman.reports.reader import Reader
from dragoman.reports.slots import fillers
from dragoman.reports.tree import Word, first_conjunct, preposition
from dragoman.reports.triggers import Trigger

LOCATIVE = frozenset(
    {
        "in",
        "at",
        "near",
        "on",
        "off",
        "outside",
        "inside",
        "over",
        "across",
        "around",
        "throughout",
        "along",
        "into",
        "to",
        "within",
        "above",
    }
)


def where(trigger: Trigger, reader: Reader) -> Place | None:
    """The place of a trigger's act, or `None` where its clause names none."""
    for word in _anchors(trigger):
        for child in word.by_dep("obl", "nmod", "obj"):
            if child.rel != "obj" and preposition(child) not in LOCATIVE:
                continue
            if child.rel == "obj" and trigger.entry.frame.mode != "visit":
                continue
            place = _at(child, reader)
            if place is not None:
                return place
    return None


def in_a_country(trigger: Trigger, reader: Reader) -> bool:
    """Whether the act is set in a state, named itself or by a place of which the country is known."""
    near = [*_anchors(trigger), *fillers(trigger, "subject"), *fillers(trigger, "object")]
    phrases = [child for word in near for child in word.by_dep("obl", "nmod")]
    phrases += [inner for child in phrases for inner in child.by_dep("nmod")]
    return any(actor.country for child in phrases if preposition(child) in LOCATIVE for actor in reader.host(child))


def _anchors(trigger: Trigger) -> list[Word]:
    words = [trigger.word, first_conjunct(trigger.word)]
    if trigger.bundle is not None:
        words.append(trigger.bundle)
    if trigger.host is not None:
        words.append(trigger.host.verb)
        words.extend(trigger.host.verb.by_dep("obj"))
    outer = words[-1] if trigger.host is not None else first_conjunct(trigger.word)
    if trigger.entry.pos == "noun" and outer.rel in ("obl", "obj", "nmod") and outer.head is not None:
        words.append(outer.head)
    return list(dict.fromkeys(words))


def _at(word: Word, reader: Reader) -> Place | None:
    own = reader.place(word)
    if own is not None:
        return own
    for child in word.by_dep("appos", "nmod", "compound", "nmod:poss"):
        if child.rel != "nmod" or preposition(child) in ("in", "of", "at", "near", None):
            inner = reader.place(child)
            if inner is not None:
                return inner
    return None
