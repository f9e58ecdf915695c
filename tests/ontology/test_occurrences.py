"""The table of dated occurrences: large, ordered, and no occurrence under two ids."""

from collections import Counter
from datetime import date

import pytest
from pydantic import ValidationError

from dragoman.ontology.occurrences import Occurrence, load_occurrences


def test_a_few_hundred_occurrences_of_every_kind_that_pages_reckon_from() -> None:
    found = load_occurrences()
    assert len(found) >= 250
    assert {"war", "summit", "accord", "coup", "election", "ties"} <= {each.kind for each in found.values()}


def test_none_lies_ahead_of_what_is_known() -> None:
    assert max(each.start for each in load_occurrences().values()) <= date(2025, 12, 31)


def test_the_same_words_on_the_same_day_stand_once() -> None:
    seen = Counter((each.start, phrase) for each in load_occurrences().values() for phrase in each.words)
    assert [key for key, count in seen.items() if count > 1] == []


def test_words_are_in_lower_case() -> None:
    assert [each.id for each in load_occurrences().values() if any(phrase != phrase.lower() for phrase in each.words)] == []


def test_an_occurrence_does_not_end_before_it_starts() -> None:
    with pytest.raises(ValidationError, match="ends before it starts"):
        Occurrence(id="x", kind="war", start=date(2000, 1, 2), end=date(2000, 1, 1), words=("war",))
