"""Words as the UD treebanks cut them."""

import pytest
from spacy.tokenizer import Tokenizer
from spacy.vocab import Vocab

from dragoman.documents.tokens import make_tokenizer
from dragoman.ontology.spelling import load_spelling


@pytest.fixture(scope="module")
def tokenizer() -> Tokenizer:
    return make_tokenizer(Vocab(), load_spelling())


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("US-led forces", "US - led forces"),
        ("a 19-year-old man", "a 19 - year - old man"),
        ("anti-war, pro-Western e-mail", "anti-war , pro-Western e-mail"),
        ("They can't, won't.", "They ca n't , wo n't ."),
        ("They don’t.", "They do n’t ."),
        ("WE DON'T. XI'S", "WE DO N'T . XI 'S"),
        ("Xi’s visit", "Xi ’s visit"),
        ("an F-16 jet", "an F - 16 jet"),
        ("and/or", "and / or"),
        ("What?! No...", "What ?! No ..."),
        ("Gen. Min Aung Hlaing", "Gen. Min Aung Hlaing"),
        ("in the U.S.", "in the U.S."),
        ("US$5 million", "US$ 5 million"),
        ("$1.5bn", "$ 1.5bn"),
        ("(see https://news.example/a-b/c?d=1)", "( see https://news.example/a-b/c?d=1 )"),
        ("Moscow–Beijing talks", "Moscow – Beijing talks"),
        ("@mfa_example #UNGA", "@mfa_example #UNGA"),
        ("5-10 people", "5 - 10 people"),
        ("call 555-123-4567", "call 555-123-4567"),
        ('"We go," he said.', '" We go , " he said .'),
        ("cannot", "can not"),
    ],
)
def test_words_are_cut_as_in_the_treebanks(tokenizer: Tokenizer, text: str, words: str) -> None:
    assert [token.text for token in tokenizer(text)] == words.split()


def test_no_token_reaches_over_a_space(tokenizer: Tokenizer) -> None:
    assert all(" " not in token.text for token in tokenizer("New York in the U. S. a. m. 1 000 vs. all"))
