"""Numbers, times and records submissions: the one writer of a log.

The order of a commit, and what is true if the power fails after each step:

    1 write-ahead file, synced      nothing was said; the batch is dropped at the next start
    2 two roots, from memory and from the bytes read back, must agree
    3 sign                          nothing was said: the signature is still in memory
    4 compare-and-swap in SQLite    the commit point: the batch is recorded
    5 tiles, durable                recovery makes them from the write-ahead file
    6 checkpoint published          recovery publishes it
    7 acknowledge                   recovery knows the submission when it comes again

Any failure in these steps stops the sequencer for good. What it left is read, and finished if it was
committed, by the next one to open the record: recovery is the normal way to start.
"""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType

from accord.keys.signers import Signer
from accord.log.ahead import WriteAhead, batch_of
from accord.log.checkpoint import Checkpoint, check_checkpoint, parse_checkpoint, sign_checkpoint
from accord.log.commit import CommitStore, Committed
from accord.log.files import FileStore
from accord.log.identities import IDENTITY_SIZE, Identities
from accord.log.lock import WriterLock
from accord.log.note import parse_note
from accord.log.reader import CHECKPOINT, TileReader
from accord.log.record import check_log_signers, writer_folder
from accord.log.staging import RightEdge, check_staged, load_edge, stage
from accord.log.store import AlreadyDifferent, NotStored, Store
from accord.log.tiles import LARGEST_ENTRY, WIDTH, Tile, parse_path
from accord.wire.codec import Malformed
from accord.wire.tree import Frontier, ProofFailed, leaf_hashes

LARGEST_BATCH = 16384
MOST_DROPPED = 16
"""Partial tiles removed in one append: more than one append adds, so none are left for long."""


class RecordStopped(RuntimeError):
    """The writer met a fault it must not go on from: open the record again."""


@dataclass(frozen=True, slots=True)
class Submission:
    """What is to be recorded: 32 bytes by which the same submission is known again, and its bytes."""

    identity: bytes
    body: bytes


@dataclass(frozen=True, slots=True)
class Receipt:
    """Where a submission stands. `admitted`, in microseconds, is `None` for one that was recorded before."""

    index: int
    admitted: int | None
    fresh: bool


