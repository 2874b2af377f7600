"""The envelope of an act: DSSE over canonical JSON, in one spelling.

A signature covers PAE(type, payload), so nobody needs to re-encode to verify. The act's
identity is the SHA-256 of the same bytes and does not depend on who else signs.

Source: secure-systems-lab DSSE, protocol version 1.0.2.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Final, Literal

import msgspec

from accord.acts.vocabulary import Act, Name, Payload, UnknownAct, Vocabulary
from accord.keys.passkeys import Assertion
from accord.keys.signers import Signer
from accord.wire import codec
from accord.wire.codec import Malformed

PAYLOAD_TYPE: Final = "application/vnd.accord.act.v1+json"
LARGEST_PAYLOAD = 44_000
"""Bytes. With base64 and signatures an entry then stays below the 65,535 bytes of a tlog entry."""

_CONTROL = re.compile(rb"(?<!\\)(?:\\\\)*\\(?:u00|b|f)|\xc2[\x80-\x9f]")
"""A control character in canonical JSON, other than tab and the ends of lines."""

_PAE_HEAD = b"DSSEv1 %d %s " % (len(PAYLOAD_TYPE), PAYLOAD_TYPE.encode())


class Signature(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True, gc=False):
    """One signature over PAE(type, payload)."""

    keyid: Name
    sig: bytes
    webauthn: Assertion | None = None
    """Of a passkey: what it signed, whose challenge is the act's identity. Left out for every other key."""


class Envelope(msgspec.Struct, frozen=True, forbid_unknown_fields=True, gc=False):
    """A signed act: signatures are sorted by key id and stand for exactly the keys the payload names."""

    payload: bytes
    payloadType: Literal["application/vnd.accord.act.v1+json"]
    signatures: tuple[Signature, ...]


_envelopes = msgspec.json.Decoder(Envelope)


def pae(payload: bytes) -> bytes:
    """The bytes that are signed.

    >>> pae(b"{}")[:9]
    b'DSSEv1 34'
    """
    return b"%s%d %s" % (_PAE_HEAD, len(payload), payload)


def act_id(payload: bytes) -> bytes:
    """The identity of an act, 32 bytes: SHA-256 of what is signed."""
    return hashlib.sha256(pae(payload)).digest()


def write_payload(act: Act, by: str, record: str, nonce: int, keys: Sequence[str]) -> bytes:
    """The canonical bytes that each of `keys` is to sign: `act`, said by `by` into `record`.

    Raises:
        Malformed: more bytes than fit, or control characters.
    """
    payload = codec.encode(Payload(act=act, by=by, keys=tuple(sorted(keys)), nonce=nonce, record=record))
    if len(payload) > LARGEST_PAYLOAD:
        raise Malformed(f"the act has {len(payload)} bytes; at most {LARGEST_PAYLOAD} fit: split the text")
    _insist_printable(payload)
    return payload


def sign(act: Act, by: str, record: str, nonce: int, signers: Sequence[Signer]) -> bytes:
    """The canonical bytes of an envelope: `act`, said by `by` into `record`, signed by each of `signers`."""
    payload = write_payload(act, by, record, nonce, [signer.vkey.keyid for signer in signers])
    message = pae(payload)
    return assemble(payload, [Signature(signer.vkey.keyid, signer.sign(message)) for signer in signers])


def assemble(payload: bytes, signatures: Iterable[Signature]) -> bytes:
    """The canonical bytes of the envelope of a payload with its signatures; complete or not is not asked."""
    return codec.encode(Envelope(payload, PAYLOAD_TYPE, tuple(sorted(signatures, key=lambda s: s.keyid))))


def parse(data: bytes) -> Envelope:
    """The envelope that `data` spells.

    Raises:
        Malformed: not an envelope, or not in its one spelling.
    """
    return codec.decode(data, _envelopes)


def read_payload(envelope: Envelope, vocabulary: Vocabulary) -> Payload:
    """The payload of an envelope, its act typed, its signatures matched to the keys it names.

    Not checked here: the signatures themselves (`acts.gate`).

    Raises:
        UnknownAct: the act's name is not in this vocabulary.
        Malformed: anything else that is not as it must be.
    """
    payload = read_unsigned(envelope.payload, vocabulary)
    named = tuple(signature.keyid for signature in envelope.signatures)
    if named != payload.keys:
        raise Malformed("the signatures are not those of the keys that the act names, in order of key id")
    return payload


def read_unsigned(body: bytes, vocabulary: Vocabulary) -> Payload:
    """A payload, its act typed, whoever has signed it yet.

    Raises:
        UnknownAct, Malformed: as `read_payload`.
    """
    if len(body) > LARGEST_PAYLOAD:
        raise Malformed(f"the act has {len(body)} bytes; at most {LARGEST_PAYLOAD} are allowed")
    try:
        payload = codec.decode(body, vocabulary.payloads)
    except Malformed:
        verb = _verb(body)
        if verb is not None and verb not in vocabulary.by_name:
            raise UnknownAct(
                f"the act {verb!r} is not in this copy's vocabulary; the record is newer than the program"
            ) from None
        raise
    _insist_printable(body)
    named = payload.keys
    if len(named) != 1 and (not named or any(a >= b for a, b in pairwise(named))):
        raise Malformed("an act carries one signature or more, sorted by key id, none twice")
    return payload


def _insist_printable(body: bytes) -> None:
    """Refuses control characters: in a terminal they could hide or forge what the record shows."""
    if (b"\\" in body or not body.isascii()) and _CONTROL.search(body):
        raise Malformed("a text has a control character other than tab and the end of a line")


def _verb(body: bytes) -> str | None:
    try:
        return str(msgspec.json.decode(body)["act"]["verb"])
    except (msgspec.MsgspecError, KeyError, TypeError, UnicodeError, RecursionError):
        return None
