"""Bundles that lie. The forger keeps the log, admits what no gate would, and signs every checkpoint.

Each test is named by what went wrong, or could have: the bundle was put together from entries that stand in
the record and have no effect there, so that a check which only looks for registrations would believe them.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from accord.acts.entry import frame
from accord.acts.envelope import sign
from accord.acts.gate import Refused
from accord.acts.vocabulary import Act
from accord.areas.parties.acts import Delegate, EndDelegation, FoundRecord, RegisterKey, Reply, RevokeKey, RotateKey
from accord.client.bundle import check_bundle, make_bundle
from accord.client.check import check_record
from accord.keys.signers import Signer, signer_from_seed
from accord.keys.vkey import COSIGNATURE_ED25519
from accord.wire.codec import Malformed
from tests.client.bundles import assembled
from tests.client.made import POLICY, Folder
from tests.scene import RECORD, founded, key_of, said

OURS = key_of("operator")
"""The forger's key, which nobody registered."""


class Forged:
    """A record whose operator admits anything."""

    def __init__(self, path: Path) -> None:
        self.scene = founded().enters("ST-A", "ST-B")
        self.entries = list(self.scene.entries)
        self.a, self.b = 2, 4
        """Entries at which the keys of ST-A and ST-B were registered."""
        self._path = path

    def puts(self, act: Act, by: str, *signers: Signer) -> int:
        """The index at which the operator puts an act."""
        index = len(self.entries)
        envelope = sign(act, by, RECORD, index, signers)
        self.entries.append(frame(self.scene.now + index * 1_000_000, envelope))
        return index

    def speaks(self, by: str, *signers: Signer) -> int:
        """An act in the name of a party."""
        return self.puts(Reply(to=0, text=said("We agree to everything")), by, *signers)

    def bundle(self, index: int, keys: Sequence[int]) -> bytes:
        """The bundle that the forger hands out."""
        folder = Folder(self._path).holds(self.entries, framed=True)
        report, world = check_record(folder.reader, POLICY)
        assert report.ok == (not world.refused)
        self.refused = world.refused
        return assembled(folder.reader, index, keys, POLICY)


@pytest.fixture
def forged(tmp_path: Path) -> Forged:
    """A record to forge."""
    return Forged(tmp_path / "forged")


def vkey(signer: Signer) -> str:
    """The public key as text."""
    return str(signer.vkey)


def insist_refused(data: bytes, words: str) -> None:
    """Insists that nobody believes it, with a policy or without."""
    for policy in (None, POLICY):
        with pytest.raises((Refused, Malformed), match=words):
            check_bundle(data, policy)


def test_the_forger_can_make_bundles_that_check(forged: Forged) -> None:
    index = forged.speaks("ST-A", key_of("ST-A"))
    assert check_bundle(forged.bundle(index, [0, forged.a]), POLICY).entry.by == "ST-A"


def test_a_rotation_signed_by_the_new_key_alone_gives_no_voice(forged: Forged) -> None:
    rotated = forged.puts(RotateKey(old=key_of("ST-A").vkey.keyid, vkey=vkey(OURS)), "ST-A", OURS)
    index = forged.speaks("ST-A", OURS)
    insist_refused(forged.bundle(index, [0, rotated]), "not in force")
    assert set(forged.refused) == {rotated, index}


def test_a_rotation_signed_by_the_new_key_and_a_strangers_gives_no_voice(forged: Forged) -> None:
    rotated = forged.puts(RotateKey(old=key_of("ST-A").vkey.keyid, vkey=vkey(OURS)), "ST-A", OURS, key_of("ST-B"))
    index = forged.speaks("ST-A", OURS)
    insist_refused(forged.bundle(index, [0, forged.a, forged.b, rotated]), "not in force")


def test_a_rotation_of_another_partys_key_gives_no_voice(forged: Forged) -> None:
    act = RotateKey(old=key_of("ST-A").vkey.keyid, vkey=vkey(OURS))
    rotated = forged.puts(act, "ST-B", OURS, key_of("ST-B"))
    index = forged.speaks("ST-A", OURS)
    insist_refused(forged.bundle(index, [0, forged.a, forged.b, rotated]), "not-its-key")


def test_a_key_that_was_rotated_away_no_longer_signs(forged: Forged) -> None:
    old, new = key_of("ST-A"), key_of("ST-A", 2)
    rotated = forged.puts(RotateKey(old=old.vkey.keyid, vkey=vkey(new)), "ST-A", old, new)
    index = forged.puts(RegisterKey(party="ST-A", vkey=vkey(OURS)), "ST-A", old, OURS)
    later = forged.speaks("ST-A", OURS, new)
    insist_refused(forged.bundle(later, [0, forged.a, rotated, index]), "not in force")


