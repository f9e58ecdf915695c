"""Pages become articles with headline, byline, outlet, date, language and credit; what has no text becomes a drop."""

from collections.abc import Sequence

import pytest

from dragoman.articles.repeats import survey
from dragoman.articles.stage import ArticleStage
from dragoman.ids import content_id
from dragoman.records import Article, Drop, Page
from dragoman.settings import Settings

STAGE = ArticleStage(Settings())
PARAGRAPHS = (
    "TALLINN (AP) — The foreign minister of Norway arrived in Tallinn on Monday for border talks, the ministry said.",
    "She is to meet her Estonian colleague, who had invited her in the spring, before she flies on to Riga in the evening.",
    "The two governments have said that they want to sign the agreement before the end of the year, if parliaments agree.",
)


def make(content: str | bytes, *, html: bool = False, url: str | None = None, hints: Sequence[tuple[str, str]] = ()) -> Page:
    data = content.encode() if isinstance(content, str) else content
    return Page(content_id(data), "page", data, "html" if html else "text", url=url, hints=tuple(hints))


def article(page: Page, stage: ArticleStage = STAGE) -> Article:
    found = next(stage.run(iter([page])))
    assert isinstance(found, Article), found
    return found


def test_a_text_page_is_its_file_to_the_letter() -> None:
    text = "\ufeffTalks open in Tallinn\r\n\r\n" + "\r\n".join(PARAGRAPHS) + "\u00a0\n\n"
    assert article(make(text)).text == text


def test_everything_on_a_scraped_page_finds_its_place() -> None:
    lines = ["Talks open in Tallinn", "By Jane Doe // 2019-05-04", *PARAGRAPHS, "© 2019 Bay Herald"]
    found = article(make("\n\n".join(lines)))
    assert (found.headline, found.byline, found.outlet, found.credit, found.language) == (
        "Talks open in Tallinn", "Jane Doe", "Bay Herald", "Associated Press", "en",
    )  # fmt: skip
    assert found.published is not None
    assert (found.published.start, found.published.text) == ("2019-05-04", "2019-05-04")
    assert [span.text for span in found.body] == [PARAGRAPHS[0].removeprefix("TALLINN (AP) — "), *PARAGRAPHS[1:]]


def test_a_page_without_date_has_none() -> None:
    assert article(make("\n".join(["Talks open in Tallinn", *PARAGRAPHS]))).published is None


def test_a_title_that_only_the_container_knows_is_put_on_top() -> None:
    found = article(make("\n\n".join(PARAGRAPHS), hints=[("title", "Talks open in Tallinn")]))
    assert found.text.startswith("Talks open in Tallinn\n" + PARAGRAPHS[0])
    assert found.headline == "Talks open in Tallinn"


def test_a_title_that_the_text_shows_is_not_put_on_top_again() -> None:
    text = "\n\n".join(["Talks open in Tallinn", *PARAGRAPHS])
    assert article(make(text, hints=[("title", "Talks open in Tallinn")])).text == text


def test_hints_of_an_export_are_used() -> None:
    hints = [("outlet", "BBC"), ("author", "Jane Doe, Tom Roe"), ("date", "2019-05-04 08:00:00")]
    found = article(make("\n\n".join(PARAGRAPHS), hints=hints))
    assert found.published is not None
    assert (found.outlet, found.byline, found.published.start, found.published.basis) == (
        "BBC News", "Jane Doe, Tom Roe", "2019-05-04", "explicit",
    )  # fmt: skip


def test_the_date_in_the_address_is_the_last_resort_and_marked_inferred() -> None:
    found = article(make("\n\n".join(PARAGRAPHS), url="https://bay.example/2019/05/04/talks"))
    assert found.published is not None
    assert (found.outlet, found.published.start, found.published.basis) == ("bay.example", "2019-05-04", "inferred")


def test_an_address_alone_in_the_first_line_is_that_of_the_page() -> None:
    address = "https://www.bayherald.example/world/2019/05/04/talks.html"
    found = article(make("\n\n".join([address, "Talks open in Tallinn", *PARAGRAPHS])))
    assert (found.url, found.outlet, found.headline) == (address, "bayherald.example", "Talks open in Tallinn")
    assert found.published is not None
    assert (found.published.start, found.published.basis) == ("2019-05-04", "inferred")


