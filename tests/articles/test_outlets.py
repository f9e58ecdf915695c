"""Outlets and agencies are found where pages name them, and nowhere else."""

from collections import Counter

import pytest

from dragoman.articles.addresses import host_of
from dragoman.articles.cleaner import clean
from dragoman.articles.lexicon import load_lexicon
from dragoman.articles.outlets import Agencies, Outlets
from dragoman.ontology.load import load_entries
from dragoman.ontology.sources import Outlet

LEXICON, OUTLETS, AGENCIES = load_lexicon(), Outlets(), Agencies()
BODY = (
    "The foreign minister of Norway arrived in Tallinn on Monday for talks about the border, the ministry said.",
    "She is to meet her Estonian colleague, who had invited her in the spring, before she flies on to Riga.",
)


def named(*lines: str) -> str | None:
    text = "\n\n".join(lines)
    return OUTLETS.on_page(text, clean(text, LEXICON).blocks)


def credited(*lines: str) -> str | None:
    text = "\n\n".join(lines)
    return AGENCIES.credited(text, clean(text, LEXICON).blocks)


@pytest.mark.parametrize(
    ("url", "host"),
    [
        ("https://www.bbc.co.uk/news/1", "bbc.co.uk"), ("http://m.bay.example:8080/x", "bay.example"),
        ("bay.example", "bay.example"), ("nonsense://[", ""),
    ],
)  # fmt: skip
def test_hosts_are_read_from_addresses(url: str, host: str) -> None:
    assert host_of(url) == host


@pytest.mark.parametrize(
    ("site", "url", "name"),
    [
        (None, "https://www.rt.com/news/1", "RT"),
        (None, "https://edition.cnn.com/2023", "CNN"),
        ("Guardian", None, "The Guardian"),
        ("Bay Herald", "https://bay.example/1", "Bay Herald"),
        (None, "https://bay.example/1", "bay.example"),
        (None, None, None),
    ],
)
def test_known_outlets_have_one_name_and_others_their_own(site: str | None, url: str | None, name: str | None) -> None:
    assert OUTLETS.name_of(site=site, url=url) == name


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Also on rt.com Norway's minister flies to Riga", "RT"),
        ("© 2023 Bay Herald. All rights reserved.", "Bay Herald"),
        ("Jane Doe, Arirang News.", "Arirang News"),
        ("Bay Herald https://www.bay.example/view?id=1", "Bay Herald"),
        ("Bay Herald is an independent newspaper owned by its readers.", "Bay Herald"),
        ("Read more on the topic on Bay Herald", "Bay Herald"),
    ],
)
def test_a_page_names_its_outlet(line: str, name: str) -> None:
    assert named("Norway's minister in Tallinn for border talks", *BODY, line) == name


def test_an_outlet_in_the_story_is_not_the_outlet_of_the_page() -> None:
    assert named("Norway's minister in Tallinn", *BODY, "She told the BBC that the two sides were close.") is None


@pytest.mark.parametrize(
    "line",
    ["TALLINN (Reuters) - ", "TALLINN, May 4 (Reuters) -- ", "(Reuters) - "],
)
def test_a_dateline_credits_the_agency(line: str) -> None:
    assert credited("Norway's minister in Tallinn", line + BODY[0], BODY[1]) == "Reuters"


@pytest.mark.parametrize(
    ("line", "agency"),
    [
        ("Source: TASS", "TASS"),
        ("With inputs from agencies", "agencies"),
        ("© Agence France-Presse", "AFP"),
        ("By Jane Doe, Associated Press", "Associated Press"),
    ],
)
def test_lines_of_credit_name_the_agency(line: str, agency: str) -> None:
    head, foot = ((line,), ()) if line.startswith("By") else ((), (line,))
    assert credited("Norway's minister in Tallinn", *head, *BODY, *foot) == agency


def test_credits_of_photographs_and_agencies_in_the_story_do_not_count() -> None:
    photo = "Photo: Jane Doe/Reuters"
    assert (
        credited("Norway's minister in Tallinn", photo, *BODY, "The state agency TASS reported that she was late.") is None
    )


def test_no_two_outlets_share_a_host() -> None:
    hosts = Counter(host for outlet in load_entries("outlets", Outlet).values() for host in (outlet.id, *outlet.hosts))
    assert [host for host, count in hosts.items() if count > 1] == []


@pytest.mark.parametrize(
    ("lines", "name"),
    [
        (("THE BAY SENTINEL", *BODY), "The Bay Sentinel"),
        (("BAY FM 98.4 - THE NEWS AT SIX", *BODY), "Bay FM"),
        (
            (
                "*** PAGEMILL ***",
                "Norway talks to Estonia about the sea",
                *BODY,
                "-- Gathered by the PageMill robot --",
            ),
            "PageMill",
        ),
        (("Norway talks to Estonia about the sea", "By Jane Doe for Bay Letter", *BODY), "Bay Letter"),
        (("Norway talks to Estonia about the sea", "TALLINN (BQS) - " + BODY[0], BODY[1]), "BQS"),
        (("Norway talks to Estonia about the sea", *BODY, "www.bay-currents.example"), "bay-currents.example"),
    ],
)
def test_mastheads_bylines_datelines_and_addresses_name_the_outlet(lines: tuple[str, ...], name: str) -> None:
    assert named(*lines) == name


