"""Articles on one occasion come together; the same actors on another occasion do not."""

from collections.abc import Sequence
from dataclasses import replace

from dragoman.stories.grouping import components
from dragoman.stories.sketch import ArticleSketch
from dragoman.stories.tales import Headed, story
from tests.stories.made import RESOLVER, page

FERRY = "the ferry Kestrel sank off Bergen, eleven anglers drowned, the captain had ignored a gale warning"
STRIKE = "dockers in Piraeus walked out over pensions, cranes stood idle, the minister flew home from Crete"


def stories(pages: Sequence[ArticleSketch]) -> set[frozenset[str]]:
    by_id = {one.id: one for one in pages}
    pairs = [(a, b) for a in sorted(by_id) for b in sorted(by_id) if a < b]
    alike = RESOLVER.occasions.joined(pairs, by_id)
    return {
        frozenset(group)
        for members in components(by_id, alike)
        for group in RESOLVER.occasions.stories(members, alike, by_id)
    }


def test_one_occasion_is_one_story() -> None:
    pages = [page("a", "2023-03-01", FERRY), page("b", "2023-03-02", FERRY), page("c", "2023-03-02", STRIKE)]
    assert stories(pages) == {frozenset("ab"), frozenset("c")}


def test_the_same_words_a_year_later_are_another_story() -> None:
    pages = [page("a", "2023-03-01", FERRY), page("b", "2024-03-01", FERRY), page("c", None, FERRY)]
    assert not any({"a", "b"} <= group for group in stories(pages))


def test_pages_without_a_date_are_told_apart_by_the_last_day_that_they_name() -> None:
    then, later = (replace(page(name, None, FERRY), named=day) for name, day in (("a", 738_000), ("b", 738_900)))
    assert stories([then, later]) == {frozenset("a"), frozenset("b")}
    assert stories([then, replace(later, named=738_001)]) == {frozenset("ab")}


def test_two_dense_groups_of_one_kind_stay_apart() -> None:
    shared = "navy frigate boarded pirates skiffs off Somalia and brought them ashore"
    first = [page(f"a{n}", None, f"{shared} Sukanya escort merchant convoy weapons seized dawn {n}") for n in range(7)]
    second = [page(f"b{n}", None, f"{shared} Tabar mothership burned trawler hostages missing Thai {n}") for n in range(7)]
    found = stories([*first, *second])
    assert not any({"a0", "b0"} <= group for group in found)


def test_articles_meet_under_shared_keys() -> None:
    keys = RESOLVER.occasions.keys
    one, later, other = page("a", "2023-03-01", FERRY), page("b", "2023-03-20", FERRY), page("c", "2023-03-01", STRIKE)
    assert keys(one) & keys(later)
    assert not keys(one) & keys(other)


def test_a_story_is_headed_by_the_article_most_like_the_others() -> None:
    pages = [page("a", "2023-03-02", FERRY), page("b", "2023-03-01", FERRY), page("c", None, STRIKE)]
    heads = [
        Headed("Ferry lost", "2023-03-02", "2023-03-02"),
        Headed("Ferry sinks", "2023-03-01", "2023-03-01"),
        Headed("Strike", None, None),
    ]
    made = story(list(zip(pages, heads, strict=True)))
    assert made.articles == ("b", "a", "c")
    assert (made.first_published, made.last_published, made.headline) == ("2023-03-01", "2023-03-02", "Ferry lost")
