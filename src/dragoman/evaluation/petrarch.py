"""Unit records of two older coders (PETRARCH, PETRARCH-2): one sentence each, its codings as (source, target, code).

A coding is found where a report has a type that its code may be and both of its roles: the source among the report's
sources and the target among its targets (of a symmetric act both among its parties, in any order). A coding that PLOVER
does not keep (statements; codes that only name a pattern of the test dictionary) counts for nothing. `noevents` records are
empty where nothing is coded. Where CAMEO and our contract write the same thing down differently, either way is right
(decision 0169): a planned or refused act (CAMEO codes the promise, the threat, the refusal; we code the act, planned or
negated), what somebody says that another did (CAMEO: accuses; we code the act, attributed), the PLOVER type that the
conversion table gives our report's own CAMEO code.

`codings_found_by_meaning` and `empty_left_empty_by_meaning` leave out the codings and records listed, with the reason, in
`petrarch.yaml`, that follow from the test dictionary and not from what the sentence says.

The first suite mixes codes of WEIS and of CAMEO without saying which is which, see `petrarch.yaml`: either meaning is
right; a file that names a CAMEO dictionary is read by CAMEO's table. Its states are invented, and the dictionary is not
published with it: `petrarch_ontology/` names them, so that actors are as given as they were to the older coders.
`codings_found_by_cameo` reads all codes by CAMEO's table instead.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import yaml
from pydantic import Field

from dragoman.documents.stage import DocumentStage
from dragoman.errors import EvaluationError
from dragoman.evaluation.base import Evaluation
from dragoman.evaluation.plover import as_plv
from dragoman.mentions.stage import MentionStage
from dragoman.ontology.actors import State
from dragoman.ontology.load import Knowledge, load_entries
from dragoman.records import Actor, Article, Block, Coding, Date, Drop, Report
from dragoman.reports.knowledge import load_knowledge
from dragoman.reports.stage import ReportStage
from dragoman.settings import Settings

SET = "petrarch"
HERE = Path(__file__).parent
SYMMETRIC = frozenset({"CONSULT", "AGREE", "COOPERATE"})
UNKNOWN = "---"
COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
RECORD = re.compile(r"<Sentence\b(?P<head>[^>]*)>(?P<body>.*?)(?=<Sentence\b|\Z)", re.DOTALL)
TEXT = re.compile(r"<Text>(.*?)</Text>", re.DOTALL)
CODING = re.compile(r"<EventCoding\b([^>]*)>", re.DOTALL)
COMMENTS = "02"
"""Comments in WEIS, appeals in CAMEO: the first suite's are comments."""
AGGRESSION = frozenset({"ASSAULT", "COERCE", "MOBILIZE", "SANCTION"})
"""Acts that are an accusation where somebody says that another did them."""
LISTED = r"(?:(?:the\s+)?[A-Z]\w+(?:\s+[A-Z]\w+)?(?:,|,?\s+and)\s+){0,3}"
"""Names before the one asked for, in a row: "in Chad, Mali and Kenya"."""
TIES = "050"
"""Ties restored: we list those who restore them side by side where nobody else is named."""
WHOLE = ("sourcecode", "targetcode", "eventcode")
FIELD = re.compile(r"(\w+)\s*=\s*\"([^\"]*)\"")


class Codes(Knowledge):
    """`petrarch.yaml`: what WEIS codes may be in PLOVER, which codes mean nothing, and other codes of known actors.

    `roots`: types of CAMEO's general codes that PLOVER splits. `by_dictionary`: reasons, each with the records that the
    suites' own dictionaries code, or leave uncoded, against what they say. `names`: what the states are called, from the
    ontology, by their codes.
    """

    weis: dict[str, tuple[str, ...]]
    roots: dict[str, tuple[str, ...]]
    meaningless: tuple[str, ...]
    actors: dict[str, tuple[str, ...]]
    by_dictionary: dict[str, tuple[str, ...]]
    names: dict[str, tuple[str, ...]] = Field(default_factory=dict)

    def meant(self, code: str) -> tuple[str, ...]:
        """Whom an actor's code means: by its longest known beginning, else the first state in it ("NGOARN": Arnor)."""
        known = next((self.actors[code[:size]] for size in range(len(code), 2, -1) if code[:size] in self.actors), ())
        parts = (code[start : start + 3] for start in range(0, len(code), 3))
        return known or (next((part for part in parts if part in self.names), code[:3]),)

    def odd(self, record: Record) -> bool:
        """Whether a record is listed as coded by its test dictionary alone."""
        return any(record.id in records for records in self.by_dictionary.values())


