"""Offline proofs that an entry is in a log (C2SP tlog-proof), in one spelling."""

from __future__ import annotations

from dataclasses import dataclass

from accord.log.body import parse_number
from accord.log.checkpoint import parse_checkpoint
from accord.log.policy import Checked, Policy, check_policy
from accord.wire import base64
from accord.wire.codec import Malformed
from accord.wire.tree import HASH_SIZE, check_inclusion

HEADER = "c2sp.org/tlog-proof@v1"
MOST_HASHES = 63
LARGEST_PROOF = 1_010_000


@dataclass(frozen=True)
class LogProof:
    """Where an entry stands, the path to the root, and the checkpoint verbatim.

    `extra` is not authenticated. Our own proofs carry none and `check_proof` refuses it.
    """

    index: int
    hashes: tuple[bytes, ...]
    checkpoint: bytes
    extra: bytes | None = None


def format_proof(proof: LogProof) -> bytes:
    """The bytes of a `.tlog-proof` file.

    >>> format_proof(LogProof(7, (), b"...")).decode()
    'c2sp.org/tlog-proof@v1\\nindex 7\\n\\n...'
    """
    lines = [HEADER]
    if proof.extra is not None:
        lines.append(f"extra {base64.encode(proof.extra)}")
    lines.append(f"index {proof.index}")
    lines += [base64.encode(value) for value in proof.hashes]
    return "".join(f"{line}\n" for line in [*lines, ""]).encode() + proof.checkpoint


def parse_proof(data: bytes) -> LogProof:
    """The proof that a `.tlog-proof` file spells.

    Raises:
        Malformed: another header, number, base64 or line order; more than 63 hashes; no checkpoint.
    """
    if len(data) > LARGEST_PROOF:
        raise Malformed(f"a proof of {len(data)} bytes; at most {LARGEST_PROOF} are read")
    head, empty_line, checkpoint = data.partition(b"\n\n")
    try:
        lines = head.decode("ascii").split("\n")
    except UnicodeDecodeError:
        raise Malformed("the part of a proof before its checkpoint is ASCII text") from None
    if not empty_line or lines[0] != HEADER:
        raise Malformed(f"a proof starts with {HEADER!r} and has an empty line before its checkpoint")
    rest = lines[1:]
    extra = base64.decode(rest.pop(0)[6:]) if rest and rest[0].startswith("extra ") else None
    if not rest or not rest[0].startswith("index "):
        raise Malformed("a proof says the index of its entry")
    index = parse_number(rest.pop(0)[6:], "the index of an entry")
    if len(rest) > MOST_HASHES:
        raise Malformed(f"a proof has at most {MOST_HASHES} hashes, this one {len(rest)}")
    proof = LogProof(index, tuple(base64.decode(line, HASH_SIZE) for line in rest), checkpoint, extra)
    parse_checkpoint(checkpoint)
    if format_proof(proof) != data:
        raise Malformed("not the one spelling of a proof")
    return proof


def check_proof(proof: LogProof, leaf: bytes, policy: Policy, exact: bool = True) -> Checked:
    """Insists that the entry with this leaf hash is in a log that satisfies the policy.

    The order is that of tlog-proof: the log and its keys, the quorum, then the path. Times are
    returned and not judged.

    Args:
        leaf: `leaf_hash` of the entry itself, made by the caller.
        exact: as for `check_policy`; also refuses `extra`, which nothing authenticates.

    Raises:
        Malformed, BadSignature, QuorumMissed: what `check_policy` refuses.
        ProofFailed: the path does not lead from this leaf to the checkpoint's root.
    """
    if exact and proof.extra is not None:
        raise Malformed("the proof carries extra data, which nothing authenticates")
    checked = check_policy(proof.checkpoint, policy, exact)
    check_inclusion(leaf, proof.index, checked.checkpoint.size, proof.hashes, checked.checkpoint.root)
    return checked
