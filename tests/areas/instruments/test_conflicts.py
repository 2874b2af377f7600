"""Facts that do not fit together are named, and every one of them stands."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from accord.areas.instruments.acts import ActionKind, AtLeast, Depositary, RecordStage, SetConditions
from accord.areas.instruments.conflicts import conflicts
from tests.areas.instruments.told import enter, in_force, known, of_list, of_states, row, says, status
from tests.scene import Scene, said

OTHER = of_list("2019-01-01", "Another list")


def kinds(scene: Scene, instrument: str = "T-1") -> list[str]:
    return [conflict.kind for conflict in conflicts(known(scene), instrument)]


def told(*steps: tuple[ActionKind, str | None, Any]) -> Scene:
    """One State's actions, each with what else its row has."""
    scene = of_states()
    for action, day, more in steps:
        grounds = more.pop("grounds", None) if more else None
        status(scene, action, row("ST-A", day, **(more or {})), grounds=grounds)
    return scene


def test_what_fits_together_is_no_conflict() -> None:
    scene = told(("signature", "2000-02-01", None), ("ratification", "2003-01-01", None))
    in_force(scene, "2005-06-01")
    assert kinds(scene) == []


def test_two_days_for_one_deposit_both_stand() -> None:
    scene = told(("ratification", "2003-01-01", None), ("ratification", "2003-02-02", {"grounds": OTHER}))
    (found,) = conflicts(known(scene), "T-1")
    assert (found.kind, found.party, len(found.entries)) == ("two-days", "ST-A", 2)
    assert found.days == (date(2003, 1, 1), date(2003, 2, 2))
    assert len(scene.world.instruments.deeds("T-1", "ST-A")) == 2


def test_several_depositaries_are_no_conflict_nor_a_list_that_names_none_of_them() -> None:
    offices = tuple(Depositary(depositary=name, name=said(name)) for name in ("one", "two"))
    scene = of_states("T-0")
    enter(scene, "T-1", depositaries=offices)
    both = (row("ST-A", "2003-01-01", depositary="one"), row("ST-A", "2003-02-02", depositary="two"))
    status(scene, "ratification", *both)
    status(scene, "ratification", row("ST-A", "2003-01-01"), grounds=OTHER)
    assert kinds(scene) == []
    status(scene, "ratification", row("ST-A", "2003-03-03"), grounds=OTHER)
    assert set(kinds(scene)) == {"two-days"}


def test_a_second_accession_after_a_withdrawal_is_no_conflict() -> None:
    scene = told(("accession", "2003-01-01", None), ("withdrawal", "2004-01-01", None))
    status(scene, "accession", row("ST-A", "2005-01-01"))
    assert kinds(scene) == []


@pytest.mark.parametrize(
    ("steps", "kind"),
    [
        ([("withdrawal", "2001-01-01", None)], "end-without-consent"),
        ([("withdrawal", "2001-01-01", None), ("accession", "2003-01-01", None)], "end-without-consent"),
        ([("signature", "2003-02-02", None), ("ratification", "2003-01-01", None)], "bound-before-signature"),
        ([("accession", "2001-01-01", None), ("withdrawal-announced", "2003-01-01", None)], "announced-not-shown"),
        ([("in-force", "2001-01-01", None), ("not-in-force", "2003-01-01", {"grounds": OTHER})], "list-differs"),
        ([("signature", "2001-01-01", None), ("not-signed", "2003-01-01", {"grounds": OTHER})], "list-differs"),
        ([("vote-in-favour", "2003-01-01", None), ("vote-against", "2003-01-01", {"grounds": OTHER})], "two-votes"),
        ([("signature", "1999-01-01", {"note": said("As printed.")})], "before-opening"),
    ],
)
def test_a_conflict_has_a_name(steps: list[Any], kind: str) -> None:
    assert kinds(told(*steps)) == [kind]


def test_a_list_that_has_no_signature_yet_is_no_conflict_nor_is_one_vote_told_twice() -> None:
    scene = told(("not-signed", "2001-01-01", None), ("signature", "2003-01-01", None))
    status(scene, "vote-against", row("ST-A", "2000-06-01"))
    status(scene, "vote-against", row("ST-A", "2000-06-01"), grounds=OTHER)
    assert kinds(scene) == []


def test_an_announcement_that_a_depositary_shows_is_no_conflict() -> None:
    scene = told(("accession", "2001-01-01", None), ("withdrawal-announced", "2003-01-01", None))
    status(scene, "withdrawal", row("ST-A", "2003-01-01", "2003-04-01"))
    assert kinds(scene) == []


def test_a_state_to_which_it_is_not_open() -> None:
    scene = of_states("T-1")
    enter(scene, "T-1-P", open_to=("ST-B",))
    status(scene, "signature", row("ST-A", "2001-01-01"), instrument="T-1-P")
    assert kinds(scene, "T-1-P") == ["not-open-to-it"]


def test_two_days_of_entry_into_force_and_one_that_does_not_follow() -> None:
    scene = told(("ratification", "2003-01-01", None))
    says(scene, SetConditions(instrument="T-1", entry_conditions=(AtLeast(number=1),), grounds=of_list()))
    in_force(scene, "2003-01-01")
    assert kinds(scene) == []
    says(scene, RecordStage(instrument="T-1", stage="in-force", on=date(2003, 2, 1), grounds=OTHER))
    assert sorted(kinds(scene)) == ["computed-differs", "two-stage-days"]


def test_a_suspension_may_come_twice() -> None:
    scene = of_states()
    for day in (date(2003, 1, 1), date(2005, 1, 1)):
        says(scene, RecordStage(instrument="T-1", stage="suspended", on=day, grounds=of_list()))
    assert kinds(scene) == []
