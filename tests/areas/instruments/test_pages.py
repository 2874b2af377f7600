"""Pages of instruments: what they show on a day, what changes with one fact, and where each figure leads."""

from __future__ import annotations

from datetime import date
from typing import Any

import msgspec
import pytest

from accord.acts.values import Source
from accord.areas.instruments.acts import (
    AtLeast,
    MakeReservation,
    RecordStage,
    RecordStatus,
    SetConditions,
    StrikeInstrumentFact,
    SummariseArticle,
    WithdrawReservation,
    Zone,
)
from accord.areas.parties.acts import Reply
from accord.areas.parties.cite import Missing
from accord.world.pages import ask
from tests.areas.instruments.told import STATES, enter, in_force, of_list, of_states, row, says, status
from tests.scene import Scene, said

NAMES = ("T-1", "T-2", "T-3")


def page(scene: Scene, name: str, *arguments: str, on: str | None = None) -> Any:
    """A page, on a day."""
    day = None if on is None else date.fromisoformat(on)
    return ask(scene.world, name, arguments, day, lambda index: scene.entries[index])


def world() -> tuple[Scene, int]:
    """Three treaties with signatures and ratifications of four States; the entry of the ratifications of the first."""
    scene = of_states(*NAMES)
    found = 0
    for number, name in enumerate(NAMES):
        signed = (row(state, f"2000-0{n + 2}-01") for n, state in enumerate(STATES))
        status(scene, "signature", *signed, instrument=name)
        bound = (row(state, f"200{n + 1}-01-01") for n, state in enumerate(STATES))
        entry = status(scene, "ratification", *bound, instrument=name)
        found = found or entry
        says(scene, SetConditions(instrument=name, entry_conditions=(AtLeast(number=2),), grounds=of_list()))
        if number:
            in_force(scene, "2002-06-01", name)
    return scene, found


def figures(scene: Scene) -> dict[tuple[str, ...], Any]:
    """Every figure of every page of instruments, on some days: what it is called → what it says, without entries."""
    found: dict[tuple[str, ...], Any] = {}
    for day in ("2001-06-01", "2002-03-01", "2003-06-01", "2020-01-01"):
        for name in NAMES:
            told = page(scene, "instrument", name, on=day)
            for field in ("signed_count", "consented_count", "party_count", "undated_count", "legal_stage"):
                found[day, name, field] = getattr(told, field)
            for one in told.standings:
                found[day, name, one.party] = msgspec.structs.replace(one, decided_by=None)
            found[day, name, "computed_day"] = told.entering.computed_day
        for state in STATES:
            found[day, state] = [
                (one.instrument, one.standing_there.legal_standing, one.standing_there.in_force)
                for one in page(scene, "party", state, on=day).law.law
            ]
    return found


def test_one_corrected_fact_changes_exactly_what_depends_on_it() -> None:
    scene, entry = world()
    before = figures(scene)
    status(scene, "ratification", row("ST-B", "2002-05-01"), corrects=entry)
    after = figures(scene)
    assert {name for name in before if before[name] != after[name]} == {
        ("2002-03-01", "T-1", "consented_count"),  # it was bound by then, and is not any more
        ("2002-03-01", "T-1", "party_count"),  # nor had the treaty entered into force: ST-B was the second
        ("2002-03-01", "T-1", "ST-A"),
        ("2002-03-01", "T-1", "ST-B"),
        ("2002-03-01", "T-1", "computed_day"),
        ("2002-03-01", "ST-A"),
        ("2002-03-01", "ST-B"),
        *((day, "T-1", "computed_day") for day in ("2003-06-01", "2020-01-01")),
        *((day, "T-1", state) for day in ("2003-06-01", "2020-01-01") for state in ("ST-A", "ST-B")),
        *((day, state) for day in ("2003-06-01", "2020-01-01") for state in ("ST-A", "ST-B")),
    }


def test_a_fact_of_another_treaty_changes_nothing_here() -> None:
    scene, _ = world()
    enter(scene, "T-4")
    before = figures(scene)
    status(scene, "ratification", row("ST-A", "2001-01-01"), instrument="T-4")
    after = figures(scene)
    assert {name for name in before if before[name] != after[name]} == {
        (day, "ST-A") for day in ("2001-06-01", "2002-03-01", "2003-06-01", "2020-01-01")
    }


