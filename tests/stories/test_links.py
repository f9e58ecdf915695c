"""What one article tells: what belonged to its meeting, and what came after."""

from collections.abc import Sequence
from typing import Any

from dragoman.stories.links import within_article
from dragoman.stories.sketch import ReportSketch
from tests.stories.made import BERG, CHAD, RESOLVER, RUIZ, page, told

PAGE = page("page", "2023-09-05")


def report(name: str, number: int, day: str | None = None, **values: Any) -> ReportSketch:  # noqa: ANN401
    return told(name, day, article="page", number=number, sentence=number * 100, **values)


def links(reports: Sequence[ReportSketch]) -> set[tuple[str, str, str]]:
    return {(link.report, link.kind, link.of) for link in within_article(reports, PAGE, RESOLVER.scorer)}


MEETING = report("meeting", 0, "2023-09-04")


def test_what_the_parties_agree_belongs_to_their_meeting() -> None:
    assert links([MEETING, report("deal", 1, type="AGREE")]) == {("deal", "part-of", "meeting")}
    assert links([MEETING, report("plea", 1, "2023-09-04", type="REQUEST")]) == {("plea", "part-of", "meeting")}


def test_other_days_other_parties_and_plans_do_not_belong_to_it() -> None:
    others = [
        report("older", 1, "2023-05-04", type="AGREE"),
        report("third", 2, type="REQUEST", parties=(RUIZ, BERG, CHAD)),
        report("plan", 3, type="AGREE", phase="ahead"),
        report("alone", 4, type="MOBILIZE", parties=(RUIZ,)),
        report("again", 5),
    ]
    assert links([MEETING, *others]) == set()


def test_without_a_dated_meeting_nothing_belongs_to_anything() -> None:
    assert links([report("meeting", 0), report("deal", 1, type="AGREE")]) == set()


def test_what_is_told_as_coming_after_follows() -> None:
    assert links([MEETING, report("speech", 1, type="ACCUSE", afterwards=True)]) == {("speech", "follows", "meeting")}


def test_what_the_sentence_puts_before_is_followed() -> None:
    refusal = report("refusal", 0, "2023-09-04", type="REJECT", parties=(RUIZ,))
    before = report("before", 1, "2023-09-01", type="AGREE", after_cue=True, parties=(BERG, CHAD))
    same_sentence = told("before", "2023-09-01", article="page", number=1, sentence=0, type="AGREE", after_cue=True)
    assert links([refusal, before]) == set()
    assert links([refusal, same_sentence]) == {("refusal", "follows", "before")}
