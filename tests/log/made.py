"""Small records for tests: fixed keys, a counted clock, entries that say their number."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from accord.keys.signers import signer_from_seed
from accord.keys.vkey import COSIGNATURE_ED25519, COSIGNATURE_MLDSA44, ED25519
from accord.log.record import new_record
from accord.log.sequencer import Sequencer, Submission

ORIGIN = "record.example/acts"
LOG_KEY = signer_from_seed(ORIGIN, ED25519, b"\x01" * 32)
LOG_KEY_MLDSA = signer_from_seed(ORIGIN, COSIGNATURE_MLDSA44, b"\x04" * 32)
SIGNERS = (LOG_KEY, LOG_KEY_MLDSA)
WITNESS = signer_from_seed("witness.example/w1", COSIGNATURE_ED25519, b"\x02" * 32)
WITNESS_MLDSA = signer_from_seed("witness.example/w1", COSIGNATURE_MLDSA44, b"\x03" * 32)

ROOT = Path(__file__).resolve().parents[2]
VECTORS = Path(os.environ.get("ACCORD_VECTORS", ROOT.parent / "shared" / "vectors"))


def vectors(name: str) -> Any:
    """A file of test vectors from outside; without it the test is skipped, and counted as such."""
    path = VECTORS / name
    if not path.exists():
        pytest.skip(f"{name} is not there: set ACCORD_VECTORS to the folder that holds it")
    return json.loads(path.read_bytes())


def counted_clock(start: int = 1_700_000_000_000_000, step: int = 1000) -> Callable[[], int]:
    """A clock that moves by `step` microseconds each time it is read."""
    moment = start

    def read() -> int:
        nonlocal moment
        moment += step
        return moment

    return read


def frame(admitted: int, body: bytes) -> bytes:
    """An entry: eight bytes of time, then the body."""
    return admitted.to_bytes(8, "big") + body


def identify(entry: bytes) -> bytes:
    """The identity of an entry."""
    return hashlib.sha256(entry[8:]).digest()


def submission(number: int) -> Submission:
    """The submission with this number."""
    body = b"act %d" % number
    return Submission(hashlib.sha256(body).digest(), body)


def submissions(start: int, end: int) -> list[Submission]:
    """The submissions [start, end)."""
    return [submission(number) for number in range(start, end)]


def opened(directory: Path, **others: Any) -> Sequencer:
    """The writer of the record in a folder."""
    given: dict[str, Any] = {"clock": counted_clock(), "frame": frame, "identify": identify} | others
    return Sequencer(directory, ORIGIN, SIGNERS, **given)


def started(directory: Path, **others: Any) -> Sequencer:
    """The writer of a new record."""
    new_record(directory, ORIGIN, SIGNERS, counted_clock())
    return opened(directory, **others)


def filled(directory: Path, size: int, **others: Any) -> Sequencer:
    """The writer of a new record with entries."""
    sequencer = started(directory, **others)
    for start in range(0, size, 4096):
        sequencer.append(submissions(start, min(size, start + 4096)))
    return sequencer


def python(script: str, *arguments: object, **others: Any) -> subprocess.CompletedProcess[str]:
    """Runs a script in another process that can import what tests import."""
    command = [sys.executable, "-c", script, *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, cwd=ROOT, timeout=120, check=False, **others)
