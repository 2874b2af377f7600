"""A bundle shows that an act stands in a record, to somebody who has nothing else; no byte of it can change unseen."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from accord.acts.entry import Framed
from accord.acts.envelope import PAYLOAD_TYPE, Envelope, Signature
from accord.acts.gate import Refused
from accord.acts.vocabulary import UnknownAct
from accord.areas.parties.acts import (
    Delegate,
    EndDelegation,
    EnterParty,
    FoundRecord,
    RegisterKey,
    Reply,
    RevokeKey,
    RotateKey,
)
from accord.client.bundle import LARGEST_BUNDLE, check_bundle, make_bundle
from accord.client.check import check_record
from accord.keys.check import BadSignature
from accord.keys.vkey import COSIGNATURE_MLDSA44, MLDSA44
from accord.log.body import parse_body
from accord.log.checkpoint import sign_text
from accord.log.note import format_note, parse_note
from accord.log.policy import Group, Party, Policy, QuorumMissed
from accord.nodes.folder import own_policy
from accord.wire import base64, codec
from accord.wire.codec import Malformed
from accord.wire.tree import ProofFailed
from tests.client.bundles import SEAL, assembled, resealed, sealed
from tests.client.made import POLICY, Folder, log_keys, recorded, witness
from tests.scene import founded, key_of, said

FAILS = (Malformed, BadSignature, ProofFailed, Refused)
"""What a check may raise; `QuorumMissed` is a `ProofFailed`."""


class Named:
    """A story whose entries have names."""

    def __init__(self) -> None:
        scene = self.scene = founded()
        self.at: dict[str, int] = {}
        scene.enters("ST-A", "ST-B", "ST-C")
        reply = self.reply
        reply("plain", "ST-A")
        self.does("delegated", "ST-A", Delegate(to="ST-B", acts="reply.make"))
        reply("by-delegate", "ST-A", "ST-B")
        self.does("delegated-wider", "ST-A", Delegate(to="ST-B", acts="reply."))
        reply("by-delegate-twice-entitled", "ST-A", "ST-B")
        self.does("ended", "ST-A", EndDelegation(to="ST-B", acts="reply.make"))
        reply("by-delegate-after-end-of-one", "ST-A", "ST-B")
        self.does("ended-wider", "ST-A", EndDelegation(to="ST-B", acts="reply."))
        self.does("delegated-again", "ST-A", Delegate(to="ST-B", acts="reply."))
        reply("by-delegate-again", "ST-A", "ST-B")
        reply("before-rotation", "ST-C")
        old, new = key_of("ST-C"), key_of("ST-C", 2)
        self.does("rotated", "ST-C", RotateKey(old=old.vkey.keyid, vkey=str(new.vkey)), [old, new])
        reply("after-rotation", "ST-C", [new])
        second = self.second = key_of("ST-B", 2, MLDSA44)
        self.does(
            "registered-mldsa", "ST-B", RegisterKey(party="ST-B", vkey=str(second.vkey)), [key_of("ST-B"), second]
        )
        reply("with-two-signatures", "ST-B", [key_of("ST-B"), second])
        reply("with-mldsa-alone", "ST-B", [second])
        self.does("revoked", "ST-B", RevokeKey(key=second.vkey.keyid, reason="lost"))
        self.does("no-effect", "ST-A", EnterParty(party="ST-D", kind="state"))
        self.does(
            "founding-again",
            "secretariat",
            FoundRecord(
                secretariat="secretariat", name=said("S"), title=said("S"), vkey=str(key_of("secretariat").vkey)
            ),
        )
        other = key_of("ST-A", 5)
        self.does(
            "registration-without-effect",
            "ST-A",
            RegisterKey(party="ST-B", vkey=str(other.vkey)),
            [key_of("ST-A"), other],
        )
        self.does("registered-later", "ST-A", RegisterKey(party="ST-A", vkey=str(other.vkey)), [key_of("ST-A"), other])
        reply("with-later-key", "ST-A", [other])
        scene.does("ST-A", Reply(to=0, text=said("the end")))

    def does(self, name: str, by: str, act: Any, signers: Any = None) -> None:
        self.scene.does(by, act, signers=signers)
        self.at[name] = self.scene.last

    def reply(self, name: str, by: str, signer: Any = None) -> None:
        signers = [key_of(signer)] if isinstance(signer, str) else signer
        self.does(name, by, Reply(to=0, text=said(name)), signers)


@cache
def named() -> Named:
    """The story, told once."""
    return Named()


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Folder:
    """The story in a folder."""
    return recorded(tmp_path_factory.mktemp("bundles") / "record", named().scene)


def bundle_of(record: Folder, name: str) -> bytes:
    """The bundle of an entry of the story."""
    return make_bundle(record.copy(), named().at[name])


def parts(data: bytes) -> dict[str, Any]:
    """A bundle taken apart."""
    return msgspec.json.decode(data)


def links(data: bytes) -> list[int]:
    """The entries that a bundle carries for its keys."""
    return [part["index"] for part in parts(data)["keys"]]


def again(data: bytes, **changes: Any) -> bytes:
    """A bundle with other parts, its digest made anew."""
    whole = {**parts(data), **changes}
    return resealed(msgspec.json.encode(whole, order="sorted"))


# --------------------------------------------------------------------------------- what it shows


def test_every_entry_of_a_record_has_a_bundle_that_checks(record: Folder) -> None:
    copy = record.copy()
    for index in range(copy.size):
        shown = check_bundle(make_bundle(copy, index), POLICY)
        assert shown.index == index
        assert shown.founder == key_of("secretariat").vkey.keyid
        assert shown.checked.checkpoint.root == copy.root


def test_a_bundle_checks_without_the_record(record: Folder) -> None:
    data = bundle_of(record, "by-delegate")
    with TemporaryDirectory() as empty:
        here = Path.cwd()
        os.chdir(empty)
        try:
            shown = check_bundle(data, POLICY)
        finally:
            os.chdir(here)
    assert shown.entry.by == "ST-A"
    assert shown.entry.act == Reply(to=0, text=said("by-delegate"))


def test_the_first_act_needs_no_keys_before_it(record: Folder) -> None:
    data = make_bundle(record.copy(), 0)
    assert links(data) == []
    assert check_bundle(data, POLICY).signatures == 1


def test_a_bundle_carries_just_the_entries_that_put_its_keys_in_force(record: Folder) -> None:
    at, key = named().at, record.copy().world.parties.tables.keys
    a, b, c = (key[key_of(party).vkey.keyid].entry for party in ("ST-A", "ST-B", "ST-C"))
    expected = {
        "plain": [0, a],
        "by-delegate": [0, a, b, at["delegated"]],
        "by-delegate-twice-entitled": [0, a, b, at["delegated-wider"]],
        "by-delegate-after-end-of-one": [0, a, b, at["delegated-wider"]],
        "by-delegate-again": [0, a, b, at["delegated-again"]],
        "before-rotation": [0, c],
        "rotated": [0, c],
        "after-rotation": [0, c, at["rotated"]],
        "registered-mldsa": [0, b],
        "with-two-signatures": [0, b, at["registered-mldsa"]],
        "with-mldsa-alone": [0, b, at["registered-mldsa"]],
        "registration-without-effect": [0, a],
        "with-later-key": [0, a, at["registered-later"]],
        "founding-again": [0],
    }
    twice = {"by-delegate-twice-entitled": [0, a, b, at["delegated"]]}
    for name, wanted in expected.items():
        found = links(bundle_of(record, name))
        assert found in (sorted(wanted), sorted(twice.get(name, wanted))), name


def test_a_second_signature_in_another_kind_is_checked(record: Folder) -> None:
    assert check_bundle(bundle_of(record, "with-two-signatures")).signatures == 1 + 2 + 2 + 2


def test_an_act_without_effect_can_be_shown_too(record: Folder) -> None:
    assert check_bundle(bundle_of(record, "no-effect"), POLICY).entry.by == "ST-A"


def test_an_entry_that_is_not_there_has_no_bundle(record: Folder) -> None:
    copy = record.copy()
    for index in (-1, copy.size, 10**9):
        with pytest.raises(ValueError, match="there is no entry"):
            make_bundle(copy, index)


def test_an_entry_that_the_gate_refuses_has_no_bundle(tmp_path: Path) -> None:
    folder = Folder(tmp_path / "r").holds([*founded().entries, b"by hand"], framed=True)
    with pytest.raises(Refused, match="refuses entry 1"):
        make_bundle(folder.copy(), 1)


def test_an_act_this_program_does_not_know_has_no_bundle(tmp_path: Path) -> None:
    scene = founded()
    payload = b'{"act":{"verb":"what.ever/9"},"by":"x","keys":["k+00000000"],"nonce":1,"record":"r"}'
    data = codec.encode(Framed(scene.now, Envelope(payload, PAYLOAD_TYPE, (Signature("k+00000000", b"."),))))
    folder = Folder(tmp_path / "r").holds([*scene.entries, data], framed=True)
    copy = folder.copy()
    assert list(copy.world.missed) == [1]
    with pytest.raises(UnknownAct):
        make_bundle(copy, 1)
    with pytest.raises(UnknownAct):
        check_bundle(assembled(copy.reader, 1, [0], POLICY))


def test_a_bundle_made_while_the_record_grows_is_of_the_checkpoint_that_the_copy_checked(tmp_path: Path) -> None:
    scene = founded().enters("ST-A")
    folder = recorded(tmp_path / "r", scene)
    copy = folder.copy()
    before = copy.size
    for _ in range(5):
        scene.does("ST-A", Reply(to=0, text=said("More")))
    folder.holds(scene.entries[before:], framed=True)
    copy.reader.refresh()
    assert copy.reader.size > copy.size
    assert check_bundle(make_bundle(copy, 2), POLICY).checked.checkpoint.size == before


# --------------------------------------------------------------------------------- every byte


def insist_every_change_is_noticed(
    data: bytes, flips: tuple[int, ...], mend: Callable[[bytes], bytes], end: int
) -> None:
    """Insists that a bundle with any one byte changed does not check."""
    altered = bytearray(data)
    for place in range(end):
        for flip in flips:
            altered[place] ^= flip
            try:
                check_bundle(mend(bytes(altered)))
            except (*FAILS, UnknownAct):
                pass
            else:
                raise AssertionError(f"byte {place} changed by {flip:#04x} and nobody noticed")
            altered[place] ^= flip


ALL_BITS = tuple(1 << bit for bit in range(8))


@pytest.mark.parametrize("flip", [0x01, 0x04, 0x20, 0x80])
def test_every_changed_byte_of_a_bundle_is_noticed(record: Folder, flip: int) -> None:
    data = bundle_of(record, "by-delegate")
    insist_every_change_is_noticed(data, (flip,), bytes, len(data))


def test_every_changed_byte_of_a_bundle_is_noticed_though_its_digest_is_made_anew(record: Folder) -> None:
    data = make_bundle(record.copy(), 0)
    insist_every_change_is_noticed(data, (0x01,), resealed, len(data) - SEAL)


@pytest.mark.long
@pytest.mark.parametrize("name", ["by-delegate", "after-rotation", "with-two-signatures"])
def test_every_changed_bit_of_a_bundle_is_noticed(record: Folder, name: str) -> None:
    data = bundle_of(record, name)
    insist_every_change_is_noticed(data, (*ALL_BITS, 0xFF, 0x03, 0x5A), bytes, len(data))
    forged = ALL_BITS if name == "by-delegate" else (0x02, 0x40)
    insist_every_change_is_noticed(data, forged, resealed, len(data) - SEAL)


def test_every_changed_byte_of_a_bundle_with_witnesses_is_noticed(tmp_path: Path) -> None:
    folder, policy, _ = witnessed(tmp_path)
    data = make_bundle(folder.copy(policy), 1)
    assert len(check_bundle(data, policy).checked.witnesses) == 2
    for flip in (0x01, 0x02):  # among them: group asks for 1 instead of 2, and for 3 instead of 2
        insist_every_change_is_noticed(data, (flip,), bytes, len(data))


@pytest.mark.parametrize("length", [0, 1, 64, 76, 77, 1000, -77, -76, -1])
def test_a_part_of_a_bundle_is_no_bundle(record: Folder, length: int) -> None:
    with pytest.raises(Malformed):
        check_bundle(bundle_of(record, "plain")[:length])


def test_more_than_a_bundle_is_no_bundle(record: Folder) -> None:
    data = bundle_of(record, "plain")
    for other in (data + b"\n", b" " + data, data + data, b"\xef\xbb\xbf" + data, data + b" " * LARGEST_BUNDLE):
        with pytest.raises(Malformed):
            check_bundle(other)


# --------------------------------------------------------------------------------- other spellings


def test_a_part_said_twice_is_refused(record: Folder) -> None:
    data = bundle_of(record, "plain")
    for name, value in parts(data).items():
        twice = b'{"%s":%s,%s' % (name.encode(), msgspec.json.encode(value), data[1:])
        with pytest.raises(Malformed):
            check_bundle(resealed(twice))


def test_parts_left_out_or_added_or_in_another_order_are_refused(record: Folder) -> None:
    data = bundle_of(record, "plain")
    whole = parts(data)
    for name in whole:
        less = {key: value for key, value in whole.items() if key != name}
        with pytest.raises(Malformed):
            check_bundle(resealed(msgspec.json.encode(less, order="sorted")))
    for more in ("a", "extra", "zz"):
        with pytest.raises(Malformed):
            check_bundle(again(data, **{more: "x"}))
    with pytest.raises(Malformed):
        check_bundle(resealed(msgspec.json.encode(dict(reversed(whole.items())))))


def test_a_bundle_of_another_format_is_refused(record: Folder) -> None:
    with pytest.raises(Malformed, match="accord-bundle/2"):
        check_bundle(again(bundle_of(record, "plain"), format="accord-bundle/2"))


def test_a_proof_with_extra_data_is_refused(record: Folder) -> None:
    data = bundle_of(record, "plain")
    proof = parts(data)["proof"].replace("\nindex", "\nextra AAAA\nindex", 1)
    with pytest.raises(Malformed, match="extra"):
        check_bundle(again(data, proof=proof))


JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**70), 2**70) | st.floats(allow_nan=False) | st.text(max_size=40),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=6,
)
LINES = st.lists(st.text(max_size=12) | st.sampled_from(["quorum none", "index 3", "", str(POLICY.logs[0].vkey)])).map(
    "\n".join
)


@given(
    st.sampled_from(["entry", "format", "keys", "policy", "proof", "other"]),
    JSON | LINES | st.binary(max_size=60).map(base64.encode),
)
def test_whatever_stands_in_a_part_the_answer_is_one_clear_error(name: str, value: Any) -> None:
    with pytest.raises(FAILS):
        check_bundle(again(plain_bundle(), **{name: value}))


@given(st.binary(max_size=200), st.integers(0, 7000), st.integers(0, 300))
def test_whatever_stands_in_the_place_of_some_bytes_the_answer_is_one_clear_error(
    data: bytes, start: int, length: int
) -> None:
    whole = plain_bundle()[:-SEAL]
    altered = whole[:start] + data + whole[start + length :]
    if altered != whole:
        with pytest.raises((*FAILS, UnknownAct)):
            check_bundle(sealed(altered))


@pytest.mark.parametrize("text", [r'"\ud800"', r'"\u0000"', '"\xff"', "1e999", "[" * 10_000, '"e\u0301"'])
def test_text_that_is_none_is_refused(record: Folder, text: str) -> None:
    data = bundle_of(record, "plain")
    policy = msgspec.json.encode(parts(data)["policy"])
    with pytest.raises(Malformed):
        check_bundle(resealed(data.replace(policy, text.encode("latin-1" if "\xff" in text else "utf-8"))))


@cache
def plain_bundle() -> bytes:
    """A bundle of the story, made once."""
    with TemporaryDirectory() as folder:
        return make_bundle(recorded(Path(folder) / "r", named().scene).copy(), named().at["plain"])


# --------------------------------------------------------------------------------- keys


def test_a_bundle_without_one_of_its_keys_is_refused(record: Folder) -> None:
    for name in ("by-delegate", "after-rotation", "with-two-signatures", "plain"):
        data = bundle_of(record, name)
        keys = parts(data)["keys"]
        for place in range(len(keys)):
            with pytest.raises(Refused):
                check_bundle(again(data, keys=keys[:place] + keys[place + 1 :]))
        with pytest.raises(Refused, match="does not start at the first act"):
            check_bundle(again(data, keys=[]))


def test_a_bundle_with_a_key_to_spare_is_refused(record: Folder) -> None:
    copy, at = record.copy(), named().at
    needed = links(bundle_of(record, "with-later-key"))
    for spare in ([4], [at["delegated"]], [6, at["rotated"]]):
        with pytest.raises(Malformed, match=rf"entry {spare[-1]} is not needed"):
            check_bundle(assembled(copy.reader, at["with-later-key"], sorted({*needed, *spare}), POLICY))


def test_keys_out_of_order_or_twice_or_after_the_entry_are_refused(record: Folder) -> None:
    data = bundle_of(record, "by-delegate")
    keys = parts(data)["keys"]
    for other in (keys[::-1], [keys[0], keys[2], keys[1], *keys[3:]], [keys[0], *keys], [*keys, keys[-1]]):
        with pytest.raises((Malformed, Refused), match=r"in the order of the record|does not start"):
            check_bundle(again(data, keys=other))
    late = [*links(bundle_of(record, "plain")), named().at["rotated"]]
    with pytest.raises(Malformed, match="before the entry"):
        check_bundle(assembled(record.reader, named().at["plain"], late, POLICY))


def test_an_entry_that_puts_no_key_in_force_is_refused_among_the_keys(record: Folder) -> None:
    needed = links(bundle_of(record, "by-delegate"))
    with pytest.raises(Malformed, match="puts no key in force"):
        check_bundle(assembled(record.reader, named().at["by-delegate"], [*needed[:2], named().at["plain"]], POLICY))


def test_a_key_entry_with_another_path_or_index_is_refused(record: Folder) -> None:
    data = bundle_of(record, "by-delegate")
    for place in range(4):
        keys = parts(data)["keys"]
        keys[place]["path"] = keys[place]["path"][::-1]
        with pytest.raises(ProofFailed):
            check_bundle(again(data, keys=keys))
        keys = parts(data)["keys"]
        keys[place]["path"][0] = base64.encode(bytes(31))
        with pytest.raises(Malformed):
            check_bundle(again(data, keys=keys))
        for index in (keys[place]["index"] + 1, -1, 2**60):
            keys = parts(data)["keys"]
            keys[place]["index"] = index
            with pytest.raises(FAILS):
                check_bundle(again(data, keys=keys))


# --------------------------------------------------------------------------------- policies


def test_the_checkers_policy_decides(record: Folder) -> None:
    data = bundle_of(record, "plain")
    check_bundle(data, POLICY)
    stranger = own_policy(tuple(Party(key.vkey) for key in log_keys("stranger")))
    other_name = own_policy(tuple(Party(key.vkey) for key in log_keys(origin="other.example/record")))
    for policy in (stranger, other_name, Policy()):
        with pytest.raises((BadSignature, QuorumMissed)):
            check_bundle(data, policy)


def test_a_log_of_the_same_name_is_not_the_same_log(tmp_path: Path) -> None:
    scene = named().scene
    forged = Folder(tmp_path / "forged", signers=log_keys("stranger")).holds(scene.entries, framed=True)
    policy = own_policy(tuple(Party(key.vkey) for key in forged.signers))
    data = make_bundle(forged.copy(policy), 3)
    assert check_bundle(data).founder == key_of("secretariat").vkey.keyid
    with pytest.raises((BadSignature, QuorumMissed)):
        check_bundle(data, POLICY)
    with pytest.raises((BadSignature, QuorumMissed)):
        check_bundle(assembled(forged.reader, 3, links(data), POLICY))


def test_a_forged_ed25519_signature_alone_does_not_pass_a_policy_that_names_two_keys(tmp_path: Path) -> None:
    """The bundle's own policy can be written to ask for less; the checker's may not be met by half."""
    scene = named().scene
    weak = Folder(tmp_path / "weak", signers=log_keys()[:1]).holds(scene.entries, framed=True)
    policy = own_policy((Party(log_keys()[0].vkey),))
    data = make_bundle(weak.copy(policy), 3)
    check_bundle(data, policy)
    with pytest.raises(QuorumMissed, match="did not sign with"):
        check_bundle(data, POLICY)


def test_a_policy_in_a_bundle_names_this_log_and_nothing_else(record: Folder) -> None:
    """Another log's key, or an address, would be text that no signature covers, shown as if it meant something."""
    copy, index = record.copy(), named().at["plain"]
    needed = links(bundle_of(record, "plain"))
    famous = Party(log_keys("famous", origin="famous.example/record")[0].vkey)
    addressed = tuple(replace(log, url="record.example") for log in POLICY.logs)
    for logs in ((*POLICY.logs, famous), (famous, *POLICY.logs), addressed):
        with pytest.raises(Malformed, match="do not belong"):
            check_bundle(assembled(copy.reader, index, needed, Policy(logs=logs)))
        assert (
            parts(make_bundle(record.copy(Policy(logs=logs)), index))["policy"]
            == parts(bundle_of(record, "plain"))["policy"]
        )


