"""Clauses turned round, fronted or without their verb: who acts and who suffers stand where the words say."""

from tests.reports.notation import tree, word


def test_names_before_a_bare_number_do_what_the_first_does() -> None:
    parsed = tree(
        "Chad/NNP/2/nsubj expelled=expel/VBD/0/root four/CD/4/nummod envoys=envoy/NNS/2/obj ,/,/7/punct Mali/NNP/7/nsubj "
        "three/CD/4/conj and/CC/9/cc Niger/NNP/7/conj two/CD/9/flat ././2/punct"
    )
    assert [word(parsed, name).head for name in ("Mali", "Niger")] == [word(parsed, "Chad")] * 2


def test_a_number_counts_no_gap_where_nothing_was_counted() -> None:
    parsed = tree(
        "Chad/NNP/2/nsubj told=tell/VBD/0/root envoys=envoy/NNS/2/obj from/IN/5/case Niger/NNP/3/nmod ,/,/7/punct "
        "Mali/NNP/5/conj three/CD/7/nummod ././2/punct"
    )
    assert word(parsed, "Mali").head is word(parsed, "Niger")


def test_what_was_done_may_stand_before_who_suffered_it() -> None:
    parsed = tree("Also/RB/2/advmod arrested=arrest/VBN/5/csubj was=be/VBD/5/cop a/DT/5/det tourist/NN/0/root ././5/punct")
    assert word(parsed, "arrested").head is None
    assert (word(parsed, "tourist").head, word(parsed, "tourist").dep) == (word(parsed, "arrested"), "nsubj:pass")


def test_what_somebody_is_stays_a_predicate() -> None:
    parsed = tree("Kenya/NNP/4/nsubj was=be/VBD/4/cop a/DT/4/det host/NN/0/root ././4/punct")
    assert word(parsed, "host").head is None


def test_of_two_subjects_whose_leads_what_it_was_done_to() -> None:
    parsed = tree(
        "Mali/NNP/8/nsubj ,/,/6/punct whose/WP$/4/nmod:poss president/NN/6/nsubj Chad/NNP/6/nsubj "
        "attacked=attack/VBD/1/acl:relcl ,/,/6/punct left=leave/VBD/0/root ././8/punct"
    )
    assert word(parsed, "president").dep == "obj"


def test_a_name_behind_a_fronted_phrase_is_the_subject() -> None:
    parsed = tree(
        "To/IN/3/case the/DT/3/det list/NN/7/obl Chad/NNP/3/appos on/IN/6/case Monday/NNP/7/obl added=add/VBD/0/root "
        "ten/CD/9/nummod Malians/NNPS/7/obj ././7/punct"
    )
    assert (word(parsed, "Chad").head, word(parsed, "Chad").rel) == (word(parsed, "added"), "nsubj")


def test_by_whom_an_act_was_belongs_to_the_act() -> None:
    parsed = tree(
        "Chad/NNP/2/nsubj deplored=deplore/VBD/0/root the/DT/4/det bombing/NN/2/obj by/IN/6/case Mali/NNP/2/obl ././2/punct"
    )
    assert word(parsed, "Mali").head is word(parsed, "bombing")


def test_who_is_among_the_wounded_was_wounded() -> None:
    parsed = tree(
        "Two/CD/2/nummod guards=guard/NNS/6/nsubj were=be/VBD/6/cop among/IN/6/case the/DT/6/det "
        "wounded=wound/VBN/0/root ././6/punct"
    )
    assert (word(parsed, "guards").dep, word(parsed, "were").dep) == ("nsubj:pass", "aux:pass")


def test_who_recalls_an_envoy_says_nothing_of_what_stands_before() -> None:
    parsed = tree(
        "Mali/NNP/2/nsubj condemned=condemn/VBD/7/ccomp the/DT/4/det raid/NN/2/obj ,/,/7/punct Chad/NNP/7/nsubj "
        "recalled=recall/VBD/0/root its/PRP$/9/nmod:poss envoy/NN/7/obj ././7/punct"
    )
    assert (word(parsed, "condemned").head, word(parsed, "recalled").head) == (None, word(parsed, "condemned"))


def test_when_something_was_done_is_said_of_the_verb() -> None:
    parsed = tree(
        "Mali/NNP/2/nsubj scrambled=scramble/VBD/0/root jets=jet/NNS/2/obj after/IN/6/mark planes=plane/NNS/6/nsubj "
        "crossed=cross/VBD/3/acl the/DT/8/det line/NN/6/obj ././2/punct"
    )
    assert (word(parsed, "crossed").head, word(parsed, "crossed").dep) == (word(parsed, "scrambled"), "advcl")
