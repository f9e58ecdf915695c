"""Words that name one act, however they are inflected."""

import pytest

from tests.stories.made import RESOLVER


@pytest.mark.parametrize(
    ("words", "act"),
    [("killed", "kill"), ("dead", "kill"), ("shot", "shoot"), ("opened fire", "shoot"), ("gunned down", "shoot")],
)
def test_words_of_one_act_are_one(words: str, act: str) -> None:
    assert RESOLVER.acts.known(words) == act


def test_other_words_are_their_stem() -> None:
    assert RESOLVER.acts.known("photographed") is None
    assert RESOLVER.acts.act("photographed") == RESOLVER.acts.act("photographs")
