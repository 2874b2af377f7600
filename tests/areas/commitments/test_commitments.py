"""What pages tell of commitments: on which day what holds, figures by kind and source, sums that never mix them."""

from __future__ import annotations

from datetime import date
from itertools import permutations
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accord.acts.values import Quantity, Ranged, Stated, Withheld
from accord.acts.vocabulary import Act
from accord.areas.commitments.acts import FigureName, FigureRow, RecordCall
from accord.areas.parties.acts import Reply
from accord.areas.parties.cite import Missing
from accord.world.pages import ask
from tests.areas.cases import changed, stage
from tests.areas.commitments.cases import (
    ABROAD,
    ACTION,
    ASSESS,
    ATTRIBUTE,
    ELEMENT,
    ROW,
    STATE,
    TELL,
    TESTS,
    TURN,
    UNDERTAKE,
    kind,
    only,
    warheads,
)
from tests.scene import Scene, grounds, said

FIRST, SECOND = date(2015, 12, 31), date(2016, 12, 31)
KINDS = ("declared", "estimated", "reported", "assessed")


def told(*acts: Act) -> Scene:
    """A scene in which a recorder has said all this."""
    scene = stage()
    for act in acts:
        ruling = scene.does("editor", act)
        assert ruling.counts, ruling.reason
    return scene


def page(scene: Scene, name: str, *arguments: str, on: date | None = None) -> Any:
    """A page of the scene."""
    return ask(scene.world, name, arguments, on, lambda index: scene.entries[index])


def totals(scene: Scene, on: date | None = None, subject: str = "warheads-stockpile") -> dict[tuple[str, str], Any]:
    """The sums of a subject, by kind of fact and source."""
    rows = page(scene, "figures", subject, on=on).totals
    return {(row.fact_kind, row.source.publication or row.source.document): row.figure for row in rows}


def of(party: str, amount: str, day: date = FIRST) -> FigureRow:
    """The stockpile of a State."""
    return changed(ROW, party=party, on=day, figure=warheads(amount))


def test_an_undertaking_holds_from_its_first_day_until_its_last() -> None:
    scene = told(UNDERTAKE, TURN)
    for day, holding in (
        (date(2014, 12, 31), "not-yet"),
        (date(2015, 1, 1), "holds"),
        (date(2024, 12, 31), "holds"),
        (date(2025, 1, 1), "does-not-hold"),
        (None, "ask-for-a-day"),
    ):
        assert page(scene, "undertaking", "moratorium", on=day).holding == holding


def test_two_sources_that_contradict_each_other_are_both_shown_and_none_is_chosen() -> None:
    other = changed(TURN, step="step-2", turned="withdrawn", grounds=kind("reported"))
    found = page(told(UNDERTAKE, TURN, other), "undertaking", "moratorium", on=date(2017, 1, 1))
    assert found.holding == "sources-differ"
    assert {row.turned for row in found.turns} == {"continued", "withdrawn"}


def test_a_withdrawal_without_a_day_leaves_it_open() -> None:
    undated = changed(TURN, step="step-2", turned="withdrawn", on=None)
    found = page(told(UNDERTAKE, TURN, undated), "undertaking", "moratorium", on=date(2017, 1, 1))
    assert found.holding == "date-not-recorded"
    assert [row.given for row in found.turns] == [date(2016, 5, 1), None]


def test_implementation_is_claimed_reported_and_assessed_side_by_side() -> None:
    claim = changed(ASSESS, assessment="a-2", author="ST-A", grounds=grounds("declared"))
    report = changed(ASSESS, assessment="a-3", author="ST-C", status="under-way", grounds=grounds("reported"))
    found = page(told(UNDERTAKE, ASSESS, claim, report), "undertaking", "moratorium")
    assert {(row.manner, row.author, row.status) for row in found.assessments} == {
        ("assessed", "ST-B", "implemented"),
        ("claimed", "ST-A", "implemented"),
        ("reported", "ST-C", "under-way"),
    }
    assert all(row.differs for row in found.assessments)


def test_figures_of_two_kinds_are_never_added_up() -> None:
    acts = [only(of("ST-A", "100"), of("ST-B", "10"), grounds=grounds(one)) for one in KINDS]
    found = page(told(*acts), "figures", "warheads-stockpile")
    assert {row.fact_kind: row.figure for row in found.totals} == {one: warheads("110") for one in KINDS}
    assert {row.parties_counted for row in found.totals} == {("ST-A", "ST-B")}


def test_figures_of_two_sources_of_one_kind_are_never_added_up() -> None:
    scene = told(only(of("ST-A", "100")), only(of("ST-B", "10"), grounds=kind("estimated")))
    assert set(totals(scene).values()) == {warheads("100"), warheads("10")}


def test_a_sum_is_of_the_latest_figures_by_the_day() -> None:
    scene = told(only(of("ST-A", "100"), of("ST-A", "90", SECOND), of("ST-B", "7")))
    assert list(totals(scene, date(2015, 12, 30)).values()) == []
    assert list(totals(scene, FIRST).values()) == [warheads("107")]
    assert list(totals(scene, SECOND).values()) == [warheads("97")]


