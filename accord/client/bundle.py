"""Offline bundles: one act with everything a stranger needs to check that it stands in the record.

A bundle holds the entry, its inclusion proof with the signed checkpoint (`.tlog-proof`), the
entries that put its keys in force, each proven under the same checkpoint back to the first
act of the record, and the policy that says whose checkpoints are believed.

What a bundle shows: these bytes stand at this index of this record, signed by keys that
the record registered for this party. What only the whole record shows: that no key was revoked
and no delegation ended in between, and that the act counts. `accord check RECORD` shows both.

The bytes are specified in docs/formats/bundle.md.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import replace
from typing import Any

import msgspec

from accord.acts.entry import Entry, read, unframe
from accord.acts.gate import Refused
from accord.acts.vocabulary import UnknownAct, name_of
from accord.areas.parties.acts import Delegate, EndDelegation
from accord.client.copy import Copy
from accord.client.keychain import LINKS, KeyChain, covers
from accord.log.policy import Checked, Party, Policy, QuorumMissed, check_policy, format_policy, parse_policy
from accord.log.proof import LogProof, check_proof, format_proof, parse_proof
from accord.wire import codec
from accord.wire.codec import Malformed
from accord.wire.tree import HASH_SIZE, check_inclusion, leaf_hash
from accord.world.vocabulary import VOCABULARY

FORMAT = "accord-bundle/1"
LARGEST_BUNDLE = 4_000_000

_SEAL = re.compile(rb',"sha256":"([0-9a-f]{64})"\}\Z')


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
    """Whose signatures the checkpoint carries: a tlog-policy of this log, without addresses."""
    proof: str
    sha256: str
    """Of all bytes before this part. Against damage, not against forgers: a policy has bytes that no signature
    covers, such as how many witnesses a group asks for."""


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
    """The bundle of entry `index` of a copy, checked as a stranger would.

    Raises:
        ValueError: there is no such entry.
        UnknownAct: this copy does not know the act.
        Refused: the gate refuses the entry; nobody could check its signatures.
        Malformed: the copy's policy has names that are no text.
    """
    if not 0 <= index < copy.size:
        raise ValueError(f"there is no entry {index}; the record has {copy.size}, numbered from 0")
    if index in copy.world.refused:
        raise Refused(copy.world.refused[index], f"the gate refuses entry {index}; there is nothing to show of it")
    reader, size = copy.reader, copy.size
    data = reader.entry(index)
    entry, _, _ = read(index, data, VOCABULARY)
    keys = tuple(
        Proven(reader.entry(i), i, tuple(reader.prove_inclusion(i, size))) for i in sorted(_chain(copy, entry))
    )
    proof = LogProof(index, tuple(reader.prove_inclusion(index, size)), copy.note)
    try:
        policy = format_policy(_bare(copy.policy, copy.world.record)).decode()
        bundle = Bundle(data, FORMAT, keys, policy, format_proof(proof).decode(), "0" * 64)
    except UnicodeDecodeError:
        raise Malformed("the policy has names that are not UTF-8; a bundle cannot carry them") from None
    body = codec.encode(bundle)[: -len(b',"sha256":""}') - 64]
    sealed = b'%s,"sha256":"%s"}' % (body, hashlib.sha256(body).hexdigest().encode())
    check_bundle(sealed)
    return sealed


def check_bundle(data: bytes, policy: Policy | None = None) -> Shown:
    """Insists that everything in a bundle holds together.

    Args:
        policy: whose checkpoints the checker believes: every key that it lists for this log must have signed, and
            its quorum cosigned. Without one, the bundle's own, and the checker must compare the log's keys and
            the founder with those known from elsewhere: anybody can make a log of the same name.

    Raises:
        Malformed: not a bundle in its one spelling.
        UnknownAct: the act is of a newer program.
        BadSignature, QuorumMissed, ProofFailed, Refused: what does not hold.
    """
    if len(data) > LARGEST_BUNDLE:
        raise Malformed(f"a bundle of {len(data)} bytes; at most {LARGEST_BUNDLE} are read")
    _insist_undamaged(data)
    bundle = codec.decode(data, _bundles)
    if bundle.format != FORMAT:
        raise Malformed(f"a bundle in the format {bundle.format[:40]!r}; this program reads {FORMAT}")
    own = parse_policy(bundle.policy.encode())
    if format_policy(own).decode("utf-8", "replace") != bundle.policy:
        raise Malformed("the policy in the bundle is not in its one spelling")
    proof = parse_proof(bundle.proof.encode())
    checked = check_proof(proof, leaf_hash(bundle.entry), own)
    checkpoint = checked.checkpoint
    if _bare(own, checkpoint.origin) != own:
        raise Malformed("the policy in the bundle names other logs or addresses; they do not belong there")
    if policy is not None:
        checked = _check_believed(proof.checkpoint, policy)
    chain = KeyChain(checkpoint.origin)
    before = -1
    for part in bundle.keys:
        if not before < part.index < proof.index:
            raise Malformed("the keys of a bundle stand in the order of the record, before the entry")
        if any(len(value) != HASH_SIZE for value in part.path):
            raise Malformed("a hash in the bundle has not 32 bytes")
        check_inclusion(leaf_hash(part.entry), part.index, checkpoint.size, part.path, checkpoint.root)
        link, envelope, record = read(part.index, part.entry, VOCABULARY)
        if not isinstance(link.act, LINKS):
            raise Malformed(f"entry {part.index} puts no key in force; it does not belong in the bundle")
        chain.link(link, envelope, record)
        before = part.index
    entry, envelope, record = read(proof.index, bundle.entry, VOCABULARY)
    chain.end(entry, envelope, record)
    spare = [part.index for part in bundle.keys if part.index not in chain.used]
    if spare:
        raise Malformed(f"entry {spare[0]} is not needed; it does not belong in the bundle")
    return Shown(proof.index, entry, checked, chain.founder, chain.signatures)


def _insist_undamaged(data: bytes) -> None:
    seal = _SEAL.search(data)
    if seal is None:
        raise Malformed("not a bundle, or a part of one: its end is missing")
    if hashlib.sha256(data[: seal.start()]).hexdigest().encode() != seal[1]:
        raise Malformed("the bundle was damaged: its bytes do not have the SHA-256 at its end")


def _check_believed(note: bytes, policy: Policy) -> Checked:
    """A checkpoint under the checker's policy; it may carry cosignatures that the checker knows nothing of."""
    checked = check_policy(note, policy, exact=False)
    # One of the log's keys is enough for tlog-policy. Here it would let a forger of the weaker one through.
    lacking = [
        log.vkey.keyid
        for log in policy.logs
        if log.vkey.name == checked.checkpoint.origin and log.vkey not in checked.logs
    ]
    if lacking:
        raise QuorumMissed(f"the log {checked.checkpoint.origin!r} did not sign with {', '.join(lacking)}")
    return checked


