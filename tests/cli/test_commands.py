"""What the commands print, how they end, and what they say when something is wrong."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from dragoman.query.query import Query
from dragoman.store.archive import Archive
from tests.cli.conftest import CODINGS, Run, on_a_terminal

DRAGOMAN = [sys.executable, "-c", "from dragoman.cli.main import main; main()"]


def printed_on_a_terminal(*words: object, columns: int = 100) -> str:
    """What the command prints on a terminal of so many columns."""
    return on_a_terminal([*DRAGOMAN, *map(str, words)], columns=columns)[0]


def test_filters_have_the_same_names_everywhere(run: Run) -> None:
    names = ("--actor", "--source", "--target", "--type", "--status", "--since", "--until", "--outlet", "--text")
    for command in ("events", "reports", "articles", "actors", "timeline"):
        shown = run(command, "--help").out
        assert [name for name in names if name not in shown] == []


def test_an_option_given_twice_means_either(run: Run, archive: Path) -> None:
    assert len(run("reports", "-a", archive, "--actor", "Kenya", "--actor", "Norway", "-f", "jsonl").records) == 2
    assert len(run("reports", "-a", archive, "--actor", "Chad", "--status", "planned", "-f", "jsonl").records) == 1
    assert len(run("reports", "-a", archive, "--limit", 2, "-f", "jsonl").records) == 2


def test_a_wrong_value_is_wrong_usage_with_the_choices(run: Run, archive: Path) -> None:
    result = run("events", "-a", archive, "--type", "MEET")
    assert (result.code, result.out) == (2, "")
    assert result.err.startswith("dragoman: there is no type 'MEET'; choose from: AGREE")
    assert run("events", "-a", archive, "--since", "last week").code == 2
    assert run("events", "-a", archive, "--format", "xml").code == 2
    assert run("events", "-a", archive, "--limit", "-1").code == 2
    assert run("frobnicate").code == 2


def test_a_missing_archive_is_one_line_with_advice(run: Run, tmp_path: Path) -> None:
    result = run("events", "-a", tmp_path / "none.db")
    assert (result.code, result.out) == (1, "")
    assert result.err.count("\n") == 1
    assert "dragoman read" in result.err


def test_debugging_shows_where_an_error_comes_from(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from dragoman.errors import ArchiveError

    monkeypatch.setenv("DRAGOMAN_DEBUG", "1")
    monkeypatch.setattr(sys, "argv", ["dragoman", "events", "-a", str(tmp_path / "none.db")])
    from dragoman.cli.main import main

    with pytest.raises(ArchiveError):
        main()


def test_nothing_found_says_whom_the_archive_does_not_know(run: Run, archive: Path) -> None:
    result = run("events", "-a", archive, "--actor", "Ruiz", "--actor", "Kenia")
    assert (result.code, result.out) == (0, "")
    assert "no events found" in result.err
    assert "nobody in this archive is called 'Ruiz'; near: Ana Ruiz (person:ana-ruiz)" in result.err
    assert "'Kenia'" in result.err


def test_what_a_date_filter_leaves_out_for_want_of_a_date_is_said(run: Run, archive: Path) -> None:
    assert "1 more without a known date" in run("events", "-a", archive, "--since", "2020").err
    assert "without a known date" not in run("events", "-a", archive).err


def test_a_timeline_is_grouped_by_day_with_status_basis_and_words(run: Run, archive: Path) -> None:
    lines = run("timeline", "-a", archive).out.splitlines()
    days = [line for line in lines if not line.startswith(" ")]
    assert days == ["~2023-05-01", "2024-03-04", "date unknown"]
    assert "  planned     CONSULT    Chad, Fiji  inferred 'May' from words of the page" in lines
    assert any(line.startswith("  negated     CONSULT    Ana Ruiz -> Chad  relative 'Monday'") for line in lines)
    assert any(
        "Kenya held talks with Chad in Oslo on Monday, round 1.  (Harbour Post, talks-1.txt, " in line for line in lines
    )


def test_a_timeline_of_a_pair_takes_both(run: Run, archive: Path) -> None:
    assert len(run("timeline", "KEN", "TCD", "-a", archive, "-f", "jsonl").records) == 1
    assert len(run("timeline", "tcd", "-a", archive, "-f", "jsonl").records) == 3
    result = run("timeline", "KEN", "Atlantis", "-a", archive)
    assert "nobody in this archive is called 'Atlantis'" in result.err
    assert "'KEN'" not in result.err


def test_explain_marks_the_words_and_names_the_rules(run: Run, archive: Path) -> None:
    (told,) = CODINGS[0].reports
    shown = run("explain", told.id[:12], "-a", archive).out
    assert "[Kenya|source] held [talks|trigger] with [Chad|target] in [Oslo|place] on [Monday|date], round 1." in shown
    assert "frame consult.meet" in shown
    record = json.loads(run("explain", told.id, "-a", archive, "-f", "json").out)
    assert (record["kind"], record["id"]) == ("report", told.id)


def test_explain_refuses_an_unknown_id_as_wrong_usage(run: Run, archive: Path) -> None:
    result = run("explain", "feedfacefeedface", "-a", archive)
    assert (result.code, result.out) == (2, "")


def test_a_page_that_was_left_out_can_be_explained(run: Run, archive: Path) -> None:
    assert "empty at pages" in run("explain", "empty.txt", "-a", archive).out


def test_on_a_terminal_records_wrap_and_the_words_stand_below(archive: Path) -> None:
    shown = printed_on_a_terminal("reports", "-a", archive, columns=90)
    assert max(len(line) for line in shown.replace("\x1b", "").splitlines()) < 140
    assert "\x1b[1mdate" in shown
    assert "[bold]theft[/bold]; [31mred[0m" in shown
    assert "\x1b[31mred" not in shown


def test_colours_can_be_turned_off(archive: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b[3" not in printed_on_a_terminal("events", "-a", archive)


def test_parquet_does_not_go_to_a_terminal(archive: Path) -> None:
    assert printed_on_a_terminal("events", "-a", archive, "-f", "parquet") == ""


@pytest.mark.parametrize("command", ["events", "reports -f csv", "reports -f parquet", "timeline", "articles -f json"])
def test_a_reader_that_has_seen_enough_is_no_error(
    tmp_path_factory: pytest.TempPathFactory, archive: Path, command: str
) -> None:
    with subprocess.Popen(
        [*DRAGOMAN, *command.split(), "-a", str(archive)], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 0


LIGHT = """
import sys
sys.argv = ["dragoman", *{words!r}]
from dragoman.cli.main import main
try:
    main()
