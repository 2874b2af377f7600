"""What the commands need from the machine: disk, clock, chance, network. `main` hands it in.

Protocols, so that the client's own types fit without knowing of the command line. Every
long task reports to `Progress`: a code of `progress.*` words, how much is done, of how much.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, Protocol

import msgspec

from accord.world.world import World

Progress = Callable[[str, int, int], None]
"""Hears a code (`checking-signatures`), how many are done, and how many there are (0: not known)."""


class NewRecord(Protocol):
    """A record just made."""

    @property
    def origin(self) -> str: ...

    @property
    def vkeys(self) -> Sequence[str]:
        """The log's public keys."""

    @property
    def key_file(self) -> Path:
        """Where the secretariat's private key lies."""


class Copy(Protocol):
    """A verified copy of a record: everything in it has been checked."""

    @property
    def world(self) -> World: ...

    @property
    def origin(self) -> str: ...

    @property
    def size(self) -> int: ...

    @property
    def root(self) -> bytes: ...

    @property
    def vkeys(self) -> Sequence[str]: ...

    @property
    def witnessed(self) -> Sequence[str]:
        """The names of the witnesses that cosigned the checkpoint."""

    def entry(self, index: int) -> bytes:
        """The bytes of an entry."""

    def prove(self, index: int) -> bytes:
        """An offline bundle for an entry: proof, envelope, keys, policy."""


class Receipt(Protocol):
    """What the log answers when it has recorded an act."""

    @property
    def index(self) -> int: ...

    @property
    def act_id(self) -> str: ...

    @property
    def counts(self) -> bool: ...

    @property
    def reason(self) -> str | None: ...

    @property
    def proof(self) -> str:
        """The text of the `.tlog-proof`."""


class Transport(Protocol):
    """The way to the log writer: the record's own directory, or another process."""

    def submit(self, envelopes: Sequence[bytes]) -> Sequence[Receipt]:
        """Submits signed acts in order and waits until each is recorded."""


class Checks(Protocol):
    """What a check found. `failures` are sentences; a check that fails says where."""

    @property
    def ok(self) -> bool: ...

    @property
    def size(self) -> int: ...

    @property
    def root(self) -> str: ...

    @property
    def signatures(self) -> int: ...

    @property
    def proofs(self) -> int: ...

    @property
    def rulings(self) -> int: ...

    @property
    def witnesses(self) -> int: ...

    @property
    def failures(self) -> Sequence[str]: ...


class Measured(msgspec.Struct, frozen=True):
    """One benchmark: ours, the peer's in the same run, and their ratio; `note` says which steps count."""

    name: str
    unit: str
    value: float
    peer: str | None = None
    peer_value: float | None = None
    ratio: float | None = None
    wanted: str | None = None
    note: str | None = None


class Wiring(Protocol):
    """The machine as the commands see it."""

    def new_record(self, directory: Path, origin: str, exercise: bool, language: str) -> NewRecord:
        """An empty record with its log key, policy and first acts."""

    def open_copy(self, directory: Path, progress: Progress | None = None) -> Copy:
        """A verified copy of the record in a directory."""

    def transport(self, directory: Path) -> Transport:
        """The way to the writer of the record in a directory."""

    def check(self, target: str, policy: Path | None, progress: Progress | None = None) -> Checks:
        """Checks a bundle, a record directory or an address, and folds anew."""

    def nonce(self) -> int:
        """A number that makes two acts of the same words two acts."""

    def today(self) -> datetime.date:
        """The day."""

    def serve(self, directory: Path, port: int, ready: Callable[[str], None]) -> None:
        """Serves the record's pages on localhost until stopped; tells `ready` the address."""

    def serve_log(self, directory: Path, port: int, ready: Callable[[str], None]) -> None:
        """Runs the log writer of a record until stopped; tells `ready` the address."""

    def bench(self, name: str | None, progress: Progress | None = None) -> Sequence[Any]:
        """The benchmarks, or one of them."""
