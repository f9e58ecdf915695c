"""Chains, with a ranker made for the test and with the shipped one."""

from pathlib import Path

import numpy as np
import pytest

from dragoman.documents.coreference import Resolution, Resolver
from dragoman.documents.coreference.columns import Array
from dragoman.documents.coreference.pairs import Pairs
from dragoman.documents.coreference.ranker import Ranker, Scores
from dragoman.errors import ModelError
from tests.documents.coreference.docs import parsed


class SameHead(Ranker):
    """Takes everything for a mention, and links phrases with the same head word (the first feature of a pair)."""

    def __init__(self) -> None:
        super().__init__({})

    def score(self, traits: Array, states: Array, pairs: Pairs) -> Scores:
        some = np.ones(len(traits), np.float32)
        return Scores(some, np.zeros(len(traits), np.float32), pairs.features[:, 0] * 6 - 3)


def words_of(doc: object, resolution: Resolution) -> list[list[int]]:
    return [[resolution.mentions[n].head for n in chain.mentions] for chain in resolution.chains]


def test_mentions_join_the_chain_of_their_likeliest_antecedent() -> None:
    doc = parsed("treaty/NOUN/0/root", "envoy/NOUN/0/root", "treaty/NOUN/0/root", "treaty/NOUN/0/root")
    assert words_of(doc, Resolver(ranker=SameHead()).resolve(doc)) == [[0, 2, 3], [1]]


def test_shares_are_chances_and_leave_room_for_something_new() -> None:
    doc = parsed(*["treaty/NOUN/0/root", "envoy/NOUN/0/root"] * 5)
    for mention in Resolver(ranker=SameHead()).resolve(doc).mentions:
        assert 0 <= sum(link.share for link in mention.links) < 1
        assert [link.share for link in mention.links] == sorted((link.share for link in mention.links), reverse=True)


def test_a_document_without_phrases_has_no_chains() -> None:
    assert Resolver(ranker=SameHead()).resolve(parsed("Go/VERB/0/root")) == Resolution((), ())


def test_missing_weights_are_a_typed_error(tmp_path: Path) -> None:
    with pytest.raises(ModelError):
        Ranker.load(tmp_path / "none.npz")


def test_the_shipped_ranker_reads_documents_without_vectors() -> None:
    doc = parsed(
        "Maria/PROPN/3/nsubj/PERSON Koroma/PROPN/1/flat resigned/VERB/0/root ./PUNCT/3/punct",
        "She/PRON/2/nsubj blamed/VERB/0/root rebels+/NOUN/2/obj ./PUNCT/2/punct",
    )
    assert [0, 4] in words_of(doc, Resolver().resolve(doc))


def test_the_shipped_ranker_is_small() -> None:
    from dragoman.documents.coreference.ranker import SHIPPED

    assert SHIPPED.stat().st_size < 2_000_000
