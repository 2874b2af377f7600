"""Scenes of instruments: States, one treaty or several, and rows in one line."""

from __future__ import annotations

from datetime import date
from typing import Any

from accord.acts.values import Grounds, Source
from accord.areas.instruments.acts import ActionKind, EnterInstrument, RecordStage, RecordStatus, StatusRow
from accord.areas.instruments.deeds import Deed, deed
from accord.world.asked import Asked, asked
from tests.scene import Scene, founded, said

STATES = ("ST-A", "ST-B", "ST-C", "ST-D")


def of_list(on: str = "2018-07-10", publication: str = "Status list") -> Grounds:
    """A list of a day, from a depositary."""
    source = Source(publication=publication, on=date.fromisoformat(on))
    return Grounds(source=source, kind="depositary", checked=date(2020, 1, 31))


def row(party: str, on: str | None = None, effective: str | None = None, **more: Any) -> StatusRow:
    """A row of a status, its days as text."""
    days = {"on": on, "effective": effective}
    return StatusRow(
        party=party, **{name: None if day is None else date.fromisoformat(day) for name, day in days.items()}, **more
    )


def deeds(*told: tuple[ActionKind, str | None]) -> tuple[Deed, ...]:
    """What one State did: each an action and its day, told by entries of their own from one list."""
    return tuple(
        deed(entry, "T-1", action, row("ST-A", day), of_list()) for entry, (action, day) in enumerate(told, 10)
    )


def of_states(*instruments: str) -> Scene:
    """Four States and some treaties without more."""
    scene = founded().makes_recorder("editor").enters(*STATES)
    for name in instruments or ("T-1",):
        enter(scene, name)
    return scene


def enter(scene: Scene, name: str, **more: Any) -> None:
    """An instrument; a treaty opened in 2000 unless said otherwise."""
    given: dict[str, Any] = {"kind": "treaty", "opened_on": date(2000, 1, 1), "grounds": of_list(), **more}
    says(scene, EnterInstrument(instrument=name, name=said(f"Treaty {name}"), **given))


def says(scene: Scene, act: Any, by: str = "editor") -> int:
    """An act that counts; its entry."""
    ruling = scene.does(by, act)
    assert ruling.counts, ruling.reason
    return scene.last


def status(
    scene: Scene,
    action: ActionKind,
    *rows: StatusRow,
    instrument: str = "T-1",
    grounds: Grounds | None = None,
    **more: Any,
) -> int:
    """Rows of the status of a treaty; their entry."""
    act = RecordStatus(
        instrument=instrument, action=action, deeds=rows, grounds=of_list() if grounds is None else grounds, **more
    )
    return says(scene, act)


def in_force(scene: Scene, on: str, instrument: str = "T-1") -> int:
    """A treaty entered into force, as recorded."""
    day = date.fromisoformat(on)
    return says(scene, RecordStage(instrument=instrument, stage="in-force", on=day, grounds=of_list()))


def known(scene: Scene) -> Asked:
    """The world of a scene as pages ask it."""
    return asked(scene.world, lambda index: scene.entries[index])