def test_what_is_no_number_is_named_and_not_added() -> None:
    wide = Ranged(least=warheads("5").quantity, most=warheads("9").quantity)
    scene = told(
        only(of("ST-A", "100"), changed(of("ST-B", "1"), figure=wide), changed(of("ST-C", "1"), figure=Withheld()))
    )
    (row,) = page(scene, "figures", "warheads-stockpile").totals
    assert row.figure == Ranged(least=warheads("105").quantity, most=warheads("109").quantity)
    assert (row.parties_counted, row.no_number) == (("ST-A", "ST-B"), ("ST-C",))


def test_tests_are_added_over_periods_and_not_where_these_overlap() -> None:
    one = changed(TESTS, figure=Stated(quantity=Quantity(amount="3", unit="tests")))
    next_year = changed(one, since=date(2016, 1, 1), on=SECOND)
    over = changed(one, since=None, on=date(2017, 12, 31))
    assert next(iter(totals(told(only(one, next_year)), subject="tests").values())).quantity.amount == "6"
    assert totals(told(only(one, next_year, over)), subject="tests") == {}


def test_masses_are_added_exactly_whatever_their_unit() -> None:
    def heu(party: str, amount: str, unit: Any) -> FigureRow:
        figure = Stated(quantity=Quantity(amount=amount, unit=unit))
        return FigureRow(subject="heu-military", party=party, on=FIRST, figure=figure)

    scene = told(only(heu("ST-A", "0.1", "t"), heu("ST-B", "0.2", "kg"), heu("ST-C", "1", "g")))
    assert next(iter(totals(scene, subject="heu-military").values())).quantity == Quantity(amount="100.201", unit="kg")


def test_a_figure_for_a_year_stands_under_the_year_before_those_for_its_days() -> None:
    yearly = changed(of("ST-A", "80"), on=None, year=2015)
    rows = (of("ST-A", "100", date(2015, 1, 1)), yearly, of("ST-A", "90", date(2014, 12, 31)))
    scene = told(only(*rows))
    series = page(scene, "figure", "warheads-stockpile", "ST-A").figures
    assert [row.dated for row in series] == ["2014-12-31", "2015", "2015-01-01"]
    assert not any(row.contradicted for row in series)
    assert page(scene, "figures", on=date(2015, 6, 1)).subjects[0].first_valid == "2014-12-31"


def test_what_happened_in_a_year_is_told_when_the_year_is_over() -> None:
    three = Stated(quantity=Quantity(amount="3", unit="tests"))
    scene = told(only(*(changed(TESTS, since=None, on=None, year=year, figure=three) for year in (2015, 2016))))
    assert totals(scene, date(2015, 12, 30), "tests") == {}
    assert [row.quantity.amount for row in totals(scene, date(2015, 12, 31), "tests").values()] == ["3"]
    (row,) = page(scene, "figures", "tests").totals
    assert (row.figure.quantity.amount, row.first_valid, row.last_valid) == ("6", "2015", "2016")
    over = changed(TESTS, year=None, since=date(2016, 12, 1), on=date(2017, 1, 31), figure=three)
    assert scene.does("editor", only(over)).counts
    assert totals(scene, subject="tests") == {}


def test_neither_confirmed_nor_denied_is_a_value() -> None:
    found = page(told(only(ABROAD)), "figures", "warheads-on-territory-of-others")
    assert (found.figures[0].figure, found.totals) == (ABROAD.figure, ())


def test_one_correction_changes_exactly_the_figures_that_depend_on_it() -> None:
    acts = (TELL, only(of("ST-B", "10")), changed(TELL, grounds=kind("estimated")))
    scene = told(*acts)
    before = totals(scene)
    entry = scene.last - len(acts) + 1
    ruling = scene.does("editor", only(changed(ROW, on=SECOND, figure=warheads("80")), corrects=entry))
    assert ruling.counts, ruling.reason
    after = totals(scene)
    assert {key for key in after if after[key] != before[key]} == {("estimated", "A/68/514")}
    assert after["estimated", "A/68/514"] == warheads("90")
    series = page(scene, "figure", "warheads-stockpile", "ST-A")
    (change,) = series.changes
    assert (change.was, change.now, change.corrected) == (warheads("90"), warheads("80"), entry)
    assert totals(scene, FIRST) == totals(told(*acts), FIRST)


def test_a_figure_that_is_struck_is_shown_as_struck() -> None:
    scene = told(TELL)
    name = {field: getattr(ROW, field) for field in ("subject", "party", "on")}
    assert scene.does("editor", only(struck=(FigureName(**name),), corrects=scene.last)).counts
    series = page(scene, "figure", "warheads-stockpile", "ST-A")
    assert [row.dated for row in series.figures] == [SECOND.isoformat()]
    assert [(row.dated, row.figure) for row in series.struck] == [(FIRST.isoformat(), ROW.figure)]


