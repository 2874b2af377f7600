"""Symbols of documents: what is read, in which normal spelling, and which slips are refused."""

from __future__ import annotations

import contextlib
import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accord.acts.symbols import _EVERYDAY, SYMBOL_PATTERN, is_normal, joined, normal, parse
from accord.reference import group_2013
from accord.wire.codec import Malformed

# symbol, normal spelling, bodies, session, series, number, modifiers
READ: list[tuple[str, str, tuple[str, ...], str | None, str | None, int, tuple[str, ...]]] = [
    ("A/68/514", "A/68/514", (), "68", None, 514, ()),
    ("A/57/124", "A/57/124", (), "57", None, 124, ()),
    ("A/AC.281/1", "A/AC.281/1", ("AC.281",), None, None, 1, ()),
    ("A/AC.281/INF/9", "A/AC.281/INF.9", ("AC.281",), None, "INF", 9, ()),
    ("A/AC.281/NGO/1", "A/AC.281/NGO/1", ("AC.281",), None, "NGO", 1, ()),
    ("A/AC.281/NGO.1", "A/AC.281/NGO/1", ("AC.281",), None, "NGO", 1, ()),
    ("A/AC.281/L.1/Rev.1", "A/AC.281/L.1/Rev.1", ("AC.281",), None, "L", 1, ("Rev.1",)),
    ("A/AC.286/2016/INF/1", "A/AC.286/2016/INF.1", ("AC.286",), "2016", "INF", 1, ()),
    ("A/68/514/Corr.1*", "A/68/514/Corr.1*", (), "68", None, 514, ("Corr.1",)),
    ("A/68/514/Add.1/Corr.1/Rev.2", "A/68/514/Add.1/Corr.1/Rev.2", (), "68", None, 514, ("Add.1", "Corr.1", "Rev.2")),
    ("A/53/10/Summary", "A/53/10/Summary", (), "53", None, 10, ("Summary",)),
    ("A/RES/67/56", "A/RES/67/56", (), "67", "RES", 56, ()),
    ("A/RES/54/54D", "A/RES/54/54D", (), "54", "RES", 54, ()),
    ("A/RES/377(V)", "A/RES/377(V)", (), "V", "RES", 377, ()),
    ("A/RES/ES-10/2", "A/RES/ES-10/2", (), "ES-10", "RES", 2, ()),
    ("A/RES/S-10/2", "A/RES/S-10/2", (), "S-10", "RES", 2, ()),
    ("A/DEC/68/514", "A/DEC/68/514", (), "68", "DEC", 514, ()),
    ("A/ES-10/PV.5", "A/ES-10/PV.5", (), "ES-10", "PV", 5, ()),
    ("A/S-10/2", "A/S-10/2", (), "S-10", None, 2, ()),
    ("A/INF/68/1/Add.1", "A/INF/68/1/Add.1", (), "68", "INF", 1, ("Add.1",)),
    ("A/68/PV.5", "A/68/PV.5", (), "68", "PV", 5, ()),
    ("A/C.1/71/L.41", "A/C.1/71/L.41", ("C.1",), "71", "L", 41, ()),
    ("A/C.1/68/CRP.2/Rev.5", "A/C.1/68/CRP.2/Rev.5", ("C.1",), "68", "CRP", 2, ("Rev.5",)),
    ("A/C.1/68/INF/1", "A/C.1/68/INF.1", ("C.1",), "68", "INF", 1, ()),
    ("A/CN.10/2013/WP.1", "A/CN.10/2013/WP.1", ("CN.10",), "2013", "WP", 1, ()),
    ("A/CN.9/WG.III/WP.1", "A/CN.9/WG.III/WP.1", ("CN.9", "WG.III"), None, "WP", 1, ()),
    ("A/CONF.229/2017/8", "A/CONF.229/2017/8", ("CONF.229",), "2017", None, 8, ()),
    ("A/CONF.229/2017/L.3/Rev.1", "A/CONF.229/2017/L.3/Rev.1", ("CONF.229",), "2017", "L", 3, ("Rev.1",)),
    ("A/CONF.229/2017/NGO/WP.2", "A/CONF.229/2017/NGO/WP.2", ("CONF.229",), "2017", "WP", 2, ()),
    ("A/HRC/RES/22/1", "A/HRC/RES/22/1", ("HRC",), "22", "RES", 1, ()),
    ("A/HRC/WG.6/1/ARE/1", "A/HRC/WG.6/1/ARE/1", ("HRC", "WG.6", "ARE"), "1", None, 1, ()),
    ("S/2004/1", "S/2004/1", (), "2004", None, 1, ()),
    ("S/PRST/2004/1", "S/PRST/2004/1", (), "2004", "PRST", 1, ()),
    ("S/PV.4950", "S/PV.4950", (), None, "PV", 4950, ()),
    ("S/RES/1540", "S/RES/1540", (), None, "RES", 1540, ()),
    ("S/RES/1540(2004)", "S/RES/1540(2004)", (), "2004", "RES", 1540, ()),
    ("S/INF/60", "S/INF.60", (), None, "INF", 60, ()),
    ("S/11625", "S/11625", (), None, None, 11625, ()),
    ("S/PV.4950 (Resumption 1)", "S/PV.4950 (Resumption 1)", (), None, "PV", 4950, ()),
    ("NPT/CONF.2010/50 (Vol. I)", "NPT/CONF.2010/50 (Vol. I)", ("CONF.2010",), None, None, 50, ()),
    ("NPT/CONF.2010/50(Vol.II)", "NPT/CONF.2010/50 (Vol. II)", ("CONF.2010",), None, None, 50, ()),
    ("NPT/CONF.2005/57 (Part I)", "NPT/CONF.2005/57 (Part I)", ("CONF.2005",), None, None, 57, ()),
    ("A/68/6 (Sect. 3)/Corr.1", "A/68/6 (Sect. 3)/Corr.1", (), "68", None, 6, ("Corr.1",)),
    ("E/2013/NGO/1", "E/2013/NGO/1", (), "2013", "NGO", 1, ()),
    ("E/RES/2013/1", "E/RES/2013/1", (), "2013", "RES", 1, ()),
    ("E/C.12/GC/21", "E/C.12/GC/21", ("C.12", "GC"), None, None, 21, ()),
    ("E/CN.4/Sub.2/1999/12", "E/CN.4/Sub.2/1999/12", ("CN.4", "Sub.2"), "1999", None, 12, ()),
    ("E/CN.4/2004/WG.1/1", "E/CN.4/2004/WG.1/1", ("CN.4", "WG.1"), "2004", None, 1, ()),
    ("ECE/TRANS/WP.29/2013/1", "ECE/TRANS/WP.29/2013/1", ("TRANS", "WP.29"), "2013", None, 1, ()),
    ("ST/AI/189/Add.3/Rev.2", "ST/AI/189/Add.3/Rev.2", ("AI",), None, None, 189, ("Add.3", "Rev.2")),
    ("ST/SGB/2004/9", "ST/SGB/2004/9", ("SGB",), "2004", None, 9, ()),
    ("ST/STAT/SER.M/4/Rev.1", "ST/STAT/SER.M/4/Rev.1", ("STAT", "SER.M"), None, None, 4, ("Rev.1",)),
    ("CD/8/Rev.10", "CD/8/Rev.10", (), None, None, 8, ("Rev.10",)),
    ("CD/PV.1358", "CD/PV.1358", (), None, "PV", 1358, ()),
    ("CD/WP.559", "CD/WP.559", (), None, "WP", 559, ()),
    ("NPT/CONF.2020/PC.II/WP.26", "NPT/CONF.2020/PC.II/WP.26", ("CONF.2020", "PC.II"), None, "WP", 26, ()),
    ("NPT/CONF.2010/50", "NPT/CONF.2010/50", ("CONF.2010",), None, None, 50, ()),
    ("BWC/CONF.VIII/4", "BWC/CONF.VIII/4", ("CONF.VIII",), None, None, 4, ()),
    ("BWC/MSP/2018/MX.2/3", "BWC/MSP/2018/MX.2/3", ("MSP", "MX.2"), "2018", None, 3, ()),
    ("TPNW/MSP.1/2022/CRP.1", "TPNW/MSP.1/2022/CRP.1", ("MSP.1",), "2022", "CRP", 1, ()),
    ("CCW/GGE.1/2019/3", "CCW/GGE.1/2019/3", ("GGE.1",), "2019", None, 3, ()),
    ("TD/B/55/1", "TD/B/55/1", ("B",), "55", None, 1, ()),
    ("TD/B/COM.1/EM.12/3", "TD/B/COM.1/EM.12/3", ("B", "COM.1", "EM.12"), None, None, 3, ()),
    ("CRC/C/15/Add.20", "CRC/C/15/Add.20", ("C",), None, None, 15, ("Add.20",)),
    ("CRC/C/GC/1", "CRC/C/GC/1", ("C", "GC"), None, None, 1, ()),
    ("CCPR/C/SR.10", "CCPR/C/SR.10", ("C",), None, "SR", 10, ()),
    ("CCPR/C/21/Rev.1/Add.11", "CCPR/C/21/Rev.1/Add.11", ("C",), None, None, 21, ("Rev.1", "Add.11")),
    ("CEDAW/C/1999/I/L.1", "CEDAW/C/1999/I/L.1", ("C", "I"), "1999", "L", 1, ()),
    ("CAT/C/BEN/CO/2", "CAT/C/BEN/CO/2", ("C", "BEN", "CO"), None, None, 2, ()),
    ("FCCC/CP/2013/10/Add.1", "FCCC/CP/2013/10/Add.1", ("CP",), "2013", None, 10, ("Add.1",)),
    ("ISBA/19/C/1", "ISBA/19/C/1", ("C",), "19", None, 1, ()),
    ("INFCIRC/549", "INFCIRC/549", (), None, None, 549, ()),
]

