"""What `read`, `annotate`, `evaluate` and `doctor` make of what the pipeline gives them."""

import json
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any

import pytest

import dragoman
from dragoman.errors import EvaluationError
from dragoman.evaluation.base import Evaluation
from dragoman.records import Annotation, Drop
from dragoman.settings import Settings
from tests.cli.conftest import CODINGS, Run, on_a_terminal

Asked = dict[str, Any]


def summary(**given: object) -> SimpleNamespace:
    """What a run of the pipeline ends with."""
    empty: dict[str, Any] = {
        "pages_in": 0,
        "stored": 0,
        "already": 0,
        "pages_left_out": 0,
        "reports": 0,
        "by_type": Counter(),
        "left_out": Counter(),
        "examples": {},
        "seconds": 0.0,
        "by_stage": Counter(),
        "details": {},
        "partly": False,
        "found_nothing": False,
    }
    return SimpleNamespace(**(empty | given))


@pytest.fixture
def pipeline(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """A pipeline that does nothing, in place of the one that loads the language model."""
    module = ModuleType("dragoman.pipeline")
    monkeypatch.setitem(sys.modules, "dragoman.pipeline", module)
    monkeypatch.setattr(dragoman, "pipeline", module, raising=False)
    return module


def give(pipeline: ModuleType, result: SimpleNamespace | BaseException) -> Asked:
    """Let `pipeline.read` end so; returns what it is asked."""
    asked: Asked = {}

    def read(
        paths: Sequence[Path], archive: Path, settings: Settings, progress: Callable[..., None] | None
    ) -> SimpleNamespace:
        asked.update(paths=paths, archive=archive, settings=settings, progress=progress)
        if isinstance(result, BaseException):
            raise result
        return result

    pipeline.read = read  # type: ignore[attr-defined]
    return asked


def test_read_ends_with_what_came_in_what_came_out_and_what_was_left_out(
    run: Run, pipeline: ModuleType, tmp_path: Path
) -> None:
    given = summary(
        pages_in=1200,
        stored=1100,
        already=60,
        pages_left_out=40,
        reports=5321,
        by_type=Counter(CONSULT=3000, ACCUSE=2321),
        left_out=Counter({"empty": 40, "no-actor": 3}),
        examples={"empty": ["a.txt", "b.txt"], "no-actor": ["c\x1b[31m.txt"]},
        details={"empty": "a.txt: nothing\x1b[31m in it"},
        seconds=220.0,
        by_stage=Counter(documents=150, reports=50),
        partly=True,
    )
    give(pipeline, given)
    result = run("read", tmp_path, "--archive", "x.db")
    assert (result.code, result.out) == (3, "")
    lines = [line.split() for line in result.err.splitlines()]
    assert ["pages", "in", "1,200"] in lines
    assert ["stored", "1,100", "with", "5,321", "reports,", "in", "x.db"] in lines
    assert ["left", "out", "40"] in lines
    assert ["empty", "40", "a.txt,", "b.txt", "..."] in lines
    assert "    a.txt: nothing[31m in it" in result.err.splitlines()
    assert ["no-actor", "3", "c[31m.txt", "..."] in lines
    assert "reports by type: CONSULT 3,000, ACCUSE 2,321" in result.err
    assert "220.0 s, 5.0 pages a second (documents 75%, reports 25%)" in result.err


def test_read_that_finds_nothing_says_so(run: Run, pipeline: ModuleType, tmp_path: Path) -> None:
    give(pipeline, summary(pages_in=1, pages_left_out=1, partly=True, found_nothing=True))
    result = run("read", tmp_path)
    assert result.code == 3
    assert "no page could be read" in result.err


def test_read_that_leaves_nothing_out_is_done(run: Run, pipeline: ModuleType, tmp_path: Path) -> None:
    give(pipeline, summary(pages_in=2, already=2))
    result = run("read", tmp_path)
    assert result.code == 0
    assert "by reason" not in result.err


def test_read_hands_its_options_on(run: Run, pipeline: ModuleType, tmp_path: Path) -> None:
    asked = give(pipeline, summary())
    words = ("--archive", "b.db", "--workers", 3, "--field", "text=content", "--field", "url = link", "--max-page-bytes", 99)
    assert run("read", tmp_path, *words, "--language-model", "m", "--ontology", tmp_path).code == 0
    settings = Settings("m", tmp_path, 3, 99, (("text", "content"), ("url", "link")))
    assert asked == {"paths": [tmp_path], "archive": Path("b.db"), "settings": settings, "progress": None}


def test_read_of_nothing_there_and_of_malformed_options_is_wrong_usage(
    run: Run, pipeline: ModuleType, tmp_path: Path
) -> None:
    give(pipeline, summary())
    assert run("read", tmp_path / "nothing").code == 2
    assert run("read").code == 2
    assert run("read", tmp_path, "--field", "text").code == 2
    assert run("read", tmp_path, "--workers", 0).code == 2


def test_a_stopped_read_says_how_to_go_on(run: Run, pipeline: ModuleType, tmp_path: Path) -> None:
    give(pipeline, KeyboardInterrupt())
    result = run("read", tmp_path)
    assert result.code == 130
    assert "goes on where this one stopped" in result.err


def annotations(items: list[Annotation | Drop]) -> Callable[[Sequence[Path], Settings], Iterator[Annotation | Drop]]:
    return lambda paths, settings: iter(items)


def test_annotate_prints_what_was_read_and_names_what_was_left_out(run: Run, pipeline: ModuleType, tmp_path: Path) -> None:
    coding = CODINGS[0]
    one = Annotation(coding.article.page, coding.article, coding.article.body, coding.mentions, coding.dates, coding.places)
    pipeline.annotate = annotations([one, Drop("pages", "binary", "b.bin")])  # type: ignore[attr-defined]
    result = run("annotate", tmp_path)
    assert result.code == 3
    assert result.err == "left out: b.bin: binary\n"
    (record,) = result.records
    assert list(record) == ["page", "article", "body", "mentions", "dates", "places"]
    text = record["article"]["text"]
    for mention in record["mentions"]:
        assert text[mention["mention"]["start"] : mention["mention"]["end"]] == mention["mention"]["text"]
        assert mention["members"] == []
    assert run("annotate", tmp_path, "--format", "csv").code == 2


@pytest.fixture
def evaluator(monkeypatch: pytest.MonkeyPatch) -> Asked:
    """A test set called `tiny`, and what its evaluator is asked."""
    asked: Asked = {}

    def evaluate(path: Path, settings: Settings, **options: Path) -> Evaluation:
        asked.update(path=path, options=options)
        if path.name == "bad.tsv":
            raise EvaluationError("three columns are expected", path, 7)
        tables = {"by type": [["AID", "3"], ["[AGREE]", "5"]]}
        return Evaluation(
            "tiny", str(path), {"f1": 0.5, "rows": 1234}, [{"row": 1, "event_type": "AID"}], ["a note"], tables
        )

    module = ModuleType("tiny_set")
    module.evaluate = evaluate  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "tiny_set", module)
    monkeypatch.setattr("dragoman.evaluation.sets.EVALUATORS", {"tiny": "tiny_set:evaluate"})
    return asked


