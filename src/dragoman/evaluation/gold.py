"""Gold pages: whole pages coded by a careful reader, and what must not be coded on them.

`evaluate(path, settings, pages=...)` reads `path/*.json` (fields: README.md beside them), codes the pages of the same names
below `pages`, and counts:

- found: a report whose evidence overlaps a gold evidence, whose type is the gold type or an accepted alternative, and whose
  sources and targets agree with the gold's by name or by country (of a symmetric act, sources and targets together)
- core recall: gold events of tier core that are found; precision: reports that find a gold event of any tier
- status, date: right over the found ones; false happened: coded as happened what the gold calls a plan, a call or nothing
- forbidden: reports in boilerplate; traps: wrong reports that overlap words that the gold says must not be coded
- quotes: see `gold_quotes.py`; positions: see `gold_positions.py`
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from dragoman.articles.repeats import survey
from dragoman.errors import EvaluationError
from dragoman.evaluation.base import Evaluation
from dragoman.evaluation.gold_positions import position_totals, score_positions
from dragoman.evaluation.gold_quotes import quote_totals, score_quotes
from dragoman.pages.read import read_paths
from dragoman.pipeline import Coder
from dragoman.records import Actor, Coding, Page, Report
from dragoman.settings import Settings

SET = "gold"
SYMMETRIC = frozenset({"CONSULT", "AGREE", "COOPERATE"})
AGREEING: Mapping[str, frozenset[str]] = {
    "happened": frozenset({"happened", "past-background"}),
    "ongoing": frozenset({"ongoing"}),
    "planned": frozenset({"planned"}),
    "expected": frozenset({"hypothetical/expected"}),
    "called-for": frozenset({"called-for"}),
    "negated": frozenset({"denied/negated"}),
    "background": frozenset({"past-background", "happened"}),
}
"""For each status of ours the gold's words that it agrees with."""
ABBREVIATED = (("united nations", "un"), ("north atlantic treaty organization", "nato"))
FACTS = frozenset({"happened", "past-background", "ongoing"})
QUOTES = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'"})
Where = tuple[int, int]


class FoldedPage:
    """A page's text with white space and quotation marks folded, and the way back to its own offsets."""

    def __init__(self, raw: str) -> None:
        self.text, self.index = fold(raw)

    def locate(self, words: str) -> Where | None:
        """Where `words` first stand in the raw page, half-open, or `None`."""
        needle = fold(words)[0].strip()
        at = self.text.find(needle)
        if at < 0 or not needle:
            return None
        return self.index[at], self.index[at + len(needle) - 1] + 1


def fold(raw: str) -> tuple[str, list[int]]:
    """Text with each run of white space as one blank and plain quotation marks, and the offset of each character kept."""
    characters: list[str] = []
    index: list[int] = []
    for offset, character in enumerate(raw.translate(QUOTES)):
        blank = character.isspace()
        if blank and characters and characters[-1] == " ":
            continue
        characters.append(" " if blank else character)
        index.append(offset)
    return "".join(characters), index


class GoldPage:
    """One page's gold: its events, its actors, and where nothing may be coded."""

    def __init__(self, path: Path, raw: str) -> None:
        gold = json.loads(path.read_text("utf-8"))
        self.name = path.stem
        self.page = FoldedPage(raw)
        self.actors: dict[str, dict[str, Any]] = {actor["id"]: actor for actor in gold["actors"]}
        self.events: list[dict[str, Any]] = gold["events"]
        self.quotes: list[dict[str, Any]] = gold.get("quotes", [])
        self.positions: list[dict[str, Any]] = gold.get("positions", [])
        kept = (span for span in gold["boilerplate"] if span["kind"] != "duplicate-headline")
        self.boilerplate: list[Where] = [(span["start"], span["end"]) for span in kept]
        self.traps: list[Where] = [(span["start"], span["end"]) for span in gold["must_not_code"]]

    def forbids(self, where: Where) -> bool:
        """Whether most of a span lies in boilerplate."""
        length = where[1] - where[0]
        near = [each for each in self.boilerplate if overlap(where, each) and length <= 2 * (each[1] - each[0])]
        return bool(near) and sum(overlap(where, each) for each in self.boilerplate) > length / 2

    def found_by(self, report: Report, where: Where) -> list[dict[str, Any]]:
        """The gold events that a report finds."""
        return [event for event in self.events if self._agrees(event, report, where)]

    def _agrees(self, event: Mapping[str, Any], report: Report, where: Where) -> bool:
        if report.event_type not in {event["type"], event.get("plover_strict"), *event.get("type_alt", [])}:
            return False
        if not any(overlap(where, (span["start"], span["end"])) for span in event["evidence"]):
            return False
        sources = [event["source"], *event.get("source_alt", [])]
        targets = [event["target"], *event.get("target_alt", [])]
        if report.event_type not in SYMMETRIC:
            return self._one_of(report.sources, sources) and self._one_of(report.targets, targets)
        parties = (*report.sources, *report.targets)
        wanted = [ids for ids in (*sources, *targets) if ids][:2]
        return bool(parties) and all(any(self.means(actor, each) for actor in parties for each in ids) for ids in wanted)

    def _one_of(self, actors: Sequence[Actor], accepted: Iterable[Sequence[str]]) -> bool:
        """Whether one accepted set of actors agrees; an empty one accepts anybody."""
        return any(not ids or any(self.means(actor, each) for actor in actors for each in ids) for ids in accepted)

    def means(self, actor: Actor, gold_id: str) -> bool:
        """Whether an actor is the gold's, by name or by country."""
        gold = self.actors.get(gold_id)
        if gold is None:
            return False
        home = self.actors.get(gold.get("affiliation") or "", {})
        names = {plain(gold["canonical"]), plain(gold_id.replace("-", " ")), plain(home.get("canonical"))} - {""}
        mine = plain(actor.name)
        if mine and any(mine == name or (len(mine) > 3 and (mine in name or name in mine)) for name in names):
            return True
        country = gold.get("country") or home.get("country")
        return bool(country) and country == actor.country


