"""The audit names every entry that should not be in the record, by its index, with workers and without."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import BrokenExecutor, Executor, Future, ProcessPoolExecutor, ThreadPoolExecutor
from typing import Any

import msgspec
import pytest

from accord.acts import envelope as envelopes
from accord.acts.entry import frame, unframe
from accord.acts.envelope import PAYLOAD_TYPE, Envelope, Signature, pae
from accord.acts.vocabulary import Act
from accord.areas.parties.acts import AdoptEdition, EnterParty, JoinGroup, RegisterKey, Reply, RevokeKey, RotateKey
from accord.wire import codec
from accord.world.audit import audit, follow
from accord.world.digest import world_digest
from accord.world.world import World
from tests.scene import RECORD, Scene, founded, key_of, peopled, said
from tests.world.told import entries


class Unsound:
    """A record kept by a writer without a gate: a sound beginning, then whatever is put in."""

    def __init__(self) -> None:
        scene = self.scene = peopled()
        scene.registers("ST-C", 2)
        assert scene.does("ST-C", RevokeKey(key=key_of("ST-C", 2).vkey.keyid, reason="lost")).counts
        self.entries = list(scene.entries)
        self.start = len(self.entries)

    def puts(self, data: bytes) -> int:
        """The index at which these bytes stand."""
        self.entries.append(data)
        return len(self.entries) - 1

    def act(self, number: int = 0, by: str = "ST-A", act: Act | None = None, **more: Any) -> bytes:
        """An envelope that nothing is wrong with, unless something is made wrong."""
        act = act or Reply(to=number, text=said("Ours"))
        signers = more.get("signers", [key_of(by)])
        return envelopes.sign(act, by, more.get("record", RECORD), 10_000 + number, signers)

    def at(self, envelope: bytes, moment: int | None = None) -> bytes:
        """The entry that comes next, around an envelope."""
        return frame(self.scene.now + len(self.entries) * 1_000_000 if moment is None else moment, envelope)


def bad_signature(record: Unsound) -> bytes:
    envelope = envelopes.parse(record.act())
    (signature,) = envelope.signatures
    wrong = bytes([signature.sig[0] ^ 1]) + signature.sig[1:]
    return record.at(codec.encode(msgspec.structs.replace(envelope, signatures=(Signature(signature.keyid, wrong),))))


def signature_of_another_key(record: Unsound) -> bytes:
    envelope = envelopes.parse(record.act())
    (signature,) = envelope.signatures
    other = Signature(signature.keyid, key_of("ST-B").sign(pae(envelope.payload)))
    return record.at(codec.encode(msgspec.structs.replace(envelope, signatures=(other,))))


def cut_signature(record: Unsound) -> bytes:
    envelope = envelopes.parse(record.act())
    (signature,) = envelope.signatures
    return record.at(
        codec.encode(msgspec.structs.replace(envelope, signatures=(Signature(signature.keyid, signature.sig[:-1]),)))
    )


def second_signature_bad(record: Unsound) -> bytes:
    new = key_of("ST-A", 3)
    envelope = envelopes.parse(
        record.act(act=RegisterKey(party="ST-A", vkey=str(new.vkey)), signers=[key_of("ST-A"), new])
    )
    one, two = envelope.signatures
    wrong = (one, Signature(two.keyid, one.sig))
    return record.at(codec.encode(msgspec.structs.replace(envelope, signatures=wrong)))


def revoked_key(record: Unsound) -> bytes:
    return record.at(record.act(by="ST-C", signers=[key_of("ST-C", 2)]))


def foreign_key(record: Unsound) -> bytes:
    return record.at(record.act(by="ST-A", signers=[key_of("ST-B")]))


def key_never_registered(record: Unsound) -> bytes:
    return record.at(record.act(signers=[key_of("ST-A", 9)]))


def new_key_alone(record: Unsound) -> bytes:
    new = key_of("ST-A", 9)
    return record.at(record.act(act=RotateKey(old=key_of("ST-A").vkey.keyid, vkey=str(new.vkey)), signers=[new]))


def another_record(record: Unsound) -> bytes:
    return record.at(record.act(record="other.example/record"))


def out_of_time(record: Unsound) -> bytes:
    return record.at(record.act(), unframe(record.scene.entries[-1]).admitted)


def repeated(record: Unsound) -> bytes:
    envelope = codec.encode(unframe(record.scene.entries[3]).envelope)
    return record.at(envelope)


def not_json(record: Unsound) -> bytes:
    return b"\x00\xff"


def empty(record: Unsound) -> bytes:
    return b""


def other_spelling(record: Unsound) -> bytes:
    return record.at(record.act()).replace(b'"envelope":', b'"envelope": ')


def other_spelling_of_the_payload(record: Unsound) -> bytes:
    envelope = envelopes.parse(record.act())
    payload = envelope.payload.replace(b'"by":', b'"by": ')
    key = key_of("ST-A")
    signed = Envelope(payload, PAYLOAD_TYPE, (Signature(key.vkey.keyid, key.sign(pae(payload))),))
    return record.at(codec.encode(signed))


def signature_more_than_named(record: Unsound) -> bytes:
    envelope = envelopes.parse(record.act())
    key = key_of("ST-B")
    more = tuple(
        sorted(
            (*envelope.signatures, Signature(key.vkey.keyid, key.sign(pae(envelope.payload)))), key=lambda s: s.keyid
        )
    )
    return record.at(codec.encode(msgspec.structs.replace(envelope, signatures=more)))


def no_signature(record: Unsound) -> bytes:
    envelope = envelopes.parse(record.act())
    payload = envelope.payload.replace(f'["{key_of("ST-A").vkey.keyid}"]'.encode(), b"[]")
    return record.at(codec.encode(Envelope(payload, PAYLOAD_TYPE, ())))


WRONGS = {
    bad_signature: "bad-signature",
    signature_of_another_key: "bad-signature",
    cut_signature: "bad-signature",
    second_signature_bad: "bad-signature",
    revoked_key: "unknown-key",
    foreign_key: "unknown-key",
    key_never_registered: "unknown-key",
    new_key_alone: "unknown-key",
    another_record: "other-record",
    out_of_time: "out-of-time",
    repeated: "repeated",
    not_json: "malformed",
    empty: "malformed",
    other_spelling: "malformed",
    other_spelling_of_the_payload: "malformed",
    signature_more_than_named: "malformed",
    no_signature: "malformed",
}


def unknown_act(record: Unsound) -> bytes:
    payload = envelopes.parse(record.act()).payload.replace(b'"reply.make/1"', b'"reply.make/2"')
    key = key_of("ST-A")
    return record.at(
        codec.encode(Envelope(payload, PAYLOAD_TYPE, (Signature(key.vkey.keyid, key.sign(pae(payload))),)))
    )


class AtOnce(Executor):
    """A worker that works when it is asked: the parallel audit, without processes."""

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        future: Future[Any] = Future()
        future.set_result(fn(*args, **kwargs))
        return future


def audited(data: list[bytes], workers: Executor | None) -> World:
    """The world of an audit."""
    return audit(RECORD, lambda: iter(data), workers)[0]


@pytest.mark.parametrize("workers", [None, AtOnce()], ids=["alone", "with workers"])
@pytest.mark.parametrize("wrong", WRONGS, ids=lambda wrong: wrong.__name__)
def test_an_entry_that_the_gate_refuses_has_no_effect_and_is_named(
    wrong: Callable[[Unsound], bytes], workers: Executor | None
) -> None:
    record = Unsound()
    record.puts(record.at(record.act(1)))
    place = record.puts(wrong(record))
    record.puts(record.at(record.act(2)))
    world = audited(record.entries, workers)
    assert world.refused == {place: WRONGS[wrong]}
    assert world.missed == {}
    assert world.size == len(record.entries)
    without = audited(record.entries[:place], None)
    follow(without, [b"nothing at all", *record.entries[place + 1 :]])
    assert msgspec.msgpack.encode(world.tables()) == msgspec.msgpack.encode(without.tables())
    assert world.act_ids == without.act_ids
    assert set(world.parties.tables.replies) == {1, 2}


@pytest.mark.parametrize("workers", [None, AtOnce()], ids=["alone", "with workers"])
def test_every_wrong_entry_of_a_record_is_named(workers: Executor | None) -> None:
    record = Unsound()
    expected = {}
    for number, (wrong, reason) in enumerate(WRONGS.items()):
        expected[record.puts(wrong(record))] = reason
        record.puts(record.at(record.act(100 + number)))
    world = audited(record.entries, workers)
    # The same wrong act comes back with other signatures, none of which make it one of ours.
    assert world.refused == expected


@pytest.mark.parametrize("workers", [None, AtOnce()], ids=["alone", "with workers"])
def test_an_unknown_act_makes_the_world_incomplete_and_is_named(workers: Executor | None) -> None:
    record = Unsound()
    place = record.puts(unknown_act(record))
    record.puts(record.at(record.act(2)))
    world = audited(record.entries, workers)
    assert list(world.missed) == [place]
    assert "reply.make/2" in world.missed[place]
    assert not world.complete
    assert world.refused == {}
    assert set(world.parties.tables.replies) == {2}


def test_a_record_that_does_not_start_with_its_founding_has_no_effect_at_all() -> None:
    scene = founded().enters("ST-A")
    world = audited(scene.entries[1:], None)
    assert world.refused == dict.fromkeys(range(2), "not-founded") | {1: "unknown-key"}
    late = audited([scene.entries[1], frame(scene.now, codec.encode(unframe(scene.entries[0]).envelope))], None)
    assert late.refused == {0: "not-founded"}
    assert late.without_effect == {1: "already-founded"}
    assert late.parties.secretariat is None


def test_an_audit_with_workers_finds_what_an_audit_alone_finds() -> None:
    data = list(entries())
    alone, tally = audit(RECORD, lambda: iter(data))
    with ThreadPoolExecutor(2) as pool:
        several, counted = audit(RECORD, lambda: iter(data), pool, 2)
    assert world_digest(alone) == world_digest(several)
    assert tally == counted
    assert tally.entries == len(data)
    assert tally.signatures > tally.entries
    assert tally.without_effect == len(alone.without_effect) > 0


@pytest.mark.long
def test_processes_find_a_bad_signature_among_thousands() -> None:
    scene: Scene = peopled()
    for number in range(3000):
        scene.does("ST-A", Reply(to=0, text=said(str(number))))
    data = list(scene.entries)
    with ProcessPoolExecutor(2) as pool:
        world, tally = audit(RECORD, lambda: iter(data), pool, 2)
        assert not world.refused
        assert tally.signatures == len(data) + 4
        framed = unframe(data[1500])
        (signature,) = framed.envelope.signatures
        wrong = msgspec.structs.replace(signature, sig=bytes(64))
        data[1500] = frame(framed.admitted, codec.encode(msgspec.structs.replace(framed.envelope, signatures=(wrong,))))
        world, _ = audit(RECORD, lambda: iter(data), pool, 2)
    assert world.refused == {1500: "bad-signature"}


def test_the_fast_audit_reads_the_record_again_only_when_a_signature_fails() -> None:
    record = Unsound()
    readings = 0

    def reading() -> Iterator[bytes]:
        nonlocal readings
        readings += 1
        return iter(record.entries)

    audit(RECORD, reading, AtOnce())
    assert readings == 1
    record.puts(bad_signature(record))
    world, tally = audit(RECORD, reading, AtOnce())
    assert readings == 3
    assert world.refused == {record.start: "bad-signature"}
    assert tally.entries == len(record.entries)


def test_an_audit_goes_on_alone_when_its_workers_die() -> None:
    class Dying(Executor):
        def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
            raise BrokenExecutor("killed")

    class Dead(Executor):
        def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
            future: Future[Any] = Future()
            future.set_exception(BrokenExecutor("killed"))
            return future

    scene = peopled()
    for number in range(600):
        scene.does("ST-A", Reply(to=0, text=said(str(number))))
    for workers in (Dying(), Dead()):
        world, tally = audit(RECORD, lambda: iter(scene.entries), workers)
        assert world_digest(world) == world_digest(scene.world)
        assert tally.entries == len(scene.entries)


def test_progress_tells_how_many_entries_are_done() -> None:
    scene = peopled()
    for number in range(1100):
        scene.does("ST-A", Reply(to=0, text=said(str(number))))
    for workers in (None, AtOnce()):
        told: list[int] = []
        audit(RECORD, lambda: iter(scene.entries), workers, progress=told.append)
        assert len(told) == 2
        assert told == sorted(told)
        assert told[-1] <= len(scene.entries)


# --------------------------------------------------------------------------------- the world itself


def test_a_preview_is_the_ruling_and_changes_nothing() -> None:
    scene = peopled()
    join = JoinGroup(group="friends", member="ST-A")
    before = world_digest(scene.world)
    assert scene.would("ST-A", join).counts
    assert scene.would("ST-B", join).reason == "not-a-recorder"
    assert world_digest(scene.world) == before
    assert scene.does("ST-A", join).counts
    assert scene.would("ST-A", join).reason == scene.does("ST-A", join).reason == "already-a-member"


def test_entries_come_in_order() -> None:
    scene = founded()
    entry, _, _ = World(RECORD).open(scene.entries[0])
    for size in (msgspec.structs.replace(entry, index=5), entry):
        with pytest.raises(ValueError, match="is not the next one"):
            scene.world.step(size)
    assert scene.world.size == 1


def test_a_rule_that_fails_instead_of_ruling_leaves_the_world_as_it_was(monkeypatch: pytest.MonkeyPatch) -> None:
    scene = peopled()
    before = world_digest(scene.world)

    def broken(entry: Any, view: Any) -> None:
        raise ZeroDivisionError

    rule, view, folds = scene.world._folds[Reply]
    monkeypatch.setitem(scene.world._folds, Reply, (broken, view, folds))
    with pytest.raises(ZeroDivisionError):
        scene.does("ST-A", Reply(to=0, text=said("Never")))
    assert world_digest(scene.world) == before
    monkeypatch.setitem(scene.world._folds, Reply, (rule, view, folds))
    scene.entries.pop()
    assert scene.does("ST-A", Reply(to=0, text=said("After all"))).counts


def test_an_unknown_edition_makes_the_world_incomplete_from_there() -> None:
    scene = founded()
    assert scene.does("secretariat", AdoptEdition(edition=9)).counts
    assert not scene.world.complete
    assert list(scene.world.missed) == [1]
    assert "edition 9" in scene.world.missed[1]
    scene.enters("ST-A")
    assert list(scene.world.missed) == [1]
    assert audited(scene.entries, None).missed == scene.world.missed


def test_the_edition_in_force_may_not_go_back() -> None:
    scene = founded()
    assert scene.does("secretariat", AdoptEdition(edition=1)).reason == "not-later"
    assert scene.world.complete


def test_what_another_party_signs_is_refused_and_what_it_may_not_say_is_recorded() -> None:
    scene = peopled()
    enter = EnterParty(party="ST-D", kind="state", name=said("D"))
    assert scene.does("ST-A", enter).reason == "not-a-recorder"
    assert scene.last in scene.world.without_effect
