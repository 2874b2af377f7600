"""A list of thousands: its rows are made when they are shown, no page grows with it, and its twin has them all."""

from __future__ import annotations

import msgspec
import pytest

from accord.areas.documents.pages import Kin
from accord.areas.meetings.pages import IntroductionRow
from accord.areas.parties.cite import Cite
from accord.areas.parties.rows import AT_ONCE, Rows, as_list, listed
from accord.faces.web.answers import Answer
from accord.faces.web.cited import CITED, entries_of
from accord.faces.web.sheets import FEW, LEAF, ROOM, Sheets
from accord.faces.web.site import Site
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
    assert (len(second.rows), second.total, len(second.leaves)) == (FEW, 60, 4), f"beyond {ROOM} bytes of rows"
    assert second.leaves[1].href == f"from=voice.1.{FEW}"
    assert Sheets(W, leaf=f"voice.1.{LEAF}").listing("voice.1", rows * 5).rows[0] == introduction(LEAF)
    assert len(third.rows) == FEW
    assert sheets.listing("few", rows[:FEW]).leaves == (), "a few rows are never cut"


def test_a_drawing_takes_the_room_of_rows() -> None:
    rows = tuple(introduction(n) for n in range(60))
    sheets = Sheets(W)
    assert sheets.drawn("x" * (ROOM - 20_000)) == ""
    assert (len(sheets.listing("some", rows).rows), len(sheets.listing("others", rows).rows)) == (LEAF, FEW)


def test_a_list_that_another_page_has_stands_where_it_fits() -> None:
    rows = tuple(introduction(n) for n in range(60))
    sheets = Sheets(W)
    assert (sheets.fits(rows), sheets.fits(rows)) == (True, False)


def test_the_foot_of_a_page_names_the_first_entries_and_counts_the_others() -> None:
    assert entries_of((introduction(3), introduction(3), introduction(1))) == ((3, 1), 2)
    assert entries_of(listed(MANY, kin)) == (tuple(range(CITED)), len(MANY))


LONGEST_PAGES = (
    "coverage/all/tpnw", "participation", "zones", "instruments", "indicator/27-i",
    "instrument/npt", "instrument/ctbt", "instrument/tpnw", "instrument/outer-space", "instrument/sea-bed",
)  # fmt: skip


@pytest.mark.parametrize("address", LONGEST_PAGES)
def test_the_longest_pages_of_the_demonstration_have_the_size_of_a_first_page(site: Site, address: str) -> None:
    for lang in ("ru", "ar", "en"):
        answer = site.answer("GET", f"/{lang}/-/{address}")
        assert isinstance(answer, Answer)
        assert answer.status == 200
        assert len(answer.body) < 100_000, (lang, address)
