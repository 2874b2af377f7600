"""Where the demonstration stands on elements: known totals, kinds apart, unknown as unknown, what one fact changes."""

from datetime import date
from typing import Any

import pytest

from accord.acts.values import Grounds, Source
from accord.areas.instruments.acts import RecordStatus, StatusRow
from accord.areas.parties.cite import Missing
from accord.reference.trace import rows as paragraphs
from accord.stories import demonstration as story
from accord.world.asked import asked
from accord.world.pages import ask
from accord.world.progress.listed import INDICATORS, Listed
from accord.world.progress.pages import IndicatorRow, RestRow, TrendPoint, indicator, indicators, trend
from accord.world.progress.rests import Value
from accord.world.progress.values import values
from tests.scene import Scene
from tests.stories.test_demonstration_law import KEYS, told

SNAPSHOT = date(2018, 7, 10)


@pytest.fixture(scope="module")
def scene() -> Scene:
    return told()


def rows(scene: Scene, on: date | None = SNAPSHOT) -> tuple[IndicatorRow, ...]:
    return indicators(asked(scene.world), on=on).indicators


def test_known_totals_of_10_july_2018(scene: Scene) -> None:
    found = rows(scene)
    zones = {row.instrument: row.number_counted for row in found if row.indicator == "zone-members"}
    assert zones == {
        "tlatelolco": 33,
        "rarotonga": 13,
        "bangkok": 10,
        "pelindaba": 40,
        "semipalatinsk": 5,
        "mongolia-status": 1,
    }
    assert [row.number_counted for row in found if row.indicator == "npt-adherence"] == [191]
    assert [(row.number_counted, row.out_of) for row in found if row.indicator == "ctbt-entry-into-force"] == [(36, 44)]


def test_every_value_leads_to_facts_of_its_kind_alone(scene: Scene) -> None:
    known = asked(scene.world)
    for element in {one.element for one in INDICATORS}:
        page = indicator(known, element, on=SNAPSHOT)
        for row in page.indicators:
            if row.number_counted is not None:
                mine = [rest for rest in page.rests_on if rest.is_counted and line_of(rest) == line_of(row)]
                found = [rest for rest in mine if row.instrument in (None, rest.instrument)]
                if row.source is not None:
                    found = [rest for rest in found if told_by(rest) == row.source.publication]
                assert len(found) == row.number_counted


def told_by(rest: RestRow) -> str | None:
    return None if rest.cite.source is None else rest.cite.source.publication


def line_of(row: Any) -> tuple[object, ...]:
    kind = row.fact_kind if isinstance(row, IndicatorRow) else row.cite.fact_kind
    return row.indicator, row.subject, row.prohibition, row.prohibited_where, kind


def test_what_nothing_is_recorded_of_is_unknown_and_not_nought(scene: Scene) -> None:
    for row in rows(scene):
        assert (row.value_known == "recorded") == (row.number_counted is not None or row.figure is not None)
        assert row.number_counted != 0 or (row.out_of and row.not_counted == row.out_of)
    assert {row.value_known for row in rows(scene, date(1900, 1, 1))} == {"unknown"}


def test_one_more_fact_changes_exactly_the_figures_that_depend_on_it() -> None:
    scene = told()
    before = rows(scene)
    grounds = Grounds(source=Source(publication="A test"), kind="reported", checked=date(2018, 7, 1))
    row = StatusRow(party="CHN", on=date(2018, 7, 1))
    act = RecordStatus(instrument="ctbt", action="ratification", deeds=(row,), grounds=grounds)
    scene.does(story.EDITOR, act, signers=[KEYS[story.EDITOR]])
    after = rows(scene)
    changed = [one for one in after if one not in before]
    assert [(one.indicator, one.fact_kind, one.number_counted) for one in changed] == [
        ("ctbt-entry-into-force", "reported", 1)
    ]


def test_the_trend_ends_where_the_value_stands(scene: Scene) -> None:
    page = indicator(asked(scene.world), "27-m", on=SNAPSHOT)
    points = [point for point in page.trend if point.indicator == "npt-adherence"]
    assert points[-1].number_counted == page.indicators[0].number_counted == 191
    assert [point.day for point in points] == sorted(point.day for point in points)


@pytest.mark.parametrize("one", INDICATORS, ids=lambda one: f"{one.element}-{one.indicator}")
def test_at_every_fifth_step_of_a_trend_its_value_is_that_of_the_day(scene: Scene, one: Listed) -> None:
    known = asked(scene.world)
    for point in trend(known, one, None)[::5]:
        found = [value for value in values(known, one.counts, point.day) if same_line(value, point)]
        told = [(value.number, value.figure) for value in found] or [(None, None)]
        assert told == [(point.number_counted, point.figure)]


def same_line(value: Value, point: TrendPoint) -> bool:
    line = value.line
    mine = line.kind, line.instrument, line.subject, line.source, line.prohibition, line.author, line.where
    told = point.fact_kind, point.instrument, point.subject, point.source, point.prohibition, point.author
    return mine == (*told, point.prohibited_where)


def test_actions_of_reviews_are_counted_apart_from_undertakings(scene: Scene) -> None:
    rests = indicator(asked(scene.world), "27-c").rests_on
    entered = scene.world.commitments.tables.undertakings.values()
    reviewed = {fact.entry for fact in entered if fact.act.origin is not None}
    assert {rest.cite.entry in reviewed for rest in rests if rest.indicator == "review-actions"} == {True}
    assert {rest.cite.entry in reviewed for rest in rests if rest.indicator == "testing-moratoria"} == {False}


def test_prohibitions_are_counted_as_the_matrix_of_coverage_has_them(scene: Scene) -> None:
    for on in (None, SNAPSHOT, date(1985, 1, 1)):
        page: Any = ask(scene.world, "coverage", (), on)
        whole = {row.prohibition: row.state_count for row in page.prohibitions}
        counted: dict[str, int] = {}
        for row in rows(scene, on):
            if row.prohibition is not None and row.number_counted is not None:
                counted[row.prohibition] = counted.get(row.prohibition, 0) + row.number_counted
        assert counted
        assert counted == {label: whole[label] for label in counted}


def test_the_states_awaited_are_those_named_that_are_not_bound(scene: Scene) -> None:
    page = indicator(asked(scene.world), "28-c", on=SNAPSHOT)
    bound = {row.party for row in page.rests_on if row.indicator == "ctbt-entry-into-force"}
    assert len(page.awaited) == 44 - 36
    assert not bound & {row.party for row in page.awaited}


def test_the_indicators_are_those_that_the_table_of_paragraphs_names() -> None:
    named = {name for row in paragraphs() if row.para[:2] in ("27", "28", "29") for name in row.indicators}
    assert {one.indicator for one in INDICATORS} <= named
    assert named - {one.indicator for one in INDICATORS} == set()


def test_an_element_that_is_none_is_missing(scene: Scene) -> None:
    with pytest.raises(Missing):
        indicator(asked(scene.world), "99-z")
