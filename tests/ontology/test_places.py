"""The gazetteer: what is found under which name, and that its table agrees with the code that asks it."""

from pathlib import Path

import pytest

from dragoman.ontology.load import DATA
from dragoman.ontology.places import Gazetteer, GazetteerPlace, folded, load_gazetteer, load_regions

TABLE = "\n".join(
    (
        "geonames\tname\tkind\tcountry\tregion\tlat\tlon\tpeople\tnames\tkeys",
        "11\tKéléma\tcity\tMLI\t05\t14.10\t-4.20\t40000\t7\tkelema|quelema",
        "12\tOrsay Mills\tcity\tUSA\tOH\t40.10\t-82.20\t900\t0\t",
        "iso:ML-5\tKéléma Region\tregion\tMLI\t05\t14.00\t-4.00\t90000\t0\tkelema region|kelema",
    )
)


@pytest.fixture(scope="module")
def shipped() -> Gazetteer:
    return load_gazetteer()


@pytest.mark.parametrize(
    ("written", "key"),
    [("The Gambia", "gambia"), ("St. Louis", "st louis"), ("Saint-Louis", "st louis"), ("Łódź", "lodz"),
     ("Polk Co.", "polk co"), ("Polk County", "polk co"), ("  Bir el-Gubi ", "bir el gubi"), ("Ærø", "aero")],
)  # fmt: skip
def test_spellings_of_a_name_fold_to_one_key(written: str, key: str) -> None:
    assert folded(written) == key


def test_a_place_is_found_by_each_of_its_keys() -> None:
    gazetteer = Gazetteer((), TABLE)
    assert [place.id for place in gazetteer.candidates("Quelema")] == ["geonames:11"]
    assert [place.id for place in gazetteer.candidates("KELEMA")] == ["geonames:11", "iso:ML-5"]
    assert [place.people for place in gazetteer.candidates("Orsay Mills")] == [900]
    assert gazetteer.candidates("Orsay") == ()


def test_our_own_places_come_first_and_regions_are_known_by_code() -> None:
    own = GazetteerPlace("kelema-dam", "Kelema", "MLI", 14.2, -4.1, 0, "building", own=True)
    gazetteer = Gazetteer([(("Kelema", "Kelema Dam"), own)], TABLE)
    assert gazetteer.candidates("Kéléma")[0] is own
    region = gazetteer.region("MLI", "05")
    assert region is not None
    assert region.name == "Kéléma Region"
    assert len(list(gazetteer)) == 4


def test_the_shipped_table_is_keyed_as_names_are_folded() -> None:
    rows = (DATA / "gazetteer.tsv").read_text("utf-8").splitlines()[1::97]
    for row in rows:
        _, name, *_, keys = row.split("\t")
        assert folded(name) in (keys.split("|") if keys else [name.lower()])


@pytest.mark.parametrize(
    ("name", "country"),
    [("Pampanga", "PHL"), ("Anhui", "CHN"), ("Shandong", "CHN"), ("Jenin", "PSE"), ("Herat Province", "AFG"),
     ("NSW", "AUS"), ("Robotyne", "UKR"), ("Dulles Airport", "USA"), ("Texans", "USA"), ("Al-Fashir", "SDN")],
)  # fmt: skip
def test_regions_towns_of_war_and_other_spellings_are_known(shipped: Gazetteer, name: str, country: str) -> None:
    assert country in {place.country for place in shipped.candidates(name)}


def test_no_own_place_stands_under_a_key_of_another() -> None:
    keys: dict[str, str] = {}
    for region in load_regions().values():
        for name in {folded(name) for name in (region.name, *region.aliases)}:
            assert keys.setdefault(name, region.id) == region.id, name


def test_a_users_place_adds_to_the_shipped_ones_or_takes_its_place(tmp_path: Path) -> None:
    (tmp_path / "places.yaml").write_text(
        '- {id: kremlin, name: "Our Kremlin", kind: building, country: RUS, lat: 1.0, lon: 2.0}\n'
        '- {id: mill, name: "Grelleth Mill", kind: building, country: IRL, lat: 53.0, lon: -7.0}\n'
    )
    gazetteer = load_gazetteer(tmp_path)
    assert [place.id for place in gazetteer.candidates("Grelleth Mill")] == ["mill"]
    assert load_regions(tmp_path)["kremlin"].lat == 1.0
