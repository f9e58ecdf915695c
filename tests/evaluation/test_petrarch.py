"""Unit records of older coders: what is read of them, which codings count, and when one is found."""

from pathlib import Path

import pytest

from dragoman.errors import EvaluationError
from dragoman.evaluation.petrarch import Record, evaluate, outcome, read_codes, read_records, types_of
from dragoman.records import Actor, Report, Span, Status
from dragoman.settings import Settings

SUITE = """<Validation>
<Environment><Verbfile>{verbs}</Verbfile></Environment>
<Sentences>
<!-- <Sentence date="19990101" id="OUT"><Text>Not this one.</Text></Sentence> -->
<Sentence date="20010203" id="ONE-1" category="X">
<EventCoding sourcecode="NOR" targetcode="CHLGOV" eventcode="{code}"></EventCoding>
<EventCoding sourcecode="NOR" targetcode="CHL" eventcode="023"></EventCoding>
<EventCoding sourcecode="NOR" targetcode="CHL" eventcode="907"></EventCoding>
<Text>
Norway accused the government
of Chile on Friday.
</Text>
<Parse> (S (NP))</Parse>
</Sentence>
<Sentence date="20010203" id="NONE-1" category="X" evaluate="true"/>
<EventCoding noevents="True" />
<Text>Snow fell in Chile.</Text>
</Sentence>
</Sentences>
</Validation>
"""


def suite(folder: Path, verbs: str, code: str) -> Path:
    path = folder / "petr_suite.xml"
    path.write_text(SUITE.format(verbs=verbs, code=code), encoding="utf-8")
    return path


def test_records_are_read_without_comments_and_line_breaks(tmp_path: Path) -> None:
    one, none = read_records(suite(tmp_path, "old.txt", "121"))
    assert one.text == "Norway accused the government of Chile on Friday."
    assert (one.date, one.cameo, one.empty) == ("2001-02-03", False, False)
    assert none.empty
    assert none.codings == ()


def test_comments_and_codes_without_meaning_are_not_kept(tmp_path: Path) -> None:
    one, _ = read_records(suite(tmp_path, "old.txt", "121"))
    codes = read_codes(Settings())
    kept = outcome(one, (), types_of(codes, {"112": "ACCUSE"}), codes).kept
    assert [(code, types[0], found) for (_, _, code), types, found in kept] == [("121", "ACCUSE", False)]


def test_a_file_of_cameo_is_read_by_cameo(tmp_path: Path) -> None:
    one, _ = read_records(suite(tmp_path, "CAMEO.2.0.txt", "121"))
    codes = read_codes(Settings())
    kept = outcome(one, (), types_of(codes, {"121": "REJECT"}), codes).kept
    assert [types for _, types, _ in kept] == [("REJECT",)]


def test_a_file_without_records_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "petr_none.xml").write_text("<Validation></Validation>", encoding="utf-8")
    with pytest.raises(EvaluationError):
        list(read_records(tmp_path / "petr_none.xml"))


def test_a_suite_is_scored(tmp_path: Path) -> None:
    found = evaluate(suite(tmp_path, "old.txt", "121"), Settings())
    assert found.scores["codings"] == 1
    assert found.scores["codings_found"] == 1
    assert found.scores["empty_left_empty"] == 1
    assert found.predictions[0]["coded"]


def test_a_record_without_words_is_none(tmp_path: Path) -> None:
    path = suite(tmp_path, "old.txt", "121")
    path.write_text(path.read_text("utf-8").replace("Snow fell in Chile.", " \n"), encoding="utf-8")
    assert [record.id for record in read_records(path)] == ["ONE-1"]


def party(country: str | None, words: str, text: str) -> Actor:
    start = text.index(words)
    return Actor(country, None, "state", country, "GOV", None, Span(start, start + len(words), words), "name")


def found(text: str, coding: tuple[str, str, str], kind: str, source: Actor, target: Actor, **more: object) -> bool:
    """Whether a coding of a CAMEO suite is found where one report of these parties stands in the sentence."""
    status: Status = more.get("status", "happened")  # type: ignore[assignment]
    said: tuple[Actor, ...] = more.get("said", ())  # type: ignore[assignment]
    cameo = str(more.get("cameo", "000"))
    span = Span(0, len(text), text)
    report = Report(
        "r", "p", "a", span, span, kind, None, cameo, (), status, (source,), (target,), (), None, None, said, 0.9, (), None
    )
    record = Record("X", text, None, (coding,), False, cameo=True)
    codes = read_codes(Settings())
    table = {
        "036": "AGREE",
        "138": "THREATEN",
        "120": "REJECT",
        "112": "ACCUSE",
        "057": "SUPPORT",
        "080": "CONCEDE",
        "190": "ASSAULT",
    }
    return outcome(record, (report,), types_of(codes, table), codes).kept[0][2]


@pytest.mark.parametrize(
    ("code", "kind", "status", "right"),
    [
        ("036", "CONSULT", "planned", True),
        ("036", "CONSULT", "happened", False),
        ("120", "AID", "negated", True),
        ("138", "ASSAULT", "expected", True),
        ("138", "ASSAULT", "called-for", False),
    ],
)
def test_a_planned_or_refused_act_is_right_either_way(code: str, kind: str, status: Status, right: bool) -> None:
    text = "Norway and Chile"
    both = party("NOR", "Norway", text), party("CHL", "Chile", text)
    assert found(text, ("NOR", "CHL", code), kind, *both, status=status) is right


def test_what_somebody_says_that_another_did_is_an_accusation_in_cameo() -> None:
    text = "Peru said that Chile attacked Norway"
    peru, chile, norway = (party(code, name, text) for code, name in (("PER", "Peru"), ("CHL", "Chile"), ("NOR", "Norway")))
    assert found(text, ("PER", "CHL", "112"), "ASSAULT", chile, norway, said=(peru,))
    assert not found(text, ("PER", "CHL", "112"), "ASSAULT", chile, norway)


def test_our_own_code_and_the_roots_that_plover_splits_are_read_by_the_table() -> None:
    text = "Norway and Chile"
    both = party("NOR", "Norway", text), party("CHL", "Chile", text)
    assert found(text, ("NOR", "CHL", "057"), "AGREE", *both, cameo="057")
    assert found(text, ("NOR", "CHL", "080"), "RETREAT", *both)


def test_an_unknown_party_is_anybody_whose_words_name_no_state() -> None:
    text = "Norway arrested students of Chile beside its embassy"
    norway, students, embassy = party("NOR", "Norway", text), party("CHL", "students", text), party("CHL", "its", text)
    assert found(text, ("NOR", "---EDU", "190"), "ASSAULT", norway, embassy)
    assert not found(text, ("NOR", "---EDU", "190"), "ASSAULT", norway, students)


def test_an_actor_in_a_row_of_states_is_of_each() -> None:
    text = "Deputies in Peru, Chile and Norway"
    deputies = party("PER", "Deputies", text)
    assert found(text, ("NORLEG", "PER", "190"), "ASSAULT", deputies, deputies)


def test_an_agent_before_the_state_in_a_code_is_of_the_state() -> None:
    assert read_codes(Settings()).meant("NGONOR") == ("NOR",)
