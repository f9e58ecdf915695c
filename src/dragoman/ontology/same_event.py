"""What makes two reports one event: families of types, weights of evidence, thresholds, words that count a series."""

from __future__ import annotations

from pathlib import Path
from typing import Final, Literal

from dragoman.ontology.load import DATA, Knowledge, load_whole

Rule = Literal["strict", "default", "loose"]


class Weights(Knowledge):
    """What each piece of evidence adds to (or takes from) the sum that two reports must reach to be one event.

    Where two fields bound a range, the weight grows from the first to the second with the likeness, 0 to 1.
    """

    same_type: float
    same_family: float
    same_mode: float
    same_person: float
    same_party: float
    same_country: float
    unknown_party: float
    unnamed_party: float
    other_person: float
    more_parties: float
    other_partner: float
    same_days: float
    days_overlap: float
    months_overlap: float
    years_overlap: float
    pages_far_apart: float
    pages_same_days: float
    same_place: float
    place_within: float
    other_place: float
    content: float
    content_once: float
    repeatable: float
    same_article: float
    same_article_once: float
    unnamed_in_article: float
    story: float
    other_story: float
    same_number: float
    retold: float
    same_act: float
    other_act: float


class SameEvent(Knowledge):
    """What `same_event.yaml` holds.

    `families`: types whose acts are the same kind of deed, told by different verbs. `once_a_day`: types of which a pair of
    actors sees one a day as a rule; of the others two on one day are two unless the words agree. `phases`: which status
    belongs to which; acts of different phases are linked, not merged. `apart_modes`: modes of which an act has one or the
    other. `thresholds`: the sum that makes reports one event, by rule. `ambiguous`: an undated report joins none of two
    events whose sums are closer than this. `bridge`: the likeness of words, place and story that a missing date wants;
    `bridge_recalled`: that of an act told as background, which may be any of the past.
    `series`: nouns that are counted ("the third round"); `counted_from_one`: those of which "first" opens a series, too
    ("the first visit in ten years" opens none). `numbers`: words to numbers. `endings`: endings of words and what
    stands for them. `empty_words`: words that tell nothing.
    `field_words`: words that any page on international politics may hold, and that tell little: `field_weight` of what
    they would tell elsewhere.
    `acts`: words by the act that they name, whatever their type; `particles`: words that go with a verb ("gun down").
    `follow_cues`: words that put an act after another ("after", "in response to"), `afterwards` those that
    open a sentence and put its act after what was told before. `story_threshold`: the likeness at which
    articles are of one story; it halves with each `story_days` between them, and no `story_gap` days without a page may lie
    in a story; two groups of `story_dense` articles or more must be at least `story_share` as alike as the looser of them is
    within.
    """

    families: dict[str, tuple[str, ...]]
    once_a_day: tuple[str, ...]
    phases: dict[str, tuple[str, ...]]
    apart_modes: tuple[tuple[str, str], ...]
    weights: Weights
    thresholds: dict[Rule, float]
    ambiguous: float
    bridge: float
    bridge_recalled: float
    series: tuple[str, ...]
    counted_from_one: tuple[str, ...]
    numbers: dict[str, int]
    endings: dict[str, str]
    empty_words: tuple[str, ...]
    field_words: tuple[str, ...]
    field_weight: float
    acts: dict[str, tuple[str, ...]]
    particles: tuple[str, ...]
    follow_cues: tuple[str, ...]
    afterwards: tuple[str, ...]
    story_threshold: float
    story_days: float
    story_gap: int
    story_share: float
    story_dense: int


WORDS: Final = "word_documents.tsv"


def load_same_event(folder: Path | None = None) -> SameEvent:
    """The knowledge, a user's file replacing the shipped one; raises `OntologyError` where it does not follow the schema."""
    return load_whole("same_event", SameEvent, folder)


def word_documents() -> dict[str, int]:
    """In how many of a fixed set of texts each word stands; `*` is the number of texts."""
    rows = (line.split("\t") for line in (DATA / WORDS).read_text("utf-8").splitlines())
    return {word: int(count) for word, count in rows}
