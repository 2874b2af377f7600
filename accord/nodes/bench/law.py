"""The law of a large record: instruments with what States did about them, and how fast its state on a day is found."""

from __future__ import annotations

import datetime
import random
import time
from collections.abc import Iterable, Iterator
from statistics import median

from accord.acts.entry import Entry
from accord.acts.values import Grounds, Source, Text
from accord.acts.vocabulary import Act
from accord.areas.instruments.acts import (
    AllOfStates,
    AtLeast,
    EnterInstrument,
    MakeReservation,
    RecordStage,
    RecordStatus,
    SetConditions,
    StatusRow,
    SummariseArticle,
    Wait,
    Zone,
)
from accord.areas.instruments.law import state_of_law
from accord.nodes.bench import corpus
from accord.nodes.bench.measure import Result
from accord.world.asked import asked
from accord.world.world import World

INSTRUMENTS = 18
STATES = 200
"""Of `corpus`, whose codes are S000 and so on."""
EACH = 100
"""States that sign an instrument, and are bound by it later."""
DAYS = 200
"""On which the state of the law is asked."""
OPENED = datetime.date(1960, 1, 1)
_GROUNDS = Grounds(
    source=Source(publication="Fictional list", on=datetime.date(2018, 7, 10)),
    kind="depositary",
    checked=datetime.date(2020, 1, 31),
)


def instrument(number: int) -> str:
    """The code of a fictional instrument."""
    return f"T-{number % INSTRUMENTS}"


def law() -> Iterator[Act]:
    """The acts, each of which counts where the States of `corpus` are in the register."""
    for number in range(INSTRUMENTS):
        yield from _one(number)


def _one(number: int) -> Iterator[Act]:
    code = instrument(number)
    opened = OPENED + datetime.timedelta(days=1000 * number)
    states = [f"S{(number * 7 + n) % STATES:03d}" for n in range(EACH)]
    zone = Zone(name=_text(f"Zone {number}")) if number % 3 == 0 else None
    parent = instrument(number - 1) if number % 3 == 1 else None
    name = _text(f"Fictional instrument {number}")
    yield EnterInstrument(
        instrument=code,
        kind="protocol" if parent else "treaty",
        name=name,
        opened_on=opened,
        parent=parent,
        zone=zone,
        grounds=_GROUNDS,
    )
    signed = tuple(StatusRow(party=state, on=opened + datetime.timedelta(days=n)) for n, state in enumerate(states))
    bound = tuple(
        StatusRow(party=state, on=opened + datetime.timedelta(days=300 + 40 * n)) for n, state in enumerate(states)
    )
    yield RecordStatus(instrument=code, action="signature", deeds=signed, grounds=_GROUNDS)
    yield RecordStatus(instrument=code, action="ratification", deeds=bound, grounds=_GROUNDS)
    yield SetConditions(
        instrument=code,
        entry_conditions=(AtLeast(number=40), AllOfStates(name=_text("Annex"), listed=tuple(states[:20]))),
        wait=Wait(days=90),
        each=Wait(days=90),
        grounds=_GROUNDS,
    )
    if number % 2:
        day = opened + datetime.timedelta(days=4000)
        yield RecordStage(instrument=code, stage="in-force", on=day, grounds=_GROUNDS)
    yield SummariseArticle(instrument=code, provision="I", summary=_text("What it is about."), grounds=_GROUNDS)
    yield MakeReservation(
        instrument=code,
        reservation="r-1",
        kind="reservation",
        state=states[0],
        text=_text("What it leaves out."),
        grounds=_GROUNDS,
    )


def _text(words: str) -> Text:
    return Text(original="en", said={"en": words})


def told(more: Iterable[Act] = ()) -> World:
    """A world of States and the law, and more that the editor says, folded without signatures."""
    world = World(corpus.RECORD)
    said = [(act, by) for act, by, _ in corpus.start()] + [(act, "editor") for act in (*law(), *more)]
    keys = tuple(sorted(signer.vkey.keyid for signer in (corpus.SECRETARIAT, corpus.EDITOR)))
    for place, (act, by) in enumerate(said):
        world.step(Entry(place, place, by, act, place.to_bytes(32), keys))
    return world


def run() -> Iterator[Result]:
    """Where every State stands towards every instrument on a day, for many days: the median and the longest."""
    world = told()
    actions = sum(len(deeds) for deeds in world.instruments.tables.deeds.values())
    chance = random.Random(1)  # noqa: S311 - for days, not for secrets
    days = [OPENED + datetime.timedelta(days=chance.randrange(25_000)) for _ in range(DAYS)]
    begun = time.perf_counter()
    state_of_law(asked(world), days[0])
    first = (time.perf_counter() - begun) * 1000
    taken = []
    for day in days:
        begun = time.perf_counter()
        state_of_law(asked(world), day)
        taken.append((time.perf_counter() - begun) * 1000)
    steps = f"the standing of each State towards each of {INSTRUMENTS} instruments, {actions:,} dated actions"
    yield Result(
        "state of the law on a day", median(taken), "ms", steps, 100, True, note=f"longest {max(taken):.1f} ms"
    )
    yield Result("the first time after the record grew", first, "ms", steps + "; look-ups made", 100, True)
