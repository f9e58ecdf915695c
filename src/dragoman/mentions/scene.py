"""What an article is about, as far as names tell: the ground on which unclear names are decided."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from dragoman.mentions.cards import Window
from dragoman.mentions.drafts import Draft
from dragoman.ontology.actors import Ambiguity
from dragoman.records import Date


@dataclass(slots=True)
class Scene:
    """The actors that the article names beyond doubt, its folded text and the days it may stand on.

    `people` are whom a short name means here, `strangers` the full names of persons without a record.
    """

    text: str
    window: Window | None
    named: set[str] = field(default_factory=set)
    people: dict[str, str] = field(default_factory=dict)
    strangers: dict[str, str] = field(default_factory=dict)
    _seen: dict[str, bool] = field(default_factory=dict)

    def says(self, words: Iterable[str]) -> bool:
        """Whether one of these words stands anywhere in the article."""
        return any(self._says(word) for word in words)

    def _says(self, word: str) -> bool:
        if word not in self._seen:
            at = self.text.find(word)
            self._seen[word] = at >= 0 and re.search(rf"(?<!\w){re.escape(word)}(?!\w)", self.text) is not None
        return self._seen[word]

    def allows(self, rule: Ambiguity, country: str | None) -> bool:
        """Whether a name that is also something else may stand for its actor here."""
        if rule.actor in self.named or self.says(rule.support):
            return True
        if self.says(rule.oppose):
            return False
        return not rule.needed or (country is not None and country in self.named)

    def note(self, drafts: Iterable[Draft]) -> None:
        """Add those whom these mentions name."""
        self.named.update(draft.id for draft in drafts if draft.id is not None)


def window_of(published: Date | None) -> Window | None:
    """The days on which an article may stand, where its page says so."""
    return (published.start, published.end) if published and published.start and published.end else None
