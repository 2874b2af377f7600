"""Checkpoints: the signed state of a log, with the log's Ed25519 and ML-DSA-44 signatures."""

from __future__ import annotations

from collections.abc import Iterable

from accord.keys.signers import Signer
from accord.keys.vkey import ED25519, Vkey
from accord.log.body import Checkpoint, format_body, parse_body
from accord.log.cosignature import COSIGNATURE_KINDS, cosign
from accord.log.note import Note, Signature, Verified, check_note, format_note, parse_note
from accord.wire.codec import Malformed

__all__ = ["Checkpoint", "check_checkpoint", "parse_checkpoint", "sign_checkpoint", "sign_text"]


def sign_checkpoint(checkpoint: Checkpoint, signers: Iterable[Signer], time_s: int) -> bytes:
    """The note of a checkpoint, signed by each signer in the form of its kind.

    A log signs with an Ed25519 key (0x01) and with an ML-DSA-44 cosignature key (0x06), both under
    its origin as their name.

    Args:
        time_s: POSIX seconds, stated by the cosignature kinds.

    >>> from accord.keys.signers import signer_from_seed
    >>> from accord.wire.tree import empty_root
    >>> signer = signer_from_seed("record.example/acts", ED25519, b"\\x01" * 32)
    >>> note = sign_checkpoint(Checkpoint("record.example/acts", 0, empty_root()), [signer], 0)
    >>> check_checkpoint(note, [signer.vkey])[0].size
    0
    """
    text = format_body(checkpoint)
    return format_note(Note(text, tuple(sign_text(signer, text, time_s) for signer in signers)))


def sign_text(signer: Signer, text: str, time_s: int) -> Signature:
    """One signature line over a checkpoint's text, in the form of the signer's kind.

    Raises:
        Malformed: a key that signs acts.
    """
    vkey = signer.vkey
    if vkey.kind in COSIGNATURE_KINDS:
        return Signature(vkey.name, vkey.id, cosign(signer, text, time_s))
    if vkey.kind != ED25519:
        raise Malformed(f"{vkey.keyid} signs acts, not checkpoints")
    return Signature(vkey.name, vkey.id, signer.sign(text.encode()))


def parse_checkpoint(data: bytes) -> Checkpoint:
    """What a checkpoint says, its signatures not checked.

    Raises:
        Malformed: no note, or no checkpoint in it.
    """
    return parse_body(parse_note(data).text)


def check_checkpoint(data: bytes, vkeys: Iterable[Vkey], exact: bool = False) -> tuple[Checkpoint, list[Verified]]:
    """Insists that known keys signed this checkpoint; returns it and their signatures.

    Not checked here: whether those keys are enough (`policy.check_policy`).

    Raises:
        Malformed: no note, or no checkpoint in it.
        BadSignature: what `check_note` refuses.
    """
    note = parse_note(data)
    verified = check_note(note, vkeys, exact)
    return parse_body(note.text), verified