@dataclass(frozen=True, slots=True)
class Record:
    """A sentence with its codings (source, target, code); `empty` where the suite says that nothing is to be coded."""

    id: str
    text: str
    date: str | None
    codings: tuple[tuple[str, str, str], ...]
    empty: bool
    cameo: bool


@dataclass(frozen=True, slots=True)
class Outcome:
    """What was coded of a record: for each kept coding the types it may be, whether type and roles were found."""

    record: Record
    reports: tuple[Report, ...]
    kept: tuple[tuple[tuple[str, str, str], tuple[str, ...], bool], ...]


def evaluate(path: Path, settings: Settings) -> Evaluation:
    """Share of kept codings found, and of eventless records left empty. `path` is a file, or a folder with several."""
    own = settings if settings.ontology else replace(settings, ontology=HERE / "petrarch_ontology")
    codes = read_codes(own)
    records = [record for file in _files(path) for record in read_records(file)]
    cameo = {code: entry.type for code, entry in load_knowledge(own.ontology).cameo.items()}
    coded, table = list(_coded(records, own)), types_of(codes, cameo)[True]
    outcomes = [outcome(record, reports, types_of(codes, cameo), codes) for record, reports in coded]
    by_cameo = [outcome(replace(record, cameo=True), reports, types_of(codes, cameo), codes) for record, reports in coded]
    empty = [each for each in outcomes if each.record.empty]
    kept = [each for one in outcomes for each in one.kept]
    fair = [each for each in outcomes if not codes.odd(each.record)]
    meant = [each for one in fair for each in one.kept]
    silent = [each for each in fair if each.record.empty]
    return Evaluation(
        set=SET,
        path=str(path),
        scores={
            "codings_found": _share(found for _, _, found in kept),
            "codings_found_by_meaning": _share(found for _, _, found in meant),
            "empty_left_empty": _share(not each.reports for each in empty),
            "empty_left_empty_by_meaning": _share(not each.reports for each in silent),
            "type_found": _share(
                any(_of_type(r, types, table) for r in one.reports) for one in outcomes for _, types, _ in one.kept
            ),
            "codings_found_by_cameo": _share(found for one in by_cameo for _, _, found in one.kept),
            "codings": float(len(kept)),
            "codings_by_meaning": float(len(meant)),
            "empty": float(len(empty)),
            "empty_by_meaning": float(len(silent)),
        },
        predictions=[_row(each) for each in outcomes],
        notes=(
            "the states of the first suite are invented and given to the coder (petrarch_ontology); its codes are WEIS's or"
            " CAMEO's",
            "statements and codes of dictionary patterns are not kept; of 'no event' records some hold acts that only the"
            " test dictionary lacked or discarded",
        ),
        tables={"by group of records": groups(outcomes), "confusion": confusion(outcomes)},
    )


# ------------------------------------------------------------------------------------------------------------- reading


def read_codes(settings: Settings) -> Codes:
    """`petrarch.yaml` with the names of all states."""
    states = load_entries("states", State, settings.ontology).items()
    names = {code: (state.name, *state.aliases, *state.demonyms, *state.peoples) for code, state in states}
    codes = Codes.model_validate(yaml.safe_load((HERE / "petrarch.yaml").read_text("utf-8")))
    return codes.model_copy(update={"names": names})


def _files(path: Path) -> list[Path]:
    return sorted(path.glob("petr*.xml")) if path.is_dir() else [path]


def read_records(path: Path) -> Iterator[Record]:
    """The records of a suite; the files are no well-formed XML. Raises `EvaluationError` where there is none."""
    try:
        raw = path.read_text(encoding="utf-8", errors="replace")
    except OSError as error:
        raise EvaluationError(str(error), path) from error
    whole = COMMENT.sub("", raw)
    cameo = "CAMEO" in whole.partition("<Sentences>")[0]
    found = [record for match in RECORD.finditer(whole) if (record := _record(match, cameo=cameo)) is not None]
    if not found:
        raise EvaluationError("has no records", path)
    yield from found


