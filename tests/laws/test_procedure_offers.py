"""What is in order next is exactly what the machine accepts: each offer is accepted, and nothing accepted is missing.

Events are made here once more from every kind, label, party and side, known or not, without asking the offers.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

import pytest
from msgspec.structs import replace

from accord.areas.procedure.floor import Event, Floor
from accord.areas.procedure.machine import impossible
from accord.areas.procedure.offers import BY_CHAIR, CHAIR, NEW, OTHERS, Offer, offers
from accord.areas.procedure.order import notes
from accord.areas.procedure.sets import Procedure
from tests.laws.procedure import MOTIONS, PARTIES, SETS, told

STRANGER = "ST-Z"
KINDS = ("proposal", "amendment", "part", "report", "decision")
COUNTS = ((0, 0, 0), (3, 2, 1), (5, 4, 0))


def alphabet(floor: Floor) -> Iterator[Event]:
    """Every event that somebody might try on this floor."""
    things = [*(motion.label for motion in floor.motions), *(question.label for question in floor.questions), "new"]
    items = [*(item.label for item in floor.items), "new"]
    everybody = (*PARTIES, STRANGER, CHAIR)
    yield Event("open")
    yield from (Event("close", what=state) for state in ("suspended", "adjourned"))
    yield from (Event("debate", on=item) for item in items)
    yield from (Event(kind) for kind in ("close-list", "reopen-list", "reply"))  # type: ignore[arg-type]
    yield from (Event(kind, party) for kind in ("inscribe", "raise", "waive-reply") for party in (*PARTIES, STRANGER))  # type: ignore[arg-type]
    yield from (Event("rule", what="upheld", of=thing) for thing in ("", *things))
    yield from (Event("order", labels=(thing,)) for thing in things)
    for party, thing in product((*PARTIES, STRANGER), things):
        yield from (Event("speak", party, thing, side) for side in ("in-favour", "against"))
        yield from (Event(kind, party, thing) for kind in ("object", "lift", "explain"))  # type: ignore[arg-type]
        yield from (Event("place", party, thing, what=kind, of=of) for kind in KINDS[:2] for of in ("", *things))
        yield from (Event("place", party, thing, what=kind) for kind in KINDS[3:])
    for party, thing in product(everybody, things):
        yield Event("withdraw", party, thing)
    for party, kind, of in product(everybody, MOTIONS, ("", *things)):
        yield Event("move", party, "new", kind, of, ("part-a", "part-b") if kind == "divide" else ())
    for thing in things:
        yield from (Event(kind, on=thing) for kind in ("begin", "decide", "pass-over"))  # type: ignore[arg-type]
        yield from (Event("result", on=thing, counts=counts) for counts in COUNTS)


def accepted(procedure: Procedure, floor: Floor, event: Event) -> bool:
    return impossible(floor, event) is None and not notes(procedure, floor, event)


def covers(offer: Offer, event: Event, floor: Floor) -> bool:
    """Whether an offer tells of an event: the same step, on the same thing, by one who may."""
    mine = offer.event
    if (mine.kind, mine.what, mine.of) != (event.kind, event.what, event.of):
        return False
    if mine.kind == "order":
        return set(event.labels) <= set(mine.labels)
    on = "new" if mine.on == NEW else mine.on
    if on != event.on:
        return False
    if mine.kind in BY_CHAIR:
        return CHAIR in offer.by
    if event.by in offer.by:
        return True
    return OTHERS in offer.by and event.by != CHAIR and event.by not in offer.not_by


def instances(offer: Offer, floor: Floor) -> Iterator[Event]:
    """The events that an offer tells of."""
    mine = offer.event
    event = replace(mine, on="new") if mine.on == NEW else mine
    if mine.kind == "move" and mine.what == "divide":
        event = replace(event, labels=("part-a", "part-b"))
    for by in offer.by:
        if by == OTHERS:
            yield from (replace(event, by=party) for party in (*PARTIES, STRANGER) if party not in offer.not_by)
        else:
            yield replace(event, by=by)


@pytest.mark.parametrize("name", SETS)
def test_what_is_in_order_next_is_what_the_machine_accepts(name: str) -> None:
    procedure = SETS[name]
    floors = tried = taken = 0
    for seed in range(60):
        for number, (_, _, floor) in enumerate(told(seed, 40, procedure, strict=seed % 2 == 0)):
            if number % 3:
                continue
            floors += 1
            every = offers(procedure, floor)
            for offer in every:
                for event in instances(offer, floor):
                    assert accepted(procedure, floor, event), f"offered, not accepted: {event} on {floor}"
            offered = [offer for offer in every if offer.by]
            for event in alphabet(floor):
                tried += 1
                if accepted(procedure, floor, event):
                    taken += 1
                    assert any(covers(offer, event, floor) for offer in offered), f"not offered: {event} on {floor}"
    assert floors > 200
    assert tried > taken > 1_000


@pytest.mark.parametrize("name", SETS)
def test_what_is_not_in_order_says_why(name: str) -> None:
    procedure = SETS[name]
    for seed in range(200):
        for _, _, floor in told(seed, 30, procedure, strict=False):
            for offer in offers(procedure, floor):
                if not offer.by:
                    assert offer.notes or offer.impossible, offer
                if offer.notes:
                    assert all(procedure.numbers[note.topic] == note.rule for note in offer.notes)
