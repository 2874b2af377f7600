"""Tables of balances: what each column means, and what is said of each line that does not fit."""

from __future__ import annotations

import hashlib
import json

import pytest

from accord.analysis.balance.terms import series_of
from accord.analysis.unfit import Unfit
from accord.papers.balances import LARGEST_TABLE, MOST_ROWS, read_table, series

HEAD = "kind,name,at,from,to,mass_kg,random_percent,systematic_percent,calibration\n"
GOOD = HEAD + (
    "inventory,vault,2026-01-01,,,50,0.5,0.5,scale 1\n"
    "input,receipts,,2026-01-01,2026-02-01,30.25,1,1,\n"
    "output,shipments,2026-01-15,,,29,1,1,\n"
    "inventory,vault,2026-02-01,,,51,0.5,0.5,scale 1\n"
)


def test_a_table_is_read_as_terms() -> None:
    table = read_table(GOOD.encode())
    opening, received, shipped, _ = sorted(table.terms, key=lambda term: int(term.row))
    assert opening == ("inventory", "vault", 50.0, opening.since, opening.since, 0.005, 0.005, "scale 1", "2")
    assert (received.until - received.since, received.mass_kg, received.calibration) == (31.0, 30.25, "input receipts")
    assert (shipped.since, shipped.until) == (opening.since + 14, opening.since + 14)
    assert (table.unit, table.clock) == ("kg", "days")
    assert table.digest == hashlib.sha256(GOOD.encode()).hexdigest()
    assert series_of(table.terms).muf_kg.tolist() == [0.25]


@pytest.mark.parametrize(
    "same",
    [
        "\ufeff" + GOOD,
        GOOD.replace("\n", "\r\n"),
        GOOD.replace(",", ";"),
        GOOD.replace(",", "\t"),
        GOOD.replace("\n", "\n\n"),
        GOOD.replace("random_percent", "random_share").replace(",0.5,0.5", ",0.005,0.5").replace(",1,1", ",0.01,1"),
    ],
)
def test_spreadsheets_write_the_same_table_in_several_ways(same: str) -> None:
    found, wanted = (sorted(read_table(text.encode()).terms) for text in (same, GOOD))
    assert [term._replace(row="") for term in found] == [term._replace(row="") for term in wanted]


@pytest.mark.parametrize(("unit", "mass"), [("g", "50000"), ("t", "0.05"), ("kg", "50")])
def test_masses_stand_in_one_unit(unit: str, mass: str) -> None:
    rows = f"kind,name,at,mass_{unit},random_share,systematic_share\ninventory,vault,0,{mass},0,0\n"
    table = read_table(rows.encode())
    assert (table.terms[0].mass_kg, table.unit) == (50.0, unit)


def test_json_holds_the_same_rows() -> None:
    rows = [
        {"kind": "inventory", "name": "vault", "at": 0, "mass_kg": 0.1, "random_share": "0.01", "systematic_share": 0},
        {"kind": "output", "name": "s", "from": 0, "to": 1.5, "at": None, "mass_kg": 1, "random_share": 0,
         "systematic_share": 0},
    ]  # fmt: skip
    stored, shipped = sorted(read_table(json.dumps(rows).encode()).terms)
    assert (stored.mass_kg, stored.random_rsd, stored.row) == (0.1, 0.01, "1")
    assert (shipped.until, shipped.row) == (1.5, "2")


ACCOUNTS = "code,name,batch,at,mass_g,random_percent,systematic_percent\n"


def test_accounting_reports_are_read_by_their_codes() -> None:
    table = read_table(
        (
            ACCOUNTS
            + "PB,A,B1,2026-01-01,3000,1,1\nPB,A,B2,2026-01-01,4000,1,1\n"
            + "RD,A,B3,2026-03-01,2500,1,1\nSF,A,B1,2026-12-31,3000,1,1\n"
            + "PE,A,B2,2026-12-31,4000,1,1\nPE,A,B3,2026-12-31,2490,1,1\n"
            + "PB,A,B2,2027-01-01,4000,1,1\nPB,A,B3,2027-01-01,2490,1,1\n"
            + "PE,A,B3,2027-12-31,2490,1,1\nPE,A,B2,2027-12-31,4000,1,1\n"
        ).encode()
    )
    # An inventory closes its day: what was shipped on 31 December is in the balance that it ends.
    series = series_of(table.terms)
    assert series.muf_kg == pytest.approx([0.01, 0.0])
    first = next(term for term in table.terms if term.row == "2")
    assert (first.mass_kg, round(first.random_rsd, 9)) == (7.0, round(0.05 / 7, 9))


