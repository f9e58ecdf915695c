"""Example pages: what is found, what is wrong, and what may be left open."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
import yaml

from dragoman.evaluation import examples
from dragoman.records import Actor, Article, Coding, Report, Span, Status
from dragoman.settings import Settings

SAID = "Kenya will visit Chad. Mali raided Niger."


def actor(name: str, country: str | None = None, role: str | None = None) -> Actor:
    return Actor(None, name, "state", country, None, role, Span(0, 1, "x"), "name")


KENYA, CHAD, MALI = actor("Kenya", "KEN"), actor("Chad", "TCD"), actor("Mali", "MLI")


def report(kind: str, sources: Sequence[Actor], targets: Sequence[Actor], status: Status = "planned") -> Report:
    words = Span(0, len(SAID), SAID)
    parties = (tuple(sources), tuple(targets))
    return Report("r", "p.txt", "a", words, words, kind, None, None, (), status, *parties, (), None, None, (), 0.9, ())


def scores(folder: Path, monkeypatch: pytest.MonkeyPatch, *reports: Report, complete: bool = True) -> dict[str, float]:
    visit = {
        "type": "CONSULT",
        "status": "planned",
        "sources": ["KEN"],
        "targets": ["TCD"],
        "evidence": "Kenya will visit Chad",
    }
    raid = {"type": "ASSAULT", "status": "happened", "sources": ["MLI"], "targets": ["NER"], "evidence": "Mali raided Niger"}
    events: list[dict[str, Any]] = [{**visit, "date": None}, {**raid, "date": None, "tier": "secondary"}]
    page = {"page": "p.txt", "outlet": None, "published": None, "language": "en", "headline": "x", "events": events}
    page |= {"forbidden": [], "left_out": [], "kept": []}
    (folder / "expected.yaml").write_text(yaml.safe_dump({"complete": complete, "pages": [page]}), "utf-8")
    article = Article("a", "p.txt", "p", None, None, None, None, None, None, "en", None, SAID, ())
    monkeypatch.setattr(examples, "code", lambda *_: [Coding(article, reports=reports)])
    return dict(examples.evaluate(folder, Settings()).scores)


def test_an_act_of_the_second_tier_may_be_left_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    found = scores(tmp_path, monkeypatch, report("CONSULT", [KENYA], [CHAD]))
    assert (found["event_recall"], found["precision"], found["events"]) == (1.0, 1.0, 1)


def test_a_party_left_open_is_not_found_but_not_wrong(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    found = scores(tmp_path, monkeypatch, report("CONSULT", [KENYA], []), report("ASSAULT", [MALI], [], "happened"))
    assert (found["event_recall"], found["precision"]) == (0.0, 1.0)


def test_a_wrong_party_or_type_is_wrong(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    found = scores(tmp_path, monkeypatch, report("CONSULT", [KENYA], [MALI]), report("THREATEN", [MALI], []))
    assert found["precision"] == 0.0


def test_an_official_speaks_for_his_organisation(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    minister = actor("Jane Doe", None, "foreign minister of TCD")
    assert scores(tmp_path, monkeypatch, report("CONSULT", [KENYA], [minister]))["event_recall"] == 1.0


def test_without_complete_lists_there_is_no_precision(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "precision" not in scores(tmp_path, monkeypatch, report("THREATEN", [MALI], []), complete=False)
