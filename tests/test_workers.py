"""Worker processes: what they code comes back, and pages that kill or hang them are left out alone."""

import os
import time
from multiprocessing.connection import Connection
from typing import Any, cast

import pytest

from dragoman.errors import ModelError, OntologyError
from dragoman.records import Article, Coding, Drop, Page
from dragoman.settings import Settings
from dragoman.workers import Coded, Workers, serve

REPEATED = cast(Any, None)


def page(name: str) -> Page:
    return Page(name, name, b"", "text")


def toy_serve(connection: Connection, settings: Settings, repeated: object) -> None:
    """Codes pages by name, and dies or hangs at those that ask for it."""
    while (pages := connection.recv()) is not None:
        names = [item.name for item in pages]
        if "deadly" in names:
            os._exit(11)
        if "endless" in names:
            time.sleep(60)
        article = [Article(n, n, n, None, None, None, None, None, None, None, None, "", ()) for n in names]
        connection.send(Coded([Coding(item) for item in article], {"toy": 1.0}))


def broken_serve(connection: Connection, settings: Settings, repeated: object) -> None:
    connection.recv()
    connection.send(ModelError("is missing", "model"))


def coded(batches: list[list[str]], patience: float = 30.0) -> tuple[set[str], list[Drop]]:
    kept: set[str] = set()
    drops: list[Drop] = []
    with Workers(2, Settings(), REPEATED, serve=toy_serve, patience=patience) as workers:
        for result in workers.code([page(name) for name in batch] for batch in batches):
            kept |= {item.article.id for item in result.codings if isinstance(item, Coding)}
            drops += [item for item in result.codings if isinstance(item, Drop)]
    return kept, drops


def test_every_batch_comes_back() -> None:
    kept, drops = coded([["a", "b"], ["c"], ["d", "e"], ["f"]])
    assert kept == set("abcdef")
    assert drops == []


def test_a_page_that_kills_its_worker_is_left_out_and_its_neighbours_are_kept() -> None:
    kept, drops = coded([["a", "deadly", "b"], ["c"]])
    assert kept == set("abc")
    assert [(drop.page, drop.reason) for drop in drops] == [("deadly", "killed-the-worker")]
    assert "11" in drops[0].detail


def test_a_page_that_hangs_its_worker_is_left_out() -> None:
    kept, drops = coded([["a", "endless"]], patience=3.0)
    assert kept == {"a"}
    assert [drop.page for drop in drops] == ["endless"]
    assert "hung" in drops[0].detail


def test_a_missing_model_ends_the_run_with_its_own_error() -> None:
    with Workers(1, Settings(), REPEATED, serve=broken_serve) as workers, pytest.raises(ModelError, match="is missing"):
        list(workers.code([[page("a")]]))


class Mail:
    """A connection that holds what comes and keeps what goes."""

    def __init__(self, *coming: object) -> None:
        self.coming, self.gone = list(coming), cast(list[object], [])

    def recv(self) -> object:
        return self.coming.pop(0)

    def send(self, answer: object) -> None:
        self.gone.append(answer)


def test_a_fault_of_the_knowledge_that_shows_with_the_first_page_ends_the_run(monkeypatch: pytest.MonkeyPatch) -> None:
    class Late:
        def __init__(self, settings: Settings, repeated: object) -> None:
            pass

        def code(self, pages: list[Page]) -> list[Coding]:
            raise OntologyError(["syntax.yaml: speking: there is no such field"])

    monkeypatch.setattr("dragoman.pipeline.Coder", Late)
    mail = Mail([page("a")])
    serve(cast(Connection, mail), Settings(), REPEATED)
    (answer,) = mail.gone
    assert isinstance(answer, OntologyError)
