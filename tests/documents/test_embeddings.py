"""Sentence embeddings."""

from pathlib import Path

import numpy as np
import pytest

from dragoman.documents.embeddings import WIDTH, SentenceEmbedder
from dragoman.errors import ModelError

TEXTS = ["The president flew to Ankara for talks.", "The head of state travelled to Turkey.", "Bake the bread for an hour."]


def test_like_sentences_are_closer_than_unlike_ones() -> None:
    vectors = SentenceEmbedder().embed(TEXTS)
    cosine = vectors @ vectors.T
    assert vectors.shape == (3, WIDTH)
    assert np.allclose(np.diag(cosine), 1, atol=1e-3)
    assert cosine[0, 1] > cosine[0, 2] + 0.3


def test_the_order_of_texts_does_not_matter() -> None:
    embedder = SentenceEmbedder()
    assert np.allclose(embedder.embed(TEXTS)[::-1], embedder.embed(TEXTS[::-1]), atol=0.03)


def test_very_long_and_empty_texts_have_vectors() -> None:
    assert np.isfinite(SentenceEmbedder().embed(["talks " * 5000, ""])).all()


def test_nothing_is_loaded_before_it_is_used(tmp_path: Path) -> None:
    embedder = SentenceEmbedder(tmp_path)
    assert not {"_graph", "_tokenizer"} & set(vars(embedder))


def test_a_missing_model_is_a_model_error(tmp_path: Path) -> None:
    with pytest.raises(ModelError):
        _ = SentenceEmbedder(tmp_path)._graph
