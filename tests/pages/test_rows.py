"""JSON exports become pages, whatever their fields are called; a broken line costs itself and not the rest."""

import gzip
import json
from pathlib import Path
from typing import Any

import pytest

from .conftest import Reader, noise

TEXT = "The two ministers met in Geneva on Monday and agreed to meet again."


def write(path: Path, *rows: Any) -> Path:  # noqa: ANN401
    path.write_text("".join(json.dumps(row) + "\n" for row in rows))
    return path


def test_a_row_is_a_page_with_what_the_row_says_about_it(tmp_path: Path, read: Reader) -> None:
    row = {"url": "https://bay.example/1", "title": "Talks open", "text": TEXT, "date": "2023-03-17", "language": "en"}
    pages, drops = read(write(tmp_path / "a.jsonl", row))
    page = pages[0]
    assert (page.name, page.url, page.content, page.media) == (row["url"], row["url"], TEXT.encode(), "text")
    assert dict(page.hints) == {"title": "Talks open", "date": "2023-03-17", "language": "en"}
    assert drops == []


def test_a_row_without_address_is_named_by_its_line(tmp_path: Path, read: Reader) -> None:
    pages, _ = read(write(tmp_path / "a.jsonl", {"text": TEXT}, {"text": TEXT}))
    assert [page.name for page in pages] == ["a.jsonl#1", "a.jsonl#2"]


@pytest.mark.parametrize(
    ("row", "outlet", "date"),
    [
        (
            {"maintext": TEXT, "title": "T", "source_domain": "bay.example", "date_publish": "2023-03-17"},
            "bay.example",
            "2023-03-17",
        ),
        ({"article_text": TEXT, "media_name": "Bay", "publish_date": "2023-03-17", "headline": "T"}, "Bay", "2023-03-17"),
        ({"text": TEXT, "title": "T", "source": "https://bay.example/1", "sitename": "Bay", "date": "2023"}, "Bay", "2023"),
        ({"body": TEXT, "title": "T", "source": {"uri": "bay.example", "title": "Bay"}, "dateTime": "2023"}, "Bay", "2023"),
        ({"content": TEXT, "webTitle": "T", "webPublicationDate": "2023", "publication": "Bay"}, "Bay", "2023"),
        ({"text": TEXT, "title": "T", "published": "2023", "thread": {"site": "bay.example"}}, "bay.example", "2023"),
    ],
)
def test_usual_exports_work_without_any_field_names(
    tmp_path: Path, read: Reader, row: dict[str, Any], outlet: str, date: str
) -> None:
    hints = dict(read(write(tmp_path / "a.jsonl", row))[0][0].hints)
    assert (hints["title"], hints["outlet"], hints["date"]) == ("T", outlet, date)


def test_a_source_that_is_an_address_is_no_outlet(tmp_path: Path, read: Reader) -> None:
    page = read(write(tmp_path / "a.jsonl", {"text": TEXT, "source": "https://bay.example/1"}))[0][0]
    assert page.url == "https://bay.example/1"
    assert "outlet" not in dict(page.hints)


def test_field_names_given_by_the_user_come_first(tmp_path: Path, read: Reader) -> None:
    path = write(tmp_path / "a.jsonl", {"text": "wrong", "doc": {"inhalt": TEXT}})
    pages, _ = read(path, field_names=(("text", "doc.inhalt"),))
    assert pages[0].content == TEXT.encode()


def test_authors_in_a_list_are_joined(tmp_path: Path, read: Reader) -> None:
    row = {"text": TEXT, "authors": ["Ann Low", {"name": "Jo Roe"}]}
    assert dict(read(write(tmp_path / "a.jsonl", row))[0][0].hints)["author"] == "Ann Low, Jo Roe"


def test_a_row_with_markup_is_html(tmp_path: Path, read: Reader) -> None:
    rows = {"content": f"<p>{TEXT}</p><p>More.</p>"}, {"text": "", "html": f"<html><body><p>{TEXT}</p></body></html>"}
    assert [page.media for page in read(write(tmp_path / "a.jsonl", *rows))[0]] == ["html", "html"]


