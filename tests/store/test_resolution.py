"""Events and stories follow what is stored: the same in any order, in any batches, after any replacement."""

import random
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from dragoman.records import Coding
from dragoman.store.archive import Archive
from dragoman.stories import keys
from tests.synthetic import FINGERPRINT, day, talks

DAYS = ("2019-10-22", "2022-08-05", "2023-09-04")


def codings() -> list[Coding]:
    """Three meetings of one pair and one of another, each told by three pages; and one report without a day."""
    told = [
        talks(number * 10 + page, target=target, date=day(on))
        for number, (target, on) in enumerate([*(("Chad", on) for on in DAYS), ("Peru", DAYS[0])])
        for page in range(3)
    ]
    undated = talks(99)
    return [*told, replace(undated, reports=tuple(replace(one, date=None) for one in undated.reports))]


def digest(path: Path, batches: Sequence[Sequence[Coding]], *, told_each: bool = False) -> str:
    with Archive.open(path, create=True) as archive:
        for batch in batches:
            archive.store(batch, [], FINGERPRINT)
            if told_each:
                archive.tell_stories()
        archive.tell_stories()
        return archive.digest()


def cut(items: Sequence[Coding], chance: random.Random) -> list[list[Coding]]:
    batches: list[list[Coding]] = []
    left = list(items)
    while left:
        size = chance.randint(1, 4)
        batches.append(left[:size])
        left = left[size:]
    return batches


def events(archive: Archive) -> list[tuple[str, int]]:
    rows = archive.connection.execute("SELECT date_start, n_reports FROM event ORDER BY date_start, n_reports")
    return [tuple(row) for row in rows]


def test_meetings_of_a_series_are_events_of_their_own(tmp_path: Path) -> None:
    with Archive.open(tmp_path / "a.db", create=True) as archive:
        archive.store(codings()[:12], [], FINGERPRINT)
        assert events(archive) == [(DAYS[0], 3), (DAYS[0], 3), (DAYS[1], 3), (DAYS[2], 3)]


@pytest.mark.parametrize("most", [keys.MOST, 4])
@pytest.mark.parametrize("seed", range(3))
def test_one_by_one_gives_what_all_at_once_gives(
    tmp_path: Path, seed: int, most: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With `MOST` at 4, keys become too common on the way, and what they joined is parted again."""
    monkeypatch.setattr(keys, "MOST", most)
    chance = random.Random(seed)  # noqa: S311 - nothing secret
    shuffled = codings()
    chance.shuffle(shuffled)
    whole = digest(tmp_path / "whole.db", [codings()])
    assert digest(tmp_path / "parts.db", cut(shuffled, chance)) == whole
    assert digest(tmp_path / "told.db", cut(shuffled, chance), told_each=True) == whole


@pytest.mark.parametrize("most", [keys.MOST, 4])
def test_a_page_that_goes_leaves_no_trace(tmp_path: Path, most: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keys, "MOST", most)
    kept, gone = codings()[:-1], codings()[-1]
    without = replace(gone, reports=())
    with Archive.open(tmp_path / "a.db", create=True) as archive:
        archive.store([*kept, gone], [], FINGERPRINT)
        archive.tell_stories()
        archive.store([without], [], "pipeline-2")
        archive.store(kept, [], "pipeline-2")
        archive.tell_stories()
        replaced = archive.digest()
    with Archive.open(tmp_path / "b.db", create=True) as archive:
        archive.store([*kept, without], [], "pipeline-2")
        archive.tell_stories()
        assert archive.digest() == replaced


def test_a_new_page_joins_the_event_that_is_there(tmp_path: Path) -> None:
    first, *others = codings()[:3]
    with Archive.open(tmp_path / "a.db", create=True) as archive:
        archive.store([first], [], FINGERPRINT)
        assert events(archive) == [(DAYS[0], 1)]
        archive.store(others, [], FINGERPRINT)
        assert events(archive) == [(DAYS[0], 3)]


def test_another_rule_resolves_anew_and_is_kept(tmp_path: Path) -> None:
    with Archive.open(tmp_path / "a.db", create=True) as archive:
        archive.store(codings(), [], FINGERPRINT)
        archive.tell_stories()
        before = archive.digest()
        archive.resolve("strict")
        assert archive.same_event == "strict"
    with Archive.open(tmp_path / "a.db") as archive:
        assert archive.same_event == "strict"
        archive.resolve("default")
        assert archive.digest() == before


def test_no_report_is_without_an_event(tmp_path: Path) -> None:
    with Archive.open(tmp_path / "a.db", create=True) as archive:
        archive.store(codings(), [], FINGERPRINT)
        assert archive.unresolved == 0
        archive.connection.execute("DELETE FROM event")
        assert archive.unresolved == len(codings())
        archive.resolve()
        assert archive.unresolved == 0


def test_every_article_is_in_one_story(tmp_path: Path) -> None:
    with Archive.open(tmp_path / "a.db", create=True) as archive:
        archive.store(codings(), [], FINGERPRINT)
        archive.tell_stories()
        articles, told = archive.counts("article", "story_article")
        assert articles == told == len(codings())
