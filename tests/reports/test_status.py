"""Is it so: what stands above a trigger decides, and every step is named."""

import pytest

from dragoman.reports.knowledge import Knowledge
from dragoman.reports.status import Judge
from dragoman.reports.tree import Tree
from dragoman.reports.triggers import Trigger, find_triggers
from tests.reports.notation import tree

# (what it shows, trigger, status, sentence)
VERBS = [
    ("past", "visited", "happened", "Kenya/NNP/2/nsubj visited=visit/VBD/0/root Chad/NNP/2/obj"),
    ("perfect", "visited", "happened", "Kenya/NNP/3/nsubj has=have/VBZ/3/aux visited=visit/VBN/0/root Chad/NNP/3/obj"),
    ("pluperfect", "visited", "background", "Kenya/NNP/3/nsubj had=have/VBD/3/aux visited=visit/VBN/0/root Chad/NNP/3/obj"),
    ("progressive", "visiting", "ongoing", "Kenya/NNP/3/nsubj is=be/VBZ/3/aux visiting=visit/VBG/0/root Chad/NNP/3/obj"),
    ("future", "visit", "planned", "Kenya/NNP/3/nsubj will/MD/3/aux visit/VB/0/root Chad/NNP/3/obj"),
    (
        "shared future",
        "meet",
        "planned",
        "Kenya/NNP/3/nsubj will/MD/3/aux go/VB/0/root and/CC/5/cc meet/VB/3/conj Chad/NNP/5/obj",
    ),
    ("be to", "visit", "planned", "Kenya/NNP/4/nsubj is=be/VBZ/4/cop to/TO/4/mark visit/VB/0/root Chad/NNP/4/obj"),
    ("possibility", "visit", "expected", "Kenya/NNP/3/nsubj may/MD/3/aux visit/VB/0/root Chad/NNP/3/obj"),
    ("duty", "visit", "called-for", "Kenya/NNP/3/nsubj should/MD/3/aux visit/VB/0/root Chad/NNP/3/obj"),
    (
        "counterfactual",
        "visited",
        "negated",
        "Kenya/NNP/4/nsubj would/MD/4/aux have/VB/4/aux visited=visit/VBN/0/root Chad/NNP/4/obj",
    ),
    ("negation", "visit", "negated", "Kenya/NNP/4/nsubj did=do/VBD/4/aux not/RB/4/advmod visit/VB/0/root Chad/NNP/4/obj"),
    ("never", "visited", "negated", "Kenya/NNP/3/nsubj never/RB/3/advmod visited=visit/VBD/0/root Chad/NNP/3/obj"),
    (
        "no longer",
        "visits",
        "negated",
        "Kenya/NNP/4/nsubj no/RB/3/advmod longer/RBR/4/advmod visits=visit/VBZ/0/root Chad/NNP/4/obj",
    ),
    ("nobody", "visited", "negated", "Nobody/NN/2/nsubj visited=visit/VBD/0/root Chad/NNP/2/obj"),
    ("a past like the plain form", "hit", "happened", "Kenya/NNP/2/nsubj hit/VBP/0/root Chad/NNP/2/obj"),
    (
        "due, by the frame",
        "due",
        "planned",
        "Kenya/NNP/3/nsubj is=be/VBZ/3/cop due/JJ/0/root in/IN/5/case Chad/NNP/3/obl",
    ),
    ("plan", "visit", "planned", "Kenya/NNP/2/nsubj plans=plan/VBZ/0/root to/TO/4/mark visit/VB/2/xcomp Chad/NNP/4/obj"),
    (
        "plan denied",
        "visit",
        "negated",
        "Kenya/NNP/4/nsubj does=do/VBZ/4/aux not/RB/4/advmod plan/VB/0/root to/TO/6/mark visit/VB/4/xcomp Chad/NNP/6/obj",
    ),
    (
        "refusal",
        "visit",
        "negated",
        "Kenya/NNP/2/nsubj refused=refuse/VBD/0/root to/TO/4/mark visit/VB/2/xcomp Chad/NNP/4/obj",
    ),
    (
        "refusal denied",
        "visit",
        "expected",
        "Kenya/NNP/4/nsubj did=do/VBD/4/aux not/RB/4/advmod refuse/VB/0/root to/TO/6/mark visit/VB/4/xcomp Chad/NNP/6/obj",
    ),
    (
        "call",
        "visit",
        "called-for",
        "Kenya/NNP/2/nsubj urged=urge/VBD/0/root Mali/NNP/2/obj to/TO/5/mark visit/VB/2/xcomp Chad/NNP/5/obj",
    ),
    (
        "scheduled",
        "visit",
        "planned",
        (
            "Kenya/NNP/3/nsubj:pass is=be/VBZ/3/aux:pass scheduled=schedule/VBN/0/root "
            "to/TO/5/mark visit/VB/3/xcomp Chad/NNP/5/obj"
        ),
    ),
    (
        "likely",
        "visit",
        "expected",
        "Kenya/NNP/3/nsubj is=be/VBZ/3/cop likely/JJ/0/root to/TO/5/mark visit/VB/3/xcomp Chad/NNP/5/obj",
    ),
    (
        "saying keeps what is said",
        "visited",
        "happened",
        "Mali/NNP/2/nsubj said=say/VBD/0/root Kenya/NNP/5/nsubj had=have/VBD/5/aux visited=visit/VBN/2/ccomp Chad/NNP/5/obj",
    ),
    (
        "said it would",
        "visit",
        "planned",
        "Mali/NNP/2/nsubj said=say/VBD/0/root it/PRP/5/nsubj would/MD/5/aux visit/VB/2/ccomp Chad/NNP/5/obj",
    ),
    (
        "denied that",
        "visited",
        "negated",
        "Mali/NNP/2/nsubj denied=deny/VBD/0/root that/IN/5/mark it/PRP/5/nsubj visited=visit/VBD/2/ccomp Chad/NNP/5/obj",
    ),
    (
        "condition",
        "visits",
        "expected",
        "If/IN/3/mark Kenya/NNP/3/nsubj visits=visit/VBZ/5/advcl ,/,/5/punct waits=wait/VBZ/0/root Chad/NNP/5/nsubj",
    ),
    ("purpose", "visit", "planned", "Kenya/NNP/2/nsubj came=come/VBD/0/root to/TO/4/mark visit/VB/2/advcl Chad/NNP/4/obj"),
    (
        "without",
        "visiting",
        "negated",
        "Kenya/NNP/2/nsubj left/VBD/0/root without/IN/4/mark visiting=visit/VBG/2/advcl Chad/NNP/4/obj",
    ),
    (
        "participle",
        "visiting",
        "happened",
        "Kenya/NNP/2/nsubj left/VBD/0/root ,/,/4/punct visiting=visit/VBG/2/advcl Chad/NNP/4/obj",
    ),
    ("intention of a noun", "visit", "planned", "a/DT/2/det plan/NN/0/root to/TO/4/mark visit/VB/2/acl Chad/NNP/4/obj"),
    (
        "the first to",
        "visit",
        "happened",
        "the/DT/3/det first/JJ/3/amod envoy/NN/6/nsubj to/TO/5/mark visit/VB/3/acl left/VBD/0/root",
    ),
    (
        "continues to",
        "visit",
        "ongoing",
        "Kenya/NNP/2/nsubj continues=continue/VBZ/0/root to/TO/4/mark visit/VB/2/xcomp Chad/NNP/4/obj",
    ),
    (
        "an infinitive of a verb that nobody knows is no fact",
        "visit",
        "planned",
        "Kenya/NNP/2/nsubj scrambled=scramble/VBD/0/root to/TO/4/mark visit/VB/2/xcomp Chad/NNP/4/obj",
    ),
    (
        "a gerund that somebody only thinks about",
        "visiting",
        "expected",
        "Kenya/NNP/2/nsubj voiced=voice/VBD/0/root doubt/NN/2/obj over/IN/5/mark visiting=visit/VBG/2/advcl Chad/NNP/5/obj",
    ),
    (
        "a clause as subject",
        "Visiting",
        "expected",
        "Visiting=visit/VBG/5/csubj Chad/NNP/1/obj is=be/VBZ/5/cop a/DT/5/det mistake/NN/0/root",
    ),
    (
        "a stance in the perfect still stands",
        "refused",
        "ongoing",
        "Kenya/NNP/3/nsubj has=have/VBZ/3/aux refused=refuse/VBN/0/root to/TO/5/mark visit/VB/3/xcomp Chad/NNP/5/obj",
    ),
    (
        "until, under what is not so",
        "visited",
        "expected",
        "Mali/NNP/3/nsubj would/MD/3/aux wait/VB/0/root "
        "until/IN/6/mark Kenya/NNP/6/nsubj visited=visit/VBD/3/advcl Chad/NNP/6/obj",
    ),
    (
        "after, under what happened",
        "visited",
        "happened",
        "Mali/NNP/2/nsubj left=leave/VBD/0/root after/IN/5/mark Kenya/NNP/5/nsubj visited=visit/VBD/2/advcl Chad/NNP/5/obj",
    ),
    (
        "a plan within a call stays a call",
        "visit",
        "called-for",
        (
            "Mali/NNP/2/nsubj urged=urge/VBD/0/root Kenya/NNP/2/obj to/TO/5/mark "
            "agree/VB/2/xcomp to/TO/7/mark visit/VB/5/xcomp Chad/NNP/7/obj"
        ),
    ),
]

