"""The folder of an exercise: the record, keys and briefs for the players, how it is played, what was planted.

DIR/record/          the record, as any other
DIR/keys/ROLE.key    the key of each role, for its player alone
DIR/briefs/LANGUAGE/ROLE.txt
DIR/exercise.json    language, seed, pace, who plays, which moments were let pass
DIR/planted.json     the surprises; for the facilitator alone
DIR/codes.json       the codes of the seats where the exercise is served; for the facilitator alone
"""

from __future__ import annotations

import fcntl
import os
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

import msgspec

from accord.faces.cli.errors import Complaint
from accord.keys.files import read_key
from accord.keys.signers import Signer
from accord.stories.negotiation.briefs import brief
from accord.stories.negotiation.guide import guide
from accord.stories.negotiation.scenario import LANGUAGES, ROLES, SESSIONS
from accord.stories.negotiation.surprises import Planted
from accord.stories.negotiation.table import NotDone, Settings
from accord.wire.codec import Malformed

SETTINGS = "exercise.json"
PLANTED = "planted.json"
CODES = "codes.json"
LARGEST = 1_000_000
FACILITATOR = "facilitator"
T = TypeVar("T")


class Plants(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The surprises of an exercise."""

    all: tuple[Planted, ...]


def insist_exercise(folder: Path) -> None:
    """Insists that there is an exercise in a folder.

    Raises:
        Complaint: there is none.
    """
    if not (folder / SETTINGS).is_file():
        raise Complaint("error.not-an-exercise", file=str(folder))


@contextmanager
def held(folder: Path) -> Iterator[None]:
    """Keeps every other program from playing the exercise as long as the block runs.

    Raises:
        Complaint: one plays it now.
    """
    with (folder / "playing").open("a") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            raise Complaint("error.exercise-served", file=str(folder)) from None
        yield


def record_of(folder: Path) -> Path:
    """Where the record lies."""
    return folder / "record"


def key_file(folder: Path, role: str) -> Path:
    """Where the key of a role lies."""
    return folder / "keys" / f"{role}.key"


def key_of(folder: Path, role: str) -> Signer:
    """The key of a role.

    Raises:
        NotDone: it is not in the folder.
    """
    file = key_file(folder, role)
    if not file.exists():
        raise NotDone("error.no-role-key", role=role, file=str(file.parent))
    return read_key(file)


def write_briefs(folder: Path) -> None:
    """Writes the guide, and the brief of every role, in six languages, readable by the owner of the folder alone."""
    for language in LANGUAGES:
        place = folder / "briefs" / language
        place.mkdir(parents=True, mode=0o700)
        (place / "guide.txt").write_text(guide(language), encoding="utf-8")
        for role in ROLES:
            (place / f"{role}.txt").write_text(brief(role, language), encoding="utf-8")


def read_settings(folder: Path) -> Settings:
    """How the exercise in a folder is played.

    Raises:
        FileNotFoundError: there is none.
        Malformed: the file is not one of ours.
    """
    found = _read(folder / SETTINGS, Settings)
    game, roles = found.game, (*found.game.humans, *found.handed)
    if any(role not in ROLES for role in roles) or not 1 <= game.minutes <= 60:
        raise Malformed(f"{folder / SETTINGS}: a role that is not of the scenario, or a pace that is none")
    if any(len(moved) != len(SESSIONS) or min(moved) < 0 for moved in (game.forward, game.longer)):
        raise Malformed(f"{folder / SETTINGS}: the clock is moved in another number of meetings, or back")
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


def codes_of(folder: Path, new: Callable[[], str]) -> Mapping[str, str]:
    """The codes of the seats: role → code, and the facilitator's; made when they are first asked for.

    Raises:
        Malformed: the file is not one of ours.
    """
    path, names = folder / CODES, {FACILITATOR, *ROLES}
    if not path.exists():
        with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
            file.write(msgspec.json.format(msgspec.json.encode({name: new() for name in sorted(names)}), indent=2))
    found = _read(path, dict[str, str])
    if set(found) != names or len(set(found.values())) != len(names) or not all(map(str.isalnum, found.values())):
        raise Malformed(f"{path}: not one code for each seat; remove the file to have new ones")
    return found


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
