"""What act the words of a trigger name: "killed", "murder" and "dead" are one, "opened fire" and "shooting" another."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.ontology.inflection import Irregular, noun_forms, verb_forms
from dragoman.ontology.same_event import SameEvent
from dragoman.stories.words import Words, folded


class Acts:
    """Maps words to acts: through their lemma where it is irregular, their stem, and the groups of `same_event.yaml`."""

    def __init__(self, knowledge: SameEvent, irregular: Irregular, words: Words) -> None:
        self._words = words
        self._particles = frozenset(knowledge.particles)
        self._lemmas = dict(_forms(irregular))
        self._acts: dict[str, str] = {}
        for act, names in knowledge.acts.items():
            for name in names:
                self._acts[self._key(name)] = act

    def known(self, text: str) -> str | None:
        """The group of acts that the words name, `None` where they are of none."""
        return self._acts.get(self._key(text)) or self._acts.get(self.head(text))

    def act(self, text: str) -> str:
        """The group of acts, or the stem of the word that names the act."""
        return self.known(text) or self.head(text)

    def _key(self, text: str) -> str:
        return " ".join(self._stem(word) for word in text.split())

    def head(self, text: str) -> str:
        """The stem of the last word that is no particle: "gunned down" is of "gun"."""
        words = text.split()
        while len(words) > 1 and folded(words[-1]) in self._particles:
            words.pop()
        return self._stem(words[-1]) if words else ""

    def _stem(self, word: str) -> str:
        bare = folded(word).strip("#.,'\u2019\"")
        return self._words.stem(self._lemmas.get(bare, bare))


def _forms(irregular: Irregular) -> Iterator[tuple[str, str]]:
    """Every irregular form and its lemma; a form of two words belongs to the first."""
    seen: set[str] = set()
    for lemmas, forms in ((irregular.verbs, verb_forms), (irregular.nouns, noun_forms)):
        for lemma in lemmas:
            for form in forms(lemma, irregular):
                if form not in seen:
                    seen.add(form)
                    yield form, lemma