NOUNS = [
    ("nothing asserts it", "visit", "background", "The/DT/2/det visit/NN/3/nsubj matters=matter/VBZ/0/root"),
    (
        "a past clause presupposes it",
        "visit",
        "happened",
        "The/DT/2/det visit/NN/3/nsubj angered=anger/VBD/0/root Chad/NNP/3/obj",
    ),
    ("a future clause", "visit", "planned", "The/DT/2/det visit/NN/4/nsubj will/MD/4/aux help/VB/0/root Chad/NNP/4/obj"),
    ("upcoming", "visit", "planned", "an/DT/3/det upcoming/JJ/3/amod visit/NN/0/root"),
    ("announced", "visit", "planned", "Kenya/NNP/2/nsubj announced=announce/VBD/0/root a/DT/4/det visit/NN/2/obj"),
    ("called for", "talks", "called-for", "Kenya/NNP/2/nsubj called=call/VBD/0/root for/IN/4/case talks=talk/NNS/2/obl"),
    ("cancelled", "visit", "negated", "Kenya/NNP/2/nsubj cancelled=cancel/VBD/0/root its/PRP$/4/nmod:poss visit/NN/2/obj"),
    ("no", "talks", "negated", "No/DT/2/det talks=talk/NNS/4/nsubj:pass were=be/VBD/4/aux:pass held=hold/VBN/0/root"),
    ("possibility", "talks", "expected", "the/DT/2/det possibility/NN/0/root of/IN/4/case talks=talk/NNS/2/nmod"),
    ("occasion", "visit", "happened", "During/IN/3/case a/DT/3/det visit/NN/5/obl he/PRP/5/nsubj spoke=speak/VBD/0/root"),
    (
        "occasion of a plan",
        "visit",
        "planned",
        "During/IN/3/case a/DT/3/det visit/NN/6/obl he/PRP/6/nsubj will/MD/6/aux speak/VB/0/root",
    ),
    (
        "ahead of",
        "visit",
        "planned",
        "Ahead/RB/4/case of/IN/1/fixed his/PRP$/4/nmod:poss visit/NN/6/obl he/PRP/6/nsubj spoke=speak/VBD/0/root",
    ),
    ("takes place", "talks", "happened", "Talks=talk/NNS/2/nsubj began=begin/VBD/0/root"),
]


