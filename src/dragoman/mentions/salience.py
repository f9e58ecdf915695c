"""Who was spoken of last, how often and in which role: what a reader has in mind where a pronoun or a description stands.

The trained resolver knows words; this knows actors. "She" after "Penny Wong spoke" is hardly somebody whom only pronouns
have meant for three sentences: whoever was named since speaks against the one before.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from math import prod
from typing import Final

from dragoman.mentions.antecedents import Who
from dragoman.mentions.view import View

Fits = Callable[[Who], bool]
REACH: Final = 6
"""Sentences to look back."""
DECAY: Final = 0.55
"""What a mention is worth for each sentence that it lies farther back."""
SUBJECT_RIVAL, OTHER_RIVAL = 0.2, 0.75
"""What is left of the share of an actor for each other who was named since, as a subject or elsewhere."""
ROLES: Final[Mapping[str, float]] = {
    "nsubj": 1.0, "nsubj:pass": 1.0, "nsubj:outer": 1.0, "obj": 0.7, "iobj": 0.7, "nmod:poss": 0.6, "amod": 0.4,
    "compound": 0.4,
}  # fmt: skip
"""What a mention is worth by its relation; others are worth `ELSEWHERE`."""
ELSEWHERE: Final = 0.5
SUBJECTS: Final = frozenset({"nsubj", "nsubj:pass", "nsubj:outer"})
BESIDE: Final = frozenset({"appos", "nmod:desc", "flat"})
"""Relations of a name to the description that it stands beside, whose role it shares."""
ROOTS: Final = frozenset({"root", "ROOT"})


@dataclass(frozen=True, slots=True, order=True)
class Step:
    """A mention of an actor, or of several together, at a token; `named` unless by a pronoun."""

    token: int
    who: Who
    named: bool


class Trail:
    """The mentions of actors and groups in a document, in the order of the text, as far as they are known."""

    def __init__(self, view: View) -> None:
        self._view = view
        self._steps: list[Step] = []
        self._sentence = view.sentence

    def note(self, token: int, who: Who, *, named: bool) -> None:
        """Add a mention; the same one twice does no harm."""
        step = Step(token, who, named)
        at = bisect_left(self._steps, step)
        if at == len(self._steps) or self._steps[at] != step:
            insort(self._steps, step)

    def _before(self, token: int) -> list[Step]:
        """The steps before a token that are near enough, the last one first."""
        end = bisect_left(self._steps, Step(token, (), False))
        first = self._sentence[token] - REACH
        near = []
        for step in reversed(self._steps[:end]):
            if self._sentence[step.token] < first:
                break
            near.append(step)
        return near

    def before(self, token: int) -> set[Who]:
        """Everybody meant before a token, however far back."""
        return {step.who for step in self._steps[: bisect_left(self._steps, Step(token, (), False))]}

    def nearest(self, token: int, fits: Fits) -> Who | None:
        """The last who fits before a token, however far back."""
        steps = self._steps[: bisect_left(self._steps, Step(token, (), False))]
        return next((step.who for step in reversed(steps) if fits(step.who)), None)

    def last(self, token: int, number: int, fits: Fits, reach: int) -> Who | None:
        """The last who fit, sentence by sentence back, if they come to be just so many; `None` where they are more."""
        found: set[str] = set()
        at = self._sentence[token]
        for step in self._before(token):
            if self._sentence[step.token] != at and len(found) >= number:
                break
            at = self._sentence[step.token]
            if self._sentence[token] - at >= reach:
                break
            if fits(step.who):
                found.update(step.who)
        return tuple(sorted(found)) if len(found) == number else None

    def weights(self, token: int, fits: Fits) -> dict[Who, float]:
        """How much each fitting actor is in mind before a token."""
        found: dict[Who, float] = {}
        for step in self._before(token):
            if fits(step.who):
                back = self._sentence[token] - self._sentence[step.token]
                found[step.who] = found.get(step.who, 0.0) + self._worth(step.token) * DECAY**back
        return found

    def _worth(self, token: int) -> float:
        return ROLES.get(self._view.dep[self._described(token)], ELSEWHERE)

    def eclipse(self, token: int, who: Who, fits: Fits) -> float:
        """What is left of the share of `who`, 0 to 1, by those named between its last mention and the token.

        The subject of a whole sentence stays in mind, once it has ended, over everybody named within it.
        """
        here = self._sentence[token]
        since: list[Step] = []
        for step in self._before(token):
            if step.who == who:
                if self._sentence[step.token] != here and self._is_topic(step.token):
                    since = [one for one in since if self._sentence[one.token] != self._sentence[step.token]]
                break
            if step.named and fits(step.who):
                since.append(step)
        rivals = dict.fromkeys(dict.fromkeys(step.who for step in since), OTHER_RIVAL)
        rivals.update((step.who, SUBJECT_RIVAL) for step in since if self._is_topic(step.token))
        return prod(rivals.values())

    def _is_topic(self, token: int) -> bool:
        """Whether a token is the subject of its whole sentence."""
        dep, head = self._view.dep, self._view.head
        word = self._described(token)
        verb = head[word]
        return dep[word] in SUBJECTS and (dep[verb] in ROOTS or (dep[verb] == "conj" and dep[head[verb]] in ROOTS))

    def _described(self, token: int) -> int:
        """The head of the description that a name stands beside, itself elsewhere."""
        while self._view.dep[token] in BESIDE and self._view.head[token] != token:
            token = self._view.head[token]
        return token
