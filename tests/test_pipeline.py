"""What a run says of itself when a fault of ours takes a page."""

from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from dragoman import pipeline
from dragoman.articles.stage import ArticleStage
from dragoman.records import Article, Coding, Drop, Page
from dragoman.settings import Settings
from dragoman.stage import FAULT
from dragoman.workers import Coded

PAGE = "Kenya and Chad sign pact\n\n12 March 2019\n\nKenya and Chad signed a pact on fishing on Tuesday, officials said.\n"


class Faulty:
    """Workers whose report stage fails on every article."""

    def __init__(self, *given: object) -> None:
        self.stage = ArticleStage(Settings())

    def __enter__(self) -> "Faulty":
        return self

    def __exit__(self, *error: object) -> None:
        return None

    def code(self, batches: Iterable[list[Page]]) -> Iterator[Coded]:
        for pages in batches:
            yield Coded([self._faulty(item) for item in self.stage.run(iter(pages))], {}, pages)

    @staticmethod
    def _faulty(item: Article | Drop) -> Coding | Drop:
        if isinstance(item, Drop):
            return item
        return Coding(item, left_out=(Drop("reports", FAULT, item.page, item.page_id, "KeyError: 'x' (roles, line 7)"),))


def test_a_run_that_could_not_code_a_page_is_only_partly_done_and_says_why(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.txt").write_text(PAGE, "utf-8")
    monkeypatch.setattr(pipeline, "Workers", Faulty)
    summary = pipeline.read([tmp_path / "a.txt"], tmp_path / "x.dragoman", Settings())
    assert (summary.stored, summary.lost, summary.partly) == (1, 1, True)
    assert "KeyError: 'x' (roles, line 7)" in summary.details[FAULT]
