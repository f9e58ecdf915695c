"""Every cue of stance carries its own fixture: its examples run the whole way, and the share read as they say only rises.

Run `python -m tests.reports.positions.test_stance_examples` to list the examples that are not read as they say.
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from dragoman.documents.pipeline import SHIPPED
from dragoman.documents.stage import DocumentStage
from dragoman.mentions.stage import MentionStage
from dragoman.ontology.frames import Example
from dragoman.ontology.stances import StanceCue, load_stance_cues
from dragoman.records import Article, Block, Coding, Position
from dragoman.reports.stage import ReportStage
from dragoman.settings import Settings
from dragoman.stage import chain

FLOOR = 0.93
"""Least share of examples with a position of their holder, issue or object, and side."""


def cases() -> list[tuple[StanceCue, Example]]:
    """All examples of all cues."""
    return [(cue, example) for cue in load_stance_cues() for example in cue.examples]


def coded(texts: list[str]) -> Iterator[Coding]:
    """Each text as a page of its own, coded."""
    settings = Settings()
    stages = (DocumentStage(settings), MentionStage(settings), ReportStage(settings))
    for result in chain(stages, (_article(text) for text in texts)):
        assert isinstance(result, Coding), result
        yield result


def _article(text: str) -> Article:
    block = Block(0, len(text), "body", "test")
    return Article(text, text, text, None, None, None, None, None, None, "en", None, text, (block,))


def agrees(cue: StanceCue, example: Example, position: Position) -> bool:
    """Whether a position is what the example says: its holders, and its object or a word of its issue.

    The stance is the cue's, but for examples that deny it or end what they are about.
    """
    holders = {actor.id for actor in position.holders}
    words = position.issue_words.text.lower() if position.issue_words else ""
    on = position.object.id if position.object else None
    about = all(name == on or name.lower() in words for name in example.target)
    return set(example.source) == holders and about


def missed() -> list[str]:
    """The examples that are not read as they say."""
    found = cases()
    codings = coded([example.text for _, example in found])
    return [
        f"[{cue.stance}] {example.text} {[(p.stance, p.issue, p.object and p.object.id) for p in coding.positions]}"
        for (cue, example), coding in zip(found, codings, strict=True)
        if not any(agrees(cue, example, position) for position in coding.positions)
    ]


@pytest.mark.slow
def test_the_share_of_examples_read_as_their_cues_say() -> None:
    if not SHIPPED.is_dir():
        pytest.skip("the language model is not there")
    wrong = missed()
    assert 1 - len(wrong) / len(cases()) >= FLOOR, wrong


if __name__ == "__main__":
    print("\n".join(missed()))  # noqa: T201
