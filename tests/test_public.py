"""The public surface: listed, sorted, and working without knowledge of the inside."""

from pathlib import Path

import pytest

import dragoman
from dragoman.records import Annotation

PAGE = """Envoys of Ghana and Togo meet in Accra

ACCRA - The foreign minister of Togo met his Ghanaian counterpart in Accra on 3 May 2021, the two governments said.

Togo accused Ghana of seizing two fishing boats. Ghana denied that it had detained their crews.
"""


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("public") / "accra.txt"
    path.write_text(PAGE, "utf-8")
    return path


def test_what_is_public_is_listed_and_sorted() -> None:
    assert sorted(dragoman.__all__) == dragoman.__all__
    assert [name for name in dragoman.__all__ if not hasattr(dragoman, name)] == []


def test_a_page_goes_in_and_events_come_out(page: Path, tmp_path: Path) -> None:
    summary = dragoman.read([page], tmp_path / "a.db")
    assert (summary.pages_in, summary.stored, summary.partly) == (1, 1, False)
    with dragoman.open(tmp_path / "a.db") as archive:
        (event,) = archive.events(dragoman.Filter(source=("TGO",), type=("ACCUSE",)))
    assert [actor.id for actor in event.targets] == ["GHA"]
    assert event.status == "happened"


def test_reading_again_does_nothing(page: Path, tmp_path: Path) -> None:
    first = dragoman.read([page], tmp_path / "a.db")
    again = dragoman.read([page], tmp_path / "a.db")
    assert (first.stored, again.stored, again.already) == (1, 0, 1)


def test_only_a_fault_makes_a_run_partly_done(page: Path, tmp_path: Path) -> None:
    (tmp_path / "logo.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(200)))
    summary = dragoman.read([page, tmp_path / "logo.png"], tmp_path / "a.db")
    assert (summary.pages_left_out, summary.partly) == (1, False)
    (tmp_path / "broken.jsonl").write_text('{"text": "Ghana and Tog', "utf-8")
    summary = dragoman.read([page, tmp_path / "broken.jsonl"], tmp_path / "a.db")
    assert (summary.pages_left_out, summary.partly) == (1, True)


def test_annotation_shows_what_is_read_before_coding(page: Path) -> None:
    (found,) = dragoman.annotate([page])
    assert isinstance(found, Annotation)
    assert {"GHA", "TGO"} <= {actor.id for actor in found.mentions}
    assert [date.start for date in found.dates] == ["2021-05-03"]
    assert all(found.article.text[m.mention.start : m.mention.end] == m.mention.text for m in found.mentions)


def test_no_archive_is_a_plain_error(tmp_path: Path) -> None:
    with pytest.raises(dragoman.DragomanError, match=r"missing\.db"), dragoman.open(tmp_path / "missing.db"):
        pass
