"""Which issue words name: by themselves, near what it is about, or none."""

from __future__ import annotations

import pytest

from dragoman.ontology.issues import Issue, load_issues
from dragoman.reports.positions.issues import IssueIndex, IssueReader
from dragoman.reports.reader import Reader
from dragoman.reports.tree import Word
from tests.reports.notation import marked

ISSUES = IssueIndex(
    {
        issue.id: issue
        for issue in (
            Issue(id="dam", name="The dam", words=("lake dam",), near=("KEN",)),
            Issue(id="dam/talks", name="Talks on the dam", topics=("talk",)),
            Issue(id="fish", name="Fish", words=("fishing", "fishing right")),
            Issue(id="pact", name="The pact", near=("KEN+TCD",), topics=("pact",)),
        )
    }
)


def link(notation: str, first: int, last: int, holders: frozenset[str] = frozenset()) -> tuple[str, str] | None:
    reader = Reader(marked(notation), {})
    found = IssueReader(reader, ISSUES).link(reader.tree.words[first : last + 1], holders)
    return (found.issue.id, found.near) if found else None


TALKS = "Mali@MLI/NNP/2/nsubj wants=want/VBZ/0/root talks=talk/NNS/2/obj with/IN/5/case Kenya@KEN/NNP/3/nmod ././2/punct"


def test_words_that_name_an_issue_do_so_anywhere() -> None:
    assert link("Mali@MLI/NNP/2/nsubj bans=ban/VBZ/0/root fishing/NN/2/obj ././2/punct", 2, 2) == ("fish", "named")


def test_the_longer_phrase_names_it_and_articles_do_not_part_it() -> None:
    notation = "Mali@MLI/NNP/2/nsubj wants=want/VBZ/0/root the/DT/4/det lake/NN/5/compound dam/NN/2/obj ././2/punct"
    assert link(notation, 2, 4) == ("dam", "named")


def test_a_topic_needs_whom_it_is_about_in_its_phrase_or_sentence() -> None:
    assert link(TALKS, 2, 4) == ("dam/talks", "phrase")
    assert link(TALKS, 2, 2) == ("dam/talks", "sentence")
    assert link("Mali@MLI/NNP/2/nsubj wants=want/VBZ/0/root talks=talk/NNS/2/obj ././2/punct", 2, 2) is None


def test_whoever_takes_the_stand_tells_nothing_of_its_issue() -> None:
    notation = "Kenya@KEN/NNP/2/nsubj wants=want/VBZ/0/root talks=talk/NNS/2/obj ././2/punct"
    assert link(notation, 2, 2, frozenset({"KEN"})) is None


def test_a_pair_must_both_be_there() -> None:
    notation = (
        "Kenya@KEN/NNP/2/nsubj left=leave/VBD/0/root a/DT/4/det pact/NN/2/obj with/IN/6/case Chad@TCD/NNP/4/nmod ././2/punct"
    )
    assert link(notation, 3, 3, frozenset({"KEN"})) == ("pact", "sentence")
    alone = "Kenya@KEN/NNP/2/nsubj left=leave/VBD/0/root a/DT/4/det pact/NN/2/obj ././2/punct"
    assert link(alone, 3, 3) is None


def test_an_article_about_an_issue_lends_it_to_later_sentences() -> None:
    notation = (
        "The/DT/3/det lake/NN/3/compound dam/NN/4/nsubj broke=break/VBD/0/root ././4/punct\n"
        "Mali@MLI/NNP/2/nsubj wants=want/VBZ/0/root talks=talk/NNS/2/obj ././2/punct"
    )
    assert link(notation, 7, 7) == ("dam/talks", "article")


@pytest.mark.parametrize("issue", [issue for issue in load_issues().values() if issue.examples], ids=lambda issue: issue.id)
def test_the_examples_of_an_issue_name_it(issue: Issue) -> None:
    index = IssueIndex(load_issues())
    for example in issue.examples:
        assert issue.id in {naming.issue.id for naming, _ in index.named(_words(example))}, example


def _words(text: str) -> list[Word]:
    forms = text.replace("'s", " 's").replace("-", " - ").lower().split()
    return [Word(i, form, form, form.removesuffix("s"), "NN", "dep", "dep", 0) for i, form in enumerate(forms)]
