"""One fact of the demonstration, taken back or altered, changes figures, and none that does not depend on it."""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import Any

import pytest
from msgspec.structs import replace

from accord.areas.commitments.acts import FigureName, RecordFigures
from accord.areas.coverage.matrix import matrix
from accord.areas.instruments import law
from accord.areas.instruments.acts import InForceFor, RecordStatus, StatusRow
from accord.areas.instruments.deeds import VOTES, Deed
from accord.areas.instruments.votes import votes_on
from accord.areas.instruments.zones import zones
from accord.stories import demonstration as story
from accord.world.asked import Asked, asked
from accord.world.progress.pages import indicators
from tests.scene import Scene, key_of

KEYS = {party: key_of(party) for party in (story.SECRETARIAT, story.EDITOR)}
DAYS = (None, date(2013, 8, 30), date(2018, 7, 10), date(2026, 11, 1))
Figures = dict[tuple[str, ...], Any]
"""What a figure is of, its kind first → what it says."""


@pytest.fixture(scope="module")
def scene() -> Scene:
    scene = Scene("accord.example/demonstration")
    story.demonstration(lambda act, by, signers: scene.does(by, act, signers=signers), KEYS)
    return scene


def known(scene: Scene) -> Asked:
    return asked(scene.world, lambda index: scene.entries[index])


def of_law(found: Asked) -> Iterator[tuple[tuple[str, ...], Any]]:
    """Every figure of every instrument and of every State towards it, on some days."""
    for name in found.instruments.tables.instruments:
        for day in DAYS:
            yield ("tally", name, str(day)), law.tally(found, name, day)
            assessed = law.assessed(found, name, day)
            have = None if assessed is None else (assessed.computed, [point.have for point in assessed.points])
            yield ("entering", name, str(day)), have
            yield ("votes", name, str(day)), [(one.action, one.state_count) for one in votes_on(found, name, day)]
            for party, held in law.status(found, name, day).items():
                yield ("standing", name, party, str(day)), (held.standing, held.in_force, held.undated)
        for party, deeds in law.deeds_of(found, name).items():
            yield ("rows", name, party), sorted((deed.action, str(deed.on), str(deed.depositary)) for deed in deeds)
    for zone in zones(found).zones:
        yield ("zone", zone.instrument), zone.zone_members
    for party, covered in matrix(found).covered.items():
        for name, bits in covered.items():
            yield ("covered", name, party), bits


def of_figures(found: Asked) -> Iterator[tuple[tuple[str, ...], Any]]:
    """Every figure of the register, and how many undertakings there are."""
    for one in found.commitments.tables.figures.values():
        row = one.row
        key = (row.subject, row.party or "", row.system or "", str(row.on or row.year), str(one.entry))
        yield ("figure", *key), row.figure
    yield ("undertakings",), len(found.commitments.tables.undertakings)


def of_indicators(found: Asked) -> Iterator[tuple[tuple[str, ...], Any]]:
    """Every value of every indicator, by the instrument or subject that it is about."""
    for row in indicators(found).indicators:
        place = (row.indicator, row.instrument or row.subject or row.prohibition or "", str(row.fact_kind))
        source = "" if row.source is None else str(row.source)
        yield (
            ("indicator", *place, source, str(row.prohibited_where), str(row.author)),
            (
                row.number_counted,
                row.out_of,
                row.figure,
                row.not_counted,
                row.undated_count,
            ),
        )


def figures(scene: Scene) -> Figures:
    found = known(scene)
    return {**dict(of_law(found)), **dict(of_figures(found)), **dict(of_indicators(found))}


def changed(before: Mapping[tuple[str, ...], Any], after: Mapping[tuple[str, ...], Any]) -> set[tuple[str, ...]]:
    """The figures that are others, that are gone, and that have come."""
    return {key for key in {*before, *after} if before.get(key) != after.get(key)}


def depends(scene: Scene, deed: Deed) -> tuple[set[str], bool]:
    """The instruments whose figures depend on those of an instrument; whether all its States do on one of them."""
    found = known(scene)
    conditions = found.instruments.tables.conditions
    waiting = {
        name
        for name, fact in conditions.items()
        if any(isinstance(one, InForceFor) and one.instrument == deed.instrument for one in fact.act.entry_conditions)
    }
    stages = found.instruments.tables.stages.get(deed.instrument, ())
    return {deed.instrument, *waiting}, not any(stage.act.stage == "in-force" for stage in stages)


def told(scene: Scene, act: Any) -> None:
    ruling = scene.does(story.EDITOR, act, signers=[KEYS[story.EDITOR]])
    assert ruling.counts, ruling.reason


def altered(deeds: tuple[Deed, ...], days: int) -> tuple[StatusRow, ...]:
    """The rows of a State in an entry, so many days later."""
    return tuple(
        StatusRow(
            party=deed.party,
            on=None if deed.on is None else deed.on + timedelta(days=days),
            effective=deed.effective,
            depositary=deed.depositary,
            named_as=deed.named_as,
            note=deed.note,
        )
        for deed in deeds
    )


@pytest.mark.parametrize("seed", range(8))
def test_what_a_state_did_changes_figures_of_it_and_the_instrument_only(scene: Scene, seed: int) -> None:
    chance = random.Random(seed)
    every = [deed for deeds in scene.world.instruments.tables.deeds.values() for deed in deeds]
    deed = chance.choice(every)
    rows = tuple(one for one in scene.world.instruments.deeds(deed.instrument, deed.party) if one.entry == deed.entry)
    instruments, all_states = depends(scene, deed)
    act = RecordStatus(
        instrument=deed.instrument,
        action=deed.action,
        struck=(deed.party,),
        grounds=deed.grounds,
        corrects=deed.entry,
    )
    if seed % 2 and deed.on is not None and deed.action not in VOTES:
        act = replace(act, struck=(), deeds=altered(rows, 40 * 365))
    before = figures(scene)
    told(scene, act)
    found = changed(before, figures(scene))
    assert found, "a fact on which no figure depends"
    for key in found:
        assert key[0] in {"tally", "entering", "votes", "standing", "rows", "zone", "covered", "indicator"}, key
        if key[0] != "indicator":
            assert key[1] in instruments, key
        if key[0] in {"standing", "rows", "covered"} and not all_states:
            assert key[2] == deed.party, key


@pytest.mark.parametrize("seed", range(8))
def test_a_figure_changes_figures_of_its_subject_only(scene: Scene, seed: int) -> None:
    chance = random.Random(100 + seed)
    datum = chance.choice(list(scene.world.commitments.tables.figures.values()))
    row = datum.row
    name = FigureName(**{field: getattr(row, field) for field in FigureName.__struct_fields__})
    batch = scene.world.commitments.tables.batches[datum.entry]
    before = figures(scene)
    told(scene, RecordFigures(struck=(name,), grounds=batch.grounds, corrects=datum.entry))
    found = changed(before, figures(scene))
    assert ("figure", row.subject) in {key[:2] for key in found}
    assert {key[0] for key in found} <= {"figure", "indicator"}
    for key in found:
        assert key[1] == row.subject if key[0] == "figure" else key[2] in (row.subject, ""), key