def _record(match: re.Match[str], *, cameo: bool) -> Record | None:
    text = TEXT.search(match["body"])
    if text is None or not text[1].strip():
        return None
    head = dict(FIELD.findall(match["head"]))
    codings = [dict(FIELD.findall(fields)) for fields in CODING.findall(match["body"])]
    return Record(
        head.get("id", ""),
        " ".join(text[1].split()),
        _day(head.get("date", "")),
        tuple((each[WHOLE[0]], each[WHOLE[1]], each[WHOLE[2]]) for each in codings if set(WHOLE) <= set(each)),
        any(each.get("noevents") == "True" for each in codings),
        cameo,
    )


def _day(digits: str) -> str | None:
    return f"{digits[:4]}-{digits[4:6]}-{digits[6:]}" if re.fullmatch(r"\d{8}", digits) else None


# -------------------------------------------------------------------------------------------------------------- coding


def _coded(records: Sequence[Record], settings: Settings) -> Iterator[tuple[Record, tuple[Report, ...]]]:
    documents = DocumentStage(settings).run(_article(number, record) for number, record in enumerate(records))
    marked = MentionStage(settings).run(each for each in documents if not isinstance(each, Drop))
    codings = ReportStage(settings).run(each for each in marked if not isinstance(each, Drop))
    found = {coding.article.id: coding.reports for coding in codings if isinstance(coding, Coding)}
    for number, record in enumerate(records):
        yield record, found.get(str(number), ())


def _article(number: int, record: Record) -> Article:
    blocks = (Block(0, len(record.text), "body", SET),)
    day = Date(record.date, record.date, "day", "explicit", "") if record.date else None
    return Article(str(number), record.id, str(number), None, None, None, None, day, None, "en", None, record.text, blocks)


# ------------------------------------------------------------------------------------------------------------- scoring

Table = Mapping[str, tuple[str, ...]]
TypesOf = Mapping[bool, Table]


def types_of(codes: Codes, cameo: Mapping[str, str]) -> TypesOf:
    """The PLOVER types by the beginning of a code: by CAMEO alone (`True`), and for the first suite, which mixes both
    schemes without saying where, by WEIS or CAMEO (`False`)."""
    by_cameo = {code: (kind,) for code, kind in cameo.items()} | codes.roots
    mixed = {code: (*codes.weis.get(code, ()), *by_cameo.get(code, ())) for code in {*codes.weis, *by_cameo}}
    inherited = {code: (*types, *_longest(code[:-1], codes.weis)) for code, types in mixed.items() if code not in codes.weis}
    kept = {code: types for code, types in (mixed | inherited).items() if not code.startswith(COMMENTS)}
    return {False: kept, True: by_cameo}