def _bare(policy: Policy, origin: str) -> Policy:
    """What of a policy concerns this log's checkpoints: no other logs, no addresses."""
    return replace(
        policy,
        logs=tuple(Party(log.vkey) for log in policy.logs if log.vkey.name == origin),
        witnesses={name: Party(witness.vkey) for name, witness in policy.witnesses.items()},
    )


def _chain(copy: Copy, entry: Entry[Any]) -> set[int]:
    """The entries that put the keys of an entry in force, and theirs, down to the first act."""
    keys = copy.world.parties.tables.keys
    needed: set[int] = set()
    todo: list[Entry[Any]] = [entry]
    while todo:
        current = todo.pop()
        found: set[int] = {0} if current.index else set()
        for keyid in current.keys:
            key = keys.get(keyid)
            if key is None or key.entry >= current.index:
                continue  # a key that signs its own registration
            found.add(key.entry)
            if key.party != current.by:
                found.add(_delegation(copy, current, key.party))
        for index in found - needed:
            needed.add(index)
            todo.append(read(index, copy.reader.entry(index), VOCABULARY)[0])
    return needed


def _delegation(copy: Copy, entry: Entry[Any], signer: str) -> int:
    """The entry of the delegation by which `signer` signed this entry; read from the record if it ended since."""
    verb = name_of(entry.act)
    given = copy.world.parties.tables.delegations.get(entry.by, {}).get(signer, {})
    standing = [at for acts, at in given.items() if covers(acts, verb) and at < entry.index]
    if not standing:
        standing = list(_delegations_before(copy, entry, signer, verb).values())
    if not standing:
        raise Refused("unknown-key", f"no delegation lets {signer} sign entry {entry.index} for {entry.by}")
    return min(standing)


def _delegations_before(copy: Copy, entry: Entry[Any], signer: str, verb: str) -> dict[str, int]:
    given: dict[str, int] = {}
    world = copy.world
    for index, data in enumerate(copy.reader.entries(0, entry.index)):
        if index in world.without_effect or index in world.refused or index in world.missed:
            continue
        if b'"verb":"delegation.' not in unframe(data).envelope.payload:
            continue
        try:
            past, _, _ = read(index, data, VOCABULARY)
        except UnknownAct:
            continue
        act = past.act
        if isinstance(act, Delegate | EndDelegation) and (past.by, act.to) == (entry.by, signer):
            if isinstance(act, EndDelegation):
                given.pop(act.acts, None)
            elif covers(act.acts, verb):
                given[act.acts] = index
    return given
