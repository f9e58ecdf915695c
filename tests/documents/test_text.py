"""Clean running text and the way back."""

from hypothesis import given
from hypothesis import strategies as st

from dragoman.documents.text import paragraphs
from dragoman.records import Article, Block
from tests.documents.conftest import MakeArticle


def one_block(text: str) -> Article:
    blocks = (Block(0, len(text), "body", "test"),)
    return Article("a", "p", "p", None, None, None, None, None, None, "en", None, text, blocks)


def test_headline_and_body_are_kept_and_the_rest_is_not(article: MakeArticle) -> None:
    made = article(("headline", "Talks end"), ("navigation", "Home World"), ("body", "They ended."), ("sign-off", "Bye."))
    assert [(p.kind, p.text) for p in paragraphs(made)] == [("headline", "Talks end"), ("body", "They ended.")]


def test_an_inline_teaser_is_cut_out_of_its_paragraph(article: MakeArticle) -> None:
    made = article(("body", "He met Kim"), ("related", "(Related: buy now)"), ("body", "at the airport."), between=" ")
    (paragraph,) = paragraphs(made)
    assert paragraph.text == "He met Kim at the airport."
    assert made.text[paragraph.offsets[11] :].startswith("at the airport")


def test_lines_are_paragraphs_of_their_own(article: MakeArticle) -> None:
    made = article(("body", "First."), ("body", "Second."))
    assert [p.text for p in paragraphs(made)] == ["First.", "Second."]


def test_a_blank_line_within_a_block_ends_a_paragraph() -> None:
    assert [p.text for p in paragraphs(one_block("First\nline.\n \nSecond."))] == ["First line.", "Second."]


def test_invisible_characters_go_and_spaces_become_plain() -> None:
    (paragraph,) = paragraphs(one_block("\ufeff Pyong\u00adyang\u00a0\u00a0is\t far \u200b away "))
    assert paragraph.text == "Pyongyang is far away"


def test_text_without_a_visible_character_is_no_paragraph() -> None:
    assert list(paragraphs(one_block(" \u200b\u00ad \n "))) == []


@given(st.text(st.sampled_from("ab. \n\t\u00a0\u00ad\u200b😀я"), max_size=60))
def test_every_kept_character_is_where_it_was(text: str) -> None:
    for paragraph in paragraphs(one_block(text)):
        assert len(paragraph.text) == len(paragraph.offsets)
        assert paragraph.text == paragraph.text.strip()
        assert "  " not in paragraph.text
        for character, offset in zip(paragraph.text, paragraph.offsets.tolist(), strict=True):
            assert character == text[offset] or (character == " " and text[offset].isspace()) or character == " "
        assert (paragraph.offsets[1:] > paragraph.offsets[:-1]).all()
