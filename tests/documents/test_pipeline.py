"""Which language model is used."""

from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc

from dragoman.documents import Document, DocumentStage, load_language_model
from dragoman.errors import ModelError
from dragoman.settings import Settings
from tests.documents.conftest import MakeArticle


@Language.component("test_first_word_is_root")
def first_word_is_root(doc: Doc) -> Doc:
    """The smallest parser: every word hangs on the first word of its sentence."""
    for sentence in doc.sents:
        for token in sentence:
            token.head = sentence[0]
            token.dep_ = "root" if token.i == sentence.start else "dep"
            token.pos_, token.lemma_ = "NOUN", token.lower_
    return doc


@pytest.fixture
def tiny(tmp_path: Path) -> Path:
    nlp = spacy.blank("en")
    nlp.add_pipe("test_first_word_is_root")
    nlp.to_disk(tmp_path / "tiny")
    return tmp_path / "tiny"


def test_another_pipeline_reads_our_tokens_and_sentences(tiny: Path, article: MakeArticle) -> None:
    stage = DocumentStage(Settings(language_model=str(tiny)))
    (document,) = stage.run(iter([article(("body", "US-led talks failed. Nobody came."))]))
    assert isinstance(document, Document)
    assert [t.text for t in document.doc] == ["US", "-", "led", "talks", "failed", ".", "Nobody", "came", "."]
    assert [t.dep_ for t in document.doc].count("root") == 2
    assert document.span(0, 3).text == "US-led"


@pytest.mark.parametrize("name", ["no_such_package_anywhere", "/no/such/folder"])
def test_a_model_that_is_not_there_is_a_model_error(name: str) -> None:
    with pytest.raises(ModelError, match=name):
        load_language_model(Settings(language_model=name))


def test_documents_of_the_stage_are_read_lazily(tiny: Path, article: MakeArticle) -> None:
    taken = []

    def articles() -> Iterator[object]:
        for number in range(1000):
            taken.append(number)
            yield article(("body", f"Talk {number}."))

    stage = DocumentStage(Settings(language_model=str(tiny)))
    results: Iterable[object] = stage.run(articles())  # type: ignore[arg-type]
    next(iter(results))
    assert len(taken) < 200