REFUSED = {
    "WP.4": "an organ and a stroke are missing",
    "": "an organ and a stroke are missing",
    "A/": "only letters",
    "/AC.281/WP.4": "only letters",
    "a/AC.281/WP.4": "only letters",
    "A/AC.281//WP.4": "only letters",
    "A/AC.281/WP.4/": "only letters",
    "A/AC.281/WP.4 ": "only letters",
    " A/AC.281/WP.4": "only letters",
    "A/AC.281/WP.4\n": "only letters",
    "A/AC.281/WP.４": "only letters",
    "А/68/514": "only letters",  # a Cyrillic А
    "A/68/514****": "only letters",
    "A/68/514*/Corr.1": "only letters",
    "A/*": "only letters",
    "S/RES/1540 (2004)": "only letters",
    "NPT/CONF.2010/50 (Vol. 0)": "only letters",
    "NPT/CONF.2010/50 (Annex I)": "only letters",
    "NPT/CONF.2010/50/Corr.1 (Vol. I)": "no place",
    "NPT/CONF.2010 (Vol. I)/50": "no place",
    "A/48/403-S/26450": "two documents",
    "A/68/100-E/2013/75": "two documents",
    "A/AC.281": "no number",
    "A/AC.281/INF": "no number",
    "A/RES": "no number",
    "A/68/PART.I": "no number",
    "INFCIRC/153/Corr": "no number",
    "A/RES/67": "with its session",
    "A/RES/67.56": "no place",
    "A/RES/67/56/56": "after the number 56",
    "A/68/514/514": "after the number 514",
    "A/068/514": "no place",
    "A/68/0514": "no place",
    "A/AC.281/WP.": "no place",
    "A/AC.281/WP.0": "no place",
    "A/AC.281/WP.04": "looks like WP.4",
    "A/AC.281/wp.4": "looks like WP.4",
    "A/AC.281/WP4": "looks like WP.4",
    "A/AC281/WP.4": "looks like AC.281",
    "A/AC.281/WP.4/5": "after the number 4",
    "A/AC.281/WP.4/WP.5": "after the number 4",
    "A/AC.281/Rev.1/L.1": "stands after",
    "A/AC.281/L.1/Rev.0": "after the number 1",
    "A/AC.281/L.1/Rev.01": "looks like Rev.1",
    "A/AC.281/L.1/rev.1": "looks like Rev.1",
    "A/AC.281/L.1/REV.1": "looks like Rev.1",
    "A/AC.281/L.1/Rev1": "looks like Rev.1",
    "A/AC.281/L.1/Rev": "after the number 1",
    "A/68/514/Cor.1": "after the number 514",
    "CD/8/Rev1": "looks like Rev.1",
    "A/" + "X/" * 40 + "1": "only letters",
}