def test_a_policy_in_another_spelling_is_refused(record: Folder) -> None:
    data = bundle_of(record, "plain")
    policy = parts(data)["policy"]
    for other in (
        policy + "\n",
        "# ours\n" + policy,
        policy.replace(" ", "  ", 1),
        policy.rstrip("\n"),
        policy * 2,
        "",
    ):
        with pytest.raises(FAILS):
            check_bundle(again(data, policy=other))


def test_a_further_log_key_in_the_bundles_policy_must_have_signed(record: Folder) -> None:
    needed = links(bundle_of(record, "plain"))
    more = Policy(logs=(*POLICY.logs, Party(log_keys("stranger")[0].vkey)))
    with pytest.raises(QuorumMissed):
        check_bundle(assembled(record.reader, named().at["plain"], needed, more))


def witnessed(path: Path) -> tuple[Folder, Policy, list[Any]]:
    """A record whose checkpoint two of three witnesses cosigned."""
    folder = recorded(path / "record", founded().enters("ST-A"))
    ours = [witness(1), witness(2, COSIGNATURE_MLDSA44), witness(3)]
    note = parse_note((folder.path / "checkpoint").read_bytes())
    lines = tuple(sign_text(key, note.text, 1_700_000_000) for key in ours[:2])
    (folder.path / "checkpoint").write_bytes(format_note(replace(note, signatures=note.signatures + lines)))
    names = {f"w{number}": Party(key.vkey, "witness.example") for number, key in enumerate(ours)}
    policy = Policy(POLICY.logs, names, {"most": Group(2, tuple(names))}, "most")
    return folder, policy, ours


