"""Subjects and verbs go to the clause that their forms show; where both readings stand, they are left alone."""

from tests.reports.notation import tree, word


def test_who_stands_between_for_and_to_is_who_is_to_do_it() -> None:
    parsed = tree(
        "Kenya/NNP/2/nsubj called=call/VBD/0/root on/IN/4/case Monday/NNP/2/obl for/IN/8/mark Chad/NNP/2/obl "
        "to/TO/8/mark pay/VB/2/advcl ././2/punct"
    )
    assert word(parsed, "Chad").head is word(parsed, "pay")
    assert word(parsed, "Chad").rel == "nsubj"


def test_what_is_asked_for_hangs_on_the_noun_that_asks() -> None:
    parsed = tree(
        "Kenya/NNP/2/nsubj led=lead/VBD/0/root calls=call/NNS/2/obj for/IN/7/mark Chad/NNP/7/nsubj to/TO/7/mark "
        "pay/VB/2/xcomp ././2/punct"
    )
    assert word(parsed, "pay").head is word(parsed, "calls")


def test_the_name_behind_since_is_the_subject_of_its_verb() -> None:
    parsed = tree(
        "Talks=talk/NNS/2/nsubj froze=freeze/VBD/0/root since/IN/9/mark Doe/NNP/2/obl ,/,/6/punct head=head/NN/4/appos "
        "of/IN/8/case Mali/NNP/6/nmod ordered=order/VBD/2/advcl troops=troop/NNS/9/obj ././2/punct"
    )
    assert word(parsed, "Doe").head is word(parsed, "ordered")


def test_a_time_behind_since_is_no_subject() -> None:
    parsed = tree(
        "Talks=talk/NNS/2/nsubj froze=freeze/VBD/0/root since/IN/6/mark in/IN/5/case Gao/NNP/2/obl fought=fight/VBD/2/advcl "
        "././2/punct"
    )
    assert word(parsed, "Gao").head is word(parsed, "froze")  # it has a preposition of its own


def test_beside_would_harm_stands_no_called() -> None:
    parsed = tree(
        "Kenya/NNP/2/nsubj said=say/VBD/0/root it/PRP/5/nsubj would/MD/5/aux harm/VB/2/ccomp Chad/NNP/5/obj and/CC/8/cc "
        "called=call/VBD/5/conj on/IN/10/case Mali/NNP/8/obl ././2/punct"
    )
    assert word(parsed, "called").head is word(parsed, "said")


def test_beside_would_harm_a_bare_verb_stays() -> None:
    parsed = tree(
        "Kenya/NNP/2/nsubj said=say/VBD/0/root it/PRP/5/nsubj would/MD/5/aux harm/VB/2/ccomp Chad/NNP/5/obj and/CC/8/cc "
        "help/VB/5/conj Mali/NNP/8/obj ././2/punct"
    )
    assert word(parsed, "help").head is word(parsed, "harm")


def test_only_somebody_is_ready() -> None:
    ready = tree(
        "Kenya/NNP/2/nsubj said=say/VBD/0/root it/PRP/5/expl was=be/VBD/5/cop ready/JJ/2/ccomp to/TO/7/mark pay/VB/5/xcomp "
        "././2/punct"
    )
    assert word(ready, "it").rel == "nsubj"
    possible = tree(
        "Kenya/NNP/2/nsubj said=say/VBD/0/root it/PRP/5/expl was=be/VBD/5/cop possible/JJ/2/ccomp to/TO/7/mark "
        "pay/VB/5/csubj ././2/punct"
    )
    assert word(possible, "it").rel == "expl"


def test_prisoner_behind_an_object_is_what_they_are_taken_for() -> None:
    parsed = tree(
        "They/PRP/2/nsubj took=take/VBD/0/root five/CD/2/obj of/IN/5/case officers=officer/NNS/3/nmod prisoner/NN/5/acl "
        "././2/punct"
    )
    assert word(parsed, "prisoner").head is word(parsed, "took")
    assert word(parsed, "prisoner").rel == "xcomp"


def test_a_name_between_the_for_of_a_noun_and_to_is_who_is_to_do_it() -> None:
    parsed = tree(
        "Kenya/NNP/2/nsubj led=lead/VBD/0/root calls=call/NNS/2/obj for/IN/5/case Chad/NNP/3/nmod to/TO/7/mark "
        "pay/VB/3/acl ././2/punct"
    )
    assert word(parsed, "Chad").head is word(parsed, "pay")
    assert word(parsed, "Chad").first("case") is None


def test_since_before_a_name_opens_the_clause_of_a_verb_without_a_subject() -> None:
    parsed = tree(
        "They/PRP/2/nsubj traded=trade/VBD/0/root hostages=hostage/NNS/2/obj since/IN/5/case Doe/NNP/3/nmod ,/,/7/punct "
        "head/NN/5/appos of/IN/9/case Mali/NNP/7/nmod ,/,/5/punct ordered=order/VBD/2/parataxis it/PRP/11/obj ././2/punct"
    )
    assert word(parsed, "Doe").head is word(parsed, "ordered")
    assert word(parsed, "since").rel == "mark"


def test_a_title_before_a_name_without_a_comma_holds_the_body() -> None:
    parsed = tree(
        "Council/NNP/8/nsubj of/IN/3/case Elders/NNP/1/nmod chief/NN/5/nmod:desc Doe/NNP/1/appos and/CC/7/cc Roe/NNP/5/conj "
        "met=meet/VBD/0/root ././8/punct"
    )
    assert word(parsed, "Doe").head is word(parsed, "met")
    assert word(parsed, "Roe").head is word(parsed, "Doe")


def test_an_apposition_behind_a_comma_stays() -> None:
    parsed = tree(
        "Kenya/NNP/7/nsubj ,/,/5/punct home/NN/5/nmod:desc of/IN/3/case Doe/NNP/1/appos ,/,/1/punct met=meet/VBD/0/root "
        "././7/punct"
    )
    assert word(parsed, "Kenya").head is word(parsed, "met")


def test_behind_a_comma_who_urges_is_who_speaks() -> None:
    parsed = tree(
        "Kenya/NNP/2/nsubj said=say/VBD/0/root rebels=rebel/NNS/4/nsubj fled=flee/VBD/2/ccomp ,/,/7/punct and/CC/7/cc "
        "urged=urge/VBD/4/conj Chad/NNP/7/obj ././2/punct"
    )
    assert word(parsed, "urged").head is word(parsed, "said")
