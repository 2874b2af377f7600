"""Meetings by chance told as acts into a world: the record knows what the machine knows, and rules as it does."""

from __future__ import annotations

import hashlib

import pytest

from accord.acts.entry import Entry
from accord.acts.vocabulary import Act
from accord.areas.bodies.acts import EstablishBody
from accord.areas.procedure import acts
from accord.areas.procedure.floor import Floor
from accord.areas.procedure.machine import impossible, step
from accord.areas.procedure.order import notes
from accord.areas.procedure.sets import CONSENSUS, GA_COMMITTEE, NO_RULES, Procedure
from accord.world.world import Ruling, World
from tests.laws.floor import ON_LISTS, act_of
from tests.laws.procedure import PARTIES, Drawn
from tests.scene import founded, said

SETS: dict[str | None, Procedure] = {"ga-committee": GA_COMMITTEE, "consensus": CONSENSUS, None: NO_RULES}
MEETINGS = 4_000


class Record:
    """A world in which acts are said without signatures: what a fold sees after the gate."""

    def __init__(self) -> None:
        scene = founded().enters(*PARTIES, with_key=False)
        self.world: World = scene.world

    def says(self, by: str, act: Act) -> Ruling:
        number = self.world.size
        identity = hashlib.sha256(number.to_bytes(8, "big")).digest()
        return self.world.step(Entry(number, self.world.admitted + 1, by, act, identity, ()))


@pytest.mark.parametrize("share", range(4))
def test_the_record_of_a_meeting_is_what_the_machine_makes_of_it(share: int) -> None:
    record, told = Record(), 0
    names = tuple(SETS)
    for seed in range(share * MEETINGS // 4, (share + 1) * MEETINGS // 4):
        name = names[seed % len(names)]
        procedure, body = SETS[name], f"AC.{seed}"
        record.says("secretariat", EstablishBody(body=body, name=said("A group"), resolution="A/RES/69/900"))
        if name is not None:
            record.says("secretariat", acts.AdoptProcedure(body=body, rules=name))  # type: ignore[arg-type]
        told += meeting(record, seed, body, procedure)
    assert told > 5 * MEETINGS // 4


def meeting(record: Record, seed: int, body: str, procedure: Procedure) -> int:
    """Tells one meeting by chance, act by act, beside the machine; how many acts counted."""
    drawn, floor, kept = Drawn(seed), Floor(), 0
    view, at = record.world.procedures, {"body": body, "number": 1}
    for number in range(30):
        event = drawn.event(floor, number)
        if event.kind in ON_LISTS or (event.kind == "order" and not event.labels):
            continue
        ruling = record.says("secretariat", act_of(event, at))
        reason = impossible(floor, event)
        assert ruling.reason == reason, event
        if reason is None:
            taken = view.tables.steps[f"{body}/1"][-1]
            assert taken.notes == notes(procedure, floor, event)
            floor = step(procedure, floor, event)
            kept += 1
            assert view.floor(body, 1) == floor
    return kept