def test_a_correction_puts_rows_in_place_of_others_and_leaves_the_rest() -> None:
    scene, entry = world()
    corrected = status(scene, "ratification", row("ST-A", "2001-02-02"), struck=("ST-B",), corrects=entry)
    told = {one.party: one for one in page(scene, "instrument", "T-1").standings}
    assert told["ST-A"].consented == date(2001, 2, 2)
    assert told["ST-A"].decided_by == corrected
    assert told["ST-B"].legal_standing == "signatory"
    assert told["ST-C"].decided_by == entry
    assert [(one.entry, one.stands, one.struck, one.corrects) for one in history(scene, "ST-B")] == [
        (entry, False, False, None),
        (corrected, False, True, entry),
    ]
    (deed,) = [one for one in page(scene, "instrument-state", "T-1", "ST-A").deeds if one.action == "ratification"]
    assert (deed.cite.entry, deed.cite.corrected) == (corrected, (entry,))


def history(scene: Scene, party: str) -> list[Any]:
    """What was told of a State's ratification of the first treaty."""
    return [one for one in page(scene, "instrument-state", "T-1", party).told if one.action == "ratification"]


def test_a_state_replies_to_what_is_recorded_of_it_and_to_no_other() -> None:
    scene, entry = world()
    says(scene, Reply(to=entry, text=said("We deposited a day earlier.")), by="ST-B")
    own, other = (page(scene, "instrument-state", "T-1", state) for state in ("ST-B", "ST-C"))
    assert [reply.party for reply in own.replies] == ["ST-B"]
    assert other.replies == ()
    replied = {deed.action: deed.cite.replies for deed in own.deeds}
    assert replied == {"signature": (), "ratification": (scene.last,)}
    assert all(deed.cite.replies == () for deed in other.deeds)


def test_every_figure_leads_to_entries_with_grounds() -> None:
    scene, _ = world()
    told = page(scene, "instrument", "T-1")
    assert told.consented_count == sum(one.consented is not None for one in told.standings)
    sources = {one.cite.entry: one.cite for one in told.status_sources}
    for one in told.standings:
        assert one.decided_by in sources
        assert sources[one.decided_by].source is not None
    assert {cite.fact_kind for cite in sources.values()} == {"depositary"}
    assert [one.state_count for one in told.status_sources] == [4, 4]


def test_a_row_may_stand_elsewhere_than_the_others() -> None:
    scene = of_states()
    own = Source(publication="A gazette", on=date(2001, 5, 5))
    status(scene, "ratification", row("ST-A", "2001-01-01", source=own), row("ST-B", "2001-02-01"))
    (deed,) = page(scene, "instrument-state", "T-1", "ST-A").deeds
    assert deed.cite.source == own
    (deed,) = page(scene, "instrument-state", "T-1", "ST-B").deeds
    assert deed.cite.source == of_list().source


def test_numbers_over_time_are_those_on_the_day() -> None:
    scene, _ = world()
    status(scene, "withdrawal", row("ST-A", "2005-01-01", "2005-04-01"))
    for point in page(scene, "instrument", "T-1").over_time:
        told = page(scene, "instrument", "T-1", on=point.day.isoformat())
        assert (point.signed_count, point.consented_count) == (told.signed_count, told.consented_count)
    assert page(scene, "instrument", "T-1").over_time[-1].day == date(2005, 4, 1)
    assert page(scene, "instrument", "T-1", on="2002-01-01").over_time[-1].day == date(2002, 1, 1)


def test_a_day_that_is_not_recorded_is_no_point_in_time() -> None:
    scene = of_states()
    status(scene, "accession", row("ST-A"), row("ST-B", "2003-01-01"))
    told = page(scene, "instrument", "T-1")
    assert [(point.day, point.consented_count) for point in told.over_time] == [(date(2003, 1, 1), 1)]
    assert {one.party: (one.consented, one.dated) for one in told.standings} == {
        "ST-A": (None, "not-recorded"),
        "ST-B": (date(2003, 1, 1), "recorded"),
    }
    earlier = page(scene, "instrument", "T-1", on="2010-01-01")
    assert (earlier.consented_count, earlier.undated_count) == (1, 1)
    assert {one.party: one.dated for one in earlier.standings}["ST-A"] == "unknown-then"


