"""Utterances in the archive: traced when all is stored, shown on quotes, forgotten with their pages."""

from pathlib import Path

from dragoman.query.filters import Filter
from dragoman.query.query import Query
from dragoman.records import Coding
from dragoman.store.archive import Archive
from tests.synthetic import FINGERPRINT, article, day, quote

SAID = "Ana Ruiz said free passage through the strait serves every fishing nation."
RESAID = "Ana Ruiz said unhindered passage through the strait serves all fishing nations."


def telling(name: str, sentence: str) -> Coding:
    of = article(sentence, name=name, headline=name, published=day("2024-03-05"))
    said = quote(of, sentence, sentence.removeprefix("Ana Ruiz said "), speakers=["Ana Ruiz"])
    return Coding(of, mentions=said.speakers, quotes=(said,))


def test_quotes_of_one_utterance_are_found_by_it(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    with Archive.open(path, create=True) as archive:
        archive.store([telling("one.txt", SAID), telling("two.txt", RESAID)], [], FINGERPRINT)
        assert [one.utterance for one in Query(archive).quotes()] == [None, None]
        archive.trace()
        first, second = Query(archive).quotes()
        assert first.utterance is not None
        assert first.utterance == second.utterance
        assert len(list(Query(archive).quotes(Filter(utterance=(first.utterance[:8],))))) == 2


def test_the_order_of_the_pages_does_not_matter(tmp_path: Path) -> None:
    digests = set()
    tellings = [telling("one.txt", SAID), telling("two.txt", RESAID)]
    for number, pages in enumerate((tellings, tellings[::-1])):
        with Archive.open(tmp_path / f"{number}.db", create=True) as archive:
            for page in pages:
                archive.store([page], [], FINGERPRINT)
                archive.trace()
            digests.add(archive.digest())
    assert len(digests) == 1


def test_explain_shows_the_wordings_side_by_side(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    with Archive.open(path, create=True) as archive:
        archive.store([telling("one.txt", SAID), telling("two.txt", RESAID)], [], FINGERPRINT)
        archive.trace()
        query = Query(archive)
        told = next(query.quotes())
        (wordings,) = query.explain(told.id).parts
        assert "'free' became 'unhindered'" in wordings.why[0]
        found = query.explain(told.utterance or "")
        assert (found.kind, len(found.parts)) == ("utterance", 2)
