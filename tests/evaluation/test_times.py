"""The scorer of words of time: our values as TimeML writes them, files of ours in its format."""

from pathlib import Path

import pytest

from dragoman.errors import EvaluationError
from dragoman.evaluation.times import evaluate, read_timeml
from dragoman.evaluation.timex import normal, timex_value
from dragoman.records import Date
from dragoman.settings import Settings

FILE = """<?xml version="1.0" ?>
<TimeML><DCT><TIMEX3 tid="t0" type="DATE" value="2021-06-17">20210617</TIMEX3></DCT><TEXT>
The <EVENT>minister</EVENT> resigned <TIMEX3 tid="t1" type="DATE" value="2021-06-16">yesterday</TIMEX3>.

He had served for <TIMEX3 tid="t2" type="DURATION" value="P3Y">three years</TIMEX3>, he said
<TIMEX3 tid="t3" type="TIME" value="2021-06-14TMO">Monday morning</TIMEX3>.
</TEXT></TimeML>
"""


@pytest.mark.parametrize(
    ("start", "end", "precision", "value"),
    [
        ("2001-03-05", "2001-03-05", "day", "2001-03-05"),
        ("1998-01-26", "1998-02-01", "week", "1998-W05"),
        ("2001-03-01", "2001-03-31", "month", "2001-03"),
        ("1998-04-01", "1998-06-30", "range", "1998-Q2"),
        ("1998-06-01", "1998-08-31", "season", "1998-SU"),
        ("1990-01-01", "1999-12-31", "decade", "199"),
        ("1998-02-14", "1998-02-15", "range", "1998-W07-WE"),
        ("1998-03-01", "1998-03-10", "range", "1998-03"),
        ("1998-01-01", "1998-04-30", "range", "1998"),
    ],
)
def test_dates_are_written_as_timex_values(start: str, end: str, precision: str, value: str) -> None:
    assert timex_value(Date(start, end, precision, "explicit", "")) == value  # type: ignore[arg-type]


def test_vague_words_have_their_direction_as_value() -> None:
    assert timex_value(Date(None, None, None, "relative", "now", None, ("present",))) == "PRESENT_REF"


@pytest.mark.parametrize(
    ("spelled", "value"), [("1998-XX", "1998"), ("199X", "199"), ("2000-W7", "2000-W07"), ("1998-03-02TNI", "1998-03-02")]
)
def test_values_are_compared_without_what_they_leave_open(spelled: str, value: str) -> None:
    assert normal(spelled) == value


def test_tags_are_stripped_and_offsets_kept(tmp_path: Path) -> None:
    (tmp_path / "a.tml").write_text(FILE, "utf-8")
    (text,) = read_timeml(tmp_path)
    assert text.created == "2021-06-17"
    assert [text.text[t.start : t.end] for t in text.expressions] == ["yesterday", "three years", "Monday morning"]


def test_days_are_scored_and_durations_only_counted(tmp_path: Path) -> None:
    (tmp_path / "a.tml").write_text(FILE, "utf-8")
    scores = evaluate(tmp_path, Settings()).scores
    assert (scores["value_f1_date"], scores["value_f1"], scores["gold_duration"], scores["found_duration"]) == (1, 1, 1, 0)


def test_a_folder_without_timeml_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(EvaluationError):
        evaluate(tmp_path, Settings())