@pytest.mark.parametrize("case", READ, ids=[case[0] for case in READ])
def test_a_symbol_is_taken_apart(case: Any) -> None:
    text, spelled, bodies, session, series, number, modifiers = case
    found = parse(text)
    assert (found.normal, found.bodies, found.session, found.series, found.number, found.modifiers) == (
        spelled,
        bodies,
        session,
        series,
        number,
        modifiers,
    )
    assert found.organ == text.split("/")[0]
    assert found.printed == text


@pytest.mark.parametrize("text", REFUSED, ids=repr)
def test_what_is_no_symbol_is_refused_with_what_is_wrong(text: str) -> None:
    with pytest.raises(Malformed, match=re.escape(REFUSED[text])):
        parse(text)


@pytest.mark.parametrize("row", group_2013.rows(group_2013.Document), ids=lambda row: row.symbol)
def test_every_symbol_of_the_2013_group_is_read(row: group_2013.Document) -> None:
    assert normal(row.symbol) == row.symbol
    assert row.printed is None or normal(row.printed) == row.symbol


def test_the_base_of_a_modified_document_is_the_document() -> None:
    assert parse("A/AC.281/L.1/Rev.1").base == "A/AC.281/L.1"
    assert parse("A/68/514/Add.1/Corr.1*").base == "A/68/514"
    assert parse("A/68/514*").base == "A/68/514"
    assert parse("CD/8").base == "CD/8"


