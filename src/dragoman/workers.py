"""Worker processes that code batches of pages, and survive pages that kill them.

Each worker is one process with one language model and one thread; two processes are faster than one process of two threads.
When a worker dies or hangs (a parser's stack overflow, out of memory), its pages are tried again one by one in a fresh
worker; a page that kills a worker alone is left out as "killed-the-worker". So a bad page never stops a run.
"""

from __future__ import annotations

import multiprocessing
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from multiprocessing.connection import Connection, wait
from types import TracebackType
from typing import TYPE_CHECKING

from dragoman.articles.repeats import RepeatedLines
from dragoman.errors import DragomanError
from dragoman.records import Coding, Drop, Page
from dragoman.settings import Settings

if TYPE_CHECKING:
    from multiprocessing.context import SpawnProcess

BATCH_SECONDS = 900.0
"""A worker that has not answered for so long is taken for hung and replaced."""


Serve = Callable[[Connection, Settings, RepeatedLines], None]


@dataclass(frozen=True, slots=True)
class Coded:
    """The results of one batch, the seconds that each stage took for it, and its pages."""

    codings: list[Coding | Drop]
    seconds: Mapping[str, float]
    pages: Sequence[Page] = ()


def serve(connection: Connection, settings: Settings, repeated: RepeatedLines) -> None:
    """The life of a worker: load everything once, then code what comes until there is nothing more.

    A fault of the settings, the knowledge or the model (some are loaded with the first page) goes to the run and ends it.
    """
    from dragoman.pipeline import Coder

    try:
        coder = Coder(settings, repeated)
        while (pages := connection.recv()) is not None:
            codings = coder.code(pages)
            connection.send(Coded(codings, coder.seconds))
            coder.seconds = {}
    except DragomanError as error:
        connection.send(error)


class _Worker:
    def __init__(self, serve: Serve, settings: Settings, repeated: RepeatedLines) -> None:
        context = multiprocessing.get_context("spawn")
        self.connection, theirs = context.Pipe()
        self.process: SpawnProcess = context.Process(target=serve, args=(theirs, settings, repeated), daemon=True)
        self.process.start()
        theirs.close()
        self.pages: Sequence[Page] = ()

    def send(self, pages: Sequence[Page]) -> None:
        self.pages = pages
        self.connection.send(pages)

    def stop(self) -> None:
        self.process.kill()
        self.process.join()
        self.connection.close()


class Workers:
    """A few workers behind one method, `code`; a context manager that ends them."""

    def __init__(
        self, count: int, settings: Settings, repeated: RepeatedLines, serve: Serve = serve, patience: float = BATCH_SECONDS
    ) -> None:
        self._settings, self._repeated = settings, repeated
        self._serve, self._patience = serve, patience
        self._count = max(1, count)
        self._workers: list[_Worker] = []

    def __enter__(self) -> Workers:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        for worker in self._workers:
            worker.stop()

    def code(self, batches: Iterable[list[Page]]) -> Iterator[Coded]:
        """The results of the batches, in the order in which they are ready. Takes a batch only when a worker is free."""
        source = iter(batches)
        again: deque[list[Page]] = deque()
        while True:
            self._feed(source, again)
            busy = [worker for worker in self._workers if worker.pages]
            if not busy:
                return
            ready = wait([worker.connection for worker in busy], timeout=self._patience)
            for worker in busy:
                if worker.connection in ready or not ready:
                    yield from self._collect(worker, again, hung=not ready)

    def _feed(self, source: Iterator[list[Page]], again: deque[list[Page]]) -> None:
        for _ in range(self._count - sum(bool(worker.pages) for worker in self._workers)):
            pages = again.popleft() if again else next(source, None)
            if pages is None:
                return
            self._idle().send(pages)

    def _idle(self) -> _Worker:
        for worker in self._workers:
            if not worker.pages and worker.process.is_alive():
                return worker
        self._workers.append(_Worker(self._serve, self._settings, self._repeated))
        return self._workers[-1]

    def _collect(self, worker: _Worker, again: deque[list[Page]], *, hung: bool) -> Iterator[Coded]:
        pages, worker.pages = worker.pages, ()
        try:
            if hung:
                raise EOFError
            answer = worker.connection.recv()
        except (EOFError, ConnectionResetError):
            yield from self._buried(worker, pages, again, "hung" if hung else "died")
            return
        if isinstance(answer, DragomanError):
            raise answer
        yield replace(answer, pages=pages)

    def _buried(self, worker: _Worker, pages: Sequence[Page], again: deque[list[Page]], how: str) -> Iterator[Coded]:
        worker.stop()
        self._workers.remove(worker)
        if len(pages) > 1:
            again.extend([page] for page in pages)
            return
        detail = f"the worker that read it {how} (exit code {worker.process.exitcode})"
        drops: list[Coding | Drop] = [Drop("articles", "killed-the-worker", p.name, p.id, detail) for p in pages]
        yield Coded(drops, {}, pages)
