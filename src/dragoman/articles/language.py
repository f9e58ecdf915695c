"""Which language an article is in."""

from __future__ import annotations

from functools import cached_property
from typing import Any

from dragoman.articles.lexicon import Lexicon, fold

SAMPLE = 4000
ENOUGH_LETTERS = 60
"""Letters below which a text says too little about its language."""
ENGLISH_SHARE = 0.3
"""Share of English function words from which on a text can only be English."""
SURE = 0.9


class Languages:
    """Tells languages apart. The statistical model is loaded when a text is first not plainly English."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._function, self._codes = lexicon.words.function, lexicon.words.languages

    def of(self, text: str, declared: str | None = None) -> str | None:
        """ISO 639-1 code of a text's language. Short or doubtful texts are what the page declares, else `None`."""
        sample = text[:SAMPLE]
        letters = sum(char.isalpha() for char in sample)
        stated = self.code_of(declared)
        words = fold(sample).split()
        share = sum(word.strip(".,:;!?\"'()") in self._function for word in words) / max(1, len(words))
        if share >= ENGLISH_SHARE and len(words) >= 5:
            return "en"
        if letters < ENOUGH_LETTERS:
            return stated
        found, probability = self._model.classify(sample)
        return str(found) if probability >= SURE or stated is None else stated

    @cached_property
    def _model(self) -> Any:  # noqa: ANN401 - py3langid has no types
        from py3langid.langid import MODEL_FILE, LanguageIdentifier

        return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)

    def code_of(self, declared: str | None) -> str | None:
        """ISO 639-1 code of a declared language ("en-US", "eng", "English"), or `None`."""
        plain = (declared or "").strip().lower().replace("_", "-").partition("-")[0]
        if plain in self._codes:
            return self._codes[plain]
        return plain if len(plain) == 2 and plain.isalpha() else None
