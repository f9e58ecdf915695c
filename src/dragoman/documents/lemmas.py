"""Lemmas as edit rules: how many characters to cut from the end of the lower-cased word, and what to put there.

A rule is text, `CUT|ENDING|CASE`, with CASE `l` for a lower-case lemma and `k` where the word's own case is kept (names):
"countries" becomes "country" by `3|y|l`. Source: the suffix rules that the Lemming and UDPipe lemmatisers learn.
"""

from __future__ import annotations

from itertools import takewhile


def make_rule(form: str, lemma: str) -> str:
    """The rule that turns `form` into `lemma`."""
    low_form, low_lemma = form.lower(), lemma.lower()
    shared = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(low_form, low_lemma, strict=False)))
    ending = low_lemma[shared:]
    case = "k" if lemma != low_lemma or (form == lemma and form != low_form) else "l"
    return f"{len(low_form) - shared}|{ending}|{case}"


def apply_rule(form: str, rule: str) -> str | None:
    """The lemma that the rule makes of `form`; None where the word is too short to be cut."""
    cut, ending, case = rule.split("|")
    kept = len(form) - int(cut)
    if kept < 0 or not (kept or ending):
        return None
    stem = form[:kept]
    return stem + ending if case == "k" else (stem + ending).lower()
