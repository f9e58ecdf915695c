"""Who holds which stand on what: voice, nouns, denial, embedding, joint holders, calls, acts, and "
"what rests on whose words."""

from __future__ import annotations

import pytest

from dragoman.records import Position
from tests.reports.positions.conftest import Read


def told(position: Position) -> tuple[list[str | None], str, str]:
    return [actor.id for actor in position.holders], position.stance, position.issue


OPPOSES = "Kenya@KEN/NNP/2/nsubj opposes=oppose/VBZ/0/root the/DT/4/det tariff/NN/2/obj ././2/punct"
PASSIVE = (
    "The/DT/2/det tariff/NN/4/nsubj:pass is=be/VBZ/4/aux:pass opposed=oppose/VBN/0/root by/IN/6/case "
    "Kenya@KEN/NNP/4/obl:agent ././4/punct"
)
NOMINAL = (
    "Kenya@KEN/NNP/3/nmod:poss 's/POS/1/case opposition/NN/7/nsubj to/IN/6/case the/DT/6/det tariff/NN/3/nmod "
    "grew=grow/VBD/0/root ././7/punct"
)


@pytest.mark.parametrize("notation", [OPPOSES, PASSIVE, NOMINAL], ids=["active", "passive", "noun"])
def test_one_stand_however_it_is_put(notation: str, read: Read) -> None:
    (position,) = read(notation)
    assert told(position) == (["KEN"], "opposes", "trade/tariffs")
    assert position.issue_words is not None
    assert position.issue_words.text == "tariff"


def test_joint_positions_have_all_holders(read: Read) -> None:
    (position,) = read(
        "Kenya@KEN/NNP/4/nsubj and/CC/3/cc Chad@TCD/NNP/1/conj welcomed=welcome/VBD/0/root the/DT/6/det truce/NN/4/obj "
        "././4/punct"
    )
    assert told(position) == (["KEN", "TCD"], "supports", "truce")


def test_an_issue_that_the_ontology_lacks_keeps_the_pages_words(read: Read) -> None:
    (position,) = read(
        "Kenya@KEN/NNP/2/nsubj opposes=oppose/VBZ/0/root the/DT/5/det salmon/NN/5/compound quota/NN/2/obj "
        "for/IN/8/case the/DT/8/det lake/NN/5/nmod ././2/punct"
    )
    assert position.issue == "salmon quota for the lake"


def test_what_is_denied_turns(read: Read) -> None:
    (position,) = read(
        "Kenya@KEN/NNP/4/nsubj does=do/VBZ/4/aux not/RB/4/advmod recognise/VB/0/root Chad@TCD/NNP/4/obj ././4/punct"
    )
    assert (position.stance, position.object and position.object.id) == ("rejects", "TCD")


def test_who_refuses_to_condemn_takes_no_side(read: Read) -> None:
    positions = read(
        "Kenya@KEN/NNP/2/nsubj refused=refuse/VBD/0/root to/TO/4/mark condemn/VB/2/xcomp the/DT/6/det "
        "raid/NN/4/obj ././2/punct"
    )
    assert [told(position) for position in positions] == [(["KEN"], "neutral", "raid")]


def test_a_call_is_made_to_somebody_and_is_for_its_content(read: Read) -> None:
    (position,) = read(
        "Kenya@KEN/NNP/2/nsubj urged=urge/VBD/0/root Chad@TCD/NNP/2/obj to/TO/5/mark leave/VB/2/xcomp ././2/punct"
    )
    assert told(position) == (["KEN"], "calls-for", "leave")
    assert position.object is not None
    assert position.object.id == "TCD"


def test_a_call_not_to_is_against_its_content(read: Read) -> None:
    (position,) = read(
        "Kenya@KEN/NNP/2/nsubj urged=urge/VBD/0/root Chad@TCD/NNP/2/obj not/RB/6/advmod to/TO/6/mark leave/VB/2/xcomp "
        "the/DT/8/det pact/NN/6/obj ././2/punct"
    )
    assert position.stance == "opposes"


