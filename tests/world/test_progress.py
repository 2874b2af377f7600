"""What indicators count, with States that exist nowhere: by kind of fact and day; what is not known is never nought."""

from __future__ import annotations

from datetime import date
from typing import Any, get_args

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from accord.acts.values import KindOfFact, Withheld
from accord.areas.commitments.acts import FigureRow, RecordFigures, RecordUndertaking, StateDoctrine
from accord.areas.commitments.measures import Subject
from accord.areas.coverage.acts import DisputeReading, MapProhibition, NameProhibition, StrikeCoverage
from accord.areas.instruments.acts import (
    AllOfStates,
    MakeReservation,
    RecordStage,
    RecordStatus,
    SetConditions,
    StatusRow,
    WithdrawReservation,
    Zone,
)
from accord.areas.instruments.law import status
from accord.areas.parties.cite import Missing
from accord.world.progress import counting as c
from accord.world.progress.glance import glance
from accord.world.progress.joined import in_force
from accord.world.progress.listed import INDICATORS, Listed
from accord.world.progress.pages import awaited, indicator, indicators, trend
from accord.world.progress.rests import cite_of
from accord.world.progress.values import values
from tests.areas.cases import changed
from tests.areas.commitments.cases import ACTION, STATE, UNDERTAKE, kind, warheads
from tests.areas.instruments.told import (
    enter,
    known,
    of_list,
    of_states,
    row,
    says,
)
from tests.areas.instruments.told import (
    in_force as begins,
)
from tests.areas.instruments.told import (
    status as joins,
)
from tests.scene import Scene, grounds, said

KINDS: tuple[KindOfFact, ...] = get_args(KindOfFact)
STOCKPILE: Subject = "warheads-stockpile"


def numbers(scene: Scene, counts: c.Counting, on: str | None = None) -> dict[str, int | None]:
    """Kind of fact → how many; of one line of facts each."""
    found = values(known(scene), counts, None if on is None else date.fromisoformat(on))
    told: dict[str, int | None] = {value.line.kind: value.number for value in found}
    assert len(told) == len(found)
    return told


def undertaken(scene: Scene, label: str, of: Any = "declared", **fields: Any) -> None:
    given = {"undertaking": label, "since": date(2010, 1, 1), "until": None, "benchmarks": (), **fields}
    act: RecordUndertaking = changed(UNDERTAKE, grounds=kind(of), **given)
    says(scene, act)


def figures(scene: Scene, of: Any, *rows: tuple[str, str, Any]) -> None:
    told = (FigureRow(subject=STOCKPILE, party=p, on=date.fromisoformat(day), figure=f) for p, day, f in rows)
    says(scene, RecordFigures(figures=tuple(told), grounds=kind(of)))


# Unknown is not nought.


def test_of_an_empty_record_everything_is_unknown_and_nothing_is_nought() -> None:
    page = indicators(known(of_states()))
    assert {row.indicator for row in page.indicators} == {one.indicator for one in INDICATORS}
    for shown in page.indicators:
        assert shown.value_known == "unknown"
        assert (shown.number_counted, shown.figure, shown.out_of, shown.fact_kind) == (None, None, None, None)


def test_where_it_is_open_of_all_facts_whether_they_count_the_number_is_unknown() -> None:
    scene = of_states()
    undertaken(scene, "u-1", force=None)
    assert numbers(scene, c.Undertakings(("testing-moratorium",))) == {"declared": 1}
    assert numbers(scene, c.Undertakings(("testing-moratorium",), "political")) == {"declared": None}
    undertaken(scene, "u-2", force="political")
    assert numbers(scene, c.Undertakings(("testing-moratorium",), "political")) == {"declared": 1}


