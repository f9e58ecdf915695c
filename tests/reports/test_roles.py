"""Who did it to whom: from the sentence to sources and targets, whatever its construction."""

import pytest

from dragoman.records import Report
from dragoman.reports.coder import Coder
from dragoman.reports.knowledge import Knowledge
from tests.reports.notation import marked

# (what it shows, type, sources, targets, sentence)
ACTS = [
    (
        "active",
        "ACCUSE",
        ["KEN"],
        ["TCD"],
        "Kenya@KEN/NNP/2/nsubj condemned=condemn/VBD/0/root Chad@TCD/NNP/2/obj ././2/punct",
    ),
    (
        "passive",
        "ACCUSE",
        ["KEN"],
        ["TCD"],
        (
            "Chad@TCD/NNP/3/nsubj:pass was/VBD/3/aux:pass condemned=condemn/VBN/0/root "
            "by/IN/5/case Kenya@KEN/NNP/3/obl:agent ././3/punct"
        ),
    ),
    (
        "the owner of a thing is meant",
        "ACCUSE",
        ["KEN"],
        ["TCD"],
        (
            "Kenya@KEN/NNP/2/nsubj condemned=condemn/VBD/0/root Chad@TCD/NNP/5/nmod:poss "
            "'s/POS/3/case raid/NN/2/obj ././2/punct"
        ),
    ),
    (
        "the maker of a thing is meant",
        "ACCUSE",
        ["KEN"],
        ["TCD"],
        "Kenya@KEN/NNP/2/nsubj condemned=condemn/VBD/0/root a/DT/4/det plan/NN/2/obj drafted=draft/VBN/4/acl by/IN/7/case "
        "Chad@TCD/NNP/5/obl:agent ././2/punct",
    ),
    (
        "what is agreed on is something for another",
        "AGREE",
        ["KEN"],
        ["TCD"],
        "Kenya@KEN/NNP/2/nsubj signed=sign/VBD/0/root a/DT/4/det contract/NN/2/obj to/TO/6/mark supply/VB/4/acl "
        "Chad@TCD/NNP/6/obj ././2/punct",
    ),
    (
        "the roads that are closed lead to another",
        "COERCE",
        ["KEN"],
        ["TCD"],
        "Kenya@KEN/NNP/2/nsubj sealed=seal/VBD/0/root off/RP/2/compound:prt roads=road/NNS/2/obj leading=lead/VBG/4/acl "
        "into/IN/7/case Chad@TCD/NNP/5/obl ././2/punct",
    ),
    (
        "the two of a plural description",
        "CONSULT",
        ["KEN", "TCD"],
        [],
        "The/DT/2/det neighbours=neighbour/NNS/7/nsubj ,/,/4/punct Kenya@KEN/NNP/2/appos and/CC/6/cc Chad@TCD/NNP/4/conj "
        "met=meet/VBD/0/root ././7/punct",
    ),
    (
        "what is called for in a letter is asked of who gets it",
        "REQUEST",
        ["KEN"],
        ["TCD"],
        "Kenya@KEN/NNP/2/nsubj called=call/VBD/0/root for/IN/4/case talks=talk/NNS/2/obl in/IN/7/case a/DT/7/det "
        "letter/NN/2/obl to/IN/9/case Chad@TCD/NNP/7/nmod ././2/punct",
    ),
    (
        "side by side, both are sources",
        "CONSULT",
        ["KEN", "TCD"],
        [],
        "Kenya@KEN/NNP/4/nsubj and/CC/3/cc Chad@TCD/NNP/1/conj met=meet/VBD/0/root ././4/punct",
    ),
    (
        "two names with a comma, as headlines have them",
        "CONSULT",
        ["KEN", "TCD"],
        [],
        "Kenya@KEN/NNP/4/vocative ,/,/1/punct Chad@TCD/NNP/4/nsubj met=meet/VBD/0/root ././4/punct",
    ),
    (
        "an agreement is with another",
        "AGREE",
        ["KEN"],
        [],
        "Kenya@KEN/NNP/2/nsubj agreed=agree/VBD/0/root to/TO/4/mark spare/VB/2/xcomp Kenya@KEN/NNP/4/obj ././2/punct",
    ),
    (
        "told apart, one is the target",
        "CONSULT",
        ["KEN"],
        ["TCD"],
        "Kenya@KEN/NNP/2/nsubj met=meet/VBD/0/root with/IN/4/case Chad@TCD/NNP/2/obl ././2/punct",
    ),
    (
        "talks between",
        "CONSULT",
        ["KEN", "TCD"],
        [],
        (
            "Talks=talk/NNS/6/nsubj between/IN/3/case Kenya@KEN/NNP/1/nmod "
            "and/CC/5/cc Chad@TCD/NNP/3/conj began=begin/VBD/0/root ././6/punct"
        ),
    ),
    (
        "a light verb and its noun are one act",
        "CONSULT",
        ["KEN"],
        ["TCD"],
        "Kenya@KEN/NNP/2/nsubj held=hold/VBD/0/root talks=talk/NNS/2/obj with/IN/5/case Chad@TCD/NNP/2/obl ././2/punct",
    ),
    (
        "a light verb that reverses",
        "SUPPORT",
        ["TCD"],
        ["KEN"],
        "Kenya@KEN/NNP/2/nsubj received=receive/VBD/0/root praise/NN/2/obj from/IN/5/case Chad@TCD/NNP/2/obl ././2/punct",
    ),
    (
        "an act by a noun alone",
        "CONSULT",
        ["KEN"],
        ["TCD"],
        "Kenya@KEN/NNP/3/nmod:poss 's/POS/1/case visit/NN/6/nsubj to/IN/5/case "
        "Chad@TCD/NNP/3/nmod angered=anger/VBD/0/root many/JJ/6/obj "
        "././6/punct",
    ),
    (
        "each other",
        "SUPPORT",
        ["KEN", "TCD"],
        ["KEN", "TCD"],
        (
            "Kenya@KEN/NNP/4/nsubj and/CC/3/cc Chad@TCD/NNP/1/conj "
            "praised=praise/VBD/0/root each/DT/4/obj other/JJ/5/fixed ././4/punct"
        ),
    ),
    (
        "an act about an act concerns whom that act is done to",
        "AGREE",
        ["KEN"],
        ["TCD"],
        "Kenya@KEN/NNP/2/nsubj agreed=agree/VBD/0/root to/TO/4/mark send/VB/2/xcomp troops=troop/NNS/4/obj to/IN/7/case "
        "Chad@TCD/NNP/4/obl ././2/punct",
    ),
    (
        "a pronoun without a name is nobody, and nobody else takes its place",
        "AGREE",
        ["KEN"],
        [],
        "Kenya@KEN/NNP/2/nsubj guaranteed=guarantee/VBD/0/root him/PRP/2/obj that/IN/7/mark "
        "it/PRP/7/nsubj would/MD/7/aux help/VB/2/ccomp "
        "Chad@TCD/NNP/7/obj ././2/punct",
    ),
    (
        "whose is followed",
        "REQUEST",
        ["KEN"],
        ["TCD"],
        "Chad@TCD/NNP/0/root ,/,/6/punct whose/WP$/4/nmod:poss withdrawal/NN/6/obj Kenya@KEN/NNP/6/nsubj "
        "demanded=demand/VBD/1/acl:relcl ././1/punct",
    ),
    (
        "under sanctions",
        "SANCTION",
        ["KEN"],
        ["TCD"],
        "Chad@TCD/NNP/5/nsubj is=be/VBZ/5/cop under/IN/5/case "
        "Kenyan@KEN/JJ/5/amod sanctions=sanction/NNS/0/root ././5/punct",
    ),
    (
        "said what should be done",
        "REQUEST",
        ["KEN"],
        ["TCD"],
        "Kenya@KEN/NNP/2/nsubj said=say/VBD/0/root Chad@TCD/NNP/5/nsubj should/MD/5/aux leave/VB/2/ccomp ././2/punct",
    ),
    (
        "what should be respected is asked of nobody named",
        "REQUEST",
        ["KEN"],
        [],
        "Kenya@KEN/NNP/2/nsubj said=say/VBD/0/root the/DT/4/det borders=border/NNS/9/nsubj:pass of/IN/6/case "
        "Chad@TCD/NNP/4/nmod should/MD/9/aux be/VB/9/aux:pass respected=respect/VBN/2/ccomp ././2/punct",
    ),
    (
        "what should be seized is asked of its owner",
        "REQUEST",
        ["KEN"],
        ["TCD"],
        "Kenya@KEN/NNP/2/nsubj said=say/VBD/0/root the/DT/4/det ships=ship/NNS/9/nsubj:pass of/IN/6/case "
        "Chad@TCD/NNP/4/nmod should/MD/9/aux be/VB/9/aux:pass withdrawn=withdraw/VBN/2/ccomp ././2/punct",
    ),
    (
        "a passive without agent still tells whom",
        "RETREAT",
        [],
        ["TCD"],
        "The/DT/2/det sanctions=sanction/NNS/6/nsubj:pass against/IN/4/case Chad@TCD/NNP/2/nmod were=be/VBD/6/aux:pass "
        "lifted=lift/VBN/0/root ././6/punct",
    ),
    (
        "a name glued to what it is given",
        "AGREE",
        ["KEN"],
        ["TCD"],
        "Kenya@KEN/NNP/2/nsubj promised=promise/VBD/0/root Chad@TCD/NNP/5/compound security/NN/5/compound "
        "guarantees=guarantee/NNS/2/obj ././2/punct",
    ),
    (
        "who says that somebody is guilty",
        "ACCUSE",
        ["KEN"],
        ["TCD"],
        "Kenya@KEN/NNP/2/nsubj said=say/VBD/0/root that/IN/6/mark Chad@TCD/NNP/6/nsubj was=be/VBD/6/cop "
        "responsible/JJ/2/ccomp ././2/punct",
    ),
    (
        "called on somebody on a day",
        "RETREAT",
        ["TCD"],
        ["MLI"],
        "Kenya@KEN/NNP/2/nsubj called=call/VBD/0/root on/IN/4/case Chad@TCD/NNP/2/obl to/TO/6/mark lift/VB/2/advcl "
        "its/PRP$/8/nmod:poss embargo/NN/6/obj against/IN/10/case Mali@MLI/NNP/8/nmod ././2/punct",
    ),
    (
        "two adjectives, two acts: the help",
        "AID",
        ["KEN"],
        ["TCD"],
        "Chad@TCD/NNP/2/nsubj received=receive/VBD/0/root diplomatic/JJ/6/amod and/CC/5/cc material/NN/3/conj "
        "support/NN/2/obj from/IN/8/case Kenya@KEN/NNP/2/obl ././2/punct",
    ),
    (
        "two adjectives, two acts: the backing",
        "SUPPORT",
        ["KEN"],
        ["TCD"],
        "Chad@TCD/NNP/2/nsubj received=receive/VBD/0/root diplomatic/JJ/6/amod and/CC/5/cc material/NN/3/conj "
        "support/NN/2/obj from/IN/8/case Kenya@KEN/NNP/2/obl ././2/punct",
    ),
    (
        "ships are sent against whom they are to deter",
        "MOBILIZE",
        ["KEN"],
        ["TCD"],
        "Kenya@KEN/NNP/2/nsubj sent=send/VBD/0/root warships=warship/NNS/2/obj to/TO/5/mark deter/VB/2/advcl "
        "Chad@TCD/NNP/5/obj ././2/punct",
    ),
    (
        "not against whom they are to protect",
        "MOBILIZE",
        ["KEN"],
        [],
        "Kenya@KEN/NNP/2/nsubj sent=send/VBD/0/root warships=warship/NNS/2/obj to/TO/5/mark protect/VB/2/advcl "
        "Chad@TCD/NNP/5/obj ././2/punct",
    ),
    (
        "talks are asked of whom one calls, not of whom they are with",
        "REQUEST",
        ["KEN"],
        ["TCD"],
        "Kenya@KEN/NNP/2/nsubj telephoned=telephone/VBD/0/root Chad@TCD/NNP/2/obj ,/,/5/punct urging=urge/VBG/2/advcl "
        "talks=talk/NNS/5/obj with/IN/8/case Mali@MLI/NNP/6/nmod ././2/punct",
    ),
    (
        "an adjective on the compound before the thing",
        "SANCTION",
        ["KEN"],
        ["TCD"],
        "Chadian@TCD/JJ/2/amod state/NN/3/compound assets=asset/NNS/5/nsubj:pass were=be/VBD/5/aux:pass "
        "frozen=freeze/VBN/0/root by/IN/7/case Kenya@KEN/NNP/5/obl:agent ././5/punct",
    ),
    (
        "nobody is guessed",
        "ACCUSE",
        [],
        ["TCD"],
        "Chad@TCD/NNP/3/nsubj:pass was/VBD/3/aux:pass condemned=condemn/VBN/0/root ././3/punct",
    ),
]


