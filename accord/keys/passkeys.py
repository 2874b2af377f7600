"""Passkeys: ES256 credentials of WebAuthn, which sign the identity of an act as their challenge.

What a passkey signs is not the act but `authenticatorData || SHA-256(clientDataJSON)`, where the second names
the challenge and the page that asked. So the rule below is longer than that of other keys; it is written down
in docs/formats/acts.md, and nothing of it is left to a library whose next version might judge otherwise.

Source: W3C Web Authentication Level 2, sections 5.8.1, 6.1 and 7.2.
"""

from __future__ import annotations

import hashlib
import json
from typing import Annotated, Any, Final, NoReturn

import msgspec
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.utils import decode_dss_signature, encode_dss_signature
from cryptography.hazmat.primitives.hashes import SHA256

from accord.keys.check import BadSignature
from accord.keys.vkey import check_name
from accord.wire import base64, codec
from accord.wire.codec import Malformed

PASSKEY: Final = 0x1FF
"""The kind of a passkey among the kinds of `keys.vkey`: beyond a byte, because no vkey spells it."""

PASSKEY_MARK: Final = b"\xffaccord/passkey-es256\n"
"""What stands before the point where the identifier of a key id is made, as the type does in a vkey."""

POINT_SIZE: Final = 65
LARGEST_CLIENT_DATA: Final = 1024
LARGEST_SIGNATURE: Final = 72
AUTHENTICATOR_DATA_SIZE: Final = 37
"""rpIdHash, flags, counter. A passkey signs an act without extensions, so nothing follows."""

USER_PRESENT: Final = 0x01
USER_VERIFIED: Final = 0x04
BACKUP_ELIGIBLE: Final = 0x08
BACKED_UP: Final = 0x10
_KNOWN_FLAGS: Final = USER_PRESENT | USER_VERIFIED | BACKUP_ELIGIBLE | BACKED_UP

_ORDER: Final = 0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551
"""The order n of the group of P-256 (FIPS 186-5, SP 800-186 section 3.2.1.3)."""


class Passkey(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A credential's public key and the pages on which it may be asked."""

    origins: tuple[str, ...]
    public: bytes
    """The uncompressed point: 04, x, y."""
    rp_id: str


class Assertion(msgspec.Struct, frozen=True, forbid_unknown_fields=True, gc=False):
    """What a signature of a passkey covers beside the act; verbatim, as the browser gave it."""

    authenticatorData: Annotated[bytes, msgspec.Meta(max_length=AUTHENTICATOR_DATA_SIZE)]
    clientDataJSON: Annotated[bytes, msgspec.Meta(max_length=LARGEST_CLIENT_DATA)]


class Signed(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """An assertion with its signature."""

    assertion: Assertion
    sig: bytes


_passkeys = msgspec.json.Decoder(Passkey)
_signed = msgspec.json.Decoder(Signed)


def pack(passkey: Passkey) -> bytes:
    """A passkey as the bytes that stand for a public key.

    >>> pack(Passkey(("http://localhost:8514",), b"", "localhost"))
    b'{"origins":["http://localhost:8514"],"public":"","rp_id":"localhost"}'
    """
    return codec.encode(passkey)


def unpack(data: bytes) -> Passkey:
    """The passkey that `pack` made these bytes of."""
    return codec.decode(data, _passkeys)


def pack_signature(assertion: Assertion, signature: bytes) -> bytes:
    """An assertion and its signature as the bytes that stand for a signature."""
    return codec.encode(Signed(assertion, signature))


def passkey_id(name: str, public: bytes) -> str:
    """The key id of a passkey: name and identifier, made as for other keys.

    Raises:
        Malformed: a name that no key can have.

    >>> passkey_id("st-a.example/passkey", bytes(65))
    'st-a.example/passkey+aa49d86c'
    """
    check_name(name)
    identifier = hashlib.sha256(name.encode() + b"\n" + PASSKEY_MARK + public).digest()[:4]
    return f"{name}+{identifier.hex()}"


def format_passkey(keyid: str, passkey: Passkey) -> str:
    """A passkey as pages show it: key id and point, in the form of a vkey.

    >>> format_passkey("st-a.example+00000000", Passkey((), b"", "localhost"))
    'st-a.example+00000000+/2FjY29yZC9wYXNza2V5LWVzMjU2Cg=='
    """
    return f"{keyid}+{base64.encode(PASSKEY_MARK + passkey.public)}"


def check_point(public: bytes) -> None:
    """Insists on an uncompressed point of P-256: 65 bytes, on the curve. It has no points of small order.

    Raises:
        Malformed: something else.
    """
    if len(public) != POINT_SIZE or public[0] != 4:
        raise Malformed("the public key of a passkey is an uncompressed point of P-256: 65 bytes, the first 04")
    try:
        ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), public)
    except ValueError:
        raise Malformed("the public key of the passkey is not a point of P-256") from None


def within(rp_id: str, origin: str) -> bool:
    """Whether a page of this origin may ask a credential of this site.

    >>> within("localhost", "http://localhost:8514"), within("localhost", "http://host")
    (True, False)
    """
    scheme, _, rest = origin.partition("://")
    host = rest.partition(":")[0]
    if scheme == "http" and host != "localhost":
        return False
    return host == rp_id or host.endswith(f".{rp_id}")


