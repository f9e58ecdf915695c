"""The place of an act is where its own clause says that it was done, not whom it is directed at or what it is about."""

import pytest

from dragoman.reports.coder import Coder
from dragoman.reports.knowledge import Knowledge
from tests.reports.notation import marked


def place(notation: str, knowledge: Knowledge, *places: str) -> str | None:
    """The place of the first report."""
    found = Coder(marked(notation, places=places), knowledge).reports()[0].place
    return found.name if found else None


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        ("Kenya@KEN/NNP/2/nsubj met=meet/VBD/0/root Chad@TCD/NNP/2/obj in/IN/5/case Goma/NNP/2/obl ././2/punct", "Goma"),
        (
            "Kenya@KEN/NNP/2/nsubj attacked=attack/VBD/0/root Chad@TCD/NNP/4/compound troops=troop/NNS/2/obj "
            "near/IN/6/case Goma/NNP/4/nmod ././2/punct",
            "Goma",
        ),
        (
            "Kenya@KEN/NNP/2/nsubj condemned=condemn/VBD/0/root Chad@TCD/NNP/2/obj "
            "over/IN/5/case Goma/NNP/2/obl ././2/punct",
            None,
        ),
        (
            "Kenya@KEN/NNP/2/nsubj thanked=thank/VBD/0/root Chad@TCD/NNP/2/obj to/IN/5/case Goma/NNP/2/obl ././2/punct",
            None,
        ),
    ],
    ids=["on the verb", "on what was attacked", "the matter", "the way"],
)
def test_only_words_that_say_where_give_a_place(sentence: str, wanted: str | None, knowledge: Knowledge) -> None:
    assert place(sentence, knowledge, "Goma") == wanted


def test_a_deed_is_where_the_clause_before_it_went(knowledge: Knowledge) -> None:
    sentence = (
        "Kenya@KEN/NNP/2/nsubj flew=fly/VBD/0/root to/IN/4/case Goma/NNP/2/obl ,/,/7/punct where/WRB/8/advmod "
        "Chad@TCD/NNP/8/nsubj met=meet/VBD/2/advcl Mali@MLI/NNP/8/obj ././2/punct"
    )
    assert [each.place and each.place.name for each in Coder(marked(sentence, places=("Goma",)), knowledge).reports()][
        -1
    ] == "Goma"