def test_when_nothing_holds_any_longer_the_trend_says_so_and_not_nought() -> None:
    scene = of_states()
    joins(scene, "ratification", row("ST-A", "2002-01-01"))
    joins(scene, "withdrawal", row("ST-A", "2005-01-01"))
    points = trend(known(scene), Listed("27-m", "npt-adherence", c.Bound("T-1")), None)
    assert [(str(one.day), one.number_counted) for one in points] == [("2002-01-01", 1), ("2005-01-01", None)]


def test_a_withheld_figure_is_no_nought_and_stands_in_no_sum() -> None:
    scene = of_states()
    figures(scene, "declared", ("ST-A", "2015-12-31", warheads("100")), ("ST-B", "2015-12-31", Withheld()))
    (value,) = values(known(scene), c.Figures((STOCKPILE,)), None)
    assert value.figure == warheads("100")
    assert [(rest.party, rest.counted) for rest in value.rests] == [("ST-A", True), ("ST-B", False)]


# Kinds of fact never meet in one number.


@given(st.lists(st.tuples(st.sampled_from(KINDS), st.integers(1, 400)), min_size=1, max_size=8))
def test_kinds_of_fact_are_never_added_together(told: list[tuple[KindOfFact, int]]) -> None:
    scene = of_states()
    for number, (of, amount) in enumerate(told):
        undertaken(scene, f"u-{number}", of)
        figures(scene, of, ("ST-A", f"{2000 + number}-12-31", warheads(str(amount))))
    expected = {of: sum(one == of for one, _ in told) for of, _ in told}
    assert numbers(scene, c.Undertakings(("testing-moratorium",))) == expected
    for value in values(known(scene), c.Figures((STOCKPILE,)), None):
        latest = [amount for of, amount in told if of == value.line.kind][-1]
        assert value.figure == warheads(str(latest))
        assert {cite_of(known(scene), rest).fact_kind for rest in value.rests} == {value.line.kind}


def test_two_sources_of_one_kind_stand_apart() -> None:
    scene = of_states()
    for publication, amount in (("One list", "100"), ("Other list", "120")):
        rows = (FigureRow(subject=STOCKPILE, party="ST-A", on=date(2015, 12, 31), figure=warheads(amount)),)
        of = changed(kind("estimated"), source=changed(kind("estimated").source, publication=publication))
        says(scene, RecordFigures(figures=rows, grounds=of))
    found = values(known(scene), c.Figures((STOCKPILE,)), None)
    assert [(value.line.source.publication, value.figure) for value in found if value.line.source] == [
        ("One list", warheads("100")),
        ("Other list", warheads("120")),
    ]
    (shown,) = [
        one for one in indicators(known(scene)).indicators if one.subject == STOCKPILE and one.element == "27-i"
    ]
    assert (shown.value_known, shown.figure, shown.source_count) == ("by-source", None, 2)


# What each way of counting counts.


def test_actions_of_reviews_are_no_undertakings() -> None:
    scene = of_states()
    says(scene, changed(ACTION, matter="testing-moratorium", holders=(), grounds=grounds("transcribed")))
    assert numbers(scene, c.Undertakings(("testing-moratorium",))) == {}
    assert numbers(scene, c.ReviewActions(("testing-moratorium",))) == {"transcribed": 1}


def test_statements_count_until_they_are_taken_back() -> None:
    scene = of_states()
    act: StateDoctrine = changed(STATE, matter="role-in-doctrine", grounds=kind("declared"))
    says(scene, act)
    counts = c.Statements(("role-in-doctrine",))
    days = ("2014-12-31", "2015-01-01", "2015-12-31", "2016-01-01")
    assert [numbers(scene, counts, day) for day in days] == [{}, {"declared": 1}, {"declared": 1}, {}]


