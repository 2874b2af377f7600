"""The bytes of every act, once and for all: `tests/vectors/acts/<name>.json`, for other implementations too.

Each file holds a full and a least example: the act, its payload in canonical spelling, its
identity, and the envelope signed with a key made from a known seed. A difference means that
records made before cannot be read any more: the act needs a new name, not a new vector.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from accord.acts.envelope import act_id, parse, read_payload, sign
from accord.acts.vocabulary import Act
from accord.keys.signers import seed_of
from accord.world.vocabulary import VOCABULARY
from tests.acts.drawing import full, least
from tests.scene import RECORD, key_of

FOLDER = Path(__file__).parent.parent / "vectors" / "acts"
NAMES = sorted(VOCABULARY.by_name)
KEY = key_of("ST-A")


def place(name: str) -> Path:
    return FOLDER / f"{name.replace('/', '.')}.json"


def vector(sentence: str, act: Act) -> dict[str, Any]:
    envelope = sign(act, "ST-A", RECORD, 7, [KEY])
    payload = parse(envelope).payload
    return {
        "example": sentence,
        "payload": payload.decode(),
        "act_id": act_id(payload).hex(),
        "envelope": envelope.decode(),
    }


def vectors(name: str) -> dict[str, Any]:
    act = VOCABULARY.by_name[name]
    return {
        "act": name,
        "key": {"vkey": str(KEY.vkey), "seed": seed_of(KEY).hex()},
        "vectors": [vector("every field", full(act)), vector("what it must have", least(act))],
    }


@pytest.mark.parametrize("name", NAMES)
def test_the_bytes_of_an_act_never_change(name: str, update: bool) -> None:
    found = vectors(name)
    if update:
        place(name).write_text(json.dumps(found, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    assert place(name).is_file(), f"{name} has no golden bytes: run with --update and look at what is new"
    assert json.loads(place(name).read_text(encoding="utf-8")) == found


@pytest.mark.parametrize("name", NAMES)
def test_golden_envelopes_are_read_back_as_the_act(name: str) -> None:
    for kept, act in zip(json.loads(place(name).read_text("utf-8"))["vectors"], (full, least), strict=True):
        payload = read_payload(parse(kept["envelope"].encode()), VOCABULARY)
        assert payload.act == act(VOCABULARY.by_name[name])


def test_no_golden_act_is_forgotten() -> None:
    assert {path.name for path in FOLDER.glob("*.json")} == {place(name).name for name in NAMES}
