"""Lineage among a few pages: what is related, in what relation, and who was made from whom."""

import random
from pathlib import Path

import pytest

from dragoman.evaluation.copies import read_articles
from dragoman.records import Article, Lineage
from dragoman.settings import Settings
from tests.stories.copies.pages import RESPUN, REWORDED, STORY, UNRELATED, article, trace

ORIGINAL = article(STORY, "original", published="2024-05-14", outlet="Altiplano Wire")


def related(*others: Article) -> Lineage:
    (found,) = trace([ORIGINAL, *others])
    return found


def test_the_same_words_are_a_copy_of_the_earlier_page() -> None:
    found = related(article(STORY, "later", published="2024-05-15"))
    assert (found.page, found.of_page, found.relation, found.direction) == ("later", "original", "copy", "derived")
    assert found.confidence > 0.9
    assert found.score == 1.0


def test_a_part_is_an_excerpt_and_made_from_the_whole() -> None:
    found = related(article(STORY[:3], "part"))
    assert (found.page, found.relation, found.direction) == ("part", "excerpt", "derived")


def test_other_words_for_the_same_are_a_rewrite() -> None:
    found = related(article(REWORDED, "other words", published="2024-05-15"))
    assert (found.page, found.relation, found.direction) == ("other words", "rewrite", "derived")
    assert {passage.kind for passage in found.shared} == {"reworded"}


def test_a_respun_page_is_found_by_sounds_names_and_numbers() -> None:
    found = related(article(RESPUN, "respun"))
    assert (found.page, found.direction) == ("respun", "derived")
    assert any("break off" in why for why in found.why)


def test_pages_on_the_same_persons_and_places_are_not_related() -> None:
    assert trace([ORIGINAL, article(UNRELATED, "railway", published="2024-05-16")]) == []


def test_what_stands_in_menus_makes_no_relation() -> None:
    menu = " ".join(STORY)
    assert trace([ORIGINAL, article(UNRELATED, "railway", menu=menu)]) == []


def test_a_copy_that_names_its_source_was_made_from_it_even_without_dates() -> None:
    undated = article(STORY, "undated", outlet="Altiplano Wire")
    crediting = article([*STORY[:5], "Source: Altiplano Wire"], "crediting", outlet="Coast Daily")
    (found,) = trace([undated, crediting])
    assert (found.page, found.of_page, found.direction) == ("crediting", "undated", "derived")


def test_copies_without_any_clue_are_of_unknown_direction() -> None:
    (found,) = trace([article(STORY, "one"), article(STORY, "two")])
    assert (found.direction, found.confidence) == ("unknown", 0.0)


def test_two_that_are_made_from_a_third_are_not_made_from_each_other() -> None:
    others = [article(RESPUN, "respun"), article(REWORDED, "other words", published="2024-05-16")]
    found = {frozenset((one.page, one.of_page)): one for one in trace([ORIGINAL, *others])}
    assert found[frozenset(("respun", "other words"))].direction == "common-source"


@pytest.mark.parametrize("seed", range(3))
def test_the_order_of_the_articles_makes_no_difference(seed: int) -> None:
    articles = [ORIGINAL, article(STORY, "copy"), article(RESPUN, "respun"), article(STORY[:2], "part")]
    expected = trace(articles)
    random.Random(seed).shuffle(articles)  # noqa: S311
    assert trace(articles) == expected


def test_passages_are_words_of_both_articles() -> None:
    texts = {page.page: page.text for page in (ORIGINAL, article(REWORDED, "other words", published="2024-05-15"))}
    found = related(article(REWORDED, "other words", published="2024-05-15"))
    for passage in found.shared:
        assert texts[found.page][passage.here.start : passage.here.end] == passage.here.text
        assert texts[found.of_page][passage.there.start : passage.there.end] == passage.there.text


def test_the_two_seeds_that_are_one_agency_story_are_related_and_nothing_else(shared: Path) -> None:
    found = trace(read_articles(shared / "seeds", Settings()))
    assert [{one.page[:3], one.of_page[:3]} for one in found] == [{"003", "004"}]