@pytest.mark.parametrize(
    "lines",
    [
        ("LATEST NEWS", "Norway talks to Estonia about the sea", *BODY),
        ("Norway talks to Estonia about the sea", "TALLINN (Reuters) - " + BODY[0], BODY[1]),
        ("Estonia", "Norway talks to Estonia about the sea", *BODY, "Estonia: sauna burns down"),
        ("Norway talks to Estonia about the sea", *BODY, "one.example | two.example"),
    ],
)
def test_sections_agencies_places_and_lists_of_sources_name_none(lines: tuple[str, ...]) -> None:
    assert named(*lines) is None


@pytest.mark.parametrize(
    ("title", "headline", "name"),
    [
        ("Talks fail again in Tallinn - Bay Herald", "Talks fail again in Tallinn", "Bay Herald"),
        ("Bay Herald | Talks fail again", "Talks fail again in Tallinn", "Bay Herald"),
        ("Talks fail again in Tallinn | World", "Talks fail again in Tallinn", None),
        ("Sea and sky - talks fail in Tallinn", "Sea and sky - talks fail in Tallinn", None),
        ("Bay Herald - World", "Talks fail again in Tallinn", None),
        ("Talks fail again in Tallinn | Europe | Bay Herald", "Talks fail again in Tallinn", "Bay Herald"),
        ("Rozmowy bez wyniku | Talks fail again in Tallinn - Gazeta Bay", "Talks fail again in Tallinn", "Gazeta Bay"),
    ],
)
def test_a_title_adds_the_name_to_the_headline(title: str, headline: str, name: str | None) -> None:
    assert OUTLETS.in_title([title], headline) == name


TITLE = "Norway talks to Estonia about the sea"


@pytest.mark.parametrize(
    ("lines", "name"),
    [
        ((TITLE, *BODY, "Copyright © 2006-2023 Bay Tide Group Ltd. All Rights Reserved."), "Bay Tide Group"),
        ((TITLE, *BODY, "Bay Tide © 2023"), "Bay Tide"),
        ((TITLE, *BODY, "BQTV 2022 - all rights reserved"), "BQTV"),
        ((TITLE, "Ada Doe | The Bay Review | 16 Aug 2023", *BODY), "The Bay Review"),
        ((TITLE, *BODY, "Published in The Bay Review, August 16th, 2023"), "The Bay Review"),
        (("The Sovereign", "Sign in to read", TITLE, *BODY), "The Sovereign"),
        (("BAY TIDE  |  Monday 14 May 2018", TITLE, *BODY), "Bay Tide"),
        (("BAY TALK", "The weekly newsletter of the Selat Institute", TITLE, *BODY), "Selat Institute"),
        (("Forwarded from Bay Alert", TITLE, *BODY), "Bay Alert"),
        (("Ministry of Foreign Affairs of Norway", "PRESS RELEASE", TITLE, *BODY), "Ministry of Foreign Affairs of Norway"),
        ((TITLE, "Bay Today’s live coverage", "12.30", *BODY), "Bay Today"),
        ((TITLE, *BODY, "Source: Baypress news agency, Oslo, in English 1905 gmt 25 Nov 22"), "Baypress news agency"),
        (("The Wayback Machine - https://web.archive.org/web/2024/https://bay.example/1", TITLE, *BODY), "bay.example"),
        (("bay-today", TITLE, *BODY), "bay-today"),
        (("Bay Bulletin (rss) — " + TITLE, *BODY), "Bay Bulletin"),
        ((TITLE, "Ships stay home. By staff reporter, Bay Gazette, 14 August 2024", *BODY), "Bay Gazette"),
        ((TITLE, *BODY, "desk@bay-tide.example"), "bay-tide.example"),
        (("bay-tide.example > World", TITLE, "TALLINN (Mirror) - " + BODY[0], BODY[1]), "bay-tide.example"),
    ],
)
def test_words_at_the_edges_of_a_page_name_its_outlet(lines: tuple[str, ...], name: str) -> None:
    assert named(*lines) == name


@pytest.mark.parametrize(
    "lines",
    [
        ("Norway", TITLE, *BODY),
        ("The Latest", TITLE, *BODY),
        ("NORWAY-ESTONIA-SEA", TITLE, *BODY),
        (TITLE, "March 7, 2024", *BODY),
        (TITLE, *BODY, "© Thomson Reuters 2023 All rights reserved."),
        (TITLE, *BODY, "First published in The Bay Review, August 16th, 2023"),
    ],
)
def test_sections_slugs_days_and_other_houses_name_none(lines: tuple[str, ...]) -> None:
    assert named(*lines) is None