def test_an_address_further_down_or_amid_words_is_not() -> None:
    story = ["Talks open in Tallinn", *PARAGRAPHS, "https://www.bayherald.example/archive"]
    assert article(make("\n\n".join(story))).url is None
    assert article(make("\n\n".join(["Read https://www.bayherald.example/live", *story]))).url is None


@pytest.mark.parametrize(
    ("dateline", "day", "credit"),
    [
        ("TALLINN (Bay News / Sputnik - 4th May, 2019) ", "2019-05-04", "Sputnik"),
        ("Tallinn, Estonia, May 4, 2019—", "2019-05-04", None),
        ("May 4, 2019 (TALLINN) – ", "2019-05-04", None),
        ("4 May 2019, Tallinn – ", "2019-05-04", None),
        ("Tallinn [Estonia], May 4 (ANI): ", None, "ANI"),
        ("TALLINN, Estonia, May 4. ", None, None),
        ("(BAYFN- Trend News Agency) TALLINN, Estonia, May 4. ", None, "Trend"),
        ("Tallinn (CNN) ", None, "CNN"),
        ("Tallinn, Estonia (AP) _ ", None, "Associated Press"),
        ("May 4 (UPI) -- ", None, "UPI"),
    ],
)
def test_datelines_are_no_words_of_the_story_and_tell_day_and_agency(
    dateline: str, day: str | None, credit: str | None
) -> None:
    story = PARAGRAPHS[0].removeprefix("TALLINN (AP) — ")
    found = article(make("\n\n".join(["Talks open in Tallinn", dateline + story, *PARAGRAPHS[1:]])))
    assert found.body[0].text == story
    assert (found.published.start if found.published else None, found.credit) == (day, credit)


def test_an_html_page_is_headline_and_body_in_lines() -> None:
    body = "".join(f"<p>{text}</p>" for text in PARAGRAPHS)
    head = "<head><title>Talks open in Tallinn</title></head>"
    found = article(make(f"<html>{head}<body><article>{body}</article></body></html>", html=True))
    assert found.text.split("\n") == ["Talks open in Tallinn", *PARAGRAPHS]
    assert [block.kind for block in found.blocks] == ["headline", "metadata", "body", "body", "body"]


def test_a_wrongly_declared_encoding_is_seen_through() -> None:
    page = Page("1", "page", "\n".join([*PARAGRAPHS, "“Málaga”, she said."]).encode("cp1252"), "text", charset="utf-8")
    assert "“Málaga”" in article(page).text


def test_other_languages_are_kept_and_named() -> None:
    text = "El ministro llegó el lunes a la capital para hablar con su colega sobre la frontera.\nAmbos firmarán este año."
    assert article(make(text)).language == "es"


@pytest.mark.parametrize(
    ("content", "html", "reason"),
    [
        ("\u200b \u00ad", False, "no-text"),
        ("<html><body><img src='x'></body></html>", True, "no-text"),
        ("<html><body>" + "<h3><a href='/'>Another story of the day</a></h3>" * 20 + "</body></html>", True, "index-page"),
    ],
)  # fmt: skip
def test_pages_without_an_article_are_drops(content: str, html: bool, reason: str) -> None:
    found = next(STAGE.run(iter([make(content, html=html)])))
    assert isinstance(found, Drop)
    assert (found.stage, found.reason) == ("articles", reason)


def test_a_fault_in_one_page_stops_no_other(monkeypatch: pytest.MonkeyPatch) -> None:
    stage = ArticleStage(Settings())

    def fail(source: str) -> None:
        raise RecursionError

    monkeypatch.setattr(stage, "_extract", fail)
    found = list(stage.run(iter([make("<p>x</p>", html=True), make("\n".join(PARAGRAPHS))])))
    assert isinstance(found[0], Drop)
    assert found[0].reason == "fault"
    assert isinstance(found[1], Article)