class Sequencer:
    """The writer of one record, from construction to `close`.

    Args:
        directory: the record's folder, made by `record.new_record`.
        origin: the log's name, which the record must bear.
        signers: the log's keys.
        clock: microseconds since 1970. An entry's time is the later of clock and previous entry + 1, so a clock
            that steps back slows nothing and reorders nothing; one that raises stops the writer.
        frame: builds an entry from its time and a submission's body. The log understands neither.
        identify: the identity of an entry, to make the index of identities again.
        store: where the tiles go; by default the folder.
        wait_s: how long to wait for another writer of the record to end.

    Raises:
        Busy: another process is the writer.
        Malformed: no record here, or of another origin or other keys.
        RecordStopped: the record's files contradict what was committed; says which, nothing was changed.
    """

    def __init__(
        self,
        directory: Path | str,
        origin: str,
        signers: Sequence[Signer],
        clock: Callable[[], int],
        frame: Callable[[int, bytes], bytes],
        identify: Callable[[bytes], bytes],
        store: Store | None = None,
        wait_s: float = 0.0,
    ) -> None:
        check_log_signers(origin, signers)
        self.directory = Path(directory)
        self.origin = origin
        self.stopped: BaseException | None = None
        self._committed: Committed
        self._edge: RightEdge
        self._frontier: Frontier
        self._partials: dict[Tile, list[str]] = {}
        self._doomed: list[str] = []
        self._signers = tuple(signers)
        self._clock, self._frame, self._identify = clock, frame, identify
        self._turn = threading.Lock()
        folder = writer_folder(directory)
        if not (folder / "commit.sqlite").exists():
            raise Malformed(
                f"{directory}: no record that can be written: writer/commit.sqlite is missing."
                " Start a new record elsewhere; this one can only be read"
            )
        self._lock = WriterLock(folder / "lock", wait_s)
        try:
            self._store = store if store is not None else FileStore(directory)
            self._commit = CommitStore(folder / "commit.sqlite")
            self._ahead = WriteAhead(folder / "ahead")
            self._identities = Identities(folder / "identities")
            self._recover()
        except BaseException:
            self.close()
            raise

    @property
    def size(self) -> int:
        """How many entries are recorded."""
        return self._committed.size

    @property
    def checkpoint(self) -> bytes:
        """The checkpoint that was last committed."""
        return self._committed.note

    def append(self, batch: Sequence[Submission]) -> list[Receipt]:
        """Records submissions and returns a receipt for each, in order; when it returns, all are durable and published.

        A submission with an identity that was seen before, in the record or earlier in the batch, gets the first
        index and is not recorded again.

        Raises:
            Malformed: an identity that is not 32 bytes, an entry beyond 65535 bytes, more than 16384
                submissions; nothing was recorded.
            RecordStopped: a fault; whether the batch was recorded is known after opening the record again,
                and submitting it again is always safe.
        """
        with self._turn:
            self._insist_running()
            if len(batch) > LARGEST_BATCH:
                raise Malformed(f"a batch of {len(batch)} submissions; at most {LARGEST_BATCH} are taken at once")
            for submission in batch:
                if len(submission.identity) != IDENTITY_SIZE:
                    raise Malformed(f"an identity of {len(submission.identity)} bytes; {IDENTITY_SIZE} are expected")
            try:
                known = self._identities.find([submission.identity for submission in batch])
                moment = self._clock()
            except Exception as error:
                raise self._stop(error) from error
            admitted, index = self._committed.admitted, self._committed.size
            receipts: list[Receipt] = []
            entries: list[bytes] = []
            fresh: list[bytes] = []
            for submission in batch:
                first = known.get(submission.identity)
                if first is not None:
                    receipts.append(Receipt(first, None, False))
                    continue
                admitted = max(moment, admitted + 1)
                entry = self._frame(admitted, submission.body)
                if len(entry) > LARGEST_ENTRY:
                    raise Malformed(f"an entry of {len(entry)} bytes; at most {LARGEST_ENTRY} fit")
                known[submission.identity] = index
                receipts.append(Receipt(index, admitted, True))
                entries.append(entry)
                fresh.append(submission.identity)
                index += 1
            if entries:
                try:
                    self._record(entries, fresh, admitted)
                except BaseException as error:
                    raise self._stop(error) from error
            return receipts

    def publish(self, note: bytes) -> None:
        """Publishes the committed checkpoint with further signatures: those of witnesses.

        Raises:
            Malformed: another text than the committed one, or the log's own lines are not in it.
            RecordStopped: a fault.
        """
        with self._turn:
            self._insist_running()
            committed, new = parse_note(self._committed.note), parse_note(note)
            if new.text != committed.text or not set(committed.signatures) <= set(new.signatures):
                raise Malformed("this is not the committed checkpoint with further signatures")
            try:
                self._store.replace(CHECKPOINT, note)
            except BaseException as error:
                raise self._stop(error) from error

    def close(self) -> None:
        """Ends the writer and lets another one in; nothing is pending between appends but files to be removed."""
        if self.stopped is None and "_lock" in self.__dict__:
            with contextlib.suppress(OSError):
                self._store.drop(self._doomed)
        for name in ("_commit", "_ahead", "_identities", "_lock"):
            if (part := self.__dict__.pop(name, None)) is not None:
                part.close()
        self.stopped = self.stopped or RecordStopped("closed")

    def __enter__(self) -> Sequencer:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _record(self, entries: list[bytes], identities: list[bytes], admitted: int) -> None:
        old = self._committed
        self._ahead.write(batch_of(old.size, admitted, entries))

        # Two computations that share no intermediate value: one from the entries in memory by the edge nodes,
        # one from the bytes read back by way of the very tiles that will be served.
        if self._frontier.root() != old.root:
            raise ProofFailed(f"the edge in memory is no longer that of the committed {old.size} entries")
        frontier = self._frontier.copy()
        frontier.extend(leaf_hashes(entries))
        again = self._ahead.read()
        if again is None or again.start != old.size:
            raise ProofFailed("the write-ahead file does not read back as it was written")
        edge, files = stage(self._edge, again.entries)
        root = frontier.root()
        check_staged(self._edge, frontier.size, files, root)

        note = self._sign(Checkpoint(self.origin, frontier.size, root), admitted)
        new = Committed(frontier.size, root, note, admitted)
        self._commit.swap(old, new)  # The commit point. From here on the batch is recorded, whatever fails.
        self._committed, self._frontier, self._edge = new, frontier, edge

        self._publish(files)
        self._identities.add(identities)

    def _sign(self, checkpoint: Checkpoint, admitted: int) -> bytes:
        """Signs, and checks what was signed: a faulty signature would be public for ever."""
        note = sign_checkpoint(checkpoint, self._signers, admitted // 1_000_000)
        checked, _ = check_checkpoint(note, [signer.vkey for signer in self._signers], exact=True)
        if checked != checkpoint:
            raise ProofFailed("the signed checkpoint is not the one to be signed")
        return note

    def _publish(self, files: dict[str, bytes]) -> None:
        self._store.create(files)
        self._store.replace(CHECKPOINT, self._committed.note)
        self._drop_some(files)

    def _drop_some(self, files: Iterable[str]) -> None:
        """Removes partial tiles that have become full, a few at a time: a hundred at once would stall a batch."""
        for path in files:
            tile = parse_path(path)
            if tile.width == WIDTH:
                self._doomed += self._partials.pop(tile, [])
            else:
                self._partials.setdefault(tile.full, []).append(path)
        some, self._doomed = self._doomed[:MOST_DROPPED], self._doomed[MOST_DROPPED:]
        if some:
            self._store.drop(some)

    def _recover(self) -> None:
        """Finishes what the last writer committed, and insists that the tiles are those of the committed root."""
        state = self._commit.read()
        if state is None:
            raise Malformed(f"{self.directory}: no record was started here; make one with new_record")
        origin, self._committed = state
        if origin != self.origin:
            raise Malformed(f"{self.directory}: this is the record of {origin!r}, not of {self.origin!r}")
        self._insist_own_keys()
        committed = parse_checkpoint(self._committed.note)
        published = self._published()
        if published is not None and (published.size > committed.size or published.origin != origin):
            raise RecordStopped(
                f"{self.directory}: the published checkpoint covers {published.size} entries of {published.origin!r},"
                f" the committed one {committed.size}; commit.sqlite was put back from a backup, and going on would"
                " fork the log"
            )
        try:
            batch = self._ahead.read()
            if batch is not None and batch.end == committed.size:
                before = load_edge(self._store, batch.start)
                after, files = stage(before, batch.entries)
                check_staged(before, after.size, files, committed.root)
                self._store.create(files)
            self._edge = load_edge(self._store, committed.size)
            self._frontier = self._edge.frontier()
            if self._edge.root() != committed.root or self._frontier.root() != committed.root:
                raise ProofFailed("the last tiles do not have the committed root")
        except (ProofFailed, NotStored, Malformed, AlreadyDifferent) as error:
            raise RecordStopped(
                f"{self.directory}: the tiles do not match the committed checkpoint of {committed.size}"
                f" entries ({error}); put them back from a mirror, nothing was signed"
            ) from error
        if published is None or published != committed:  # cosignatures on the same body are kept
            self._store.replace(CHECKPOINT, self._committed.note)
        self._look_for_partials()
        self._catch_up()

    def _insist_own_keys(self) -> None:
        try:
            check_checkpoint(self._committed.note, [signer.vkey for signer in self._signers], exact=True)
        except ValueError as error:
            raise Malformed(f"{self.directory}: these are not the keys of the record: {error}") from None

    def _published(self) -> Checkpoint | None:
        try:
            return parse_checkpoint(self._store.read(CHECKPOINT))
        except (NotStored, Malformed):
            return None

    def _look_for_partials(self) -> None:
        """Takes up what the last writer may have left: any partial of the last full tiles and of the tiles to come."""
        for level in range(-1, 8):
            filled = self._committed.size >> (8 * max(level, 0))
            if filled >= WIDTH:
                self._doomed += _partials_of(Tile(level, filled // WIDTH - 1), WIDTH)
            if filled % WIDTH:
                tile = Tile(level, filled // WIDTH)
                self._partials[tile] = _partials_of(tile, filled % WIDTH + 1)

    def _catch_up(self) -> None:
        """Brings the index of identities to the committed size, from the entries."""
        size = self._committed.size
        self._identities.load(size)
        reader = TileReader(self._store)
        while (start := self._identities.size) < size:
            self._identities.add(map(self._identify, reader.entries(start, min(size, start + 64 * WIDTH))))

    def _insist_running(self) -> None:
        if self.stopped is not None:
            raise RecordStopped(f"{self.directory}: this writer has stopped ({self.stopped}); open the record again")

    def _stop(self, error: BaseException) -> RecordStopped:
        self.stopped = error
        return RecordStopped(f"{self.directory}: stopped by a fault: {error!r}; open the record again and resubmit")


def _partials_of(tile: Tile, end: int) -> list[str]:
    return [Tile(tile.level, tile.index, width).path for width in range(1, end)]
