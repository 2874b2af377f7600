"""The writer admits acts once, in order, through a gate that knows what came before, and stops rather than guess."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from accord.acts.entry import identify
from accord.acts.envelope import PAYLOAD_TYPE, Envelope, Signature, pae, parse, sign
from accord.acts.gate import Refused
from accord.acts.values import Text
from accord.acts.vocabulary import UnknownAct
from accord.areas.parties.acts import (
    AdoptEdition,
    Delegate,
    EndDelegation,
    EnterParty,
    RegisterKey,
    Reply,
    RevokeKey,
    RotateKey,
)
from accord.client.check import check_record
from accord.keys.vkey import MLDSA44
from accord.log.lock import Busy
from accord.log.policy import Party, Policy, QuorumMissed, format_policy
from accord.log.reader import TileReader
from accord.log.sequencer import RecordStopped
from accord.nodes import writer as writers
from accord.nodes.folder import read_policy, store_of
from accord.nodes.records import new_record, open_copy
from accord.nodes.shelf import FolderShelf
from accord.nodes.writer import Writer
from accord.wire import codec
from accord.wire.codec import Malformed
from accord.world.digest import world_digest
from accord.world.world import World
from tests.client.made import Folder, witness
from tests.nodes.made import LOGS, RECORD, SECRETARIAT, START, STATE, empty, founding, key_of, made, reply, says, text


@pytest.fixture
def record(tmp_path: Path) -> Path:
    """A record with its first entries."""
    return made(tmp_path / "record")


def opened(path: Path, **more: Any) -> Writer:
    """A writer of the record."""
    return Writer(path, LOGS, **more)


def insist_sound(path: Path) -> World:
    """Insists that the record checks and that a copy knows the same; its world."""
    report, world = check_record(TileReader(store_of(path)), read_policy(path))
    assert report.ok, report.failures
    assert world_digest(open_copy(path).world) == report.world
    return world


def in_record(path: Path) -> list[bytes]:
    """The identities of what a record holds."""
    return [identify(data) for data in TileReader(store_of(path)).entries()]


# --------------------------------------------------------------------------------- once


def test_an_act_twice_in_one_batch_is_one_entry(record: Path) -> None:
    with opened(record) as writer:
        one, other, again = writer.submit([reply(1), reply(2), reply(1)])
    assert [r.index for r in (one, other, again)] == [START, START + 1, START]
    assert [r.fresh for r in (one, other, again)] == [True, True, False]
    assert one.act_id == again.act_id
    assert len(set(in_record(record))) == len(in_record(record)) == START + 2
    insist_sound(record)


def test_an_act_twice_in_two_batches_is_one_entry(record: Path) -> None:
    with opened(record) as writer:
        (one,) = writer.submit([reply(1)])
        other, again = writer.submit([reply(2), reply(1)])
    assert (one.index, other.index, again.index) == (START, START + 1, START)
    assert (again.fresh, again.counts) == (False, True)
    assert len(in_record(record)) == START + 2


def test_an_act_twice_with_a_restart_between_is_one_entry(record: Path) -> None:
    with opened(record) as writer:
        (one,) = writer.submit([reply(1)])
    shutil.rmtree(record / "snapshots", ignore_errors=True)
    with opened(record) as writer:
        (again,) = writer.submit([reply(1)])
        assert writer.world.size == START + 1
    assert (again.index, again.fresh, again.act_id) == (one.index, False, one.act_id)
    assert len(in_record(record)) == START + 1


def test_the_first_act_again_is_the_first_entry(record: Path) -> None:
    with opened(record) as writer:
        assert [receipt.index for receipt in writer.submit(founding())] == [0, 1, 2]
        assert writer.world.size == START


def test_an_act_without_effect_that_comes_again_still_says_so(record: Path) -> None:
    wrong = says(EnterParty(party="ST-B", kind="state", name=text("B")))
    for _ in range(2):
        with opened(record) as writer:
            (receipt,) = writer.submit([wrong])
        assert (receipt.index, receipt.counts, receipt.reason) == (START, False, "not-a-recorder")


def test_the_same_act_with_another_signature_is_the_same_act(record: Path) -> None:
    key = key_of("ST-A", 2, MLDSA44)  # each ML-DSA-44 signature is another one
    act = says(Reply(to=0, text=text("Once")), signers=(key,))
    twin = says(Reply(to=0, text=text("Once")), signers=(key,))
    with opened(record) as writer:
        writer.submit([says(RegisterKey(party="ST-A", vkey=str(key.vkey)), signers=(STATE, key))])
        one, two = writer.submit([act, twin])
        (three,) = writer.submit([twin])
    assert act != twin
    assert one.index == two.index == three.index == START + 1
    insist_sound(record)


# --------------------------------------------------------------------------------- in order


def test_a_key_revoked_in_a_batch_signs_nothing_after_it_there(record: Path) -> None:
    revoke = says(RevokeKey(key=STATE.vkey.keyid, reason="compromised"))
    with opened(record) as writer:
        outcomes = writer.append([reply(1), revoke, reply(2), reply(1)])
    assert [type(outcome).__name__ for outcome in outcomes] == ["Receipt", "Receipt", "Refused", "Receipt"]
    assert isinstance(outcomes[2], Refused)
    assert outcomes[2].reason == "unknown-key"
    assert len(in_record(record)) == START + 2
    insist_sound(record)


def test_a_key_registered_in_a_batch_signs_after_it_there(record: Path) -> None:
    new = key_of("ST-A", 2)
    batch = [
        says(Reply(to=0, text=text("Too early")), signers=(new,)),
        says(RegisterKey(party="ST-A", vkey=str(new.vkey)), signers=(STATE, new)),
        says(Reply(to=0, text=text("Now")), signers=(new,)),
        says(RotateKey(old=new.vkey.keyid, vkey=str(key_of("ST-A", 3).vkey)), signers=(new, key_of("ST-A", 3))),
        says(Reply(to=0, text=text("Too late")), signers=(new,)),
    ]
    with opened(record) as writer:
        outcomes = writer.append(batch)
    assert [isinstance(outcome, Refused) for outcome in outcomes] == [True, False, False, False, True]
    insist_sound(record)


def test_a_delegation_holds_in_a_batch_from_its_act_to_its_end(record: Path) -> None:
    other = key_of("ST-B")
    batch = [
        says(EnterParty(party="ST-B", kind="state", name=text("B")), "secretariat"),
        says(RegisterKey(party="ST-B", vkey=str(other.vkey)), "secretariat", 1, (SECRETARIAT, other)),
        says(Reply(to=0, text=text("1")), signers=(other,)),
        says(Delegate(to="ST-B", acts="reply.")),
        says(Reply(to=0, text=text("2")), signers=(other,)),
        says(EndDelegation(to="ST-B", acts="reply.")),
        says(Reply(to=0, text=text("3")), signers=(other,)),
    ]
    with opened(record) as writer:
        outcomes = writer.append(batch)
    assert [isinstance(outcome, Refused) for outcome in outcomes] == [False, False, True, False, False, False, True]
    insist_sound(record)


def test_a_batch_ends_at_the_act_that_is_refused_and_the_error_names_it(record: Path) -> None:
    stranger = says(Reply(to=0, text=text("Not ours")), signers=(key_of("ST-Z"),))
    with opened(record) as writer:
        with pytest.raises(Refused, match=r"^act 3 of 4: the key st-z.example/1\+\w+ is not in force for ST-A") as info:
            writer.submit([reply(1), reply(2), stranger, reply(3)])
        assert info.value.reason == "unknown-key"
        assert writer.world.size == START + 2
        # The sender mends the batch and submits all of it again.
        assert [r.index for r in writer.submit([reply(1), reply(2), reply(4), reply(3)])] == [3, 4, 5, 6]
    insist_sound(record)


def forged(envelope: bytes) -> bytes:
    """The same act with a signature that nobody made."""
    return envelope[:-20] + (b"AAAA" if envelope[-20:-16] != b"AAAA" else b"BBBB") + envelope[-16:]


@pytest.mark.parametrize("bad", [{0}, {149}, {299}, {7, 150, 151, 298}, set(range(300))], ids=str)
def test_bad_signatures_are_found_wherever_they_stand_in_a_batch(record: Path, bad: set[int]) -> None:
    batch = [forged(reply(number)) if number in bad else reply(number) for number in range(300)]
    first = min(bad)
    with opened(record) as writer:
        with pytest.raises(Refused, match=rf"^act {first + 1} of 300: the signature of st-a.example/1\+\w+ does not"):
            writer.submit(batch)
        assert writer.world.size == START + first
        outcomes = writer.append(batch)
        assert {place for place, outcome in enumerate(outcomes) if isinstance(outcome, Refused)} == bad
        assert writer.world.size == START + 300 - len(bad)
        assert [outcome.index for outcome in writer.submit([reply(number) for number in sorted(bad)])] == list(
            range(START + 300 - len(bad), START + 300)
        )
    insist_sound(record)


def test_a_forged_revocation_in_a_batch_revokes_nothing(record: Path) -> None:
    revoke = forged(says(RevokeKey(key=STATE.vkey.keyid, reason="lost")))
    with opened(record) as writer:
        outcomes = writer.append([reply(1), revoke, reply(2), forged(reply(3)), reply(3)])
        assert [getattr(outcome, "reason", None) for outcome in outcomes] == [None, "bad-signature"] * 2 + [None]
        with pytest.raises(Refused, match="act 2 of 3"):
            writer.submit([reply(4), revoke, reply(5)])
        assert writer.world.size == START + 4
    insist_sound(record)


def test_a_single_act_that_is_refused_is_named_without_its_place(record: Path) -> None:
    with opened(record) as writer, pytest.raises(Refused, match=r"^the act was signed for the record 'x.example'"):
        writer.submit([sign(Reply(to=0, text=text("x")), "ST-A", "x.example", 1, [STATE])])


def test_others_are_recorded_beside_an_act_that_is_refused(record: Path) -> None:
    with opened(record) as writer:
        outcomes = writer.append([reply(1), b"no act", reply(2), b"", reply(3)])
    assert [getattr(outcome, "index", None) for outcome in outcomes] == [3, None, 4, None, 5]
    assert [getattr(outcome, "reason", None) for outcome in outcomes] == [None, "malformed", None, "malformed", None]
    insist_sound(record)


BROKEN: dict[str, Callable[[bytes], bytes]] = {
    "cut": lambda data: data[:-1],
    "longer": lambda data: data + b"\n",
    "empty": lambda data: b"",
    "spaced": lambda data: data.replace(b":", b": ", 1),
    "another signature": lambda data: data[:-20] + bytes([data[-20] ^ 1]) + data[-19:],
    "deep": lambda data: b"[" * 100_000,
    "not text": lambda data: b"\xff" + data,
    "a number": lambda data: b"1",
}


@pytest.mark.parametrize("how", BROKEN)
def test_what_is_no_act_is_refused_and_nothing_changes(record: Path, how: str) -> None:
    with opened(record) as writer:
        before = world_digest(writer.world)
        with pytest.raises(Refused):
            writer.submit([BROKEN[how](reply(1))])
        assert world_digest(writer.world) == before
        assert writer.stopped is None
        assert writer.submit([reply(1)])[0].index == START


def test_an_act_this_program_does_not_know_is_refused(record: Path) -> None:
    payload = parse(reply(1)).payload.replace(b"reply.make/1", b"reply.make/9")
    later = codec.encode(Envelope(payload, PAYLOAD_TYPE, (Signature(STATE.vkey.keyid, STATE.sign(pae(payload))),)))
    with opened(record) as writer, pytest.raises(UnknownAct, match=r"act 1 of 2: .*reply.make/9"):
        writer.submit([later, reply(1)])
    assert len(in_record(record)) == START


def test_an_act_with_more_signatures_than_an_entry_can_hold_is_refused_alone(record: Path) -> None:
    """It once took the whole batch with it, acts of others among them."""
    keys = [key_of("ST-A", number, MLDSA44) for number in range(2, 6)]
    long = {"en": "x" * 2000, "fr": "é" * 2000, "es": "y" * 2000, "ru": "я" * 2000, "ar": "ع" * 2000, "zh": "约" * 2000}
    act = Reply(to=0, text=Text(original="en", said=long))
    with opened(record) as writer:
        for key in keys:
            writer.submit([says(RegisterKey(party="ST-A", vkey=str(key.vkey)), signers=(STATE, key))])
        size = len(says(act, signers=(STATE, *keys)))
        many = tuple(key_of("ST-A", number, MLDSA44) for number in range(6, 6 + (65_535 - size) // 3_200 + 2))
        for key in many:
            writer.submit([says(RegisterKey(party="ST-A", vkey=str(key.vkey)), signers=(STATE, key))])
        before = writer.world.size
        outcomes = writer.append([reply(1), says(act, signers=(STATE, *keys, *many)), reply(2)])
    assert isinstance(outcomes[1], Refused)
    assert "at most 65535 fit" in str(outcomes[1])
    assert [getattr(outcome, "index", None) for outcome in outcomes] == [before, None, before + 1]
    insist_sound(record)


def test_an_edition_that_this_program_does_not_know_is_not_adopted_by_it(record: Path) -> None:
    """On record it would make every copy incomplete for ever, if no program knows that number."""
    adopt = says(AdoptEdition(edition=7777), "secretariat")
    with opened(record) as writer, pytest.raises(UnknownAct, match="edition 7777"):
        writer.submit([adopt])
    assert insist_sound(record).complete


def test_a_record_that_is_newer_than_the_program_is_not_written(tmp_path: Path) -> None:
    folder = Folder(tmp_path / "r", signers=LOGS, origin=RECORD)
    folder.holds([*founding(), says(AdoptEdition(edition=2), "secretariat")])
    assert not open_copy(folder.path).world.complete
    with pytest.raises(UnknownAct, match=r"entry 3: edition 2 .* update the program before writing"):
        opened(folder.path)
    with pytest.raises(UnknownAct):
        opened(folder.path)  # the lock was given back


def test_an_act_that_the_rules_cannot_judge_is_never_recorded(record: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with opened(record) as writer:
        rule, view, folds = writer.world._folds[Reply]

        def broken(entry: Any, view: Any) -> None:
            if entry.act.text.said["en"] == "Reply 2":
                raise ZeroDivisionError("by design")
            rule(entry, view)

        monkeypatch.setitem(writer.world._folds, Reply, (broken, view, folds))
        outcomes = writer.append([reply(1), reply(2), reply(3)])
    assert [getattr(outcome, "index", None) for outcome in outcomes] == [3, None, 4]
    assert "ZeroDivisionError" in str(outcomes[1])
    insist_sound(record)


# --------------------------------------------------------------------------------- faults


def test_a_fold_that_fails_after_the_commit_stops_the_writer_and_loses_nothing(
    record: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with opened(record) as writer:
        rule, view, folds = writer.world._folds[Reply]

        def broken(entry: Any) -> None:
            raise MemoryError

        monkeypatch.setitem(writer.world._folds, Reply, (rule, view, (broken,)))
        with pytest.raises(RecordStopped, match="open the record again"):
            writer.submit([reply(1), reply(2)])
        assert isinstance(writer.stopped, MemoryError)
        monkeypatch.setitem(writer.world._folds, Reply, (rule, view, folds))
        with pytest.raises(RecordStopped, match="has stopped"):
            writer.submit([reply(3)])
    with opened(record) as writer:
        assert [(r.index, r.fresh) for r in writer.submit([reply(1), reply(2), reply(3)])] == [
            (3, False),
            (4, False),
            (5, True),
        ]
    insist_sound(record)


@pytest.mark.parametrize("step", ["_commit.swap", "_store.create", "_store.replace", "_ahead.write", "_identities.add"])
@pytest.mark.parametrize("done", [False, True], ids=["not done", "done and reported failed"])
def test_a_fault_of_the_disk_stops_the_writer_and_the_act_can_be_submitted_again(
    record: Path, step: str, done: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    part, method = step.split(".")
    writer = opened(record)
    writer.submit([reply(0)])
    owner = getattr(writer._log, part)
    real = getattr(owner, method)

    def failing(*args: Any) -> Any:
        if done:
            real(*args)
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(owner, method, failing)
    with pytest.raises(RecordStopped, match="open the record again"):
        writer.submit([reply(1), reply(2)])
    assert isinstance(writer.stopped, OSError)
    monkeypatch.setattr(owner, method, real)
    with pytest.raises(RecordStopped):
        writer.submit([reply(3)])
    writer.close()
    with opened(record) as writer:
        receipts = writer.submit([reply(1), reply(2), reply(0), reply(3)])
        assert [receipt.index for receipt in receipts] == [4, 5, 3, 6]
        assert all(receipt.counts for receipt in receipts)
    assert insist_sound(record).size == 7


def test_a_batch_that_stops_midway_keeps_what_was_recorded_before(
    record: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    new = key_of("ST-A", 2)
    batch = [
        reply(1),
        says(RegisterKey(party="ST-A", vkey=str(new.vkey)), signers=(STATE, new)),
        reply(2),
        says(Reply(to=0, text=text("Now")), signers=(new,)),
    ]
    writer = opened(record)
    swaps = 0
    real = writer._log._commit.swap

    def second_fails(*args: Any) -> None:
        nonlocal swaps
        swaps += 1
        if swaps == 2:
            raise OSError(28, "No space left on device")
        real(*args)

    monkeypatch.setattr(writer._log._commit, "swap", second_fails)
    with pytest.raises(RecordStopped):
        writer.submit(batch)
    assert writer.world.size == START + 2
    writer.close()
    with opened(record) as writer:
        assert [(r.index, r.fresh) for r in writer.submit(batch)] == [(3, False), (4, False), (5, True), (6, True)]
    insist_sound(record)


def test_a_clock_that_fails_stops_the_writer(record: Path) -> None:
    def broken() -> int:
        raise OSError("no clock")

    with opened(record, clock=broken) as writer:
        with pytest.raises(RecordStopped):
            writer.submit([reply(1)])
        assert writer.stopped is not None
    assert insist_sound(record).size == START


def test_a_clock_that_goes_back_reorders_nothing(record: Path) -> None:
    with opened(record, clock=lambda: 5) as writer:
        writer.submit([reply(1), reply(2)])
    assert insist_sound(record).size == START + 2


# --------------------------------------------------------------------------------- opening


def test_a_second_writer_is_told_who_writes(record: Path) -> None:
    with opened(record), pytest.raises(Busy, match=rf"process {os.getpid()}\) holds this record"):
        opened(record, wait_s=0)
    opened(record, wait_s=0).close()


def test_a_writer_that_cannot_be_opened_gives_the_lock_back(record: Path) -> None:
    tile = record / f"tile/entries/000.p/{START}"
    data = tile.read_bytes()
    os.chmod(tile, 0o644)
    tile.write_bytes(data[:-1])
    for _ in range(2):
        with pytest.raises((RecordStopped, Malformed)):
            opened(record, wait_s=0)
    tile.write_bytes(data)
    opened(record, wait_s=0).close()


@pytest.mark.parametrize(
    "policy", [None, b"", b"quorum", b"log x\nquorum none\n", b"\xff\n", b"quorum none\nquorum none\n"]
)
def test_a_policy_that_is_missing_or_garbled_is_named(record: Path, policy: bytes | None) -> None:
    path = record / "policy"
    path.unlink()
    if policy is not None:
        path.write_bytes(policy)
    for opening in (opened, open_copy):
        with pytest.raises(Malformed, match=r"record/policy: "):
            opening(record)


def test_a_writer_goes_on_while_readers_wait_for_witnesses(record: Path) -> None:
    one = Party(witness(1).vkey)
    policy = Policy(tuple(Party(log.vkey) for log in LOGS), {"one": one}, {}, "one")
    (record / "policy").write_bytes(format_policy(policy))
    for number in range(2):
        with opened(record) as writer:
            assert writer.submit([reply(number)])[0].index == START + number
        with pytest.raises(QuorumMissed, match="'one' is not met"):
            open_copy(record)


def test_a_folder_without_a_record_says_so(tmp_path: Path) -> None:
    for opening in (Writer, open_copy):
        with pytest.raises(Malformed):
            opening(tmp_path)
        with pytest.raises(Malformed):
            opening(tmp_path / "nowhere")


def test_a_record_is_not_made_over_another(tmp_path: Path) -> None:
    new_record(tmp_path / "r", "record.example/one")
    before = {path: path.read_bytes() for path in (tmp_path / "r").rglob("*") if path.is_file()}
    with pytest.raises(FileExistsError):
        new_record(tmp_path / "r", "record.example/two")
    assert {path: path.read_bytes() for path in (tmp_path / "r").rglob("*") if path.is_file()} == before
    assert open_copy(tmp_path / "r").size == 1


def test_the_first_act_of_a_record_is_its_founding(tmp_path: Path) -> None:
    path = empty(tmp_path / "r")
    with opened(path) as writer:
        with pytest.raises(Refused) as info:
            writer.submit([reply(1)])
        assert info.value.reason == "not-founded"
        writer.submit(founding())
    assert insist_sound(path).size == START


# --------------------------------------------------------------------------------- snapshots


def test_a_writer_leaves_a_snapshot_for_the_next(record: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(writers, "SNAPSHOT_EVERY", 20)
    with opened(record) as writer:
        writer.submit([reply(number) for number in range(30)])
        writer.submit([reply(number) for number in range(30, 40)])
        digest = world_digest(writer.world)
    assert [size for size, _, _ in FolderShelf(record).find(1000)] == [START + 30]
    copy = open_copy(record)
    assert copy.tally.entries == 10
    assert world_digest(copy.world) == digest
    with opened(record) as writer:
        assert world_digest(writer.world) == digest
        assert writer.submit([reply(7)])[0].index == START + 7
        writer.submit([reply(number) for number in range(40, 60)])
        writer.submit([reply(61)])
    assert insist_sound(record).size == START + 61
