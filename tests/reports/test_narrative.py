"""What is told in the account of a meeting is of the meeting's day, and says that this is inferred."""

import pytest

from dragoman.records import Report
from dragoman.reports.coder import Coder
from dragoman.reports.knowledge import Knowledge
from tests.reports.notation import marked

MET = "Kenya@KEN/NNP/2/nsubj met=meet/VBD/0/root Chad@TCD/NNP/2/obj on/IN/5/case Friday/NNP/2/obl ././2/punct"
DAYS = {"Friday": ("2021-06-11", "2021-06-11")}


def last(notation: str, knowledge: Knowledge, dates: dict[str, tuple[str, str]] = DAYS) -> Report:
    return Coder(marked(notation, dates=dates, published="2021-06-17"), knowledge).reports()[-1]


def test_thanks_given_at_a_meeting_are_of_its_day(knowledge: Knowledge) -> None:
    thanked = last(f"{MET}\nKenya@KEN/NNP/2/nsubj thanked=thank/VBD/0/root Chad@TCD/NNP/2/obj ././2/punct", knowledge)
    assert thanked.date is not None
    assert (thanked.date.start, thanked.date.basis) == ("2021-06-11", "inferred")
    assert thanked.date.inferred_from


@pytest.mark.parametrize(
    "sentence",
    [
        "Kenya@KEN/NNP/3/nsubj had=have/VBD/3/aux thanked=thank/VBN/0/root Chad@TCD/NNP/3/obj ././3/punct",
        "Kenya@KEN/NNP/3/nsubj will/MD/3/aux thank/VB/0/root Chad@TCD/NNP/3/obj ././3/punct",
        "Mali@MLI/NNP/2/nsubj thanked=thank/VBD/0/root Niger@NER/NNP/2/obj ././2/punct",
        "Kenya@KEN/NNP/2/nsubj attacked=attack/VBD/0/root Chad@TCD/NNP/2/obj ././2/punct",
    ],
    ids=["told as earlier", "still ahead", "by others", "a deed, no word"],
)
def test_what_need_not_be_of_that_day_stays_undated(sentence: str, knowledge: Knowledge) -> None:
    assert last(f"{MET}\n{sentence}", knowledge).date is None


def test_another_day_ends_the_account(knowledge: Knowledge) -> None:
    notation = (
        f"{MET}\nMali@MLI/NNP/2/nsubj attacked=attack/VBD/0/root Niger@NER/NNP/2/obj on/IN/5/case Sunday/NNP/2/obl "
        "././2/punct\n"
        "Kenya@KEN/NNP/2/nsubj thanked=thank/VBD/0/root Chad@TCD/NNP/2/obj ././2/punct"
    )
    assert last(notation, knowledge, {**DAYS, "Sunday": ("2021-06-13", "2021-06-13")}).date is None
