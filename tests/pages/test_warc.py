"""Web archives become pages; a damaged record costs itself and not the rest."""

import gzip
from collections.abc import Sequence
from io import BytesIO
from pathlib import Path

import pytest
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from .conftest import Reader, noise

pytestmark = pytest.mark.filterwarnings("ignore:Unclosed file:ResourceWarning")  # the test tool's own temporary files


def body(number: int) -> bytes:
    """A page that does not compress away, so that damage in the middle of the file hits one record."""
    return f"<html><body><p>Page {number}. {noise(number, 1_200).hex()}</p></body></html>".encode()


def archive(path: Path, pages: int = 12, *, packed: bool = True, headers: Sequence[tuple[str, str]] = ()) -> bytes:
    """Write a web archive of numbered pages with a request before each; returns its bytes."""
    with path.open("wb") as file:
        writer = WARCWriter(file, gzip=packed)
        writer.write_record(writer.create_warcinfo_record(path.name, {"software": "test"}))
        for number in range(pages):
            address = f"http://bay.example/{number}"
            add(writer, address, b"", kind="request", http=StatusAndHeaders("GET / HTTP/1.1", [("Host", "bay.example")]))
            types = [("Content-Type", "text/html; charset=utf-8"), *headers]
            add(writer, address, body(number), http=served(types))
    return path.read_bytes()


HTML = ("Content-Type", "text/html")


def served(headers: Sequence[tuple[str, str]], status: str = "200 OK") -> StatusAndHeaders:
    """The head of an HTTP response."""
    return StatusAndHeaders(status, list(headers), protocol="HTTP/1.1")


def add(writer: WARCWriter, address: str, payload: bytes, *, kind: str = "response", http: object = None) -> None:
    dated = {"WARC-Date": "2023-03-17T10:00:00Z"}
    record = writer.create_warc_record(address, kind, payload=BytesIO(payload), http_headers=http, warc_headers_dict=dated)
    writer.write_record(record)


@pytest.mark.parametrize(("name", "packed"), [("a.warc.gz", True), ("a.warc", False)])
def test_each_response_is_a_page_with_its_address_and_time_of_capture(
    tmp_path: Path, read: Reader, name: str, packed: bool
) -> None:
    archive(tmp_path / name, 3, packed=packed)
    pages, drops = read(tmp_path)
    assert [page.name for page in pages] == [f"http://bay.example/{number}" for number in range(3)]
    first = pages[0]
    assert (first.url, first.captured, first.charset, first.media) == (first.name, "2023-03-17T10:00:00Z", "utf-8", "html")
    assert [page.content for page in pages] == [body(number) for number in range(3)]
    assert drops == []


def test_an_archive_packed_as_one_stream_is_read_too(tmp_path: Path, read: Reader) -> None:
    plain = archive(tmp_path / "a.warc", 3, packed=False)
    (tmp_path / "a.warc").unlink()
    (tmp_path / "b.warc.gz").write_bytes(gzip.compress(plain))
    assert len(read(tmp_path)[0]) == 3


def test_transfer_and_content_encodings_are_undone(tmp_path: Path, read: Reader) -> None:
    with (tmp_path / "a.warc.gz").open("wb") as file:
        writer = WARCWriter(file, gzip=True)
        zipped = served([HTML, ("Content-Encoding", "gzip")])
        add(writer, "http://bay.example/zipped", gzip.compress(body(1)), http=zipped)
        chunked = served([HTML, ("Transfer-Encoding", "chunked")])
        add(writer, "http://bay.example/chunked", b"%x\r\n%b\r\n0\r\n\r\n" % (len(body(2)), body(2)), http=chunked)
    pages, _ = read(tmp_path)
    assert [page.content for page in pages] == [body(1), body(2)]


def test_what_is_no_page_is_left_out_with_a_reason(tmp_path: Path, read: Reader) -> None:
    with (tmp_path / "a.warc.gz").open("wb") as file:
        writer = WARCWriter(file, gzip=True)
        for status, kind in (("404 Not Found", "text/html"), ("200 OK", "image/png"), ("200 OK", "text/html")):
            add(writer, "http://bay.example/x", b"", http=served([("Content-Type", kind)], status))
    assert [drop.reason for drop in read(tmp_path)[1]] == ["http-status", "not-a-page", "empty"]


def test_a_corrupt_member_in_the_middle_costs_one_page(tmp_path: Path, read: Reader) -> None:
    data = bytearray(archive(tmp_path / "a.warc.gz"))
    middle = len(data) // 2
    data[middle : middle + 40] = bytes(40)
    (tmp_path / "a.warc.gz").write_bytes(data)
    pages, drops = read(tmp_path)
    assert len(pages) == 11
    assert pages[-1].name == "http://bay.example/11"
    assert [drop.reason for drop in drops] == ["corrupt"]


def test_many_corrupt_members_cost_no_more_than_themselves(tmp_path: Path, read: Reader) -> None:
    data = bytearray(archive(tmp_path / "a.warc.gz", 20))
    for share in (0.2, 0.5, 0.8):
        at = int(len(data) * share)
        data[at : at + 30] = b"x" * 30
    (tmp_path / "a.warc.gz").write_bytes(data)
    pages, drops = read(tmp_path)
    assert len(pages) >= 17
    assert {drop.reason for drop in drops} == {"corrupt"}


@pytest.mark.parametrize(("name", "packed"), [("a.warc.gz", True), ("a.warc", False)])
def test_a_truncated_archive_is_read_as_far_as_it_goes(tmp_path: Path, read: Reader, name: str, packed: bool) -> None:
    data = archive(tmp_path / name, packed=packed)
    (tmp_path / name).write_bytes(data[: len(data) * 2 // 3])
    pages, drops = read(tmp_path)
    assert 7 <= len(pages) <= 9
    assert [drop.reason for drop in drops] == ["truncated"]


def test_garbage_between_records_is_passed_over_and_counted(tmp_path: Path, read: Reader) -> None:
    data = archive(tmp_path / "a.warc", 4, packed=False)
    second = data.index(b"WARC/1.0", len(data) // 2)
    (tmp_path / "a.warc").write_bytes(data[:second] + b"\0garbage\n" * 50 + data[second:])
    pages, drops = read(tmp_path)
    assert len(pages) == 4
    assert [drop.reason for drop in drops] == ["corrupt"]


def test_a_record_that_is_too_large_is_left_out(tmp_path: Path, read: Reader) -> None:
    archive(tmp_path / "a.warc.gz", 2)
    pages, drops = read(tmp_path, max_page_bytes=1_000)
    assert (pages, [drop.reason for drop in drops]) == ([], ["too-large"] * 2)


def test_a_file_that_is_no_archive_at_all_is_a_drop(tmp_path: Path, read: Reader) -> None:
    (tmp_path / "a.warc.gz").write_bytes(b"nothing of the kind\n" * 100)
    (tmp_path / "b.warc").write_bytes(b"")
    pages, drops = read(tmp_path)
    assert pages == []
    assert [drop.reason for drop in drops] == ["corrupt"]
