"""Ids come from content alone."""

from hypothesis import given
from hypothesis import strategies as st

from dragoman.ids import ID_LENGTH, content_id

PARTS = st.lists(st.one_of(st.text(), st.binary(), st.integers(), st.none()), max_size=4)


@given(PARTS)
def test_the_same_parts_give_the_same_id(parts: list[str | bytes | int | None]) -> None:
    assert content_id(*parts) == content_id(*parts)
    assert len(content_id(*parts)) == ID_LENGTH


@given(PARTS, PARTS)
def test_other_parts_give_another_id(parts: list[str | bytes | int | None], others: list[str | bytes | int | None]) -> None:
    same = [(type(p), p) for p in parts] == [(type(p), p) for p in others]
    assert (content_id(*parts) == content_id(*others)) == same


def test_an_id_is_the_same_in_every_version() -> None:
    assert content_id("page", "north/visit.html", b"<p>Envoys met.</p>") == "6c89cd654b3f3e6f"


def test_where_a_part_ends_matters() -> None:
    assert content_id("ab", "c") != content_id("a", "bc")
