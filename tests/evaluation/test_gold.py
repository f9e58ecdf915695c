"""Gold pages: what counts as found, right, forbidden, and a plan taken for a deed."""

import json
from pathlib import Path
from typing import Any

import pytest

from dragoman.evaluation.gold import FoldedPage, GoldPage, plain, score_page, totals
from dragoman.records import Actor, Date, Report, Span, Status

PAGE = "Menu: weather\n\nKenya “will visit” Chad on\u00a0Monday. Mali fears a raid.\n"


def span(text: str) -> dict[str, Any]:
    start = PAGE.index(text)
    return {"start": start, "end": start + len(text), "text": text}


def gold(folder: Path) -> GoldPage:
    page = {
        "actors": [
            {"id": "kenya", "canonical": "Kenya", "country": "KEN", "affiliation": None},
            {"id": "chad", "canonical": "Chad", "country": "TCD", "affiliation": None},
            {"id": "chad-minister", "canonical": "Jane Doe", "country": None, "affiliation": "chad"},
        ],
        "boilerplate": [{**span("Menu: weather"), "kind": "navigation"}],
        "must_not_code": [{**span("Mali fears a raid."), "why": "a fear"}],
        "events": [
            {
                "id": "E1",
                "label": "visit",
                "tier": "core",
                "type": "CONSULT",
                "type_alt": ["AGREE"],
                "status": "planned",
                "evidence": [span("Kenya “will visit” Chad")],
                "source": ["kenya"],
                "target": ["chad-minister"],
                "date": {"resolved": "2024-05-06"},
            },
            {
                "id": "E2",
                "label": "another",
                "tier": "core",
                "type": "ASSAULT",
                "status": "happened",
                "evidence": [span("Mali fears")],
                "source": [],
                "target": ["kenya"],
            },
        ],
    }
    path = folder / "001.json"
    path.write_text(json.dumps(page), "utf-8")
    return GoldPage(path, PAGE)


def actor(name: str, country: str | None = None) -> Actor:
    return Actor(None, name, "state", country, None, None, Span(0, 1, "x"), "name")


def report(
    evidence: str, kind: str, sources: tuple[Actor, ...], targets: tuple[Actor, ...], status: Status, day: str | None = None
) -> Report:
    date = Date(day, day, "day", "explicit", "Monday") if day else None
    words = Span(0, len(evidence), evidence)
    return Report(
        "r", "001.txt", "a", words, words, kind, None, None, (), status, sources, targets, (), date, None, (), 0.9, ()
    )


VISIT = 'Kenya "will visit" Chad on Monday.'
KENYA, CHAD = actor("Kenya"), actor("the chancellery", "TCD")


def scored(folder: Path, *reports: Report) -> dict[str, float]:
    return totals(score_page(gold(folder), reports)[0])


def test_white_space_and_quotation_marks_do_not_matter() -> None:
    where = FoldedPage(PAGE).locate('visit" Chad   on Monday')
    assert where is not None
    assert PAGE[where[0] : where[1]] == "visit” Chad on\u00a0Monday"


def test_a_right_report_is_found_by_country_and_either_type(tmp_path: Path) -> None:
    for kind in ("CONSULT", "AGREE"):
        found = scored(tmp_path, report(VISIT, kind, (KENYA,), (CHAD,), "planned", "2024-05-06"))
        assert (found["core_recall"], found["precision"], found["status"], found["date"]) == (0.5, 1.0, 1.0, 1.0)


def test_of_a_symmetric_act_the_roles_may_be_turned(tmp_path: Path) -> None:
    assert scored(tmp_path, report(VISIT, "CONSULT", (CHAD, KENYA), (), "planned"))["precision"] == 1.0


def test_an_empty_gold_role_accepts_anybody_and_a_filled_one_does_not(tmp_path: Path) -> None:
    raid = "Mali fears a raid."
    assert scored(tmp_path, report(raid, "ASSAULT", (CHAD,), (KENYA,), "happened"))["precision"] == 1.0
    wrong = scored(tmp_path, report(raid, "ASSAULT", (KENYA,), (CHAD,), "happened"))
    assert (wrong["precision"], wrong["traps"]) == (0.0, 1.0)


def test_a_plan_taken_for_a_deed_is_counted(tmp_path: Path) -> None:
    found = scored(tmp_path, report(VISIT, "CONSULT", (KENYA,), (CHAD,), "happened"))
    assert (found["false_happened"], found["status"]) == (1.0, 0.0)


def test_what_lies_in_boilerplate_is_forbidden(tmp_path: Path) -> None:
    found = scored(tmp_path, report("Menu: weather", "CONSULT", (KENYA,), (CHAD,), "happened"))
    assert (found["forbidden"], found["precision"]) == (1.0, 0.0)


def test_evidence_that_is_not_on_the_page_is_counted(tmp_path: Path) -> None:
    assert scored(tmp_path, report("Nothing of the kind", "CONSULT", (KENYA,), (CHAD,), "planned"))["unlocated"] == 1.0


@pytest.mark.parametrize(("name", "folded"), [("The Élysée", "elysee"), ("U.S.", "u s"), (None, "")])
def test_names_are_compared_plain(name: str | None, folded: str) -> None:
    assert plain(name) == folded


def test_our_scorer_agrees_with_the_published_one(shared: Path) -> None:
    """Both count the gold's own events, given as reports, alike: all found, none forbidden."""
    path = sorted((shared / "gold").glob("[0-9]*.json"))[0]
    raw = next(file for file in (shared / "seeds").iterdir() if file.stem == path.stem).read_text("utf-8")
    page = GoldPage(path, raw)
    events = [event for event in page.events if event["type"] and event["tier"] == "core"]
    reports = [
        report(
            event["evidence"][0]["text"],
            event["type"],
            tuple(actor(page.actors[each]["canonical"]) for each in event["source"]),
            tuple(actor(page.actors[each]["canonical"]) for each in event["target"]),
            "happened",
        )
        for event in events
    ]
    found = totals(score_page(page, reports)[0])
    assert (found["core_recall"], found["precision"], found["forbidden"]) == (1.0, 1.0, 0.0)