def test_a_designation_is_its_authors_and_has_its_days() -> None:
    scene = told(ATTRIBUTE)
    assert page(scene, "designations", on=date(2014, 1, 1)).designations == ()
    (row,) = page(scene, "designations", "host", on=date(2016, 1, 1)).designations
    assert (row.party, row.author, row.whose) == ("ST-B", "ST-C", "ST-A")


@pytest.mark.parametrize("name", ["figures", "figure", "undertaking", "doctrine", "designations"])
def test_a_page_of_nothing_known_says_so(name: str) -> None:
    with pytest.raises(Missing):
        page(stage(), name, "nothing")


ACTS: tuple[Act, ...] = (
    UNDERTAKE,
    only(of("ST-A", "100"), of("ST-A", "90", SECOND)),
    only(of("ST-B", "10")),
    only(of("ST-A", "100"), grounds=grounds("declared")),
    only(of("ST-A", "70", SECOND), grounds=kind("estimated")),
    ATTRIBUTE,
)


def seen(scene: Scene, on: date) -> Any:
    """What pages say on a day, without the entries that they cite."""
    lines = page(scene, "figures", "warheads-stockpile", on=on).figures
    figures = sorted((row.party, row.dated, str(row.figure), row.cite.fact_kind, row.contradicted) for row in lines)
    return figures, totals(scene, on), page(scene, "undertaking", "moratorium", on=on).holding


ORDERS = list(permutations(ACTS))


@given(order=st.sampled_from(ORDERS), on=st.dates(date(2015, 1, 1), date(2017, 12, 31)))
def test_the_order_in_which_facts_are_told_changes_no_figure(order: tuple[Act, ...], on: date) -> None:
    assert seen(told(*order), on) == seen(told(*ACTS), on)


OWN = RecordCall(
    call="c-1", author="ST-C", actor="possessor-states", called=("ST-A",), element="27-c", grounds=grounds()
)


def test_the_page_of_a_state_has_its_commitments_and_counts_them() -> None:
    found = page(told(ELEMENT, UNDERTAKE, TELL, STATE, ATTRIBUTE, OWN), "party", "ST-A")
    own = found.commitments
    assert [row.undertaking for row in own.undertakings] == ["moratorium"]
    assert [row.dated for row in own.figures] == [SECOND.isoformat()]
    assert [row.statement for row in own.doctrine] == ["s-1"]
    assert [row.author for row in own.calls] == ["ST-C"]
    assert (own.designations, own.undertakings_towards) == ((), ())
    bare = page(told(), "party", "ST-A")
    assert bare.commitments is None
    assert found.facts_recorded == bare.facts_recorded + 4


def test_the_page_of_a_state_shows_the_latest_figure_of_each_kind_by_the_day() -> None:
    scene = told(TELL, only(of("ST-A", "80"), grounds=kind("declared")))
    figures = page(scene, "party", "ST-A").commitments.figures
    assert [(row.cite.fact_kind, row.dated) for row in figures] == [
        ("declared", FIRST.isoformat()),
        ("estimated", SECOND.isoformat()),
    ]
    earlier = page(scene, "party", "ST-A", on=FIRST).commitments.figures
    assert [(row.cite.fact_kind, row.contradicted) for row in earlier] == [("declared", True), ("estimated", True)]
    assert page(scene, "party", "ST-A", on=date(2014, 1, 1)).commitments is None


def test_a_name_stands_on_the_page_of_the_state_with_its_reply() -> None:
    scene = told(ATTRIBUTE)
    assert scene.does("ST-B", Reply(to=scene.last, text=said("We host none."))).counts
    (row,) = page(scene, "party", "ST-B").commitments.designations
    assert (row.author, [reply.party for reply in row.replies]) == ("ST-C", ["ST-B"])
    assert page(scene, "party", "ST-B", on=date(2020, 1, 1)).commitments is None


def test_an_undertaking_stands_on_the_page_of_whom_it_is_given_to() -> None:
    own = page(told(UNDERTAKE), "party", "ST-B").commitments
    assert [row.undertaking for row in own.undertakings_towards] == ["moratorium"]


def test_actions_of_a_review_stand_in_the_order_of_their_numbers_as_their_document_numbers_them() -> None:
    assert ACTION.origin is not None
    places = ((10, None), (5, "b"), (5, "a"), (5, None))
    actions = [
        changed(
            ACTION, undertaking=f"a-{number}{point or ''}", origin=changed(ACTION.origin, number=number, point=point)
        )
        for number, point in places
    ]
    report = changed(ASSESS, undertaking="a-5a", grounds=grounds("reported"), on=None)
    scene = told(*actions, report)
    (register,) = page(scene, "review-commitments").registers
    assert [row.number for row in register.actions] == ["5", "5 (a)", "5 (b)", "10"]
    assert [(row.claimed, row.reported, row.assessed) for row in register.actions][1] == (0, 1, 0)
    assert page(scene, "undertakings").undertakings == (), "an action of a review stands in the register of those"
