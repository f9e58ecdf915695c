"""Lemmas as edit rules."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.documents.lemmas import apply_rule, make_rule


@pytest.mark.parametrize(
    ("form", "lemma", "rule"),
    [("countries", "country", "3|y|l"), ("was", "be", "3|be|l"), ("Putin", "Putin", "0||k"), ("Talks", "talk", "1||l")],
)
def test_rule_says_what_to_cut_and_to_add(form: str, lemma: str, rule: str) -> None:
    assert make_rule(form, lemma) == rule
    assert apply_rule(form, rule) == lemma


def test_a_word_too_short_for_its_rule_has_no_lemma() -> None:
    assert apply_rule("is", "3|be|l") is None
    assert apply_rule("is", "2||l") is None


@given(st.text("abcdefgh", min_size=1), st.text("abcdefgh", min_size=1))
def test_a_rule_gives_back_the_lemma_it_was_made_of(form: str, lemma: str) -> None:
    assert apply_rule(form, make_rule(form, lemma)) == lemma