def test_a_checker_may_ask_for_fewer_or_other_witnesses_than_the_bundle_names(tmp_path: Path) -> None:
    folder, policy, ours = witnessed(tmp_path)
    data = make_bundle(folder.copy(policy), 1)
    check_bundle(data, POLICY)
    check_bundle(data, Policy(POLICY.logs, {"one": Party(ours[0].vkey)}, {}, "one"))
    with pytest.raises(QuorumMissed, match="'three' is not met"):
        check_bundle(data, Policy(POLICY.logs, {"three": Party(ours[2].vkey)}, {}, "three"))


def test_a_cosignature_of_another_checkpoint_is_refused(tmp_path: Path) -> None:
    folder, policy, ours = witnessed(tmp_path)
    data = make_bundle(folder.copy(policy), 1)
    note = parse_note((folder.path / "checkpoint").read_bytes())
    earlier = note.text.replace(f"\n{parse_body(note.text).size}\n", "\n1\n")
    lines = (*note.signatures[:3], sign_text(ours[1], earlier, 1_700_000_000))
    other = format_note(replace(note, signatures=lines))
    with pytest.raises(BadSignature):
        check_bundle(assembled(folder.reader, 1, links(data), policy, other))


def test_a_policy_with_names_that_are_no_text_cannot_be_carried(tmp_path: Path) -> None:
    folder, policy, _ = witnessed(tmp_path)
    strange = {f"w\udcff{name}": party for name, party in policy.witnesses.items()}
    odd = Policy(policy.logs, strange, {"most": Group(2, tuple(strange))}, "most")
    with pytest.raises(Malformed, match="not UTF-8"):
        make_bundle(folder.copy(odd), 1)


