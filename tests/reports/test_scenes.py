"""The state that a page is set in."""

from dragoman.reports.reader import Reader
from dragoman.reports.scenes import page_scene
from tests.reports.notation import marked


def told(*names: str) -> str:
    return "\n".join(f"{name}/NNP/2/nsubj slept=sleep/VBD/0/root ././2/punct" for name in names)


def scene(*names: str) -> str | None:
    found = page_scene(Reader(marked(told(*names)), {}))
    return found.country if found else None


def test_a_page_is_set_in_the_state_that_most_sentences_name() -> None:
    assert scene("Mali@MLI", "Mali@MLI", "Chad@TCD", "Mali@MLI", "Mali@MLI") == "MLI"


def test_a_page_of_two_states_is_set_in_neither() -> None:
    assert scene("Mali@MLI", "Chad@TCD", "Mali@MLI", "Chad@TCD", "Mali@MLI") is None


def test_a_few_sentences_set_no_scene() -> None:
    assert scene("Mali@MLI", "Mali@MLI") is None
