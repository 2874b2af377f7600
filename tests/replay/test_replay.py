"""Golden digests of whole records: the same bytes must give the same world for ever.

A difference means that a rule, a fold or a table has changed. If old records shall be ruled
as before, the change needs an edition of the rules; if not, run with --update and say why.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import pytest

from accord.stories import demonstration, exercise
from accord.world.digest import world_digest
from accord.world.world import World
from tests.laws import whole
from tests.scene import Scene, key_of, replay

GOLDEN = Path(__file__).with_name("golden.json")


def seeded() -> Scene:
    """Three thousand acts by chance from a seed."""
    return whole.told(seed=68_514, acts=3_000).scene


def shown() -> Scene:
    """The demonstration, told with keys from a seed."""
    scene = Scene("accord.example/demonstration")
    keys = {party: key_of(party) for party in (demonstration.SECRETARIAT, demonstration.EDITOR)}
    demonstration.demonstration(lambda act, by, signers: scene.does(by, act, signers=signers), keys)
    return scene


def played() -> Scene:
    """The exercise, told with keys from a seed."""
    scene = Scene("exercise.example/record")
    keys = {name: key_of(name) for name in exercise.SIGNERS}
    exercise.exercise(lambda act, by, signers: scene.does(by, act, signers=signers), keys)
    return scene


RECORDS: dict[str, Callable[[], Scene]] = {"seeded": seeded, "demonstration": shown, "exercise": played}


def measure(scene: Scene, world: World) -> dict[str, Any]:
    entries = hashlib.sha256(b"".join(len(data).to_bytes(4, "big") + data for data in scene.entries))
    return {
        "acts": len(scene.entries),
        "without effect": len(world.without_effect),
        "entries": entries.hexdigest(),
        "world": world_digest(world),
    }


def told(name: str) -> dict[str, Any]:
    """The measures of a record that is told and replayed here, which must agree."""
    scene = RECORDS[name]()
    found = measure(scene, replay(scene.entries, scene.record, verify=True))
    assert found == measure(scene, scene.world)
    return found


@pytest.mark.parametrize("name", RECORDS)
def test_the_record_gives_the_world_it_always_gave(name: str, update: bool) -> None:
    # In a process of its own, so that no test which ran before has a part in what chance tells.
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as alone:
        found = alone.submit(told, name).result()
    golden = json.loads(GOLDEN.read_text()) if GOLDEN.is_file() else {}
    if update:
        golden[name] = found
        GOLDEN.write_text(json.dumps(golden, indent=1) + "\n")
    assert golden.get(name) == found
