"""An index over a table: rows under keys, in one order, row by row."""

from __future__ import annotations

from accord.acts.index import Index

Row = tuple[int, str]


def made(table: dict[str, Row]) -> Index[str, str, Row]:
    return Index(table, under=lambda row: row[1], order=lambda row: row[0])


def test_a_row_that_moves_is_under_its_new_keys_only() -> None:
    table = {"a": (2, "xy"), "b": (1, "x")}
    index = made(table)
    assert index["x"] == ((1, "x"), (2, "xy"))
    table["a"] = (0, "xz")
    index.touch("a")
    assert (index["x"], index["y"], index["z"]) == (((0, "xz"), (1, "x")), (), ((0, "xz"),))
    assert set(index) == {"x", "z"}


def test_a_row_that_goes_is_under_no_key() -> None:
    table = {"a": (1, "x")}
    index = made(table)
    assert index.count("x") == 1
    del table["a"]
    index.touch("a")
    assert (index.count("x"), index.first("x"), list(index)) == (0, None, [])


def test_what_was_handed_out_does_not_change() -> None:
    table = {"a": (1, "x")}
    index = made(table)
    before = index["x"]
    table["b"] = (2, "x")
    index.touch("b")
    assert (before, index["x"]) == (((1, "x"),), ((1, "x"), (2, "x")))


def test_a_key_that_a_row_has_twice_has_the_row_once() -> None:
    assert made({"a": (1, "xx")})["x"] == ((1, "xx"),)


def test_an_index_that_nobody_asked_is_not_kept_up() -> None:
    table: dict[str, Row] = {}
    index = made(table)
    table["a"] = (1, "x")
    index.touch("never in the table")
    assert index["x"] == ((1, "x"),)
