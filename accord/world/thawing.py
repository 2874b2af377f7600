"""Tables that lie frozen after a restart: a row becomes a value when someone asks for it.

Opening a record of a million acts would otherwise spend its seconds on making rows that
no page shows. A fresh fold never uses this: its tables are plain dicts.
"""

from __future__ import annotations

from collections.abc import ItemsView, Iterator, ValuesView
from typing import Any, TypeVar, get_args, get_origin, get_type_hints

import msgspec

from accord.acts.view import Tables

Row = TypeVar("Row")
T = TypeVar("T", bound=Tables)


class Thawing(dict[str, Row]):
    """A table whose rows are still bytes (`msgspec.Raw`) until they are read.

    Encoding it writes frozen rows as they are, so digests and new snapshots need no thaw.
    """

    def __init__(self, frozen: dict[str, msgspec.Raw], rows: msgspec.msgpack.Decoder[Row]) -> None:
        super().__init__(frozen)  # type: ignore[arg-type]
        self._rows = rows

    def __getitem__(self, key: str) -> Row:
        return self._thaw(key, super().__getitem__(key))

    def get(self, key: str, default: Any = None) -> Any:
        row = super().get(key, default)
        return self._thaw(key, row) if type(row) is msgspec.Raw else row

    def pop(self, key: str, *default: Any) -> Any:
        row = super().pop(key, *default)
        return self._rows.decode(row) if type(row) is msgspec.Raw else row

    def setdefault(self, key: str, default: Any = None) -> Any:
        row = super().setdefault(key, default)
        return self._thaw(key, row) if type(row) is msgspec.Raw else row

    def popitem(self) -> tuple[str, Row]:
        for key in reversed(self):
            return key, self.pop(key)
        raise KeyError("the table is empty")

    def __iter__(self) -> Iterator[str]:
        # Not idle: `dict(table)` and `{**table}` read the rows of a dict past `__getitem__`, and so frozen, unless its
        # class iterates in a way of its own.
        return super().__iter__()

    def copy(self) -> dict[str, Row]:
        return dict(self)

    def __or__(self, other: Any) -> Any:
        return dict(self) | other

    def __ror__(self, other: Any) -> Any:
        return other | dict(self)

    def __eq__(self, other: object) -> bool:
        return dict(self) == other

    def __ne__(self, other: object) -> bool:
        return dict(self) != other

    __hash__ = None

    def items(self) -> ItemsView[str, Row]:  # type: ignore[override]
        return ItemsView(self)

    def values(self) -> ValuesView[Row]:  # type: ignore[override]
        return ValuesView(self)

    def _thaw(self, key: str, row: Any) -> Row:
        if type(row) is msgspec.Raw:
            row = self._rows.decode(row)
            self[key] = row
        thawed: Row = row
        return thawed


def freeze(tables: Tables) -> bytes:
    """The bytes of a view's tables."""
    return _encoder.encode(tables)


def thaw(data: msgspec.Raw, kind: type[T]) -> T:
    """The tables that `freeze` wrote, their rows still frozen where a table maps names to rows.

    Raises:
        msgspec.MsgspecError: not such tables.
    """
    hints = get_type_hints(kind)
    fields = {name: _field(raw, hints[name]) for name, raw in _fields.decode(data).items()}
    return kind(**fields)


_encoder = msgspec.msgpack.Encoder()
_fields = msgspec.msgpack.Decoder(dict[str, msgspec.Raw])


def _field(raw: msgspec.Raw, hint: Any) -> Any:
    if get_origin(hint) is dict and get_args(hint)[0] is str:
        return Thawing(_fields.decode(raw), msgspec.msgpack.Decoder(get_args(hint)[1]))
    return msgspec.msgpack.decode(raw, type=hint)