def test_evaluate_prints_scores_and_writes_predictions(run: Run, evaluator: Asked, tmp_path: Path) -> None:
    file = tmp_path / "tiny.tsv"
    file.touch()
    result = run("evaluate", "tiny", file, "--predictions", tmp_path / "p.jsonl", "--pages", tmp_path)
    assert result.code == 0
    assert evaluator == {"path": file, "options": {"pages": tmp_path}}
    rows = [line.split() for line in result.out.splitlines()]
    assert [row for row in (["f1", "0.500"], ["rows", "1,234"], ["[AGREE]", "5"], ["a", "note"]) if row not in rows] == []
    assert json.loads((tmp_path / "p.jsonl").read_text()) == {"row": 1, "event_type": "AID"}
    printed = json.loads(run("evaluate", "tiny", file, "--format", "json").out)
    assert printed["scores"] == {"f1": 0.5, "rows": 1234}
    assert evaluator["options"] == {}


def test_evaluate_names_the_line_that_is_wrong_and_the_sets_there_are(run: Run, evaluator: Asked, tmp_path: Path) -> None:
    bad = tmp_path / "bad.tsv"
    bad.touch()
    result = run("evaluate", "tiny", bad)
    assert (result.code, result.err) == (1, f"dragoman: {bad}:7: three columns are expected\n")
    unknown = run("evaluate", "huge", bad)
    assert unknown.code == 2
    assert "choose from: tiny" in unknown.err


BAR = """
import sys, time
from types import ModuleType, SimpleNamespace
import dragoman

def read(paths, archive, settings, progress):
    for seen in range(0, 101, 20):
        progress(SimpleNamespace(seen=seen, total=100, stored=seen, reports=7 * seen))
        time.sleep(0.15)
    raise KeyboardInterrupt

dragoman.pipeline = sys.modules["dragoman.pipeline"] = ModuleType("dragoman.pipeline")
dragoman.pipeline.read = read
sys.argv = ["dragoman", "read", "."]
from dragoman.cli.main import main
main()
"""


def test_on_a_terminal_read_shows_how_far_it_is_at_what_rate_and_the_time_left() -> None:
    shown, code = on_a_terminal([sys.executable, "-c", BAR], stream="stderr")
    assert code == 130
    assert "looking through the pages" in shown
    assert "100/100" in shown
    assert "700 reports" in shown
    assert "pages/s" in shown
    assert "0:00:0" in shown
