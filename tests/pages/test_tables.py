"""Tables of articles are read row by row, as spreadsheets and crawlers write them."""

from pathlib import Path

import pytest

from tests.pages.conftest import Reader

TEXT = "The envoys of Norway and Estonia met in Tallinn on Monday.\nThey signed a paper on fish, the ministry said."


def cell(text: str) -> str:
    return '"' + text.replace('"', '""') + '"'


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_a_table_gives_a_page_a_row(tmp_path: Path, read: Reader, delimiter: str, encoding: str) -> None:
    rows = [["id", "Headline", "Source", "Date", "Text"], ["1", "Fishé", "Bay Herald", "2021-03-02", cell(TEXT)]]
    rows.append(["2", "More fish", "Bay Herald", "2021-03-03", cell('He said "no", twice; then he left | the room.')])
    table = tmp_path / "export.csv"
    table.write_bytes("\r\n".join(delimiter.join(row) for row in rows).encode(encoding))
    pages, drops = read(table)
    assert drops == []
    assert [page.name for page in pages] == ["export.csv#1", "export.csv#2"]
    assert pages[0].content.decode() == TEXT
    assert dict(pages[0].hints) == {"title": "Fishé", "date": "2021-03-02", "outlet": "Bay Herald"}


def test_a_table_in_a_folder_without_text_is_no_page_and_says_its_columns(tmp_path: Path, read: Reader) -> None:
    (tmp_path / "countries.csv").write_text("iso,name\nNOR,Norway\nEST,Estonia\n")
    pages, drops = read(tmp_path)
    assert pages == []
    assert [(drop.reason, drop.page) for drop in drops] == [("not-a-page", "countries.csv")]
    assert "its columns: iso, name" in drops[0].detail


def test_rows_that_are_short_or_empty_stop_nothing(tmp_path: Path, read: Reader) -> None:
    table = tmp_path / "export.csv"
    table.write_text(f"title,text\nOne,{cell(TEXT)}\n\nTwo\nThree,{cell(TEXT)},extra\n")
    pages, drops = read(table)
    assert [dict(page.hints)["title"] for page in pages] == ["One", "Three"]
    assert [drop.reason for drop in drops] == ["no-text"]


def test_a_cell_without_end_is_a_drop_after_the_rows_before_it(tmp_path: Path, read: Reader) -> None:
    table = tmp_path / "export.csv"
    table.write_text(f'title,text\nOne,{cell(TEXT)}\nTwo,"' + "endless " * 2000)
    pages, drops = read(table, max_page_bytes=1000)
    assert len(pages) == 1
    assert [drop.reason for drop in drops] == ["too-large"]


def test_a_table_of_names_of_columns_alone_is_empty(tmp_path: Path, read: Reader) -> None:
    (tmp_path / "export.csv").write_text("title,text\n")
    assert read(tmp_path / "export.csv") == ([], [])


def test_a_table_without_names_of_columns_says_what_it_took_for_them(tmp_path: Path, read: Reader) -> None:
    (tmp_path / "export.csv").write_text('1,2021-03-02,"The envoys met in Tallinn."\n')
    pages, (drop,) = read(tmp_path / "export.csv")
    assert pages == []
    assert "its columns: 1, 2021-03-02, The envoys met" in drop.detail


def test_columns_may_be_named_in_other_languages(tmp_path: Path, read: Reader) -> None:
    (tmp_path / "export.csv").write_text(f"Datum;Titel;Text;Quelle\n02.03.2021;Fish;{cell(TEXT)};Bay Herald\n", "cp1252")
    (page,), _ = read(tmp_path / "export.csv")
    assert dict(page.hints) == {"title": "Fish", "date": "02.03.2021", "outlet": "Bay Herald"}