def test_states_answer_withhold_or_are_silent_while_others_tell_of_them() -> None:
    scene = of_states()
    figures(scene, "declared", ("ST-A", "2015-12-31", warheads("100")), ("ST-B", "2015-12-31", Withheld()))
    figures(scene, "estimated", ("ST-B", "2015-12-31", warheads("9")), ("ST-C", "2015-12-31", warheads("9")))

    def who(answer: c.Answer, on: date | None = None) -> list[str | None]:
        found = values(known(scene), c.Answers((STOCKPILE,), answer), on)
        return [rest.party for value in found for rest in value.rests]

    assert (who("disclosed"), who("withheld"), who("absent")) == (["ST-A"], ["ST-B"], ["ST-C"])
    assert who("absent", date(2015, 12, 30)) == []
    figures(scene, "declared", ("ST-B", "2016-12-31", warheads("8")))
    assert (who("disclosed"), who("withheld")) == (["ST-A", "ST-B"], [])
    assert (who("disclosed", date(2016, 1, 1)), who("withheld", date(2016, 1, 1))) == (["ST-A"], ["ST-B"])


def test_intervals_without_a_reduction_are_counted_out_of_all_and_may_be_none() -> None:
    scene = of_states()
    rows = [("ST-A", f"{year}-12-31", warheads(amount)) for year, amount in ((2013, "100"), (2014, "90"), (2015, "90"))]
    figures(scene, "declared", *rows)
    counts = c.Unreduced((STOCKPILE,))

    def told(on: date | None) -> list[tuple[int | None, int | None]]:
        return [(value.number, value.out_of) for value in values(known(scene), counts, on)]

    assert told(date(2013, 12, 31)) == []
    assert told(date(2014, 12, 31)) == [(0, 1)]
    assert told(None) == [(1, 2)]


def test_a_condition_that_names_states_counts_those_bound_and_names_the_others() -> None:
    scene = of_states()
    condition = AllOfStates(name=said("Annex"), listed=("ST-A", "ST-B", "ST-C"))
    says(scene, SetConditions(instrument="T-1", entry_conditions=(condition,), grounds=of_list()))
    joins(scene, "signature", row("ST-B", "2001-01-01"))
    joins(scene, "ratification", row("ST-A", "2002-01-01"), row("ST-D", "2002-01-01"))
    one = Listed("28-c", "ctbt-entry-into-force", c.Needed("T-1"))
    (value,) = values(known(scene), one.counts, None)
    assert (value.number, value.out_of, [rest.party for rest in value.rests]) == (1, 3, ["ST-A"])
    rows = awaited(known(scene), one, None)
    assert [(waiting.party, waiting.legal_standing) for waiting in rows] == [("ST-B", "signatory"), ("ST-C", "none")]


def test_states_bound_are_counted_out_of_those_of_the_record_or_those_to_which_it_is_open() -> None:
    scene = of_states()
    enter(scene, "T-2", open_to=("ST-A", "ST-B"))
    for name in ("T-1", "T-2"):
        joins(scene, "ratification", row("ST-A", "2002-01-01"), instrument=name)
    found = [values(known(scene), c.Bound(name), None)[0] for name in ("T-1", "T-2")]
    assert [(value.number, value.out_of) for value in found] == [(1, 4), (1, 2)]


def zoned() -> Scene:
    """A zone with a protocol open to two States, and one that is proposed."""
    scene = of_states()
    zone = Zone(name=said("A zone"))
    enter(scene, "Z-1", zone=zone)
    enter(scene, "Z-2", zone=zone)
    enter(scene, "P-1", kind="protocol", parent="Z-1", open_to=("ST-C", "ST-D"))
    says(scene, RecordStage(instrument="Z-2", stage="proposed", on=date(2003, 1, 1), grounds=of_list()))
    begins(scene, "2001-06-01", "Z-1")
    joins(scene, "ratification", row("ST-A", "2001-01-01"), row("ST-B", "2002-01-01"), instrument="Z-1")
    joins(scene, "ratification", row("ST-C", "2004-01-01"), instrument="P-1")
    return scene


