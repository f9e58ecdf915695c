"""Attachments that the words show to be wrong are put right; those that may be meant are left alone."""

from tests.reports.notation import tree, word


def test_the_second_of_two_subjects_goes_with_the_first() -> None:
    parsed = tree(
        "While/IN/3/mark Kenya/NNP/3/nsubj backs=back/VBZ/8/advcl Chad/NNP/3/obj ,/,/3/punct "
        "Mali/NNP/8/nsubj and/CC/9/cc back=back/VBP/0/root Togo/NNP/4/conj Niger/NNP/8/obj ././8/punct"
    )
    assert word(parsed, "Togo").head is word(parsed, "Chad")  # "and" does not stand between Mali and Togo here


def test_a_name_right_after_a_subject_and_and_is_no_part_of_the_clause_before() -> None:
    parsed = tree(
        "While/IN/3/mark Kenya/NNP/3/nsubj backs=back/VBZ/9/advcl Chad/NNP/3/obj ,/,/3/punct "
        "Mali/NNP/9/nsubj and/CC/8/cc Togo/NNP/4/conj back=back/VBP/0/root Niger/NNP/9/obj ././9/punct"
    )
    assert word(parsed, "Togo").head is word(parsed, "Mali")
    assert word(parsed, "Togo") in word(parsed, "Mali").children


def test_who_criticises_describes_and_not_the_drills_that_were_held() -> None:
    parsed = tree(
        "Kenya/NNP/2/nsubj criticised=criticise/VBD/0/root drills=drill/NNS/2/obj that/WDT/6/nsubj:pass "
        "were=be/VBD/6/aux:pass held=hold/VBN/3/acl:relcl ,/,/8/punct describing=describe/VBG/6/advcl "
        "them/PRP/8/obj ././2/punct"
    )
    assert word(parsed, "describing").head is word(parsed, "criticised")


def test_the_plan_that_is_put_forward_employs_nothing() -> None:
    parsed = tree(
        "Kenya/NNP/2/nsubj blocked=block/VBD/0/root plans=plan/NNS/2/obj drafted=draft/VBN/3/acl by/IN/6/case "
        "Chad/NNP/4/obl ,/,/8/punct using=use/VBG/4/advcl its/PRP$/10/nmod:poss veto/NN/8/obj ././2/punct"
    )
    assert word(parsed, "using").head is word(parsed, "blocked")


def test_who_urges_at_the_end_is_who_speaks() -> None:
    parsed = tree(
        "Kenya/NNP/2/nsubj called=call/VBD/0/root Chad/NNP/2/obj saying=say/VBG/2/advcl Mali/NNP/6/nsubj "
        "feared=fear/VBD/4/ccomp war/NN/6/obj ,/,/9/punct urging=urge/VBG/6/advcl talks=talk/NNS/9/obj ././2/punct"
    )
    assert word(parsed, "urging").head is word(parsed, "called")


def test_with_somebody_in_mind_names_no_party() -> None:
    parsed = tree(
        "Kenya/NNP/2/nsubj seeks=seek/VBZ/0/root a/DT/4/det pact/NN/2/obj with/IN/6/case Chad/NNP/4/nmod in/IN/8/case "
        "mind/NN/2/obl ././2/punct"
    )
    assert word(parsed, "Chad").rel == "absolute"


def test_a_preposition_belongs_to_the_head_of_a_name() -> None:
    parsed = tree(
        "Workers/NNS/2/nsubj struck=strike/VBD/0/root in/IN/4/case South/NNP/5/compound Africa/NNP/2/obl ././2/punct"
    )
    assert word(parsed, "in").head is word(parsed, "Africa")


def test_a_name_after_a_title_is_whom_the_title_describes() -> None:
    parsed = tree(
        "Kenya/NNP/2/nsubj spoke=speak/VBD/0/root after/IN/5/case a/DT/5/det meeting/NN/2/obl with/IN/8/case "
        "Chadian/JJ/8/amod leader/NN/5/nmod Mahamat/NNP/5/nmod ././2/punct"
    )
    name = word(parsed, "Mahamat")
    assert word(parsed, "leader").head is name
    assert name.head is word(parsed, "meeting")
    assert [each.text for each in name.by_dep("case")] == ["with"]


