"""The gate refuses only what is no act, and says why; what it admits, rules judge."""

from __future__ import annotations

import ast
from collections.abc import Callable
from pathlib import Path

import pytest

import accord.acts.gate
import accord.world.world
from accord.acts.entry import frame
from accord.acts.envelope import sign
from accord.acts.gate import Refused, bad_signatures, check_signatures
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
from accord.wire import codec
from accord.world.digest import world_digest
from accord.world.world import World
from tests.acts.test_envelope import enveloped, payload_of
from tests.scene import RECORD, Scene, founded, key_of, peopled, said

REPLY = Reply(to=0, text=said("We see this otherwise."))


def malformed(scene: Scene) -> bytes:
    return frame(scene.now, scene.envelope("ST-A", REPLY)) + b"\n"


def other_record(scene: Scene) -> bytes:
    return frame(scene.now, sign(REPLY, "ST-A", "another.example", 1, [key_of("ST-A")]))


def repeated(scene: Scene) -> bytes:
    envelope = scene.envelope("ST-A", REPLY, nonce=99)
    scene.admits(envelope)
    return frame(scene.now, envelope)


def out_of_time(scene: Scene) -> bytes:
    return frame(scene.world.admitted, scene.envelope("ST-A", REPLY))


def not_founded(scene: Scene) -> bytes:
    scene.world, scene.entries = World(RECORD), []
    return frame(scene.now, scene.envelope("ST-A", REPLY))


def unknown_key(scene: Scene) -> bytes:
    return frame(scene.now, scene.envelope("ST-A", REPLY, signers=[key_of("ST-A", 2)]))


def bad_signature(scene: Scene) -> bytes:
    good = scene.envelope("ST-A", REPLY)
    other = scene.envelope("ST-A", Reply(to=1, text=said("Another.")))
    mark = b'"sig":"'
    return frame(scene.now, good.split(mark)[0] + mark + other.split(mark)[1])


CASES: dict[str, Callable[[Scene], bytes]] = {
    "malformed": malformed,
    "other-record": other_record,
    "repeated": repeated,
    "out-of-time": out_of_time,
    "not-founded": not_founded,
    "unknown-key": unknown_key,
    "bad-signature": bad_signature,
}


def admit(scene: Scene, data: bytes) -> None:
    entry, envelope, checks = scene.world.open(data)
    check_signatures(checks, tuple(signature.keyid for signature in envelope.signatures))
    scene.world.step(entry)


@pytest.mark.parametrize("reason", CASES)
def test_the_gate_says_why_it_refuses(reason: str) -> None:
    scene = peopled()
    data = CASES[reason](scene)
    before = world_digest(scene.world)
    with pytest.raises(Refused) as refused:
        admit(scene, data)
    assert refused.value.reason == reason
    assert str(refused.value) != reason, "a sentence, not only a code"
    assert world_digest(scene.world) == before


def test_every_reason_of_the_gate_has_a_case() -> None:
    found = set()
    for module in (accord.acts.gate, accord.world.world):
        for node in ast.walk(ast.parse(Path(str(module.__file__)).read_text())):
            if isinstance(node, ast.Call) and ast.unparse(node.func) in ("Refused", "super().__init__"):
                code = node.args[0]
                found |= {code.value} if isinstance(code, ast.Constant) else set()
    assert found == set(CASES)


def test_what_the_gate_refuses_is_counted_and_changes_no_view() -> None:
    scene = peopled()
    before = codec.encode(scene.world.parties.tables.parties)
    with pytest.raises(Refused) as refused:
        admit(scene, unknown_key(scene))
    scene.world.pass_over(refused.value)
    assert scene.world.refused == {len(scene.entries): "unknown-key"}
    assert codec.encode(scene.world.parties.tables.parties) == before


def test_an_act_of_a_newer_vocabulary_makes_the_world_incomplete() -> None:
    scene = peopled()
    payload = payload_of(act={"verb": "elimination.verify/1", "item": "x"})
    with pytest.raises(UnknownAct) as unknown:
        scene.world.open(frame(scene.now, codec.encode(enveloped(payload))))
    assert scene.world.complete
    scene.world.miss(unknown.value)
    assert not scene.world.complete


def test_a_revoked_key_signs_nothing_more_and_what_it_signed_stands() -> None:
    scene = peopled()
    assert scene.does("ST-A", REPLY).counts
    assert scene.does("secretariat", RevokeKey(key=key_of("ST-A").vkey.keyid, reason="lost")).counts
    with pytest.raises(Refused, match="not in force for ST-A"):
        scene.does("ST-A", REPLY)
    assert scene.world.parties.tables.replies[0][0].by == "ST-A"