def test_the_stage_is_that_of_the_day_and_the_furthest_on_of_one_day() -> None:
    scene = of_states()
    for stage, day in (("adopted", date(1999, 1, 1)), ("open-for-signature", date(1999, 1, 1))):
        says(scene, RecordStage(instrument="T-1", stage=stage, on=day, grounds=of_list()))  # type: ignore[arg-type]
    in_force(scene, "2005-01-01")
    says(scene, RecordStage(instrument="T-1", stage="expired", on=date(2015, 1, 1), grounds=of_list()))
    found = [page(scene, "instrument", "T-1", on=f"{year}-06-01").legal_stage for year in (1998, 1999, 2005, 2015)]
    assert found == [None, "open-for-signature", "in-force", "expired"]
    assert page(scene, "instruments").law[0].legal_stage == "expired"


def test_what_was_recorded_by_mistake_is_gone_and_its_entry_stays() -> None:
    scene = of_states()
    entry = says(scene, SummariseArticle(instrument="T-1", provision="I", summary=said("Not so."), grounds=of_list()))
    says(scene, StrikeInstrumentFact(instrument="T-1", entry=entry, reason="Of another treaty."))
    assert page(scene, "instrument", "T-1").articles == ()
    assert page(scene, "entry", str(entry)).verb == "article.summarise/1"


def test_a_reservation_stands_until_it_is_withdrawn_as_a_whole() -> None:
    scene = of_states()
    made: dict[str, Any] = {"instrument": "T-1", "grounds": of_list()}
    told: dict[str, Any] = {"kind": "reservation", "state": "ST-A", "text": said("Not in winter.")}
    says(scene, MakeReservation(reservation="r-1", on=date(2001, 1, 1), **told, **made))
    part = said("Only in spring.")
    says(scene, WithdrawReservation(reservation="r-1", on=date(2002, 1, 1), part=part, **made))
    says(scene, WithdrawReservation(reservation="r-1", on=date(2003, 1, 1), **made))
    found = [
        page(scene, "instrument", "T-1", on=day).remarks_made for day in ("2000-01-01", "2002-06-01", "2003-01-01")
    ]
    assert [[(one.remark_stands, len(one.withdrawals)) for one in rows] for rows in found] == [
        [],
        [(True, 1)],
        [(False, 2)],
    ]


def test_a_zone_has_members_protocols_and_what_was_said_about_them() -> None:
    scene = of_states()
    zone = Zone(name=said("The zone"), regions=(said("The north"),))
    enter(scene, "Z", zone=zone)
    enter(scene, "Z-P", kind="protocol", parent="Z", open_to=("ST-C", "ST-D"))
    enter(scene, "S", kind="declared-status", open_to=("ST-D",), zone=changed_name(zone))
    status(scene, "signature", row("ST-A", "2000-02-01"), row("ST-B", "2000-02-01"), instrument="Z")
    status(scene, "ratification", row("ST-A", "2001-01-01"), instrument="Z")
    status(scene, "signature", row("ST-C", "2001-01-01"), instrument="Z-P")
    act = MakeReservation(
        instrument="Z-P",
        reservation="r",
        kind="interpretation",
        state="ST-C",
        text=said("As we read it."),
        grounds=of_list(),
    )
    says(scene, act)
    of, declared = page(scene, "zones", on="2001-06-01").zones
    assert (of.zone_members, of.signatories_only) == (("ST-A",), ("ST-B",))
    (protocol,) = of.protocols
    assert {one.party: one.legal_standing for one in protocol.standings} == {"ST-C": "signatory", "ST-D": "none"}
    assert [one.state for one in protocol.remarks_made] == ["ST-C"]
    assert declared.zone_members == (), "no stage of the status is recorded by then"
    assert page(scene, "zones").zones[1].zone_members == ("ST-D",)
    in_force(scene, "2000-06-01", "S")
    assert page(scene, "zones", on="2000-06-01").zones[1].zone_members == ("ST-D",)
    assert page(scene, "zones", on="2000-06-01").zones[0].zone_members == ()