def test_zones_have_members_and_protocols_and_some_are_proposed() -> None:
    scene = zoned()
    assert numbers(scene, c.Zones()) == {"depositary": 1}
    assert numbers(scene, c.ZonesProposed(), "2002-12-31") == {}
    assert numbers(scene, c.ZonesProposed()) == {"depositary": 1}
    assert numbers(scene, c.ZoneMembers(), "2001-12-31") == {"depositary": 1}
    (protocol,) = values(known(scene), c.ZoneProtocols(), None)
    assert (protocol.line.instrument, protocol.number, protocol.out_of) == ("P-1", 1, 2)


def test_what_was_reserved_about_zones_stands_until_it_is_withdrawn() -> None:
    scene = zoned()
    remark = MakeReservation(
        instrument="P-1",
        reservation="r-1",
        kind="reservation",
        state="ST-C",
        text=said("Not if attacked."),
        on=date(2004, 1, 1),
        grounds=grounds("declared"),
    )
    says(scene, remark)
    back = WithdrawReservation(instrument="P-1", reservation="r-1", on=date(2006, 1, 1), grounds=grounds("declared"))
    says(scene, back)
    for day, stands in (("2003-12-31", None), ("2005-01-01", True), ("2006-01-01", False)):
        assert numbers(scene, c.ZoneRemarks(), day) == ({"declared": 1} if stands else {})
        assert numbers(scene, c.ZoneRemarks(withdrawn=True), day) == ({"declared": 1} if stands is False else {})


def test_of_a_reservation_without_a_day_it_is_not_known_since_when_it_stands() -> None:
    scene = zoned()
    remark = MakeReservation(
        instrument="P-1",
        reservation="r-1",
        kind="reservation",
        state="ST-C",
        text=said("Not if attacked."),
        grounds=grounds("declared"),
    )
    says(scene, remark)
    assert numbers(scene, c.ZoneRemarks()) == {"declared": 1}
    assert numbers(scene, c.ZoneRemarks(), "2005-01-01") == {"declared": None}


def read(scene: Scene, instrument: str, author: str, *prohibits: str, **more: Any) -> int:
    act = MapProhibition(
        instrument=instrument, provision="1", author=author, prohibits=prohibits, grounds=grounds("assessed"), **more
    )
    return says(scene, act)


def prohibiting() -> Scene:
    """A treaty that prohibits use anywhere, another in a zone alone, as ST-D reads them; ST-A reads the first less."""
    scene = of_states("T-1", "T-2")
    for label in ("use", "threat-of-use"):
        says(scene, NameProhibition(prohibition=label, name=said(label), grounds=grounds()))
    for name in ("T-1", "T-2"):
        begins(scene, "2001-06-01", name)
    read(scene, "T-1", "ST-D", "use", "threat-of-use")
    read(scene, "T-2", "ST-D", "use", reach="zone")
    read(scene, "T-1", "ST-A", "use")
    joins(scene, "ratification", row("ST-A", "2002-01-01"))
    joins(scene, "ratification", row("ST-A", "2002-01-01"), row("ST-B", "2003-01-01"), instrument="T-2")
    return scene


def test_who_is_prohibited_what_is_told_by_author_and_by_where() -> None:
    scene = prohibiting()
    found = values(known(scene), c.Prohibited(("use",)), None)
    told = {(one.line.author, one.line.where): [rest.party for rest in one.rests] for one in found}
    assert told == {
        ("ST-D", "anywhere-without-condition"): ["ST-A"],
        ("ST-D", "in-part"): ["ST-B"],
        ("ST-A", "anywhere-without-condition"): ["ST-A"],
    }
    assert {(one.line.kind, one.out_of) for one in found} == {("assessed", 4)}
    assert values(known(scene), c.Prohibited(("use",)), date(2001, 12, 31)) == ()


