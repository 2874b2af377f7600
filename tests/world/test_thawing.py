"""A table whose rows lie frozen behaves as a plain dict of the same rows, whatever is done to it."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from accord.acts.view import Row, Tables
from accord.world.thawing import Thawing, freeze, thaw


class Thing(Row, frozen=True):
    entry: int
    words: str


class Things(Tables):
    things: dict[str, Thing] = {}
    inner: dict[str, dict[str, tuple[Thing, ...]]] = {}
    numbered: dict[int, Thing] = {}
    alone: Thing | None = None


KEYS = st.sampled_from("abcdefg")
THINGS = st.builds(Thing, st.integers(0, 9), st.text(max_size=3))


def frozen(rows: dict[str, Thing]) -> Thawing[Thing]:
    """The table as it lies after a restart."""
    data = msgspec.msgpack.decode(freeze(Things(things=rows)), type=msgspec.Raw)
    table = thaw(data, Things).things
    assert isinstance(table, Thawing)
    return table


class LikeADict(RuleBasedStateMachine):
    """Everything folds and pages do to tables, done to both."""

    @initialize(rows=st.dictionaries(KEYS, THINGS))
    def start(self, rows: dict[str, Thing]) -> None:
        self.plain = dict(rows)
        self.table = frozen(rows)

    @rule(key=KEYS)
    def read(self, key: str) -> None:
        assert (key in self.table) == (key in self.plain)
        if key in self.plain:
            assert self.table[key] == self.plain[key]
        else:
            with pytest.raises(KeyError):
                self.table[key]

    @rule(key=KEYS)
    def get(self, key: str) -> None:
        assert self.table.get(key) == self.plain.get(key)
        assert self.table.get(key, "none") == self.plain.get(key, "none")

    @rule(key=KEYS, thing=THINGS)
    def write(self, key: str, thing: Thing) -> None:
        self.table[key] = self.plain[key] = thing

    @rule(key=KEYS, thing=THINGS)
    def setdefault(self, key: str, thing: Thing) -> None:
        assert self.table.setdefault(key, thing) == self.plain.setdefault(key, thing)

    @rule(key=KEYS)
    def pop(self, key: str) -> None:
        assert self.table.pop(key, None) == self.plain.pop(key, None)
        with pytest.raises(KeyError):
            self.table.pop(key)

    @rule(key=KEYS)
    def delete(self, key: str) -> None:
        if key in self.plain:
            del self.table[key]
            del self.plain[key]
        else:
            with pytest.raises(KeyError):
                del self.table[key]

    @rule(rows=st.dictionaries(KEYS, THINGS, max_size=3))
    def update(self, rows: dict[str, Thing]) -> None:
        self.table.update(rows)
        self.plain.update(rows)

    @rule()
    def popitem(self) -> None:
        if self.plain:
            assert self.table.popitem() == self.plain.popitem()
        else:
            with pytest.raises(KeyError):
                self.table.popitem()

    @rule()
    def whole(self) -> None:
        assert list(self.table.items()) == list(self.plain.items())
        assert list(self.table.values()) == list(self.plain.values())
        assert list(reversed(self.table)) == list(reversed(self.plain))
        assert (max(self.plain.values(), key=repr) in self.table.values()) if self.plain else not self.table.values()

    @rule()
    def made_anew(self) -> None:
        assert {**self.table} == self.plain
        assert dict(self.table) == self.plain
        assert self.table.copy() == self.plain
        assert (self.table | {"z": None}) == (self.plain | {"z": None})
        assert ({"z": None} | self.table) == ({"z": None} | self.plain)
        assert self.table != {"z": None}

    @rule()
    def compared(self) -> None:
        assert self.table == self.plain
        assert self.plain == self.table

    @rule()
    def restarted(self) -> None:
        data = msgspec.msgpack.encode(Things(things=self.table))
        assert data == msgspec.msgpack.encode(Things(things=self.plain))
        self.table = thaw(msgspec.msgpack.decode(data, type=msgspec.Raw), Things).things  # type: ignore[assignment]

    @invariant()
    def alike(self) -> None:
        assert len(self.table) == len(self.plain)
        assert list(self.table) == list(self.plain) == list(self.table.keys())
        assert bool(self.table) == bool(self.plain)


TestLikeADict = LikeADict.TestCase


def test_rows_thaw_while_items_are_read() -> None:
    rows = {key: Thing(place, key) for place, key in enumerate("abc")}
    table = frozen(rows)
    seen = []
    for key, row in table.items():
        seen.append((key, row, table["c"]))
    assert seen == [(key, row, rows["c"]) for key, row in rows.items()]


@given(
    st.dictionaries(KEYS, st.dictionaries(KEYS, st.lists(THINGS, max_size=2).map(tuple), max_size=3), max_size=3),
    st.dictionaries(st.integers(0, 5), THINGS, max_size=3),
    st.none() | THINGS,
)
def test_tables_of_every_shape_come_back(inner: Any, numbered: Any, alone: Any) -> None:
    tables = Things(inner=inner, numbered=numbered, alone=alone)
    data = freeze(tables)
    again = thaw(msgspec.msgpack.decode(data, type=msgspec.Raw), Things)
    assert freeze(again) == data
    assert dict(again.inner.items()) == inner
    assert (again.numbered, again.alone) == (numbered, alone)
    assert freeze(again) == data


def test_a_row_read_once_is_the_same_row_after() -> None:
    table = frozen({"a": Thing(1, "one")})
    assert table["a"] is table.get("a") is next(iter(table.values()))
