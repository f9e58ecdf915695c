"""Pages of many layouts, written to develop on: who publishes them, their headline, what is the article's."""

from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from dragoman.articles.stage import ArticleStage
from dragoman.pages.read import read_paths
from dragoman.records import Article
from dragoman.settings import Settings

LAYOUTS = Path(__file__).parent / "layouts"
PAGES: list[dict[str, Any]] = yaml.safe_load((LAYOUTS / "expected.yaml").read_text("utf-8"))
each_page = pytest.mark.parametrize("page", PAGES, ids=lambda page: page["page"])


@cache
def stage() -> ArticleStage:
    return ArticleStage(Settings())


@cache
def article(name: str) -> Article:
    (found,) = stage().run(read_paths([LAYOUTS / name], Settings()))  # type: ignore[arg-type]
    assert isinstance(found, Article)
    return found


@each_page
def test_outlet_and_headline(page: dict[str, Any]) -> None:
    found = article(page["page"])
    assert (found.outlet, found.headline) == (page["outlet"], page["headline"])


@each_page
def test_byline_and_credit(page: dict[str, Any]) -> None:
    found = article(page["page"])
    assert (found.byline, found.credit) == (page.get("byline"), page.get("credit"))


@each_page
def test_what_belongs_to_the_article(page: dict[str, Any]) -> None:
    body = " ".join(" ".join(span.text.split()) for span in article(page["page"]).body)
    assert [words for words in page["left_out"] if words in body] == []
    assert [words for words in page["kept"] if words not in body] == []
