"""Passkeys in a record: gate, audit, bundles, revocation, rotation and delegation, as with other keys."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

from accord.acts.entry import read
from accord.acts.envelope import Signature, assemble, pae, parse, write_payload
from accord.acts.gate import Refused
from accord.areas.parties.acts import Delegate, GrantRole, Reply, RevokeKey, RotateKey
from accord.client.keychain import KeyChain
from accord.wire.codec import Malformed
from accord.world.audit import audit
from accord.world.digest import world_digest
from accord.world.pages import ask
from accord.world.vocabulary import VOCABULARY
from tests.acting.authenticator import SoftPasskey, high_s
from tests.scene import RECORD, Scene, key_of, peopled, replay, said

KEY: Any = SoftPasskey("ST-A")
SECRETARIAT = key_of("secretariat")
REPLY = Reply(to=0, text=said("We see this otherwise."))


def registered() -> Scene:
    scene = peopled()
    assert scene.does("secretariat", KEY.act(), signers=[KEY, SECRETARIAT]).counts
    return scene


def test_a_party_speaks_with_its_passkey_and_everyone_who_reads_agrees() -> None:
    scene = registered()
    assert scene.does("ST-A", REPLY, signers=[KEY]).counts
    again = replay(scene.entries, verify=True)
    assert world_digest(again) == world_digest(scene.world)
    with ThreadPoolExecutor(2) as workers:
        world, tally = audit(RECORD, lambda: scene.entries, workers, 2)
    assert world_digest(world) == world_digest(scene.world)
    assert (tally.entries, world.refused) == (len(scene.entries), {})


def test_an_audit_names_the_entry_whose_assertion_was_changed() -> None:
    scene = registered()
    scene.does("ST-A", REPLY, signers=[KEY])
    spoilt = [
        *scene.entries[:-1],
        scene.entries[-1].replace(b'"sig":"MEU', b'"sig":"MEQ').replace(b'"sig":"MEQ', b'"sig":"MEY'),
    ]
    assert spoilt[-1] != scene.entries[-1]
    with ThreadPoolExecutor(2) as workers:
        for pool in (None, workers):
            world, _ = audit(RECORD, lambda: spoilt, pool, 2)
            assert world.refused == {len(spoilt) - 1: "bad-signature"}


def refused(scene: Scene, by: str, act: Any, *signers: Any) -> str:
    with pytest.raises(Refused) as found:
        scene.does(by, act, signers=list(signers))
    return found.value.reason


def test_a_passkey_speaks_for_nobody_before_it_is_registered_nor_for_another_party() -> None:
    assert refused(peopled(), "ST-A", REPLY, KEY) == "unknown-key"
    assert refused(registered(), "ST-B", REPLY, KEY) == "unknown-key"
    assert refused(peopled(), "ST-A", KEY.act(), KEY) == "unknown-key"


def test_a_revoked_passkey_is_out_of_force() -> None:
    scene = registered()
    assert scene.does("ST-A", RevokeKey(key=KEY.vkey.keyid, reason="lost")).counts
    assert refused(scene, "ST-A", REPLY, KEY) == "unknown-key"


def test_a_passkey_replaces_a_key_and_a_key_a_passkey() -> None:
    scene, other = registered(), key_of("ST-A", 7)
    assert scene.does("ST-A", RotateKey(old=KEY.vkey.keyid, vkey=str(other.vkey)), signers=[KEY, other]).counts
    assert refused(scene, "ST-A", REPLY, KEY) == "unknown-key"
    second: Any = SoftPasskey("ST-A", 2)
    assert scene.does("ST-A", second.act(replaces=other.vkey.keyid), signers=[second, other]).counts
    assert refused(scene, "ST-A", REPLY, other) == "unknown-key"
    assert scene.does("ST-A", REPLY, signers=[second]).counts


def test_a_passkey_signs_what_was_delegated_to_its_party() -> None:
    scene = registered()
    assert refused(scene, "ST-B", REPLY, KEY) == "unknown-key"
    assert scene.does("ST-B", Delegate(to="ST-A", acts="reply.")).counts
    assert scene.does("ST-B", REPLY, signers=[KEY]).counts


def test_the_secretariat_may_use_a_passkey() -> None:
    scene, key = peopled(), SoftPasskey("secretariat")
    both: list[Any] = [key, SECRETARIAT]
    assert scene.does("secretariat", key.act(), signers=both).counts
    assert scene.does("secretariat", GrantRole(party="ST-A", role="recorder"), signers=both[:1]).counts


def spelled(scene: Scene, **fields: Any) -> bytes:
    """A reply of ST-A whose one signature has other fields."""
    payload = write_payload(REPLY, "ST-A", RECORD, 99, [KEY.vkey.keyid])
    signature = KEY.asked(payload)
    given = {"keyid": signature.keyid, "sig": signature.sig, "webauthn": signature.webauthn} | fields
    return assemble(payload, [Signature(**given)])


def test_a_passkey_without_its_assertion_and_a_key_with_one_are_refused() -> None:
    scene = registered()
    with pytest.raises(Refused, match="signs with authenticatorData"):
        scene.admits(spelled(scene, webauthn=None))
    payload = write_payload(REPLY, "ST-A", RECORD, 99, [key_of("ST-A").vkey.keyid])
    signature = Signature(key_of("ST-A").vkey.keyid, key_of("ST-A").sign(pae(payload)), KEY.asked(payload).webauthn)
    with pytest.raises(Refused, match="signs without authenticatorData"):
        scene.admits(assemble(payload, [signature]))


def test_the_larger_s_never_reaches_the_record() -> None:
    scene = registered()
    with pytest.raises(Refused, match="does not verify"):
        scene.admits(spelled(scene, sig=high_s(parse(spelled(scene)).signatures[0].sig)))
    assert scene.admits(spelled(scene)).counts


def test_an_envelope_with_a_passkey_has_one_spelling() -> None:
    scene = registered()
    whole = spelled(scene)
    assert assemble(parse(whole).payload, parse(whole).signatures) == whole
    for a, b in (
        (b'"webauthn":{', b'"webauthn":null,"webauthn":{'),
        (b'"webauthn":{"auth', b'"webauthn":{"a":1,"auth'),
        (b'"webauthn":{', b'"webauthn": {'),
    ):
        with pytest.raises(Malformed):
            parse(whole.replace(a, b))
    other = spelled(scene, webauthn=None).replace(b'"}]', b'","webauthn":null}]')
    with pytest.raises(Malformed):
        parse(other)


def test_the_chain_of_keys_in_a_bundle_leads_over_a_passkey() -> None:
    scene = registered()
    second: Any = SoftPasskey("ST-A", 2)
    assert scene.does("ST-A", second.act(replaces=KEY.vkey.keyid), signers=[second, KEY]).counts
    assert scene.does("ST-A", REPLY, signers=[second]).counts
    chain, last = KeyChain(RECORD), len(scene.entries) - 1
    for index in (0, last - 2, last - 1):
        chain.link(*read(index, scene.entries[index], VOCABULARY))
    chain.end(*read(last, scene.entries[last], VOCABULARY))
    assert chain.used == {0, last - 2, last - 1}


def test_the_page_of_keys_shows_a_passkey() -> None:
    page: Any = ask(registered().world, "keys")
    row = page.keys[-1]
    assert (row.party, row.algorithm) == ("ST-A", "passkey ES256")
    assert row.key.startswith(KEY.vkey.keyid)