def changed_name(zone: Zone) -> Zone:
    """The zone of a single State."""
    return msgspec.structs.replace(zone, name=said("A single State"), regions=())


def test_a_states_page_has_only_what_it_did() -> None:
    scene, _ = world()
    enter(scene, "T-4")
    found = page(scene, "party", "ST-A").law
    assert [one.instrument for one in found.law] == list(NAMES)
    assert page(scene, "party", "ST-A", on="1999-01-01").law.law == ()
    assert page(scene, "party", "editor").law is None


def test_votes_stand_apart_from_what_binds() -> None:
    scene = of_states("T-1")
    enter(scene, "R-1", kind="resolution", opened_on=None)
    for action, voters in (("vote-against", "B"), ("vote-in-favour", "AC"), ("vote-abstaining", "D")):
        rows = (row(f"ST-{one}", "2003-12-05") for one in voters)
        status(scene, action, *rows, instrument="R-1")  # type: ignore[arg-type]
    found = page(scene, "instrument", "R-1")
    assert [(one.action, one.states) for one in found.adoption_votes] == [
        ("vote-in-favour", ("ST-A", "ST-C")),
        ("vote-against", ("ST-B",)),
        ("vote-abstaining", ("ST-D",)),
    ]
    assert (found.standings, found.signed_count, found.consented_count) == ((), 0, 0)
    assert page(scene, "instrument", "R-1", on="2003-12-04").adoption_votes == ()
    own = page(scene, "party", "ST-B").law
    assert ([(one.instrument, one.action, str(one.on)) for one in own.adoption_votes], own.law) == (
        [("R-1", "vote-against", "2003-12-05")],
        (),
    )
    assert page(scene, "party", "ST-B", on="2003-12-04").law.adoption_votes == ()


@pytest.mark.parametrize(
    ("name", "arguments"),
    [("instrument", ("T-9",)), ("instrument-state", ("T-9", "ST-A")), ("instrument-state", ("T-1", "ST-Q"))],
)
def test_what_the_record_has_not_is_missing(name: str, arguments: tuple[str, ...]) -> None:
    with pytest.raises(Missing):
        page(of_states(), name, *arguments)


def test_the_largest_act_of_a_status_fits_into_the_record() -> None:
    scene = of_states()
    source = Source(publication="x" * 60, on=date(2001, 5, 5))
    rows = tuple(
        row("ST-A", f"{2001 + n // 28:04}-01-{n % 28 + 1:02}", depositary=None, source=source) for n in range(200)
    )
    says(scene, RecordStatus(instrument="T-1", action="signature", deeds=rows, grounds=of_list()))
    assert len(scene.entries[-1]) < 70_000


def test_a_day_before_anything_has_empty_pages() -> None:
    scene, _ = world()
    for name in ("instruments", "zones", "entry-into-force"):
        assert page(scene, name, on="1900-01-01").head.on == date(1900, 1, 1)
    assert {one.consented_count for one in page(scene, "instruments", on="1900-01-01").law} == {0}


def test_what_came_later_is_not_on_the_page_of_a_day() -> None:
    scene, _ = world()
    status(scene, "withdrawal-announced", row("ST-A", "2010-01-01"))
    for day, parties, conflicting in (
        ("1999-01-01", set(), 0),
        ("2000-02-15", {"ST-A"}, 0),
        ("2010-01-01", set(STATES), 1),
    ):
        told = page(scene, "instrument", "T-1", on=day)
        assert {one.party for one in told.standings} == parties
        assert len(told.conflicts) == conflicting
        assert {one.conflict_count for one in page(scene, "instruments", on=day).law if one.instrument == "T-1"} == {
            conflicting
        }
    named = {one.party: one.not_fitting for one in page(scene, "instrument", "T-1").standings}
    assert named["ST-A"] == ("announced-not-shown",)
    assert named["ST-B"] == ()


def test_the_languages_of_the_authentic_text_are_told_or_not_recorded() -> None:
    scene = of_states("T-1")
    enter(scene, "T-2", authentic=("en", "ru"))
    assert page(scene, "instrument", "T-1").authentic == ()
    assert page(scene, "instrument", "T-2").authentic == ("en", "ru")