def test_what_somebody_is_called_on_to_do_is_no_stand_of_his(read: Read) -> None:
    positions = read(
        "Kenya@KEN/NNP/2/nsubj urged=urge/VBD/0/root Chad@TCD/NNP/2/obj to/TO/5/mark condemn/VB/2/xcomp "
        "the/DT/7/det raid/NN/5/obj "
        "././2/punct"
    )
    assert all([actor.id for actor in position.holders] == ["KEN"] for position in positions)


def test_a_clause_left_open_tells_of_no_stand(read: Read) -> None:
    assert not read(
        "It/PRP/3/nsubj is=be/VBZ/3/cop unclear/JJ/0/root whether/IN/6/mark Kenya@KEN/NNP/6/nsubj "
        "supports=support/VBZ/3/ccomp "
        "the/DT/8/det plan/NN/6/obj ././3/punct"
    )


def test_whoever_wants_the_end_of_something_is_against_it(read: Read) -> None:
    (position,) = read(
        "Kenya@KEN/NNP/2/nsubj advocates=advocate/VBZ/0/root the/DT/4/det lifting/NN/2/obj of/IN/6/case "
        "sanctions=sanction/NNS/4/nmod "
        "././2/punct"
    )
    assert told(position) == (["KEN"], "opposes", "sanctions")


def test_a_call_for_the_end_names_the_end(read: Read) -> None:
    (position,) = read(
        "Kenya@KEN/NNP/2/nsubj demanded=demand/VBD/0/root an/DT/4/det end/NN/2/obj to/IN/6/case "
        "sanctions=sanction/NNS/4/nmod "
        "././2/punct"
    )
    assert told(position) == (["KEN"], "calls-for", "sanctions/end")


def test_a_thing_of_somebodys_is_the_issue_and_he_the_object(read: Read) -> None:
    (position,) = read(
        "Kenya@KEN/NNP/2/nsubj condemned=condemn/VBD/0/root Chad@TCD/NNP/5/nmod:poss 's/POS/3/case raid/NN/2/obj ././2/punct"
    )
    assert (position.issue, position.object and position.object.id) == ("Chad 's raid", "TCD")


def test_what_one_actor_is_accused_of_is_the_issue(read: Read) -> None:
    (position,) = read(
        "Kenya@KEN/NNP/2/nsubj accused=accuse/VBD/0/root Chad@TCD/NNP/2/obj of/IN/5/mark "
        "arming=arm/VBG/2/advcl rebels=rebel/NNS/5/obj "
        "././2/punct"
    )
    assert told(position) == (["KEN"], "opposes", "arming rebels")
    assert position.report is not None


@pytest.mark.parametrize(
    ("speaker", "basis", "attributed"),
    [("Kenya@KEN", "quote", []), ("Mali@MLI", "outlet", ["MLI"])],
    ids=["the holder says so", "another says so"],
)
def test_on_whose_word_a_stand_rests(speaker: str, basis: str, attributed: list[str], read: Read) -> None:
    (position,) = read(
        f"{speaker}/NNP/2/nsubj said=say/VBD/0/root Kenya@KEN/NNP/4/nsubj supports=support/VBZ/2/ccomp "
        "the/DT/6/det plan/NN/4/obj "
        "././2/punct"
    )
    assert (position.basis, [actor.id for actor in position.attributed_to]) == (basis, attributed)


def test_a_description_without_a_speaker_is_the_outlets(read: Read) -> None:
    (position,) = read("Kenya@KEN/NNP/2/nsubj supports=support/VBZ/0/root the/DT/4/det plan/NN/2/obj ././2/punct")
    assert (position.basis, position.attributed_to) == ("outlet", ())


def test_questions_tell_of_no_stand(read: Read) -> None:
    assert not read("Does=do/VBZ/3/aux Kenya@KEN/NNP/3/nsubj support/VB/0/root the/DT/5/det plan/NN/3/obj ?/./3/punct")


def test_each_stand_once_a_sentence_and_ids_from_content(read: Read) -> None:
    assert [position.id for position in read(OPPOSES)] == [position.id for position in read(OPPOSES)]


