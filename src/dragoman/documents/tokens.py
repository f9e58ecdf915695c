"""Words as the UD treebanks cut them: spaCy's English tokenizer with other rules for hyphens, slashes and runs of marks."""

from __future__ import annotations

import re
from collections.abc import Iterable

from spacy.lang.char_classes import ALPHA, CONCAT_QUOTES
from spacy.lang.en import English
from spacy.symbols import ORTH
from spacy.tokenizer import Tokenizer
from spacy.util import compile_infix_regex, compile_prefix_regex, compile_suffix_regex
from spacy.vocab import Vocab

from dragoman.ontology.spelling import Spelling

Patterns = Iterable[str | re.Pattern[str]]

_RUNS = (
    r"[!?]{2,}",
    r"\.[?!]+",
    r"…+",
    r"\.{2,}",
    r"-{2,}",
    r"={2,}",
    r"\*{2,}",
    r"_{2,}",
    r"\+{2,}",
    r"<{2,}",
    r">{2,}",
    r"~{2,}",
    r"\${2,}",
)
_PHONE = r"\+?\d{1,4}(?:[-/]\d{3,4}){1,3}(?!\d)"
_ADDRESS = r"(?:https?://|www\.)\S+[\w/]|[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
_HASHTAG = r"[#@]\w+"


def make_tokenizer(vocab: Vocab, spelling: Spelling) -> Tokenizer:
    """A tokenizer over the vocabulary of the pipeline that will read its documents."""
    kept = "|".join(sorted(spelling.kept_prefixes, key=lambda p: (-len(p), p)))
    whole = re.compile(rf"(?i:{_PHONE}|{_ADDRESS}|{_HASHTAG}|(?:{kept})-[{ALPHA}]+)")
    defaults = English.Defaults
    return Tokenizer(
        vocab,
        rules=_special_cases(spelling),
        prefix_search=compile_prefix_regex(_prefixes(defaults.prefixes or ())).search,
        suffix_search=compile_suffix_regex(_suffixes(defaults.suffixes or ())).search,
        infix_finditer=compile_infix_regex(_infixes()).finditer,
        token_match=whole.fullmatch,
        url_match=defaults.url_match,
    )


def _special_cases(spelling: Spelling) -> dict[str, list[dict[int, str]]]:
    exceptions = English.Defaults.tokenizer_exceptions
    rules = {text: [{ORTH: piece[ORTH]} for piece in pieces] for text, pieces in exceptions.items() if "/" not in text}
    for text, pieces in [*rules.items()]:
        if "'" in text or "’" in text:  # DON'T, in headlines
            rules.setdefault(text.upper(), [{ORTH: piece[ORTH].upper()} for piece in pieces])
    for word in (*spelling.titles, *spelling.abbreviations):
        for form in {word, word.lower(), word.upper(), word.capitalize()}:
            rules.setdefault(f"{form}.", [{ORTH: f"{form}."}])
    return rules


def _prefixes(defaults: Patterns) -> list[str | re.Pattern[str]]:
    return [*_RUNS, *(p for p in defaults if p not in {"#"}), r"[<>~|^`´]"]


def _suffixes(defaults: Patterns) -> list[str | re.Pattern[str]]:
    return [*_RUNS, *defaults, r"(?<=[)\]}\"'’”»])[.:,;]", r"(?<=['’][A-Z])\.", r"[<>~|^`´]"]


def _infixes() -> list[str | re.Pattern[str]]:
    letter = f"[{ALPHA}]"
    return [
        *_RUNS,
        r"…",
        rf"(?<={letter})[,:;!?](?={letter})",
        rf"(?<=[{ALPHA}0-9])[–—―](?=[{ALPHA}0-9])",
        rf"(?<={letter})(?<!\b{letter})/(?={letter}{letter})",  # and/or, but not b/c
        rf"(?<={letter})[<>=()\[\]](?={letter})",
        rf"(?<=[{ALPHA}.])[{CONCAT_QUOTES}\"](?={letter})(?<!')(?<!’)",
        r"(?<=[0-9])[+*^×](?=[0-9-])",
        r"(?<=[0-9])-(?=[0-9])",
        rf"(?<=[{ALPHA}0-9.'’])-(?=[{ALPHA}0-9])",
        r"(?<=[a-zß-ÿ])\.(?=[A-ZÀ-Þ][a-zß-ÿ]+)",  # a stop without its space: "left.They"
    ]