def test_a_registration_by_a_party_that_is_not_the_secretariat_gives_no_voice(forged: Forged) -> None:
    registered = forged.puts(RegisterKey(party="ST-A", vkey=vkey(OURS)), "ST-B", key_of("ST-B"), OURS)
    index = forged.speaks("ST-A", OURS)
    insist_refused(forged.bundle(index, [0, forged.b, registered]), "not-the-secretariat")
    assert registered not in forged.refused


def test_a_registration_in_the_name_of_the_secretariat_needs_its_key(forged: Forged) -> None:
    registered = forged.puts(RegisterKey(party="ST-A", vkey=vkey(OURS)), "secretariat", key_of("ST-B"), OURS)
    index = forged.speaks("ST-A", OURS)
    insist_refused(forged.bundle(index, [0, forged.b, registered]), "not in force for secretariat")


def test_a_registration_that_the_new_key_does_not_sign_gives_no_voice(forged: Forged) -> None:
    more = key_of("ST-B", 2)
    second = forged.puts(RegisterKey(party="ST-B", vkey=vkey(more)), "ST-B", key_of("ST-B"), more)
    registered = forged.puts(RegisterKey(party="ST-B", vkey=vkey(OURS)), "ST-B", key_of("ST-B"), more)
    index = forged.speaks("ST-B", OURS)
    insist_refused(forged.bundle(index, [0, forged.b, second, registered]), "key-does-not-sign")


def test_a_registration_of_a_key_that_is_registered_does_not_move_it(forged: Forged) -> None:
    act = RegisterKey(party="ST-B", vkey=vkey(key_of("ST-A")))
    registered = forged.puts(act, "ST-B", key_of("ST-B"), key_of("ST-A"))
    index = forged.speaks("ST-B", key_of("ST-A"))
    insist_refused(forged.bundle(index, [0, forged.a, forged.b, registered]), "not in force for ST-B")


def test_a_key_of_a_kind_that_signs_no_acts_is_not_taken_in(forged: Forged) -> None:
    odd = signer_from_seed("odd.example", COSIGNATURE_ED25519, bytes(32))
    registered = forged.puts(RegisterKey(party="ST-B", vkey=vkey(odd)), "ST-B", key_of("ST-B"), odd)
    index = forged.speaks("ST-B", odd)
    insist_refused(forged.bundle(index, [0, forged.b, registered]), "key-not-registrable")
    assert set(forged.refused) == {index}


def test_a_second_founding_founds_nothing(forged: Forged) -> None:
    act = FoundRecord(secretariat="ST-A", name=said("A"), title=said("A"), vkey=vkey(OURS))
    again = forged.puts(act, "ST-A", OURS)
    index = forged.speaks("ST-A", OURS)
    insist_refused(forged.bundle(index, [again]), "does not start at the first act")
    insist_refused(
        assembled(
            Folder(forged._path.with_name("x")).holds(forged.entries, framed=True).reader, index, [0, again], POLICY
        ),
        "not in force",
    )


def test_a_first_act_said_by_another_than_the_secretariat_founds_nothing(tmp_path: Path) -> None:
    act = FoundRecord(secretariat="secretariat", name=said("S"), title=said("S"), vkey=vkey(OURS))
    entry = frame(1, sign(act, "ST-A", RECORD, 1, [OURS]))
    folder = Folder(tmp_path / "r").holds([entry], framed=True)
    insist_refused(assembled(folder.reader, 0, [], POLICY), "not-the-secretariat")


def test_a_record_that_starts_with_another_act_has_no_bundles(tmp_path: Path) -> None:
    scene = founded().enters("ST-A")
    folder = Folder(tmp_path / "r").holds(scene.entries[1:], framed=True)
    for index, keys in ((0, []), (1, [0]), (1, [])):
        insist_refused(assembled(folder.reader, index, keys, POLICY), r"does not start|puts no key")


def test_acts_of_another_record_do_not_pass(tmp_path: Path) -> None:
    folder = Folder(tmp_path / "r", origin="other.example/record").holds(founded().enters("ST-A").entries, framed=True)
    keys = folder.signers
    policy = type(POLICY)(logs=tuple(type(POLICY.logs[0])(key.vkey) for key in keys))
    data = assembled(folder.reader, 2, [0], policy)
    with pytest.raises(Refused, match="was said into the record"):
        check_bundle(data, policy)


