"""The survey finds lines that an outlet repeats, in little memory, whatever the order of the pages."""

import itertools
from collections.abc import Sequence

import pytest

from dragoman.articles.repeats import RepeatedLines, survey
from dragoman.ids import content_id
from dragoman.records import Drop, Page

SLOGAN = "Courier readers know it first."


def text_page(number: int, *lines: str, outlet: str | None = "Courier", url: str | None = None) -> Page:
    """A page with lines of its own besides those given."""
    own = [
        f"Sentence {name} of page {number} tells of something that no other page tells of."
        for name in ("one", "two", "three")
    ]
    content = "\n".join([*own, *lines]).encode()
    hints = (("outlet", outlet),) if outlet else ()
    return Page(content_id(content), f"{number}.txt", content, "text", url=url, hints=hints)


def found(pages: Sequence[Page | Drop]) -> RepeatedLines:
    return survey(pages)[0]


def test_a_line_on_three_pages_of_an_outlet_is_repeated() -> None:
    lines = found([text_page(number, SLOGAN) for number in range(3)])
    assert lines.holds("courier", SLOGAN)
    assert lines.holds("courier", "  COURIER readers  know it first. ")
    assert not lines.holds("courier", "Sentence one of page 1 tells of something that no other page tells of.")
    assert not lines.holds("another", SLOGAN)
    assert not lines.holds(None, SLOGAN)


def test_a_line_on_two_pages_is_not() -> None:
    assert not found([text_page(number, SLOGAN) for number in range(2)]).holds("courier", SLOGAN)


def test_a_line_on_pages_of_different_outlets_is_not() -> None:
    pages = [text_page(number, SLOGAN, outlet=f"Courier {number}") for number in range(5)]
    assert found(pages) == RepeatedLines()


def test_pages_of_unknown_outlets_do_not_count() -> None:
    assert found([text_page(number, SLOGAN, outlet=None) for number in range(5)]) == RepeatedLines()


def test_the_host_of_the_address_stands_for_the_outlet() -> None:
    pages = [text_page(number, SLOGAN, outlet=None, url=f"https://www.bay.example/{number}") for number in range(3)]
    assert found(pages).holds("bay.example", SLOGAN)


def test_the_same_article_captured_again_and_again_repeats_nothing() -> None:
    pages = [text_page(1, SLOGAN, f"Captured {number} times.") for number in range(5)]
    assert found(pages) == RepeatedLines()


def test_a_line_that_stands_twice_on_one_page_counts_once() -> None:
    assert not found([text_page(number, SLOGAN, SLOGAN) for number in range(2)]).holds("courier", SLOGAN)


def test_the_order_of_pages_does_not_matter() -> None:
    pages = [text_page(number, SLOGAN) for number in range(4)]
    assert len({found(order) for order in itertools.permutations(pages)}) == 1


def test_html_and_drops_are_counted_but_not_read() -> None:
    html = Page("1", "1.html", b"<p>x</p>", "html")
    assert survey([html, Drop("pages", "missing", "x"), text_page(1)]) == (RepeatedLines(), 3)


@pytest.mark.parametrize("content", [b"", b"\xff\xfe\x00", b"\n" * 1_000])
def test_strange_pages_do_no_harm(content: bytes) -> None:
    assert survey([Page("1", "1.txt", content, "text", hints=(("outlet", "Courier"),))])[1] == 1
