"""What new reports (or articles) touch: those that share keys with them, and the parts of the graph that they join.

The graph is never held as a whole. Each item is known by its keys and by the part that it hangs together with; a new item
is compared with those that share a key, the parts that it joins are taken up again, and nothing else is looked at. The
result is that of comparing everything at once, because a pair is joined on the merits of its two items alone.
"""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TypeVar

from dragoman.stories.grouping import Pair, components, met

Verdict = TypeVar("Verdict")
Value = TypeVar("Value", str, int)
CHUNK = 400


class Graph:
    """Keys and parts of one kind of item: `report` or `article`. Items are named by their text ids."""

    def __init__(self, connection: sqlite3.Connection, kind: str, most: int) -> None:
        self._connection, self._kind, self._most = connection, kind, most

    def add(self, keys: Mapping[str, Iterable[int]]) -> None:
        """Note the keys of new items."""
        rows = ((key, item) for item, its in keys.items() for key in sorted(its))
        self._connection.executemany(
            f"INSERT INTO {self._kind}_key (key, {self._kind}) SELECT ?, key FROM {self._kind} WHERE id = ?", rows
        )

    def crowded_by(self, items: Sequence[str]) -> set[str]:
        """Items of the parts that lose a key because the new ones make it too common."""
        return self._around(items, lambda count, new: count - new <= self._most < count)

    def freed_by(self, items: Sequence[str]) -> set[str]:
        """Items of the parts that gain a key because those that leave made it too common."""
        return self._around(items, lambda count, leaving: count - leaving <= self._most < count)

    def _around(self, items: Sequence[str], turns: Callable[[int, int], bool]) -> set[str]:
        own: defaultdict[int, int] = defaultdict(int)
        for chunk in chunks(items):
            for key in self._keys(chunk):
                own[key] += 1
        turned = [key for key, count in self._counts(own).items() if turns(count, own[key])]
        found: set[str] = set()
        for members in self._sharing(turned).values():
            found.update(members)
        return self.with_parts(found)

    def _keys(self, items: Sequence[str]) -> Iterator[int]:
        query = (
            f"SELECT k.key FROM {self._kind}_key AS k JOIN {self._kind} AS i ON i.key = k.{self._kind} "
            f"WHERE i.id IN ({marks(items)})"
        )
        return (row[0] for row in self._connection.execute(query, items))

    def _counts(self, keys: Iterable[int]) -> dict[int, int]:
        counts: dict[int, int] = {}
        for chunk in chunks(list(keys)):
            query = f"SELECT key, count(*) FROM {self._kind}_key WHERE key IN ({marks(chunk)}) GROUP BY key"
            counts.update(self._connection.execute(query, chunk))
        return counts

    def _sharing(self, keys: Iterable[int]) -> dict[int, list[str]]:
        found: defaultdict[int, list[str]] = defaultdict(list)
        for chunk in chunks(list(keys)):
            query = (
                f"SELECT k.key, i.id FROM {self._kind}_key AS k JOIN {self._kind} AS i ON i.key = k.{self._kind} "
                f"WHERE k.key IN ({marks(chunk)})"
            )
            for key, item in self._connection.execute(query, chunk):
                found[key].append(item)
        return found

    def with_parts(self, items: Iterable[str]) -> set[str]:
        """The items and all that hang together with them."""
        found = set(items)
        for chunk in chunks(sorted(found)):
            query = (
                f"SELECT i.id FROM {self._kind}_part AS p JOIN {self._kind} AS i ON i.key = p.{self._kind} WHERE p.part IN "
                f"(SELECT q.part FROM {self._kind}_part AS q JOIN {self._kind} AS j ON j.key = q.{self._kind} "
                f"WHERE j.id IN ({marks(chunk)}))"
            )
            found.update(row[0] for row in self._connection.execute(query, chunk))
        return found

    def touched(
        self, items: Iterable[str], joined: Callable[[Sequence[Pair]], Mapping[Pair, Verdict]]
    ) -> tuple[set[str], dict[Pair, Verdict]]:
        """All items to look at again because of these, and the verdicts on the pairs that are joined among them."""
        seen = set(items)
        verdicts: dict[Pair, Verdict] = {}
        edge = seen
        while edge:
            sharing = self._sharing(self._usable(sorted(edge)))
            pairs = [pair for pair in met(sharing, self._most, edge) if pair not in verdicts]
            found = joined(pairs)
            verdicts.update(found)
            edge = self.with_parts({item for pair in found for item in pair} - seen) - seen
            seen = seen | edge
        return seen, verdicts

    def _usable(self, items: Sequence[str]) -> list[int]:
        keys: set[int] = set()
        for chunk in chunks(items):
            keys.update(self._keys(chunk))
        return sorted(key for key, count in self._counts(sorted(keys)).items() if count <= self._most)

    def part(self, items: Iterable[str], verdicts: Iterable[Pair]) -> Iterator[tuple[str, ...]]:
        """The parts that these items make, noted as such."""
        for members in components(items, verdicts):
            rows = ((members[0], item) for item in members)
            insert = f"INSERT OR REPLACE INTO {self._kind}_part ({self._kind}, part) "
            self._connection.executemany(f"{insert} SELECT key, ? FROM {self._kind} WHERE id = ?", rows)
            yield members


def chunks(values: Sequence[Value]) -> Iterator[list[Value]]:
    """The values in pieces that SQLite takes as bound values."""
    for start in range(0, len(values), CHUNK):
        yield list(values[start : start + CHUNK])


def marks(values: Sequence[object]) -> str:
    """As many `?` as there are values."""
    return ", ".join("?" * len(values))
