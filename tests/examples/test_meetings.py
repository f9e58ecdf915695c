"""The pages on recurring meetings say what `expected.yaml` says they do."""

import html
import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
import yaml

from dragoman.ontology.frames import load_event_types
from dragoman.query.filters import STATUSES


@pytest.fixture(scope="module")
def folder(root: Path) -> Path:
    return root / "examples" / "meetings"


@pytest.fixture(scope="module")
def expected(folder: Path) -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load((folder / "expected.yaml").read_text("utf-8"))
    return found


def visible(page: Path) -> str:
    text = page.read_text("utf-8")
    bare = html.unescape(re.sub(r"<[^>]+>", "\n", text)) if page.suffix == ".html" else text
    return " ".join(bare.split())


def test_every_page_is_listed_and_there(folder: Path, expected: dict[str, Any]) -> None:
    assert {page["page"] for page in expected["pages"]} == {path.name for path in (folder / "pages").iterdir()}
    assert len(expected["pages"]) >= 40


def test_tellings_stand_verbatim_on_their_pages(folder: Path, expected: dict[str, Any]) -> None:
    texts = {path.name: visible(path) for path in (folder / "pages").iterdir()}
    missing = [
        telling
        for event in expected["events"]
        for telling in event["tellings"]
        if " ".join(telling["words"].split()) not in texts[telling["page"]]
    ]
    assert missing == []


def test_values_are_those_of_the_codebook(expected: dict[str, Any]) -> None:
    types = set(load_event_types())
    for event in expected["events"]:
        assert {event["type"], *event.get("type_alt", ())} <= types
        assert event["status"] in STATUSES
        assert event["tellings"]


def test_ids_are_unique_and_links_join_events(expected: dict[str, Any]) -> None:
    ids = Counter(event["id"] for event in expected["events"])
    assert set(ids.values()) == {1}
    assert all({link["from"], link["to"]} <= set(ids) for link in expected["links"])
    assert {link["kind"] for link in expected["links"]} == {"announces", "part-of", "follows"}