def test_the_same_page_gives_the_same_article() -> None:
    page = make("\n\n".join(["Talks open in Tallinn", *PARAGRAPHS]))
    assert article(page) == article(page, ArticleStage(Settings()))


def test_what_the_survey_found_is_left_out() -> None:
    slogan = "Courier knows it first, always."
    pages = [
        make("\n\n".join([line.replace("Norway", land) for line in PARAGRAPHS] + [slogan]), hints=[("outlet", "Courier")])
        for land in ("Norway", "Sweden", "Finland", "Latvia")
    ]
    different = [
        make(page.content.replace(b"Tallinn", str(n).encode() * 3).replace(b"year", b"week" * n), hints=page.hints)
        for n, page in enumerate(pages)
    ]
    repeated, _ = survey(different)
    stage = ArticleStage(Settings(), repeated)
    assert slogan not in [span.text for span in article(different[0], stage).body]


def markup(head: str, top: str = "", foot: str = "", heading: str = "Talks open in Tallinn") -> Page:
    paragraphs = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
    body = f"{top}<article><h1>{heading}</h1>{paragraphs}</article>{foot}"
    return make(f"<html><head>{head}</head><body>{body}</body></html>", html=True)


@pytest.mark.parametrize(
    ("page", "outlet"),
    [
        (markup("<title>Talks open</title>", foot="<p>Copyright © 2006-2023 Bay Tide Ltd.</p>"), "Bay Tide"),
        (markup('<meta name="twitter:site" content="@BayTide">'), "BayTide"),
        (markup('<meta name="application-name" content="Home"><title>Talks open in Tallinn – Bay Tide</title>'), "Bay Tide"),
        (markup('<meta property="og:site_name" content="//bay.example"><title>Talks open | Bay Tide</title>'), "Bay Tide"),
        (markup("<title>Talks open</title>", top='<img src="l.png" alt="Bay Monitor logo">'), "Bay Monitor"),
        (markup("<title>Talks open — Bay Tide</title>", heading="Talks open in Tallinn after a week"), "Bay Tide"),
        (markup("<title>Talks open in Tallinn</title>", top="<p>Por Luis Roe</p>"), None),
    ],
)  # fmt: skip
def test_the_markup_of_a_page_names_its_outlet(page: Page, outlet: str | None) -> None:
    assert article(page).outlet == outlet


def test_a_page_kept_by_an_archive_is_of_the_address_that_it_was_taken_from() -> None:
    kept = "https://web.archive.org/web/20240308120000/https://www.baytide.example/2024/03/08/talks"
    found = article(markup(f'<link rel="canonical" href="{kept}">'))
    assert (found.outlet, found.url) == ("baytide.example", "https://www.baytide.example/2024/03/08/talks")
    assert found.published is not None
    assert found.published.start == "2024-03-08"


def test_a_page_of_a_mirror_is_of_the_host_that_its_folder_names() -> None:
    page = Page(content_id("m"), "www.baytide.example/2024/03/08/talks.txt", "\n\n".join(PARAGRAPHS).encode(), "text")
    found = article(page)
    assert (found.outlet, found.url) == ("baytide.example", None)
    assert found.published is not None
    assert found.published.basis == "inferred"


def test_a_title_saved_with_the_text_names_the_outlet() -> None:
    found = article(make("\n\n".join(["Talks open in Tallinn | Estonia | Bay Tide", "Talks open in Tallinn", *PARAGRAPHS])))
    assert (found.headline, found.outlet) == ("Talks open in Tallinn", "Bay Tide")


@pytest.mark.parametrize(
    "mast",
    [
        "Bay Herald          Feb. 2, 2017 / 6:41 p.m.",
        "BAY TIDE  |  The coast's free paper  |  Sat 15 Oct 2016",
        "The Bay Standard — Tallinn",
    ],
)
def test_a_masthead_is_no_headline(mast: str) -> None:
    name = mast.split("  ")[0].split(" —")[0]
    lines = [mast, "Talks open in Tallinn on the border", "* Riga is next", *PARAGRAPHS, f"{name} is edited in Tallinn."]
    assert article(make("\n\n".join(lines))).headline == "Talks open in Tallinn on the border"


