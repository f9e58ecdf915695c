"""How antecedents are weighed."""

import pytest

from dragoman.documents.coreference import Link, Mention
from dragoman.mentions.antecedents import Weighed, weigh

XI, CHINA = ("person:x",), ("CHN",)


def mention(*links: Link) -> Mention:
    return Mention(0, 1, 0, False, 1.0, 1 - sum(link.share for link in links), links)


def test_several_mentions_of_one_actor_weigh_together() -> None:
    before = [Weighed({XI: 1.0}), Weighed({CHINA: 1.0}), Weighed({XI: 1.0})]
    found = weigh(mention(Link(1, 0.4), Link(0, 0.3), Link(2, 0.2)), before, lambda who: True, must_refer=False)
    assert found.best(0.5) == XI
    assert found.shares[XI] == pytest.approx(0.5)
    assert found.witness[XI] == 0


def test_what_does_not_fit_is_struck_out_of_the_whole() -> None:
    before = [Weighed({XI: 1.0}), Weighed({CHINA: 1.0})]
    found = weigh(mention(Link(1, 0.6), Link(0, 0.3)), before, lambda who: who == XI, must_refer=False)
    assert found.shares == {XI: pytest.approx(0.75)}


def test_something_unnamed_keeps_its_share() -> None:
    before = [Weighed(), Weighed({CHINA: 1.0})]
    found = weigh(mention(Link(0, 0.6), Link(1, 0.4)), before, lambda who: True, must_refer=True)
    assert found.best(0.5) is None


def test_words_that_must_refer_do_not_count_the_chance_of_something_new() -> None:
    before = [Weighed({XI: 1.0})]
    link = mention(Link(0, 0.3))
    assert weigh(link, before, lambda who: True, must_refer=False).best(0.5) is None
    assert weigh(link, before, lambda who: True, must_refer=True).best(0.5) == XI


def test_a_doubtful_pronoun_hands_its_doubt_on() -> None:
    before = [Weighed({XI: 0.6, CHINA: 0.2})]
    found = weigh(mention(Link(0, 1.0)), before, lambda who: True, must_refer=True)
    assert found.shares == {XI: pytest.approx(0.6), CHINA: pytest.approx(0.2)}


def test_no_antecedent_means_nobody() -> None:
    assert weigh(mention(), [], lambda who: True, must_refer=True).best(0.5) is None


def test_nearly_enough_is_enough_with_a_clear_lead() -> None:
    assert Weighed({XI: 0.45, CHINA: 0.2, ("TWN",): 0.15}).best(0.5) == XI
    assert Weighed({XI: 0.45, CHINA: 0.3}).best(0.5) is None
    assert Weighed({XI: 0.3}).best(0.5) is None