def test_a_revision_takes_the_place_of_the_one_before() -> None:
    assert parse("A/AC.281/L.1/Rev.1").replaces == "A/AC.281/L.1"
    assert parse("CD/8/Rev.10").replaces == "CD/8/Rev.9"
    assert parse("ST/AI/189/Add.3/Rev.2").replaces == "ST/AI/189/Add.3/Rev.1"
    assert parse("A/68/514/Corr.1").replaces is None
    assert parse("A/68/514").replaces is None


def test_a_star_is_a_reissue_and_another_spelling() -> None:
    assert [parse(f"A/68/514{'*' * n}").reissued for n in range(4)] == [0, 1, 2, 3]
    assert normal("A/68/514*") != normal("A/68/514")


numbers = st.integers(1, 9999).map(str)
organs = st.sampled_from(["A", "S", "E", "ST", "T", "CD", "NPT", "TD", "CRC", "TPNW", "ISBA"])
bodies = st.one_of(
    st.builds("{}.{}".format, st.sampled_from(["AC", "C", "CN", "CONF", "GC", "Sub", "WG", "PC", "MSP"]), numbers),
    st.sampled_from(["HRC", "B", "AI", "SGB", "BUR", "WG.III", "SER.M", "PC.II"]),
)
sessions = st.one_of(st.integers(1, 99).map(str), st.integers(1946, 2099).map(str), st.just("ES-10"), st.just("S-10"))
series = st.builds("{}.{}".format, st.sampled_from(["WP", "INF", "L", "CRP", "PV", "SR"]), numbers)
modifiers = st.builds("{}.{}".format, st.sampled_from(["Add", "Corr", "Rev", "Amend"]), st.integers(1, 30).map(str))
symbols = st.builds(
    lambda organ, middle, session, end, more, stars: "/".join([organ, *middle, *session, end, *more]) + "*" * stars,
    organs,
    st.lists(bodies, max_size=2),
    st.lists(sessions, max_size=1),
    st.one_of(numbers, series, st.builds("NGO/{}".format, numbers)),
    st.lists(modifiers, max_size=3),
    st.integers(0, 2),
).filter(lambda text: len(text) <= 80)


@given(symbols)
def test_a_normal_symbol_is_its_own_normal_spelling(text: str) -> None:
    assert normal(text) == text
    assert re.search(SYMBOL_PATTERN, text)


@given(symbols)
def test_a_stroke_before_the_number_of_a_series_changes_nothing(text: str) -> None:
    stroked = re.sub(r"/(WP|INF|L|CRP|PV|SR)\.([0-9]+)", r"/\1/\2", text)
    assert normal(stroked) == text


@given(symbols, st.integers(0, 100), st.sampled_from(list("/.*0 \n()-aZ")))
def test_whatever_is_read_has_one_normal_spelling(text: str, place: int, sign: str) -> None:
    place %= len(text) + 1
    try:
        found = parse(text[:place] + sign + text[place:])
    except Malformed:
        return
    assert normal(found.normal) == found.normal
    assert parse(found.base).base == found.base


@given(st.text(max_size=90))
def test_any_text_is_a_symbol_or_malformed(text: str) -> None:
    with contextlib.suppress(Malformed):
        assert re.search(SYMBOL_PATTERN, parse(text).normal)


@given(st.from_regex(_EVERYDAY))
def test_the_everyday_form_is_always_normal(text: str) -> None:
    assert parse(text).normal == text
    assert is_normal(text)


@pytest.mark.parametrize("text", ["A/AC.281/INF/9", "A/AC.281/WP.4\n", "A/AC.281/WP.04", "WP.4", "", "A/AC.281/WP.4 "])
def test_what_is_not_the_normal_spelling_is_told(text: str) -> None:
    assert not is_normal(text)


@pytest.mark.parametrize(
    ("printed", "two"),
    [
        ("A/48/403-S/26450", ("A/48/403", "S/26450")),
        ("A/68/100-E/2013/75", ("A/68/100", "E/2013/75")),
        ("A/48/403", None),
        ("A/048/403-S/26450", None),
    ],
)
def test_two_symbols_of_one_paper_are_told_apart(printed: str, two: tuple[str, str] | None) -> None:
    assert joined(printed) == two


def test_a_part_of_a_paper_is_another_document_than_the_paper() -> None:
    whole, part = parse("NPT/CONF.2010/50"), parse("NPT/CONF.2010/50 (Vol. I)/Corr.1")
    assert (whole.part, part.part) == (None, "Vol. I")
    assert part.base == "NPT/CONF.2010/50 (Vol. I)"
