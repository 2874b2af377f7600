"""A record that every area has something in, and some acts without effect: the demonstration, then a few quarrels."""

from __future__ import annotations

from functools import cache

from accord.areas.parties.acts import (
    Delegate,
    EndDelegation,
    EnterParty,
    JoinGroup,
    RegisterKey,
    Reply,
    RevokeKey,
    RotateKey,
)
from accord.stories.demonstration import EDITOR, SECRETARIAT, acts
from tests.scene import Scene, key_of, said


def told() -> Scene:
    """A scene of a few hundred entries; a new one each time, so that a test may go on telling."""
    scene = Scene()
    scene.tells(acts(str(key_of(SECRETARIAT).vkey), str(key_of(EDITOR).vkey)))
    scene.enters("ST-A", "ST-B")
    scene.enters("friends", kind="group", with_key=False)
    scene.does("ST-A", JoinGroup(group="friends", member="ST-A"))
    scene.does("ST-A", JoinGroup(group="friends", member="ST-A"))  # already a member
    scene.does("ST-B", EnterParty(party="ST-C", kind="state", name=said("ST-C")))  # not a recorder
    scene.does("ST-A", Delegate(to="ST-B", acts="reply."))
    scene.does("ST-A", Reply(to=3, text=said("We see it otherwise")), signers=scene.keys["ST-B"])
    scene.does("ST-A", EndDelegation(to="ST-B", acts="reply."))
    new = key_of("ST-B", 2)
    scene.does("ST-B", RotateKey(old=key_of("ST-B").vkey.keyid, vkey=str(new.vkey)), signers=[key_of("ST-B"), new])
    scene.keys["ST-B"] = [new]
    scene.registers("ST-A", 2)
    scene.does("ST-A", RevokeKey(key=scene.keys["ST-A"][1].vkey.keyid, reason="lost"))
    scene.does(
        "ST-A", RegisterKey(party="ST-B", vkey=str(key_of("ST-B", 3).vkey)), signers=[key_of("ST-A"), key_of("ST-B", 3)]
    )
    return scene


@cache
def entries() -> tuple[bytes, ...]:
    """The entries of `told`."""
    return tuple(told().entries)


@cache
def long_entries() -> tuple[bytes, ...]:
    """The entries of `told` and replies after them: 300, more than one tile."""
    scene = told()
    while len(scene.entries) < 300:
        scene.does("ST-A", Reply(to=1, text=said(f"Reply {len(scene.entries)}")))
    return tuple(scene.entries)
