"""A run that is killed while it writes: the archive opens, holds what was reported as stored, and the next run goes on."""

import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Sequence
from itertools import combinations
from pathlib import Path

import pytest

from dragoman.store.archive import Archive

STATES = ("Ghana", "Togo", "Benin", "Niger", "Chad", "Mali", "Gabon", "Kenya", "Malawi", "Zambia", "Angola", "Namibia")
PATIENCE = 120.0


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two pages for each pair of states that tell of the same meeting: three batches, with events across them."""
    folder = tmp_path_factory.mktemp("pages")
    for one, other in combinations(STATES, 2):
        text = f"{one} and {other} meet\n\nThe presidents of {one} and {other} met in Accra on 4 May 2019.\n"
        (folder / f"{one}-{other}.txt").write_text(text, "utf-8")
        again = f"{other} and {one} on the road\n\nOn 4 May 2019 the presidents of {other} and {one} met in Accra.\n"
        (folder / f"{other}-{one}.txt").write_text(again, "utf-8")
    return folder


def command(pages: Path, archive: Path) -> Sequence[str]:
    dragoman = Path(sys.executable).with_name("dragoman")
    return [str(dragoman), "read", str(pages), "--archive", str(archive), "--workers", "1"]


def stored(archive: Path) -> int:
    """How many pages another process sees."""
    try:
        with sqlite3.connect(f"file:{archive}?mode=ro", uri=True) as connection:
            return int(connection.execute("SELECT count(*) FROM page").fetchone()[0])
    except sqlite3.OperationalError:
        return 0


def killed_after_first_batch(pages: Path, archive: Path) -> int:
    """Start a run, kill all its processes when the first batch is there; returns how many pages were."""
    run = subprocess.Popen(command(pages, archive), stderr=subprocess.DEVNULL, start_new_session=True)
    until = time.monotonic() + PATIENCE
    while not stored(archive) and run.poll() is None and time.monotonic() < until:
        time.sleep(0.02)
    seen = stored(archive)
    os.killpg(run.pid, signal.SIGKILL)
    run.wait()
    return seen


def digest(archive: Path) -> str:
    with Archive.open_to_read(archive) as opened:
        return opened.digest()


@pytest.mark.slow
def test_a_killed_run_loses_nothing_and_is_taken_up(pages: Path, tmp_path: Path) -> None:
    seen = killed_after_first_batch(pages, tmp_path / "killed.db")
    total = len(STATES) * (len(STATES) - 1)
    assert 0 < seen < total
    assert stored(tmp_path / "killed.db") >= seen
    subprocess.run(command(pages, tmp_path / "killed.db"), check=True, stderr=subprocess.DEVNULL)
    subprocess.run(command(pages, tmp_path / "whole.db"), check=True, stderr=subprocess.DEVNULL)
    assert stored(tmp_path / "killed.db") == total
    assert digest(tmp_path / "killed.db") == digest(tmp_path / "whole.db")
    with Archive.open_to_read(tmp_path / "whole.db") as archive:
        assert archive.connection.execute("SELECT count(*) FROM event WHERE n_articles = 2").fetchone()[0] > 0
