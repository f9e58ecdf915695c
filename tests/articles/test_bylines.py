"""Bylines become names."""

import pytest

from dragoman.articles.bylines import BylineReader
from dragoman.articles.cleaner import clean
from dragoman.articles.lexicon import load_lexicon
from dragoman.articles.outlets import Agencies

LEXICON = load_lexicon()
READER = BylineReader(LEXICON, Agencies())
BODY = (
    "The foreign minister of Norway arrived in Tallinn on Monday for talks about the border, the ministry said.",
    "She is to meet her Estonian colleague, who had invited her in the spring, before she flies on to Riga.",
)


def printed(*lines: str) -> str | None:
    text = "\n\n".join(lines)
    return READER.printed(text, clean(text, LEXICON).blocks)


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By Jane Doe", "Jane Doe"),
        ("By JANE DOE and TOM ROE", "JANE DOE and TOM ROE"),
        ("By jdoe42 // 2024-07-10", "jdoe42"),
        ("Written by Jane van der Meer", "Jane van der Meer"),
        ("By Jane Doe in Tallinn", "Jane Doe"),
        ("By Jane Doe, Tallinn", "Jane Doe"),
        ("By Jane Doe | Monday, 9 July 2018", "Jane Doe"),
        ("Text: Jane Doe", "Jane Doe"),
        ("From Jane Doe in Tallinn and Tom Roe in Riga", "Jane Doe in Tallinn and Tom Roe in Riga"),
        ("Jane Doe, Diplomatic Editor", "Jane Doe"),
    ],
)
def test_names_are_freed_of_what_stands_around_them(line: str, names: str) -> None:
    assert printed("Norway's minister in Tallinn for talks", line, *BODY) == names


@pytest.mark.parametrize("line", ["By Reuters", "AFP", "By Agencies"])
def test_an_agency_is_no_author(line: str) -> None:
    assert printed("Norway's minister in Tallinn for talks", line, *BODY) is None


def test_who_signs_off_is_the_author_where_nobody_else_is() -> None:
    assert printed("Norway's minister in Tallinn for talks", *BODY, "Jane Doe, Bay News.") == "Jane Doe"


@pytest.mark.parametrize(
    ("field", "names"),
    [
        ("Jane Doe, Tom Roe", "Jane Doe, Tom Roe"),
        ("By Jane Doe", "Jane Doe"),
        ("https://bay.example/jane", None),
        ("Reuters", None),
    ],
)
def test_fields_hold_names_as_they_are(field: str, names: str | None) -> None:
    assert READER.stated(field) == names


def test_a_byline_is_found_among_the_lines_around_a_heading() -> None:
    assert READER.among(["Europe", "Monday, June 5, 2017 | By Jane Doe, Tallinn | 31 comments"]) == "Jane Doe"


def beside_date(*lines: str) -> str | None:
    text = "\n\n".join(lines)
    return READER.beside_date(text, clean(text, LEXICON).blocks)


@pytest.mark.parametrize(
    ("lines", "names"),
    [
        (("Jane Doe", "4 May 2019"), "Jane Doe"),
        (("4 May 2019", "JANE DOE"), "JANE DOE"),
        (("Jane van der Roe", "16/08/2023"), "Jane van der Roe"),
        (("Jane Doe Published May 4, 2019",), "Jane Doe"),
        (("Latin America", "4 May 2019"), None),
        (("Pinned post", "12.30"), None),
        (("Jane Doe",), None),
        (("The Bay Herald", "4 May 2019"), None),
    ],
)
def test_a_name_beside_the_date_is_the_authors(lines: tuple[str, ...], names: str | None) -> None:
    assert beside_date("Norway's minister in Tallinn for talks", *lines, *BODY) == names


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By Áine Ó Doe, UN correspondent, New York", "Áine Ó Doe"),
        ("Jane Doe and Tom Roe, Ankara", "Jane Doe and Tom Roe"),
        ("JANE DOE IN SKOPJE", "JANE DOE"),
        ("Interview: Jane Doe", "Jane Doe"),
    ],
)
def test_places_roles_and_accents_do_not_hide_a_name(line: str, names: str) -> None:
    assert READER.cleaned(line) == names
    assert line.isupper() or printed("Norway's minister in Tallinn for talks", line, *BODY) == names


@pytest.mark.parametrize("account", ["admin", "Administrator", "Reuters"])
def test_accounts_and_agencies_write_nothing(account: str) -> None:
    assert READER.stated(account) is None
