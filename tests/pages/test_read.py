"""Files and folders become pages; what cannot be read becomes a drop with a reason, and the rest is read."""

import gzip
import os
import tracemalloc
from pathlib import Path

import pytest

from dragoman.errors import SettingsError
from dragoman.pages.read import read_paths
from dragoman.settings import Settings

from .conftest import Reader, noise

TEXT = "Talks open in Geneva\n\nThe two ministers met in Geneva on Monday and agreed to meet again.\n"
HTML = f"<!doctype html><html><head><title>Talks</title></head><body><p>{TEXT}</p></body></html>"


def reasons(drops: list) -> list[str]:  # type: ignore[type-arg]
    return [drop.reason for drop in drops]


def test_a_folder_is_read_in_sorted_order_under_names_relative_to_it(tmp_path: Path, read: Reader) -> None:
    for name in ("b/two.txt", "a.html", "b/one.htm"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(HTML if "htm" in name else TEXT)
    pages, drops = read(tmp_path)
    assert [(page.name, page.media) for page in pages] == [("a.html", "html"), ("b/one.htm", "html"), ("b/two.txt", "text")]
    assert drops == []


def test_names_and_ids_do_not_depend_on_where_dragoman_is_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "news").mkdir()
    (tmp_path / "news" / "one.txt").write_text(TEXT)
    from_outside = list(read_paths([tmp_path / "news"], Settings()))
    monkeypatch.chdir(tmp_path)
    assert list(read_paths([Path("news")], Settings())) == from_outside
    monkeypatch.chdir(tmp_path / "news")
    assert list(read_paths([Path()], Settings())) == from_outside


def test_a_file_given_by_itself_has_its_file_name(tmp_path: Path, read: Reader) -> None:
    (tmp_path / "deep").mkdir()
    path = tmp_path / "deep" / "one.txt"
    path.write_text(TEXT)
    pages, _ = read(path)
    assert [page.name for page in pages] == ["one.txt"]


def test_the_content_of_a_text_page_is_the_file(tmp_path: Path, read: Reader) -> None:
    content = "\ufeffA\u00a0line\r\nand  another\u2028one\n".encode()
    (tmp_path / "one.txt").write_bytes(content)
    pages, _ = read(tmp_path)
    assert pages[0].content == content


def test_the_same_content_under_another_name_is_another_page(tmp_path: Path, read: Reader) -> None:
    for name in ("one.txt", "two.txt"):
        (tmp_path / name).write_text(TEXT)
    pages, _ = read(tmp_path)
    assert pages[0].id != pages[1].id


@pytest.mark.parametrize(
    ("name", "content", "media"),
    [
        ("story", TEXT, "text"),
        ("index.php?id=5", HTML, "html"),
        ("story.txt", HTML, "html"),
        ("story.xhtml", '<?xml version="1.0"?>' + HTML, "html"),
        ("www.bay.example_world_2023", "<div><p>One.</p><p>Two.</p></div>", "html"),
    ],
)
def test_the_kind_of_a_page_is_told_by_content_where_its_name_is_silent(
    tmp_path: Path, read: Reader, name: str, content: str, media: str
) -> None:
    (tmp_path / name).write_text(content)
    pages, drops = read(tmp_path)
    assert [page.media for page in pages] == [media]
    assert drops == []


def test_files_that_are_no_pages_are_left_out_with_a_reason(tmp_path: Path, read: Reader) -> None:
    for name in ("data.db", "notes.yaml", "photo.jpg", "archive.zip"):
        (tmp_path / name).write_bytes(b"\x89PNG not a page")
    (tmp_path / "feed").write_text('<?xml version="1.0"?><rss><channel></channel></rss>')
    (tmp_path / "one.txt").write_text(TEXT)
    pages, drops = read(tmp_path)
    assert [page.name for page in pages] == ["one.txt"]
    assert reasons(drops) == ["not-a-page"] * 5


def test_a_file_that_the_user_names_is_read_whatever_its_suffix(tmp_path: Path, read: Reader) -> None:
    path = tmp_path / "story.md"
    path.write_text(TEXT)
    assert len(read(path)[0]) == 1
    assert len(read(tmp_path)[0]) == 0


def test_hidden_files_and_folders_are_passed_over(tmp_path: Path, read: Reader) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git" / "one.txt").write_text(TEXT)
    (tmp_path / ".two.txt").write_text(TEXT)
    assert read(tmp_path) == ([], [])


def test_a_folder_with_a_link_to_itself_is_read_once(tmp_path: Path, read: Reader) -> None:
    (tmp_path / "one.txt").write_text(TEXT)
    (tmp_path / "again").symlink_to(tmp_path)
    pages, drops = read(tmp_path)
    assert [page.name for page in pages] == ["one.txt"]
    assert [(drop.reason, drop.page) for drop in drops] == [("read-already", "again")]


def test_a_path_that_does_not_exist_is_a_drop(tmp_path: Path, read: Reader) -> None:
    (tmp_path / "one.txt").write_text(TEXT)
    pages, drops = read(tmp_path / "nowhere", tmp_path)
    assert len(pages) == 1
    assert reasons(drops) == ["missing"]


