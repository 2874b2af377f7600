"""The program `accord`: hangs the commands on one group and hands them this machine.

Everything heavy is imported when a command first asks for it, so that `accord --help` is there at once.
"""

from __future__ import annotations

import datetime
import os
import sys
from collections.abc import Iterator
from contextlib import AbstractContextManager
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

from accord.faces.cli.errors import Complaint
from accord.faces.cli.group import run
from accord.faces.cli.verb import LANGUAGES
from accord.faces.cli.wiring import Asks, NewRecord, Progress, Ready, ReadyForClass

if TYPE_CHECKING:
    from accord.client.check import Report
    from accord.client.copy import Copy
    from accord.client.say import Transport
    from accord.log.policy import Policy


class Machine:
    """This machine: its disk, its clock, its randomness."""

    def new_record(self, directory: Path, origin: str, exercise: bool) -> NewRecord:
        """An empty record, founded by its secretariat."""
        from accord.nodes.records import new_record

        if (directory / "checkpoint").exists():
            raise Complaint("error.record-exists", file=str(directory))
        return new_record(directory, origin, exercise=exercise)

    def start_log(self, directory: Path, origin: str) -> None:
        """A log without any act."""
        from accord.log.policy import Party
        from accord.log.record import new_log_keys, new_record
        from accord.nodes.clock import now_us
        from accord.nodes.folder import own_policy, write_policy

        logs = new_log_keys(directory, origin)
        new_record(directory, origin, logs, now_us)
        write_policy(directory, own_policy(tuple(Party(signer.vkey) for signer in logs)))

    def open_copy(self, directory: Path) -> Copy:
        """A verified copy of the record in a directory."""
        from accord.nodes.records import open_copy

        insist_record(directory)
        return open_copy(directory)

    def writer(self, directory: Path) -> AbstractContextManager[Transport]:
        """The way to the writer of the record in a directory: the log that runs for it, or this process."""
        from accord.nodes.remote import open_writer

        insist_record(directory)
        return open_writer(directory)

    def check_record(self, target: Path | str, policy: Policy | None, progress: Progress) -> Report:
        """Checks every byte of a record, in a directory or at an address, with all the processors there are."""
        from concurrent.futures import ProcessPoolExecutor

        from accord.client.check import check_record
        from accord.log.reader import TileReader
        from accord.nodes.folder import read_policy, store_of
        from accord.nodes.remote import Address, RemoteStore

        if isinstance(target, str):
            remote = RemoteStore(Address(target))
            reader, believed = TileReader(remote), policy or remote.policy()
        else:
            insist_record(target)
            reader, believed = TileReader(store_of(target)), policy or read_policy(target)
        size = reader.size

        def step(done: int) -> None:
            progress("checking-signatures", done, size)

        others = min((os.cpu_count() or 1) - 1, 7)
        if size < 20_000 or not others:
            return check_record(reader, believed, progress=step)[0]
        with ProcessPoolExecutor(others) as workers:
            return check_record(reader, believed, workers, others, step)[0]

    def nonce(self) -> int:
        """A random number."""
        from accord.nodes.records import nonce

        return nonce()

    def serve(self, directory: Path, port: int, ready: Ready) -> None:
        """Serves the record's pages on localhost until stopped."""
        from accord.nodes.portal import serve

        insist_record(directory)
        serve(directory, port, ready)

    def serve_log(self, directory: Path, port: int, ready: Ready) -> None:
        """Runs the log writer of a record until stopped."""
        from accord.nodes.log import serve

        insist_record(directory)
        serve(directory, port, ready)

    def serve_exercise(self, folder: Path, host: str, port: int, absent_s: int, ready: ReadyForClass) -> None:
        """Serves an exercise to a class until stopped."""
        from accord.nodes.exercise import serve

        serve(folder, host, port, absent_s, ready)

    def seat(self, address: str) -> Asks:
        """The way to a seat of an exercise at an address."""
        from accord.nodes.remote import Address

        base, _, path = address.partition("/-/seat/")
        site, _, lang = base.rpartition("/")
        if not path or not path.isalnum() or lang not in LANGUAGES:
            raise Complaint("error.not-a-seat")
        server = Address(site)

        def asks(body: bytes | None) -> tuple[int, bytes]:
            return server.ask("GET" if body is None else "POST", f"{lang}/-/seat/{path}.json", body)

        return asks

    def bench(self, name: str | None) -> tuple[Any, Iterator[Any]]:
        """This machine, and the results of the benchmarks or of one of them as they come."""
        from accord.nodes.bench.measure import machine
        from accord.nodes.bench.run import BENCHMARKS, run

        if name is not None and name not in BENCHMARKS:
            raise Complaint("error.no-benchmark", name=name[:40], known=", ".join(BENCHMARKS))
        for peer in ("pymerkle", "eventsourcing"):
            if find_spec(peer) is None:
                raise Complaint("error.no-peer", name=peer)
        return machine(), run(name)

    def today(self) -> datetime.date:
        """The day, in universal time."""
        return datetime.datetime.now(datetime.UTC).date()


def insist_record(directory: Path) -> None:
    """Insists that a record lies in a directory, in words that name it.

    Raises:
        FileNotFoundError: no such directory.
        Complaint: no record in it.
    """
    if not directory.exists():
        raise FileNotFoundError(2, "no such directory", str(directory))
    if not (directory / "checkpoint").is_file():
        raise Complaint("error.not-a-record", file=str(directory))


def main() -> None:
    """Runs the command line and ends the process with its status."""
    sys.exit(run(sys.argv[1:], Machine()))


if __name__ == "__main__":
    main()
