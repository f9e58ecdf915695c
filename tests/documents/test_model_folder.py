"""The shipped folder is what its card and its list of hashes say."""

import hashlib
import json

from dragoman.documents.pipeline import SHIPPED

LARGEST = 60_000_000


def test_every_file_has_the_hash_that_is_on_record() -> None:
    recorded = json.loads((SHIPPED / "meta.json").read_text(encoding="utf-8"))["files"]
    found = {name: hashlib.sha256((SHIPPED / name).read_bytes()).hexdigest() for name in recorded}
    assert found == recorded
    present = {path.relative_to(SHIPPED).as_posix() for path in SHIPPED.rglob("*") if path.is_file()}
    assert present - recorded.keys() == {"meta.json", "README.md"}


def test_the_folder_is_no_larger_than_it_may_be() -> None:
    assert sum(path.stat().st_size for path in SHIPPED.rglob("*") if path.is_file()) <= LARGEST


def test_licence_and_every_source_are_named() -> None:
    meta = json.loads((SHIPPED / "meta.json").read_text(encoding="utf-8"))
    card = (SHIPPED / "README.md").read_text(encoding="utf-8")
    assert meta["license"] == "CC BY-SA 4.0"
    assert all(source["license"] and source["name"] in card for source in meta["sources"])
