"""Each cue of `boilerplate.yaml` finds its examples, leaves its counterexamples alone, and costs little on any text."""

import time
from collections.abc import Iterator

import pytest

from dragoman.articles.cleaner import clean
from dragoman.articles.inline import LEAD_CHARS, marks_in, sentence_starts
from dragoman.articles.lexicon import LONGEST_CUE, SCOPES, Lexicon, fold, load_lexicon
from dragoman.articles.lines import core_of, make_line
from dragoman.ontology.load import load_entries
from dragoman.ontology.sources import Cue

LEXICON = load_lexicon()
CUES = list(load_entries("boilerplate", Cue).values())
LIMITS = {"line": LONGEST_CUE, "start": LONGEST_CUE, "lead": LEAD_CHARS}
NASTY = ["A", "a", " ", "A ", "a, ", "A-", "1:", ". ", "...", '"', "( ", "a.b.", "by ", "read more ", "share ", "http://"]
NASTY += ["Aa, ", "12 may "]


def found(lexicon: Lexicon, cue: Cue, text: str) -> bool:
    """Whether this very cue matches somewhere in a text, in the way of its scope."""
    return any(other.id == cue.id for other in matches(lexicon, cue, text))


def matches(lexicon: Lexicon, cue: Cue, text: str) -> Iterator[Cue]:
    folded, cues = fold(text), lexicon.cues[cue.scope]
    core = core_of(folded)
    match cue.scope:
        case "line":
            yield from cues.fullmatch(core, text.strip(" .:!?"))
        case "start" if len(text.split()) <= cue.most_words:
            yield from (one for one, _ in cues.match(core, text))
        case "lead":
            yield from (one for one, _ in cues.match(folded, text))
        case "dense" | "inside":
            yield from (one for one, _, _ in cues.finditer(folded, text))
        case "bracket":
            starts = [i + 1 for i, char in enumerate(folded) if char in "(["]
            yield from (one for start in starts for one, _ in cues.match(folded[start:], text[start:]))
        case "sentence" | "tail":
            marked = {mark.why for mark in marks_in(make_line(text, 0, len(text), lexicon), lexicon)}
            starts = [start + (folded[start] in "\"'([") for start in sentence_starts(text, lexicon)]
            own = (one for start in starts for one, _ in cues.match(folded[start:], text[start:]))
            yield from (one for one in own if marked)


@pytest.mark.parametrize("cue", CUES, ids=lambda cue: cue.id)
def test_a_cue_finds_its_examples(cue: Cue) -> None:
    assert [text for text in cue.examples if not found(LEXICON, cue, text)] == []


@pytest.mark.parametrize("cue", [cue for cue in CUES if cue.counterexamples], ids=lambda cue: cue.id)
def test_a_cue_leaves_its_counterexamples_alone(cue: Cue) -> None:
    if cue.scope == "dense":  # how dense the matches are is for the cleaner to judge
        found_by = [block.why for text in cue.counterexamples for block in clean(text, LEXICON).blocks]
        assert cue.id not in found_by
        return
    assert [text for text in cue.counterexamples if found(LEXICON, cue, text)] == []


@pytest.mark.parametrize("scope", SCOPES)
def test_no_pattern_runs_away_on_nasty_text(scope: str) -> None:
    slow = []
    for cue, regex in LEXICON.cues[scope].each():  # type: ignore[index]
        for piece in NASTY:
            text = piece * (LIMITS.get(scope, 15_000) // len(piece))
            started = time.perf_counter()
            list(regex.finditer(text)) if scope in ("dense", "inside") else regex.match(text)
            if time.perf_counter() - started > 0.25:
                slow.append((cue.id, piece))
    assert slow == []