def test_an_act_signed_with_another_partys_key_does_not_pass(forged: Forged) -> None:
    index = forged.speaks("ST-A", key_of("ST-B"))
    insist_refused(forged.bundle(index, [0, forged.a, forged.b]), "not in force for ST-A")


def test_a_signature_that_was_not_made_does_not_pass(forged: Forged) -> None:
    index = forged.speaks("ST-A", key_of("ST-A"))
    entry = forged.entries[index]
    forged.entries[index] = entry[:-40] + b"AAAA" + entry[-36:]
    insist_refused(forged.bundle(index, [0, forged.a]), "does not verify")


def test_a_delegation_of_keys_is_none(forged: Forged) -> None:
    """Recorded without effect; then the delegate registers a key of its own in the other's name."""
    given = forged.puts(Delegate(to="ST-B", acts="key."), "ST-A", key_of("ST-A"))
    registered = forged.puts(RegisterKey(party="ST-A", vkey=vkey(OURS)), "ST-A", key_of("ST-B"), OURS)
    index = forged.speaks("ST-A", OURS)
    insist_refused(forged.bundle(index, [0, forged.a, forged.b, given, registered]), "not-delegable")
    assert given not in forged.refused


def test_a_delegation_of_one_act_does_not_cover_those_whose_names_start_alike(forged: Forged) -> None:
    given = forged.puts(Delegate(to="ST-B", acts="reply.mak"), "ST-A", key_of("ST-A"))
    index = forged.speaks("ST-A", key_of("ST-B"))
    insist_refused(forged.bundle(index, [0, forged.a, forged.b, given]), "not in force for ST-A")
    assert set(forged.refused) == {index}


def test_a_delegation_to_another_or_by_another_gives_no_voice(forged: Forged) -> None:
    given = forged.puts(Delegate(to="secretariat", acts="reply."), "ST-A", key_of("ST-A"))
    turned = forged.puts(Delegate(to="ST-A", acts="reply."), "ST-B", key_of("ST-B"))
    index = forged.speaks("ST-A", key_of("ST-B"))
    insist_refused(forged.bundle(index, [0, forged.a, forged.b, given, turned]), "not in force for ST-A")


def test_a_delegation_signed_by_the_delegate_is_none(forged: Forged) -> None:
    given = forged.puts(Delegate(to="ST-B", acts="reply."), "ST-A", key_of("ST-B"))
    index = forged.speaks("ST-A", key_of("ST-B"))
    insist_refused(forged.bundle(index, [0, forged.a, forged.b, given]), "not in force for ST-A")


def test_a_key_registered_after_the_act_does_not_pass(forged: Forged) -> None:
    index = forged.speaks("ST-A", OURS)
    registered = forged.puts(RegisterKey(party="ST-A", vkey=vkey(OURS)), "secretariat", key_of("secretariat"), OURS)
    insist_refused(forged.bundle(index, [0, registered]), "before the entry")
    assert set(forged.refused) == {index}


def revoked(forged: Forged) -> tuple[int, list[int]]:
    forged.puts(RevokeKey(key=key_of("ST-A").vkey.keyid, reason="lost"), "ST-A", key_of("ST-A"))
    return forged.speaks("ST-A", key_of("ST-A")), [0, forged.a]


def no_longer_delegated(forged: Forged) -> tuple[int, list[int]]:
    given = forged.puts(Delegate(to="ST-B", acts="reply."), "ST-A", key_of("ST-A"))
    forged.puts(EndDelegation(to="ST-B", acts="reply."), "ST-A", key_of("ST-A"))
    return forged.speaks("ST-A", key_of("ST-B")), [0, forged.a, forged.b, given]


def rotated_away(forged: Forged) -> tuple[int, list[int]]:
    old, new = key_of("ST-A"), key_of("ST-A", 2)
    forged.puts(RotateKey(old=old.vkey.keyid, vkey=vkey(new)), "ST-A", old, new)
    return forged.speaks("ST-A", old), [0, forged.a]


@pytest.mark.parametrize("ended", [revoked, no_longer_delegated, rotated_away])
def test_what_ended_in_between_is_shown_by_the_whole_record_only(forged: Forged, ended: Any) -> None:
    """The limit that docs/formats/bundle.md states: a few entries cannot show that there are no others."""
    index, keys = ended(forged)
    assert check_bundle(forged.bundle(index, keys), POLICY).index == index
    assert forged.refused == {index: "unknown-key"}
    honest = Folder(forged._path.with_name("again")).holds(forged.entries, framed=True)
    with pytest.raises(Refused, match=f"refuses entry {index}"):
        make_bundle(honest.copy(), index)
