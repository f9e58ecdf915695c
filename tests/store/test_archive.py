"""What the archive promises: whole batches, nothing twice, nothing lost, the same content in whatever order it came."""

import os
import resource
import signal
import sqlite3
import subprocess
import sys
import tempfile
import textwrap
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dragoman.errors import ArchiveError, DamagedArchiveError, NewerArchiveError
from dragoman.records import Actor, Coding, Date, Drop, Span
from dragoman.store.archive import Archive
from dragoman.store.connect import Migration, connect_writer, migrations
from tests.synthetic import FINGERPRINT, page_of, talks


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "dragoman.db"


@pytest.fixture
def archive(path: Path) -> Iterator[Archive]:
    with Archive.open(path, create=True) as opened:
        yield opened


def count(archive: Archive, table: str) -> int:
    found = archive.connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0]  # noqa: S608
    return int(found)


def test_a_stored_page_is_known(archive: Archive) -> None:
    coding = talks()
    assert not archive.has(coding.article.page_id, FINGERPRINT)
    stored = archive.store([coding], [], FINGERPRINT)
    assert (stored.articles, stored.already, stored.reports.total()) == (1, 0, 1)
    assert archive.has(coding.article.page_id, FINGERPRINT)
    assert not archive.has(coding.article.page_id, "pipeline-2")


def test_storing_again_adds_nothing(archive: Archive) -> None:
    archive.store([talks(1), talks(2)], [], FINGERPRINT)
    before = archive.digest()
    stored = archive.store([talks(2), talks(1)], [], FINGERPRINT)
    assert (stored.articles, stored.already) == (0, 2)
    assert archive.digest() == before


def test_a_page_twice_in_one_batch_is_stored_once(archive: Archive) -> None:
    stored = archive.store([talks(1), talks(1)], [], FINGERPRINT)
    assert (stored.articles, stored.already) == (1, 1)
    assert count(archive, "article") == count(archive, "report") == count(archive, "event") == 1


def test_a_later_pipeline_replaces_what_an_earlier_one_made_of_a_page(archive: Archive) -> None:
    before, after = talks(1), talks(1, status="planned")
    archive.store([before, talks(2)], [], FINGERPRINT)
    archive.store([after], [], "pipeline-2")
    assert count(archive, "report") == count(archive, "event") == 2
    statuses = {row[0] for row in archive.connection.execute("SELECT status FROM event")}
    assert statuses == {"planned", "happened"}
    archive.connection.execute("INSERT INTO report_search (report_search, rank) VALUES ('integrity-check', 1)")
    archive.connection.execute("INSERT INTO article_search (article_search, rank) VALUES ('integrity-check', 1)")


def test_what_was_left_out_is_kept_with_its_reason(archive: Archive) -> None:
    archive.store([], [Drop("pages", "empty", "a.txt", "id-a"), Drop("pages", "unreadable", "b.txt")], FINGERPRINT)
    archive.store([], [Drop("pages", "unreadable", "b.txt")], FINGERPRINT)
    found = archive.connection.execute("SELECT page_name, reason, page FROM dropped ORDER BY page_name").fetchall()
    assert found == [("a.txt", "empty", "id-a"), ("b.txt", "unreadable", None)]
    assert archive.has("id-a", FINGERPRINT)


def test_a_file_name_that_is_no_text_is_kept_spelled_out(archive: Archive) -> None:
    archive.store([], [Drop("pages", "unreadable", os.fsdecode(b"caf\xe9.txt"))], FINGERPRINT)
    assert archive.connection.execute("SELECT page_name FROM dropped").fetchall() == [("caf\\udce9.txt",)]


def test_pages_add_size_encoding_and_hash(archive: Archive) -> None:
    coding = talks()
    archive.store([coding], [], FINGERPRINT, pages=[page_of(coding)])
    row = archive.connection.execute("SELECT media, charset, size, length(sha256) FROM page").fetchone()
    assert row == ("text", "utf-8", len(coding.article.text), 64)


def test_a_value_that_does_not_point_at_its_words_is_refused_alone(archive: Archive) -> None:
    coding = talks()
    wrong = replace(coding.mentions[0], mention=Span(3, 8, "Kenya"))
    bad_day = Date("2024-02-30", "2024-02-30", "day", "explicit", "", None)
    stored = archive.store([replace(coding, mentions=(*coding.mentions, wrong), dates=(bad_day,))], [], FINGERPRINT)
    assert [drop.reason for drop in stored.unsound] == ["unsound", "unsound"]
    assert count(archive, "mention") == len(coding.mentions)
    assert count(archive, "date") == 0
    details = [row[0] for row in archive.connection.execute("SELECT detail FROM dropped WHERE reason = 'unsound'")]
    assert any("'Kenya' is not what stands at 3-8" in detail for detail in details)
    assert any("'2024-02-30' is no day" in detail for detail in details)


