"""Long lists on pages: their rows are made when somebody looks at them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any, Generic, Protocol, TypeVar, overload

from accord.areas.parties.cite import Part

R = TypeVar("R", bound=Part)
Item = TypeVar("Item", bound="Entered")

AT_ONCE = 250
"""Rows of a list that are made at once: with so few there is nothing to save."""


class Entered(Protocol):
    """What a row is made of: it knows the entry that its row cites."""

    @property
    def entry(self) -> int: ...


def listed(items: Sequence[Item], make: Callable[[Item], R]) -> Sequence[R]:
    """A row for each item: a tuple, or of a long list `Rows`."""
    return Rows(items, make) if len(items) > AT_ONCE else tuple(make(item) for item in items)


class Rows(Sequence[R], Generic[R]):
    """The rows of a long list, each made anew when it is looked at: a face that shows a part makes no others.

    >>> class Two(Part, frozen=True):
    ...     number: int
    >>> rows = Rows([1, 2, 3], lambda n: Two(number=2 * n))
    >>> len(rows), rows[1], rows[2:]
    (3, Two(number=4), (Two(number=6),))
    """

    def __init__(self, items: Sequence[Any], make: Callable[[Any], R]) -> None:
        self._items = items
        self._make = make

    @property
    def entries(self) -> Iterator[int]:
        """The entries that the rows cite, in their order; no row is made for it."""
        return (item.entry for item in self._items)

    def __len__(self) -> int:
        return len(self._items)

    @overload
    def __getitem__(self, place: int) -> R: ...
    @overload
    def __getitem__(self, place: slice) -> tuple[R, ...]: ...
    def __getitem__(self, place: int | slice) -> R | tuple[R, ...]:
        if isinstance(place, slice):
            return tuple(self._make(item) for item in self._items[place])
        return self._make(self._items[place])

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, tuple | Rows) or len(other) != len(self):
            return NotImplemented if not isinstance(other, tuple | Rows) else False
        return all(mine == theirs for mine, theirs in zip(self, other, strict=True))

    __hash__ = None  # type: ignore[assignment]


def as_list(value: object) -> list[Any]:
    """How an encoder writes `Rows`: as a list. For `enc_hook` of msgspec.

    Raises:
        NotImplementedError: the value is something else.
    """
    if isinstance(value, Rows):
        return list(value)
    raise NotImplementedError(f"{type(value).__name__} is no part of a page")
