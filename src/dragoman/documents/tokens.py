"""Words as the UD treebanks cut them: spaCy's English tokenizer with other rules for hyphens, slashes and runs of marks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from itertools import accumulate, pairwise

import numpy as np
from spacy.attrs import IDX, LENGTH
from spacy.lang.char_classes import ALPHA, CONCAT_QUOTES
from spacy.lang.en import English
from spacy.symbols import ORTH
from spacy.tokenizer import Tokenizer
from spacy.tokens import Doc
from spacy.util import compile_infix_regex, compile_prefix_regex, compile_suffix_regex
from spacy.vocab import Vocab

from dragoman.ontology.spelling import Spelling

Patterns = Iterable[str | re.Pattern[str]]

_RUNS = (
    r"[!?]{2,}",
    r"(?<!\.)\.[?!]+",
    r"…+",
    r"\.{2,}",
    r"[-=]{2,}",
    r"\*{2,}",
    r"_{2,}",
    r"\+{2,}",
    r"<{2,}",
    r">{2,}",
    r"~{2,}",
    r"\${2,}",
)
_NUMBERS = r"\+?\d{1,4}(?:[-/]\d{1,4}){2,3}|(?:\d{1,3}|\d{5})-\d{4}|\d{3}/\d{4}"
"""Of telephones and houses, and dates; what has two parts else is a stretch ("2003-2007")."""
_YEARS = r"\d{1,3}0['’]s|['’]\d\ds?"
_LEADING_YEAR = r"['’]\d\ds?(?!\w)"
_ADDRESS = r"(?:https?://|www\.)\S+[\w/]|[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
_HASHTAG = r"[#@](?!\d)\w+"
_CLITIC = r"['’](?:m|re|ve|ll|d)\b"


def make_tokenizer(vocab: Vocab, spelling: Spelling) -> Tokenizer:
    """A tokenizer over the vocabulary of the pipeline that will read its documents."""
    kept = "|".join(sorted(spelling.kept_prefixes, key=lambda p: (-len(p), p)))
    whole = re.compile(rf"(?i:{_NUMBERS}|{_YEARS}|{_ADDRESS}|{_HASHTAG}|(?:{kept})-[{ALPHA}]+|mid-\d+s?)")
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


class Cuts:
    """Cuts that the words around tell: "its a" for "it's a", and the stop behind a shortened word that ends its sentence.

    Keeps nothing between texts.
    """

    def __init__(self, spelling: Spelling) -> None:
        self._lengths = {whole: len(first) for whole, (first, _) in spelling.run_together.items()}
        told = "|".join(
            f"{whole}(?=\\s+(?:{'|'.join(before)})\\b(?!-))" for whole, (_, before) in spelling.run_together.items()
        )
        self._told = re.compile(rf"\b(?:{told})" if told else r"(?!)", re.IGNORECASE)

    def made(self, doc: Doc, starts: Sequence[int]) -> Doc:
        """The document with these words cut. `starts` are where its sentences begin, by rule (code points, the first 0)."""
        text = doc.text
        told = [match.start() + self._lengths[match[0].lower()] for match in self._told.finditer(text)]
        ends = (len(text[:start].rstrip()) for start in (*starts[1:], len(text)))
        stops = [end - 1 for end in ends if text[end - 1 : end] == "."]
        places = np.array([*told, *stops], np.int64)
        first, length = doc.to_array([IDX, LENGTH]).astype(np.int64).T
        at = np.searchsorted(first, places, side="right") - 1
        inside = (first[at] < places) & (places < first[at] + length[at])
        cuts = {
            token: place - int(first[token])
            for token, place in zip(at[inside].tolist(), places[inside].tolist(), strict=True)
            if _is_word(doc[token].text[: place - int(first[token])])
        }
        return _cut_at(doc, cuts) if cuts else doc


def _is_word(text: str) -> bool:
    """Whether letters before a stop are a word of their own: a single one is an initial or a page ("p. 3")."""
    return text.isalpha() and (len(text) > 1 or text == "I")


def _cut_at(doc: Doc, cuts: Mapping[int, int]) -> Doc:
    """The document with some tokens cut in two: by token, the length of the first part."""
    words, spaces = list[str](), list[bool]()
    for token in doc:
        length = cuts.get(token.i)
        if length is not None:
            words.append(token.text[:length])
            spaces.append(False)
        words.append(token.text[length:])
        spaces.append(bool(token.whitespace_))
    return Doc(doc.vocab, words=words, spaces=spaces)


def _special_cases(spelling: Spelling) -> dict[str, list[dict[int, str]]]:
    exceptions = English.Defaults.tokenizer_exceptions
    rules = {text: [{ORTH: piece[ORTH]} for piece in pieces] for text, pieces in exceptions.items() if "/" not in text}
    for text, pieces in [*rules.items()]:
        if "'" in text or "’" in text or text.endswith("nt"):  # DON'T, in headlines; DONT
            rules.setdefault(text.upper(), [{ORTH: piece[ORTH].upper()} for piece in pieces])
    rules.pop("):", None)  # no face, but the end of a bracket
    for word, parts in spelling.contracted.items():
        for written in (word, word.capitalize(), word.upper()):
            rules.setdefault(written, [{ORTH: part} for part in _cut(written, parts)])
    for word in (*spelling.titles, *spelling.abbreviations):
        for form in {word, word.lower(), word.upper(), word.capitalize()}:
            rules.setdefault(f"{form}.", [{ORTH: f"{form}."}])
    return rules


def _cut(word: str, pieces: Sequence[str]) -> list[str]:
    """The word in pieces of these lengths."""
    ends = [0, *accumulate(map(len, pieces))]
    return [word[start:end] for start, end in pairwise(ends)]


def _prefixes(defaults: Patterns) -> list[str | re.Pattern[str]]:
    return [_LEADING_YEAR, *_RUNS, *(p for p in defaults if p not in {"#"}), r"[#@](?=\d)", r"-(?=\w)", r"[<>~|^`´]"]


def _suffixes(defaults: Patterns) -> list[str | re.Pattern[str]]:
    units = r"(?<=\d)(?:[ap]m|[AP]M|[kK]|hrs?|yrs?)"
    dash = f"(?<=[{ALPHA}]{{3}})-"  # "the book- it was long"; shorter stumps are stammered
    return [*_RUNS, r"[`´]s", units, dash, *defaults, r"(?<=[)\]}\"'’”»])[.:,;]", r"(?<=['’][A-Z])\.", r"[<>~|^`´]"]


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
        rf"(?<={letter})(?=n['’]t\b)",  # behind dashes, and misspelt: "--didn't", "havn't"
        rf"(?<={letter})(?={_CLITIC})",
    ]
