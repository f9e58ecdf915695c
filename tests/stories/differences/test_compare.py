"""What one telling made of another: each kind of change, and no change where there is none."""

from collections.abc import Sequence
from functools import cache

import pytest

from dragoman.records import Actor, Coding, Date, Difference, Span
from dragoman.stories.differences.compare import Comparer
from tests.stories.copies.pages import STORY, article
from tests.synthetic import article as page
from tests.synthetic import report


@cache
def comparer() -> Comparer:
    return Comparer()


def compared(one: Sequence[str], other: Sequence[str]) -> list[Difference]:
    return comparer().articles(Coding(article(one, "one")), Coding(article(other, "other")))


def changed(before: str, after: str) -> list[Difference]:
    """What is said to differ where one sentence of a story is told in another way."""
    found = compared([before, *STORY[3:]], [after, *STORY[3:]])
    return [one for one in found if (one.change, one.aspect) != ("kept", "passage")]


def test_the_same_text_is_kept_and_nothing_else() -> None:
    found = compared(STORY, STORY)
    assert {(one.change, one.aspect) for one in found} == {("kept", "passage")}
    assert len(found) >= len(STORY)


def test_sentences_that_only_one_side_has_are_dropped_or_added() -> None:
    found = compared(
        STORY[:4], [*STORY[1:4], "A ferry captain in Matarani sold his boat to pay for the lawyers of his brother."]
    )
    assert [one.here.text for one in found if one.change == "dropped" and one.here] == [STORY[0]]
    assert [one.there.text[:15] for one in found if one.change == "added" and one.there] == ["A ferry captain"]


@pytest.mark.parametrize(
    ("before", "after", "aspect", "contradiction"),
    [
        ("Police in Ilo counted 340 sacks of ore.", "Police in Ilo counted 430 sacks of ore.", "number", True),
        (
            "The harbour of Ilo was closed by customs officers.",
            "The harbour of Ilo was not closed by customs officers.",
            "polarity",
            True,
        ),
        (
            "The harbour of Ilo was closed by customs officers.",
            "The harbour of Ilo was reportedly closed by customs officers.",
            "certainty",
            False,
        ),
        (
            "The harbour master of Ilo said the mercury came from Oruro.",
            "In Ilo the mercury came from Oruro, as the harbour shows.",
            "attribution",
            False,
        ),
        (
            'The mayor of Ilo spoke of "a slap for honest drivers".',
            'The mayor of Ilo spoke of "a blow for honest drivers".',
            "quote",
            False,
        ),
    ],
)
def test_what_is_told_otherwise_is_named(before: str, after: str, aspect: str, contradiction: bool) -> None:
    (found,) = (one for one in changed(before, after) if one.aspect == aspect)
    assert (found.change, found.contradiction) == ("altered", contradiction)
    assert [passage and passage.text for passage in (found.here_passage, found.there_passage)] == [before, after]


def test_quoted_words_that_lose_their_marks_are_told() -> None:
    (found,) = changed(
        'Rosaura Quillca called the drivers "smugglers with flags" in Ilo.',
        "Rosaura Quillca called the drivers smugglers with flags in Ilo.",
    )
    assert (found.change, found.aspect) == ("altered", "quote")
    assert "without quotation marks" in found.note


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (
            "The port of Ilo takes 3,000 lorries a day from Bolivia.",
            "The port of Ilo takes 3000 lorries a day from Bolivia.",
        ),
        ("Nine drivers from Oruro were held in Ilo.", "9 drivers from Oruro were held in Ilo."),
        ("Customs in Ilo did not open the containers.", "Customs in Ilo declined to open the containers."),
    ],
)
def test_other_ways_of_writing_the_same_are_no_difference(before: str, after: str) -> None:
    assert changed(before, after) == []


def test_a_name_that_is_spelled_otherwise_is_told_with_both_spellings() -> None:
    codings = []
    for name, words in (("one", "Rosaura Quillca"), ("other", "Rosaura Kilca")):
        of = article([f"Deputy minister {words} flew from La Paz to Ilo.", *STORY[4:]], name)
        start = of.text.index(words)
        mention = Span(start, start + len(words), words)
        actor = Actor(f"name:{name}", words, "person", None, None, None, mention, "name")
        codings.append(Coding(of, mentions=(actor,)))
    found = [one for one in comparer().articles(*codings) if one.aspect == "name"]
    assert [(one.change, one.here and one.here.text, one.there and one.there.text) for one in found] == [
        ("altered", "Rosaura Quillca", "Rosaura Kilca")
    ]


@pytest.mark.parametrize(("other_day", "contradiction"), [("2024-05-15", True), (None, False)])
def test_days_contradict_each_other_only_where_both_are_known(other_day: str | None, contradiction: bool) -> None:
    codings = []
    for name, words, day in (("one", "Tuesday", "2024-05-14"), ("other", "Wednesday", other_day)):
        of = article([f"Peru closed the port of Ilo to Bolivian lorries on {words}.", *STORY[4:]], name)
        start = of.text.index(words)
        date = Date(day, day, "day" if day else None, "relative", words, Span(start, start + len(words), words))
        codings.append(Coding(of, dates=(date,)))
    (found,) = (one for one in comparer().articles(*codings) if one.aspect == "date")
    assert (found.change, found.contradiction) == ("altered", contradiction)


def test_reports_of_one_event_differ_in_status_and_place() -> None:
    told = []
    for name, sentence, status in (
        ("one.txt", "Kenya and Chad held talks on 40 wells.", "happened"),
        ("other.txt", "Kenya and Chad held no talks on 50 wells.", "negated"),
    ):
        of = page(sentence, name=name)
        told.append((Coding(of), report(of, sentence, "talks", status=status, sources=["Kenya"])))  # type: ignore[arg-type]
    found = comparer().reports(*told[0], *told[1])
    kinds = {(one.change, one.aspect): one.contradiction for one in found}
    assert kinds == {("kept", "passage"): False, ("altered", "polarity"): True, ("altered", "number"): True}


def test_words_of_differences_stand_where_they_say() -> None:
    one, other = article(STORY, "one"), article(["Peru closed Ilo, 34 kilos of mercury were found.", *STORY[2:]], "other")
    for found in comparer().articles(Coding(one), Coding(other)):
        for words, of in ((found.here, one), (found.there, other)):
            assert words is None or of.text[words.start : words.end] == words.text