def overlap(one: Where, other: Where) -> int:
    """How many characters two spans share."""
    return max(0, min(one[1], other[1]) - max(one[0], other[0]))


def plain(name: str | None) -> str:
    """A name without accents, articles, capitals and punctuation, the United Nations and NATO abbreviated."""
    ascii_name = unicodedata.normalize("NFKD", name or "").encode("ascii", "ignore").decode().lower()
    ascii_name = ascii_name.replace("'", "")
    for whole, short in ABBREVIATED:
        ascii_name = ascii_name.replace(whole, short)
    return re.sub(r"[^a-z0-9]+", " ", re.sub(r"^(the|a)\s+", "", ascii_name)).strip()


def accepted_statuses(event: Mapping[str, Any]) -> set[str]:
    """The gold's words for whether an event is so."""
    return {event["status"], *event.get("status_alt", [])}


def status_agrees(report: Report, event: Mapping[str, Any]) -> bool:
    """Whether a report's status agrees with one that the gold accepts."""
    return bool(AGREEING[report.status] & accepted_statuses(event))


def date_agrees(report: Report, event: Mapping[str, Any]) -> bool | None:
    """Whether a report's date is the one that the page gives; `None` where the page gives none.

    A date that we inferred is held against the one that the coder inferred; to infer none is right, too.
    """
    gold = event.get("date") or {}
    inferred = report.date is not None and report.date.basis == "inferred" and report.date.start is not None
    wanted: str | None = gold.get("resolved") or (gold.get("inferred") if inferred else None)
    if not wanted:
        return None
    start, _, end = wanted.partition("/")
    own = (report.date.start, report.date.end) if report.date else (None, None)
    if start not in ("", ".."):
        return (own[0] or "")[: len(start)] == start
    return (own[1] or "")[: len(end)] == end


# ------------------------------------------------------------------------------------------------------------- scoring


def score_page(gold: GoldPage, reports: Iterable[Report]) -> tuple[Counter[str], list[dict[str, Any]]]:
    """The counts of one page, and what became of each report."""
    counts: Counter[str] = Counter()
    rows = []
    hit: set[str] = set()
    for report in reports:
        verdict, event = _judge(gold, report)
        counts.update(("reports", verdict))
        if event is not None:
            hit.add(event["id"])
            counts += _slots(report, event)
        rows.append(_row(gold, report, verdict, event))
    core = [event["id"] for event in gold.events if event["tier"] == "core"]
    counts["core"], counts["core_found"] = len(core), len(hit & set(core))
    return counts, [
        *rows,
        *(_missed(gold, event) for event in gold.events if event["tier"] == "core" and event["id"] not in hit),
    ]


def _judge(gold: GoldPage, report: Report) -> tuple[str, dict[str, Any] | None]:
    where = gold.page.locate(report.evidence.text)
    if where is None:
        return "unlocated", None
    if gold.forbids(where):
        return "forbidden", None
    found = gold.found_by(report, where)
    if found:
        return "right", max(found, key=lambda event: (event["tier"] == "core", status_agrees(report, event)))
    return ("traps" if any(overlap(where, trap) for trap in gold.traps) else "wrong"), None


def _slots(report: Report, event: Mapping[str, Any]) -> Counter[str]:
    dated = date_agrees(report, event)
    return Counter(
        status_ok=status_agrees(report, event),
        false_happened=report.status == "happened" and not FACTS & accepted_statuses(event),
        date_n=dated is not None,
        date_ok=bool(dated),
    )