def test_a_broken_line_is_a_drop_and_the_rest_is_read(tmp_path: Path, read: Reader) -> None:
    path = write(tmp_path / "a.jsonl", {"text": TEXT}, {"text": TEXT})
    path.write_text('{"text": "cut off\n' + path.read_text() + "[1, 2]\n{}\n")
    pages, drops = read(path)
    assert [page.name for page in pages] == ["a.jsonl#2", "a.jsonl#3"]
    assert [(drop.reason, drop.page) for drop in drops] == [
        ("broken-json", "a.jsonl#1"), ("not-a-page", "a.jsonl#4"), ("no-text", "a.jsonl#5"),
    ]  # fmt: skip


@pytest.mark.parametrize("indent", [None, 2])
def test_arrays_and_single_objects_are_read(tmp_path: Path, read: Reader, indent: int | None) -> None:
    rows = [{"text": f"{TEXT} {number}"} for number in range(2_000)]
    (tmp_path / "a.json").write_text(json.dumps(rows, indent=indent))
    (tmp_path / "b.json").write_text(json.dumps(rows[0], indent=indent))
    pages, drops = read(tmp_path)
    assert (len(pages), drops) == (2_001, [])
    assert (pages[1_999].name, pages[2_000].name) == ("a.json#2000", "b.json#1")


@pytest.mark.parametrize("path", ["articles.results", "articles", "posts", "hits.hits"])
def test_rows_inside_an_answer_of_a_service_are_found(tmp_path: Path, read: Reader, path: str) -> None:
    answer: Any = [{"body": TEXT}, {"body": TEXT}]
    for key in reversed(path.split(".")):
        answer = {"status": "ok", key: answer}
    (tmp_path / "a.json").write_text(json.dumps(answer))
    assert [page.name for page in read(tmp_path)[0]] == ["a.json#1.1", "a.json#1.2"]


def test_damage_within_an_array_is_a_drop_and_what_stands_before_it_is_read(tmp_path: Path, read: Reader) -> None:
    (tmp_path / "a.json").write_text('[{"text": "One sentence here."}, {"text": oops}, {"text": "Two."}]')
    pages, drops = read(tmp_path)
    assert len(pages) == 1
    assert [drop.reason for drop in drops] == ["broken-json"]


def test_a_truncated_gzip_export_gives_the_rows_before_the_damage(tmp_path: Path, read: Reader) -> None:
    rows = "".join(json.dumps({"text": f"{TEXT} {number} {noise(number, 8).hex()}"}) + "\n" for number in range(3_000))
    packed = gzip.compress(rows.encode())
    (tmp_path / "a.jsonl.gz").write_bytes(packed[: len(packed) // 2])
    pages, drops = read(tmp_path)
    assert len(pages) > 1_000
    assert [drop.reason for drop in drops] == ["truncated"]


def test_lone_surrogates_and_nul_bytes_do_no_harm(tmp_path: Path, read: Reader) -> None:
    (tmp_path / "a.jsonl").write_bytes(b'{"text": "One \\ud800 two."}\n{"text": "Th\0ree."}\n')
    assert [page.content.decode() for page in read(tmp_path)[0]] == ["One \ufffd two.", "Th ree."]


def test_deeply_nested_json_is_broken_not_fatal(tmp_path: Path, read: Reader) -> None:
    (tmp_path / "a.jsonl").write_text('{"text": ' + "[" * 100_000 + "\n" + json.dumps({"text": TEXT}) + "\n")
    (tmp_path / "b.json").write_text("[" * 100_000)
    pages, drops = read(tmp_path)
    assert len(pages) == 1
    assert [drop.reason for drop in drops] == ["broken-json", "broken-json"]


def test_a_line_that_is_too_long_is_left_out(tmp_path: Path, read: Reader) -> None:
    path = write(tmp_path / "a.jsonl", {"text": "word " * 5_000}, {"text": TEXT})
    pages, drops = read(path, max_page_bytes=1_000)
    assert [page.name for page in pages] == ["a.jsonl#2"]
    assert [drop.reason for drop in drops] == ["too-large"]
