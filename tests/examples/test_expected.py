"""The example pages and what is expected of them agree with each other."""

from pathlib import Path
from typing import get_args

import pytest

from .expected import EventType, Page, Status, everything, load, visible

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
FOLDER = EXAMPLES / "pages"
PAGES = load(EXAMPLES / "expected.yaml")
HELD_OUT = {EXAMPLES / name: load(EXAMPLES / name / "expected.yaml") for name in ("held_out", "held_out_2", "held_out_3")}

each_page = pytest.mark.parametrize(
    ("page", "folder"),
    [pytest.param(page, FOLDER, id=page.name) for page in PAGES]
    + [pytest.param(page, folder / "pages", id=page.name) for folder, pages in HELD_OUT.items() for page in pages],
)


@each_page
def test_evidence_stands_on_the_page(page: Page, folder: Path) -> None:
    text = visible(page, folder)
    told = [*(event.evidence for event in page.events), *(quote.evidence for quote in page.quotes)]
    assert [words for words in told if words not in text] == []


@each_page
def test_kept_and_forbidden_words_stand_on_the_page(page: Page, folder: Path) -> None:
    text, source = visible(page, folder), everything(page, folder)
    assert [words for words in page.kept if words not in text] == []
    assert [words for words in page.forbidden if words not in source] == []


@each_page
def test_left_out_words_stand_on_the_page(page: Page, folder: Path) -> None:
    text = everything(page, folder)
    assert [words for words in page.left_out if words not in text] == []


@each_page
def test_headline_and_byline_stand_on_the_page(page: Page, folder: Path) -> None:
    text = visible(page, folder)
    assert page.headline in text
    assert page.byline is None or page.byline in text


@each_page
def test_no_words_are_both_wanted_and_unwanted(page: Page, folder: Path) -> None:
    wanted = [event.evidence for event in page.events] + page.kept
    unwanted = page.forbidden + page.left_out
    assert [(a, b) for a in wanted for b in unwanted if a in b or b in a] == []


def test_each_file_is_expected_and_each_expected_file_is_there() -> None:
    assert {page.page for page in PAGES} == {path.name for path in FOLDER.iterdir()}
    for folder, pages in HELD_OUT.items():
        assert {page.page for page in pages} == {path.name for path in (folder / "pages").iterdir()}


def test_there_are_enough_pages_of_each_kind() -> None:
    files = {page.page for page in PAGES}
    assert len(files) >= 18
    assert {suffix: any(name.endswith(suffix) for name in files) for suffix in (".txt", ".html", ".html.gz")} == {
        ".txt": True,
        ".html": True,
        ".html.gz": True,
    }
    assert len([page for page in PAGES if page.page.endswith(".jsonl")]) >= 3


def test_every_event_type_and_every_status_occurs() -> None:
    events = [event for page in PAGES for event in page.events]
    assert {event.type for event in events} == set(get_args(EventType))
    assert {event.status for event in events} == set(get_args(Status))


def test_one_pair_meets_on_at_least_three_pages() -> None:
    def meetings(pair: set[str]) -> set[str | None]:
        events = [(event, page) for page in PAGES for event in page.events if event.type in {"CONSULT", "AGREE"}]
        return {page.page for event, page in events if pair == set(event.sources + event.targets)}

    assert len(meetings({"TUR", "RUS"})) >= 3
    assert len(meetings({"USA", "PRK"})) >= 3


def test_undated_republished_derived_and_foreign_pages_occur() -> None:
    assert any(page.published is None for page in PAGES)
    assert any(page.declared not in (None, page.published) for page in PAGES)
    assert {page.derived_from.relation for page in PAGES if page.derived_from} == {"rewrite", "digest"}
    assert [page.events for page in PAGES if not page.coded] == [[]]
    assert all(page.coded == (page.language == "en") for page in PAGES)


def test_origin_of_a_derived_page_is_among_the_pages() -> None:
    origins = {page.derived_from.page for page in PAGES if page.derived_from}
    assert origins <= {page.page for page in PAGES}


def test_readme_names_each_page() -> None:
    readme = (EXAMPLES / "README.md").read_text("utf-8")
    assert [page.page for page in PAGES if page.page not in readme] == []
    for folder, pages in HELD_OUT.items():
        readme = (folder / "README.md").read_text("utf-8")
        assert [page.page for page in pages if page.page not in readme] == []