def test_a_rotated_key_gives_way_to_the_new_one_at_once() -> None:
    scene = peopled()
    new = key_of("ST-A", 2)
    old = scene.keys["ST-A"][0]
    assert scene.does("ST-A", RotateKey(old=old.vkey.keyid, vkey=str(new.vkey)), signers=[old, new]).counts
    with pytest.raises(Refused):
        scene.does("ST-A", REPLY, signers=[old])
    with pytest.raises(Refused):
        scene.does("ST-A", REPLY, signers=[old, new])
    assert scene.does("ST-A", REPLY, signers=[new]).counts


def test_a_party_cannot_speak_with_anothers_key() -> None:
    scene = peopled()
    with pytest.raises(Refused, match="not in force for ST-A"):
        scene.does("ST-A", REPLY, signers=[key_of("ST-B")])
    with pytest.raises(Refused):
        scene.does("ST-A", REPLY, signers=[key_of("ST-A"), key_of("ST-B")])


def test_a_new_key_alone_puts_nothing_on_record_in_anybodys_name() -> None:
    scene = peopled()
    made_up = key_of("stranger")
    for by in ("ST-A", "secretariat", "stranger"):
        for act in (
            RegisterKey(party="ST-A", vkey=str(made_up.vkey)),
            RotateKey(old=key_of("ST-A").vkey.keyid, vkey=str(made_up.vkey)),
        ):
            with pytest.raises(Refused, match="not in force"):
                scene.does(by, act, signers=[made_up])


def test_a_new_key_beside_a_key_of_another_party_is_refused() -> None:
    scene = peopled()
    made_up = key_of("stranger")
    with pytest.raises(Refused, match="not in force for ST-A"):
        scene.does("ST-A", RegisterKey(party="ST-A", vkey=str(made_up.vkey)), signers=[made_up, key_of("ST-B")])


def test_a_second_new_key_cannot_hide_behind_the_first() -> None:
    scene = peopled()
    one, two = key_of("ST-A", 2), key_of("ST-A", 3)
    with pytest.raises(Refused):
        scene.does("ST-A", RegisterKey(party="ST-A", vkey=str(one.vkey)), signers=[one, two, key_of("ST-A")])


def test_a_delegate_signs_what_was_delegated_and_nothing_else() -> None:
    scene = peopled()
    b = [key_of("ST-B")]
    with pytest.raises(Refused):
        scene.does("ST-A", REPLY, signers=b)
    assert scene.does("ST-A", Delegate(to="ST-B", acts="reply.make")).counts
    assert scene.does("ST-A", REPLY, signers=b).counts
    assert scene.world.parties.tables.replies[0][-1].by == "ST-A"
    with pytest.raises(Refused):
        scene.does("ST-A", EnterParty(party="ST-D", kind="state"), signers=b)
    assert scene.does("ST-A", EndDelegation(to="ST-B", acts="reply.make")).counts
    with pytest.raises(Refused):
        scene.does("ST-A", REPLY, signers=b)


def test_a_delegation_covers_acts_by_whole_words() -> None:
    parties = peopled().world.parties
    parties.tables.delegations["ST-A"] = {"ST-B": {"group.join": 0, "statement.": 0}}
    assert parties.delegated("ST-A", "ST-B", "group.join/1")
    assert parties.delegated("ST-A", "ST-B", "group.join/2")
    assert parties.delegated("ST-A", "ST-B", "statement.make/1")
    assert not parties.delegated("ST-A", "ST-B", "group.join-again/1")
    assert not parties.delegated("ST-A", "ST-B", "group.leave/1")
    assert not parties.delegated("ST-A", "ST-B", "statements.make/1")
    assert not parties.delegated("ST-B", "ST-A", "group.join/1")


def test_a_delegation_is_not_passed_on() -> None:
    scene = peopled()
    assert scene.does("ST-A", Delegate(to="ST-B", acts="reply.")).counts
    assert scene.does("ST-B", Delegate(to="ST-C", acts="reply.")).counts
    with pytest.raises(Refused):
        scene.does("ST-A", REPLY, signers=[key_of("ST-C")])


def test_the_first_entry_founds_the_record() -> None:
    scene = Scene()
    scene.keys["ST-A"] = [key_of("ST-A")]
    with pytest.raises(Refused, match="founds it"):
        scene.does("ST-A", REPLY)
    key = key_of("secretariat")
    act = FoundRecord(secretariat="secretariat", name=said("S"), title=said("T"), vkey=str(key.vkey))
    with pytest.raises(Refused, match="by its secretariat"):
        scene.does("ST-A", act, signers=[key])
    assert scene.does("secretariat", act, signers=[key]).counts
    assert scene.world.parties.secretariat == "secretariat"


def test_a_record_says_whether_it_is_an_exercise() -> None:
    assert founded(exercise=True).world.exercise
    assert not founded().world.exercise


def test_the_first_signature_that_does_not_verify_is_found_for_many() -> None:
    scene = peopled()
    _, _, good = scene.world.open(frame(scene.now, scene.envelope("ST-A", REPLY)))
    _, _, bad = scene.world.open(bad_signature(scene))
    assert bad_signatures(good * 3) == []
    assert bad_signatures([*good, *good, *bad, *good]) == [2]
