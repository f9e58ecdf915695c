"""The date of an act is that of its own clause, or reckoned from the clause it hangs on; never a neighbour's."""

import pytest

from dragoman.records import Date
from dragoman.reports.coder import Coder
from dragoman.reports.knowledge import Knowledge
from tests.reports.notation import marked

FRIDAY = {"Friday": ("2021-06-11", "2021-06-11")}
MET = "Kenya@KEN/NNP/2/nsubj met=meet/VBD/0/root Chad@TCD/NNP/2/obj on/IN/5/case Friday/NNP/2/obl ,/,/{}/punct"


def last_day(sentence: str, knowledge: Knowledge) -> str | None:
    """The first day of the last report."""
    date = Coder(marked(sentence, dates=FRIDAY, published="2021-06-17"), knowledge).reports()[-1].date
    return date.start if date else None


@pytest.mark.parametrize(
    ("clause", "verb", "wanted"),
    [
        ("two/CD/8/nummod days=day/NNS/11/obl:unmarked after/IN/11/mark Mali@MLI/NNP/11/nsubj "
         "attacked=attack/VBD/2/advcl Niger@NER/NNP/11/obj ././2/punct", 11, "2021-06-09"),
        ("when/WRB/9/advmod Mali@MLI/NNP/9/nsubj "
         "attacked=attack/VBD/2/advcl Niger@NER/NNP/9/obj ././2/punct", 9, "2021-06-11"),
        ("and/CC/9/cc Mali@MLI/NNP/9/nsubj attacked=attack/VBD/2/conj Niger@NER/NNP/9/obj ././2/punct", 9, None),
    ],
    ids=["so many days before", "when", "a clause of its own"],
)  # fmt: skip
def test_the_day_of_a_clause_beside_a_dated_one(clause: str, verb: int, wanted: str | None, knowledge: Knowledge) -> None:
    assert last_day(f"{MET.format(verb)} {clause}", knowledge) == wanted


OPENING = "On/IN/2/case Friday/NNP/4/obl Kenya@KEN/NNP/4/nsubj met=meet/VBD/0/root Chad@TCD/NNP/4/obj ,/,/8/punct"
ATTACK = "Mali@MLI/NNP/8/nsubj attacked=attack/VBD/4/{} Niger@NER/NNP/8/obj ././4/punct"


@pytest.mark.parametrize("relation", ["conj", "parataxis"])
def test_a_day_that_opens_the_sentence_is_that_of_every_clause(relation: str, knowledge: Knowledge) -> None:
    assert last_day(f"{OPENING} {ATTACK.format(relation)}", knowledge) == "2021-06-11"


@pytest.mark.parametrize(
    ("opening", "wanted"),
    [
        ("As/IN/4/case the/DT/4/det 2015/CD/4/nummod Charter=charter/NNP/7/obl ,/,/7/punct", None),
        ("With/IN/2/case oil/NN/7/obl from/IN/4/case 2015/CD/2/nmod ,/,/7/punct", "2015-01-01"),
    ],
)
def test_a_year_in_a_name_is_not_that_of_the_act(opening: str, wanted: str | None, knowledge: Knowledge) -> None:
    verb = len(opening.split()) + 2
    sentence = f"{opening} Kenya@KEN/NNP/{verb}/nsubj accused=accuse/VBD/0/root Chad@TCD/NNP/{verb}/obj ././{verb}/punct"
    date = Coder(marked(sentence, dates={"2015": ("2015-01-01", "2015-12-31")}), knowledge).reports()[-1].date
    assert (date.start if date else None) == wanted


def dated(sentence: str, days: tuple[str, str], words: str, knowledge: Knowledge) -> Date | None:
    """The date of the last report where `words` mean those days."""
    found = marked(sentence, dates={words: days}, published="2021-06-17")
    return Coder(found, knowledge).reports()[-1].date


@pytest.mark.parametrize(
    ("verb", "days", "wanted"),
    [
        ("attacked=attack/VBD/0/root", ("2021-12-01", "2021-12-31"), "2020-12-01"),
        ("will/MD/3/aux attack/VB/0/root", ("2020-12-01", "2020-12-31"), "2021-12-01"),
        ("attacked=attack/VBD/0/root", ("2020-12-01", "2020-12-31"), "2020-12-01"),
    ],
)
def test_a_month_without_a_year_is_of_the_year_in_which_it_can_be_so(
    verb: str, days: tuple[str, str], wanted: str, knowledge: Knowledge
) -> None:
    root = len(verb.split()) + 1
    sentence = f"Chad@TCD/NNP/{root}/nsubj {verb} Mali@MLI/NNP/{root}/obj in/IN/{root + 3}/case December/NNP/{root}/obl"
    date = dated(sentence, days, "December", knowledge)
    assert date is not None
    assert (date.start, date.basis) == (wanted, "inferred" if wanted not in days else "relative")


def test_a_bare_form_after_a_dated_one_is_of_its_day(knowledge: Knowledge) -> None:
    fly = "Kenya@KEN/NNP/3/nsubj may/MD/3/aux visit/VB/0/root Chad@TCD/NNP/3/obj on/IN/6/case Friday/NNP/3/obl and/CC/8/cc"
    own = f"{fly} attack/VB/3/conj Mali@MLI/NNP/8/obj"
    found = marked(own, dates={"Friday": ("2021-06-18", "2021-06-18")}, published="2021-06-17")
    assert [report.date.start for report in Coder(found, knowledge).reports() if report.date] == ["2021-06-18"] * 2
