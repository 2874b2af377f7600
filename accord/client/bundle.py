"""Offline bundles: one act with everything a stranger needs to check that it stands in the record.

A bundle holds the entry, its inclusion proof with the signed checkpoint (`.tlog-proof`), the
entries that put its keys in force, each proven under the same checkpoint back to the first
act of the record, and the policy that says whose checkpoints are believed.

What a bundle shows: these bytes stand at this index of this record, signed by keys that
the record registered for this party. What only the whole record shows: that the keys
were not revoked before, and that the act counts. `accord check RECORD` shows both.
"""

from __future__ import annotations

import msgspec

from accord.acts.entry import Entry, read
from accord.acts.vocabulary import name_of
from accord.areas.parties.acts import Delegate, FoundRecord, RegisterKey, RotateKey
from accord.client.copy import Copy
from accord.client.keychain import KeyChain
from accord.log.policy import Checked, Policy, check_policy, format_policy, parse_policy
from accord.log.proof import LogProof, check_proof, format_proof, parse_proof
from accord.wire import codec
from accord.wire.codec import Malformed
from accord.wire.tree import HASH_SIZE, check_inclusion, leaf_hash
from accord.world.vocabulary import VOCABULARY
from accord.world.world import World

FORMAT = "accord-bundle/1"
LARGEST_BUNDLE = 4_000_000


class Proven(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """An entry that puts a key in force, with its path to the root of the bundle's checkpoint."""

    entry: bytes
    index: int
    path: tuple[bytes, ...]


class Bundle(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The parts of a bundle; bytes stand in base64."""

    entry: bytes
    format: str
    keys: tuple[Proven, ...]
    """In the order of the record, the first act of the record first."""
    policy: str
    proof: str


class Shown(msgspec.Struct, frozen=True):
    """What a checked bundle shows."""

    index: int
    entry: Entry[object]
    checked: Checked
    founder: str
    """The key that founded the record, `name+id`."""
    signatures: int


_bundles = msgspec.json.Decoder(Bundle)


def make_bundle(copy: Copy, index: int) -> bytes:
    """The bundle of entry `index` of a copy.

    Raises:
        ValueError: there is no such entry.
    """
    if not 0 <= index < copy.size:
        raise ValueError(f"there is no entry {index}; the record has {copy.size}, numbered from 0")
    reader = copy.reader
    data = reader.entry(index)
    entry, _, _ = read(index, data, VOCABULARY)
    needed = sorted(_chain(copy.world, entry, copy) - {index})
    keys = tuple(Proven(reader.entry(i), i, tuple(reader.prove_inclusion(i, copy.size))) for i in needed)
    proof = LogProof(index, tuple(reader.prove_inclusion(index, copy.size)), reader.checkpoint_bytes)
    return codec.encode(
        Bundle(
            entry=data,
            format=FORMAT,
            keys=keys,
            policy=format_policy(copy.policy).decode(),
            proof=format_proof(proof).decode(),
        )
    )


def check_bundle(data: bytes, policy: Policy | None = None) -> Shown:
    """Insists that everything in a bundle holds together.

    Args:
        policy: whose checkpoints the checker believes; without one, the bundle's own, and the
            checker must compare the log's key with one from elsewhere.

    Raises:
        Malformed: not a bundle in its one spelling.
        BadSignature, QuorumMissed, ProofFailed, Refused: what does not hold.
    """
    if len(data) > LARGEST_BUNDLE:
        raise Malformed(f"a bundle of {len(data)} bytes; at most {LARGEST_BUNDLE} are read")
    bundle = codec.decode(data, _bundles)
    if bundle.format != FORMAT:
        raise Malformed(f"a bundle in the format {bundle.format[:40]!r}; this program reads {FORMAT}")
    own = parse_policy(bundle.policy.encode())
    if format_policy(own).decode() != bundle.policy:
        raise Malformed("the policy in the bundle is not in its one spelling")
    proof = parse_proof(bundle.proof.encode())
    checked = check_proof(proof, leaf_hash(bundle.entry), own)
    if policy is not None:
        checked = check_policy(proof.checkpoint, policy, exact=False)
    checkpoint = checked.checkpoint
    chain = KeyChain(checkpoint.origin)
    before = -1
    for part in bundle.keys:
        if not before < part.index < proof.index:
            raise Malformed("the keys of a bundle stand in the order of the record, before the entry")
        if any(len(value) != HASH_SIZE for value in part.path):
            raise Malformed("a hash in the bundle has not 32 bytes")
        check_inclusion(leaf_hash(part.entry), part.index, checkpoint.size, part.path, checkpoint.root)
        link, envelope, record = read(part.index, part.entry, VOCABULARY)
        if not isinstance(link.act, FoundRecord | RegisterKey | RotateKey | Delegate):
            raise Malformed(f"entry {part.index} puts no key in force; it does not belong in the bundle")
        chain.add(link, envelope, record)
        before = part.index
    entry, envelope, record = read(proof.index, bundle.entry, VOCABULARY)
    chain.add(entry, envelope, record)
    used = chain.used
    spare = [part.index for part in bundle.keys if part.index not in used]
    if spare:
        raise Malformed(f"entry {spare[0]} is not needed; it does not belong in the bundle")
    return Shown(proof.index, entry, checked, chain.founder, chain.signatures)


def _chain(world: World, entry: Entry[object], copy: Copy) -> set[int]:
    """The entries that put the keys of an entry in force, and theirs, down to the first act."""
    tables = world.parties.tables
    needed: set[int] = set()
    todo: list[Entry[object]] = [entry]
    while todo:
        current = todo.pop()
        found: set[int] = {0} if current.index else set()
        for keyid in current.keys:
            key = tables.keys.get(keyid)
            if key is None or key.entry == current.index:
                continue
            found.add(key.entry)
            if key.party != current.by:
                found |= {
                    at
                    for acts, at in tables.delegations.get(current.by, {}).get(key.party, {}).items()
                    if name_of(current.act).startswith(acts) and at < current.index  # type: ignore[arg-type]
                }
        for index in found - needed:
            needed.add(index)
            todo.append(read(index, copy.reader.entry(index), VOCABULARY)[0])
    return needed
