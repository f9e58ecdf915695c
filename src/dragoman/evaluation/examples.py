"""The example pages: what a careful analyst codes from pages that we wrote (`examples/README.md` explains the fields).

`evaluate(path)` reads `path/expected.yaml`, codes `path/pages`, and counts:

- event_recall: expected events of which a report is found whose evidence holds or lies in the expected words, of an accepted
  type, and whose sources and targets agree: one of each with one expected, where any is (of a symmetric act, every party).
  Events of the tier secondary may rightly be left out
- precision, where the file says that its lists are `complete`: reports that some event allows, of any tier. A party that a
  report leaves open is no mistake; one that it names must agree. calibration_error: how far their confidence is from that
- status, date, place: right over the found ones (a date is right when its start and end lie in the expected stretch)
- quotes_recall, quotes_precision: quotes on the pages that list all of them, found where their evidence holds the expected
  words; quotes_kind, quotes_speaker, quotes_addressee, quotes_via: right over the found ones
- kept, left_out: fragments that are, rightly, in the body or not in it; forbidden: reports on words that must not be coded
- outlet, published, language: right over the pages
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import yaml

from dragoman.articles.repeats import survey
from dragoman.errors import EvaluationError
from dragoman.evaluation.base import Evaluation
from dragoman.evaluation.calibration import calibration_error
from dragoman.evaluation.gold import SYMMETRIC, plain
from dragoman.pages.read import read_paths
from dragoman.pipeline import Coder
from dragoman.records import Actor, Article, Coding, Date, Page, Quote, Report
from dragoman.settings import Settings

SET = "examples"
SAME_STATUS = ({"happened", "background"},)
"""Whether a past act is news or background is a matter of taste: either is right."""


def evaluate(path: Path, settings: Settings) -> Evaluation:
    """Score the example pages; raises `EvaluationError` where the folder has no expected.yaml."""
    expected = path / "expected.yaml"
    if not expected.is_file():
        raise EvaluationError("no expected.yaml", path)
    wanted = yaml.safe_load(expected.read_text("utf-8"))
    codings = code(path / "pages", settings)
    counts: Counter[str] = Counter()
    rows: list[Mapping[str, Any]] = []
    judged: list[tuple[float, bool]] = []
    for page in wanted["pages"]:
        coding = next((coding for coding in codings if _same_page(coding.article, page)), None)
        counts["pages"] += 1
        if coding is None:
            rows.append({"page": page["page"], "missing": True})
            continue
        _score_article(page, coding.article, counts, rows)
        _score_events(page, coding, counts, rows)
        if wanted.get("complete"):
            judged += _score_precision(page, coding, counts, rows)
        if page.get("quotes"):
            _score_quotes(page, coding, counts, rows)
    scores = _scores(counts)
    if judged:
        scores["calibration_error"] = calibration_error(*zip(*judged, strict=True))
    return Evaluation(SET, str(path), scores, rows)


def code(folder: Path, settings: Settings) -> list[Coding]:
    """Every article of a folder, coded in this process."""
    repeated, _ = survey(read_paths([folder], settings))
    coder = Coder(settings, repeated)
    found = coder.code([page for page in read_paths([folder], settings) if isinstance(page, Page)])
    return [item for item in found if isinstance(item, Coding)]


def _same_page(article: Article, page: Mapping[str, Any]) -> bool:
    if page.get("line"):
        return _folded(article.headline or "") == _folded(page["headline"])
    return bool(article.page == page["page"])


def _score_article(page: Mapping[str, Any], article: Article, counts: Counter[str], rows: list[Mapping[str, Any]]) -> None:
    body = _folded(" ".join(span.text for span in article.body))
    for kind, wanted in (("kept", True), ("left_out", False)):
        for fragment in page[kind]:
            right = (_folded(fragment) in body) is wanted
            counts[f"{kind}_n"] += 1
            counts[f"{kind}_ok"] += right
            if not right:
                rows.append({"page": page["page"], "problem": kind, "words": fragment})
    published = article.published.start if article.published else None
    days = [page["published"], *page.get("published_alt", [])]
    outlets = [page["outlet"], *page.get("outlet_alt", [])]
    facts = {
        "outlet": article.outlet in outlets,
        "published": published in days,
        "language": article.language == page["language"],
    }
    for name, right in facts.items():
        counts[f"{name}_ok"] += right
        if not right:
            rows.append({"page": page["page"], "problem": name, "found": str(getattr(article, name)), "wanted": page[name]})


def _score_events(page: Mapping[str, Any], coding: Coding, counts: Counter[str], rows: list[Mapping[str, Any]]) -> None:
    states = _states(coding)
    for event in page["events"]:
        if event.get("tier") == "secondary":
            continue
        found = [report for report in coding.reports if _is_of(report, event, states)]
        best = max(found, key=lambda report: _status_ok(report, event), default=None)
        counts["events"] += 1
        counts["found"] += best is not None
        if best is not None:
            counts["status_ok"] += _status_ok(best, event)
            counts["date_n"] += event["date"] is not None
            counts["date_ok"] += event["date"] is not None and _date_ok(best.date, event["date"])
            counts["place_n"] += "place" in event
            counts["place_ok"] += "place" in event and best.place is not None and _same_name(best.place.name, event["place"])
        problem = None if best and _status_ok(best, event) else "status" if best else "missed"
        if problem:
            rows.append({"page": page["page"], "problem": problem, "found": best.status if best else None, "event": event})
    for report in coding.reports:
        words = _folded(report.evidence.text)
        if any(_folded(fragment) in words for fragment in page["forbidden"]):
            counts["forbidden"] += 1
            rows.append({"page": page["page"], "problem": "forbidden", "type": report.event_type, "words": words})


def _score_quotes(page: Mapping[str, Any], coding: Coding, counts: Counter[str], rows: list[Mapping[str, Any]]) -> None:
    states = {actor.id: actor.country for actor in coding.mentions if actor.id and actor.country}
    right: set[str] = set()
    for wanted in page["quotes"]:
        holding = [quote for quote in coding.quotes if _folded(wanted["evidence"]) in _folded(quote.evidence.text)]
        right.update(quote.id for quote in holding)
        found = min(holding, key=lambda quote: len(quote.evidence.text), default=None)
        counts["quotes"] += 1
        counts["quotes_found"] += found is not None
        if found is None:
            rows.append({"page": page["page"], "problem": "quote missed", "quote": wanted})
            continue
        for part, agrees in _quote_parts(found, wanted, states):
            counts[f"quotes_{part}_n"] += 1
            counts[f"quotes_{part}_ok"] += agrees
            if not agrees:
                rows.append({"page": page["page"], "problem": f"quote {part}", "quote": wanted})
    wrong = [quote for quote in coding.quotes if quote.id not in right]
    counts["quotes_coded"] += len(coding.quotes)
    counts["quotes_right"] += len(right)
    rows.extend({"page": page["page"], "problem": "quote wrong", "words": quote.evidence.text} for quote in wrong)


def _quote_parts(found: Quote, wanted: Mapping[str, Any], states: Mapping[str, str]) -> Iterator[tuple[str, bool]]:
    """Each part of a quote that the page tells of, and whether ours is right."""
    yield "kind", found.kind == wanted["kind"]
    yield "speaker", _meant(found.speakers, wanted["speakers"], states) if wanted["speakers"] else not found.speakers
    for part, actors in (("addressee", found.addressees), ("via", (found.via,) if found.via else ())):
        if wanted.get(part):
            yield part, _meant(actors, [wanted[part]], states)


def _score_precision(
    page: Mapping[str, Any], coding: Coding, counts: Counter[str], rows: list[Mapping[str, Any]]
) -> Iterator[tuple[float, bool]]:
    """Count the reports that an event allows; gives for each how sure it is and whether it is one of them."""
    states = _states(coding)
    for report in coding.reports:
        right = any(_is_allowed(report, event, states) for event in page["events"])
        counts["reports"] += 1
        counts["right"] += right
        yield report.confidence, right
        if not right:
            parties = {side: [actor.name for actor in getattr(report, side)] for side in ("sources", "targets")}
            row = {"type": report.event_type, "status": report.status, **parties, "words": report.evidence.text}
            rows.append({"page": page["page"], "problem": "wrong", **row})


def _states(coding: Coding) -> dict[str, str]:
    return {actor.id: actor.country for actor in coding.mentions if actor.id and actor.country}


def _is_allowed(report: Report, event: Mapping[str, Any], states: Mapping[str, str]) -> bool:
    """Whether an event allows a report: one that names its parties rightly, if perhaps not all of them."""
    if not _same_act(report, event):
        return False
    if report.event_type in SYMMETRIC:
        either = [*event["sources"], *event["targets"]]
        return all(_meant([actor], either, states) for actor in (*report.sources, *report.targets))
    sides = ((report.sources, event["sources"]), (report.targets, event["targets"]))
    return all(not actors or _meant(actors, wanted, states) for actors, wanted in sides)


def _same_act(report: Report, event: Mapping[str, Any]) -> bool:
    words, wanted = _folded(report.evidence.text), _folded(event["evidence"])
    return (wanted in words or words in wanted) and report.event_type in (event["type"], *event.get("type_alt", []))


def _is_of(report: Report, event: Mapping[str, Any], states: Mapping[str, str]) -> bool:
    if not _same_act(report, event):
        return False
    if report.event_type in SYMMETRIC:
        parties = [*report.sources, *report.targets]
        return all(_meant(parties, [name], states) for name in (*event["sources"], *event["targets"]))
    return _meant(report.sources, event["sources"], states) and _meant(report.targets, event["targets"], states)


def _meant(actors: Sequence[Actor], wanted: Sequence[str], states: Mapping[str, str]) -> bool:
    """Whether one of the actors is one of those wanted (or none is), by id, country or name, or as a collective's member."""
    return not wanted or any(name in _ids(actor, states) or _alike(actor, name) for actor in actors for name in wanted)


