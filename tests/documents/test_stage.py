"""From articles to documents."""

from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dragoman.documents import Document, DocumentStage, TokenBlock
from dragoman.records import Article, Block, Drop
from tests.documents.conftest import MakeArticle


@pytest.fixture(scope="module")
def stage() -> DocumentStage:
    return DocumentStage()


def only(stage: DocumentStage, article: Article) -> Document:
    (document,) = stage.run(iter([article]))
    assert isinstance(document, Document)
    return document


def test_tokens_lead_back_to_the_article(stage: DocumentStage, article: MakeArticle) -> None:
    document = only(
        stage,
        article(
            ("headline", "Talks in  Pyong\u00adyang"),
            ("navigation", "Home"),
            ("body", "Kim said: “We don’t\u00a0know.” They left."),
        ),
    )
    assert [t.text for t in document.doc][:3] == ["Talks", "in", "Pyongyang"]
    assert document.span(2, 3).text == "Pyong\u00adyang"
    assert document.blocks == (TokenBlock(0, 3, "headline"), TokenBlock(3, len(document.doc), "body"))
    for token, start, end in zip(document.doc, document.starts, document.ends, strict=True):
        assert document.article.text[start:end].replace("\u00ad", "") == token.text


def test_sentences_never_cross_blocks(stage: DocumentStage, article: MakeArticle) -> None:
    document = only(stage, article(("headline", "Talks begin"), ("body", "in the capital"), ("body", "on Monday")))
    assert [(block.kind, s.text) for block, s in document.sentences()] == [
        ("headline", "Talks begin"),
        ("body", "in the capital"),
        ("body", "on Monday"),
    ]


def test_an_article_without_words_is_dropped_with_a_reason(stage: DocumentStage, article: MakeArticle) -> None:
    (drop,) = stage.run(iter([article(("navigation", "Home"), ("body", " \u200b "))]))
    assert drop == Drop("documents", "no words in headline or body", "page.txt", "p1")


def test_results_come_in_the_order_of_the_articles(stage: DocumentStage, article: MakeArticle) -> None:
    texts = [f"Minister number {n} spoke." if n % 3 else "" for n in range(150)]
    results = list(stage.run(article(("body", text)) if text else article() for text in texts))
    assert [isinstance(r, Document) for r in results] == [bool(text) for text in texts]
    assert [r.article.text for r in results if isinstance(r, Document)] == [text for text in texts if text]


def test_a_span_outside_the_document_is_refused(stage: DocumentStage, article: MakeArticle) -> None:
    document = only(stage, article(("body", "They left.")))
    for start, end in ((0, 0), (2, 1), (0, 9), (-1, 2)):
        with pytest.raises(IndexError):
            document.span(start, end)


MESSY = st.text(st.sampled_from("ab AB.,!?'’\"“-–—\n\t\u00a0\u00ad\u200b😀я北1$%/"), max_size=80)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(MESSY, min_size=1, max_size=4))
def test_any_text_keeps_its_offsets(stage: DocumentStage, texts: list[str]) -> None:
    text, blocks = "", []
    for part in texts:
        blocks.append(Block(len(text), len(text) + len(part), "body", "test"))
        text += part + "\n"
    found = next(
        iter(stage.run(iter([Article("a", "p", "i", None, None, None, None, None, None, "en", None, text, tuple(blocks))])))
    )
    if isinstance(found, Drop):
        return
    assert (found.starts < found.ends).all()
    assert (found.starts[1:] >= found.ends[:-1]).all()
    assert found.blocks[0].start == 0
    assert found.blocks[-1].end == len(found.doc)
    assert all(a.end == b.start for a, b in pairwise(found.blocks))
    begins = {s.start for s in found.doc.sents}
    assert all(block.start in begins for block in found.blocks)
