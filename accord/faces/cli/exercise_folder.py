"""The folder of an exercise: the record, keys and briefs for the players, how it is played, what was planted.

DIR/record/          the record, as any other
DIR/keys/ROLE.key    the key of each role, for its player alone
DIR/briefs/LANGUAGE/ROLE.txt
DIR/exercise.json    language, seed, pace, who plays, which moments were let pass
DIR/planted.json     the surprises; for the facilitator alone
"""

from __future__ import annotations

from pathlib import Path
from typing import TypeVar

import msgspec

from accord.stories.negotiation.briefs import brief
from accord.stories.negotiation.scenario import LANGUAGES, ROLES, Game
from accord.stories.negotiation.surprises import Planted
from accord.wire.codec import Malformed

SETTINGS = "exercise.json"
PLANTED = "planted.json"
LARGEST = 1_000_000
T = TypeVar("T")


class Settings(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What is kept of an exercise beside its record."""

    scenario: str
    game: Game
    passed: tuple[str, ...] = ()


class Plants(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The surprises of an exercise."""

    all: tuple[Planted, ...]


def record_of(folder: Path) -> Path:
    """Where the record lies."""
    return folder / "record"


def key_file(folder: Path, role: str) -> Path:
    """Where the key of a role lies."""
    return folder / "keys" / f"{role}.key"


def write_briefs(folder: Path) -> None:
    """Writes the brief of every role in six languages, readable by the owner of the folder alone."""
    for language in LANGUAGES:
        place = folder / "briefs" / language
        place.mkdir(parents=True, mode=0o700)
        for role in ROLES:
            (place / f"{role}.txt").write_text(brief(role, language), encoding="utf-8")


def read_settings(folder: Path) -> Settings:
    """How the exercise in a folder is played.

    Raises:
        FileNotFoundError: there is none.
        Malformed: the file is not one of ours.
    """
    found = _read(folder / SETTINGS, Settings)
    if any(role not in ROLES for role in found.game.humans) or not 1 <= found.game.minutes <= 60:
        raise Malformed(f"{folder / SETTINGS}: a role that is not of the scenario, or a pace that is none")
    return found


def write_settings(folder: Path, settings: Settings) -> None:
    """Keeps how an exercise is played."""
    _write(folder / SETTINGS, settings)


def read_planted(folder: Path) -> tuple[Planted, ...]:
    """The surprises that were planted; none where nothing was.

    Raises:
        Malformed: the file is not one of ours.
    """
    if not (folder / PLANTED).exists():
        return ()
    return _read(folder / PLANTED, Plants).all


def write_planted(folder: Path, planted: tuple[Planted, ...]) -> None:
    """Keeps the surprises."""
    _write(folder / PLANTED, Plants(planted))


def _read(path: Path, kind: type[T]) -> T:
    data = path.read_bytes()
    if len(data) > LARGEST:
        raise Malformed(f"{path}: larger than {LARGEST} bytes")
    try:
        return msgspec.json.decode(data, type=kind)
    except (msgspec.MsgspecError, UnicodeError) as error:
        raise Malformed(f"{path}: {error}") from None


def _write(path: Path, value: object) -> None:
    """Whole or not at all: written beside its place and moved there."""
    beside = path.with_name(f".{path.name}.new")
    beside.write_bytes(msgspec.json.format(msgspec.json.encode(value), indent=2) + b"\n")
    beside.replace(path)
