"""Unit records of older coders: what is read of them, which codings count, and when one is found."""

from pathlib import Path

import pytest

from dragoman.errors import EvaluationError
from dragoman.evaluation.petrarch import evaluate, outcome, read_codes, read_records, types_of
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