def test_a_past_tense_without_was_is_no_passive() -> None:
    parsed = tree(
        "Kenya/NNP/6/nsubj:pass ,/,/5/punct not/RB/5/advmod yet/RB/5/advmod invited=invite/VBN/1/acl "
        "promised=promise/VBD/0/root to/TO/8/mark leave/VB/6/xcomp ././6/punct"
    )
    assert word(parsed, "Kenya").dep == "nsubj"


def test_behind_a_speakers_name_the_sentence_has_its_own_subject() -> None:
    parsed = tree(
        "REPORTER/NNP/0/root :/:/3/punct Kenya/NNP/1/appos ,/,/3/punct flew=fly/VBD/1/parataxis home/RB/5/advmod ././1/punct"
    )
    assert (word(parsed, "Kenya").head, word(parsed, "Kenya").dep) == (word(parsed, "flew"), "nsubj")


def test_what_somebody_is_declared_stands_behind_the_name() -> None:
    parsed = tree(
        "Kenya/NNP/2/nsubj declared=declare/VBD/0/root the/DT/4/det envoy/NN/2/obj ,/,/6/punct Doe/NNP/4/appos ,/,/8/punct "
        "persona/FW/4/appos ././2/punct"
    )
    assert (word(parsed, "persona").head, word(parsed, "persona").dep) == (word(parsed, "declared"), "xcomp")
    assert word(parsed, "Doe").head is word(parsed, "envoy")


def test_what_stands_behind_a_noun_with_a_preposition_is_no_part_of_its_name() -> None:
    parsed = tree(
        "Kenya/NNP/2/nsubj launched=launch/VBD/0/root a/DT/4/det strike/NN/2/obj against/IN/7/case rebel/NN/7/compound "
        "targets=target/NNS/4/compound ././2/punct"
    )
    assert (word(parsed, "targets").rel, word(parsed, "rebel").rel) == ("nmod", "compound")


def test_a_preposition_belongs_to_the_noun_that_a_name_is_beside() -> None:
    parsed = tree(
        "Rebels/NNS/2/nsubj shelled=shell/VBD/0/root part/NN/2/obj of/IN/7/case the/DT/6/det port/NN/3/nmod Gao/NNP/6/appos "
        "././2/punct"
    )
    assert word(parsed, "of").head is word(parsed, "port")


def test_the_attack_kills_and_not_the_place_where_it_strikes() -> None:
    parsed = tree(
        "An/DT/2/det attack/NN/8/nsubj in/IN/4/case Chile/NNP/2/nmod that/WDT/6/nsubj killed=kill/VBD/4/acl:relcl "
        "nine/CD/6/obj shocked=shock/VBD/0/root Peru/NNP/8/obj ././8/punct"
    )
    assert word(parsed, "killed").head is word(parsed, "attack")


def test_a_fire_that_breaks_out_in_a_place_kills() -> None:
    parsed = tree(
        "A/DT/2/det fire/NN/3/nsubj broke=break/VBD/0/root out/RP/3/compound:prt in/IN/6/case Chile/NNP/3/obl "
        "which/WDT/8/nsubj killed=kill/VBD/6/acl:relcl nine/CD/8/obj ././3/punct"
    )
    assert word(parsed, "killed").head is word(parsed, "fire")


def test_an_army_that_kills_stays_the_killer() -> None:
    parsed = tree(
        "Peru/NNP/2/nsubj condemned=condemn/VBD/0/root an/DT/4/det attack/NN/2/obj by/IN/6/case soldiers=soldier/NNS/4/nmod "
        "in/IN/8/case uniform/NN/6/nmod who/WP/10/nsubj killed=kill/VBD/6/acl:relcl nine/CD/10/obj ././2/punct"
    )
    assert word(parsed, "killed").head is word(parsed, "soldiers")


def test_where_an_adverb_leads_its_verb_leads() -> None:
    parsed = tree(
        "Kenya/NNP/3/nsubj is/VBZ/3/aux inching=inch/VBG/0/root closer=close/RBR/3/advmod to/IN/7/case a/DT/7/det "
        "deal/NN/4/obl with/IN/9/case Chad/NNP/7/nmod ././3/punct"
    )
    assert word(parsed, "deal").head is word(parsed, "inching")


