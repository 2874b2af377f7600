"""What `say`, `judge`, `import` and `draft import` share: whose keys would sign, in whose name, and saying acts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from accord.faces.cli.errors import Complaint

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from accord.acts.vocabulary import Act
    from accord.faces.cli.face import Face
    from accord.keys.signers import Signer
    from accord.world.world import World


def has_key(world: World, act: Act, party: str) -> bool:
    """Whether a key in force may sign an act in the name of a party: its own, or one that it delegated this act to."""
    from accord.acts.vocabulary import name_of

    verb = name_of(act)
    rows = (row for row in world.parties.tables.keys.values() if row.revoked is None)
    return any(row.party == party or world.parties.delegated(party, row.party, verb) for row in rows)


def signing_keys(world: World, act: Act, party: str) -> tuple[str, ...]:
    """The keys that would sign an act of a party: its keys in force, and those the act itself brings or replaces."""
    from accord.areas.parties.rules import readable_key

    keys = {keyid for keyid, row in world.parties.tables.keys.items() if row.party == party and row.revoked is None}
    brought = readable_key(getattr(act, "vkey", "") or "")
    if brought is not None:
        keys.add(brought.keyid)
    replaced: Any = getattr(act, "old", None)
    if replaced is not None:
        keys.add(str(replaced))
    return tuple(sorted(keys))


def speaker(world: World, signers: list[Signer], party: str | None, files: tuple[str, ...]) -> str:
    """The party in whose name keys sign: the one named, else the one that the first registered key belongs to.

    Raises:
        Complaint: none of the keys is registered and no party is named.
    """
    if party is not None:
        return party
    for signer in signers:
        row = world.parties.tables.keys.get(signer.vkey.keyid)
        if row is not None:
            return row.party
    raise Complaint("error.key-of-nobody", file=files[0])


def say_all(face: Face, record: Path, party: str, acts: Sequence[Act], signers: list[Signer]) -> list[int]:
    """Says acts in the name of a party, in order, and tells which had no effect; their entries."""
    from accord.client.say import sign

    with face.progress() as progress, face.wiring.writer(record) as writer:
        origin = face.wiring.open_copy(record).world.record
        envelopes = []
        for number, act in enumerate(acts, start=1):
            envelopes.append(sign(act, party, origin, face.wiring.nonce(), signers))
            progress("signing", number, len(acts))
        progress("submitting", 0, len(envelopes))
        receipts = writer.submit(envelopes)
        progress("submitting", len(envelopes), len(envelopes))
    lost = [receipt for receipt in receipts if not receipt.counts]
    for receipt in lost:
        face.note(face.say("page.entry.title", index=receipt.index))
        face.note(face.say("page.no-effect", reason=face.say(f"reason.{receipt.reason}")))
    return [receipt.index for receipt in receipts]
