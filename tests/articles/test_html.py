"""HTML becomes the lines of its article; whatever the markup, nothing hangs or falls over."""

import time

import pytest

from dragoman.articles.html import Extracted, HtmlExtractor, nested, plain_lines

EXTRACT = HtmlExtractor()
PARAGRAPHS = (
    "The foreign minister of Norway arrived in Tallinn on Monday for talks about the border, the ministry said in writing.",
    "She is to meet her Estonian colleague, who had invited her in the spring, before she flies on to Riga in the evening.",
    "The two governments have said that they want to sign the agreement before the end of the year, if parliaments agree.",
)


def article(*, head: str = "", top: str = "", bottom: str = "") -> str:
    body = "".join(f"<p>{text}</p>" for text in PARAGRAPHS)
    return (
        f"<!doctype html><html lang='en'><head><title>Talks in Tallinn | Bay Herald</title>{head}</head><body>{top}"
        f"<article><h1>Talks in Tallinn</h1>{body}</article>{bottom}</body></html>"
    )


def test_the_paragraphs_of_an_article_are_its_lines() -> None:
    menu = "<nav><ul><li><a href='/'>Home</a></li><li><a href='/w'>World</a></li></ul></nav>"
    found = EXTRACT(article(top=menu, bottom="<footer><p>Bay Herald is a newspaper.</p></footer>"))
    assert [line for line in found.lines if line in PARAGRAPHS] == list(PARAGRAPHS)
    assert not {"Home", "World", "Bay Herald is a newspaper."} & set(found.lines)
    assert found.trusted


def test_headings_and_links_are_known() -> None:
    inner = "<h2>What happens next in Riga</h2><p><a href='/x'>Latvia's president flies to Kyiv for weapons talks</a></p>"
    found = EXTRACT(article().replace(f"<p>{PARAGRAPHS[2]}</p>", f"{inner}<p>{PARAGRAPHS[2]}</p>"))
    headings = {found.lines[index] for index in found.headings}
    links = {found.lines[index] for index in found.links}
    assert "What happens next in Riga" in headings
    assert links <= {"Latvia's president flies to Kyiv for weapons talks"}


def test_a_short_page_is_not_lost() -> None:
    found = EXTRACT("<html><body><p>Two words.</p></body></html>")
    assert "Two words." in found.lines


def test_a_piece_of_html_is_read_too() -> None:
    found = EXTRACT("".join(f"<p>{text}</p>" for text in PARAGRAPHS))
    assert [line for line in found.lines if line in PARAGRAPHS] == list(PARAGRAPHS)


@pytest.mark.parametrize(
    "source",
    [
        "<html><body></body></html>", "<html><head><title>x</title></head></html>", "<script>var a = 1;</script>",
        "<html><body><img src='x'></body></html>", "<!-- -->", "<",
    ],
)  # fmt: skip
def test_html_without_text_has_no_lines(source: str) -> None:
    assert [line for line in EXTRACT(source).lines if line not in ("x", "<")] == []


@pytest.mark.parametrize("tag", ["div", "b", "span", "table><tr><td", "ul><li"])
def test_a_hundred_thousand_nested_tags_cost_seconds_and_lose_no_words(tag: str) -> None:
    opened = f"<{tag}>" * 100_000
    started = time.process_time()
    found = EXTRACT(f"<html><body>{opened}{PARAGRAPHS[0]}</body></html>")
    assert time.process_time() - started < 5
    assert any(PARAGRAPHS[0] in line for line in found.lines)


@pytest.mark.parametrize("piece", ["<script>", "<!--", "<a href='", "&amp;", "<p>", "</div>", "<x y=z>", "<", "<![CDATA["])
def test_plain_reading_is_linear(piece: str) -> None:
    started = time.process_time()
    list(plain_lines(piece * 200_000))
    nested(piece * 200_000)
    assert time.process_time() - started < 5


def test_plain_reading_leaves_out_scripts_and_keeps_words_of_inline_elements_together() -> None:
    source = "<p>One <b>two</b>&nbsp;three</p><script>if (a < b) { c }</script><div>Four<br>five &amp; six</div>"
    assert list(plain_lines(source)) == ["One two three", "Four", "five & six"]


def test_an_index_page_is_known_for_one() -> None:
    title = "<h3><a href='/{n}'>Story number {n} about the talks in Tallinn</a></h3><p>One more line on it.</p>"
    teasers = "".join(title.format(n=n) for n in range(12))
    assert EXTRACT(f"<html><body><h1>World</h1>{teasers}</body></html>").is_index


def test_an_article_with_many_links_below_is_no_index_page() -> None:
    links = "".join(f"<h3><a href='/{n}'>Story number {n} about the talks in Tallinn</a></h3>" for n in range(12))
    assert not EXTRACT(article(bottom=f"<aside>{links}</aside>")).is_index


def metadata(head: str = "", top: str = "") -> Extracted:
    return EXTRACT(article(head=head, top=top))


def test_metadata_is_read_from_json_ld() -> None:
    found = metadata(
        '<script type="application/ld+json">{"@graph": [{"@type": ["NewsArticle"], "headline": "Talks in Tallinn", '
        '"datePublished": "2019-05-04T08:00:00+03:00", "author": [{"name": "Jane Doe"}, {"name": "Tom Roe"}], '
        '"publisher": {"name": "Bay Herald"}}]}</script>'
    ).metadata
    assert (found.title, found.published, found.author, found.site, found.is_article) == (
        "Talks in Tallinn", "2019-05-04T08:00:00+03:00", "Jane Doe, Tom Roe", "Bay Herald", True,
    )  # fmt: skip


def test_metadata_is_read_from_meta_tags() -> None:
    found = metadata(
        '<meta property="og:site_name" content="Bay Herald"><meta property="article:published_time" content="2019-05-04">'
        '<meta name="author" content="Jane Doe"><link rel="canonical" href="https://bay.example/talks">'
    ).metadata
    assert (found.title, found.published, found.author, found.url, found.language) == (
        "Talks in Tallinn", "2019-05-04", "Jane Doe", "https://bay.example/talks", "en",
    )  # fmt: skip


def test_what_the_page_shows_around_its_heading_is_kept() -> None:
    top = "<div class='info'>Monday, 4 May 2019 | By Jane Doe</div>"
    assert "Monday, 4 May 2019 | By Jane Doe" in metadata(top=top).metadata.head


@pytest.mark.parametrize(
    "broken",
    ['{"@type": "NewsArticle", "headline": ', "[" * 5_000, "null", '{"@graph": 5}', '{"@type": {"a": 1}, "author": 7}'],
)
def test_broken_json_ld_does_no_harm(broken: str) -> None:
    assert metadata(f'<script type="application/ld+json">{broken}</script>').metadata.title == "Talks in Tallinn"


def test_a_bare_line_below_a_heading_dates_the_page() -> None:
    page = article(top="").replace("</h1>", "</h1><div>2023.07.19 05:12 (updated 07:30)</div>").replace("h1>", "h2>")
    assert EXTRACT(page).metadata.dates == ("2023.07.19 05:12 (updated 07:30)",)


def test_a_day_in_a_sentence_below_a_heading_is_no_date_of_the_page() -> None:
    told = "<div>The border, which has been shut since 3 March 2011, is to open again.</div>"
    assert EXTRACT(article().replace("</h1>", f"</h1>{told}")).metadata.dates == ()
