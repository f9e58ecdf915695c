"""Who does what, whatever the syntax."""

import pytest

from dragoman.reports.clauses import agents, antecedent, is_passive, makers, noun_agent, oblique, patients, receivers
from tests.reports.notation import texts, tree, word

# (what it shows, sentence, verb, agents, patients)
CLAUSES = [
    (
        "active",
        "Kenya/NNP/2/nsubj condemned=condemn/VBD/0/root Chad/NNP/2/obj",
        "condemned",
        ["Kenya"],
        ["Chad"],
    ),
    (
        "passive with an agent",
        "Chad/NNP/3/nsubj:pass was/VBD/3/aux:pass condemned=condemn/VBN/0/root by/IN/5/case Kenya/NNP/3/obl:agent",
        "condemned",
        ["Kenya"],
        ["Chad"],
    ),
    (
        "passive without an agent",
        "Chad/NNP/3/nsubj:pass was/VBD/3/aux:pass condemned=condemn/VBN/0/root",
        "condemned",
        [],
        ["Chad"],
    ),
    (
        "relative clause, subject",
        "Kenya/NNP/6/nsubj ,/,/4/punct which/WDT/4/nsubj condemned=condemn/VBD/1/acl:relcl Chad/NNP/4/obj left/VBD/0/root",
        "condemned",
        ["Kenya"],
        ["Chad"],
    ),
    (
        "relative clause, object left out",
        "The/DT/2/det raid/NN/5/nsubj Chad/NNP/4/nsubj condemned=condemn/VBD/2/acl:relcl ended=end/VBD/0/root",
        "condemned",
        ["Chad"],
        ["raid"],
    ),
    (
        "reduced relative",
        (
            "sanctions=sanction/NNS/0/root imposed=impose/VBN/1/acl by/IN/4/case "
            "Chad/NNP/2/obl:agent on/IN/6/case Mali/NNP/2/obl"
        ),
        "imposed",
        ["Chad"],
        ["sanctions"],
    ),
    (
        "participle after a noun",
        "troops=troop/NNS/4/nsubj invading=invade/VBG/1/acl Chad/NNP/2/obj stopped=stop/VBD/0/root",
        "invading",
        ["troops"],
        ["Chad"],
    ),
    (
        "infinitive, subject control",
        "Kenya/NNP/2/nsubj promised=promise/VBD/0/root Chad/NNP/2/obj to/TO/5/mark leave/VB/2/xcomp",
        "leave",
        ["Kenya"],
        [],
    ),
    (
        "infinitive, object control",
        "Kenya/NNP/2/nsubj urged=urge/VBD/0/root Chad/NNP/2/obj to/TO/5/mark leave/VB/2/xcomp",
        "leave",
        ["Chad"],
        [],
    ),
    (
        "infinitive under a passive",
        "Chad/NNP/3/nsubj:pass was/VBD/3/aux:pass urged=urge/VBN/0/root to/TO/5/mark leave/VB/3/xcomp",
        "leave",
        ["Chad"],
        [],
    ),
    (
        "call on somebody to act",
        "Kenya/NNP/2/nsubj called=call/VBD/0/root on/IN/4/case Chad/NNP/2/obl to/TO/6/mark leave/VB/2/advcl",
        "leave",
        ["Chad"],
        [],
    ),
    (
        "accused of doing",
        "Kenya/NNP/2/nsubj accused=accuse/VBD/0/root Chad/NNP/2/obj of/IN/5/mark bombing=bomb/VBG/2/advcl Mali/NNP/5/obj",
        "bombing",
        ["Chad"],
        ["Mali"],
    ),
    (
        "participle clause shares the subject",
        "Kenya/NNP/2/nsubj left/VBD/0/root ,/,/4/punct condemning=condemn/VBG/2/advcl Chad/NNP/4/obj",
        "condemning",
        ["Kenya"],
        ["Chad"],
    ),
    (
        "coordinated verbs share the subject",
        "Kenya/NNP/2/nsubj met=meet/VBD/0/root Chad/NNP/2/obj and/CC/5/cc condemned=condemn/VBD/2/conj Mali/NNP/5/obj",
        "condemned",
        ["Kenya"],
        ["Mali"],
    ),
    (
        "coordinated verbs share the object",
        "Kenya/NNP/2/nsubj condemned=condemn/VBD/0/root and/CC/4/cc sanctioned=sanction/VBD/2/conj Mali/NNP/2/obj",
        "sanctioned",
        ["Kenya"],
        ["Mali"],
    ),
    (
        "infinitive of a noun",
        "Kenya/NNP/3/nmod:poss 's/POS/1/case decision/NN/6/nsubj to/TO/5/mark leave/VB/3/acl angered=anger/VBD/0/root",
        "leave",
        ["Kenya"],
        [],
    ),
    (
        "for somebody to act",
        "Kenya/NNP/2/nsubj called=call/VBD/0/root for/IN/6/mark Chad/NNP/2/obl to/TO/6/mark leave/VB/2/xcomp",
        "leave",
        ["Chad"],
        [],
    ),
    (
        "a finite verb goes with the verb above an infinitive",
        "Kenya/NNP/2/nsubj ordered=order/VBD/0/root them/PRP/2/obj to/TO/5/mark leave/VB/2/xcomp and/CC/7/cc "
        "suspended=suspend/VBD/5/conj talks=talk/NNS/7/obj",
        "suspended",
        ["Kenya"],
        ["talks"],
    ),
    (
        "an infinitive that asks for something, hung as an adverbial",
        "Kenya/NNP/2/nsubj pressed=press/VBD/0/root Chad/NNP/2/obj to/TO/5/mark leave/VB/2/advcl",
        "leave",
        ["Chad"],
        [],
    ),
    (
        "the parser's indirect object of accuse",
        "Kenya/NNP/2/nsubj accused=accuse/VBD/0/root Chad/NNP/2/iobj of/IN/5/case theft/NN/2/obj",
        "accused",
        ["Kenya"],
        ["Chad"],
    ),
]


