"""The audit: every entry decoded, gated, its signatures verified, judged and folded, from the first on."""

from __future__ import annotations

import gc
from collections import deque
from collections.abc import Callable, Iterable
from concurrent.futures import BrokenExecutor, Executor, Future

import msgspec

from accord.acts.gate import Check, Refused, bad_signatures, check_signatures
from accord.acts.vocabulary import UnknownAct
from accord.world.world import World

CHUNK = 512
"""Signatures that are handed to a worker at a time."""


class Tally(msgspec.Struct):
    """What an audit counted."""

    entries: int = 0
    signatures: int = 0
    without_effect: int = 0


class _BadSignature(Exception):
    """A worker found a signature that does not verify; which entry is for the slow way to say."""


def follow(world: World, entries: Iterable[bytes], progress: Callable[[int], None] | None = None) -> Tally:
    """Feeds entries to a world, each through the gate with its signatures; what the gate refuses is passed over.

    Args:
        entries: the spellings of the entries from `world.size` on, in order.
        progress: told now and then how many entries are done.
    """
    tally = Tally()
    for data in entries:
        try:
            entry, _, checks = world.open(data)
            check_signatures(checks, entry.keys)
        except Refused as refused:
            world.pass_over(refused)
        except UnknownAct as unknown:
            world.miss(unknown)
        else:
            tally.signatures += len(checks)
            tally.without_effect += not world.step(entry).counts
        tally.entries += 1
        if progress is not None and tally.entries % CHUNK == 0:
            progress(tally.entries)
    return tally


def audit(
    record: str,
    entries: Callable[[], Iterable[bytes]],
    workers: Executor | None = None,
    at_once: int = 1,
    progress: Callable[[int], None] | None = None,
) -> tuple[World, Tally]:
    """The world of a record, folded anew from its first entry with every signature verified.

    With `workers`, signatures are verified there while this process folds, and here too when the
    workers are busy. Should one not verify, the audit starts over the slow way, which says which; and so it
    does when the workers die.

    Args:
        entries: gives the entries from the first on; called again to start over.
        workers: processes that verify signatures.
        at_once: how many of them there are.
    """
    collecting = gc.isenabled()
    gc.disable()  # Values are kept and have no cycles: collecting would only walk them again and again.
    try:
        world = World(record)
        if workers is not None:
            try:
                return world, _follow_with(world, entries(), workers, at_once, progress)
            except (_BadSignature, BrokenExecutor):
                world = World(record)
        return world, follow(world, entries(), progress)
    finally:
        if collecting:
            gc.enable()


def _follow_with(
    world: World,
    entries: Iterable[bytes],
    workers: Executor,
    at_once: int,
    progress: Callable[[int], None] | None,
) -> Tally:
    tally = Tally()
    pending: deque[Future[list[int]]] = deque()
    chunk: list[Check] = []
    for data in entries:
        try:
            entry, _, checks = world.open(data)
        except Refused as refused:
            world.pass_over(refused)
        except UnknownAct as unknown:
            world.miss(unknown)
        else:
            chunk += checks
            tally.signatures += len(checks)
            tally.without_effect += not world.step(entry).counts
        tally.entries += 1
        if len(chunk) >= CHUNK:
            while pending and pending[0].done():
                _insist_good(pending.popleft().result())
            if len(pending) < 2 * at_once:
                pending.append(workers.submit(bad_signatures, chunk))
            else:
                _insist_good(bad_signatures(chunk))
            chunk = []
            if progress is not None:
                progress(tally.entries)
    _insist_good(bad_signatures(chunk))
    for future in pending:
        _insist_good(future.result())
    return tally


def _insist_good(bad: list[int]) -> None:
    if bad:
        raise _BadSignature
