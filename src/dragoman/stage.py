"""What a stage is: a name, a version, what it needs, what it gives, and one method from an iterator to an iterator.

A stage keeps nothing between items, so that any engine can run it in parallel. What it leaves out it yields as a `Drop`,
in the place of the item; later stages never see drops, and `through` carries them past. Nothing vanishes.
"""

from __future__ import annotations

import itertools
import traceback
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, Protocol, TypeVar

from dragoman.errors import ModelError, OntologyError, PipelineError
from dragoman.records import Drop

In = TypeVar("In", contravariant=True)
Out = TypeVar("Out", covariant=True)
Item = TypeVar("Item")
Result = TypeVar("Result")
FAULT = "fault"
"""The reason of a drop that an error of ours in one page is the cause of."""


class Stage(Protocol[In, Out]):
    """One step of the pipeline. `version` rises whenever the same input may give another output."""

    @property
    def name(self) -> str:
        """What drops and timings call it."""
        ...

    @property
    def version(self) -> int:
        """Which of its outputs are alike."""
        ...

    @property
    def needs(self) -> type[Any]:
        """The class of its items."""
        ...

    @property
    def gives(self) -> type[Any]:
        """The class of its results."""
        ...

    def run(self, items: Iterator[In]) -> Iterator[Out | Drop]:
        """Map items to results, lazily and in order; what is left out becomes a `Drop`."""
        ...


def through(stage: Stage[Any, Any], items: Iterable[Any]) -> Iterator[Any]:
    """Run one stage over items that may hold drops of earlier stages; those pass it by unchanged."""
    passed: list[Drop] = []

    def wanted() -> Iterator[Any]:
        for item in items:
            if isinstance(item, Drop):
                passed.append(item)
            else:
                yield item

    for result in stage.run(wanted()):
        yield from _drained(passed)
        yield result
    yield from _drained(passed)


def _drained(drops: list[Drop]) -> Iterator[Drop]:
    while drops:
        yield drops.pop(0)


def chain(stages: Sequence[Stage[Any, Any]], items: Iterable[Any]) -> Iterator[Any]:
    """Run stages one after the other, lazily; drops of any of them come out at the end with the results."""
    check_order(stages)
    for stage in stages:
        items = through(stage, items)
    return iter(items)


def check_order(stages: Sequence[Stage[Any, Any]]) -> None:
    """Raise `PipelineError` where a stage needs what the stage before it does not give."""
    for before, after in itertools.pairwise(stages):
        if not issubclass(before.gives, after.needs):
            wanted, given = after.needs.__name__, before.gives.__name__
            raise PipelineError(f"stage {after.name!r} needs {wanted}, but {before.name!r} before it gives {given}")


def guarded(
    stage: str, work: Callable[[Item], Result], item: Item, name: Callable[[Item], tuple[str, str]]
) -> Result | Drop:
    """`work(item)`, or a drop that names the error: the one place where a fault in one page is kept from stopping a run.

    `name(item)` gives the page's name and id. What is no fault of the page ends the run: broken knowledge, a missing
    model, no memory, an interrupt.
    """
    try:
        return work(item)
    except (OntologyError, ModelError, MemoryError):
        raise
    except Exception as error:
        page, page_id = name(item)
        last = traceback.extract_tb(error.__traceback__)[-1]
        detail = f"{type(error).__name__}: {error} ({last.name}, line {last.lineno})"
        return Drop(stage, FAULT, page, page_id, detail[:500])
