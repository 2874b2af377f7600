"""Statements of cosigners that a log is append-only (C2SP tlog-cosignature), in Ed25519 and ML-DSA-44."""

from __future__ import annotations

from accord.keys.check import BadSignature, check_signature
from accord.keys.signers import Signer
from accord.keys.vkey import COSIGNATURE_ED25519, COSIGNATURE_MLDSA44, KIND_NAMES, Vkey
from accord.log.body import LARGEST_SIZE, parse_body
from accord.wire.codec import Malformed
from accord.wire.tree import HASH_SIZE

COSIGNATURE_KINDS = (COSIGNATURE_ED25519, COSIGNATURE_MLDSA44)


def cosign(signer: Signer, text: str, time_s: int) -> bytes:
    """The cosignature of a checkpoint's text: eight bytes of time, then the signature.

    Args:
        time_s: POSIX seconds at which the cosigner saw this as the largest tree.

    Not checked here: that the tree is consistent with what the cosigner saw before; that is its duty.

    >>> from accord.keys.signers import signer_from_seed
    >>> witness = signer_from_seed("witness.example/w1", COSIGNATURE_ED25519, b"\\x02" * 32)
    >>> text = "record.example/acts\\n0\\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\\n"
    >>> check_cosignature(witness.vkey, text, cosign(witness, text, 1700000000))
    1700000000
    """
    return time_s.to_bytes(8, "big") + signer.sign(_message(signer.vkey, text, time_s))


def check_cosignature(vkey: Vkey, text: str, payload: bytes) -> int:
    """Insists on a cosignature of this text by this key; returns its time in POSIX seconds.

    Raises:
        BadSignature: another length, another signer, another text, or a time beyond 2^63 - 1.
    """
    if len(payload) < 8:
        raise BadSignature(f"{len(payload)} bytes are no cosignature of {vkey.keyid}")
    time_s = int.from_bytes(payload[:8], "big")
    if time_s > LARGEST_SIZE:
        raise BadSignature(f"the cosignature of {vkey.keyid} carries a time beyond 2^63 - 1")
    try:
        message = _message(vkey, text, time_s)
    except Malformed as error:
        raise BadSignature(f"{vkey.keyid} cannot have cosigned this text: {error}") from None
    check_signature(vkey, message, payload[8:])
    return time_s


def sign_subtree(signer: Signer, origin: str, start: int, end: int, root: bytes) -> bytes:
    """The signature of a cosigner under a part of a log, in ML-DSA-44 and without a time."""
    return bytes(8) + signer.sign(mldsa44_message(signer.vkey.name, 0, origin, start, end, root))


def check_subtree_signature(vkey: Vkey, origin: str, start: int, end: int, root: bytes, payload: bytes) -> None:
    """Insists on a cosigner's signature under a part of a log.

    Raises:
        BadSignature: a time that is not zero, another signer, or another subtree.
    """
    if payload[:8] != bytes(8):
        raise BadSignature(f"the subtree signature of {vkey.keyid} carries a time")
    check_signature(vkey, mldsa44_message(vkey.name, 0, origin, start, end, root), payload[8:])


def ed25519_message(text: str, time_s: int) -> bytes:
    """What an Ed25519 cosigner signs: two lines, then the checkpoint's text with its extension lines.

    >>> ed25519_message("log\\n", 7)
    b'cosignature/v1\\ntime 7\\nlog\\n'
    """
    return f"cosignature/v1\ntime {time_s}\n{text}".encode()


def mldsa44_message(cosigner: str, time_s: int, origin: str, start: int, end: int, root: bytes) -> bytes:
    """What an ML-DSA-44 cosigner signs: label, cosigner, time, origin, start, end and root.

    Raises:
        Malformed: a name or origin that is not 1 to 255 bytes, a root that is not 32, a time with a start.

    >>> mldsa44_message("w", 0, "log", 0, 1, bytes(32))[:14]
    b'subtree/v1\\n\\x00\\x01w'
    """
    if start and time_s:
        raise Malformed("a subtree that does not start at 0 is signed without a time")
    if len(root) != HASH_SIZE or not 0 <= start <= end <= LARGEST_SIZE:
        raise Malformed(f"[{start}, {end}) with a root of {len(root)} bytes is no subtree")
    named = b"subtree/v1\n\x00" + _short(cosigner) + time_s.to_bytes(8, "big") + _short(origin)
    return named + start.to_bytes(8, "big") + end.to_bytes(8, "big") + root


def _short(text: str) -> bytes:
    data = text.encode()
    if not 0 < len(data) <= 255:
        raise Malformed(f"an origin or cosigner's name has 1 to 255 bytes, this one {len(data)}")
    return bytes([len(data)]) + data


def _message(vkey: Vkey, text: str, time_s: int) -> bytes:
    if vkey.kind == COSIGNATURE_ED25519:
        return ed25519_message(text, time_s)
    if vkey.kind == COSIGNATURE_MLDSA44:
        body = parse_body(text)
        return mldsa44_message(vkey.name, time_s, body.origin, 0, body.size, body.root)
    raise Malformed(f"{vkey.keyid} is of the kind {KIND_NAMES[vkey.kind]}, which makes no cosignatures")
