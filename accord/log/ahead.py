"""The write-ahead file: the batch that is being recorded, durable before anything is signed."""

from __future__ import annotations

import hashlib
import os
import struct
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from accord.log.tiles import format_bundle, parse_bundle
from accord.wire.codec import Malformed

_MARK = b"accord write-ahead 1\n"
_head = struct.Struct(">QIQQ")
_START = len(_MARK) + 32
LARGEST_BODY = 1 << 31


@dataclass(frozen=True)
class Batch:
    """Entries that follow one another from index `start`; `admitted` is the time of the last, in microseconds."""

    start: int
    admitted: int
    entries: tuple[bytes, ...]

    @property
    def end(self) -> int:
        """The size of the log after them."""
        return self.start + len(self.entries)


class WriteAhead:
    """One batch at a time, each over the one before.

    A batch is overwritten only after its tiles and its checkpoint are durable, so at any moment the file
    holds either what recovery needs or nothing it needs. A torn write shows in the digest.

    Layout: mark, SHA-256 of the rest, start, count, admitted, length, entries each behind its length.
    """

    def __init__(self, path: Path) -> None:
        self._descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)

    def write(self, batch: Batch) -> None:
        """Makes a batch durable.

        Raises:
            OSError: the disk failed. The caller must not read the file back: what the kernel then shows
                may not be on the disk.
        """
        body = format_bundle(batch.entries)
        rest = _head.pack(batch.start, len(batch.entries), batch.admitted, len(body)) + body
        data = memoryview(_MARK + hashlib.sha256(rest).digest() + rest)
        place = 0
        while place < len(data):
            place += os.pwrite(self._descriptor, data[place:], place)
        # fdatasync: bytes and length, not the time of change. Over blocks that are there it needs no journal commit.
        os.fdatasync(self._descriptor)

    def read(self) -> Batch | None:
        """The batch in the file; `None` if there is none or it was never finished."""
        start = os.pread(self._descriptor, _START + _head.size, 0)
        if len(start) != _START + _head.size or not start.startswith(_MARK):
            return None
        first, count, admitted, length = _head.unpack(start[_START:])
        if length > LARGEST_BODY:
            return None
        body = os.pread(self._descriptor, length, _START + _head.size)
        if hashlib.sha256(start[_START:] + body).digest() != start[len(_MARK) : _START]:
            return None
        try:
            return Batch(first, admitted, tuple(parse_bundle(body, count)))
        except Malformed:
            return None

    def close(self) -> None:
        """Gives the file back."""
        os.close(self._descriptor)


def batch_of(start: int, admitted: int, entries: Sequence[bytes]) -> Batch:
    """A batch of entries.

    >>> batch_of(7, 0, [b"act"]).end
    8
    """
    return Batch(start, admitted, tuple(entries))