def test_errors_of_the_balances_name_line_and_times_as_the_table_does() -> None:
    text = GOOD.replace("inventory,vault,2026-02-01", "inventory,store,2026-02-01")
    with pytest.raises(Unfit) as told:
        series(read_table(text.encode()))
    assert (told.value.code, told.value.values) == ("inventory-missing", {"name": "store", "at": "2026-01-01"})
    with pytest.raises(Unfit) as told:
        series(read_table(GOOD.replace("2026-01-15", "2026-03-01").encode()))
    assert (told.value.code, told.value.row) == ("outside-the-balances", "4")
    assert told.value.values == {"since": "2026-03-01", "until": "2026-03-01"}


def line(row: str) -> str:
    return HEAD + row + "\n"


STORE = "inventory,vault,0,,,1,1,1,"
MOMENT = "input,a,2026-01-01T00:00Z,,,1,1,1,"


@pytest.mark.parametrize(
    ("text", "code", "row"),
    [
        (line("inventory,vault,0,,,-1,1,1,"), "negative", "2"),
        (line("inventory,vault,0,,,nan,1,1,"), "not-a-number", "2"),
        (line('inventory,vault,0,,,"1,5",1,1,'), "not-a-number", "2"),
        (line("inventory,vault,0,,,1,-1,1,"), "negative", "2"),
        (line("inventory,vault,0,,,1,101,1,"), "table-error-over-one", "2"),
        (line("inventory,vault,0,,,1,1,,"), "table-cell-empty", "2"),
        (line("inventory,,0,,,1,1,1,"), "table-cell-empty", "2"),
        (line("store,vault,0,,,1,1,1,"), "table-kind", "2"),
        (line("inventory,vault,yesterday,,,1,1,1,"), "table-no-time", "2"),
        (line("inventory,vault,2026-02-30,,,1,1,1,"), "table-no-time", "2"),
        (line(f"{STORE}\n{STORE.replace('0', '2026-01-01', 1)}"), "table-times-of-two-kinds", "3"),
        (line(f"{MOMENT}\n{MOMENT.replace('Z', '')}"), "table-times-of-two-kinds", "3"),
        (line("input,a,0,0,1,1,1,1,"), "table-at-or-from-to", "2"),
        (line("input,a,,0,,1,1,1,"), "table-at-or-from-to", "2"),
        (line(f"{STORE}\n{STORE}"), "table-inventory-twice", "3"),
        (line("inventory,vault,0"), "table-cells", "2"),
        (line('"inventory,vault'), "table-not-csv", "2"),
        (line(f"inventory,{'v' * 201},0,,,1,1,1,"), "table-long-cell", "2"),
        (HEAD, "table-empty", ""),
        ("", "table-empty", ""),
        ("[]", "table-column-missing", ""),
        (HEAD.replace("mass_kg", "mass_lb") + STORE, "table-unknown-column", ""),
        (HEAD.replace("calibration", "name") + STORE, "table-column-twice", ""),
        (HEAD.replace("calibration", "mass_g") + STORE, "table-columns-exclude", ""),
        (HEAD.replace("calibration", "code") + STORE, "table-columns-exclude", ""),
        (HEAD.replace("mass_kg", "batch") + STORE, "table-column-missing", ""),
        (HEAD.replace("name", "batch") + STORE, "table-column-missing", ""),
        ("name,kind,mass_kg,random_share,systematic_share\n", "table-column-missing", ""),
        (ACCOUNTS + "MF,A,,2026-01-01,1,1,1", "table-code", "2"),
        (ACCOUNTS + "PB,A,,2027-01-01,1,1,1\nPE,A,,2026-12-31,2,1,1", "table-inventory-twice", "3"),
        ('{"kind": "inventory"}', "table-not-json", ""),
        ("[{]", "table-not-json", ""),
        ("[1]", "table-not-a-row", "1"),
        ('[{"name": true}]', "table-not-a-cell", "1"),
        ("[" * 100_000, "table-not-json", ""),
    ],
)  # fmt: skip
def test_what_does_not_fit_is_named_with_its_line(text: str, code: str, row: str) -> None:
    with pytest.raises(Unfit) as told:
        read_table(text.encode())
    assert (told.value.code, told.value.row) == (code, row)


def test_batches_of_one_place_are_calibrated_together() -> None:
    rows = ACCOUNTS + "PE,A,B1,2026-12-31,1,1,1\nPE,A,B2,2026-12-31,1,1,2\n"
    with pytest.raises(Unfit) as told:
        read_table(rows.encode())
    assert (told.value.code, told.value.row) == ("table-batches-calibrated-apart", "3")


def test_what_is_no_text_or_too_large_is_no_table() -> None:
    for data, code in ((b"kind\n\xff", "table-not-text"), (b" " * (LARGEST_TABLE + 1), "table-too-large")):
        with pytest.raises(Unfit) as told:
            read_table(data)
        assert told.value.code == code
    rows = [f"input,a,{number},,,1,1,1," for number in range(MOST_ROWS + 1)]
    with pytest.raises(Unfit) as told:
        read_table(line("\n".join(rows)).encode())
    assert told.value.code == "table-too-many-rows"
