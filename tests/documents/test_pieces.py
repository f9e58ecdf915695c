"""Words as the encoder sees them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.documents.pieces import MAX_PIECES_PER_WORD, SHAPES, WordPieces, canonical, shape
from dragoman.documents.pipeline import SHIPPED

TOKENIZER = SHIPPED / "dragoman_syntax" / "tokenizer.json"


@pytest.mark.parametrize(
    ("word", "seen"),
    [
        ("don’t", "don't"),
        ("“", '"'),
        ("–", "—"),
        ("--", "—"),
        ("Pyong\u00adyang", "Pyongyang"),
        ("U\u200bN", "UN"),
        ("‑", "-"),
    ],
)
def test_kinds_of_quotes_and_dashes_become_one(word: str, seen: str) -> None:
    assert canonical(word) == seen


@pytest.mark.parametrize(
    ("word", "name"),
    [
        ("minister", "lower"),
        ("Minister", "title"),
        ("NATO", "caps"),
        ("I", "initial"),
        ("McDonald", "mixed-upper"),
        ("eBay", "mixed-lower"),
        ("2024", "digits"),
        ("1,000.5", "number"),
        ("G20", "alphanumeric"),
        ("!", "punctuation"),
        ("$", "symbol"),
        ("北京", "uncased"),
        ("U.S.", "abbreviation"),
        ("n't", "clitic"),
        ("Gen.", "title-stop"),
    ],
)
def test_shape_tells_letter_case_apart(word: str, name: str) -> None:
    assert SHAPES[shape(word)] == name


def test_a_long_address_keeps_its_beginning_and_end() -> None:
    pieces = WordPieces(TOKENIZER)
    (long, _), (short, _) = pieces(["https://news.example/" + "a1b2" * 60, "talks"])
    assert len(long) == MAX_PIECES_PER_WORD
    assert len(short) == 1


def test_the_memory_of_words_is_bounded() -> None:
    pieces = WordPieces(TOKENIZER, memory=10)
    for number in range(50):
        pieces([f"w{number}"])
    assert len(pieces._known) <= 11


@given(st.text(min_size=1, max_size=30))
def test_every_word_has_pieces_and_a_shape(word: str) -> None:
    ((pieces, number),) = WordPieces(TOKENIZER)([word])
    assert 1 <= len(pieces) <= MAX_PIECES_PER_WORD
    assert 0 <= number < len(SHAPES)