def judged(notation: str, form: str, knowledge: Knowledge) -> tuple[str | None, tuple[str, ...]]:
    """The status of the trigger with this form, and why."""
    parsed: Tree = tree(notation)
    trigger: Trigger = next(
        each for each in find_triggers(parsed, parsed.words, knowledge) if each.word.lower == form.lower()
    )
    found = Judge(parsed, knowledge).judge(trigger)
    return found.status, found.why


@pytest.mark.parametrize(("form", "status", "notation"), [case[1:] for case in VERBS], ids=[case[0] for case in VERBS])
def test_a_verb_by_its_own_words_and_those_above(form: str, status: str, notation: str, knowledge: Knowledge) -> None:
    found, why = judged(notation, form, knowledge)
    assert found == status, why
    assert why


@pytest.mark.parametrize(("form", "status", "notation"), [case[1:] for case in NOUNS], ids=[case[0] for case in NOUNS])
def test_a_noun_by_what_it_hangs_on(form: str, status: str, notation: str, knowledge: Knowledge) -> None:
    found, why = judged(notation, form, knowledge)
    assert found == status, why


def test_rejecting_an_accusation_does_not_undo_it(knowledge: Knowledge) -> None:
    notation = "Chad/NNP/2/nsubj rejected=reject/VBD/0/root Kenya/NNP/5/nmod:poss 's/POS/3/case accusation/NN/2/obj"
    assert judged(notation, "accusation", knowledge)[0] != "negated"


