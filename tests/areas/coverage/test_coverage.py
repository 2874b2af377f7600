"""The matrix: known cells, what an instrument would add, and that one fact changes what depends on it alone."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from accord.areas.coverage.acts import (
    DisputeReading,
    MapProhibition,
    NameProhibition,
    RecordDevelopment,
    StrikeCoverage,
)
from accord.areas.instruments.acts import RecordStage
from accord.areas.parties.cite import Missing
from accord.world.pages import ask
from tests.areas.instruments.told import of_states, row, says, status
from tests.scene import Scene, grounds, said


def world() -> Scene:
    """Two treaties in force: the first binds ST-A and ST-B, the second, in a zone alone, ST-C; none binds ST-D."""
    scene = of_states("T-1", "T-2", "T-3")
    for name in ("T-1", "T-2"):
        says(scene, RecordStage(instrument=name, stage="in-force", on=date(2001, 1, 1), grounds=grounds()))
    for label in ("use", "transfer", "testing"):
        says(scene, NameProhibition(prohibition=label, name=said(label), grounds=grounds()))
    reads(scene, "T-1", "I", "use")
    reads(scene, "T-1", "II", "transfer", binds="named-parties", bound_named=("ST-B",))
    reads(scene, "T-2", "I", "use", reach="zone")
    reads(scene, "T-3", "I", "use", "testing")
    status(scene, "ratification", row("ST-A", "2002-01-01"), row("ST-B", "2003-01-01"))
    status(scene, "ratification", row("ST-C", "2002-01-01"), instrument="T-2")
    return scene


def reads(scene: Scene, instrument: str, provision: str, *prohibits: str, **more: Any) -> int:
    """A reading by the editor for ST-D."""
    act = MapProhibition(
        instrument=instrument,
        provision=provision,
        author="ST-D",
        prohibits=prohibits,
        grounds=grounds("assessed"),
        **more,
    )
    return says(scene, act)


def cells(scene: Scene, *arguments: str, on: date | None = None) -> dict[tuple[str, str], tuple[tuple[str, ...], bool]]:
    """State and prohibition → instruments, and whether it would be added."""
    page: Any = ask(scene.world, "coverage", arguments, on)
    return {
        (row.party, cell.prohibition): (cell.instruments, cell.added)
        for row in page.covered_states
        for cell in row.cells
    }


def test_cells_name_the_instruments_in_force_for_the_state() -> None:
    found = {name: names for name, (names, _) in cells(world()).items() if names}
    assert found == {
        ("ST-A", "use"): ("T-1",),
        ("ST-B", "use"): ("T-1",),
        ("ST-B", "transfer"): ("T-1",),
        ("ST-C", "use"): ("T-2",),
    }


def test_the_day_decides() -> None:
    found = {name for name, (names, _) in cells(world(), on=date(2002, 6, 1)).items() if names}
    assert found == {("ST-A", "use"), ("ST-C", "use")}


def test_an_instrument_adds_what_is_new_or_wider() -> None:
    added = {name for name, (_, new) in cells(world(), "all", "T-3").items() if new}
    assert added == {("ST-C", "use"), ("ST-D", "use"), *((f"ST-{n}", "testing") for n in "ABCD")}
    assert not any(new for _, new in cells(world()).values())


def test_a_list_of_prohibitions_is_asked_about_like_an_instrument() -> None:
    added = {name for name, (_, new) in cells(world(), "ST-D", "use,transfer").items() if new}
    assert added == {("ST-D", "use"), ("ST-D", "transfer")}
    with pytest.raises(Missing):
        cells(world(), "all", "use,nothing")


def test_one_fact_changes_the_cells_that_depend_on_it() -> None:
    scene = world()
    before = cells(scene)
    status(scene, "ratification", row("ST-D", "2004-01-01"))
    after = cells(scene)
    assert {name for name in after if before[name] != after[name]} == {("ST-D", "use")}


def test_a_reading_taken_back_leaves_with_who_disputed_it() -> None:
    scene = world()
    entry = reads(scene, "T-2", "II", "testing")
    says(
        scene,
        DisputeReading(
            instrument="T-2", provision="II", author="ST-D", party="ST-C", text=said("No."), grounds=grounds()
        ),
    )
    page: Any = ask(scene.world, "prohibition", ("testing",))
    assert [one.party for one in page.text_readings[0].disputes] == ["ST-C"]
    assert page.covered == ("ST-C",)
    says(scene, StrikeCoverage(strikable="reading", entry=entry, reason="by mistake"))
    assert scene.world.coverage.tables.disputes == {}


def test_a_state_has_its_provisions_and_developments_are_in_order() -> None:
    scene = world()
    page: Any = ask(scene.world, "coverage-state", ("ST-B",))
    told = {row.prohibition: [one.provision_read.provision for one in row.provisions_read] for row in page.prohibitions}
    assert told == {"use": ["I"], "transfer": ["II"], "testing": []}
    for label, on in (("d-1", None), ("d-2", date(2010, 1, 1)), ("d-3", date(2000, 1, 1))):
        act = RecordDevelopment(
            development=label, body_of_law="criminal", name=said("x"), summary=said("x"), on=on, grounds=grounds()
        )
        says(scene, act)
    rows: Any = ask(scene.world, "law-developments")
    assert [one.development for one in rows.developments] == ["d-3", "d-2", "d-1"]
    with pytest.raises(Missing):
        ask(scene.world, "law-developments", ("maritime",))
