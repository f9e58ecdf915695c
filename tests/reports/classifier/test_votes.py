"""What a vote does: it is named in the why, and vetoes what is no act."""

from typing import Any

import numpy as np

from dragoman.documents.syntax import LAYERS
from dragoman.mentions.marked import MarkedDocument
from dragoman.reports.classifier.network import ActNetwork
from dragoman.reports.classifier.votes import Voter
from dragoman.reports.coder import Coder
from dragoman.reports.knowledge import Knowledge
from tests.reports.notation import marked

MET = "Kenya@KEN/NNP/2/nsubj met=meet/VBD/0/root Chad@TCD/NNP/2/obj ././2/punct"


class Fixed:
    """A network that always answers the same."""

    def __init__(self, **shares: float) -> None:
        names = ActNetwork.load().types
        self.shares = dict.fromkeys(names, 0.0) | shares

    def probabilities(self, means: Any, there: Any) -> dict[str, float]:  # noqa: ANN401 - not looked at
        return self.shares


def voter(**shares: float) -> Voter:
    found = Voter()
    found.__dict__["network"] = Fixed(**shares)
    return found


def read(notation: str) -> MarkedDocument:
    """The document with vectors, as the shipped language model leaves it."""
    found = marked(notation)
    doc = found.document.doc
    doc.user_data[LAYERS] = np.ones((len(doc), 4), np.float16)
    return found


def test_the_why_names_frame_and_classifier(knowledge: Knowledge) -> None:
    (report,) = Coder(read(MET), knowledge, voter(CONSULT=0.9, NONE=0.05)).reports()
    assert report.why[:2] == ("frame:CONSULT:meet", "classifier:CONSULT 0.90, no act 0.05")


def test_what_is_surely_no_act_is_left_out(knowledge: Knowledge) -> None:
    coder = Coder(read(MET), knowledge, voter(CONSULT=0.01, NONE=0.98))
    assert coder.reports() == ()
    assert [drop.reason for drop in coder.drops] == ["no-act"]


def test_a_vote_against_the_type_lowers_confidence(knowledge: Knowledge) -> None:
    (sure,) = Coder(read(MET), knowledge, voter(CONSULT=0.9)).reports()
    (unsure,) = Coder(read(MET), knowledge, voter(CONSULT=0.1, AID=0.6)).reports()
    assert unsure.event_type == "CONSULT"
    assert unsure.confidence < sure.confidence


def test_without_vectors_the_lexicon_codes_alone(knowledge: Knowledge) -> None:
    (report,) = Coder(marked(MET), knowledge, voter(NONE=0.97)).reports()
    assert not any(why.startswith("classifier:") for why in report.why)
