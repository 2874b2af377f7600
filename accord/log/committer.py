"""Gathers submissions of many threads into batches, so that they share the cost of becoming durable."""

from __future__ import annotations

import queue
import threading
import time
from collections.abc import Sequence
from concurrent.futures import Future
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

from accord.log.sequencer import RecordStopped
from accord.log.tiles import WIDTH

GATHER_S = 0.005

S = TypeVar("S")
R = TypeVar("R")
S_contra = TypeVar("S_contra", contravariant=True)
R_co = TypeVar("R_co", covariant=True)


class Appends(Protocol[S_contra, R_co]):
    """What records batches: the sequencer, or a writer that stands before one."""

    @property
    def stopped(self) -> BaseException | None:
        """Why it takes no more, if so."""

    def append(self, batch: Sequence[S_contra], /) -> Sequence[R_co]:
        """Records a batch; one answer for each, in order."""


@dataclass(frozen=True)
class _Waiting(Generic[S, R]):
    submission: S
    future: Future[R]
    since: float


class GroupCommitter(Generic[S, R]):
    """Hands batches to a sequencer from a thread of its own: at most 256 submissions, at most 5 ms after the first.

    `submit` may be called from any thread. The future ends with the receipt, with `Malformed` if this one
    submission cannot be recorded, or with `RecordStopped` after a fault, and then the committer takes no more.

    Args:
        sequencer: an open sequencer, which stays the caller's to close, after `close` here.
    """

    def __init__(self, sequencer: Appends[S, R], gather_s: float = GATHER_S, largest: int = WIDTH) -> None:
        self._sequencer = sequencer
        self._gather_s, self._largest = gather_s, largest
        self._queue: queue.SimpleQueue[_Waiting[S, R] | None] = queue.SimpleQueue()
        self._closing = threading.Lock()
        self._closed = False
        self._thread = threading.Thread(target=self._run, name="accord-committer", daemon=True)
        self._thread.start()

    def submit(self, submission: S) -> Future[R]:
        """Takes a submission; its future ends once it is durable and published.

        Raises:
            RecordStopped: the committer was closed or its record has stopped.
        """
        future: Future[R] = Future()
        with self._closing:
            if self._closed:
                raise RecordStopped("the committer is closed; open the record again")
            self._queue.put(_Waiting(submission, future, time.monotonic()))
        return future

    def close(self) -> None:
        """Records what was submitted, then ends the thread."""
        with self._closing:
            if not self._closed:
                self._closed = True
                self._queue.put(None)
        self._thread.join()

    def _run(self) -> None:
        more = True
        while more:
            first = self._queue.get()
            if first is None:
                break
            batch = [first]
            more = self._gather(batch)
            # A future that its owner cancelled meanwhile is left out; from here on it cannot be cancelled.
            self._record([one for one in batch if one.future.set_running_or_notify_cancel()])
            if self._sequencer.stopped is not None:
                break
        self._refuse_the_rest()

    def _gather(self, batch: list[_Waiting[S, R]]) -> bool:
        """Adds what is there and what comes within the time; false once the committer is to end.

        The time counts from when the first was submitted, so who waited for the batch before waits no more.
        """
        until = batch[0].since + self._gather_s
        while len(batch) < self._largest:
            try:
                item = self._queue.get(timeout=max(0.0, until - time.monotonic()))
            except queue.Empty:
                return True
            if item is None:
                return False
            batch.append(item)
        return True

    def _record(self, batch: list[_Waiting[S, R]]) -> None:
        try:
            receipts = self._sequencer.append([one.submission for one in batch])
        except RecordStopped as error:
            for one in batch:
                one.future.set_exception(error)
        except Exception as error:
            # Nothing of the batch was recorded. Alone, each meets its own fate and no other's.
            if len(batch) == 1:
                batch[0].future.set_exception(error)
            else:
                for one in batch:
                    self._record([one])
        else:
            for one, receipt in zip(batch, receipts, strict=True):
                one.future.set_result(receipt)

    def _refuse_the_rest(self) -> None:
        with self._closing:
            self._closed = True
        while True:
            try:
                item = self._queue.get_nowait()
            except queue.Empty:
                return
            if item is not None:
                item.future.set_exception(RecordStopped("the record has stopped; open it again and resubmit"))