except SystemExit as end:
    assert end.code in (0, None), end.code
heavy = {{"spacy", "onnxruntime", "numpy", "trafilatura", "pyarrow", "lxml", "yaml", "dragoman.pipeline"}}
loaded = {{name for name in heavy if any(module == name or module.startswith(name + ".") for module in sys.modules)}}
sys.exit(", ".join(sorted(loaded)) or 0)
"""


@pytest.mark.parametrize(
    "words", [["--help"], ["events"], ["timeline", "KEN"], ["reports", "-f", "csv"], ["explain", "talks-1.txt"]]
)
def test_help_and_queries_load_no_language_libraries(archive: Path, words: list[str]) -> None:
    asked = words if words == ["--help"] else [*words, "-a", str(archive)]
    done = subprocess.run([sys.executable, "-c", LIGHT.format(words=asked)], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


def test_the_version_is_printed(run: Run) -> None:
    from dragoman import __version__

    assert run("--version").out == f"dragoman {__version__}\n"


def test_commands_agree_with_the_query_behind_them(run: Run, archive: Path) -> None:
    with Archive.open_to_read(archive) as opened:
        query = Query(opened)
        assert [r["id"] for r in run("events", "-a", archive, "-f", "jsonl").records] == [e.id for e in query.events()]
        assert [r["id"] for r in run("articles", "-a", archive, "-f", "jsonl").records] == [
            a.article.id for a in query.articles()
        ]