def _row(gold: GoldPage, report: Report, verdict: str, event: Mapping[str, Any] | None) -> dict[str, Any]:
    return {
        "page": gold.name,
        "verdict": verdict,
        "event": event["id"] if event else None,
        "gold_status": event["status"] if event else None,
        "type": report.event_type,
        "status": report.status,
        "sources": [actor.name for actor in report.sources],
        "targets": [actor.name for actor in report.targets],
        "date": report.date.text if report.date else None,
        "trigger": report.trigger.text,
        "evidence": report.evidence.text,
        "why": list(report.why),
    }


def _missed(gold: GoldPage, event: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "page": gold.name,
        "verdict": "missed",
        "event": event["id"],
        "gold_status": event["status"],
        "type": event["type"],
        "sources": event["source"],
        "targets": event["target"],
        "evidence": event["label"],
    }


def types_table(rows: Iterable[Mapping[str, Any]]) -> list[list[str]]:
    """For each type how many reports were right, wrong or in a trap, and how many core events were missed."""
    verdicts = ("right", "wrong", "traps", "forbidden", "missed")
    found = Counter((str(row["type"]), str(row["verdict"])) for row in rows)
    types = sorted({kind for kind, _ in found})
    return [["type", *verdicts], *([kind, *(str(found[kind, each] or "") for each in verdicts)] for kind in types)]


def status_table(rows: Iterable[Mapping[str, Any]]) -> list[list[str]]:
    """The gold's status against ours, over the reports that find an event."""
    found = Counter((str(row["gold_status"]), str(row["status"])) for row in rows if row["verdict"] == "right")
    golds, ours = (sorted({pair[side] for pair in found}) for side in (0, 1))
    return [["gold", *ours], *([gold, *(str(found[gold, each] or "") for each in ours)] for gold in golds)]


def totals(counts: Counter[str]) -> dict[str, float]:
    """The scores of counts that were added up."""
    right, core = counts["right"], counts["core"]
    precision, recall = right / max(1, counts["reports"]), counts["core_found"] / max(1, core)
    both = precision + recall
    return {
        "core_recall": recall,
        "precision": precision,
        "f1": 2 * precision * recall / both if both else 0.0,
        "status": counts["status_ok"] / max(1, right),
        "date": counts["date_ok"] / max(1, counts["date_n"]),
        **{name: float(counts[name]) for name in ("reports", "false_happened", "forbidden", "traps", "unlocated")},
    }


# ------------------------------------------------------------------------------------------------------------- reading


def evaluate(path: Path, settings: Settings, pages: Path) -> Evaluation:
    """Code the gold's pages, found by name below `pages`, and score them; per page in a table, in total in the scores.

    Raises `EvaluationError` where the gold or a page is missing or malformed.
    """
    golds = list(_golds(path, pages))
    names = {gold.name for gold, _ in golds}
    codings = _codings([file for _, file in golds], settings)
    total: Counter[str] = Counter()
    rows: list[dict[str, Any]] = []
    acts: list[dict[str, Any]] = []
    lines = [["page", "core recall", "precision", "status", "reports"]]
    for gold, _ in golds:
        coding = codings.get(gold.name)
        counts, judged = score_page(gold, coding.reports if coding else ())
        quoted, quotes = score_quotes(gold, coding.quotes if coding else ())
        placed, positions = score_positions(gold, coding.positions if coding else ())
        total += counts + quoted + placed
        acts += judged
        rows += judged + quotes + positions
        each = totals(counts)
        lines.append(
            [gold.name, *(f"{each[name]:.3f}" for name in ("core_recall", "precision", "status")), f"{each['reports']:.0f}"]
        )
    found = totals(total) | quote_totals(total) | position_totals(total)
    tables = {"pages": lines, "types": types_table(acts), "statuses": status_table(acts)}
    return Evaluation(SET, str(path), found, rows, (f"{len(names)} pages",), tables)


def _golds(path: Path, pages: Path) -> Iterator[tuple[GoldPage, Path]]:
    files = {file.stem: file for file in sorted(pages.iterdir())} if pages.is_dir() else {}
    found = sorted(path.glob("[0-9]*.json"))
    if not found:
        raise EvaluationError("holds no gold pages (*.json)", path)
    for gold in found:
        if gold.stem not in files:
            raise EvaluationError(f"the page of {gold.name} is missing", pages)
        try:
            yield GoldPage(gold, files[gold.stem].read_bytes().decode("utf-8")), files[gold.stem]
        except (ValueError, KeyError) as error:
            raise EvaluationError(f"{type(error).__name__}: {error}", gold) from error


def _codings(files: Sequence[Path], settings: Settings) -> dict[str, Coding]:
    repeated, _ = survey(read_paths(files, settings))
    pages = [page for page in read_paths(files, settings) if isinstance(page, Page)]
    coded = Coder(settings, repeated).code(pages)
    return {Path(item.article.page).stem: item for item in coded if isinstance(item, Coding)}
