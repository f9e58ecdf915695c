"""What an act is about: PLOVER's contexts, from its frame and from the words of its sentence."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from dragoman.reports.tree import Word


def contexts_of(sentence: Iterable[Word], own: Iterable[str], cues: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    """The frame's own contexts first, then those whose cues (lemmas, or phrases of lemmas) stand in the sentence."""
    text = f" {' '.join(word.lemma for word in sentence)} "
    shown = (name for name, phrases in cues.items() if any(f" {phrase} " in text for phrase in phrases))
    return tuple(dict.fromkeys((*own, *shown)))