def test_a_page_that_the_schema_cannot_hold_is_refused_and_the_others_are_stored(archive: Archive) -> None:
    coding = talks(1)
    broken = replace(coding, reports=(replace(coding.reports[0], status="rumoured"),))  # type: ignore[arg-type]
    unwritable = talks(2)
    unwritable = replace(unwritable, article=replace(unwritable.article, byline="\ud800"))
    stored = archive.store([broken, talks(3), unwritable], [], FINGERPRINT)
    assert stored.articles == 1
    assert sorted(drop.page for drop in stored.refused) == ["talks-1.txt", "talks-2.txt"]
    assert {drop.reason for drop in stored.refused} == {"fault"}
    assert archive.has(coding.article.page_id, FINGERPRINT)
    assert count(archive, "dropped") == 1 + 2


def test_two_reports_of_one_id_are_stored_once_and_the_other_is_named(archive: Archive) -> None:
    coding = talks()
    stored = archive.store([replace(coding, reports=coding.reports * 2)], [], FINGERPRINT)
    assert stored.reports.total() == 1
    assert count(archive, "report") == 1
    assert archive.connection.execute("SELECT count(*) FROM dropped WHERE reason = 'same-id'").fetchone() == (1,)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(orders=st.tuples(st.permutations(range(6)), st.permutations(range(6))), cut=st.integers(1, 6))
def test_content_does_not_depend_on_order_or_interruptions(
    orders: tuple[list[int], list[int]], cut: int, tmp_path_factory: pytest.TempPathFactory
) -> None:
    made = [talks(number, source=["Kenya", "Peru", "Ana Ruiz"][number % 3]) for number in range(6)]
    drops = [Drop("pages", "empty", f"{number}.txt", f"id-{number}" if number % 2 else None) for number in range(6)]
    digests = set()
    for order in orders:
        path = tmp_path_factory.mktemp("order") / "a.db"
        for part in (order[:cut], order[cut:], order[:cut]):
            with Archive.open(path, create=True) as archive:
                archive.store([made[n] for n in part], [drops[n] for n in part], FINGERPRINT)
        with Archive.open_to_read(path) as archive:
            digests.add(archive.digest())
    assert len(digests) == 1


def test_digest_tells_one_content_from_another(tmp_path: Path) -> None:
    digests = set()
    for number in range(3):
        with Archive.open(tmp_path / f"{number}.db", create=True) as archive:
            archive.store([talks(number)], [], FINGERPRINT)
            digests.add(archive.digest())
    assert len(digests) == 3


def test_runs_are_noted_and_do_not_change_the_content(archive: Archive) -> None:
    before = archive.digest()
    run = archive.start_run("0.1.0", FINGERPRINT)
    assert archive.connection.execute("SELECT ended FROM run").fetchone() == (None,)
    archive.finish_run(run, pages_in=3, stored=2, already=0, reports=5, left_out={"empty": 1})
    assert archive.connection.execute("SELECT pages_in, left_out FROM run").fetchone() == (3, '{"empty": 1}')
    assert archive.digest() == before


# ---- killed, full, damaged, locked


STORE_FOR_EVER = """
    import sys
    from pathlib import Path
    from dragoman.store.archive import Archive
    from tests.synthetic import FINGERPRINT, talks

    with Archive.open(Path(sys.argv[1]), create=True) as archive:
        for number in range(1_000_000):
            codings = [talks(number * 5 + n) for n in range(5)]
            archive.store(codings, [], FINGERPRINT)
            for coding in codings:
                print(coding.article.page_id, flush=True)
"""


@pytest.mark.parametrize("lines", [1, 23, 64])
def test_killed_while_storing_it_keeps_all_that_was_reported_as_stored(path: Path, root: Path, lines: int) -> None:
    writer = subprocess.Popen(
        [sys.executable, "-c", textwrap.dedent(STORE_FOR_EVER), str(path)], cwd=root, stdout=subprocess.PIPE, text=True
    )
    assert writer.stdout is not None
    reported = [writer.stdout.readline().strip() for _ in range(lines)]
    writer.kill()
    reported += writer.stdout.read().split()[:-1]
    writer.wait()
    writer.stdout.close()
    with Archive.open(path) as archive:
        assert [page for page in reported if not archive.has(page, FINGERPRINT)] == []
        assert archive.connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert count(archive, "report") == count(archive, "article") >= lines
        archive.store([talks(-1)], [], FINGERPRINT)


