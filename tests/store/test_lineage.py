"""Lineage in the archive: found when pages are in, the same whatever their order, kept and forgotten with them."""

import random
from collections.abc import Sequence
from pathlib import Path

import pytest

from dragoman.query.query import Query
from dragoman.records import Article, Coding, Lineage
from dragoman.store.archive import Archive
from tests.stories.copies.pages import RESPUN, REWORDED, STORY, UNRELATED, article, trace
from tests.synthetic import FINGERPRINT, report

PAGES = (
    article(STORY, "original", published="2024-05-14"),
    article(STORY, "copy", published="2024-05-15"),
    article(REWORDED, "reworded", published="2024-05-15"),
    article(RESPUN, "respun"),
    article(UNRELATED, "railway"),
)


def stored(path: Path, batches: Sequence[Sequence[Article]], *, relate_each: bool = False) -> Path:
    with Archive.open(path, create=True) as archive:
        for batch in batches:
            archive.store([Coding(page) for page in batch], [], FINGERPRINT)
            if relate_each:
                archive.relate()
        archive.relate()
    return path


def listed(path: Path) -> list[Lineage]:
    with Archive.open_to_read(path) as archive:
        return sorted((told.lineage for told in Query(archive).lineage()), key=lambda lineage: lineage.id)


def test_the_archive_finds_what_is_found_in_memory(tmp_path: Path) -> None:
    assert listed(stored(tmp_path / "a.db", [PAGES])) == trace(PAGES)


@pytest.mark.parametrize("seed", range(3))
def test_order_and_number_of_runs_make_no_difference(tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311
    pages = chance.sample(PAGES, len(PAGES))
    cut = chance.randrange(1, len(pages))
    one = stored(tmp_path / "one.db", [PAGES])
    other = stored(tmp_path / "other.db", [pages[:cut], pages[cut:]], relate_each=True)
    with Archive.open_to_read(one) as first, Archive.open_to_read(other) as second:
        assert first.digest() == second.digest()


def test_what_is_known_is_not_compared_again(tmp_path: Path) -> None:
    path = stored(tmp_path / "a.db", [PAGES])
    with Archive.open(path) as archive:
        assert archive.relate() == 0
        archive.store([Coding(article(STORY[:3], "part"))], [], FINGERPRINT)
        assert 0 < archive.relate() < len(PAGES)


def test_lineage_goes_with_its_pages(tmp_path: Path) -> None:
    path = stored(tmp_path / "a.db", [PAGES[:2]])
    changed = Coding(article(UNRELATED, "copy"))
    with Archive.open(path) as archive:
        archive.store([changed], [], "another pipeline")
        archive.relate()
    assert listed(path) == []


def test_copies_of_one_text_are_one_source_of_an_event(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    with Archive.open(path, create=True) as archive:
        codings = []
        for page in PAGES[:2]:
            told = report(page, STORY[0], "closed", event_type="COERCE", sources=["Peru"], targets=["Bolivian cargo"])
            codings.append(Coding(page, reports=(told,)))
        archive.store(codings, [], FINGERPRINT)
        archive.relate()
        counts = archive.connection.execute("SELECT n_articles, n_independent_sources FROM event").fetchall()
    assert all(sources == 1 for _, sources in counts)


def test_an_outlet_finds_lineage_on_either_side(tmp_path: Path) -> None:
    from dragoman.query.filters import Filter

    pages = (article(STORY, "a", outlet="Ilo Post"), article(STORY, "b", outlet="Puno Sun"), article(REWORDED, "c"))
    path = stored(tmp_path / "a.db", [pages])
    with Archive.open_to_read(path) as archive:
        found = list(Query(archive).lineage(Filter(outlet=("Ilo Post",))))
    assert found
    assert all("a" in (told.article.page, told.of.page) for told in found)