def normal_signature(signature: bytes) -> bytes:
    """The one spelling of an ES256 signature: strict DER, and of s and n - s the smaller.

    Authenticators give either; both verify. Whoever puts an envelope together turns s over, so that nobody
    can spell the same signature in two ways afterwards.

    Raises:
        Malformed: not a signature in DER.
    """
    try:
        r, s = decode_dss_signature(signature)
    except ValueError:
        raise Malformed("not an ES256 signature in DER") from None
    if not (0 < r < _ORDER and 0 < s < _ORDER) or encode_dss_signature(r, s) != signature:
        raise Malformed("not an ES256 signature in strict DER")
    return encode_dss_signature(r, min(s, _ORDER - s))


def check_passkey(public: bytes, message: bytes, signature: bytes) -> None:
    """Insists that a passkey signed a message: as `check_assertion`, over packed bytes.

    Args:
        public: of `pack`.
        message: what other keys sign, PAE; the challenge is its SHA-256, the identity of the act.
        signature: of `pack_signature`.

    Raises:
        BadSignature: says what does not hold.
    """
    try:
        passkey, signed = unpack(public), codec.decode(signature, _signed)
    except Malformed:
        raise BadSignature("a passkey signs with authenticatorData and clientDataJSON") from None
    check_assertion(passkey, hashlib.sha256(message).digest(), signed.assertion, signed.sig)


def check_assertion(passkey: Passkey, challenge: bytes, assertion: Assertion, signature: bytes) -> None:
    """Insists that a passkey signed a challenge, on one of its pages, after its user was verified.

    Raises:
        BadSignature: says what does not hold.
    """
    _check_client_data(passkey, challenge, assertion.clientDataJSON)
    _check_authenticator_data(passkey, assertion.authenticatorData)
    if len(signature) > LARGEST_SIGNATURE:
        raise BadSignature(f"an ES256 signature has at most {LARGEST_SIGNATURE} bytes")
    try:
        normal = normal_signature(signature)
    except Malformed as error:
        raise BadSignature(str(error)) from None
    if normal != signature:
        raise BadSignature("the s of the signature is not the smaller one (low-s)")
    covered = assertion.authenticatorData + hashlib.sha256(assertion.clientDataJSON).digest()
    try:
        key = ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), passkey.public)
        key.verify(signature, covered, ec.ECDSA(SHA256()))
    except (InvalidSignature, ValueError):
        raise BadSignature("the passkey did not sign this") from None


def _check_client_data(passkey: Passkey, challenge: bytes, data: bytes) -> None:
    if len(data) > LARGEST_CLIENT_DATA:
        raise BadSignature(f"clientDataJSON has {len(data)} bytes; at most {LARGEST_CLIENT_DATA} are read")
    try:
        client = json.loads(data.decode("utf-8"), object_pairs_hook=_once, parse_constant=_no_number)
    except (ValueError, RecursionError):
        raise BadSignature("clientDataJSON is not JSON in UTF-8 with each key once") from None
    if not isinstance(client, dict):
        raise BadSignature("clientDataJSON is not an object")
    if client.get("type") != "webauthn.get":
        raise BadSignature("the passkey was not asked to sign (type)")
    if client.get("challenge") != base64url(challenge):
        raise BadSignature("the passkey signed another act (challenge)")
    if client.get("origin") not in passkey.origins:
        raise BadSignature("the passkey signed on a page that is not registered for it (origin)")
    if client.get("crossOrigin", False) is not False or "topOrigin" in client:
        raise BadSignature("the passkey signed inside a page of somebody else (crossOrigin)")


def _check_authenticator_data(passkey: Passkey, data: bytes) -> None:
    if len(data) != AUTHENTICATOR_DATA_SIZE:
        raise BadSignature(f"authenticatorData has {len(data)} bytes; {AUTHENTICATOR_DATA_SIZE} without extensions")
    if data[:32] != hashlib.sha256(passkey.rp_id.encode()).digest():
        raise BadSignature("the passkey signed for another site (rpIdHash)")
    flags = data[32]
    if not flags & USER_PRESENT:
        raise BadSignature("no user was present (UP)")
    if not flags & USER_VERIFIED:
        raise BadSignature("the user was not verified (UV)")
    if flags & ~_KNOWN_FLAGS or (flags & BACKED_UP and not flags & BACKUP_ELIGIBLE):
        raise BadSignature(f"the flags 0x{flags:02x} do not belong to a signature without extensions")


def base64url(data: bytes) -> str:
    """Base64 as WebAuthn writes it: the other alphabet, without padding.

    >>> base64url(b"\\xff\\xfe")
    '__4'
    """
    return base64.encode(data).rstrip("=").translate(str.maketrans("+/", "-_"))


def from_base64url(text: str) -> bytes:
    """The bytes that `base64url` wrote.

    Raises:
        Malformed: another spelling.
    """
    if "+" in text or "/" in text or "=" in text:
        raise Malformed(f"not base64url without padding: {text[:40]!r}")
    return base64.decode(text.translate(str.maketrans("-_", "+/")) + "=" * (-len(text) % 4))


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("a key stands twice")
    return found


def _no_number(text: str) -> NoReturn:
    raise ValueError(f"{text} is no JSON")
