"""The example pages, read as a user would: outlet, date, headline, byline, language; junk out, sentences kept."""

from functools import cache
from pathlib import Path

import pytest

from dragoman.articles.stage import ArticleStage
from dragoman.pages.read import read_paths
from dragoman.records import Article
from dragoman.settings import Settings

from ..examples.expected import Page, fold, load

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
PAGES = load(EXAMPLES / "expected.yaml")
each_page = pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)


@cache
def articles(file: str) -> list[Article]:
    pages = read_paths([EXAMPLES / "pages" / file], Settings())
    return [found for found in ArticleStage(Settings()).run(pages) if isinstance(found, Article)]  # type: ignore[arg-type]


def article(page: Page) -> Article:
    return articles(page.page)[(page.line or 1) - 1]


@each_page
def test_who_published_what_when(page: Page) -> None:
    found = article(page)
    day = found.published.start if found.published and found.published.precision == "day" else None
    assert (day, found.language, found.byline) == (page.published, page.language, page.byline)
    assert fold(found.headline or "") == fold(page.headline)
    assert found.outlet in (page.outlet, *page.outlet_alt)


@each_page
def test_sentences_stay(page: Page) -> None:
    whole = fold(" ".join(span.text for span in article(page).body))
    headline = fold(article(page).headline or "")
    wanted = [*page.kept, *(event.evidence for event in page.events)]
    assert [words for words in wanted if fold(words) not in whole and fold(words) not in headline] == []


@each_page
def test_boilerplate_goes(page: Page) -> None:
    body = [fold(span.text) for span in article(page).body]
    assert [words for words in page.left_out if any(fold(words) in text for text in body)] == []
