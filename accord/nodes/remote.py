"""Records at an address: their files to be read and checked here, and their log to submit to."""

from __future__ import annotations

import http.client
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TypeVar
from urllib.parse import urlsplit

import msgspec

from accord.acts.gate import Refused
from accord.client.say import Receipt
from accord.log.lock import Busy
from accord.log.policy import Policy, parse_policy
from accord.log.store import NotStored
from accord.nodes.log import ADDRESS, ENVELOPE, Problem
from accord.nodes.writer import Writer
from accord.wire.codec import Malformed

LARGEST_FILE = 256 * (65_535 + 2)
"""Bytes of a full entry bundle, the largest file of a record."""
PATIENCE_S = 60.0

T = TypeVar("T")


class Unreachable(OSError):
    """The address does not answer, or not as a record does."""


class Address:
    """One connection to a server of records, opened again when it was dropped.

    Raises:
        Malformed: not an address of the form http://host[:port][/path] or https://...
    """

    def __init__(self, url: str) -> None:
        parts = urlsplit(url)
        try:
            port = parts.port
        except ValueError:
            port = -1
        if parts.scheme not in ("http", "https") or not parts.hostname or port == -1 or parts.query or parts.fragment:
            raise Malformed(f"not the address of a record: {url[:80]!r}; expected http://host/path")
        self.url = url.rstrip("/")
        self._prefix = parts.path.rstrip("/")
        kind = http.client.HTTPSConnection if parts.scheme == "https" else http.client.HTTPConnection
        self._connection = kind(parts.hostname, port, timeout=PATIENCE_S)

    def ask(self, method: str, path: str, body: bytes | None = None) -> tuple[int, bytes]:
        """Status and body of an answer.

        Raises:
            Unreachable: no connection, or a body larger than any file of a record.
        """
        headers = {"Content-Type": ENVELOPE} if body is not None else {}
        for attempt in (1, 2):
            try:
                self._connection.request(method, f"{self._prefix}/{path}", body, headers)
                answer = self._connection.getresponse()
                data = answer.read(LARGEST_FILE + 1)
            except (OSError, http.client.HTTPException) as error:
                self._connection.close()
                if attempt == 2:
                    raise Unreachable(f"{self.url}: no answer ({error or type(error).__name__})") from None
                continue
            if len(data) > LARGEST_FILE:
                self._connection.close()
                raise Unreachable(f"{self.url}/{path}: the answer is larger than any file of a record")
            return answer.status, data
        raise AssertionError("the second attempt returns or raises")

    def close(self) -> None:
        """Ends the connection."""
        self._connection.close()


class RemoteStore:
    """The files of a record at an address, to be read; nothing of them is believed unchecked."""

    def __init__(self, address: Address) -> None:
        self._address = address

    def read(self, path: str, /) -> bytes:
        """The bytes under a path."""
        status, data = self._address.ask("GET", path)
        if status == 404:
            raise NotStored(f"{self._address.url}/{path}")
        if status != 200:
            raise Unreachable(f"{self._address.url}/{path}: answered with status {status}")
        return data

    def create(self, files: Mapping[str, bytes], /) -> None:
        """Not possible: a stranger's record is only read."""
        raise PermissionError(f"{self._address.url}: a record at an address is only read")

    def replace(self, path: str, data: bytes, /) -> None:
        """Not possible: a stranger's record is only read."""
        raise PermissionError(f"{self._address.url}: a record at an address is only read")

    def drop(self, paths: Iterable[str], /) -> None:
        """Not possible: a stranger's record is only read."""
        raise PermissionError(f"{self._address.url}: a record at an address is only read")

    def policy(self) -> Policy:
        """The policy the server names: its own word, to be compared with one from elsewhere."""
        return parse_policy(self.read("policy"))


class RemoteLog:
    """A log at an address, to hand acts in."""

    def __init__(self, address: Address) -> None:
        self._address = address

    def submit(self, envelopes: Sequence[bytes]) -> list[Receipt]:
        """Hands in signed acts, in order.

        Raises:
            Refused: the gate does not admit one of them; those before it are recorded.
            Unreachable: the log does not answer; submitting again is safe.
        """
        return [self._submit(envelope) for envelope in envelopes]

    def _submit(self, envelope: bytes) -> Receipt:
        status, data = self._address.ask("POST", "acts", envelope)
        if status == 200:
            return _read(data, Receipt, self._address.url)
        problem = _read(data, Problem, self._address.url)
        if status == 400:
            raise Refused(problem.reason, problem.detail)
        raise Unreachable(f"{self._address.url}: {problem.detail}")

    def __enter__(self) -> RemoteLog:
        return self

    def __exit__(self, *_: object) -> None:
        self._address.close()


def open_writer(directory: Path) -> Writer | RemoteLog:
    """The way to the writer of a record on this machine: the running log if there is one, else this process.

    Raises:
        Busy: another command is writing and did not end in time.
    """
    address = directory / "writer" / ADDRESS
    try:
        return Writer(directory, wait_s=0 if address.exists() else 10)
    except Busy:
        try:
            return RemoteLog(Address(address.read_text().strip()))
        except OSError:
            raise Busy(f"{directory}: another command is writing to this record; try again when it has ended") from None


def _read(data: bytes, kind: type[T], where: str) -> T:
    try:
        return msgspec.json.decode(data, type=kind)
    except (msgspec.MsgspecError, UnicodeError):
        raise Unreachable(f"{where}: the answer is not that of a log") from None
