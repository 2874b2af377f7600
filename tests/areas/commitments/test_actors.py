"""Who belongs to which actor, by what record; who calls on it; names that sources give, and the reply beside them."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from accord.areas.commitments.acts import RecordCall
from accord.areas.commitments.belonging import NUCLEAR_WEAPON_STATES, TEST_BAN
from accord.areas.instruments.acts import AllOfStates, EnterInstrument, RecordStage, RecordStatus, StatusRow, Zone
from accord.areas.parties.acts import EnterParty, JoinGroup, LeaveGroup, Reply
from accord.areas.parties.cite import Missing
from tests.areas.cases import changed
from tests.areas.commitments.cases import ACTION, ATTRIBUTE, CALL, ELEMENT
from tests.areas.commitments.test_commitments import page, told
from tests.areas.instruments.cases import CONDITIONS, ENTER
from tests.scene import Scene, grounds, said, source

GROUP = EnterParty(party=NUCLEAR_WEAPON_STATES, kind="group", name=said("Nuclear-weapon States"), source=source())
ZONE = changed(ENTER, instrument="Z-1")
RATIFIED = RecordStatus(
    instrument="Z-1",
    action="ratification",
    deeds=(StatusRow(party="ST-A", on=date(2005, 1, 1)), StatusRow(party="ST-B", on=date(2007, 1, 1))),
    grounds=grounds("depositary"),
)
TEST_BAN_TREATY = changed(ENTER, instrument=TEST_BAN, symbol=None, zone=None)
LISTED = changed(
    CONDITIONS,
    instrument=TEST_BAN,
    entry_conditions=(AllOfStates(name=said("Annex 2"), listed=("ST-A", "ST-C")),),
)


def of(scene: Scene, actor: str, on: date | None = None) -> list[str]:
    """Who belongs to an actor."""
    return [row.party for row in page(scene, "actors", actor, on=on).actor_members]


def row_of(scene: Scene, actor: str) -> Any:
    """An actor among the others."""
    return next(row for row in page(scene, "actors").actors if row.actor == actor)


def test_a_nuclear_weapon_state_is_one_by_the_group_in_the_record_and_on_its_days() -> None:
    joined = JoinGroup(group=NUCLEAR_WEAPON_STATES, member="ST-A", on=date(2000, 1, 1), source=source())
    left = LeaveGroup(group=NUCLEAR_WEAPON_STATES, member="ST-A", on=date(2010, 1, 1), source=source())
    scene = told(GROUP, joined, left)
    assert of(scene, "nuclear-weapon-states", date(2005, 1, 1)) == ["ST-A"]
    assert of(scene, "nuclear-weapon-states", date(1999, 1, 1)) == []
    assert of(scene, "nuclear-weapon-states") == []


def test_a_member_of_a_zone_is_one_by_the_status_of_its_instrument() -> None:
    scene = told(ZONE, RATIFIED)
    assert of(scene, "zone-members", date(2006, 1, 1)) == ["ST-A"]
    assert of(scene, "zone-members") == ["ST-A", "ST-B"]
    (row,) = page(scene, "party", "ST-B").actor_roles
    assert (row.actor, row.instrument, row.since) == ("zone-members", "Z-1", date(2007, 1, 1))


def test_nobody_is_a_member_of_a_zone_of_no_states_territory() -> None:
    beyond = changed(ZONE, zone=Zone(name=said("The sea"), beyond_territories=True))
    assert of(told(beyond, RATIFIED), "zone-members") == []


def test_a_state_that_declared_its_status_is_a_member_from_its_first_stage_on() -> None:
    declared: EnterInstrument = changed(ZONE, kind="declared-status", open_to=("ST-C",), depositaries=())
    begun = RecordStage(instrument="Z-1", stage="adopted", on=date(2001, 1, 1), grounds=grounds())
    scene = told(declared, begun)
    assert of(scene, "zone-members", date(2002, 1, 1)) == ["ST-C"]
    assert of(scene, "zone-members", date(2000, 1, 1)) == []


def test_a_state_of_annex_2_is_one_by_the_condition_and_its_own_status_stands_beside() -> None:
    ratified = changed(RATIFIED, instrument=TEST_BAN, deeds=(StatusRow(party="ST-A", on=date(2005, 1, 1)),))
    rows = page(told(TEST_BAN_TREATY, LISTED, ratified), "actors", "annex-2-states").actor_members
    assert {row.party: row.since for row in rows} == {"ST-A": date(2005, 1, 1), "ST-C": None}


def test_organisations_parliaments_and_academia_are_told_by_the_register() -> None:
    def entered(party: str, kind: Any, sector: Any = None) -> EnterParty:
        return EnterParty(party=party, kind=kind, name=said(party), sector=sector, source=source())

    scene = told(
        entered("union", "organisation", "parliament"),
        entered("college", "civil-society", "academia"),
        entered("league", "civil-society"),
    )
    assert of(scene, "international-organisations") == ["union"]
    assert of(scene, "parliaments") == ["union"]
    assert of(scene, "civil-society") == ["college", "league"]
    assert of(scene, "academia") == ["college"]
    assert "ST-A" in of(scene, "all-states")
    assert page(scene, "party", "college").actor_roles[0].actor == "civil-society"


def test_contested_names_make_nobody_a_member_and_have_the_reply_beside_them() -> None:
    scene = told(ATTRIBUTE)
    assert scene.does("ST-B", Reply(to=scene.last, text=said("We host none."))).counts
    row = row_of(scene, "states-in-alliances")
    assert (row.member_count, row.attributed_count) == (None, 1)
    found = page(scene, "actors", "states-in-alliances")
    assert found.actor_members == ()
    assert [reply.text for reply in found.designations[0].replies] == [said("We host none.")]
    assert page(scene, "party", "ST-B").actor_roles == ()


def test_an_element_tells_who_is_called_on_and_by_whom() -> None:
    later: RecordCall = changed(CALL, call="c-2", actor="academia", called=(), on=date(2015, 1, 1))
    scene = told(ELEMENT, CALL, later)
    assert [(row.actor, row.author) for row in page(scene, "element", "27-c").calls] == [
        ("academia", "ST-B"),
        ("possessor-states", "ST-B"),
    ]
    early = page(scene, "element", "27-c", on=date(2014, 1, 1)).calls
    assert [row.actor for row in early] == ["possessor-states"]
    assert row_of(scene, "academia").call_count == 1
    assert [row.element for row in page(scene, "actors", "academia").calls] == ["27-c"]


def test_an_action_of_a_review_stands_with_its_element_and_whom_it_is_addressed_to() -> None:
    scene = told(changed(ELEMENT, element="28-b"), ACTION)
    found = page(scene, "element", "28-b")
    assert [(row.document, row.number, row.addressed) for row in found.review_actions] == [
        ("NPT/CONF.2030/50", "5 (a)", "states-parties")
    ]
    assert found.undertakings == ()
    assert [row.undertaking for row in page(scene, "actors", "states-parties").review_actions] == ["action-5"]
    assert row_of(scene, "states-parties").review_action_count == 1


def test_there_is_no_such_actor() -> None:
    with pytest.raises(Missing):
        page(told(), "actors", "the-great")
