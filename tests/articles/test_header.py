"""Fields above a text say what it is, and are no part of it."""

import pytest

from dragoman.articles.header import read_header
from dragoman.articles.stage import ArticleStage
from dragoman.ids import content_id
from dragoman.pages.rows import Fields
from dragoman.records import Article, Page
from dragoman.settings import Settings

SETTINGS = Settings()
FIELDS, STAGE = Fields(SETTINGS), ArticleStage(SETTINGS)
BODY = (
    "The foreign minister of Norway arrived in Tallinn on Monday for talks about the border, the ministry said.\n\n"
    "She is to meet her Estonian colleague, who had invited her in the spring, before she flies on to Riga.\n"
)


def article(text: str) -> Article:
    page = Page(content_id("page", text), "page.txt", text.encode(), "text")
    (found,) = STAGE.run(iter([page]))
    assert isinstance(found, Article)
    return found


@pytest.mark.parametrize(
    "head",
    [
        "Title: Talks in Tallinn\nSource: Bay Herald\nDate: 2021-03-02\nURL: https://bay.example/7\nAuthor: Jane Doe\n\n",
        "---\ntitle: 'Talks in Tallinn'\nsite_name: Bay Herald\ndate: 2021-03-02\n"
        "link: https://bay.example/7\nbyline: Jane Doe\n---\n",
        "From: Bay Herald <news@bay.example>\nSubject: Talks in\n Tallinn\nDate: Tue, 2 Mar 2021 07:00:11 +0000\n"
        "Byline: Jane Doe\nPermalink: https://bay.example/7\n\n",
    ],
)
def test_a_header_names_title_outlet_date_address_and_author(head: str) -> None:
    found = article(head + BODY)
    assert (found.headline, found.outlet, found.url, found.byline) == (
        "Talks in Tallinn", "Bay Herald", "https://bay.example/7", "Jane Doe",
    )  # fmt: skip
    assert found.published is not None
    assert found.published.start == "2021-03-02"
    assert "Source" not in found.text


@pytest.mark.parametrize(
    "text",
    [
        BODY,
        "Talks in Tallinn\nDate: 2021-03-02\nSource: Bay Herald\n\n" + BODY,
        "Moderator: Welcome to you both.\nMinister: Thank you.\n\n" + BODY,
        "Published: 2 March 2021\n\n" + BODY,
    ],
)
def test_a_text_without_known_fields_at_its_top_has_no_header(text: str) -> None:
    assert read_header(text, FIELDS) is None
