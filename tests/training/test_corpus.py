"""The readers of the training sets say what each set knows, and no more."""

import sys
from pathlib import Path

import pytest

FOLDER = Path(__file__).resolve().parents[2] / "training"
sys.path.insert(0, str(FOLDER))

from corpus import ANY, OUTSIDE, Gazetteer, allow_coarse, as_iob2, gum  # noqa: E402 (training is no package)

KNOWN = Gazetteer(frozenset({"kenya", "lomé"}), frozenset({"kenyan", "kenyans"}))


def test_a_coarse_place_may_be_any_kind_of_place() -> None:
    (allowed,) = allow_coarse(["Karoo"], ["B-LOC"], KNOWN)
    assert allowed == {"B-GPE", "B-LOC", "B-FAC"}


def test_a_place_whose_type_is_sure_is_only_that() -> None:
    (allowed,) = allow_coarse(["Kenya"], ["B-LOC"], KNOWN)
    assert allowed == {"B-GPE"}


def test_a_set_without_peoples_is_silent_about_them() -> None:
    plain, people, name = allow_coarse(["cattle", "Kenyan", "Safaricom"], ["O", "O", "O"], KNOWN)
    assert plain == OUTSIDE
    assert people == {"B-NORP"}
    assert {"O", "B-EVENT", "B-PRODUCT"} <= name
    assert "B-ORG" not in name


def test_a_set_that_marks_everything_means_its_blanks() -> None:
    (allowed,) = allow_coarse(["Safaricom"], ["O"], KNOWN, misc=True)
    assert allowed == OUTSIDE


def test_words_of_dates_are_left_open() -> None:
    (allowed,) = allow_coarse(["yesterday"], ["O"], KNOWN)
    assert allowed == {"O", "B-DATE", "I-DATE"}


@pytest.mark.parametrize(("tags", "iob2"), [(["I-A", "I-A", "O", "I-A", "B-A"], ["B-A", "I-A", "O", "B-A", "B-A"])])
def test_names_begin_with_b_whatever_the_scheme(tags: list[str], iob2: list[str]) -> None:
    assert list(as_iob2(tags)) == iob2


def test_a_name_is_cut_out_of_its_mention(tmp_path: Path) -> None:
    rows = [
        ("the", "DET", "DT", "2", "det", "Entity=(1-person-new-nnnnn-cf1-2,3,4-coref"),
        ("minister", "NOUN", "NN", "0", "root", "_"),
        ("Amina", "PROPN", "NNP", "2", "appos", "_"),
        ("Diallo", "PROPN", "NNP", "3", "flat", "Entity=1)"),
        ("Mondays", "PROPN", "NNPS", "2", "obl", "_"),
    ]
    lines = (f"{i}\t{r[0]}\t{r[0]}\t{r[1]}\t{r[2]}\t_\t{r[3]}\t{r[4]}\t_\t{r[5]}" for i, r in enumerate(rows, 1))
    path = tmp_path / "gum.conllu"
    path.write_text("# sent_id = 1\n# text = x\n" + "\n".join(lines) + "\n\n", encoding="utf-8")
    (example,) = gum(path, KNOWN)
    assert example.names is not None
    assert [sorted(tags) for tags in example.names[2:4]] == [["B-PERSON"], ["I-PERSON"]]
    assert "O" in example.names[1]
    assert example.names[4] == ANY
