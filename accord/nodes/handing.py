"""Hands acts to the writer of a record, and keeps it open for the acts that follow at once.

Opening a writer takes its lock and brings its world to the size of the record: at 100,000 acts about a second, an act
in an open writer some hundredths. Who signs one act often signs the next; so the writer stays open for a moment, and
never so long that another command on the machine, which waits ten seconds for the lock, is turned away.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from accord.acts.gate import Refused
from accord.acts.vocabulary import UnknownAct
from accord.client.say import Receipt
from accord.nodes.remote import RemoteLog, open_writer
from accord.nodes.writer import Writer

LINGER_S = 3.0
"""How long a writer stays open after an act."""
HOLD_S = 6.0
"""How long it stays open in all, while acts keep coming."""


class Handing:
    """The way to a record's writer from this process. Called from any thread; acts go one after the other.

    Args:
        opens: opens the writer; where a log runs for the record, the way to it.
        clock: seconds, growing.
    """

    def __init__(
        self,
        directory: Path,
        opens: Callable[[Path], Writer | RemoteLog] = open_writer,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._directory = directory
        self._opens = opens
        self._clock = clock
        self._lock = threading.Lock()
        self._writer: Writer | None = None
        self._opened = 0.0
        self._letting_go: threading.Timer | None = None

    def __call__(self, envelopes: Sequence[bytes]) -> list[Receipt]:
        """Hands in signed acts, in order.

        Raises:
            Refused, UnknownAct: as `Writer.submit`.
            RecordStopped, Busy, OSError: not recorded, or not known to be; submitting again is safe.
        """
        with self._lock:
            writer = self._writer or self._open()
            if isinstance(writer, RemoteLog):
                with writer:
                    return writer.submit(envelopes)
            try:
                done = writer.submit(envelopes)
            except (Refused, UnknownAct):
                self._stay()
                raise
            except BaseException:
                # A writer that stopped takes nothing more: the next act opens another.
                self._close()
                raise
            self._stay()
            return done

    def close(self) -> None:
        """Lets go of the writer."""
        with self._lock:
            self._close()

    @property
    def holds(self) -> bool:
        """Whether the writer is open now."""
        return self._writer is not None

    def _open(self) -> Writer | RemoteLog:
        opened = self._opens(self._directory)
        if isinstance(opened, Writer):
            self._writer, self._opened = opened, self._clock()
        return opened

    def _stay(self) -> None:
        """Arranges when the writer is let go; at once where it has been held long enough."""
        if self._letting_go is not None:
            self._letting_go.cancel()
        left = min(LINGER_S, self._opened + HOLD_S - self._clock())
        if left <= 0:
            self._close()
            return
        self._letting_go = threading.Timer(left, self.close)
        self._letting_go.daemon = True
        self._letting_go.start()

    def _close(self) -> None:
        if self._letting_go is not None:
            self._letting_go.cancel()
            self._letting_go = None
        writer, self._writer = self._writer, None
        if writer is not None:
            writer.close()
