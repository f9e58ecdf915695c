"""The shipped model as a spaCy component."""

from pathlib import Path

import numpy as np
import pytest
import spacy
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokens import Doc

from dragoman.documents.pipeline import SHIPPED
from dragoman.documents.syntax import FILES, Syntax, batches, best_paths
from dragoman.errors import ModelError

ODD = [
    ["😀"] * 40,
    ["Pyong\u00adyang", "ha\u200bt", "\u200b", "\ufeff"],
    ["Встреча", "в", "北京", "اجتماع", "met", "Kim"],
    [str(n) for n in range(0, 4000, 37)],
    ["x" * 5000],
    ["https://a.example/" + "b/" * 400],
    ["-"] * 120,
]


def component(model: Language) -> Syntax:
    found = model.get_pipe("dragoman_syntax")
    assert isinstance(found, Syntax)
    return found


def unparsed(model: Language, words: list[str]) -> Doc:
    """One sentence of these words."""
    starts: list[bool | int | None] = [place == 0 for place, _ in enumerate(words)]
    return Doc(model.vocab, words=words, sent_starts=starts)


def read(model: Language, *given: str | list[str]) -> Doc:
    """Sentences of words, or of text with a space between words."""
    sentences = [words.split() if isinstance(words, str) else words for words in given]
    words = [word for sentence in sentences for word in sentence]
    starts: list[bool | int | None] = [place == 0 for sentence in sentences for place, _ in enumerate(sentence)]
    (doc,) = component(model).pipe([Doc(model.vocab, words=words, sent_starts=starts)])
    return doc


def assert_sound(doc: Doc) -> None:
    for sentence in doc.sents:
        assert sum(token.dep_ == "root" for token in sentence) == 1
        assert all(token.head.sent == sentence for token in sentence)
    assert all(token.pos_ and token.lemma_ and token.dep_ for token in doc)


def test_a_plain_sentence_is_read_right(model: Language) -> None:
    doc = read(model, "The president of Kenya met Chinese officials in Nairobi on Monday .")
    by_word = {token.text: token for token in doc}
    assert (by_word["president"].dep_, by_word["president"].head.text) == ("nsubj", "met")
    assert (by_word["met"].lemma_, by_word["met"].pos_, by_word["met"].morph.get("Tense", [])) == ("meet", "VERB", ["Past"])
    assert {(e.text, e.label_) for e in doc.ents} >= {("Kenya", "GPE"), ("Chinese", "NORP"), ("Nairobi", "GPE")}


def test_the_passive_is_told_from_the_active(model: Language) -> None:
    doc = read(model, "The minister was arrested by the police in Bamako .")
    by_word = {token.text: token for token in doc}
    assert by_word["minister"].dep_ == "nsubj:pass"
    assert by_word["police"].dep_ == "obl:agent"


def test_capitals_do_not_turn_verbs_into_names(model: Language) -> None:
    doc = read(model, ["RUSSIA", "REJECTS", "PEACE", "PLAN"])
    assert [token.pos_ for token in doc][:2] == ["PROPN", "VERB"]


def test_one_document_and_many_give_the_same(model: Language) -> None:
    sentences = ["Talks failed .", "Iran and Oman signed a deal in Muscat on Friday , officials said ."]
    alone = [read(model, sentence) for sentence in sentences]
    together = read(model, *sentences)
    assert [t.dep_ for doc in alone for t in doc] == [t.dep_ for t in together]


def test_sentences_that_were_run_together_are_cut(model: Language) -> None:
    words = "Thanks for your letter The ministers will meet again in Geneva next week and we hope to see you there"
    assert [s.start for s in read(model, words).sents] == [0, 4]


@pytest.mark.parametrize(
    ("text", "starts"),
    [
        ("The shop was shut when we came. they never opened again.", ["The", "they"]),
        ("We waited all day! no one came to help.", ["We", "no"]),
        ("He bought shares of Cie. de Lorme and of Banque Sol.", ["He"]),
        ("It took approx. five hours to reach Kandor.", ["It"]),
    ],
)
def test_a_small_letter_behind_a_stop_begins_a_sentence_if_the_model_does_not_mind(
    model: Language, text: str, starts: list[str]
) -> None:
    assert [sentence[0].text for sentence in model(text).sents] == starts


def test_without_cut_given_sentences_stay(model: Language) -> None:
    kept = Syntax(model.vocab, cut=False).from_disk(SHIPPED / "dragoman_syntax")
    doc = unparsed(model, ["Thanks", "for", "your", "letter", "The", "ministers", "will", "meet", "again"])
    assert len(list(kept(doc).sents)) == 1


@pytest.mark.parametrize("words", ODD)
def test_odd_sentences_do_not_break_it(model: Language, words: list[str]) -> None:
    assert_sound(read(model, words))


def test_a_sentence_of_5000_words_is_read_in_windows(model: Language) -> None:
    doc = unparsed(model, ["talks", "go", "on", "and"] * 1250)
    kept = Syntax(model.vocab, cut=False).from_disk(SHIPPED / "dragoman_syntax")
    assert len(list(kept(doc).sents)) == 1
    assert_sound(doc)


def test_empty_documents_stay_empty(model: Language) -> None:
    docs = list(component(model).pipe([Doc(model.vocab), Doc(model.vocab, words=["Yes"]), Doc(model.vocab)]))
    assert [len(doc) for doc in docs] == [0, 1, 0]


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(st.lists(st.text(min_size=1, max_size=12).filter(str.strip), min_size=1, max_size=12), min_size=1, max_size=4)
)
def test_any_words_make_sound_trees(model: Language, sentences: list[list[str]]) -> None:
    assert_sound(read(model, *sentences))


def test_the_component_round_trips(model: Language, tmp_path: Path) -> None:
    component(model).to_disk(tmp_path)
    assert {path.name for path in tmp_path.iterdir()} == set(FILES)
    again = Syntax(spacy.blank("en").vocab).from_disk(tmp_path)
    doc = again(Doc(again.vocab, words=["Talks", "failed", "."], sent_starts=[True, False, False]))
    assert [token.dep_ for token in doc] == ["nsubj", "root", "punct"]


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match=r"labels\.json"):
        Syntax(spacy.blank("en").vocab).from_disk(tmp_path)


def test_a_damaged_file_is_a_model_error(model: Language, tmp_path: Path) -> None:
    component(model).to_disk(tmp_path)
    (tmp_path / "labels.json").write_text("{}", encoding="utf-8")
    with pytest.raises(ModelError):
        Syntax(spacy.blank("en").vocab).from_disk(tmp_path)


def test_batches_hold_every_row_once_and_keep_their_limit() -> None:
    pieces = np.array([5, 300, 7, 7, 90, 3000, 12])
    groups = list(batches(pieces, 600))
    assert sorted(row for group in groups for row in group.tolist()) == list(range(7))
    assert all(len(group) == 1 or pieces[group].max() * len(group) <= 600 for group in groups)


def test_best_paths_obey_what_may_follow_what() -> None:
    never = -1e4
    transitions = np.array([[0, 0, never], [0, 0, 0], [0, 0, 0]], np.float32)  # O, B, I: no I after O
    scores = np.array([[[2.0, 1.0, 0.0], [0.0, 0.0, 3.0], [5.0, 0.0, 0.0]]], np.float32)
    assert best_paths(scores, np.array([3]), transitions).tolist() == [[1, 2, 0]]
    assert best_paths(scores, np.array([1]), transitions)[0, 0] == 0
