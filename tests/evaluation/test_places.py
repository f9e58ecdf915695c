"""The scorer of places, on files of ours in the formats of its sets."""

from pathlib import Path

import pytest

from dragoman.errors import EvaluationError
from dragoman.evaluation.places import evaluate, kilometres, read_places
from dragoman.settings import Settings

LGL = """<articles><article docid="7"><text>Envoys met in Nairobi. Kenya was the host.</text><toponyms>
<toponym><start>14</start><end>21</end><phrase>Nairobi</phrase><gaztag><lat>-1.28</lat><lon>36.82</lon>
<country>Kenya</country></gaztag></toponym>
<toponym><start>23</start><end>28</end><phrase>Kenya</phrase></toponym></toponyms></article></articles>"""
GEOVIRUS = """<articles><article><text>Envoys met in Nairobi.</text><locations>
<location><name>Nairobi</name><start>15</start><end>22</end><lat>-1.28</lat><lon>36.82</lon></location>
</locations></article></articles>"""


@pytest.mark.parametrize("content", [LGL, GEOVIRUS])
def test_names_are_given_and_found(tmp_path: Path, content: str) -> None:
    file = tmp_path / "set.xml"
    file.write_text(content, "utf-8")
    scores = evaluate(file, Settings()).scores
    assert (scores["names"], scores["country_given"], scores["within_161_km_given"]) == (1, 1, 1)
    assert (scores["recall_places"], scores["within_161_km_found"]) == (1, 1)


INFERRED = """<articles><article docid="8"><text>Floods hit Umblele, Beira and Maputo.</text><toponyms>
<toponym><start>11</start><end>18</end><gaztag><lat>-19.5</lat><lon>34.6</lon><country>Mozambique</country></gaztag></toponym>
<toponym><start>20</start><end>25</end><gaztag><lat>-19.8</lat><lon>34.9</lon><country>Mozambique</country></gaztag></toponym>
<toponym><start>30</start><end>36</end><gaztag><lat>-25.9</lat><lon>32.6</lon><country>Mozambique</country></gaztag></toponym>
</toponyms></article></articles>"""


def test_an_inferred_country_counts_but_not_as_one_of_a_known_place(tmp_path: Path) -> None:
    (tmp_path / "set.xml").write_text(INFERRED, "utf-8")
    scores = evaluate(tmp_path / "set.xml", Settings()).scores
    assert (scores["country_given"], scores["country_given_known"]) == (1, 1)
    assert [scores["in_gazetteer_given"], scores["within_161_km_given"]] == pytest.approx([2 / 3, 2 / 3])


def test_offsets_of_both_formats_point_at_the_names(tmp_path: Path) -> None:
    for content in (LGL, GEOVIRUS):
        (tmp_path / "set.xml").write_text(content, "utf-8")
        (text,) = read_places(tmp_path / "set.xml")
        assert [text.text[place.start : place.end] for place in text.places] == ["Nairobi"]


def test_distances_are_those_of_a_sphere() -> None:
    assert kilometres(0, 0, 0, 90) == pytest.approx(10007.5, abs=1)


def test_what_is_no_xml_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "set.xml").write_text("no xml", "utf-8")
    with pytest.raises(EvaluationError):
        list(read_places(tmp_path / "set.xml"))