def test_on_a_full_disk_it_says_so_and_keeps_what_it_had(path: Path) -> None:
    with Archive.open(path, create=True) as archive:
        archive.store([talks(1)], [], FINGERPRINT)
        before = archive.digest()
        pages = archive.connection.execute("PRAGMA page_count").fetchone()[0]
        archive.connection.execute(f"PRAGMA max_page_count = {pages}")
        with pytest.raises(ArchiveError, match="disk is full"):
            archive.store([talks(number) for number in range(2, 200)], [], FINGERPRINT)
        assert archive.digest() == before
    with Archive.open(path) as archive:
        assert archive.digest() == before
        assert archive.store([talks(number) for number in range(200)], [], FINGERPRINT).articles == 199


def _with_little_room() -> None:
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1_200_000, 1_200_000))


def test_when_the_file_system_gives_no_more_room_it_ends_with_an_error_and_opens_again(path: Path, root: Path) -> None:
    writer = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(STORE_FOR_EVER), str(path)],
        cwd=root,
        capture_output=True,
        text=True,
        preexec_fn=_with_little_room,
        check=False,
    )
    assert "ArchiveError" in writer.stderr.splitlines()[-1]
    reported = writer.stdout.split()
    with Archive.open(path) as archive:
        assert reported
        assert [page for page in reported if not archive.has(page, FINGERPRINT)] == []
        assert archive.connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def test_others_read_while_it_is_written(path: Path) -> None:
    with Archive.open(path, create=True) as writer, Archive.open_to_read(path) as one, Archive.open_to_read(path) as two:
        writer.store([talks(1)], [], FINGERPRINT)
        writer.connection.execute("BEGIN IMMEDIATE")
        assert count(one, "report") == count(two, "report") == 1
        writer.connection.execute("ROLLBACK")
        writer.store([talks(2)], [], FINGERPRINT)
        assert count(one, "report") == count(two, "report") == 2


def test_a_reader_cannot_write(path: Path) -> None:
    Archive.open(path, create=True).close()
    with Archive.open_to_read(path) as archive, pytest.raises(ArchiveError, match="read-only"):
        archive.store([talks()], [], FINGERPRINT)


def test_closed_it_is_one_file(path: Path) -> None:
    with Archive.open(path, create=True) as archive:
        archive.store([talks()], [], FINGERPRINT)
    assert [file.name for file in path.parent.iterdir()] == [path.name]


READ_AS_SOMEBODY = """
    import os, sys
    from pathlib import Path
    from dragoman.store.archive import Archive
    from dragoman.store.connect import migrations

    migrations()
    if os.geteuid() == 0:
        os.seteuid(65534)
    with Archive.open_to_read(Path(sys.argv[1])) as archive:
        print(archive.connection.execute("SELECT count(*) FROM report").fetchone()[0])
"""


def test_an_archive_in_a_folder_that_is_read_only_can_be_read() -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a.db"
        with Archive.open(path, create=True) as archive:
            archive.store([talks()], [], FINGERPRINT)
        path.chmod(0o444)
        Path(folder).chmod(0o555)
        command = [sys.executable, "-c", textwrap.dedent(READ_AS_SOMEBODY), str(path)]
        reader = subprocess.run(command, capture_output=True, text=True, check=False)
        Path(folder).chmod(0o755)
    assert (reader.stdout, reader.stderr) == ("1\n", "")


def test_a_missing_archive_is_named_with_advice(path: Path) -> None:
    for opening in (Archive.open, Archive.open_to_read):
        with pytest.raises(ArchiveError, match="dragoman read"):
            opening(path)


def test_a_folder_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(ArchiveError, match="cannot be opened"):
        Archive.open(tmp_path / "nowhere" / "a.db", create=True)


def test_an_empty_file_becomes_an_archive(path: Path) -> None:
    path.touch()
    with Archive.open(path, create=True) as archive:
        archive.store([talks()], [], FINGERPRINT)
    other = path.parent / "other.db"
    other.touch()
    with pytest.raises(ArchiveError, match="not a Dragoman archive"):
        Archive.open_to_read(other)