@pytest.mark.parametrize(
    ("field", "name"),
    [
        ("Bay Herald - World", "Bay Herald"), ("Bay Herald", "Bay Herald"), ("Home", None), ("https://bay.example/", None),
        ("Top Stories | Bay Herald", "Bay Herald"), (None, None), ("bay.example", "bay.example"),
    ],
)  # fmt: skip
def test_a_field_for_the_site_may_hold_its_section_too(field: str | None, name: str | None) -> None:
    assert OUTLETS.stated(field) == name


@pytest.mark.parametrize(
    ("host", "shown", "name"),
    [
        ("bayherald.example", "The talks, the Bay Herald learned, had failed.", "Bay Herald"),
        ("bayherald.example", "Write to us: news@bayherald.example", "bayherald.example"),
        ("bay.example", "Bay is a town.", "bay.example"),
        ("Bay Herald", "the bay herald", "Bay Herald"),
    ],
)
def test_a_host_gets_the_name_that_the_page_spells_out(host: str, shown: str, name: str) -> None:
    assert OUTLETS.spelled(host, [shown]) == name


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("The post Envoys agree on the sea appeared first on Bay Times.", "Bay Times"),
        ("Jane Doe is a reporter at Bay Herald.", "Bay Herald"),
        ("Jane Doe is Bay Herald's diplomatic editor.", "Bay Herald"),
        ("— Bay Herald with AFP", "Bay Herald"),
        ("Get the latest from Bay Herald delivered to your inbox.", "Bay Herald"),
        ("Get the Dockside app", "Dockside"),
        ("Join Dockside's WhatsApp channel", "Dockside"),
        ("More from Dockside", "Dockside"),
        ("Support independent journalism: donate to Bay Herald", "Bay Herald"),
        ("With reporting by Bay Herald's Mary Low in Riga", "Bay Herald"),
        ("News.Bay", "News.Bay"),
        ("Dockside Media Ltd – Bay City", "Dockside Media"),
    ],
)
def test_what_stands_below_the_story_names_the_outlet(line: str, name: str) -> None:
    assert named("Norway's minister in Tallinn for border talks", *BODY, line) == name


@pytest.mark.parametrize(
    ("lines", "name"),
    [
        (("DOCKSIDE", "MAY 4, 2019", "Norway's minister in Tallinn for border talks"), "DOCKSIDE"),
        (("Dockside: News from the river", "Norway's minister in Tallinn for border talks"), "Dockside"),
        (("Norway's minister in Tallinn for border talks - Bay Herald",), "Bay Herald"),
        (("Norway's minister in Tallinn for border talks | Dockside",), "Dockside"),
        (("Norway's minister in Tallinn for border talks", "By Jane Doe, Bay Herald Staff Writer"), "Bay Herald"),
        (("Norway's minister in Tallinn for border talks", "Bay Herald staff"), "Bay Herald"),
    ],
)
def test_what_stands_above_the_story_names_the_outlet(lines: tuple[str, ...], name: str) -> None:
    assert named(*lines, *BODY) == name


def test_whom_people_speak_to_again_and_again_is_the_outlet() -> None:
    told = "“We agree,” the minister told Bay Radio on Tuesday. An official told Bay Radio that the talks would go on."
    assert named("Norway's minister in Tallinn for border talks", *BODY, told, BODY[0]) == "Bay Radio"


@pytest.mark.parametrize(
    "line",
    [
        "By Jane Doe, Diplomatic Correspondent",
        "By Jane Doe, Kyiv Correspondent",
        "Staff Reporter",
        "EXPLAINER",
        "Support Ukraine",
        "Jane Doe with Reuters",
        "Jane Doe/AFP",
        "Follow Jane Doe on Twitter",
        "Join Newsletter",
        "About Author",
        "This article originally appeared on Bay Herald.",
        "John Roe is a professor at Bay University and writes on rivers.",
    ],
)
def test_posts_persons_and_prompts_name_no_outlet(line: str) -> None:
    title = "Norway's minister in Tallinn for border talks"
    assert (named(title, line, *BODY), named(title, *BODY, line)) == (None, None)


@pytest.mark.parametrize(
    ("lines", "name"),
    [
        (("Norway talks to Estonia about the sea", "Jane Doe, Lake Observer", *BODY), "Lake Observer"),
        (("Norway talks to Estonia about the sea", "(Lake Observer) - 4 May 2019", *BODY), "Lake Observer"),
        (
            ("Norway talks to Estonia about the sea", *BODY, "You are reading Lake Chronicle's free edition."),
            "Lake Chronicle",
        ),
        (
            ("Norway talks to Estonia about the sea", *BODY, "Tags: Norway, Estonia, Lake Post", "Lake Post on Facebook"),
            "Lake Post",
        ),
    ],
)
def test_a_name_in_the_form_of_a_papers_around_the_story_is_the_outlet(lines: tuple[str, ...], name: str) -> None:
    assert named(*lines) == name


@pytest.mark.parametrize("line", ["Tags: Ukraine News", "Latest World News", "Photo: Jane Doe for Bay Herald"])
def test_sections_and_photographers_papers_are_not(line: str) -> None:
    assert named("Norway talks to Estonia about the sea", *BODY, line) is None
