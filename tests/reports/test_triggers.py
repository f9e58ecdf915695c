"""Which words of a page a frame's trigger is found in, and how many parties its act takes."""

import pytest

from dragoman.reports.coder import Coder
from dragoman.reports.knowledge import Knowledge, taken_apart
from tests.reports.notation import marked, tree, word


def types(notation: str, knowledge: Knowledge) -> list[str]:
    return [report.event_type for report in Coder(marked(notation), knowledge).reports()]


@pytest.mark.parametrize(
    ("trigger", "parts"),
    [
        (("test-fire", ()), ("fire", ("test",))),
        (("sit-in", ()), ("in", ("sit",))),
        (("zone", ("no-fly",)), ("zone", ("no", "fly"))),
        (("raid", ("air",)), ("raid", ("air",))),
    ],
)
def test_a_hyphened_trigger_is_found_by_the_words_that_pages_split_it_into(
    trigger: tuple[str, tuple[str, ...]], parts: tuple[str, tuple[str, ...]]
) -> None:
    assert taken_apart(*trigger) == parts


def test_who_test_fires_a_missile_attacks_nobody(knowledge: Knowledge) -> None:
    notation = (
        "Laos@LAO/NNP/2/compound test/NN/4/nsubj -/HYPH/2/punct fired=fire/VBD/0/root two/CD/6/nummod "
        "missiles=missile/NNS/4/obj ././4/punct"
    )
    assert types(notation, knowledge) == ["MOBILIZE"]


def test_the_first_part_of_a_hyphened_verb_is_no_subject() -> None:
    parsed = tree(
        "Laos/NNP/2/compound test/NN/4/nsubj -/HYPH/2/punct fired=fire/VBD/0/root missiles=missile/NNS/4/obj ././4/punct"
    )
    assert word(parsed, "fired").first("nsubj") is word(parsed, "Laos")
    assert word(parsed, "test").rel == "compound"


def test_a_subject_before_a_dash_stays_the_subject() -> None:
    parsed = tree("Troops=troop/NNS/3/nsubj -/HYPH/1/punct fired=fire/VBD/0/root missiles=missile/NNS/3/obj ././3/punct")
    assert word(parsed, "fired").first("nsubj") is word(parsed, "Troops")


@pytest.mark.parametrize(
    "parties",
    [
        "Laos@LAO/NNP/4/nsubj and/CC/3/cc Chad@TCD/NNP/1/conj held=hold/VBD/0/root drills=drill/NNS/4/obj ././4/punct",
        (
            "Laos@LAO/NNP/2/nsubj held=hold/VBD/0/root drills=drill/NNS/2/obj alongside/IN/5/case Chad@TCD/NNP/2/obl "
            "././2/punct"
        ),
    ],
    ids=["side by side", "one with the other"],
)
def test_drills_of_two_are_held_together(parties: str, knowledge: Knowledge) -> None:
    assert types(parties, knowledge) == ["COOPERATE"]


def test_drills_of_one_show_force(knowledge: Knowledge) -> None:
    alone = "Laos@LAO/NNP/2/nsubj held=hold/VBD/0/root drills=drill/NNS/2/obj in/IN/5/case May/NNP/2/obl ././2/punct"
    assert types(alone, knowledge) == ["MOBILIZE"]


@pytest.mark.parametrize(
    ("notation", "kind"),
    [
        (
            "Mali@MLI/NNP/2/nsubj gave=give/VBD/0/root Chad@TCD/NNP/2/iobj the/DT/7/det go/NN/7/compound -/HYPH/5/punct "
            "ahead/NN/2/obj ././2/punct",
            "SUPPORT",
        ),
        (
            "Mali@MLI/NNP/2/nsubj acted=act/VBD/0/root as/IN/4/case mediator/NN/2/obl for/IN/6/case Chad@TCD/NNP/4/nmod "
            "././2/punct",
            "CONSULT",
        ),
        (
            "Mali@MLI/NNP/2/nsubj turned=turn/VBD/0/root a/DT/5/det deaf/JJ/5/amod ear/NN/2/obj to/IN/7/case "
            "Chad@TCD/NNP/2/obl ././2/punct",
            "REJECT",
        ),
        (
            "Mali@MLI/NNP/2/nsubj took=take/VBD/0/root a/DT/4/det swipe/NN/2/obj at/IN/6/case "
            "Chad@TCD/NNP/2/obl ././2/punct",
            "ACCUSE",
        ),
    ],
)
def test_set_phrases_of_the_press(notation: str, kind: str, knowledge: Knowledge) -> None:
    assert types(notation, knowledge) == [kind]


def test_who_takes_aim_at_a_warship_criticises_nobody(knowledge: Knowledge) -> None:
    aimed = (
        "Mali@MLI/NNP/2/nsubj took=take/VBD/0/root aim/NN/2/obj at/IN/7/case a/DT/7/det Chadian@TCD/JJ/7/amod "
        "frigate/NN/2/obl ././2/punct"
    )
    assert "ACCUSE" not in types(aimed, knowledge)
