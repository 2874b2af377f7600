"""The chart of a series: a line for each source in each capacity, ranges as bars, words beside it."""

from __future__ import annotations

from datetime import date
from typing import Any

from accord.acts.values import Nil, Quantity, Ranged, Withheld
from accord.areas.commitments.acts import RecordFigures
from accord.faces.web import seriescharts
from accord.faces.web.written import Written
from accord.world.asked import asked
from accord.world.pages import ask
from tests.areas.cases import changed, stage
from tests.areas.commitments.cases import ROW, TELL, TESTS, kind, only, warheads
from tests.scene import Scene

RANGE = Ranged(least=Quantity(amount="80", unit="warheads"), most=Quantity(amount="120", unit="warheads"))


def drawn(*acts: RecordFigures, subject: str = "warheads-stockpile", lang: str = "en") -> tuple[Written, Any]:
    """The words and the lines of a series of ST-A."""
    scene: Scene = stage()
    for act in acts:
        assert scene.does("editor", act).counts
    page: Any = ask(scene.world, "figure", (subject, "ST-A"), None, lambda index: scene.entries[index])
    return Written(lang, asked(scene.world)), seriescharts.lines_of(page.figures)


def test_each_source_and_kind_has_a_line_of_its_own_with_its_number() -> None:
    w, lines = drawn(TELL, only(ROW, grounds=kind("declared")), only(ROW, grounds=kind("estimated")))
    assert [len(line.points) for line in lines] == [2, 1, 1]
    chart = str(seriescharts.series(w, lines))
    assert [f">{number}</text>" in chart for number in (1, 2, 3)] == [True] * 3
    places = [chart.split(f">{number}</text>")[0].rpartition('y="')[2][:5] for number in (1, 2, 3)]
    assert len(set(places)) == 3
    assert str(seriescharts.legend(w, lines)).count("<li>") == 3


def test_a_range_is_a_bar_and_what_is_no_number_is_not_drawn() -> None:
    ranged = changed(ROW, figure=RANGE)
    _, lines = drawn(only(ranged, changed(ROW, on=date(2016, 1, 1), figure=Withheld())))
    assert [(point.least, point.most) for line in lines for point in line.points] == [(80.0, 120.0)]
    assert drawn(only(changed(ROW, figure=Withheld())))[1] == ()


def test_time_runs_in_the_direction_of_reading() -> None:
    def first_step(lang: str) -> float:
        chart = str(seriescharts.series(*drawn(TELL, lang=lang)))
        return float(chart.split('<g><path d="M')[1].split(",")[0])

    assert first_step("en") < seriescharts.WIDTH / 2 < first_step("ar")


def test_nothing_counted_over_a_period_is_a_level_at_nothing() -> None:
    w, lines = drawn(only(TESTS), subject="tests")
    assert TESTS.figure == Nil()
    assert "Amounts from 0 to 0" in seriescharts.told_series(w, lines)
    assert 'class="marks" d="M' in str(seriescharts.series(w, lines))


def test_the_words_of_a_chart_tell_its_days_and_amounts() -> None:
    w, lines = drawn(TELL)
    words = seriescharts.told_series(w, lines)
    assert all(part in words for part in ("31 December 2015", "31 December 2016", "90", "100"))
    assert words in str(seriescharts.series(w, lines))


def test_a_long_list_of_one_source_keeps_its_amounts() -> None:
    rows = tuple(changed(ROW, on=date(2000 + n, 1, 1), figure=warheads(str(n))) for n in range(1, 20))
    (line,) = drawn(only(*rows))[1]
    assert [point.most for point in line.points] == [float(n) for n in range(1, 20)]
