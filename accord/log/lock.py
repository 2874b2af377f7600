"""One writer per record: a lock of the operating system on a file in the record's writer folder."""

from __future__ import annotations

import fcntl
import os
import time
from pathlib import Path


class Busy(RuntimeError):
    """Another process is the writer of this record."""


class WriterLock:
    """Held from construction to `close`, or to the end of the process, however it ends.

    Args:
        wait_s: how long to wait for another writer to finish.

    Raises:
        Busy: it did not finish in that time.
    """

    def __init__(self, path: Path, wait_s: float = 0.0) -> None:
        self._descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        patience = time.monotonic() + wait_s
        while True:
            try:
                fcntl.flock(self._descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
                break
            except BlockingIOError:
                if time.monotonic() >= patience:
                    holder = os.pread(self._descriptor, 20, 0).decode("ascii", "replace").strip()
                    os.close(self._descriptor)
                    raise Busy(
                        f"{path.parent.parent}: another writer (process {holder or 'unknown'}) holds this record;"
                        " submit to it, or wait until it has ended"
                    ) from None
                time.sleep(0.01)
        # Only for the message above; who holds the lock is known to the kernel alone.
        os.ftruncate(self._descriptor, 0)
        os.pwrite(self._descriptor, f"{os.getpid()}\n".encode(), 0)

    def close(self) -> None:
        """Lets another writer in."""
        os.close(self._descriptor)