@pytest.mark.parametrize(
    ("notation", "verb", "agent", "patient"), [case[1:] for case in CLAUSES], ids=[case[0] for case in CLAUSES]
)
def test_logical_roles(notation: str, verb: str, agent: list[str], patient: list[str]) -> None:
    found = word(tree(notation), verb)
    assert texts(agents(found)) == agent
    assert texts(patients(found)) == patient


def test_the_receiver_of_a_passive_is_its_subject() -> None:
    of = tree(
        "Chad/NNP/3/nsubj:pass was/VBD/3/aux:pass granted=grant/VBN/0/root "
        "a/DT/5/det loan/NN/3/obj by/IN/7/case Mali/NNP/3/obl:agent"
    )
    assert texts(receivers(word(of, "granted"))) == ["Chad"]
    assert texts(patients(word(of, "granted"))) == ["loan"]


def test_a_participle_with_an_auxiliary_is_active() -> None:
    assert not is_passive(word(tree("Kenya/NNP/3/nsubj has/VBZ/3/aux condemned/VBN/0/root Chad/NNP/3/obj"), "condemned"))


def test_a_relative_pronoun_stands_for_its_noun_at_any_depth() -> None:
    of = tree(
        "the/DT/2/det raid/NN/0/root which/WDT/7/obj "
        "Kenya/NNP/5/nsubj promised/VBD/2/acl:relcl to/TO/7/mark condemn/VB/5/xcomp"
    )
    assert antecedent(word(of, "which")).text == "raid"


def test_a_preposition_is_found_on_a_name_or_an_of_phrase_between() -> None:
    arrest = tree("arrest/NN/0/root of/IN/3/case Doe/NNP/1/nmod by/IN/5/case Mali/NNP/3/nmod")
    assert texts(oblique(word(arrest, "arrest"), "by")) == ["Mali"]
    offer = tree("offer/NN/0/root of/IN/3/case help/NN/1/nmod to/IN/5/case Chad/NNP/3/nmod")
    assert texts(oblique(word(offer, "offer"), "to")) == ["Chad"]


def test_a_preposition_of_several_words_counts_whole_and_in_parts() -> None:
    of = tree("pulled/VBD/0/root out/IN/5/case of/IN/5/case the/DT/5/det pact/NN/1/obl")
    assert texts(oblique(word(of, "pulled"), "out_of")) == texts(oblique(word(of, "pulled"), "of")) == ["pact"]
    because = tree("left/VBD/0/root because/IN/4/case of/IN/2/fixed rain/NN/1/obl")
    assert texts(oblique(word(because, "left"), "because_of")) == ["rain"]
    assert not oblique(word(because, "left"), "of")


def test_whose_act_a_noun_tells_of() -> None:
    by = tree("raid/NN/0/root by/IN/3/case Chad/NNP/1/nmod")
    agent = noun_agent(word(by, "raid"))
    assert agent is not None
    assert agent.text == "Chad"


def test_whose_doing_a_thing_is_by_the_participle_on_it() -> None:
    of = tree("the/DT/2/det plan/NN/0/root drafted=draft/VBN/2/acl by/IN/5/case Chad/NNP/3/obl:agent")
    assert texts(makers(word(of, "plan"))) == ["Chad"]
