"""Which phrases are compared, and what is seen in them."""

import numpy as np
import pytest
from spacy.tokens import Doc

from dragoman.documents.coreference.candidates import candidates_of
from dragoman.documents.coreference.columns import columns_of
from dragoman.documents.coreference.lexicon import GENDERS, NUMBERS, Lexicon
from dragoman.documents.coreference.pairs import NOMINAL, PRONOUN, gender_relation, pairs_of
from dragoman.documents.coreference.phrases import Phrases, phrases_of
from dragoman.ontology.coreference import load_reference_words
from tests.documents.coreference.docs import parsed


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return Lexicon.of(load_reference_words())


def read(doc: Doc, lexicon: Lexicon) -> Phrases:
    columns = columns_of(doc)
    return phrases_of(columns, candidates_of(columns, lexicon), lexicon)


def compared(doc: Doc, lexicon: Lexicon) -> set[tuple[int, int]]:
    columns = columns_of(doc)
    pairs = pairs_of(columns, phrases_of(columns, candidates_of(columns, lexicon), lexicon))
    assert pairs.features.shape[0] == len(pairs)
    assert np.isfinite(pairs.features).all()
    return set(zip(pairs.later.tolist(), pairs.earlier.tolist(), strict=True))


def test_number_and_gender_come_from_pronoun_noun_title_and_type(lexicon: Lexicon) -> None:
    doc = parsed(
        "She/PRON/2/nsubj met/VERB/0/root ministers+/NOUN/2/obj ,/PUNCT/5/punct spokesman/NOUN/2/obj",
        "Maria/PROPN/2/nsubj/PERSON left/VERB/0/root Kenya/PROPN/2/obj/GPE",
    )
    found = read(doc, lexicon)
    assert [GENDERS[g] for g in found.gender] == ["f", "p", "m", "f", "n"]
    assert [NUMBERS[n] for n in found.number] == ["sg", "pl", "sg", "sg", "sg"]


@pytest.mark.parametrize(
    ("one", "other", "differs"),
    [("m", "f", True), ("m", "p", False), ("p", "n", True), ("any", "n", False), ("f", "n", True)],
)
def test_genders_exclude_one_another(one: str, other: str, differs: bool) -> None:
    clash, agree = gender_relation(np.array([GENDERS.index(one)]), np.array([GENDERS.index(other)]))
    assert bool(clash[0]) is differs
    assert not (clash[0] and agree[0])


def test_far_phrases_are_compared_only_where_they_share_a_head(lexicon: Lexicon) -> None:
    filler = [f"thing{n}/NOUN/0/root" for n in range(80)]
    doc = parsed("treaty/NOUN/0/root", *filler, "treaty/NOUN/0/root")
    pairs = compared(doc, lexicon)
    assert (81, 0) in pairs
    assert (80, 0) not in pairs
    assert max(i - j for i, j in pairs if (i, j) != (81, 0)) == NOMINAL


def test_pronouns_look_farther_back(lexicon: Lexicon) -> None:
    doc = parsed(*[f"thing{n}/NOUN/0/root" for n in range(60)], "it/PRON/0/root")
    assert (60, 60 - PRONOUN) in compared(doc, lexicon)


def test_names_that_share_a_word_are_compared_however_far(lexicon: Lexicon) -> None:
    doc = parsed("Jane/PROPN/0/root Doe/PROPN/1/flat", *[f"thing{n}/NOUN/0/root" for n in range(60)], "Doe/PROPN/0/root")
    assert (61, 0) in compared(doc, lexicon)


def test_the_number_of_pairs_grows_in_a_straight_line(lexicon: Lexicon) -> None:
    short, long = (len(compared(parsed(*["fleet/NOUN/0/root"] * size), lexicon)) for size in (300, 600))
    assert long < 2.3 * short


def test_one_phrase_has_no_pairs(lexicon: Lexicon) -> None:
    assert compared(parsed("peace/NOUN/0/root"), lexicon) == set()