@pytest.mark.parametrize(
    "page",
    [
        markup("<title>Bay Tide: Talks open in Tallinn</title>"),
        markup("<title>Talks open in Tallinn » Bay Tide » The coast's news</title>"),
        markup("<title>Bay Tide</title>"),
        markup('<title>Talks open</title><meta name="copyright" content="© 2023 Bay Tide. All rights reserved">'),
        markup('<title>Talks open</title><link rel="alternate" type="application/rss+xml" title="Bay Tide &raquo; Feed">'),
        markup("<title>Talks open</title>", top='<a href="/" title="Bay Tide - home"><img src="l.png"></a>'),
        markup("<title>Talks open</title>", top="<p>Bay Tide Online Edition</p>"),
        make(
            "\n\n".join(
                ["Estonia >> Talks", "Bay Tide >> Politics >> Talks open in Tallinn", "Talks open in Tallinn", *PARAGRAPHS]
            )
        ),
        make("\n\n".join(["Analysis | Bay Tide", "Talks open in Tallinn", *PARAGRAPHS])),
        make("\n\n".join(["Bay Tide — the morning wire", "Talks open in Tallinn", *PARAGRAPHS])),
        make("\n\n".join(["WELCOME TO BAY TIDE", "Talks open in Tallinn", *PARAGRAPHS])),
        make("\n\n".join(["Talks open in Tallinn", *PARAGRAPHS, "You have been reading Bay Tide."])),
        make("\n\n".join(["Talks open in Tallinn", *PARAGRAPHS, "Publisher: Bay Tide, Tallinn."])),
        make("\n\n".join(["Talks open in Tallinn", "Bay Tide / Agencies", *PARAGRAPHS])),
        make("\n\n".join(["Talks open in Tallinn", "By Bay Tide Reporter", *PARAGRAPHS])),
    ],
)
def test_links_mottos_breadcrumbs_and_credits_name_the_outlet(page: Page) -> None:
    found = article(page)
    assert (found.outlet, found.headline) == ("Bay Tide", "Talks open in Tallinn")


@pytest.mark.parametrize(
    "lines",
    [
        ["Press Releases >> Communiqués", "Talks open in Tallinn"],
        ["Talks open in Tallinn", "By Our Reporter"],
        ["Talks open in Tallinn", "By Political Correspondent"],
        ["Estonia — what we know so far", "Talks open in Tallinn"],
    ],
)
def test_sections_and_desks_name_none(lines: list[str]) -> None:
    assert article(make("\n\n".join([*lines, *PARAGRAPHS]))).outlet is None


def test_a_line_of_name_and_day_signs_and_a_company_does_not() -> None:
    page = markup("<title>Talks open</title>", foot="<p>Bay Tide Ltd, P.O. Box 12, Tallinn</p>")
    signed = page.content.replace(b"</h1>", b"</h1><div>Jane Doe | 5 March 2020</div>")
    assert article(make(signed, html=True)).byline == "Jane Doe"
    assert article(page).byline is None


def test_of_two_titles_of_one_story_the_first_is_the_headline() -> None:
    lines = [
        "`Nobody Blinks,' Norway's Minister Says In Tallinn",
        "Border Talks To Go On Before Agreement",
        "May 4, 2019|By Jane Doe",
    ]
    assert article(make("\n\n".join([*lines, *PARAGRAPHS]))).headline == lines[0]


def test_of_a_list_of_titles_the_one_that_tells_of_the_story_is_the_headline() -> None:
    lines = [
        "Rain floods the market of Oslo",
        "Foreign minister of Fiji resigns",
        "Norway's minister in Tallinn for border talks",
    ]
    assert article(make("\n\n".join([*lines, *PARAGRAPHS]))).headline == lines[2]


def test_a_line_of_the_day_below_a_caption_is_the_pages_day() -> None:
    caption = "The foreign minister of Norway at the harbour, where she was met by the mayor and by a crowd of children."
    found = article(make("\n\n".join(["Talks open in Tallinn", caption, "16:33 JST, May 4, 2019", *PARAGRAPHS])))
    assert found.published is not None
    assert found.published.start == "2019-05-04"