def test_telling_somebody_to_act_is_a_call_and_telling_that_is_not(knowledge: Knowledge) -> None:
    to = "Kenya/NNP/2/nsubj told=tell/VBD/0/root Mali/NNP/2/obj to/TO/5/mark visit/VB/2/xcomp Chad/NNP/5/obj"
    that = (
        "Kenya/NNP/2/nsubj told=tell/VBD/0/root us/PRP/2/obj "
        "that/IN/6/mark Mali/NNP/6/nsubj visited=visit/VBD/2/ccomp Chad/NNP/6/obj"
    )
    assert judged(to, "visit", knowledge)[0] == "called-for"
    assert judged(that, "visited", knowledge)[0] == "happened"


# (what it shows, trigger, status, sentence)
IN_TIME = [
    (
        "when, of what is ahead",
        "visits",
        "planned",
        "Kenya/NNP/3/nsubj will/MD/3/aux act/VB/0/root when/WRB/6/advmod Mali/NNP/6/nsubj "
        "visits=visit/VBZ/3/advcl Chad/NNP/6/obj",
    ),
    (
        "when, of what is done",
        "visited",
        "happened",
        "Kenya/NNP/3/nsubj will/MD/3/aux act/VB/0/root when/WRB/6/advmod Mali/NNP/6/nsubj "
        "visited=visit/VBD/3/advcl Chad/NNP/6/obj",
    ),
    (
        "as soon as",
        "visits",
        "expected",
        "Kenya/NNP/3/nsubj will/MD/3/aux act/VB/0/root as/RB/5/advmod soon/RB/3/advmod as/IN/8/mark "
        "Mali/NNP/8/nsubj visits=visit/VBZ/5/advcl Chad/NNP/8/obj",
    ),
    (
        "after, of what is done",
        "visited",
        "happened",
        "Kenya/NNP/3/nsubj will/MD/3/aux act/VB/0/root after/IN/6/mark Mali/NNP/6/nsubj "
        "visited=visit/VBD/3/advcl Chad/NNP/6/obj",
    ),
    (
        "not only",
        "visited",
        "happened",
        "Kenya/NNP/4/nsubj not/RB/4/advmod only/RB/4/advmod visited=visit/VBD/0/root Chad/NNP/4/obj",
    ),
    (
        "stopped short of",
        "accusing",
        "negated",
        "Kenya/NNP/2/nsubj stopped=stop/VBD/0/root short/RB/2/advmod of/IN/5/mark "
        "accusing=accuse/VBG/3/advcl Chad/NNP/5/obj",
    ),
    (
        "a vote does what it is about in words",
        "condemn",
        "happened",
        "Parliament/NN/2/nsubj voted=vote/VBD/0/root to/TO/4/mark condemn/VB/2/xcomp Chad/NNP/4/obj",
    ),
    (
        "a vote on a deed to come",
        "invade",
        "planned",
        "Parliament/NN/2/nsubj voted=vote/VBD/0/root to/TO/4/mark invade/VB/2/xcomp Chad/NNP/4/obj",
    ),
    (
        "what somebody is urged to stop goes on",
        "attacking",
        "background",
        "Kenya/NNP/2/nsubj urged=urge/VBD/0/root Mali/NNP/2/obj to/TO/5/mark stop/VB/2/xcomp "
        "attacking=attack/VBG/5/xcomp Chad/NNP/6/obj",
    ),
    (
        "what was stopped",
        "attacking",
        "negated",
        "Mali/NNP/2/nsubj stopped=stop/VBD/0/root attacking=attack/VBG/2/xcomp Chad/NNP/3/obj",
    ),
    (
        "what may be prevented is only expected",
        "attacking",
        "expected",
        "Kenya/NNP/3/nsubj may/MD/3/aux prevent/VB/0/root Mali/NNP/3/obj from/IN/6/mark "
        "attacking=attack/VBG/3/advcl Chad/NNP/6/obj",
    ),
]