def test_a_reading_taken_back_takes_its_numbers_with_it_and_no_others() -> None:
    scene = prohibiting()
    before = indicators(known(scene)).indicators
    entry = read(scene, "T-2", "ST-A", "threat-of-use")
    dispute = DisputeReading(
        instrument="T-2", provision="1", author="ST-A", party="ST-C", text=said("No."), grounds=grounds()
    )
    says(scene, dispute)
    after = indicators(known(scene)).indicators
    changes = {(one.indicator, one.author) for one in after if one not in before}
    assert changes == {("prohibition-of-use-or-threat", "ST-A")}
    says(scene, StrikeCoverage(strikable="reading", entry=entry, reason="by mistake"))
    assert indicators(known(scene)).indicators == before


def test_texts_count_where_one_author_reads_all_of_it() -> None:
    scene = prohibiting()
    both = values(known(scene), c.Texts(("use", "threat-of-use")), None)
    assert [(one.line.author, [rest.instrument for rest in one.rests]) for one in both] == [("ST-D", ["T-1"])]
    assert values(known(scene), c.Texts(("testing",)), None) == ()


# In force for whom, from day to day.

DAYS = st.dates(date(2000, 1, 1), date(2010, 12, 31))
DEEDS = st.lists(
    st.tuples(
        st.sampled_from(
            (
                "ratification",
                "accession",
                "withdrawal",
                "withdrawal-of-ratification",
                "suspension",
                "resumption",
                "in-force",
            )
        ),
        st.one_of(st.none(), DAYS),
    ),
    max_size=6,
    unique=True,
)


@given(DEEDS, st.one_of(st.none(), DAYS), st.one_of(st.none(), DAYS), st.lists(DAYS, min_size=1, max_size=10))
@example(
    [("ratification", date(2001, 5, 1)), ("suspension", date(2003, 5, 1)), ("resumption", date(2005, 5, 1))],
    date(2000, 5, 1),
    date(2008, 5, 1),
    [date(2002, 1, 1), date(2004, 1, 1), date(2006, 1, 1), date(2009, 1, 1)],
)
@example([("ratification", None), ("suspension", date(2019, 5, 1))], date(2000, 5, 1), None, [date(2018, 9, 1)])
def test_spans_in_force_are_the_standing_of_every_day(
    deeds: list[tuple[Any, date | None]], begun: date | None, over: date | None, asked: list[date]
) -> None:
    scene = of_states()
    for stage, day in (("in-force", begun), ("terminated", over)):
        if day is not None:
            scene.does("editor", RecordStage(instrument="T-1", stage=stage, on=day, grounds=of_list()))  # type: ignore[arg-type]
    for action, day in deeds:
        joins_if_it_may(scene, action, day)
    found = in_force(known(scene), "T-1")
    for on in (None, *asked, *(day for _, day in deeds if day), *(day for day in (begun, over) if day)):
        holding = [span for span in found if span.holds(on)]
        standing = [held.standing for held in status(known(scene), "T-1", on).values()]
        assert len(holding) == standing.count("party")


def joins_if_it_may(scene: Scene, action: Any, day: date | None) -> None:
    act = RecordStatus(
        instrument="T-1", action=action, deeds=(StatusRow(party="ST-A", on=day, note=said("x")),), grounds=of_list()
    )
    scene.does("editor", act)


# Pages.


def test_at_one_glance_each_element_stands_once_and_in_the_order_of_the_text() -> None:
    scene = prohibiting()
    found = glance(known(scene))
    assert [one.element for one in found] == list(dict.fromkeys(one.element for one in INDICATORS))
    told = {one.element: one for one in found}
    assert [row.number_counted for row in told["29-b"].headlines] == [1, 1, 1, 1]
    assert [row.value_known for row in told["27-a"].headlines] == ["unknown"]
    assert told["27-c"].others == len([one for one in INDICATORS if one.element == "27-c"]) - 1
    assert told["27-c"].others_recorded == 0


def test_an_element_without_indicators_is_missing() -> None:
    with pytest.raises(Missing):
        indicator(known(of_states()), "99-z")