@pytest.mark.parametrize("content", [b"once upon a time" * 400, b"\x1f\x8b\x08\x00" * 2000])
def test_another_file_is_not_taken_for_an_archive(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    for opening in (Archive.open, Archive.open_to_read):
        with pytest.raises(ArchiveError, match="not a Dragoman archive"):
            opening(path)
    assert path.read_bytes() == content


def test_another_database_is_left_alone(path: Path) -> None:
    other = sqlite3.connect(path)
    other.execute("CREATE TABLE cooking (recipe TEXT)")
    other.close()
    with pytest.raises(ArchiveError, match="not a Dragoman archive"):
        Archive.open(path, create=True)
    other = sqlite3.connect(path)
    assert other.execute("SELECT name FROM sqlite_schema").fetchall() == [("cooking",)]
    other.close()


def read_all(path: Path) -> str:
    with Archive.open_to_read(path) as archive:
        return archive.digest()


@pytest.mark.parametrize("first_page", [1, 60])
def test_a_damaged_archive_is_named(path: Path, first_page: int) -> None:
    with Archive.open(path, create=True) as archive:
        archive.store([talks(number) for number in range(50)], [], FINGERPRINT)
    content = bytearray(path.read_bytes())
    content[4096 * first_page :] = b"\xaa" * (len(content) - 4096 * first_page)
    path.write_bytes(content)
    with pytest.raises(DamagedArchiveError, match="doctor"):
        read_all(path)


def test_an_archive_of_a_later_version_is_refused(path: Path) -> None:
    with Archive.open(path, create=True) as archive:
        archive.connection.execute("PRAGMA user_version = 99")
    with pytest.raises(NewerArchiveError) as caught:
        Archive.open_to_read(path)
    assert (caught.value.found, caught.value.known) == (99, migrations()[-1].version)


def test_an_archive_of_an_earlier_version_is_brought_up_to_date(path: Path) -> None:
    with Archive.open(path, create=True) as archive:
        archive.store([talks()], [], FINGERPRINT)
    later = migrations()[-1].version + 1
    step = Migration(later, "more", "CREATE TABLE more (x TEXT);\nINSERT INTO more VALUES ('a;b');\n")
    connection = connect_writer(path, create=False, steps=[*migrations(), step])
    assert connection.execute("PRAGMA user_version").fetchone() == (later,)
    assert connection.execute("SELECT x FROM more").fetchone() == ("a;b",)
    assert connection.execute("SELECT count(*) FROM report").fetchone() == (1,)
    connection.close()


def test_a_failing_migration_changes_nothing(path: Path) -> None:
    Archive.open(path, create=True).close()
    bad = Migration(migrations()[-1].version + 1, "bad", "CREATE TABLE more (x TEXT);\nSELECT nonsense();\n")
    with pytest.raises(ArchiveError, match="nonsense"):
        connect_writer(path, create=False, steps=[*migrations(), bad])
    with Archive.open(path) as archive:
        found = archive.connection.execute("SELECT name FROM sqlite_schema WHERE name = 'more'").fetchall()
    assert found == []


def test_a_locked_archive_is_named(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dragoman.store.connect.BUSY_SECONDS", 0.01)
    with Archive.open(path, create=True) as first, Archive.open(path) as second:
        first.connection.execute("BEGIN IMMEDIATE")
        with pytest.raises(ArchiveError, match="another process is writing"):
            second.store([talks()], [], FINGERPRINT)
        first.connection.execute("ROLLBACK")
        assert second.store([talks()], [], FINGERPRINT).articles == 1


def test_migrations_are_numbered_without_gaps() -> None:
    assert [step.version for step in migrations()] == list(range(1, len(migrations()) + 1))


def test_other_programs_can_tell_an_archive(path: Path) -> None:
    Archive.open(path, create=True).close()
    assert path.read_bytes()[68:72] == b"Drgm"


def test_actors_are_found_by_id_name_and_country(archive: Archive) -> None:
    coding = talks(source="Ana Ruiz")
    nameless: Coding = replace(coding, mentions=(*coding.mentions, _nameless(coding.mentions[0])))
    archive.store([nameless], [], FINGERPRINT)
    found = set(archive.connection.execute("SELECT id, name, country FROM actor"))
    assert found == {
        ("person:ana-ruiz", "Ana Ruiz", "PER"),
        ("person:ana-ruiz", None, "PER"),
        ("TCD", "Chad", "TCD"),
    }


def _nameless(known: Actor) -> Actor:
    return replace(known, name=None)
