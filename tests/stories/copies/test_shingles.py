"""Hashes: the same everywhere, shared by texts that share words, and by respun ones."""

import subprocess
import sys

import numpy as np
import pytest

from dragoman.stories.copies.shingles import Shingler
from tests.stories.copies.pages import RESPUN, STORY, UNRELATED

TEXT = "\n".join(STORY)


@pytest.fixture(scope="module")
def shingler() -> Shingler:
    return Shingler()


def test_hashes_are_the_same_in_any_process(shingler: Shingler) -> None:
    code = f"from dragoman.stories.copies.shingles import Shingler; print(Shingler().hashes({TEXT!r}).tolist())"
    other = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, env={"PYTHONHASHSEED": "7"}
    )
    assert other.stdout.strip() == str(shingler.hashes(TEXT).tolist())


def test_hashes_are_sorted_and_each_there_once(shingler: Shingler) -> None:
    hashes = shingler.hashes(TEXT + "\n" + TEXT)
    assert np.all(hashes[1:] > hashes[:-1])


def test_case_accents_and_quotation_marks_make_no_difference(shingler: Shingler) -> None:
    changed = TEXT.upper().replace("DELFIN", "DELFÍN").replace('"', "”")
    assert np.array_equal(shingler.hashes(TEXT), shingler.hashes(changed))


def test_a_respun_text_shares_groups_of_sounds_and_hardly_any_words(shingler: Shingler) -> None:
    shared = np.intersect1d(shingler.hashes(TEXT), shingler.hashes("\n".join(RESPUN)))
    assert np.count_nonzero(shared & np.uint64(1)) >= 2
    assert len(np.intersect1d(shingler.hashes(TEXT), shingler.hashes("\n".join(UNRELATED)))) < 2


@pytest.mark.parametrize("text", ["", "Ilo", "one two three four", "…", "12 13 14"])
def test_short_texts_have_few_hashes_or_none(shingler: Shingler, text: str) -> None:
    assert len(shingler.hashes(text)) <= 2
