"""Positions, the whole way from text: who is for or against whom in sentences of ours, by the ways there are to say so."""

from __future__ import annotations

from typing import NamedTuple

import pytest

from dragoman.documents.pipeline import SHIPPED
from dragoman.documents.stage import DocumentStage
from dragoman.mentions.stage import MentionStage
from dragoman.records import Article, Block, Coding
from dragoman.reports.stage import ReportStage
from dragoman.settings import Settings
from dragoman.stage import chain

Stand = tuple[str, str, str]
"""A part of the holder's name, the stance, a part of the object's name."""


class Said(NamedTuple):
    """A passage, the stands that it shows, and those that it does not, by what it tries."""

    name: str
    text: str
    shows: tuple[Stand, ...] = ()
    never: tuple[Stand, ...] = ()


SAID = (
    Said(
        "support-that-is-had",
        "Liz Truss has the backing of Kwasi Kwarteng, an old friend from Norfolk.",
        (("Kwarteng", "supports", "Truss"),),
        (("Truss", "supports", "Kwarteng"),),
    ),
    Said(
        "endorsements-that-are-landed",
        "Rishi Sunak landed endorsements from Michael Gove and Dominic Raab.",
        (("Gove", "supports", "Sunak"), ("Raab", "supports", "Sunak")),
        (("Sunak", "supports", "Gove"),),
    ),
    Said(
        "support-withheld",
        "Boris Johnson withdrew his support for Michael Gove.",
        (("Johnson", "opposes", "Gove"),),
        (("Johnson", "supports", "Gove"),),
    ),
    Said(
        "a-broadcaster-is-a-supporter",
        "Fox News was a loyal supporter of Boris Johnson.",
        (("Fox", "supports", "Johnson"),),
    ),
    Said(
        "quarrels-without-an-object",
        "Boris Johnson and Michael Gove have been feuding since the spring.",
        (("Johnson", "opposes", "Gove"), ("Gove", "opposes", "Johnson")),
    ),
    Said(
        "called-on-to-go",
        "Keir Starmer called for Boris Johnson to resign.",
        (("Starmer", "opposes", "Johnson"),),
    ),
    Said(
        "what-is-somebodys-is-undone",
        "Rishi Sunak scrapped most of Liz Truss's tax plans within a month.",
        (("Sunak", "opposes", "Truss"),),
    ),
    Said(
        "complaints-that-somebody-is",
        "Liz Truss resigned after complaints from Boris Johnson that she was too slow.",
        (("Johnson", "opposes", "Truss"),),
    ),
    Said(
        "a-nickname",
        'Donald Trump called Jeb Bush "Crazy Jeb" once more.',
        (("Trump", "opposes", "Bush"),),
    ),
    Said(
        "forms-that-the-model-never-saw",
        "Michael Gove needles Liz Truss at every meeting, and Dominic Raab upbraids her.",
        (("Gove", "opposes", "Truss"),),
    ),
    Said(
        "shut-out-by-a-firm",
        "Twitter muted Donald Trump for a week.",
        (("Twitter", "opposes", "Trump"),),
    ),
    Said(
        "people-of-somebody",
        "Keir Starmer praised the men and women of the Royal Navy.",
        (("Starmer", "supports", "Navy"),),
    ),
    Said(
        "praise-that-is-only-wished",
        'Keir Starmer said: "Boris Johnson should be honest with the country."',
        (),
        (("Starmer", "supports", "Johnson"),),
    ),
    Said(
        "too-much-of-it-is-no-praise",
        'Keir Starmer said: "The promises of Boris Johnson are simply too generous."',
        (),
        (("Starmer", "supports", "Johnson"),),
    ),
    Said(
        "none-of-it-is-blame",
        'Keir Starmer said: "Boris Johnson has shown no moral courage."',
        (("Starmer", "opposes", "Johnson"),),
    ),
    Said(
        "a-charge-by-somebody-who-is-against-him",
        'Keir Starmer denounced Boris Johnson on Monday. "Boris Johnson spent the money on wallpaper," Starmer said.',
        (("Starmer", "opposes", "Johnson"), ("Starmer", "opposes", "Johnson")),
    ),
    Said(
        "the-same-charge-by-anybody",
        'Keir Starmer spoke on Monday. "Boris Johnson spent the money on wallpaper," Starmer said.',
        (),
        (("Starmer", "opposes", "Johnson"),),
    ),
    Said(
        "nothing-of-it-is-praise",
        'Dominic Raab said: "Boris Johnson did nothing wrong."',
        (("Raab", "supports", "Johnson"),),
        (("Raab", "opposes", "Johnson"),),
    ),
    Said(
        "whoever-denies-a-wrong-is-for-him",
        "Dominic Raab claimed that Boris Johnson did not mislead the House.",
        (("Raab", "supports", "Johnson"),),
        (("Raab", "opposes", "Johnson"),),
    ),
    Said(
        "a-kind-of-bill-is-no-judgement",
        'Keir Starmer said: "Boris Johnson has read the new crime bill."',
        (),
        (("Starmer", "opposes", "Johnson"),),
    ),
    Said(
        "great-is-no-praise-of-an-evil",
        'Keir Starmer said: "Boris Johnson has become a great liability."',
        (),
        (("Starmer", "supports", "Johnson"),),
    ),
    Said(
        "a-boost-that-somebody-gets",
        "Rishi Sunak got a boost from Michael Gove on Friday.",
        (("Gove", "supports", "Sunak"),),
        (("Sunak", "supports", "Gove"),),
    ),
    Said(
        "the-clause-beside-is-of-others",
        'Keir Starmer said: "Boris Johnson comes home on Friday, and this debate is the perfect occasion for it."',
        (),
        (("Starmer", "supports", "Johnson"),),
    ),
    Said(
        "and-that-is-said-of-the-clause-before",
        'Keir Starmer said: "Boris Johnson has missed every vote, and that is inexcusable."',
        (("Starmer", "opposes", "Johnson"),),
    ),
    Said(
        "a-lead-in-a-poll-is-no-stand",
        "Liz Truss holds a narrow lead over Rishi Sunak in the latest poll.",
        (),
        (("Truss", "opposes", "Sunak"),),
    ),
)


@pytest.fixture(scope="module")
def stands() -> dict[str, list[Stand]]:
    """The stands of all passages, by name."""
    if not SHIPPED.is_dir():
        pytest.skip("the language model is not here")
    settings = Settings()
    stages = (DocumentStage(settings), MentionStage(settings), ReportStage(settings))
    found = {}
    for said, coding in zip(SAID, chain(stages, (_article(each.text) for each in SAID)), strict=True):
        assert isinstance(coding, Coding), coding
        found[said.name] = [
            (holder.name or "", position.stance, position.object.name or "")
            for position in coding.positions
            if position.object is not None
            for holder in position.holders
        ]
    return found


@pytest.mark.parametrize("said", SAID, ids=lambda said: said.name)
def test_who_is_for_or_against_whom(said: Said, stands: dict[str, list[Stand]]) -> None:
    found = stands[said.name]
    for holder, stance, target in set(said.shows):
        assert _times(found, (holder, stance, target)) >= said.shows.count((holder, stance, target)), found
    assert not any(_times(found, each) for each in said.never), found


def _times(found: list[Stand], wanted: Stand) -> int:
    holder, stance, target = wanted
    return sum(holder in each[0] and each[1] == stance and target in each[2] for each in found)


def _article(text: str) -> Article:
    block = Block(0, len(text), "body", "test")
    return Article(text, text, text, None, None, None, None, None, None, "en", None, text, (block,))