def coded(notation: str, knowledge: Knowledge) -> tuple[Report, ...]:
    return Coder(marked(notation), knowledge).reports()


@pytest.mark.parametrize(
    ("kind", "sources", "targets", "notation"), [case[1:] for case in ACTS], ids=[case[0] for case in ACTS]
)
def test_the_parties_of_an_act(
    kind: str, sources: list[str], targets: list[str], notation: str, knowledge: Knowledge
) -> None:
    found = [report for report in coded(notation, knowledge) if report.event_type == kind]
    assert len(found) == 1
    assert [actor.id for actor in found[0].sources] == sources
    assert [actor.id for actor in found[0].targets] == targets


def test_a_report_points_at_its_words_and_tells_why(knowledge: Knowledge) -> None:
    notation = "Kenya@KEN/NNP/2/nsubj condemned=condemn/VBD/0/root Chad@TCD/NNP/2/obj ././2/punct"
    (report,) = coded(notation, knowledge)
    assert (report.trigger.text, report.evidence.text) == ("condemned", "Kenya condemned Chad .")
    assert report.cameo == "111"
    assert report.status == "happened"
    assert report.why[0].startswith("frame:ACCUSE")
    assert {"source:subject", "target:object", "status:past"} <= set(report.why)
    assert 0 < report.confidence <= 1


