"""The writer of a record: gate, log and world in one process, one at a time per record.

An act goes through the gate against the world as it is; the log numbers it, times it and
makes it durable; then the world folds it and the receipt says whether it counts. What the
operator can do is admit late or not at all; altering or judging is not in its power.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from typing import Any

import msgspec

from accord.acts import entry as entries
from accord.acts.entry import Entry
from accord.acts.gate import Check, Refused, Repeated, bad_signatures
from accord.acts.vocabulary import Act, UnknownAct
from accord.areas.parties.acts import (
    AdoptEdition,
    Delegate,
    EndDelegation,
    FoundRecord,
    RegisterKey,
    RegisterPasskey,
    RevokeKey,
    RotateKey,
)
from accord.client.copy import SNAPSHOT_EVERY, Copy
from accord.client.say import Receipt
from accord.keys.signers import Signer
from accord.log.checkpoint import parse_checkpoint
from accord.log.policy import Policy
from accord.log.reader import TileReader
from accord.log.record import read_log_keys
from accord.log.sequencer import RecordStopped, Sequencer, Submission
from accord.log.tiles import LARGEST_ENTRY
from accord.nodes.clock import now_us
from accord.nodes.folder import read_policy, store_of
from accord.nodes.shelf import FolderShelf
from accord.world import snapshots
from accord.world.world import EDITIONS, World

TURNS_THE_GATE: tuple[type[Act], ...] = (
    FoundRecord,
    RegisterKey,
    RegisterPasskey,
    RotateKey,
    RevokeKey,
    Delegate,
    EndDelegation,
    AdoptEdition,
)
"""Acts after which the gate must look again: they end a batch, so keys are judged in sequence inside it too."""

_LATEST = 2**53 - 1
"""The moment with the most digits, to know how long an entry can get."""


WORTH_A_THREAD = 32
"""Signatures from which on verifying them in another thread is worth handing them over."""


class _Received(msgspec.Struct, frozen=True):
    """An act the gate lets in, but for its signatures: the entry it would make, its envelope, what to verify."""

    place: int
    entry: Entry[Any]
    data: bytes
    checks: list[Check]


class Writer:
    """The one writer of a record, from construction to `close`.

    Raises:
        Busy: another process writes this record.
        Malformed: no record here, or one that cannot be read.
        UnknownAct: the record is newer than this program, which then cannot judge what comes next.
    """

    def __init__(
        self,
        directory: Path | str,
        signers: Sequence[Signer] | None = None,
        clock: Callable[[], int] = now_us,
        wait_s: float = 10.0,
    ) -> None:
        self.directory = Path(directory)
        self.policy: Policy = read_policy(directory)
        keys = read_log_keys(directory) if signers is None else list(signers)
        self._log = Sequencer(directory, keys[0].vkey.name, keys, clock, entries.frame, entries.identify, wait_s=wait_s)
        self._fault: BaseException | None = None
        self._processors = os.cpu_count() or 1
        # libsodium verifies outside Python's global lock, so threads are enough.
        self._verifiers = ThreadPoolExecutor(self._processors, "accord-verifier")
        self._shelf = FolderShelf(directory)
        try:
            # A batch is recorded before anybody can witness it: a writer waits for no quorum to go on.
            unwitnessed = replace(self.policy, quorum=None)
            self.world: World = Copy(TileReader(store_of(directory)), unwitnessed, self._shelf).world
            for index, what in self.world.missed.items():
                raise UnknownAct(f"{directory}: entry {index}: {what}; update the program before writing")
        except BaseException:
            self._verifiers.shutdown()
            self._log.close()
            raise
        self._kept = self.world.size

    @property
    def stopped(self) -> BaseException | None:
        """Why the writer takes no more, if so."""
        return self._fault or self._log.stopped

    def submit(self, envelopes: Sequence[bytes]) -> list[Receipt]:
        """Admits signed acts in order; returns when all are durable and published.

        Raises:
            Refused: the gate does not admit one of them; those before it are recorded, those after it are not.
            UnknownAct: the same, for an act this program does not know.
            RecordStopped: a fault; open the record again and submit again.
        """
        receipts = []
        for place, outcome in enumerate(self._admit(envelopes, stop=True), 1):
            if isinstance(outcome, Receipt):
                receipts.append(outcome)
                continue
            where = f"act {place} of {len(envelopes)}: " if len(envelopes) > 1 else ""
            if isinstance(outcome, Refused):
                raise Refused(outcome.reason, f"{where}{outcome}")
            raise UnknownAct(f"{where}{outcome}")
        return receipts

    def append(self, envelopes: Sequence[bytes]) -> list[Receipt | Refused | UnknownAct]:
        """Admits the acts that the gate lets in: for each a receipt, or why it was refused.

        Raises:
            RecordStopped: a fault; open the record again and submit again.
        """
        return self._admit(envelopes, stop=False)

    def _admit(self, envelopes: Sequence[bytes], stop: bool) -> list[Receipt | Refused | UnknownAct]:
        """What becomes of each act; with `stop`, up to the first that is refused."""
        if self._fault is not None:
            raise RecordStopped(f"{self.directory}: this writer has stopped ({self._fault!r}); open the record again")
        outcomes: dict[int, Receipt | Refused | UnknownAct] = {}
        batch: list[_Received] = []
        for place, data in enumerate(envelopes):
            try:
                received = self._receive(place, data)
            except Repeated as repeated:
                outcomes[place] = self._receipt(repeated.first, repeated.act_id, False)
            except (Refused, UnknownAct) as refused:
                outcomes[place] = refused
                if stop:
                    break
            else:
                batch.append(received)
                if isinstance(received.entry.act, TURNS_THE_GATE):
                    good = self._record(batch, outcomes, stop)
                    batch = []
                    if stop and not good:
                        break
        self._record(batch, outcomes, stop)
        return [outcome for _, outcome in sorted(outcomes.items())]

    def _receive(self, place: int, data: bytes) -> _Received:
        """The act in an envelope, if it may be recorded here and now; its signatures are verified with its batch."""
        received, checks = self.world.receive(data)
        size = len(entries.frame(_LATEST, data))
        if size > LARGEST_ENTRY:
            raise Refused("malformed", f"an entry of {size} bytes; at most {LARGEST_ENTRY} fit: fewer signatures")
        if isinstance(received.act, AdoptEdition) and received.act.edition not in EDITIONS:
            # Once on record it would stop this writer for good, and a number that no program knows would stop all.
            raise UnknownAct(f"edition {received.act.edition} of the rules is not in this program: update it first")
        try:
            self.world.judge(received)
        except Exception as error:
            # A rule that fails instead of ruling would fail in every reader, and for ever: never record that act.
            raise Refused(
                "malformed", f"the rules cannot judge this act ({error!r}); tell those who made them"
            ) from error
        return _Received(place, received, data, checks)

    def _record(self, batch: list[_Received], outcomes: dict[int, Receipt | Refused | UnknownAct], stop: bool) -> bool:
        """Verifies a batch, makes it durable, then folds it: the world never knows what the log has not committed.

        Returns whether every signature verified; with `stop`, nothing after the first that did not is recorded.
        """
        bad = self._bad_signatures(batch)
        for at, keyid in bad.items():
            outcomes[batch[at].place] = Refused("bad-signature", f"the signature of {keyid} does not verify")
        if bad:
            batch = batch[: min(bad)] if stop else [one for at, one in enumerate(batch) if at not in bad]
        if not batch:
            return not bad
        receipts = self._log.append([Submission(one.entry.act_id, one.data) for one in batch])
        try:
            for one, receipt in zip(batch, receipts, strict=True):
                entry = one.entry
                if receipt.admitted is not None:
                    self.world.step(
                        Entry(receipt.index, receipt.admitted, entry.by, entry.act, entry.act_id, entry.keys)
                    )
                outcomes[one.place] = self._receipt(receipt.index, entry.act_id, receipt.fresh)
        except BaseException as error:
            # The log is ahead of the world now; judging the next act by this world would be wrong.
            self._fault = error
            raise RecordStopped(f"{self.directory}: stopped by a fault: {error!r}; open the record again") from error
        if self.world.size - self._kept > max(SNAPSHOT_EVERY, self._kept // 4):
            self._keep_snapshot()
        return not bad

    def _bad_signatures(self, batch: list[_Received]) -> dict[int, str]:
        """Place in the batch → key whose signature does not verify; on all processors, where it is worth it."""
        flat = [
            (at, keyid, check)
            for at, one in enumerate(batch)
            for keyid, check in zip(one.entry.keys, one.checks, strict=True)
        ]
        share = -(-len(flat) // self._processors)
        if share < WORTH_A_THREAD:
            share = max(len(flat), 1)
        parts = [[check for _, _, check in flat[start : start + share]] for start in range(0, len(flat), share)]
        waiting = [self._verifiers.submit(bad_signatures, part) for part in parts[1:]]
        found = [bad_signatures(part) for part in parts[:1]] + [future.result() for future in waiting]
        places = [number * share + place for number, part in enumerate(found) for place in part]
        return {flat[place][0]: flat[place][1] for place in places}

    def _keep_snapshot(self) -> None:
        """Puts the world on the shelf, seldom enough that few receipts wait for it."""
        checkpoint = parse_checkpoint(self._log.checkpoint)
        if checkpoint.size == self.world.size:
            self._shelf.keep(checkpoint.size, checkpoint.root, snapshots.encode(self.world, checkpoint.root))
            self._kept = checkpoint.size

    def _receipt(self, index: int, act_id: bytes, fresh: bool) -> Receipt:
        reason = self.world.without_effect.get(index) or self.world.refused.get(index)
        return Receipt(index, act_id.hex(), fresh, reason is None, reason)

    def close(self) -> None:
        """Ends the writer and lets another one in."""
        try:
            if self.stopped is None and self.world.size - self._kept > SNAPSHOT_EVERY:
                self._keep_snapshot()
        finally:
            self._verifiers.shutdown()
            self._log.close()

    def __enter__(self) -> Writer:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()