def test_a_broken_link_is_unreadable(tmp_path: Path, read: Reader) -> None:
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nowhere")
    assert reasons(read(tmp_path)[1]) == ["unreadable"]


def test_a_file_that_the_system_refuses_is_unreadable(tmp_path: Path, read: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    (tmp_path / "b.txt").write_text(TEXT)
    opened = Path.open

    def refuse(path: Path, *args: object, **more: object) -> object:
        if path.name == "a.txt":
            raise PermissionError(13, "Permission denied")
        return opened(path, *args, **more)  # type: ignore[call-overload]

    monkeypatch.setattr(Path, "open", refuse)
    pages, drops = read(tmp_path)
    assert [page.name for page in pages] == ["b.txt"]
    assert reasons(drops) == ["unreadable"]


def test_a_pipe_is_not_waited_for(tmp_path: Path, read: Reader) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    assert reasons(read(tmp_path)[1]) == ["not-a-page"]


@pytest.mark.parametrize("content", [b"", b"  \n\t\n", b"\0\0\0\0", b"\xef\xbb\xbf"])
def test_a_page_without_anything_on_it_is_empty(tmp_path: Path, read: Reader, content: bytes) -> None:
    (tmp_path / "one.txt").write_bytes(content)
    assert reasons(read(tmp_path)[1]) == ["empty"]


def test_noise_is_binary(tmp_path: Path, read: Reader) -> None:
    (tmp_path / "one.txt").write_bytes(noise(1, 5_000))
    (tmp_path / "two.html").write_bytes(b"%PDF-1.4 and so on")
    assert reasons(read(tmp_path)[1]) == ["binary", "binary"]


def test_a_few_nul_bytes_do_not_make_a_text_binary(tmp_path: Path, read: Reader) -> None:
    (tmp_path / "one.txt").write_bytes(TEXT.encode().replace(b" ", b"\0", 2))
    pages, drops = read(tmp_path)
    assert (len(pages), drops) == (1, [])


def test_text_in_utf_16_is_not_binary(tmp_path: Path, read: Reader) -> None:
    (tmp_path / "one.txt").write_bytes(TEXT.encode("utf-16-le"))
    assert len(read(tmp_path)[0]) == 1


def test_a_page_that_is_too_large_is_left_out(tmp_path: Path, read: Reader) -> None:
    (tmp_path / "one.txt").write_text(TEXT * 10)
    (tmp_path / "two.txt").write_text(TEXT)
    pages, drops = read(tmp_path, max_page_bytes=200)
    assert [page.name for page in pages] == ["two.txt"]
    assert reasons(drops) == ["too-large"]


def test_a_small_file_that_unpacks_to_a_huge_one_is_too_large(tmp_path: Path, read: Reader) -> None:
    (tmp_path / "bomb.txt.gz").write_bytes(gzip.compress(b"a" * 5_000_000))
    assert reasons(read(tmp_path, max_page_bytes=100_000)[1]) == ["too-large"]


def test_gzip_is_undone(tmp_path: Path, read: Reader) -> None:
    (tmp_path / "one.html.gz").write_bytes(gzip.compress(HTML.encode()))
    pages, _ = read(tmp_path)
    assert (pages[0].name, pages[0].media, pages[0].content) == ("one.html.gz", "html", HTML.encode())


def test_a_truncated_gzip_file_is_read_as_far_as_it_goes(tmp_path: Path, read: Reader) -> None:
    whole = "".join(f"Sentence {number} of {noise(number, 8).hex()} is here.\n" for number in range(4_000)).encode()
    packed = gzip.compress(whole)
    (tmp_path / "one.txt.gz").write_bytes(packed[: len(packed) // 2])
    pages, drops = read(tmp_path)
    assert whole.startswith(pages[0].content)
    assert len(pages[0].content) > len(whole) / 3
    assert reasons(drops) == ["truncated"]


def test_a_corrupt_gzip_file_is_read_up_to_the_damage(tmp_path: Path, read: Reader) -> None:
    whole = "".join(f"Sentence {number} of {noise(number, 8).hex()} is here.\n" for number in range(4_000)).encode()
    packed = bytearray(gzip.compress(whole))
    packed[len(packed) // 2 : len(packed) // 2 + 40] = bytes(40)
    (tmp_path / "one.txt.gz").write_bytes(packed)
    pages, drops = read(tmp_path)
    assert len(pages) == 1
    assert reasons(drops) == ["corrupt"]


def test_a_wrong_field_name_is_told_at_once(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="choose from"):
        read_paths([tmp_path], Settings(field_names=(("txet", "body"),)))


def test_memory_stays_flat_over_many_pages(tmp_path: Path) -> None:
    for number in range(60):
        (tmp_path / f"{number}.txt").write_text(TEXT * 3_000)
    tracemalloc.start()
    sizes = [len(page.content) for page in read_paths([tmp_path], Settings())]  # type: ignore[union-attr]
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 6 * max(sizes)
    assert sum(sizes) > 30 * max(sizes)
