"""Quotation marks of every style, closed or not, over sentences and paragraphs."""

import itertools
import re

import pytest
from spacy.tokens import Doc
from spacy.vocab import Vocab

from dragoman.documents.document import TokenBlock
from dragoman.reports.quotes.marks import Quotation, quotations
from dragoman.reports.tree import build_tree

TOKEN = re.compile(r"''|``|\w+(?:['’]\w+)?|[^\w\s]")


def read(text: str) -> list[tuple[str, Quotation]]:
    """The quotations of a text, one paragraph a line, each with its words."""
    lines = [
        [(match[0], line[match.end() : match.end() + 1] in (" ", "")) for match in TOKEN.finditer(line)]
        for line in text.split("\n")
    ]
    tokens = list(itertools.chain.from_iterable(lines))
    words, blanks = [word for word, _ in tokens], [blank for _, blank in tokens]
    starts: list[bool | int | None] = [i == 0 or words[i - 1] in (".", "?") for i in range(len(words))]
    doc = Doc(
        Vocab(), words=words, spaces=blanks, sent_starts=starts, tags=["''" if word == "''" else "XX" for word in words]
    )
    edges = [0, *itertools.accumulate(map(len, lines))]
    blocks = [TokenBlock(start, end, "body") for start, end in itertools.pairwise(edges)]
    return [(" ".join(words[each.first : each.last + 1]), each) for each in quotations(build_tree(doc), blocks, blanks)]


@pytest.mark.parametrize(
    "text",
    [
        "She said: “We leave now.”",
        'She said: "We leave now."',
        "She said: «We leave now.»",
        "She said: „We leave now.“",
        "She said: ''We leave now.''",
        "She said: ‘We leave now.’",
        "She said: 'We leave now.'",
        'She said: “We leave now."',
        "She said: ”We leave now.”",
    ],
)
def test_every_style_of_marks_is_read(text: str) -> None:
    assert [words for words, _ in read(text)] == ["We leave now ."]


def test_a_quotation_runs_over_sentences() -> None:
    assert [words for words, _ in read("“It is late. We leave.” He left.")] == ["It is late . We leave ."]


def test_apostrophes_open_nothing() -> None:
    assert read("The workers' union and the miners' union met.") == []


def test_an_inner_quotation_follows_the_one_it_stands_in() -> None:
    assert [words for words, _ in read("“They call it ‘a mere formality’ here.”")] == [
        "They call it ‘ a mere formality ’ here .",
        "a mere formality",
    ]


def test_an_unclosed_quotation_ends_with_its_paragraph() -> None:
    ((words, quotation),) = read("“The bridge is shut.\nNobody came.")
    assert (words, quotation.closing) == ("The bridge is shut .", None)


def test_paragraphs_that_open_anew_go_on_with_the_quotation() -> None:
    found = read("“The bridge is shut.\n“We wait for the army.”")
    assert [(words, quotation.runs_on) for words, quotation in found] == [
        ("The bridge is shut .", False),
        ("We wait for the army .", True),
    ]


def test_an_unopened_quotation_starts_with_its_sentence() -> None:
    ((words, quotation),) = read("He left. The road will open again soon,” she said.")
    assert (words, quotation.opening) == ("The road will open again soon ,", None)
