"""Who did it to whom in constructions that name the parties elsewhere than beside the verb."""

import pytest

from dragoman.reports.coder import Coder
from dragoman.reports.knowledge import Knowledge
from tests.reports.notation import marked

# (what it shows, type, sources, targets, sentences)
ACTS = [
    (
        "the agent behind what somebody is accused of",
        "ACCUSE",
        ["PRY"],
        ["BOL"],
        (
            "Bolivia@BOL/NNP/3/nsubj:pass was=be/VBD/3/aux:pass accused=accuse/VBN/0/root of/IN/5/mark "
            "breaking=break/VBG/3/advcl the/DT/7/det treaty/NN/5/obj by/IN/9/case Paraguay@PRY/NNP/5/obl ././3/punct"
        ),
    ),
    (
        "the first to do it is who is said to be the first",
        "CONSULT",
        ["PER"],
        ["CHL"],
        (
            "Peru@PER/NNP/5/nsubj was=be/VBD/5/cop among/IN/5/case the/DT/5/det first/JJ/0/root to/TO/7/mark "
            "visit/VB/5/advcl Chile@CHL/NNP/7/obj ././5/punct"
        ),
    ),
    (
        "what it becomes the first to do",
        "SUPPORT",
        ["UGA"],
        ["KEN"],
        (
            "Uganda@UGA/NNP/2/nsubj turned=turn/VBD/0/root into/IN/6/case the/DT/6/det first/JJ/6/amod state/NN/2/obl "
            "to/TO/8/mark support/VB/2/advcl Kenya@KEN/NNP/8/obj ././2/punct"
        ),
    ),
    (
        "a text acts for who adopts it",
        "ACCUSE",
        ["KEN"],
        ["TCD"],
        (
            "Kenya@KEN/NNP/2/nsubj adopted=adopt/VBD/0/root a/DT/4/det resolution/NN/2/obj condemning=condemn/VBG/4/acl "
            "Chad@TCD/NNP/5/obj ././2/punct"
        ),
    ),
    (
        "a law acts for who passes it",
        "COERCE",
        ["GRC"],
        ["TUR"],
        (
            "Greece@GRC/NNP/2/nsubj passed=pass/VBD/0/root a/DT/4/det law/NN/2/obj that/WDT/6/nsubj "
            "bans=ban/VBZ/4/acl:relcl Turkish@TUR/JJ/8/amod ships=ship/NNS/6/obj ././2/punct"
        ),
    ),
    (
        "what somebody calls a thing is the thing",
        "REJECT",
        ["GHA"],
        ["TGO"],
        (
            "Ghana@GHA/NNP/2/nsubj rejected=reject/VBD/0/root what/WP/2/obj it/PRP/5/nsubj called=call/VBD/3/acl:relcl "
            "Togolese@TGO/JJ/7/amod lies/NNPS/5/xcomp ././2/punct"
        ),
    ),
    (
        "who tabled a draft is whose it is",
        "REJECT",
        ["KEN"],
        ["TCD"],
        (
            "Kenya@KEN/NNP/2/nsubj rejected=reject/VBD/0/root the/DT/4/det draft/NN/2/obj that/WDT/7/obj "
            "Chad@TCD/NNP/7/nsubj tabled=table/VBD/4/acl:relcl ././2/punct"
        ),
    ),
    (
        "a pronoun for whom the verb before is about",
        "THREATEN",
        ["KEN"],
        ["TCD"],
        (
            "Kenya@KEN/NNP/2/nsubj spoke=speak/VBD/0/root to/IN/4/case Chad@TCD/NNP/2/obl and/CC/6/cc "
            "warned=warn/VBD/2/conj it/PRP/6/obj ././2/punct"
        ),
    ),
    (
        "a pronoun for those whom the clause above is about",
        "ACCUSE",
        ["KEN"],
        ["TCD", "MLI"],
        (
            "Kenya@KEN/NNP/2/nsubj phoned=phone/VBD/0/root Chad@TCD/NNP/2/obj and/CC/5/cc Mali@MLI/NNP/3/conj "
            "after/IN/8/mark Nairobi@KEN/NNP/8/nsubj linked=link/VBD/2/advcl them/PRP/8/obj to/IN/12/case a/DT/12/det "
            "murder/NN/8/obl ././2/punct"
        ),
    ),
    (
        "whom one contacts one demands of",
        "REQUEST",
        ["KEN"],
        ["TCD"],
        (
            "Kenya@KEN/NNP/2/nsubj phoned=phone/VBD/0/root Chad@TCD/NNP/2/obj to/TO/5/mark demand/VB/2/advcl "
            "that/IN/9/mark Mali@MLI/NNP/9/nsubj:pass be/VB/9/aux:pass punished=punish/VBN/5/ccomp ././2/punct"
        ),
    ),
    (
        "a letter asks whom it goes to",
        "REQUEST",
        ["KEN"],
        ["TCD"],
        (
            "Kenya@KEN/NNP/2/nsubj sent=send/VBD/0/root a/DT/4/det letter/NN/2/obj to/IN/6/case Chad@TCD/NNP/2/obl "
            "demanding=demand/VBG/4/acl that/IN/11/mark Mali@MLI/NNP/11/nsubj:pass be/VB/11/aux:pass "
            "punished=punish/VBN/7/ccomp ././2/punct"
        ),
    ),
    (
        "a receiver glued to the thing",
        "COOPERATE",
        ["KEN"],
        ["TCD"],
        ("Kenya@KEN/NNP/2/nsubj sold=sell/VBD/0/root Chad@TCD/NNP/4/compound tanks=tank/NNS/2/obj ././2/punct"),
    ),
    (
        "a past tense after a present goes with the verb above",
        "ACCUSE",
        ["FRA"],
        ["TCD"],
        (
            "France@FRA/NNP/2/nsubj insisted=insist/VBD/0/root that/IN/6/mark Mali@MLI/NNP/6/nsubj:pass "
            "is=be/VBZ/6/aux:pass lost=lose/VBN/2/ccomp and/CC/8/cc accused=accuse/VBD/6/conj Chad@TCD/NNP/8/obj "
            "of/IN/11/case fraud/NN/8/obl ././2/punct"
        ),
    ),
    (
        "what had been done and what had been answered",
        "REJECT",
        ["KEN"],
        ["TCD"],
        (
            "Canada@CAN/NNP/2/nsubj said=say/VBD/0/root Kenya@KEN/NNP/6/nsubj:pass had=have/VBD/6/aux "
            "been=be/VBN/6/aux:pass asked=ask/VBN/2/ccomp to/TO/8/mark go/VB/6/xcomp and/CC/11/cc had=have/VBD/11/aux "
            "rejected=reject/VBN/6/conj the/DT/14/det Chadian@TCD/JJ/14/amod offer/NN/11/obj ././2/punct"
        ),
    ),
    (
        "who speaks goes on to act",
        "ACCUSE",
        ["KEN"],
        ["MLI"],
        (
            "Peru@PER/NNP/2/nsubj met=meet/VBD/12/ccomp Togo@TGO/NNP/2/obj ;/:/8/punct “/``/8/punct "
            "Chad@TCD/NNP/8/nsubj:pass is=be/VBZ/8/aux:pass lost=lose/VBN/2/parataxis ”/''/8/punct ,/,/2/punct "
            "Kenya@KEN/NNP/12/nsubj replied=repliy/VBD/0/root ,/,/15/punct and/CC/15/cc condemned=condemn/VBD/2/conj "
            "Mali@MLI/NNP/15/obj ././12/punct"
        ),
    ),
    (
        "a warning of what oneself will do is to the other",
        "THREATEN",
        ["KEN"],
        ["TCD"],
        (
            "Kenya@KEN/NNP/2/nsubj warned=warn/VBD/0/root that/IN/6/mark Kenya@KEN/NNP/6/nsubj would/MD/6/aux "
            "bomb/VB/2/ccomp Chad@TCD/NNP/6/obj ././2/punct"
        ),
    ),
    (
        "whose draft it is was told before",
        "REJECT",
        ["KEN"],
        ["TCD"],
        (
            "Chad@TCD/NNP/2/nsubj tabled=table/VBD/0/root a/DT/4/det draft/NN/2/obj in/IN/6/case May/NNP/2/obl "
            "././2/punct\n"
            "Kenya@KEN/NNP/2/nsubj rejected=reject/VBD/0/root the/DT/4/det text/NN/2/obj ././2/punct"
        ),
    ),
    (
        "at somebody's request",
        "REQUEST",
        ["TCD"],
        ["KEN"],
        (
            "Kenya@KEN/NNP/2/nsubj sent=send/VBD/0/root troops/NNS/2/obj at/IN/6/case the/DT/6/det request/NN/2/obl "
            "of/IN/8/case Chad@TCD/NNP/6/nmod ././2/punct"
        ),
    ),
    (
        "who was removed from a state was removed by it",
        "SANCTION",
        ["TCD"],
        ["KEN"],
        (
            "The/DT/3/det Kenyan@KEN/JJ/3/amod envoy/NN/5/nsubj:pass was=be/VBD/5/aux:pass expelled=expel/VBN/0/root "
            "from/IN/7/case Chad@TCD/NNP/5/obl ././5/punct"
        ),
    ),
    (
        "in a headline without a stop a verb without an object is a passive",
        "REQUEST",
        [],
        ["KEN"],
        ("Kenya@KEN/NNP/2/nsubj urged=urge/VBD/0/root to/TO/4/mark free/VB/2/xcomp the/DT/6/det leader/NN/4/obj"),
    ),
    (
        "who tells that somebody was asked asked",
        "REQUEST",
        ["KEN"],
        ["TCD"],
        (
            "Kenya@KEN/NNP/2/nsubj said=say/VBD/0/root that/IN/7/mark Chad@TCD/NNP/7/nsubj:pass had=have/VBD/7/aux "
            "been=be/VBN/7/aux:pass asked=ask/VBN/2/ccomp to/TO/9/mark wait/VB/7/xcomp ././2/punct"
        ),
    ),
    (
        "who complains of a raid was raided",
        "ASSAULT",
        ["TCD"],
        ["KEN"],
        (
            "Kenya@KEN/NNP/2/nsubj accused=accuse/VBD/0/root Chad@TCD/NNP/2/obj ././2/punct\n"
            "Kenya@KEN/NNP/2/nsubj said=say/VBD/0/root that/IN/5/mark Chad@TCD/NNP/5/nsubj shelled=shell/VBD/2/ccomp "
            "a/DT/7/det hospital/NN/5/obj ././2/punct"
        ),
    ),
    (
        "whom the condition of a threat names",
        "THREATEN",
        ["KEN"],
        ["TCD"],
        (
            "Kenya@KEN/NNP/2/nsubj threatened=threaten/VBD/0/root sanctions=sanction/NNS/2/obj unless/IN/6/mark "
            "Chad@TCD/NNP/6/nsubj freed=free/VBD/2/advcl the/DT/8/det sailors=sailor/NNS/6/obj ././2/punct"
        ),
    ),
    (
        "what strikes whom with a noun",
        "SANCTION",
        ["KEN"],
        ["TCD"],
        (
            "Chad@TCD/NNP/3/nsubj:pass was=be/VBD/3/aux:pass slapped=slap/VBN/0/root with/IN/6/case Kenyan@KEN/JJ/6/amod "
            "sanctions=sanction/NNS/3/obl ././3/punct"
        ),
    ),
    (
        "described as",
        "ACCUSE",
        ["KEN"],
        ["TCD"],
        (
            "Kenya@KEN/NNP/2/nsubj denounced=denounc/VBD/0/root what/WP/2/obj it/PRP/5/nsubj "
            "described=describe/VBD/3/acl:relcl as/IN/8/case Chadian@TCD/JJ/8/amod aggression/NN/5/obl ././2/punct"
        ),
    ),
    (
        "a receiver without a word",
        "AID",
        ["KEN"],
        ["TCD"],
        (
            "Kenya@KEN/NNP/2/nsubj lent=live/VBD/0/root Chad@TCD/NNP/2/iobj two/CD/5/nummod "
            "helicopters=helicopter/NNS/2/obj ././2/punct"
        ),
    ),
    (
        "what is granted without an article",
        "REJECT",
        ["KEN"],
        ["TCD"],
        ("Kenya@KEN/NNP/2/nsubj denied=deny/VBD/0/root Chad@TCD/NNP/4/compound access/NN/2/obj ././2/punct"),
    ),
    (
        "who is sent a note demanding something",
        "REQUEST",
        ["KEN"],
        ["TCD"],
        (
            "Kenya@KEN/NNP/2/nsubj sent=send/VBD/0/root Chad@TCD/NNP/2/iobj a/DT/5/det letter/NN/2/obj "
            "demanding=demand/VBG/5/acl an/DT/8/det apology/NN/6/obj ././2/punct"
        ),
    ),
    (
        "who were at odds with each other",
        "ASSAULT",
        ["TCD"],
        ["KEN"],
        (
            "Kenya@KEN/NNP/4/nsubj and/CC/3/cc Chad@TCD/NNP/1/conj traded=trade/VBD/0/root blame/NN/4/obj ././4/punct\n"
            "Kenya@KEN/NNP/2/nsubj said=say/VBD/0/root that/IN/5/mark Chad@TCD/NNP/5/nsubj shelled=shell/VBD/2/ccomp "
            "a/DT/7/det hospital/NN/5/obj ././2/punct"
        ),
    ),
]


@pytest.mark.parametrize(
    ("kind", "sources", "targets", "notation"), [case[1:] for case in ACTS], ids=[case[0] for case in ACTS]
)
def test_the_parties_of_an_act(
    kind: str, sources: list[str], targets: list[str], notation: str, knowledge: Knowledge
) -> None:
    found = [report for report in Coder(marked(notation), knowledge).reports() if report.event_type == kind]
    assert len(found) == 1
    assert [actor.id for actor in found[0].sources] == sources
    assert [actor.id for actor in found[0].targets] == targets
