"""The writer of a record: gate, log and world in one process, one at a time per record.

An act goes through the gate against the world as it is; the log numbers it, times it and
makes it durable; then the world folds it and the receipt says whether it counts. What the
operator can do is admit late or not at all; altering or judging is not in its power.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from accord.acts import entry as entries
from accord.acts.entry import Entry
from accord.acts.gate import Refused, Repeated, check_signatures
from accord.acts.vocabulary import Act, UnknownAct
from accord.areas.parties.acts import (
    AdoptEdition,
    Delegate,
    EndDelegation,
    FoundRecord,
    RegisterKey,
    RevokeKey,
    RotateKey,
)
from accord.client.copy import Copy
from accord.client.say import Receipt
from accord.keys.signers import Signer
from accord.log.policy import Policy
from accord.log.reader import TileReader
from accord.log.record import read_log_keys
from accord.log.sequencer import Sequencer, Submission
from accord.nodes.clock import now_us
from accord.nodes.folder import FolderShelf, read_policy, store_of
from accord.world.world import World

TURNS_THE_GATE: tuple[type[Act], ...] = (
    FoundRecord,
    RegisterKey,
    RotateKey,
    RevokeKey,
    Delegate,
    EndDelegation,
    AdoptEdition,
)
"""Acts after which the gate must look again: they end a batch, so keys are judged in sequence inside it too."""


class Writer:
    """The one writer of a record, from construction to `close`.

    Raises:
        Busy: another process writes this record.
        Malformed: no record here, or one that cannot be read.
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
        try:
            copy = Copy(TileReader(store_of(directory)), self.policy, FolderShelf(directory))
        except BaseException:
            self._log.close()
            raise
        self.world: World = copy.world

    @property
    def stopped(self) -> BaseException | None:
        """Why the writer takes no more, if so."""
        return self._log.stopped

    def submit(self, envelopes: Sequence[bytes]) -> list[Receipt]:
        """Admits signed acts in order; returns when all are durable and published.

        Raises:
            Refused: the gate does not admit one of them; those before it are recorded.
            UnknownAct: an act this program does not know.
            RecordStopped: a fault; open the record again and submit again.
        """
        receipts = []
        for outcome in self.append(envelopes):
            if isinstance(outcome, Exception):
                raise outcome
            receipts.append(outcome)
        return receipts

    def append(self, envelopes: Sequence[bytes]) -> list[Receipt | Refused | UnknownAct]:
        """As `submit`, with what becomes of each act on its own: a receipt, or why the gate refuses it."""
        outcomes: dict[int, Receipt | Refused | UnknownAct] = {}
        batch: list[tuple[int, Entry[Any], bytes]] = []
        for place, data in enumerate(envelopes):
            try:
                received, checks = self.world.receive(data)
                check_signatures(checks, received.keys)
            except Repeated as repeated:
                outcomes[place] = self._receipt(repeated.first, repeated.act_id, False)
            except (Refused, UnknownAct) as refused:
                outcomes[place] = refused
            else:
                batch.append((place, received, data))
                if isinstance(received.act, TURNS_THE_GATE):
                    self._record(batch, outcomes)
                    batch = []
        self._record(batch, outcomes)
        return [outcomes[place] for place in range(len(envelopes))]

    def _record(
        self, batch: list[tuple[int, Entry[Any], bytes]], outcomes: dict[int, Receipt | Refused | UnknownAct]
    ) -> None:
        """Makes a batch durable, then folds it: the world never knows what the log has not committed."""
        if not batch:
            return
        receipts = self._log.append([Submission(received.act_id, data) for _, received, data in batch])
        for (place, received, _), receipt in zip(batch, receipts, strict=True):
            if receipt.admitted is not None:
                self.world.step(
                    Entry(receipt.index, receipt.admitted, received.by, received.act, received.act_id, received.keys)
                )
            outcomes[place] = self._receipt(receipt.index, received.act_id, receipt.fresh)

    def _receipt(self, index: int, act_id: bytes, fresh: bool) -> Receipt:
        reason = self.world.without_effect.get(index)
        return Receipt(index, act_id.hex(), fresh, reason is None, reason)

    def close(self) -> None:
        """Ends the writer and lets another one in."""
        self._log.close()

    def __enter__(self) -> Writer:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()