def _longest(code: str, table: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    return next((table[code[:size]] for size in range(len(code), 1, -1) if code[:size] in table), ())


def outcome(record: Record, reports: tuple[Report, ...], types: TypesOf, codes: Codes) -> Outcome:
    """A record with its kept codings and whether each was found."""
    kept = []
    for source, target, code in record.codings:
        may = _types(code, types[record.cameo or len(code) > 3], codes)
        if may:
            right = any(_agrees(each, may, source, target, codes, record.text, types[True]) for each in reports)
            kept.append(((source, target, code), may, right))
    return Outcome(record, reports, tuple(kept))


def _types(code: str, table: Mapping[str, tuple[str, ...]], codes: Codes) -> tuple[str, ...]:
    """The longest known beginning counts; a code of four digits, CAMEO's in either suite, must be known itself."""
    if code.startswith(codes.meaningless):
        return ()
    return table.get(code, ()) if len(code) > 3 else _longest(code, table)


def _agrees(report: Report, types: Sequence[str], source: str, target: str, codes: Codes, text: str, table: Table) -> bool:
    if "ACCUSE" in types and _said(report, source, target, codes, text):
        return True
    if not _of_type(report, types, table):
        return False
    if report.event_type in SYMMETRIC or (report.cameo == TIES and not report.targets):
        parties = (*report.sources, *report.targets)
        return _among(source, parties, codes, text) and _among(target, parties, codes, text)
    return _among(source, report.sources, codes, text) and _among(target, report.targets, codes, text)


def _of_type(report: Report, types: Sequence[str], table: Table) -> bool:
    """Whether a report is of a type: by itself, by its CAMEO code, or by what CAMEO makes of a planned or refused act."""
    told = as_plv(report.event_type, report.status) if report.status != "called-for" else report.event_type
    return any(kind in types for kind in (report.event_type, told, *table.get(report.cameo or "", ())))


def _said(report: Report, source: str, target: str, codes: Codes, text: str) -> bool:
    """ "Iran said that Iraq attacked it": CAMEO's accusation is our attack, attributed to whoever says so."""
    spoken = bool(report.attributed_to) and _among(source, report.attributed_to, codes, text)
    return spoken and report.event_type in AGGRESSION and _among(target, report.sources, codes, text)


def _among(code: str, actors: Sequence[Actor], codes: Codes, text: str) -> bool:
    """Whether a role holds whom a code means, or somebody of that state.

    "---" is nobody, or somebody whose own words name no state: the older dictionaries resolve neither "its" nor "students".
    """
    if code.startswith(UNKNOWN):
        return not any(actor.country and _says(actor, codes.names.get(actor.country, ()), text) for actor in actors)
    return any(_is(actor, meant, codes.names.get(meant, ()), text) for meant in codes.meant(code) for actor in actors)


def _is(actor: Actor, meant: str, names: Iterable[str], text: str) -> bool:
    return meant in (actor.id, actor.country) or _says(actor, names, text)


def _says(actor: Actor, names: Iterable[str], text: str) -> bool:
    """Whether the words of an actor, or those that belong to them, name the state: "deputies in Chad and Kenya"."""
    before, after = text[: actor.mention.start], text[actor.mention.end :]
    return any(
        re.search(rf"\b{re.escape(name)}\b", actor.mention.text)
        or re.match(rf"\s+(?:(?:of|in|from)\s+{LISTED})?(?:the\s+)?{re.escape(name)}\b", after)
        or re.search(rf"\b{re.escape(name)}(?:'s)?(?:\s+[A-Z]\w+){{0,3}}\s+$", before)
        for name in names
    )


def _share(values: Iterable[bool]) -> float:
    every = list(values)
    return sum(every) / max(1, len(every))


def groups(outcomes: Sequence[Outcome]) -> list[list[str]]:
    """For each group of records, by the beginning of their ids, how many codings are found."""
    counts: Counter[str] = Counter()
    right: Counter[str] = Counter()
    for each in outcomes:
        group = re.split(r"[-_\d]", each.record.id)[0] or "other"
        counts[group] += len(each.kept)
        right[group] += sum(found for _, _, found in each.kept)
    rows = [[group, str(counts[group]), f"{right[group] / counts[group]:.2f}"] for group in sorted(counts) if counts[group]]
    return [["group", "codings", "found"], *rows]


def confusion(outcomes: Sequence[Outcome]) -> list[list[str]]:
    """Counts of wanted types (rows) against the type coded for them: the one of a report with both roles, else of any."""
    counts: Counter[tuple[str, str]] = Counter()
    for each in outcomes:
        for _, types, found in each.kept:
            coded = sorted({report.event_type for report in each.reports})
            right = next((kind for kind in coded if kind in types), None)
            counts["/".join(types), ("found" if found else "roles") if right else "+".join(coded[:1]) or "nothing"] += 1
    rows, columns = (sorted({pair[side] for pair in counts}) for side in (0, 1))
    return [["gold", *columns], *([row, *(str(counts[row, column] or "") for column in columns)] for row in rows)]


def _row(each: Outcome) -> dict[str, object]:
    return {
        "id": each.record.id,
        "text": each.record.text,
        "wanted": [
            {"source": s, "target": t, "code": code, "types": may, "found": ok} for (s, t, code), may, ok in each.kept
        ],
        "no_event": each.record.empty,
        "coded": [
            {
                "event_type": report.event_type,
                "status": report.status,
                "sources": [actor.id or actor.mention.text for actor in report.sources],
                "targets": [actor.id or actor.mention.text for actor in report.targets],
                "confidence": report.confidence,
                "why": report.why,
            }
            for report in each.reports
        ],
    }
