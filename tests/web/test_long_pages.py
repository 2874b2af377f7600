"""A list of thousands: its rows are made when they are shown, no page grows with it, and its twin has them all."""

from __future__ import annotations

import msgspec
import pytest

from accord.areas.documents.pages import Kin
from accord.areas.meetings.pages import IntroductionRow
from accord.areas.parties.cite import Cite
from accord.areas.parties.rows import AT_ONCE, Rows, as_list, listed
from accord.faces.web.cited import CITED, entries_of
from accord.faces.web.sheets import LEAF, ROOM, Sheets
from accord.faces.web.written import Written
from accord.world.asked import asked
from accord.world.world import World

W = Written("en", asked(World("example.org/long")))


class Item(msgspec.Struct):
    entry: int


def kin(item: Item) -> Kin:
    return Kin(symbol=f"X/{item.entry}", kind="draft", replaced=False)


MANY = [Item(n) for n in range(AT_ONCE + 1)]


def test_only_rows_that_are_looked_at_are_made() -> None:
    made: list[int] = []

    def make(item: Item) -> Kin:
        made.append(item.entry)
        return kin(item)

    table = Sheets(W, leaf=f"family.{LEAF}").table("family", listed(MANY, make))
    assert (table.total, len(table.rows)) == (len(MANY), LEAF)
    assert set(made) <= {0, *range(LEAF, 2 * LEAF)}
    made.clear()
    assert list(Rows(MANY, make).entries) == list(range(len(MANY)))
    assert made == []


def test_rows_are_equal_to_the_tuple_that_they_stand_for() -> None:
    rows = listed(MANY, kin)
    assert isinstance(rows, Rows)
    assert rows == tuple(kin(item) for item in MANY)
    assert rows != tuple(kin(item) for item in MANY[1:])
    assert rows not in (None, ())
    assert isinstance(listed(MANY[1:], kin), tuple), "a short list is made at once"


def test_the_twin_has_every_row() -> None:
    data = msgspec.json.encode({"family": listed(MANY, kin)}, enc_hook=as_list)
    assert [row["symbol"] for row in msgspec.json.decode(data)["family"]] == [f"X/{n}" for n in range(len(MANY))]
    with pytest.raises(NotImplementedError):
        msgspec.json.encode({1, object()}, enc_hook=as_list)


def introduction(number: int) -> IntroductionRow:
    cite = Cite(entry=number, voice=None, by=None)
    return IntroductionRow(
        introduction=f"i{number}", body="WG", introducers=(), by_chair=False, on_behalf_of=(), jointly=False, days=(),
        document=None, inferred=False, cite=cite,
    )  # fmt: skip


def test_lists_that_would_fill_a_page_come_in_parts() -> None:
    sheets = Sheets(W)
    rows = tuple(introduction(n) for n in range(60))
    first, second, third = (sheets.listing(f"voice.{n}", rows) for n in range(3))
    assert (len(first.rows), first.leaves) == (60, ())
    assert (len(second.rows), second.total, len(second.leaves)) == (LEAF, 60, 3), f"beyond {ROOM} bytes of rows"
    assert second.leaves[1].href == f"from=voice.1.{LEAF}"
    assert Sheets(W, leaf=f"voice.1.{LEAF}").listing("voice.1", rows * 5).rows[0] == introduction(LEAF)
    assert len(third.rows) == LEAF
    assert sheets.listing("few", rows[:LEAF]).leaves == (), "a few rows are never cut"


def test_the_foot_of_a_page_names_the_first_entries_and_counts_the_others() -> None:
    assert entries_of((introduction(3), introduction(3), introduction(1))) == ((3, 1), 2)
    assert entries_of(listed(MANY, kin)) == (tuple(range(CITED)), len(MANY))
