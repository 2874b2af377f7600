"""Figures: where things stand, what is escaped, what is refused."""

from __future__ import annotations

import math
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from accord.faces.plots import NOTE, Band, Curve, Limit, Plot, columns, rows, svg, ticks
from accord.faces.plots_bars import Bar, Bars, bars
from accord.faces.plots_strip import Cell, Strip, strip

FIGURE = Plot(
    "What a sample misses.",
    "d",
    "β",
    (Curve("n = 2", [(0, 1), (5, 0.2), (10, 0)]), Curve("n = 1", [(0, 1), (10, 0.5)], "steps")),
    (Band("90 %", [(0, 0.5, 1), (10, 0, 0.25)]),),
    (Limit("goal", 0.05), Limit("five", 5, "x")),
)


def _drawn(plot: Plot, **how: bool) -> etree._Element:
    return etree.fromstring(svg(plot, lambda value: f"{value:g}", **how).encode())


def test_lines_stand_at_their_numbers_and_turn_with_the_direction_of_reading() -> None:
    def places(**how: bool) -> list[float]:
        line = _drawn(FIGURE, **how).xpath("//*[local-name()='path'][@class='line']/@d")[0]
        return [float(x) for x, _ in re.findall(r"([\d.]+),([\d.]+)", line)]

    there, turned = places(), places(rtl=True)
    assert there == sorted(there)
    assert turned == pytest.approx([640 - x for x in there])


def test_the_numbers_stand_beside_the_figure() -> None:
    assert columns(FIGURE) == ("d", "n = 2", "n = 1", "90 % ≥", "90 % ≤")
    assert rows(FIGURE) == [(0, 1, 1, 0.5, 1), (5, 0.2, None, None, None), (10, 0, 0.5, 0, 0.25)]


def test_names_are_text() -> None:
    evil = '</svg><script>alert(1)</script>"'
    drawn = _drawn(Plot(evil, evil, evil, (Curve(evil, [(0, 1), (1, 2)]),), (), (Limit(evil, 1),)), alone=True)
    assert drawn.get("aria-label") == evil
    assert not drawn.xpath("//*[local-name()='script']")
    assert evil in drawn.xpath("//*[local-name()='text']/text()")


@pytest.mark.parametrize(
    "wrong", [(), (Curve("a", []),), (Curve("a", [(0, math.nan)]),), (Curve("a", [(math.inf, 0)]),)]
)
def test_nothing_and_what_is_no_number_is_refused(wrong: tuple[Curve, ...]) -> None:
    with pytest.raises(ValueError, match="finite"):
        svg(Plot("", "x", "y", wrong), str)


@given(st.floats(-1e6, 1e6), st.floats(1e-6, 1e6))
def test_ticks_are_few_and_within(least: float, wide: float) -> None:
    found = ticks(least, least + wide)
    assert len(found) <= 7
    assert all(least - wide * 1e-6 <= tick <= least + wide * (1 + 1e-6) for tick in found)


def test_notes_stand_below_the_figure_in_lines_that_fit() -> None:
    noted = _drawn(FIGURE._replace(notes=("Exercise <b>with fictional States</b>.", "seed 1, " * 40)))
    lines = noted.xpath("//*[@class='note']/text()")
    assert lines[0] == "Exercise <b>with fictional States</b>."
    assert len(lines) > 3
    assert max(map(len, lines)) <= NOTE
    last = noted.xpath("//*[@class='note']/@y")[-1]
    assert float(noted.get("height")) > float(last) > float(_drawn(FIGURE).get("height"))
    wide = _drawn(FIGURE._replace(notes=("库存" * 60,))).xpath("//*[@class='note']/text()")
    assert max(map(len, wide)) <= NOTE // 2


TORNADO = Bars("What moves the result.", "items", [Bar("stock <A>", 2, 10), Bar("pace", 7, 5)], 6, ("Seed 1.",))


def test_bars_reach_from_one_result_to_the_other_whichever_is_greater() -> None:
    found = etree.fromstring(bars(TORNADO, str).encode())
    first, second = found.xpath("//*[local-name()='path'][contains(@class, 'band')]/@d")
    assert [float(n) for n in re.findall(r"[MH]([\d.]+)", first)] == [56, 584, 56]
    assert [float(n) for n in re.findall(r"[MH]([\d.]+)", second)] == [254, 386, 254]
    # The notch stands where the assumption is at its lower value: there the result of the second is the greater.
    assert found.xpath("//*[@class='line']/@d")[1].startswith("M386")
    turned = etree.fromstring(bars(TORNADO, str, rtl=True).encode())
    assert turned.xpath("//*[@class='line']/@d")[1].startswith("M254")
    with pytest.raises(ValueError, match="at least one bar"):
        bars(TORNADO._replace(bars=()), str)


STRIP = Strip("Who waits.", 2031, [("A", [Cell(1, 1), Cell(2, 0.5)]), ("<B>", [Cell(0, 0), Cell(1, 0.1)])], [(1, "w")])


def test_a_cell_says_by_number_what_holds_and_by_shade_how_often() -> None:
    found = etree.fromstring(strip(STRIP, lambda year: f"{year:g}").encode())
    cells = found.xpath("//*[local-name()='path'][@class='band']")
    assert [float(cell.get("fill-opacity")) for cell in cells] == [0.35, 0.2, 0.08]
    texts = found.xpath("//*[local-name()='text']/text()")
    assert texts[:3] == ["A", "1", "2"]
    assert {"<B>", "2031", "2032", "1 = w"} <= set(texts)
    with pytest.raises(ValueError, match="as long"):
        strip(STRIP._replace(rows=[("A", [Cell(1, 1)]), ("B", [])]), str)
