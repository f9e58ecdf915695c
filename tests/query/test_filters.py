"""What a filter accepts, and what it answers to what it cannot accept."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.errors import QueryError
from dragoman.query.filters import Filter, first_day, last_day, words_query


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2023", "2023-01-01", "2023-12-31"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2023-2", "2023-02-01", "2023-02-28"),
        (" 2023-03-05 ", "2023-03-05", "2023-03-05"),
    ],
)
def test_years_and_months_are_taken_whole(text: str, first: str, last: str) -> None:
    assert (first_day(text), last_day(text)) == (first, last)


@pytest.mark.parametrize("text", ["yesterday", "23-01-01", "2023-13", "2023-02-30", "2023-1-1-1", "", "0000"])
def test_what_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(QueryError, match="is no date"):
        first_day(text)


def test_types_and_statuses_are_taken_in_any_case() -> None:
    wanted = Filter(type=("consult",), status=("Called-For",))
    assert (wanted.type, wanted.status) == (("CONSULT",), ("called-for",))


def test_an_unknown_type_is_answered_with_the_choices() -> None:
    with pytest.raises(QueryError, match="choose from: AGREE, CONSULT") as caught:
        Filter(type=("MEET",))
    assert "ASSAULT" in caught.value.choices


def test_an_unknown_status_is_answered_with_the_choices() -> None:
    with pytest.raises(QueryError, match="happened, ongoing, planned"):
        Filter(status=("denied",))


@pytest.mark.parametrize(
    ("asked", "query"),
    [
        ("oil price", '"oil" "price"'),
        ('"oil price" Oslo', '"oil price" "Oslo"'),
        ("sanction*", '"sanction"*'),
        ("U.S.-led NOT (talks", '"U.S.-led" "NOT" "(talks"'),
        ('"unclosed phrase', '"unclosed" "phrase"'),
    ],
)
def test_words_become_a_query_of_the_text_index(asked: str, query: str) -> None:
    assert words_query(asked) == query


def test_no_words_at_all_are_refused() -> None:
    with pytest.raises(QueryError, match="no words"):
        words_query(' "—" * ')


@given(st.text(max_size=40))
def test_no_text_can_make_a_query_that_breaks_the_index(text: str) -> None:
    try:
        query = words_query(text)
    except QueryError:
        return
    import sqlite3

    connection = sqlite3.connect(":memory:")
    connection.execute("CREATE VIRTUAL TABLE words USING fts5 (w)")
    connection.execute(
        "SELECT * FROM words WHERE words MATCH ?", [query.replace("\0", " ").encode("utf-8", "replace").decode()]
    )
    connection.close()
