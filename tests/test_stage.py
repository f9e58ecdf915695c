"""Stages: items go through in order, drops go past, wrong orders are refused before work starts."""

from collections.abc import Iterator
from dataclasses import dataclass

import pytest

from dragoman.errors import OntologyError, PipelineError
from dragoman.records import Drop
from dragoman.stage import chain, check_order, guarded, through


@dataclass(frozen=True)
class Doubling:
    """Doubles numbers and leaves out odd ones."""

    name: str = "doubling"
    version: int = 1
    needs: type = int
    gives: type = int

    def run(self, items: Iterator[int]) -> Iterator[int | Drop]:
        for item in items:
            yield Drop(self.name, "odd", str(item)) if item % 2 else item * 2


@dataclass(frozen=True)
class Pairing:
    """Looks one item ahead, as a stage that works in batches does."""

    name: str = "pairing"
    version: int = 1
    needs: type = int
    gives: type = str

    def run(self, items: Iterator[int]) -> Iterator[str | Drop]:
        held = list(items)
        yield from map(str, held)


def test_items_and_drops_come_out_in_order() -> None:
    out = list(through(Doubling(), [2, 3, 4]))
    assert out == [4, Drop("doubling", "odd", "3"), 8]


def test_drops_of_an_early_stage_pass_by_later_ones() -> None:
    out = list(chain([Doubling(), Pairing()], [2, 3, 4]))
    assert sorted(map(str, out)) == sorted(["4", "8", str(Drop("doubling", "odd", "3"))])


def test_no_drop_is_lost_when_nothing_else_is_left() -> None:
    assert list(chain([Doubling(), Doubling()], [1, 3])) == [Drop("doubling", "odd", "1"), Drop("doubling", "odd", "3")]


def test_a_wrong_order_is_refused_before_work_starts() -> None:
    with pytest.raises(PipelineError, match="'doubling' needs int, but 'pairing' before it gives str"):
        check_order([Pairing(), Doubling()])


def test_a_fault_in_one_item_becomes_a_drop_that_names_it() -> None:
    def name(item: int) -> tuple[str, str]:
        return f"page {item}", str(item)

    found = guarded("division", lambda item: 1 // item, 0, name)
    assert isinstance(found, Drop)
    assert (found.stage, found.reason, found.page) == ("division", "fault", "page 0")
    assert "ZeroDivisionError" in found.detail


@pytest.mark.parametrize("error", [MemoryError(), OntologyError(["frames.yaml: broken"])])
def test_what_is_no_fault_of_the_page_ends_the_run(error: Exception) -> None:
    def failing(_: int) -> int:
        raise error

    with pytest.raises(type(error)):
        guarded("failing", failing, 1, lambda item: (str(item), ""))