def test_the_same_page_gives_the_same_ids(knowledge: Knowledge) -> None:
    notation = ACTS[0][4]
    assert coded(notation, knowledge) == coded(notation, knowledge)


def test_the_content_of_a_call_is_a_report_of_its_own_tied_to_the_call(knowledge: Knowledge) -> None:
    call, content = coded(
        (
            "Kenya@KEN/NNP/2/nsubj urged=urge/VBD/0/root Chad@TCD/NNP/2/obj "
            "to/TO/5/mark meet/VB/2/xcomp Mali@MLI/NNP/5/obj ././2/punct"
        ),
        knowledge,
    )
    assert (call.event_type, call.status) == ("REQUEST", "happened")
    assert (content.event_type, content.status) == ("CONSULT", "called-for")
    assert [actor.id for actor in content.sources] == ["TCD"]
    assert f"content-of:{call.id}" in content.why


def test_what_was_refused_is_not_coded_besides_the_refusal(knowledge: Knowledge) -> None:
    notation = (
        "Kenya@KEN/NNP/2/nsubj refused=refuse/VBD/0/root to/TO/4/mark condemn/VB/2/xcomp Chad@TCD/NNP/4/obj ././2/punct"
    )
    coder = Coder(marked(notation), knowledge)
    assert [report.event_type for report in coder.reports()] == ["REJECT"]
    assert [drop.reason for drop in coder.drops] == ["content-of-refusal"]


def test_what_a_relative_does_the_owner_does_not(knowledge: Knowledge) -> None:
    notation = (
        "Kenya@KEN/NNP/3/nmod:poss 's/POS/1/case father/NN/4/nsubj blamed=blame/VBD/0/root Chad@TCD/NNP/4/obj ././4/punct"
    )
    assert not any(actor.id == "KEN" for report in Coder(marked(notation), knowledge).reports() for actor in report.sources)