def _ids(actor: Actor, states: Mapping[str, str]) -> set[str | None]:
    return {actor.id, actor.country, *actor.members, *(states.get(member) for member in actor.members)}


def _alike(actor: Actor, wanted: str) -> bool:
    """By name, or as the office of an organisation: its secretary-general speaks for it."""
    return _same_name(actor.name, wanted) or bool(actor.role and plain(wanted) in plain(actor.role))


def _same_name(mine: str | None, wanted: str) -> bool:
    ours, theirs = plain(mine), plain(wanted)
    return bool(ours and theirs) and (ours in theirs or theirs in ours)


def _status_ok(report: Report, event: Mapping[str, Any]) -> bool:
    return any(_same_status(report.status, status) for status in (event["status"], *event.get("status_alt", [])))


def _same_status(found: str, wanted: str) -> bool:
    return found == wanted or any({found, wanted} <= same for same in SAME_STATUS)


def _date_ok(found: Date | None, wanted: str) -> bool:
    if found is None or found.start is None or found.end is None:
        return False
    first, _, last = wanted.partition("/")
    return found.start[: len(first)] == first and found.end[: len(last or first)] == (last or first)


def _scores(counts: Counter[str]) -> dict[str, float]:
    pages = counts["pages"] or 1
    ratios = {name: counts[f"{name}_ok"] / pages for name in ("outlet", "published", "language")}
    ratios |= {name: counts[f"{name}_ok"] / (counts[f"{name}_n"] or 1) for name in ("kept", "left_out")}
    return {
        "event_recall": counts["found"] / (counts["events"] or 1),
        "status": counts["status_ok"] / (counts["found"] or 1),
        "date": counts["date_ok"] / (counts["date_n"] or 1),
        **({"precision": counts["right"] / counts["reports"]} if counts["reports"] else {}),
        **({"place": counts["place_ok"] / counts["place_n"]} if counts["place_n"] else {}),
        **(_quote_scores(counts) if counts["quotes"] else {}),
        "forbidden": counts["forbidden"],
        "events": counts["events"],
        **ratios,
    }


def _quote_scores(counts: Counter[str]) -> dict[str, float]:
    parts = ("kind", "speaker", "addressee", "via")
    return {
        "quotes_recall": counts["quotes_found"] / counts["quotes"],
        "quotes_precision": counts["quotes_right"] / (counts["quotes_coded"] or 1),
        **{f"quotes_{part}": counts[f"quotes_{part}_ok"] / (counts[f"quotes_{part}_n"] or 1) for part in parts},
    }


def _folded(text: str) -> str:
    straight = text.translate({0x201C: '"', 0x201D: '"', 0x2018: "'", 0x2019: "'"})
    return " ".join(straight.split())