@pytest.mark.parametrize(("form", "status", "notation"), [case[1:] for case in IN_TIME], ids=[case[0] for case in IN_TIME])
def test_a_verb_by_the_clause_it_stands_in(form: str, status: str, notation: str, knowledge: Knowledge) -> None:
    found, why = judged(notation, form, knowledge)
    assert found == status, why


def test_what_may_be_cancelled_is_still_planned(knowledge: Knowledge) -> None:
    off = "Kenya/NNP/3/nsubj {}/MD/3/aux cancel/VB/0/root talks=talk/NNS/3/obj with/IN/6/case Chad/NNP/4/nmod"
    assert judged(off.format("may"), "talks", knowledge)[0] == "planned"
    assert judged(off.format("will"), "talks", knowledge)[0] == "negated"


def test_what_is_challenged_is_not_called_for(knowledge: Knowledge) -> None:
    notation = "Kenya/NNP/2/nsubj {}/VBD/0/root the/DT/4/det visit/NN/2/obj of/IN/6/case Chad/NNP/4/nmod"
    assert judged(notation.format("challenged=challenge"), "visit", knowledge)[0] == "background"
    assert judged(notation.format("demanded=demand"), "visit", knowledge)[0] == "called-for"


# (what it shows, trigger, status, sentence)
NOT_SO = [
    (
        "a failed attempt",
        "visit",
        "negated",
        "Kenya/NNP/2/nsubj made=make/VBD/2/root a/DT/5/det failed/JJ/5/amod attempt/NN/2/obj to/TO/7/mark "
        "visit/VB/5/acl Chad/NNP/7/obj ././2/punct",
    ),
    (
        "tried in vain",
        "visit",
        "negated",
        "Kenya/NNP/2/nsubj tried=try/VBD/2/root in/IN/4/case vain/NN/2/obl to/TO/6/mark visit/VB/2/xcomp "
        "Chad/NNP/6/obj ././2/punct",
    ),
    (
        "attempts that collapsed",
        "visit",
        "negated",
        "Attempts=attempt/NNS/5/nsubj to/TO/3/mark visit/VB/1/acl Chad/NNP/3/obj collapsed=collapse/VBD/5/root ././5/punct",
    ),
    (
        "a purpose in vain",
        "visit",
        "negated",
        "Kenya/NNP/2/nsubj drove=drive/VBD/2/root in/IN/4/advmod vain/JJ/2/obl to/TO/6/mark visit/VB/2/advcl "
        "Chad/NNP/6/obj ././2/punct",
    ),
    (
        "has yet to",
        "visit",
        "negated",
        "Kenya/NNP/2/nsubj has=have/VBZ/2/root yet/RB/2/advmod to/TO/5/mark visit/VB/2/xcomp Chad/NNP/5/obj ././2/punct",
    ),
    (
        "is yet to",
        "visit",
        "negated",
        "Kenya/NNP/5/nsubj is=be/VBZ/5/cop yet/RB/5/advmod to/TO/5/mark visit/VB/5/root Chad/NNP/5/obj ././5/punct",
    ),
    (
        "no decision reached",
        "visit",
        "negated",
        "Kenya/NNP/4/nsubj has=have/VBZ/4/aux not/RB/4/advmod reached=reach/VBN/4/root a/DT/6/det "
        "decision/NN/4/obj to/TO/8/mark visit/VB/6/acl Chad/NNP/8/obj ././4/punct",
    ),
    (
        "what no state did",
        "visited",
        "negated",
        "There/EX/2/expl is=be/VBZ/2/root no/DT/4/det state/NN/2/nsubj that/WDT/6/nsubj "
        "visited=visit/VBD/4/acl:relcl Chad/NNP/6/obj ././2/punct",
    ),
    (
        "what those did of whom none was punished",
        "visited",
        "happened",
        "No/DT/2/det envoy/NN/6/nsubj who/WP/4/nsubj visited=visit/VBD/2/acl:relcl Chad/NNP/4/obj "
        "spoke=speak/VBD/6/root ././6/punct",
    ),
    (
        "had they",
        "visited",
        "negated",
        "Had=have/VBD/3/aux Kenya/NNP/3/nsubj visited=visit/VBN/9/advcl Chad/NNP/3/obj ,/,/3/punct "
        "Mali/NNP/9/nsubj would/MD/9/aux have/VB/9/aux agreed=agree/VBN/9/root ././9/punct",
    ),
    (
        "if they had",
        "visited",
        "negated",
        "If/IN/4/mark Kenya/NNP/4/nsubj had=have/VBD/4/aux visited=visit/VBN/10/advcl Chad/NNP/4/obj "
        ",/,/4/punct Mali/NNP/10/nsubj would/MD/10/aux have/VB/10/aux agreed=agree/VBN/10/root ././10/punct",
    ),
    (
        "impossible",
        "visit",
        "negated",
        "It/PRP/3/expl is=be/VBZ/3/cop impossible/JJ/3/root to/TO/5/mark visit/VB/3/csubj Chad/NNP/5/obj ././3/punct",
    ),
    (
        "not certain",
        "visit",
        "expected",
        "Kenya/NNP/4/nsubj is=be/VBZ/4/cop not/RB/4/advmod certain/JJ/4/root to/TO/6/mark visit/VB/4/xcomp "
        "Chad/NNP/6/obj ././4/punct",
    ),
    (
        "far from",
        "visiting",
        "negated",
        "Kenya/NNP/3/nsubj is=be/VBZ/3/cop far/RB/3/root from/IN/5/mark visiting=visit/VBG/3/advcl "
        "Chad/NNP/5/obj ././3/punct",
    ),
    (
        "not far from",
        "visiting",
        "expected",
        "Kenya/NNP/4/nsubj is=be/VBZ/4/cop not/RB/4/advmod far/RB/4/root from/IN/6/mark "
        "visiting=visit/VBG/4/advcl Chad/NNP/6/obj ././4/punct",
    ),
    (
        "whom one should thank",
        "visiting",
        "background",
        "Mali/NNP/3/nsubj should/MD/3/aux thank/VB/3/root Kenya/NNP/3/obj for/IN/6/mark "
        "visiting=visit/VBG/3/advcl Chad/NNP/6/obj ././3/punct",
    ),
    (
        "set to begin",
        "talks",
        "planned",
        "The/DT/2/det talks=talk/NNS/4/nsubj are=be/VBP/4/cop set/JJ/4/root to/TO/6/mark begin/VB/4/xcomp ././4/punct",
    ),
    (
        "failed to take place",
        "talks",
        "negated",
        "The/DT/2/det talks=talk/NNS/3/nsubj failed=fail/VBD/3/root to/TO/5/mark take/VB/3/xcomp place/NN/5/obj ././3/punct",
    ),
    (
        "yet to begin",
        "talks",
        "negated",
        "The/DT/2/det talks=talk/NNS/3/nsubj have/VBP/3/root yet/RB/3/advmod to/TO/6/mark begin/VB/3/xcomp ././3/punct",
    ),
    (
        "not any",
        "talks",
        "negated",
        "Kenya/NNP/4/nsubj did=do/VBD/4/aux not/RB/4/advmod hold/VB/4/root any/DT/6/det talks=talk/NNS/4/obj ././4/punct",
    ),
    (
        "at the end of",
        "talks",
        "background",
        "At/IN/3/case the/DT/3/det end/NN/8/obl of/IN/6/case the/DT/6/det talks=talk/NNS/3/nmod "
        "Kenya/NNP/8/nsubj left=leave/VBD/8/root ././8/punct",
    ),
    (
        "a halt called for",
        "raids",
        "background",
        "Kenya/NNP/2/nsubj called=call/VBD/2/root for/IN/5/case a/DT/5/det halt/NN/2/obl to/IN/8/case "
        "the/DT/8/det raids=raid/NNS/5/nmod ././2/punct",
    ),
    (
        "a purpose of what may be",
        "visit",
        "expected",
        "Kenya/NNP/3/nsubj may/MD/3/aux send/VB/3/root an=a/DT/5/det envoy/NN/3/obj to/TO/7/mark "
        "visit/VB/3/advcl Chad/NNP/7/obj ././3/punct",
    ),
    (
        "a purpose of what will not be",
        "visit",
        "negated",
        "Kenya/NNP/4/nsubj will/MD/4/aux not/RB/4/advmod fly/VB/4/root to/IN/6/case Mali/NNP/4/obl "
        "to/TO/8/mark visit/VB/4/advcl Chad/NNP/8/obj ././4/punct",
    ),
    (
        "reports turned away",
        "visited",
        "negated",
        "Kenya/NNP/2/nsubj rejected=reject/VBD/2/root reports=report/NNS/2/obj that/IN/6/mark it/PRP/6/nsubj "
        "visited=visit/VBD/3/acl Chad/NNP/6/obj ././2/punct",
    ),
    (
        "taken for an attempt",
        "attack",
        "background",
        "Mali/NNP/2/nsubj condemned=condemn/VBD/2/root the/DT/4/det drill/NN/2/obj as/IN/7/case an=a/DT/7/det "
        "attempt/NN/2/obl to/TO/9/mark attack/VB/7/acl Chad/NNP/9/obj ././2/punct",
    ),
    (
        "a request approved",
        "request",
        "background",
        "Kenya/NNP/2/nsubj approved=approve/VBD/2/root the/DT/4/det request/NN/2/obj of/IN/6/case "
        "Chad/NNP/4/nmod ././2/punct",
    ),
]


@pytest.mark.parametrize(("form", "status", "notation"), [case[1:] for case in NOT_SO], ids=[case[0] for case in NOT_SO])
def test_what_came_to_nothing_and_what_did_not(form: str, status: str, notation: str, knowledge: Knowledge) -> None:
    found, why = judged(notation, form, knowledge)
    assert found == status, why
