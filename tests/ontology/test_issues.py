"""Faults between issues and between cues of stance, which a schema cannot see."""

from __future__ import annotations

from dragoman.ontology.frames import Example
from dragoman.ontology.issues import Issue, load_issues, problems_of_issues
from dragoman.ontology.stances import (
    ActStance,
    Stance,
    StanceCue,
    load_act_stances,
    load_stance_cues,
    load_stances,
    problems_of_stances,
)


def issues(*all_of_them: Issue) -> list[str]:
    return problems_of_issues({issue.id: issue for issue in all_of_them})


def test_the_shipped_issues_and_cues_are_sound() -> None:
    assert problems_of_issues(load_issues()) == []
    assert problems_of_stances(load_stances(), load_stance_cues(), load_act_stances()) == []


def test_an_issue_below_none() -> None:
    (problem,) = issues(Issue(id="lake/fish", name="Fish", words=("fish",)))
    assert "no issue 'lake'" in problem


def test_words_that_name_two_issues() -> None:
    (problem,) = issues(Issue(id="a", name="A", words=("fish",)), Issue(id="b", name="B", words=("fish",)))
    assert problem == "issue b: 'fish' names a as well"


def test_topics_that_are_near_nothing() -> None:
    (problem,) = issues(Issue(id="a", name="A", topics=("fish",)))
    assert "nothing to be near" in problem


def test_words_in_capitals_and_issues_that_nothing_names() -> None:
    assert len(issues(Issue(id="a", name="A", words=("Fish",)), Issue(id="b", name="B"))) == 2


def test_cues_that_show_two_stances_or_one_that_is_not_there() -> None:
    stances = {"for-it": Stance(id="for-it", side="for", gloss="")} | {"not": Stance(id="not", side="against", gloss="")}
    example = (Example(text="Kenya fishes."),)
    cues = [StanceCue(verbs=("fish",), stance=stance, examples=example) for stance in ("for-it", "not", "maybe")]
    problems = problems_of_stances(stances, cues, {"1": ActStance(id="10", stance="maybe")})
    assert "verb 'fish' shows both for-it and not" in problems
    assert sum("no stance 'maybe'" in problem for problem in problems) == 2
