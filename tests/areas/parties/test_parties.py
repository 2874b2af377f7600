"""What we know of parties: membership by date, keys, delegations, replies; told as small stories."""

from __future__ import annotations

from datetime import date

import pytest

from accord.acts.facts import Fact
from accord.areas.parties.acts import (
    AdoptEdition,
    EnterParty,
    GrantRole,
    JoinGroup,
    LeaveGroup,
    RegisterKey,
    Reply,
    RevokeKey,
    RotateKey,
)
from accord.areas.parties.view import Membership
from tests.areas.cases import stage
from tests.scene import Scene, founded, key_of, said, source


@pytest.fixture
def scene() -> Scene:
    return stage()


def joins(on: date | None = None) -> JoinGroup:
    return JoinGroup(group="friends", member="ST-A", on=on)


def leaves(on: date | None = None) -> LeaveGroup:
    return LeaveGroup(group="friends", member="ST-A", on=on)


def test_a_member_belongs_from_the_day_it_joined_until_the_day_it_left(scene: Scene) -> None:
    scene.does("ST-A", joins(date(2013, 3, 1)))
    scene.does("ST-A", leaves(date(2013, 6, 1)))
    members = scene.world.parties.members
    assert members("friends", date(2013, 2, 28)) == ()
    assert members("friends", date(2013, 3, 1)) == ("ST-A",)
    assert members("friends", date(2013, 5, 31)) == ("ST-A",)
    assert members("friends", date(2013, 6, 1)) == ()
    assert members("friends") == ()


def test_joining_leaving_and_joining_again_are_three_acts_and_two_stays(scene: Scene) -> None:
    for act in (joins(date(2012, 1, 1)), leaves(date(2012, 6, 1)), joins(date(2013, 1, 1))):
        assert scene.does("ST-A", act).counts
    members = scene.world.parties.members
    assert members("friends", date(2012, 3, 1)) == members("friends", date(2013, 3, 1)) == ("ST-A",)
    assert members("friends", date(2012, 9, 1)) == ()
    assert len(scene.world.parties.tables.members["friends"]["ST-A"]) == 2


def test_a_membership_without_a_known_beginning_holds_on_every_day(scene: Scene) -> None:
    scene.does("ST-A", joins())
    assert scene.world.parties.members("friends", date(1945, 7, 16)) == ("ST-A",)


def test_a_stay_that_ended_on_an_unknown_day_is_claimed_for_no_day() -> None:
    stay = Membership(1, date(2012, 1, 1), None, 5)
    assert not stay.holds(date(2012, 6, 1))
    assert not stay.holds(None)


def test_members_are_listed_in_the_order_recorded(scene: Scene) -> None:
    for party in ("ST-B", "ST-A", "ST-C"):
        scene.does("secretariat", JoinGroup(group="friends", member=party))
    assert scene.world.parties.members("friends") == ("ST-B", "ST-A", "ST-C")


def test_nobody_belongs_to_a_group_that_is_not_known(scene: Scene) -> None:
    assert scene.world.parties.members("others") == ()


def test_a_corrected_party_remembers_what_stood_before(scene: Scene) -> None:
    scene.does("editor", EnterParty(party="ST-D", kind="state", name=said("D"), source=source()))
    first = scene.last
    scene.does("editor", EnterParty(party="ST-D", kind="state", name=said("Dee"), source=source(), corrects=first))
    fact = scene.world.parties.tables.parties["ST-D"]
    assert isinstance(fact, Fact)
    assert (fact.entry, fact.corrected, fact.act.name.words("en")[0]) == (scene.last, (first,), "Dee")


def test_the_secretariat_is_in_the_register_from_the_first_act() -> None:
    world = founded().world
    assert world.parties.known("secretariat")
    assert world.parties.tables.parties["secretariat"].act.kind == "secretariat"


def test_a_recorder_is_one_from_the_act_that_says_so_until_the_one_that_ends_it(scene: Scene) -> None:
    assert not scene.world.parties.is_recorder("ST-A")
    scene.does("secretariat", GrantRole(party="ST-A", role="recorder"))
    assert scene.world.parties.is_recorder("ST-A")


def test_replies_stand_beside_the_entry_in_order(scene: Scene) -> None:
    scene.does("ST-A", Reply(to=3, text=said("One.")))
    scene.does("ST-B", Reply(to=3, text=said("Two.")))
    replies = scene.world.parties.tables.replies[3]
    assert [(fact.by, fact.act.text.words("en")[0]) for fact in replies] == [("ST-A", "One."), ("ST-B", "Two.")]


def test_a_lost_key_is_replaced_with_the_help_of_the_secretariat(scene: Scene) -> None:
    lost, new = key_of("ST-A"), key_of("ST-A", 2)
    assert scene.does("secretariat", RevokeKey(key=lost.vkey.keyid, reason="lost")).counts
    signers = [new, key_of("secretariat")]
    assert scene.does("secretariat", RegisterKey(party="ST-A", vkey=str(new.vkey)), signers=signers).counts
    assert scene.does("ST-A", Reply(to=0, text=said("We are back.")), signers=[new]).counts
    row = scene.world.parties.tables.keys[lost.vkey.keyid]
    assert (row.party, row.reason) == ("ST-A", "lost")


def test_a_revoked_key_never_comes_back(scene: Scene) -> None:
    old = key_of("ST-A")
    scene.does("secretariat", RevokeKey(key=old.vkey.keyid, reason="compromised"))
    again = scene.would("secretariat", RegisterKey(party="ST-A", vkey=str(old.vkey)))
    assert again.reason == "key-already-registered"


def test_the_secretariat_rotates_its_only_key(scene: Scene) -> None:
    old, new = key_of("secretariat"), key_of("secretariat", 2)
    act = RotateKey(old=old.vkey.keyid, vkey=str(new.vkey))
    assert scene.does("secretariat", act, signers=[old, new]).counts
    assert scene.does("secretariat", GrantRole(party="ST-A", role="recorder"), signers=[new]).counts
    assert scene.would("secretariat", RevokeKey(key=new.vkey.keyid, reason="lost")).reason == "last-key"


def test_an_edition_that_this_copy_does_not_know_makes_the_world_incomplete(scene: Scene) -> None:
    assert scene.does("secretariat", AdoptEdition(edition=9_999)).counts
    assert not scene.world.complete
    assert "newer than the program" in scene.world.missed[scene.last]
