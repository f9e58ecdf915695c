"""Which words are a phrase that may refer."""

import pytest
from spacy.tokens import Doc

from dragoman.documents.coreference.candidates import candidates_of
from dragoman.documents.coreference.columns import columns_of
from dragoman.documents.coreference.lexicon import Lexicon
from dragoman.ontology.coreference import load_reference_words
from tests.documents.coreference.docs import parsed


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return Lexicon.of(load_reference_words())


def phrases(doc: Doc, lexicon: Lexicon) -> set[str]:
    found = candidates_of(columns_of(doc), lexicon)
    return {doc[start:end].text for start, end in zip(found.start.tolist(), found.end.tolist(), strict=True)}


def test_a_phrase_holds_its_modifiers_and_not_its_preposition(lexicon: Lexicon) -> None:
    doc = parsed("Envoys+/NOUN/2/nsubj fled/VERB/0/root by/ADP/6/case the/DET/6/det quiet/ADJ/6/amod road/NOUN/2/obl")
    assert phrases(doc, lexicon) == {"Envoys", "the quiet road"}


def test_a_possessor_is_a_phrase_inside_a_phrase(lexicon: Lexicon) -> None:
    doc = parsed("Chad/PROPN/3/nmod:poss 's/PART/1/case army/NOUN/4/nsubj left/VERB/0/root")
    assert phrases(doc, lexicon) == {"Chad 's", "Chad 's army"}


def test_an_apposition_is_a_phrase_of_its_own(lexicon: Lexicon) -> None:
    doc = parsed("Doe/PROPN/6/nsubj ,/PUNCT/4/punct the/DET/4/det envoy/NOUN/1/appos ,/PUNCT/4/punct left/VERB/0/root")
    assert phrases(doc, lexicon) == {"Doe", "the envoy"}


def test_coordinated_phrases_stand_alone_and_together(lexicon: Lexicon) -> None:
    doc = parsed("Peru/PROPN/4/nsubj and/CCONJ/3/cc Chile/PROPN/1/conj signed/VERB/0/root")
    assert phrases(doc, lexicon) == {"Peru", "Chile", "Peru and Chile"}


def test_a_bracket_that_the_phrase_opens_is_closed(lexicon: Lexicon) -> None:
    doc = parsed("a/DET/2/det pact/NOUN/0/root (/PUNCT/4/punct treaty/NOUN/2/list )/PUNCT/4/punct")
    assert "a pact ( treaty )" in phrases(doc, lexicon)


def test_verbs_and_modifying_adjectives_are_no_phrases(lexicon: Lexicon) -> None:
    doc = parsed("new/ADJ/2/amod talks+/NOUN/3/nsubj failed/VERB/0/root")
    assert phrases(doc, lexicon) == {"new talks"}
