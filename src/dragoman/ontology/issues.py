"""Issues of international politics: a tree of ids with the words that name each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Annotated

from pydantic import Field

from dragoman.ontology.load import Knowledge, load_entries

IssueId = Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*(/[a-z0-9]+(-[a-z0-9]+)*)*$")]


class Issue(Knowledge):
    """An issue that somebody may take a stand on. The id is a path: `ukraine-war/peace-talks` lies below `ukraine-war`.

    `words`: phrases that name it wherever they stand, in lower case, lemmas. `topics`: phrases that name it only where what
    it is about is near: an actor of `near` (ids of the ontology, countries among them) or a phrase of `words` of this issue
    or of one above it. An issue without a `near` of its own has that of the issue above. `code`: a code by which others
    know it (a CAMEO or PLOVER context, an issue code of the Comparative Agendas Project), where there is one. `examples`:
    phrases we wrote that must lead to it.
    """

    id: IssueId
    name: str
    words: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    near: tuple[str, ...] = ()
    code: str | None = None
    examples: tuple[str, ...] = ()

    @property
    def parent(self) -> str | None:
        """The issue above, `None` at the top."""
        above, slash, _ = self.id.rpartition("/")
        return above if slash else None


def load_issues(folder: Path | None = None) -> dict[str, Issue]:
    """The issues by id, those of the user's folder added. Raises `OntologyError`."""
    return load_entries("issues", Issue, folder)


def lineage(issues: Mapping[str, Issue], issue: Issue) -> Iterator[Issue]:
    """An issue and those above it, nearest first."""
    current: Issue | None = issue
    while current is not None:
        yield current
        current = issues.get(current.parent) if current.parent else None


def problems_of_issues(issues: Mapping[str, Issue]) -> list[str]:
    """What a schema cannot see: issues that hang on none, words that name two issues, topics without anything to be near."""
    return [*_dangling(issues), *_clashes(issues), *_unbound(issues), *_letters(issues)]


def _dangling(issues: Mapping[str, Issue]) -> Iterator[str]:
    for issue in issues.values():
        if issue.parent and issue.parent not in issues:
            yield f"issue {issue.id}: there is no issue {issue.parent!r} above it"


def _clashes(issues: Mapping[str, Issue]) -> Iterator[str]:
    owner: dict[str, str] = {}
    for issue in issues.values():
        for words in issue.words:
            first = owner.setdefault(words, issue.id)
            if first != issue.id:
                yield f"issue {issue.id}: {words!r} names {first} as well"


def _unbound(issues: Mapping[str, Issue]) -> Iterator[str]:
    for issue in issues.values():
        above = tuple(lineage(issues, issue))
        if issue.topics and not any(each.near or each.words for each in above):
            yield f"issue {issue.id}: its topics have nothing to be near"
        if not (issue.words or issue.topics):
            yield f"issue {issue.id}: nothing names it"


def _letters(issues: Mapping[str, Issue]) -> Iterator[str]:
    for issue in issues.values():
        for words in (*issue.words, *issue.topics):
            if words != words.lower():
                yield f"issue {issue.id}: {words!r} is expected in lower case"
