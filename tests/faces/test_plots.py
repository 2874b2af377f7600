"""Figures: where things stand, what is escaped, what is refused."""

from __future__ import annotations

import math
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from accord.faces.plots import Band, Curve, Limit, Plot, columns, rows, svg, ticks

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