def test_what_stands_between_a_verb_and_its_object_is_its_particle() -> None:
    parsed = tree("Laos/NNP/2/nsubj walled=wall/VBD/0/root off/IN/5/case the/DT/5/det village/NN/2/obj ././2/punct")
    assert word(parsed, "off").head is word(parsed, "walled")
    assert word(parsed, "off").rel == "compound"


def test_the_day_before_a_subject_is_no_part_of_its_name() -> None:
    parsed = tree(
        "On/IN/2/case Saturday/NNP/3/compound students=student/NNS/4/nsubj marched=march/VBD/0/root ././4/punct",
    )
    assert word(parsed, "Saturday").head is word(parsed, "marched")
    assert word(parsed, "On").head is word(parsed, "Saturday")


def test_where_a_page_was_written_is_no_subject() -> None:
    parsed = tree(
        "LIMA/NNP/7/nsubj ,/,/1/punct Peru/NNP/1/appos -/:/1/punct A/DT/6/det court/NN/7/nsubj freed=free/VBD/0/root "
        "Li/NNP/7/obj ././7/punct"
    )
    assert [each.text for each in word(parsed, "freed").by_dep("nsubj")] == ["court"]


def test_a_subject_before_a_dash_stays_where_no_other_follows() -> None:
    parsed = tree("Peru/NNP/4/nsubj --/:/1/punct again/RB/4/advmod freed=free/VBD/0/root Li/NNP/4/obj ././4/punct")
    assert [each.text for each in word(parsed, "freed").by_dep("nsubj")] == ["Peru"]


def test_a_noun_behind_a_particle_is_the_object() -> None:
    parsed = tree("Kenya/NNP/2/nsubj rolled=roll/VBD/0/root over/RP/2/compound:prt a/DT/5/det deposit/NN/2/obl ././2/punct")
    assert word(parsed, "deposit").dep == "obj"


def test_a_place_behind_what_the_parser_takes_for_a_particle_is_no_object() -> None:
    parsed = tree("Kenya/NNP/2/nsubj signed=sign/VBD/0/root in/RP/2/compound:prt Lagos/NNP/2/obl ././2/punct")
    assert word(parsed, "Lagos").dep == "obl"


def test_of_two_objects_the_first_gets_the_second() -> None:
    parsed = tree(
        "Kenya/NNP/2/nsubj threw=throw/VBD/0/root Chad/NNP/2/obj its=its/PRP$/5/nmod:poss backing/NN/2/obj ././2/punct"
    )
    assert word(parsed, "Chad").dep == "iobj"


def test_what_is_set_against_the_object_by_a_comma_is_not_given_to_it() -> None:
    parsed = tree(
        "Kenya/NNP/2/nsubj welcomed=welcome/VBD/0/root the/DT/4/det pilot/NN/2/obj ,/,/8/punct not/RB/8/advmod the/DT/8/det "
        "phrase/NN/2/obj ././2/punct"
    )
    assert word(parsed, "pilot").dep == "obj"


def test_a_name_without_its_s_is_given_the_thing_behind_it() -> None:
    parsed = tree("Judges=judge/NNS/2/nsubj granted=grant/VBD/0/root Doe/NNP/4/nmod:poss bail/NN/2/obj ././2/punct")
    assert word(parsed, "Doe").head is word(parsed, "granted")


def test_an_owner_keeps_his_thing() -> None:
    parsed = tree(
        "Judges=judge/NNS/2/nsubj granted=grant/VBD/0/root Doe/NNP/5/nmod:poss 's/POS/3/case appeal/NN/2/obj ././2/punct"
    )
    assert word(parsed, "Doe").head is word(parsed, "appeal")


def test_the_second_object_of_a_verb_of_naming_is_the_name() -> None:
    parsed = tree("Kenya/NNP/2/nsubj declared=declare/VBD/0/root Doe/NNP/2/obj a/DT/5/det terrorist/NN/2/obj ././2/punct")
    assert word(parsed, "terrorist").dep == "xcomp"


def test_a_gerund_that_opens_a_sentence_is_no_bare_verb() -> None:
    parsed = tree("Warning=warn/VB/5/advcl Chad/NNP/1/obj ,/,/5/punct Kenya/NNP/5/nsubj left=leave/VBD/0/root ././5/punct ")
    assert word(parsed, "Warning").tag == "VBG"