# --------------------------------------------------------------------------------- every byte of a record


def files_of(record: Folder) -> list[Path]:
    """The files of a record that are served."""
    return [record.path / "checkpoint", *sorted(path for path in (record.path / "tile").rglob("*") if path.is_file())]


def insist_every_change_of_a_record_is_noticed(
    record: Folder, flips: tuple[int, ...], files: list[Path] | None = None
) -> int:
    """Insists that a check fails after any change of one byte of any file; how many there were."""
    count = 0
    for path in files or files_of(record):
        os.chmod(path, 0o644)
        data = bytearray(path.read_bytes())
        for place in range(len(data)):
            for flip in flips:
                data[place] ^= flip
                path.write_bytes(data)
                try:
                    report, _ = check_record(record.reader, POLICY)
                except FAILS:
                    pass
                else:
                    raise AssertionError(f"{path.name}: byte {place} changed by {flip:#04x}, and: {report}")
                data[place] ^= flip
                count += 1
        path.write_bytes(data)
    assert check_record(record.reader, POLICY)[0].ok
    return count


def test_every_changed_byte_of_a_record_is_noticed(tmp_path: Path) -> None:
    record = recorded(tmp_path / "record", founded())
    assert insist_every_change_of_a_record_is_noticed(record, (0x01,)) > 4000


def test_every_changed_byte_of_tiles_left_over_is_noticed(tmp_path: Path) -> None:
    scene = founded().enters("ST-A", with_key=False)
    record = Folder(tmp_path / "record")
    for data in scene.entries:
        record.holds([data], framed=True)
    left = [path for path in files_of(record) if path.name == "1"]
    assert len(left) == 2
    assert insist_every_change_of_a_record_is_noticed(record, (0x10,), left) > 500


@pytest.mark.long
def test_every_changed_bit_of_a_record_is_noticed(tmp_path: Path) -> None:
    record = recorded(tmp_path / "record", founded().enters("ST-A", with_key=False))
    insist_every_change_of_a_record_is_noticed(record, ALL_BITS)