@pytest.mark.parametrize(
    ("notation", "stance"),
    [
        ("Chad@TCD/NNP/5/nsubj is=be/VBZ/5/cop a/DT/5/det reckless/JJ/5/amod liar/NN/2/ccomp", "opposes"),
        ("Chad@TCD/NNP/5/nsubj is=be/VBZ/5/cop a/DT/5/det true/JJ/5/amod hero/NN/2/ccomp", "supports"),
    ],
    ids=["bad", "good"],
)
def test_speakers_are_for_or_against_whom_they_judge(notation: str, stance: str, read: Read) -> None:
    words = " ".join(_moved(word, 2) for word in notation.split())
    (position,) = read(f"Kenya@KEN/NNP/2/nsubj said=say/VBD/0/root {words} ././2/punct")
    assert (position.stance, position.object and position.object.id, position.basis) == (stance, "TCD", "quote")


def _moved(word: str, by: int) -> str:
    """A word of the notation whose head stands further on; the clause hangs on the second word."""
    form, tag, head, label = word.rsplit("/", 3)
    return f"{form}/{tag}/{head if label == 'ccomp' else int(head) + by}/{label}"


def stands(positions: tuple[Position, ...]) -> set[tuple[str | None, str, str | None]]:
    return {(each.holders[0].id, each.stance, each.object.id if each.object else None) for each in positions}


RIVAL = "{}/NNP/2/nsubj met=meet/VBD/0/root his/PRP$/4/nmod:poss rival/NN/2/obj ,/,/4/punct {}/NNP/4/appos ././2/punct"


def test_rivals_who_are_persons_are_against_each_other(read: Read) -> None:
    positions = read(RIVAL.format("Doe@person:doe", "Roe@person:roe").replace("his/PRP$", "Poe's@person:poe/NNP"))
    assert stands(positions) == {
        ("person:roe", "opposes", "person:poe"),
        ("person:poe", "opposes", "person:roe"),
    }


def test_what_is_said_of_a_rival_state_is_not_returned(read: Read) -> None:
    positions = read(RIVAL.format("Doe@person:doe", "Chad@TCD").replace("his/PRP$", "Kenya's@KEN/NNP"))
    assert stands(positions) == {("TCD", "opposes", "KEN")}


BEAT = "{}/NNP/2/nsubj beat/VBD/0/root {}/NNP/2/obj ././2/punct"


def test_contests_are_stands_between_persons_and_not_between_teams(read: Read) -> None:
    assert stands(read(BEAT.format("Doe@person:doe", "Roe@person:roe"))) == {("person:doe", "opposes", "person:roe")}
    assert not read(BEAT.format("Kenya@KEN", "Chad@TCD"))


def test_whose_supporter_somebody_is_takes_no_stand_by_it(read: Read) -> None:
    assert not read(
        "A/DT/3/det Doe@person:doe/NNP/3/compound supporter/NN/4/nsubj wrote=write/VBD/0/root to/IN/6/case "
        "Chad@TCD/NNP/4/obl ././4/punct"
    )


URGED = "Kenya@KEN/NNP/2/nsubj urged=urge/VBD/0/root {}/NNP/2/obj to/TO/5/mark {}/VB/2/xcomp ././2/punct"


def test_whoever_calls_on_a_person_to_go_is_against_him(read: Read) -> None:
    assert ("KEN", "opposes", "person:doe") in stands(read(URGED.format("Doe@person:doe", "resign")))
    assert ("KEN", "opposes", "person:doe") not in stands(read(URGED.format("Doe@person:doe", "stay")))


def test_to_brand_a_person_is_to_judge_him_whatever_the_word(read: Read) -> None:
    positions = read(
        "Kenya@KEN/NNP/2/nsubj branded=brand/VBD/0/root Doe@person:doe/NNP/2/obj a/DT/5/det tourist/NN/2/xcomp ././2/punct"
    )
    assert stands(positions) == {("KEN", "opposes", "person:doe")}
