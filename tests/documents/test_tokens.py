"""Words as the UD treebanks cut them."""

import pytest
from spacy.tokenizer import Tokenizer
from spacy.vocab import Vocab

from dragoman.documents.tokens import Cuts, make_tokenizer
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
        ("from 1998-2003 some 300-450 men", "from 1998 - 2003 some 300 - 450 men"),
        ("room 12345-6789, or 555-1234", "room 12345-6789 , or 555-1234"),
        ("on 3-14-2015 and in mid-2016", "on 3-14-2015 and in mid-2016"),
        ("in the '90s, the 1990's, '08.", "in the '90s , the 1990's , '08 ."),
        ("at 7:30PM, not 9am", "at 7:30 PM , not 9 am"),
        ("rule #3, paid @40", "rule # 3 , paid @ 40"),
        ("the deal- it was long- failed", "the deal - it was long - failed"),
        ("-Ministers met; -5 outside", "- Ministers met ; - 5 outside"),
        ("no more...? (yes):", "no more ... ? ( yes ) :"),
        ("they havn't--didn't they", "they hav n't -- did n't they"),
        ("I WANNA GO, dunno why, WE DONT", "I WAN NA GO , du n no why , WE DO NT"),
        ("-----====", "-----===="),
    ],
)
def test_words_are_cut_as_in_the_treebanks(tokenizer: Tokenizer, text: str, words: str) -> None:
    assert [token.text for token in tokenizer(text)] == words.split()


def test_no_token_reaches_over_a_space(tokenizer: Tokenizer) -> None:
    assert all(" " not in token.text for token in tokenizer("New York in the U. S. a. m. 1 000 vs. all"))


@pytest.mark.parametrize(
    ("text", "starts", "words"),
    [
        ("Roads, bridges, etc. They fell.", [0, 21], "Roads , bridges , etc . They fell ."),
        ("It traded with Acme Inc.", [0], "It traded with Acme Inc ."),
        ("He left for the U.S. They stayed.", [0, 21], "He left for the U.S. They stayed ."),
        ("Guns, etc. from abroad", [0], "Guns , etc. from abroad"),
        ("Its a pity; its not over.", [0], "It s a pity ; it s not over ."),
        ("Its very old; its a-team and its army fled.", [0], "Its very old ; its a - team and its army fled ."),
        ("Your gonna pay for your in-laws.", [0], "You r gon na pay for your in - laws ."),
    ],
)
def test_words_are_cut_by_what_stands_around_them(tokenizer: Tokenizer, text: str, starts: list[int], words: str) -> None:
    doc = Cuts(load_spelling()).made(tokenizer(text), starts)
    assert [token.text for token in doc] == words.split()
    assert doc.text == text
