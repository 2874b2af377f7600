"""What the commands need from the machine: disk, clock, chance, network. `accord.main` hands it in."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from accord.client.check import Report
    from accord.client.copy import Copy
    from accord.client.say import Transport
    from accord.log.policy import Policy

Progress = Callable[[str, int, int], None]
"""Hears a code of `progress.*` words, how many are done, and how many there are (0: not known)."""

Ready = Callable[[str], None]
"""Hears the address at which something is served."""

ReadyForClass = Callable[[str, Mapping[str, str]], None]
"""Hears the address at which an exercise is served, and the code of each seat."""

Asks = Callable[[bytes | None], tuple[int, bytes]]
"""Asks something of an address, or looks there: status and body of the answer."""


class NewRecord(Protocol):
    """A record just made: its origin, the log's keys, its secretariat and where the secretariat's key lies."""

    @property
    def origin(self) -> str: ...

    @property
    def vkeys(self) -> Sequence[str]: ...

    @property
    def secretariat(self) -> str: ...

    @property
    def secretariat_key(self) -> Path: ...


class Wiring(Protocol):
    """The machine as the commands see it."""

    def new_record(self, directory: Path, origin: str, exercise: bool) -> NewRecord:
        """An empty record with its log keys and policy, founded by its secretariat."""

    def start_log(self, directory: Path, origin: str) -> None:
        """A log without any act, for a story that founds the record itself."""

    def open_copy(self, directory: Path) -> Copy:
        """A verified copy of the record in a directory."""

    def writer(self, directory: Path) -> AbstractContextManager[Transport]:
        """The way to the writer of the record in a directory, for as long as the block runs."""

    def check_record(self, target: Path | str, policy: Policy | None, progress: Progress) -> Report:
        """Checks every byte of the record in a directory or at an address; without a policy, under its own."""

    def nonce(self) -> int:
        """A number that makes two acts of the same words two acts."""

    def serve(self, directory: Path, port: int, ready: Ready) -> None:
        """Serves the record's pages on localhost until stopped."""

    def serve_log(self, directory: Path, port: int, ready: Ready) -> None:
        """Runs the log writer of a record until stopped."""

    def serve_exercise(self, folder: Path, host: str, port: int, absent_s: int, ready: ReadyForClass) -> None:
        """Serves an exercise to a class until stopped."""

    def seat(self, address: str) -> Asks:
        """The way to a seat of an exercise at an address."""

    def bench(self, name: str | None) -> tuple[Any, Iterator[Any]]:
        """This machine, and the results of the benchmarks, or of one of them, as they come."""

    def today(self) -> datetime.date:
        """The day."""
