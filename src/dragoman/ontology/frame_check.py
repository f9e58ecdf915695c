"""Frames between which only the order of the files decides: `dragoman ontology check` lists them.

Of the frames that fit the same words the one with more conditions holds. Two frames of different types clash where they
share a trigger, have as many conditions, and one word can satisfy both: then whichever was loaded first wins, which nobody
decided. Frames of one type may clash: the code differs, the type does not.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from itertools import combinations

from dragoman.ontology.frames import Frame, FrameFile

ANYTHING = "*"
Trigger = tuple[str, str]
Sense = tuple[str, Frame]


def problems_of_frames(files: Iterable[FrameFile]) -> list[str]:
    """A line for each pair of clashing frames, with the triggers they share."""
    shared: dict[tuple[str, str], list[str]] = defaultdict(list)
    for trigger, senses in _by_trigger(files).items():
        for one, other in combinations(senses, 2):
            if one[0] != other[0] and clash(one[1], other[1]):
                shared[_name(one), _name(other)].append(trigger[1])
    return sorted(f"frames {one} and {other} fit equally well: {', '.join(words)}" for (one, other), words in shared.items())


def clash(one: Frame, other: Frame) -> bool:
    """Whether two frames with the same trigger may fit the same words with the same rank."""
    ranks = [_rank(each) for each in (one, other)]
    if ranks[0] != ranks[1] or set(one.needs) != set(other.needs) or one.clause != other.clause:
        return False
    if not all(_common(one.needs[slot], other.needs[slot]) for slot in one.needs):
        return False
    return not _apart(one.needs, other.excludes) and not _apart(other.needs, one.excludes)


def _rank(frame: Frame) -> tuple[int, int, int]:
    conditions = len(frame.needs) + (frame.clause is not None)
    return conditions, len({*frame.requires} - {"parties"}), len(frame.excludes)


def _common(one: Iterable[str], other: Iterable[str]) -> bool:
    first, second = set(one), set(other)
    return ANYTHING in first | second or bool(first & second)


def _apart(needs: Mapping[str, tuple[str, ...]], excludes: Mapping[str, tuple[str, ...]]) -> bool:
    """Whether all that one frame needs is what the other excludes."""
    return any(set(lemmas) <= set(excludes.get(slot, ())) for slot, lemmas in needs.items())


def _by_trigger(files: Iterable[FrameFile]) -> dict[Trigger, list[Sense]]:
    found: dict[Trigger, list[Sense]] = defaultdict(list)
    for file in files:
        for frame in file.frames:
            for pos, words in (("verb", frame.verbs), ("noun", frame.nouns), ("adjective", frame.adjectives)):
                for word in words:
                    found[pos, word].append((file.type, frame))
    return found


def _name(sense: Sense) -> str:
    kind, frame = sense
    needs = "; ".join(f"{slot} {lemmas[0]}" for slot, lemmas in frame.needs.items())
    return f"{kind}:{(frame.verbs or frame.nouns or frame.adjectives)[0]} ({frame.cameo}{f', {needs}' if needs else ''})"
