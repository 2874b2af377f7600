"""Look-ups: the rows of a table under what they are asked for by, kept up to date row by row."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from typing import Any, Generic, TypeVar

Name = TypeVar("Name", bound=Hashable)
K = TypeVar("K", bound=Hashable)
R = TypeVar("R")


class Index(Generic[Name, K, R]):
    """The rows of a table, each under some keys, in one order.

    It is made from the table when it is first asked, and from then on told of each row that may have changed: what it
    costs to follow a record that grows does not grow with the record.

    Args:
        table: name → row, as a view keeps it.
        under: the keys of a row. It may depend on more than the row; then `touch` is owed when that changes too.
        order: what the rows under a key are ordered by; no two rows may have the same.

    >>> table = {"a": (1, "x"), "b": (2, "y")}
    >>> index = Index(table, under=lambda row: row[1:], order=lambda row: row[0])
    >>> index["x"]
    ((1, 'x'),)
    >>> index.beside("x", (1, "x"))
    (None, None)
    >>> table["b"] = (0, "x")
    >>> index.touch("b")
    >>> index["x"], index["y"]
    (((0, 'x'), (1, 'x')), ())
    >>> index.beside("x", (0, "x")), index.beside("x", (1, "x"))
    ((None, (1, 'x')), ((0, 'x'), None))
    """

    def __init__(self, table: Mapping[Name, R], under: Callable[[R], Iterable[K]], order: Callable[[R], Any]) -> None:
        self._table = table
        self._under = under
        self._order = order
        self._rows: dict[Name, tuple[R, tuple[K, ...]]] = {}
        self._groups: dict[K, list[R]] | None = None

    def __getitem__(self, key: K) -> tuple[R, ...]:
        """The rows under a key, in their order."""
        return tuple(self._made().get(key, ()))

    def count(self, key: K) -> int:
        """How many rows are under a key."""
        return len(self._made().get(key, ()))

    def first(self, key: K) -> R | None:
        """The first row under a key, if there is one."""
        return next(iter(self._made().get(key, ())), None)

    def beside(self, key: K, row: R) -> tuple[R | None, R | None]:
        """The rows before and after one that is under a key."""
        rows = self._made().get(key, [])
        at = bisect_left(rows, self._order(row), key=self._order)
        return rows[at - 1] if at else None, rows[at + 1] if at + 1 < len(rows) else None

    def __iter__(self) -> Iterator[K]:
        """The keys under which there are rows, in no order."""
        return iter(self._made())

    def touch(self, name: Name) -> None:
        """The row of this name was put, changed or removed."""
        groups = self._groups
        if groups is None:
            return
        if name in self._rows:
            old, keys = self._rows.pop(name)
            for key in keys:
                group = groups[key]
                del group[bisect_left(group, self._order(old), key=self._order)]
                if not group:
                    del groups[key]
        row = self._table.get(name)
        if row is not None:
            for key in self._keep(name, row):
                insort(groups.setdefault(key, []), row, key=self._order)

    def _made(self) -> dict[K, list[R]]:
        if self._groups is None:
            groups: dict[K, list[R]] = {}
            for name, row in self._table.items():
                for key in self._keep(name, row):
                    groups.setdefault(key, []).append(row)
            for group in groups.values():
                group.sort(key=self._order)
            self._groups = groups
        return self._groups

    def _keep(self, name: Name, row: R) -> tuple[K, ...]:
        keys = tuple(dict.fromkeys(self._under(row)))
        self._rows[name] = (row, keys)
        return keys
