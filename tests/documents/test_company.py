"""A page is read the same whatever pages are read with it: ids and codings must not depend on the run."""

from dragoman.documents.document import Document
from dragoman.documents.stage import DocumentStage
from dragoman.records import Article, Block

TEXTS = (
    "Bakassi was handed to Cameroon. Nigeria withdrew its police from the peninsula in August 2008.",
    "Ministers of the Lake Chad Basin Commission met in Abuja; the envoy of Niger, who had come late, left before the vote "
    "was taken because, he said, nobody had told him that the agenda was to be changed at the last minute.",
    "No.",
    "Talks. " * 60,
)


def article(number: int) -> Article:
    text = TEXTS[number]
    blocks = (Block(0, len(text), "body", "test"),)
    return Article(str(number), str(number), str(number), None, None, None, None, None, None, "en", None, text, blocks)


def reading(document: object) -> list[tuple[str, str, int, str, float]]:
    assert isinstance(document, Document)
    return [
        (token.tag_, token.dep_, token.head.i, token.ent_type_, float(document.doc.tensor[token.i].sum()))
        for token in document.doc
    ]


def test_company_does_not_matter() -> None:
    stage = DocumentStage()
    alone = [reading(next(stage.run(iter([article(number)])))) for number in range(len(TEXTS))]
    together = [reading(document) for document in stage.run(article(number) for number in range(len(TEXTS)))]
    backwards = [reading(document) for document in stage.run(article(number) for number in reversed(range(len(TEXTS))))]
    assert alone == together == backwards[::-1]
